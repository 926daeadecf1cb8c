// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace packwarden {

/// Text from files, packs and people on its way to a terminal, a log or a report, as one line: what would act there is
/// written out as an escape (\n, \t, \x1b, \u{202e}). These are control characters, line ends of every kind, format
/// characters (those that turn the direction of writing among them), and halves of a surrogate pair.
QString printable(const QString &text);

/// The same for JSON, where it stays the same text: \u202e.
QByteArray printableJson(const QByteArray &json);

} // namespace packwarden
