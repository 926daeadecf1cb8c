// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linkthread.h"

#include "qtcanport.h"

namespace packwarden {

LinkThread::LinkThread(const Clock &clock, const LinkTimings &timings)
    : LinkThread(clock, &QtCanPort::guest, timings)
{
}

LinkThread::LinkThread(const Clock &clock, CanPortFactory factory, const LinkTimings &timings)
    : m_link(new PackLink(std::move(factory), clock, timings))
{
    m_thread.setObjectName(QStringLiteral("link"));
    m_link->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_link, &QObject::deleteLater);
    m_thread.start();
}

LinkThread::~LinkThread()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace packwarden
