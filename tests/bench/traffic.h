// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/canport.h"

#include <QElapsedTimer>
#include <QTimer>

namespace packwarden::bench {

struct Due
{
    qint64 at = 0; ///< ms
    QCanBusFrame frame;
};

/// What packs of 96 cells that drive and charge send in a time, made beforehand so that making it is not measured.
/// Their nodes follow each other from 0x10.
QList<Due> traffic(int packs, qint64 milliseconds);

/// Frames when they are due, over and over, from its making on.
class Traffic final : public QObject
{
    Q_OBJECT
public:
    /// period: after which it begins again, in milliseconds.
    Traffic(QList<Due> frames, qint64 period, QObject *parent);
    void start();
    void stop() { m_timer.stop(); }

Q_SIGNALS:
    void due(const QList<QCanBusFrame> &frames);

private:
    void deliver();

    QList<Due> m_frames;
    qint64 m_period;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    qsizetype m_next = 0;
    qint64 m_round = 0;
};

/// A bus in memory on which this traffic comes. Answers nothing.
class TrafficPort final : public CanPort
{
    Q_OBJECT
public:
    TrafficPort(QList<Due> frames, qint64 period, QObject *parent);
    void open() override;
    void close() override;
    bool send(const QCanBusFrame &) override { return true; }
    QString interfaceName() const override { return QStringLiteral("bench:0"); }

private:
    Traffic m_traffic;
};

} // namespace packwarden::bench
