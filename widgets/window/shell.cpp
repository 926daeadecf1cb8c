// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/shell.h"

#include "models/core/base/clock.h"
#include "models/drafts/commanddraft.h"
#include "models/fleet/fleetmodel.h"
#include "models/packs/packsmodel.h"
#include "models/packs/parametersmodel.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/keptdrafts.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "widgets/bus/busdialog.h"
#include "widgets/drafts/draftwords.h"
#include "widgets/kit/roomycolumns.h"
#include "widgets/start/companydialog.h"
#include "widgets/start/invitedialog.h"
#include "widgets/start/joindialog.h"
#include "widgets/start/startcards.h"
#include "widgets/today/todaypage.h"
#include "widgets/window/aboutdialog.h"
#include "widgets/window/exchangedialog.h"
#include "widgets/window/fileacts.h"
#include "widgets/window/manualwindow.h"
#include "widgets/window/titlebar.h"
#include "widgets/window/windowpages.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QUrl>

namespace packwarden {

namespace {
const QString packKey = QStringLiteral("window/pack");
const QString charterKey = QStringLiteral("join/charter");
const QString policyKey = QStringLiteral("join/policy");
const QString splitterKey = QStringLiteral("splitter/");
const QString columnsKey = QStringLiteral("columns/"); ///< of tables whose columns people move
const QString columnCountKey
    = QStringLiteral("columnCount/"); ///< how many there were; absent: kept by an earlier version

/// A column that is newer than what was kept stays hidden if it is hidden at first: restoreState would show it.
void restoreColumns(QHeaderView &header, const QByteArray &state, int known)
{
    QList<int> hidden;
    for (int column = known; column < header.count(); ++column) {
        if (header.isSectionHidden(column))
            hidden.append(column);
    }
    header.restoreState(state);
    for (const int column : std::as_const(hidden))
        header.setSectionHidden(column, true);
}
} // namespace

Shell::Shell(QWidget &window, WindowPages &pages, TitleBar &title, const ShellParts &parts)
    : QObject(&window)
    , m_window(window)
    , m_pages(pages)
    , m_title(title)
    , m_parts(parts)
    , m_today(new TodayModel(parts.workspace, parts.signoffs, parts.packs, this))
    , m_page(new TodayPage(*m_today, &window))
    , m_autoLock(parts.workspace.clock())
{
    m_page->setObjectName(QStringLiteral("todayPage"));
    const QSettings settings(layoutFile(), QSettings::IniFormat);
    m_settings = ConsoleSettings::load(settings);
    m_wantedPack = settings.value(packKey).toString();
    m_autoLock.setMinutes(m_settings.lockMinutes);
    Session &session = parts.workspace.session();
    connect(&m_autoLock, &AutoLock::due, this, [this] {
        // The key goes; what is watched stays.
        if (m_parts.workspace.session().isSignedIn()) {
            m_parts.workspace.session().signOut();
            m_pages.inform(Status::Information,
                tr("Locked after %n minute(s) without a touch. The live view goes on.", nullptr, m_autoLock.minutes()));
        }
    });
    connect(&session, &Session::stateChanged, m_page,
        [this] { m_page->setSignedIn(m_parts.workspace.session().isSignedIn()); });
    connect(&parts.workspace.trust(), &TrustBook::changed, this, &Shell::refreshTrust);
    connect(m_page, &TodayPage::wanted, this, &Shell::open);
    connect(&title, &TitleBar::busClicked, this, &Shell::openBus);
    connect(&title, &TitleBar::findClicked, this, &Shell::openPalette);
    connect(&title, &TitleBar::settingsClicked, this, &Shell::openSettings);
    connect(&title, &TitleBar::aboutClicked, this, &Shell::openAbout);
    connect(&title, &TitleBar::manualClicked, this, &Shell::openManual);
    connect(&title, &TitleBar::exchangeClicked, this, &Shell::openExchange);
    connect(&title, &TitleBar::joinClicked, this, &Shell::openJoin);
    connect(&title, &TitleBar::inviteClicked, this, &Shell::openInvite);
    connect(&title, &TitleBar::forgetClicked, this, &Shell::forgetRules);
    connect(&title, &TitleBar::demoClicked, this, &Shell::demoWanted);
    connect(&title, &TitleBar::leaveDemoClicked, this, &Shell::demoLeft);
    connect(&title, &TitleBar::discardDemoClicked, this, &Shell::discardDemo);
    connect(&title, &TitleBar::openAsClicked, this, &Shell::openAsWanted);
    connectStart();
    addShortcuts();
    refreshTrust();
}

void Shell::connectStart()
{
    StartCards &start = m_page->startCards();
    connect(&start, &StartCards::demoWanted, this, &Shell::demoWanted);
    connect(&start, &StartCards::companyWanted, this, &Shell::openCompany);
    connect(&start, &StartCards::joinWanted, this, &Shell::openJoin);
}

void Shell::addShortcuts()
{
    const auto add = [this](const QKeySequence &key, auto slot) {
        auto *shortcut = new QShortcut(key, &m_window);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_K), &Shell::openPalette);
    add(QKeySequence(Qt::CTRL | Qt::Key_L), &Shell::lockOrSignIn);
    add(QKeySequence(Qt::CTRL | Qt::Key_Comma), &Shell::openSettings);
    add(QKeySequence(Qt::Key_F1), &Shell::openManual);
}

