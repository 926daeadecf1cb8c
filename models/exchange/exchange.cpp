// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/exchange.h"

#include "models/core/base/digest.h"
#include "models/core/base/ids.h"
#include "models/core/documents/request.h"
#include "models/exchange/exchangereason.h"
#include "models/exchange/exchangework.h"

#include <QFile>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>

namespace packwarden {

using exchangework::arrayOf;
using exchangework::isState;
using exchangework::wordsOf;

namespace {

constexpr char channel[] = "packwarden";

/// In a connection string of libpq, inside an option of Qt.
QString quoted(QString value)
{
    return u'\'' + value.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("\\'")) + u'\'';
}

/// A quoted name of SQL.
QString named(QString name)
{
    return u'"' + name.replace(u'"', QLatin1String("\"\"")) + u'"';
}

bool isHash(const QByteArray &bytes)
{
    return bytes.size() == 32;
}

QStringList hexOf(const QList<QByteArray> &keys)
{
    QStringList words;
    for (const QByteArray &key : keys)
        words.append(QString::fromLatin1(key.right(32).toHex()));
    return words;
}

/// Of a row among the parts of a document; its hash comes last.
QByteArray keyOf(const QString &kind, const QString &name, const QByteArray &sha256)
{
    return kind.toUtf8() + '/' + name.toUtf8() + '/' + sha256;
}

/// One row of what is new.
void addTo(QList<Exchange::News> &slices, const QString &item)
{
    Exchange::News &slice = slices.last();
    if (item.startsWith(u'p')) {
        if (PackSerial::parse(item.mid(1)).ok())
            slice.packs.append(item.mid(1));
        return;
    }
    const QByteArray id = QByteArray::fromHex(item.mid(1).section(u'/', 0, 0).toLatin1());
    if (!isHash(id))
        return;
    if (item.startsWith(u'd')) {
        slice.documents.append(id);
    } else if (item.startsWith(u'l')) {
        slices.first().lists.append(id);
    } else if (const QString serial = item.section(u'/', 1); PackSerial::parse(serial).ok()) {
        slice.receipts[id].append(serial);
    }
}

/// The pack that a receipt names; empty: it cannot be read.
QString serialOf(const QByteArray &receipt)
{
    const auto word = CoseSign1::decode(receipt);
    const auto said = word.ok() ? Receipt::decode(word->payload) : Result<Receipt>(word.error());
    return said.ok() ? said->serial.text() : QString();
}

} // namespace

ExchangeCursor ExchangeCursor::parse(const QString &text)
{
    const QStringList words = text.split(u' ');
    return words.size() == 3 ? ExchangeCursor{words.at(0), words.at(1), words.at(2)} : ExchangeCursor{};
}

Exchange::Exchange(const QString &connection)
    : m_connection(connection)
{
}

