// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator.h"

#include "qtcanport.h"

#include <QDir>

namespace packwarden::sim {

namespace {

constexpr int reopenMilliseconds = 1000;

} // namespace

Simulator::Simulator(const QString &bus, QObject *parent)
    : QObject(parent)
    , m_port(new QtCanPort(bus, QtCanPort::Hosting::Allowed, this))
{
    m_reopen.setSingleShot(true);
    m_reopen.setInterval(reopenMilliseconds);
    connect(&m_reopen, &QTimer::timeout, m_port, &QtCanPort::open);
    connect(m_port, &QtCanPort::stateChanged, this, &Simulator::portStateChanged);
}

Simulator::~Simulator() = default;

Result<> Simulator::load(
    FileLayer &files, const QString &folder, int count, const Clock &clock, const SimulatedPack::Options &options)
{
    const QStringList serials = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name).mid(0, count);
    if (serials.size() < count)
        return {Code::FileUnreadable, QStringLiteral("%1: %2 packs").arg(folder).arg(serials.size())};
    for (const QString &serial : serials) {
        const QString place = folder + u'/' + serial;
        auto lock = PackLock::take(place);
        if (!lock.ok())
            return {lock.code(), QStringLiteral("%1: in use, or not writable").arg(serial)};
        m_locks.push_back(*lock);
        auto pack = SimulatedPack::start(files, place, clock, options);
        if (!pack.ok())
            return {pack.code(), QStringLiteral("%1: %2").arg(serial, pack.error().detail)};
        new SimulatedNode(*m_port, std::move(pack).value(), this);
    }
    return Result<>::success();
}

void Simulator::open()
{
    m_port->open();
}

void Simulator::portStateChanged()
{
    switch (m_port->state()) {
    case CanPort::State::Open:
        if (!std::exchange(m_wasOpen, true))
            Q_EMIT ready();
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
