// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/businterface.h"
#include "models/core/pack/busnow.h"
#include "models/exchange/exchangestate.h"
#include "widgets/window/autolock.h"
#include "widgets/window/commandpalette.h"
#include "widgets/window/demoperson.h"
#include "widgets/window/settingsdialog.h"

#include <QPointer>

namespace packwarden {

class BusDialog;
class ExchangeDialog;
class FileChooser;
class FleetModel;
class JoinDialog;
class ManualWindow;
class PacksModel;
class ParametersModel;
class SignoffsModel;
class FileActs;
class TitleBar;
class TodayModel;
class TodayPage;
class WindowPages;
class Workspace;
struct PinnedRules;
struct TodayItem;

struct ShellParts
{
    Workspace &workspace;
    PacksModel &packs;
    ParametersModel &parameters;
    SignoffsModel &signoffs;
    FileChooser &files;
};

/// What goes on around the pages of the window: Today, the palette, settings, auto-lock, how the bus is, the first
/// start. Lives as long as the window.
class Shell final : public QObject
{
    Q_OBJECT
public:
    /// window: the parent of its dialogs and the place of its shortcuts; owns it.
    Shell(QWidget &window, WindowPages &pages, TitleBar &title, const ShellParts &parts);

    TodayPage *todayPage() const { return m_page; }
    TodayModel &today() { return *m_today; }
    AutoLock &autoLock() { return m_autoLock; }
    const ConsoleSettings &settings() const { return m_settings; }
    /// Tells Today which packs nobody can start tomorrow.
    void watch(const FleetModel &fleet);
    /// At least one.
    void setBus(const QList<BusNow> &buses, qint64 ageMilliseconds);
    void setBuses(const QList<BusNow> &buses);
    void setInterfaces(const QList<BusInterface> &interfaces);
    /// Called after new telemetry: the pack of the last session is chosen once it is heard.
    void choosePackAgain();
    /// Puts the splitters of a page as they were; save keeps those of the pages that are there.
    void restore(const QWidget &page);
    void save();
    /// Who another console may be opened as.
    void setDemoPeople(const DemoPeople &people);
    void setDemo(bool exists, bool runs);
    void toggleTheme();
    void openPalette();
    /// Outlives the shell; its actions are found, too.
    void setFileActs(FileActs &acts) { m_fileActs = &acts; }
    void openSettings();
    void openAbout();
    /// At what fits the open page.
    void openManual();
    void openExchange();
    void setExchange(const ExchangeState &state);
    void openBus();
    void openJoin();
    /// An invitation in a file, or in something else that is named.
    void openInvitation(const QString &path);
    void openInvitation(const QByteArray &bytes, const QString &name);
    void openInvite();
    /// Asks first: what is forgotten must be compared again.
    void forgetRules();
    void openCompany();
    /// Are these the rules whose fingerprints were compared when joining? None: nobody was invited.
    std::optional<bool> isInvited(const PinnedRules &rules) const;
    QList<PaletteCommand> commands();

Q_SIGNALS:
    void themeChosen(packwarden::ThemeMode mode);
    /// All that are wanted from now on; again: the one of them that is to be closed and opened.
    void busesWanted(const QStringList &buses, const QString &again);
    /// What interfaces are there? Answered by setInterfaces.
    void interfacesWanted();
    /// Empty: none from now on.
    void exchangeChosen(const QString &address);
    void exchangeFetchWanted();
    void demoWanted();
    void demoLeft();
    /// After the person was asked.
    void demoDiscarded();
    void openAsWanted(const QString &name);
    /// Packs on the bus are to be brought what they lack, at once.
    void bringWanted();

private:
    void addShortcuts();
    void connectStart();
    void open(const TodayItem &item);
    JoinDialog *makeJoin();
    void discardDemo();
    void ask(const char *name, const QString &title, const QString &text, const QString &verb,
        const std::function<void()> &act);
    void lockOrSignIn();
    void refreshTrust();
    void refreshFirstStart();
    QString layoutFile() const;

    QWidget &m_window;
    WindowPages &m_pages;
    TitleBar &m_title;
    ShellParts m_parts;
    TodayModel *m_today;
    TodayPage *m_page;
    AutoLock m_autoLock;
    ConsoleSettings m_settings;
    QPointer<BusDialog> m_busDialog;
    QPointer<ManualWindow> m_manual;
    QPointer<ExchangeDialog> m_exchangeDialog;
    ExchangeState m_exchange;
    QList<BusNow> m_buses{BusNow()};
    qint64 m_age = -1;
    QString m_wantedPack; ///< of the last session, until it was heard or another was chosen
    DemoPeople m_people;
    bool m_demoExists = false;
    bool m_demoRuns = false;
    FileActs *m_fileActs = nullptr;
};

} // namespace packwarden
