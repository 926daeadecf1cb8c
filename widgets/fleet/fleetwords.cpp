// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/fleet/fleetwords.h"

#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <algorithm>

namespace packwarden {

namespace {

bool isContradicted(const StartOutlook &outlook)
{
    return outlook.answer == StartOutlook::Answer::Unknown && outlook.reason.code == Code::TrustContradicted;
}

qint64 oldestWord(const QList<StartOutlook> &packs)
{
    qint64 oldest = packs.value(0).readAt;
    for (const StartOutlook &each : packs)
        oldest = std::min(oldest, each.readAt);
    return oldest;
}

} // namespace

QString FleetWords::tomorrow(const QList<StartOutlook> &packs)
{
    const auto count = [&](StartOutlook::Answer answer) {
        return int(std::count_if(
            packs.begin(), packs.end(), [answer](const StartOutlook &each) { return each.answer == answer; }));
    };
    const int unable = count(StartOutlook::Answer::Unable) + count(StartOutlook::Answer::Faulted);
    const int unknown = count(StartOutlook::Answer::Unknown);
    QStringList text;
    if (unable > 0)
        text.append(tr("Tomorrow: %n pack(s) could not start.", nullptr, unable));
    else if (unknown == 0)
        text.append(tr("Tomorrow: every pack starts, by what each said when it was read. The oldest word is of %1.")
                        .arg(format::dateTime(oldestWord(packs))));
    else
        text.append(tr("Tomorrow: nothing known here keeps a pack from starting."));
    constexpr qsizetype named = 3;
    QStringList reasons;
    for (const StartOutlook &each : packs) {
        if (reasons.size() == named)
            break;
        if (each.answer == StartOutlook::Answer::Unable)
            reasons.append(tr("%1: %2", "pack, reason").arg(Names::pack(each.key), Sentences::of(each.reason).cause));
        else if (each.answer == StartOutlook::Answer::Faulted)
            reasons.append(tr("%1 stands in fault.").arg(Names::pack(each.key)));
    }
    text += reasons;
    if (unable > named)
        text.append(tr("and %n more.", nullptr, unable - int(named)));
    if (unknown > 0)
        text.append(tr("Of %n pack(s) this console cannot tell.", nullptr, unknown));
    return text.join(u' ');
}

QString FleetWords::totals(const FleetModel::Totals &totals)
{
    QStringList parts{tr("%L1 start tomorrow", "packs").arg(totals.starting)};
    if (totals.stopped > 0)
        parts.append(tr("%L1 could not start", "packs").arg(totals.stopped));
    if (totals.faults > 0)
        parts.append(tr("%L1 with faults", "packs").arg(totals.faults));
    if (totals.silent > 0)
        parts.append(tr("%L1 neither heard nor read for 3 days", "packs").arg(totals.silent));
    return tr("%L1 packs: %2", "number, what is to be said of them")
        .arg(totals.packs)
        .arg(parts.join(QStringLiteral(", ")));
}

Status FleetWords::tomorrowStatus(const QList<StartOutlook> &packs)
{
    Status status = Status::Good;
    for (const StartOutlook &each : packs) {
        if (isContradicted(each) || each.answer == StartOutlook::Answer::Faulted)
            return Status::Alarm;
        if (each.answer == StartOutlook::Answer::Unable)
            status = Status::Warning;
        else if (status == Status::Good && each.answer == StartOutlook::Answer::Unknown)
            status = Status::Information;
    }
    return status;
}

QString FleetWords::outlook(const StartOutlook &outlook)
{
    switch (outlook.answer) {
    case StartOutlook::Answer::Able:
        return tr("starts");
    case StartOutlook::Answer::Unable:
        return tr("cannot start");
    case StartOutlook::Answer::Faulted:
        return tr("in fault");
    case StartOutlook::Answer::Unknown:
        break;
    }
    return isContradicted(outlook) ? tr("contradiction") : tr("unknown");
}

QString FleetWords::outlookBasis(const StartOutlook &outlook)
{
    const QString read = outlook.readAt > 0 ? tr("By what the pack said on %1.").arg(format::dateTime(outlook.readAt))
                                            : tr("This pack was never read.");
    switch (outlook.answer) {
    case StartOutlook::Answer::Able:
        return tr("At least one known key starts it tomorrow.") + u' ' + read;
    case StartOutlook::Answer::Unable:
        return tr("None of %n known key(s) starts it tomorrow.", nullptr, outlook.people) + u' '
            + Sentences::of(outlook.reason).text() + u' ' + read;
    case StartOutlook::Answer::Faulted:
        return tr("The pack stands in fault now. It does not start until the cause is mended.");
    case StartOutlook::Answer::Unknown:
        break;
    }
    if (isContradicted(outlook))
        return Sentences::of(outlook.reason).text();
    return outlook.readAt > 0 ? tr("No key that may start it is known to this console.") + u' ' + read : read;
}

Status FleetWords::outlookStatus(const StartOutlook &outlook)
{
    switch (outlook.answer) {
    case StartOutlook::Answer::Able:
        return Status::Good;
    case StartOutlook::Answer::Unable:
        return Status::Warning;
    case StartOutlook::Answer::Faulted:
        return Status::Alarm;
    case StartOutlook::Answer::Unknown:
        break;
    }
    return isContradicted(outlook) ? Status::Alarm : Status::Neutral;
}

QString FleetWords::lock(const QString &word)
{
    if (word == QLatin1String("inactive"))
        return tr("inactive");
    if (word == QLatin1String("active"))
        return tr("active");
    if (word == QLatin1String("locked"))
        return tr("theft-locked");
    if (word == QLatin1String("pending"))
        return tr("locks at standstill");
    return word;
}

Status FleetWords::lockStatus(const QString &word)
{
    if (word == QLatin1String("locked"))
        return Status::Alarm;
    if (word == QLatin1String("pending"))
        return Status::Warning;
    return word == QLatin1String("active") ? Status::Good : Status::Neutral;
}

QString FleetWords::entry(const Rollout::Entry &entry)
{
    switch (entry.state) {
    case Rollout::Entry::State::Waiting:
        return tr("waiting");
    case Rollout::Entry::State::Sending:
        return entry.total > 0 ? tr("sending, %1 %").arg(100 * entry.done / entry.total) : tr("sending");
    case Rollout::Entry::State::Applied:
        if (!entry.anomaly)
            return tr("applied, receipt kept");
        return tr("applied, then: %1")
            .arg(entry.error.is(Rollout::Anomaly::NewFault) ? tr("a new fault") : Sentences::of(entry.error).cause);
    case Rollout::Entry::State::Failed:
        return Sentences::of(entry.error).cause;
    case Rollout::Entry::State::NotBegun:
        break;
    }
    return tr("not begun");
}

Status FleetWords::entryStatus(const Rollout::Entry &entry)
{
    switch (entry.state) {
    case Rollout::Entry::State::Applied:
        return entry.anomaly ? Status::Warning : Status::Good;
    case Rollout::Entry::State::Failed:
        return Status::Alarm;
    case Rollout::Entry::State::Waiting:
    case Rollout::Entry::State::Sending:
        return Status::Waiting;
    case Rollout::Entry::State::NotBegun:
        break;
    }
    return Status::Neutral;
}

QString FleetWords::stage(const Rollout &rollout, qint64 now)
{
    const int all = int(rollout.entries().size());
    const int applied = rollout.count(Rollout::Entry::State::Applied);
    const QString result = tr("Applied on %1 of %2.").arg(applied).arg(all);
    switch (rollout.stage()) {
    case Rollout::Stage::Idle:
        return {};
    case Rollout::Stage::Delivering:
        return result;
    case Rollout::Stage::Soaking:
        return result + u' '
            + tr("They are watched for %1 s more; then the next follow.").arg((rollout.soakLeft(now) + 999) / 1000);
    case Rollout::Stage::Stopping:
        return tr("Stopping: one pack's answer is still due.");
    case Rollout::Stage::Finished:
        return result + u' ' + tr("The roll-out is complete.");
    case Rollout::Stage::Stopped:
        return result + u' ' + tr("Stopped at the first anomaly; the packs that were not begun are unchanged.");
    case Rollout::Stage::Cancelled:
        break;
    }
    return result + u' ' + tr("Cancelled; the packs that were not begun are unchanged.");
}

} // namespace packwarden
