// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <type_traits>
#include <utility>

namespace packwarden {

/// Asks on a worker thread, one question after the other; of several the newest alone is answered. For one thread, the
/// one in which answers are told.
class NewestAnswer final
{
public:
    /// For work that takes long: false once another question came, or none is asked any more. Any thread.
    class StillAsked
    {
    public:
        bool operator()() const { return m_number == *m_newest; }

    private:
        friend class NewestAnswer;
        StillAsked(quint64 number, std::shared_ptr<std::atomic<quint64>> newest)
            : m_number(number)
            , m_newest(std::move(newest))
        {
        }
        quint64 m_number;
        std::shared_ptr<std::atomic<quint64>> m_newest;
    };

    /// work: on the worker, by values alone; not run where another question came meanwhile; may take a StillAsked.
    /// tell: takes what work returned, in context's thread, while context lives.
    template <typename Work, typename Tell> void ask(QThreadPool &worker, QObject *context, Work work, Tell tell)
    {
        const StillAsked asked(++*m_newest, m_newest);
        worker.start([context, asked, work = std::move(work), tell = std::move(tell)] {
            if (!asked())
                return;
            auto answer = [&] {
                if constexpr (std::is_invocable_v<const Work &, const StillAsked &>)
                    return work(asked);
                else
                    return work();
            }();
            QMetaObject::invokeMethod(
                context,
                [asked, tell, answer = std::move(answer)] {
                    if (asked())
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
