// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/mainwindow.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/pki/token.h"
#include "models/packs/packsmodel.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/invitation.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/audit/asofdialog.h"
#include "widgets/audit/auditpage.h"
#include "widgets/fleet/fleetpage.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/inspector/security/securityview.h"
#include "widgets/inspector/stateproofdialog.h"
#include "widgets/keys/keyspage.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/keymemory.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/roomfilter.h"
#include "widgets/permissions/permissionspage.h"
#include "widgets/signoffs/signoffspage.h"
#include "widgets/start/signindialog.h"
#include "widgets/style/icons.h"
#include "widgets/today/todaypage.h"
#include "widgets/window/busstatus.h"
#include "widgets/window/fileacts.h"
#include "widgets/window/navigationrail.h"
#include "widgets/window/shell.h"
#include "widgets/window/titlebar.h"
#include "widgets/window/trustoffers.h"
#include "widgets/words/sentences.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace packwarden {

namespace {
const QString geometryKey = QStringLiteral("window/geometry");
const QString pageKey = QStringLiteral("window/page");
const QString keyFileKey = QStringLiteral("session/keyFile");
} // namespace

MainWindow::MainWindow(const MainWindowParts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_rail(new NavigationRail(this))
    , m_title(new TitleBar(this))
    , m_message(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_shell(new Shell(
          *this, *this, *m_title, {parts.workspace, parts.packs, parts.parameters, parts.signoffs, parts.files}))
    , m_trustBar(new MessageBar(this))
    , m_listeningBar(new MessageBar(this))
    , m_offers(new TrustOffers(*m_trustBar, *m_title, *m_shell, parts.workspace, *this))
    , m_buses(new BusStatus(*m_listeningBar, *m_title, *m_shell, *this, parts.packs, parts.workspace, this))
    , m_fileActs(new FileActs(*this, *this, parts.files, parts.workspace.clock(), layoutFile(),
          [this] { return m_stack->currentWidget(); }))
    , m_tick(new QTimer(this))
{
    setWindowTitle(QStringLiteral("Packwarden"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/packwarden.svg")));
    m_trustBar->setObjectName(QStringLiteral("trustBar"));
    m_listeningBar->setObjectName(QStringLiteral("listeningBar"));
    m_message->setObjectName(QStringLiteral("windowMessage"));
    RoomFilter::install();
    m_title->setFileActs(*m_fileActs);
    m_shell->setFileActs(*m_fileActs);
    addPages();
    auto *bars = new QVBoxLayout;
    bars->setContentsMargins(12, 0, 12, 0);
    bars->setSpacing(0);
    for (MessageBar *bar : {m_trustBar, m_listeningBar, m_message}) {
        bar->setContentsMargins(0, 0, 0, 12);
        bars->addWidget(bar);
    }
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_title);
    right->addWidget(m_stack, 1);
    // Below: what comes and goes there moves nothing that somebody points at.
    right->addLayout(bars);
    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(right, 1);
    setCentralWidget(centre);
    resize(firstSize(screen()->availableSize()));
    connectAll();

    const QSettings settings(layoutFile(), QSettings::IniFormat);
    restoreGeometry(settings.value(geometryKey).toByteArray());
    openPage(Page(settings.value(pageKey, int(Today)).toInt()));
    updateIdentity();
}

MainWindow::~MainWindow() = default;

QSize MainWindow::firstSize(const QSize &available)
{
    constexpr QSize wanted(1280, 800);
    constexpr QSize least(1000, 600);
    constexpr QSize frame(16, 40); // of common window managers, which tell theirs only once a window is shown
    const QSize room = available - frame;
    return room.width() < least.width() || room.height() < least.height() ? wanted : wanted.boundedTo(room);
}

void MainWindow::addPages()
{
    addPage(Today, tr("Today"), "today", "railToday", [this] { return m_shell->todayPage(); });
    m_shell->watch(m_parts.fleet);
    addPage(Fleet, tr("Fleet"), "fleet", "railFleet", [this] { return makeFleet(); });
    addPage(Inspector, tr("Inspector"), "inspector", "railInspector", [this] { return makeInspector(); });
    addPage(Permissions, tr("Permissions"), "permissions", "railPermissions", [this] { return makePermissions(); });
    addPage(Signoffs, tr("Sign-offs"), "signoffs", "railSignoffs", [this] { return makeSignoffs(); });
    if (m_parts.keys && m_parts.office)
        addPage(Keys, tr("Keys"), "keys", "railKeys", [this] { return makeKeys(); });
    addPage(Audit, tr("Audit"), "audit", "railAudit", [this] { return makeAudit(); });
}

QWidget *MainWindow::makeFleet()
{
    auto *page = new FleetPage(m_parts.workspace, m_parts.fleet, m_parts.packs, m_parts.signoffs);
    connect(page, &FleetPage::inspectorWanted, this, [this](const QString &serial) {
        inspector().choose(serial);
        openPage(Inspector);
    });
    connect(page, &FleetPage::commandWanted, this, &MainWindow::draftCommand);
    connect(page, &FleetPage::csvWanted, this, [this](const QByteArray &csv) {
        m_parts.files.save(
            this, tr("Save the list of packs"), QStringLiteral("packs.csv"), [this, csv](const QString &path) {
                if (const auto written = wholefile::write(path, csv); !written.ok())
                    say(written.error());
                else
                    inform(Status::Information, tr("The list was written to %1.").arg(path));
            });
    });
    return page;
}

QWidget *MainWindow::makeInspector()
{
    m_inspector = new InspectorPage(m_parts.packs, m_parts.parameters, m_parts.workspace.clock());
    m_inspector->setNamesBus(m_buses->count() > 1);
    connect(m_inspector, &InspectorPage::packChosen, this, &MainWindow::packChosen);
    connect(
        m_inspector, &InspectorPage::changeWanted, this, [this](const QString &serial, const ParameterId &parameter) {
            openPage(Signoffs);
            signoffs().newRequest(serial, parameter);
        });
    connect(&m_inspector->security(), &SecurityView::lockWanted, this, [this](bool lock) {
        const auto serial = PackSerial::parse(m_inspector->serial());
        draftCommand(lock ? CommandKind::TheftLock : CommandKind::TheftUnlock,
            serial.ok() ? QList{*serial} : QList<PackSerial>());
    });
    m_inspector->recall(QSettings(layoutFile(), QSettings::IniFormat));
    // It chose the first pack that is there, before anybody could hear that it did.
    if (!m_inspector->serial().isEmpty())
        whenMade(Inspector, [this] { Q_EMIT packChosen(m_inspector->serial()); });
    return m_inspector;
}

QWidget *MainWindow::makePermissions()
{
    auto *page = new PermissionsPage(m_parts.workspace, m_parts.files);
    connect(page, &PermissionsPage::rulesWanted, this, &MainWindow::compareRules);
    connect(page, &PermissionsPage::signInWanted, this, [this] { signIn(); });
    connect(page, &PermissionsPage::proposed, this, &MainWindow::openFile);
    page->recall(QSettings(layoutFile(), QSettings::IniFormat));
    return page;
}

QWidget *MainWindow::makeSignoffs()
{
    auto *page = new SignoffsPage(m_parts.workspace, m_parts.signoffs, m_parts.fleet, m_parts.files);
    connect(page, &SignoffsPage::signInWanted, this, [this] { signIn(); });
    connect(page, &SignoffsPage::keyFileOpened, this, &MainWindow::signIn);
    connect(page, &SignoffsPage::requestFileOpened, this, [this](const QString &path) {
        openPage(Keys);
        whenMade(Keys, [this, path] { static_cast<KeysPage &>(*this->page(Keys)).issueFrom(path); });
    });
    connect(page, &SignoffsPage::stateOpened, this, &MainWindow::showProof);
    connect(page, &SignoffsPage::auditOpened, this, &MainWindow::checkAudit);
    connect(
        page, &SignoffsPage::invitationOpened, this, [this](const QString &path) { m_shell->openInvitation(path); });
    connect(page, &SignoffsPage::rulesWanted, this, [this](const QByteArray &invitation, const QString &document) {
        if (invitation.isEmpty())
            m_shell->openJoin();
        else
            m_shell->openInvitation(invitation, document);
    });
    return page;
}

QWidget *MainWindow::makeKeys()
{
    auto *page = new KeysPage(m_parts.workspace, *m_parts.keys, *m_parts.office, m_parts.files);
    connect(page, &KeysPage::rulesWanted, this, &MainWindow::compareRules);
    connect(page, &KeysPage::listWanted, this, &MainWindow::openFile);
    connect(page, &KeysPage::amendmentWanted, this, &MainWindow::draftAmendment);
    return page;
}

QWidget *MainWindow::makeAudit()
{
    auto *page = new AuditPage(m_parts.workspace.audit(), m_parts.audit, m_parts.verifier);
    page->offerExport(m_parts.files);
    connect(page, &AuditPage::asOfWanted, this, [this](const QString &pack) {
        auto *dialog = new AsOfDialog(m_parts.workspace, pack.isEmpty() ? chosenPack() : pack, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    page->judgeFilesBy(m_parts.workspace.auditProof());
    page->setDocuments([this](const AuditRecord &record) { return m_parts.signoffs.pathOf(record.subject); });
    page->setParties([this](const QString &party) {
        const auto &positions = m_parts.workspace.trust().charter().positions;
        const auto found = std::find_if(positions.begin(), positions.end(),
            [&](const auto &each) { return each.party == party && !each.partyName.isEmpty(); });
        return found == positions.end() ? party : found->partyName;
    });
    connect(page, &AuditPage::documentWanted, this, &MainWindow::openFile);
    return page;
}

void MainWindow::connectAll()
{
    connect(m_rail, &NavigationRail::pageChosen, this, [this](int page) { openPage(Page(page)); });
    connect(m_rail, &NavigationRail::themeToggled, m_shell, &Shell::toggleTheme);
    connect(m_title, &TitleBar::signInClicked, this, [this] { signIn(); });
    connect(m_title, &TitleBar::lockClicked, this, [this] { m_parts.workspace.session().signOut(); });
    connect(m_offers, &TrustOffers::failed, this, &MainWindow::say);
    connect(m_buses, &BusStatus::countChanged, this, [this](int count) {
        if (m_inspector)
            m_inspector->setNamesBus(count > 1);
    });
    connect(&m_parts.workspace.session(), &Session::stateChanged, this, &MainWindow::updateIdentity);
    connect(&m_parts.workspace.trust(), &TrustBook::changed, this, &MainWindow::updateIdentity);
    // Ages must go on counting while nothing arrives.
    connect(m_tick, &QTimer::timeout, this, &MainWindow::telemetryArrived);
    m_tick->start(1000);
}

QString MainWindow::layoutFile() const
{
    return m_parts.workspace.folder() + QStringLiteral("/layout.ini");
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings settings(layoutFile(), QSettings::IniFormat);
    settings.setValue(geometryKey, saveGeometry());
    m_shell->save();
    if (m_inspector)
        m_inspector->remember(settings);
    if (const QWidget *made = m_pages.at(Permissions).widget)
        static_cast<const PermissionsPage *>(made)->remember(settings);
    const auto open = std::find_if(m_pages.cbegin(), m_pages.cend(),
        [this](const auto &entry) { return entry.second.widget == m_stack->currentWidget(); });
    settings.setValue(pageKey, open->first);
    QMainWindow::closeEvent(event);
}

void MainWindow::openPage(Page wanted)
{
    const Page opened = m_pages.count(wanted) != 0 ? wanted : Today;
    QWidget *widget = page(opened);
    if (widget != m_stack->currentWidget())
        m_message->moveOn();
    m_stack->setCurrentWidget(widget);
    m_rail->setCurrent(opened);
    m_title->setTitle(m_pages[opened].title);
    m_title->setHasTables(opened != Today && opened != Signoffs);
    m_open = opened;
    m_buses->tellListening();
}

void MainWindow::openFinder()
{
    m_shell->openPalette();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!event->spontaneous() && !focusWidget())
        focusWork();
}

/// The first table or list of the open page, where the keyboard begins; where there is none, its first button.
void MainWindow::focusWork()
{
    QWidget *page = m_stack->currentWidget();
    for (QAbstractItemView *view : page ? page->findChildren<QAbstractItemView *>() : QList<QAbstractItemView *>()) {
        if (view->isVisibleTo(page) && view->isEnabled() && view->focusPolicy() != Qt::NoFocus) {
            view->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    for (QAbstractButton *button : page ? page->findChildren<QAbstractButton *>() : QList<QAbstractButton *>()) {
        if (button->isVisibleTo(page) && button->isEnabled() && button->focusPolicy() != Qt::NoFocus) {
            button->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void MainWindow::addPage(
    Page page, const QString &title, const char *iconName, const char *railName, std::function<QWidget *()> make)
{
    m_pages[page] = {title, std::move(make), nullptr, {}};
    m_rail->addPage(page, title, QLatin1String(iconName), QLatin1String(railName));
}

QWidget *MainWindow::page(Page page)
{
    const auto found = m_pages.find(page);
    if (found == m_pages.end())
        return nullptr;
    PageEntry &entry = found->second;
    if (!entry.widget) {
        entry.widget = entry.make();
        m_stack->addWidget(entry.widget);
        m_shell->restore(*entry.widget);
        const auto waiting = std::exchange(entry.waiting, {});
        for (const auto &act : waiting)
            act();
    }
    return entry.widget;
}

void MainWindow::whenMade(Page page, std::function<void()> act)
{
    const auto found = m_pages.find(page);
    if (found == m_pages.end())
        return;
    if (found->second.widget)
        act();
    else
        found->second.waiting.push_back(std::move(act));
}

SignoffsPage &MainWindow::signoffs()
{
    return static_cast<SignoffsPage &>(*page(Signoffs));
}

InspectorPage &MainWindow::inspector()
{
    return static_cast<InspectorPage &>(*page(Inspector));
}

FleetPage *MainWindow::fleet()
{
    return static_cast<FleetPage *>(page(Fleet));
}

PermissionsPage &MainWindow::permissions()
{
    return static_cast<PermissionsPage &>(*page(Permissions));
}

QMap<int, QString> MainWindow::pageTitles() const
{
    QMap<int, QString> titles;
    for (const auto &[page, entry] : m_pages)
        titles.insert(page, entry.title);
    return titles;
}

QString MainWindow::chosenPack() const
{
    return m_inspector ? m_inspector->serial() : QString();
}

void MainWindow::choosePack(const QString &serial)
{
    inspector().choose(serial);
}

void MainWindow::openFile(const QString &path)
{
    if (Invitation::isFile(path))
        return m_shell->openInvitation(path);
    if (StateProof::isFile(path))
        return showProof(path);
    if (AuditPage::isAuditFile(path))
        return checkAudit(path);
    m_fileActs->remember(path);
    openPage(Signoffs);
    signoffs().openFile(path);
}

void MainWindow::checkAudit(const QString &path)
{
    openPage(Audit);
    static_cast<AuditPage *>(page(Audit))->openFile(path);
}

void MainWindow::showProof(const QString &path)
{
    auto *dialog = new StateProofDialog(path, StateProof::read(path, m_parts.workspace), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::draftRequest(const QString &serial, const ParameterId &parameter)
{
    openPage(Signoffs);
    signoffs().newRequest(serial, parameter);
}

void MainWindow::draftAmendment(Amendment kind)
{
    openPage(Signoffs);
    signoffs().newAmendment(kind);
}

void MainWindow::draftCommand(CommandKind kind, const QList<PackSerial> &packs)
{
    openPage(Signoffs);
    signoffs().newCommand(kind, packs);
}

void MainWindow::signIn(const QString &keyFile)
{
    QSettings settings(layoutFile(), QSettings::IniFormat);
    auto *dialog = new SignInDialog(m_parts.files, keyFile.isEmpty() ? settings.value(keyFileKey).toString() : keyFile,
        KeyMemory(layoutFile()), this);
    dialog->setObjectName(QStringLiteral("signInDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    Session &session = m_parts.workspace.session();
    connect(dialog, &SignInDialog::signInWanted, &session, &Session::signIn);
    connect(&session, &Session::signInFailed, dialog, &SignInDialog::showError);
    connect(&session, &Session::signedIn, dialog, [this, dialog] {
        QSettings(layoutFile(), QSettings::IniFormat).setValue(keyFileKey, m_parts.workspace.session().keyFile());
        dialog->keepChoice();
        dialog->accept();
    });
    dialog->open();
}

void MainWindow::telemetryArrived()
{
    m_parts.packs.setNow(m_parts.workspace.clock().monotonicMilliseconds());
    // The first pack makes the inspector: its trend begins there, whether it is looked at or not.
    if (m_parts.packs.rowCount() > 0) {
        inspector();
        m_shell->choosePackAgain();
        m_inspector->refresh();
    }
    m_buses->refresh();
}

void MainWindow::updateIdentity()
{
    const Session &session = m_parts.workspace.session();
    m_title->setIdentity(
        session.isSignedIn() ? std::optional(session.identity()) : std::nullopt, isTokenUri(session.keyFile()));
    m_title->setBusy(session.state() == Session::State::Opening);
}

void MainWindow::compareRules()
{
    if (!m_offers->showAgain())
        m_shell->openJoin();
}

void MainWindow::inform(Status status, const QString &text)
{
    m_message->say(status, text);
}

void MainWindow::informOfFile(const QString &text, const QString &path)
{
    m_message->sayOfFile(Status::Good, text, path, QFileInfo(path).completeBaseName(), true);
}

void MainWindow::setPart(const DemoPerson &part)
{
    m_title->setPart(part);
    if (!part.name.isEmpty())
        setWindowTitle(part.words); // the name of the application follows by itself
}

void MainWindow::say(const Error &error)
{
    m_message->say(Status::Warning, Sentences::of(error).text());
}

} // namespace packwarden
