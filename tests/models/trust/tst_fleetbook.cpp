// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/fleetbook.h"
#include "models/trust/fleetdb.h"

#include <QMap>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using Column = PackQuery::Column;
using Problem = PackQuery::Problem;
using Truth = PackQuery::Truth;

Q_DECLARE_METATYPE(packwarden::PackQuery::Truth)

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

PackSerial pack(int i)
{
    return PackSerial::fromTrusted(QStringLiteral("SDB-TEST-%1").arg(i, 4, 10, QLatin1Char('0')));
}

/// A pack of which nothing is known but what a test says.
class Told final : public PackQuery::Pack
{
public:
    QMap<Column, QString> words{
        {Column::Serial, s("SDB-TEST-0001")}, {Column::Owner, s("Leasing AG")}, {Column::Lock, s("active")}};
    QMap<Column, qint64> numbers{{Column::Charge, 20'000}, {Column::Policy, 3'000}};

    std::optional<QString> word(Column column) const override
    {
        return words.contains(column) ? std::optional(words.value(column)) : std::nullopt;
    }
    std::optional<qint64> thousandths(Column column) const override
    {
        return numbers.contains(column) ? std::optional(numbers.value(column)) : std::nullopt;
    }
    bool says(const QString &word) const override
    {
        return std::any_of(
            words.begin(), words.end(), [&](const QString &each) { return each.contains(word, Qt::CaseInsensitive); });
    }
};

const QList<PackGroup> &someGroups()
{
    static const QList<PackGroup> all{{s("All of us"), {}, {}, {}}, {s("Berlin"), s("All of us"), s("soc<30"), {}},
        {s("Chosen"), s("all of us"), {}, {pack(7)}}, {s("Low"), {}, s("group:berlin or group:Chosen"), {}}};
    return all;
}

} // namespace

/// Groups of packs, what they are chosen by, and roll-outs that are kept.
class TestFleetBook final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsAsked_data();
    void whatIsAsked();
    void whatIsNoQuery_data();
    void whatIsNoQuery();
    void groupsThatNameManyEndSoon();
    void groupsAreKept();
    void whatIsDoneIsRecorded();
    void whatCannotBeRecordedIsNotDone();
    void whatIsNoGroup_data();
    void whatIsNoGroup();
    void groupsThatGo();
    void viewsAreKept();
    void rolloutsAreKept();
    void olderRolloutsGiveWay();
    void withoutAStoreNothingIsKept();

private:
    QString store();

    QTemporaryDir m_folder;
    int m_stores = 0;
};

QString TestFleetBook::store()
{
    const QString path = m_folder.filePath(QString::number(++m_stores));
    if (!QDir().mkpath(path) || !FleetDb::open(path + s("/fleet.db")).ok())
        qFatal("no store");
    return path;
}

void TestFleetBook::whatIsAsked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Truth>("truth");
    const auto row = [](const char *text, Truth truth) {
        QTest::newRow(*text ? text : "nothing") << s(text) << truth;
    };
    row("", Truth::Yes);
    row("  ", Truth::Yes);
    row("leasing", Truth::Yes);
    row("rental", Truth::No);
    row("0001 leasing", Truth::Yes);
    row("0001 rental", Truth::No);
    row("\"leasing ag\"", Truth::Yes);
    row("\"ag leasing\"", Truth::No);
    row("owner:leasing", Truth::Yes);
    row("owner=leasing", Truth::No);
    row("owner=\"leasing ag\"", Truth::Yes);
    row("owner!=leasing", Truth::Yes);
    row("serial>=SDB-TEST-0001", Truth::Yes);
    row("serial<SDB-TEST-0001", Truth::No);
    row("soc<20", Truth::No);
    row("soc<=20", Truth::Yes);
    row("soc<20.001", Truth::Yes);
    row("SOC>19,9", Truth::Yes);
    row("soc:20", Truth::Yes);
    row("soc=20.5", Truth::No);
    row("policy!=3", Truth::No);
    row("not soc<20", Truth::Yes);
    row("not not soc<20", Truth::No);
    row("soc<20 or policy=3", Truth::Yes);
    row("soc<20 or policy=4", Truth::No);
    row("policy=3 and soc=20", Truth::Yes);
    row("not (soc=20 policy=3)", Truth::No);
    row("(soc=1 or soc=20) lock:active", Truth::Yes);
    row("soc=1 or soc=20 lock:locked", Truth::No);
    // What is not known makes nothing true, nor its opposite.
    row("faults>0", Truth::Unknown);
    row("not faults>0", Truth::Unknown);
    row("faults>0 soc=20", Truth::Unknown);
    row("faults>0 soc=1", Truth::No);
    row("faults>0 or soc=20", Truth::Yes);
    row("faults:unknown", Truth::Yes);
    row("not faults:unknown", Truth::No);
    row("soc:unknown", Truth::No);
    row("state:unknown", Truth::Yes);
    row("group:berlin", Truth::Yes);
    row("group:chosen", Truth::No);
    row("group:\"all of us\"", Truth::Yes);
    row("not group:low", Truth::No);
}

