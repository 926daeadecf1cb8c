// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/inspection.h"
#include "app/pages/parameterdesk.h"
#include "hw/can/memorywire.h"
#include "hw/sim/simulatednode.h"
#include "models/audit/auditstore.h"
#include "models/packs/packsmodel.h"
#include "models/packs/parametersmodel.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "tests/hw/sim/support/tester.h"
#include "tests/hw/support/testticker.h"
#include "widgets/inspector/faultsview.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/inspector/live/cellmap.h"
#include "widgets/inspector/parameterdetail.h"
#include "widgets/inspector/parameterview.h"
#include "widgets/inspector/security/securityview.h"
#include "widgets/style/theme.h"
#include "widgets/values/numberedit.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString serial = QStringLiteral("SDB-TEST-0001");
const ParameterId interval = ParameterId::fromTrusted(QStringLiteral("service.interval"));

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The inspector's tabs over a simulated pack with faults: read by anybody, seen in full and cleared by right alone.
/// PACKWARDEN_PICTURES=FOLDER keeps pictures.
class TestInspection final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    TestWorld m_world;
    std::optional<PackState> m_state;
    std::unique_ptr<QTemporaryDir> m_folder;
    TestTicker m_ticker;
    std::unique_ptr<MemoryWire> m_wire;
    std::unique_ptr<TestPack> m_pack;
    std::unique_ptr<MemoryPort> m_port;
    std::unique_ptr<sim::SimulatedNode> m_node;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PackLink> m_link;
    std::unique_ptr<PacksModel> m_packs;
    std::unique_ptr<ParametersModel> m_parameters;
    std::unique_ptr<InspectorPage> m_page;
    std::unique_ptr<PackRequests> m_requests;
    std::unique_ptr<SignedActions> m_actions;
    std::unique_ptr<StatementDesk> m_statements;
    std::unique_ptr<Inspection> m_inspection;
    std::unique_ptr<SignoffsModel> m_signoffs;
    std::unique_ptr<ParameterDesk> m_desk;

    template <typename T> T *find(const char *name) { return m_page->findChild<T *>(QLatin1String(name)); }
    QString text(const char *name) { return find<QLabel>(name)->text().replace(QChar::Nbsp, u' '); }
    void openTab(const char *title)
    {
        auto *tabs = find<QTabWidget>("inspectorTabs");
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i).startsWith(s(title)))
                return tabs->setCurrentIndex(i);
        }
        QFAIL("no such tab");
    }
    bool signIn(const char *person)
    {
        const QString file = m_folder->filePath(s(person) + s(".p12"));
        QList<Certificate> chain = m_world.key(s(person))->chain();
        if (!pki::writeKeyFile(file, m_world.privateKey(s(person)), chain, s("secret"), 1000).ok())
            return false;
        m_workspace->session().signIn(file, s("secret"));
        return waitFor([this] { return m_workspace->session().state() != Session::State::Opening; }, 20000)
            && m_workspace->session().isSignedIn();
    }
    /// A fault must last a while before it is one.
    void waitForFaults() { QTRY_COMPARE_WITH_TIMEOUT(m_packs->telemetry(0).activeFaults, 2, 10'000); }
    /// Opens the detail of the service interval, by keyboard.
    void chooseInterval()
    {
        openTab("Parameters");
        auto *row = find<QPushButton>("choose.service.interval");
        QVERIFY(row);
        row->setFocus();
        QTest::keyClick(row, Qt::Key_Space);
        QCOMPARE(m_page->parameterDetail().parameter(), interval);
    }
    QLineEdit *field() { return find<NumberEdit>("settingValue")->findChild<QLineEdit *>(); }
    qint64 intervalOnPack() const { return m_node->pack().memory().contents().values.value(interval).base.value; }
    ParameterInfo intervalInfo() const { return m_parameters->parameters().at(m_parameters->rowOf(interval)); }
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (folder.isEmpty())
            return;
        for (ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            applyTheme(*qApp, mode, QPalette());
            finishEvents();
            QVERIFY(m_page->grab().save(
                folder + u'/' + s(name) + (mode == ThemeMode::Dark ? s("-dark.png") : s("-light.png"))));
        }
        applyTheme(*qApp, ThemeMode::Light, QPalette());
    }
    /// Outcomes of what was done on packs, newest last.
    QStringList outcomes()
    {
        QStringList all;
        AuditFilter filter;
        filter.action = QLatin1String(auditaction::actOnPack);
        for (const AuditRecord &record : m_workspace->audit().page(filter, 0, 100))
            all.prepend(record.outcome);
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_state = servicedPack(m_world);
        m_state->components.insert(s("flash"), {s("F-1"), s("F-1"), 1});
        m_state->policy.softLimits.insert(interval, {Milli{100'000}, Milli{800'000}});
        m_state->policy.steps.insert(interval, Milli{200'000});
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(s("QAbstract|Model|connect|QPainter")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_wire = std::make_unique<MemoryWire>(&m_ticker);
        m_pack = std::make_unique<TestPack>(m_world, *m_state, TestPack::Agreed::ByAll);
        m_pack->options.happenings
            = {*sim::scenario::fromSpec(s("insulation:::300")), *sim::scenario::fromSpec(s("open-sense-wire::12"))};
        m_pack->boot();
        m_port = std::make_unique<MemoryPort>(*m_wire);
        m_node = std::make_unique<sim::SimulatedNode>(*m_port, std::move(m_pack->pack));
        m_port->open();
        auto opened = Workspace::open(m_folder->path(), m_pack->clock);
        QVERIFY(opened.ok());
        m_workspace = std::move(opened).value();
        m_link = std::make_unique<PackLink>(
            [this](const QString &, QObject *parent) { return new MemoryPort(*m_wire, parent); }, m_pack->clock);
        m_packs = std::make_unique<PacksModel>();
        m_parameters = std::make_unique<ParametersModel>();
        m_page = std::make_unique<InspectorPage>(*m_packs, *m_parameters, m_pack->clock);
        m_page->resize(1187, 752);
        m_requests = std::make_unique<PackRequests>(*m_link);
        m_actions = std::make_unique<SignedActions>(*m_workspace, *m_requests);
        m_statements = std::make_unique<StatementDesk>(*m_workspace, *m_requests);
        m_inspection = std::make_unique<Inspection>(*m_workspace, *m_requests, *m_actions, *m_statements, *m_page);
        m_signoffs = std::make_unique<SignoffsModel>(*m_workspace);
        m_desk = std::make_unique<ParameterDesk>(*m_workspace, *m_signoffs, *m_page);
        connect(m_link.get(), &PackLink::telemetry, m_page.get(), [this](const QList<PackTelemetry> &packs) {
            for (const PackTelemetry &pack : packs)
                m_packs->setTelemetry(pack);
            m_page->refresh();
        });
        connect(m_link.get(), &PackLink::factsRead, m_page.get(), [this](const PackFacts &facts) {
            m_packs->setFacts(facts);
            m_parameters->setParameters(facts.parameters, facts.lifeCycle.now);
        });
        m_link->open(s("memory:0"));
        QTRY_COMPARE(m_page->serial(), serial);
        QSignalSpy facts(m_link.get(), &PackLink::factsRead);
        QSignalSpy rules(m_link.get(), &PackLink::rulesRead);
        m_link->readFacts(serial);
        m_link->readRules(serial);
        QTRY_COMPARE_WITH_TIMEOUT(rules.size(), 1, 30'000);
        TrustBook &trust = m_workspace->trust();
        QVERIFY(trust.pin(rules.constFirst().constFirst().value<PackRules>(), {}).ok());
        QVERIFY(trust.learn(facts.constFirst().constFirst().value<PackFacts>()).ok());
        QVERIFY(trust.learn(rules.constFirst().constFirst().value<PackRules>()).ok());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup()
    {
        m_desk.reset();
        m_signoffs.reset();
        m_inspection.reset();
        m_statements.reset();
        m_actions.reset();
        m_requests.reset();
        m_page.reset();
        m_parameters.reset();
        m_packs.reset();
        m_link.reset();
        m_workspace.reset();
        m_node.reset();
        m_port.reset();
        m_pack.reset();
        m_wire.reset();
        m_folder.reset();
    }

    void anybodySeesWhatIsWrong()
    {
        waitForFaults();
        QAbstractItemModelTester tester(&m_page->faultsModel(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(find<QTabWidget>("inspectorTabs")->tabText(1), s("Faults 2"));
        openTab("Faults");
        QTRY_COMPARE(m_page->faultsModel().rowCount(), 2);
        QVERIFY(text("faultName").contains(s("Insulation")) || text("faultName").contains(s("12")));
        QVERIFY(text("faultsPermit").contains(s("Sign in")));
        QVERIFY(!find<QPushButton>("faultsClear")->isEnabled());
        QVERIFY(!find<CellMap>("faultCells")->isVisible());
        QSignalSpy wanted(m_inspection.get(), &Inspection::signInWanted);
        QTest::mouseClick(find<QPushButton>("faultMoment"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        // Copied as text.
        auto *table = find<QTableView>("faultsTable");
        table->setFocus();
        QTest::keyClick(&m_page->faults(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(s("1A0700")));
        picture("faults-nobody");
    }

    void theMomentIsForThoseWhoReadCells()
    {
        waitForFaults();
        QVERIFY(signIn("service.technician"));
        openTab("Faults");
        QTRY_COMPARE(m_page->faultsModel().rowCount(), 2);
        auto *table = find<QTableView>("faultsTable");
        const int row = m_page->faultsModel().rowOf(0x1A080C);
        QVERIFY(row >= 0);
        table->setCurrentIndex(m_page->faultsModel().index(row == 0 ? 1 : 0, 0));
        table->setFocus();
        QTest::keyClick(table, row == 0 ? Qt::Key_Up : Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->faultsModel()
                                      .index(row, 0)
                                      .data(FaultsModel::DetailRole)
                                      .value<FaultDetail>()
                                      .frame.cellTenthMillivolts.isEmpty(),
            20'000);
        QTRY_VERIFY(find<CellMap>("faultCells")->isVisible());
        QCOMPARE(find<CellMap>("faultCells")->selectedCell(), 12);
        QVERIFY(text("faultMeasured").contains(s("holds back")));
        picture("faults-technician");
    }

    void rowsAreCompleteWithoutAClick()
    {
        waitForFaults();
        openTab("Faults");
        QTRY_COMPARE(m_page->faultsModel().rowCount(), 2);
        const auto complete = [this] {
            int rows = 0;
            for (int row = 0; row < 2; ++row) {
                const QModelIndex index = m_page->faultsModel().index(row, FaultsModel::CountColumn);
                const bool hasMoment
                    = !index.data(FaultsModel::DetailRole).value<FaultDetail>().frame.cellTenthMillivolts.isEmpty();
                rows += hasMoment && index.data(FaultsModel::ValueRole).isValid() ? 1 : 0;
            }
            return rows;
        };
        finishEvents();
        QCOMPARE(complete(), 0); // a stranger is not shown the moment, and does not ask for it
        QVERIFY(signIn("service.technician"));
        QTRY_COMPARE_WITH_TIMEOUT(complete(), 2, 20'000);
        picture("faults-complete");
    }

    void aRowsChangeTakesTheShortestWay()
    {
        QSignalSpy wanted(m_page.get(), &InspectorPage::changeWanted);
        openTab("Parameters");
        const auto press = [this](const char *name) {
            QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton);
        };
        // One key is enough, and there is none yet.
        press("change.service.interval");
        QCOMPARE(m_page->parameterDetail().parameter(), interval);
        QCOMPARE(QApplication::focusWidget(), find<QPushButton>("settingSignIn"));
        QCOMPARE(wanted.size(), 0);
        QVERIFY(signIn("service.technician"));
        press("change.service.interval");
        QCOMPARE(QApplication::focusWidget(), field());
        QCOMPARE(wanted.size(), 0);
        // The twins: several must sign; and one whose role may not set it.
        press("change.soc.max");
        QCOMPARE(wanted.size(), 1);
        QVERIFY(signIn("leasing.asset-manager"));
        press("change.service.interval");
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted.constLast().at(1).value<ParameterId>(), interval);
    }

    void theMomentIsRefusedToOthers()
    {
        waitForFaults();
        QVERIFY(signIn("courier.fleet-manager"));
        openTab("Faults");
        QTRY_COMPARE(m_page->faultsModel().rowCount(), 2);
        QVERIFY(text("faultsPermit").contains(s("technician")));
        QTest::mouseClick(find<QPushButton>("faultMoment"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!text("faultInstant").isEmpty(), 20'000);
        QVERIFY(!find<CellMap>("faultCells")->isVisible());
        QVERIFY(outcomes().isEmpty());
    }

    void clearedByRight()
    {
        waitForFaults();
        QVERIFY(signIn("service.technician"));
        openTab("Faults");
        QTRY_COMPARE(m_page->faultsModel().rowCount(), 2);
        QTRY_VERIFY(find<QPushButton>("faultsClear")->isEnabled());
        QTest::mouseClick(find<QPushButton>("faultsClear"), Qt::LeftButton);
        auto *yes = m_page->findChild<QPushButton *>(s("clearConfirm"));
        QVERIFY(yes);
        QTest::mouseClick(yes, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(outcomes(), (QStringList{s("begun"), s("done")}), 20'000);
        QTRY_VERIFY(m_page->faults().findChild<QLabel *>(s("message"))->text().contains(s("cleared")));
        // What is still wrong came again, as new.
        QTRY_COMPARE(m_node->pack().faults().faults().size(), 2);
        QCOMPARE(m_node->pack().faults().faults().constFirst().count, 1);
    }

    void notClearedWithoutIt()
    {
        waitForFaults();
        // The console would not even offer it; the pack refuses whoever asks all the same.
        QVERIFY(signIn("courier.fleet-manager"));
        openTab("Faults");
        QTRY_COMPARE(m_page->faultsModel().rowCount(), 2);
        QVERIFY(!find<QPushButton>("faultsClear")->isEnabled());
        Q_EMIT m_page->faults().clearWanted();
        QTRY_COMPARE_WITH_TIMEOUT(outcomes().size(), 2, 20'000);
        QCOMPARE(outcomes().constLast(), s("signer-not-authorised"));
        QCOMPARE(m_node->pack().faults().faults().size(), 2);
    }

    void aValueIsShownWithAllThatIsKnownOfIt()
    {
        chooseInterval();
        QCOMPARE(text("parameterName"), s("Service interval"));
        QStringList facts;
        for (const QLabel *label : m_page->parameterDetail().findChildren<QLabel *>())
            facts << label->text();
        const QString all = facts.join(u'|').replace(QChar::Nbsp, u' ');
        for (const char *fact : {"500 cycles", "200 cycles", "not that it is known here"})
            QVERIFY2(all.contains(s(fact)), qPrintable(s(fact) + s(" in ") + all));
        const QString limits = find<QWidget>("nestedLimits")->accessibleDescription().replace(QChar::Nbsp, u' ');
        for (const char *limit : {"Soft limit 100 to 800 cycles", "Silicon 1 to 999 cycles", "now 500 cycles"})
            QVERIFY2(limits.contains(s(limit)), qPrintable(limits));
        QVERIFY(text("parameterHistory").contains(s("Nothing known here")));
        QVERIFY(text("parameterWhy").contains(s("Sign in")));
        QVERIFY(!find<NumberEdit>("settingValue")->isVisible());
        // One that several companies sign for is proposed, not set.
        QTest::mouseClick(find<QPushButton>("choose.soc.max"), Qt::LeftButton);
        QVERIFY(text("parameterWhy").contains(s("Several companies")));
        QSignalSpy wanted(m_page.get(), &InspectorPage::changeWanted);
        QTest::mouseClick(find<QPushButton>("proposeParameter"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().at(1).value<ParameterId>().text(), s("soc.max"));
    }

    void setByOneKey()
    {
        QVERIFY(signIn("service.technician"));
        chooseInterval();
        QTRY_VERIFY(find<NumberEdit>("settingValue")->isVisible());
        QTest::keyClicks(field(), s("600"));
        QTest::mouseClick(find<QPushButton>("setParameter"), Qt::LeftButton);
        QVERIFY2(text("parameterQuestion").contains(s("from 500 cycles to 600 cycles")),
            qPrintable(text("parameterQuestion")));
        picture("parameter-asked");
        // Return says no: nobody confirms by typing on.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(outcomes().isEmpty());
        QTest::mouseClick(find<QPushButton>("setParameter"), Qt::LeftButton);
        // Another figure typed meanwhile is another question.
        QTest::keyClick(field(), Qt::Key_Backspace);
        QVERIFY(!find<QPushButton>("setParameterYes")->isVisible());
        QTest::keyClicks(field(), s("0"));
        QTest::mouseClick(find<QPushButton>("setParameter"), Qt::LeftButton);
        QTRY_VERIFY(!find<QPushButton>("setParameterYes")->visibleRegion().isEmpty());
        auto *yes = find<QPushButton>("setParameterYes");
        QTest::mouseClick(yes, Qt::LeftButton);
        yes->click(); // case 69: a second click is no second action
        QVERIFY2(!outcomes().isEmpty(), qPrintable(text("parameterOutcome")));
        QTRY_COMPARE_WITH_TIMEOUT(outcomes(), (QStringList{s("begun"), s("done")}), 20'000);
        QCOMPARE(intervalOnPack(), 600'000);
        QTRY_COMPARE(intervalInfo().stored.base.value, 600'000);
        QTRY_VERIFY2(text("parameterHistory").contains(s("500 cycles to 600 cycles, by one key")),
            qPrintable(text("parameterHistory")));
        QVERIFY(text("parameterHistory").contains(s("service.technician")));
        QTRY_VERIFY(text("parameterOutcome").contains(s("Done. Read back from the pack: 600 cycles")));
        QCOMPARE(field()->text(), QString());
        picture("parameter-set");
    }

    /// One pack for all rows: each leaves it as it was.
    void aWrongFigureIsRefusedAsTyped()
    {
        const struct
        {
            const char *name;
            QString typed;
            const char *reason;
        } rows[] = {{"ten times", s("6000"), "silicon"}, {"a hundred times", s("60000"), "silicon"},
            {"beyond the soft limit", s("801"), "soft limit"}, {"below the soft limit", s("99"), "soft limit"},
            {"a step too far", s("701"), "largest step"}, {"what it is", s("500"), "already"},
            {"a letter", s("60O"), ""}, {"two separators", s("6.0.0"), ""},
            {"a foreign digit", QStringLiteral("6\u0660\u0660"), ""}, {"a sign", s("-600"), ""}};
        QVERIFY(signIn("service.technician"));
        chooseInterval();
        QTRY_VERIFY(find<NumberEdit>("settingValue")->isVisible());
        for (const auto &row : rows) {
            field()->clear();
            field()->insert(row.typed);
            QCOMPARE(field()->text(), row.typed);
            QVERIFY2(!find<QPushButton>("setParameter")->isEnabled(), row.name);
            const QString said = find<NumberEdit>("settingValue")->reason();
            QVERIFY2(!said.isEmpty() && said.contains(s(row.reason), Qt::CaseInsensitive),
                qPrintable(s(row.name) + s(": ") + said));
            QTest::keyClick(field(), Qt::Key_Return);
        }
        field()->clear();
        field()->insert(s("600"));
        QVERIFY(find<QPushButton>("setParameter")->isEnabled());
        QVERIFY(outcomes().isEmpty());
        QCOMPARE(intervalOnPack(), 500'000);
    }

    void thePackJudgesWhoeverAsks()
    {
        // As if the window had been got around.
        const struct
        {
            const char *person;
            qint64 to;
            const char *outcome;
        } rows[] = {{"service.technician", 801'000, "outside-policy"},
            {"service.technician", 701'000, "step-too-large"}, {"service.technician", 6'000'000, "above-silicon-limit"},
            {"leasing.asset-manager", 600'000, "signer-not-authorised"}};
        chooseInterval();
        QStringList expected;
        for (const auto &row : rows) {
            QVERIFY(signIn(row.person));
            Q_EMIT m_page->parameterDetail().setWanted(intervalInfo(), Milli{row.to});
            expected << s("begun") << s(row.outcome);
            QTRY_COMPARE_WITH_TIMEOUT(outcomes(), expected, 20'000);
            QCOMPARE(intervalOnPack(), 500'000);
            QTRY_VERIFY(!text("parameterOutcome").isEmpty() && !text("parameterOutcome").contains(s("Done")));
            m_workspace->session().signOut();
        }
    }

    void whoMayNotIsToldWhoMay()
    {
        QVERIFY(signIn("leasing.asset-manager"));
        chooseInterval();
        QTRY_VERIFY(text("parameterWhy").contains(s("technician")));
        QVERIFY(!find<NumberEdit>("settingValue")->isVisible());
        QVERIFY(find<QPushButton>("proposeParameter")->isVisible());
        picture("parameter-other");
    }

    void whatTheProcessorSays()
    {
        openTab("Security");
        QTRY_VERIFY_WITH_TIMEOUT(text("securityHeads").contains(s("audit")), 20'000);
        QVERIFY(text("securityIdentity").contains(serial));
        QVERIFY(text("securityParts").contains(s("flash: paired")));
        QVERIFY(text("securityLock").contains(s("nactive")) || text("securityLock").contains(s("Active")));
        QVERIFY(text("securityCounters").contains(s("Started")));
        QVERIFY(text("securityKnowledge").contains(s("list")));
        const QString map = find<QWidget>("securityRepository")->accessibleDescription();
        QVERIFY2(map.count(u':') >= 9 && map.contains(s("The pack's own key: written")), qPrintable(map));
        QTest::mouseClick(find<QPushButton>("securityStatement"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_page->security().findChild<QLabel *>(s("message"))->text().contains(serial + s(" signed")), 20'000);
        picture("security");
        // The map by keyboard and by mouse: what is chosen is told in full.
        auto *slotMap = find<QWidget>("securityRepository");
        slotMap->setFocus();
        QTest::keyClick(slotMap, Qt::Key_Home);
        QVERIFY2(text("securitySlot").startsWith(s("Board")), qPrintable(text("securitySlot")));
        QTest::keyClick(slotMap, Qt::Key_Up); // nothing is above
        QVERIFY(text("securitySlot").startsWith(s("Board")));
        QTest::keyClick(slotMap, Qt::Key_Down);
        QVERIFY(text("securitySlot").startsWith(s("Identity")));
        QTest::keyClick(slotMap, Qt::Key_Right); // a shorter column: its last
        QVERIFY2(text("securitySlot").contains(s("it cannot be read")), qPrintable(text("securitySlot")));
        QTest::mouseClick(slotMap, Qt::LeftButton, {}, {slotMap->width() - 20, 50});
        QVERIFY2(text("securitySlot").startsWith(s("Rules")), qPrintable(text("securitySlot")));
        const QString lists = find<QWidget>("securityFreshness")->accessibleDescription();
        QVERIFY2(lists.contains(s("good for")) && lists.contains(s("next update")), qPrintable(lists));
        if (auto *bar = m_page->security().verticalScrollBar()) {
            bar->setValue(bar->maximum());
            picture("security-below");
        }
        // Read again.
        QTRY_VERIFY(find<QPushButton>("securityRead")->isEnabled());
        QTest::mouseClick(find<QPushButton>("securityRead"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("securityRead")->isEnabled(), 20'000);
    }

    void aPackThatFellSilentIsSaidToBe()
    {
        waitForFaults();
        openTab("Faults");
        QTRY_COMPARE(m_page->faultsModel().rowCount(), 2);
        m_node.reset();
        QTest::mouseClick(find<QPushButton>("faultsRead"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("faultsRead")->isEnabled(), 30'000);
        QCOMPARE(m_page->faultsModel().rowCount(), 2); // what is known stays
        QVERIFY(!m_page->faults().findChild<QLabel *>(s("message"))->text().isEmpty());
        openTab("Security");
        QTRY_VERIFY_WITH_TIMEOUT(text("securityAge").contains(s("not all was read")), 30'000);
    }
};

QTEST_MAIN(TestInspection)
#include "tst_inspection.moc"
