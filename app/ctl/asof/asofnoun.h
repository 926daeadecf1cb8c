// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/verb.h"

namespace packwarden::ctl {

Noun asOfNoun();

} // namespace packwarden::ctl
