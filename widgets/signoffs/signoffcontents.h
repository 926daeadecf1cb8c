// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rules/rulesdiff.h"
#include "models/signoffs/signoffcontext.h"
#include "widgets/values/limitscale.h"

namespace packwarden {

/// What a document says, in words, whatever its kind: made from the parsed bytes that are signed, never from its title.
/// Values that the reader may not see yet (SignoffJudgement::hidden) show as dots everywhere.
namespace signoffcontents {

/// Stands for a value that is hidden.
QString dots();

/// "Raise max SoC 90 % to 95 % on 38 packs", "Lock SDB-DEMO-0001 against theft", "Policy 9: 3 rights new, 1 removed",
/// "Sell SDB-DEMO-0002 to Buyer".
QString sentence(const SignoffJudgement &judgement, const TrustSnapshot &trust);
/// The same in short, for a list: what first, then where.
QString shortTitle(const SignoffJudgement &judgement);
/// Of the security onion, 0 where it cannot be told.
int layer(const SignoffJudgement &judgement, const TrustSnapshot &trust);

/// "Max SoC 90 % to 95 %"
QString change(const SignoffJudgement &judgement, const ParameterChange &change);
/// The scale of a change as the pack's own limits draw it; none where the pack is not known here.
std::optional<LimitScaleValues> scale(const SignoffJudgement &judgement, const PackChanges &pack,
    const ParameterChange &change, const TrustSnapshot &trust);
/// How far it goes: absolute, in percent of now, distance to soft limit and charter. beyondSoft: passes a soft limit.
QStringList distances(const LimitScaleValues &values, bool *beyondSoft = nullptr);
/// Does every pack get the same changes? Then one scale shows them all.
bool sameForAll(const ChangeRequest &request);

/// What follows for people and vans.
QStringList consequences(const SignoffJudgement &judgement, const TrustSnapshot &trust);
/// Why the author wants it; a hidden value in it shows as dots.
QString reason(const SignoffJudgement &judgement);
QString period(const SignoffJudgement &judgement);
QString history(const SignoffContext &context);
QString odd(const SignoffContext::Odd &odd);
/// "Withdrawn here, not yet effective on 3 of 4 packs."
QString withdrawal(const SignoffJudgement &judgement, const SignoffContext &context);
QStringList evidence(const SignoffJudgement &judgement, const DocumentFile &file);

} // namespace signoffcontents

} // namespace packwarden
