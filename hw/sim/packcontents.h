// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packstate.h"

#include <QMap>

namespace packwarden::sim {

/// Burned once at the factory: slot kind "write once, read many".
struct PackIdentity
{
    PackSerial serial;
    QString hardware; ///< "nmc-96s2p": also the name of its data sheet
    QString partNumber;
    QString manufactured; ///< "2026-11-22"
    PackConfiguration configuration;
    bool operator==(const PackIdentity &) const = default;

    QByteArray encode() const;
    static Result<PackIdentity> decode(const QByteArray &bytes);
};

/// A refused document, as kept for people; the same reason within a minute counts up instead.
struct RefusalRecord
{
    qint64 at = 0;
    Error error;
    QByteArray document; ///< SHA-256 of what was delivered
    qint64 count = 1;
    bool operator==(const RefusalRecord &) const = default;
};

struct KeptReceipt
{
    QByteArray document; ///< SHA-256 of the payload
    QByteArray receipt; ///< COSE_Sign1
    bool operator==(const KeptReceipt &) const = default;
};

/// The rewritable slots of a pack as one value: it is stored whole, so it changes whole or not at all.
struct PackContents
{
    static constexpr int maxReceipts = 16;
    static constexpr int maxRefusals = 256;

    LifeCycle lifeCycle = LifeCycle::Blank;
    QByteArray charterDocument; ///< COSE_Sign
    qint64 charterSince = 0;
    QByteArray policyDocument; ///< COSE_Sign
    qint64 policySince = 0;
    QList<QByteArray> crls; ///< encoded entries
    QList<KeptWithdrawal> withdrawals;
    QMap<ParameterId, StoredValue> values;
    QList<KeptReceipt> receipts; ///< newest first
    QList<RefusalRecord> refusals; ///< newest first
    QMap<QString, qint64> refusalCounts; ///< reason -> how often, ever
    qint64 boots = 0;
    qint64 clockFloor = 0; ///< Unix seconds below which the pack's clock never reads
    qint64 logCount = 0; ///< the head of the pack's own chain of changes
    QByteArray logHash = QByteArray(32, '\0');
    bool operator==(const PackContents &) const = default;

    QByteArray encode() const;
    static Result<PackContents> decode(const QByteArray &bytes);

    void addRefusal(qint64 at, const Error &error, const QByteArray &document);
    /// Chains a record of the change to the log and moves its head.
    void addChange(const PackSerial &serial, qint64 at, const QByteArray &document);
    qint64 refusalsEver() const;
};

} // namespace packwarden::sim
