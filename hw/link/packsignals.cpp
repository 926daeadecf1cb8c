// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/link/packsignals.h"

namespace packwarden {

void PackSignals::passOn(PackSignals &other)
{
    connect(this, &PackSignals::factsRead, &other, &PackSignals::factsRead);
    connect(this, &PackSignals::rulesRead, &other, &PackSignals::rulesRead);
    connect(this, &PackSignals::didRead, &other, &PackSignals::didRead);
    connect(this, &PackSignals::didsRead, &other, &PackSignals::didsRead);
    connect(this, &PackSignals::readFailed, &other, &PackSignals::readFailed);
    connect(this, &PackSignals::deliveryProgress, &other, &PackSignals::deliveryProgress);
    connect(this, &PackSignals::documentsRead, &other, &PackSignals::documentsRead);
    connect(this, &PackSignals::answered, &other, &PackSignals::answered);
    connect(this, &PackSignals::faultRead, &other, &PackSignals::faultRead);
    connect(this, &PackSignals::authenticated, &other, &PackSignals::authenticated);
    connect(this, &PackSignals::authenticationFailed, &other, &PackSignals::authenticationFailed);
    connect(this, &PackSignals::deauthenticated, &other, &PackSignals::deauthenticated);
    connect(this, &PackSignals::acted, &other, &PackSignals::acted);
}

} // namespace packwarden
