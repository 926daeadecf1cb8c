// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditacts.h"
#include "models/audit/auditrecord.h"
#include "models/support/latestjob.h"
#include "models/support/tablemodel.h"

#include <QCache>
#include <QSet>

namespace packwarden {

class AuditStore;

/// The acts of a store, newest first: begin and end of one act are one row, that of its end, and an act that did not
/// end is the row of its begin. Only the pages that a view asks for are read. What passes a filter is found in SQL; in
/// a long audit beside the window, by its numbers, as they are found.
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
        OtherHalfRole, ///< AuditRecord: of an act's end its begin, of a begin its end; number 0: there is none
    };

    explicit AuditModel(AuditStore &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void setFilter(const AuditFilter &filter);
    const AuditFilter &filter() const { return m_filter; }
    /// May there be more of what the filter lets pass?
    bool isSearching() const { return m_searching; }
    /// Row of a record under the present filter, -1 if it is not there.
    int rowOf(qint64 seq) const;

Q_SIGNALS:
    /// All is found, or another search begins.
    void searchingChanged();
    /// The row of what was begun goes now: that of its end is there.
    void ended(qint64 begun, qint64 end);

private:
    void onAppended(qint64 seq);
    const AuditRecord *record(int row) const;
    void dropBegun(const QList<qint64> &ends);
    void search();
    void takeFound(QList<qint64> seqs);
    void setSearching(bool searching);

    AuditStore &m_store;
    mutable AuditActs m_acts;
    AuditFilter m_filter;
    qint64 m_newest = 0; ///< up to here records are taken into account
    QList<qint64> m_seqs; ///< of the rows
    bool m_searching = false;
    QSet<qint64> m_ended; ///< begun, and ended since the search began: it may still find them
    mutable QCache<int, QList<AuditRecord>> m_pages;
    LatestJob m_search;
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::AuditRecord)
