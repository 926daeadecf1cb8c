// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace packwarden {

/// Something that is wrong with a bus, or worth to know of it, while it lasts.
struct BusTrouble
{
    /// In the order of weight: what comes first is shown first.
    enum class Kind {
        NeverOpened, ///< detail: why
        InterfaceGone,
        HubGone, ///< of a simulated bus
        BusOff,
        Babbling, ///< one identifier takes the bus
        Overloaded,
        NothingHeard,
        ErrorPassive,
        NodeSilent,
        ErrorFrames,
        FramesLost,
        FramesInvalid,
        WritesRefused,
        FramesLate,
        SameTester, ///< another one with this console's address
        ForeignTester
    };
    enum class Level { Alarm, Warning, Note };

    Kind kind = Kind::NothingHeard;
    quint32 who = 0; ///< a node, a tester's address, or the identifier that babbles; 0: nobody in particular
    QString serial; ///< of the node's pack, where it is known
    qint64 count = 0; ///< in the last ten seconds; of Babbling and Overloaded: load in thousandths
    qint64 since = 0; ///< monotonic milliseconds of the link's clock
    QString detail = {}; ///< the backend's words, where there are any
    bool operator==(const BusTrouble &) const = default;

    Level level() const
    {
        if (kind <= Kind::BusOff)
            return Level::Alarm;
        return kind >= Kind::SameTester ? Level::Note : Level::Warning;
    }
};

/// How a bus is, in figures, as one end of it can know. Crosses from the bus side to the screens whole. Counts are
/// since the bus was opened.
struct BusFigures
{
    /// Of this end's CAN controller, as far as its error frames told.
    enum class Controller { Active, Warning, Passive, BusOff };

    int bitRate = 0; ///< that the load is counted by; 0: no bus
    int dataRate = 0; ///< of CAN FD
    bool rateIsKnown = false; ///< or both are only what packs use
    int loadPermille = 0; ///< of the last second, by the bits of each frame; a simulated bus can have more than 1000
    int peakPermille = 0;
    int framesPerSecond = 0;
    qint64 heard = 0;
    qint64 sent = 0;
    qint64 lost = 0; ///< gaps in the rolling counters
    qint64 late = 0; ///< after twice their cycle
    qint64 invalid = 0; ///< no frame of CAN, or not as long as the DBC has them
    qint64 errorFrames = 0;
    qint64 refused = 0; ///< not taken by the interface at once
    Controller controller = Controller::Active;
    int outages = 0; ///< how often interface or hub went since the bus was opened
    qint64 lastOutage = 0; ///< milliseconds, of the last one that is over
    QList<BusTrouble> troubles; ///< worst first
    bool operator==(const BusFigures &) const = default;

    /// nullptr if nothing is wrong; notes do not count.
    const BusTrouble *worst() const
    {
        return troubles.isEmpty() || troubles.constFirst().level() == BusTrouble::Level::Note ? nullptr
                                                                                              : &troubles.constFirst();
    }
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::BusFigures)
