// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>

namespace packwarden {

/// One signal of a DBC message. Physical values are integers in thousandths of the unit ("milli"): V gives millivolts.
struct DbcSignal
{
    QString name;
    int startBit = 0; ///< DBC numbering: of the least significant bit (Intel), of the most significant one (Motorola)
    int size = 0;
    bool littleEndian = true;
    bool isSigned = false;
    qint64 factorMicro = 1'000'000;
    qint64 offsetMicro = 0;
    qint64 minMicro = 0;
    qint64 maxMicro = 0;
    QString unit;
    QString comment;
    bool multiplexor = false;
    int multiplexValue = -1; ///< -1: in every frame
    QMap<qint64, QString> values; ///< VAL_: raw value -> stable word

    qint64 extract(const QByteArray &payload) const; ///< raw; the payload must be long enough
    void insert(QByteArray &payload, qint64 raw) const;
    qint64 toMilli(qint64 raw) const; ///< rounded half away from zero
    /// Rounded, then held within minimum and maximum of the DBC: a broadcast saturates, it does not wrap.
    qint64 toRaw(qint64 milli) const;
    QString word(qint64 raw) const { return values.value(raw); }
    bool inRange(qint64 raw) const; ///< false for the "invalid" codes
};

/// A message: the one table by which the simulator encodes and the console decodes.
struct DbcMessage
{
    quint32 id = 0; ///< 29-bit identifier without the DBC's flag bit
    QString name;
    int size = 0;
    int cycleMilliseconds = 0; ///< GenMsgCycleTime; of one multiplex value where the message is multiplexed
    QString comment;
    QList<DbcSignal> signalList;

    const DbcSignal *signal(const QString &name) const;
    const DbcSignal *multiplexor() const;
    /// Raw values of the signals that are present; empty if the payload is shorter than the message.
    QMap<QString, qint64> decode(const QByteArray &payload) const;
    /// From raw values. UnexpectedAnswer with the name of a signal that the message does not have, is not present for
    /// this multiplex value, or cannot carry the value. What is not given is 0.
    Result<QByteArray> encode(const QMap<QString, qint64> &raw) const;
};

/// A reader of the part of the DBC format that packwarden.dbc uses: BO_, SG_ (with M and m<n>), CM_, VAL_,
/// BA_ "GenMsgCycleTime"; other sections are skipped. Factors and offsets are decimal with at most six decimals.
class Dbc final
{
public:
    /// Malformed with the line number.
    static Result<Dbc> parse(const QByteArray &text);
    /// The product's own: ":/packwarden/can/packwarden.dbc". A program without it is broken, so it aborts then.
    /// Parsed once; any thread.
    static Dbc packwarden();

    const QList<DbcMessage> &messages() const { return m_messages; }
    const DbcMessage *message(const QString &name) const;
    /// The message of a telemetry frame: all of the identifier but its last byte, the sender, decides.
    const DbcMessage *messageFor(quint32 frameId) const;

private:
    QList<DbcMessage> m_messages;
};

/// Fills a message by name: DbcWriter(*message).raw("RollingCounter", n).milli("PackVoltage", mv).word("State",
/// "ready").
class DbcWriter final
{
public:
    explicit DbcWriter(const DbcMessage &message)
        : m_message(message)
    {
    }
    DbcWriter &raw(const QString &signal, qint64 value);
    DbcWriter &milli(const QString &signal, qint64 value);
    DbcWriter &word(const QString &signal, const QString &word);
    Result<QByteArray> payload() const { return m_error.isEmpty() ? m_message.encode(m_raw) : unknown(); }

private:
    Result<QByteArray> unknown() const { return {Code::UnexpectedAnswer, m_error}; }

    const DbcMessage &m_message;
    QMap<QString, qint64> m_raw;
    QString m_error;
};

} // namespace packwarden
