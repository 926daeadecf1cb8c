// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

namespace packwarden {

/// A table for spreadsheets, as RFC 4180 writes it: UTF-8, commas, lines ended by CR LF, quotes where a cell needs
/// them. A spreadsheet would run text that begins with = + - @ or a control character as a formula: such text gets an
/// apostrophe in front. A plain number keeps its sign.
class CsvTable final
{
public:
    explicit CsvTable(const QStringList &heads) { add(heads); }
    void add(const QStringList &cells);
    const QByteArray &bytes() const { return m_bytes; }

    /// The text as a spreadsheet shows it and never runs it.
    static QString harmless(const QString &text);

private:
    QByteArray m_bytes;
};

} // namespace packwarden
