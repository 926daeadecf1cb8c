// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"
#include "models/support/tablemodel.h"

#include <QCache>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace packwarden {

class AuditStore;

/// The records of a store, newest first: only the pages that a view asks for are read. A filter is answered in SQL; in
/// a long audit beside the window, by the numbers of what it lets pass, as they are found.
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
    ~AuditModel() override;

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

private:
    void onAppended(qint64 seq);
    const AuditRecord *record(int row) const;
    qint64 seqAt(int row) const { return m_all ? m_newest - row : m_seqs.at(row); }
    void search();
    void takeFound(const QList<qint64> &seqs);
    void setSearching(bool searching);

    AuditStore &m_store;
    AuditFilter m_filter;
    bool m_all = true; ///< no filter, and no gap: rows are numbers
    qint64 m_newest = 0; ///< up to here records are taken into account
    int m_count = 0;
    QList<qint64> m_seqs; ///< of the rows, where they are not all
    bool m_searching = false;
    mutable QCache<int, QList<AuditRecord>> m_pages;
    std::shared_ptr<std::atomic<quint64>> m_search; ///< the number of the newest one
    QThreadPool m_worker; ///< of one thread
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::AuditRecord)
