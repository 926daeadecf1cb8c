// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/milli.h"
#include "models/workspace/identity.h"

#include <QMap>
#include <QSet>

#include <optional>

namespace packwarden {

struct SignoffJudgement;
struct TrustSnapshot;

/// In layer 4 the technical seat, which is the one that the charter makes mandatory, finds its own value before it is
/// shown the proposed one. Here is who that is, and whether two values agree; the document keeps count of the attempts.
namespace ownvalue {

/// What somebody typed, by parameter. One value for a parameter: a document that gives several packs different ones is
/// for one signature too many.
using Values = QMap<ParameterId, Milli>;

/// Attempts for one person and document; the last that fails is a rejection.
constexpr int attempts = 2;
/// The audit's word for an attempt whose value differs; its outcome is auditoutcome::conflict and it names no value.
inline constexpr char action[] = "request.own-value";

/// Why the document refuses to sign; reason of an error of code Malformed.
enum class Problem {
    Missing, ///< one was not given
    Differs, ///< and one attempt is left
    Spent, ///< the last attempt differs, or did
};
Error error(Problem problem);

/// The parameters for which this person must find an own value to approve. None for anything but change requests, for
/// the author (who may fill no seat of layer 4), and for whoever fills no technical seat.
QSet<ParameterId> wanted(const SignoffJudgement &judgement, const TrustSnapshot &trust, const Identity &signer);

/// The parameters whose proposed values may not be shown to this person yet; signedIn: none, nobody is. While a
/// document waits for a technical seat, who has not said who he is might be the one who fills it.
QSet<ParameterId> hidden(
    const SignoffJudgement &judgement, const TrustSnapshot &trust, const std::optional<Identity> &signedIn);

/// Is every wanted value there, and what the document proposes for every pack?
bool agree(const SignoffJudgement &judgement, const QSet<ParameterId> &wanted, const Values &values);

} // namespace ownvalue

} // namespace packwarden
