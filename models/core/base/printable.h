// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace packwarden {

/// Text from files, packs and people on its way to a terminal, a log or a report, as one line: what would act there is
/// written out as an escape (`\n`, `\t`, `\x1b`, `\u{202e}`). These are control characters, line ends of every kind,
/// format characters (those that turn the direction of writing among them), and halves of a surrogate pair. A joiner
/// stays where the writing of the letter before it needs it, as in Persian, Hindi or emoji.
QString printable(const QString &text);

/// The same for JSON, where it stays the same text: `\u202e`.
QByteArray printableJson(const QByteArray &json);

/// The first character that no name or title may hold: it would act on a screen, turn the direction of writing, or end
/// the text early. Joiners and soft hyphens are parts of names, and so is what this Unicode does not know yet.
std::optional<char32_t> unfitForName(const QString &text);
/// Is there nothing in it that can be seen?
bool isBlank(const QString &text);
/// "U+202E".
QString codePoint(char32_t c);

} // namespace packwarden
