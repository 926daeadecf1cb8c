// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tasks/exchangeimport.h"
#include "models/exchange/exchangestate.h"
#include "models/exchange/exchangevisit.h"

#include <QFuture>
#include <QPointer>
#include <QPromise>
#include <QSet>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <list>

namespace packwarden {

/// A window's way to an exchange: connected on a thread of its own, fetched from when something is told to be new and
/// once a minute, tried again with growing pauses while it is away. What is to go there waits in an outbox that
/// outlives the program. What packs sign at this desk goes to the register there, and what they signed elsewhere is
/// learnt. Lives on the thread of the workspace, which must outlive it; that thread never waits for the
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
    /// What people added here to documents that are in the exchange goes there. Files are read on a worker, and only
    /// those that changed.
    void publishChanges();
    /// Asks for the lease of bringing a document to a pack, so that nobody else brings it meanwhile. False: another
    /// desk has it. True where the exchange is out of reach: the pack makes it harmless that two bring the same.
    QFuture<bool> lease(const PackSerial &serial, const QByteArray &documentSha256);
    void giveBack(const PackSerial &serial, const QByteArray &documentSha256);
    /// Who heard a pack last, as the exchange says; none: it says nothing of it.
    std::optional<PackRegister::Line> heard(const PackSerial &serial) const;
    void fetchNow();
    /// From now on receipts of these packs alone are taken, and what others say of packs wakes nobody here: for a desk
    /// that serves the packs of one place.
    void concernOnly(const std::function<QStringList()> &packs) { m_packs = packs; }
    /// How often it is asked without having been told that something is new; 60 seconds at first.
    void pollEvery(int milliseconds) { m_poll.setInterval(milliseconds); }
    ExchangeImport &import() { return m_import; }

Q_SIGNALS:
    void changed();
    /// Documents or lists came, or were refused.
    void fetched(const packwarden::ExchangeIntake::Fetched &fetched);
    void published(const QString &path);
    /// heard() says something else of this pack than before.
    void packHeard(const packwarden::PackSerial &serial);
    /// Words of so many packs went there.
    void told(int packs);
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
    void takeDocument();
    void endSlice();
    void takeWords();
    void takeOneWord();
    void sendNext();
    void sendWords();
    bool sendReceipts();
    void takeReceipts();
    void takeIn(const std::function<void(const ExchangeImport::Done &done)> &take);
    void tellFetched();
    void askLease();
    void freeLeases();
    void hearPack(const PackSerial &serial);
    void keepOutbox();

    struct Lease
    {
        PackSerial serial;
        QByteArray document;
        QPromise<bool> promise;
    };

    Workspace &m_workspace;
    QThreadPool m_reader; ///< of one thread, for files
    const std::shared_ptr<SharedFiles> m_files; ///< the reader's alone
    bool m_isReading = false;
    bool m_readsAgain = false;
    QThread m_thread;
    QPointer<Worker> m_worker; ///< lives on m_thread
    ExchangeState m_state;
    std::optional<ExchangeAddress> m_address;
    std::optional<ExchangeIntake> m_intake;
    ExchangeImport m_import;
    QStringList m_outbox;
    QSet<PackSerial> m_words; ///< packs of which there may be something to tell
    QString m_lookedThrough; ///< the exchange for which all known packs were put into m_words
    QHash<PackSerial, qint64> m_told; ///< when a word was told last; monotonic milliseconds
    bool m_mayTell = true; ///< false: the exchange said that this login may not
    QList<PackSerial> m_heard; ///< packs whose words came and are still to be judged
    QList<PackWord> m_heardWords;
    std::list<std::shared_ptr<Lease>> m_leases;
    bool m_busy = false; ///< the worker has a question, or something is taken in
    bool m_stale = true; ///< something may be new
    bool m_mayHaveReceipts = true; ///< that are to go there
    quint64 m_turn = 0; ///< answers to an exchange that is no longer used count for nothing
    QList<Exchange::News> m_news; ///< what is left of it, in slices
    ExchangeIntake::Fetched m_fetched; ///< and was not told yet
    std::function<QStringList()> m_packs; ///< whose receipts are taken; empty: of all
    QTimer m_poll;
    QTimer m_again;
    int m_pause = 0; ///< seconds
};

} // namespace packwarden
