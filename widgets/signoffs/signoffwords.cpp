// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/signoffwords.h"

#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QCoreApplication>

namespace packwarden::signoffwords {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::SignoffWords)
};

/// All who must still sign, each once.
QStringList missing(const QList<SeatFinding> &seats, const Charter *charter, const std::optional<Seat> &author = {})
{
    QStringList missing;
    for (const SeatPlace &place : placesOf(seats)) {
        if (place.filledBy >= 0)
            continue;
        QStringList names;
        for (const Seat &candidate : place.candidates) {
            const QString name = Names::seat(candidate, charter);
            names << (candidate == author ? Words::tr("%1 (not the author)").arg(name) : name);
        }
        missing << names.join(Words::tr(" or "));
    }
    return missing;
}

QString missingSeats(const SignoffJudgement &judgement, const Charter &charter)
{
    return judgement.isAuthorMissing ? Words::tr("the signature of its author")
                                     : missing(judgement.seats, &charter).join(QStringLiteral("; "));
}

QString nextSigner(const SignoffJudgement &judgement, const Charter &charter)
{
    if (judgement.own.wanted == Meaning::Author)
        return Words::tr("Next: you sign, as its author.");
    if (judgement.isAuthorMissing)
        return Words::tr("Next: the author signs.");
    if (judgement.own.wanted)
        return Words::tr("Next: you sign.");
    const QStringList names = missing(judgement.seats, &charter, judgement.authorSeat());
    if (names.size() > 1)
        return Words::tr("Next: these sign, in any order: %1.").arg(names.join(QStringLiteral("; ")));
    return Words::tr("Next: %1 signs.").arg(names.value(0));
}

} // namespace

QString seats(const QList<QList<Seat>> &seats, const Charter &charter)
{
    QStringList all;
    for (const QList<Seat> &candidates : seats) {
        QStringList names;
        for (const Seat &candidate : candidates)
            names << Names::seat(candidate, &charter);
        all << names.join(Words::tr(" or "));
    }
    return all.join(QStringLiteral("; "));
}

Status status(SignoffState state)
{
    switch (state) {
    case SignoffState::Applied:
        return Status::Good;
    case SignoffState::Ready:
        return Status::Information;
    case SignoffState::Draft:
    case SignoffState::Collecting:
    case SignoffState::Unjudged:
        return Status::Waiting;
    case SignoffState::PartlyApplied:
    case SignoffState::Withdrawn:
    case SignoffState::Rejected:
    case SignoffState::Expired:
    case SignoffState::Stale:
        return Status::Warning;
    case SignoffState::Unreadable:
    case SignoffState::RefusedByPack:
    case SignoffState::Refused:
        return Status::Alarm;
    }
    return Status::Neutral;
}

QString shape(SignoffState state)
{
    switch (state) {
    case SignoffState::Draft:
        return QStringLiteral("\u270E");
    case SignoffState::Collecting:
        return QStringLiteral("\u25D0");
    case SignoffState::Ready:
        return QStringLiteral("\u25CF");
    case SignoffState::PartlyApplied:
        return QStringLiteral("\u25D5");
    case SignoffState::Withdrawn:
        return QStringLiteral("\u21A9");
    case SignoffState::Rejected:
        return QStringLiteral("\u2298");
    case SignoffState::Expired:
        return QStringLiteral("\u231B");
    case SignoffState::Stale:
        return QStringLiteral("\u21BB");
    default:
        return shapeOf(status(state));
    }
}

