// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/fingerprint.h"

#include <algorithm>

namespace packwarden {

QString plainFingerprint(const QString &text)
{
    QString plain;
    for (const QChar letter : text) {
        if (!letter.isSpace() && letter != u':')
            plain += letter.toLower();
    }
    return plain;
}

bool isFingerprintAmong(const QString &fingerprint, const QStringList &typed)
{
    const QString plain = plainFingerprint(fingerprint);
    return !plain.isEmpty() && std::any_of(typed.begin(), typed.end(), [&](const QString &each) {
        return plainFingerprint(each) == plain;
    });
}

} // namespace packwarden
