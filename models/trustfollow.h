// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "trustbook.h"

namespace packwarden {

/// What is pinned after a pack showed rules that are not: they must follow from those held by the rules held (seats old
/// and new, as at a pack), judged now by the newest lists. values: of that pack, for the cross rules.
/// The verifier's reasons.
Result<PinnedRules> followRules(
    const TrustSnapshot &trust, const PackRules &shown, const QMap<ParameterId, StoredValue> &values, qint64 now);

} // namespace packwarden
