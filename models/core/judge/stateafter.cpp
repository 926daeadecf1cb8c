// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/breakable.h"
#include "models/core/documents/documentfile.h"
#include "models/core/judge/access.h"
#include "models/core/judge/intake.h"
#include "models/core/judge/verifier.h"

#include <algorithm>

namespace packwarden {

QMap<ParameterId, StoredValue> valuesAfter(const ChangeRequest &request, const PackState &state)
{
    QMap<ParameterId, StoredValue> after = state.values;
    if (const PackChanges *changes = request.forPack(state.serial)) {
        for (const ParameterChange &change : changes->changes) {
            StoredValue &stored = after[change.parameter];
            ++stored.revision;
            if (request.periodEnd) {
                stored.overlay = change.to;
                stored.overlayEnds = *request.periodEnd;
            } else {
                stored.base = change.to;
                stored.overlay.reset();
                stored.overlayEnds = 0;
            }
        }
    }
    return after;
}

namespace {

void moveTo(LifeCycle state, PackState &after)
{
    after.lifeCycle = state;
    ++after.lifeCycleRevision;
}

void lock(const Verdict &verdict, PackState &after)
{
    after.lock = {true, after.lock.revision + 1, verdict.payloadSha256, {}, {}, after.now};
    const auto author = std::find_if(verdict.signatures.begin(), verdict.signatures.end(),
        [](const SignatureFinding &signature) { return signature.counted; });
    if (author != verdict.signatures.end()) {
        after.lock.rootSha256 = author->rootSha256;
        after.lock.person = author->leaf.person;
    }
    // Whoever gets the pack back activates it anew. The contactors follow at standstill.
    after.activation = {};
}

void tighten(const Command &command, PackState &after)
{
    StoredValue &stored = after.values[command.parameter];
    ++stored.revision;
    qint64 ends = after.now + Command::tightenLasts;
    const ParameterDefinition *definition = after.silicon.parameter(command.parameter);
    if (definition && stored.overlay && after.now < stored.overlayEnds) {
        // It takes the place of an agreed overlay and must loosen nothing later either: an overlay stricter than the
        // base may not end early by it, and a return to a stricter base may not come late.
        if (isStricter(*stored.overlay, stored.base, *definition))
            ends = std::max(ends, stored.overlayEnds);
        else if (!isStricter(command.to, stored.base, *definition))
            ends = std::min(ends, stored.overlayEnds);
    }
    stored.overlay = command.to;
    stored.overlayEnds = ends;
}

void carryOut(const Verdict &verdict, PackState &after)
{
    const Command &command = *verdict.command;
    switch (command.kind) {
    case CommandKind::TheftLock:
        lock(verdict, after);
        break;
    case CommandKind::TheftUnlock:
        after.lock = {false, after.lock.revision + 1, {}, {}, {}, 0};
        break;
    case CommandKind::ReplaceComponent:
        after.components[command.slot].id = command.component;
        ++after.components[command.slot].revision;
        break;
    case CommandKind::Tighten:
        tighten(command, after);
        break;
    case CommandKind::Decommission:
        moveTo(LifeCycle::Decommissioned, after);
        after.activation = {};
        break;
    case CommandKind::Routine:
        break;
    }
}

void carryOut(const ProvisionDocument &document, PackState &after)
{
    switch (document.step) {
    case ProvisionStep::Pair:
        for (auto it = document.components.begin(); it != document.components.end(); ++it) {
            Component &component = after.components[it.key()];
            component.id = it.value();
            ++component.revision;
        }
        moveTo(LifeCycle::Paired, after);
        break;
    case ProvisionStep::Limits:
        after.silicon = document.silicon;
        after.dataSheet = document.datasheet;
        after.values.clear();
        for (const ParameterDefinition &definition : document.silicon.parameters)
            after.values.insert(definition.id, {definition.defaultValue, 1, {}, 0});
        moveTo(LifeCycle::Limited, after);
        break;
    case ProvisionStep::Foundation:
        after.foundation = document.foundation;
        break;
    case ProvisionStep::DeviceCertificate:
        after.deviceChain = document.deviceChain;
        break;
    case ProvisionStep::Protect:
        after.isProtected = true;
        break;
    case ProvisionStep::Seal:
        moveTo(LifeCycle::Sealed, after);
        break;
    }
}

/// What was prepared for the party of before is void: nothing has the revision that it names any more.
void countUpEverything(PackState &after)
{
    for (StoredValue &value : after.values)
        ++value.revision;
    for (Component &component : after.components)
        ++component.revision;
    ++after.lock.revision;
    ++after.lifeCycleRevision;
}

void carryOut(const Verdict &verdict, const CharterChange &change, PackState &after)
{
    const Charter before = after.charter;
    after.charter = change.charter;
    after.policy = change.policy.policy;
    after.charterDocument = verdict.payloadSha256;
    after.policyDocument = verdict.payloadSha256;
    for (const CrlEntry &entry : verdict.lists) {
        if (const auto taken = takeCrl(encodeCrlEntry(entry), after); taken.ok())
            after.crls = *taken;
    }
    const auto roots = after.charter.roots();
    after.crls.removeIf([&](const CrlEntry &entry) {
        const auto authority = Certificate::fromDer(entry.authorityDer);
        return std::none_of(roots.begin(), roots.end(), [&](const Certificate &root) {
            return isListOf(entry.crl, root) || (authority.ok() && isIssuedBy(*authority, root));
        });
    });
    if (change.amendment == Amendment::First) {
        moveTo(LifeCycle::Chartered, after);
        return;
    }
    const auto isReplaced = [&](const PositionId &position) {
        return before.positions.contains(position)
            && before.positions.value(position).rootDer != after.charter.positions.value(position).rootDer;
    };
    const QList<PositionId> positions = after.charter.positions.keys();
    if (std::any_of(positions.begin(), positions.end(), isReplaced) && !broken("count-up"))
        countUpEverything(after);
    const auto owner = PositionId::fromTrusted(QStringLiteral("owner"));
    if (before.positions.value(owner).party != after.charter.positions.value(owner).party)
        after.activation = {};
}

/// Every seat that was filled is a use of the grant by which its signer could fill it: of the rules held, or of those
/// that came by the document. A seat that asks for a role alone uses no grant, and a signature is one use of a grant,
/// however many seats it fills by it.
void countUses(const Verdict &verdict, const PackState &before, PackState &after)
{
    const PackState coming = after;
    QSet<std::pair<int, QByteArray>> counted;
    for (const SeatFinding &seat : verdict.seats) {
        if (seat.filledBy < 0 || seat.byRole)
            continue;
        const SignatureFinding &signature = verdict.signatures.at(seat.filledBy);
        const auto role = RoleId::parse(signature.leaf.role);
        const Actor actor{signature.leaf, signature.rootSha256, role.ok() ? *role : RoleId(), signature.position};
        const Grant *grant = grantFor(actor, seat.capability, seat.byComing ? coming : before);
        if (!grant || counted.contains({seat.filledBy, grant->useSha256()}))
            continue;
        counted.insert({seat.filledBy, grant->useSha256()});
        countUse(actor, *grant, after);
    }
}

} // namespace

PackState stateAfter(const Verdict &verdict, const PackState &state)
{
    PackState after = state;
    if (!verdict.accepted() || verdict.alreadyApplied)
        return after;
    if (verdict.request)
        after.values = valuesAfter(*verdict.request, state);
    else if (verdict.command)
        carryOut(verdict, after);
    else if (verdict.charter)
        carryOut(verdict, *verdict.charter, after);
    else if (verdict.policy) {
        after.policy = verdict.policy->policy;
        after.policyDocument = verdict.payloadSha256;
    } else if (verdict.provision)
        carryOut(*verdict.provision, after);
    countUses(verdict, state, after);
    return after;
}

QList<AppliedValue> readBack(const Verdict &verdict, const PackState &after)
{
    QList<ParameterId> parameters;
    if (verdict.request) {
        if (const PackChanges *changes = verdict.request->forPack(after.serial)) {
            for (const ParameterChange &change : changes->changes)
                parameters.append(change.parameter);
        }
    } else if (verdict.command && verdict.command->kind == CommandKind::Tighten) {
        parameters.append(verdict.command->parameter);
    }
    QList<AppliedValue> applied;
    for (const ParameterId &parameter : parameters)
        applied.append({parameter, after.value(parameter), after.values.value(parameter).revision});
    return applied;
}

} // namespace packwarden
