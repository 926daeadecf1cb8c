// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"
#include "models/core/pki/signingkey.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "tests/system/tour/latersteps.h"
#include "tests/system/tour/offpath.h"
#include "tests/system/tour/sidesteps.h"
#include "tests/system/tour/stage.h"
#include "widgets/permissions/dock/docklines.h"
#include "widgets/signoffs/signoffspage.h"
#include "widgets/style/theme.h"
#include "widgets/values/numberedit.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLockFile>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace packwarden;
using namespace packwarden::tour;

namespace {

/// The main job of the product, done by four people at four consoles against a simulator process.
class Tour final : public Stage
{
public:
    using Stage::Stage;

    bool run()
    {
        return technicianLooks() && fleetManagerDrafts()
            && approve(QStringLiteral("Leasing"), QStringLiteral("leasing"), QStringLiteral("leasing-asset-manager"))
            && approve(QStringLiteral("Cell data"), QStringLiteral("celldata"), QStringLiteral("celldata-specialist"))
            && technicianDelivers() && LaterSteps(*this, m_draft).run() && OffPath(*this).run() && auditsVerify()
            && manualHolds();
    }

private:
    bool technicianLooks()
    {
        Person *technician
            = enter(QStringLiteral("Service"), QStringLiteral("service"), QStringLiteral("service-technician"));
        if (!technician)
            return false;
        technician->click("railInspector");
        technician->choose(technician->find<QComboBox>("packChooser"), m_serial);
        const bool lives
            = until([&] { return technician->textOf("figureCaption").contains(QStringLiteral("10 \u2026 90")); });
        if (!step(QStringLiteral("Service: the inspector shows pack %1 with a window of 10 to 90 %").arg(m_serial),
                lives))
            return false;
        until([&] { return technician->textOf("cellsSummary").contains(QStringLiteral("mV")); });
        picture(technician->window(), QStringLiteral("inspector"));
        openTab(*technician, said("packwarden::InspectorPage", "Parameters"));
        const bool shown = until([&] { return technician->textOf("value.soc.max").startsWith(QStringLiteral("90")); });
        picture(technician->window(), QStringLiteral("parameters"));
        return step(QStringLiteral("Service: the parameters tab shows max SoC 90 %"), shown)
            && SideSteps(*this).opensAJob(*technician);
    }

