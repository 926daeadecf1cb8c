// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/verb.h"

namespace packwarden::ctl {

/// `request deliver FILE FILE ...`, such as the parts of one request: one delivery after the other, each by the command
/// that make makes for one file, then one result for all. Where packs are taken in stages, a delivery that fails is the
/// last; else each document is for itself.
std::unique_ptr<Command> deliverSeveral(
    const Options &options, const Clock &clock, const QStringList &files, const QStringList &serials, Maker make);

} // namespace packwarden::ctl
