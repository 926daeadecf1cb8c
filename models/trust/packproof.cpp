// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/packproof.h"

#include "models/trust/trustbook.h"

namespace packwarden {

bool isProvedNow(const TrustBook &trust, const QString &serial)
{
    const auto parsed = PackSerial::parse(serial);
    if (!parsed.ok() || !trust.snapshot().proved.contains(*parsed) || trust.doubt(*parsed))
        return false;
    const auto known = trust.pack(*parsed);
    return known && known->contradictions.isEmpty();
}

} // namespace packwarden
