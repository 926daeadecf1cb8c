// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/recording/buslistener.h"

#include "models/core/base/ids.h"

namespace packwarden {

namespace {

constexpr quint32 toAll = 0x18DB33F1;
constexpr quint32 console = 0xF1;

/// The pack's node where the identifier is one of diagnostics, else 0.
int nodeOf(quint32 identifier)
{
    if (identifier >> 16 != 0x18DA)
        return 0;
    const quint32 target = identifier >> 8 & 0xFF;
    const quint32 source = identifier & 0xFF;
    const int node = int(source == console ? target : target == console ? source : 0);
    return node >= TelemetryDecoder::firstNode && node <= TelemetryDecoder::lastNode ? node : 0;
}

} // namespace

BusListener::BusListener()
    : m_telemetry(Dbc::packwarden())
{
}

isotp::Channel &BusListener::channelOf(quint32 identifier)
{
    const auto known = m_channels.find(identifier);
    if (known != m_channels.end())
        return *known;
    isotp::Config config;
    config.receiveId = identifier;
    config.format = isotp::Format::AsAsked;
    return *m_channels.insert(identifier, isotp::Channel(config));
}

QList<BusListener::Talk> BusListener::feed(const QCanBusFrame &frame, qint64 microseconds)
{
    constexpr qint64 perMillisecond = 1000;
    const quint32 identifier = frame.frameId();
    const int node = nodeOf(identifier);
    if (!frame.hasExtendedFrameFormat() || (node == 0 && identifier != toAll)) {
        const int sender = m_telemetry.feed(frame, microseconds / perMillisecond);
        if (sender != 0 && m_serials.contains(sender))
            m_telemetry.setSerial(sender, m_serials.value(sender));
        return {};
    }
    // What the channel would say is not sent: others say it.
    isotp::Output output;
    channelOf(identifier).receive(frame, microseconds, output);
    m_broken += output.receiveFailures.size();
    QList<Talk> talks;
    for (const isotp::Message &message : output.messages) {
        const bool request = (identifier & 0xFF) == console;
        talks.append({node, request, message.bytes});
        if (request || !message.bytes.startsWith(QByteArray::fromHex("62F18C")))
            continue;
        const auto serial = PackSerial::parse(QString::fromLatin1(message.bytes.mid(3)));
        if (!serial.ok())
            continue;
        m_serials.insert(node, serial->text());
        m_telemetry.setSerial(node, serial->text());
    }
    return talks;
}

} // namespace packwarden
