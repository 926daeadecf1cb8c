// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"

namespace packwarden::ctl {

std::unique_ptr<Command> makeProvisionStep(
    const Options &options, const Clock &clock); ///< of the step that the verb names
std::unique_ptr<Command> makeDataSheetSign(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeFirstCharter(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeFirstLists(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeIdentify(const Options &options, const Clock &clock);

} // namespace packwarden::ctl
