// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/patience.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTest>

#include <unistd.h>

namespace packwarden::test {

namespace {

constexpr int lookAgain = 5; // milliseconds

PassingTime *passing = nullptr;

void deleteLater()
{
    // As the event loop of a program would; processEvents() leaves them.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

/// Does another thread of this program compute? Its result is on its way then, and no time may pass before it.
bool othersWork()
{
    const QString folder = QStringLiteral("/proc/self/task");
    const QString mine = QString::number(gettid());
    for (const QString &thread : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (thread == mine)
            continue;
        QFile file(folder + u'/' + thread + QStringLiteral("/stat"));
        if (!file.open(QIODevice::ReadOnly))
            continue; // it has ended
        // "number (name) state ...", and a name may have any sign in it
        const QByteArray text = file.readAll();
        const char state = text.mid(text.lastIndexOf(')') + 2, 1).append('?').at(0);
        if (state == 'R' || state == 'D')
            return true;
    }
    return false;
}

} // namespace

PassingTime::PassingTime()
{
    Q_ASSERT(!passing);
    passing = this;
}

PassingTime::~PassingTime()
{
    passing = nullptr;
}

Patience::Patience(qint64 milliseconds)
    : m_deadline(milliseconds, Qt::PreciseTimer)
    , m_until(passing ? passing->milliseconds() + milliseconds : 0)
{
    m_look.setTimerType(Qt::PreciseTimer);
}

bool Patience::goOn()
{
    if (QTest::currentTestFailed())
        return false;
    if (passing) {
        // In this order: what another thread told before it fell asleep is an event by now.
        const bool others = othersWork();
        const bool happened = QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents);
        deleteLater();
        if (happened)
            return true;
        if (!others && passing && passing->pass(m_until))
            return true;
        if (others) {
            waitForAnEvent();
            return true;
        }
    }
    if (m_deadline.hasExpired())
        return false;
    waitForAnEvent();
    return true;
}

void Patience::waitForAnEvent()
{
    if (!m_look.isActive())
        m_look.start(lookAgain);
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    deleteLater();
}

void finishEvents()
{
    constexpr qint64 enough = 1000; // milliseconds; something may move all the time
    for (const QDeadlineTimer end(enough); !end.hasExpired();) {
        if (!QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents))
            break;
    }
    deleteLater();
}

void letPass(qint64 milliseconds)
{
    Q_ASSERT(passing);
    const qint64 until = passing->milliseconds() + milliseconds;
    for (Patience patience(milliseconds); passing->milliseconds() < until && patience.goOn();) { }
}

} // namespace packwarden::test