void TestFleetBook::whatIsAsked()
{
    QFETCH(const QString, text);
    QFETCH(const Truth, truth);
    const auto query = PackQuery::parse(text, someGroups());
    QVERIFY2(query.ok(), query.ok() ? "" : qPrintable(query.error().detail));
    QCOMPARE(query->ask(Told()), truth);
}

void TestFleetBook::whatIsNoQuery_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *text, Problem problem) {
        QTest::newRow(text) << s(text) << int(problem);
    };
    row("colour:red", Problem::UnknownColumn);
    row("soc:low", Problem::NoNumber);
    row("soc<20%", Problem::NoNumber);
    row("soc<1,000.5", Problem::NoNumber);
    row("soc<", Problem::NoValue);
    row("<20", Problem::NoValue);
    row("not", Problem::NoValue);
    row("soc=1 or", Problem::NoValue);
    row("or soc=1", Problem::NoValue);
    row("soc=1 and", Problem::NoValue);
    row("()", Problem::NoValue);
    row("(soc=1", Problem::Brackets);
    row("soc=1)", Problem::Brackets);
    row("owner:\"leasing", Problem::Brackets);
    row("group:nowhere", Problem::UnknownGroup);
    row("group<low", Problem::NoValue);
    QTest::newRow("long") << QString(2000, u'a') << int(Problem::TooLong);
    QTest::newRow("deep") << QString(500, u'(') + s("a") + QString(500, u')') << int(Problem::TooLong);
    QTest::newRow("not and not") << s("not ").repeated(200) + s("a") << int(Problem::TooLong);
}

void TestFleetBook::whatIsNoQuery()
{
    QFETCH(const QString, text);
    QFETCH(const int, problem);
    const auto query = PackQuery::parse(text, someGroups());
    QVERIFY(!query.ok());
    QCOMPARE(query.code(), Code::Malformed);
    const auto *found = query.error().as<Problem>();
    QVERIFY(found);
    QCOMPARE(int(*found), problem);
}

/// Each group names the next one twice: without a bound, two to the power of thirty would be read.
void TestFleetBook::groupsThatNameManyEndSoon()
{
    QList<PackGroup> groups;
    for (int i = 0; i < 30; ++i)
        groups.append({s("g%1").arg(i), {}, s("group:g%1 or not group:g%1").arg(i + 1), {}});
    groups.append({s("g30"), {}, s("soc<1"), {}});
    const auto query = PackQuery::ofGroup(s("g0"), groups);
    QVERIFY(!query.ok());
    QVERIFY(query.error().is(Problem::TooLong));
    QVERIFY(PackQuery::ofGroup(s("g25"), groups).ok());
}

