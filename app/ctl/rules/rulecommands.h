// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"

namespace packwarden::ctl {

std::unique_ptr<Command> makePolicyPull(const Options &options, const Clock &clock);
std::unique_ptr<Command> makePolicyShow(const Options &options, const Clock &clock);
std::unique_ptr<Command> makePolicyImport(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeRuleLook(const Options &options,
    const Clock &clock); ///< check, diff and export of policies; show, check and diff of charters
std::unique_ptr<Command> makeCharterAmend(
    const Options &options, const Clock &clock); ///< of the kind that the verb names
std::unique_ptr<Command> makeTrustShow(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeTrustInvite(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeTrustJoin(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeTrustForget(const Options &options, const Clock &clock);

} // namespace packwarden::ctl
