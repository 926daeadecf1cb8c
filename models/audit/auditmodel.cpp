// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditmodel.h"

#include "models/audit/auditreader.h"
#include "models/audit/auditstore.h"
#include "models/support/database.h"
#include "models/support/modelslog.h"

#include <algorithm>
#include <climits>
#include <functional>

namespace packwarden {

namespace {

constexpr int pageSize = 256;
constexpr int pagesKept = 32;
constexpr qint64 searchedAtOnce = 4096; ///< records: a few milliseconds
constexpr qsizetype foundAtFirst = pageSize; ///< what a view shows
constexpr qsizetype foundAtOnce = 65536;

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
    , m_pages(pagesKept)
    , m_search(std::make_shared<std::atomic<quint64>>(0))
{
    m_worker.setMaxThreadCount(1);
    connect(&store, &AuditStore::appended, this, &AuditModel::onAppended);
    search();
}

AuditModel::~AuditModel()
{
    ++*m_search;
    m_worker.waitForDone();
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
    m_filter = filter;
    search();
}

/// All anew. What a filter lets pass in a short audit is there at once.
void AuditModel::search()
{
    const quint64 number = ++*m_search;
    beginResetModel();
    m_pages.clear();
    m_seqs.clear();
    m_newest = m_store.head().count;
    // Of a damaged audit records may be missing.
    m_all = m_filter == AuditFilter() && m_store.count({}) == m_newest;
    const bool here = !m_all && m_newest <= searchedAtOnce;
    if (here)
        m_seqs = m_store.numbers(m_filter, m_newest);
    m_count = int(std::min<qint64>(m_all ? m_newest : m_seqs.size(), INT_MAX));
    endResetModel();
    setSearching(!m_all && !here);
    if (!m_searching)
        return;
    m_worker.start([this, number, newest = m_search, path = m_store.path(), filter = m_filter, upTo = m_newest] {
        QList<qint64> found;
        const auto goesOn = [&] {
            return number == *newest;
        };
        const auto hand = [&](bool last) {
            QMetaObject::invokeMethod(
                this,
                [this, number, newest, seqs = std::exchange(found, {}), last] {
                    if (number != *newest)
                        return;
                    takeFound(seqs);
                    if (last)
                        setSearching(false);
                },
                Qt::QueuedConnection);
        };
        qsizetype most = foundAtFirst;
        if (const auto database = Database::openToRead(path); goesOn() && database.ok()) {
            const auto searched = AuditReader::numbers(
                **database, filter, upTo,
                [&](qint64 seq) {
                    found.append(seq);
                    if (found.size() < most)
                        return true;
                    most = foundAtOnce;
                    hand(false);
                    return goesOn();
                },
                goesOn);
            if (!searched.ok() && searched.code() != Code::Cancelled)
                qCWarning(auditLog) << "not searched to its end:" << searched.error().detail;
        }
        hand(true);
    });
}

void AuditModel::takeFound(const QList<qint64> &seqs)
{
    if (seqs.isEmpty())
        return;
    beginInsertRows({}, m_count, m_count + int(seqs.size()) - 1);
    m_seqs += seqs;
    m_count = int(m_seqs.size());
    // The last page was shorter.
    m_pages.remove((m_count - int(seqs.size())) / pageSize);
    endInsertRows();
}

void AuditModel::setSearching(bool searching)
{
    if (searching == m_searching)
        return;
    m_searching = searching;
    Q_EMIT searchingChanged();
}

int AuditModel::rowOf(qint64 seq) const
{
    if (m_all)
        return seq >= 1 && seq <= m_newest ? int(m_newest - seq) : -1;
    // Rows descend by number.
    const auto found = std::lower_bound(m_seqs.begin(), m_seqs.end(), seq, std::greater<>());
    return found != m_seqs.end() && *found == seq ? int(found - m_seqs.begin()) : -1;
}

void AuditModel::onAppended(qint64)
{
    // Others may have appended too, so the store is asked, not the number.
    const qint64 newest = m_store.head().count;
    QList<qint64> more;
    if (m_all) {
        for (qint64 seq = newest; seq > m_newest; --seq)
            more.append(seq);
    } else {
        more = m_store.numbers(m_filter, newest, m_newest);
    }
    m_newest = newest;
    if (more.isEmpty())
        return;
    beginInsertRows({}, 0, int(more.size()) - 1);
    m_pages.clear();
    if (!m_all)
        m_seqs = more + m_seqs;
    m_count += int(more.size());
    endInsertRows();
}

const AuditRecord *AuditModel::record(int row) const
{
    const int page = row / pageSize;
    if (!m_pages.contains(page)) {
        QList<qint64> seqs;
        for (int each = page * pageSize; each < std::min(m_count, (page + 1) * pageSize); ++each)
            seqs.append(seqAt(each));
        m_pages.insert(page, new QList<AuditRecord>(m_store.records(seqs)));
    }
    const QList<AuditRecord> *records = m_pages.object(page);
    return records && row % pageSize < records->size() ? &records->at(row % pageSize) : nullptr;
}

} // namespace packwarden
