// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"

namespace packwarden::ctl {

std::unique_ptr<Command> makeExchangeInit(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeExchangeStatus(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeExchangePublish(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeExchangeFetch(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeExchangeWatch(const Options &options, const Clock &clock);

} // namespace packwarden::ctl
