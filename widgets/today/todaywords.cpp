// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/today/todaywords.h"

#include "models/fleet/todaymodel.h"
#include "models/workspace/keptdrafts.h"
#include "widgets/words/bushealthwords.h"
#include "widgets/words/faultwords.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"
#include "widgets/words/trustwords.h"

namespace packwarden {

namespace {

constexpr double milliPerPercent = 1000;

/// Who does not know it, and why.
QString missing(const TodayItem &item)
{
    constexpr int named = 8;
    QStringList away;
    QStringList coming;
    QStringList refusing;
    for (const TodayItem::Missing &each : item.missing) {
        switch (each.trouble.why) {
        case PackTrouble::Why::NotOnBus:
            away.append(each.serial);
            break;
        case PackTrouble::Why::Waiting:
        case PackTrouble::Why::Busy:
            coming.append(each.serial);
            break;
        case PackTrouble::Why::Refuses:
            refusing.append(
                TodayWords::tr("%1 did not take it: %2").arg(each.serial, Sentences::of(each.trouble.error).cause));
            break;
        }
    }
    const auto list = [](const QStringList &serials) {
        const QString first = serials.mid(0, named).join(QStringLiteral(", "));
        const int more = int(serials.size()) - named;
        return more > 0 ? TodayWords::tr("%1 and %n more", nullptr, more).arg(first) : first;
    };
    QStringList all;
    if (!coming.isEmpty())
        all.append(TodayWords::tr("This console brings it to %1 next.").arg(list(coming)));
    all += refusing.mid(0, named);
    if (!away.isEmpty())
        all.append(TodayWords::tr("Not on this bus: %1.").arg(list(away)));
    return all.join(u' ');
}

/// "Leasing, Cell data", each company once.
QString waitsFor(const TodayItem &item, const Charter &charter)
{
    QStringList names;
    for (const SeatPlace &place : item.seats) {
        QStringList companies;
        for (const Seat &candidate : place.candidates)
            companies << Names::party(candidate.position, &charter);
        companies.removeDuplicates();
        names << companies.join(TodayWords::tr(" or "));
    }
    names.removeDuplicates();
    return names.isEmpty() ? TodayWords::tr("its author") : names.join(QStringLiteral(", "));
}

} // namespace

QString TodayWords::title(const TodayItem &item, const Charter &charter)
{
    switch (item.kind) {
    case TodayItem::Kind::AuditReadOnly:
        return item.count > 0 ? tr("The audit of this console is damaged")
                              : tr("The audit of this console can only be read");
    case TodayItem::Kind::RolloutCutOff:
        return tr("A roll-out was cut off: %1").arg(item.subject);
    case TodayItem::Kind::StoreDamaged:
        return item.count > 0 ? tr("What was known of packs is damaged") : tr("%1 cannot be read").arg(item.subject);
    case TodayItem::Kind::RulesOffered:
        return tr("%1 offers its rules").arg(item.subject);
    case TodayItem::Kind::WaitsForOthers:
        return tr("%1 waits for %2").arg(item.subject, waitsFor(item, charter));
    case TodayItem::Kind::Contradiction:
        return tr("%1 is not what is known of it").arg(item.subject);
    case TodayItem::Kind::Bus:
        return item.bus.isEmpty()
            ? BusHealthWords::brief(item.trouble)
            : tr("%1: %2", "bus, what is wrong with it").arg(item.bus, BusHealthWords::brief(item.trouble));
    case TodayItem::Kind::Fault:
        return item.count == 1 && item.faults.size() == 1
            ? tr("%1: %2", "pack, fault").arg(Names::pack(item.subject), FaultWords::name(item.faults.constFirst()))
            : tr("%1 reports %n fault(s)", nullptr, item.count).arg(Names::pack(item.subject));
    case TodayItem::Kind::CannotStart:
        return tr("%1 will not start tomorrow").arg(item.subject);
    case TodayItem::Kind::Doubt:
        return item.count > 0 ? tr("Another node answers for %1").arg(item.subject)
                              : tr("An unsigned answer for %1 is in doubt").arg(item.subject);
    case TodayItem::Kind::SignatureWanted:
        return tr("Your signature is wanted: %1").arg(item.subject);
    case TodayItem::Kind::AnswerDue:
        return tr("%1 still waits for %2").arg(item.subject, waitsFor(item, charter));
    case TodayItem::Kind::Deliver:
        return tr("Ready for the packs: %1").arg(item.subject);
    case TodayItem::Kind::KeyExpires:
        return tr("The key of %1 runs out").arg(item.subject);
    case TodayItem::Kind::ListExpires:
        return tr("The revocation list of %1 runs out").arg(item.subject);
    case TodayItem::Kind::ListsLacking:
        return tr("%1 of %n pack(s) know revocation list %2 of %3", nullptr, item.total)
            .arg(item.count)
            .arg(item.number)
            .arg(item.subject);
    case TodayItem::Kind::OldPolicy:
        return tr("%1 holds policy %2").arg(item.subject).arg(item.count);
    case TodayItem::Kind::Worn:
        return tr("%1 has %2 % of its capacity left")
            .arg(Names::pack(item.subject), QLocale().toString(item.count / milliPerPercent, 'f', 0));
    case TodayItem::Kind::DraftKept:
        if (const QString request = QLatin1String(KeptDrafts::request); item.subject.startsWith(request)) {
            const auto parameter = ParameterId::parse(item.subject.mid(request.size()));
            return tr("You began a request: %1").arg(parameter.ok() ? Names::parameter(*parameter) : item.subject);
        }
        return tr("You began a draft of the policy");
    }
    return {};
}

QString TodayWords::detail(const TodayItem &item, qint64 now)
{
    const auto by = [&] {
        return item.when <= now ? tr("since %1").arg(format::dateTime(item.when))
                                : tr("on %1").arg(format::dateTime(item.when));
    };
    switch (item.kind) {
    case TodayItem::Kind::AuditReadOnly:
        return item.count > 0
            ? tr("Nothing can be signed, delivered or recorded (%1). Start the program again to begin a new one.")
                  .arg(item.subject)
            : tr("Nothing can be signed, delivered or recorded (%1). Free some space or repair the folder.")
                  .arg(item.subject);
    case TodayItem::Kind::RolloutCutOff:
        return tr("%1 of %n pack(s) have it. It goes on where it was.", nullptr, item.total).arg(item.count);
    case TodayItem::Kind::StoreDamaged:
        return item.count > 0
            ? tr("Set aside as %1, with groups and views. Packs are learnt anew on the bus or by an invitation.")
                  .arg(item.subject)
            : tr("It is left out, and stays where it is. What was in it is learnt anew when packs are on the bus.");
    case TodayItem::Kind::Contradiction:
        return TrustWords::contradiction(item.contradiction) + u' '
            + tr("Nothing that rests on this pack counts until you decide.");
    case TodayItem::Kind::Bus:
        return BusHealthWords::sentence(item.trouble).text();
    case TodayItem::Kind::Fault: {
        if (item.count == 1 && item.faults.size() == 1)
            return FaultWords::advice(item.faults.constFirst().code);
        QStringList names;
        for (const FaultId &fault : item.faults)
            names << FaultWords::name(fault);
        return names.isEmpty() ? tr("See which cell and what it measured.") : names.join(QStringLiteral("; "));
    }
    case TodayItem::Kind::Worn:
        return tr("Below %1 % a traction battery usually counts as worn out. See how far its cells differ.")
            .arg(QLocale().toString(TodayModel::wornMilliPercent / milliPerPercent, 'f', 0));
    case TodayItem::Kind::CannotStart:
        return Sentences::of(item.reason).text();
    case TodayItem::Kind::RulesOffered:
        return tr("Compare the fingerprints with a partner, then decide. Nothing can be judged before.");
    case TodayItem::Kind::Doubt:
        return TrustWords::contradiction(item.contradiction) + u' '
            + (item.count > 0 ? tr("The pack's own signature says otherwise; nothing was learnt from the other node.")
                              : tr("Nothing was learnt. The pack is asked for its signed state."));
    case TodayItem::Kind::SignatureWanted:
    case TodayItem::Kind::AnswerDue:
    case TodayItem::Kind::WaitsForOthers:
        return item.when > 0 ? tr("The document expires on %1.").arg(format::dateTime(item.when)) : QString();
    case TodayItem::Kind::Deliver:
        return tr("Every signature is there. A pack on the bus can take it now.");
    case TodayItem::Kind::KeyExpires:
        return tr("Ends %1. Ask its issuer to renew it in time.").arg(by());
    case TodayItem::Kind::ListExpires:
        return tr("Due %1. Without a new one packs stop trusting its keys.").arg(by());
    case TodayItem::Kind::ListsLacking:
        return missing(item);
    case TodayItem::Kind::OldPolicy:
        return tr("A newer policy is pinned here. Deliver it to the pack.");
    case TodayItem::Kind::DraftKept:
        return tr("It is kept as you left it, and no document yet.");
    }
    return {};
}

QString TodayWords::verb(const TodayItem &item)
{
    switch (item.kind) {
    case TodayItem::Kind::Fault:
    case TodayItem::Kind::Worn:
        return tr("Inspect");
    case TodayItem::Kind::Bus:
        return tr("Bus\u2026");
    case TodayItem::Kind::SignatureWanted:
        return tr("Read and sign");
    case TodayItem::Kind::AnswerDue:
    case TodayItem::Kind::WaitsForOthers:
        return tr("Read");
    case TodayItem::Kind::StoreDamaged:
        return tr("Show the file");
    case TodayItem::Kind::RulesOffered:
        return tr("Compare");
    case TodayItem::Kind::AuditReadOnly:
        return tr("Verify");
    case TodayItem::Kind::Deliver:
        return tr("Deliver");
    case TodayItem::Kind::DraftKept:
    case TodayItem::Kind::RolloutCutOff:
        return tr("Continue");
    case TodayItem::Kind::KeyExpires:
        return tr("Renew");
    case TodayItem::Kind::ListExpires:
        return tr("Renew list");
    case TodayItem::Kind::Contradiction:
    case TodayItem::Kind::CannotStart:
    case TodayItem::Kind::Doubt:
    case TodayItem::Kind::OldPolicy:
        return tr("Show pack");
    case TodayItem::Kind::ListsLacking:
        return item.isInReach() ? tr("Bring it now") : tr("Show pack");
    }
    return {};
}

Status TodayWords::status(const TodayItem &item)
{
    switch (item.kind) {
    case TodayItem::Kind::AuditReadOnly:
    case TodayItem::Kind::StoreDamaged:
    case TodayItem::Kind::Contradiction:
    case TodayItem::Kind::Fault:
    case TodayItem::Kind::CannotStart:
        return Status::Alarm;
    case TodayItem::Kind::Bus:
        return BusHealthWords::status(item.trouble);
    case TodayItem::Kind::Worn:
    case TodayItem::Kind::Doubt:
        return Status::Warning;
    case TodayItem::Kind::Deliver:
        return Status::Good;
    default:
        return item.urgent ? Status::Warning : Status::Information;
    }
}

} // namespace packwarden
