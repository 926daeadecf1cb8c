// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "describe.h"

#include "auditrecord.h"
#include "milli.h"
#include "signoffjudgement.h"

#include <QDateTime>

namespace packwarden::ctl::describe {

namespace {

QString text(Milli quantity)
{
    return formatQuantity(quantity);
}

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QString range(const Range &range)
{
    return QStringLiteral("%1..%2").arg(text(range.min), text(range.max));
}

QString seatText(const SeatFinding &seat)
{
    QStringList names;
    for (const Seat &candidate : seat.candidates)
        names.append(candidate.text());
    return names.join(QStringLiteral(" or "));
}

QJsonObject error(const Error &error)
{
    return {{QStringLiteral("reason"), codeName(error.code)}, {QStringLiteral("detail"), error.detail}};
}

QString errorText(const Error &error)
{
    return error.detail.isEmpty() ? codeName(error.code)
                                  : QStringLiteral("%1: %2").arg(codeName(error.code), error.detail);
}

QString meaningName(Meaning meaning)
{
    return meaning == Meaning::Author ? QStringLiteral("author") : QStringLiteral("approve");
}

QJsonObject pack(const PackJudgement &judged, const ChangeRequest &request)
{
    QJsonObject object{{QStringLiteral("serial"), judged.serial.text()}};
    QJsonArray changes;
    if (const PackChanges *wanted = request.forPack(judged.serial)) {
        for (const ParameterChange &change : wanted->changes) {
            changes.append(QJsonObject{{QStringLiteral("parameter"), change.parameter.text()},
                {QStringLiteral("unit"), change.unit}, {QStringLiteral("from"), text(change.from)},
                {QStringLiteral("to"), text(change.to)}, {QStringLiteral("revision"), change.revision}});
        }
    }
    object.insert(QStringLiteral("changes"), changes);
    if (judged.unknown)
        object.insert(QStringLiteral("unknown"), error(*judged.unknown));
    else if (judged.verdict.refusal)
        object.insert(QStringLiteral("refusal"), error(*judged.verdict.refusal));
    object.insert(QStringLiteral("accepted"), !judged.unknown && judged.verdict.accepted());
    if (judged.lastRefusal)
        object.insert(QStringLiteral("lastRefusal"), error(*judged.lastRefusal));
    if (judged.receipt) {
        object.insert(QStringLiteral("receipt"),
            QJsonObject{{QStringLiteral("at"), time(judged.receipt->at)},
                {QStringLiteral("policy"), judged.receipt->policyVersion}});
    }
    return object;
}

} // namespace

QString time(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate);
}

QString stateName(const SignoffJudgement &judgement)
{
    switch (judgement.state) {
    case SignoffState::Unreadable:
        return QStringLiteral("unreadable");
    case SignoffState::Unjudged:
        return QStringLiteral("unjudged");
    case SignoffState::Draft:
        return QStringLiteral("draft");
    case SignoffState::Collecting:
        return QStringLiteral("collecting");
    case SignoffState::Ready:
        return QStringLiteral("ready");
    case SignoffState::PartlyApplied:
        return QStringLiteral("partly-applied");
    case SignoffState::Applied:
        return QStringLiteral("applied");
    case SignoffState::RefusedByPack:
        return QStringLiteral("refused-by-pack");
    case SignoffState::Expired:
        return QStringLiteral("expired");
    case SignoffState::Stale:
        return QStringLiteral("stale");
    case SignoffState::Refused:
        return QStringLiteral("refused");
    }
    return {};
}