void TestFleetBook::groupsAreKept()
{
    const QString path = store();
    const PackGroup fleet{s("Fleet"), {}, {}, {}};
    const PackGroup berlin{s("Berlin"), s("Fleet"), s("owner:leasing"), {pack(1), pack(2)}};
    {
        FleetBook book(path);
        QVERIFY(book.keep(fleet).ok());
        QVERIFY(book.keep(berlin).ok());
    }
    FleetBook book(path);
    QCOMPARE(book.groups(), (QList<PackGroup>{berlin, fleet}));
    PackGroup bonn = berlin;
    bonn.name = s("Bonn");
    bonn.packs = {pack(3)};
    QVERIFY(book.keep(bonn, s("BERLIN")).ok());
    QCOMPARE(book.groups(), (QList<PackGroup>{bonn, fleet}));
    // Of another name, those inside stay inside.
    QVERIFY(book.keep({s("All"), {}, {}, {}}, s("fleet")).ok());
    bonn.inside = s("All");
    QCOMPARE(book.groups().at(1), bonn);
}

void TestFleetBook::whatIsDoneIsRecorded()
{
    QList<AuditEntry> records;
    FleetBook book(store(), [&records](const AuditEntry &entry) {
        records.append(entry);
        return Result<>::success();
    });
    const auto last = [&records] {
        if (records.isEmpty())
            return QString();
        return QStringLiteral("%1 %2 %3")
            .arg(records.constLast().action, records.constLast().subject, records.constLast().outcome);
    };
    QVERIFY(book.keep(PackGroup{s("Berlin"), {}, s("soc<30"), {pack(1), pack(2)}}).ok());
    QCOMPARE(last(), s("group.keep Berlin done"));
    QCOMPARE(records.constLast().detail.value(QLatin1String("packs")).toInteger(), 2);
    QCOMPARE(records.constLast().detail.value(QLatin1String("rule")).toString(), s("soc<30"));
    QVERIFY(book.keep(PackGroup{s("Bonn"), {}, {}, {pack(1)}}, s("Berlin")).ok());
    QCOMPARE(records.constLast().detail.value(QLatin1String("former")).toString(), s("Berlin"));
    QVERIFY(!book.keep(PackGroup{s("Bonn"), {}, {}, {}}).ok()); // there is one
    QCOMPARE(last(), s("group.keep Bonn wrong-state"));
    QVERIFY(!book.removeGroup(s("Berlin")).ok());
    QCOMPARE(last(), s("group.remove Berlin wrong-state"));
    QVERIFY(book.removeGroup(s("Bonn")).ok());
    QCOMPARE(last(), s("group.remove Bonn done"));
    QCOMPARE(records.size(), 5);
    // What a table shows is nobody else's business.
    QVERIFY(book.keep(PackView{s("Mine"), {}, {}, {}, false}).ok());
    QCOMPARE(records.size(), 5);
    KeptRollout rollout;
    rollout.payload = QByteArray(32, 'p');
    rollout.title = s("Range");
    rollout.packs.resize(2);
    rollout.packs[0].serial = pack(1);
    rollout.packs[1].serial = pack(2);
    const auto id = book.begin(rollout);
    QVERIFY(id.ok());
    QCOMPARE(last(), QStringLiteral("rollout.begin %1 done").arg(QString::fromLatin1(rollout.payload.toHex())));
    KeptRollout::Pack one{pack(1), KeptRollout::Pack::State::Applied, Code::Internal, {}, 110, false};
    QVERIFY(book.note(*id, one).ok()); // the pack's own receipt tells of it
    QCOMPARE(records.size(), 6);
    QVERIFY(book.end(*id, KeptRollout::End::Stopped, 120).ok());
    QCOMPARE(records.constLast().action, s("rollout.end"));
    QCOMPARE(records.constLast().detail.value(QLatin1String("end")).toString(), s("stopped"));
    QCOMPARE(records.constLast().detail.value(QLatin1String("applied")).toInteger(), 1);
    QCOMPARE(records.constLast().detail.value(QLatin1String("packs")).toInteger(), 2);
}

void TestFleetBook::whatCannotBeRecordedIsNotDone()
{
    FleetBook book(store(), [](const AuditEntry &) { return Result<>(Code::AuditUnwritable, s("full")); });
    QCOMPARE(book.keep(PackGroup{s("Berlin"), {}, {}, {pack(1)}}).code(), Code::AuditUnwritable);
    QCOMPARE(book.groups(), QList<PackGroup>());
    KeptRollout rollout;
    rollout.payload = QByteArray(32, 'p');
    rollout.packs.resize(1);
    rollout.packs[0].serial = pack(1);
    QCOMPARE(book.begin(rollout).code(), Code::AuditUnwritable);
    QCOMPARE(book.rollouts(-1).size(), 0);
}

