// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/memory/packmemory.h"

namespace packwarden::sim {

/// What the pack says of itself over an asker's nonce of 32 bytes, signed by its device key (COSE_Sign1). WrongState
/// before it has a certificate; the errors of signing. now: the pack's clock.
Result<QByteArray> makeStatement(const PackMemory &memory, qint64 now, const QByteArray &nonce);

} // namespace packwarden::sim