QJsonObject judgement(const SignoffJudgement &judgement)
{
    QJsonObject object{{QStringLiteral("state"), stateName(judgement)},
        {QStringLiteral("document"), text(judgement.payloadSha256)},
        {QStringLiteral("fingerprint"), judgement.fingerprint}};
    if (!judgement.request)
        return object;
    const DocumentHead &head = judgement.request->head;
    object.insert(QStringLiteral("title"), head.title);
    object.insert(QStringLiteral("why"), head.reason);
    object.insert(QStringLiteral("created"), time(head.created));
    object.insert(QStringLiteral("expires"), time(head.expires));
    QJsonArray packs;
    for (const PackJudgement &judged : judgement.packs)
        packs.append(pack(judged, *judgement.request));
    QJsonArray seats;
    for (const SeatFinding &seat : judgement.seats) {
        seats.append(QJsonObject{{QStringLiteral("seat"), seatText(seat)},
            {QStringLiteral("filled"), seat.filledBy >= 0}, {QStringLiteral("extra"), seat.extra}});
    }
    QJsonArray signatures;
    for (const SignatureFinding &signature : judgement.signatures) {
        QJsonObject one{{QStringLiteral("signer"), signature.leaf.commonName},
            {QStringLiteral("role"), signature.leaf.role}, {QStringLiteral("meaning"), meaningName(signature.meaning)},
            {QStringLiteral("at"), time(signature.at)}, {QStringLiteral("valid"), !signature.problem},
            {QStringLiteral("counted"), signature.counted}};
        if (signature.problem)
            one.insert(QStringLiteral("problem"), error({*signature.problem, signature.detail}));
        signatures.append(one);
    }
    object.insert(QStringLiteral("packs"), packs);
    object.insert(QStringLiteral("seats"), seats);
    object.insert(QStringLiteral("signatures"), signatures);
    return object;
}

QStringList judgementLines(const SignoffJudgement &judgement)
{
    QStringList lines;
    if (judgement.request) {
        const DocumentHead &head = judgement.request->head;
        lines.append(head.title);
        lines.append(QStringLiteral("  reason       %1").arg(head.reason));
        lines.append(QStringLiteral("  deliver by   %1").arg(time(head.expires)));
    }
    lines.append(QStringLiteral("  fingerprint  %1").arg(judgement.fingerprint));
    lines.append(QStringLiteral("  state        %1").arg(stateName(judgement)));
    for (const PackJudgement &judged : judgement.packs) {
        lines.append(QStringLiteral("%1").arg(judged.serial.text()));
        for (const ParameterChange &change : judgement.request->forPack(judged.serial)->changes) {
            lines.append(QStringLiteral("  %1  %2 -> %3 %4  (revision %5)")
                             .arg(change.parameter.text(), text(change.from), text(change.to), change.unit)
                             .arg(change.revision));
        }
        if (judged.unknown)
            lines.append(QStringLiteral("  not known here: %1").arg(errorText(*judged.unknown)));
        else if (judged.verdict.refusal)
            lines.append(QStringLiteral("  would refuse: %1").arg(errorText(*judged.verdict.refusal)));
        else if (!judged.receipt)
            lines.append(QStringLiteral("  would apply it"));
        if (judged.lastRefusal)
            lines.append(QStringLiteral("  refused at the last delivery: %1").arg(errorText(*judged.lastRefusal)));
        if (judged.receipt)
            lines.append(QStringLiteral("  applied, by the pack's signed receipt of %1").arg(time(judged.receipt->at)));
    }
    for (const SeatFinding &seat : judgement.seats) {
        lines.append(QStringLiteral("seat %1%2: %3")
                         .arg(seatText(seat), seat.extra ? QStringLiteral(" (extra)") : QString(),
                             seat.filledBy >= 0 ? judgement.signatures.value(seat.filledBy).leaf.commonName
                                                : QStringLiteral("missing")));
    }
    for (const SignatureFinding &signature : judgement.signatures) {
        lines.append(
            QStringLiteral("signed %1 by %2 (%3), %4%5")
                .arg(meaningName(signature.meaning), signature.leaf.commonName, signature.leaf.role, time(signature.at),
                    signature.problem
                        ? QStringLiteral(", NOT VALID: ") + errorText({*signature.problem, signature.detail})
                        : QString()));
    }
    return lines;
}

QJsonObject facts(const PackFacts &facts)
{
    const PackConfiguration &configuration = facts.configuration;
    return {{QStringLiteral("serial"), facts.serial.text()}, {QStringLiteral("node"), facts.node},
        {QStringLiteral("hardware"), facts.hardware}, {QStringLiteral("software"), facts.software},
        {QStringLiteral("chemistry"), configuration.chemistry}, {QStringLiteral("cells"), configuration.cells},
        {QStringLiteral("parallel"), configuration.parallel}, {QStringLiteral("modules"), configuration.modules},
        {QStringLiteral("capacity"), configuration.capacity},
        {QStringLiteral("lifeCycle"), lifeCycleName(facts.lifeCycle.state)},
        {QStringLiteral("clock"), time(facts.lifeCycle.now)},
        {QStringLiteral("clockUncertain"), facts.lifeCycle.clockUncertain},
        {QStringLiteral("policyVersion"), facts.policy.version}, {QStringLiteral("policy"), text(facts.policy.sha256)},
        {QStringLiteral("charterVersion"), facts.charter.version},
        {QStringLiteral("charter"), text(facts.charter.sha256)}};
}

