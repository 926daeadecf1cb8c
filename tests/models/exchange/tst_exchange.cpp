// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/base/wholefile.h"
#include "models/exchange/exchangevisit.h"
#include "tests/models/support/modelworld.h"
#include "tests/support/privatepostgres.h"

#include <QProcess>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// On a PostgreSQL of its own: members, what they may, what comes to other desks, and an exchange that lies.
class TestExchange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void itIsMadeOnce();
    void membersAddAndReadAlone_data();
    void membersAddAndReadAlone();
    void onlyTheAudienceSees();
    void twoDesksSignTheSameDocument();
    void listsComeWithTheirJudgement();
    void nothingIsMissedWhileOthersWrite();
    void manyDocumentsComeInPieces();
    void whatComesLaterIsReadToo();
    void newsIsToldAtOnce();
    void aLyingExchangeIsFoundOut_data();
    void aLyingExchangeIsFoundOut();
    void aServerThatGoesComesBack();
    void anotherVersionIsLeftAlone();
    void anOlderExchangeIsUpgraded();
    void leasesEnd();
    void aPoolerStandsBetween();

private:
    std::unique_ptr<Exchange> open(const char *login)
    {
        auto opened = Exchange::open(*ExchangeAddress::parse(m_server->address(s(login))));
        return opened.ok() ? std::move(opened).value() : nullptr;
    }
    ExchangeAddress address(const char *login) const { return *ExchangeAddress::parse(m_server->address(s(login))); }
    /// A request that its author signed, as a file of this desk.
    QString requestOf(Desk &desk, qint64 value, const QStringList &approvers = {});
    static DocumentFile read(const QString &path)
    {
        return DocumentFile::decode(wholefile::read(path, DocumentFile::maxBytes).value()).value();
    }

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    std::unique_ptr<PrivatePostgres> m_server;
    PackState m_pack;
    bool m_isMade = false;
};

void TestExchange::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
    m_server = std::make_unique<PrivatePostgres>();
    QVERIFY2(m_server->start(), qPrintable(m_server->said));
}

void TestExchange::init()
{
    // A database that somebody tampered with, or that is to be made, is made anew; else it is emptied.
    const QByteArray test = QTest::currentTestFunction();
    if (test == "membersAddAndReadAlone" && QTest::currentDataTag() != QByteArrayLiteral("read"))
        return;
    const bool isWhole = m_isMade && test != "itIsMadeOnce" && test != "aLyingExchangeIsFoundOut"
        && test != "aServerThatGoesComesBack";
    if (isWhole
        && !m_server
                ->sql(s("truncate packwarden.documents, packwarden.parts, packwarden.receipts, packwarden.lists, "
                        "packwarden.packs, packwarden.leases; "
                        "update packwarden.exchange set version = 2"))
                .isNull())
        return;
    m_isMade = true;
    m_server->sql(s("drop database if exists exchange with (force)"), s("postgres"));
    m_server->sql(s("create database exchange"), s("postgres"));
    const auto owner = open("owner");
    QVERIFY(owner);
    const auto made
        = owner->init({{s("courier"), s("courier")}, {s("leasing"), s("leasing")}, {s("celldata"), s("celldata")}});
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().detail));
}

QString TestExchange::requestOf(Desk &desk, qint64 value, const QStringList &approvers)
{
    DocumentFile file;
    file.document = m_world->sign(m_world->request(m_pack, s("soc.max"), value), s("courier.fleet-manager"), approvers);
    const QString path = desk.workspace().requestsFolder() + QStringLiteral("/%1.pwreq").arg(value);
    return wholefile::write(path, file.encode()).ok() ? path : QString();
}

