// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/traffic.h"

#include "hw/sim/battery/batterymanagement.h"
#include "hw/sim/battery/telemetry.h"

#include <algorithm>

namespace packwarden::bench {

namespace {
constexpr int cellCount = 96;
constexpr int firstNode = 0x10;
constexpr int beatMilliseconds = 5;
} // namespace

QList<Due> traffic(int packs, qint64 milliseconds)
{
    QMap<ParameterId, Milli> values;
    for (const auto &[id, value] :
        std::initializer_list<std::pair<const char *, qint64>>{{"soc.min", 10'000}, {"soc.max", 90'000},
            {"cell.voltage.max", 4200}, {"cell.voltage.min", 3000}, {"cell.temperature.max", 55'000},
            {"discharge.temperature.min", -20'000}, {"charge.temperature.min", 0}, {"charge.current.max", 120'000},
            {"discharge.current.max", 240'000}, {"balance.delta.max", 10}, {"balance.current.max", 150}})
        values.insert(ParameterId::fromTrusted(QString::fromLatin1(id)), Milli{value});
    QList<Due> all;
    for (int i = 0; i < packs; ++i) {
        const PackConfiguration made{QStringLiteral("NMC"), cellCount, 2, 8, 100'000, firstNode + i};
        sim::Telemetry telemetry(Dbc::packwarden(), made);
        sim::BatteryManagement battery(made, quint32(i + 1));
        sim::BspStatus bsp;
        bsp.lifeCycle = QStringLiteral("in-service");
        bsp.lock = QStringLiteral("active");
        for (qint64 now = 0; now < milliseconds; now += 5) {
            if (now % 100 == 0)
                battery.advance(2, values); // twenty times as fast as life: each value moves
            for (const QCanBusFrame &frame : telemetry.due(now, battery.condition(), bsp))
                all.append({now, frame});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Due &a, const Due &b) { return a.at < b.at; });
    return all;
}

Traffic::Traffic(QList<Due> frames, qint64 period, QObject *parent)
    : QObject(parent)
    , m_frames(std::move(frames))
    , m_period(period)
    , m_timer(this)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Traffic::deliver);
}

void Traffic::start()
{
    m_elapsed.start();
    m_timer.start(beatMilliseconds);
}

void Traffic::deliver()
{
    QList<QCanBusFrame> now;
    while (!m_frames.isEmpty() && m_round * m_period + m_frames.at(m_next).at <= m_elapsed.elapsed()) {
        now.append(m_frames.at(m_next).frame);
        m_next = (m_next + 1) % m_frames.size();
        m_round += m_next == 0 ? 1 : 0;
    }
    if (!now.isEmpty())
        Q_EMIT due(now);
}

TrafficPort::TrafficPort(QList<Due> frames, qint64 period, QObject *parent)
    : CanPort(parent)
    , m_traffic(std::move(frames), period, this)
{
    connect(&m_traffic, &Traffic::due, this, &TrafficPort::framesReceived);
}

void TrafficPort::open()
{
    m_traffic.start();
    QMetaObject::invokeMethod(
        this, [this] { setState(State::Open); }, Qt::QueuedConnection);
}

void TrafficPort::close()
{
    m_traffic.stop();
    setState(State::Closed);
}

} // namespace packwarden::bench