QStringList factsLines(const PackFacts &facts)
{
    const PackConfiguration &configuration = facts.configuration;
    return {QStringLiteral("%1  node 0x%2").arg(facts.serial.text(), QString::number(facts.node, 16)),
        QStringLiteral("  hardware    %1, software %2").arg(facts.hardware, facts.software),
        QStringLiteral("  cells       %1 %2s%3p in %4 modules, %5 Ah")
            .arg(configuration.chemistry)
            .arg(configuration.cells)
            .arg(configuration.parallel)
            .arg(configuration.modules)
            .arg(text(Milli{configuration.capacity})),
        QStringLiteral("  life cycle  %1").arg(lifeCycleName(facts.lifeCycle.state)),
        QStringLiteral("  clock       %1%2")
            .arg(
                time(facts.lifeCycle.now), facts.lifeCycle.clockUncertain ? QStringLiteral(" (uncertain)") : QString()),
        QStringLiteral("  policy      version %1, since %2").arg(facts.policy.version).arg(time(facts.policy.since)),
        QStringLiteral("  charter     version %1, since %2").arg(facts.charter.version).arg(time(facts.charter.since))};
}

QJsonArray parameters(const QList<ParameterInfo> &table, qint64 now)
{
    QJsonArray array;
    for (const ParameterInfo &info : table) {
        array.append(QJsonObject{{QStringLiteral("parameter"), info.definition.id.text()},
            {QStringLiteral("value"), text(info.stored.inForce(now))}, {QStringLiteral("unit"), info.definition.unit},
            {QStringLiteral("revision"), info.stored.revision}, {QStringLiteral("layer"), info.definition.layer},
            {QStringLiteral("default"), text(info.definition.defaultValue)},
            {QStringLiteral("soft"), QJsonArray{text(info.soft.min), text(info.soft.max)}},
            {QStringLiteral("charter"), QJsonArray{text(info.charter.min), text(info.charter.max)}},
            {QStringLiteral("silicon"),
                QJsonArray{text(info.definition.silicon.min), text(info.definition.silicon.max)}},
            {QStringLiteral("step"), text(info.step)}});
    }
    return array;
}

QStringList parameterLines(const QList<ParameterInfo> &table, qint64 now)
{
    QStringList lines{QStringLiteral("%1 %2 %3 %4 %5 %6 %7")
                          .arg(QStringLiteral("parameter"), -26)
                          .arg(QStringLiteral("value"), 12)
                          .arg(QStringLiteral("soft"), 14)
                          .arg(QStringLiteral("charter"), 14)
                          .arg(QStringLiteral("silicon"), 14)
                          .arg(QStringLiteral("layer"), 6)
                          .arg(QStringLiteral("rev"), 4)};
    for (const ParameterInfo &info : table) {
        lines.append(QStringLiteral("%1 %2 %3 %4 %5 %6 %7")
                         .arg(info.definition.id.text(), -26)
                         .arg(text(info.stored.inForce(now)) + u' ' + info.definition.unit, 12)
                         .arg(range(info.soft), 14)
                         .arg(range(info.charter), 14)
                         .arg(range(info.definition.silicon), 14)
                         .arg(info.definition.layer, 6)
                         .arg(info.stored.revision, 4));
    }
    return lines;
}

QJsonObject telemetry(const PackTelemetry &pack)
{
    return {{QStringLiteral("serial"), pack.serial}, {QStringLiteral("node"), pack.node},
        {QStringLiteral("state"), pack.state}, {QStringLiteral("soc"), text(Milli{pack.socMilliPercent})},
        {QStringLiteral("voltage"), text(Milli{pack.packMillivolts})},
        {QStringLiteral("current"), text(Milli{pack.packMilliamps})}, {QStringLiteral("minCell"), pack.minCell},
        {QStringLiteral("minCellVoltage"), text(Milli{pack.minCellMillivolts})},
        {QStringLiteral("maxCell"), pack.maxCell},
        {QStringLiteral("maxCellVoltage"), text(Milli{pack.maxCellMillivolts})},
        {QStringLiteral("cells"), pack.cells.size()}, {QStringLiteral("faults"), pack.activeFaults},
        {QStringLiteral("lock"), pack.lock}, {QStringLiteral("policyVersion"), pack.policyVersion},
        {QStringLiteral("refusedRequests"), pack.refusedRequests}, {QStringLiteral("lostFrames"), pack.lostFrames}};
}

