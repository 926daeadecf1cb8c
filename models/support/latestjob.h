// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace packwarden {

/// Works on a thread of its own and tells the answer to the newest question alone: older ones that wait are not worked
/// on, and what is under way is not told. Lives on the thread of its owner, where answers are told; when it dies, it
/// waits for what is under way.
class LatestJob final : public QObject
{
public:
    explicit LatestJob(QObject *parent = nullptr)
        : QObject(parent)
    {
        m_worker.setMaxThreadCount(1);
    }
    ~LatestJob() override
    {
        cancel();
        m_worker.waitForDone();
    }

    /// work: called on the worker, with values alone. tell: called with what it returned.
    template <typename Work, typename Tell> void start(Work work, Tell tell)
    {
        const quint64 number = ++m_newest;
        m_worker.start([this, number, work, tell] {
            if (number != m_newest)
                return;
            QMetaObject::invokeMethod(
                this,
                [this, number, tell, answer = work()] {
                    if (number == m_newest)
                        tell(answer);
                },
                Qt::QueuedConnection);
        });
    }
    /// The question is no longer asked.
    void cancel() { ++m_newest; }

private:
    QThreadPool m_worker;
    std::atomic<quint64> m_newest = 0;
};

} // namespace packwarden
