// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QJsonObject>
#include <QProcess>

namespace packwarden::tour {

/// The demo world in a folder, and a simulator of its own that hosts a private bus. Keys are made once and reused; the
/// packs' memory is copied for each run, so that every run starts from the same values.
class DemoBus final
{
public:
    /// simulator: the packwarden-sim program. demo: the tour's own world, made if missing. work: emptied.
    DemoBus(const QString &simulator, const QString &demo, const QString &work);
    ~DemoBus();

    /// False with why() filled, if the world or the simulator could not be started.
    bool start();
    QString why() const { return m_why; }
    /// Keeps the packs' memory as it is now.
    bool keepMemory();
    /// Starts the simulator again on the memory that was kept, with the first packs of it.
    bool putMemoryBack(int packs);
    /// "virtualcan:tcp://127.0.0.1:PORT/can0"
    QString bus() const;
    QString keyFile(const QString &person) const;
    QString passphrase() const;
    QString demoFile(const QString &name) const { return m_demo.filePath(name); }
    /// packwardenctl, as a process with a store and perhaps a person's key, on this bus; the last line that it said.
    /// A refusal has a "reason".
    QJsonObject ctl(const QString &store, const QStringList &arguments, const QString &person = {}) const;

private:
    bool provision();
    bool copyPacks(const QDir &from, const QString &to);
    bool startSimulator(int packs);
    void stopSimulator();

    QString m_simulator;
    QDir m_demo;
    QDir m_work;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_why;
};

} // namespace packwarden::tour
