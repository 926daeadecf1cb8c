// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/exchange/exchangeintake.h"

namespace packwarden {

/// What a file is to an exchange, read on any thread.
struct ExchangeGift
{
    std::optional<DocumentFile> document;
    QList<CrlEntry> lists; ///< where it is no document

    /// The errors of reading; of DocumentFile for what is neither a document nor a list.
    static Result<ExchangeGift> read(const QString &path);
    /// For the record: a fingerprint, or the numbers of the lists.
    QString subject() const;
    /// The errors of Exchange.
    Result<Exchange::Published> giveTo(Exchange &exchange, const QStringList &audience) const;
};

/// What one desk gives to an exchange and takes from it, one after the other, waiting for the server: for the command
/// line. To be used in the thread of the workspace.
class ExchangeVisit final
{
public:
    ExchangeVisit(Exchange &exchange, const ExchangeAddress &address, Workspace &workspace);

    /// A document, or a revocation list in any of its forms. The errors of ExchangeGift; AuditUnwritable.
    Result<Exchange::Published> publish(const QString &path, const QStringList &audience = {});
    /// Everything that is new there since the last time. What is refused once is not asked for again until something is
    /// added to it.
    Result<ExchangeIntake::Fetched> fetch(const std::optional<QStringList> &ofPacks = std::nullopt);

private:
    Result<> take(const Exchange::News &slice, ExchangeIntake::Fetched &fetched);

    Exchange &m_exchange;
    ExchangeIntake m_intake;
};

} // namespace packwarden
