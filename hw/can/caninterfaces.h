// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/businterface.h"

namespace packwarden {

/// Every interface that a plugin of Qt SerialBus finds on this computer, then the plugins that cannot be used and why.
/// Of simulated buses the one on the usual port alone. Loads drivers, so it may take a moment; for the thread that
/// opens ports.
QList<BusInterface> canInterfaces();

} // namespace packwarden
