// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/asof/asof.h"

#include "models/core/documents/rulechange.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace packwarden {

namespace {

struct Track
{
    Certainty certainty = Certainty::Unknown;
    Gap gap = Gap::Nothing;
    qint64 version = 0;
    QByteArray document;
    qint64 since = 0;
    qint64 lastWord = 0;
    QList<Proof> proof;
};

/// Versions of one pack only grow, by one at a time, so that two words with one version prove all between them.
Track trackAsOf(qint64 at, const QList<RulesPoint> &points)
{
    Track track;
    for (const RulesPoint &point : points) {
        if (point.from <= at)
            track.version = std::max(track.version, point.version);
    }
    if (track.version == 0) {
        track.gap = points.isEmpty() ? Gap::Nothing : Gap::Before;
        return track;
    }
    qint64 seenUntil = 0;
    const RulesPoint *next = nullptr;
    for (const RulesPoint &point : points) {
        if (point.version == track.version) {
            if (track.document.isEmpty() && !point.document.isEmpty())
                track.document = point.document;
            track.since = track.since == 0 || point.from < track.since ? point.from : track.since;
            seenUntil = std::max(seenUntil, point.until);
            if (!track.proof.contains(point.proof))
                track.proof.append(point.proof);
        } else if (point.version > track.version && point.from > at && (!next || point.from < next->from))
            next = &point;
    }
    track.lastWord = std::min(seenUntil, at);
    track.gap = Gap::None;
    if (seenUntil >= at) {
        track.certainty = Certainty::Proved;
        track.lastWord = at;
    } else if (next && next->isBegin && next->version == track.version + 1) {
        track.certainty = Certainty::Proved;
        track.lastWord = at;
        track.proof.append(next->proof);
    } else if (next) {
        track.certainty = Certainty::Unknown;
        track.gap = Gap::Between;
    } else {
        track.certainty = Certainty::LastProved;
        track.gap = Gap::Nothing;
    }
    return track;
}

ValueAsOf valueAsOf(qint64 at, const ParameterId &parameter, const QList<ValuePoint> &points)
{
    ValueAsOf found;
    found.parameter = parameter;
    const ValuePoint *last = nullptr;
    const ValuePoint *next = nullptr;
    for (const ValuePoint &point : points) {
        if (point.parameter != parameter)
            continue;
        if (point.at <= at)
            last = &point;
        else if (!next && point.value.revision >= 0)
            next = &point;
    }
    if (!last) {
        found.gap = Gap::Before;
        return found;
    }
    found.proof.append(last->proof);
    found.lastWord = last->at;
    if (last->value.revision < 0) {
        found.certainty = Certainty::Recorded;
        found.value = last->value.base;
        return found;
    }
    if (!next) {
        found.certainty = at == last->at ? Certainty::Proved : Certainty::LastProved;
        found.gap = at == last->at ? Gap::None : Gap::Nothing;
        found.value = last->value.inForce(at);
        return found;
    }
    const qint64 steps = next->value.revision - last->value.revision;
    if (steps == 0 || (steps == 1 && next->isBegin)) {
        found.certainty = Certainty::Proved;
        found.value = last->value.inForce(at);
        found.lastWord = at;
        found.proof.append(next->proof);
    } else
        found.gap = Gap::Between;
    return found;
}

} // namespace

Result<> checkMoment(qint64 at, qint64 now)
{
    return at <= now ? Result<>::success()
                     : Result<>(Code::NotYetValid, QDateTime::fromSecsSinceEpoch(at).toUTC().toString(Qt::ISODate));
}

Result<qint64> momentOf(const QString &text, qint64 now)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (text.size() == 10 && day.isValid()) {
        const qint64 begin = QDateTime(day, QTime(0, 0), QTimeZone::utc()).toSecsSinceEpoch();
        if (auto good = checkMoment(begin, now); !good.ok())
            return good.error();
        constexpr qint64 oneDay = qint64(24) * 3600;
        return std::min(begin + oneDay - 1, now);
    }
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid() || text.size() <= 10)
        return {Code::Malformed, QStringLiteral("no day and no moment: %1").arg(text)};
    const qint64 at = moment.toSecsSinceEpoch();
    if (auto good = checkMoment(at, now); !good.ok())
        return good.error();
    return at;
}

RulesAsOf rulesAsOf(qint64 at, const PackEvidence &evidence)
{
    const Track charter = trackAsOf(at, evidence.charters);
    const Track policy = trackAsOf(at, evidence.policies);
    RulesAsOf found;
    found.certainty = std::min(charter.certainty, policy.certainty);
    found.gap = policy.certainty <= charter.certainty ? policy.gap : charter.gap;
    found.charterVersion = charter.certainty == Certainty::Unknown ? 0 : charter.version;
    found.policyVersion = policy.certainty == Certainty::Unknown ? 0 : policy.version;
    found.since = policy.since;
    found.lastWord = std::min(charter.lastWord, policy.lastWord);
    found.proof = policy.proof;
    for (const Proof &proof : charter.proof) {
        if (!found.proof.contains(proof))
            found.proof.append(proof);
    }
    if (found.certainty == Certainty::Unknown)
        return found;
    const QByteArray charterBytes = evidence.documents.value(charter.document);
    const QByteArray policyBytes = evidence.documents.value(policy.document);
    const auto rules = PinnedRules::fromDocuments(charterBytes, policyBytes);
    // The documents are found by the hashes that the pack signed; they must say what it said of them.
    if (charterBytes.isEmpty() || policyBytes.isEmpty() || !rules.ok() || rules->policy.version != policy.version
        || rules->charter.version != charter.version) {
        found.gap = Gap::NoDocument;
        return found;
    }
    found.rules = *rules;
    for (const Track *track : {&charter, &policy}) {
        const auto document = CoseSign::decode(evidence.documents.value(track->document));
        const auto change = document.ok() ? policyIn(*document) : Result<PolicyChange>(document.error());
        const Proof proof{Proof::Kind::Document, track->document, change.ok() ? change->head.title : QString(),
            change.ok() ? change->head.created : 0};
        if (!found.proof.contains(proof))
            found.proof.append(proof);
    }
    return found;
}

QList<ValueAsOf> valuesAsOf(qint64 at, const PackEvidence &evidence)
{
    QList<ParameterId> parameters;
    for (const ValuePoint &point : evidence.values) {
        if (!parameters.contains(point.parameter))
            parameters.append(point.parameter);
    }
    std::sort(parameters.begin(), parameters.end());
    QList<ValueAsOf> all;
    for (const ParameterId &parameter : std::as_const(parameters))
        all.append(valueAsOf(at, parameter, evidence.values));
    return all;
}

} // namespace packwarden
