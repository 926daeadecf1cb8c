// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/rules/seating.h"

#include "models/core/base/breakable.h"
#include "models/core/base/unitflow.h"

#include <algorithm>
#include <limits>

namespace packwarden::seating {

namespace {

constexpr qint64 always = std::numeric_limits<qint64>::min();
constexpr qint64 never = std::numeric_limits<qint64>::max();
constexpr int harmfulLayer = 3;

/// The places that units fill, a unit for one place at most.
class Hall final
{
public:
    explicit Hall(const QList<int> &counts)
        : m_source(m_flow.addNode())
        , m_sink(m_flow.addNode())
    {
        for (int count : counts) {
            m_places.append(m_flow.addNode());
            m_counts.append(m_flow.addEdge(m_source, m_places.constLast(), count));
            m_total += count;
        }
    }

    /// One way more, or less, in which the unit fills these places.
    void change(int places, int unit, int by)
    {
        if (!m_units.contains(unit)) {
            const int node = m_flow.addNode();
            m_units.insert(unit, {node, m_flow.addEdge(node, m_sink, 1)});
        }
        const auto [node, end] = m_units.value(unit);
        const std::pair key(places, unit);
        if (!m_ways.contains(key))
            m_ways.insert(key, {m_flow.addEdge(m_places.at(places), node, 0), 0});
        auto &[way, count] = m_ways[key];
        count += by;
        if (count == 0 && m_flow.flow(way) > 0) {
            for (int edge : {m_counts.at(places), way, end})
                m_flow.takeBack(edge);
            --m_filled;
        }
        m_flow.setCapacity(way, count > 0 ? 1 : 0);
    }
    int fill(Effort &effort)
    {
        while (m_filled < m_total && m_flow.push(m_source, m_sink, effort))
            ++m_filled;
        return m_filled;
    }
    int total() const { return m_total; }

private:
    UnitFlow m_flow;
    int m_source = 0;
    int m_sink = 0;
    QList<int> m_places;
    QList<int> m_counts; ///< edges
    QHash<int, std::pair<int, int>> m_units; ///< node, and edge into the sink
    QHash<std::pair<int, int>, std::pair<int, int>> m_ways; ///< edge, and how many ways there are
    int m_total = 0;
    int m_filled = 0;
};

template <typename Text> int numberOf(const Text &text, QHash<Text, int> &numbers)
{
    const auto it = numbers.constFind(text);
    return it != numbers.constEnd() ? *it : *numbers.insert(text, int(numbers.size()));
}

} // namespace

Seat fillerOf(const Seat &seat, const Charter &charter, qint64 at)
{
    return charter.inForce(seat.position, at) && !broken("successors") ? seat : charter.successors.value(seat, seat);
}

Prospect::Prospect(const Policy &policy, const Charter &charter)
    : m_policy(policy)
    , m_charter(charter)
    , m_effort(never)
{
    for (const Role &role : policy.roles) {
        if (!m_positionOf.contains(role.id))
            m_positionOf.insert(role.id, role.position);
    }
    QHash<QByteArray, int> roots;
    QHash<QString, int> parties;
    for (auto it = charter.positions.begin(); it != charter.positions.end(); ++it) {
        m_rootOf.insert(it.key(), numberOf(it->rootDer, roots));
        m_partyOf.insert(it.key(), numberOf(it->party, parties));
    }
    for (const Grant &grant : policy.grants)
        m_grants[{grant.capability, grant.role}].append(&grant);
}

QList<Prospect::Places> Prospect::placesOf(const SeatRule &rule, bool withExtras)
{
    QList<Places> places;
    for (const Seat &seat : rule.all)
        places.append({{seat}, 1});
    for (const SeatGroup &group : rule.groups)
        places.append({group.of, group.atLeast});
    if (withExtras) {
        if (rule.beyondSoftLimit)
            places.append({{*rule.beyondSoftLimit}, 1});
        if (rule.beyondStep && rule.beyondStep != rule.beyondSoftLimit)
            places.append({{*rule.beyondStep}, 1});
    }
    return places;
}

Prospect::Spans Prospect::united(Spans spans)
{
    std::sort(spans.begin(), spans.end());
    Spans all;
    for (const Span &span : std::as_const(spans)) {
        if (!all.isEmpty() && span.first <= all.constLast().second)
            all.last().second = std::max(all.constLast().second, span.second);
        else if (span.first < span.second)
            all.append(span);
    }
    return all;
}

Prospect::Spans Prospect::common(const Spans &a, const Spans &b)
{
    Spans both;
    for (qsizetype i = 0, j = 0; i < a.size() && j < b.size();) {
        const Span span(std::max(a.at(i).first, b.at(j).first), std::min(a.at(i).second, b.at(j).second));
        if (span.first < span.second)
            both.append(span);
        (a.at(i).second < b.at(j).second ? i : j) += 1;
    }
    return both;
}

Prospect::Spans Prospect::outside(const Spans &spans)
{
    Spans gaps;
    qint64 from = always;
    for (const Span &span : spans) {
        if (from < span.first)
            gaps.append({from, span.first});
        from = span.second;
    }
    if (from < never)
        gaps.append({from, never});
    return gaps;
}

bool Prospect::holdsGrant(const RoleId &role, const CapabilityId &capability) const
{
    return m_grants.contains({capability, role}) && m_charter.mayHold.value(capability).contains(role);
}

/// May somebody certify the role for this position; in the harmful layers, under the root of its own party?
bool Prospect::canBeCertified(const Seat &seat, bool ownRoot)
{
    auto known = m_issuers.constFind(seat.role);
    if (known == m_issuers.constEnd()) {
        const QSet<PositionId> may = m_charter.mayIssue.value(seat.role);
        const QSet<PositionId> does = m_policy.issuers.value(seat.role);
        m_effort.spend(does.size());
        QSet<int> roots;
        for (const PositionId &issuer : does) {
            if (may.contains(issuer) && m_rootOf.contains(issuer))
                roots.insert(m_rootOf.value(issuer));
        }
        known = m_issuers.insert(seat.role, roots);
    }
    return ownRoot ? known->contains(m_rootOf.value(seat.position, -1)) : !known->isEmpty();
}

int Prospect::mostFilled(const QList<Places> &places, const QList<QSet<int>> &units)
{
    QList<int> counts;
    for (const Places &some : places)
        counts.append(some.count);
    Hall hall(counts);
    for (int i = 0; i < units.size(); ++i) {
        m_effort.spend(units.at(i).size());
        for (int unit : units.at(i))
            hall.change(i, unit, 1);
    }
    return hall.fill(m_effort);
}

bool Prospect::canBeFilled(const CapabilityId &capability, const SeatRule &rule, int layer)
{
    const bool harmful = layer >= harmfulLayer;
    const QList<Places> places = placesOf(rule, true);
    QList<QSet<int>> units;
    int total = 0;
    for (const Places &some : places) {
        QSet<int> roots;
        m_effort.spend(some.of.size());
        for (const Seat &seat : some.of) {
            if (holdsGrant(seat.role, capability) && canBeCertified(seat, harmful))
                roots.insert(m_rootOf.value(seat.position, -1));
        }
        // In layers 1 and 2 a seat needs a person of its own, and a party may have any number of people.
        if (roots.isEmpty())
            return false;
        units.append(roots);
        total += some.count;
    }
    return !harmful || mostFilled(places, units) == total;
}

bool Prospect::meetsFloor(const SeatRule &rule, const Foundation::LayerRule &floor)
{
    const QList<Places> places = placesOf(rule, false);
    QList<QSet<int>> units;
    int total = 0;
    for (const Places &some : places) {
        QSet<int> parties;
        m_effort.spend(some.of.size());
        for (const Seat &seat : some.of)
            parties.insert(m_partyOf.value(seat.position, -1));
        units.append(parties);
        total += some.count;
    }
    return floor.seats >= 1 && total >= floor.seats && mostFilled(places, units) >= floor.parties;
}

Prospect::Spans Prospect::inForce(const PositionId &position) const
{
    const auto place = m_charter.positions.constFind(position);
    if (place == m_charter.positions.constEnd() || place->rootDer.isEmpty())
        return {};
    return {{place->from, place->until == 0 ? never : place->until}};
}

Prospect::Spans Prospect::entitled(const RoleId &role, const std::optional<CapabilityId> &capability) const
{
    if (!capability)
        return {{always, never}};
    Spans spans;
    if (!m_charter.mayHold.value(*capability).contains(role))
        return spans;
    for (const Grant *grant : m_grants.value({*capability, role})) {
        if (grant->uses == 0 && grant->group.isEmpty())
            spans.append({grant->from, grant->until == 0 ? never : grant->until});
    }
    return united(spans);
}

QList<Prospect::Turn> Prospect::turnsOf(
    const QList<Places> &places, const std::optional<CapabilityId> &capability, qint64 now)
{
    QList<Turn> turns;
    for (int i = 0; i < places.size(); ++i) {
        QHash<Seat, Spans> turnOf;
        m_effort.spend(places.at(i).of.size());
        for (const Seat &named : places.at(i).of) {
            const Spans own = united(inForce(named.position));
            const bool heard = !broken("successors");
            turnOf[named] += heard ? own : Spans();
            turnOf[m_charter.successors.value(named, named)] += heard ? outside(own) : Spans{{always, never}};
        }
        for (auto it = turnOf.begin(); it != turnOf.end(); ++it) {
            const Seat &filler = it.key();
            if (!isRoleAt(filler) || !canBeCertified(filler, true))
                continue;
            const Spans able = common(united(inForce(filler.position)), entitled(filler.role, capability));
            const int root = m_rootOf.value(filler.position, -1);
            for (const Span &span : common(able, united(*it))) {
                m_effort.spend(1);
                if (span.second <= now)
                    continue;
                turns.append({std::max(span.first, now), i, root, 1});
                if (span.second != never)
                    turns.append({span.second, i, root, -1});
            }
        }
    }
    std::sort(turns.begin(), turns.end(), [](const Turn &a, const Turn &b) { return a.at < b.at; });
    return turns;
}

std::optional<qint64> Prospect::emptyFrom(
    const QList<Places> &places, const std::optional<CapabilityId> &capability, qint64 now)
{
    QList<int> counts;
    for (const Places &some : places)
        counts.append(some.count);
    Hall hall(counts);
    const QList<Turn> turns = turnsOf(places, capability, now);
    qsizetype next = 0;
    for (qint64 at = now;; at = turns.at(next).at) {
        for (; next < turns.size() && turns.at(next).at <= at; ++next)
            hall.change(turns.at(next).places, turns.at(next).root, turns.at(next).change);
        if (hall.fill(m_effort) < hall.total())
            return at;
        if (next == turns.size())
            return std::nullopt;
    }
}

std::optional<qint64> Prospect::emptyFrom(const CapabilityId &capability, const SeatRule &rule, qint64 now)
{
    return emptyFrom(placesOf(rule, true), capability, now);
}

std::optional<qint64> Prospect::emptyFrom(const QList<Seat> &seats, qint64 now)
{
    return seats.isEmpty() ? std::optional(now) : emptyFrom(placesOf({seats, {}, {}, {}}, false), std::nullopt, now);
}

} // namespace packwarden::seating
