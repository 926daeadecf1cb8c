// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/documentfile.h"
#include "models/core/pack/statement.h"
#include "models/core/pki/openkey.h"
#include "models/fleet/todaymodel.h"
#include "models/keys/companyfounding.h"
#include "models/packs/packsmodel.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "tests/models/support/modelworld.h"
#include "tests/support/everyfigure.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString author = QStringLiteral("courier.fleet-manager");
const QString owner = QStringLiteral("leasing.asset-manager");
constexpr qint64 day = 24LL * 3600 * 1000; // milliseconds

int count(const TodayModel &model, TodayItem::Kind kind)
{
    const QList<TodayItem> items = model.items();
    return int(std::count_if(items.begin(), items.end(), [kind](const TodayItem &item) { return item.kind == kind; }));
}

} // namespace

class TestToday final : public QObject
{
    Q_OBJECT

    struct Room
    {
        explicit Room(Desk &desk)
            : signoffs(desk.workspace())
            , today(desk.workspace(), signoffs, packs)
            , tester(&today, QAbstractItemModelTester::FailureReportingMode::QtTest)
        {
        }
        PacksModel packs;
        SignoffsModel signoffs;
        TodayModel today;
        QAbstractItemModelTester tester;
    };

    static qint64 begin(Desk &desk, qint64 at, KeptRollout::Pack::State first)
    {
        KeptRollout rollout;
        rollout.payload = QByteArray(32, 'p');
        rollout.title = QStringLiteral("Range");
        rollout.begunAt = at;
        for (int i = 1; i <= 3; ++i) {
            KeptRollout::Pack pack;
            pack.serial = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-000%1").arg(i));
            pack.state = i == 1 ? first : KeptRollout::Pack::State::Waiting;
            rollout.packs.append(pack);
        }
        const auto id = FleetBook(desk.workspace().folder()).begin(rollout);
        return id.ok() ? *id : 0;
    }

