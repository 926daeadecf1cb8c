// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/pack/statement.h"
#include "models/workspace/session.h"
#include "tests/widgets/support/windowworld.h"
#include "widgets/drafts/newamendmentdialog.h"
#include "widgets/drafts/newcommanddialog.h"
#include "widgets/drafts/newrequestdialog.h"
#include "widgets/drafts/packchooser.h"
#include "widgets/fleet/fleetpage.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/inspector/security/securityview.h"
#include "widgets/kit/filefield.h"
#include "widgets/kit/parts.h"
#include "widgets/signoffs/askpackdialog.h"
#include "widgets/signoffs/signdialog.h"
#include "widgets/signoffs/signoffspage.h"
#include "widgets/style/theme.h"
#include "widgets/values/numberedit.h"
#include "widgets/window/commandpalette.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString owner = QStringLiteral("leasing.asset-manager");
const QString serials[] = {QStringLiteral("SDB-TEST-0001"), QStringLiteral("SDB-TEST-0002")};

CapabilityId capability(const char *name)
{
    return CapabilityId::fromTrusted(QString::fromLatin1(name));
}

/// The test world's pack with seats for what commands ask for.
PackState packFor(TestWorld &world, const QString &serial)
{
    PackState pack = world.pack(serial);
    const auto allow = [&](const char *name, const char *position, const char *role) {
        const Seat seat{
            PositionId::fromTrusted(QString::fromLatin1(position)), RoleId::fromTrusted(QString::fromLatin1(role))};
        Grant grant;
        grant.role = seat.role;
        grant.capability = capability(name);
        grant.contract = QStringLiteral("C-1");
        grant.clause = 1;
        pack.policy.grants.append(grant);
        pack.policy.seats[capability(name)].all.append(seat);
        pack.charter.mayHold[capability(name)].insert(seat.role);
        pack.silicon.layers.insert(capability(name), qstrcmp(name, "decommission") == 0 ? 4 : 3);
    };
    allow("theft-lock", "owner", "asset-manager");
    for (const char *name : {"theft-unlock", "decommission"}) {
        allow(name, "owner", "asset-manager");
        allow(name, "platform", "platform-engineer");
    }
    allow("decommission", "cell-data", "specialist");
    allow("replace-component", "owner", "asset-manager");
    allow("replace-component", "service", "technician");
    pack.charter.authorMayFill.insert(PositionId::fromTrusted(QStringLiteral("owner")));
    pack.policy.charterSha256 = pack.charter.bodySha256();
    return pack;
}

} // namespace

