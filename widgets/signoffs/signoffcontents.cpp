// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/signoffcontents.h"

#include "widgets/drafts/draftwords.h"
#include "widgets/signoffs/rulecontents.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace packwarden::signoffcontents {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::SignoffContents)
};

QString capital(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

/// "SDB-DEMO-0001" or "38 packs".
QString where(const QList<PackSerial> &packs)
{
    return packs.size() == 1 ? packs.constFirst().text() : Words::tr("%n packs", nullptr, int(packs.size()));
}

QString commandSentence(const Command &command, const QList<PackSerial> &packs)
{
    const QString on = where(packs);
    switch (command.kind) {
    case CommandKind::TheftLock:
        return Words::tr("Lock %1 against theft").arg(on);
    case CommandKind::TheftUnlock:
        return Words::tr("Unlock %1 after a theft-lock").arg(on);
    case CommandKind::ReplaceComponent:
        return Words::tr("Pair part %1 with slot %2 of %3").arg(command.component, command.slot, on);
    case CommandKind::Tighten:
        return Words::tr("Tighten %1 at once on %2").arg(Names::parameter(command.parameter), on);
    case CommandKind::Routine:
        return Words::tr("Run a routine on %1").arg(on);
    case CommandKind::Decommission:
        return Words::tr("Decommission %1").arg(on);
    }
    return {};
}

std::optional<ParameterInfo> infoOf(const PackSerial &serial, const ParameterId &parameter, const TrustSnapshot &trust)
{
    const auto known = trust.packs.find(serial);
    for (const ParameterInfo &info : known ? known->facts.parameters : QList<ParameterInfo>()) {
        if (info.definition.id == parameter)
            return info;
    }
    return std::nullopt;
}

/// One decimal, by integers.
QString percent(qint64 part, qint64 whole)
{
    const qint64 tenths = (std::abs(part) * 1000 + whole / 2) / whole;
    return formatQuantity(Milli{tenths * 100}, QLocale().decimalPoint().at(0)) + QChar(QChar::Nbsp) + u'%';
}

QString signedQuantity(qint64 delta, const QString &unit)
{
    return (delta < 0 ? QString(QChar(0x2212)) : QStringLiteral("+"))
        + Sentences::quantity(Milli{std::abs(delta)}, unit);
}

/// What becomes of the energy between the two ends of charge.
QString window(const PackChanges &pack, const TrustSnapshot &trust)
{
    const auto max = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    const auto min = ParameterId::fromTrusted(QStringLiteral("soc.min"));
    const auto top = infoOf(pack.serial, max, trust);
    const auto bottom = infoOf(pack.serial, min, trust);
    if (!top || !bottom)
        return {};
    qint64 high = top->stored.base.value;
    qint64 low = bottom->stored.base.value;
    qint64 before = high - low;
    for (const ParameterChange &change : pack.changes) {
        if (change.parameter == max) {
            before += change.from.value - high;
            high = change.to.value;
        } else if (change.parameter == min) {
            before += low - change.from.value;
            low = change.to.value;
        }
    }
    const qint64 after = high - low;
    if (before <= 0 || after == before)
        return {};
    const QString pattern = after > before
        ? Words::tr("The usable window grows from %1 to %2, %3 more range per charge.")
        : Words::tr("The usable window shrinks from %1 to %2, %3 less range per charge.");
    return pattern.arg(Sentences::quantity(Milli{before}, QStringLiteral("%")),
        Sentences::quantity(Milli{after}, QStringLiteral("%")), percent(after - before, before));
}

QString vansStillStart(const SignoffJudgement &judgement, const TrustSnapshot &trust)
{
    int locked = 0;
    int unknown = 0;
    for (const PackJudgement &pack : judgement.packs) {
        const auto state = trust.stateOf(pack.serial, pack.knownAt);
        unknown += state.ok() ? 0 : 1;
        locked += state.ok() && state->lock.locked ? 1 : 0;
    }
    const int starting = int(judgement.packs.size()) - locked - unknown;
    QString text;
    if (starting > 0)
        text = Words::tr("%n pack(s) start as before: no right, lock or list changes.", nullptr, starting);
    if (locked > 0)
        text += u' ' + Words::tr("%n is theft-locked and does not start anyway.", nullptr, locked);
    if (unknown > 0)
        text += u' ' + Words::tr("%n pack(s) are not known here.", nullptr, unknown);
    return text.trimmed();
}

} // namespace

QString dots()
{
    return QStringLiteral("\u2022\u2022\u2022");
}

QString change(const SignoffJudgement &judgement, const ParameterChange &change)
{
    const QString name = capital(Names::parameter(change.parameter));
    if (judgement.hidden.contains(change.parameter))
        return Words::tr("%1 %2 to %3")
            .arg(name, Sentences::quantity(change.from, change.unit), dots() + QChar(QChar::Nbsp) + change.unit);
    return QStringLiteral("%1 %2").arg(name, Sentences::fromTo(change));
}

