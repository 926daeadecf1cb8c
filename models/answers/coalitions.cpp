// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/answers/coalitions.h"

#include "models/answers/whatif.h"
#include "models/core/judge/valuechecks.h"

#include <algorithm>
#include <functional>

namespace packwarden {

namespace {

/// One place is left for who writes the document.
constexpr int maxApprovers = CoseSign::maxSignatures - 1;

/// A company: what its roots can certify.
struct Company
{
    QString party;
    QList<Actor> approvers; ///< who could fill a seat
    std::optional<Actor> writer; ///< somebody else of it
};

QList<QByteArray> rootsOf(const QString &party, const PackState &state)
{
    QList<QByteArray> roots;
    for (auto it = state.charter.positions.begin(); it != state.charter.positions.end(); ++it) {
        if (it->party != party)
            continue;
        const auto root
            = state.memo.get() ? state.memo.get()->certificate(it->rootDer) : Certificate::fromDer(it->rootDer);
        if (root.ok() && state.charter.inForce(it.key(), state.now) && !roots.contains(root->sha256))
            roots.append(root->sha256);
    }
    return roots;
}

QList<Company> companiesOf(const QList<SeatFinding> &seats, bool isHarmful, const PackState &state)
{
    QStringList parties;
    for (auto it = state.charter.positions.begin(); it != state.charter.positions.end(); ++it) {
        if (!parties.contains(it->party))
            parties.append(it->party);
    }
    QList<Company> companies;
    for (const QString &party : std::as_const(parties)) {
        Company company;
        company.party = party;
        for (const QByteArray &root : rootsOf(party, state)) {
            for (const Role &role : state.policy.roles) {
                const auto fits = std::count_if(seats.begin(), seats.end(), [&](const SeatFinding &seat) {
                    return seat.candidates.contains(Seat{role.position, role.id});
                });
                if (company.writer && fits == 0)
                    continue;
                const auto writer = supposedActor(root, role.id, QStringLiteral("%1 who writes").arg(party), state);
                if (writer.ok() && !company.writer)
                    company.writer = *writer;
                // In the harmful layers a root fills one seat, however many people it certifies.
                const auto people = isHarmful ? std::min<qsizetype>(fits, 1) : fits;
                for (qsizetype i = 0; i < people; ++i) {
                    const auto one = supposedActor(
                        root, role.id, QStringLiteral("%1 %2 %3").arg(party, role.id.text()).arg(i), state);
                    if (one.ok())
                        company.approvers.append(*one);
                }
            }
        }
        if (company.writer)
            companies.append(company);
    }
    return companies;
}

/// Tries companies together, and counts how often.
class Search final
{
public:
    Search(const CapabilityId &capability, const PackState &state, const QList<Company> &companies, int budget)
        : m_capability(capability)
        , m_state(state)
        , m_companies(companies)
        , m_left(budget)
    {
    }

    struct Found
    {
        QList<int> members;
        Gathering gathering;
        QList<Actor> people;
    };

    /// All of exactly this size that are enough, or the first; nothing with isCutOff() means: not known.
    QList<Found> ofSize(int size, bool onlyFirst)
    {
        QList<Found> all;
        QList<int> members;
        const std::function<void(int)> choose = [&](int from) {
            if (m_left < 0 || (onlyFirst && !all.isEmpty()))
                return;
            if (members.size() == size) {
                if (auto found = attempt(members))
                    all.append(*found);
                return;
            }
            for (int i = from; i <= m_companies.size() - (size - members.size()); ++i) {
                members.append(i);
                choose(i + 1);
                members.removeLast();
            }
        };
        choose(0);
        return all;
    }

    /// Are these enough, where need be with somebody of them who only writes?
    std::optional<Found> attempt(const QList<int> &members)
    {
        --m_left;
        Found found;
        found.members = members;
        for (int index : members)
            found.people += m_companies.at(index).approvers;
        if (found.people.size() > maxApprovers) {
            found.people = found.people.mid(0, maxApprovers);
            m_isNarrow = true;
        }
        // Seats first: only where they are filled does it matter who writes.
        const Gathering seated = gather(m_capability, found.people, m_state, Writer::SomebodyElse);
        if (!seated.isEnough())
            return {};
        found.gathering = gather(m_capability, found.people, m_state);
        if (!found.gathering.isEnough()) {
            found.people.append(*m_companies.at(members.constFirst()).writer);
            found.gathering = gather(m_capability, found.people, m_state);
        }
        if (!found.gathering.isEnough())
            return {};
        return found;
    }

