// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "theme.h"

#include <busfigures.h>
#include <command.h>
#include <linkvalues.h>
#include <rulechange.h>

#include <QMainWindow>

class QStackedWidget;
class QTimer;

namespace packwarden {

class AuditModel;
class AuditPage;
class AuditVerifier;
class FileChooser;
class FleetModel;
class FleetPage;
class InspectorPage;
class KeyOffice;
class KeysModel;
class MessageBar;
class NavigationRail;
class PacksModel;
class ParametersModel;
class PermissionsPage;
class Shell;
class SignInDialog;
class SignoffsModel;
class SignoffsPage;
class TitleBar;
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
    FleetModel *fleet = nullptr; ///< none: no such page
    KeysModel *keys = nullptr; ///< both, or no such page
    KeyOffice *office = nullptr;
};

/// The one window: rail, title bar, pages.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// In the order of the rail; Ctrl and the number opens one.
    enum Page { Today, Fleet, Inspector, Permissions, Signoffs, Keys, Audit };

    explicit MainWindow(const MainWindowParts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    SignoffsPage &signoffs() { return *m_signoffs; }
    InspectorPage &inspector() { return *m_inspector; }
    FleetPage *fleet() { return m_fleet; }
    PermissionsPage &permissions() { return *m_permissions; }
    Shell &shell() { return *m_shell; }
    QMap<int, QString> pageTitles() const { return m_titles; }
    void openPage(Page page);
    void openFile(const QString &path);
    void draftAmendment(Amendment kind);
    void draftCommand(CommandKind kind, const QList<PackSerial> &packs);
    /// Asks for the passphrase of this key file, or for the file if it is empty.
    void signIn(const QString &keyFile = {});

    void setBus(const BusState &state);
    void setBusFigures(const BusFigures &figures);
    /// Called after the packs model took new telemetry.
    void telemetryArrived();
    /// Nothing is pinned yet: shows the fingerprints and lets the person decide.
    void offerTrust(const PackRules &rules);
    void say(const Error &error);
    void inform(Status status, const QString &text);
    /// In the demo: who this console plays; shown in a colour of its own.
    void setPart(const QString &part);

Q_SIGNALS:
    void packChosen(const QString &serial);
    void trustAccepted(const packwarden::PackRules &rules);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    /// Pages come in the order of Page.
    void addPage(Page page, const QString &title, const char *iconName, const char *railName, QWidget *widget);
    void connectAll(const MainWindowParts &parts);
    void updateBus();
    void updateIdentity();
    QString layoutFile() const;

    Workspace &m_workspace;
    PacksModel &m_packs;
    FileChooser &m_files;
    NavigationRail *m_rail;
    TitleBar *m_title;
    MessageBar *m_trust;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    Shell *m_shell;
    QMap<int, QWidget *> m_pages;
    QMap<int, QString> m_titles;
    InspectorPage *m_inspector;
    PermissionsPage *m_permissions;
    SignoffsPage *m_signoffs;
    FleetPage *m_fleet = nullptr;
    AuditPage *m_auditPage;
    QTimer *m_tick;
    BusState m_bus;
    PackRules m_offered;
};

} // namespace packwarden
