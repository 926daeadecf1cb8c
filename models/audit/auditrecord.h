// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrow.h"
#include "models/core/base/result.h"

#include <QByteArray>
#include <QCborMap>
#include <QList>

namespace packwarden {

/// Who acted, as the console knew it then. All empty: nobody was signed in.
struct AuditActor
{
    QString person;
    QString party;
    QString role;
    bool operator==(const AuditActor &) const = default;
};

/// The stable words of the action column.
namespace auditaction {
inline constexpr char storeCreated[] = "store.create";
inline constexpr char storeUpgraded[] = "store.upgrade"; ///< by a newer version; the records stayed as they are
inline constexpr char signIn[] = "session.sign-in";
inline constexpr char signOut[] = "session.sign-out";
inline constexpr char pinTrust[] = "trust.pin";
inline constexpr char followTrust[] = "trust.follow";
inline constexpr char forgetTrust[] = "trust.forget";
inline constexpr char contradiction[] = "trust.contradiction"; ///< a pack is not what is pinned of it
inline constexpr char settleTrust[] = "trust.settle"; ///< what a person made of that
inline constexpr char draftRequest[] = "request.new";
inline constexpr char signRequest[] = "request.sign";
inline constexpr char mergeRequest[] = "request.merge";
inline constexpr char deliverRequest[] = "request.deliver";
inline constexpr char withdrawRequest[] = "request.withdraw";
inline constexpr char rejectRequest[] = "request.reject";
inline constexpr char carryWithdrawal[] = "withdrawal.deliver";
inline constexpr char makeList[] = "keys.crl";
inline constexpr char takeList[] = "crl.take"; ///< from a file
inline constexpr char carryList[] = "crl.deliver";
inline constexpr char carryTime[] = "time.deliver";
inline constexpr char provision[] = "pack.provision";
inline constexpr char actOnPack[] = "pack.act";
inline constexpr char askRight[] = "right.ask";
inline constexpr char answerRight[] = "right.answer";
inline constexpr char hearRight[] = "right.hear"; ///< an answer to an own request was opened
inline constexpr char publish[] = "exchange.publish"; ///< a document or list was given to an exchange
inline constexpr char fetch[] = "exchange.fetch"; ///< a document came from one
inline constexpr char witnessHead[] = "head.seen";
inline constexpr char settleHead[]
    = "head.settle"; ///< a person decided that one key's word is no proof against this log
/// Does it take a private key? A checkpoint follows then.
bool usesKey(QAnyStringView action);
} // namespace auditaction

/// The stable words of the outcome column; a refusal is recorded as the codeName of its reason instead.
namespace auditoutcome {
inline constexpr char done[] = "done";
inline constexpr char begun[] = "begun"; ///< leaves the machine; one outcome with the same "id" in its detail follows
inline constexpr char conflict[] = "conflict"; ///< a head that contradicts another one of its log
/// Is it a codeName?
bool isRefusal(const QString &outcome);
} // namespace auditoutcome

/// What is recorded of one action.
struct AuditEntry
{
    QString action; ///< of auditaction
    QString subject; ///< the thing acted on: a document's fingerprint, a serial
    QString outcome; ///< of auditoutcome, or a codeName
    QCborMap detail;
};

/// One row of the store.
struct AuditRecord
{
    qint64 seq = 0; ///< from 1, without gaps
    qint64 timeUs = 0; ///< Unix time, microseconds
    AuditActor actor;
    QString action;
    QString subject;
    QString outcome;
    QByteArray detail; ///< deterministic CBOR
    QByteArray prev; ///< hash of the record before; 32 zero bytes for the first
    QByteArray hash;
    bool operator==(const AuditRecord &) const = default;

    /// What the hash must be.
    QByteArray computeHash(const QByteArray &logId) const;
};

/// A record as a row of bytes. The record must outlive it.
class RecordBytes final
{
public:
    explicit RecordBytes(const AuditRecord &record);
    AuditRowView view() const;

private:
    const AuditRecord &m_record;
    std::array<QByteArray, AuditRowView::TextCount> m_texts;
};

/// Every empty field lets all pass.
struct AuditFilter
{
    QString text; ///< anywhere in person, party, role, action, subject or outcome; case of ASCII ignored
    QString action; ///< exact
    QString subject; ///< exact
    QString outcome; ///< exact, or refusedOutcomes
    QString person; ///< exact
    QString pack; ///< a serial, in the subject or in the detail
    qint64 fromUs = 0; ///< Unix time, microseconds; 0: from the beginning
    qint64 untilUs = 0; ///< not included; 0: until the end
    static constexpr char refusedOutcomes[] = "refused"; ///< whatever the reason
    bool operator==(const AuditFilter &) const = default;
};

} // namespace packwarden
