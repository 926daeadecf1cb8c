// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/consoleoptions.h"
#include "app/tasks/busdesk.h"
#include "models/core/base/result.h"
#include "widgets/style/theme.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace packwarden {

class AuditModel;
class AuditVerifier;
class Clock;
class DemoDesk;
class DesktopNotices;
class ExchangeDesk;
class FileChooser;
class FleetModel;
class Inspection;
class JobDesk;
class ParameterDesk;
class RightDesk;
class KeyOffice;
class KeysModel;
class MainWindow;
class NoticeDesk;
class PacksModel;
class RecordingsModel;
class ParametersModel;
class SignedActions;
class SignoffsModel;
class Workspace;

/// The composition root: owns stores, models, link thread and window, and makes every connection between layers. The
/// only place that knows both sides. Clock and file chooser must outlive it.
class Console final : public QObject
{
    Q_OBJECT
public:
    /// The errors of Workspace::open.
    static Result<std::unique_ptr<Console>> open(const ConsoleOptions &options, const Clock &clock, FileChooser &files);
    ~Console() override;

    /// Shows the window, opens the bus and the files.
    void start();
    /// Of another start on this store: opens these files, and comes to the front.
    void takeFiles(const QStringList &files);
    MainWindow &window() { return *m_window; }
    Workspace &workspace() { return *m_workspace; }
    const PacksModel &packs() const { return *m_packs; }

Q_SIGNALS:
    void themeChosen(packwarden::ThemeMode mode);

private:
    Console(
        const ConsoleOptions &options, std::unique_ptr<Workspace> workspace, const Clock &clock, FileChooser &files);
    void connectLink();
    void connectWindow();
    void connectShell();
    void openBuses(const QStringList &buses, const QString &again);
    void connectTrust();
    void connectSignoffs();
    void connectExchange();
    void connectNotices();
    void comeToFront();
    void connectFleet();
    void connectInspector(FileChooser &files);
    void connectRecordings(FileChooser &files);
    void connectJobs();
    void showDevice(const QString &serial);
    void playRecording(const QString &path);
    void takeTelemetry(const QString &bus, const QList<PackTelemetry> &packs);
    void takeFacts(const QString &bus, const PackFacts &facts);
    void choosePack(const QString &serial);
    void readFacts(const QString &serial);
    void nameDocuments();
    /// finish: is told the answer, where a page still waits for it.
    void deliver(const PackSerial &serial, const QByteArray &document, const QByteArray &contentType,
        const std::function<void(const DeliveryResult &)> &finish);

    ConsoleOptions m_options;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<BusDesk> m_buses;
    std::unique_ptr<SignedActions> m_actions;
    std::unique_ptr<PacksModel> m_packs;
    std::unique_ptr<ParametersModel> m_parameters;
    std::unique_ptr<SignoffsModel> m_signoffs;
    std::unique_ptr<AuditModel> m_audit;
    std::unique_ptr<AuditVerifier> m_verifier;
    std::unique_ptr<FleetModel> m_fleet;
    std::unique_ptr<KeysModel> m_keys;
    std::unique_ptr<KeyOffice> m_office;
    std::unique_ptr<RecordingsModel> m_recordings;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Inspection> m_inspection;
    std::unique_ptr<JobDesk> m_jobs;
    std::unique_ptr<ParameterDesk> m_parameterDesk;
    std::unique_ptr<RightDesk> m_rights;
    std::unique_ptr<DemoDesk> m_demo;
    std::unique_ptr<DesktopNotices> m_notices;
    std::unique_ptr<NoticeDesk> m_noticeDesk;
    std::unique_ptr<ExchangeDesk> m_exchange;
    QTimer m_exchangeSoon; ///< until what changed here goes there
    QTimer m_poll;
    QString m_chosen;
};

} // namespace packwarden
