// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/trustfollow.h"

#include <QObject>

namespace packwarden {

struct AuditActor;
class AuditStore;
class Clock;
struct OpenedFleet;
struct Statement;

/// Files in <store>/trust: pinned.cbor, earlier-<n>.cbor, former.cbor and lists.cbor, each written whole; and what is
/// known of packs, in fleet.db (FleetDb). Lives in the thread of its owner.
class TrustBook final : public QObject
{
    Q_OBJECT
public:
    /// Reads the folder. What cannot be read is left out and reported by problems().
    TrustBook(const QString &folder, const OpenedFleet &fleet, AuditStore &audit, const Clock &clock,
        QObject *parent = nullptr);
    ~TrustBook() override;

    bool isEmpty() const { return m_snapshot.pinned.charterDocument.isEmpty(); }
    const Charter &charter() const { return m_snapshot.pinned.charter; }
    const Policy &policy() const { return m_snapshot.pinned.policy; }
    const PinnedRules &pinned() const { return m_snapshot.pinned; }
    const TrustSnapshot &snapshot() const { return m_snapshot; }
    QList<PackSerial> packs() const; ///< known, in order
    std::shared_ptr<const KnownPack> pack(const PackSerial &serial) const; ///< null: not known
    /// The party in a position, its shown name; the position's own word if unknown.
    QString partyName(const PositionId &position) const;
    QString roleTitle(const RoleId &role) const;
    QStringList problems() const { return m_problems; }

    /// Is this what is pinned? Success: the same. WrongCharter: another charter, VersionRollback, VersionJump: another
    /// policy. UnknownIssuer: nothing is pinned yet; pin() after the fingerprints were shown.
    Result<> compare(const PackRules &rules) const;
    /// First trust of an empty store. What checkAgreed cannot prove is pinned only after a person compared the
    /// fingerprints. Refuses what compare() refuses for another reason than emptiness. Recorded.
    Result<> pin(const PackRules &rules, const AuditActor &actor, Compared compared = Compared::No);
    /// agreed: what checkAgreed said of these rules.
    Result<> pin(const PackRules &rules, const AuditActor &actor, Compared compared, const Result<> &agreed);
    /// Trusts nobody any more: rules, lists and what is known of packs are gone from here; documents stay. Recorded
    /// before. WrongState while nothing is pinned; FileUnwritable.
    Result<> forget(const AuditActor &actor);
    /// Takes what a pack shows: learns what is pinned, or was; follows what follows from it, by followRules; then
    /// learns the word. Window and command line both come by here. The errors of follow and learn; what was not
    /// followed is not learnt. judged: what followRules says of the same, where it is known already.
    Result<> take(const PackRules &rules, const FreshWord &word, const AuditActor &actor,
        Compared compared = Compared::No, const FollowVerdict *judged = nullptr);
    /// Takes the rules that a pack shows for those pinned, if they follow from them (followRules). The same rules again
    /// change nothing. Recorded, done or refused. The verifier's reasons; TrustContradicted; FingerprintNeeded: they
    /// would follow, but only a person may say so; UnknownIssuer while nothing is pinned.
    Result<> follow(const PackRules &rules, const FreshWord &word, const AuditActor &actor,
        Compared compared = Compared::No, const FollowVerdict *judged = nullptr);
    /// Keeps what a pack said about itself; rules only if they are, or were, pinned. TrustContradicted: it is not what
    /// is known of this pack, or a person has not decided yet. Then nothing of the answer is learnt. Nothing of it is
    /// signed, so it makes a doubt, which stops nothing: recorded, and doubted() is emitted, now and then. TooLarge:
    /// more than is kept of one pack, or there is no room for another pack that never signed anything here; a word by
    /// learnStatement makes room for it.
    /// readAt: of facts that come by a file, never later than now; 0: now.
    Result<> learn(const PackFacts &facts, qint64 readAt = 0);
    /// The same, but nothing is written where nothing of weight is new: who reads facts every few seconds.
    Result<> learnNews(const PackFacts &facts);
    Result<> learn(const PackRules &rules);
    /// Keeps a pack's signed word on its state: for rehearsals, it is what the pack judges by. An older one than is
    /// held changes nothing. nonce: of the asker, which makes it a fresh word; empty: it came by a file.
    /// ReceiptInvalid, FileUnwritable. TrustContradicted: it and what the pack signed before cannot both be true; the
    /// contradiction is kept and recorded, and contradicted() is emitted when it is new. A word proves more than what
    /// was shown: limits that the pack never signed give way to those that it does, and the pack is read anew.
    Result<> learnStatement(const QByteArray &bytes, const QByteArray &nonce = {});
    /// A verified receipt tells the values that it read back, for good or as an overlay that ends at periodEnd.
    /// TrustContradicted.
    Result<> learn(const Receipt &receipt, std::optional<qint64> periodEnd);
    /// Would this list be taken? The errors of packwarden::takeCrl: one that is not newer is refused.
    Result<> checkList(const CrlEntry &entry) const;
    /// Keeps a list that checkList lets pass; it goes with every document from here. FileUnwritable.
    Result<> learn(const CrlEntry &entry);