QString state(const SignoffJudgement &judgement, const Charter &charter)
{
    switch (judgement.state) {
    case SignoffState::Unreadable:
        return Words::tr("Cannot be read");
    case SignoffState::Unjudged:
        return judgement.packs.isEmpty() ? Words::tr("No rules or no pack known here yet")
                                         : Words::tr("The pack is not known here yet");
    case SignoffState::Draft:
        return Words::tr("Draft, needs %1").arg(missingSeats(judgement, charter));
    case SignoffState::Collecting:
        return Words::tr("Collecting, needs %1").arg(missingSeats(judgement, charter));
    case SignoffState::Ready:
        return Words::tr("Ready to deliver");
    case SignoffState::PartlyApplied:
        return Words::tr("Applied on %1 of %2 packs").arg(judgement.receipts()).arg(judgement.packs.size());
    case SignoffState::Applied:
        return Words::tr("Applied, receipt verified");
    case SignoffState::RefusedByPack:
        return Words::tr("Refused by the pack");
    case SignoffState::Withdrawn:
        if (const VoiceFinding *who = judgement.heard(VoiceFinding::Kind::Withdrawal))
            return Words::tr("Withdrawn by %1").arg(who->leaf.commonName);
        return {};
    case SignoffState::Rejected:
        if (const VoiceFinding *who = judgement.heard(VoiceFinding::Kind::Rejection))
            return Words::tr("Rejected by %1: %2").arg(who->leaf.commonName, who->reason);
        return {};
    case SignoffState::Expired:
        return Words::tr("Expired");
    case SignoffState::Stale:
        return Words::tr("Overtaken by a newer change");
    case SignoffState::Refused:
        return Words::tr("The pack would refuse it");
    }
    return {};
}

QString chip(const SignoffJudgement &judgement)
{
    switch (judgement.state) {
    case SignoffState::Unreadable:
        return Words::tr("Unreadable");
    case SignoffState::Unjudged:
        return Words::tr("Pack unknown");
    case SignoffState::Draft:
        return Words::tr("Draft");
    case SignoffState::Collecting:
        return Words::tr("Collecting");
    case SignoffState::Ready:
        return Words::tr("Ready");
    case SignoffState::PartlyApplied:
        return Words::tr("Applied on %1 of %2").arg(judgement.receipts()).arg(judgement.packs.size());
    case SignoffState::Applied:
        return Words::tr("Applied");
    case SignoffState::RefusedByPack:
        return Words::tr("Refused by the pack");
    case SignoffState::Withdrawn:
        return Words::tr("Withdrawn");
    case SignoffState::Rejected:
        return Words::tr("Rejected");
    case SignoffState::Expired:
        return Words::tr("Expired");
    case SignoffState::Stale:
        return Words::tr("Overtaken");
    case SignoffState::Refused:
        return Words::tr("Would be refused");
    }
    return {};
}

QString rehearsal(const SignoffJudgement &judgement, const Charter &charter, Status &status)
{
    if (judgement.packs.isEmpty()) {
        status = judgement.problem ? Status::Alarm : Status::Waiting;
        return judgement.problem ? Sentences::of(*judgement.problem).text()
                                 : Words::tr("Not rehearsed: no pack is known here.");
    }
    for (const PackJudgement &pack : judgement.packs) {
        if (pack.lastRefusal) {
            status = Status::Alarm;
            return Words::tr("%1 refused it: %2").arg(pack.serial.text(), Sentences::of(*pack.lastRefusal).text());
        }
    }
    for (const PackJudgement &pack : judgement.packs) {
        if (pack.receipt)
            continue;
        if (pack.unknown) {
            status = Status::Waiting;
            return Words::tr("Not rehearsed: what %1 holds is not known here. Connect to it once.")
                .arg(pack.serial.text());
        }
        if (judgement.isAuthorMissing) {
            status = Status::Waiting;
            return Words::tr("It waits for the signature of its author. Packs look at nothing without it.");
        }
        if (pack.verdict.refusal && pack.verdict.refusal->code == Code::BelowQuorum) {
            status = Status::Waiting;
            return Words::tr("Rehearsal: %1 would refuse it now. %2")
                .arg(pack.serial.text(),
                    Words::tr("Signatures are missing: %1.")
                        .arg(missing(pack.verdict.seats, &charter).join(QStringLiteral("; "))));
        }
        if (pack.verdict.refusal && !judgement.hidden.isEmpty()) {
            // The reason may name the value that is still hidden.
            status = Status::Alarm;
            return Words::tr("Rehearsal: %1 would refuse it now.").arg(pack.serial.text());
        }
        if (pack.verdict.refusal) {
            status = judgement.isSeatMissing() ? Status::Warning : Status::Alarm;
            return Words::tr("Rehearsal: %1 would refuse it now. %2")
                .arg(pack.serial.text(), Sentences::of(*pack.verdict.refusal).cause);
        }
    }
    status = Status::Good;
    if (judgement.receipts() == judgement.packs.size())
        return Words::tr("The pack applied it and signed a receipt for it.");
    return Words::tr("Rehearsal: the pack's own verifier, run here, accepts it.");
}