QString Shell::layoutFile() const
{
    return m_parts.workspace.folder() + QStringLiteral("/layout.ini");
}

void Shell::lockOrSignIn()
{
    Session &session = m_parts.workspace.session();
    if (session.isSignedIn())
        session.signOut();
    else
        m_pages.signIn({});
}

void Shell::watch(const FleetModel &fleet)
{
    connect(&fleet, &FleetModel::outlookChanged, this, [this, &fleet] {
        QMap<QString, Error> unable;
        for (const StartOutlook &outlook : fleet.outlook()) {
            if (outlook.answer == StartOutlook::Answer::Unable)
                unable.insert(outlook.serial.text(), outlook.reason);
        }
        m_today->setUnableTomorrow(unable);
    });
}

void Shell::setBus(const QList<BusNow> &buses, qint64 ageMilliseconds)
{
    m_buses = buses;
    m_age = ageMilliseconds;
    m_page->setConnected(std::any_of(
        buses.begin(), buses.end(), [](const BusNow &bus) { return bus.state.condition == BusCondition::Connected; }));
    if (m_busDialog)
        m_busDialog->setBuses(buses, ageMilliseconds);
    refreshFirstStart();
}

void Shell::setBuses(const QList<BusNow> &buses)
{
    m_today->setBuses(buses);
}

void Shell::refreshTrust()
{
    m_page->setTrust(m_parts.workspace.trust().charter());
    m_title.setTrusting(!m_parts.workspace.trust().isEmpty());
    refreshFirstStart();
}

void Shell::refreshFirstStart()
{
    m_page->setFirstStart(m_parts.workspace.trust().isEmpty() && m_parts.packs.rowCount() == 0);
}

void Shell::choosePackAgain()
{
    if (m_wantedPack.isEmpty() || m_parts.packs.rowOfSerial(m_wantedPack) < 0)
        return;
    m_pages.choosePack(std::exchange(m_wantedPack, {}));
}

void Shell::restore(const QWidget &page)
{
    const QSettings settings(layoutFile(), QSettings::IniFormat);
    for (QSplitter *splitter : page.findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            splitter->restoreState(settings.value(splitterKey + splitter->objectName()).toByteArray());
    }
    for (QTableView *table : page.findChildren<QTableView *>()) {
        if (table->horizontalHeader()->sectionsMovable() && !table->objectName().isEmpty())
            restoreColumns(*table->horizontalHeader(), settings.value(columnsKey + table->objectName()).toByteArray(),
                settings.value(columnCountKey + table->objectName()).toInt());
    }
}

