// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace packwarden {

class TrustBook;

/// Did this pack sign its state since it was connected, does that agree with what is known of it, and does no other
/// node answer for it? What is told of any other pack is what was heard, and proves nothing.
bool isProvedNow(const TrustBook &trust, const QString &serial);

} // namespace packwarden
