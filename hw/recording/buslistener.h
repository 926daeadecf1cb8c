// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/isotp/isotp.h"
#include "hw/telemetry/telemetrydecoder.h"

#include <QHash>

namespace packwarden {

/// Hears a bus or a recording of one without taking part: telemetry as the console decodes it, and the diagnostic
/// messages of all nodes, put together from their frames. Pure: frames and time in. Bounded by the number of nodes.
class BusListener final
{
public:
    struct Talk
    {
        int node = 0; ///< of the pack; 0: all of them
        bool request = false;
        QByteArray message;
    };

    BusListener();

    /// What has become whole by this frame. Times: microseconds that do not run backwards.
    QList<Talk> feed(const QCanBusFrame &frame, qint64 microseconds);
    /// Packs that have told their serials to anybody bear them.
    const TelemetryDecoder &telemetry() const { return m_telemetry; }
    QString serial(int node) const { return m_serials.value(node); }
    qint64 broken() const { return m_broken; } ///< messages that did not come whole

private:
    isotp::Channel &channelOf(quint32 identifier);

    TelemetryDecoder m_telemetry;
    QHash<quint32, isotp::Channel> m_channels; ///< by identifier
    QHash<int, QString> m_serials;
    qint64 m_broken = 0;
};

} // namespace packwarden
