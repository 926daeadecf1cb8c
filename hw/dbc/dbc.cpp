// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/dbc/dbc.h"

#include <QFile>

#include <cstdlib>

namespace packwarden {

namespace {

constexpr qint64 microPerMilli = 1000;

/// Bit number in DBC counting (byte x 8 + bit) of step 0.. from the start; Motorola runs downwards in each byte.
int nextMotorolaBit(int bit)
{
    return bit % 8 == 0 ? bit + 15 : bit - 1;
}

qint64 dividedHalfAway(qint64 value, qint64 divisor)
{
    const bool negative = (value < 0) != (divisor < 0);
    const qint64 magnitude = (std::abs(value) + std::abs(divisor) / 2) / std::abs(divisor);
    return negative ? -magnitude : magnitude;
}

} // namespace

qint64 DbcSignal::extract(const QByteArray &payload) const
{
    quint64 raw = 0;
    int bit = startBit;
    for (int i = 0; i < size; ++i) {
        const quint64 one = quint8(payload.at(bit / 8)) >> (bit % 8) & 1;
        raw |= one << (littleEndian ? i : size - 1 - i);
        bit = littleEndian ? bit + 1 : nextMotorolaBit(bit);
    }
    if (isSigned && size < 64 && raw >> (size - 1) & 1)
        raw |= ~quint64(0) << size;
    return qint64(raw);
}

void DbcSignal::insert(QByteArray &payload, qint64 raw) const
{
    int bit = startBit;
    for (int i = 0; i < size; ++i) {
        const bool one = quint64(raw) >> (littleEndian ? i : size - 1 - i) & 1;
        const quint8 mask = quint8(1u << (bit % 8));
        const quint8 old = quint8(payload.at(bit / 8));
        payload[bit / 8] = char(one ? old | mask : old & ~mask);
        bit = littleEndian ? bit + 1 : nextMotorolaBit(bit);
    }
}

qint64 DbcSignal::toMilli(qint64 raw) const
{
    return dividedHalfAway(raw * factorMicro + offsetMicro, microPerMilli);
}

qint64 DbcSignal::toRaw(qint64 milli) const
{
    const qint64 micro = milli * microPerMilli;
    const qint64 held = minMicro == maxMicro ? micro : qBound(minMicro, micro, maxMicro);
    return dividedHalfAway(held - offsetMicro, factorMicro);
}

bool DbcSignal::inRange(qint64 raw) const
{
    const qint64 micro = raw * factorMicro + offsetMicro;
    return minMicro == maxMicro || (micro >= minMicro && micro <= maxMicro);
}

const DbcSignal *DbcMessage::signal(const QString &wanted) const
{
    for (const DbcSignal &one : signalList) {
        if (one.name == wanted)
            return &one;
    }
    return nullptr;
}

const DbcSignal *DbcMessage::multiplexor() const
{
    for (const DbcSignal &one : signalList) {
        if (one.multiplexor)
            return &one;
    }
    return nullptr;
}

QMap<QString, qint64> DbcMessage::decode(const QByteArray &payload) const
{
    QMap<QString, qint64> values;
    if (payload.size() < size)
        return values;
    const DbcSignal *selector = multiplexor();
    const qint64 selected = selector ? selector->extract(payload) : -1;
    for (const DbcSignal &one : signalList) {
        if (one.multiplexValue < 0 || one.multiplexValue == selected)
            values.insert(one.name, one.extract(payload));
    }
    return values;
}

Result<QByteArray> DbcMessage::encode(const QMap<QString, qint64> &raw) const
{
    QByteArray payload(size, '\0');
    const DbcSignal *selector = multiplexor();
    const qint64 selected = selector ? raw.value(selector->name) : -1;
    for (auto it = raw.begin(); it != raw.end(); ++it) {
        const DbcSignal *one = signal(it.key());
        if (!one || (one->multiplexValue >= 0 && one->multiplexValue != selected))
            return {Code::UnexpectedAnswer, it.key()};
        const qint64 lowest = one->isSigned ? -(qint64(1) << (one->size - 1)) : 0;
        const qint64 highest = one->isSigned ? (qint64(1) << (one->size - 1)) - 1 : (qint64(1) << one->size) - 1;
        if (it.value() < lowest || it.value() > highest)
            return {Code::UnexpectedAnswer, it.key()};
        one->insert(payload, it.value());
    }
    return payload;
}

const DbcMessage *Dbc::message(const QString &name) const
{
    for (const DbcMessage &one : m_messages) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}

const DbcMessage *Dbc::messageFor(quint32 frameId) const
{
    for (const DbcMessage &one : m_messages) {
        if (one.id >> 8 == frameId >> 8)
            return &one;
    }
    return nullptr;
}

Dbc Dbc::packwarden()
{
    static const Dbc own = [] {
        QFile file(QStringLiteral(":/packwarden/can/packwarden.dbc"));
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const auto loaded = text.isEmpty() ? Result<Dbc>(Code::FileUnreadable, file.fileName()) : parse(text);
        if (!loaded.ok())
            qFatal("packwarden.dbc: %s", qUtf8Printable(loaded.error().detail));
        return *loaded;
    }();
    return own;
}

DbcWriter &DbcWriter::raw(const QString &signal, qint64 value)
{
    m_raw.insert(signal, value);
    return *this;
}

DbcWriter &DbcWriter::milli(const QString &signal, qint64 value)
{
    if (const DbcSignal *known = m_message.signal(signal))
        return raw(signal, known->toRaw(value));
    m_error = signal;
    return *this;
}

DbcWriter &DbcWriter::word(const QString &signal, const QString &word)
{
    const DbcSignal *known = m_message.signal(signal);
    const QList<qint64> keys = known ? known->values.keys(word) : QList<qint64>();
    if (keys.size() == 1)
        return raw(signal, keys.first());
    m_error = signal;
    return *this;
}

} // namespace packwarden