    bool fleetManagerDrafts()
    {
        Person *manager
            = enter(QStringLiteral("Courier"), QStringLiteral("courier"), QStringLiteral("courier-fleet-manager"));
        if (!manager)
            return false;
        manager->click("railSignoffs");
        picture(manager->window(), QStringLiteral("signoffs-empty"));
        manager->click("newRequest");
        if (!step(QStringLiteral("Courier: opens the dialog for a new request"),
                until([&] { return manager->find<QDialog>("newRequestDialog") != nullptr; })))
            return false;
        auto *dialog = manager->find<QDialog>("newRequestDialog");
        auto *number = manager->find<QLineEdit>("number");
        auto *edit = manager->find<NumberEdit>("numberEdit");
        auto *next = manager->find<QPushButton>("draftNext");
        auto *packs = manager->find<QListView>("draftPacks");
        const QModelIndexList found
            = packs->model()->match(packs->model()->index(0, 0), Qt::DisplayRole, m_serial, 1, Qt::MatchExactly);
        if (!step(QStringLiteral("Courier: the pack can be ticked"), !found.isEmpty()))
            return false;
        packs->setFocus();
        packs->setCurrentIndex(found.constFirst());
        QTest::keyClick(packs, Qt::Key_Space);
        manager->chooseValue(manager->find<QComboBox>("draftParameter"), QStringLiteral("cell.voltage.max"));
        manager->type(manager->find<QLineEdit>("draftReason"),
            QLocale().language() == QLocale::German ? QStringLiteral("Winterrouten brauchen 12 km mehr Reichweite.")
                                                    : QStringLiteral("Winter routes need 12 km more range."));
        const QString tooHigh = QLocale().toString(5.25);
        manager->type(number, tooHigh);
        picture(*dialog, QStringLiteral("refused-number"));
        if (!step(
                QStringLiteral("Courier: 5.25 V is refused, the text is kept and the reason shown: ") + edit->reason(),
                number->text() == tooHigh && !edit->reason().isEmpty() && !next->isEnabled()))
            return false;
        manager->chooseValue(manager->find<QComboBox>("draftParameter"), QStringLiteral("soc.max"));
        manager->type(number, QStringLiteral("95"));
        picture(*dialog, QStringLiteral("new-request"));
        if (!step(QStringLiteral("Courier: max SoC 95 % may be drafted: ") + manager->textOf("draftSeats"),
                edit->reason().isEmpty() && next->isEnabled()))
            return false;
        manager->click("draftNext");
        if (!step(QStringLiteral("Courier: the sign-off dialog shows what will be signed"),
                until([&] { return manager->find<QDialog>("signDialog") != nullptr; })))
            return false;
        picture(*manager->find<QDialog>("signDialog"), QStringLiteral("sign-author"));
        const bool signedNow = manager->confirmSigning()
            && until([&] { return documentOf(*manager)->file().document.signatures.size() == 1; });
        if (!step(QStringLiteral("Courier: drafts max SoC 90 to 95 % and signs as author"), signedNow))
            return false;
        picture(manager->window(), QStringLiteral("signoffs-draft"));
        m_draft = file(QStringLiteral("exchange/draft.pwreq"));
        return step(QStringLiteral("Courier: saves a copy to send"), saveCopy(*manager, m_draft));
    }

    bool approve(const QString &name, const QString &store, const QString &key)
    {
        Person *approver = enter(name, store, key);
        if (!approver)
            return false;
        approver->click("railSignoffs");
        approver->nextFile(m_draft);
        approver->click("openFile");
        if (!step(name + QStringLiteral(": opens the file"), until([&] { return documentOf(*approver) != nullptr; })))
            return false;
        // Until then each seat counts as a technical one, which finds its own value.
        const auto signedItsLimits = [&] {
            const auto pack = approver->console()->workspace().trust().pack(PackSerial::fromTrusted(m_serial));
            return pack && pack->areLimitsProved();
        };
        if (!step(name + QStringLiteral(": the pack has signed which limits it was made with"),
                until(signedItsLimits, 3 * patience)))
            return false;
        if (!step(name + QStringLiteral(": may sign it"),
                until([&] { return approver->find<QPushButton>("sign")->isEnabled(); })))
            return false;
        approver->click("sign");
        if (store == QLatin1String("celldata")
            && until([&] { return approver->find<QDialog>("signDialog") != nullptr; }))
            picture(*approver->find<QDialog>("signDialog"), QStringLiteral("sign-approve"));
        const bool signedNow = approver->confirmSigning()
            && until([&] { return documentOf(*approver)->file().document.signatures.size() == 2; });
        if (!step(name + QStringLiteral(": sees what changes and approves"), signedNow))
            return false;
        picture(approver->window(), QStringLiteral("signoffs-") + store);
        m_signed << file(QStringLiteral("exchange/%1.pwreq").arg(store));
        if (store == QLatin1String("leasing") && !SideSteps(*this).looksAtDrafts(*approver))
            return false;
        return step(name + QStringLiteral(": sends the signed copy back"), saveCopy(*approver, m_signed.constLast()));
    }

