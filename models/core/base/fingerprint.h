// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace packwarden {

/// A fingerprint as fingerprintText writes it, or as people type it, in one form: without spaces and colons, in small
/// letters.
QString plainFingerprint(const QString &text);
/// Is the fingerprint one of those that a person typed? Nothing is like an empty one.
bool isFingerprintAmong(const QString &fingerprint, const QStringList &typed);

} // namespace packwarden