void TestFleetBook::whatIsNoGroup_data()
{
    QTest::addColumn<PackGroup>("group");
    QTest::addColumn<QString>("former");
    QTest::addColumn<Code>("code");
    const auto row = [](const char *name, const PackGroup &group, const char *former, Code code) {
        QTest::newRow(name) << group << s(former) << code;
    };
    row("no name", {}, "", Code::Malformed);
    row("a name of spaces", {s(" a "), {}, {}, {}}, "", Code::Malformed);
    row("a long name", {QString(65, u'a'), {}, {}, {}}, "", Code::Malformed);
    row("a quotation mark", {s("a\"b"), {}, {}, {}}, "", Code::Malformed);
    row("a line end", {s("a\nb"), {}, {}, {}}, "", Code::Malformed);
    row("the name of another", {s("FLEET"), {}, {}, {}}, "", Code::WrongState);
    row("the name of another, changed to", {s("fleet"), {}, {}, {}}, "Berlin", Code::WrongState);
    row("no rule", {s("a"), {}, s("soc<"), {}}, "", Code::Malformed);
    row("a rule over itself", {s("a"), {}, s("group:a"), {}}, "", Code::Malformed);
    row("a rule over one that holds it", {s("a"), s("Fleet"), s("group:fleet"), {}}, "", Code::Malformed);
    row("inside nothing", {s("a"), s("b"), {}, {}}, "", Code::Malformed);
    row("inside itself", {s("Fleet"), s("Fleet"), {}, {}}, "Fleet", Code::Malformed);
    row("inside what is inside it", {s("Fleet"), s("Berlin"), {}, {}}, "Fleet", Code::Malformed);
    row("one that is gone", {s("a"), {}, {}, {}}, "b", Code::WrongState);
    row("a name that others use", {s("Bremen"), s("Fleet"), {}, {}}, "Berlin", Code::Malformed);
}

void TestFleetBook::whatIsNoGroup()
{
    QFETCH(const PackGroup, group);
    QFETCH(const QString, former);
    QFETCH(const Code, code);
    FleetBook book(store());
    QVERIFY(book.keep(PackGroup{s("Fleet"), {}, {}, {pack(1)}}).ok());
    QVERIFY(book.keep(PackGroup{s("Berlin"), s("Fleet"), {}, {pack(2)}}).ok());
    QVERIFY(book.keep(PackGroup{s("Both"), {}, s("group:Berlin"), {}}).ok());
    const QList<PackGroup> before = book.groups();
    const auto kept = book.keep(group, former);
    QVERIFY(!kept.ok());
    QCOMPARE(kept.code(), code);
    QCOMPARE(book.groups(), before);
}

void TestFleetBook::groupsThatGo()
{
    FleetBook book(store());
    QVERIFY(book.keep(PackGroup{s("Fleet"), {}, {}, {}}).ok());
    QVERIFY(book.keep(PackGroup{s("Germany"), s("Fleet"), {}, {}}).ok());
    QVERIFY(book.keep(PackGroup{s("Berlin"), s("Germany"), {}, {pack(1)}}).ok());
    QVERIFY(book.keep(PackGroup{s("Rule"), {}, s("group:berlin"), {}}).ok());
    QCOMPARE(book.removeGroup(s("nowhere")).code(), Code::WrongState);
    QCOMPARE(book.removeGroup(s("Berlin")).code(), Code::WrongState); // a rule names it
    QVERIFY(book.removeGroup(s("germany")).ok());
    QCOMPARE(book.groups().constFirst(), (PackGroup{s("Berlin"), s("Fleet"), {}, {pack(1)}}));
    QCOMPARE(book.groups().size(), 3);
}