void TestExchange::itIsMadeOnce()
{
    const auto owner = open("owner");
    const auto before = owner->status();
    QVERIFY(before.ok());
    QCOMPARE(before->version, Exchange::version);
    QCOMPARE(before->members.size(), 3);
    QVERIFY(before->party.isEmpty());
    // Again, with one more member and another party for an old one: the rest stays.
    QVERIFY(owner->init({{s("owner-of-packs"), s("leasing")}, {s("celldata"), s("cells")}}).ok());
    const auto after = owner->status();
    QCOMPARE(after->exchange, before->exchange);
    QCOMPARE(after->members.size(), 4);
    QCOMPARE(open("celldata")->status()->party, s("cells"));
    QCOMPARE(open("owner-of-packs")->status()->party, s("leasing"));
    // Who owns nothing makes nothing.
    const auto refused = open("leasing")->init({{s("mallory"), s("leasing")}});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.code(), Code::ExchangeRefused);
    QCOMPARE(m_server->sql(s("select count(*) from pg_roles where rolname = 'mallory'")), s("0"));
    // A database that is none, and a server that is not there.
    m_server->sql(s("drop schema packwarden cascade"));
    QCOMPARE(open("leasing")->status().code(), Code::ExchangeRefused);
    const auto nowhere = Exchange::open(*ExchangeAddress::parse(s("postgresql:///x?host=/nowhere&user=leasing")));
    QVERIFY(!nowhere.ok());
    QVERIFY(!nowhere.error().detail.isEmpty());
}

void TestExchange::membersAddAndReadAlone_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const char *statement, bool allowed = false) {
        QTest::newRow(name) << s(statement) << allowed;
    };
    row("read", "select count(*) from packwarden.documents", true);
    row("add", "insert into packwarden.lists (id, content) values (sha256('x'), 'x')", true);
    row("add under another hash", "insert into packwarden.lists (id, content) values (sha256('y'), 'x')");
    row("add too much",
        "insert into packwarden.lists (id, content) select sha256(b), b from (select convert_to(repeat('x', 1048577), "
        "'UTF8') as b) as big");
    row("add for another party",
        "insert into packwarden.lists (id, content, publisher) values (sha256('x'), 'x', 'courier')");
    row("add in the past",
        "insert into packwarden.lists (id, content, published) values (sha256('x'), 'x', '2000-01-01')");
    row("add out of order", "insert into packwarden.lists (id, content, moment) values (sha256('x'), 'x', '1')");
    row("change", "update packwarden.documents set document = 'x'");
    row("change a part", "update packwarden.parts set content = 'x'");
    row("remove", "delete from packwarden.documents");
    row("remove a part", "delete from packwarden.parts");
    row("empty", "truncate packwarden.parts");
    row("drop", "drop table packwarden.documents cascade");
    row("a receipt",
        "insert into packwarden.receipts (document, serial, content) select id, 'SDB-1', 'x' from "
        "packwarden.documents limit 1",
        true);
    row("another's receipt",
        "insert into packwarden.receipts (document, serial, publisher, content) select id, 'SDB-1', "
        "'courier', 'x' from packwarden.documents limit 1");
    row("a receipt of nothing",
        "insert into packwarden.receipts (document, serial, content) values (sha256('n'), 'SDB-1', 'x')");
    row("change a receipt", "update packwarden.receipts set content = 'x'");
    row("remove a receipt", "delete from packwarden.receipts");
    row("become a member", "insert into packwarden.members (member, party) values ('x', 'leasing')");
    row("become another", "update packwarden.members set party = 'courier'");
    row("change the version", "update packwarden.exchange set version = 2");
    row("a part of nothing",
        "insert into packwarden.parts (document, kind, id, content) values (sha256('n'), 'signature', sha256('x'), "
        "'x')");
    row("take a lease by hand",
        "insert into packwarden.leases (serial, document, holder, until) values ('A', sha256('x'), 'me', now())");
    row("read leases", "select * from packwarden.leases");
    row("a word of a pack", "insert into packwarden.packs (serial, statement, counter) values ('SDB-1', 'x', 1)", true);
    row("another's word",
        "insert into packwarden.packs (serial, publisher, statement, counter) values ('SDB-1', 'courier', 'x', 1)");
}

void TestExchange::membersAddAndReadAlone()
{
    QFETCH(QString, statement);
    const QString said
        = m_server->sql(QStringLiteral("begin; set session authorization leasing; %1; rollback").arg(statement));
    QCOMPARE(!said.isNull(), *static_cast<const bool *>(QTest::qData("allowed", QMetaType::Bool)));
}

