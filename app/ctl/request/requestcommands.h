// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"

namespace packwarden::ctl {

std::unique_ptr<Command> makeRequestNew(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeRequestFile(
    const Options &options, const Clock &clock); ///< show, verify, sign, reject, withdraw and merge
std::unique_ptr<Command> makeRequestDeliver(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeCommandNew(
    const Options &options, const Clock &clock); ///< of the kind that the verb names

} // namespace packwarden::ctl
