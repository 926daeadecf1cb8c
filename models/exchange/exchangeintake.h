// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/exchange/exchange.h"
#include "models/exchange/packregister.h"
#include "models/exchange/sharedfiles.h"
#include "models/workspace/requestindex.h"

#include <QHash>

namespace packwarden {

class ReceiptBook;
class Workspace;

/// The side of a workspace: what comes from an exchange passes the same doors as files that people hand over, what goes
/// there is recorded, and how far it was read is remembered for each exchange. Belongs to the thread of the workspace;
/// asks no server.
class ExchangeIntake final
{
public:
    ExchangeIntake(const ExchangeAddress &address, Workspace &workspace);
    ~ExchangeIntake();

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
        int receipts = 0; ///< that were not known, and verify
        int leftOut = 0; ///< rows that are part of no document, and words that no pack signed

        bool isNothing() const
        {
            return documents.isEmpty() && lists.isEmpty() && refused.isEmpty() && packs == 0 && receipts == 0;
        }
    };

    ExchangeCursor lastTime() const;
    /// FileUnwritable.
    Result<> remember(const ExchangeCursor &cursor);

    /// files: as Exchange::document gave them. Errors of writing here; what is refused stands in fetched.
    Result<> takeDocument(
        const QByteArray &id, const Result<QList<DocumentFile>> &files, int leftOut, Fetched &fetched);
    /// Receipts of the document with this id in the exchange, as Exchange::receipts gave them. Those that verify are
    /// kept in the store's book, and in the document's file as long as it has room. Errors of writing here.
    Result<> takeReceipts(const QByteArray &id, const Result<QList<PackReceipt>> &given, Fetched &fetched);
    /// Receipts that the exchange does not know yet, of a document that is there; empty: none.
    struct Receipts
    {
        QByteArray id; ///< of the document in the exchange
        QByteArray payload; ///< SHA-256
        QList<PackReceipt> list; ///< at most Exchange::maxWords
    };
    Receipts receiptsToGive();
    void noteGiven(const Receipts &receipts);
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
    void belongTo(const QString &exchange);
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
    /// A document of this store, as it was when it was looked for.
    struct Held
    {
        QString path;
        CoseSign document;
        QByteArray payload; ///< SHA-256
        qsizetype receipts = 0; ///< in the file
    };
    Held *heldUnder(const QByteArray &id);
    Result<> addToFile(Held &held, const QList<QByteArray> &receipts);
    Result<> record(const char *action, const QString &subject, const QString &outcome) const;
    QString fileName() const;

    QString m_address;
    QString m_group; ///< of this exchange in the file
    std::unique_ptr<PackRegister> m_packs;
    RequestIndex m_documents; ///< by id in the exchange
    std::unique_ptr<ReceiptBook> m_receipts;
    QHash<QByteArray, Held> m_held; ///< by id in the exchange
    Workspace &m_workspace;
};

/// Is the exchange itself, or this machine, to blame, so that the rest is not asked for either?
bool endsVisit(Code code);

} // namespace packwarden