    bool isCutOff() const { return m_left < 0 || m_isNarrow; }

private:
    CapabilityId m_capability;
    const PackState &m_state;
    const QList<Company> &m_companies;
    int m_left;
    bool m_isNarrow = false; ///< more people than one document can have signatures
};

/// Does the author sit in a seat too?
bool isWriterSeated(const Gathering &gathering)
{
    return gathering.author < 0
        || std::any_of(gathering.seats.begin(), gathering.seats.end(),
            [&](const SeatFinding &seat) { return seat.filledBy == gathering.author; });
}

int peopleIn(const Gathering &gathering)
{
    QSet<int> people;
    for (const SeatFinding &seat : gathering.seats)
        people.insert(seat.filledBy);
    if (gathering.author >= 0)
        people.insert(gathering.author);
    return int(std::max<qsizetype>(1, people.size()));
}

void addAlone(Coalition &coalition, const QList<Company> &companies, const PackState &state)
{
    const auto &grants = state.policy.grants;
    for (const Role &role : state.policy.roles) {
        if (std::none_of(grants.begin(), grants.end(),
                [&](const Grant &grant) { return grant.role == role.id && grant.capability == coalition.capability; }))
            continue;
        for (const Company &company : companies) {
            for (const QByteArray &root : rootsOf(company.party, state)) {
                const auto one = supposedActor(root, role.id, QStringLiteral("one"), state);
                if (!one.ok() || !gather(coalition.capability, {*one}, state).isEnough())
                    continue;
                if (!coalition.oneKey.contains(role.id))
                    coalition.oneKey.append(role.id);
                if (!coalition.oneCompany.contains(company.party))
                    coalition.oneCompany.append(company.party);
            }
        }
    }
}

void findKnown(Coalition &coalition, const QList<Actor> &actors, const PackState &state)
{
    QMap<QString, QList<Actor>> laptops;
    for (const Actor &actor : actors)
        laptops[actor.leaf.person].append(actor);
    for (auto it = laptops.begin(); it != laptops.end(); ++it) {
        if (gather(coalition.capability, *it, state).isEnough())
            coalition.oneLaptop.append(it.key());
    }
    // Those who can sit come first: a document has few places. One more may write.
    const QList<SeatFinding> seats = gather(coalition.capability, {}, state, Writer::SomebodyElse).seats;
    const auto canSit = [&](const Actor &actor) {
        return std::any_of(seats.begin(), seats.end(), [&](const SeatFinding &seat) {
            return seat.candidates.contains(Seat{actor.position, actor.role});
        });
    };
    QList<Actor> ordered = actors;
    std::stable_partition(ordered.begin(), ordered.end(), canSit);
    if (ordered.size() > CoseSign::maxSignatures)
        ordered = ordered.mid(0, maxApprovers) + QList<Actor>{ordered.constLast()};
    const Gathering known = gather(coalition.capability, ordered, state);
    if (!known.isEnough())
        return;
    for (const SeatFinding &seat : known.seats) {
        if (seat.filledBy >= 0 && seat.filledBy != known.author
            && !coalition.knownPeople.contains(ordered.at(seat.filledBy).leaf))
            coalition.knownPeople.append(ordered.at(seat.filledBy).leaf);
    }
    if (known.author >= 0)
        coalition.knownPeople.append(ordered.at(known.author).leaf);
    if (coalition.knownPeople.isEmpty()) {
        // With one key, over a session: the first who may.
        const auto one = std::find_if(ordered.begin(), ordered.end(),
            [&](const Actor &actor) { return gather(coalition.capability, {actor}, state).isEnough(); });
        coalition.knownPeople.append(one->leaf);
    }
}

} // namespace

namespace {

/// Keys that matter to these seats: of a role that sits, and a few others, of whom one may write.
QList<Certificate> mattering(const QList<Certificate> &known, const CapabilityId &capability,
    const QList<SeatFinding> &seats, const PackState &state)
{
    constexpr int spare = 8;
    QSet<QString> roles;
    for (const SeatFinding &seat : seats) {
        for (const Seat &candidate : seat.candidates)
            roles.insert(candidate.role.text());
    }
    for (const Grant &grant : state.policy.grants) {
        if (grant.capability == capability)
            roles.insert(grant.role.text());
    }
    QSet<QString> people;
    for (const Certificate &leaf : known) {
        if (roles.contains(leaf.role))
            people.insert(leaf.person);
    }
    QList<Certificate> list;
    int others = 0;
    for (const Certificate &leaf : known) {
        const bool isDated = state.now >= leaf.notBefore && state.now < leaf.notAfter;
        if (leaf.isAuthority || people.contains(leaf.person) || (isDated && others++ < spare))
            list.append(leaf);
    }
    return list;
}

} // namespace

QList<Actor> actorsAmong(const QList<Certificate> &known, int layer, const PackState &state)
{
    QList<Actor> actors;
    for (const Certificate &leaf : known) {
        if (leaf.isAuthority || leaf.person.isEmpty())
            continue;
        if (const auto actor = judgeActor(leaf, issuersOf(leaf, known), layer, state); actor.ok())
            actors.append(*actor);
    }
    return actors;
}

Coalition smallestCoalition(
    const CapabilityId &capability, const QList<Certificate> &known, const PackState &given, int budget)
{
    PackState state = underRulesAlone(given);
    state.lock.locked = capability.text() == commandName(CommandKind::TheftUnlock);
    if (!state.memo.get())
        state = state.remembering();
    Coalition coalition;
    coalition.capability = capability;
    coalition.layer = state.silicon.layers.value(capability, 4);
    const Gathering nobody = gather(capability, {}, state, Writer::SomebodyElse);
    coalition.people = int(std::max<qsizetype>(1, nobody.seats.size()));
    const Foundation::LayerRule floor = state.foundation.layers.value(coalition.layer, {0, 0});
    coalition.companies = 1;
    if (state.silicon.prohibited.contains(capability)) {
        coalition.impossible = Error{Code::Prohibited, capability.text()};
        return coalition;
    }
    const bool isSession = askingFor(capability, state) == Asking::Session;
    const QList<Company> companies = companiesOf(nobody.seats, coalition.layer >= 3, state);
    if (isSession) {
        coalition.people = 1;
        coalition.isRowMore = nobody.seats.size() > 1;
        addAlone(coalition, companies, state);
        if (coalition.oneKey.isEmpty())
            coalition.impossible = nobody.refusal;
        else
            coalition.parties = {coalition.oneCompany.constFirst()};
        findKnown(
            coalition, actorsAmong(mattering(known, capability, nobody.seats, state), coalition.layer, state), state);
        return coalition;
    }
    Search search(capability, state, companies, budget);
    for (const auto &found : search.ofSize(1, false))
        coalition.oneCompany.append(companies.at(found.members.constFirst()).party);
    std::optional<Search::Found> smallest;
    int size = 1;
    for (; size <= companies.size() && !smallest && !search.isCutOff(); ++size) {
        const auto found = search.ofSize(size, true);
        if (!found.isEmpty())
            smallest = found.constFirst();
    }
    if (smallest) {
        coalition.companies = int(smallest->members.size());
        for (int index : std::as_const(smallest->members))
            coalition.parties.append(companies.at(index).party);
        for (const SeatFinding &seat : std::as_const(smallest->gathering.seats)) {
            const Actor &who = smallest->people.at(seat.filledBy);
            coalition.seats.append({who.position, who.role});
        }
        coalition.people = peopleIn(smallest->gathering);
        coalition.needsWriter = !isWriterSeated(smallest->gathering);
        coalition.isCompaniesExact = !search.isCutOff();
        // More companies may do with one person less: whose author may sit in a seat himself.
        if (coalition.needsWriter) {
            QList<Actor> everybody;
            for (const Company &company : companies)
                everybody += company.approvers;
            coalition.isPeopleExact = everybody.size() <= CoseSign::maxSignatures;
            const bool isSeated = gather(capability, everybody, state, Writer::OneSeated).isEnough()
                || gather(capability, smallest->people, state, Writer::OneSeated).isEnough();
            coalition.needsWriter = !isSeated;
            coalition.isPeopleExact = coalition.isPeopleExact || isSeated;
            coalition.people = int(nobody.seats.size()) + (coalition.isPeopleExact && !isSeated ? 1 : 0);
        }
    } else if (search.isCutOff()) {
        coalition.isPeopleExact = coalition.isCompaniesExact = false;
        coalition.companies = std::max(floor.parties, size - 1);
    } else {
        const Error none{Code::BelowQuorum, capability.text()};
        coalition.impossible = nobody.refusal.value_or(none);
    }
    findKnown(coalition, actorsAmong(mattering(known, capability, nobody.seats, state), coalition.layer, state), state);
    return coalition;
}

QList<Coalition> smallestCoalitions(
    const QSet<int> &layers, const QList<Certificate> &known, const PackState &given, int budget)
{
    const PackState state = given.memo.get() ? given : given.remembering();
    QList<CapabilityId> capabilities;
    for (auto it = state.silicon.layers.begin(); it != state.silicon.layers.end(); ++it) {
        if (layers.contains(*it) && !state.silicon.prohibited.contains(it.key()))
            capabilities.append(it.key());
    }
    std::stable_sort(
        capabilities.begin(), capabilities.end(), [&](const CapabilityId &left, const CapabilityId &right) {
            return state.silicon.layers.value(left) < state.silicon.layers.value(right);
        });
    QList<Coalition> all;
    for (const CapabilityId &capability : std::as_const(capabilities))
        all.append(smallestCoalition(capability, known, state, budget));
    return all;
}

} // namespace packwarden
