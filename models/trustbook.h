// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "linkvalues.h"

#include <QHash>
#include <QObject>

namespace packwarden {

struct AuditActor;
class AuditStore;
class Clock;

/// What a console knows of one pack, kept for work without a bus.
struct KnownPack
{
    PackFacts facts;
    PackRules rules;
    qint64 readAt = 0; ///< Unix seconds; 0: never
    QByteArray statement; ///< COSE_Sign1, the newest that verified; empty: none
    bool operator==(const KnownPack &) const = default;
};

/// Charter and policy as values, with the bytes they were read from.
struct PinnedRules
{
    QByteArray charterDocument; ///< COSE_Sign
    QByteArray policyDocument; ///< COSE_Sign
    Charter charter;
    Policy policy;
    bool operator==(const PinnedRules &) const = default;

    QString charterFingerprint() const; ///< of the payload, for comparing by voice
    QString policyFingerprint() const;
    static Result<PinnedRules> fromDocuments(const QByteArray &charterDocument, const QByteArray &policyDocument);
};

/// The console's pinned trust: charter, policy, roots; and what it knows of packs. A value snapshot of it judges
/// documents on any thread.
struct TrustSnapshot
{
    PinnedRules pinned;
    QHash<PackSerial, KnownPack> packs;
    QSet<QByteArray> former; ///< charter and policy pinned before: both payload hashes; packs may still hold them
    QList<CrlEntry> lists; ///< revocation lists that came by another way than from a pack

    /// The pack as its own answers described it, for the rehearsal. Malformed if what is known cannot be read,
    /// PackUnreachable if the pack was never read. Charter and policy are those that the pack holds: what is pinned, or
    /// was.
    Result<PackState> stateOf(const PackSerial &serial, qint64 now) const;
    /// The lists that a pack holds, for checking its receipts.
    QList<CrlEntry> crlsOf(const PackSerial &serial) const;
    /// The newest list of each issuer under the pinned roots, wherever it came from: for judging what people say here.
    QList<CrlEntry> newestLists(qint64 now) const;
};

/// Files in <store>/trust: pinned.cbor, lists.cbor and <serial>.pack, each written whole. Lives in the thread of its
/// owner.
class TrustBook final : public QObject
{
    Q_OBJECT
public:
    /// Reads the folder. What cannot be read is left out and reported by problems().
    TrustBook(const QString &folder, AuditStore &audit, const Clock &clock, QObject *parent = nullptr);
    ~TrustBook() override;

    bool isEmpty() const { return m_snapshot.pinned.charterDocument.isEmpty(); }
    const Charter &charter() const { return m_snapshot.pinned.charter; }
    const Policy &policy() const { return m_snapshot.pinned.policy; }
    const PinnedRules &pinned() const { return m_snapshot.pinned; }
    const TrustSnapshot &snapshot() const { return m_snapshot; }
    QList<PackSerial> packs() const; ///< known, in order
    const KnownPack *pack(const PackSerial &serial) const;
    /// The party in a position, its shown name; the position's own word if unknown.
    QString partyName(const PositionId &position) const;
    QString roleTitle(const RoleId &role) const;
    QStringList problems() const { return m_problems; }

    /// Is this what is pinned? Success: the same. WrongCharter: another charter, VersionRollback, VersionJump: another
    /// policy. UnknownIssuer: nothing is pinned yet; pin() after the fingerprints were shown.
    Result<> compare(const PackRules &rules) const;
    /// First trust of an empty store, in a first charter only if its own parties signed it (verifyPinned). Refuses what
    /// compare() refuses for another reason than emptiness. Recorded.
    Result<> pin(const PackRules &rules, const AuditActor &actor);
    /// Takes the rules that a pack shows for those pinned, if they follow from them (followRules). The same rules again
    /// change nothing. Recorded, done or refused. The verifier's reasons; UnknownIssuer while nothing is pinned.
    Result<> follow(const PackRules &rules, const AuditActor &actor);
    /// Keeps what a pack said about itself; rules only if they are, or were, pinned.
    Result<> learn(const PackFacts &facts);
    Result<> learn(const PackRules &rules);
    /// Keeps a pack's signed word on its state: for rehearsals, it is what the pack judges by. An older one than is
    /// held changes nothing. ReceiptInvalid, FileUnwritable.
    Result<> learnStatement(const QByteArray &bytes);
    /// A verified receipt tells the values that it read back, for good or as an overlay that ends at periodEnd.
    Result<> learn(const Receipt &receipt, std::optional<qint64> periodEnd);
    /// Would this list be taken? The errors of packwarden::takeCrl: one that is not newer is refused.
    Result<> checkList(const CrlEntry &entry) const;
    /// Keeps a list that checkList lets pass; it goes with every document from here. FileUnwritable.
    Result<> learn(const CrlEntry &entry);

    /// The lists needed to judge signatures, as they travel in files.
    QList<QByteArray> crls() const;

Q_SIGNALS:
    void changed();

private:
    void load();
    Result<> store(const PinnedRules &pinned);
    Result<> keep(KnownPack pack);
    QString fileOf(const PackSerial &serial) const;

    QString m_folder;
    AuditStore &m_audit;
    const Clock &m_clock;
    TrustSnapshot m_snapshot;
    QStringList m_problems;
};

} // namespace packwarden