QString sentence(const SignoffJudgement &judgement, const TrustSnapshot &trust)
{
    if (!judgement.content)
        return Words::tr("This document cannot be read");
    const DocumentContent &content = *judgement.content;
    if (content.command)
        return commandSentence(*content.command, content.packs());
    if (content.policy)
        return rulecontents::policySentence(judgement, trust);
    if (content.charter)
        return rulecontents::charterSentence(*content.charter, judgement, trust);
    const ChangeRequest &request = *content.request;
    if (request.packs.isEmpty() || request.packs.constFirst().changes.isEmpty())
        return Words::tr("A request without changes");
    const ParameterChange &first = request.packs.constFirst().changes.constFirst();
    if (!judgement.hidden.contains(first.parameter))
        return Sentences::request(request);
    // Not even whether it goes up or down is told.
    return Words::tr("Change %1 %2 to %3 on %4")
        .arg(Names::parameter(first.parameter), Sentences::quantity(first.from, first.unit),
            dots() + QChar(QChar::Nbsp) + first.unit, where(content.packs()));
}

QString shortTitle(const SignoffJudgement &judgement)
{
    if (!judgement.content)
        return Words::tr("Unreadable document");
    const DocumentContent &content = *judgement.content;
    if (content.command)
        return commandSentence(*content.command, content.packs());
    if (content.policy)
        return Words::tr("Policy %1").arg(content.policy->policy.version);
    if (content.charter)
        return rulecontents::charterTitle(*content.charter);
    const ChangeRequest &request = *content.request;
    if (request.packs.isEmpty() || request.packs.constFirst().changes.isEmpty())
        return Words::tr("A request without changes");
    QString title = change(judgement, request.packs.constFirst().changes.constFirst());
    if (request.packs.constFirst().changes.size() > 1)
        title += QStringLiteral(" \u2026");
    return request.packs.size() == 1 ? title : title + QStringLiteral(", ") + where(content.packs());
}

int layer(const SignoffJudgement &judgement, const TrustSnapshot &trust)
{
    int found = 0;
    for (const SeatFinding &seat : judgement.seats)
        found = std::max(found, seat.layer);
    for (const PackChanges &pack : judgement.request ? judgement.request->packs : QList<PackChanges>()) {
        for (const ParameterChange &one : pack.changes) {
            if (const auto info = infoOf(pack.serial, one.parameter, trust))
                found = std::max(found, info->definition.layer);
        }
    }
    return found;
}

std::optional<LimitScaleValues> scale(const SignoffJudgement &judgement, const PackChanges &pack,
    const ParameterChange &change, const TrustSnapshot &trust)
{
    const auto info = infoOf(pack.serial, change.parameter, trust);
    if (!info)
        return std::nullopt;
    LimitScaleValues values = scaleOf(*info, 0, change.to);
    // What is signed names its own starting point; that is what is shown.
    values.now = change.from;
    if (judgement.hidden.contains(change.parameter))
        values.proposed.reset();
    return values;
}

QStringList distances(const LimitScaleValues &values, bool *beyondSoft)
{
    if (beyondSoft)
        *beyondSoft = false;
    if (!values.proposed)
        return {Words::tr("The proposed value shows once you have entered your own.")};
    const qint64 delta = values.proposed->value - values.now.value;
    const bool up = delta >= 0;
    QStringList lines{Words::tr("%1 absolute").arg(signedQuantity(delta, values.unit))};
    if (values.now.value != 0)
        lines << Words::tr("%1 of now")
                     .arg((up ? QStringLiteral("+") : QString(QChar(0x2212)))
                         + percent(delta, std::abs(values.now.value)));
    const auto distance = [&](const Range &range) {
        return up ? range.max.value - values.proposed->value : values.proposed->value - range.min.value;
    };
    const qint64 charter = distance(values.charter);
    lines << (charter < 0
            ? Words::tr("%1 past the charter's limit").arg(Sentences::quantity(Milli{-charter}, values.unit))
            : Words::tr("%1 to the charter's limit").arg(Sentences::quantity(Milli{charter}, values.unit)));
    const qint64 soft = distance(values.soft);
    if (soft < 0) {
        if (beyondSoft)
            *beyondSoft = true;
        lines << Words::tr("%1 beyond the soft limit").arg(Sentences::quantity(Milli{-soft}, values.unit));
    } else if (values.soft != values.charter) {
        lines << Words::tr("%1 to the soft limit").arg(Sentences::quantity(Milli{soft}, values.unit));
    }
    return lines;
}

bool sameForAll(const ChangeRequest &request)
{
    return std::all_of(request.packs.begin(), request.packs.end(), [&](const PackChanges &pack) {
        const QList<ParameterChange> &first = request.packs.constFirst().changes;
        return std::equal(pack.changes.begin(), pack.changes.end(), first.begin(), first.end(),
            [](const ParameterChange &a, const ParameterChange &b) {
                return a.parameter == b.parameter && a.from == b.from && a.to == b.to;
            });
    });
}

