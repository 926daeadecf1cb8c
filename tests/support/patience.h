// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDeadlineTimer>
#include <QTimer>

namespace packwarden::test {

/// A time that passes only while the test waits; at most one at once. Made and ended by the test's thread.
class PassingTime
{
public:
    PassingTime();
    virtual ~PassingTime();
    PassingTime(const PassingTime &) = delete;
    PassingTime &operator=(const PassingTime &) = delete;

    virtual qint64 milliseconds() const = 0;
    /// To the next thing that is due, which happens then. False if nothing is due until then: it is then now.
    virtual bool pass(qint64 untilMilliseconds) = 0;
};

/// Waits for a state in the event loop. QTest::qWait() and what is built on it sleep ten milliseconds between two
/// looks, and nothing that lives in this thread goes on meanwhile: a simulated pack would answer ten times later than
/// it does. What comes without an event (a file, another process) is looked for every few milliseconds.
///
/// Where there is a PassingTime, milliseconds are its own, and it goes on to the next thing that is due whenever there
/// is nothing to do in this program. What waits by the machine's time (a widget) is then waited for, too.
///
///     Patience patience(5000);
///     while (!arrived() && patience.goOn()) { }
class Patience final
{
public:
    explicit Patience(qint64 milliseconds);

    /// Lets happen what is due, else waits for an event. False once the time is up, or when the test has failed.
    bool goOn();

private:
    void waitForAnEvent();

    QDeadlineTimer m_deadline;
    qint64 m_until = 0; ///< of the passing time
    QTimer m_look; ///< wakes the event loop
};

/// True as soon as done() is; false if it is not within this time.
template <typename Done> [[nodiscard]] bool waitFor(Done done, qint64 milliseconds = 5000)
{
    for (Patience patience(milliseconds); !done();) {
        if (!patience.goOn())
            return done();
    }
    return true;
}

/// So much of the passing time.
void letPass(qint64 milliseconds);

/// All events that are there, and those that they bring about: layouts come to rest, what is to be painted is. Waits
/// for nothing.
void finishEvents();

} // namespace packwarden::test
