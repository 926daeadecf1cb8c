// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

namespace packwarden {

/// Where a pack is heard: a node of a bus.
struct PackPlace
{
    QString bus; ///< "plugin:device"
    int node = 0;
    bool operator==(const PackPlace &) const = default;

    QString text() const; ///< "socketcan:can0, node 11"
};

/// At which place of which bus each serial is heard. A pack that falls silent at one place and tells its serial at
/// another has moved. One serial that is heard at two places in turn belongs to two devices: the place where it was
/// heard first keeps it, and the other is a twin. Times are monotonic milliseconds of one clock. A plain value.
class PackPlaces
{
public:
    /// goneAfter: milliseconds; a pack that was not heard for so long may have moved.
    explicit PackPlaces(qint64 goneAfter = 3000)
        : m_goneAfter(goneAfter)
        , m_slack(goneAfter / 3)
    {
    }

    enum class Heard {
        Here, ///< at the place that has it
        Moved, ///< at this place from now on
        Ignored, ///< another place has it, or had it last
        Twin, ///< another place has it, and is heard, too
    };

    /// heardAt: of the telemetry, which may be told long after.
    Heard hear(const QString &serial, const PackPlace &place, qint64 heardAt, qint64 now);
    /// Nothing is heard there from now on.
    void lose(const QString &bus);
    /// Has no bus where the pack was never heard, or its bus was lost.
    PackPlace placeOf(const QString &serial) const { return m_packs.value(serial).place; }

private:
    struct Pack
    {
        PackPlace place;
        qint64 heardAt = 0;
        PackPlace other; ///< where it is told, too
        qint64 otherSince = 0;
        qint64 otherAt = 0;
    };
    qint64 m_goneAfter;
    qint64 m_slack; ///< what was heard before the pack was moved may be told that much later
    QHash<QString, Pack> m_packs; ///< by serial
};

} // namespace packwarden
