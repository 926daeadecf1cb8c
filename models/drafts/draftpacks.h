// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packstate.h"
#include "models/trust/knownpacks.h"

#include <functional>

namespace packwarden {

/// Packs that a draft judges at once, in the thread of who types. One takes about a tenth of a millisecond, and a key
/// may take five in all; where there are more, a worker judges them, and the newest text alone is answered.
inline constexpr qsizetype judgedAtOnce = 16;

/// Is the answer still of use? For drafts, which judge many packs.
using StillAsked = std::function<bool()>;

const ParameterInfo *parameterIn(const QList<ParameterInfo> &table, const ParameterId &id); ///< null: not in it

/// The parameters that all of these packs have, as the first of them holds them; none where one is not known here. Any
/// thread.
QList<ParameterInfo> commonParameters(
    const KnownPacks &known, const QList<PackSerial> &packs, const StillAsked &stillAsked);

} // namespace packwarden
