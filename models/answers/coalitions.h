// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/gathering.h"

namespace packwarden {

/// How few can do something, and what falls with whom.
struct Coalition
{
    CapabilityId capability;
    int layer = 4;
    std::optional<Error> impossible; ///< nobody can, whoever joins: why
    int people = 0; ///< the fewest, with the one who writes the document
    bool isPeopleExact = true; ///< false: at least so many; the search was cut off
    bool needsWriter = false; ///< one of them only writes it: the author may not approve
    bool isRowMore = false; ///< the policy names more signatures, but a pack asks for one key in a session
    int companies = 0;
    bool isCompaniesExact = true;
    QStringList parties; ///< one smallest set of companies; empty where the search was cut off
    QList<Seat> seats; ///< what its people sign as
    QList<RoleId> oneKey; ///< a single stolen key of any of these opens it
    QStringList oneCompany; ///< each of these companies opens it alone: it can certify as many people as it likes
    QList<QString> oneLaptop; ///< people known here, all of whose keys together open it
    QList<Certificate> knownPeople; ///< known here, and enough together; the author last; empty: those known are not
    bool isKnownEnough() const { return !knownPeople.isEmpty(); }
};

/// Those of them that the pack would take at its moment, in a layer.
QList<Actor> actorsAmong(const QList<Certificate> &known, int layer, const PackState &state);

/// By the rules of this pack alone, not its lock or age: what an attacker must gather. Exact while no more judgements
/// are needed than the budget allows; beyond, what is certain is said. Pure.
Coalition smallestCoalition(
    const CapabilityId &capability, const QList<Certificate> &known, const PackState &state, int budget = 4000);

/// Of all capabilities of these layers that are not prohibited, by layer and name.
QList<Coalition> smallestCoalitions(
    const QSet<int> &layers, const QList<Certificate> &known, const PackState &state, int budget = 4000);

} // namespace packwarden
