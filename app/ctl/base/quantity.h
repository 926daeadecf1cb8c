// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/milli.h"

namespace packwarden::ctl {

/// parseQuantity, negative numbers among them, but no comma before three digits: "1,000" is one thousand to some and
/// one to others, and nobody sees here what it was read as. NotAQuantity, with the text and what is wrong with it.
Result<Milli> readQuantity(const QString &text);

} // namespace packwarden::ctl
