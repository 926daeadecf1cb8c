// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/wholefile.h"
#include "models/core/pack/statement.h"
#include "models/exchange/exchangevisit.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"
#include "tests/support/privatepostgres.h"

#include <QFile>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const PackSerial serial = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0001"));
const PackSerial other = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0002"));

} // namespace

/// The register of packs in an exchange: the newest word that a pack signed wins, by the pack's own counter, whoever
/// tells it and whatever the exchange makes of it. And leases.
class TestPackRegister final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<TestWorld>();
        m_pack = m_world->pack();
        m_server = std::make_unique<PrivatePostgres>();
        QVERIFY2(m_server->start(), qPrintable(m_server->said));
    }
    void init()
    {
        if (!m_isSpoilt) {
            m_server->sql(s("truncate packwarden.packs, packwarden.leases"));
            return;
        }
        m_server->sql(s("drop schema if exists packwarden cascade"));
        const auto made = open("owner")->init(
            {{s("courier"), s("courier")}, {s("leasing"), s("leasing")}, {s("celldata"), s("celldata")}});
        QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().detail));
        m_isSpoilt = false;
    }

    void aDeskHearsOfPacksThatItNeverMet();
    void theNewestByThePacksOwnCounterWins();
    void whoTellsMuchHidesNoOther();
    void aHostileRegisterIsFoundOut_data();
    void aHostileRegisterIsFoundOut();
    void whatIsKnownIsToldOnce();
    void aRegisterThatIsLostIsMadeAnew_data();
    void aRegisterThatIsLostIsMadeAnew();
    void oneHolderAtATime();
    void moreThanItTakesIsRefused();
    void manyPacksComeInPieces();
    void filesAreReadWhenTheyChange();

private:
    std::unique_ptr<Exchange> open(const char *login)
    {
        auto opened = Exchange::open(*ExchangeAddress::parse(m_server->address(s(login))));
        return opened.ok() ? std::move(opened).value() : nullptr;
    }
    QByteArray word(qint64 count, qint64 at = TestWorld::now, const PackSerial &of = serial)
    {
        return statementOf(*m_world, of == serial ? m_pack : m_world->pack(of.text()), [&](Statement &statement) {
            statement.logCount = count;
            statement.logHash = QByteArray(32, char(count));
            statement.at = at;
        });
    }
    static PackWord told(const QByteArray &statement, qint64 counter, const PackSerial &of = serial)
    {
        return {of.text(), statement, counter, {}, 0};
    }
    Result<ExchangeIntake::Fetched> fetch(Desk &desk, const char *login)
    {
        const auto exchange = open(login);
        return ExchangeVisit(*exchange, *ExchangeAddress::parse(m_server->address(s(login))), desk.workspace()).fetch();
    }
    ExchangeIntake intake(Desk &desk)
    {
        return {*ExchangeAddress::parse(m_server->address(s("leasing"))), desk.workspace()};
    }
    /// What a desk holds of the pack, by the pack's counter; -1: nothing.
    static qint64 held(Desk &desk, const PackSerial &of = serial)
    {
        const auto known = desk.workspace().trust().pack(of);
        const auto last = known ? known->lastWord() : std::nullopt;
        return last ? last->logCount : -1;
    }

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    std::unique_ptr<PrivatePostgres> m_server;
    PackState m_pack;
    bool m_isSpoilt = true; ///< the schema is not what it should be
};

