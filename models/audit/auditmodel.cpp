// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditmodel.h"

#include "models/audit/auditreader.h"
#include "models/audit/auditstore.h"
#include "models/support/database.h"
#include "models/support/modelslog.h"

#include <algorithm>
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
    , m_acts(store.path())
    , m_pages(pagesKept)
{
    connect(&store, &AuditStore::appended, this, &AuditModel::onAppended);
    search();
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_seqs.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role != Qt::DisplayRole && role != ValueRole && role != RecordRole && role != OtherHalfRole)
        return {};
    const AuditRecord *found = record(index.row());
    if (!found)
        return {};
    if (role == OtherHalfRole)
        return QVariant::fromValue(m_acts.otherHalf(*found).value_or(AuditRecord()));
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
    m_search.cancel();
    beginResetModel();
    m_pages.clear();
    m_seqs.clear();
    m_ended.clear();
    m_newest = m_store.head().count;
    const bool here = m_newest <= searchedAtOnce;
    if (here)
        m_seqs = m_acts.numbers(m_filter, m_newest);
    endResetModel();
    setSearching(!here);
    if (!m_searching)
        return;
    m_search.start(
        [this, path = m_store.path(), filter = m_filter, upTo = m_newest](const NewestAnswer::StillAsked &stillAsked) {
            QList<qint64> found;
            qsizetype most = foundAtFirst;
            const auto take = [&](qint64 seq) {
                found.append(seq);
                if (found.size() < most)
                    return true;
                most = foundAtOnce;
                QMetaObject::invokeMethod(
                    this,
                    [this, stillAsked, seqs = std::exchange(found, {})] {
                        if (stillAsked())
                            takeFound(seqs);
                    },
                    Qt::QueuedConnection);
                return stillAsked();
            };
            if (const auto database = Database::openToRead(path); stillAsked() && database.ok()) {
                const auto searched = AuditReader::numbers(**database, filter, upTo, take, stillAsked, AuditRows::Acts);
                if (!searched.ok() && searched.code() != Code::Cancelled)
                    qCWarning(auditLog) << "not searched to its end:" << searched.error().detail;
            }
            return found;
        },
        [this](const QList<qint64> &rest) {
            takeFound(rest);
            setSearching(false);
        });
}

void AuditModel::takeFound(QList<qint64> seqs)
{
    if (!m_ended.isEmpty())
        seqs.removeIf([this](qint64 seq) { return m_ended.contains(seq); });
    if (seqs.isEmpty())
        return;
    const int before = int(m_seqs.size());
    beginInsertRows({}, before, before + int(seqs.size()) - 1);
    m_seqs += seqs;
    m_pages.remove(before / pageSize); // it was shorter
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
    // Rows descend by number.
    const auto found = std::lower_bound(m_seqs.begin(), m_seqs.end(), seq, std::greater<>());
    return found != m_seqs.end() && *found == seq ? int(found - m_seqs.begin()) : -1;
}

void AuditModel::onAppended(qint64)
{
    // Others may have appended too, so the store is asked, not the number.
    const qint64 newest = m_store.head().count;
    const QList<qint64> more = m_acts.numbers(m_filter, newest, m_newest);
    m_newest = newest;
    if (more.isEmpty())
        return;
    beginInsertRows({}, 0, int(more.size()) - 1);
    m_pages.clear();
    for (auto seq = more.crbegin(); seq != more.crend(); ++seq)
        m_seqs.prepend(*seq); // there is room in front
    endInsertRows();
    dropBegun(more);
}

void AuditModel::dropBegun(const QList<qint64> &ends)
{
    const QList<AuditRecord> records = m_store.records(ends);
    for (const AuditRecord &end : records) {
        if (end.outcome == QLatin1String(auditoutcome::begun))
            continue;
        const auto begun = m_acts.otherHalf(end);
        // The filter has the last word: its end may be none that it lets pass.
        if (!begun || !m_acts.numbers(m_filter, begun->seq, begun->seq - 1).isEmpty())
            continue;
        if (m_searching)
            m_ended.insert(begun->seq);
        const int row = rowOf(begun->seq);
        if (row < 0)
            continue;
        Q_EMIT ended(begun->seq, end.seq);
        beginRemoveRows({}, row, row);
        m_pages.clear();
        m_seqs.removeAt(row);
        endRemoveRows();
    }
}

const AuditRecord *AuditModel::record(int row) const
{
    const int page = row / pageSize;
    if (!m_pages.contains(page)) {
        const QList<qint64> seqs = m_seqs.mid(qsizetype(page) * pageSize, pageSize);
        m_pages.insert(page, new QList<AuditRecord>(m_store.records(seqs)));
    }
    const QList<AuditRecord> *records = m_pages.object(page);
    return records && row % pageSize < records->size() ? &records->at(row % pageSize) : nullptr;
}

} // namespace packwarden
