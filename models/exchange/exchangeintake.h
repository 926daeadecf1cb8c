// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/exchange/exchange.h"
#include "models/exchange/packregister.h"
#include "models/exchange/sharedfiles.h"

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
        int packs = 0; ///< of which a newer word came
        int leftOut = 0; ///< rows that are part of no document, and words that no pack signed

        bool isNothing() const { return documents.isEmpty() && lists.isEmpty() && refused.isEmpty() && packs == 0; }
    };

    ExchangeCursor lastTime() const;
    /// FileUnwritable.
    Result<> remember(const ExchangeCursor &cursor);

    /// files: as Exchange::document gave them. Errors of writing here; what is refused stands in fetched.
    Result<> takeDocument(
        const QByteArray &id, const Result<QList<DocumentFile>> &files, int leftOut, Fetched &fetched);
    /// entry: as Exchange::list gave it.
    Result<> takeList(const Result<QByteArray> &entry, Fetched &fetched);
    /// words: what all parties told of one pack. The one with the greatest counter that the pack signed is learnt,
    /// where it is newer than what is known; whose word is older by the pack's own counter changes nothing, whatever
    /// its clock says. The errors of writing here; TrustContradicted is told by the trust book.
    Result<> takeWords(const PackSerial &serial, const QList<PackWord> &words, Fetched &fetched);
    /// What this store can tell of a pack that the exchange does not know yet; none: nothing. isFresh: the pack said so
    /// to this desk, so that it was seen matters, though nothing of it is new.
    std::optional<PackWord> wordOf(const PackSerial &serial, bool isFresh) const;
    /// The exchange has it now.
    void noteTold(const PackWord &word);
    const PackRegister &packs() const { return *m_packs; }
    /// Which exchange answers (Exchange::Status): what is remembered of another one is forgotten.
    void belongTo(const QString &exchange) { m_packs->belongTo(exchange); }
    /// How this desk is named in leases: always the same.
    QString holder() const;

    /// Records that a document or list was given to the exchange, or why not. subject: its fingerprint or number.
    /// AuditUnwritable.
    Result<> recordPublished(const QString &subject, const Result<> &outcome);

    /// Documents that are in the exchange, with what was last known to be there: what people add to them here goes
    /// there by itself. A document that was published, or fetched whole.
    void noteShared(const SharedFile &file);
    bool hasShared() const;
    /// Those of these documents that are in the exchange and have something that was not there when it was last seen.
    QStringList changed(const QList<SharedFile> &files) const;

private:
    Result<> record(const char *action, const QString &subject, const QString &outcome) const;
    QString fileName() const;

    QString m_address;
    QString m_group; ///< of this exchange in the file
    std::unique_ptr<PackRegister> m_packs;
    Workspace &m_workspace;
};

/// Is the exchange itself, or this machine, to blame, so that the rest is not asked for either?
bool endsVisit(Code code);

} // namespace packwarden
