// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/hw/sim/support/packthread.h"

#include "hw/can/qtcanport.h"
#include "hw/sim/simulatednode.h"

namespace packwarden::test {

PackThread::PackThread(const QString &bus, std::unique_ptr<sim::SimulatedPack> pack)
    : m_home(new QObject)
{
    m_home->moveToThread(&m_thread);
    m_thread.start();
    const auto boot = [&] {
        auto *port = new QtCanPort(bus, QtCanPort::Hosting::Allowed, m_home);
        new sim::SimulatedNode(*port, std::move(pack), m_home);
        port->open();
    };
    QMetaObject::invokeMethod(m_home, boot, Qt::BlockingQueuedConnection);
}

PackThread::~PackThread()
{
    const auto end = [this] {
        // The node first: the port must outlive it.
        delete m_home->findChild<sim::SimulatedNode *>();
        delete m_home;
    };
    QMetaObject::invokeMethod(m_home, end, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace packwarden::test