QString telemetryLine(const PackTelemetry &pack)
{
    return QStringLiteral("%1  %2  %3 %  %4 V  %5 A  cells %6..%7 V  faults %8  lock %9")
        .arg(pack.serial.isEmpty() ? QStringLiteral("node 0x%1").arg(pack.node, 0, 16) : pack.serial, pack.state,
            text(Milli{pack.socMilliPercent}), text(Milli{pack.packMillivolts}), text(Milli{pack.packMilliamps}),
            text(Milli{pack.minCellMillivolts}), text(Milli{pack.maxCellMillivolts}))
        .arg(pack.activeFaults)
        .arg(pack.lock);
}

QJsonObject policy(const Policy &policy)
{
    QJsonArray roles;
    for (const Role &role : policy.roles)
        roles.append(QJsonObject{{QStringLiteral("role"), role.id.text()},
            {QStringLiteral("position"), role.position.text()}, {QStringLiteral("title"), role.title}});
    QJsonArray grants;
    for (const Grant &grant : policy.grants)
        grants.append(QJsonObject{{QStringLiteral("role"), grant.role.text()},
            {QStringLiteral("capability"), grant.capability.text()}, {QStringLiteral("contract"), grant.contract},
            {QStringLiteral("clause"), grant.clause}});
    QJsonObject seats;
    for (auto it = policy.seats.begin(); it != policy.seats.end(); ++it) {
        QJsonArray all;
        for (const Seat &seat : it->all)
            all.append(seat.text());
        seats.insert(it.key().text(), all);
    }
    return {{QStringLiteral("version"), policy.version}, {QStringLiteral("roles"), roles},
        {QStringLiteral("grants"), grants}, {QStringLiteral("seats"), seats}};
}

QStringList policyLines(const Policy &policy, const Charter &charter)
{
    QStringList lines{QStringLiteral("policy version %1").arg(policy.version)};
    for (const Role &role : policy.roles) {
        QStringList capabilities;
        for (const Grant &grant : policy.grants) {
            if (grant.role == role.id)
                capabilities.append(grant.capability.text());
        }
        const Position place = charter.positions.value(role.position);
        lines.append(QStringLiteral("%1 of %2 (%3): %4")
                         .arg(role.title.isEmpty() ? role.id.text() : role.title,
                             place.partyName.isEmpty() ? role.position.text() : place.partyName, role.id.text(),
                             capabilities.join(QStringLiteral(", "))));
    }
    for (auto it = policy.seats.begin(); it != policy.seats.end(); ++it) {
        QStringList all;
        for (const Seat &seat : it->all)
            all.append(seat.text());
        for (const SeatGroup &group : it->groups) {
            QStringList of;
            for (const Seat &seat : group.of)
                of.append(seat.text());
            all.append(QStringLiteral("%1 of (%2)").arg(group.atLeast).arg(of.join(QStringLiteral(", "))));
        }
        lines.append(QStringLiteral("%1 needs %2").arg(it.key().text(), all.join(QStringLiteral(" and "))));
    }
    return lines;
}

QJsonObject record(const AuditRecord &record)
{
    return {{QStringLiteral("seq"), record.seq},
        {QStringLiteral("time"),
            QDateTime::fromMSecsSinceEpoch(record.timeUs / 1000, Qt::UTC).toString(Qt::ISODateWithMs)},
        {QStringLiteral("person"), record.actor.person}, {QStringLiteral("party"), record.actor.party},
        {QStringLiteral("role"), record.actor.role}, {QStringLiteral("action"), record.action},
        {QStringLiteral("subject"), record.subject}, {QStringLiteral("outcome"), record.outcome},
        {QStringLiteral("hash"), text(record.hash)}};
}

QString recordLine(const AuditRecord &record)
{
    return QStringLiteral("%1  %2  %3  %4  %5  %6")
        .arg(record.seq, 6)
        .arg(QDateTime::fromMSecsSinceEpoch(record.timeUs / 1000, Qt::UTC).toString(Qt::ISODateWithMs),
            record.actor.person.isEmpty() ? QStringLiteral("-")
                                          : QStringLiteral("%1 (%2)").arg(record.actor.person, record.actor.party),
            record.action, record.subject, record.outcome);
}

} // namespace packwarden::ctl::describe
