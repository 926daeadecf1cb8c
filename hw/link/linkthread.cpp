// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/link/linkthread.h"

#include "hw/link/portfactory.h"

namespace packwarden {

LinkThread::LinkThread(const Clock &clock, const LinkTimings &timings)
    : LinkThread(clock, &makeGuestPort, timings)
{
}

LinkThread::LinkThread(const Clock &clock, CanPortFactory factory, const LinkTimings &timings)
    : m_recorder(new LinkRecorder(clock))
    , m_link(new PackLink(m_recorder->watching(std::move(factory)), clock, timings))
{
    m_thread.setObjectName(QStringLiteral("link"));
    m_link->moveToThread(&m_thread);
    m_recorder->moveToThread(&m_thread);
    QObject::connect(m_recorder, &LinkRecorder::started, m_link, &PackLink::nameAll);
    // In this order: the ports of the link tell the recorder.
    QObject::connect(&m_thread, &QThread::finished, m_link, &QObject::deleteLater);
    QObject::connect(&m_thread, &QThread::finished, m_recorder, &QObject::deleteLater);
    m_thread.start();
}

LinkThread::~LinkThread()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace packwarden
