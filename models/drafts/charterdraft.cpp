// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/charterdraft.h"

#include "models/core/base/clock.h"
#include "models/drafts/draftproblem.h"
#include "models/drafts/partychange.h"
#include "models/rules/rulebytes.h"
#include "models/support/lookalike.h"
#include "models/trust/trustbook.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr qint64 lifetime = 30LL * 24 * 3600;
constexpr qsizetype maxName = 128;

} // namespace

CharterDraft::CharterDraft(const TrustBook &trust, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_trust(trust)
    , m_clock(clock)
{
    connect(&trust, &TrustBook::changed, this, &CharterDraft::judge);
    judge();
}

QList<Amendment> CharterDraft::kinds()
{
    return {Amendment::AdmitParty, Amendment::RemoveParty, Amendment::Handover, Amendment::TransferOwnership,
        Amendment::RotateRoot};
}

void CharterDraft::setKind(Amendment kind)
{
    m_kind = kind;
    judge();
}

void CharterDraft::setPosition(const QString &text)
{
    if (text == m_positionText)
        return;
    m_positionText = text;
    judge();
}

void CharterDraft::setParty(const QString &id, const QString &name)
{
    if (id == m_party && name == m_name)
        return;
    m_party = id;
    m_name = name;
    judge();
}

void CharterDraft::setSignatory(const QString &id, const QString &title)
{
    if (id == m_signatory && title == m_title)
        return;
    m_signatory = id;
    m_title = title;
    judge();
}

void CharterDraft::setRights(const QSet<CapabilityId> &rights)
{
    m_rights = rights;
    judge();
}

void CharterDraft::setRoot(const std::optional<Certificate> &root)
{
    m_root = root;
    judge();
}

void CharterDraft::setList(const std::optional<CrlEntry> &list)
{
    m_list = list;
    judge();
}

bool CharterDraft::asksForParty() const
{
    return bringsParty(m_kind);
}

QList<PositionId> CharterDraft::positions() const
{
    if (m_kind == Amendment::AdmitParty)
        return {};
    QList<PositionId> all;
    const Charter &charter = m_trust.charter();
    for (const PositionId &id : charter.positions.keys()) {
        const PositionId fixed = positionOf(m_kind);
        if ((fixed.isEmpty() || id == fixed) && charter.inForce(id, m_clock.now()))
            all.append(id);
    }
    return all;
}

PositionId CharterDraft::position() const
{
    const auto id = PositionId::parse(m_positionText);
    return id.ok() ? *id : PositionId();
}

Position CharterDraft::before() const
{
    return m_trust.charter().positions.value(position());
}

Position CharterDraft::after() const
{
    return m_charter.positions.value(position());
}

QString CharterDraft::knownParty() const
{
    if (!m_root)
        return {};
    const QList<PositionId> held = m_trust.charter().positionsOfRoot(m_root->sha256);
    return held.isEmpty() ? QString() : m_trust.charter().positions.value(held.constFirst()).party;
}

QString CharterDraft::twin() const
{
    if (!m_root || !asksForParty() || m_name.isEmpty())
        return {};
    for (const Position &place : m_trust.charter().positions) {
        if (place.rootDer != m_root->der && lookalike::skeleton(place.partyName) == lookalike::skeleton(m_name))
            return place.partyName;
    }
    return {};
}

void CharterDraft::judge()
{
    m_charter = m_trust.charter();
    m_policy = m_trust.policy();
    ++m_charter.version;
    ++m_policy.version;
    m_seats.clear();
    m_problem = m_trust.isEmpty() ? Error{Code::UnknownIssuer, {}} : apply();
    m_policy.charterSha256 = m_charter.bodySha256();
    if (!m_problem)
        askPacks();
    Q_EMIT changed();
}

std::optional<Error> CharterDraft::apply()
{
    const PositionId id = position();
    const auto role = RoleId::parse(m_signatory);
    PartyChange change{m_kind, id, m_root, m_party, m_name, {}};
    if (role.ok() && !m_policy.role(*role))
        change.signatory = *role;
    if (const auto changed = applyPartyChange(change, m_charter, m_clock.now()); !changed.ok())
        return changed.error();
    if (m_kind != Amendment::AdmitParty)
        return std::nullopt;
    if (m_title.trimmed().isEmpty() || m_title.size() > maxName)
        return draftError(DraftProblem::SignatoryTitle);
    m_policy.roles.append({*role, id, m_title.trimmed()});
    m_policy.issuers.insert(*role, {id});
    m_charter.mayIssue.insert(*role, {id});
    for (const CapabilityId &right : std::as_const(m_rights))
        m_charter.mayHold[right].insert(*role);
    return std::nullopt;
}

CharterChange CharterDraft::change() const
{
    CharterChange change;
    change.amendment = m_kind;
    change.previous = {rulebytes::payloadHash(m_trust.pinned().charterDocument)};
    change.charter = m_charter;
    change.policy = {{}, {rulebytes::payloadHash(m_trust.pinned().policyDocument)}, m_policy};
    return change;
}

void CharterDraft::askPacks()
{
    DocumentHead head;
    head.id = QByteArray(16, '\0');
    head.created = m_clock.now();
    head.expires = head.created + lifetime;
    head.author = QByteArray(32, '\0');
    head.title = head.reason = QStringLiteral("-");
    CharterChange asked = change();
    asked.head = asked.policy.head = head;
    for (const PackSerial &serial : m_trust.snapshot().packs.examples()) {
        const auto state = m_trust.snapshot().stateOf(serial, m_clock.now());
        if (!state.ok() || state->charter != m_trust.charter())
            continue;
        const auto check = [this](const Result<> &result) {
            if (!result.ok() && !m_problem)
                m_problem = result.error();
        };
        check(checkCharter(m_charter, m_policy, state->foundation));
        check(checkPolicy(m_policy, m_charter, state->foundation, state->silicon));
        check(checkReachable(m_policy, m_charter, state->foundation, m_clock.now()));
        if (m_problem)
            return;
        m_seats = verifyDocument({QByteArray(contenttype::charter), asked.encode(), {}}, {}, *state).seats;
        // Whoever comes is told apart: a place that two companies are in, before and after, has one name only.
        m_seats.removeIf([&](const SeatFinding &seat) {
            return std::any_of(seat.candidates.begin(), seat.candidates.end(),
                [&](const Seat &one) { return !state->charter.positions.contains(one.position); });
        });
        return;
    }
}

std::optional<Seat> CharterDraft::newcomer() const
{
    if (!asksForRoot() || m_problem)
        return std::nullopt;
    return Seat{position(), after().signatory};
}

QList<CharterDraft::Effect> CharterDraft::effects() const
{
    QList<Effect> effects;
    const PositionId id = position();
    if (m_problem && m_problem->is(DraftProblem::Position))
        return effects;
    const bool leaves = m_kind == Amendment::RemoveParty;
    for (const Role &role : m_policy.roles) {
        if (role.position != id || m_kind == Amendment::RotateRoot)
            continue;
        const auto rights = std::count_if(
            m_policy.grants.begin(), m_policy.grants.end(), [&](const Grant &grant) { return grant.role == role.id; });
        const bool comes = m_kind == Amendment::AdmitParty;
        effects.append(
            {comes ? Effect::Kind::RoleComes : Effect::Kind::RoleLoses, role.id, role.title, int(rights), {}, {}});
    }
    if (!leaves)
        return effects;
    for (auto it = m_policy.seats.begin(); it != m_policy.seats.end(); ++it) {
        for (const Seat &seat : it->all) {
            if (seat.position != id)
                continue;
            const auto to = m_charter.successors.constFind(seat);
            const bool passes = to != m_charter.successors.cend();
            effects.append({passes ? Effect::Kind::SeatPasses : Effect::Kind::SeatEmpty, seat.role, {}, 0, it.key(),
                passes ? *to : Seat{}});
        }
    }
    for (auto it = m_policy.issuers.begin(); it != m_policy.issuers.end(); ++it) {
        const Role *role = m_policy.role(it.key());
        if (role && role->position != id && *it == QSet<PositionId>{id})
            effects.append({Effect::Kind::NobodyIssues, it.key(), role->title, 0, {}, {}});
    }
    return effects;
}

QList<RuleDifference> CharterDraft::differences() const
{
    return packwarden::differences(m_trust.charter(), m_charter) + packwarden::differences(m_trust.policy(), m_policy);
}

Result<CharterChange> CharterDraft::build(const QByteArray &authorLeafSha256) const
{
    if (m_problem)
        return *m_problem;
    CharterChange made = change();
    made.head.reason = m_reason.trimmed();
    if (made.head.reason.isEmpty())
        return draftError(DraftProblem::NoReason);
    made.head.id = randomBytes(16);
    made.head.created = m_clock.now();
    made.head.expires = made.head.created + lifetime;
    made.head.author = authorLeafSha256;
    made.head.title = QStringLiteral("Charter, version %1: %2").arg(m_charter.version).arg(amendmentName(m_kind));
    made.policy.head = made.head;
    made.policy.head.id = randomBytes(16);
    return made;
}

} // namespace packwarden
