// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditexport.h"
#include "models/audit/auditmodel.h"
#include "models/audit/auditstore.h"
#include "models/core/base/wholefile.h"
#include "models/fleet/fleetmodel.h"
#include "models/keys/issuedbook.h"
#include "models/keys/keysmodel.h"
#include "models/packs/packsmodel.h"
#include "models/signoffs/documentfolder.h"
#include "models/signoffs/signoffdocument.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditcheckpoints.h"
#include "models/workspace/auditverifier.h"
#include "models/workspace/session.h"
#include "tests/models/support/modelworld.h"
#include "tests/support/everyfigure.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/audit/asofdialog.h"
#include "widgets/audit/auditpage.h"
#include "widgets/fleet/distributionstrip.h"
#include "widgets/fleet/fleetpage.h"
#include "widgets/fleet/rolloutpanel.h"
#include "widgets/keys/keyspage.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/tablesheet.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>

using namespace packwarden;
using test::Desk;
using test::TestWorld;

/// Fleet, Keys and Audit as people use them. PACKWARDEN_PICTURES=FOLDER keeps pictures.
class PagesTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    QPalette m_system;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
    test::StubFileChooser m_files{test::StubFileChooser::Pace::AsDialog};

    static QString s(const char *text) { return QString::fromUtf8(text); }

    void picture(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            applyTheme(*qApp, mode, m_system);
            QVERIFY(widget.grab().save(
                QStringLiteral("%1/%2-%3.png").arg(folder, name, mode == ThemeMode::Dark ? s("dark") : s("light"))));
        }
    }
    template <typename T> static T *child(QWidget &widget, const char *name)
    {
        return widget.findChild<T *>(QLatin1String(name));
    }
    static void show(QWidget &widget)
    {
        widget.resize(1200, 740);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
    }
    Certificate leaf(const char *person, const char *name)
    {
        const auto issued = pki::issueLeaf(m_world->root(s("leasing")), m_world->rootKey(s("leasing")),
            m_world->privateKey(s("keys-page")), {s(name), s("Leasing")}, {s(person), s("asset-manager"), {}, false},
            {TestWorld::now - 100, TestWorld::now + 30 * TestWorld::day});
        return issued.ok() ? *issued : Certificate();
    }
    static QModelIndex find(const QAbstractItemModel &model, const QString &text, const QModelIndex &parent = {})
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (index.data().toString() == text)
                return index;
            if (const QModelIndex below = find(model, text, index); below.isValid())
                return below;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_system = qApp->palette();
        applyTheme(*qApp, ThemeMode::Light, m_system);
        m_world = std::make_unique<TestWorld>();
        m_pack = m_world->pack();
    }

    void init() { QTest::failOnWarning(QRegularExpression(s("QAbstract|Model|connect"))); }

    void fleet()
    {
        Desk desk(*m_world, m_pack);
        PacksModel packs;
        SignoffsModel documents(desk.workspace());
        FleetModel fleet(desk.workspace(), packs);
        FleetPage page(desk.workspace(), fleet, packs, documents);
        PackTelemetry telemetry;
        telemetry.node = 0x20;
        telemetry.serial = s("SDB-TEST-0009");
        telemetry.state = s("ready");
        telemetry.lock = s("locked");
        telemetry.socMilliPercent = 71500;
        telemetry.minCellMillivolts = 3712;
        telemetry.maxCellMillivolts = 3748;
        telemetry.temperaturesMilliCelsius = {24500, 31000};
        telemetry.activeFaults = 1;
        telemetry.policyVersion = 1;
        telemetry.heardAt = 1;
        telemetry.known = test::everyFigure;
        packs.setTelemetry(telemetry);
        packs.setNow(2000);
        show(page);
        auto *table = child<QTableView>(page, "fleetTable");
        QCOMPARE(table->model()->rowCount(), 2);
        QTRY_VERIFY(child<QLabel>(page, "fleetTomorrow")->text().contains(s("cannot tell")));

        QTRY_VERIFY(child<QLabel>(page, "fleetTotals")->text().contains(s("1 with faults")));
        QVERIFY(child<QLabel>(page, "fleetTotals")->text().startsWith(s("2 packs")));
        QVERIFY(!child<QLabel>(page, "fleetTotals")->text().contains(s("could not")));

        // The columns are the person's choice, in the file as well.
        QSignalSpy written(&page, &FleetPage::csvWanted);
        auto *columns = page.findChild<QMenu *>(s("fleetColumnsMenu"));
        QCOMPARE(columns->actions().at(FleetModel::OwnerColumn - 1)->text(), s("Owner"));
        columns->actions().constLast()->trigger();
        columns->actions().at(FleetModel::OwnerColumn - 1)->trigger();
        QVERIFY(table->isColumnHidden(FleetModel::OwnerColumn));
        table->horizontalHeader()->moveSection(
            table->horizontalHeader()->visualIndex(FleetModel::FaultsColumn), FleetModel::SerialColumn);
        columns->actions().constLast()->trigger();
        const QByteArrayList before = written.value(0).value(0).toByteArray().split('\n');
        const QByteArrayList after = written.value(1).value(0).toByteArray().split('\n');
        QCOMPARE(before.size(), 4); // titles, two packs, the end
        QVERIFY(before.constFirst().startsWith("Pack,Owner,State"));
        QVERIFY(after.constFirst().startsWith("Faults,Pack,State"));
        QVERIFY(after.at(2).startsWith("1,SDB-TEST-0009,"));
        // Numbers are numbers, with their units in the head; what is not known is empty.
        const QByteArrayList heads = before.constFirst().trimmed().split(',');
        const auto number = [&](const char *head) {
            return before.at(2).trimmed().split(',').value(heads.indexOf(head));
        };
        QCOMPARE(number("SoC (%)"), "71.5");
        QCOMPARE(number("Min cell (V)"), "3.712");
        QCOMPARE(number("Max cell (V)"), "3.748");
        QCOMPARE(number("Hottest (°C)"), "31.0");
        QVERIFY(before.at(1).contains(",,"));
        columns->actions().at(FleetModel::OwnerColumn - 1)->trigger();
        QVERIFY(!table->isColumnHidden(FleetModel::OwnerColumn));

        // Which bus a pack is heard on is asked for; it stands behind all others.
        QVERIFY(table->isColumnHidden(FleetModel::BusColumn));
        QVERIFY(!before.constFirst().contains("Bus"));
        packs.setTelemetry(telemetry, s("socketcan:can1"));
        columns->actions().at(FleetModel::BusColumn - 1)->trigger();
        QVERIFY(!table->isColumnHidden(FleetModel::BusColumn));
        columns->actions().constLast()->trigger();
        const QByteArrayList withBus = written.value(2).value(0).toByteArray().split('\n');
        QVERIFY(withBus.constFirst().trimmed().endsWith(",Bus"));
        QVERIFY(withBus.at(2).trimmed().endsWith(",socketcan:can1"));
        QVERIFY(!withBus.at(1).contains("socketcan")); // not heard
        columns->actions().at(FleetModel::BusColumn - 1)->trigger();

        // By keyboard: filter, choose, open.
        child<QLineEdit>(page, "fleetSearch")->setFocus();
        QTest::keyClicks(child<QLineEdit>(page, "fleetSearch"), s("0009"));
        QCOMPARE(table->model()->rowCount(), 1);
        QTest::keyClicks(child<QLineEdit>(page, "fleetSearch"), s("x"));
        QVERIFY(child<QLabel>(page, "fleetEmpty")->isVisible());
        child<QLineEdit>(page, "fleetSearch")->clear();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(page.chosen().size(), 2);
        QVERIFY(!child<QPushButton>(page, "fleetInspect")->isEnabled());
        table->clearSelection();
        table->sortByColumn(FleetModel::SerialColumn, Qt::AscendingOrder);
        table->selectRow(1);
        QSignalSpy opened(&page, &FleetPage::inspectorWanted);
        QTest::mouseClick(child<QPushButton>(page, "fleetInspect"), Qt::LeftButton);
        QCOMPARE(opened.value(0).value(0).toString(), table->model()->index(1, 0).data().toString());
        QCOMPARE(opened.value(0).value(0).toString(), s("SDB-TEST-0009"));
        child<QComboBox>(page, "fleetWhich")->setCurrentIndex(2);
        QCOMPARE(table->model()->rowCount(), 1);
        child<QComboBox>(page, "fleetWhich")->setCurrentIndex(0);

        QTest::mouseClick(child<QPushButton>(page, "fleetRollOut"), Qt::LeftButton);
        QVERIFY(page.rollout().isVisible());
        QVERIFY(!child<QPushButton>(page, "startRollout")->isEnabled()); // nothing is ready
        picture(page, s("fleet"));
    }

    void groupsAndViews()
    {
        Desk desk(*m_world, m_pack);
        PacksModel packs;
        PackTelemetry telemetry;
        telemetry.known = test::everyFigure;
        telemetry.heardAt = 1000;
        for (int i = 1; i <= 4; ++i) {
            telemetry.node = 0x10 + i;
            telemetry.serial = s("SDB-TEST-100%1").arg(i);
            telemetry.socMilliPercent = 20000 * i;
            telemetry.activeFaults = 0;
            packs.setTelemetry(telemetry);
        }
        SignoffsModel documents(desk.workspace());
        FleetModel fleet(desk.workspace(), packs);
        FleetPage page(desk.workspace(), fleet, packs, documents);
        show(page);
        auto *table = child<QTableView>(page, "fleetTable");
        auto *search = child<QLineEdit>(page, "fleetSearch");
        auto *which = child<QComboBox>(page, "fleetWhich");
        auto *problem = child<QLabel>(page, "fleetProblem");
        QCOMPARE(table->model()->rowCount(), 5);
        // What is half typed shows what was there, and says what is missing.
        search->setText(s("soc<"));
        QVERIFY(problem->isVisible());
        QCOMPARE(table->model()->rowCount(), 5);
        search->setText(s("soc<50"));
        QVERIFY(!problem->isVisible());
        QCOMPARE(table->model()->rowCount(), 2);
        search->setText(s("colour:red"));
        QVERIFY2(problem->text().contains(s("colour")), qPrintable(problem->text()));
        search->setText(s("1001"));
        table->selectAll();

        // A group by hand, then one by rule inside it.
        auto *menu = page.findChild<QMenu *>(s("fleetViewsMenu"));
        menu->actions().constLast()->trigger();
        auto *dialog = page.findChild<QDialog *>(s("groupsDialog"));
        QVERIFY(dialog);
        auto *name = child<QLineEdit>(*dialog, "groupName");
        auto *save = child<QPushButton>(*dialog, "groupSave");
        auto *verdict = child<QLabel>(*dialog, "groupVerdict");
        QVERIFY(!save->isEnabled()); // it has no name yet
        QTest::keyClicks(name, s("Berlin"));
        QTest::mouseClick(child<QPushButton>(*dialog, "groupPutIn"), Qt::LeftButton);
        QVERIFY2(verdict->text().contains(s("1 known pack")), qPrintable(verdict->text()));
        QTest::mouseClick(save, Qt::LeftButton);
        QTest::mouseClick(child<QPushButton>(*dialog, "groupNew"), Qt::LeftButton);
        QTest::keyClicks(name, s("Low"));
        auto *rule = child<QLineEdit>(*dialog, "groupRule");
        QTest::keyClicks(rule, s("soc>"));
        QVERIFY(!save->isEnabled());
        QVERIFY2(verdict->text().contains(s("soc>")), qPrintable(verdict->text()));
        QTest::keyClicks(rule, s("50"));
        QVERIFY(save->isEnabled());
        child<QComboBox>(*dialog, "groupInside")->setCurrentIndex(1);
        QTest::mouseClick(save, Qt::LeftButton);
        picture(*dialog, s("groups"));
        // Berlin holds it now: a rule that names Berlin would make a circle.
        rule->setText(s("group:Berlin"));
        QVERIFY(!save->isEnabled());
        dialog->close();
        search->clear();
        QCOMPARE(which->findData(s("Berlin")), 4); // behind the three and a line
        which->setCurrentIndex(which->findData(s("Berlin")));
        QCOMPARE(table->model()->rowCount(), 3);
        search->setText(s("soc<70"));
        QCOMPARE(table->model()->rowCount(), 2);

        // The view is kept under a name, and shows the same again.
        table->setColumnHidden(FleetModel::OwnerColumn, true);
        table->horizontalHeader()->moveSection(
            table->horizontalHeader()->visualIndex(FleetModel::FaultsColumn), FleetModel::SerialColumn);
        table->sortByColumn(FleetModel::SocColumn, Qt::DescendingOrder);
        menu->actions().constFirst()->trigger();
        auto *naming = page.findChild<QInputDialog *>(s("viewName"));
        QVERIFY(naming);
        naming->setTextValue(s("Mine"));
        naming->accept();
        QCOMPARE(fleet.book().views().size(), 1);
        table->setColumnHidden(FleetModel::OwnerColumn, false);
        table->sortByColumn(FleetModel::SerialColumn, Qt::AscendingOrder);
        search->clear();
        which->setCurrentIndex(0);
        QMetaObject::invokeMethod(menu, "aboutToShow");
        QCOMPARE(menu->actions().constFirst()->text(), s("Mine"));
        menu->actions().constFirst()->trigger();
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(table->isColumnHidden(FleetModel::OwnerColumn));
        QCOMPARE(table->horizontalHeader()->logicalIndex(0), int(FleetModel::FaultsColumn));
        QCOMPARE(table->model()->index(0, 0).data().toString(), s("SDB-TEST-1003"));

        // How the values of the rows on show lie.
        auto *strip = child<DistributionStrip>(page, "fleetDistribution");
        QVERIFY(!strip->isVisible());
        page.findChild<QAction *>(s("fleetDistributionShown"))->trigger();
        QVERIFY(strip->of(FleetModel::SocColumn));
        QCOMPARE(strip->of(FleetModel::SocColumn)->least, 20000);
        QCOMPARE(strip->of(FleetModel::SocColumn)->most, 60000);
        QCOMPARE(strip->of(FleetModel::SocColumn)->known, 2);
        search->setText(s("group:berlin"));
        QTRY_COMPARE(strip->of(FleetModel::SocColumn)->known, 3);
        picture(page, s("fleet-groups"));
    }

    /// The program ended in the middle: the next one tells of it, and goes on.
    void rolloutGoesOn()
    {
        Desk desk(*m_world, m_pack);
        DocumentFile file;
        file.document = m_world->sign(m_world->request(m_pack, s("soc.max"), 95000), s("courier.fleet-manager"),
            {s("leasing.asset-manager"), s("celldata.specialist")});
        const QString path = desk.path("ready.pwreq");
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(file.encode());
        out.close();
        QVERIFY(importDocument(desk.workspace(), path).ok());
        KeptRollout kept;
        kept.payload = sha256(file.document.payload);
        kept.title = s("Range");
        kept.begunAt = TestWorld::now;
        KeptRollout::Pack waits;
        waits.serial = m_pack.serial;
        kept.packs = {waits};
        QVERIFY(FleetBook(desk.workspace().folder()).begin(kept).ok());
        PacksModel packs;
        SignoffsModel documents(desk.workspace());
        documents.refresh();
        QTRY_COMPARE(documents.rowCount(), 1);
        FleetModel fleet(desk.workspace(), packs);
        FleetPage page(desk.workspace(), fleet, packs, documents);
        show(page);
        QVERIFY(page.rollout().isVisible()); // without being looked for
        auto *last = child<QPushButton>(page, "lastRollout");
        auto *resume = child<QPushButton>(page, "resumeRollout");
        QVERIFY2(last->text().contains(s("0 of 1")) && last->text().contains(s("cut off")), qPrintable(last->text()));
        QVERIFY(resume->isVisible());
        QSignalSpy wanted(&page.rollout(), &RolloutPanel::deliveryWanted);
        QTest::mouseClick(resume, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(!resume->isVisible());
        const auto delivered = CoseSign::decode(wanted.constFirst().at(1).toByteArray());
        PackState pack = m_pack;
        page.rollout().finishDelivery(test::applyOn(*m_world, pack, *delivered));
        QVERIFY(!page.rollout().isRunning());
        QVERIFY2(last->text().contains(s("1 of 1")), qPrintable(last->text()));
        QVERIFY(!resume->isVisible());
        QVERIFY(!fleet.book().interrupted());
    }

    void rollOut()
    {
        Desk desk(*m_world, m_pack);
        SignoffDocument draft(desk.workspace());
        DocumentFile file;
        file.document = m_world->sign(m_world->request(m_pack, s("soc.max"), 95000), s("courier.fleet-manager"),
            {s("leasing.asset-manager"), s("celldata.specialist")});
        const QString path = desk.path("ready.pwreq");
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(file.encode());
        out.close();
        QVERIFY(importDocument(desk.workspace(), path).ok());
        PacksModel packs;
        SignoffsModel documents(desk.workspace());
        documents.refresh();
        QTRY_COMPARE(documents.rowCount(), 1);
        FleetModel fleet(desk.workspace(), packs);
        FleetPage page(desk.workspace(), fleet, packs, documents);
        show(page);
        child<QTableView>(page, "fleetTable")->selectRow(0);
        QTest::mouseClick(child<QPushButton>(page, "fleetRollOut"), Qt::LeftButton);
        auto *start = child<QPushButton>(page, "startRollout");
        QTRY_VERIFY(start->isEnabled());
        QVERIFY(child<QLabel>(page, "rolloutTomorrow")->text().contains(s("Tomorrow")));
        QSignalSpy wanted(&page.rollout(), &RolloutPanel::deliveryWanted);
        start->setFocus();
        QTest::keyClick(start, Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(page.rollout().isRunning());
        const auto delivered = CoseSign::decode(wanted.constFirst().at(1).toByteArray());
        QVERIFY(delivered.ok());
        PackState pack = m_pack;
        page.rollout().finishDelivery(test::applyOn(*m_world, pack, *delivered));
        QVERIFY(!page.rollout().isRunning());
        auto *results = child<QTableWidget>(page, "rolloutResults");
        QCOMPARE(results->rowCount(), 1);
        QVERIFY2(results->item(0, 1)->text().contains(s("applied")), qPrintable(results->item(0, 1)->text()));
        picture(page, s("rollout"));
        // It stays to be seen while the folder says what comes next.
        documents.refresh();
        QTRY_VERIFY(!documents.isRefreshing());
        QCOMPARE(results->rowCount(), 1);
        auto *last = child<QPushButton>(page, "lastRollout");
        QVERIFY(last->isVisible());
        QVERIFY2(last->text().contains(s("1 of 1")), qPrintable(last->text()));
        QTest::mouseClick(last, Qt::LeftButton);
        QCOMPARE(results->rowCount(), 0);
        QTest::mouseClick(last, Qt::LeftButton);
        QCOMPARE(results->rowCount(), 1);
    }

    void keys()
    {
        Desk desk(*m_world, m_pack);
        const IssuedBook book(desk.workspace().folder());
        QVERIFY(book.keep(leaf("leasing.a", "Alice")).ok());
        QVERIFY(book.keep(leaf("leasing.b", "\u0410lice")).ok()); // case 74
        QVERIFY(book.keep(leaf("leasing.c", "<b>Bob</b> %1 & <img src=file:///x>")).ok()); // case 73
        QVERIFY(leaf("leasing.d", "Dan\u202eevE").der.isEmpty()); // case 74: no certificate bears such a name
        KeysModel model(desk.workspace());
        KeyOffice office(desk.workspace());
        KeysPage page(desk.workspace(), model, office, m_files);
        show(page);
        auto *tree = child<QTreeView>(page, "keysTree");
        auto *name = child<QLabel>(page, "keyName");
        tree->setCurrentIndex(find(*tree->model(), s("<b>Bob</b> %1 & <img src=file:///x>")));
        QCOMPARE(name->text(), s("<b>Bob</b> %1 & <img src=file:///x>"));
        QCOMPARE(name->textFormat(), Qt::PlainText);
        tree->setCurrentIndex(find(*tree->model(), s("\u0410lice")));
        QVERIFY(child<QLabel>(page, "keyNameWarning")->text().contains(s("alphabets")));
        tree->setCurrentIndex(find(*tree->model(), s("Alice")));
        QVERIFY(child<QLabel>(page, "keyNameWarning")->text().contains(s("mistaken")));
        QTRY_VERIFY(child<QLabel>(page, "keyReach")->text().contains(s("1 of 1")));

        // case 75: the first and last four digits agree, the middle differs.
        auto *compare = child<QLineEdit>(page, "compareFingerprint");
        const QString mine = child<QLabel>(page, "keyFingerprint")->text();
        QTest::keyClicks(compare, mine);
        QVERIFY(child<QLabel>(page, "fingerprintVerdict")->text().contains(s("The same")));
        QString other = mine;
        other[mine.size() / 2 + 1] = other.at(mine.size() / 2 + 1) == u'0' ? u'1' : u'0';
        compare->clear();
        QTest::keyClicks(compare, other);
        QVERIFY(child<QLabel>(page, "fingerprintVerdict")->text().contains(s("Not the same")));
        picture(page, s("keys"));
    }

    void revokeByKeyboard()
    {
        Desk desk(*m_world, m_pack);
        const IssuedBook book(desk.workspace().folder());
        QVERIFY(book.keep(leaf("leasing.a", "Alice")).ok());
        const QString root = desk.path("root.p12");
        QVERIFY(
            pki::writeKeyFile(root, m_world->rootKey(s("leasing")), {m_world->root(s("leasing"))}, s("secret"), 1000)
                .ok());
        KeysModel model(desk.workspace());
        KeyOffice office(desk.workspace());
        KeysPage page(desk.workspace(), model, office, m_files);
        show(page);
        auto *tree = child<QTreeView>(page, "keysTree");
        tree->setCurrentIndex(find(*tree->model(), s("Alice")));
        auto *revoke = child<QPushButton>(page, "revokeKey");
        revoke->setFocus();
        QTest::keyClick(revoke, Qt::Key_Space);
        QTRY_VERIFY(page.findChild<KeyDialog *>()); // who starts tomorrow is worked out first
        auto *dialog = page.findChild<KeyDialog *>();
        QVERIFY(child<QLabel>(*dialog, "keyConsequence")->text().contains(s("starts as before")));
        // Case 76: Enter neither confirms nor closes a form that is not complete.
        auto *confirm = child<QPushButton>(*dialog, "keyConfirm");
        QVERIFY(!confirm->isDefault() && !child<QPushButton>(*dialog, "keyCancel")->isDefault());
        QTest::keyClick(child<QLineEdit>(*dialog, "issuingKey"), Qt::Key_Return);
        QTest::keyClick(child<QLineEdit>(*dialog, "issuingSecret"), Qt::Key_Return);
        QVERIFY(dialog->isVisible() && !office.isBusy());
        m_files.path = root;
        QTest::mouseClick(child<QPushButton>(*dialog, "issuingKeyChoose"), Qt::LeftButton);
        QTRY_COMPARE(child<QLineEdit>(*dialog, "issuingKey")->text(), root);
        QTest::keyClicks(child<QLineEdit>(*dialog, "issuingSecret"), s("wrong"));
        picture(*dialog, s("revoke"));
        QTRY_VERIFY(confirm->isEnabled());
        QSignalSpy failed(&office, &KeyOffice::failed);
        QSignalSpy finished(&office, &KeyOffice::finished);
        QTest::keyClick(confirm, Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
        QVERIFY(!child<QLabel>(*dialog, "keyError")->text().isEmpty());
        // As at sign-in: Enter after the passphrase goes on, and what is under way is said.
        QTest::keyClicks(child<QLineEdit>(*dialog, "issuingSecret"), s("secret"));
        QTest::keyClick(child<QLineEdit>(*dialog, "issuingSecret"), Qt::Key_Return);
        QVERIFY(child<QLabel>(*dialog, "keyError")->text().contains(s("Opening the key")));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QVERIFY(child<MessageBar>(page, "keysMessage")->text().contains(s("revokes")));
        tree->setCurrentIndex(find(*tree->model(), s("Alice")));
        QVERIFY(!revoke->isEnabled());
        QTRY_VERIFY(child<QLabel>(page, "keyReach")->text().contains(s("still opens 1")));
    }

    void renewManyInOneGo()
    {
        Desk desk(*m_world, m_pack);
        const IssuedBook book(desk.workspace().folder());
        QVERIFY(book.keep(leaf("leasing.a", "Alice")).ok());
        QVERIFY(book.keep(leaf("leasing.b", "Bea")).ok());
        const Certificate other = m_world->key(s("celldata.specialist"))->leaf();
        QVERIFY(book.keep(other).ok());
        const QString root = desk.path("root.p12");
        QVERIFY(
            pki::writeKeyFile(root, m_world->rootKey(s("leasing")), {m_world->root(s("leasing"))}, s("secret"), 1000)
                .ok());
        KeysModel model(desk.workspace());
        KeyOffice office(desk.workspace());
        KeysPage page(desk.workspace(), model, office, m_files);
        show(page);
        auto *tree = child<QTreeView>(page, "keysTree");
        auto *ending = child<QPushButton>(page, "keysEnding");
        auto *renew = child<QPushButton>(page, "renewKey");
        QVERIFY(ending->isVisible());
        QTest::mouseClick(ending, Qt::LeftButton);
        QVERIFY(tree->selectionModel()->selectedRows().size() >= 2);
        QVERIFY(!child<QPushButton>(page, "revokeKey")->isEnabled()); // one at a time
        tree->setCurrentIndex(find(*tree->model(), s("Alice")));
        QVERIFY(renew->isEnabled());
        tree->selectionModel()->select(
            find(*tree->model(), s("Bea")), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QVERIFY(renew->isEnabled());
        // A key of another issuer cannot come along.
        tree->selectionModel()->select(
            find(*tree->model(), other.commonName), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCOMPARE(tree->selectionModel()->selectedRows().size(), 3);
        QVERIFY(!renew->isEnabled());
        tree->selectionModel()->select(
            find(*tree->model(), other.commonName), QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
        QTest::mouseClick(renew, Qt::LeftButton);
        auto *dialog = page.findChild<KeyDialog *>();
        QVERIFY(dialog);
        m_files.path = root;
        QTest::mouseClick(child<QPushButton>(*dialog, "issuingKeyChoose"), Qt::LeftButton);
        QTRY_COMPARE(child<QLineEdit>(*dialog, "issuingKey")->text(), root);
        QTest::keyClicks(child<QLineEdit>(*dialog, "issuingSecret"), s("secret"));
        child<QLineEdit>(*dialog, "keyTarget")->setText(desk.path("renewed"));
        QVERIFY(QDir().mkpath(desk.path("renewed")));
        auto *confirm = child<QPushButton>(*dialog, "keyConfirm");
        QTRY_VERIFY(confirm->isEnabled());
        QSignalSpy finished(&office, &KeyOffice::finished);
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        const auto outcome = finished.constFirst().constFirst().value<KeyOffice::Outcome>();
        QCOMPARE(outcome.issued.size(), 2);
        QCOMPARE(outcome.files.size(), 2);
    }

    /// Make, ask, issue, install: without leaving the page.
    void aKeyIsMadeIssuedAndInstalled()
    {
        Desk desk(*m_world, m_pack);
        const QString root = desk.path("root.p12");
        QVERIFY(
            pki::writeKeyFile(root, m_world->rootKey(s("leasing")), {m_world->root(s("leasing"))}, s("secret"), 1000)
                .ok());
        KeysModel model(desk.workspace());
        KeyOffice office(desk.workspace());
        KeysPage page(desk.workspace(), model, office, m_files);
        show(page);
        const auto choose = [&](int action) {
            child<QPushButton>(page, "keysOwn")->menu()->actions().at(action)->trigger();
        };
        choose(0);
        auto *dialog = child<QDialog>(page, "newKeyDialog");
        QVERIFY(dialog->isVisible());
        auto *make = child<QPushButton>(*dialog, "newKeyMake");
        auto *missing = child<QLabel>(*dialog, "newKeyMissing");
        QVERIFY(!make->isEnabled() && missing->text().contains(s("name")));
        QTest::keyClicks(child<QLineEdit>(*dialog, "newKeyName"), QString(65, u'a'));
        QVERIFY(missing->text().contains(s("64")));
        child<QLineEdit>(*dialog, "newKeyName")->clear();
        QTest::keyClicks(child<QLineEdit>(*dialog, "newKeyName"), s("Ada Lane"));
        auto *company = child<QComboBox>(*dialog, "newKeyCompany");
        company->setCurrentIndex(company->findText(s("(owner)"), Qt::MatchContains | Qt::MatchFixedString));
        QVERIFY2(company->currentIndex() >= 0, qPrintable(company->itemText(0)));
        auto *file = child<QLineEdit>(*dialog, "newKeyFile");
        QVERIFY2(file->text().endsWith(s("leasing.ada-lane.p12")), qPrintable(file->text()));
        m_files.path = root;
        QTest::mouseClick(child<QPushButton>(*dialog, "newKeyFileChoose"), Qt::LeftButton);
        QTRY_COMPARE(file->text(), root);
        QVERIFY(missing->text().contains(s("exists")));
        const QString keyFile = desk.path("ada.p12");
        file->selectAll();
        QTest::keyClicks(file, keyFile);
        QTest::keyClicks(child<QLineEdit>(*dialog, "newKeySecret"), s("a long key phrase"));
        QTest::keyClicks(child<QLineEdit>(*dialog, "newKeyRepeated"), s("a long key phras"));
        QVERIFY(!make->isEnabled() && missing->text().contains(s("twice")));
        QTest::keyClicks(child<QLineEdit>(*dialog, "newKeyRepeated"), s("e"));
        QVERIFY(make->isEnabled());
        picture(*dialog, s("new-key"));
        QTest::keyClick(child<QLineEdit>(*dialog, "newKeyRepeated"), Qt::Key_Return);
        auto *result = child<QLabel>(*dialog, "newKeyResult");
        QTRY_VERIFY_WITH_TIMEOUT(result->text().contains(s("ada.csr")), 60'000);
        picture(*dialog, s("new-key-made"));
        dialog->reject();

        page.issueFrom(desk.path("ada.csr"));
        auto *task = page.findChild<KeyDialog *>();
        QVERIFY(task);
        child<QLineEdit>(*task, "issuingKey")->setText(root);
        QTest::keyClicks(child<QLineEdit>(*task, "issuingSecret"), s("secret"));
        child<QSpinBox>(*task, "keyDays")->setValue(10);
        QSignalSpy finished(&office, &KeyOffice::finished);
        QTRY_VERIFY(child<QPushButton>(*task, "keyConfirm")->isEnabled());
        QTest::mouseClick(child<QPushButton>(*task, "keyConfirm"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        const auto outcome = finished.constFirst().constFirst().value<KeyOffice::Outcome>();
        QCOMPARE(outcome.issued.constFirst().notAfter - desk.clock().now(), 10 * TestWorld::day);
        auto *tree = child<QTreeView>(page, "keysTree");
        const QModelIndex ada = find(*tree->model(), s("Ada Lane"));
        QVERIFY(ada.isValid());
        // Who is selected stays so when the list is read again.
        tree->setCurrentIndex(ada);
        model.refresh();
        QCOMPARE(tree->currentIndex().data().toString(), s("Ada Lane"));
        QCOMPARE(tree->selectionModel()->selectedRows().size(), 1);
        // The issuing key is remembered, its passphrase is not.
        child<QPushButton>(page, "renewKey")->click();
        QTRY_COMPARE(page.findChildren<KeyDialog *>().size(), 1);
        auto *again = page.findChild<KeyDialog *>();
        QCOMPARE(child<QLineEdit>(*again, "issuingKey")->text(), root);
        QVERIFY(child<QLineEdit>(*again, "issuingSecret")->text().isEmpty());
        again->reject();

        choose(1);
        auto *install = child<QDialog>(page, "installDialog");
        child<QLineEdit>(*install, "installCertificate")->setText(outcome.files.constFirst());
        child<QLineEdit>(*install, "installKey")->setText(keyFile);
        QTest::keyClicks(child<QLineEdit>(*install, "installSecret"), s("a long key phrase"));
        QTest::keyClick(child<QLineEdit>(*install, "installSecret"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(
            child<QLabel>(*install, "installResult")->text().contains(s("You can sign in")), 20'000);
        picture(*install, s("install"));
        Session &session = desk.workspace().session();
        session.signIn(keyFile, s("a long key phrase"));
        QTRY_VERIFY_WITH_TIMEOUT(session.isSignedIn(), 20'000);
        QCOMPARE(session.identity().name, s("Ada Lane"));
    }

    /// The slider goes from the day before the first word of the pack to today; what is before it is unknown.
    void asOfADay()
    {
        Desk desk(*m_world, m_pack);
        desk.clock().advance(5 * TestWorld::day * 1000);
        AuditModel model(desk.workspace().audit());
        AuditVerifier verifier(desk.workspace());
        AuditPage audit(desk.workspace().audit(), model, verifier);
        QSignalSpy wanted(&audit, &AuditPage::asOfWanted);
        show(audit);
        QTest::mouseClick(child<QPushButton>(audit, "asOfOpen"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        AsOfDialog dialog(desk.workspace(), {});
        dialog.show();
        auto *verdict = child<QLabel>(dialog, "asOfVerdict");
        auto *slider = child<QSlider>(dialog, "asOfSlider");
        auto *matrix = child<QTableWidget>(dialog, "asOfMatrix");
        auto *proof = child<QTableWidget>(dialog, "asOfProof");
        QCOMPARE(child<QLineEdit>(dialog, "asOfPack")->text(), m_pack.serial.text());
        QTRY_VERIFY2(verdict->text().contains(s("last proved")), qPrintable(verdict->text()));
        QCOMPARE(slider->maximum(), 6);
        QVERIFY(matrix->rowCount() > 5);
        QVERIFY(proof->rowCount() >= 2);
        QCOMPARE(proof->item(0, 1)->text().size(), 64); // SHA-256 whole
        picture(dialog, s("as-of"));
        // The day of the word itself ends after it: what came after is not known.
        slider->setValue(0);
        QTRY_VERIFY2(verdict->text().contains(s("unknown")), qPrintable(verdict->text()));
        QTRY_COMPARE(matrix->rowCount(), 0);
        auto *values = child<QTableWidget>(dialog, "asOfValues");
        QVERIFY(values->rowCount() > 0);
        QCOMPARE(values->item(0, 1)->text(), s("unknown"));
        auto *who = child<QTableWidget>(dialog, "asOfWho");
        QCOMPARE(who->rowCount(), 1);
        QCOMPARE(who->item(0, 0)->text(), s("unknown"));
        // No day to come can be chosen.
        auto *day = child<QDateEdit>(dialog, "asOfDay");
        const QDate today = day->maximumDate();
        day->setDate(today.addDays(3));
        QCOMPARE(day->date(), today);
        child<QLineEdit>(dialog, "asOfPack")->setText(s("SDB-TEST-0099"));
        QMetaObject::invokeMethod(child<QLineEdit>(dialog, "asOfPack"), "editingFinished");
        QTRY_VERIFY2(verdict->text().contains(s("nothing about it")), qPrintable(verdict->text()));
        child<QTabWidget>(dialog, "asOfTabs")->setCurrentIndex(2);
        picture(dialog, s("as-of-keys"));
    }

    void nothingKnown()
    {
        QTemporaryDir folder;
        test::FixedClock clock;
        const auto workspace = Workspace::open(folder.filePath(s("store")), clock);
        QVERIFY(workspace.ok());
        KeysModel model(**workspace);
        KeyOffice office(**workspace);
        KeysPage page(**workspace, model, office, m_files);
        show(page);
        QVERIFY(child<QLabel>(page, "keysEmpty")->isVisible());
        QVERIFY(!child<QPushButton>(page, "revokeKey")->isEnabled());
    }

    void aDisputedHeadIsSettledInTheWindow()
    {
        Desk desk(*m_world, m_pack);
        const QString person = s("leasing.asset-manager");
        QVERIFY(desk.signIn(person));
        AuditStore &store = desk.workspace().audit();
        for (int i = 0; i < 3; ++i)
            QVERIFY(store.append({}, {s("keys.issue"), s("Alice"), s("done"), {}}).ok());
        SeenHead told;
        told.head = store.head();
        told.head.hash = QByteArray(32, 'x');
        told.by = person;
        told.leafSha256 = m_world->key(person)->leaf().sha256;
        told.log = QString::fromLatin1(told.head.logId.toHex());
        told.carrier = QLatin1String(headcarrier::signature);
        AuditModel model(store);
        AuditVerifier verifier(desk.workspace());
        AuditPage page(store, model, verifier);
        show(page);
        auto *bar = child<MessageBar>(page, "auditVerdict");
        QSignalSpy finished(&verifier, &AuditVerifier::finished);
        verifier.start({told});
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QCOMPARE(finished.constFirst().constFirst().value<AuditVerdict>().accusers.size(), 1);
        QVERIFY(store.isReadOnly());
        auto *action = bar->findChild<QPushButton *>(s("messageAction"));
        QVERIFY(action->isVisible());
        QTest::mouseClick(action, Qt::LeftButton);
        auto *question = page.findChild<QMessageBox *>(s("settleDialog"));
        QVERIFY(question && question->text().contains(person));
        // The twin: whoever cancels has decided nothing.
        QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
        QVERIFY(!verifyAudit(store.path(), {{told}, {}}).intact());
        QTest::mouseClick(action, Qt::LeftButton);
        for (QMessageBox *open : page.findChildren<QMessageBox *>(s("settleDialog"))) {
            if (open->isVisible())
                QTest::mouseClick(open->findChild<QPushButton *>(s("settleHead")), Qt::LeftButton);
        }
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 20'000);
        const auto after = finished.constLast().constFirst().value<AuditVerdict>();
        QVERIFY(after.intact() && after.isDisputed());
        // What was a dispute all along is no damage: the same program goes on writing.
        QVERIFY(!store.isReadOnly());
        QVERIFY(store.append({}, {s("keys.issue"), s("Bob"), s("done"), {}}).ok());
        QVERIFY(verifyAudit(store.path(), {{told}, {}}).intact());
    }

    /// Begun and ended are one row that says both; a party is named as its rules do, however it was recorded.
    void theActIsOneRow(Desk &desk, AuditPage &page)
    {
        AuditStore &store = desk.workspace().audit();
        auto *table = child<QTableView>(page, "auditTable");
        auto *detail = child<QPlainTextEdit>(page, "auditDetail");
        const AuditActor actor{s("leasing.ann"), s("leasing"), s("asset-manager")};
        const auto record = [&](const QString &outcome) {
            return store
                .append(actor, {s("request.deliver"), s("Winter routes"), outcome, {{s("id"), QByteArray(8, 'i')}}})
                .ok();
        };
        const auto row = [&] {
            return tablesheet::of(*table, {}, {}).rows.constFirst().join(u'|');
        };
        QVERIFY(record(s("begun")));
        table->selectRow(0);
        QVERIFY2(row().contains(s("begun, no end recorded")), qPrintable(row()));
        QVERIFY2(detail->toPlainText().contains(s("begun, no end recorded")), qPrintable(detail->toPlainText()));
        const int rows = table->model()->rowCount();
        QVERIFY(record(s("done")));
        QCOMPARE(table->model()->rowCount(), rows);
        QVERIFY2(row().contains(s("done")) && row().contains(s("Leasing")), qPrintable(row()));
        // Who reads the begin goes on with the end.
        QCOMPARE(table->currentIndex().row(), 0);
        const QString both = detail->toPlainText();
        const qint64 end = store.head().count;
        QVERIFY2(both.contains(s("Ended: ")) && both.contains(QStringLiteral(", record %1\n").arg(end - 1)),
            qPrintable(both));
    }

    void audit()
    {
        Desk desk(*m_world, m_pack);
        AuditStore &store = desk.workspace().audit();
        QVERIFY(store
                    .append({s("<b>ann</b>"), s("leasing"), s("asset-manager")},
                        {s("keys.issue"), s("Eve\u202e"), s("role-not-issuable"), {{s("issuer"), s("Leasing")}}})
                    .ok());
        AuditModel model(store);
        AuditVerifier verifier(desk.workspace());
        AuditPage page(store, model, verifier);
        page.offerExport(m_files);
        page.setParties([](const QString &party) { return party == s("leasing") ? s("Leasing") : party; });
        show(page);
        auto *table = child<QTableView>(page, "auditTable");
        theActIsOneRow(desk, page);
        const int all = model.rowCount();
        child<QComboBox>(page, "auditOutcome")->setCurrentIndex(3);
        QCOMPARE(model.rowCount(), 1);
        table->selectRow(0);
        const QString detail = child<QPlainTextEdit>(page, "auditDetail")->toPlainText();
        QVERIFY2(detail.contains(s("Issuer: Leasing")) && detail.contains(s("<b>ann</b>"))
                && detail.contains(s("Eve[U+202E]")),
            qPrintable(detail));
        child<QComboBox>(page, "auditOutcome")->setCurrentIndex(0);
        QTest::keyClicks(child<QLineEdit>(page, "auditPerson"), s("nobody"));
        QCOMPARE(model.rowCount(), 0);
        child<QLineEdit>(page, "auditPerson")->clear();
        QCOMPARE(model.rowCount(), all);
        child<QCheckBox>(page, "auditByDay")->setChecked(true); // today, while the records are of the test's own time
        QCOMPARE(model.rowCount(), 0);
        child<QCheckBox>(page, "auditByDay")->setChecked(false);

        auto *verify = child<QPushButton>(page, "verifyAudit");
        verify->setFocus();
        QTest::keyClick(verify, Qt::Key_Space);
        QTRY_VERIFY(child<MessageBar>(page, "auditVerdict")->text().contains(s("Intact")));
        table->selectRow(0);
        picture(page, s("audit"));
        // One record alone: not before a checkpoint has it.
        m_files.path = desk.path("record.proof.json");
        auto *prove = child<QPushButton>(page, "exportProof");
        QTest::mouseClick(prove, Qt::LeftButton);
        QTRY_VERIFY(child<MessageBar>(page, "auditVerdict")->text().contains(s("No checkpoint that has record")));
        QVERIFY(!QFileInfo::exists(m_files.path));
        QSignalSpy settled(&desk.workspace().checkpoints(), &AuditCheckpoints::settled);
        QVERIFY(desk.signIn(s("leasing.asset-manager")));
        QTRY_VERIFY(!settled.isEmpty());
        table->selectRow(model.rowCount() - 1);
        QTest::mouseClick(prove, Qt::LeftButton);
        QTRY_VERIFY(child<MessageBar>(page, "auditVerdict")->text().contains(s("leasing.asset-manager signed for")));
        const auto proof = AuditInclusion::read(m_files.path);
        QVERIFY(proof.ok() && proof->verify().ok());
        QCOMPARE(proof->record.seq, 1);
        m_files.path = desk.path("audit.jsonl");
        QTest::mouseClick(child<QPushButton>(page, "exportAudit"), Qt::LeftButton);
        QTRY_VERIFY(child<MessageBar>(page, "auditVerdict")->text().contains(m_files.path));
        QVERIFY(QFileInfo::exists(m_files.path));
    }

    void filesOfAuditsAreChecked()
    {
        Desk desk(*m_world, m_pack);
        AuditStore &store = desk.workspace().audit();
        QSignalSpy settled(&desk.workspace().checkpoints(), &AuditCheckpoints::settled);
        QVERIFY(desk.signIn(s("leasing.asset-manager")));
        QTRY_VERIFY(!settled.isEmpty());
        const QString whole = desk.path("whole.jsonl");
        QVERIFY(auditexport::write(store.path(), whole).ok());
        const QString one = desk.path("one.proof.json");
        QVERIFY(wholefile::write(one, store.inclusion(1)->encode()).ok());
        // Another console, whose own audit is another one.
        Desk other(*m_world, m_pack);
        AuditModel model(other.workspace().audit());
        AuditVerifier verifier(other.workspace());
        AuditPage page(other.workspace().audit(), model, verifier);
        page.offerExport(m_files);
        page.judgeFilesBy(other.workspace().auditProof());
        show(page);
        const auto said = [&](const QString &path) {
            QVERIFY(AuditPage::isAuditFile(path));
            child<MessageBar>(page, "auditVerdict")->hide();
            m_files.path = path;
            QTest::mouseClick(child<QPushButton>(page, "auditCheck"), Qt::LeftButton);
            QTRY_VERIFY(child<MessageBar>(page, "auditVerdict")->isVisible());
            QVERIFY(child<MessageBar>(page, "auditVerdict")->text().startsWith(QFileInfo(path).fileName()));
        };
        const auto verdict = [&] {
            return child<MessageBar>(page, "auditVerdict")->text();
        };
        const auto mark = [&] {
            return child<MessageBar>(page, "auditVerdict")->findChild<QLabel *>()->text();
        };
        said(whole);
        QVERIFY2(verdict().contains(s("another audit")) && verdict().contains(s("Intact")), qPrintable(verdict()));
        picture(page, s("audit-export"));
        said(one);
        QVERIFY2(verdict().contains(s("record 1 of audit")), qPrintable(verdict()));
        QCOMPARE(mark(), shapeOf(Status::Good));
        // The twins: a letter of a record, a line less, a record of the proof, and what is neither.
        const auto bytes = wholefile::read(whole, 1 << 20);
        QVERIFY(bytes.ok());
        for (const char *what : {"letter", "line"}) {
            QByteArray changed = *bytes;
            if (what == QByteArray("letter"))
                changed.replace("session.sign-in", "session.sign-xx");
            else
                changed.remove(changed.indexOf('\n', changed.size() / 2),
                    changed.indexOf('\n', changed.indexOf('\n', changed.size() / 2) + 1)
                        - changed.indexOf('\n', changed.size() / 2));
            QVERIFY(changed != *bytes);
            QVERIFY(wholefile::write(whole, changed).ok());
            said(whole);
            QCOMPARE(mark(), shapeOf(Status::Alarm));
        }
        auto proof = *AuditInclusion::read(one);
        proof.record.action = s("session.sign-out");
        QVERIFY(wholefile::write(one, proof.encode()).ok());
        said(one);
        QCOMPARE(mark(), shapeOf(Status::Alarm));
        QVERIFY(verdict().contains(s("proves nothing")));
        const QString neither = desk.path("neither.json");
        QVERIFY(wholefile::write(neither, "{}").ok());
        page.openFile(neither);
        QVERIFY(verdict().contains(s("neither")));
    }

    void recordsLeadToTheirDocuments()
    {
        Desk desk(*m_world, m_pack);
        AuditStore &store = desk.workspace().audit();
        AuditModel model(store);
        AuditVerifier verifier(desk.workspace());
        AuditPage page(store, model, verifier);
        show(page);
        auto *table = child<QTableView>(page, "auditTable");
        // Nothing yet, or nothing like that: said so, with a way on.
        QVERIFY(store.append({}, {s("request.sign"), s("aaaa bbbb"), s("done"), {}}).ok());
        QVERIFY(store.append({}, {s("keys.issue"), s("Alice"), s("done"), {}}).ok());
        child<QLineEdit>(page, "auditSearch")->setText(s("zqzq"));
        QTRY_VERIFY(child<QLabel>(page, "auditEmptyText")->isVisible());
        QVERIFY(!table->isVisible());
        picture(page, s("audit-empty"));
        QTest::mouseClick(child<QPushButton>(page, "auditShowAll"), Qt::LeftButton);
        QTRY_VERIFY(table->isVisible() && model.rowCount() >= 2);
        QVERIFY(!child<QLabel>(page, "auditEmptyText")->isVisible());
        page.setDocuments([](const AuditRecord &record) {
            return record.subject == s("aaaa bbbb") ? s("/store/requests/a.pwreq") : QString();
        });
        QSignalSpy wanted(&page, &AuditPage::documentWanted);
        auto *open = child<QPushButton>(page, "auditDocument");
        for (int row = 0; row < model.rowCount(); ++row) {
            table->selectRow(row);
            const bool has = model.index(row, AuditModel::SubjectColumn).data().toString() == s("aaaa bbbb");
            QCOMPARE(open->isVisible(), has);
            if (has)
                QTest::mouseClick(open, Qt::LeftButton);
        }
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().toString(), s("/store/requests/a.pwreq"));
    }
};

QTEST_MAIN(PagesTest)
#include "tst_pages.moc"
