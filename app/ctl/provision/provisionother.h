// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"

namespace packwarden::ctl {

/// The parts of provisioning that are no document of a step: datasheet, identify, lists, first-charter. Null for
/// others.
std::unique_ptr<Command> makeProvisionOther(const Options &options, const Clock &clock);

} // namespace packwarden::ctl