void TestExchange::onlyTheAudienceSees()
{
    Desk courier(*m_world, m_pack);
    const DocumentFile file = read(requestOf(courier, 95000));
    QVERIFY(open("courier")->publish(file, {s("leasing")}).ok());
    const QByteArray id = ExchangeRows::of(file).id();
    for (const auto &[login, sees] :
        {std::pair("courier", true), std::pair("leasing", true), std::pair("celldata", false)}) {
        const auto exchange = open(login);
        QCOMPARE(exchange->news({})->constFirst().documents.size(), sees ? 1 : 0);
        QCOMPARE(exchange->document(id).ok(), sees);
    }
    // Who does not see it adds nothing to it either, though the document is known by its hash.
    DocumentFile more = file;
    more.withdrawals = {QByteArrayLiteral("\x01")};
    QVERIFY(!open("celldata")->publish(more).ok());
    QVERIFY(open("leasing")->publish(more).ok());
    QCOMPARE(open("courier")->document(id)->constFirst().withdrawals.size(), 1);
}

void TestExchange::twoDesksSignTheSameDocument()
{
    Desk courier(*m_world, m_pack);
    Desk leasing(*m_world, m_pack);
    Desk celldata(*m_world, m_pack);
    const auto atCourier = open("courier");
    const auto atLeasing = open("leasing");
    const auto atCelldata = open("celldata");
    const QString path = requestOf(courier, 95000);
    const auto given = ExchangeVisit(*atCourier, address("courier"), courier.workspace()).publish(path);
    QVERIFY2(given.ok(), qPrintable(given.ok() ? QString() : given.error().detail));
    QVERIFY(given->isNew);
    QCOMPARE(given->parts, 1);
    QCOMPARE(ExchangeVisit(*atCourier, address("courier"), courier.workspace()).publish(path)->parts, 0);

    // Both fetch it, both sign at the same time, neither knows of the other.
    QList<std::pair<Desk *, Exchange *>> signing{{&leasing, atLeasing.get()}, {&celldata, atCelldata.get()}};
    const QStringList people{s("leasing.asset-manager"), s("celldata.specialist")};
    QStringList paths;
    for (const auto &[desk, exchange] : signing) {
        const auto fetched = ExchangeVisit(*exchange, address("leasing"), desk->workspace()).fetch();
        QVERIFY2(fetched.ok(), qPrintable(fetched.ok() ? QString() : fetched.error().detail));
        QCOMPARE(fetched->documents.size(), 1);
        QVERIFY(fetched->refused.isEmpty());
        QCOMPARE(read(fetched->documents.constFirst()).encode(), read(path).encode());
        paths.append(fetched->documents.constFirst());
    }
    for (int at = 0; at < 2; ++at) {
        DocumentFile mine = read(paths.at(at));
        QVERIFY(mine.document
                    .addSignature(*m_world->key(people.at(at)), Meaning::Approve, TestWorld::now,
                        {QByteArray(16, 'l'), 1, QByteArray(32, 'h')})
                    .ok());
        QVERIFY(wholefile::write(paths.at(at), mine.encode()).ok());
    }
    for (int at = 0; at < 2; ++at) {
        const auto &[desk, exchange] = signing.at(at);
        const auto added = ExchangeVisit(*exchange, address("leasing"), desk->workspace()).publish(paths.at(at));
        QVERIFY2(added.ok(), qPrintable(added.ok() ? QString() : added.error().detail));
        QCOMPARE(added->parts, 1);
    }
    // Everywhere the same, byte for byte.
    const auto whole = ExchangeVisit(*atCourier, address("courier"), courier.workspace()).fetch();
    QVERIFY2(whole.ok(), qPrintable(whole.ok() ? QString() : whole.error().detail));
    QCOMPARE(whole->documents, QStringList{path});
    for (int at = 0; at < 2; ++at) {
        const auto &[desk, exchange] = signing.at(at);
        QVERIFY(ExchangeVisit(*exchange, address("leasing"), desk->workspace()).fetch().ok());
        QCOMPARE(read(paths.at(at)).encode(), read(path).encode());
    }
    QCOMPARE(read(path).document.signatures.size(), 3);
    // And then there is nothing new, whatever is asked.
    const auto nothing = ExchangeVisit(*atCourier, address("courier"), courier.workspace()).fetch();
    QVERIFY(nothing.ok());
    QVERIFY(nothing->documents.isEmpty());
    // It stands in the audit of each.
    for (const auto &[action, count] : {std::pair(auditaction::publish, 2), std::pair(auditaction::fetch, 1)}) {
        AuditFilter filter;
        filter.action = QLatin1String(action);
        filter.outcome = QLatin1String(auditoutcome::done);
        const qint64 found = courier.workspace().audit().count(filter);
        QCOMPARE(found, count);
    }
}

