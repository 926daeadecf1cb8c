// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"
#include "models/audit/auditverdict.h"
#include "models/audit/nativestatement.h"

#include <QByteArrayView>
#include <QList>
#include <QSet>
#include <QSqlQuery>
#include <QStringList>
#include <QVarLengthArray>

#include <array>

namespace packwarden {

class Database;

/// What the filters of an audit are answered by, beside its records (schema 3): "packs" has a row for each pack that a
/// record names, "texts" each different text of each column. Nothing is shown because of them: they narrow what is
/// looked at, and each record is asked itself. So a row too many does no harm, and one that is missing would hide a
/// record: verifyAudit looks for those. Internal to the store and its readers.
namespace auditindex {

/// The serials that a record names, as views of it: its subject, and each word of the texts in its detail. Other words
/// that could be serials are among them.
using Packs = QVarLengthArray<QByteArrayView, 8>;
Packs packsOf(QByteArrayView subject, QByteArrayView detail);

/// Adds records, inside a transaction.
class Writer final
{
public:
    explicit Writer(Database &database);
    Result<> add(const AuditRowView &row);

private:
    Result<> insertText(int place, QByteArrayView text);

    Database &m_database;
    QSqlQuery m_packs;
    QSqlQuery m_texts;
    QSet<QByteArray> m_there; ///< texts that were added, with their places; bounded
};

/// Of all records, for a store that had no such tables. FileUnwritable, FileUnreadable, Cancelled.
Result<> fill(Database &database, const AuditProgress &progress);

/// Are records found by these tables? Every record is to be taken. Packs with their numbers are compared as sums of
/// hashes, texts by hashes, under keys that are new each time: no file can be made to pass. A row too many of texts
/// does no harm.
class Check final
{
public:
    static Result<Check> begin(const Database &database);
    void take(const AuditRowView &row);
    /// Of all that were taken.
    bool isWhole() const { return m_isWhole && m_due == m_kept; }

private:
    using Sums = std::array<size_t, 2>;

    Check();
    static size_t randomSeed();
    void add(Sums &sums, QByteArrayView pack, qint64 seq) const;
    static size_t hashOf(qint64 number, QByteArrayView text, size_t seed);

    Sums m_seeds;
    Sums m_kept{};
    Sums m_due{};
    QSet<size_t> m_texts;
    std::array<QByteArray, AuditRowView::TextCount> m_last; ///< of each column, the text that was found last
    bool m_isWhole = true;
};

/// What need not be looked at for a filter. Without these tables, or where most of the records would pass, all is.
struct Narrowing
{
    /// Only records that "packs" names: few, to begin with, or many, to be asked for each record.
    enum class ByPack { No, Few, Many };
    ByPack byPack = ByPack::No;
    bool isNothing = false; ///< the text of the filter is nowhere
    QStringList subjects; ///< the text is in these subjects alone; empty: it may be anywhere
};
Narrowing narrow(const Database &database, const AuditFilter &filter);

} // namespace auditindex

} // namespace packwarden
