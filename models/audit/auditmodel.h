// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"
#include "models/support/tablemodel.h"

#include <QCache>

namespace packwarden {

class AuditStore;

/// The records of a store, newest first, paged and filtered in SQL: only the pages that a view asks for are read.
class AuditModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column {
        SeqColumn,
        TimeColumn,
        PersonColumn,
        PartyColumn,
        RoleColumn,
        ActionColumn,
        SubjectColumn,
        OutcomeColumn,
        ColumnCount
    };
    enum Role {
        RecordRole = Qt::UserRole, ///< AuditRecord
        ValueRole, ///< of the cell: qint64 for number and time (microseconds), else QString
    };

    explicit AuditModel(AuditStore &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void setFilter(const AuditFilter &filter);
    const AuditFilter &filter() const { return m_filter; }
    /// Row of a record under the present filter, -1 if it is not there.
    int rowOf(qint64 seq) const;

private:
    void onAppended(qint64 seq);
    const AuditRecord *record(int row) const;

    AuditStore &m_store;
    AuditFilter m_filter;
    int m_count = 0;
    mutable QCache<int, QList<AuditRecord>> m_pages;
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::AuditRecord)
