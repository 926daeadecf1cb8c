// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/exchange/exchangestate.h"
#include "models/exchange/exchangevisit.h"

#include <QPointer>
#include <QThread>
#include <QTimer>

namespace packwarden {

/// A window's way to an exchange: connected on a thread of its own, fetched from when something is told to be new and
/// once a minute, tried again with growing pauses while it is away. What is to go there waits in an outbox that
/// outlives the program. Lives on the thread of the workspace, which must outlive it; that thread never waits for the
/// server.
class ExchangeDesk final : public QObject
{
    Q_OBJECT
public:
    using Reach = ExchangeState::Reach;

    explicit ExchangeDesk(Workspace &workspace, QObject *parent = nullptr);
    ~ExchangeDesk() override;

    const ExchangeState &state() const { return m_state; }
    /// From now on this exchange; empty: none. Kept in the store for the next start. Malformed, as ExchangeAddress.
    Result<> use(const QString &address);
    /// What was used when the program ended.
    void useAgain();
    /// Puts documents or lists into the outbox. They go as soon as the exchange is in reach; what it refuses leaves the
    /// outbox, and refused() is emitted.
    void publish(const QStringList &paths);
    /// What people added here to documents that are in the exchange goes there.
    void publishChanges();
    void fetchNow();

Q_SIGNALS:
    void changed();
    void fetched(const packwarden::ExchangeIntake::Fetched &fetched);
    void published(const QString &path);
    void refused(const QString &path, const packwarden::Error &why);

private:
    struct Worker;
    template <typename Work, typename Then> void ask(Work work, Then then);
    void connectNow();
    void enter(Reach reach, const Error &why = {});
    void lose(const Error &why);
    void work();
    void readNews();
    void takeNext();
    void sendNext();
    void keepOutbox();

    Workspace &m_workspace;
    QThread m_thread;
    QPointer<Worker> m_worker; ///< lives on m_thread
    ExchangeState m_state;
    std::optional<ExchangeAddress> m_address;
    std::optional<ExchangeIntake> m_intake;
    QStringList m_outbox;
    bool m_busy = false; ///< the worker has a question
    bool m_stale = true; ///< something may be new
    quint64 m_turn = 0; ///< answers to an exchange that is no longer used count for nothing
    std::optional<Exchange::News> m_news; ///< what is left of it
    ExchangeIntake::Fetched m_fetched;
    QTimer m_poll;
    QTimer m_again;
    int m_pause = 0; ///< seconds
};

} // namespace packwarden