QStringList consequences(const SignoffJudgement &judgement, const TrustSnapshot &trust)
{
    if (!judgement.content)
        return {};
    if (judgement.content->command)
        return draftwords::consequences(*judgement.content->command, int(judgement.packs.size()));
    if (judgement.content->areRules())
        return rulecontents::consequences(judgement, trust);
    if (judgement.request->packs.isEmpty())
        return {};
    const PackChanges &first = judgement.request->packs.constFirst();
    QStringList lines;
    for (const ParameterChange &one : first.changes) {
        if (!judgement.hidden.contains(one.parameter))
            lines << Sentences::consequence(one);
    }
    if (judgement.hidden.isEmpty())
        lines << window(first, trust);
    lines << vansStillStart(judgement, trust);
    lines.removeAll(QString());
    lines.removeDuplicates();
    return lines;
}

QString reason(const SignoffJudgement &judgement)
{
    if (!judgement.content)
        return {};
    QString text = judgement.content->head().reason;
    for (const PackChanges &pack : judgement.request ? judgement.request->packs : QList<PackChanges>()) {
        for (const ParameterChange &one : pack.changes) {
            if (!judgement.hidden.contains(one.parameter))
                continue;
            for (const QChar sign : {QChar(u'.'), QChar(u',')}) {
                for (int decimals = 3; decimals >= 0; --decimals)
                    text.replace(formatQuantity(one.to, sign, decimals), dots());
            }
        }
    }
    return text;
}

QString period(const SignoffJudgement &judgement)
{
    if (judgement.request && judgement.request->periodEnd)
        return Words::tr("Until %1, then back to what it was by itself.")
            .arg(format::dateTime(*judgement.request->periodEnd));
    if (judgement.content && judgement.content->command && judgement.content->command->kind == CommandKind::Tighten)
        return Words::tr("7 days, then back by itself unless ratified.");
    return Words::tr("For good, until it is changed again.");
}

QString history(const SignoffContext &context)
{
    QStringList lines;
    for (const SignoffContext::Earlier &one : context.history.mid(0, 5)) {
        const ParameterChange change{one.parameter, one.unit, one.from, 0, one.to};
        QString line = QStringLiteral("%1, %2").arg(Sentences::fromTo(change), format::dateTime(one.at));
        if (!one.signers.isEmpty())
            line += Words::tr(", signed by %1").arg(one.signers.join(QStringLiteral(", ")));
        if (one.packs > 1)
            line += Words::tr(", on %n packs", nullptr, one.packs);
        lines << line;
    }
    return lines.isEmpty() ? Words::tr("No earlier change of this value is known here.") : lines.join(u'\n');
}

QString odd(const SignoffContext::Odd &odd)
{
    using Kind = SignoffContext::Odd::Kind;
    switch (odd.kind) {
    case Kind::Unknown:
        return Words::tr("not known here");
    case Kind::OtherValue:
        return Words::tr("holds %1 now").arg(Sentences::quantity(odd.now, odd.unit));
    case Kind::OtherRevision:
        return Words::tr("was changed since and changed back");
    case Kind::Old:
        return Words::tr("last read %1").arg(format::dateTime(odd.readAt));
    case Kind::Locked:
        return Words::tr("theft-locked");
    }
    return {};
}

QString withdrawal(const SignoffJudgement &judgement, const SignoffContext &context)
{
    if (!judgement.heard(VoiceFinding::Kind::Withdrawal))
        return {};
    int missing = 0;
    for (const PackJudgement &pack : judgement.packs)
        missing += context.withdrawnOn.contains(pack.serial) ? 0 : 1;
    if (missing == 0)
        return Words::tr("Withdrawn, and every pack knows.");
    return Words::tr("Withdrawn here, not yet effective on %1 of %n pack(s). The next visit brings it along.", nullptr,
        int(judgement.packs.size()))
        .arg(missing);
}

QStringList evidence(const SignoffJudgement &judgement, const DocumentFile &file)
{
    QStringList lines;
    for (const DocumentHead::Evidence &one :
        judgement.content ? judgement.content->head().evidence : QList<DocumentHead::Evidence>()) {
        const auto attached = file.attachments.constFind(one.name);
        const QString state = attached == file.attachments.cend() ? Words::tr("named, not attached")
            : sha256(*attached) == one.sha256                     ? Words::tr("attached, as signed")
                                                                  : Words::tr("attached, NOT what was signed");
        lines << QStringLiteral("%1 \u00B7 %2").arg(one.name, state);
    }
    if (!file.statements.isEmpty())
        lines << Words::tr("%n signed statement(s) of packs", nullptr, int(file.statements.size()));
    return lines;
}

} // namespace packwarden::signoffcontents
