// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/valuestory.h"

#include "models/audit/auditstore.h"
#include "models/core/cbor/cbor.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr int recordsLookedAt = 1000;

/// Nothing more becomes of these.
bool isOver(SignoffState state)
{
    switch (state) {
    case SignoffState::Unreadable:
    case SignoffState::Applied:
    case SignoffState::Withdrawn:
    case SignoffState::Rejected:
    case SignoffState::Expired:
    case SignoffState::Stale:
        return true;
    default:
        return false;
    }
}

QStringList signersOf(const SignoffJudgement &judgement)
{
    QStringList names;
    for (const SeatFinding &seat : judgement.seats) {
        if (seat.filledBy >= 0 && seat.filledBy < judgement.signatures.size())
            names.append(judgement.signatures.at(seat.filledBy).leaf.commonName);
    }
    names.removeDuplicates();
    return names;
}

void tellDocument(
    const StoredDocument &document, const PackSerial &serial, const ParameterId &parameter, ValueStory &story)
{
    const SignoffJudgement &judgement = document.judgement;
    const PackChanges *changes = judgement.request ? judgement.request->forPack(serial) : nullptr;
    const auto pack = std::find_if(judgement.packs.begin(), judgement.packs.end(),
        [&](const PackJudgement &each) { return each.serial == serial; });
    if (!changes || pack == judgement.packs.end())
        return;
    for (const ParameterChange &change : changes->changes) {
        if (change.parameter != parameter)
            continue;
        const QString title = judgement.request->head.title;
        if (pack->receipt) {
            story.history.append({pack->receipt->at, change.from, change.to, title, signersOf(judgement)});
        } else if (!isOver(judgement.state)) {
            ValueStory::Proposal proposal{document.path, title, change.to, judgement.hidden.contains(parameter),
                judgement.state, judgement.placesFilled(), int(judgement.places().size()),
                judgement.request->periodEnd.value_or(0)};
            for (const SeatPlace &place : judgement.places()) {
                if (place.filledBy < 0)
                    proposal.missing.append(place.candidates);
            }
            story.proposals.append(proposal);
        }
    }
}

/// "soc.max=95": what the audit says of a value that one key set.
void tellRecords(const AuditStore &audit, const PackSerial &serial, const ParameterId &parameter, ValueStory &story)
{
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::actOnPack);
    filter.subject = serial.text();
    filter.outcome = QLatin1String(auditoutcome::done);
    for (const AuditRecord &record : audit.page(filter, 0, recordsLookedAt)) {
        const auto detail = cbor::decode(record.detail);
        const QString setting = detail.ok() ? detail->toMap().value(QLatin1String("setting")).toString() : QString();
        if (setting.section(u'=', 0, 0) != parameter.text())
            continue;
        const auto to = parseQuantity(setting.section(u'=', 1), true);
        const auto from = parseQuantity(detail->toMap().value(QLatin1String("from")).toString(), true);
        if (to.ok()) {
            story.history.append({record.timeUs / 1'000'000, from.ok() ? std::optional(*from) : std::nullopt, *to, {},
                {record.actor.person}, true});
        }
    }
}

} // namespace

ValueStory storyOf(const PackSerial &serial, const ParameterId &parameter, const QList<StoredDocument> &documents,
    const AuditStore &audit)
{
    ValueStory story;
    for (const StoredDocument &document : documents)
        tellDocument(document, serial, parameter, story);
    tellRecords(audit, serial, parameter, story);
    std::stable_sort(
        story.history.begin(), story.history.end(), [](const auto &a, const auto &b) { return a.at > b.at; });
    return story;
}

} // namespace packwarden
