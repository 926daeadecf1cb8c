// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/exchange.h"

#include "models/core/base/ids.h"
#include "models/exchange/exchangework.h"

#include <QSqlQuery>

#include <algorithm>

namespace packwarden {

using exchangework::arrayOf;

Result<int> Exchange::addReceipts(Work &work, const QByteArray &document, const QList<PackReceipt> &receipts)
{
    // Whoever gave it: one row is enough.
    QSet<std::pair<QString, QByteArray>> known;
    for (qsizetype at = 0; at < receipts.size(); at += maxNews) {
        QStringList serials;
        for (const PackReceipt &each : receipts.mid(at, maxNews))
            serials.append(each.serial);
        const auto query = work.run(QStringLiteral("select serial, sha256(content) from packwarden.receipts where "
                                                   "document = ? and serial = any (?::text[])"),
            {document, arrayOf(serials)});
        if (!query)
            return work.error();
        while (query->next())
            known.insert({query->value(0).toString(), query->value(1).toByteArray()});
    }
    QStringList serials;
    QStringList contents;
    int added = 0;
    const auto send = [&] {
        if (serials.isEmpty())
            return true;
        const auto query = work.run(
            QStringLiteral(
                "insert into packwarden.receipts (document, serial, content) select ?::bytea, serial, decode(content, "
                "'hex') from unnest(?::text[], ?::text[]) as given (serial, content) on conflict do nothing"),
            {document, arrayOf(serials), arrayOf(contents)});
        added += query ? query->numRowsAffected() : 0;
        serials.clear();
        contents.clear();
        return bool(query);
    };
    for (const PackReceipt &each : receipts) {
        if (known.contains({each.serial, sha256(each.receipt)}))
            continue;
        serials.append(each.serial);
        contents.append(QString::fromLatin1(each.receipt.toHex()));
        if (serials.size() == maxWords && !send())
            return work.error();
    }
    if (!send())
        return work.error();
    return added;
}

Result<> Exchange::giveReceipts(const QByteArray &document, const QList<PackReceipt> &receipts)
{
    if (receipts.size() > maxWords)
        return {Code::TooLarge, QStringLiteral("%1 receipts").arg(receipts.size())};
    Work work(*this);
    if (auto checked = work.check(); !checked.ok())
        return checked;
    if (auto added = addReceipts(work, document, receipts); !added.ok())
        return added.error();
    return work.commit();
}

Result<QList<PackReceipt>> Exchange::receipts(const QByteArray &document, const QStringList &serials)
{
    if (serials.size() > maxWords)
        return {Code::TooLarge, QStringLiteral("%1 packs").arg(serials.size())};
    Work work(*this);
    if (auto checked = work.check(); !checked.ok())
        return checked.error();
    QList<PackReceipt> receipts;
    {
        // Many parties may give the same one, and it is read once.
        const auto query = work.run(QStringLiteral(R"(
            select serial, content from (
                select serial, content, row_number() over (partition by serial order by first) as place from (
                    select serial, content, min(published) as first from packwarden.receipts
                    where document = ? and serial = any (?::text[]) group by serial, content) as different
            ) as given where place <= %1 order by serial, place)")
                                        .arg(maxTellers),
            {document, arrayOf(serials)});
        if (!query)
            return work.error();
        qint64 bytes = 0;
        while (query->next() && bytes < maxWordBytes) {
            receipts.append({query->value(0).toString(), query->value(1).toByteArray()});
            bytes += receipts.constLast().receipt.size();
        }
    }
    if (auto committed = work.commit(); !committed.ok())
        return committed.error();
    return receipts;
}

Result<qint64> Exchange::tellPacks(const QList<PackWord> &words)
{
    if (words.size() > maxWords)
        return {Code::TooLarge, QStringLiteral("%1 packs").arg(words.size())};
    Work work(*this);
    if (auto checked = work.check(); !checked.ok())
        return checked.error();
    // In one order, so that two desks of a party never wait for each other.
    QList<PackWord> sorted = words;
    std::sort(sorted.begin(), sorted.end(), [](const PackWord &a, const PackWord &b) { return a.serial < b.serial; });
    for (const PackWord &word : std::as_const(sorted)) {
        if (!work.run(
                QStringLiteral("insert into packwarden.packs as held (serial, statement, counter) values (?, ?, ?) "
                               "on conflict (serial, publisher) do update set statement = excluded.statement, "
                               "counter = excluded.counter, seen = now(), moment = pg_current_xact_id() "
                               "where held.counter <= excluded.counter and held.statement <> excluded.statement"),
                {word.serial, word.statement, word.counter}))
            return work.error();
    }
    const QVariant seen = work.value(QStringLiteral("select extract(epoch from now())::bigint"));
    if (!seen.isValid())
        return work.error();
    if (auto committed = work.commit(); !committed.ok())
        return committed.error();
    return seen.toLongLong();
}

Result<QList<PackWord>> Exchange::packs(const QStringList &serials)
{
    if (serials.size() > maxWords)
        return {Code::TooLarge, QStringLiteral("%1 packs").arg(serials.size())};
    Work work(*this);
    if (auto checked = work.check(); !checked.ok())
        return checked.error();
    QList<PackWord> words;
    {
        // Of many parties that tell of one pack, a few: whoever says the most without proving it hides no other.
        const auto query = work.run(QStringLiteral(R"(
            select serial, statement, counter, publisher, extract(epoch from seen)::bigint from (
                select *, row_number() over (partition by serial order by counter desc, publisher) as place
                from packwarden.packs where serial = any (?::text[])) as told
            where place <= %1 order by serial, place)")
                                        .arg(maxTellers),
            {arrayOf(serials)});
        if (!query)
            return work.error();
        constexpr qsizetype mostWords = qsizetype(maxTellers) * maxWords;
        qint64 bytes = 0;
        while (query->next() && words.size() < mostWords && bytes < maxWordBytes) {
            words.append({query->value(0).toString(), query->value(1).toByteArray(), query->value(2).toLongLong(),
                query->value(3).toString(), query->value(4).toLongLong()});
            bytes += words.constLast().statement.size();
        }
    }
    if (auto committed = work.commit(); !committed.ok())
        return committed.error();
    return words;
}

Result<bool> Exchange::takeLease(
    const QString &serial, const QByteArray &documentSha256, const QString &holder, int seconds)
{
    Work work(*this);
    if (auto checked = work.check(); !checked.ok())
        return checked.error();
    const QVariant taken = work.value(
        QStringLiteral("select packwarden.take_lease(?, ?, ?, ?)"), {serial, documentSha256, holder, seconds});
    if (!taken.isValid())
        return work.error();
    if (auto committed = work.commit(); !committed.ok())
        return committed.error();
    return taken.toBool();
}

Result<> Exchange::dropLease(const QString &serial, const QByteArray &documentSha256, const QString &holder)
{
    Work work(*this);
    if (auto checked = work.check(); !checked.ok())
        return checked.error();
    if (!work.run(QStringLiteral("select packwarden.drop_lease(?, ?, ?)"), {serial, documentSha256, holder}))
        return work.error();
    return work.commit();
}

} // namespace packwarden
