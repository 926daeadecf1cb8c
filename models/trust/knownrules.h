// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/trustsnapshot.h"

namespace packwarden {

/// What a pack holds by its own signed word, as far as it is known here by the same hash: silicon limits and foundation
/// of this pack or another, charter and policy that are pinned or were. What is not known stays empty, and so do the
/// lists, of which the word says nothing.
PackRules knownRulesOf(const Statement &said, const TrustSnapshot &trust);

} // namespace packwarden
