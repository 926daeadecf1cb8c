// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"

namespace packwarden::ctl {

/// Seconds after which a running courier has written its status again, with room to spare.
inline constexpr int courierSilentAfter = 60;

/// <store>/courier.json
QString courierStatusFile(const QString &store);

std::unique_ptr<Command> makeCourierRun(const Options &options, const Clock &clock);
std::unique_ptr<Command> makeCourierStatus(const Options &options, const Clock &clock);

} // namespace packwarden::ctl
