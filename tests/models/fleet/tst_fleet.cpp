// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditmodel.h"
#include "models/audit/auditstore.h"
#include "models/fleet/distribution.h"
#include "models/fleet/fleetmodel.h"
#include "models/keys/revocationscope.h"
#include "models/packs/packsmodel.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"
#include "tests/support/everyfigure.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using test::Desk;
using test::TestWorld;

/// The packs that are heard and known, who can start them tomorrow; and the filters of the audit.
class TestFleet final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;

    static QString s(const char *text) { return QString::fromLatin1(text); }
    StartOutlook ask(Desk &desk, const QList<Certificate> &known, qint64 at = TestWorld::now + TestWorld::day)
    {
        StartQuestion question;
        question.trust = desk.workspace().trust().snapshot();
        question.known = known;
        question.at = at;
        return startOutlook(question).value(0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<TestWorld>();
        m_pack = m_world->pack();
    }

    void init() { QTest::failOnWarning(QRegularExpression(s(".*"))); }

    void whoMetAPackElsewhere()
    {
        Desk desk(*m_world, m_pack);
        desk.clock().advance(10 * TestWorld::day * 1000);
        PacksModel packs;
        FleetModel fleet(desk.workspace(), packs);
        const QModelIndex age = fleet.index(0, FleetModel::AgeColumn);
        // Nobody says so: it was read ten days ago.
        QCOMPARE(age.data(FleetModel::ElsewhereAtRole).toLongLong(), 0);
        QCOMPARE(fleet.totals().silent, 1);
        qint64 at = desk.clock().now() - 4 * TestWorld::day;
        fleet.setElsewhere([&at](const PackSerial &) { return FleetModel::Elsewhere{QStringLiteral("leasing"), at}; });
        QCOMPARE(age.data(FleetModel::ElsewhereAtRole).toLongLong(), at);
        QCOMPARE(age.data(FleetModel::ElsewhereRole).toString(),
            desk.workspace().trust().partyName(PositionId::fromTrusted(s("leasing"))));
        QCOMPARE(fleet.totals().silent, 1);
        // It is met again; here it is still not heard.
        at = desk.clock().now() - 3600;
        fleet.refreshElsewhere(m_pack.serial);
        QCOMPARE(age.data(FleetModel::ElsewhereAtRole).toLongLong(), at);
        QCOMPARE(fleet.totals().silent, 0);
        QCOMPARE(age.data(FleetModel::ValueRole).toLongLong(), -1);
        QVERIFY(!age.data(FleetModel::OnBusRole).toBool());
        // A pack that is not known has no row for it.
        fleet.refreshElsewhere(PackSerial::fromTrusted(s("SDB-TEST-0009")));
        QCOMPARE(fleet.rowCount(), 1);
    }

    void heardAndKnown()
    {
        Desk desk(*m_world, m_pack);
        PacksModel packs;
        FleetModel fleet(desk.workspace(), packs);
        QAbstractItemModelTester tester(&fleet, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(fleet.rowCount(), 1); // known, though never heard
        QCOMPARE(fleet.index(0, FleetModel::AgeColumn).data(FleetModel::ValueRole).toLongLong(), -1);
        QCOMPARE(fleet.index(0, FleetModel::ListsBehindColumn).data(FleetModel::ValueRole).toInt(), 0);

        PackTelemetry telemetry;
        telemetry.node = 0x20;
        telemetry.serial = s("SDB-TEST-0000");
        telemetry.socMilliPercent = 71500;
        telemetry.activeFaults = 2;
        telemetry.heardAt = 1000;
        telemetry.known = test::everyFigure;
        packs.setTelemetry(telemetry);
        QCOMPARE(fleet.rowCount(), 2);
        QCOMPARE(fleet.rowOf(s("SDB-TEST-0000")), 0);
        QCOMPARE(fleet.index(0, FleetModel::SocColumn).data(FleetModel::ValueRole).toInt(), 71500);
        QVERIFY(fleet.index(0, 0).data(FleetModel::AttentionRole).toBool());
        QVERIFY(!fleet.index(0, FleetModel::ListsBehindColumn).data(FleetModel::ValueRole).isValid());
        packs.setNow(3000);
        QCOMPARE(fleet.index(0, FleetModel::AgeColumn).data(FleetModel::ValueRole).toLongLong(), 2000);
        QVERIFY(fleet.index(0, 0).data(FleetModel::OnBusRole).toBool());
        packs.setNow(60000);
        QVERIFY(!fleet.index(0, 0).data(FleetModel::OnBusRole).toBool());
        packs.clear();
        QCOMPARE(fleet.rowCount(), 1);
    }

    void onWhichBus_data()
    {
        QTest::addColumn<QString>("bus");
        QTest::newRow("one of several") << s("socketcan:can1");
        QTest::newRow("the only one") << QString();
    }

    void onWhichBus()
    {
        QFETCH(const QString, bus);
        Desk desk(*m_world, m_pack);
        PacksModel packs;
        FleetModel fleet(desk.workspace(), packs);
        QVERIFY(!fleet.index(0, FleetModel::BusColumn).data(FleetModel::ValueRole).isValid()); // not heard
        PackTelemetry telemetry;
        telemetry.node = 0x20;
        telemetry.serial = m_pack.serial.text();
        telemetry.heardAt = 1000;
        packs.setTelemetry(telemetry, bus);
        QCOMPARE(fleet.index(0, FleetModel::BusColumn).data(FleetModel::ValueRole).toString(), bus);
        packs.clear();
        QVERIFY(!fleet.index(0, FleetModel::BusColumn).data(FleetModel::ValueRole).isValid());
    }

    /// Views keep columns by their names: each has one of its own.
    void columnsHaveNamesOfTheirOwn()
    {
        QSet<QString> names;
        for (int column = 0; column < FleetModel::ColumnCount; ++column)
            names.insert(FleetModel::nameOf(column));
        QCOMPARE(names.size(), int(FleetModel::ColumnCount));
        QCOMPARE(FleetModel::nameOf(FleetModel::AgeColumn), s("age"));
    }

    /// What is asked of rows: in the units that people read, and unknown where a pack has not told.
    void questionsToRows_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("packs"); ///< of two: one heard, one known alone
        QTest::newRow("all") << QString() << 2;
        QTest::newRow("a percentage") << s("soc=71.5") << 1;
        QTest::newRow("not that percentage") << s("soc!=71.5") << 0;
        QTest::newRow("unknown") << s("soc:unknown") << 1;
        QTest::newRow("faults") << s("faults>=2") << 1;
        QTest::newRow("no faults") << s("faults<2") << 0;
        QTest::newRow("heard") << s("bus:yes") << 1;
        QTest::newRow("not heard") << s("bus:no") << 1;
        QTest::newRow("needs attention") << s("attention:yes") << 1;
        QTest::newRow("policy") << s("policy:1 bus:no") << 1;
        QTest::newRow("lists, of the one that was read") << s("behind=0") << 1;
        QTest::newRow("never read") << s("behind:unknown") << 1;
        QTest::newRow("read today") << s("days<1") << 2;
        QTest::newRow("tomorrow is not worked out yet") << s("tomorrow:unknown") << 2;
        QTest::newRow("hardware") << s("hardware=nmc-96s2p") << 1;
        QTest::newRow("a word") << s("0001") << 1;
        QTest::newRow("a group") << s("group:both") << 2;
    }

    void questionsToRows()
    {
        QFETCH(const QString, query);
        QFETCH(const int, packs);
        Desk desk(*m_world, m_pack);
        PacksModel heard;
        PackTelemetry telemetry;
        telemetry.node = 0x20;
        telemetry.serial = s("SDB-TEST-0000");
        telemetry.socMilliPercent = 71500;
        telemetry.activeFaults = 2;
        telemetry.heardAt = 1000;
        telemetry.known = test::everyFigure;
        heard.setTelemetry(telemetry);
        heard.setNow(1500);
        FleetModel fleet(desk.workspace(), heard);
        QVERIFY(fleet.book().keep(PackGroup{s("Both"), {}, s("soc>0"), {m_pack.serial}}).ok());
        const auto parsed = PackQuery::parse(query, fleet.book().groups());
        QVERIFY(parsed.ok());
        QCOMPARE(fleet.matching(*parsed).size(), packs);
    }

    void howValuesLie_data()
    {
        QTest::addColumn<QList<qint64>>("numbers");
        QTest::addColumn<QList<int>>("counts");
        QTest::addColumn<qint64>("median");
        QTest::newRow("none") << QList<qint64>() << QList<int>() << qint64(0);
        QTest::newRow("one") << QList<qint64>{5} << QList<int>{1} << qint64(5);
        QTest::newRow("all the same") << QList<qint64>{5, 5, 5} << QList<int>{3} << qint64(5);
        QTest::newRow("both ends") << QList<qint64>{12, 0} << QList<int>{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}
                                   << qint64(0);
        QTest::newRow("below zero") << QList<qint64>{-6, 0, 6} << QList<int>{1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1}
                                    << qint64(0);
        QTest::newRow("as far apart as numbers are")
            << QList<qint64>{INT64_MIN, INT64_MAX} << QList<int>{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}
            << qint64(INT64_MIN);
    }

    void howValuesLie()
    {
        QFETCH(const QList<qint64>, numbers);
        QFETCH(const QList<int>, counts);
        QFETCH(const qint64, median);
        const Distribution lie = Distribution::of(numbers, 4);
        QCOMPARE(lie.known, int(numbers.size()));
        QCOMPARE(lie.unknown, 4);
        QCOMPARE(lie.counts, counts);
        QCOMPARE(lie.median, median);
        QCOMPARE(lie.highest, counts.isEmpty() ? 0 : *std::max_element(counts.begin(), counts.end()));
    }

    void aPackWithoutASerialHasARow()
    {
        Desk desk(*m_world, m_pack);
        PacksModel packs;
        FleetModel fleet(desk.workspace(), packs);
        QAbstractItemModelTester tester(&fleet, QAbstractItemModelTester::FailureReportingMode::Fatal);
        PackTelemetry telemetry;
        telemetry.heardAt = 1000;
        telemetry.known = test::everyFigure;
        for (const int node : {0x11, 0x12, 0xFE}) {
            telemetry.node = node;
            packs.setTelemetry(telemetry);
        }
        QCOMPARE(fleet.rowCount(), 4);
        const int row = fleet.rowOf(s("node:12"));
        QVERIFY(row >= 0);
        QCOMPARE(fleet.index(row, 0).data(FleetModel::SerialRole).toString(), QString());
        QCOMPARE(fleet.index(row, 0).data(FleetModel::KeyRole).toString(), s("node:12"));
        QVERIFY(fleet.index(row, 0).data(FleetModel::OnBusRole).toBool());
        // Their names come, one by one and not in order.
        QPersistentModelIndex last = fleet.index(fleet.rowOf(s("node:fe")), 0);
        for (const auto &[node, serial] : {std::pair{0x12, s("SDB-TEST-0002")}, std::pair{0x11, s("SDB-TEST-0009")}}) {
            telemetry.node = node;
            telemetry.serial = serial;
            packs.setTelemetry(telemetry);
            QCOMPARE(fleet.rowCount(), 4);
            QVERIFY(fleet.rowOf(serial) >= 0);
        }
        QCOMPARE(fleet.rowOf(s("node:11")), -1);
        QCOMPARE(fleet.rowOf(s("node:12")), -1);
        QCOMPARE(last.row(), fleet.rowOf(s("node:fe"))); // who chose it still has it
    }

    void aPackInFaultStartsForNobody_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("named");
        QTest::addColumn<StartOutlook::Answer>("answer");
        QTest::newRow("in fault") << s("fault") << true << StartOutlook::Answer::Faulted;
        QTest::newRow("in fault, without a serial") << s("fault") << false << StartOutlook::Answer::Faulted;
        QTest::newRow("ready") << s("ready") << true << StartOutlook::Answer::Unknown;
    }

    void aPackInFaultStartsForNobody()
    {
        QFETCH(const QString, state);
        QFETCH(const bool, named);
        QFETCH(const StartOutlook::Answer, answer);
        Desk desk(*m_world, m_pack);
        PacksModel packs;
        FleetModel fleet(desk.workspace(), packs);
        PackTelemetry telemetry;
        telemetry.node = 0x11;
        telemetry.serial = named ? m_pack.serial.text() : QString();
        telemetry.state = state;
        telemetry.heardAt = 1000;
        telemetry.known = test::everyFigure;
        packs.setTelemetry(telemetry);
        const QString key = named ? telemetry.serial : s("node:11");
        const QModelIndex index = fleet.index(fleet.rowOf(key), FleetModel::TomorrowColumn);
        const auto outlook = index.data(FleetModel::ValueRole).value<StartOutlook>();
        QCOMPARE(outlook.answer, answer);
        QCOMPARE(outlook.key, key);
        const bool faulted = answer == StartOutlook::Answer::Faulted;
        QCOMPARE(index.data(FleetModel::AttentionRole).toBool(), faulted);
        const QList<StartOutlook> all = fleet.outlook();
        QCOMPARE(std::any_of(all.begin(), all.end(),
                     [](const StartOutlook &each) { return each.answer == StartOutlook::Answer::Faulted; }),
            faulted);
    }

    void healthAndSpread()
    {
        Desk desk(*m_world, m_pack);
        PacksModel packs;
        FleetModel fleet(desk.workspace(), packs);
        PackTelemetry telemetry;
        telemetry.node = 0x11;
        telemetry.serial = m_pack.serial.text();
        telemetry.heardAt = 1000;
        telemetry.known = PackFigure::Health;
        packs.setTelemetry(telemetry);
        const auto value = [&](int column) {
            return fleet.index(0, column).data(FleetModel::ValueRole);
        };
        QVERIFY(!value(FleetModel::SpreadColumn).isValid()); // no cell was told yet
        telemetry.known = test::everyFigure;
        telemetry.sohMilliPercent = 69000;
        telemetry.minCell = 37;
        telemetry.maxCell = 42;
        telemetry.minCellMillivolts = 3641;
        telemetry.maxCellMillivolts = 3702;
        packs.setTelemetry(telemetry);
        QCOMPARE(value(FleetModel::SpreadColumn).toInt(), 61);
        QCOMPARE(value(FleetModel::SohColumn).toInt(), 69000);
    }

    void manyPacksComePageByPage()
    {
        Desk desk(*m_world, m_pack);
        const KnownPack known = *desk.workspace().trust().pack(m_pack.serial);
        const int many = 3 * FleetModel::pageSize + 7;
        QList<KnownPack> all;
        for (int i = 0; i < many; ++i) {
            KnownPack one = known;
            one.facts.serial = PackSerial::fromTrusted(s("SDB-MANY-%1").arg(i, 4, 10, QLatin1Char('0')));
            one.rules.serial = one.facts.serial;
            all.append(one);
        }
        QVERIFY(desk.workspace().trust().snapshot().packs.database()->keep(all).ok());
        PacksModel packs;
        PackTelemetry telemetry;
        telemetry.node = 0x11;
        telemetry.serial = s("SDB-MANY-0700"); // of a later page
        telemetry.activeFaults = 1;
        telemetry.heardAt = 1000;
        packs.setTelemetry(telemetry);
        FleetModel fleet(desk.workspace(), packs);
        QCOMPARE(fleet.rowCount(), FleetModel::pageSize + 1);
        QVERIFY(fleet.canFetchMore());
        QCOMPARE(fleet.rowOf(telemetry.serial), FleetModel::pageSize);
        // News of a pack whose page did not come yet waits for it; without a view the pages come by themselves.
        PackFacts facts = known.facts;
        facts.serial = PackSerial::fromTrusted(s("SDB-MANY-0600"));
        facts.node = 0x77;
        QVERIFY(desk.workspace().trust().learn(facts).ok());
        QCOMPARE(fleet.rowOf(facts.serial.text()), -1);
        QAbstractItemModelTester tester(&fleet, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QTRY_COMPARE(fleet.rowCount(), many + 1);
        QVERIFY(!fleet.canFetchMore());
        for (int row = 1; row < fleet.rowCount(); ++row)
            QVERIFY(fleet.index(row - 1, 0).data(FleetModel::KeyRole).toString()
                < fleet.index(row, 0).data(FleetModel::KeyRole).toString());
        QCOMPARE(fleet.totals().packs, many + 1);
        QCOMPARE(fleet.totals().faults, 1);
        QSignalSpy judged(&fleet, &FleetModel::outlookChanged);
        fleet.refreshOutlook();
        QTRY_VERIFY(!judged.isEmpty());
        QCOMPARE(fleet.outlook().size(), many + 1);
        // The order is that of the role, by each column.
        for (int column = 0; column < FleetModel::ColumnCount; ++column) {
            for (int row = 1; row < fleet.rowCount(); ++row) {
                const QVariant left = fleet.index(row - 1, column).data(FleetModel::SortRole);
                const QVariant right = fleet.index(row, column).data(FleetModel::SortRole);
                const bool same = left == right;
                QVERIFY(same ? fleet.isBefore(row - 1, row, column)
                             : fleet.isBefore(row - 1, row, column) != fleet.isBefore(row, row - 1, column));
                if (!same && left.isValid() != right.isValid())
                    QCOMPARE(fleet.isBefore(row - 1, row, column), !left.isValid());
            }
        }
        QVERIFY(desk.workspace().trust().forget({}).ok());
        QCOMPARE(fleet.rowCount(), 1); // that is heard
    }

    void aNewerListIsWhatThePackDoesNotKnow()
    {
        Desk desk(*m_world, m_pack);
        PacksModel packs;
        FleetModel fleet(desk.workspace(), packs);
        const CrlEntry list = m_world->crl(s("leasing"), {}, 2);
        QVERIFY(desk.workspace().trust().learn(list).ok());
        QCOMPARE(fleet.index(0, FleetModel::ListsBehindColumn).data(FleetModel::ValueRole).toInt(), 1);
        QVERIFY(fleet.index(0, 0).data(FleetModel::AttentionRole).toBool());
    }

    void tomorrowIsUnknownWithoutAKey()
    {
        Desk desk(*m_world, m_pack);
        QCOMPARE(ask(desk, {}).answer, StartOutlook::Answer::Unknown);
        StartQuestion never;
        never.packs = {PackSerial::fromTrusted(s("SDB-TEST-0007"))};
        never.at = TestWorld::now;
        QCOMPARE(startOutlook(never).constFirst().answer, StartOutlook::Answer::Unknown);
    }

    void tomorrowByTheRules()
    {
        const RoleId role = RoleId::fromTrusted(s("fleet-manager"));
        PackState pack = m_pack;
        const CapabilityId activate = CapabilityId::fromTrusted(s("activate"));
        Grant grant;
        for (const Grant &each : pack.policy.grants) {
            if (each.role == role)
                grant = each;
        }
        QVERIFY(!grant.contract.isEmpty() || grant.role == role);
        grant.capability = activate;
        grant.purposes = {s("drive")};
        pack.charter.mayHold[activate].insert(role);
        pack.policy.grants.append(grant);
        pack.silicon.layers.insert(activate, 1);
        pack.policy.charterSha256 = pack.charter.bodySha256();
        pack.lifeCycle = LifeCycle::InService;
        Desk desk(*m_world, pack);
        const auto key = m_world->key(s("courier.fleet-manager"));
        const StartOutlook tomorrow = ask(desk, key->chain());
        QVERIFY2(tomorrow.answer == StartOutlook::Answer::Able,
            qPrintable(codeName(tomorrow.reason.code) + u' ' + tomorrow.reason.detail));
        // No fresh lists for long enough, and nobody starts it any more.
        const StartOutlook late = ask(desk, key->chain(), TestWorld::now + 300 * TestWorld::day);
        QCOMPARE(late.answer, StartOutlook::Answer::Unable);
        QCOMPARE(late.people, 1);
        // Without this key nobody known here starts it; without one that opens nothing, all is as before.
        StartQuestion question;
        question.trust = desk.workspace().trust().snapshot();
        question.known = key->chain() + m_world->key(s("leasing.asset-manager"))->chain();
        question.at = TestWorld::now + TestWorld::day;
        QCOMPARE(lostStarts(question, {key->leaf()}), (LostStarts{{m_pack.serial}, 1, {}}));
        // Whoever holds a second certificate still starts it: the forecast says so.
        StartQuestion twice = question;
        const Certificate renewed
            = m_world->makeKey({s("courier"), key->leaf().person, s("fleet-manager"), s("another laptop")})->leaf();
        twice.known.append(renewed);
        QCOMPARE(lostStarts(twice, {key->leaf()}), (LostStarts{{}, 0, {key->leaf().commonName}}));
        QCOMPARE(lostStarts(twice, {key->leaf(), renewed}), (LostStarts{{m_pack.serial}, 1, {}}));
        QCOMPARE(lostStarts(question, {m_world->key(s("leasing.asset-manager"))->leaf()}), LostStarts{});
        question.at = TestWorld::now + 300 * TestWorld::day;
        QCOMPARE(lostStarts(question, {key->leaf()}), LostStarts{}); // lost already
    }

    /// A certificate that was renewed is revoked with its successor: else the person goes on opening packs.
    void revokingAPersonTakesAllCertificatesOfTheRole()
    {
        const auto make = [&](const char *party, const char *person, const char *role, const char *keyName,
                              qint64 until = TestWorld::now + 365 * TestWorld::day) {
            return m_world->makeKey({s(party), s(person), s(role), s(keyName), TestWorld::now - TestWorld::day, until})
                ->leaf();
        };
        const Certificate chosen = make("leasing", "dana", "asset-manager", "dana-1");
        const Certificate renewed = make("leasing", "dana", "asset-manager", "dana-1");
        const Certificate laptop = make("leasing", "dana", "asset-manager", "dana-2");
        const Certificate sameKey = make("leasing", "dana-b", "asset-manager", "dana-1");
        const Certificate otherRole = make("leasing", "dana", "specialist", "dana-2");
        const Certificate expired = make("leasing", "dana", "asset-manager", "dana-2", TestWorld::now - 1);
        const Certificate listed = make("leasing", "dana", "asset-manager", "dana-2");
        const Certificate namesake = make("celldata", "dana", "asset-manager", "dana-3");
        const Certificate elsewhere = make("celldata", "dana", "asset-manager", "dana-1");
        const Certificate stranger = make("leasing", "erik", "asset-manager", "erik");
        const QList<Certificate> known{m_world->root(s("leasing")), m_world->root(s("celldata")), chosen, renewed,
            laptop, sameKey, otherRole, expired, listed, namesake, elsewhere, stranger};
        const RevocationScope scope
            = revocationScope(chosen, known, {m_world->crl(s("leasing"), {listed})}, TestWorld::now);
        QCOMPARE(scope.revoked, (QList<Certificate>{chosen, renewed, laptop, sameKey}));
        QCOMPARE(scope.staying, (QList<Certificate>{otherRole, elsewhere}));
        // What was chosen is revoked, come what may.
        QCOMPARE(revocationScope(expired, {}, {}, TestWorld::now).revoked, QList<Certificate>{expired});
    }

    void auditFilters()
    {
        Desk desk(*m_world, m_pack);
        AuditStore &store = desk.workspace().audit();
        const AuditActor ann{s("ann"), s("leasing"), s("asset-manager")};
        const qint64 start = store.count({});
        QVERIFY(
            store.append(ann, {s("request.deliver"), s("a1b2"), s("done"), {{s("pack"), s("SDB-TEST-0001")}}}).ok());
        desk.clock().advance(2 * TestWorld::day * 1000);
        QVERIFY(store.append(ann, {s("request.deliver"), s("a1b2"), s("below-quorum"), {}}).ok());
        const auto count = [&](auto set) {
            AuditFilter filter;
            set(filter);
            return store.count(filter);
        };
        QCOMPARE(store.count({}), start + 2);
        QCOMPARE(count([](AuditFilter &f) { f.person = s("ann"); }), 2);
        QCOMPARE(count([](AuditFilter &f) {
            f.pack = s("SDB-TEST-0001");
            f.action = s("request.deliver");
        }),
            1);
        QCOMPARE(count([](AuditFilter &f) { f.outcome = QLatin1String(AuditFilter::refusedOutcomes); }), 1);
        const qint64 us = (TestWorld::now + TestWorld::day) * 1'000'000;
        QCOMPARE(count([us](AuditFilter &f) { f.fromUs = us; }), 1);
        QCOMPARE(count([us](AuditFilter &f) { f.untilUs = us; }), start + 1);
    }
};

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_fleet.moc"
