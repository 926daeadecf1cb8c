// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <utility>

namespace packwarden {

/// Asks on a worker thread, one question after the other; of several the newest alone is answered. For one thread, the
/// one in which answers are told.
class NewestAnswer final
{
public:
    /// work: on the worker, by values alone; not run where another question came meanwhile. tell: takes what work
    /// returned, in context's thread, while context lives.
    template <typename Work, typename Tell> void ask(QThreadPool &worker, QObject *context, Work work, Tell tell)
    {
        const quint64 number = ++*m_newest;
        worker.start([context, number, newest = m_newest, work = std::move(work), tell = std::move(tell)] {
            if (number != *newest)
                return;
            auto answer = work();
            QMetaObject::invokeMethod(
                context,
                [number, newest, tell, answer = std::move(answer)] {
                    if (number == *newest)
                        tell(answer);
                },
                Qt::QueuedConnection);
        });
    }
    /// What was asked is answered no more.
    void forget() { ++*m_newest; }

private:
    std::shared_ptr<std::atomic<quint64>> m_newest = std::make_shared<std::atomic<quint64>>(0);
};

} // namespace packwarden
