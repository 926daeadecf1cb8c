// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "request.h"
#include "rules.h"

#include <QMap>

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

/// A withdrawal that a pack keeps until the document it names has expired.
struct KeptWithdrawal
{
    QByteArray document; ///< SHA-256 of the payload
    qint64 expires = 0;
    QByteArray rootSha256; ///< whose word: person under root
    QString person;
    bool operator==(const KeptWithdrawal &) const = default;
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
    qint64 now = 0; ///< the pack's clock
    bool clockUncertain = false;
    bool operator==(const PackState &) const = default;

    Milli value(const ParameterId &id) const { return values.value(id).inForce(now); }
    TrustAnchors anchors() const { return {charter.roots(), crls}; }
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
