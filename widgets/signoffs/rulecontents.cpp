// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/rulecontents.h"

#include "widgets/words/names.h"

#include <QCoreApplication>

namespace packwarden::rulecontents {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::SignoffContents)
};

/// The party that takes a place which somebody else, or nobody, had.
QString newParty(const Charter &before, const Charter &after, const PositionId &position)
{
    const auto now = after.positions.constFind(position);
    if (now == after.positions.cend())
        return {};
    const auto old = before.positions.constFind(position);
    return old != before.positions.cend() && *old == *now ? QString() : now->partyName;
}

QString partyThatChanges(const Charter &before, const Charter &after)
{
    for (auto it = after.positions.begin(); it != after.positions.end(); ++it) {
        if (const QString party = newParty(before, after, it.key()); !party.isEmpty())
            return party;
    }
    for (auto it = before.positions.begin(); it != before.positions.end(); ++it) {
        if (!after.positions.contains(it.key()))
            return it->partyName;
    }
    return {};
}

/// What a document of rules replaces, or replaced: the rules as they stood before it, where they are known.
const PinnedRules &rulesBefore(const SignoffJudgement &judgement, const TrustSnapshot &trust)
{
    const DocumentContent &content = *judgement.content;
    const PinnedRules *replaced = content.policy ? trust.replacedBy(content.policy->previous)
        : content.charter                        ? trust.replacedBy(content.charter->previous)
                                                 : nullptr;
    return replaced ? *replaced : trust.pinned;
}

QSet<RoleId> rolesThatStart(const Policy &policy)
{
    QSet<RoleId> roles;
    for (const Grant &grant : policy.grants) {
        if (grant.capability.text() == QLatin1String("activate"))
            roles.insert(grant.role);
    }
    return roles;
}

QString namesOf(const QSet<RoleId> &roles)
{
    QStringList names;
    for (const RoleId &role : roles)
        names << Names::role(role);
    names.sort();
    return names.join(QStringLiteral(", "));
}

} // namespace

QString charterSentence(const CharterChange &change, const SignoffJudgement &judgement, const TrustSnapshot &trust)
{
    QList<PackSerial> packs;
    for (const PackJudgement &pack : judgement.packs)
        packs.append(pack.serial);
    QString party = partyThatChanges(rulesBefore(judgement, trust).charter, change.charter);
    // Once it is in force here nothing differs any more; the document still says who takes the place.
    const char *place = change.amendment == Amendment::TransferOwnership ? "owner"
        : change.amendment == Amendment::Handover                        ? "operator"
                                                                         : nullptr;
    if (party.isEmpty() && place)
        party = change.charter.positions.value(PositionId::fromTrusted(QLatin1String(place))).partyName;
    const QString on = packs.size() == 1 ? packs.constFirst().text() : Words::tr("packs");
    switch (change.amendment) {
    case Amendment::First:
        return Words::tr("First charter, version %1").arg(change.charter.version);
    case Amendment::Amend:
        return Words::tr("Charter %1: %n rule(s) differ", nullptr, int(differences(judgement, trust).size()))
            .arg(change.charter.version);
    case Amendment::AdmitParty:
        return Words::tr("Admit %1 as a party").arg(party);
    case Amendment::RemoveParty:
        return Words::tr("Remove %1 as a party").arg(party);
    case Amendment::RotateRoot:
        return Words::tr("Give %1 another root").arg(party);
    case Amendment::Handover:
        return Words::tr("Hand %1 over to %2 as operator").arg(on, party);
    case Amendment::TransferOwnership:
        return Words::tr("Sell %1 to %2").arg(on, party);
    }
    return {};
}

