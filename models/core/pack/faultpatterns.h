// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/faults.h"

namespace packwarden {

/// What a fault is called, in English; %1, where there is one, is its place. The command line says it as it is, screens
/// say it translated, in the context packwarden::FaultWords. Null of a fault that is not known.
const char *faultPattern(FaultCode code);
/// "%1, above %2": how what was measured (%1) stands to its limit (%2). Null where nothing is measured.
const char *faultMeasuredPattern(FaultCode code);

} // namespace packwarden
