// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"
#include "models/core/cose/cose.h"

#include <QCborMap>
#include <QMap>

#include <optional>

namespace packwarden {

struct Charter;
struct WitnessedHead;

/// What carried a head; the stable words of records.
namespace headcarrier {
inline constexpr char signature[] = "signature"; ///< of a document that several sign
inline constexpr char receipt[] = "receipt";
inline constexpr char statement[] = "statement";
inline constexpr char checkpoint[] = "checkpoint";
inline constexpr char pack[] = "pack"; ///< DID 0106, unsigned
inline constexpr char store[] = "store"; ///< the end of another copy of a store, unsigned
} // namespace headcarrier

/// Somebody's word for the head of an audit, with the bytes that prove it.
struct SeenHead
{
    QString log; ///< log id in hex; of a pack's own audit, its serial
    LogHead head; ///< logId is empty for a pack's own audit
    QString carrier; ///< of headcarrier
    QString by; ///< who says so: common name, or a serial
    QByteArray leafSha256; ///< of the signer
    QByteArray rootSha256; ///< whose log it is; empty if the signer's chain was not trusted
    qint64 at = 0; ///< when, by the clock of who says so; 0: unknown
    QByteArray signedBytes; ///< COSE_Sign with the one signature, or COSE_Sign1; empty: unsigned, or kept as a hash
    QByteArray signedSha256; ///< of what was signed, where a record keeps no more of it
    std::optional<Error> problem; ///< why it proves nothing; none: proved
    bool proved() const { return !problem.has_value(); }
    bool operator==(const SeenHead &) const = default;

    /// The detail of the record that keeps it, and back; Malformed. What proves nothing is kept as a hash alone: a
    /// stranger's bytes would stay in the audit for ever.
    QCborMap toDetail() const;
    static Result<SeenHead> fromDetail(const QByteArray &detail);
};

/// Says whether those who carry heads are known here: their chains must end in a root of the pinned charter (of a pack:
/// the manufacturer's), valid when they signed, revoked by no list known. A value, for any thread.
class HeadJudge final
{
public:
    /// manufacturer: whose root packs are certified under; empty where none is pinned. grace: seconds past nextUpdate
    /// for which a list still counts. lists: encoded entries that came along, besides those of the anchors; of these
    /// the newest of each issuer under the pinned roots, at most filebounds::maxLists. What judging costs is bounded by
    /// that, whatever came.
    HeadJudge(TrustAnchors anchors, const Certificate &manufacturer, qint64 grace, const QList<QByteArray> &lists = {});

    /// One for each signature that verifies.
    QList<SeenHead> in(const CoseSign &document) const;
    /// Of a receipt, a statement, a checkpoint (COSE_Sign1), or of the first signature of a COSE_Sign. Malformed,
    /// UnknownType, SignatureInvalid; a signer who is not trusted is no error, see SeenHead::problem.
    Result<SeenHead> inCarrier(const QByteArray &bytes) const;
    /// What a pack keeps of others' heads (DID 0106). Read from the bus, it proves nothing.
    static QList<SeenHead> onPack(const PackSerial &serial, const QList<WitnessedHead> &heads);

private:
    /// As m_anchors, with a memo for one document: values for any thread carry none.
    TrustAnchors anchors() const;
    void judge(SeenHead &seen, const QList<QByteArray> &chain, ChainPurpose purpose, TrustAnchors anchors) const;

    TrustAnchors m_anchors;
    Certificate m_manufacturer;
    qint64 m_grace = 0;
};

/// Two heads that one log cannot have had.
struct HeadConflict
{
    enum class Kind {
        Fork, ///< one length, two hashes
        Regress, ///< shorter later on: an old copy was restored
    };
    Kind kind = Kind::Fork;
    QString log;
    QByteArray rootSha256;
    qint64 earlier = 0; ///< records that keep the two
    qint64 later = 0;
    QString by;
    qint64 count = 0; ///< of the later head
    bool operator==(const HeadConflict &) const = default;
};

/// What is known of other logs, by root and log id.
class HeadLedger final
{
public:
    struct Entry
    {
        SeenHead head; ///< without its bytes
        qint64 record = 0; ///< that keeps it
    };
    using Key = std::pair<QByteArray, QString>; ///< root, log

    /// Heads of signers who are not trusted are passed over.
    void add(const SeenHead &head, qint64 record);
    /// The highest of each log.
    QMap<Key, Entry> highest() const;
    QList<HeadConflict> conflicts() const;

private:
    QMap<Key, QList<Entry>> m_logs;
};

} // namespace packwarden
