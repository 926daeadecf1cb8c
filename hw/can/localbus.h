// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace packwarden {

/// "virtualcan:tcp://127.0.0.1:PORT/can0" on a port of this machine that nobody uses now: the first process that opens
/// it hosts the bus, and a bus on the usual port is left alone. Empty if there is none.
QString freeLocalBus();

} // namespace packwarden
