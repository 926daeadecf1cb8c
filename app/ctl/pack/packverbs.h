// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"

namespace packwarden::ctl {

/// set, activate, deactivate, clear-faults: signed actions. Null for other verbs.
std::unique_ptr<Command> makePackAction(const Options &options, const Clock &clock);
/// statement, repository, faults: what a pack is asked. Null for other verbs.
std::unique_ptr<Command> makePackQuestion(const Options &options, const Clock &clock);
/// settle: what a person decides about a pack that contradicts what is pinned of it.
std::unique_ptr<Command> makePackSettle(const Options &options, const Clock &clock);

} // namespace packwarden::ctl
