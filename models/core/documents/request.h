// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"
#include "models/core/base/milli.h"

#include <QCborMap>
#include <QList>

#include <optional>

namespace packwarden {

/// The fields that every signed payload carries. Times are Unix seconds.
struct DocumentHead
{
    QByteArray id; ///< 16 random bytes
    qint64 created = 0;
    qint64 expires = 0; ///< at most maxLifetime after created; limits delivery only
    QByteArray author; ///< SHA-256 of the author's leaf
    QString title;
    QString reason;
    struct Evidence
    {
        QString name;
        QByteArray sha256;
        bool operator==(const Evidence &) const = default;
    };
    QList<Evidence> evidence;
    QStringList checks; ///< plausibility rules that the author's console ran and that held
    bool operator==(const DocumentHead &) const = default;

    static constexpr qint64 maxLifetime = 90LL * 24 * 3600;
    /// Clocks of consoles and packs differ a little.
    static constexpr qint64 clockTolerance = 300;
};

struct ParameterChange
{
    ParameterId parameter;
    QString unit;
    Milli from;
    qint64 revision = 0; ///< of the value that from names
    Milli to;
    bool operator==(const ParameterChange &) const = default;
};

struct PackChanges
{
    PackSerial serial;
    QString hardware;
    QList<ParameterChange> changes;
    bool operator==(const PackChanges &) const = default;
};

/// A change request: exactly what is to change on which packs, from what to what.
struct ChangeRequest
{
    DocumentHead head;
    QList<PackChanges> packs;
    std::optional<qint64> periodEnd; ///< a temporary overlay until then
    bool operator==(const ChangeRequest &) const = default;

    QByteArray encode() const; ///< the payload
    /// NotCanonical, UnknownType, Malformed.
    static Result<ChangeRequest> decode(const QByteArray &payload);
    const PackChanges *forPack(const PackSerial &serial) const;
};

struct AppliedValue
{
    ParameterId parameter;
    Milli value;
    qint64 revision = 0;
    bool operator==(const AppliedValue &) const = default;
};

/// The pack's own word that a document was applied: the values as read back.
struct Receipt
{
    static constexpr int newestVersion = 2;
    int version = newestVersion; ///< of the payload; version 1 says nothing of limits and foundation
    QByteArray document; ///< SHA-256 of the payload
    PackSerial serial;
    QList<AppliedValue> applied;
    QList<QByteArray> counted; ///< SHA-256 of the leaves that filled seats
    qint64 policyVersion = 0;
    qint64 at = 0;
    qint64 logCount = 0; ///< head of the pack's own audit
    QByteArray logHash;
    QByteArray siliconSha256; ///< of the silicon limits that are burned in; empty: none yet, or version 1
    QByteArray foundationSha256; ///< of the foundation, likewise
    bool operator==(const Receipt &) const = default;

    QByteArray encode() const;
    static Result<Receipt> decode(const QByteArray &payload);
};

/// Common fields, for every payload type.
void writeHead(QCborMap &map, const QString &type, const DocumentHead &head);
Result<DocumentHead> readHead(QCborMap &map, const QString &type);

} // namespace packwarden
