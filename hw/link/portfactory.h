// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/canport.h"

namespace packwarden {

/// The port of a console, as a CanPortFactory: a guest on any bus (QtCanPort), or a recording that is played
/// ("replay:FILE", CanReplay). The parent owns it.
CanPort *makeGuestPort(const QString &device, QObject *parent);

} // namespace packwarden
