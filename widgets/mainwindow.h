// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <linkvalues.h>

#include <QMainWindow>

class QStackedWidget;
class QTimer;

namespace packwarden {

class AuditModel;
class AuditPage;
class AuditVerifier;
class FileChooser;
class InspectorPage;
class MessageBar;
class NavigationRail;
class PacksModel;
class ParametersModel;
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
};

/// The one window: rail, title bar, pages.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    enum Page { Inspector, Signoffs, Audit };

    explicit MainWindow(const MainWindowParts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    SignoffsPage &signoffs() { return *m_signoffs; }
    InspectorPage &inspector() { return *m_inspector; }
    void openPage(Page page);
    void openFile(const QString &path);
    /// Asks for the passphrase of this key file, or for the file if it is empty.
    void signIn(const QString &keyFile = {});

    void setBus(const BusState &state);
    /// Called after the packs model took new telemetry.
    void telemetryArrived();
    /// Nothing is pinned yet: shows the fingerprints and lets the person decide.
    void offerTrust(const PackRules &rules);
    void say(const Error &error);

Q_SIGNALS:
    void packChosen(const QString &serial);
    void trustAccepted(const packwarden::PackRules &rules);
    void themeToggled();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
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
    InspectorPage *m_inspector;
    SignoffsPage *m_signoffs;
    AuditPage *m_auditPage;
    QTimer *m_tick;
    BusState m_bus;
    PackRules m_offered;
};

} // namespace packwarden
