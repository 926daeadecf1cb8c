// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"

namespace packwarden::ctl {

/// matrix, values, keys, who and timeline.
std::unique_ptr<Command> makeAsOf(const Options &options, const Clock &clock);

} // namespace packwarden::ctl
