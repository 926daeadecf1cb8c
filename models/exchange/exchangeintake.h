// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/exchange/exchange.h"

namespace packwarden {

class Workspace;

/// The side of a workspace: what comes from an exchange passes the same doors as files that people hand over, what goes
/// there is recorded, and how far it was read is remembered for each exchange. Belongs to the thread of the workspace;
/// asks no server.
class ExchangeIntake final
{
public:
    ExchangeIntake(const ExchangeAddress &address, Workspace &workspace);

    struct Refused
    {
        QString what; ///< id of the document in hex, or the list's number
        Error why;
    };
    /// What one visit brought.
    struct Fetched
    {
        QStringList documents; ///< paths in requests/
        QStringList lists; ///< names of the issuers
        QList<Refused> refused; ///< what is in the exchange and is not taken in
        int leftOut = 0; ///< rows that are part of no document

        bool isNothing() const { return documents.isEmpty() && lists.isEmpty() && refused.isEmpty(); }
    };

    ExchangeCursor lastTime() const;
    /// FileUnwritable.
    Result<> remember(const ExchangeCursor &cursor);

    /// files: as Exchange::document gave them. Errors of writing here; what is refused stands in fetched.
    Result<> takeDocument(
        const QByteArray &id, const Result<QList<DocumentFile>> &files, int leftOut, Fetched &fetched);
    /// entry: as Exchange::list gave it.
    Result<> takeList(const Result<QByteArray> &entry, Fetched &fetched);
    /// Records that a document or list was given to the exchange, or why not. subject: its fingerprint or number.
    /// AuditUnwritable.
    Result<> recordPublished(const QString &subject, const Result<> &outcome);

    /// Documents that are in the exchange, with what was last known to be there: what people add to them here goes
    /// there by itself. The path of a document that was published, or fetched whole.
    void noteShared(const QString &path);
    /// Those of these documents that are in the exchange and have something that was not there when it was last seen.
    QStringList changed(const QStringList &paths) const;

private:
    Result<> record(const char *action, const QString &subject, const QString &outcome) const;
    QString fileName() const;

    QString m_address;
    QString m_group; ///< of this exchange in the file
    Workspace &m_workspace;
};

/// Is the exchange itself, or this machine, to blame, so that the rest is not asked for either?
bool endsVisit(Code code);

} // namespace packwarden
