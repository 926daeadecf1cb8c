// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QProcess>

namespace packwarden {

/// The demo without a terminal: has the simulator make the demo world in a folder, starts four packs on a simulated
/// bus of its own, and ends them with itself.
class DemoRunner final : public QObject
{
    Q_OBJECT
public:
    /// simulator: path of packwarden-sim.
    DemoRunner(const QString &simulator, const QString &folder, QObject *parent = nullptr);
    ~DemoRunner() override;

    /// Ends in ready or failed. Does nothing while it runs.
    void start();
    QString folder() const { return m_folder; }
    /// The people's key files of a demo world, by name without ending; roots and issuers are nobody to open as.
    static QStringList people(const QString &folder);

Q_SIGNALS:
    void ready(const QString &bus);
    void failed(const QString &why);

private:
    void startPacks();
    void fail(const QString &why);

    QString m_simulator;
    QString m_folder;
    QString m_bus;
    QProcess m_provision;
    QProcess m_packs;
    bool m_ready = false;
};

} // namespace packwarden
