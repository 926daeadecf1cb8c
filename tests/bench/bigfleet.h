// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/knownpack.h"

namespace packwarden::bench {

/// Packs of one fleet, each with a statement of its own key: the rules and lists that most hold, and a few that hold
/// older lists, are locked, or were not read lately. Signed on all cores. Needs a CryptoRuntime.
QList<KnownPack> bigFleet(int packs);

/// A store that pins the fleet's rules and knows these packs, by the product's own writing code.
void writeStore(const QString &folder, const QList<KnownPack> &packs);
/// The same as it was kept before fleet.db: each pack as a file of its own.
void writeOlderStore(const QString &folder, const QList<KnownPack> &packs);

} // namespace packwarden::bench
