// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditmodel.h"
#include "models/fleet/fleetmodel.h"
#include "models/packs/packsmodel.h"
#include "models/packs/parametersmodel.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditverifier.h"
#include "models/workspace/workspace.h"
#include "tests/support/fixedclock.h"
#include "tests/support/testworld.h"
#include "tests/widgets/support/sampletelemetry.h"
#include "widgets/audit/auditpage.h"
#include "widgets/drafts/newrequestdialog.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/keymemory.h"
#include "widgets/kit/parts.h"
#include "widgets/permissions/permissionspage.h"
#include "widgets/start/signindialog.h"
#include "widgets/style/theme.h"
#include "widgets/values/numberedit.h"
#include "widgets/window/busstatus.h"
#include "widgets/window/mainwindow.h"
#include "widgets/window/navigationrail.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;

/// The window over a store of its own, fed with values instead of a bus. PACKWARDEN_PICTURES=FOLDER keeps pictures.
class MainWindowTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    QTemporaryDir m_folder;
    test::FixedClock m_clock;
    DesktopFileChooser m_files;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PacksModel> m_packs;
    std::unique_ptr<ParametersModel> m_parameters;
    std::unique_ptr<SignoffsModel> m_signoffs;
    std::unique_ptr<AuditModel> m_audit;
    std::unique_ptr<AuditVerifier> m_verifier;
    std::unique_ptr<FleetModel> m_fleet;
    std::unique_ptr<MainWindow> m_window;

    void picture(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(widget.grab().save(folder + u'/' + name + QStringLiteral(".png")));
    }

    static QStringList nameless(const QWidget &root)
    {
        QStringList found;
        for (const QWidget *widget : root.findChildren<QWidget *>()) {
            // Parts of Qt's own widgets (the clear button of a line edit, a combo box's list) speak for themselves.
            if (widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<QComboBox *>(widget->parent())
                || qobject_cast<QLineEdit *>(widget->parent()) || qobject_cast<QTabBar *>(widget->parent())
                || widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QComboBoxListView")
                || widget->inherits("QTableCornerButton") || widget->inherits("QHeaderView"))
                continue;
            QString name = widget->accessibleName();
            bool interactive = widget->focusPolicy() & Qt::TabFocus;
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
                interactive = true;
                name += button->text();
            }
            // A message's button has its words from the message.
            if (interactive && name.isEmpty() && widget->objectName() != QLatin1String("messageAction")
                && !widget->inherits("QTabWidget"))
                found << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        auto opened = Workspace::open(m_folder.filePath(QStringLiteral("store")), m_clock);
        QVERIFY(opened.ok());
        m_workspace = std::move(opened).value();
        m_packs = std::make_unique<PacksModel>();
        m_parameters = std::make_unique<ParametersModel>();
        m_signoffs = std::make_unique<SignoffsModel>(*m_workspace);
        m_audit = std::make_unique<AuditModel>(m_workspace->audit());
        m_verifier = std::make_unique<AuditVerifier>(m_workspace->audit());
        m_fleet = std::make_unique<FleetModel>(*m_workspace, *m_packs);
        m_window = std::make_unique<MainWindow>(MainWindowParts{
            *m_workspace, *m_packs, *m_parameters, *m_signoffs, *m_audit, *m_verifier, m_files, *m_fleet});
        test::TestWorld world;
        const PackState pack = world.pack();
        PackFacts facts;
        facts.serial = pack.serial;
        facts.node = 0x10;
        facts.hardware = pack.silicon.hardware;
        facts.configuration = {QStringLiteral("NMC"), 96, 2, 8, 100000, 0x10};
        facts.parameters = ParameterInfo::tableOf(pack);
        m_clock.advance(1000);
        m_packs->setTelemetry(test::sampleTelemetry(m_clock.monotonicMilliseconds()));
        m_packs->setFacts(facts);
        m_parameters->setParameters(facts.parameters, m_clock.now());
        BusState bus;
        bus.condition = BusCondition::Connected;
        bus.interfaceName = QStringLiteral("virtualcan:can0");
        bus.simulated = true;
        bus.packs = 4;
        m_window->buses().set(bus);
        m_window->telemetryArrived();
        m_window->show();
    }

    void cleanupTestCase() { m_window.reset(); }

    /// A page without a list begins at its first button; the rail is walked as it stands, the theme last.
    void theKeyboardBeginsWhereWorkDoes()
    {
        PacksModel none;
        MainWindow window(
            MainWindowParts{*m_workspace, none, *m_parameters, *m_signoffs, *m_audit, *m_verifier, m_files, *m_fleet});
        window.setPart({QStringLiteral("leasing-asset-manager"), QStringLiteral("Leasing, asset manager")});
        QCOMPARE(window.windowTitle(), QStringLiteral("Leasing, asset manager"));
        window.show();
        const QWidget *first = window.focusWidget();
        QVERIFY(first);
        QCOMPARE(first->objectName(), QStringLiteral("startDemo"));
        QStringList rail;
        auto *pages = window.findChild<NavigationRail *>();
        QWidget *each = window.findChild<QWidget *>(QStringLiteral("railToday"));
        QVERIFY(each);
        for (; pages->isAncestorOf(each); each = each->nextInFocusChain())
            rail << each->objectName();
        QCOMPARE(rail.constLast(), QStringLiteral("themeButton"));
        QVERIFY(rail.size() > 3);
    }

    /// The start waits for no page that nobody looks at. The ones that follow look at them all.
    void pagesAreMadeWhenTheyAreOpened()
    {
        QVERIFY(m_window->findChild<InspectorPage *>()); // a pack was heard: its trend has begun
        QCOMPARE(m_window->chosenPack(), m_packs->index(0, 0).data(PacksModel::SerialRole).toString());
        QVERIFY(!m_window->findChild<PermissionsPage *>());
        QVERIFY(!m_window->findChild<AuditPage *>());
        int made = 0;
        m_window->whenMade(MainWindow::Permissions, [&] { ++made; });
        m_window->whenMade(MainWindow::Keys, [&] { made += 100; }); // a window without that page
        QCOMPARE(made, 0);
        for (int i = 0; i < 2; ++i) {
            for (const int page : m_window->pageTitles().keys())
                m_window->openPage(MainWindow::Page(page));
            QCOMPARE(made, 1);
        }
        QVERIFY(m_window->findChild<AuditPage *>()->isVisible());
        QCOMPARE(m_window->findChildren<PermissionsPage *>().size(), 1);
        m_window->whenMade(MainWindow::Permissions, [&] { ++made; });
        QCOMPARE(made, 2);
        m_window->openPage(MainWindow::Today);
    }

    void firstSizeIsInTheScreen_data()
    {
        QTest::addColumn<QSize>("available");
        QTest::addColumn<QSize>("size");
        QTest::newRow("large") << QSize(2560, 1400) << QSize(1280, 800);
        QTest::newRow("1280 x 800, all of it") << QSize(1280, 800) << QSize(1264, 760);
        QTest::newRow("1366 x 768 with a panel") << QSize(1366, 740) << QSize(1280, 700);
        QTest::newRow("at 125 %") << QSize(1092, 590 + 50) << QSize(1076, 600);
        QTest::newRow("smaller than pages can be") << QSize(800, 800) << QSize(1280, 800);
    }
    void firstSizeIsInTheScreen()
    {
        QFETCH(QSize, available);
        QTEST(MainWindow::firstSize(available), "size");
    }

    void goodNewsStayOnTheirPage_data()
    {
        QTest::addColumn<Status>("status");
        QTest::addColumn<bool>("stays");
        QTest::newRow("done") << Status::Good << false;
        QTest::newRow("what to do next") << Status::Information << true;
        QTest::newRow("a warning") << Status::Warning << true;
        QTest::newRow("an alarm") << Status::Alarm << true;
    }

    void goodNewsStayOnTheirPage()
    {
        QFETCH(Status, status);
        QFETCH(bool, stays);
        auto *bar = m_window->findChild<MessageBar *>(QStringLiteral("windowMessage"));
        m_window->openPage(MainWindow::Today);
        m_window->inform(status, QStringLiteral("something was said"));
        m_window->openPage(MainWindow::Today);
        QVERIFY(bar->isVisible());
        m_window->openPage(MainWindow::Audit);
        QCOMPARE(bar->isVisible(), stays);
        bar->hide();
        m_window->openPage(MainWindow::Today);
    }

    void everyControlHasAName() { QCOMPARE(nameless(*m_window).join(u'\n'), QString()); }

    void everyDialogControlHasAName()
    {
        SignInDialog signIn(m_files, {}, KeyMemory());
        QCOMPARE(nameless(signIn).join(u'\n'), QString());
        NewRequestDialog draft(m_workspace->trust(), *m_fleet, m_clock, {}, m_files);
        QCOMPARE(nameless(draft).join(u'\n'), QString());
    }

    void everyLabelIsPlainText()
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (!label->objectName().startsWith(QLatin1String("qt_")))
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }

    void pictures()
    {
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            applyTheme(*qApp, mode, QPalette());
            const QString tail = mode == ThemeMode::Dark ? QStringLiteral("-dark") : QStringLiteral("-light");
            auto *tabs = m_window->findChild<QTabWidget *>(QStringLiteral("inspectorTabs"));
            m_window->openPage(MainWindow::Inspector);
            tabs->setCurrentIndex(0);
            picture(*m_window, QStringLiteral("live") + tail);
            tabs->setCurrentIndex(1);
            picture(*m_window, QStringLiteral("parameters") + tail);
            m_window->openPage(MainWindow::Signoffs);
            picture(*m_window, QStringLiteral("signoffs") + tail);
            m_window->openPage(MainWindow::Audit);
            picture(*m_window, QStringLiteral("audit") + tail);
            SignInDialog signIn(m_files, {}, KeyMemory());
            signIn.show();
            picture(signIn, QStringLiteral("signin") + tail);
        }
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