void Shell::save()
{
    QSettings settings(layoutFile(), QSettings::IniFormat);
    const QString pack = m_wantedPack.isEmpty() ? m_pages.chosenPack() : m_wantedPack;
    if (!pack.isEmpty())
        settings.setValue(packKey, pack);
    for (const QSplitter *splitter : m_window.findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            settings.setValue(splitterKey + splitter->objectName(), splitter->saveState());
    }
    for (const QTableView *table : m_window.findChildren<QTableView *>()) {
        // What a wide window gives to a column is not what a person chose.
        if (auto *columns = table->findChild<RoomyColumns *>())
            columns->release();
        if (table->horizontalHeader()->sectionsMovable() && !table->objectName().isEmpty()) {
            settings.setValue(columnsKey + table->objectName(), table->horizontalHeader()->saveState());
            settings.setValue(columnCountKey + table->objectName(), table->horizontalHeader()->count());
        }
    }
}

void Shell::setDemoPeople(const DemoPeople &people)
{
    m_people = people;
    m_title.setDemoPeople(people);
}

void Shell::setDemo(bool exists, bool runs)
{
    m_demoExists = exists;
    m_demoRuns = runs;
    m_title.setDemo(exists, runs);
}

void Shell::ask(
    const char *name, const QString &title, const QString &text, const QString &verb, const std::function<void()> &act)
{
    auto *question = new QMessageBox(QMessageBox::Warning, title, text, QMessageBox::Cancel, &m_window);
    question->setObjectName(QLatin1String(name));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(verb, QMessageBox::DestructiveRole);
    yes->setObjectName(QLatin1String(name) + QStringLiteral("Yes"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::buttonClicked, this, [yes, act](QAbstractButton *button) {
        if (button == yes)
            act();
    });
    question->open();
}

void Shell::discardDemo()
{
    ask("discardDemo", tr("Throw the demo away"),
        tr("The simulated packs, the companies' keys and all consoles of the demo are deleted. Your own store, its "
           "rules "
           "and its documents are not touched."),
        tr("Throw it away"), [this] { Q_EMIT demoDiscarded(); });
}

void Shell::forgetRules()
{
    TrustBook &trust = m_parts.workspace.trust();
    if (trust.isEmpty())
        return;
    ask("forgetRules", tr("Forget these rules"),
        tr("This console then trusts no rules: no document can be judged, and nothing can be delivered, until you "
           "compare "
           "and accept rules again. What is known of %n pack(s) is forgotten too. Documents, keys and the audit stay.",
            nullptr, int(trust.snapshot().packs.size())),
        tr("Forget them"), [this] {
            const auto forgotten = m_parts.workspace.trust().forget(m_parts.workspace.session().actor());
            if (forgotten.ok())
                m_pages.inform(Status::Information, tr("The rules are forgotten. This console trusts no rules now."));
            else
                m_pages.inform(Status::Alarm, Sentences::of(forgotten.error()).text());
        });
}

void Shell::toggleTheme()
{
    m_settings.theme = isDark(QApplication::palette()) ? ThemeMode::Light : ThemeMode::Dark;
    QSettings settings(layoutFile(), QSettings::IniFormat);
    m_settings.save(settings);
    Q_EMIT themeChosen(m_settings.theme);
}

void Shell::openPalette()
{
    auto *palette = new CommandPalette(commands(), &m_window);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void Shell::openSettings()
{
    auto *dialog = new SettingsDialog(m_settings, m_parts.files, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_settings = dialog->settings();
        QSettings settings(layoutFile(), QSettings::IniFormat);
        m_settings.save(settings);
        m_autoLock.setMinutes(m_settings.lockMinutes);
        Q_EMIT themeChosen(m_settings.theme);
    });
    dialog->open();
}

void Shell::openAbout()
{
    auto *dialog = new AboutDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Shell::openManual()
{
    static const QMap<int, QString> pages{{WindowPages::Today, QStringLiteral("beginning")},
        {WindowPages::Fleet, QStringLiteral("fleet-manager")}, {WindowPages::Inspector, QStringLiteral("service")},
        {WindowPages::Permissions, QStringLiteral("fleet-manager")},
        {WindowPages::Signoffs, QStringLiteral("approver")}, {WindowPages::Keys, QStringLiteral("fleet-manager")},
        {WindowPages::Audit, QStringLiteral("auditor")}};
    if (!m_manual) {
        m_manual = new ManualWindow(&m_window);
        m_manual->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_manual->openPage(pages.value(m_pages.openedPage()));
    m_manual->show();
    m_manual->raise();
    m_manual->activateWindow();
}

void Shell::openExchange()
{
    if (m_exchangeDialog)
        return;
    m_exchangeDialog = new ExchangeDialog(m_exchange, &m_window);
    m_exchangeDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_exchangeDialog, &ExchangeDialog::addressChosen, this, &Shell::exchangeChosen);
    connect(m_exchangeDialog, &ExchangeDialog::fetchWanted, this, &Shell::exchangeFetchWanted);
    m_exchangeDialog->open();
}

void Shell::setExchange(const ExchangeState &state)
{
    m_exchange = state;
    const bool isWell = state.reach == ExchangeState::Reach::Online && !state.status.party.isEmpty();
    m_title.setExchange(isWell                                ? Status::Information
            : state.reach == ExchangeState::Reach::Connecting ? Status::Waiting
                                                              : Status::Warning,
        ExchangeDialog::brief(state));
    if (m_exchangeDialog)
        m_exchangeDialog->setState(state);
}

void Shell::openBus()
{
    if (m_busDialog)
        return;
    m_busDialog = new BusDialog(&m_window);
    m_busDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_busDialog->setBuses(m_buses, m_age);
    connect(m_busDialog, &BusDialog::busesWanted, this, [this](const QStringList &buses, const QString &again) {
        m_settings.buses = buses;
        QSettings settings(layoutFile(), QSettings::IniFormat);
        m_settings.save(settings);
        Q_EMIT busesWanted(buses, again);
    });
    m_busDialog->open();
    Q_EMIT interfacesWanted();
}

void Shell::setInterfaces(const QList<BusInterface> &interfaces)
{
    if (m_busDialog)
        m_busDialog->setInterfaces(interfaces);
}

JoinDialog *Shell::makeJoin()
{
    auto *dialog = new JoinDialog(m_parts.files, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTaker([this](const Invitation &invitation) {
        TrustBook &trust = m_parts.workspace.trust();
        const bool known = !trust.isEmpty();
        auto taken = invitation.accept(trust, m_parts.workspace.session().actor());
        if (taken.ok())
            m_pages.inform(Status::Good,
                known ? tr("These are the rules that this console trusts already.")
                      : tr("The rules are accepted. %n pack(s) are known from the invitation; no pack has proved "
                           "anything here yet.",
                          nullptr, int(invitation.packs.size())));
        return taken;
    });
    // Charter and policy alone prove nothing: what the pack cannot pass comes from a pack. Its rules are then held
    // against what was compared here.
    connect(dialog, &JoinDialog::compared, this, [this](const PinnedRules &rules) {
        QSettings settings(layoutFile(), QSettings::IniFormat);
        settings.setValue(charterKey, rules.charterFingerprint());
        settings.setValue(policyKey, QString::fromLatin1(rules.policySha256().toHex()));
        m_pages.inform(Status::Information,
            tr("Noted. Connect to a bus with a pack of these partners: its rules are compared with these files before "
               "you trust them. Without a bus, ask a partner for an invitation file."));
    });
    return dialog;
}

void Shell::openJoin()
{
    makeJoin()->open();
}

void Shell::openInvitation(const QString &path)
{
    JoinDialog *dialog = makeJoin();
    dialog->openInvitation(path);
    dialog->open();
}

void Shell::openInvitation(const QByteArray &bytes, const QString &name)
{
    JoinDialog *dialog = makeJoin();
    dialog->openInvitation(bytes, name);
    dialog->open();
}

void Shell::openInvite()
{
    auto *dialog = new InviteDialog(Invitation::of(m_parts.workspace.trust()), m_parts.files, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

std::optional<bool> Shell::isInvited(const PinnedRules &rules) const
{
    const QSettings settings(layoutFile(), QSettings::IniFormat);
    const QString charter = settings.value(charterKey).toString();
    if (charter.isEmpty())
        return std::nullopt;
    // A pack may hold the policy as a part of the charter's document: what it says is compared, not how it travels.
    return charter == rules.charterFingerprint()
        && settings.value(policyKey).toString() == QString::fromLatin1(rules.policySha256().toHex());
}

void Shell::openCompany()
{
    auto *dialog = new CompanyDialog(m_parts.workspace, m_parts.files, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Shell::open(const TodayItem &item)
{
    switch (item.kind) {
    case TodayItem::Kind::SignatureWanted:
    case TodayItem::Kind::AnswerDue:
    case TodayItem::Kind::WaitsForOthers:
    case TodayItem::Kind::Deliver:
        m_pages.openFile(item.path);
        break;
    case TodayItem::Kind::KeyExpires:
    case TodayItem::Kind::ListExpires:
        m_pages.openPage(WindowPages::Keys);
        break;
    case TodayItem::Kind::AuditReadOnly:
        m_pages.openPage(WindowPages::Audit);
        break;
    case TodayItem::Kind::RolloutCutOff:
        m_pages.openPage(WindowPages::Fleet);
        break;
    case TodayItem::Kind::StoreDamaged:
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(item.path).absolutePath()));
        break;
    case TodayItem::Kind::RulesOffered:
        m_pages.compareRules();
        break;
    case TodayItem::Kind::DraftKept: {
        const QString request = QLatin1String(KeptDrafts::request);
        const auto parameter = ParameterId::parse(item.subject.mid(request.size()));
        if (item.subject.startsWith(request))
            m_pages.draftRequest({}, parameter.ok() ? *parameter : ParameterId());
        else
            m_pages.openPage(WindowPages::Permissions);
        break;
    }
    case TodayItem::Kind::Bus:
        if (item.serial.isEmpty()) {
            openBus();
            break;
        }
        [[fallthrough]];
    case TodayItem::Kind::Contradiction:
    case TodayItem::Kind::Worn:
    case TodayItem::Kind::Fault:
    case TodayItem::Kind::CannotStart:
    case TodayItem::Kind::Doubt:
    case TodayItem::Kind::OldPolicy:
        m_pages.openPage(WindowPages::Inspector);
        m_pages.choosePack(item.serial);
        break;
    case TodayItem::Kind::ListsLacking:
        if (item.isInReach()) {
            Q_EMIT bringWanted();
            break;
        }
        m_pages.openPage(WindowPages::Inspector);
        m_pages.choosePack(item.serial);
        break;
    }
}

QList<PaletteCommand> Shell::commands()
{
    QList<PaletteCommand> all;
    const QMap<int, QString> pages = m_pages.pageTitles();
    for (auto it = pages.cbegin(); it != pages.cend(); ++it) {
        all.append({it.value(), tr("Page"),
            QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + it.key())).toString(QKeySequence::NativeText),
            [this, page = it.key()] {
                m_pages.openPage(WindowPages::Page(page));
            }});
    }
    for (int row = 0; row < m_parts.packs.rowCount(); ++row) {
        const QString key = m_parts.packs.index(row, 0).data(PacksModel::KeyRole).toString();
        all.append({Names::pack(key), tr("Pack"), Names::packState(m_parts.packs.telemetry(row).state), [this, key] {
                        m_pages.openPage(WindowPages::Inspector);
                        m_pages.choosePack(key);
                    }});
    }
    for (int row = 0; row < m_parts.signoffs.rowCount(); ++row) {
        const QModelIndex index = m_parts.signoffs.index(row, SignoffsModel::TitleColumn);
        const QString path = index.data(SignoffsModel::PathRole).toString();
        if (const QString title = index.data().toString(); !title.isEmpty())
            all.append({title, tr("Document"), {}, [this, path] {
                            m_pages.openFile(path);
                        }});
    }
    const QString serial = m_pages.chosenPack();
    const int facts = m_parts.packs.rowOfSerial(serial);
    for (const ParameterInfo &parameter : m_parts.packs.facts(facts).parameters) {
        all.append({Names::parameter(parameter.definition.id), tr("Parameter"), serial,
            [this, serial, id = parameter.definition.id] {
                m_pages.draftRequest(serial, id);
            }});
    }
    const auto action = [&](const QString &title, const QString &key, auto run) {
        all.append({title, tr("Action"), key, run});
    };
    if (m_parts.workspace.session().isSignedIn())
        action(tr("Lock"), QStringLiteral("Ctrl+L"), [this] { m_parts.workspace.session().signOut(); });
    else
        action(tr("Sign in\u2026"), QStringLiteral("Ctrl+L"), [this] { m_pages.signIn({}); });
    action(tr("Draft a change\u2026"), {}, [this] { m_pages.draftRequest(m_pages.chosenPack()); });
    const auto chosen = PackSerial::parse(m_pages.chosenPack());
    for (const CommandKind kind : CommandDraft::kinds())
        all.append({draftwords::command(kind) + QChar(0x2026), tr("Action"), serial,
            [this, kind, packs = chosen.ok() ? QList{*chosen} : QList<PackSerial>()] {
                m_pages.draftCommand(kind, packs);
            }});
    for (const Amendment kind : CharterDraft::kinds())
        action(draftwords::amendment(kind) + QChar(0x2026), {}, [this, kind] { m_pages.draftAmendment(kind); });
    action(tr("Bus: details, reconnect\u2026"), {}, [this] { openBus(); });
    action(tr("Light or dark"), {}, [this] { toggleTheme(); });
    action(tr("Settings\u2026"), QStringLiteral("Ctrl+,"), [this] { openSettings(); });
    action(tr("Exchange\u2026"), {}, [this] { openExchange(); });
    action(tr("Manual"), QStringLiteral("F1"), [this] { openManual(); });
    action(tr("About and keys\u2026"), {}, [this] { openAbout(); });
    if (m_parts.workspace.trust().isEmpty())
        action(tr("Join by invitation\u2026"), {}, [this] { openJoin(); });
    action(tr("Compare and trust rules\u2026"), {}, [this] { m_pages.compareRules(); });
    if (!m_parts.workspace.trust().isEmpty())
        action(tr("Invite a partner\u2026"), {}, [this] { openInvite(); });
    if (!m_parts.workspace.trust().isEmpty())
        action(tr("Forget these rules\u2026"), {}, [this] { forgetRules(); });
    action(tr("Start a company\u2026"), {}, [this] { openCompany(); });
    action(tr("Try the demo"), {}, [this] { Q_EMIT demoWanted(); });
    if (m_demoRuns)
        action(tr("Leave the demo"), {}, [this] { Q_EMIT demoLeft(); });
    if (m_demoExists)
        action(tr("Throw the demo away\u2026"), {}, [this] { discardDemo(); });
    for (const auto &[name, words] : std::as_const(m_people))
        action(tr("Open as %1").arg(words), {}, [this, name = name] { Q_EMIT openAsWanted(name); });
    if (m_fileActs)
        all += m_fileActs->commands();
    return all;
}

} // namespace packwarden