/// Commands and changes of the charter drafted as people do it: from a chosen pack to the document that is signed.
/// PACKWARDEN_PICTURES=FOLDER keeps pictures in both themes.
class DraftingTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<WindowWorld> m_ui;
    PackState m_pack;

    MainWindow &window() { return m_ui->window; }
    template <typename T> T *find(const char *name) { return window().findChild<T *>(QLatin1String(name)); }
    void click(const char *name)
    {
        auto *button = find<QPushButton>(name);
        QVERIFY2(button && button->isVisible(), name);
        QVERIFY2(button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString words(const char *name)
    {
        auto *label = find<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    void type(const char *name, const QString &text)
    {
        auto *edit = find<QLineEdit>(name);
        QVERIFY2(edit && edit->isVisible(), name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void pick(const char *name, int index)
    {
        auto *box = find<QComboBox>(name);
        QVERIFY2(box && index >= 0 && index < box->count(), name);
        box->setFocus();
        while (box->currentIndex() != index)
            QTest::keyClick(box, box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
    }
    void picture(QWidget *widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (folder.isEmpty())
            return;
        const QString scale = widget->devicePixelRatioF() > 1.5 ? QStringLiteral("@2x") : QString();
        for (ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            applyTheme(*qApp, mode, QPalette());
            QCoreApplication::processEvents();
            QVERIFY(widget->grab().save(
                QStringLiteral("%1/%2-%3%4.png")
                    .arg(folder, QLatin1String(name),
                        mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light"), scale)));
        }
    }
    QString rootFile(const QString &party)
    {
        QFile file(m_desk->path(qPrintable(party + QStringLiteral(".pem"))));
        if (!file.open(QIODevice::WriteOnly) || file.write(m_world->root(party).toPem()) < 0)
            qFatal("cannot write");
        return file.fileName();
    }
    QString listFile(const QString &party)
    {
        QFile file(m_desk->path(qPrintable(party + QStringLiteral(".crl"))));
        if (!file.open(QIODevice::WriteOnly) || file.write(m_world->crl(party).crl.der) < 0)
            qFatal("cannot write");
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_world = std::make_unique<TestWorld>();
    }

    void init()
    {
        m_pack = packFor(*m_world, serials[0]);
        m_desk = std::make_unique<Desk>(*m_world, m_pack);
        TrustBook &trust = m_desk->workspace().trust();
        const PackState second = packFor(*m_world, serials[1]);
        QVERIFY(trust.learn(rulesOf(*m_world, second)).ok());
        QVERIFY(trust.learn(factsOf(second)).ok());
        m_ui = std::make_unique<WindowWorld>(m_desk->workspace());
        m_ui->hear(m_pack, m_desk->clock().monotonicMilliseconds());
        window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
    }

    void cleanup()
    {
        m_ui.reset();
        m_desk.reset();
    }

    /// Packs that do not start alike are told before there is anything to sign, and left out by one click.
    void oddPacksAreToldAndLeftOut_data()
    {
        QTest::addColumn<qint64>("value"); ///< of the third pack
        QTest::addColumn<QString>("hardware"); ///< likewise
        QTest::addColumn<QString>("told"); ///< empty: nothing
        const auto row = [](const char *name, qint64 value, const char *hardware, const char *told) {
            QTest::newRow(name) << value << QString::fromLatin1(hardware) << QString::fromUtf8(told);
        };
        row("all alike", 90000, "nmc-96s2p", "");
        row("another value", 85000, "nmc-96s2p", "1 pack(s), nmc-96s2p, now 85\u00A0%: SDB-TEST-0003");
        row("another hardware", 90000, "lfp-100s1p", "1 pack(s), lfp-100s1p, now 90\u00A0%: SDB-TEST-0003");
    }

    void oddPacksAreToldAndLeftOut()
    {
        QFETCH(const qint64, value);
        QFETCH(const QString, hardware);
        QFETCH(const QString, told);
        const ParameterId parameter = ParameterId::fromTrusted(QStringLiteral("soc.max"));
        PackState third = packFor(*m_world, QStringLiteral("SDB-TEST-0003"));
        third.silicon.hardware = hardware;
        third.values[parameter].base = Milli{value};
        TrustBook &trust = m_desk->workspace().trust();
        QVERIFY(trust.learn(rulesOf(*m_world, third)).ok());
        QVERIFY(trust.learn(factsOf(third)).ok());
        NewRequestDialog dialog(trust, m_ui->fleet, m_desk->clock(), QByteArray(32, 'a'), m_ui->files);
        auto *words = dialog.findChild<QLabel *>(QStringLiteral("draftOddPacks"));
        auto *leaveOut = dialog.findChild<QPushButton *>(QStringLiteral("draftLeaveOut"));
        auto *packs = dialog.findChild<PackChooser *>();
        dialog.choose(serials[0], parameter);
        dialog.show();
        QVERIFY(!words->isVisible()); // one alone is like itself
        const QList<PackSerial> alike{PackSerial::fromTrusted(serials[0]), PackSerial::fromTrusted(serials[1])};
        packs->choose(alike + QList<PackSerial>{third.serial});
        QCOMPARE(words->isVisible(), !told.isEmpty());
        QCOMPARE(leaveOut->isVisible(), !told.isEmpty());
        if (told.isEmpty())
            return;
        const QStringList lines = words->text().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines.at(1).startsWith(QStringLiteral("2 pack(s), nmc-96s2p, now 90")), qPrintable(lines.at(1)));
        QCOMPARE(lines.at(2), told);
        QVERIFY2(leaveOut->text().contains(QStringLiteral("1 pack")), qPrintable(leaveOut->text()));
        QTest::mouseClick(leaveOut, Qt::LeftButton);
        QCOMPARE(packs->chosen(), alike);
        QVERIFY(!words->isVisible());
    }

    void aTheftLockIsThreeClicksFromAChosenPack()
    {
        QVERIFY(m_desk->signIn(owner));
        window().openPage(MainWindow::Fleet);
        auto *table = find<QTableView>("fleetTable");
        QTRY_VERIFY(table->model()->rowCount() >= 1);
        QVERIFY(!find<QPushButton>("fleetLock")->isEnabled()); // nothing is chosen
        window().fleet()->choose(serials[0]);
        picture(&window(), "draft-fleet");
        click("fleetLock");
        auto *dialog = find<NewCommandDialog>("newCommandDialog");
        QVERIFY(dialog);
        QVERIFY(words("commandPurpose").contains(QStringLiteral("does not stop a vehicle on the road")));
        QVERIFY(words("commandPurpose").contains(QStringLiteral("refused at once")));
        QVERIFY(words("commandSeats").contains(QStringLiteral("asset manager")));
        picture(dialog, "draft-theft-lock");
        click("commandNext");
        QTRY_VERIFY(find<SignDialog>("signDialog") || window().findChild<SignDialog *>());
        const auto *document = window().signoffs().document();
        QVERIFY(document && document->judgement().content->command);
        const Command command = *document->judgement().content->command;
        QCOMPARE(int(command.kind), int(CommandKind::TheftLock));
        QCOMPARE(command.packs.size(), 1);
        QCOMPARE(command.packs.constFirst().serial.text(), serials[0]);
        QCOMPARE(int(document->state()), int(SignoffState::Draft));
    }

    void nobodySignedInDraftsNothing()
    {
        window().openPage(MainWindow::Fleet);
        window().fleet()->choose(serials[0]);
        click("fleetLock");
        QVERIFY(!find<NewCommandDialog>("newCommandDialog"));
        QVERIFY(find<MessageBar>("signoffMessage")->isVisible());
        window().draftAmendment(Amendment::TransferOwnership);
        QVERIFY(!find<NewAmendmentDialog>("newAmendmentDialog"));
    }

    void theLockLineOfTheInspectorLocksAndUnlocks()
    {
        QVERIFY(m_desk->signIn(owner));
        QSignalSpy wanted(&window().signoffs(), &SignoffsPage::statementsWanted);
        window().openPage(MainWindow::Inspector);
        Q_EMIT window().inspector().security().lockWanted(true);
        QVERIFY(find<NewCommandDialog>("newCommandDialog"));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().value<QList<PackSerial>>().constFirst().text(), serials[0]);
        QTest::keyClick(find<NewCommandDialog>("newCommandDialog"), Qt::Key_Escape);
        QTRY_VERIFY(!find<NewCommandDialog>("newCommandDialog"));
        // Unlocking what is not locked is refused with the reason, and cannot go on.
        Q_EMIT window().inspector().security().lockWanted(false);
        QVERIFY(words("commandHint").contains(QStringLiteral("not locked")));
        QVERIFY(!find<QPushButton>("commandNext")->isEnabled());
    }

    void aLimitIsTightenedByKeyboardAlone()
    {
        QVERIFY(m_desk->signIn(owner));
        window().draftCommand(CommandKind::Tighten, {});
        auto *dialog = find<NewCommandDialog>("newCommandDialog");
        QVERIFY(dialog);
        QVERIFY(words("commandHint").contains(QStringLiteral("Tick at least one pack")));
        auto *packs = find<QListView>("commandPacks");
        packs->setFocus();
        packs->setCurrentIndex(packs->model()->index(0, 0));
        QTest::keyClick(packs, Qt::Key_Space);
        QCOMPARE(packs->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        pick("commandParameter", 0);
        auto *field = dialog->findChild<NumberEdit *>()->findChild<QLineEdit *>();
        field->setFocus();
        // The refused twins, each kept as typed.
        for (const char *wrong : {"95", "9e1", "90", "40"}) {
            field->selectAll();
            QTest::keyClicks(field, QString::fromLatin1(wrong));
            QCOMPARE(field->text(), QString::fromLatin1(wrong));
            QVERIFY2(!dialog->findChild<NumberEdit *>()->reason().isEmpty(), wrong);
            QVERIFY2(!find<QPushButton>("commandNext")->isEnabled(), wrong);
        }
        picture(dialog, "draft-tighten-refused");
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("80"));
        QVERIFY(!find<QPushButton>("commandNext")->isEnabled()); // no reason
        type("commandReason", QStringLiteral("Cells age early"));
        QVERIFY2(find<QPushButton>("commandNext")->isEnabled(), qPrintable(words("commandHint")));
        picture(dialog, "draft-tighten");
        QTest::keyClick(find<QLineEdit>("commandReason"), Qt::Key_Return);
        QTRY_VERIFY(window().signoffs().document());
        const Command command = *window().signoffs().document()->judgement().content->command;
        QCOMPARE(command.to, Milli{80000});
        QCOMPARE(command.head.reason, QStringLiteral("Cells age early"));
    }

    void theEndOfAPackIsConfirmed()
    {
        QVERIFY(m_desk->signIn(owner));
        window().draftCommand(CommandKind::Decommission, {PackSerial::fromTrusted(serials[0])});
        type("commandReason", QStringLiteral("Worn out"));
        QVERIFY(!find<QPushButton>("commandNext")->isEnabled());
        picture(find<NewCommandDialog>("newCommandDialog"), "draft-decommission");
        QTest::keyClick(find<QCheckBox>("commandFinal"), Qt::Key_Space);
        QVERIFY(find<QPushButton>("commandNext")->isEnabled());
        // Another kind, and back: what was confirmed is asked again.
        pick("commandKind", 0);
        QVERIFY(!find<QCheckBox>("commandFinal")->isVisible());
        pick("commandKind", 4);
        QVERIFY(!find<QCheckBox>("commandFinal")->isChecked());
    }

    void everyKindIsInMenusAndPalette()
    {
        QVERIFY(m_desk->signIn(owner));
        window().openPage(MainWindow::Fleet);
        window().openPage(MainWindow::Signoffs);
        for (const char *menu : {"newMenu", "fleetCommands"})
            QVERIFY(find<QMenu>(menu)->actions().size() >= 5);
        find<QMenu>("newMenu")->actions().constFirst()->trigger();
        QVERIFY(find<NewCommandDialog>("newCommandDialog"));
        QTest::keyClick(find<NewCommandDialog>("newCommandDialog"), Qt::Key_Escape);
        QTRY_VERIFY(!find<NewCommandDialog>("newCommandDialog"));
        picture(&window(), "draft-signoffs");
        window().openPage(MainWindow::Keys);
        auto *charter = find<QPushButton>("keysCharter");
        QVERIFY(charter->isVisible() && charter->menu());
        picture(&window(), "draft-keys");
        charter->menu()->actions().at(3)->trigger();
        QVERIFY(find<NewAmendmentDialog>("newAmendmentDialog"));
    }

    void thePaletteFindsCommandsByKeyboardAlone()
    {
        QVERIFY(m_desk->signIn(owner));
        window().openPage(MainWindow::Inspector);
        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(window().findChild<CommandPalette *>());
        auto *text = window().findChild<CommandPalette *>()->findChild<QLineEdit *>();
        QTest::keyClicks(text, QStringLiteral("lock against theft"));
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_VERIFY(find<NewCommandDialog>("newCommandDialog"));
        auto *packs = find<QListView>("commandPacks");
        QCOMPARE(packs->model()->index(0, 0).data(Qt::CheckStateRole).toInt(),
            int(Qt::Checked)); // the pack of the inspector
        QCOMPARE(packs->model()->index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    }

    void ownershipIsTransferred()
    {
        QVERIFY(m_desk->signIn(owner));
        window().draftAmendment(Amendment::TransferOwnership);
        auto *dialog = find<NewAmendmentDialog>("newAmendmentDialog");
        QVERIFY(dialog);
        QVERIFY(words("amendBefore").startsWith(QStringLiteral("leasing")));
        // Refused twins: a person's certificate, and the seller's own root.
        QFile leaf(m_desk->path("leaf.pem"));
        QVERIFY(leaf.open(QIODevice::WriteOnly));
        leaf.write(m_world->key(QStringLiteral("buyer.asset-manager"))->leaf().toPem());
        leaf.close();
        m_ui->files.path = leaf.fileName();
        click("amendRootChoose");
        QVERIFY(words("amendRootText").contains(QStringLiteral("no root certificate")));
        m_ui->files.path = rootFile(QStringLiteral("leasing"));
        click("amendRootChoose");
        QVERIFY(words("amendHint").contains(QStringLiteral("already")));
        // Dropped, as a file that came by mail.
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(rootFile(QStringLiteral("buyer")))});
        QDragEnterEvent enter(QPoint(4, 4), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(find<FileField>("amendRoot"), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({4, 4}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(find<FileField>("amendRoot"), &drop);
        QCOMPARE(words("amendFingerprint"), fingerprintText(m_world->root(QStringLiteral("buyer")).sha256));
        type("amendName", QStringLiteral("Buyer"));
        type("amendParty", QStringLiteral("buyer"));
        type("amendReason", QStringLiteral("Sold by contract S-12"));
        QVERIFY(!find<QPushButton>("amendNext")->isEnabled()); // not compared
        QVERIFY(words("amendHint").contains(QStringLiteral("Compare")));
        picture(dialog, "draft-sale-uncompared");
        QTest::keyClick(find<QCheckBox>("amendCompared"), Qt::Key_Space);
        QVERIFY2(find<QPushButton>("amendNext")->isEnabled(), qPrintable(words("amendHint")));
        QVERIFY(words("amendSeats").contains(QStringLiteral("Buyer")));
        QVERIFY(words("amendSeats").contains(QStringLiteral("latform")));
        QVERIFY(words("amendAfter").startsWith(QStringLiteral("Buyer")));
        m_ui->files.path = listFile(QStringLiteral("buyer"));
        click("amendListChoose");
        picture(dialog, "draft-sale");
        // Another root: it must be compared again.
        m_ui->files.path = rootFile(QStringLiteral("buyer"));
        click("amendRootChoose");
        QVERIFY(!find<QCheckBox>("amendCompared")->isChecked());
        QTest::mouseClick(find<QCheckBox>("amendCompared"), Qt::LeftButton, Qt::NoModifier, {10, 10});
        click("amendNext");
        const auto *document = window().signoffs().document();
        QVERIFY(document && document->judgement().content->charter);
        QCOMPARE(int(document->judgement().content->charter->amendment), int(Amendment::TransferOwnership));
        QVERIFY(document->path().endsWith(QStringLiteral(".pwchr")));
        const QByteArray list = encodeCrlEntry(m_world->crl(QStringLiteral("buyer")));
        QVERIFY(document->file().crls.contains(list));
    }

    void aPartyIsAdmittedAndRemoved()
    {
        QVERIFY(m_desk->signIn(owner));
        window().draftAmendment(Amendment::AdmitParty);
        auto *dialog = find<NewAmendmentDialog>("newAmendmentDialog");
        m_ui->files.path = rootFile(QStringLiteral("buyer"));
        click("amendRootChoose");
        type("amendNewPlace", QStringLiteral("Energy market"));
        QVERIFY(words("amendHint").contains(QStringLiteral("small letters")));
        QCOMPARE(find<QLineEdit>("amendNewPlace")->text(), QStringLiteral("Energy market"));
        type("amendNewPlace", QStringLiteral("energy-market"));
        type("amendName", QStringLiteral("Grid services"));
        QCOMPARE(find<QLineEdit>("amendParty")->text(), QStringLiteral("grid-services"));
        type("amendRole", QStringLiteral("market-operator"));
        type("amendTitle", QStringLiteral("Market operator"));
        auto *rights = find<QListWidget>("amendRights");
        rights->setFocus();
        rights->setCurrentRow(1);
        QTest::keyClick(rights, Qt::Key_Space);
        type("amendReason", QStringLiteral("Feeds back in the evening"));
        QTest::keyClick(find<QCheckBox>("amendCompared"), Qt::Key_Space);
        QVERIFY2(find<QPushButton>("amendNext")->isEnabled(), qPrintable(words("amendHint")));
        picture(dialog, "draft-admit");
        QVERIFY(dialog->height() <= 760);
        QVERIFY(dialog->width() <= 1200);
        pick("amendKind", 1);
        QVERIFY(!find<FileField>("amendRoot")->isVisible());
        auto *place = find<QComboBox>("amendPlace");
        pick("amendPlace", place->findData(QStringLiteral("owner")));
        QVERIFY(words("amendHint").contains(QStringLiteral("the rules could never be changed")));
        QVERIFY(!find<QPushButton>("amendNext")->isEnabled());
        pick("amendPlace", place->findData(QStringLiteral("service")));
        QVERIFY2(find<QPushButton>("amendNext")->isEnabled(), qPrintable(words("amendHint")));
        QVERIFY(words("amendAfter").contains(QStringLiteral("vacant")));
        QVERIFY(words("amendEffects").contains(QStringLiteral("its seat cannot be signed")));
        picture(dialog, "draft-remove");
    }

    void theDialogsGrowAndShrinkWithTheKind_data()
    {
        QTest::addColumn<bool>("command");
        QTest::addColumn<QString>("kinds");
        QTest::newRow("command") << true << QStringLiteral("commandKind");
        QTest::newRow("amendment") << false << QStringLiteral("amendKind");
    }

    void theDialogsGrowAndShrinkWithTheKind()
    {
        QFETCH(const bool, command);
        QFETCH(const QString, kinds);
        QVERIFY(m_desk->signIn(owner));
        if (command)
            window().draftCommand(CommandKind::TheftLock, {PackSerial::fromTrusted(serials[0])});
        else
            window().draftAmendment(Amendment::AdmitParty);
        auto *dialog = window().findChild<QDialog *>(
            command ? QStringLiteral("newCommandDialog") : QStringLiteral("newAmendmentDialog"));
        QVERIFY(dialog);
        const int count = find<QComboBox>(qPrintable(kinds))->count();
        const auto fits = [dialog] {
            return dialog->height() == dialog->layout()->totalHeightForWidth(dialog->width());
        };
        QList<int> heights;
        for (int i = 0; i < 2 * count; ++i) {
            const int kind = i < count ? i : 2 * count - 1 - i; // there and back
            pick(qPrintable(kinds), kind);
            // Hints, then layouts, then the window come to rest, each a turn of the loop after the other.
            int turns = 0;
            QTRY_VERIFY(++turns > 8);
            QVERIFY2(fits(), qPrintable(QString::number(kind)));
            heights.append(dialog->height());
        }
        // They do differ, or nothing was shown here.
        QVERIFY(*std::max_element(heights.begin(), heights.end()) > heights.constFirst() + 16
            || *std::min_element(heights.begin(), heights.end()) < heights.constFirst() - 16);
    }

    void thePackIsAskedWhereTheRehearsalRefuses()
    {
        QVERIFY(m_desk->signIn(owner));
        // One seat is missing: not ready, so there is no delivery, but the pack can be asked.
        const CoseSign document = m_world->sign(m_world->request(m_pack, QStringLiteral("soc.max"), 95000),
            QStringLiteral("courier.fleet-manager"), {owner});
        DocumentFile file;
        file.document = document;
        QFile out(m_desk->path("one.pwreq"));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0);
        out.close();
        window().openFile(out.fileName());
        QTRY_VERIFY(window().signoffs().reader().reading().isEmpty());
        QVERIFY(!find<QPushButton>("deliver")->isEnabled());
        QSignalSpy wanted(&window().signoffs(), &SignoffsPage::deliveryWanted);
        QVERIFY(window().width() <= 1280); // nothing makes the window wider
        picture(&window(), "draft-ask");
        click("askPack");
        auto *dialog = find<AskPackDialog>("askPackDialog");
        QVERIFY(dialog);
        picture(dialog, "draft-ask-dialog");
        QTest::keyClick(dialog, Qt::Key_Return); // the safe button
        QTRY_VERIFY(!find<AskPackDialog>("askPackDialog"));
        QCOMPARE(wanted.size(), 0);
        const qint64 before = m_desk->workspace().audit().count({});
        click("askPack");
        click("askPackConfirm");
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(m_desk->workspace().audit().count({}), before + 1); // begun
        window().signoffs().finishDelivery(applyOn(*m_world, m_pack, document));
        QCOMPARE(m_desk->workspace().audit().count({}), before + 2); // and refused, in the pack's own words
        QCOMPARE(int(window().signoffs().document()->state()), int(SignoffState::RefusedByPack));
        QCOMPARE(int(window().signoffs().document()->judgement().packs.constFirst().lastRefusal->code),
            int(Code::BelowQuorum));
        // The seat is as empty as before: that comes next, not another delivery.
        QVERIFY(!find<QPushButton>("deliver")->isEnabled());
        QVERIFY2(words("nextStep").contains(QStringLiteral("signs")), qPrintable(words("nextStep")));
        QVERIFY(find<QPushButton>("askPack")->isVisible());
        picture(&window(), "draft-asked");
    }
};

QTEST_MAIN(DraftingTest)
#include "tst_drafting.moc"
