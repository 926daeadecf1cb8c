// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/window/demoperson.h"

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

    static constexpr int steps = 6;
    /// Ends in ready, failed or cancelled. Does nothing while it runs.
    void start();
    /// Breaks off what start began; what was made of the world is finished the next time.
    void cancel();
    /// Ends the packs; the world stays.
    void stop();
    bool isRunning() const;
    QString folder() const { return m_folder; }
    /// Those of a demo world who have a key file, in the order of their words. Nobody is opened as a root or an issuer.
    static DemoPeople people(const QString &folder);
    /// Company and role as the certificate in this folder says; the name of the file where there is none.
    static DemoPerson person(const QString &folder, const QString &name);

Q_SIGNALS:
    /// The step of steps that has begun, in words.
    void progress(int step, const QString &what);
    void ready(const QString &bus);
    void cancelled();
    void failed(const QString &why);

private:
    void readProgress();
    void startPacks();
    void end();
    void fail(const QString &why);

    QString m_simulator;
    QString m_folder;
    QString m_bus;
    QProcess m_provision;
    QProcess m_packs;
    QString m_lastWords; ///< of the simulator
    bool m_ready = false;
    bool m_cancelled = false;
};

} // namespace packwarden