void TestPackRegister::aDeskHearsOfPacksThatItNeverMet()
{
    Desk leasing(*m_world, m_pack);
    QCOMPARE(held(leasing, other), -1);
    const auto seen = open("courier")->tellPacks({told(word(7, TestWorld::now, other), 7, other)});
    QVERIFY(seen.ok() && *seen > TestWorld::now - 1'000'000'000);
    const auto fetched = fetch(leasing, "leasing");
    QVERIFY(fetched.ok());
    QCOMPARE(fetched->packs, 1);
    QCOMPARE(fetched->leftOut, 0);
    QCOMPARE(held(leasing, other), 7);
    // With who met it, and when by the exchange's clock.
    const auto line = intake(leasing).packs().find(other);
    QVERIFY(line.has_value());
    QCOMPARE(line->by, s("courier"));
    QCOMPARE(line->seen, *seen);
    // It was said to somebody else: nothing of it is fresh here, and what only a reading shows is not known.
    QVERIFY(!leasing.workspace().trust().snapshot().proved.contains(other));
    QCOMPARE(leasing.workspace().trust().pack(other)->readAt, 0);
    // Again: nothing new.
    QCOMPARE(fetch(leasing, "leasing")->packs, 0);
}

void TestPackRegister::theNewestByThePacksOwnCounterWins()
{
    Desk leasing(*m_world, m_pack);
    const auto courier = open("courier");
    const auto celldata = open("celldata");
    // The clock of the pack ran a year ahead when it said less.
    constexpr qint64 year = 365 * TestWorld::day;
    QVERIFY(courier->tellPacks({told(word(5), 5)}).ok());
    QVERIFY(celldata->tellPacks({told(word(4, TestWorld::now + year), 4)}).ok());
    QVERIFY(fetch(leasing, "leasing").ok());
    QCOMPARE(held(leasing), 5);
    QVERIFY(leasing.workspace().trust().contradictory().isEmpty());
    QCOMPARE(intake(leasing).packs().find(serial)->by, s("courier"));
    // What comes later and is older changes nothing, neither there nor here.
    QVERIFY(courier->tellPacks({told(word(3), 3)}).ok());
    QCOMPARE(m_server->sql(s("select counter from packwarden.packs where publisher = 'courier'")), s("5"));
    QVERIFY(fetch(leasing, "leasing").ok());
    QCOMPARE(held(leasing), 5);
    QVERIFY(celldata->tellPacks({told(word(9), 9)}).ok());
    QVERIFY(fetch(leasing, "leasing").ok());
    QCOMPARE(held(leasing), 9);
    QCOMPARE(intake(leasing).packs().find(serial)->by, s("celldata"));
    QVERIFY(leasing.workspace().trust().contradictory().isEmpty());
    // An exchange that was put back, or plays an old word again, shows the old one alone.
    m_server->sql(s("truncate packwarden.packs"));
    QVERIFY(courier->tellPacks({told(word(4, TestWorld::now + year), 4)}).ok());
    QVERIFY(fetch(leasing, "leasing").ok());
    QCOMPARE(held(leasing), 9);
    QVERIFY(leasing.workspace().trust().contradictory().isEmpty());
}

/// A party that claims a counter that no pack gave does not keep the true word of another from anybody.
void TestPackRegister::whoTellsMuchHidesNoOther()
{
    Desk leasing(*m_world, m_pack);
    QVERIFY(open("celldata")->tellPacks({told("nonsense", 999'999)}).ok());
    QVERIFY(open("courier")->tellPacks({told(word(6), 6)}).ok());
    const auto fetched = fetch(leasing, "leasing");
    QVERIFY(fetched.ok());
    QCOMPARE(fetched->leftOut, 1);
    QCOMPARE(held(leasing), 6);
    QCOMPARE(intake(leasing).packs().find(serial)->by, s("courier"));
}

void TestPackRegister::aHostileRegisterIsFoundOut_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("leftOut");
    QTest::addColumn<qint64>("afterwards");
    const auto row = [](const char *name, const char *change, int leftOut, qint64 afterwards) {
        QTest::newRow(name) << s(change) << leftOut << afterwards;
    };
    row("the twin: as it was told", "select 1", 0, 8);
    row("a bit of it", "update packwarden.packs set statement = set_byte(statement, 90, 255 - get_byte(statement, 90))",
        1, 0);
    row("cut off", "update packwarden.packs set statement = substr(statement, 1, 100)", 1, 0);
    row("another counter", "update packwarden.packs set counter = 99", 1, 0);
    row("under another pack's name", "update packwarden.packs set serial = 'SDB-TEST-0002'", 1, 0);
    row("under no pack's name",
        "alter table packwarden.packs drop constraint packs_serial_check; update packwarden.packs set serial = ''", 0,
        0);
    row("taken away", "delete from packwarden.packs", 0, 0);
    row("by nobody", "update packwarden.packs set publisher = ''", 0, 8);
    row("gigantic",
        "alter table packwarden.packs drop constraint packs_statement_check; update packwarden.packs set statement = "
        "convert_to(repeat('x', 40000000), 'UTF8')",
        1, 0);
    row("without end",
        "insert into packwarden.packs (serial, publisher, statement, counter) select 'SDB-TEST-0001', 'party-' || n, "
        "'x', 1000 + n from generate_series(1, 5000) as n",
        64, 0);
}

void TestPackRegister::aHostileRegisterIsFoundOut()
{
    QFETCH(const QString, change);
    QFETCH(const int, leftOut);
    QFETCH(const qint64, afterwards);
    Desk leasing(*m_world, m_pack);
    QVERIFY(open("courier")->tellPacks({told(word(8), 8)}).ok());
    m_isSpoilt = change.contains(QLatin1String("alter"));
    QVERIFY(!m_server->sql(change).isNull());
    const auto fetched = fetch(leasing, "leasing");
    QVERIFY2(fetched.ok(), qPrintable(fetched.ok() ? QString() : fetched.error().detail));
    QCOMPARE(fetched->leftOut, leftOut);
    QCOMPARE(held(leasing), afterwards);
    QVERIFY(leasing.workspace().trust().contradictory().isEmpty());
    QCOMPARE(held(leasing, other), -1);
    // What was spoilt is made good by whoever tells it again.
    m_server->sql(s("delete from packwarden.packs"));
    if (afterwards != 8) {
        QVERIFY(open("courier")->tellPacks({told(word(8), 8)}).ok());
        QVERIFY(fetch(leasing, "leasing").ok());
        QCOMPARE(held(leasing), 8);
    }
}

void TestPackRegister::whatIsKnownIsToldOnce()
{
    Desk leasing(*m_world, m_pack);
    QVERIFY(leasing.workspace().trust().learnStatement(word(5)).ok());
    ExchangeIntake mine = intake(leasing);
    auto first = mine.wordOf(serial, false);
    QVERIFY(first.has_value());
    QCOMPARE(first->counter, 5);
    first->by = s("leasing");
    mine.noteTold(*first);
    QVERIFY(!mine.wordOf(serial, false));
    // That it was met again is worth telling, though it says nothing else.
    QVERIFY(mine.wordOf(serial, true).has_value());
    // A newer word is told; of a pack that nobody knows there is none.
    QVERIFY(leasing.workspace().trust().learnStatement(word(6)).ok());
    QCOMPARE(mine.wordOf(serial, false)->counter, 6);
    QVERIFY(!mine.wordOf(other, true));
    // Another exchange knows nothing yet. The same one, opened anew, does.
    mine.belongTo(s("one"));
    mine.noteTold(*mine.wordOf(serial, false));
    QVERIFY(!intake(leasing).wordOf(serial, false));
    mine.belongTo(s("one"));
    QVERIFY(!mine.wordOf(serial, false));
    mine.belongTo(s("two"));
    QVERIFY(mine.wordOf(serial, false).has_value());
}

void TestPackRegister::aRegisterThatIsLostIsMadeAnew_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("of nothing") << QByteArray();
    QTest::newRow("of something else") << QByteArray(4096, 'x');
}

void TestPackRegister::aRegisterThatIsLostIsMadeAnew()
{
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    const QString path = folder.filePath(s("register.db"));
    QVERIFY(wholefile::write(path, bytes, wholefile::Readers::OwnerOnly).ok());
    {
        PackRegister made(path);
        QVERIFY(!made.find(serial));
        QVERIFY(made.keep(serial, {3, s("courier"), 77}).ok());
    }
    QCOMPARE(PackRegister(path).find(serial), (PackRegister::Line{3, s("courier"), 77}));
    // Others of this computer read nothing of it.
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
        QFile::Permissions());
}

void TestPackRegister::oneHolderAtATime()
{
    const QByteArray document(32, 'd');
    const auto courier = open("courier");
    const auto leasing = open("leasing");
    QCOMPARE(*courier->takeLease(serial.text(), document, s("depot-1"), 60), true);
    QCOMPARE(*courier->takeLease(serial.text(), document, s("depot-1"), 60), true); // renewed
    QCOMPARE(*courier->takeLease(serial.text(), document, s("depot-2"), 60), false);
    QCOMPARE(*leasing->takeLease(serial.text(), document, s("depot-1"), 60), false);
    // Another document, another pack.
    QCOMPARE(*leasing->takeLease(serial.text(), QByteArray(32, 'e'), s("desk"), 60), true);
    QCOMPARE(*leasing->takeLease(other.text(), document, s("desk"), 60), true);
    // Nobody else gives it back.
    QVERIFY(leasing->dropLease(serial.text(), document, s("depot-1")).ok());
    QCOMPARE(*courier->takeLease(serial.text(), document, s("depot-2"), 60), false);
    QVERIFY(courier->dropLease(serial.text(), document, s("depot-1")).ok());
    QCOMPARE(*courier->takeLease(serial.text(), document, s("depot-2"), 60), true);
    // Whoever took it and is gone holds it no longer than its time, by the server's clock.
    m_server->sql(s("update packwarden.leases set until = clock_timestamp() - interval '1 second'"));
    QCOMPARE(*leasing->takeLease(serial.text(), document, s("desk"), 60), true);
    const auto stranger = open("owner")->takeLease(serial.text(), document, s("x"), 60);
    QCOMPARE(stranger.code(), Code::ExchangeRefused);
}

void TestPackRegister::moreThanItTakesIsRefused()
{
    const auto courier = open("courier");
    QList<PackWord> many(Exchange::maxWords + 1, told("x", 1));
    QCOMPARE(courier->tellPacks(many).code(), Code::TooLarge);
    QCOMPARE(courier->packs(QStringList(Exchange::maxWords + 1, serial.text())).code(), Code::TooLarge);
    QCOMPARE(courier->tellPacks({told(QByteArray(131'073, 'x'), 1)}).code(), Code::TooLarge);
    QVERIFY(courier->tellPacks({told(QByteArray(131'072, 'x'), 1)}).ok());
    // All or none.
    QCOMPARE(courier->tellPacks({told("y", 1, other), told("x", -1)}).code(), Code::TooLarge);
    QCOMPARE(m_server->sql(s("select count(*) from packwarden.packs where serial = 'SDB-TEST-0002'")), s("0"));
}

/// More than one answer holds, of one moment and of many, with documents and lists of the same moments between them.
void TestPackRegister::manyPacksComeInPieces()
{
    m_server->sql(
        s("insert into packwarden.packs (serial, publisher, statement, counter) select 'SDB-A' || n, 'courier', "
          "'x', 1 from generate_series(1, 2500) as n; insert into packwarden.lists (id, content, publisher) "
          "values (sha256('x'), 'x', 'courier')"));
    for (const char *publisher : {"leasing", "celldata"})
        m_server->sql(
            QStringLiteral("insert into packwarden.packs (serial, publisher, statement, counter) select 'SDB-A' || "
                           "n, '%1', 'y', 2 from generate_series(1, 600) as n")
                .arg(s(publisher)));
    const auto exchange = open("leasing");
    QSet<QString> serials;
    qsizetype lists = 0;
    ExchangeCursor since;
    int answers = 0;
    for (bool isAll = false; !isAll; ++answers) {
        const auto news = exchange->news(since);
        QVERIFY2(news.ok(), qPrintable(news.ok() ? QString() : news.error().detail));
        for (const Exchange::News &slice : *news) {
            QVERIFY(slice.packs.size() <= Exchange::maxWords);
            for (const QString &each : slice.packs)
                serials.insert(each);
            lists += slice.lists.size();
        }
        since = news->constLast().cursor;
        isAll = news->constLast().isAll;
    }
    QCOMPARE(serials.size(), 2500);
    QCOMPARE(lists, 1);
    QCOMPARE(answers, 4);
    // From there on only what is new.
    QVERIFY(open("courier")->tellPacks({told(word(3), 3)}).ok());
    const auto more = exchange->news(since);
    QCOMPARE(more->size(), 1);
    QVERIFY(more->constFirst().isAll);
    QCOMPARE(more->constFirst().packs, QStringList(serial.text()));
    m_server->sql(s("delete from packwarden.lists"));
}

void TestPackRegister::filesAreReadWhenTheyChange()
{
    const QTemporaryDir folder;
    DocumentFile file;
    file.document = m_world->sign(m_world->request(m_pack, s("soc.max"), 95'000), s("courier.fleet-manager"), {});
    const QString document = folder.filePath(s("a.pwreq"));
    const QString note = folder.filePath(s("note.txt"));
    QVERIFY(wholefile::write(document, file.encode()).ok());
    QVERIFY(wholefile::write(note, "hello").ok());
    SharedFiles files;
    const QList<SharedFile> first = files.read({document, note, folder.filePath(s("none"))});
    QCOMPARE(files.reads(), 3);
    QCOMPARE(first.at(0).id, QString::fromLatin1(ExchangeRows::of(file).id().toHex()));
    QVERIFY(first.at(1).id.isEmpty() && first.at(2).id.isEmpty());
    QCOMPARE(files.read({document, note}).at(0).whole, first.at(0).whole);
    QCOMPARE(files.reads(), 3);
    // The same name with other bytes of the same length, put in its place as programs do.
    DocumentFile other = file;
    other.document.signatures[0].signature[0] = char(~other.document.signatures[0].signature.at(0));
    QCOMPARE(other.encode().size(), file.encode().size());
    QVERIFY(wholefile::write(document, other.encode()).ok());
    QVERIFY(files.read({document, note}).at(0).whole != first.at(0).whole);
    QCOMPARE(files.reads(), 4);
    // What is not asked for is forgotten, and read anew.
    QCOMPARE(files.read({note}).size(), 1);
    (void)files.read({document, note});
    QCOMPARE(files.reads(), 5);
}

QTEST_GUILESS_MAIN(TestPackRegister)
#include "tst_packregister.moc"
