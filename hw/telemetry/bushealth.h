// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/canport.h"
#include "hw/dbc/signaltable.h"
#include "models/core/pack/busfigures.h"

#include <QHash>

#include <array>

namespace packwarden {

/// How a bus is, judged from what one end hears and sends: load bit by bit, what is lost, late or malformed, who else
/// talks, who fell silent or babbles, whether interface or hub are there. Pure: frames and time in, figures out. Times:
/// monotonic milliseconds. Bounded whatever is sent: so many identifiers a second are told apart, and no more.
class BusHealth final
{
public:
    struct Limits
    {
        int bitRate = 500'000;
        int dataRate = 2'000'000;
        int overloaded = 900; ///< thousandths of the bus; it is over at relieved
        int relieved = 800;
        int impossible = 1500; ///< no wire carries that: the rate that was assumed is wrong
        int babblingShare = 500; ///< thousandths of a second on the wire for one identifier, on a bus not relieved
        qint64 silentAfter = 2000;
        qint64 nodeSilentAfter = 3000;
        qint64 nodeForgottenAfter = 120'000; ///< it was taken away on purpose
        qint64 testerForgottenAfter = 30'000;
        qint64 lateFrames = 10; ///< in ten seconds; fewer are only counted
        qint64 stuckAfter = 1000; ///< no frame was taken for so long; refusals in between are usual
    };

    explicit BusHealth(const Dbc &dbc);
    BusHealth(const Dbc &dbc, const Limits &limits);

    /// A new bus: all is forgotten.
    void restart(bool simulated);
    /// Those of the interface; none: nobody knows them, and the load is counted by those of the limits.
    void setBitRates(const std::optional<BitRates> &rates);
    void portState(CanPort::State state, qint64 now);
    /// Any frame of the bus, also one that no port may pass on.
    void heard(const QCanBusFrame &frame, qint64 now);
    void sent(const QCanBusFrame &frame, qint64 now);
    void refused(qint64 now);
    /// To be called about once a second, or oftener.
    BusFigures figures(qint64 now);

private:
    static constexpr qint64 windowLength = 1000;
    static constexpr qsizetype identifiersApart = 1024;

    /// A count, and how much of it is of the last ten seconds.
    struct Count
    {
        qint64 total = 0;
        std::array<qint64, 10> seconds{};
        void add(qint64 more);
        void nextSecond();
        qint64 recent() const;
    };
    struct Node
    {
        qint64 heardAt = 0;
    };
    struct Broadcast
    {
        qint64 heardAt = 0;
        qint64 counter = -1;
    };
    struct Window
    {
        qint64 start = -1;
        double busy = 0; ///< seconds on the wire
        int frames = 0;
        QHash<quint32, double> byIdentifier; ///< with the flag of the longer format
    };

    void roll(qint64 now);
    void closeWindow(double seconds);
    void addLoad(const QCanBusFrame &frame);
    void hearError(const QCanBusFrame &frame);
    void hearTelemetry(const SignalTable::Message &message, const QCanBusFrame &frame, qint64 now);
    void hearDiagnostics(quint32 identifier, qint64 now);
    bool isConversation(quint32 identifier) const;
    QList<BusTrouble> troubles(qint64 now);

    const SignalTable m_table;
    const Limits m_limits;
    bool m_simulated = false;
    CanPort::State m_state = CanPort::State::Closed;
    bool m_wasOpen = false;
    qint64 m_lastHeard = 0;
    qint64 m_outageSince = -1; ///< -1: none
    qint64 m_refusedSince = -1; ///< no frame was taken since; -1: the last one was
    Window m_window;
    BusFigures m_figures;
    bool m_overloaded = false;
    quint32 m_babbler = 0;
    bool m_babbles = false;
    Count m_lost;
    Count m_late;
    Count m_invalid;
    Count m_errors;
    Count m_refused;
    QHash<int, Node> m_nodes; ///< 0x10 to 0x6F
    QHash<quint32, Broadcast> m_broadcasts; ///< identifiers of the DBC
    QHash<quint32, qint64> m_testers; ///< a byte's worth of addresses
    QHash<quint64, qint64> m_since; ///< what lasts: kind and who
};

} // namespace packwarden