void TestExchange::listsComeWithTheirJudgement()
{
    Desk courier(*m_world, m_pack);
    Desk leasing(*m_world, m_pack);
    const Certificate leaf = m_world->key(s("leasing.asset-manager"))->leaf();
    const CrlEntry newer = m_world->crl(s("leasing"), {leaf}, 7);
    const QString path = courier.path("newer.crl");
    QVERIFY(wholefile::write(path, newer.crl.der).ok());
    const auto atCourier = open("courier");
    QVERIFY(ExchangeVisit(*atCourier, address("courier"), courier.workspace()).publish(path)->isNew);
    // One that no root here has signed comes along.
    CrlEntry forged = m_world->crl(s("buyer"), {leaf}, 9);
    QVERIFY(atCourier->publishList(encodeCrlEntry(forged)).ok());
    const auto fetched = ExchangeVisit(*open("leasing"), address("leasing"), leasing.workspace()).fetch();
    QVERIFY2(fetched.ok(), qPrintable(fetched.ok() ? QString() : fetched.error().detail));
    QCOMPARE(fetched->lists.size(), 1);
    QCOMPARE(fetched->refused.size(), 1);
    QCOMPARE(fetched->refused.constFirst().why.code, Code::UnknownIssuer);
}

void TestExchange::nothingIsMissedWhileOthersWrite()
{
    Desk courier(*m_world, m_pack);
    const DocumentFile slow = read(requestOf(courier, 95000));
    const DocumentFile quick = read(requestOf(courier, 94000));
    const ExchangeRows rows = ExchangeRows::of(slow);
    const auto reader = open("leasing");
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(s("QPSQL"), s("slow"));
        other.setHostName(m_server->folder());
        other.setDatabaseName(s("exchange"));
        other.setUserName(s("courier"));
        QVERIFY(other.open() && other.transaction());
        QSqlQuery query(other);
        QVERIFY(query.prepare(s("insert into packwarden.documents (id, document) values (?, ?)")));
        query.addBindValue(rows.id());
        query.addBindValue(rows.document);
        QVERIFY(query.exec());
        // Another writes and commits meanwhile, with a higher number.
        QVERIFY(open("celldata")->publish(quick).ok());
        const auto first = reader->news({});
        QVERIFY(first.ok());
        QVERIFY(!first->constFirst().documents.contains(rows.id()));
        query.clear();
        QVERIFY(other.commit());
        const auto second = reader->news(first->constLast().cursor);
        QVERIFY(second->constFirst().documents.contains(rows.id()));
        QVERIFY(first->constFirst().documents.contains(ExchangeRows::of(quick).id())
            || second->constFirst().documents.contains(ExchangeRows::of(quick).id()));
    }
    QSqlDatabase::removeDatabase(s("slow"));
}

