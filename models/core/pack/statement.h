// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"
#include "models/core/pack/packstate.h"

namespace packwarden {

/// What a pack says of itself, signed by its device key over the asker's nonce (content type statement).
struct Statement
{
    static constexpr int newestVersion = 2;
    int version = newestVersion; ///< of the payload; version 1 says nothing of limits and foundation
    PackSerial serial;
    QByteArray nonce; ///< 32 bytes, the asker's
    QString hardware;
    LifeCycleInfo lifeCycle;
    qint64 lifeCycleRevision = 0;
    RulesVersion charter;
    RulesVersion policy;
    QMap<ParameterId, StoredValue> values;
    TheftLock lock;
    Activation activation;
    QMap<QString, Component> components;
    QMap<QString, qint64> refusals; ///< reason -> how often
    qint64 at = 0;
    qint64 logCount = 0; ///< head of the pack's own audit
    QByteArray logHash;
    QByteArray siliconSha256; ///< of the silicon limits that are burned in; empty: none yet, or version 1
    QByteArray foundationSha256; ///< of the foundation, likewise
    bool operator==(const Statement &) const = default;

    QByteArray encode() const; ///< the payload
    static Result<Statement> decode(const QByteArray &payload);
};

/// Signed by the device key of the pack that it speaks of, whose chain ends in the root of the charter's manufacturer;
/// nonce: the asker's, or empty where it is not known (a statement from a file). ReceiptInvalid with a detail.
Result<Statement> verifyStatement(
    const QByteArray &bytes, const QByteArray &nonce, const Charter &charter, const QList<CrlEntry> &crls);

} // namespace packwarden
