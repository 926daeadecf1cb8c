// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/autolock.h"

#include "models/core/base/clock.h"

#include <QCoreApplication>
#include <QEvent>

namespace packwarden {

AutoLock::AutoLock(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    connect(&m_tick, &QTimer::timeout, this, &AutoLock::check);
    m_tick.start(1000);
    QCoreApplication::instance()->installEventFilter(this);
    touch();
}

void AutoLock::setMinutes(int minutes)
{
    m_minutes = minutes;
    touch();
}

void AutoLock::touch()
{
    m_touched = m_clock.monotonicMilliseconds();
    m_said = false;
}

void AutoLock::check()
{
    if (m_minutes <= 0 || m_said || m_clock.monotonicMilliseconds() - m_touched < qint64(m_minutes) * 60000)
        return;
    m_said = true;
    Q_EMIT due();
}

bool AutoLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        touch();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace packwarden