    bool technicianDelivers()
    {
        Person *again
            = enter(QStringLiteral("Service"), QStringLiteral("service"), QStringLiteral("service-technician"));
        if (!again)
            return false;
        Person &technician = *again;
        technician.click("railSignoffs");
        technician.nextFile(m_signed.at(0));
        technician.click("openFile");
        if (!step(QStringLiteral("Service: opens the first copy; one signature is missing"),
                until([&] { return stateOf(technician) == SignoffState::Collecting; })))
            return false;
        until([&] { return technician.find<QListView>("signoffList")->model()->rowCount() == 1; });
        picture(technician.window(), QStringLiteral("signoffs-collecting"));
        if (!SideSteps(*this).mayAskThePack(technician))
            return false;
        technician.drop(m_signed.at(1));
        if (!step(QStringLiteral("Service: drops the second copy; they merge and the request is ready"),
                until([&] { return stateOf(technician) == SignoffState::Ready; })))
            return false;
        picture(technician.window(), QStringLiteral("signoffs-ready"));
        technician.click("deliver");
        if (!step(QStringLiteral("Service: delivers; the pack applies it"),
                until([&] { return stateOf(technician) == SignoffState::Applied; })))
            return false;
        const QString receipt = technician.textOf("receipt");
        picture(technician.window(), QStringLiteral("signoffs-applied"));
        if (!step(QStringLiteral("Service: the receipt is shown: ") + receipt, receipt.contains(QStringLiteral("95"))))
            return false;
        technician.click("railInspector");
        technician.choose(technician.find<QComboBox>("packChooser"), m_serial);
        openTab(technician, said("packwarden::InspectorPage", "Parameters"));
        const bool readBack
            = until([&] { return technician.textOf("value.soc.max").startsWith(QStringLiteral("95")); });
        picture(technician.window(), QStringLiteral("parameters-after"));
        if (!step(QStringLiteral("Service: the pack's own table reads max SoC 95 %"), readBack)
            || !SideSteps(*this).finishesTheJob(technician, m_serial))
            return false;
        return everyPageShows(technician);
    }

    /// The pages that this story does not work on, as the technician finds them.
    bool everyPageShows(Person &technician)
    {
        technician.click("railToday");
        picture(technician.window(), QStringLiteral("today"));
        technician.click("railFleet");
        const bool fleet
            = until([&] { return technician.find<QAbstractItemView>("fleetTable")->model()->rowCount() == 4; });
        picture(technician.window(), QStringLiteral("fleet"));
        if (!step(QStringLiteral("Service: the fleet has four packs"), fleet))
            return false;
        technician.click("railPermissions");
        auto *cells = technician.find<QTableView>("matrixCells");
        const bool matrix = until([&] { return cells->model()->rowCount() > 30; });
        cells->setCurrentIndex(cells->model()->index(cells->model()->rowCount() / 2, 3));
        // What stands beside the matrix is worked out on another thread.
        until([&] {
            const auto *able = technician.find<DockLines>("ableToday");
            return able && !able->text().isEmpty();
        });
        picture(technician.window(), QStringLiteral("permissions"));
        if (!step(QStringLiteral("Service: the policy of the packs stands as a matrix"), matrix)
            || !SideSteps(*this).comparesADraft(technician))
            return false;
        technician.click("railKeys");
        picture(technician.window(), QStringLiteral("keys"));
        return true;
    }

    bool auditsVerify()
    {
        const QStringList stores = {QStringLiteral("service"), QStringLiteral("courier"), QStringLiteral("leasing"),
            QStringLiteral("celldata")};
        const QString whole = said("packwarden::AuditWords", "Intact: all %n record(s) follow from one another.", 2);
        for (const QString &store : stores) {
            Person &visitor = look(store);
            visitor.click("railAudit");
            visitor.click("verifyAudit");
            const bool intact = until([&] {
                QWidget *bar = visitor.find<QWidget>("auditVerdict");
                return bar && bar->accessibleName().startsWith(whole.section(u':', 0, 0));
            });
            if (store == stores.constFirst())
                picture(visitor.window(), QStringLiteral("audit"));
            if (!step(store + QStringLiteral(": the audit verifies, without a key and without a bus"), intact))
                return false;
        }
        return true;
    }

