// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/exchange.h"

#include "models/core/base/digest.h"
#include "models/core/base/ids.h"
#include "models/core/documents/request.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>

namespace packwarden {

namespace {

constexpr char channel[] = "packwarden";

/// In a connection string of libpq, inside an option of Qt.
QString quoted(QString value)
{
    return u'\'' + value.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("\\'")) + u'\'';
}

/// "{a,b}" for a column of type text[]; the words are identifiers.
QVariant arrayOf(const QStringList &words)
{
    return words.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(u'{' + words.join(u',') + u'}');
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

/// The pack that a receipt names; empty: it cannot be read.
QString serialOf(const QByteArray &receipt)
{
    const auto word = CoseSign1::decode(receipt);
    const auto said = word.ok() ? Receipt::decode(word->payload) : Result<Receipt>(word.error());
    return said.ok() ? said->serial.text() : QString();
}

/// SQLSTATE, as PostgreSQL names it.
bool isState(const QSqlError &error, const char *state)
{
    return error.nativeErrorCode() == QLatin1String(state);
}

/// What a server said at last; where it said nothing, that it is gone.
QString wordsOf(const QSqlError &error)
{
    for (const QString &text : {error.databaseText().trimmed(), error.driverText().trimmed()}) {
        if (!text.isEmpty())
            return text;
    }
    return QStringLiteral("the connection was lost");
}

} // namespace

ExchangeCursor ExchangeCursor::parse(const QString &text)
{
    const QStringList words = text.split(u' ');
    return words.size() == 3 ? ExchangeCursor{words.at(0), words.at(1), words.at(2)} : ExchangeCursor{};
}

/// One transaction, in as few questions as there can be. No statement is prepared: a pooler may hand each transaction
/// to another connection of the server, and would hand on what one left behind.
class Exchange::Work
{
public:
    enum class Of { Exchange, AnyDatabase };

    /// Of::Exchange: begins only where this is an exchange of this version; see check().
    explicit Work(Exchange &exchange, Of of = Of::Exchange)
        : m_exchange(exchange)
        , m_database(QSqlDatabase::database(exchange.m_connection, false))
    {
        if (!m_database.isOpen())
            m_database.open();
        m_begun = m_database.transaction();
        if (!m_begun) {
            m_error = {Code::ExchangeUnavailable, wordsOf(m_database.lastError())};
            return;
        }
        const QString limits
            = QStringLiteral("set local statement_timeout = '%1s'; set local client_min_messages = warning")
                  .arg(patience);
        if (of == Of::AnyDatabase)
            (void)run(limits);
        else if (const auto query = run(versionQuestion() + u';' + limits); query && query->next())
            checkVersion(query->value(0).toInt());
    }
    ~Work()
    {
        if (m_begun && !m_committed && m_database.isOpen())
            m_database.rollback();
        // What was cut off is opened anew by the next one.
        if (m_error.code == Code::ExchangeUnavailable)
            m_database.close();
    }
    Work(const Work &) = delete;
    Work &operator=(const Work &) = delete;

    bool isReady() const { return m_begun; }
    const Error &error() const { return m_error; }

    /// Each "?" stands for one of `values`, in order. Rows are read one after the other, so that whoever answers
    /// without end is left.
    std::unique_ptr<QSqlQuery> run(const QString &sql, const QVariantList &values = {})
    {
        auto query = std::make_unique<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (query->exec(filled(sql, values)))
            return query;
        m_error = m_exchange.failed(*query);
        if (m_database.isOpen())
            m_database.rollback();
        m_begun = false;
        return nullptr;
    }
    /// The first value of the first row; invalid and error() otherwise.
    QVariant value(const QString &sql, const QVariantList &values = {})
    {
        const auto query = run(sql, values);
        return query && query->next() ? query->value(0) : QVariant();
    }
    Result<> commit()
    {
        m_committed = m_database.commit();
        if (m_committed)
            return Result<>::success();
        m_error = {Code::ExchangeUnavailable, wordsOf(m_database.lastError())};
        return m_error;
    }
    /// Is the transaction begun, and this an exchange of this version?
    Result<> check() const { return m_begun && !m_isOther ? Result<>::success() : Result<>(m_error); }
    /// For what was made since this began.
    Result<> checkAgain()
    {
        const QVariant found = value(versionQuestion());
        if (found.isValid())
            checkVersion(found.toInt());
        return check();
    }

