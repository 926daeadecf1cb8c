// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/exchange/exchange.h"
#include "models/exchange/packregister.h"
#include "models/exchange/sharedfiles.h"
#include "models/signoffs/receiptbook.h"
#include "models/signoffs/signoffreading.h"
#include "models/workspace/requestindex.h"

#include <QHash>
#include <QSet>

namespace packwarden {

/// The side of a workspace: what comes from an exchange passes the same doors as files that people hand over, what goes
/// there is recorded, and how far it was read is remembered for each exchange. Belongs to the thread of the workspace;
/// asks no server. What takes long and writes nothing - to read and to judge - is for any thread, and says so.
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
        /// Each once.
        void addDocument(const QString &path);

    private:
        QSet<QString> m_paths;
    };

    ExchangeCursor lastTime() const;
    /// All before it was taken and recorded. FileUnwritable.
    Result<> remember(const ExchangeCursor &cursor);

    /// A document on its way from an exchange into this store.
    struct Arrival
    {
        QByteArray id; ///< in the exchange
        QString subject; ///< of its record
        QList<QByteArray> files; ///< still to be kept; each is read when the one before is kept
        QString whole; ///< SHA-256 of its file, hex; empty: it came as several
        QString path; ///< in this store
        bool isMore = false; ///< something of it was not here before
        std::optional<Error> problem; ///< of the last file that was refused
        int leftOut = 0;

        /// files: as Exchange::document gave them. Any thread.
        static Arrival of(const QByteArray &id, const Result<QList<DocumentFile>> &files, int leftOut);
        /// Its next file, which there must be, read and judged. Any thread.
        Result<SignoffReading> read(const SignoffGround &ground) const;
    };
    /// What its next file is judged by, as it is now.
    SignoffGround ground() const;
    /// Keeps what was read of its next file. Errors of writing here; what is refused stands in it.
    Result<> keepNext(Arrival &arrival, const Result<SignoffReading> &reading) const;
    /// No file of it is left: it is recorded, once, also where this program ended before remember(). What it was
    /// refused for stands in fetched. Errors of the exchange, and of writing here.
    Result<> finish(const Arrival &arrival, Fetched &fetched);
    /// All of this in one.
    Result<> takeDocument(Arrival arrival, Fetched &fetched);
    /// The documents that were taken since this was asked last, as they came; for asHeld(), and then noteShared().
    QList<SharedFile> taken() { return std::exchange(m_taken, {}); }
    /// What of them is in this store as it came: the others have something that goes there. Any thread.
    static QList<SharedFile> asHeld(const QList<SharedFile> &taken);

    /// A document of this store, as it was when it was looked for.
    struct Held
    {
        QString path;
        CoseSign document;
        QByteArray payload; ///< SHA-256
        qsizetype receipts = 0; ///< in the file
    };
    /// What receipts of a document are judged by. A value, for any thread.
    struct ReceiptGround
    {
        QByteArray id; ///< of the document in the exchange
        std::optional<Held> held; ///< as it was found last
        std::shared_ptr<RequestIndex> documents; ///< by id in the exchange
        std::shared_ptr<const ReceiptBook> book;
        TrustSnapshot trust;
        HeadJudge heads;
        qint64 now = 0;
        bool canJudge = false; ///< who trusts nothing yet cannot: the file keeps them until somebody can
    };
    struct JudgedReceipts
    {
        std::optional<Held> held; ///< none: no such document is here
        QList<QByteArray> fresh; ///< not known, and not false
        QList<ReceiptBook::Line> lines; ///< those of them that verified
        QList<SeenHead> heads;
        int leftOut = 0;
    };
    ReceiptGround receiptGround(const QByteArray &id) const;
    /// given: as Exchange::receipts gave them. Any thread.
    static JudgedReceipts judge(const QList<PackReceipt> &given, const ReceiptGround &ground);
    /// Those that verify are kept in the store's book, and in the document's file as long as it has room. Errors of
    /// writing here.
    Result<> keepReceipts(const QByteArray &id, const JudgedReceipts &judged, Fetched &fetched);
    /// All of this in one. Errors of the exchange, and of writing here.
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
    /// there by itself. Documents that were published, or fetched whole.
    void noteShared(const QList<SharedFile> &files);
    bool hasShared() const;
    /// Those of these documents that are in the exchange and have something that was not there when it was last seen.
    QStringList changed(const QList<SharedFile> &files) const;

private:
    void readRecords();
    std::optional<Held> lastHeld(const QByteArray &id) const;
    Result<> addToFile(Held &held, const QList<QByteArray> &receipts);
    Result<> record(const char *action, const QString &subject, const QString &outcome) const;
    QString fileName() const;

    QString m_address;
    QString m_group; ///< of this exchange in the file
    std::unique_ptr<PackRegister> m_packs;
    std::shared_ptr<RequestIndex> m_documents; ///< by id in the exchange
    std::shared_ptr<ReceiptBook> m_receipts;
    QHash<QByteArray, Held> m_held; ///< by id in the exchange
    QList<SharedFile> m_taken;
    QSet<QString> m_recorded; ///< what was fetched since remember(): subjects with their outcomes
    Workspace &m_workspace;
};

/// Is the exchange itself, or this machine, to blame, so that the rest is not asked for either?
bool endsVisit(Code code);

} // namespace packwarden
