// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policycells.h"

namespace packwarden {

/// Pure edits of the roles of a policy. The charter names who may hold what, and who may issue whose keys, by role: a
/// role that comes or goes takes a charter with it, which charterFor() makes.
namespace policyroles {

/// A role that comes new. copyOf: an own role, whose rights and issuers it gets, but no seat that must be filled.
struct NewRole
{
    QString title; ///< as typed
    PositionId position;
    QSet<PositionId> issuers;
    RoleId copyOf; ///< empty: without rights
};

/// The id that a title makes, which no role of these has or had: "car-wash", "car-wash-2".
RoleId idFor(const QString &title, const QList<const Policy *> &policies);
enum class RoleFault {
    NoTitle,
    UnfitTitle, ///< longer than 64, or with characters that cannot be seen
    NoCompany, ///< the charter has no such position
    TitleTaken, ///< by another role of the company, or one that looks like it
};
std::optional<RoleFault> problemOf(const NewRole &role, const Policy &policy, const Charter &charter);

/// id: of idFor(). problemOf() must be none.
Policy added(const Policy &policy, const RoleId &id, const NewRole &role);
/// How many rights of the role a copy does not get, as the role must sign there.
int seatsNotCopied(const Policy &policy, const RoleId &role);
Policy renamed(const Policy &policy, const RoleId &id, const QString &title);
Policy withIssuers(const Policy &policy, const RoleId &id, const QSet<PositionId> &issuers);

/// Why the role must stay: the companies' charter or the pack's foundation relies on it.
enum class Tie {
    None,
    Signatory, ///< it signs for its company
    Mandatory, ///< the charter asks for its signature
    Amendments, ///< the foundation asks for its signature under a change of the charter
};
Tie tieOf(const RoleId &id, const PolicyFrame &frame);
/// Without the role, its rights, seats and issuers; tieOf() must be None.
Policy removed(const Policy &policy, const RoleId &id);

/// The charter that the policy needs: the present one, with what roles that come new hold, and without those that go.
/// The same as the present one where no role comes or goes.
Charter charterFor(const Policy &policy, const Policy &base, const Charter &charter);
/// May the charter's roles never have this? A role that comes new brings its own rights into the charter.
bool isBarred(const PolicyCell &cell, const Policy &base, const Charter &charter);

} // namespace policyroles

} // namespace packwarden
