// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/actor.h"

namespace packwarden {

/// Is one key enough for the capability of a parameter in this layer, and is it his? OutsidePolicy where more would be
/// needed; SignerNotAuthorised.
Result<> judgeAlone(const Actor &actor, const CapabilityId &capability, int layer, const PackState &state);

/// What 2E may write with one key: a parameter of layer 1 or 2 within all limits, not past a soft limit or step.
/// One key must be enough for foundation, charter and policy. The actor's chain is judged again, by the lists held now.
/// The chain's reasons, TimeUncertain, WrongState, TheftLocked, Malformed (no
/// such parameter), AboveSiliconLimit, Prohibited, OutsideCharter, OutsidePolicy, StepTooLarge, CrossRule,
/// SignerNotAuthorised; never StaleBase (the value is set as it stands). The grant that authorises it.
Result<Grant> judgeWrite(const Actor &actor, const ParameterId &parameter, Milli to, const PackState &state);

/// For how long a pack may be used.
struct Lease
{
    qint64 seconds = 0; ///< of running time
    Grant grant; ///< that gives it
};

/// May the pack be activated by him for this purpose now? lists: fresh within the grace of layer 1 for the driver's
/// chain and for the owner (its root and every authority of its that the pack has heard of).
/// TimeUncertain, WrongState, TheftLocked, Prohibited (a foreign or missing component), CrlStale, SignerNotAuthorised.
Result<Lease> judgeActivation(const Actor &actor, const QString &purpose, const PackState &state);

} // namespace packwarden
