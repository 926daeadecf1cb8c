// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/terminationwatch.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace packwarden::sim {

namespace {

sigset_t watched()
{
    sigset_t set;
    sigemptyset(&set);
    for (int number : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, number);
    return set;
}

} // namespace

void TerminationWatch::block()
{
    const sigset_t set = watched();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

TerminationWatch::TerminationWatch(QObject *parent)
    : QObject(parent)
{
    const sigset_t set = watched();
    m_descriptor = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (m_descriptor < 0)
        return;
    m_notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo information;
        if (::read(m_descriptor, &information, sizeof information) == sizeof information)
            Q_EMIT asked();
    });
}

TerminationWatch::~TerminationWatch()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace packwarden::sim
