// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/tour/offpath.h"

#include "models/fleet/todaymodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"
#include "tests/app/impostor.h"
#include "tests/app/markfinder.h"
#include "tests/hw/sim/support/tester.h"
#include "widgets/window/mainwindow.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTreeView>

namespace packwarden::tour {

namespace {

const QString sold = QStringLiteral("SDB-DEMO-0002");
const QString packC = QStringLiteral("SDB-DEMO-0003");
const QString packD = QStringLiteral("SDB-DEMO-0004");
constexpr int nodeOfD = 0x13;

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

/// In a tree of companies, keys and certificates.
QModelIndex find(const QAbstractItemModel &model, const QString &text, const QModelIndex &under = {})
{
    for (int row = 0; row < model.rowCount(under); ++row) {
        const QModelIndex index = model.index(row, 0, under);
        if (index.data().toString() == text)
            return index;
        if (const QModelIndex below = find(model, text, index); below.isValid())
            return below;
    }
    return {};
}

/// Does the pack hold a list with somebody on it? The lists of the demo are empty.
bool knowsOfARevocation(const TrustSnapshot &trust, const PackSerial &pack)
{
    const QList<CrlEntry> lists = trust.crlsOf(pack);
    return std::any_of(
        lists.begin(), lists.end(), [](const CrlEntry &entry) { return !entry.crl.revokedSerials.isEmpty(); });
}

/// From the innermost layer outwards, until the draft has a change.
void takeSomethingAway(Person &person)
{
    auto *cells = person.find<QTableView>("matrixCells");
    const auto *changes = person.find<QListWidget>("policyChanges");
    const QAbstractItemModel &model = *cells->model();
    cells->setFocus();
    for (int row = model.rowCount() - 1; row >= 0 && changes->count() == 0; --row) {
        for (int column = 0; column < model.columnCount() && changes->count() == 0; ++column) {
            cells->setCurrentIndex(model.index(row, column));
            QTest::keyClick(cells, Qt::Key_0);
        }
    }
}

bool isOpen(Person &person, const char *rail)
{
    const auto *button = person.find<QAbstractButton>(rail);
    return button && button->isChecked();
}

} // namespace

bool OffPath::run()
{
    return m_stage.demo().keepMemory() && aJobsProofIsChecked() && aRevokedDriverDrivesNoMore()
        && anOfficeWithoutABusSigns() && windowsComeBackAsTheyWere() && whatContradictsIsToldFirst();
}

QString OffPath::refusal(const QStringList &words, const QString &person)
{
    m_stage.leave();
    return m_stage.demo()
        .ctl(m_stage.file(q("stores/courier")), words, person)
        .value(QLatin1String("reason"))
        .toString();
}

/// A certificate that no pack has shown this console yet.
void OffPath::addPerson(Person &manager, const QString &certificate)
{
    constexpr int entry = 3; // after "New key" and "Install certificate"
    manager.nextFile(certificate);
    auto *menu = manager.window().findChild<QMenu *>(q("keysOwnMenu"));
    menu->popup(manager.find<QPushButton>("keysOwn")->mapToGlobal(QPoint(0, 0)));
    for (int i = 0; i < entry; ++i)
        QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
}

/// What the job of the technician left behind, by the command line; and a report that was changed afterwards.
bool OffPath::aJobsProofIsChecked()
{
    m_stage.leave();
    const QString store = m_stage.file(q("stores/service"));
    const QDir recordings(store + q("/recordings"));
    QStringList verify{q("pack"), q("verify")};
    for (const QString &name : recordings.entryList({q("*-job-*.cose")}, QDir::Files, QDir::Name))
        verify << recordings.filePath(name);
    const QJsonObject said = m_stage.demo().ctl(store, verify);
    if (!m_stage.step(q("Both ends of the job are verified from their files"),
            verify.size() == 4 && said.value(q("statements")).toInt() == 2))
        return false;
    QFile report(recordings.filePath(recordings.entryList({q("*-job-*.pdf")}, QDir::Files).value(0)));
    if (!report.open(QIODevice::ReadWrite))
        return m_stage.step(q("The report lies beside them"), false);
    const QByteArray genuine = report.readAll();
    report.write(" ");
    report.flush();
    const QString reason = m_stage.demo().ctl(store, verify).value(q("reason")).toString();
    report.resize(genuine.size());
    return m_stage.step(
        q("A report that was changed is not the one that was recorded: ") + reason, reason == q("different-document"));
}

bool OffPath::revoke(Person &manager, const QString &name)
{
    auto *tree = manager.find<QTreeView>("keysTree");
    const auto row = [&] {
        return find(*tree->model(), name);
    };
    if (!until([&] { return row().isValid(); }))
        return false;
    tree->setCurrentIndex(row());
    manager.click("revokeKey");
    // How many drivers that leaves is worked out first.
    if (!until([&] { return manager.find<QLineEdit>("issuingKey") != nullptr; }))
        return false;
    manager.type(manager.find<QLineEdit>("issuingKey"), m_stage.demo().keyFile(q("courier-issuer")));
    manager.type(manager.find<QLineEdit>("issuingSecret"), m_stage.demo().passphrase());
    if (!until([&] { return manager.find<QPushButton>("keyConfirm")->isEnabled(); }))
        return false;
    m_stage.picture(*manager.find<QPushButton>("keyConfirm")->window(), q("revoke-driver"));
    manager.click("keyConfirm");
    return until([&] { return manager.find<QPushButton>("keyConfirm") == nullptr; });
}

bool OffPath::aRevokedDriverDrivesNoMore()
{
    const QStringList drive{q("pack"), q("activate"), packC};
    if (!m_stage.step(q("Two drivers' keys start the third van"),
            refusal(drive, q("courier-driver")).isEmpty() && refusal(drive, q("courier-driver-2")).isEmpty()))
        return false;
    Person *manager = m_stage.enter(q("Courier"), q("courier"), q("courier-fleet-manager"));
    if (!manager)
        return false;
    manager->click("railKeys");
    addPerson(*manager, m_stage.demo().demoFile(q("certificates/courier-driver.pem")));
    if (!m_stage.step(q("Courier: revokes one of them in the window"), revoke(*manager, q("Courier driver"))))
        return false;
    TrustBook &trust = manager->console()->workspace().trust();
    const auto know = [&] {
        const QList<PackSerial> packs = trust.packs();
        return std::all_of(packs.begin(), packs.end(), [&](const PackSerial &serial) {
            // The one that was sold has nothing to do with these drivers any more.
            return serial.text() == sold || knowsOfARevocation(trust.snapshot(), serial);
        });
    };
    const bool brought = until(know);
    manager->click("railToday");
    m_stage.picture(manager->window(), q("today-revoked"));
    if (!m_stage.step(q("Courier: every pack of these companies has the list, without being asked"), brought)
        || !m_stage.step(q("Courier: of nobody is it said that another answers for it"), trust.doubtful().isEmpty()))
        return false;
    const QString reason = refusal(drive, q("courier-driver"));
    return m_stage.step(q("The revoked key starts nothing any more: ") + reason, reason == q("certificate-revoked"))
        && m_stage.step(
            q("The other driver's key starts it as before"), refusal(drive, q("courier-driver-2")).isEmpty());
}

bool OffPath::acceptInvitation(Person &approver, const QString &path)
{
    approver.click("railSignoffs");
    approver.nextFile(path);
    approver.click("openFile");
    if (!until([&] { return approver.find<QCheckBox>("joinCompared") != nullptr; })
        || !until([&] { return approver.find<QCheckBox>("joinCompared")->isEnabled(); }))
        return false;
    m_stage.picture(*approver.find<QDialog>("joinDialog"), q("office-joins"));
    approver.click("joinCompared");
    approver.click("joinTrust");
    return until([&] { return !approver.console()->workspace().trust().isEmpty(); });
}

bool OffPath::anOfficeWithoutABusSigns()
{
    Person *manager = m_stage.enter(q("Courier"), q("courier"), q("courier-fleet-manager"));
    if (!manager)
        return false;
    const QString invitation = m_stage.file(q("exchange/partners.pwinv"));
    QDir().mkpath(QFileInfo(invitation).path());
    manager->nextFile(invitation);
    // By the finder, as people who do not know the menus do.
    manager->window().activateWindow();
    until([&] { return manager->window().isActiveWindow(); });
    QTest::keyClick(&manager->window(), Qt::Key_K, Qt::ControlModifier);
    if (!until([&] { return manager->find<QLineEdit>("paletteText") != nullptr; }))
        return m_stage.step(q("Courier: opens the finder"), false);
    // As this language has it.
    const QString words = QCoreApplication::translate("packwarden::Shell", "Invite a partner\u2026");
    QTest::keyClicks(manager->find<QLineEdit>("paletteText"), words.chopped(1));
    QTest::keyClick(manager->find<QLineEdit>("paletteText"), Qt::Key_Return);
    const bool made = until([&] { return manager->find<QPushButton>("inviteSave") != nullptr; });
    manager->click("inviteSave");
    if (!m_stage.step(q("Courier: makes an invitation"), made && until([&] { return QFile::exists(invitation); })))
        return false;
    m_stage.leave();
    const QString request = m_stage.file(q("exchange/office.pwreq"));
    m_stage.demo().ctl(m_stage.file(q("stores/courier")),
        {q("request"), q("new"), q("--pack"), packC, q("--set"), q("soc.max=88"), q("--reason"), q("The story"),
            q("-o"), request},
        q("courier-fleet-manager"));
    Person &office = m_stage.look(q("office"));
    if (!m_stage.step(q("An office without a bus: opens the invitation and accepts it, with the fingerprint compared"),
            acceptInvitation(office, invitation)))
        return false;
    if (!m_stage.step(q("The office: signs in"),
            office.signIn(m_stage.demo().keyFile(q("celldata-specialist")), m_stage.demo().passphrase())))
        return false;
    if (!m_stage.step(q("The office: opens the request"), m_stage.openFile(office, request)))
        return false;
    const bool may = until([&] { return office.find<QPushButton>("sign")->isEnabled(); });
    m_stage.picture(office.window(), q("office-signs"));
    office.click("sign");
    const bool isSigned = may && office.confirmSigning()
        && until([&] { return Stage::documentOf(office)->file().document.signatures.size() == 2; });
    return m_stage.step(q("The office: reads it and signs, and has never seen a bus"), isSigned);
}

/// Closed by its frame, as people do, and opened again.
bool OffPath::windowsComeBackAsTheyWere()
{
    const char *const rails[]
        = {"railFleet", "railInspector", "railPermissions", "railSignoffs", "railKeys", "railAudit", "railToday"};
    bool held = true;
    m_stage.look(q("celldata"));
    for (const char *rail : rails) {
        Person &visitor = m_stage.look(q("celldata"));
        visitor.click(rail);
        bool kept = isOpen(visitor, rail);
        if (q(rail) == q("railPermissions"))
            takeSomethingAway(visitor);
        const auto *changes = visitor.find<QListWidget>("policyChanges");
        const int drafted = changes ? changes->count() : 0;
        kept = kept && (!changes || drafted > 0);
        visitor.window().close();
        Person &again = m_stage.look(q("celldata"));
        kept = kept && until([&] { return isOpen(again, rail); });
        if (changes) {
            const auto *now = again.find<QListWidget>("policyChanges");
            kept = kept && until([&] { return now && now->count() == drafted; });
        }
        held = m_stage.step(q("Cell data: the window comes back where it was closed: ") + q(rail).mid(4), kept) && held;
    }
    return held;
}

bool OffPath::whatContradictsIsToldFirst()
{
    // Three packs get the memory that they had before; in place of the fourth one another pack says that it is that.
    m_stage.leave();
    if (!m_stage.step(q("Somebody puts back the packs' memory of yesterday"), m_stage.demo().putMemoryBack(3)))
        return false;
    test::TestWorld otherWorld;
    const test::Impostor impostor(m_stage.demo().bus(),
        std::make_unique<test::TestPack>(
            otherWorld, test::servicedPack(otherWorld, packD), test::TestPack::Agreed::ByAuthor, nodeOfD));
    Person *manager = m_stage.enter(q("Courier"), q("courier"), q("courier-fleet-manager"));
    if (!manager)
        return false;
    TrustBook &trust = manager->console()->workspace().trust();
    const bool found = until([&] { return trust.contradictory().contains(PackSerial::fromTrusted(packC)); });
    manager->click("railToday");
    const auto *list = manager->find<QListView>("todayList");
    const auto first = [&] {
        return list->model()->index(0, 0).data(TodayModel::ItemRole).value<TodayItem>();
    };
    const bool told = until([&] { return first().kind == TodayItem::Kind::Contradiction; });
    m_stage.picture(manager->window(), q("contradiction"));
    if (!m_stage.step(q("Courier: that is the first line of Today, and in the title: ")
                + list->model()->index(0, 0).data().toString(),
            found && told && manager->find<QWidget>("contradictionsChip")))
        return false;
    manager->click("railInspector");
    manager->choose(manager->find<QComboBox>("packChooser"), packD);
    // Time enough to be taken in by it.
    const PackSerial claimed = PackSerial::fromTrusted(packD);
    until([&] { return trust.doubt(claimed) || trust.contradictory().contains(claimed); });
    m_stage.picture(manager->window(), q("impostor"));
    QStringList marks = test::marksOf(manager->window());
    marks.removeIf([](const QString &mark) { return !mark.startsWith(q("Inspector")) && !mark.contains(packD); });
    return m_stage.step(q("Courier: who claims to be the fourth pack earns no mark ") + marks.join(q(", ")),
        marks.isEmpty() && !trust.snapshot().proved.contains(claimed));
}

} // namespace packwarden::tour
