// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QProcess>

namespace packwarden::story {

/// packwarden-sim as a process: the demo world, and packs on a private virtualcan port.
class Simulator final
{
public:
    Simulator(const QDir &demo, const QDir &run);
    ~Simulator();

    /// Makes the demo world if it is missing, renews what is due; copies its packs to the run.
    bool prepare();
    /// options: more of packwarden-sim's own.
    bool start(int packs, const QStringList &options = {});
    /// SIGKILL, as a power cut.
    void kill();

    QString bus() const { return m_bus; }
    QString why() const { return m_why; } ///< of the last failure

private:
    QDir m_demo;
    QDir m_run;
    QProcess m_process;
    QString m_bus;
    QString m_why;
};

} // namespace packwarden::story