void TestExchange::manyDocumentsComeInPieces()
{
    // Each in a transaction of its own, and then more in one than an answer holds.
    QVERIFY2(
        !m_server
             ->sql(
                 s("insert into packwarden.documents (id, document, publisher, moment) select sha256(n::text::bytea), "
                   "n::text::bytea, 'courier', least(n, 500)::text::xid8 from generate_series(1, 2300) as n;"
                   "insert into packwarden.lists (id, content, publisher, moment) select sha256(n::text::bytea), "
                   "n::text::bytea, 'courier', least(n, 500)::text::xid8 from generate_series(1, 1200) as n"))
             .isNull(),
        qPrintable(m_server->said));
    const auto exchange = open("leasing");
    QSet<QByteArray> seen;
    ExchangeCursor cursor;
    int turns = 0;
    for (bool isAll = false; !isAll; ++turns) {
        const auto news = exchange->news(cursor);
        QVERIFY(news.ok());
        QVERIFY(turns < 10);
        qsizetype all = 0;
        for (const Exchange::News &slice : *news) {
            QVERIFY(slice.documents.size() <= Exchange::sliceDocuments);
            // Lists are what the rest is judged by.
            QVERIFY(&slice == &news->constFirst() || slice.lists.isEmpty());
            QVERIFY(!slice.isAll || &slice == &news->constLast());
            for (const QByteArray &id : slice.documents)
                seen.insert('d' + id);
            for (const QByteArray &id : slice.lists)
                seen.insert('l' + id);
            all += slice.documents.size() + slice.lists.size();
        }
        QVERIFY(all <= Exchange::maxNews);
        isAll = news->constLast().isAll;
        cursor = news->constLast().cursor;
    }
    QCOMPARE(seen.size(), 3500);
    QCOMPARE(turns, 4);
}

