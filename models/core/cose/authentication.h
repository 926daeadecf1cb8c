// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"

namespace packwarden {

/// The bytes that both sides sign in service 29 (ISO 14229-1, 10.6, APCE) and at the end of every request that changes
/// something. Each names its purpose, the pack and both challenges, so it can be used once, there, for that.
namespace authentication {

constexpr int challengeSize = 32;

struct Exchange
{
    QByteArray challengeClient; ///< 32 random bytes
    QByteArray challengeServer; ///< 32 random bytes
    QByteArray clientLeaf; ///< SHA-256 of its DER
    QByteArray serverLeaf; ///< SHA-256 of its DER
    PackSerial serial;
    int session = 1; ///< diagnostic session in which it happens
};

/// ["packwarden/auth/1", "client" | "server", challengeClient, challengeServer, client leaf, server leaf, serial,
/// session], deterministic CBOR; signed RS256 by the named side.
QByteArray clientProof(const Exchange &exchange);
QByteArray serverProof(const Exchange &exchange);

/// ["packwarden/act/1", serial, challengeServer, sequence, SHA-256(request without its tail)]; the tail is the 16-bit
/// sequence, big-endian, and the RS256 signature by the session's leaf.
QByteArray action(
    const PackSerial &serial, const QByteArray &challengeServer, quint16 sequence, const QByteArray &request);

} // namespace authentication

} // namespace packwarden
