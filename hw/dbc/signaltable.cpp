// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/dbc/signaltable.h"

namespace packwarden {

namespace {

constexpr int wordBits = 64;
constexpr qint64 mostMultiplexed = 4096;

} // namespace

SignalPlace::SignalPlace(const DbcSignal &of)
    : signal(&of)
    , mask(of.size >= wordBits ? ~quint64(0) : (quint64(1) << of.size) - 1)
    , signBit(of.isSigned && of.size < wordBits ? quint64(1) << (of.size - 1) : 0)
    , littleEndian(of.littleEndian)
{
    // The DBC numbers the bits of a byte from its lowest one; the most significant bit of a Motorola signal comes
    // first.
    const int fromTop = of.startBit / 8 * 8 + 7 - of.startBit % 8;
    shift = quint8(of.littleEndian ? of.startBit : wordBits - fromTop - of.size);
}

SignalTable::SignalTable(Dbc dbc)
    : m_dbc(std::move(dbc))
{
    for (const DbcMessage &message : m_dbc.messages()) {
        if (message.size > wordBits / 8)
            continue;
        Message ready;
        ready.message = &message;
        for (const DbcSignal &signal : message.signalList) {
            const SignalPlace place(signal);
            if (signal.multiplexor)
                ready.multiplexor = place;
            if (signal.name == QLatin1String("RollingCounter"))
                ready.counter = place;
            if (signal.multiplexValue < 0) {
                ready.always.push_back(place);
            } else if (signal.multiplexValue < mostMultiplexed) {
                const auto value = size_t(signal.multiplexValue);
                if (ready.multiplexed.size() <= value)
                    ready.multiplexed.resize(value + 1);
                ready.multiplexed[value].push_back(place);
            }
        }
        m_bySlot[slot(message.id)].push_back(std::move(ready));
    }
}

const SignalTable::Message *SignalTable::find(const QString &name) const
{
    const DbcMessage *message = m_dbc.message(name);
    return message ? find(message->id) : nullptr;
}

} // namespace packwarden