/// A document that was read, and then gets more, is read again: also where the reading stopped right after it.
void TestExchange::whatComesLaterIsReadToo()
{
    Desk courier(*m_world, m_pack);
    const auto writer = open("courier");
    const auto reader = open("leasing");
    QList<DocumentFile> files;
    for (int number = 0; number <= Exchange::sliceDocuments; ++number) {
        files.append(read(requestOf(courier, 90'000 + number)));
        QVERIFY(writer->publish(files.constLast()).ok());
    }
    const auto news = reader->news({});
    QCOMPARE(news->size(), 2);
    // The slices are all of it, in order, and after each it goes on with the next.
    const Exchange::News &slice = news->constFirst();
    QCOMPARE(slice.documents.size(), Exchange::sliceDocuments);
    QCOMPARE(reader->news(slice.cursor)->constFirst().documents, news->constLast().documents);
    QVERIFY(reader->news(news->constLast().cursor)->constFirst().documents.isEmpty());
    // The last one of the slice, and one in its middle.
    for (const QByteArray &id : {slice.documents.constLast(), slice.documents.at(3)}) {
        const auto file = std::find_if(
            files.begin(), files.end(), [&id](const DocumentFile &each) { return ExchangeRows::of(each).id() == id; });
        file->statements.append("more");
        QVERIFY(writer->publish(*file).ok());
        const auto more = reader->news(slice.cursor);
        QVERIFY(more->constFirst().documents.contains(id));
    }
    QCOMPARE(reader->news(slice.cursor)->constFirst().documents.size(), 3);
}

void TestExchange::newsIsToldAtOnce()
{
    Desk courier(*m_world, m_pack);
    const auto reader = open("leasing");
    QVERIFY(reader->listen());
    QVERIFY(reader->listen()); // once is enough
    QSignalSpy arrived(reader.get(), &Exchange::arrived);
    QVERIFY(open("courier")->publish(read(requestOf(courier, 95000))).ok());
    QTRY_VERIFY(arrived.count() > 0);
}

void TestExchange::aLyingExchangeIsFoundOut_data()
{
    QTest::addColumn<QString>("lie");
    QTest::addColumn<int>("leftOut");
    QTest::addColumn<bool>("documentStays");
    const auto row = [](const char *name, const char *lie, int leftOut, bool stays) {
        QTest::newRow(name) << s(lie) << leftOut << stays;
    };
    row("honest", "select 1", 0, true);
    row("a signature is edited",
        "update packwarden.parts set content = set_byte(content, 20, 0) where kind = 'signature'", 2, true);
    row("and hashed anew",
        "update packwarden.parts set content = '\\x80', id = sha256('\\x80') where kind = 'signature' and "
        "id = (select id from packwarden.parts order by id limit 1)",
        1, true);
    row("the document is edited", "update packwarden.documents set document = set_byte(document, 60, 0)", 0, false);
    row("the document is cut", "update packwarden.documents set document = substring(document for 100)", 0, false);
    row("a signature is withheld",
        "delete from packwarden.parts where id = (select id from packwarden.parts order by id limit 1)", 0, true);
    row("kinds are swapped", "update packwarden.parts set kind = 'receipt'", 0, true);
    row("an unknown kind", "update packwarden.parts set kind = 'news'", 2, true);
    row("an id that is no hash",
        "insert into packwarden.documents (id, document, publisher) values ('x', 'x', 'courier')", 0, true);
    row("no parts", "delete from packwarden.parts", 0, true);
    row("rows without end",
        "insert into packwarden.parts (document, kind, id, content, publisher) select document, 'receipt', "
        "sha256(n::text::bytea), n::text::bytea, 'courier' from generate_series(1, 20000) as n, (select document from "
        "packwarden.parts limit 1) as one",
        0, true);
    row("a gigantic row",
        "insert into packwarden.parts (document, kind, name, id, content, publisher) select document, 'attachment', "
        "'a', "
        "sha256(big), big, 'courier' from (select convert_to(repeat('x', 60000000), 'UTF8') as big) as b, (select "
        "document "
        "from packwarden.parts limit 1) as one",
        1, true);
}

void TestExchange::aLyingExchangeIsFoundOut()
{
    QFETCH(QString, lie);
    QFETCH(int, leftOut);
    QFETCH(bool, documentStays);
    Desk courier(*m_world, m_pack);
    Desk leasing(*m_world, m_pack);
    const QString path = requestOf(courier, 95000, {s("celldata.specialist")});
    const QByteArray genuine = read(path).encode();
    QVERIFY(open("courier")->publish(read(path)).ok());
    // Its owner can do what they like.
    QVERIFY2(
        !m_server
             ->sql(QStringLiteral(
                 "set session_replication_role = replica; "
                 "alter table packwarden.documents drop constraint documents_check, drop constraint documents_id_check;"
                 "alter table packwarden.parts drop constraint parts_check, drop constraint parts_check1, "
                 "drop constraint parts_kind_check; %1")
                       .arg(lie))
             .isNull(),
        qPrintable(m_server->said));
    const auto atLeasing = open("leasing");
    const auto fetched = ExchangeVisit(*atLeasing, address("leasing"), leasing.workspace()).fetch();
    QVERIFY2(fetched.ok(), qPrintable(fetched.ok() ? QString() : fetched.error().detail));
    QCOMPARE(fetched->documents.size(), documentStays ? 1 : 0);
    QCOMPARE(fetched->refused.size(), documentStays ? 0 : 1);
    QCOMPARE(fetched->leftOut, leftOut);
    if (!documentStays)
        return;
    // Nothing is there that the genuine one has not, but what nobody could have taken for a signature.
    const DocumentFile taken = read(fetched->documents.constFirst());
    QCOMPARE(taken.document.payload, DocumentFile::decode(genuine)->document.payload);
    const QList<CoseSignature> signatures = DocumentFile::decode(genuine)->document.signatures;
    for (const CoseSignature &signature : taken.document.signatures)
        QVERIFY(signatures.contains(signature));
    // The true rows come later, by another way or after a repair: then it is whole.
    Desk third(*m_world, m_pack);
    QVERIFY(wholefile::write(leasing.path("again.pwreq"), genuine).ok());
}

void TestExchange::aServerThatGoesComesBack()
{
    Desk courier(*m_world, m_pack);
    const DocumentFile file = read(requestOf(courier, 95000));
    const auto exchange = open("courier");
    QVERIFY(exchange->publish(file).ok());
    m_server->kill();
    const auto gone = exchange->status();
    QVERIFY(!gone.ok());
    QVERIFY(!gone.error().detail.isEmpty());
    QVERIFY2(m_server->start(), qPrintable(m_server->said));
    // The connection is opened anew by what is asked next; what was told is still there.
    auto back = exchange->status();
    if (!back.ok())
        back = exchange->status();
    QVERIFY2(back.ok(), qPrintable(back.ok() ? QString() : back.error().detail));
    QCOMPARE(back->documents, 1);
    QCOMPARE(exchange->publish(file)->parts, 0);
}

void TestExchange::anotherVersionIsLeftAlone()
{
    m_server->sql(s("update packwarden.exchange set version = 3"));
    for (const char *login : {"owner", "leasing"}) {
        const auto exchange = open(login);
        QCOMPARE(exchange->status().code(), Code::ExchangeRefused);
        QCOMPARE(exchange->news({}).code(), Code::ExchangeRefused);
    }
    QCOMPARE(open("owner")->init({}).code(), Code::ExchangeRefused);
}

void TestExchange::anOlderExchangeIsUpgraded()
{
    // As version 1 made it, with a document and a receipt among its parts.
    m_server->sql(s("drop database exchange with (force)"), s("postgres"));
    m_server->sql(s("create database exchange"), s("postgres"));
    QFile schema(s(":/packwarden/exchange/schema1.sql"));
    QVERIFY(schema.open(QIODevice::ReadOnly));
    QVERIFY2(!m_server->sql(QString::fromUtf8(schema.readAll())).isNull(), qPrintable(m_server->said));
    m_server->sql(s("insert into packwarden.members values ('courier', 'courier'), ('leasing', 'leasing')"));
    Desk courier(*m_world, m_pack);
    const DocumentFile file = read(requestOf(courier, 95000));
    const ExchangeRows rows = ExchangeRows::of(file);
    const QString id = QString::fromLatin1(rows.id().toHex());
    QVERIFY2(!m_server
                  ->sql(QStringLiteral(
                      "set session authorization courier; insert into packwarden.documents (id, document) "
                      "values ('\\x%1', '\\x%2'); insert into packwarden.parts (document, kind, id, content) "
                      "values ('\\x%1', 'receipt', sha256('old'), 'old')")
                            .arg(id, QString::fromLatin1(rows.document.toHex())))
                  .isNull(),
        qPrintable(m_server->said));
    // Nothing is read or written before its owner upgrades it, and the others cannot.
    const auto refused = open("leasing")->status();
    QCOMPARE(refused.code(), Code::ExchangeRefused);
    QVERIFY(refused.error().detail.contains(s("exchange init")));
    QCOMPARE(open("leasing")->init({}).code(), Code::ExchangeRefused);
    QCOMPARE(m_server->sql(s("select version from packwarden.exchange")), s("1"));
    const QString before = m_server->sql(s("select id from packwarden.exchange"));
    const auto upgraded = open("owner")->init({{s("celldata"), s("celldata")}});
    QVERIFY2(upgraded.ok(), qPrintable(upgraded.ok() ? QString() : upgraded.error().detail));
    const auto status = open("leasing")->status();
    QVERIFY(status.ok());
    QCOMPARE(status->version, 2);
    QCOMPARE(status->exchange, before);
    QCOMPARE(status->members.size(), 3);
    QVERIFY(m_server->sql(s("select indexdef from pg_indexes where indexname = 'packs_moment'"))
                .endsWith(s("(moment, serial)")));
    // What was there is read as before, and what comes goes to its new place.
    const auto there = open("leasing")->document(rows.id());
    QVERIFY(there.ok());
    QCOMPARE(there->constFirst().receipts, QList<QByteArray>{"old"});
    QVERIFY(open("courier")->giveReceipts(rows.id(), {{m_pack.serial.text(), "new"}}).ok());
    QCOMPARE(open("leasing")->news({})->constFirst().receipts.value(rows.id()), QStringList{m_pack.serial.text()});
    // Again, it changes nothing.
    QVERIFY(open("owner")->init({}).ok());
    QCOMPARE(m_server->sql(s("select count(*) from packwarden.receipts")), s("1"));
}

void TestExchange::leasesEnd()
{
    const auto take = [&](const char *login, const char *holder, int seconds) {
        return m_server->sql(
            QStringLiteral("set session authorization %1; select packwarden.take_lease('SDB-1', sha256('d'), '%2', %3)")
                .arg(s(login), s(holder))
                .arg(seconds));
    };
    QCOMPARE(take("courier", "depot-1", 60), s("t"));
    QCOMPARE(take("courier", "depot-1", 60), s("t")); // renewed
    QCOMPARE(take("courier", "depot-2", 60), s("f"));
    QCOMPARE(take("leasing", "depot-1", 60), s("f")); // the same name at another party
    m_server->sql(s("update packwarden.leases set until = now() - interval '1 second'"));
    QCOMPARE(take("leasing", "depot-9", 100000), s("t"));
    // Nobody keeps one for ever.
    QCOMPARE(m_server->sql(s("select until <= now() + interval '10 minutes' from packwarden.leases")), s("t"));
    m_server->sql(
        s("set session authorization courier; select packwarden.drop_lease('SDB-1', sha256('d'), 'depot-9')"));
    QCOMPARE(take("courier", "depot-1", 60), s("f"));
    m_server->sql(
        s("set session authorization leasing; select packwarden.drop_lease('SDB-1', sha256('d'), 'depot-9')"));
    QCOMPARE(take("courier", "depot-1", 60), s("t"));
    QVERIFY(m_server->sql(s("select packwarden.take_lease('SDB-1', sha256('d'), 'me', 60)")).isNull()); // no member
}

void TestExchange::aPoolerStandsBetween()
{
    // One connection to the server for all: what a transaction leaves behind would meet the next one.
    const QString pool = m_server->pool({s("courier"), s("leasing"), s("celldata")}, 1);
    QVERIFY2(!pool.isEmpty(), qPrintable(m_server->said));
    const auto through = [&](const char *login) {
        return *ExchangeAddress::parse(QStringLiteral("postgresql:///exchange?host=%1&user=%2").arg(pool, s(login)));
    };
    Desk courier(*m_world, m_pack);
    Desk leasing(*m_world, m_pack);
    const auto first = Exchange::open(through("courier"));
    const auto second = Exchange::open(through("courier"));
    const auto third = Exchange::open(through("leasing"));
    QVERIFY(first.ok() && second.ok() && third.ok());
    (*third)->listen();
    for (int turn = 0; turn < 3; ++turn) {
        const QString path = requestOf(courier, 90000 + turn);
        QVERIFY(ExchangeVisit(**first, through("courier"), courier.workspace()).publish(path).ok());
        QCOMPARE((*second)->publish(read(path))->parts, 0);
        // What is refused leaves nothing behind either.
        QCOMPARE((*second)->publishList(QByteArray((1 << 20) + 1, 'x')).code(), Code::TooLarge);
        QCOMPARE((*third)->init({{s("mallory"), s("leasing")}}).code(), Code::ExchangeRefused);
        QVERIFY((*first)->takeLease(s("SDB-1"), QByteArray(32, 'd'), s("me"), 60).value());
        QVERIFY(!(*third)->takeLease(s("SDB-1"), QByteArray(32, 'd'), s("me"), 60).value());
        const auto fetched = ExchangeVisit(**third, through("leasing"), leasing.workspace()).fetch();
        QVERIFY2(fetched.ok(), qPrintable(fetched.ok() ? QString() : fetched.error().detail));
        QCOMPARE(fetched->documents.size(), 1);
        QCOMPARE(read(fetched->documents.constFirst()).encode(), read(path).encode());
    }
    QProcess asker;
    asker.start(s("psql"),
        {s("-XqAt"), s("-h"), pool, s("-U"), s("courier"), s("-d"), s("exchange"), s("-c"),
            s("select count(*) || current_setting('statement_timeout') from pg_prepared_statements")});
    QVERIFY(asker.waitForFinished());
    QCOMPARE(QString::fromLatin1(asker.readAllStandardOutput()).trimmed(), s("00"));
}

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
