// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/answers/whatif.h"

namespace packwarden {

/// Somebody whose key is known here, and what the pack would say to him.
struct AblePerson
{
    Certificate leaf;
    RoleId role;
    PositionId position;
    QString party; ///< short id; empty: of no party of the charter
    WhatIfAnswer answer;
    bool isRevokedHere = false; ///< by a list that the pack has not heard of yet
    bool isAble() const { return answer.outcome != WhatIfAnswer::Outcome::Refused; }
};

struct PeopleAble
{
    QList<AblePerson> people; ///< by party; in it who can alone, who with others, who cannot now
    QList<RoleId> strangers; ///< roles that take part, of whom nobody who could is known here
    int keysKnown = 0; ///< of people, whatever their role
    QList<AblePerson> able() const;
    bool isNobodyKnown() const { return people.isEmpty(); }
};

/// Who can use the capability on this pack at its moment, of all whose certificates are known here; one role alone, or
/// all that take part. Nobody here knows every key. Pure.
PeopleAble peopleAble(const CapabilityId &capability, const RoleId &role, const QList<Certificate> &known,
    const PackState &state, qint64 now = 0);

/// The roles that a capability's rules name on this pack: by a seat or by a grant.
QList<RoleId> rolesTakingPart(const CapabilityId &capability, const PackState &state);

/// The party whose root answers for the position; empty: vacant or unknown.
QString partyOf(const PositionId &position, const Charter &charter);

/// How many keys of each role are known here and of use now: certified by the position's party for the role, within
/// their dates. Whether a list revokes them is not asked.
QMap<RoleId, int> keyHolders(const Policy &policy, const Charter &charter, const QList<Certificate> &known, qint64 now);

/// What an edit takes and gives, seen from one role.
struct RoleChange
{
    enum class Kind {
        CanAlone, ///< could not, or not alone
        CanWithOthers, ///< could not at all
        OnlyWithOthers, ///< could alone
        CannotAnyMore,
        MustBeAsked, ///< nothing goes without this role now
        NeedNotBeAsked,
        FewerOthers, ///< needs
        MoreOthers,
        FewerConditions, ///< on what it could do before
        MoreConditions,
        OtherConditions, ///< wider in one way, narrower in another
    };
    RoleId role;
    PositionId position;
    Kind kind = Kind::CanAlone;
    int othersBefore = 0; ///< who must sign besides
    int othersAfter = 0;
    QList<Grant> grantsBefore; ///< of the conditions
    QList<Grant> grantsAfter;
    QList<Certificate> people; ///< known here, whose keys the pack would take
    bool isGain() const
    {
        return kind == Kind::CanAlone || kind == Kind::CanWithOthers || kind == Kind::MustBeAsked
            || kind == Kind::FewerOthers || kind == Kind::FewerConditions;
    }
};

/// Who gains and who loses by the change from one policy to the other, on this pack. In the order of the roles.
QList<RoleChange> roleChanges(const CapabilityId &capability, const Policy &before, const Policy &after,
    const QList<Certificate> &known, const PackState &state);

} // namespace packwarden