QString next(const SignoffJudgement &judgement, const Charter &charter)
{
    switch (judgement.state) {
    case SignoffState::Draft:
    case SignoffState::Collecting:
        return nextSigner(judgement, charter);
    case SignoffState::Ready:
    case SignoffState::PartlyApplied:
        return Words::tr("Next: anyone at the pack delivers it.");
    case SignoffState::Applied:
        return Words::tr("Done. Nothing more to do.");
    case SignoffState::RefusedByPack:
        if (judgement.isSeatMissing())
            return nextSigner(judgement, charter);
        for (const PackJudgement &pack : judgement.packs) {
            if (pack.lastRefusal)
                return Words::tr("Next: settle why the pack refused it, then deliver again. %1")
                    .arg(Sentences::of(*pack.lastRefusal).next)
                    .trimmed();
        }
        return {};
    case SignoffState::Refused:
        return judgement.problem ? Sentences::of(*judgement.problem).next : QString();
    case SignoffState::Withdrawn:
        return Sentences::of({Code::Withdrawn, {}}).next;
    case SignoffState::Rejected:
    case SignoffState::Expired:
    case SignoffState::Stale:
        return Words::tr("Next: draft it again from the present values.");
    case SignoffState::Unjudged:
        if (charter.positions.isEmpty())
            return Words::tr("Next: accept the rules first. Without them this console cannot judge the document.");
        return Words::tr("Next: connect to the pack once, so that it can be judged here.");
    case SignoffState::Unreadable:
        return Words::tr("Next: ask the sender for the file again.");
    }
    return {};
}

QString whyNotYou(const Error &why)
{
    switch (why.code) {
    case Code::AuthorIsApprover:
        return Words::tr("You wrote this document, so your approval does not count here.");
    case Code::SignerRepeated:
        return Words::tr("Your company has a seat already, and a second signature of it does not count.");
    case Code::SignerNotAuthorised:
        return Words::tr("Your key does not count for its open seats by the rules in force now.");
    default:
        return Sentences::of(why).text();
    }
}

QString receipt(const SignoffJudgement &judgement)
{
    QStringList lines;
    for (const PackJudgement &pack : judgement.packs) {
        if (!pack.receipt)
            continue;
        const PackChanges *changes = judgement.request ? judgement.request->forPack(pack.serial) : nullptr;
        QStringList values;
        for (const AppliedValue &applied : pack.receipt->applied) {
            QString unit;
            for (const ParameterChange &change : changes ? changes->changes : QList<ParameterChange>()) {
                if (change.parameter == applied.parameter)
                    unit = change.unit;
            }
            values << Words::tr("%1 reads back %2 (revision %3)")
                          .arg(Names::parameter(applied.parameter), Sentences::quantity(applied.value, unit))
                          .arg(applied.revision);
        }
        if (values.isEmpty())
            values << Words::tr("applied");
        lines << Words::tr(
            "%1: %2. Signed by the pack %3; %n signature(s) counted.", nullptr, int(pack.receipt->counted.size()))
                     .arg(pack.serial.text(), values.join(QStringLiteral(", ")), format::dateTime(pack.receipt->at));
    }
    return lines.join(u'\n');
}

} // namespace packwarden::signoffwords
