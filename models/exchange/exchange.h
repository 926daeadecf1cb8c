// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/exchange/exchangeaddress.h"
#include "models/exchange/exchangerows.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

class QSqlQuery;

namespace packwarden {

/// How far a desk has read an exchange.
struct ExchangeCursor
{
    QString exchange; ///< id of the database; another one is read from its beginning
    QString moment; ///< transaction of the server: all before it was read
    QString after; ///< within that moment: the last that was read; empty: none
    bool operator==(const ExchangeCursor &) const = default;

    QString text() const { return QStringLiteral("%1 %2 %3").arg(exchange, moment, after); }
    static ExchangeCursor parse(const QString &text);
};

/// A pack's signed statement, as a party gave it to an exchange. Nothing of it is proved before the statement is.
struct PackWord
{
    QString serial;
    QByteArray statement; ///< COSE_Sign1
    qint64 counter = 0; ///< of the pack's own log, as the statement says
    QString by; ///< party
    qint64 seen = 0; ///< when the exchange got it, by its clock; Unix seconds
    bool operator==(const PackWord &) const = default;
};

/// A pack's receipt of a document, as a party gave it to an exchange. Nothing of it is proved before the receipt is.
struct PackReceipt
{
    QString serial;
    QByteArray receipt; ///< COSE_Sign1
    bool operator==(const PackReceipt &) const = default;
};

/// One connection to an exchange. Belongs to the thread that opened it; every call waits for the server, up to
/// `patience` a statement. What comes from it is untrusted: hashes are checked here, signatures by those who judge.
///
/// Errors, if nothing else is said: ExchangeUnavailable with the server's text; ExchangeRefused: this database is no
/// exchange yet, or one of another version, or does not let this login do it.
class Exchange final : public QObject
{
    Q_OBJECT
public:
    static constexpr int version = 2;
    static constexpr int patience = 30; ///< seconds
    static constexpr int maxParts = 4096; ///< of one document that are read, besides receipts; each party's in turn
    static constexpr int maxNews = 1000; ///< documents, lists and packs in one answer
    static constexpr int sliceDocuments = 25; ///< of one slice of it
    static constexpr int maxWords = 100; ///< packs that are told or asked for at once
    static constexpr int maxTellers = 64; ///< parties whose words of one pack are read
    static constexpr int maxWordBytes = 16 << 20; ///< of one answer
    static constexpr int longestLease = 600; ///< seconds

    ~Exchange() override;
    /// Connects; asks nothing yet. Remote servers must prove who they are (verify-full).
    static Result<std::unique_ptr<Exchange>> open(const ExchangeAddress &address);

    struct Member
    {
        QString login; ///< role of the database
        QString party;
        bool operator==(const Member &) const = default;
    };
    /// Makes the schema where it is missing, upgrades that of an earlier version, and makes these members where they
    /// are not yet; to be called by the owner of the database. Logins that do not exist are made, without a password.
    /// All or nothing.
    Result<> init(const QList<Member> &members);

    struct Status
    {
        int version = 0;
        QString exchange; ///< its id
        QString server; ///< "15.8"
        bool isEncrypted = false;
        QString party; ///< of the login; empty: no member
        qint64 documents = 0;
        qint64 packs = 0;
        QList<Member> members;
    };
    Result<Status> status();

    struct Published
    {
        bool isNew = false; ///< the document was not there yet
        int parts = 0; ///< that were not there yet
    };
    /// Adds a document and what belongs to it; what is there already stays. audience: parties that may see it; empty:
    /// all members. TooLarge: a part is larger than the exchange takes.
    Result<Published> publish(const DocumentFile &file, const QStringList &audience = {});
    /// A list that goes with no document. True: it was not there yet.
    Result<bool> publishList(const QByteArray &encodedEntry);

    /// A part of what is new.
    struct News
    {
        QList<QByteArray> documents; ///< ids of those with something new, the oldest first
        QList<QByteArray> lists; ///< ids of revocation lists, likewise
        QStringList packs; ///< serials of packs of which somebody told something, likewise
        QHash<QByteArray, QStringList> receipts; ///< by id of the document: serials of packs that have applied it
        ExchangeCursor cursor; ///< where to go on after it
        bool isAll = true; ///< false: more follows, in the next one or when asked again from the cursor
    };
    /// What was added since, at most maxNews in all, in slices of at most sliceDocuments documents and maxWords of all:
    /// who stops in the middle of one goes on after the one before. The lists, by which the rest is judged, are all in
    /// the first. At least one. An empty cursor: everything. ofPacks: receipts of these packs alone; none: of all.
    Result<QList<News>> news(const ExchangeCursor &since, const std::optional<QStringList> &ofPacks = std::nullopt);
    /// A revocation list, encoded as documents have it (encodeCrlEntry).
    Result<QByteArray> list(const QByteArray &id);
    /// A document as files, as ExchangeRows::files makes them, without the receipts that are rows of their own.
    /// Malformed: the rows are not what their hashes say.
    Result<QList<DocumentFile>> document(const QByteArray &id, int *leftOut = nullptr);

    /// Gives receipts of a document that is there. What this party gave before stays, and what others gave is not given
    /// again. TooLarge: more than maxWords.
    Result<> giveReceipts(const QByteArray &document, const QList<PackReceipt> &receipts);
    /// What all parties gave for these packs. TooLarge: more than maxWords.
    Result<QList<PackReceipt>> receipts(const QByteArray &document, const QStringList &serials);

    /// Tells what packs signed. Of each pack, this party's older word gives way to one with the same or a greater
    /// counter; nothing else changes. When the exchange got them, by its clock. TooLarge: more than maxWords, or a
    /// statement of more than 128 KiB.
    Result<qint64> tellPacks(const QList<PackWord> &words);
    /// What all parties told of these packs, for each pack the greatest counter first. TooLarge: more than maxWords.
    Result<QList<PackWord>> packs(const QStringList &serials);

    /// Takes or renews the lease for bringing a document to a pack, for so many seconds (at most longestLease, by the
    /// server's clock). False: another holder has it. holder: names this desk, at most 128 bytes.
    Result<bool> takeLease(const QString &serial, const QByteArray &documentSha256, const QString &holder, int seconds);
    Result<> dropLease(const QString &serial, const QByteArray &documentSha256, const QString &holder);

    /// From now on: arrived() when others added something, as long as the event loop of this thread runs. False where
    /// the way to the server does not carry it; then only asking again tells.
    bool listen();

Q_SIGNALS:
    /// what: the table to which something was added.
    void arrived(const QString &what);

private:
    class Work;
    explicit Exchange(const QString &connection);
    Result<int> addReceipts(Work &work, const QByteArray &document, const QList<PackReceipt> &receipts);
    Error failed(const QSqlQuery &query) const;

    QString m_connection;
};

} // namespace packwarden