Exchange::~Exchange()
{
    {
        QSqlDatabase database = QSqlDatabase::database(m_connection, false);
        database.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

Error Exchange::failed(const QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    const QString text = error.databaseText().trimmed();
    if (isState(error, "42P01") || isState(error, "3F000"))
        return {Code::ExchangeRefused, QStringLiteral("this database is no exchange yet"), ExchangeReason::NoExchange};
    if (isState(error, "42501"))
        return {Code::ExchangeRefused, text};
    if (isState(error, "23514")) // a check of the schema
        return {Code::TooLarge, text};
    return {Code::ExchangeUnavailable, wordsOf(error)};
}

Result<std::unique_ptr<Exchange>> Exchange::open(const ExchangeAddress &address)
{
    std::unique_ptr<Exchange> exchange(new Exchange(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), exchange->m_connection);
    if (!database.isValid())
        return {Code::ExchangeUnavailable,
            QStringLiteral("Qt's driver for PostgreSQL is not installed (libqt6sql6-psql)"), ExchangeReason::NoDriver};
    database.setHostName(address.host);
    if (address.port != 0)
        database.setPort(address.port);
    database.setDatabaseName(address.database);
    database.setUserName(address.login);
    QStringList options{QStringLiteral("connect_timeout=10"), QStringLiteral("application_name=packwarden"),
        QStringLiteral("keepalives_idle=30"), QStringLiteral("tcp_user_timeout=30000")};
    // Of several the one that is no standby, or no longer one.
    if (address.hasSeveral())
        options.append(QStringLiteral("target_session_attrs=read-write"));
    if (!address.isLocal())
        options.append(QStringLiteral("sslmode=verify-full"));
    if (!address.rootCertificate.isEmpty())
        options.append(QStringLiteral("sslrootcert=") + quoted(address.rootCertificate));
    database.setConnectOptions(options.join(u';'));
    if (!database.open())
        return {Code::ExchangeUnavailable, wordsOf(database.lastError())};
    return exchange;
}

Result<> Exchange::init(const QList<Member> &members)
{
    Work work(*this, Work::Of::AnyDatabase);
    if (!work.isReady())
        return work.error();
    const QVariant there = work.value(QStringLiteral("select count(*) from pg_namespace where nspname = 'packwarden'"));
    if (!there.isValid())
        return work.error();
    int made = 0;
    if (there.toInt() != 0) {
        const QVariant found = work.value(Work::versionQuestion());
        if (!found.isValid())
            return work.error();
        made = found.toInt();
    }
    while (made < version) {
        QFile schema(QStringLiteral(":/packwarden/exchange/schema%1.sql").arg(++made));
        if (!schema.open(QIODevice::ReadOnly))
            return {Code::Internal, schema.fileName()};
        if (!work.run(QString::fromUtf8(schema.readAll())))
            return work.error();
    }
    if (auto checked = work.checkAgain(); !checked.ok())
        return checked.error();
    for (const Member &member : members) {
        const QVariant known
            = work.value(QStringLiteral("select count(*) from pg_roles where rolname = ?"), {member.login});
        if (!known.isValid())
            return work.error();
        if (known.toInt() == 0 && !work.run(QStringLiteral("create role %1 login").arg(named(member.login))))
            return work.error();
        if (!work.run(QStringLiteral("grant packwarden_member to %1").arg(named(member.login)))
            || !work.run(QStringLiteral("insert into packwarden.members (member, party) values (?, ?) "
                                        "on conflict (member) do update set party = excluded.party"),
                {member.login, member.party}))
            return work.error();
    }
    return work.commit();
}

Result<Exchange::Status> Exchange::status()
{
    Work work(*this);
    if (auto checked = work.check(); !checked.ok())
        return checked.error();
    Status status;
    {
        const auto query = work.run(QStringLiteral(
            "select version, id::text, current_setting('server_version'), packwarden.party(), "
            "coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false), "
            "(select count(*) from packwarden.documents), (select count(distinct serial) from packwarden.packs) "
            "from packwarden.exchange"));
        if (!query || !query->next())
            return work.error();
        status = {query->value(0).toInt(), query->value(1).toString(), query->value(2).toString(),
            query->value(4).toBool(), query->value(3).toString(), query->value(5).toLongLong(),
            query->value(6).toLongLong(), {}};
    }
    {
        const auto query
            = work.run(QStringLiteral("select member, party from packwarden.members order by member limit 1000"));
        if (!query)
            return work.error();
        while (query->next())
            status.members.append({query->value(0).toString(), query->value(1).toString()});
    }
    if (auto committed = work.commit(); !committed.ok())
        return committed.error();
    return status;
}

Result<Exchange::Published> Exchange::publish(const DocumentFile &file, const QStringList &audience)
{
    const ExchangeRows rows = ExchangeRows::of(file);
    const QByteArray id = rows.id();
    Work work(*this);
    if (auto checked = work.check(); !checked.ok())
        return checked.error();
    Published published;
    {
        const auto query = work.run(QStringLiteral("insert into packwarden.documents (id, document, audience) "
                                                   "values (?, ?, ?::text[]) on conflict do nothing"),
            {id, rows.document, arrayOf(audience)});
        if (!query)
            return work.error();
        published.isNew = query->numRowsAffected() > 0;
    }
    // What is there already is asked for at once: most of a document that grows is.
    QHash<QByteArray, const ExchangePart *> missing;
    QList<PackReceipt> receipts;
    for (const ExchangePart &part : rows.parts) {
        const QString serial = part.kind == ExchangePart::Kind::Receipt ? serialOf(part.content) : QString();
        if (serial.isEmpty())
            missing.insert(keyOf(ExchangePart::word(part.kind), part.name, part.sha256()), &part);
        else
            receipts.append({serial, part.content});
    }
    {
        const auto query
            = work.run(QStringLiteral("select kind, name, id from packwarden.parts where document = ? and id = any "
                                      "(select decode(unnest(?::text[]), 'hex'))"),
                {id, arrayOf(hexOf(missing.keys()))});
        if (!query)
            return work.error();
        while (query->next())
            missing.remove(
                keyOf(query->value(0).toString(), query->value(1).toString(), query->value(2).toByteArray()));
    }
    for (const ExchangePart *part : std::as_const(missing)) {
        const auto query = work.run(QStringLiteral("insert into packwarden.parts (document, kind, name, id, content) "
                                                   "values (?, ?, ?, ?, ?) on conflict do nothing"),
            {id, ExchangePart::word(part->kind), part->name.isNull() ? QStringLiteral("") : part->name, part->sha256(),
                part->content});
        if (!query)
            return work.error();
        published.parts += query->numRowsAffected();
    }
    if (const auto given = addReceipts(work, id, receipts); given.ok())
        published.parts += *given;
    else
        return given.error();
    if (auto committed = work.commit(); !committed.ok())
        return committed.error();
    return published;
}

Result<bool> Exchange::publishList(const QByteArray &encodedEntry)
{
    Work work(*this);
    if (auto checked = work.check(); !checked.ok())
        return checked.error();
    bool isNew = false;
    {
        const auto query = work.run(
            QStringLiteral("insert into packwarden.lists (id, content) values (?, ?) on conflict do nothing"),
            {sha256(encodedEntry), encodedEntry});
        if (!query)
            return work.error();
        isNew = query->numRowsAffected() > 0;
    }
    if (auto committed = work.commit(); !committed.ok())
        return committed.error();
    return isNew;
}

Result<QList<Exchange::News>> Exchange::news(const ExchangeCursor &since, const std::optional<QStringList> &ofPacks)
{
    Work work(*this);
    if (auto checked = work.check(); !checked.ok())
        return checked.error();
    ExchangeCursor now;
    QList<News> slices(1);
    // Transactions that are under way may still commit with a smaller number than what is seen now, so only what lies
    // before the oldest of them is done with. After a restore from a copy the numbers may begin again.
    ExchangeCursor from = since;
    {
        const auto query = work.run(
            QStringLiteral("select id::text, pg_snapshot_xmin(pg_current_snapshot())::text from packwarden.exchange"));
        if (!query || !query->next())
            return work.error();
        now = {query->value(0).toString(), query->value(1).toString(), {}};
    }
    if (from.exchange != now.exchange || from.moment.toULongLong() > now.moment.toULongLong())
        from = {now.exchange, QStringLiteral("0"), {}};
    {
        const QVariant begin = from.moment.isEmpty() ? QStringLiteral("0") : from.moment;
        const QVariant end = now.moment;
        const QString after = from.after.isNull() ? QStringLiteral("") : from.after;
        // Of packs there may be very many: they are read by their index, a page and no more. One transaction is of one
        // party, so no pack is twice in it. Rows are told apart, not documents: one that was read may get more later.
        const auto query = work.run(QStringLiteral(R"(
            select item, moment::text from (
                select item, min(moment) as moment from (
                    select 'd' || encode(id, 'hex') as item, moment from packwarden.documents where moment >= ?::xid8 and moment < ?::xid8
                    union all
                    select 'd' || encode(document, 'hex'), moment from packwarden.parts where moment >= ?::xid8 and moment < ?::xid8
                    union all
                    select 'l' || encode(id, 'hex'), moment from packwarden.lists where moment >= ?::xid8 and moment < ?::xid8
                ) as added where (moment, item) > (?::xid8, ?) group by item
                union all
                (select 'p' || serial, moment from packwarden.packs where moment < ?::xid8 and (moment, serial) > (?::xid8, ?)
                    order by moment, serial limit %1)
                union all
                (select 'r' || encode(document, 'hex') || '/' || serial, moment from packwarden.receipts
                    where moment < ?::xid8 and (moment, document, serial) > (?::xid8, decode(?, 'hex'), ?)
                        and (?::boolean or serial = any (?::text[]))
                    order by moment, document, serial limit %1)
            ) as news order by news.moment, item limit %1)")
                                        .arg(maxNews + 1),
            {begin, end, begin, end, begin, end, begin, after, end, begin,
                after.startsWith(u'p') ? after.mid(1) : QStringLiteral(""), end, begin,
                after.startsWith(u'r') ? after.mid(1).section(u'/', 0, 0) : QStringLiteral(""),
                after.startsWith(u'r') ? after.section(u'/', 1) : QStringLiteral(""), !ofPacks.has_value(),
                arrayOf(ofPacks.value_or(QStringList()))});
        if (!query)
            return work.error();
        ExchangeCursor last;
        QSet<QString> seen; // several parties told of one pack, or gave one receipt: it is asked for once
        int inSlice = 0;
        for (int count = 0; query->next(); ++count) {
            const bool isFull = inSlice == maxWords || slices.constLast().documents.size() == sliceDocuments;
            if (isFull || count == maxNews) {
                slices.last().isAll = false;
                slices.last().cursor = last;
            }
            if (count == maxNews)
                break;
            if (isFull) {
                slices.append(News());
                inSlice = 0;
            }
            const QString item = query->value(0).toString();
            last = {now.exchange, query->value(1).toString(), item};
            if (seen.contains(item))
                continue;
            seen.insert(item);
            addTo(slices, item);
            ++inSlice;
        }
    }
    if (slices.constLast().isAll)
        slices.last().cursor = now;
    if (auto committed = work.commit(); !committed.ok())
        return committed.error();
    return slices;
}

Result<QByteArray> Exchange::list(const QByteArray &id)
{
    Work work(*this);
    if (auto checked = work.check(); !checked.ok())
        return checked.error();
    const QByteArray content
        = work.value(QStringLiteral("select content from packwarden.lists where id = ?"), {id}).toByteArray();
    if (auto committed = work.commit(); !committed.ok())
        return committed.error();
    if (sha256(content) != id)
        return {Code::Malformed, QStringLiteral("list")};
    return content;
}

Result<QList<DocumentFile>> Exchange::document(const QByteArray &id, int *leftOut)
{
    Work work(*this);
    if (auto checked = work.check(); !checked.ok())
        return checked.error();
    ExchangeRows rows;
    int odd = 0;
    {
        const auto query = work.run(QStringLiteral("select document from packwarden.documents where id = ?"), {id});
        if (!query)
            return work.error();
        if (!query->next())
            return {Code::FileUnreadable,
                QStringLiteral("the exchange has no document %1").arg(QString::fromLatin1(id.toHex().left(16))),
                ExchangeReason::NoDocument};
        rows.document = query->value(0).toByteArray();
        if (rows.id() != id)
            return {Code::Malformed, QStringLiteral("document")};
    }
    {
        const auto query = work.run(QStringLiteral(R"(
                select kind, name, parts.id, content from packwarden.parts join (
                    select id, kind as its_kind, name as its_name,
                        row_number() over (partition by publisher, kind order by published, id) as place
                    from packwarden.parts where document = ? order by place, kind, publisher limit %1) as chosen
                on parts.document = ? and parts.id = chosen.id and kind = its_kind and name = its_name
                order by place, kind, parts.id)")
                                        .arg(maxParts),
            {id, id});
        if (!query)
            return work.error();
        qint64 bytes = 0;
        while (query->next() && bytes < DocumentFile::maxBytes) {
            const auto kind = ExchangePart::kindOf(query->value(0).toString());
            ExchangePart part{kind.value_or(ExchangePart::Kind::Signature), query->value(1).toString(),
                query->value(3).toByteArray()};
            bytes += part.content.size();
            if (kind && part.sha256() == query->value(2).toByteArray())
                rows.parts.append(part);
            else
                ++odd;
        }
    }
    if (auto committed = work.commit(); !committed.ok())
        return committed.error();
    int oddParts = 0;
    auto files = rows.files(&oddParts);
    if (leftOut)
        *leftOut = odd + oddParts;
    return files;
}

bool Exchange::listen()
{
    QSqlDriver *driver = QSqlDatabase::database(m_connection, false).driver();
    if (!driver->subscribedToNotifications().contains(QLatin1String(channel))) {
        if (!driver->subscribeToNotification(QLatin1String(channel)))
            return false;
        connect(driver, &QSqlDriver::notification, this,
            [this](const QString &, QSqlDriver::NotificationSource, const QVariant &what) {
                Q_EMIT arrived(what.toString());
            });
    }
    return true;
}

} // namespace packwarden
