// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/passphraseforms.h"

#include <algorithm>

namespace packwarden::pki {

QList<QByteArray> passphraseForms(const QString &passphrase)
{
    const QString composed = passphrase.normalized(QString::NormalizationForm_C);
    const QString decomposed = passphrase.normalized(QString::NormalizationForm_D);
    QList<QByteArray> forms;
    const auto add = [&](const QByteArray &form) {
        if (!forms.contains(form))
            forms.append(form);
    };
    for (const QString &text : {passphrase, composed, decomposed})
        add(text.toUtf8());
    for (const QString &text : {composed, decomposed})
        add(QString::fromLatin1(text.toUtf8()).toUtf8());
    if (std::all_of(composed.begin(), composed.end(), [](QChar c) { return c.unicode() < 0x100; }))
        add(composed.toLatin1());
    return forms;
}

} // namespace packwarden::pki