    void put(Desk &desk, const QStringList &approvers)
    {
        DocumentFile file;
        file.document = m_world->sign(m_world->request(m_pack, QStringLiteral("soc.max"), 95000), author, approvers);
        QFile out(desk.workspace().requestsFolder() + QStringLiteral("/change.pwreq"));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(file.encode());
    }

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<TestWorld>();
        m_pack = m_world->pack();
    }

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void nothingNeedsAnybodyWhereAllIsInOrder()
    {
        Desk desk(*m_world, m_pack);
        Room room(desk);
        QCOMPARE(room.today.rowCount(), 0);
    }

    void faultsComeFirst()
    {
        Desk desk(*m_world, m_pack);
        Room room(desk);
        PackTelemetry telemetry;
        telemetry.node = 3;
        telemetry.serial = m_pack.serial.text();
        telemetry.heardAt = 5;
        telemetry.known = PackFigure::FaultCount;
        room.packs.setTelemetry(telemetry);
        QVERIFY(!waitFor([&] { return room.today.rowCount() > 0; }, 300)); // the refused twin: no fault, no row
        telemetry.activeFaults = 2;
        room.packs.setTelemetry(telemetry);
        QTRY_COMPARE(count(room.today, TodayItem::Kind::Fault), 1);
        room.today.setUnableTomorrow({{QStringLiteral("SDB-TEST-0009"), Error{Code::CrlStale, {}}}});
        QCOMPARE(room.today.rowCount(), 2);
        QCOMPARE(room.today.item(0).kind, TodayItem::Kind::Fault);
        QCOMPARE(room.today.item(0).count, 2);
        QCOMPARE(room.today.item(1).kind, TodayItem::Kind::CannotStart);
        QCOMPARE(room.today.item(1).reason.code, Code::CrlStale);
        room.today.setUnableTomorrow({});
        QCOMPARE(room.today.rowCount(), 1);
    }

    void troublesOfTheBus_data()
    {
        QTest::addColumn<BusTrouble::Kind>("kind");
        QTest::addColumn<QString>("serial");
        QTest::addColumn<bool>("told");
        QTest::addColumn<QString>("opens");
        QTest::newRow("hub gone") << BusTrouble::Kind::HubGone << QString() << true << QString();
        QTest::newRow("interface gone") << BusTrouble::Kind::InterfaceGone << QString() << true << QString();
        QTest::newRow("overloaded") << BusTrouble::Kind::Overloaded << QString() << true << QString();
        QTest::newRow("nothing heard") << BusTrouble::Kind::NothingHeard << QString() << true << QString();
        QTest::newRow("pack silent") << BusTrouble::Kind::NodeSilent << QStringLiteral("SDB-TEST-0001") << true
                                     << QStringLiteral("SDB-TEST-0001");
        QTest::newRow("nameless pack silent")
            << BusTrouble::Kind::NodeSilent << QString() << true << QStringLiteral("node:11");
        QTest::newRow("frames late") << BusTrouble::Kind::FramesLate << QString() << false << QString();
        QTest::newRow("another console") << BusTrouble::Kind::SameTester << QString() << false << QString();
    }

    void troublesOfTheBus()
    {
        QFETCH(const BusTrouble::Kind, kind);
        QFETCH(const QString, serial);
        QFETCH(const bool, told);
        QFETCH(const QString, opens);
        Desk desk(*m_world, m_pack);
        Room room(desk);
        BusFigures figures;
        figures.troubles = {{kind, 0x11, serial, 3, 1}};
        room.today.setBuses({{{}, figures}});
        QCOMPARE(count(room.today, TodayItem::Kind::Bus), told ? 1 : 0);
        if (told)
            QCOMPARE(room.today.item(0).serial, opens);
        room.today.setBuses({BusNow()});
        QCOMPARE(room.today.rowCount(), 0);
    }

    void faultsAreNamedAndWornPacksTold()
    {
        Desk desk(*m_world, m_pack);
        Room room(desk);
        PackTelemetry telemetry;
        telemetry.node = 0x11;
        telemetry.heardAt = 5;
        telemetry.known = everyFigure;
        telemetry.sohMilliPercent = TodayModel::wornMilliPercent;
        telemetry.activeFaults = 2;
        telemetry.faults = {{{FaultCode::SenseWireOpen, 12}, FaultSeverity::Warning, FaultQuantity::Voltage, 0, 0, 5},
            {{FaultCode::Insulation, 0}, FaultSeverity::Stopped, FaultQuantity::Resistance, 80, 100, 5}};
        room.packs.setTelemetry(telemetry);
        QTRY_COMPARE(count(room.today, TodayItem::Kind::Fault), 1);
        QCOMPARE(count(room.today, TodayItem::Kind::Worn), 0);
        const TodayItem fault = room.today.item(0);
        QCOMPARE(fault.serial, QStringLiteral("node:11"));
        QCOMPARE(fault.faults, (QList<FaultId>{{FaultCode::Insulation, 0}, {FaultCode::SenseWireOpen, 12}}));
        telemetry.sohMilliPercent = TodayModel::wornMilliPercent - 1;
        room.packs.setTelemetry(telemetry);
        QTRY_COMPARE(count(room.today, TodayItem::Kind::Worn), 1);
    }

    void whatWaitsForOthersIsTold_data()
    {
        QTest::addColumn<QStringList>("approvers");
        QTest::addColumn<QString>("person");
        QTest::addColumn<QStringList>("waitsFor");
        const QString owner = QStringLiteral("leasing.asset-manager");
        const QStringList both{QStringLiteral("owner"), QStringLiteral("cell-data")};
        QTest::newRow("its author") << QStringList() << author << both;
        QTest::newRow("who signed") << QStringList{owner} << owner << both.mid(1);
        QTest::newRow("whose signature is wanted") << QStringList() << owner << QStringList();
        QTest::newRow("nobody signed in") << QStringList() << QString() << QStringList();
        QTest::newRow("nothing is missing")
            << QStringList{owner, QStringLiteral("celldata.specialist")} << author << QStringList();
    }

    void whatWaitsForOthersIsTold()
    {
        QFETCH(QStringList, approvers);
        QFETCH(QString, person);
        QFETCH(QStringList, waitsFor);
        Desk desk(*m_world, m_pack);
        put(desk, approvers);
        QVERIFY(person.isEmpty() || desk.signIn(person));
        Room room(desk);
        QTRY_COMPARE(room.signoffs.rowCount(), 1);
        const auto items = room.today.items();
        const auto row = std::find_if(items.begin(), items.end(), [](const TodayItem &item) {
            return item.kind == TodayItem::Kind::WaitsForOthers || item.kind == TodayItem::Kind::AnswerDue;
        });
        QCOMPARE(row != items.end(), !waitsFor.isEmpty());
        QStringList named;
        for (const SeatPlace &place : row == items.end() ? QList<SeatPlace>() : row->seats)
            named.append(place.candidates.constFirst().position.text());
        std::sort(named.begin(), named.end());
        std::sort(waitsFor.begin(), waitsFor.end());
        QCOMPARE(named, waitsFor);
    }

    void aContradictionComesBeforeAllElse()
    {
        Desk desk(*m_world, m_pack);
        Room room(desk);
        PackTelemetry telemetry;
        telemetry.node = 3;
        telemetry.serial = m_pack.serial.text();
        telemetry.heardAt = 5;
        telemetry.known = PackFigure::FaultCount;
        telemetry.activeFaults = 2;
        room.packs.setTelemetry(telemetry);
        QTRY_COMPARE(count(room.today, TodayItem::Kind::Fault), 1);
        QCOMPARE(count(room.today, TodayItem::Kind::Contradiction), 0); // the twin
        PackFacts facts = factsOf(m_pack);
        facts.hardware = QStringLiteral("py-255s1p");
        // What nobody signed is a warning that passes; what the pack signed waits for a person.
        QVERIFY(!desk.workspace().trust().learn(facts).ok());
        QTRY_COMPARE(count(room.today, TodayItem::Kind::Doubt), 1);
        QCOMPARE(count(room.today, TodayItem::Kind::Contradiction), 0);
        QCOMPARE(room.today.item(1).contradiction.shown, facts.hardware);
        QCOMPARE(room.today.item(1).count, 0);
        QVERIFY(desk.workspace().trust().learnStatement(statementOf(*m_world, m_pack), askedNonce()).ok());
        QTRY_COMPARE(room.today.item(1).count, 1);
        desk.clock().advance((Doubt::lasts + 1) * 1000);
        room.today.refresh();
        QCOMPARE(count(room.today, TodayItem::Kind::Doubt), 0);
        QVERIFY(!desk.workspace()
                     .trust()
                     .learnStatement(
                         statementOf(*m_world, m_pack, [&](Statement &said) { said.hardware = facts.hardware; }),
                         askedNonce())
                     .ok());
        QTRY_COMPARE(count(room.today, TodayItem::Kind::Contradiction), 1);
        QCOMPARE(room.today.item(0).kind, TodayItem::Kind::Contradiction);
        QCOMPARE(room.today.item(0).contradiction.shown, facts.hardware);
        QVERIFY(desk.workspace().trust().settle(m_pack.serial, Settlement::Keep, {}).ok());
        QTRY_COMPARE(count(room.today, TodayItem::Kind::Contradiction), 0);
    }

    void eachListSaysWhichPacksKnowIt()
    {
        Desk desk(*m_world, m_pack);
        const PackState second = m_world->pack(QStringLiteral("SDB-TEST-0002"));
        TrustBook &trust = desk.workspace().trust();
        QVERIFY(trust.learn(rulesOf(*m_world, second)).ok());
        Room room(desk);
        QCOMPARE(count(room.today, TodayItem::Kind::ListsLacking), 0); // the twin: both know all
        const CrlEntry list = m_world->crl(QStringLiteral("leasing"), {}, 2);
        QVERIFY(trust.learn(list).ok());
        QTRY_COMPARE(count(room.today, TodayItem::Kind::ListsLacking), 1);
        QCOMPARE(room.today.item(0).number, 2);
        QCOMPARE(room.today.item(0).count, 0);
        QCOMPARE(room.today.item(0).total, 2);
        QVERIFY(!room.today.item(0).isInReach());
        // One takes it; the other one is on the bus and refuses.
        PackRules taken = rulesOf(*m_world, m_pack);
        taken.crls.append(encodeCrlEntry(list));
        QVERIFY(trust.learn(taken).ok());
        PackTelemetry telemetry;
        telemetry.node = 4;
        telemetry.serial = second.serial.text();
        telemetry.heardAt = desk.clock().monotonicMilliseconds();
        room.packs.setTelemetry(telemetry);
        const Error why{Code::NegativeResponse, QStringLiteral("35 31")};
        room.today.setTroubles({{second.serial.text(), {PackTrouble::Why::Refuses, why}}});
        room.today.refresh();
        QCOMPARE(count(room.today, TodayItem::Kind::ListsLacking), 1);
        QCOMPARE(room.today.item(0).count, 1);
        QCOMPARE(room.today.item(0).missing,
            (QList<TodayItem::Missing>{{second.serial.text(), {PackTrouble::Why::Refuses, why}}}));
        QVERIFY(room.today.item(0).isInReach());
        desk.clock().advance(20'000);
        room.today.refresh();
        QCOMPARE(room.today.item(0).missing.constFirst().trouble.why, PackTrouble::Why::NotOnBus);
    }

    void aSignatureIsWantedOfWhoMaySign_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QStringList>("approvers");
        QTest::addColumn<int>("wanted");
        QTest::newRow("the owner's seat is open") << owner << QStringList() << 1;
        QTest::newRow("twin: the owner signed already") << owner << QStringList{owner} << 0;
        QTest::newRow("twin: the author has no seat") << author << QStringList() << 0;
        QTest::newRow("twin: nobody signed in") << QString() << QStringList() << 0;
    }

    void aSignatureIsWantedOfWhoMaySign()
    {
        QFETCH(const QString, person);
        QFETCH(const QStringList, approvers);
        QFETCH(const int, wanted);
        Desk desk(*m_world, m_pack);
        put(desk, approvers);
        Room room(desk);
        if (!person.isEmpty())
            QVERIFY(desk.signIn(person));
        QTRY_COMPARE(room.signoffs.rowCount(), 1);
        QTRY_VERIFY(!room.signoffs.isRefreshing());
        room.today.refresh();
        QCOMPARE(count(room.today, TodayItem::Kind::SignatureWanted), wanted);
        if (wanted)
            QVERIFY(room.today.item(0).path.endsWith(QLatin1String("change.pwreq")));
    }

    void whatWasAppliedIsNotCalledReadyAnyMore()
    {
        Desk desk(*m_world, m_pack);
        put(desk, {owner, QStringLiteral("celldata.specialist")});
        Room room(desk);
        QVERIFY(desk.signIn(QStringLiteral("service.technician")));
        QTRY_COMPARE(count(room.today, TodayItem::Kind::Deliver), 1);
        QTRY_VERIFY(!room.signoffs.isRefreshing());
        const QModelIndex first = room.signoffs.index(0, 0);
        const QString path = first.data(SignoffsModel::PathRole).toString();
        auto judgement = first.data(SignoffsModel::JudgementRole).value<SignoffJudgement>();
        judgement.state = SignoffState::Applied;
        // A reading began before the pack answered: it still finds the document ready, and must not say so.
        room.signoffs.refresh();
        QList<int> said;
        connect(&room.signoffs, &QAbstractItemModel::dataChanged, &room.today,
            [&] { said << room.signoffs.index(0, 0).data(SignoffsModel::StateRole).toInt(); });
        room.signoffs.take(path, judgement);
        QCOMPARE(count(room.today, TodayItem::Kind::Deliver), 0); // at once, with no time in between
        QVERIFY(QFile::remove(path)); // what the folder says afterwards is news again
        QTRY_COMPARE(room.signoffs.rowCount(), 0);
        QCOMPARE(said, QList<int>{int(SignoffState::Applied)});
        // A document that nobody shows here is left alone.
        room.signoffs.take(path, judgement);
        QCOMPARE(room.signoffs.rowCount(), 0);
    }

    void listsAndKeysAreNamedBeforeTheyEnd()
    {
        Desk desk(*m_world, m_pack);
        Room room(desk);
        QVERIFY(desk.signIn(owner));
        desk.clock().advance(22 * day);
        room.today.refresh();
        QCOMPARE(count(room.today, TodayItem::Kind::ListExpires), 0);
        desk.clock().advance(2 * day);
        room.today.refresh();
        QVERIFY(count(room.today, TodayItem::Kind::ListExpires) > 0);
        QVERIFY(!room.today.item(0).subject.isEmpty());
        QCOMPARE(count(room.today, TodayItem::Kind::KeyExpires), 0);
        desk.clock().advance(320 * day);
        room.today.refresh();
        QVERIFY(count(room.today, TodayItem::Kind::KeyExpires) > 0);
    }

    void aCompanyIsFoundedOnce()
    {
        QTemporaryDir folder;
        const CompanyFounding founding{QStringLiteral("Bright Vans Ltd"), QStringLiteral("Ada Lane"),
            QStringLiteral("fleet-manager"), folder.path(), QStringLiteral("a long root phrase"),
            QStringLiteral("a long desk phrase")};
        const auto made = foundCompany(founding, TestWorld::now);
        QVERIFY(made.ok());
        QCOMPARE(made->leaf.person, QStringLiteral("bright-vans-ltd.ada-lane"));
        QCOMPARE(made->leaf.role, QStringLiteral("fleet-manager"));
        QVERIFY(isIssuedBy(made->leaf, made->root));
        QVERIFY(openKeyFile(made->keyFile, QStringLiteral("a long desk phrase")).ok());
        QCOMPARE(openKeyFile(made->keyFile, QStringLiteral("a long root phrase")).code(), Code::WrongPassphrase);
        // Twins: nothing is written over, and names must leave something to name.
        QCOMPARE(foundCompany(founding, TestWorld::now).code(), Code::FileUnwritable);
        CompanyFounding nameless = founding;
        nameless.name = QStringLiteral("\u2026");
        QCOMPARE(foundCompany(nameless, TestWorld::now).code(), Code::Malformed);
    }

    /// One that this very program began is under way, and one that ended is over.
    void aRolloutThatWasCutOffIsTold()
    {
        Desk desk(*m_world, m_pack);
        QVERIFY(begin(desk, TestWorld::now - 10, KeptRollout::Pack::State::Applied) != 0);
        {
            Room room(desk);
            QTRY_COMPARE(count(room.today, TodayItem::Kind::RolloutCutOff), 1);
            for (const TodayItem &item : room.today.items()) {
                if (item.kind == TodayItem::Kind::RolloutCutOff) {
                    QCOMPARE(item.subject, QStringLiteral("Range"));
                    QCOMPARE(item.count, 1);
                    QCOMPARE(item.total, 3);
                }
            }
            QVERIFY(FleetBook(desk.workspace().folder()).end(1, KeptRollout::End::Cancelled, TestWorld::now).ok());
            room.today.refresh();
            QCOMPARE(count(room.today, TodayItem::Kind::RolloutCutOff), 0);
            QVERIFY(begin(desk, TestWorld::now, KeptRollout::Pack::State::Waiting) != 0);
            room.today.refresh();
            QCOMPARE(count(room.today, TodayItem::Kind::RolloutCutOff), 0);
        }
        desk.clock().advance(1000);
        Room later(desk);
        QTRY_COMPARE(count(later.today, TodayItem::Kind::RolloutCutOff), 1);
    }
};

QTEST_GUILESS_MAIN(TestToday)
#include "tst_today.moc"
