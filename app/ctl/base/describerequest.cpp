// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/describe.h"
#include "models/core/base/milli.h"
#include "models/signoffs/signoffacts.h"
#include "models/signoffs/signoffjudgement.h"

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

QString voiceName(const VoiceFinding &voice)
{
    return voice.kind == VoiceFinding::Kind::Withdrawal ? QStringLiteral("withdrawn") : QStringLiteral("rejected");
}

QJsonObject pack(const PackJudgement &judged, const DocumentContent &content)
{
    QJsonObject object{{QStringLiteral("serial"), judged.serial.text()}};
    QJsonArray changes;
    if (const PackChanges *wanted = content.request ? content.request->forPack(judged.serial) : nullptr) {
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

/// What kind of document, and what it says besides its packs.
QJsonObject contentOf(const DocumentContent &content)
{
    if (content.request)
        return {{QStringLiteral("type"), QStringLiteral("request")}};
    if (content.policy) {
        return {{QStringLiteral("type"), QStringLiteral("policy")},
            {QStringLiteral("version"), content.policy->policy.version}};
    }
    if (content.charter) {
        return {{QStringLiteral("type"), QStringLiteral("charter")},
            {QStringLiteral("amendment"), QString(amendmentName(content.charter->amendment))},
            {QStringLiteral("version"), content.charter->charter.version},
            {QStringLiteral("policyVersion"), content.charter->policy.policy.version}};
    }
    const packwarden::Command &command = *content.command;
    QJsonObject object{{QStringLiteral("type"), QStringLiteral("command")},
        {QStringLiteral("command"), QString(commandName(command.kind))}};
    if (command.kind == CommandKind::TheftUnlock)
        object.insert(QStringLiteral("lock"), text(command.lock));
    if (command.kind == CommandKind::ReplaceComponent) {
        object.insert(QStringLiteral("slot"), command.slot);
        object.insert(QStringLiteral("component"), command.component);
    }
    if (command.kind == CommandKind::Tighten) {
        object.insert(QStringLiteral("parameter"), command.parameter.text());
        object.insert(QStringLiteral("to"), text(command.to));
    }
    return object;
}

QString contentLine(const DocumentContent &content)
{
    const QJsonObject object = contentOf(content);
    QStringList words;
    for (const char *key :
        {"type", "command", "amendment", "version", "policyVersion", "lock", "slot", "component", "parameter", "to"}) {
        const QJsonValue value = object.value(QLatin1String(key));
        if (!value.isUndefined())
            words.append(QStringLiteral("%1 %2").arg(QLatin1String(key), value.toVariant().toString()));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

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
    case SignoffState::Withdrawn:
        return QStringLiteral("withdrawn");
    case SignoffState::Rejected:
        return QStringLiteral("rejected");
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
    if (!judgement.content)
        return object;
    const DocumentHead &head = judgement.content->head();
    const QJsonObject what = contentOf(*judgement.content);
    for (auto it = what.begin(); it != what.end(); ++it)
        object.insert(it.key(), it.value());
    object.insert(QStringLiteral("title"), head.title);
    object.insert(QStringLiteral("why"), head.reason);
    object.insert(QStringLiteral("created"), time(head.created));
    object.insert(QStringLiteral("expires"), time(head.expires));
    QJsonArray packs;
    for (const PackJudgement &judged : judgement.packs)
        packs.append(pack(judged, *judgement.content));
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
    QJsonArray voices;
    for (const VoiceFinding &voice : judgement.voices) {
        QJsonObject one{{QStringLiteral("said"), voiceName(voice)}, {QStringLiteral("by"), voice.leaf.commonName},
            {QStringLiteral("at"), time(voice.at)}, {QStringLiteral("heard"), voice.heard()}};
        if (voice.kind == VoiceFinding::Kind::Rejection)
            one.insert(QStringLiteral("why"), voice.reason);
        if (voice.problem)
            one.insert(QStringLiteral("problem"), error(*voice.problem));
        voices.append(one);
    }
    object.insert(QStringLiteral("voices"), voices);
    object.insert(QStringLiteral("packs"), packs);
    object.insert(QStringLiteral("seats"), seats);
    object.insert(QStringLiteral("signatures"), signatures);
    return object;
}

QString nextStep(const SignoffActs &acts, const QString &path)
{
    if (path.isEmpty())
        return {};
    if (acts.deliver)
        return QStringLiteral("next: packwardenctl request deliver %1 --bus PLUGIN:DEVICE").arg(path);
    if (acts.sign)
        return QStringLiteral("next: packwardenctl request sign %1, as this key fills an open seat").arg(path);
    return acts.isOpen ? QStringLiteral("next: the others sign it, each with packwardenctl request sign %1").arg(path)
                       : QString();
}

QStringList judgementLines(const SignoffJudgement &judgement)
{
    QStringList lines;
    if (judgement.content) {
        const DocumentHead &head = judgement.content->head();
        lines.append(head.title);
        if (!judgement.request)
            lines.append(QStringLiteral("  %1").arg(contentLine(*judgement.content)));
        lines.append(QStringLiteral("  reason       %1").arg(head.reason));
        lines.append(QStringLiteral("  deliver by   %1").arg(time(head.expires)));
    }
    lines.append(QStringLiteral("  fingerprint  %1").arg(judgement.fingerprint));
    lines.append(QStringLiteral("  state        %1").arg(stateName(judgement)));
    // It is not the document's fault, and there is a way on.
    if (judgement.state == SignoffState::Unjudged) {
        lines.append(
            QStringLiteral("  missing      a pack that could judge it: use policy pull SERIAL, or open an invitation "
                           "in the window"));
    }
    for (const PackJudgement &judged : judgement.packs) {
        lines.append(QStringLiteral("%1").arg(judged.serial.text()));
        const QList<ParameterChange> changes
            = judgement.request ? judgement.request->forPack(judged.serial)->changes : QList<ParameterChange>();
        for (const ParameterChange &change : changes) {
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
    for (const VoiceFinding &voice : judgement.voices) {
        lines.append(
            QStringLiteral("%1 by %2, %3%4%5")
                .arg(voiceName(voice), voice.leaf.commonName, time(voice.at),
                    voice.reason.isEmpty() ? QString() : QStringLiteral(": %1").arg(voice.reason),
                    voice.problem ? QStringLiteral(", NOT VALID, ignored: ") + errorText(*voice.problem) : QString()));
    }
    return lines;
}

} // namespace packwarden::ctl::describe
