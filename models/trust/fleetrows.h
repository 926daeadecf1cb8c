// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/knownpack.h"

/// Facts of a pack in two parts: what packs of a kind under the same rules share, and what is the pack's own. They are
/// local to fleet.db; the exchange of what is known is trustfiles'. Pure.
namespace packwarden::fleetrows {

/// The parameter table without values and revisions, as ParameterInfo::encodeTable.
QByteArray sharedTable(const PackFacts &facts);
/// Deterministic CBOR of the rest but for the serial; of a pack that told no facts yet, what is known all the same.
QByteArray ownFacts(const KnownPack &pack);
/// pack: with its serial and readAt. table: of sharedTable, decoded. Malformed.
Result<> readFacts(KnownPack &pack, const QByteArray &own, const QList<ParameterInfo> &table);

QByteArray encode(const QList<Contradiction> &contradictions);
Result<QList<Contradiction>> decodeContradictions(const QByteArray &bytes);

} // namespace packwarden::fleetrows
