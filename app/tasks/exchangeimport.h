// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/exchange/exchangeintake.h"
#include "models/support/newestanswer.h"

#include <functional>

namespace packwarden {

/// Takes in what an exchange gave, for a window: files are read and signatures verified on a worker thread, what comes
/// of it is kept and recorded in the thread of the workspace, one document in a turn of its event loop. What the trust
/// book or a sign-in overtook is judged anew. One thing at a time.
class ExchangeImport final : public QObject
{
    Q_OBJECT
public:
    explicit ExchangeImport(Workspace &workspace, QObject *parent = nullptr);
    ~ExchangeImport() override;

    /// What came of it; not called after forget(). intake and fetched must live until then.
    using Done = std::function<void(const Result<> &taken)>;
    /// As ExchangeIntake::takeDocument.
    void takeDocument(ExchangeIntake &intake, const ExchangeIntake::Arrival &arrival, ExchangeIntake::Fetched &fetched,
        const Done &done);
    /// As ExchangeIntake::takeReceipts, of what came.
    void takeReceipts(ExchangeIntake &intake, const QByteArray &id, const QList<PackReceipt> &given,
        ExchangeIntake::Fetched &fetched, const Done &done);
    /// Notes of the documents that were taken what is in the exchange.
    void noteShared(ExchangeIntake &intake, const QList<SharedFile> &taken, const Done &done);
    /// What is under way ends nowhere.
    void forget();
    bool isReading() const { return bool(m_ask); }
    /// Of one thread.
    QThreadPool &worker() { return m_worker; }

private:
    template <typename MakeWork, typename Tell> void ask(MakeWork makeWork, Tell tell);
    void askAgain();
    void takeNextFile(ExchangeIntake &intake, const std::shared_ptr<ExchangeIntake::Arrival> &arrival,
        ExchangeIntake::Fetched &fetched, const Done &done);

    QThreadPool m_worker;
    NewestAnswer m_reading;
    std::function<void()> m_ask; ///< for what is under way; empty: nothing
};

} // namespace packwarden