void TestFleetBook::viewsAreKept()
{
    const QString path = store();
    const PackView view{s("Low"), s("soc<20"), {s("serial"), s("soc")}, s("soc"), true};
    QVERIFY(FleetBook(path).keep(view).ok());
    FleetBook book(path);
    QCOMPARE(book.views(), QList<PackView>{view});
    PackView other = view;
    other.name = s("LOW");
    other.isDescending = false;
    QVERIFY(book.keep(other).ok());
    QCOMPARE(book.views(), QList<PackView>{other});
    QCOMPARE(book.keep(PackView{}).code(), Code::Malformed);
    QVERIFY(book.removeView(s("low")).ok());
    QCOMPARE(book.removeView(s("low")).code(), Code::WrongState);
    QCOMPARE(book.views(), QList<PackView>());
}

void TestFleetBook::rolloutsAreKept()
{
    using Pack = KeptRollout::Pack;
    const QString path = store();
    KeptRollout rollout;
    rollout.payload = QByteArray(32, 'p');
    rollout.title = s("Range");
    rollout.group = s("Berlin");
    rollout.begunAt = 100;
    rollout.soakMilliseconds = 5000;
    rollout.watchAfter = {1, 10};
    for (int i = 0; i < 3; ++i) {
        Pack one;
        one.serial = pack(3 - i);
        rollout.packs.append(one);
    }
    {
        FleetBook book(path);
        const auto id = book.begin(rollout);
        QVERIFY(id.ok());
        rollout.id = *id;
        rollout.packs[0] = {pack(3), Pack::State::Applied, Code::Internal, s(""), 110, false};
        rollout.packs[1] = {pack(2), Pack::State::Failed, Code::BelowQuorum, s("owner"), 120, true};
        QVERIFY(book.note(rollout.id, rollout.packs.at(0)).ok());
        QVERIFY(book.note(rollout.id, rollout.packs.at(1)).ok());
    }
    FleetBook book(path);
    rollout.packs[2].detail = s("");
    QVERIFY(book.interrupted().has_value());
    QCOMPARE(*book.interrupted(), rollout);
    QVERIFY(book.end(rollout.id, KeptRollout::End::Stopped, 130).ok());
    QVERIFY(!book.interrupted());
    rollout.end = KeptRollout::End::Stopped;
    rollout.endedAt = 130;
    rollout.packs[2].state = Pack::State::NotBegun;
    QCOMPARE(*book.rollout(rollout.id), rollout);
    QVERIFY(!book.rollout(rollout.id + 1));
    // A pack that is named twice has no two results.
    rollout.packs.append(rollout.packs.constFirst());
    QVERIFY(!book.begin(rollout).ok());
    QCOMPARE(book.rollouts(10).size(), 1);
}

/// What did not end stays, however old it is.
void TestFleetBook::olderRolloutsGiveWay()
{
    FleetBook book(store());
    KeptRollout rollout;
    rollout.payload = QByteArray(32, 'p');
    rollout.packs.append(KeptRollout::Pack());
    rollout.packs[0].serial = pack(1);
    for (int i = 0; i < FleetBook::mostRollouts + 5; ++i) {
        const auto id = book.begin(rollout);
        QVERIFY(id.ok());
        if (i != 1)
            QVERIFY(book.end(*id, KeptRollout::End::Finished, 1).ok());
    }
    const QList<KeptRollout> left = book.rollouts(-1);
    QCOMPARE(left.size(), FleetBook::mostRollouts + 1);
    QCOMPARE(left.constLast().id, 2);
    QCOMPARE(book.interrupted()->id, 2);
    QVERIFY(!book.rollout(1));
}

void TestFleetBook::withoutAStoreNothingIsKept()
{
    FleetBook book(m_folder.filePath(s("nowhere")));
    QCOMPARE(book.groups(), QList<PackGroup>());
    QCOMPARE(book.views(), QList<PackView>());
    QCOMPARE(book.rollouts(1).size(), 0);
    QCOMPARE(book.keep(PackGroup{s("a"), {}, {}, {}}).code(), Code::FileUnwritable);
    QVERIFY(!QFile::exists(m_folder.filePath(s("nowhere"))));
}

QTEST_GUILESS_MAIN(TestFleetBook)
#include "tst_fleetbook.moc"
