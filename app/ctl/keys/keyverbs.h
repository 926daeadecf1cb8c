// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"

namespace packwarden::ctl {

std::unique_ptr<Command> makeKeysKnown(const Options &options, const Clock &clock); ///< list
std::unique_ptr<Command> makeKeysNew(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeKeysRequest(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeKeysInstall(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeKeysIssue(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeKeysRenew(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeKeysList(const Options &options, const Clock &clock); ///< revoke and crl
std::unique_ptr<Command> makeKeysCompromised(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeKeysPush(const Options &options, const Clock &clock); ///< push-crl
std::unique_ptr<Command> makeKeysReach(const Options &options, const Clock &clock);

} // namespace packwarden::ctl
