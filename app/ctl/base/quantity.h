// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/milli.h"

namespace packwarden::ctl {

/// parseQuantity, negative numbers among them. NotAQuantity, with the text and what is wrong with it.
Result<Milli> readQuantity(const QString &text);

} // namespace packwarden::ctl
