// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "auditpage.h"
#include "fleetpage.h"
#include "icons.h"
#include "inspectorpage.h"
#include "keyspage.h"
#include "navigationrail.h"
#include "parts.h"
#include "permissionspage.h"
#include "securityview.h"
#include "sentences.h"
#include "shell.h"
#include "signindialog.h"
#include "signoffspage.h"
#include "titlebar.h"
#include "todaypage.h"

#include <auditstore.h>
#include <clock.h>
#include <packsmodel.h>
#include <session.h>
#include <token.h>
#include <trustbook.h>
#include <workspace.h>

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>

namespace packwarden {

namespace {
const QString geometryKey = QStringLiteral("window/geometry");
const QString pageKey = QStringLiteral("window/page");
const QString keyFileKey = QStringLiteral("session/keyFile");
} // namespace

MainWindow::MainWindow(const MainWindowParts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(parts.workspace)
    , m_packs(parts.packs)
    , m_files(parts.files)
    , m_rail(new NavigationRail(this))
    , m_title(new TitleBar(this))
    , m_trust(new MessageBar(this))
    , m_message(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_shell(new Shell(*this, *m_title, {parts.workspace, parts.packs, parts.parameters, parts.signoffs, parts.files}))
    , m_inspector(new InspectorPage(parts.packs, parts.parameters, parts.workspace.clock(), m_stack))
    , m_permissions(new PermissionsPage(parts.workspace, parts.files, m_stack))
    , m_signoffs(new SignoffsPage(parts.workspace, parts.signoffs, parts.files, m_stack))
    , m_auditPage(new AuditPage(parts.workspace.audit(), parts.audit, parts.verifier, m_stack))
    , m_tick(new QTimer(this))
{
    setWindowTitle(QStringLiteral("Packwarden"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/packwarden.svg")));
    m_trust->setObjectName(QStringLiteral("trustBar"));
    m_message->setObjectName(QStringLiteral("windowMessage"));
    addPage(Today, tr("Today"), "today", "railToday", m_shell->todayPage());
    if (parts.fleet) {
        m_shell->watch(*parts.fleet);
        m_fleet = new FleetPage(parts.workspace, *parts.fleet, parts.packs, parts.signoffs, m_stack);
        addPage(Fleet, tr("Fleet"), "fleet", "railFleet", m_fleet);
        connect(m_fleet, &FleetPage::inspectorWanted, this, [this](const QString &serial) {
            m_inspector->choose(serial);
            openPage(Inspector);
        });
    }
    addPage(Inspector, tr("Inspector"), "inspector", "railInspector", m_inspector);
    addPage(Permissions, tr("Permissions"), "permissions", "railPermissions", m_permissions);
    addPage(Signoffs, tr("Sign-offs"), "signoffs", "railSignoffs", m_signoffs);
    if (parts.keys && parts.office) {
        auto *keys = new KeysPage(parts.workspace, *parts.keys, *parts.office, parts.files, m_stack);
        addPage(Keys, tr("Keys"), "keys", "railKeys", keys);
        connect(keys, &KeysPage::amendmentWanted, this, &MainWindow::draftAmendment);
    }
    m_auditPage->offerExport(parts.files);
    addPage(Audit, tr("Audit"), "audit", "railAudit", m_auditPage);
    auto *bars = new QVBoxLayout;
    bars->setContentsMargins(12, 0, 12, 0);
    bars->setSpacing(0);
    for (MessageBar *bar : {m_trust, m_message}) {
        bar->setContentsMargins(0, 12, 0, 0);
        bars->addWidget(bar);
    }
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_title);
    right->addLayout(bars);
    right->addWidget(m_stack, 1);
    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(right, 1);
    setCentralWidget(centre);
    resize(1280, 800);
    connectAll(parts);

    const QSettings settings(layoutFile(), QSettings::IniFormat);
    restoreGeometry(settings.value(geometryKey).toByteArray());
    openPage(Page(settings.value(pageKey, int(Today)).toInt()));
    m_inspector->recall(settings);
    m_shell->restore();
    updateIdentity();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectAll(const MainWindowParts &parts)
{
    connect(m_rail, &NavigationRail::pageChosen, this, [this](int page) { openPage(Page(page)); });
    connect(m_rail, &NavigationRail::themeToggled, m_shell, &Shell::toggleTheme);
    connect(m_title, &TitleBar::signInClicked, this, [this] { signIn(); });
    connect(m_title, &TitleBar::lockClicked, this, [this] { m_workspace.session().signOut(); });
    connect(m_inspector, &InspectorPage::packChosen, this, &MainWindow::packChosen);
    connect(
        m_inspector, &InspectorPage::changeWanted, this, [this](const QString &serial, const ParameterId &parameter) {
            openPage(Signoffs);
            m_signoffs->newRequest(serial, parameter);
        });
    connect(&m_inspector->security(), &SecurityView::lockWanted, this, [this](bool lock) {
        const auto serial = PackSerial::parse(m_inspector->serial());
        draftCommand(lock ? CommandKind::TheftLock : CommandKind::TheftUnlock,
            serial.ok() ? QList{*serial} : QList<PackSerial>());
    });
    if (m_fleet)
        connect(m_fleet, &FleetPage::commandWanted, this, &MainWindow::draftCommand);
    connect(m_signoffs, &SignoffsPage::signInWanted, this, [this] { signIn(); });
    connect(m_permissions, &PermissionsPage::signInWanted, this, [this] { signIn(); });
    connect(m_permissions, &PermissionsPage::proposed, this, &MainWindow::openFile);
    connect(m_trust, &MessageBar::actionClicked, this, [this] {
        m_trust->hide();
        Q_EMIT trustAccepted(m_offered);
    });
    connect(&parts.workspace.session(), &Session::stateChanged, this, &MainWindow::updateIdentity);
    connect(&parts.workspace.trust(), &TrustBook::changed, this, &MainWindow::updateIdentity);
    // Ages must go on counting while nothing arrives.
    connect(m_tick, &QTimer::timeout, this, &MainWindow::telemetryArrived);
    m_tick->start(1000);
}

QString MainWindow::layoutFile() const
{
    return m_workspace.folder() + QStringLiteral("/layout.ini");
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings settings(layoutFile(), QSettings::IniFormat);
    settings.setValue(geometryKey, saveGeometry());
    m_shell->save();
    m_inspector->remember(settings);
    settings.setValue(pageKey, m_pages.key(m_stack->currentWidget()));
    QMainWindow::closeEvent(event);
}

void MainWindow::openPage(Page page)
{
    QWidget *widget = m_pages.value(page, m_shell->todayPage());
    // Only when it is first opened: a stack lays out all that it has, shown or not, and the start would wait for that.
    if (m_stack->indexOf(widget) < 0)
        m_stack->addWidget(widget);
    m_stack->setCurrentWidget(widget);
    m_rail->setCurrent(m_pages.key(widget));
    m_title->setTitle(m_titles.value(m_pages.key(widget)));
}

void MainWindow::addPage(Page page, const QString &title, const char *iconName, const char *railName, QWidget *widget)
{
    m_pages.insert(page, widget);
    m_titles.insert(page, title);
    m_rail->addPage(page, title, QLatin1String(iconName), QLatin1String(railName));
    widget->hide();
}

void MainWindow::openFile(const QString &path)
{
    openPage(Signoffs);
    m_signoffs->openFile(path);
}

void MainWindow::draftAmendment(Amendment kind)
{
    openPage(Signoffs);
    m_signoffs->newAmendment(kind);
}

void MainWindow::draftCommand(CommandKind kind, const QList<PackSerial> &packs)
{
    openPage(Signoffs);
    m_signoffs->newCommand(kind, packs);
}

void MainWindow::signIn(const QString &keyFile)
{
    QSettings settings(layoutFile(), QSettings::IniFormat);
    auto *dialog = new SignInDialog(m_files, keyFile.isEmpty() ? settings.value(keyFileKey).toString() : keyFile, this);
    dialog->setObjectName(QStringLiteral("signInDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    Session &session = m_workspace.session();
    connect(dialog, &SignInDialog::signInWanted, &session, &Session::signIn);
    connect(&session, &Session::signInFailed, dialog, &SignInDialog::showError);
    connect(&session, &Session::signedIn, dialog, [this, dialog] {
        QSettings(layoutFile(), QSettings::IniFormat).setValue(keyFileKey, m_workspace.session().keyFile());
        dialog->accept();
    });
    dialog->open();
}

void MainWindow::setBus(const BusState &state)
{
    m_bus = state;
    updateBus();
}

void MainWindow::setBusFigures(const BusFigures &figures)
{
    m_title->setBusFigures(figures);
}

void MainWindow::telemetryArrived()
{
    m_packs.setNow(m_workspace.clock().monotonicMilliseconds());
    m_shell->choosePackAgain();
    m_inspector->refresh();
    updateBus();
}

void MainWindow::updateBus()
{
    qint64 newest = 0;
    for (int row = 0; row < m_packs.rowCount(); ++row)
        newest = std::max(newest, m_packs.telemetry(row).heardAt);
    const qint64 age = newest > 0 ? m_workspace.clock().monotonicMilliseconds() - newest : -1;
    m_title->setBus(m_bus, age);
    m_shell->setBus(m_bus, age);
}

void MainWindow::updateIdentity()
{
    const Session &session = m_workspace.session();
    m_title->setIdentity(
        session.isSignedIn() ? std::optional(session.identity()) : std::nullopt, isTokenUri(session.keyFile()));
    m_title->setBusy(session.state() == Session::State::Opening);
}

void MainWindow::offerTrust(const PackRules &rules)
{
    const auto pinned = PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
    if (!pinned)
        return say(pinned.error());
    m_offered = rules;
    const auto invited = m_shell->isInvited(pinned->charterFingerprint(), pinned->policyFingerprint());
    const QString held = !invited ? QString()
        : *invited                ? u'\n' + tr("They are the rules of your invitation.")
                   : u'\n' + tr("They are NOT the rules of your invitation. Ask your partner before you trust them.");
    m_trust->say(invited == false ? Status::Alarm : Status::Information,
        tr("This console trusts nobody yet. %1 offers its rules. Compare the fingerprints with somebody you trust, "
           "then "
           "accept them once.\nCharter  %2\nPolicy   %3")
                .arg(rules.serial.text(), pinned->charterFingerprint(), pinned->policyFingerprint())
            + held,
        tr("Trust these rules"));
}

void MainWindow::inform(Status status, const QString &text)
{
    m_message->say(status, text);
}

void MainWindow::setPart(const QString &part)
{
    m_title->setPart(part);
    if (!part.isEmpty())
        setWindowTitle(QStringLiteral("Packwarden \u00B7 %1").arg(part));
}

void MainWindow::say(const Error &error)
{
    m_message->say(Status::Warning, Sentences::of(error).text());
}

} // namespace packwarden
