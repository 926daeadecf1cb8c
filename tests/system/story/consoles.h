// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/system/story/simulator.h"

#include <QJsonObject>
#include <QMap>

namespace packwarden::story {

/// How a command of packwardenctl ended.
struct Outcome
{
    int exitCode = -1;
    QJsonObject last; ///< its last line
    QByteArray everything;
    QString reason() const { return last.value(QLatin1String("reason")).toString(); }
    QString text(const char *key) const { return last.value(QLatin1String(key)).toString(); }
};

/// packwardenctl as processes, each party with a store of its own in the run's folder, keys from the demo world.
class Consoles final
{
public:
    /// In which frames they ask; the pack answers in the same.
    enum class Frames { Classic, Fd };
    Consoles(const QDir &demo, const QDir &run, const Simulator &simulator, Frames frames = Frames::Classic)
        : m_demo(demo)
        , m_run(run)
        , m_simulator(simulator)
        , m_frames(frames)
    {
    }

    Outcome run(const char *store, const QStringList &arguments, const char *person = nullptr, bool bus = false) const;
    /// `policy pull` by somebody who compares the fingerprints where the console asks for it.
    Outcome pull(const char *store, const QString &serial, const QStringList &more = {});
    /// For pull(), where somebody compared them before: as a console showed them first; none before that.
    QStringList fingerprintsOf(const QString &serial) const { return m_fingerprints.value(serial); }

private:
    QDir m_demo;
    QDir m_run;
    const Simulator &m_simulator;
    Frames m_frames;
    QMap<QString, QStringList> m_fingerprints; ///< options, by serial
};

} // namespace packwarden::story
