// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditacts.h"
#include "models/audit/auditindex.h"
#include "models/audit/auditrecord.h"

#include <QVariantList>

namespace packwarden::auditfilter {

/// WHERE clause of a filter, with the values that are to be bound, in order: texts, 64-bit integers, byte strings.
/// Empty where all passes. Internal to the store and its readers.
/// narrowing: of this filter, see auditindex.h.
QString where(const AuditFilter &filter, QVariantList &values, AuditRows rows = AuditRows::Records,
    const auditindex::Narrowing &narrowing = {});

/// What joins the two records of one act: "id" and its value as they stand in the detail; empty where there is none.
/// The keys of a detail are in order, so it comes first.
QByteArray actOf(const QByteArray &detail);

/// AuditFilter::text over many rows, as where() has it: anywhere in the texts of a row, which blanks join; capitals of
/// ASCII do not count.
class TextSearch final
{
public:
    explicit TextSearch(const QString &text);

    void begin();
    void add(QByteArrayView utf8);
    bool found() const { return m_row.contains(m_wanted); }

private:
    QByteArray m_wanted;
    QByteArray m_row; ///< keeps its room
    bool m_isFirst = true;
};

} // namespace packwarden::auditfilter
