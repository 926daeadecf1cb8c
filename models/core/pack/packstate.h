// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/request.h"
#include "models/core/pki/chainmemo.h"
#include "models/core/rules/rules.h"

#include <QMap>

#include <tuple>

namespace packwarden {

enum class LifeCycle { Blank, Identified, Paired, Limited, Chartered, Sealed, InService, Decommissioned };

/// A value on a pack: one permanent base, at most one temporary overlay, counted up at each change.
struct StoredValue
{
    Milli base;
    qint64 revision = 0;
    std::optional<Milli> overlay;
    qint64 overlayEnds = 0;
    bool operator==(const StoredValue &) const = default;
    Milli inForce(qint64 now) const { return overlay && now < overlayEnds ? *overlay : base; }
};

/// The same where the clock may be uncertain: then an overlay counts only where it is stricter than its base, and of a
/// value without a definition nobody knows which that is.
Milli valueInForce(const StoredValue &stored, const ParameterDefinition *definition, qint64 now, bool clockUncertain);

/// A withdrawal that a pack keeps until the document it names has expired.
struct KeptWithdrawal
{
    QByteArray document; ///< SHA-256 of the payload
    qint64 expires = 0;
    QByteArray rootSha256; ///< whose word: person under root
    QString person;
    bool operator==(const KeptWithdrawal &) const = default;
};

/// The lock of a pack (DID 0107). Its revision counts locks and unlocks only.
struct TheftLock
{
    bool locked = false;
    qint64 revision = 0;
    QByteArray document; ///< SHA-256 of the payload that locked it
    QByteArray rootSha256; ///< by whom: person under root
    QString person;
    qint64 since = 0;
    bool operator==(const TheftLock &) const = default;
};

/// The lease to use a pack. It counts running time, and survives restarts as far as it was stored.
struct Activation
{
    QString purpose; ///< "drive", "charge", "feed-back"; empty: inactive
    qint64 secondsLeft = 0;
    QByteArray rootSha256;
    QString person;
    RoleId role;
    bool isActive() const { return !purpose.isEmpty() && secondsLeft > 0; }
    bool operator==(const Activation &) const = default;
};

/// A paired component: what belongs into the slot, and what the pack finds there (DID 0108).
struct Component
{
    QString id; ///< paired
    QString found; ///< as measured at boot; empty: missing. Only "found == id" is ok
    qint64 revision = 0;
    bool operator==(const Component &) const = default;
    QString state() const; ///< "ok", "missing", "foreign"
};

/// Who used which grant with a limited number of uses.
struct GrantUse
{
    QByteArray rootSha256;
    QString person;
    CapabilityId capability;
    QByteArray grant = {}; ///< Grant::useSha256(); empty: counted by an older pack, for all grants of the capability
    bool operator==(const GrantUse &) const = default;
    bool operator<(const GrantUse &o) const
    {
        return std::tie(rootSha256, person, capability, grant)
            < std::tie(o.rootSha256, o.person, o.capability, o.grant);
    }
};

/// Everything the verifier judges by: what a pack holds. The console builds one from a pack's answers to rehearse.
struct PackState
{
    PackSerial serial;
    LifeCycle lifeCycle = LifeCycle::Blank;
    SiliconLimits silicon;
    Foundation foundation;
    Charter charter;
    Policy policy;
    QMap<ParameterId, StoredValue> values;
    QList<CrlEntry> crls;
    QList<KeptWithdrawal> withdrawals;
    QMap<QByteArray, QByteArray> receipts; ///< payload SHA-256 -> COSE_Sign1, the last 16
    QByteArray charterDocument; ///< SHA-256 of the payload of the charter in force; empty before the first
    QByteArray policyDocument; ///< SHA-256 of the payload that brought the policy in force
    QByteArray manufacturerRoot; ///< DER, burned in: pinned until a charter names the roots
    QByteArray dataSheet; ///< COSE_Sign1 that the silicon limits were set by; empty before that step
    QList<QByteArray> deviceChain; ///< DER, leaf first; empty before that step of provisioning
    bool isProtected = false; ///< foundation and device chain cannot be written any more
    qint64 lifeCycleRevision = 0;
    TheftLock lock;
    Activation activation;
    QMap<QString, Component> components; ///< by slot
    QMap<GrantUse, qint64> grantUses;
    QString condition; ///< the pack's state as broadcast, for the conditions of grants; empty: not known, not judged
    QByteArray timeNonce; ///< what a time document must carry; 32 bytes
    qint64 toldAhead = 0; ///< seconds that timekeepers alone told the clock ahead since two parties last told it
    qint64 clockFloor = 0;
    qint64 now = 0; ///< the pack's clock
    bool clockUncertain = false;
    MemoHandle memo; ///< of the owner of the state, who may leave it out
    bool operator==(const PackState &) const = default;

    /// In force now, by valueInForce.
    Milli value(const ParameterId &id) const;
    /// With a memo of its own: a document names the same roots, authorities and lists again and again.
    PackState remembering() const;
    /// The charter's roots, or the manufacturer's before there is a charter; and the lists.
    TrustAnchors anchors() const;
};

/// One row of DID 0109, the parameter table: what a screen needs to show a value between all its limits.
struct ParameterInfo
{
    ParameterDefinition definition;
    Range charter;
    Range soft;
    Milli step; ///< 0: none
    StoredValue stored;
    bool operator==(const ParameterInfo &) const = default;

    QCborMap toCbor() const;
    static Result<ParameterInfo> fromCbor(const QCborValue &value);
    static QList<ParameterInfo> tableOf(const PackState &state);
    static QByteArray encodeTable(const QList<ParameterInfo> &table);
    static Result<QList<ParameterInfo>> decodeTable(const QByteArray &bytes);
};

/// DID 0100.
struct PackConfiguration
{
    QString chemistry; ///< "NMC"
    int cells = 0; ///< in series
    int parallel = 1;
    int modules = 1;
    qint64 capacity = 0; ///< mAh
    int node = 0;
    bool operator==(const PackConfiguration &) const = default;

    QByteArray encode() const;
    static Result<PackConfiguration> decode(const QByteArray &bytes);
};

/// DID 0101.
struct LifeCycleInfo
{
    LifeCycle state = LifeCycle::Blank;
    bool clockUncertain = false;
    qint64 now = 0;
    qint64 floor = 0;
    bool operator==(const LifeCycleInfo &) const = default;

    QByteArray encode() const;
    static Result<LifeCycleInfo> decode(const QByteArray &bytes);
};

/// DIDs 0103 (policy) and 0104 (charter).
struct RulesVersion
{
    qint64 version = 0;
    QByteArray sha256;
    qint64 since = 0;
    bool operator==(const RulesVersion &) const = default;

    QByteArray encode() const;
    static Result<RulesVersion> decode(const QByteArray &bytes);
};

QString lifeCycleName(LifeCycle state);

} // namespace packwarden
