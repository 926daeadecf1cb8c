// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/exchange/exchange.h"

namespace packwarden {

class Workspace;

/// What one desk gives to an exchange and takes from it. What comes passes the same doors as files that people hand
/// over: documents are merged into requests/, lists are judged. All of it is recorded. To be used in the thread of the
/// workspace; waits for the server.
class ExchangeVisit final
{
public:
    ExchangeVisit(Exchange &exchange, const ExchangeAddress &address, Workspace &workspace);

    struct Published
    {
        QString path;
        bool isNew = false;
        int parts = 0;
    };
    /// A document, or a revocation list in any of its forms. The errors of Exchange; of DocumentFile for what is
    /// neither; AuditUnwritable.
    Result<Published> publish(const QString &path, const QStringList &audience = {});

    struct Refused
    {
        QString what; ///< id of the document in hex, or the list's name
        Error why;
    };
    struct Fetched
    {
        QStringList documents; ///< paths in requests/
        QStringList lists; ///< names of the issuers
        QList<Refused> refused; ///< what is in the exchange and is not taken in
        int leftOut = 0; ///< rows that are part of no document
    };
    /// Everything that is new there since the last time, which is remembered for each exchange. What is refused once is
    /// not asked for again until something is added to it.
    Result<Fetched> fetch();

private:
    ExchangeCursor lastTime() const;
    Result<> remember(const ExchangeCursor &cursor) const;
    Result<> takeDocument(const QByteArray &id, Fetched &fetched);
    Result<> takeList(const QByteArray &id, Fetched &fetched);
    Result<> record(const char *action, const QString &subject, const QString &outcome) const;

    Exchange &m_exchange;
    QString m_address;
    Workspace &m_workspace;
};

} // namespace packwarden
