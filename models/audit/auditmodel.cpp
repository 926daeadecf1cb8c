// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditmodel.h"

#include "models/audit/auditstore.h"

#include <algorithm>
#include <climits>

namespace packwarden {

namespace {

constexpr int pageSize = 256;
constexpr int pagesKept = 32;

QVariant valueOf(const AuditRecord &record, int column)
{
    switch (column) {
    case AuditModel::SeqColumn:
        return record.seq;
    case AuditModel::TimeColumn:
        return record.timeUs;
    case AuditModel::PersonColumn:
        return record.actor.person;
    case AuditModel::PartyColumn:
        return record.actor.party;
    case AuditModel::RoleColumn:
        return record.actor.role;
    case AuditModel::ActionColumn:
        return record.action;
    case AuditModel::SubjectColumn:
        return record.subject;
    case AuditModel::OutcomeColumn:
        return record.outcome;
    default:
        return {};
    }
}

} // namespace

AuditModel::AuditModel(AuditStore &store, QObject *parent)
    : TableModel(parent)
    , m_store(store)
    , m_count(int(std::min<qint64>(store.count({}), INT_MAX)))
    , m_pages(pagesKept)
{
    connect(&store, &AuditStore::appended, this, &AuditModel::onAppended);
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role != Qt::DisplayRole && role != ValueRole && role != RecordRole)
        return {};
    const AuditRecord *found = record(index.row());
    if (!found)
        return {};
    return role == RecordRole ? QVariant::fromValue(*found) : valueOf(*found, index.column());
}

void AuditModel::setFilter(const AuditFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_pages.clear();
    m_count = int(std::min<qint64>(m_store.count(filter), INT_MAX));
    endResetModel();
}

int AuditModel::rowOf(qint64 seq) const
{
    // Rows descend by number.
    int low = 0;
    int high = m_count;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        const AuditRecord *found = record(middle);
        if (!found)
            return -1;
        if (found->seq == seq)
            return middle;
        if (found->seq > seq)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

void AuditModel::onAppended(qint64)
{
    // Others may have appended too, so the store is asked, not the number.
    const int now = int(std::min<qint64>(m_store.count(m_filter), INT_MAX));
    if (now <= m_count)
        return;
    beginInsertRows({}, 0, now - m_count - 1);
    m_pages.clear();
    m_count = now;
    endInsertRows();
}

const AuditRecord *AuditModel::record(int row) const
{
    const int page = row / pageSize;
    if (!m_pages.contains(page)) {
        // Another process may have appended meanwhile; until we hear of it the newest rows are passed over.
        const qint64 unseen = std::max<qint64>(0, m_store.count(m_filter) - m_count);
        m_pages.insert(
            page, new QList<AuditRecord>(m_store.page(m_filter, unseen + qint64(page) * pageSize, pageSize)));
    }
    const QList<AuditRecord> *records = m_pages.object(page);
    return records && row % pageSize < records->size() ? &records->at(row % pageSize) : nullptr;
}

} // namespace packwarden
