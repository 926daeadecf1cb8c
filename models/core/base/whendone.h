// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QFutureWatcher>

namespace packwarden {

/// Acts on the result of a future, on the thread of the context and not after it is gone; not at all if the future was
/// cancelled. Never before the caller returns, however soon there is a result: a continuation of a finished future
/// would run at once, and one whose context dies first would bring the program down.
template <typename T, typename Act> void whenDone(QObject *context, const QFuture<T> &future, Act act)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, act]() mutable {
        watcher->deleteLater();
        if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
            act(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace packwarden
