// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/bitrates.h"
#include "hw/can/ticker.h"
#include "models/core/pack/replaystate.h"

#include <QCanBusFrame>
#include <QList>
#include <QObject>

#include <functional>

namespace packwarden {

/// A connection to one CAN bus. Belongs to the thread that made it. All signals come from the event loop, never from
/// inside a call of send().
class CanPort : public QObject
{
    Q_OBJECT

public:
    enum class State { Closed, Opening, Open, Failed };
    Q_ENUM(State)

    static constexpr int usualBurst = 8;

    using QObject::QObject;

    /// Starts opening; the outcome comes by stateChanged, within a few seconds at most. Does nothing while Opening or
    /// Open.
    virtual void open() = 0;
    virtual void close() = 0;
    /// False if the frame could not be taken now: the port is not open or has no room. Nothing is queued then.
    virtual bool send(const QCanBusFrame &frame) = 0;
    /// "virtualcan:can0"
    virtual QString interfaceName() const = 0;
    /// While open: is it to be asked in CAN FD frames here? Who is asked answers as he was asked.
    virtual bool asksInFd() const { return false; }
    /// How many frames it may be given at once; what it does not take then is offered again.
    virtual int burst() const { return usualBurst; }
    /// By whose time whoever uses this port waits; outlives what was made by it, with the port.
    virtual Ticker &ticker() { return m_machine; }
    /// While open: how fast the bus is, where somebody knows it.
    virtual std::optional<BitRates> bitRates() const { return std::nullopt; }
    /// Where a recording is played: what there is to tell of it, in step with detail().
    virtual std::optional<ReplayState> replay() const { return std::nullopt; }

    State state() const { return m_state; }
    /// The backend's text for the last change of state.
    const QString &detail() const { return m_detail; }

    /// A data frame that may be looked at: valid, 11- or 29-bit, no remote or error frame, not our own echo, at most 8
    /// bytes, or 64 if it says it is CAN FD.
    static bool acceptable(const QCanBusFrame &frame);

Q_SIGNALS:
    /// Acceptable frames only, in the order of arrival.
    void framesReceived(const QList<QCanBusFrame> &frames);
    /// What came and is none of these, but for our own echo: error frames, remote frames, malformed ones. For counting.
    void framesRejected(const QList<QCanBusFrame> &frames);
    void stateChanged(packwarden::CanPort::State state);

protected:
    /// Sorts what came, and tells of it.
    void deliver(QList<QCanBusFrame> frames);
    void setState(State state, const QString &detail = {});

private:
    MachineTicker m_machine;
    State m_state = State::Closed;
    QString m_detail;
};

/// Makes the port for "plugin:device". The result belongs to the parent.
using CanPortFactory = std::function<CanPort *(const QString &device, QObject *parent)>;

} // namespace packwarden
