// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"

namespace packwarden::ctl {

std::unique_ptr<Command> makePackList(const Options &options, const Clock &clock);
std::unique_ptr<Command> makePackShow(const Options &options, const Clock &clock); ///< show and parameters
std::unique_ptr<Command> makePackRead(const Options &options, const Clock &clock);
std::unique_ptr<Command> makePackCells(const Options &options, const Clock &clock);
std::unique_ptr<Command> makePackWatch(const Options &options, const Clock &clock);
std::unique_ptr<Command> makePackStatement(const Options &options, const Clock &clock);
std::unique_ptr<Command> makePackRepository(const Options &options, const Clock &clock);
std::unique_ptr<Command> makePackFaults(const Options &options, const Clock &clock);
std::unique_ptr<Command> makePackAction(
    const Options &options, const Clock &clock); ///< set, activate, deactivate and clear-faults
std::unique_ptr<Command> makePackVerify(const Options &options, const Clock &clock);
std::unique_ptr<Command> makePackSettle(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeTimeSet(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeTimeOfTwo(const Options &options, const Clock &clock); ///< sign and deliver
std::unique_ptr<Command> makeRecordStart(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeRecordReplay(const Options &options, const Clock &clock);

} // namespace packwarden::ctl
