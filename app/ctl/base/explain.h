// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

namespace packwarden::ctl {

/// What a failure means and what can be done next, for a person at a terminal; English, one line. Empty where the code
/// and its detail say all.
QString explain(const Error &error);

} // namespace packwarden::ctl
