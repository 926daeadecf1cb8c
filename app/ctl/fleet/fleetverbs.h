// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"

namespace packwarden::ctl {

std::unique_ptr<Command> makeFleetList(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeFleetGroups(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeFleetGroup(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeFleetUngroup(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeFleetRollouts(const Options &options, const Clock &clock);

} // namespace packwarden::ctl