    static QString versionQuestion() { return QStringLiteral("select version from packwarden.exchange"); }

private:
    void checkVersion(int found)
    {
        m_isOther = found != version;
        if (m_isOther)
            m_error = {Code::ExchangeRefused,
                QStringLiteral("the exchange has version %1, this program knows %2%3")
                    .arg(found)
                    .arg(version)
                    .arg(found < version ? QLatin1String(": its owner upgrades it by \"packwardenctl exchange init\"")
                                         : QLatin1String())};
    }
    /// As the driver writes values into statements.
    QString filled(const QString &sql, const QVariantList &values) const
    {
        const QStringList pieces = sql.split(u'?');
        Q_ASSERT(pieces.size() == values.size() + 1);
        QString whole = pieces.constFirst();
        for (qsizetype at = 0; at < values.size(); ++at) {
            QSqlField field(QString(), values.at(at).metaType());
            field.setValue(values.at(at));
            whole += m_database.driver()->formatValue(field) + pieces.at(at + 1);
        }
        return whole;
    }

    Exchange &m_exchange;
    QSqlDatabase m_database;
    Error m_error{Code::Internal, {}};
    bool m_begun = false;
    bool m_isOther = false; ///< of another version
    bool m_committed = false;
};

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
        return {Code::ExchangeRefused, QStringLiteral("this database is no exchange yet")};
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
        return {
            Code::ExchangeUnavailable, QStringLiteral("Qt's driver for PostgreSQL is not installed (libqt6sql6-psql)")};
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

Result<Exchange::News> Exchange::news(const ExchangeCursor &since, const std::optional<QStringList> &ofPacks)
{
    Work work(*this);
    if (auto checked = work.check(); !checked.ok())
        return checked.error();
    News news;
    // Transactions that are under way may still commit with a smaller number than what is seen now, so only what lies
    // before the oldest of them is done with. After a restore from a copy the numbers may begin again.
    ExchangeCursor from = since;
    {
        const auto query = work.run(
            QStringLiteral("select id::text, pg_snapshot_xmin(pg_current_snapshot())::text from packwarden.exchange"));
        if (!query || !query->next())
            return work.error();
        news.cursor = {query->value(0).toString(), query->value(1).toString(), {}};
    }
    if (from.exchange != news.cursor.exchange || from.moment.toULongLong() > news.cursor.moment.toULongLong())
        from = {news.cursor.exchange, QStringLiteral("0"), {}};
    {
        const QVariant begin = from.moment.isEmpty() ? QStringLiteral("0") : from.moment;
        const QVariant end = news.cursor.moment;
        const QString after = from.after.isNull() ? QStringLiteral("") : from.after;
        // Of packs there may be very many: they are read by their index, a page and no more. One transaction is of one
        // party, so no pack is twice in it.
        const auto query = work.run(QStringLiteral(R"(
            select item, moment::text from (
                select item, min(moment) as moment from (
                    select 'd' || encode(id, 'hex') as item, moment from packwarden.documents where moment >= ?::xid8 and moment < ?::xid8
                    union all
                    select 'd' || encode(document, 'hex'), moment from packwarden.parts where moment >= ?::xid8 and moment < ?::xid8
                    union all
                    select 'l' || encode(id, 'hex'), moment from packwarden.lists where moment >= ?::xid8 and moment < ?::xid8
                ) as added group by item having (min(moment), item) > (?::xid8, ?)
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
        for (int count = 0; query->next(); ++count) {
            if (count == maxNews) {
                news.isAll = false;
                news.cursor = last;
                break;
            }
            const QString item = query->value(0).toString();
            last = {news.cursor.exchange, query->value(1).toString(), item};
            if (item.startsWith(u'p')) {
                if (PackSerial::parse(item.mid(1)).ok())
                    news.packs.append(item.mid(1));
                continue;
            }
            const QByteArray id = QByteArray::fromHex(item.mid(1).section(u'/', 0, 0).toLatin1());
            if (item.startsWith(u'r')) {
                const QString serial = item.section(u'/', 1);
                if (isHash(id) && PackSerial::parse(serial).ok() && !news.receipts.value(id).contains(serial))
                    news.receipts[id].append(serial);
                continue;
            }
            if (isHash(id))
                (item.startsWith(u'd') ? news.documents : news.lists).append(id);
        }
    }
    news.packs.removeDuplicates(); // several parties told of it
    if (auto committed = work.commit(); !committed.ok())
        return committed.error();
    return news;
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
                QStringLiteral("the exchange has no document %1").arg(QString::fromLatin1(id.toHex().left(16)))};
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