    const QString m_serial = QStringLiteral("SDB-DEMO-0001");
    QString m_draft;
    QStringList m_signed;
};

constexpr int lockMilliseconds = 180000;

/// Offscreen, the default screen is smaller than the window: a screen of our own.
void useOffscreen(const QString &folder)
{
    QFile file(folder + QStringLiteral("/screen.json"));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(R"({"screens":[{"name":"tour","x":0,"y":0,"width":1280,"height":800,"logicalDpi":96,)"
               R"("logicalBaseDpi":96,"dpr":1}]})");
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + file.fileName().toLocal8Bit());
}

} // namespace

int main(int argc, char *argv[])
{
    const QTemporaryDir screen;
    useOffscreen(screen.path());
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("packwarden-tour"));
    const QDir programs(QCoreApplication::applicationDirPath());
    const QDir build(programs.filePath(QStringLiteral("..")));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Drives the console through a change by real input events, against a simulator of its own."));
    parser.addHelpOption();
    const QCommandLineOption pictures(QStringLiteral("pictures"), QStringLiteral("Where the pictures go"),
        QStringLiteral("folder"), build.filePath(QStringLiteral("tour")));
    const QCommandLineOption simulator(QStringLiteral("simulator"), QStringLiteral("The simulator program"),
        QStringLiteral("file"), build.filePath(QStringLiteral("bin/packwarden-sim")));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("The language of the consoles"),
        QStringLiteral("code"), QStringLiteral("en"));
    const QCommandLineOption renew(QStringLiteral("manual-pictures"),
        QStringLiteral("Take the manual's pictures; do not compare them with those that it has"));
    // Its path stands in the audits, and so in pictures.
    const QCommandLineOption demo(QStringLiteral("demo"), QStringLiteral("The demo world"), QStringLiteral("folder"),
        build.filePath(QStringLiteral("tour/demo")));
    parser.addOptions({pictures, simulator, language, renew, demo});
    parser.process(app);

    const bool english = parser.value(language) == QLatin1String("en");
    installLanguage(app, QLocale(english ? QStringLiteral("en_GB") : parser.value(language)));
    const CryptoRuntime crypto;
    if (const auto ready = crypto.check(); !ready.ok()) {
        QTextStream(stderr) << "Cryptography is not available: " << ready.error().detail << Qt::endl;
        return 1;
    }
    applyTheme(app, ThemeMode::Light, QPalette());
    QDir().mkpath(parser.value(pictures));
    // Two tours of one build folder would empty each other's stores: the second waits.
    QLockFile lock(QDir(parser.value(pictures)).filePath(QStringLiteral("tour.lock")));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(lockMilliseconds)) {
        QTextStream(stderr) << "Another tour is under way in " << parser.value(pictures) << Qt::endl;
        return 1;
    }
    QDir old(parser.value(pictures));
    for (const QString &name : old.entryList({QStringLiteral("*.png")}, QDir::Files))
        old.remove(name);
    const QDir work(QDir(parser.value(pictures)).filePath(QStringLiteral("work")));
    DemoBus bus(parser.value(simulator), parser.value(demo), work.path());
    if (!bus.start()) {
        QTextStream(stderr) << bus.why() << Qt::endl;
        return 1;
    }
    bool held = false;
    {
        ManualPictures manual(QDir(QStringLiteral(PACKWARDEN_MANUAL "/") + parser.value(language)),
            QDir(parser.value(pictures) + QStringLiteral("/manual")));
        Tour tour(bus, QDir(parser.value(pictures)), work, manual, !parser.isSet(renew));
        held = tour.run();
    }
    QTextStream(stdout) << (held ? "Every step held. Pictures: " : "The tour stopped. Pictures: ")
                        << QDir::cleanPath(QDir(parser.value(pictures)).absolutePath()) << Qt::endl;
    return held ? 0 : 1;
}
