// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/dbc/dbc.h"

#include <QtEndian>

#include <array>
#include <cstring>
#include <vector>

namespace packwarden {

/// The bytes of a frame of at most eight as two numbers, from which signals are taken by shift and mask.
struct FrameWords
{
    quint64 little = 0;
    quint64 big = 0;

    explicit FrameWords(const QByteArray &payload)
    {
        std::array<char, 8> bytes{};
        std::memcpy(bytes.data(), payload.constData(), size_t(qMin<qsizetype>(payload.size(), 8)));
        little = qFromLittleEndian<quint64>(bytes.data());
        big = qFromBigEndian<quint64>(bytes.data());
    }
};

/// Where a signal is in a frame.
struct SignalPlace
{
    const DbcSignal *signal = nullptr; ///< of the table's own DBC
    quint64 mask = 0;
    quint64 signBit = 0; ///< 0: unsigned
    quint8 shift = 0;
    bool littleEndian = true;

    SignalPlace() = default;
    explicit SignalPlace(const DbcSignal &of);
    /// The same as DbcSignal::extract().
    qint64 raw(const FrameWords &words) const
    {
        const quint64 bits = (littleEndian ? words.little : words.big) >> shift & mask;
        return qint64((bits ^ signBit) - signBit);
    }
};

/// A DBC whose messages have at most eight bytes, made ready for many frames: no names are looked up, and no bits
/// counted. Others of its messages are left out.
class SignalTable final
{
public:
    struct Message
    {
        const DbcMessage *message = nullptr;
        std::vector<SignalPlace> always; ///< in every frame, the multiplexor among them
        std::vector<std::vector<SignalPlace>> multiplexed; ///< by multiplex value
        SignalPlace multiplexor; ///< its signal: nullptr if there is none
        SignalPlace counter; ///< RollingCounter; likewise
    };

    explicit SignalTable(Dbc dbc);
    SignalTable(const SignalTable &) = delete;
    SignalTable &operator=(const SignalTable &) = delete;

    const Dbc &dbc() const { return m_dbc; }
    /// As Dbc::messageFor().
    const Message *find(quint32 frameId) const
    {
        for (const Message &one : m_bySlot[slot(frameId)]) {
            if (one.message->id >> 8 == frameId >> 8)
                return &one;
        }
        return nullptr;
    }
    const Message *find(const QString &name) const;
    /// Calls take(signal, raw) for each signal that is present. The payload has the message's size.
    template <typename Take> static void decode(const Message &message, const QByteArray &payload, Take &&take)
    {
        const FrameWords words(payload);
        for (const SignalPlace &place : message.always)
            take(*place.signal, place.raw(words));
        if (!message.multiplexor.signal)
            return;
        const auto selected = quint64(message.multiplexor.raw(words));
        if (selected >= message.multiplexed.size())
            return;
        for (const SignalPlace &place : message.multiplexed[selected])
            take(*place.signal, place.raw(words));
    }

private:
    static constexpr size_t slotCount = 64;
    static size_t slot(quint32 frameId) { return (frameId >> 8) % slotCount; }

    const Dbc m_dbc;
    std::array<std::vector<Message>, slotCount> m_bySlot;
};

} // namespace packwarden