QString charterTitle(const CharterChange &change)
{
    switch (change.amendment) {
    case Amendment::First:
    case Amendment::Amend:
        return Words::tr("Charter %1").arg(change.charter.version);
    case Amendment::AdmitParty:
        return Words::tr("Charter %1: new party").arg(change.charter.version);
    case Amendment::RemoveParty:
        return Words::tr("Charter %1: party leaves").arg(change.charter.version);
    case Amendment::RotateRoot:
        return Words::tr("Charter %1: new root").arg(change.charter.version);
    case Amendment::Handover:
        return Words::tr("Charter %1: handover").arg(change.charter.version);
    case Amendment::TransferOwnership:
        return Words::tr("Charter %1: sale").arg(change.charter.version);
    }
    return {};
}

QString policySentence(const SignoffJudgement &judgement, const TrustSnapshot &trust)
{
    if (trust.pinned.charterDocument.isEmpty())
        return Words::tr("Policy %1, beside no rules that are trusted here")
            .arg(judgement.content->policy->policy.version);
    int fresh = 0;
    int removed = 0;
    int others = 0;
    for (const RuleDifference &one : differences(judgement, trust)) {
        const bool grant = one.place.what == RulePlace::What::Grant;
        fresh += grant && one.kind == RuleDifference::Kind::New ? 1 : 0;
        removed += grant && one.kind == RuleDifference::Kind::Removed ? 1 : 0;
        others += grant && one.kind != RuleDifference::Kind::Changed ? 0 : 1;
    }
    QStringList parts;
    if (fresh > 0)
        parts << Words::tr("%n right(s) new", nullptr, fresh);
    if (removed > 0)
        parts << Words::tr("%n removed", "rights", removed);
    if (others > 0)
        parts << Words::tr("%n rule(s) changed", nullptr, others);
    if (parts.isEmpty())
        parts << (judgement.receipts() > 0 ? Words::tr("applied; what it changed is not known here")
                                           : Words::tr("no difference to the rules trusted here"));
    return Words::tr("Policy %1: %2")
        .arg(judgement.content->policy->policy.version)
        .arg(parts.join(QStringLiteral(", ")));
}

QStringList consequences(const SignoffJudgement &judgement, const TrustSnapshot &trust)
{
    const Policy &after
        = judgement.content->policy ? judgement.content->policy->policy : judgement.content->charter->policy.policy;
    if (trust.pinned.charterDocument.isEmpty())
        return {};
    const QSet<RoleId> before = rolesThatStart(rulesBefore(judgement, trust).policy);
    const QSet<RoleId> now = rolesThatStart(after);
    const int packs = int(judgement.packs.size());
    QStringList lines;
    if (const QSet<RoleId> lose = before - now; !lose.isEmpty())
        lines << Words::tr("%1 can no longer start any pack; %n known pack(s) would take this.", nullptr, packs)
                     .arg(namesOf(lose));
    if (const QSet<RoleId> gain = now - before; !gain.isEmpty())
        lines << Words::tr("%1 can start packs from then on.").arg(namesOf(gain));
    if (judgement.content->charter) {
        const Amendment kind = judgement.content->charter->amendment;
        if (kind == Amendment::TransferOwnership)
            lines << Words::tr(
                "The sale ends every activation: a pack starts again with keys of the new owner's people.");
        if (kind == Amendment::TransferOwnership || kind == Amendment::Handover || kind == Amendment::RotateRoot)
            lines << Words::tr("Every document that is still waiting for these packs becomes void.");
    }
    if (lines.isEmpty())
        lines << Words::tr("Who can start a pack stays the same.");
    return lines;
}

QList<RuleDifference> differences(const SignoffJudgement &judgement, const TrustSnapshot &trust)
{
    // Beside nothing all would be new.
    if (!judgement.content || trust.pinned.charterDocument.isEmpty())
        return {};
    const PinnedRules &before = rulesBefore(judgement, trust);
    if (judgement.content->policy)
        return packwarden::differences(before.policy, judgement.content->policy->policy);
    if (judgement.content->charter)
        return packwarden::differences(before.charter, judgement.content->charter->charter)
            + packwarden::differences(before.policy, judgement.content->charter->policy.policy);
    return {};
}

} // namespace packwarden::rulecontents
