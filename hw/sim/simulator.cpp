// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/simulator.h"

#include "hw/can/qtcanport.h"

#include <QCanBusFrame>
#include <QDir>
#include <QtEndian>

#include <algorithm>

namespace packwarden::sim {

namespace {

constexpr int reopenMilliseconds = 1000;
constexpr int crowdMilliseconds = 5;
constexpr double framesInSecond = 500'000.0 / 135; ///< of eight bytes, usual stuffing, at 500 kbit/s
constexpr quint32 foreignId = 0x18FE0005; ///< nobody's telemetry and nobody's diagnostics

} // namespace

Simulator::Simulator(const QString &bus, QObject *parent)
    : QObject(parent)
    , m_port(new QtCanPort(bus, QtCanPort::Hosting::Allowed, this))
{
    m_reopen.setSingleShot(true);
    m_reopen.setInterval(reopenMilliseconds);
    connect(&m_reopen, &QTimer::timeout, m_port, &QtCanPort::open);
    m_crowd.setTimerType(Qt::PreciseTimer);
    m_crowd.setInterval(crowdMilliseconds);
    connect(&m_crowd, &QTimer::timeout, this, &Simulator::crowd);
    connect(m_port, &QtCanPort::stateChanged, this, &Simulator::portStateChanged);
}

Simulator::~Simulator() = default;

Result<> Simulator::load(
    FileLayer &files, const QString &folder, int count, const Clock &clock, const SimulatedPack::Options &options)
{
    const QStringList serials = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name).mid(0, count);
    if (serials.size() < count)
        return {Code::FileUnreadable, QStringLiteral("%1: %2 packs").arg(folder).arg(serials.size())};
    QList<scenario::Place> places;
    for (const QString &serial : serials) {
        const QString place = folder + u'/' + serial;
        auto lock = PackLock::take(place);
        if (!lock.ok())
            return {lock.code(), QStringLiteral("%1: in use, or not writable").arg(serial)};
        m_locks.push_back(*lock);
        auto pack = SimulatedPack::start(files, place, clock, options);
        if (!pack.ok())
            return {pack.code(), QStringLiteral("%1: %2").arg(serial, pack.error().detail)};
        const PackBoard &board = (*pack)->memory().board();
        places.append(
            {(*pack)->serial().text(), board.configuration.cells, board.configuration.modules, board.parts.keys()});
        new SimulatedNode(*m_port, std::move(pack).value(), this);
    }
    if (auto fit = scenario::checkPlaces(options.happenings, places); !fit.ok())
        return fit;
    for (const Happening &happening : options.happenings) {
        if (happening.kind == Happening::Kind::BusyBus)
            m_busy.append(happening);
    }
    return Result<>::success();
}

void Simulator::crowd()
{
    const double now = double(m_clock.elapsed()) / 1000;
    double share = 0;
    for (const Happening &happening : std::as_const(m_busy)) {
        if (happening.isOn(now))
            share = std::max(share, happening.amount);
    }
    m_owed += share * framesInSecond * crowdMilliseconds / 1000;
    for (; m_owed >= 1; --m_owed) {
        QByteArray payload(8, '\0');
        qToBigEndian(m_sent++, payload.data());
        QCanBusFrame frame(foreignId, payload);
        frame.setExtendedFrameFormat(true);
        if (m_port->state() != CanPort::State::Open || !m_port->send(frame))
            break;
    }
    m_owed = std::min(m_owed, framesInSecond / 100);
}

void Simulator::open()
{
    m_port->open();
}

void Simulator::portStateChanged()
{
    switch (m_port->state()) {
    case CanPort::State::Open:
        if (!std::exchange(m_wasOpen, true)) {
            m_clock.start();
            if (!m_busy.isEmpty())
                m_crowd.start();
            Q_EMIT ready();
        }
        break;
    case CanPort::State::Failed:
        if (m_wasOpen)
            m_reopen.start();
        else
            Q_EMIT failed(m_port->detail());
        break;
    default:
        break;
    }
}

} // namespace packwarden::sim
