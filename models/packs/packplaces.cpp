// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/packs/packplaces.h"

#include <algorithm>

namespace packwarden {

QString PackPlace::text() const
{
    return QStringLiteral("%1, node %2").arg(bus).arg(node, 2, 16, QLatin1Char('0'));
}

PackPlaces::Heard PackPlaces::hear(const QString &serial, const PackPlace &place, qint64 heardAt, qint64 now)
{
    Pack &pack = m_packs[serial];
    const bool isFresh = now - heardAt <= m_goneAfter;
    if (pack.place == place || (pack.place.bus.isEmpty() && isFresh)) {
        pack.place = place;
        pack.heardAt = std::max(pack.heardAt, heardAt);
        if (pack.heardAt - pack.otherAt > m_goneAfter)
            pack.other = {};
        return Heard::Here;
    }
    if (!isFresh)
        return Heard::Ignored;
    if (now - pack.heardAt > m_goneAfter) {
        pack = {place, heardAt, {}, 0, 0};
        return Heard::Moved;
    }
    if (pack.other != place) {
        pack.other = place;
        pack.otherSince = heardAt;
    }
    pack.otherAt = heardAt;
    return pack.heardAt - pack.otherSince > m_slack ? Heard::Twin : Heard::Ignored;
}

void PackPlaces::lose(const QString &bus)
{
    for (Pack &pack : m_packs) {
        if (pack.other.bus == bus)
            pack.other = {};
        if (pack.place.bus == bus)
            pack = {};
    }
}

} // namespace packwarden
