// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/window/demoperson.h"
#include "widgets/window/windowpages.h"

#include <QMainWindow>

#include <functional>
#include <map>
#include <vector>

class QStackedWidget;
class QTimer;

namespace packwarden {

class AuditModel;
class AuditVerifier;
class BusStatus;
class FileChooser;
class FleetModel;
class FleetPage;
class InspectorPage;
class KeyOffice;
class KeysModel;
class MessageBar;
class FileActs;
class NavigationRail;
class PacksModel;
class ParametersModel;
class PermissionsPage;
class Shell;
class SignInDialog;
class SignoffsModel;
class SignoffsPage;
class TitleBar;
class TrustOffers;
class Workspace;

/// What the window shows; owned by the composition root, outlives the window.
struct MainWindowParts
{
    Workspace &workspace;
    PacksModel &packs;
    ParametersModel &parameters;
    SignoffsModel &signoffs;
    AuditModel &audit;
    AuditVerifier &verifier;
    FileChooser &files;
    FleetModel &fleet;
    KeysModel *keys = nullptr; ///< both, or no such page
    KeyOffice *office = nullptr;
};

/// The one window: rail, title bar, pages.
class MainWindow final : public QMainWindow, public WindowPages
{
    Q_OBJECT
public:
    /// How large a window is that nothing is remembered of, in a screen with this much room for windows and their
    /// frames: inside it, but never smaller than the pages can be.
    static QSize firstSize(const QSize &available);

    explicit MainWindow(const MainWindowParts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// A page is made when it is first opened or asked for: the start waits for none but the one that it shows.
    SignoffsPage &signoffs();
    InspectorPage &inspector();
    FleetPage *fleet();
    PermissionsPage &permissions();
    /// Runs act once the page is there: now, or when it is made. Never, where the window has no such page.
    void whenMade(Page page, std::function<void()> act);
    Shell &shell() { return *m_shell; }
    QMap<int, QString> pageTitles() const override;
    void openPage(Page page) override;
    Page openedPage() const override { return m_open; }
    void openFinder() override;
    QString chosenPack() const override;
    void choosePack(const QString &serial) override;
    void openFile(const QString &path) override;
    void draftRequest(const QString &serial, const ParameterId &parameter = {}) override;
    void draftAmendment(Amendment kind) override;
    void draftCommand(CommandKind kind, const QList<PackSerial> &packs) override;
    void signIn(const QString &keyFile = {}) override;

    BusStatus &buses() { return *m_buses; }
    TrustOffers &trustOffers() { return *m_offers; }
    /// Called after the packs model took new telemetry.
    void telemetryArrived();
    void say(const Error &error);
    void inform(Status status, const QString &text) override;
    void compareRules() override;
    /// About a file that was made, with a button that opens it in the desktop's program for such files.
    void informOfFile(const QString &text, const QString &path) override;
    /// In the demo: who this console plays; shown in a colour of its own.
    void setPart(const DemoPerson &part);

Q_SIGNALS:
    void packChosen(const QString &serial);

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct PageEntry
    {
        QString title;
        std::function<QWidget *()> make;
        QWidget *widget = nullptr; ///< belongs to the stack
        std::vector<std::function<void()>> waiting;
    };

    void addPages();
    /// Pages come in the order of Page.
    void addPage(
        Page page, const QString &title, const char *iconName, const char *railName, std::function<QWidget *()> make);
    /// Makes it where it is not there yet; null if there is no such page.
    QWidget *page(Page page);
    QWidget *makeFleet();
    QWidget *makeInspector();
    QWidget *makePermissions();
    QWidget *makeSignoffs();
    QWidget *makeKeys();
    QWidget *makeAudit();
    void connectAll();
    void updateIdentity();
    void focusWork();
    void showProof(const QString &path);
    void checkAudit(const QString &path);
    QString layoutFile() const;

    const MainWindowParts m_parts;
    NavigationRail *m_rail;
    TitleBar *m_title;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    Page m_open = Today;
    Shell *m_shell;
    MessageBar *m_trustBar;
    MessageBar *m_listeningBar; ///< what the open page cannot do while nothing is sent
    TrustOffers *m_offers;
    BusStatus *m_buses;
    FileActs *m_fileActs;
    std::map<Page, PageEntry> m_pages;
    InspectorPage *m_inspector = nullptr; ///< null until it is made
    QTimer *m_tick;
};

} // namespace packwarden
