// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/link/portfactory.h"

#include "hw/can/qtcanport.h"
#include "hw/recording/canreplay.h"

namespace packwarden {

CanPort *makeGuestPort(const QString &device, QObject *parent)
{
    if (CanReplay::isRecording(device))
        return new CanReplay(device, 1, parent);
    return new QtCanPort(device, QtCanPort::Hosting::Never, parent);
}

} // namespace packwarden