    /// What somebody else found to contradict what is known of a pack: the audit, of the log that the pack keeps.
    /// TrustContradicted, always; the errors of writing.
    Result<> contradict(const PackSerial &serial, const Contradiction &found);
    /// The serial of a known pack is heard at two places in turn ("socketcan:can0, node 11"), so two devices go by it:
    /// a doubt. Of a pack that is not known nothing is kept. The errors of writing.
    Result<> heardTwice(const PackSerial &serial, const QString &known, const QString &shown);
    /// A person's decision about a pack with contradictions. Recorded. WrongState: there are none.
    Result<> settle(const PackSerial &serial, Settlement settlement, const AuditActor &actor);
    /// Packs with contradictions, in order.
    QList<PackSerial> contradictory() const;
    /// What was said lately in a pack's name without a signature, against what is known of it; null: nothing.
    const Doubt *doubt(const PackSerial &serial) const;
    /// Packs with doubts, in order.
    QList<PackSerial> doubtful() const;
    /// The pack was away, or the bus was (no serial): another may answer under its name now.
    void forgetProof(const std::optional<PackSerial> &serial = std::nullopt);

    /// The lists needed to judge signatures, as they travel in files.
    QList<QByteArray> crls() const { return m_snapshot.knownLists(); }

Q_SIGNALS:
    void changed();
    /// What is known of this pack, or whether it is proved, is another; changed() follows. Without a serial: of any.
    void packChanged(const std::optional<packwarden::PackSerial> &serial);
    void contradicted(const packwarden::PackSerial &serial);
    /// The pack is to be asked for a fresh statement.
    void doubted(const packwarden::PackSerial &serial);

private:
    void load();
    /// The outcome, written to the log.
    static Result<> noted(const char *act, const PackRules &rules, Result<> outcome);
    Result<> store(const PinnedRules &pinned);
    Result<> keep(const KnownPack &pack);
    /// Room for one more pack that never signed anything here. TooLarge.
    Result<> makeRoom();
    Result<> remove(const PackSerial &serial);
    /// Both sides are signed.
    Result<> refuseContradicted(KnownPack known, const QList<Contradiction> &found);
    /// Nobody signed it.
    Result<> refuseDoubtful(const KnownPack &known, const QList<Contradiction> &found);
    Result<> noteDoubt(const PackSerial &serial, const QList<Contradiction> &found);
    void tellOf(const std::optional<PackSerial> &serial);

    QString m_folder;
    AuditStore &m_audit;
    const Clock &m_clock;
    TrustSnapshot m_snapshot;
    QHash<PackSerial, Doubt> m_doubts; ///< of known packs alone
    QStringList m_problems;
};

} // namespace packwarden
