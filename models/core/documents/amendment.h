// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/rulechange.h"

/// Private to core: what each kind of charter change may change.
namespace packwarden::amendment {

/// The kinds that only change the party or root behind one position. The seats of the foundation suffice for them, and
/// they count up every revision.
bool isSwap(Amendment kind);

/// Is this change of its kind? OutsideCharter with what it changes besides, or for a change of nothing.
Result<> checkKind(const CharterChange &change, const Charter &charter, const Policy &policy);

/// The positions with a party or root that was not in them before: each of them must agree.
QList<PositionId> newlyFilled(const Charter &before, const Charter &after);

/// The positions that are in both and whose term gets shorter: they end sooner or begin later. A term that only gets
/// longer puts nobody out.
QList<PositionId> shortened(const Charter &before, const Charter &after);

/// Does the policy change in more than its version and the charter that it names?
bool changesPolicy(const Policy &before, const Policy &after);

} // namespace packwarden::amendment
