// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrow.h"

namespace packwarden::ctl {

/// Audit records as lines, for people or as JSON: by bytes, as an audit may have millions of them.
class RecordWriter final
{
public:
    explicit RecordWriter(bool json)
        : m_json(json)
    {
    }

    void add(const AuditRowView &row);
    qsizetype size() const { return m_lines.size(); }
    /// The lines since it was last asked.
    QByteArray take();

private:
    void addText(const AuditRowView &row);
    void addJson(const AuditRowView &row);
    void addTime(qint64 timeUs);
    void addPrintable(QByteArrayView utf8);
    void addQuoted(const char *key, QByteArrayView utf8);

    bool m_json;
    QByteArray m_lines;
    qint64 m_minute = -1; ///< that m_minuteText is of
    QByteArray m_minuteText;
};

} // namespace packwarden::ctl
