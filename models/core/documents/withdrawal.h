// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"

namespace packwarden {

/// What one person says about a document of several: COSE_Sign1 over the SHA-256 of its payload. A withdrawal goes to
/// packs and makes the document void there; a rejection is shown to people and never sent to packs.
struct Withdrawal
{
    QByteArray document; ///< SHA-256 of the payload
    qint64 expires = 0; ///< of the document; the withdrawal is kept until then
    bool operator==(const Withdrawal &) const = default;

    QByteArray encode() const; ///< the payload
    /// NotCanonical, UnknownType, Malformed.
    static Result<Withdrawal> decode(const QByteArray &payload);
};

struct Rejection
{
    QByteArray document; ///< SHA-256 of the payload
    QString reason;
    bool operator==(const Rejection &) const = default;

    QByteArray encode() const;
    static Result<Rejection> decode(const QByteArray &payload);
};

} // namespace packwarden
