// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/rulejudgement.h"

#include "models/core/base/breakable.h"
#include "models/core/judge/valuechecks.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr qint64 maxVersionStep = 256;

CapabilityId capabilityOf(QLatin1String name)
{
    return CapabilityId::fromTrusted(name);
}

} // namespace

RuleJudgement::RuleJudgement(
    Verdict &verdict, const CoseSign &document, const PackState &present, const PackState &coming)
    : m_verdict(verdict)
    , m_present(present)
    , m_coming(coming)
{
    for (const CoseSignature &signature : document.signatures) {
        m_read.append(judgement::readSignature(document, signature, present.memo.get()));
        m_byPresent.append(judgement::judgeSignature(m_read.constLast(), 0, present));
    }
    verdict.signatures = m_byPresent;
}

bool RuleJudgement::judgeByComing()
{
    for (const judgement::ReadSignature &read : std::as_const(m_read)) {
        if (!judgement::mayBeJudged(read, m_coming, m_effort)) {
            refuse(Error{Code::TooComplex, QStringLiteral("lists")});
            return false;
        }
    }
    m_byComing.clear();
    for (int i = 0; i < m_read.size(); ++i) {
        m_byComing.append(judgement::judgeSignature(m_read.at(i), 0, m_coming));
        const bool now = !m_byPresent.at(i).problem;
        const bool then = !m_byComing.constLast().problem;
        if (now && !then)
            m_onlyPresent.insert(i);
        if (then && !now) {
            m_onlyComing.insert(i);
            m_verdict.signatures[i] = m_byComing.constLast();
        }
    }
    return true;
}

void RuleJudgement::refuse(const Error &error)
{
    m_errors.append(error);
}

void RuleJudgement::refuse(const Result<> &result)
{
    if (!result.ok())
        m_errors.append(result.error());
}

void RuleJudgement::refuse(const std::optional<Error> &error)
{
    if (error)
        m_errors.append(*error);
}

bool RuleJudgement::isRefused(Code code) const
{
    return std::any_of(m_errors.begin(), m_errors.end(), [&](const Error &error) { return error.code == code; });
}

void RuleJudgement::checkVersion(qint64 version, qint64 held)
{
    const QString numbers = QStringLiteral("%1 after %2").arg(version).arg(held);
    if (version <= held && !broken("version-rollback"))
        refuse(Error{Code::VersionRollback, numbers});
    else if (version - held > maxVersionStep && !broken("version-jump"))
        refuse(Error{Code::VersionJump, numbers});
}

void RuleJudgement::checkPrevious(const QList<QByteArray> &previous, const QByteArray &held)
{
    if (!previous.contains(held) && !broken("base"))
        refuse(Error{Code::StaleBase, QString::fromLatin1(held.toHex().left(16))});
}

void RuleJudgement::checkValues()
{
    QList<ParameterId> parameters;
    for (const CrossRule &rule : m_coming.policy.crossRules)
        parameters += {rule.lower, rule.upper};
    if (!broken("cross-rules"))
        refuse(checkCrossRules(parameters, m_present.values, m_coming));
}

void RuleJudgement::findAuthor(const DocumentHead &head, By by)
{
    const auto author = judgement::findAuthor(head, by == By::Coming ? m_byComing : m_byPresent);
    m_hasAuthor = author.ok();
    if (author.ok())
        m_author = *author;
    else
        refuse(author.error());
}

void RuleJudgement::require(const QList<SeatFinding> &seats, By by)
{
    if (seats.isEmpty())
        return;
    m_groups.append({seats, by});
    for (SeatFinding &seat : m_groups.last().seats)
        seat.byComing = by == By::Coming;
}

bool RuleJudgement::isSearched(const Group &group) const
{
    return group.by == By::Present
        || (m_hasAuthor && m_byComing.size() == m_read.size() && !isRefused(Code::Malformed));
}

