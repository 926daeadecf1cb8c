// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/valuechecks.h"

#include "models/core/base/breakable.h"
#include "models/core/judge/refusaldetail.h"

#include <algorithm>

namespace packwarden {

namespace {

/// lower + gap > upper, also where the sum would not fit.
bool crosses(Milli lower, Milli gap, Milli upper)
{
    qint64 sum = 0;
    return __builtin_add_overflow(lower.value, gap.value, &sum) ? gap.value > 0 : sum > upper.value;
}

/// The distance between two values, at most INT64_MAX.
qint64 distance(Milli a, Milli b)
{
    qint64 difference = 0;
    return __builtin_sub_overflow(std::max(a, b).value, std::min(a, b).value, &difference) ? INT64_MAX : difference;
}

} // namespace

int layerOf(const ParameterDefinition &definition, const PackState &state)
{
    return std::max(definition.layer, state.silicon.layers.value(definition.capability, 4));
}

std::optional<Error> checkSilicon(const ParameterDefinition &definition, Milli to)
{
    if (!definition.silicon.contains(to) && !broken("silicon-limit"))
        return Error{Code::AboveSiliconLimit, LimitFault{definition.id, to, definition.silicon}.text()};
    return std::nullopt;
}

std::optional<Error> checkProhibited(const ParameterDefinition &definition, const PackState &state)
{
    if (state.silicon.prohibited.contains(definition.capability))
        return Error{Code::Prohibited, definition.capability.text()};
    return std::nullopt;
}

std::optional<Error> checkCharterRange(const ParameterDefinition &definition, Milli to, const PackState &state)
{
    const auto range = state.charter.ranges.constFind(definition.id);
    if (range != state.charter.ranges.constEnd() && !range->contains(to))
        return Error{Code::OutsideCharter, LimitFault{definition.id, to, *range}.text()};
    return std::nullopt;
}

std::optional<Error> checkValues(
    const QList<ParameterChange> &changes, const PackState &state, QList<ChangeFacts> &facts)
{
    facts.clear();
    for (const ParameterChange &change : changes) {
        ChangeFacts fact;
        fact.definition = state.silicon.parameter(change.parameter);
        if (!fact.definition || fact.definition->unit != change.unit)
            return Error{Code::Malformed, QStringLiteral("%1 in %2").arg(change.parameter.text(), change.unit)};
        fact.layer = layerOf(*fact.definition, state);
        facts.append(fact);
    }
    for (const ParameterChange &change : changes) {
        const StoredValue stored = state.values.value(change.parameter);
        if (broken("revision"))
            continue;
        if (stored.revision != change.revision || state.value(change.parameter) != change.from)
            return Error{Code::StaleBase,
                QStringLiteral("%1: revision %2 is now %3")
                    .arg(change.parameter.text())
                    .arg(change.revision)
                    .arg(stored.revision)};
    }
    for (qsizetype i = 0; i < changes.size(); ++i) {
        if (auto problem = checkSilicon(*facts.at(i).definition, changes.at(i).to))
            return problem;
    }
    for (const ChangeFacts &fact : facts) {
        if (auto problem = checkProhibited(*fact.definition, state))
            return problem;
    }
    for (qsizetype i = 0; i < changes.size(); ++i) {
        if (auto problem = checkCharterRange(*facts.at(i).definition, changes.at(i).to, state))
            return problem;
    }
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const ParameterChange &change = changes.at(i);
        const auto soft = state.policy.softLimits.constFind(change.parameter);
        facts[i].beyondSoftLimit = soft != state.policy.softLimits.constEnd() && !soft->contains(change.to);
        const Milli step = state.policy.steps.value(change.parameter, Milli{INT64_MAX});
        facts[i].beyondStep = distance(change.to, change.from) > step.value;
    }
    return std::nullopt;
}

std::optional<Error> checkCrossRules(
    const QList<ParameterId> &changed, const QMap<ParameterId, StoredValue> &after, const PackState &state)
{
    // Base and overlay of each side in every combination: any of them may be in force one day.
    const auto valuesOf = [&](const ParameterId &id) {
        const StoredValue stored = after.value(id);
        QList<Milli> values{stored.base};
        if (stored.overlay && state.now < stored.overlayEnds)
            values.append(*stored.overlay);
        return values;
    };
    const QSet<ParameterId> touched(changed.begin(), changed.end());
    for (const CrossRule &rule : state.policy.crossRules) {
        if (!touched.contains(rule.lower) && !touched.contains(rule.upper))
            continue;
        for (Milli lower : valuesOf(rule.lower)) {
            for (Milli upper : valuesOf(rule.upper)) {
                if (crosses(lower, rule.gap, upper))
                    return Error{Code::CrossRule,
                        QStringLiteral("%1 + %2 > %3")
                            .arg(rule.lower.text(), formatQuantity(rule.gap), rule.upper.text())};
            }
        }
    }
    return std::nullopt;
}

} // namespace packwarden
