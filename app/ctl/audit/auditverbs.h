// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"

namespace packwarden::ctl {

std::unique_ptr<Command> makeAuditList(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeAuditProve(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeAuditVerify(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeAuditExport(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeAuditWitnesses(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeAuditSettle(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeAuditRestart(const Options &options, const Clock &clock);

} // namespace packwarden::ctl