std::optional<Error> RuleJudgement::fill(Group &group, const QSet<int> &useful)
{
    if (!isSearched(group))
        return std::nullopt;
    const bool present = group.by == By::Present;
    const SeatFinding &any = group.seats.constFirst();
    const bool exempt = any.byRole || any.capability == capabilityOf(QLatin1String("theft-lock"));
    auto problem = fillSeats(group.seats, present ? m_byPresent : m_byComing, m_author, present ? m_present : m_coming,
        m_effort, exempt ? FoundationFloor::Exempt : FoundationFloor::Counts,
        (present ? m_onlyComing : m_onlyPresent) + useful);
    // Nothing is repeated where one seat alone is empty.
    if (problem && problem->code == Code::SignerRepeated && group.seats.size() == 1)
        problem->code = Code::BelowQuorum;
    return problem;
}

void RuleJudgement::show(const Group &group)
{
    // The same seats by both sets of rules are shown once.
    const auto isShown = [&](const SeatFinding &seat) {
        return std::any_of(m_verdict.seats.begin(), m_verdict.seats.end(), [&](const SeatFinding &shown) {
            return shown.capability == seat.capability && shown.candidates == seat.candidates
                && shown.byRole == seat.byRole && shown.filledBy == seat.filledBy;
        });
    };
    if (!std::all_of(group.seats.begin(), group.seats.end(), isShown))
        m_verdict.seats += group.seats;
}

int RuleJudgement::layerOf(const CapabilityId &capability) const
{
    int layer = m_present.silicon.layers.value(capability, 4);
    for (const ParameterDefinition &definition : m_present.silicon.parameters) {
        if (definition.capability == capability)
            layer = std::max(layer, definition.layer);
    }
    return layer;
}

void RuleJudgement::requireCapability(const CapabilityId &capability, By by)
{
    const PackState &state = by == By::Present ? m_present : m_coming;
    const auto seats = requiredSeats(capability, layerOf(capability), false, false, state);
    if (seats.ok())
        require(*seats, by);
    else if (by == By::Present)
        refuse(seats.error());
    // Coming rules without these seats lock out, which is said by checkReachable.
}

void RuleJudgement::requireTouched(const QSet<CapabilityId> &touched)
{
    QList<CapabilityId> inOrder(touched.begin(), touched.end());
    std::sort(inOrder.begin(), inOrder.end());
    for (const CapabilityId &capability : std::as_const(inOrder)) {
        if (m_present.policy.seats.contains(capability) && !broken("touched-seats"))
            requireCapability(capability, By::Present);
    }
}

void RuleJudgement::requirePolicySeats(const QSet<CapabilityId> &touched)
{
    const bool physical = std::any_of(
        touched.begin(), touched.end(), [&](const CapabilityId &capability) { return layerOf(capability) == 4; });
    QList<CapabilityId> needed{capabilityOf(QLatin1String("change-policy"))};
    if (physical)
        needed.append(capabilityOf(QLatin1String("change-policy-physical")));
    for (const CapabilityId &capability : std::as_const(needed)) {
        if (!broken("old-seats"))
            requireCapability(capability, By::Present);
        if (!broken("new-seats"))
            requireCapability(capability, By::Coming);
    }
    QSet<CapabilityId> others = touched;
    for (const CapabilityId &capability : std::as_const(needed))
        others.remove(capability);
    requireTouched(others);
}

void RuleJudgement::conclude()
{
    // Who fills a seat somewhere is not at fault where he fills none.
    QSet<int> useful;
    for (Group &group : m_groups) {
        fill(group, {});
        for (const SeatFinding &seat : std::as_const(group.seats)) {
            if (seat.filledBy >= 0)
                useful.insert(seat.filledBy);
        }
    }
    std::optional<Error> missing;
    for (Group &group : m_groups) {
        const auto problem = fill(group, useful);
        show(group);
        if (problem && !missing)
            missing = problem;
        for (const SeatFinding &seat : std::as_const(group.seats)) {
            if (seat.filledBy >= 0 && !problem)
                m_verdict.signatures[seat.filledBy].counted = true;
        }
    }
    const auto first = std::min_element(
        m_errors.begin(), m_errors.end(), [](const Error &a, const Error &b) { return a.code < b.code; });
    if (first != m_errors.end())
        m_verdict.refusal = *first;
    else if (missing)
        m_verdict.refusal = missing;
}

} // namespace packwarden
