// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/memory/packidentity.h"
#include "models/core/pack/packanswers.h"
#include "models/core/pack/preventedinstant.h"

namespace packwarden::sim {

struct KeptReceipt
{
    QByteArray document; ///< SHA-256 of the payload
    QByteArray receipt; ///< COSE_Sign1; empty where the pack had no certificate to sign with
    bool operator==(const KeptReceipt &) const = default;
};

/// The rewritable slot of a pack as one value: it is stored whole, so it changes whole or not at all.
struct PackContents
{
    static constexpr int maxReceipts = 16;
    static constexpr int maxRecords = 256; ///< of changes, and of refusals
    static constexpr int maxHeads = 64;
    static constexpr int maxConflicts = 16;
    static constexpr qint64 floorInterval = 60; ///< seconds between two steps of the clock's floor

    LifeCycle lifeCycle = LifeCycle::Blank;
    qint64 lifeCycleRevision = 0;
    QByteArray charterDocument; ///< COSE_Sign; empty before the first
    qint64 charterSince = 0;
    QByteArray policyDocument; ///< COSE_Sign; empty while the policy in force is the one that came with the charter
    qint64 policySince = 0;
    QList<QByteArray> crls; ///< encoded entries
    QList<KeptWithdrawal> withdrawals;
    QMap<ParameterId, StoredValue> values;
    TheftLock lock;
    Activation activation;
    QMap<QString, Component> components;
    QMap<GrantUse, qint64> grantUses;
    QList<KeptReceipt> receipts; ///< newest first
    QList<WitnessedHead> heads; ///< newest first; conflicts are kept as evidence
    QList<PackLogRecord> changes; ///< the BSP's own audit (DID 0111), oldest first
    QList<PackLogRecord> refusals; ///< DID 0112, oldest first; the same reason within a minute counts up instead
    QMap<QString, qint64> refusalCounts; ///< reason -> how often, ever
    QMap<QString, qint64> prevented; ///< guard -> how often, ever
    QList<PreventedInstant> preventedInstants; ///< the last ones, oldest first
    QByteArray faults; ///< FaultMemory::encode(); empty: none
    qint64 failedAuthentications = 0;
    qint64 boots = 0;
    qint64 clockFloor = 0; ///< Unix seconds below which the pack's clock never reads
    qint64 clockOffset = 0; ///< of the pack's clock to the quartz it runs on
    bool clockUncertain = true; ///< until a time document says otherwise
    QByteArray timeNonce = QByteArray(32, '\0'); ///< for the next time document
    qint64 toldAhead = 0; ///< PackState::toldAhead
    bool operator==(const PackContents &) const = default;

    QByteArray encode() const;
    static Result<PackContents> decode(const QByteArray &bytes);

    /// The document that brought the policy in force.
    const QByteArray &policySource() const { return policyDocument.isEmpty() ? charterDocument : policyDocument; }
    qint64 logCount() const { return changes.isEmpty() ? 0 : changes.constLast().number; }
    QByteArray logHash() const { return changes.isEmpty() ? QByteArray(32, '\0') : changes.constLast().hash; }
    qint64 refusalsEver() const;

    /// Chains a record of what was done to the log. document: SHA-256, or empty.
    void addChange(qint64 at, const QString &action, const QString &detail, const QByteArray &document = {});
    void addRefusal(qint64 at, const Error &error, const QByteArray &document);
    void addReceipt(const QByteArray &document, const QByteArray &receipt);
    /// Those of the steps before the pack had a certificate: they only told that the step was done.
    void dropUnsignedReceipts();
    /// The head of a signer whose signature filled a seat; another head of the same log and length is a conflict. Where
    /// there are too many, the root that has most makes place.
    void addHead(const WitnessedHead &seen);
    /// The floor follows the clock, in steps of at least floorInterval.
    void raiseFloor(qint64 now);
    /// The clock stood still, nobody knows how long: what depends on the date in the user's favour ends. Looser
    /// overlays and the activation go, stricter overlays stay.
    void loseClock(const SiliconLimits &silicon);
    /// What a verdict made of the state (core's stateAfter): everything but documents, receipts, records and clock.
    void take(const PackState &after);
};

} // namespace packwarden::sim
