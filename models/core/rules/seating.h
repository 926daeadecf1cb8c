// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/effort.h"
#include "models/core/rules/rules.h"

#include <QHash>

/// Private to core: could the seats that rules ask for be filled by anybody at all?
namespace packwarden::seating {

/// Who fills the seat at that time: its successor while its own position has no party in force.
Seat fillerOf(const Seat &seat, const Charter &charter, qint64 at);

/// What a set of rules says about who can fill seats, looked up once for many questions. The cost of an answer grows
/// with what the rules say about that seat rule, and no faster than n log n. Keeps references to both.
class Prospect final
{
public:
    Prospect(const Policy &policy, const Charter &charter);

    bool isRole(const RoleId &role) const { return m_positionOf.contains(role); }
    bool isRoleAt(const Seat &seat) const
    {
        return m_positionOf.value(seat.role) == seat.position && isRole(seat.role);
    }

    /// Is there a filling of all seats, those beyond soft limits and steps included, dates aside? In layers 3 and 4
    /// one seat for each root.
    bool canBeFilled(const CapabilityId &capability, const SeatRule &rule, int layer);
    /// Can the rule be met with as many seats and parties as the foundation asks of the layer?
    bool meetsFloor(const SeatRule &rule, const Foundation::LayerRule &floor);
    /// The first moment, from now on, at which the parties and grants then in force cannot fill all seats, one for each
    /// root. Grants that run out by use or hold for some packs alone do not count.
    std::optional<qint64> emptyFrom(const CapabilityId &capability, const SeatRule &rule, qint64 now);
    /// The same for the seats of an amendment, which ask for no grant.
    std::optional<qint64> emptyFrom(const QList<Seat> &seats, qint64 now);
    /// Looks at edges and entries so far.
    qint64 steps() const { return m_effort.spent(); }

private:
    /// So many of these seats.
    struct Places
    {
        QList<Seat> of;
        int count = 1;
    };
    /// From (inclusive) until (exclusive), in order, apart from each other.
    using Span = std::pair<qint64, qint64>;
    using Spans = QList<Span>;
    struct Turn
    {
        qint64 at = 0;
        int places = 0;
        int root = 0;
        int change = 0; ///< one way more or less in which the root fills the places
    };

    static QList<Places> placesOf(const SeatRule &rule, bool withExtras);
    static Spans united(Spans spans);
    static Spans common(const Spans &a, const Spans &b);
    static Spans outside(const Spans &spans);
    bool holdsGrant(const RoleId &role, const CapabilityId &capability) const;
    bool canBeCertified(const Seat &seat, bool ownRoot);
    Spans inForce(const PositionId &position) const;
    /// When a holder of the role can use the capability; without one: always.
    Spans entitled(const RoleId &role, const std::optional<CapabilityId> &capability) const;
    /// When which root can fill which places.
    QList<Turn> turnsOf(const QList<Places> &places, const std::optional<CapabilityId> &capability, qint64 now);
    std::optional<qint64> emptyFrom(
        const QList<Places> &places, const std::optional<CapabilityId> &capability, qint64 now);
    int mostFilled(const QList<Places> &places, const QList<QSet<int>> &units);

    const Policy &m_policy;
    const Charter &m_charter;
    QHash<RoleId, PositionId> m_positionOf;
    QHash<PositionId, int> m_rootOf;
    QHash<PositionId, int> m_partyOf;
    QHash<RoleId, QSet<int>> m_issuers; ///< roots by which a role may be certified; as far as asked
    QHash<std::pair<CapabilityId, RoleId>, QList<const Grant *>> m_grants;
    Effort m_effort;
};

} // namespace packwarden::seating
