// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/support/newestanswer.h"

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
        m_newest.ask(m_worker, this, std::move(work), std::move(tell));
    }
    /// The question is no longer asked.
    void cancel() { m_newest.forget(); }

private:
    NewestAnswer m_newest;
    QThreadPool m_worker;
};

} // namespace packwarden
