// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/trustsnapshot.h"

namespace packwarden {

/// "Leasing (owner), Courier (operator)": whom these rules name.
QString partiesOf(const PinnedRules &rules);

} // namespace packwarden
