// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"

#include <QList>
#include <QObject>
#include <QSet>

namespace packwarden {

/// Brings one document to many packs, one after the other, in stages: so many packs, a time to watch them, the next.
/// Stops at the first anomaly, unless each pack is for itself. Knows neither bus nor document: it asks for deliveries
/// by signal and is told what came of them.
class Rollout final : public QObject
{
    Q_OBJECT
public:
    enum class Stage {
        Idle,
        Delivering,
        Soaking, ///< those of the stages so far have it; the rest wait
        Stopping, ///< no more are begun; one answer is still due
        Finished,
        Stopped, ///< by an anomaly
        Cancelled,
    };
    /// What was seen of a pack that has the document; reason of such an error.
    enum class Anomaly { NewFault };
    enum class OnFailure {
        Stop, ///< what fails on one pack may fail on all
        GoOn, ///< each pack is for itself
    };
    struct Entry
    {
        enum class State { Waiting, Sending, Applied, Failed, NotBegun };
        PackSerial serial;
        State state = State::Waiting;
        Error error; ///< Failed, or what was seen after it was applied
        bool anomaly = false;
        qint64 done = 0; ///< bytes
        qint64 total = 0;
        bool operator==(const Entry &) const = default;
    };
    struct Plan
    {
        QList<PackSerial> packs;
        /// After so many packs it waits and watches, and once for each; ascending. Those at the end need not be named.
        QList<qint64> watchAfter = {1};
        qint64 soakMilliseconds = 0;
        OnFailure onFailure = OnFailure::Stop;
        QSet<PackSerial> applied = {}; ///< of packs: they have it already, as a roll-out that is resumed knows
        QSet<PackSerial> absent = {}; ///< of packs: not on a bus now; they are not begun, and stop nothing
        bool again = false; ///< also to packs that proved that they applied it: nothing changes there
    };

    using QObject::QObject;

    /// Stages by share: "1,10%,50%": numbers of packs and hundredths of all of them, ascending. Malformed.
    static Result<QList<qint64>> stagesOf(const QString &text, qsizetype packs);

    /// Malformed for no packs or one named twice, WrongState while one is under way, PackUnreachable
    /// where all are absent. now: monotonic milliseconds.
    Result<> start(const Plan &plan, qint64 now);
    /// What is not begun is left alone; the answer that is due is waited for.
    void cancel();
    /// Those of the stage were watched for long enough.
    void goOn();
    /// Time went on.
    void advance(qint64 now);
    void setProgress(const PackSerial &serial, qint64 done, qint64 total);
    /// The answer to a deliveryWanted; one that nobody waits for changes nothing.
    void delivered(const PackSerial &serial, const Result<> &result, qint64 now);
    /// Something is wrong with a pack that has the document: a new fault, no answers any more. Of others nothing is
    /// concluded.
    void reportAnomaly(const PackSerial &serial, const Error &error);

    Stage stage() const { return m_stage; }
    bool isRunning() const;
    const QList<Entry> &entries() const { return m_entries; }
    int count(Entry::State state) const;
    qint64 soakLeft(qint64 now) const;

Q_SIGNALS:
    void deliveryWanted(const packwarden::PackSerial &serial);
    void changed();
    /// Finished, Stopped or Cancelled.
    void ended();

private:
    Entry *entry(const PackSerial &serial);
    void next();
    void soak(qint64 now);
    qint64 begunPacks() const;
    bool isStageOver() const;
    void stop(Stage how);
    void end(Stage how);

    Plan m_plan;
    Stage m_stage = Stage::Idle;
    Stage m_stoppedBy = Stage::Stopped;
    QList<Entry> m_entries;
    qint64 m_soakUntil = 0;
    int m_watched = 0; ///< stages that were
};

} // namespace packwarden
