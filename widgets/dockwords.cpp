// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dockwords.h"

#include "names.h"
#include "permissionwords.h"
#include "sentences.h"

#include <lookalike.h>

#include <QDateTime>
#include <QLocale>

namespace packwarden {

namespace {

using Stand = RuleVote::Stand;
using Outcome = WhatIfAnswer::Outcome;

QString day(qint64 seconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds).date(), QLocale::ShortFormat);
}

QString seatName(const Seat &seat, const PolicyFrame &frame)
{
    return Names::party(seat.position, &frame.charter);
}

Status statusOf(Stand stand)
{
    switch (stand) {
    case Stand::For:
        return Status::Good;
    case Stand::Needs:
        return Status::Waiting;
    case Stand::Against:
        return Status::Alarm;
    case Stand::Silent:
        break;
    }
    return Status::Neutral;
}

} // namespace

QString DockWords::person(const Certificate &leaf)
{
    return lookalike::visible(leaf.commonName);
}

QString DockWords::seats(const QList<SeatFinding> &seats, const PolicyFrame &frame)
{
    QStringList parts;
    for (const SeatFinding &seat : seats) {
        QStringList names;
        for (const Seat &candidate : seat.candidates) {
            const QString name = seatName(candidate, frame);
            if (!names.contains(name))
                names << name;
        }
        parts << (names.size() == 1 ? names.constFirst() : tr("one of %1").arg(names.join(tr(", "))));
    }
    return parts.join(tr(" and "));
}

namespace {

/// Words of the parts of lists below, in the context of their class.
struct Part
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::DockWords)
public:
    static QString needs(const WhatIfAnswer &answer, const PolicyFrame &frame)
    {
        if (answer.outcome == Outcome::Allowed)
            return tr("alone");
        if (answer.needsWriter)
            return tr("once somebody else writes it");
        const QString others = DockWords::seats(answer.missing, frame);
        return answer.onlyBeyond ? tr("only beyond a soft limit, with %1").arg(others) : tr("with %1").arg(others);
    }

    static QString refusal(const AblePerson &person)
    {
        const Error error = person.answer.refusal.value_or(Error{Code::SignerNotAuthorised, {}});
        switch (error.code) {
        case Code::CertificateExpired:
            return tr("key ended on %1").arg(day(person.leaf.notAfter));
        case Code::CertificateNotYetValid:
            return tr("key begins on %1").arg(day(person.leaf.notBefore));
        case Code::CertificateRevoked:
            return tr("key is revoked");
        case Code::CrlStale:
            return tr("list of revoked keys is too old");
        case Code::UnknownIssuer:
            return tr("the pack does not trust who issued the key");
        case Code::RoleNotIssuable:
            return tr("this company may not issue the role");
        case Code::TheftLocked:
            return tr("the pack is theft-locked");
        case Code::TimeUncertain:
            return tr("the pack has lost its clock");
        case Code::WrongState:
            return tr("not in the pack's present state");
        default:
            break;
        }
        for (const RuleVote &vote : person.answer.votes) {
            if (vote.stand != Stand::Against)
                continue;
            if (vote.rule == RuleVote::Rule::Contract && vote.when > 0)
                return vote.error && vote.error->code == Code::NotYetValid
                    ? tr("contract begins on %1").arg(day(vote.when))
                    : tr("contract ended on %1").arg(day(vote.when));
            if (vote.rule == RuleVote::Rule::Charter)
                return tr("the charter does not let this role");
            if (vote.rule == RuleVote::Rule::Certificate)
                return tr("the key does not count for this layer");
        }
        return tr("the policy does not grant it");
    }

    static QString change(const RoleChange &change)
    {
        switch (change.kind) {
        case RoleChange::Kind::CanAlone:
            return tr("can do it alone");
        case RoleChange::Kind::CanWithOthers:
            return tr("can take part, with %n other(s)", nullptr, change.othersAfter);
        case RoleChange::Kind::OnlyWithOthers:
            return tr("needs %n other(s) now", nullptr, change.othersAfter);
        case RoleChange::Kind::CannotAnyMore:
            return tr("cannot any more");
        case RoleChange::Kind::MustBeAsked:
            return tr("must always sign now");
        case RoleChange::Kind::NeedNotBeAsked:
            return tr("need not be asked any more");
        case RoleChange::Kind::FewerOthers:
            return tr("needs %n other(s) instead of %1", nullptr, change.othersAfter).arg(change.othersBefore);
        case RoleChange::Kind::MoreOthers:
            return tr("needs %n other(s) instead of %1", nullptr, change.othersAfter).arg(change.othersBefore);
        }
        return {};
    }

    static QString certificate(const RuleVote &vote, bool isPerson)
    {
        if (vote.stand != Stand::Against)
            return isPerson ? tr("Certificate: valid until %1").arg(day(vote.when))
                            : tr("Certificate: the company can issue one");
        switch (vote.error->code) {
        case Code::CertificateExpired:
            return tr("Certificate: ended on %1").arg(day(vote.when));
        case Code::CertificateNotYetValid:
            return tr("Certificate: not valid yet");
        case Code::UnknownIssuer:
            return tr("Certificate: issued by nobody this pack trusts");
        case Code::RoleNotIssuable:
            return isPerson ? tr("Certificate: issued by a company that may not issue this role")
                            : tr("Certificate: no company may issue this role");
        case Code::SignerNotAuthorised:
            return tr("Certificate: of another company, or with a key that its issuer made; it does not count here");
        default:
            return tr("Certificate: %1").arg(Sentences::of(*vote.error).cause);
        }
    }

    static QString contract(const RuleVote &vote)
    {
        if (vote.name.isEmpty())
            return tr("Contract: no clause grants this");
        const QString clause = vote.text.isEmpty()
            ? tr("Contract %1, clause %2").arg(vote.name).arg(vote.clause)
            : tr("Contract %1, clause %2: %3").arg(vote.name).arg(vote.clause).arg(vote.text);
        if (vote.stand == Stand::Against)
            return vote.error->code == Code::NotYetValid ? tr("%1 Begins on %2.").arg(clause, day(vote.when))
                                                         : tr("%1 Ended on %2.").arg(clause, day(vote.when));
        return vote.when > 0 ? tr("%1 Until %2.").arg(clause, day(vote.when)) : clause;
    }

    static QString policy(const RuleVote &vote, const WhatIfAnswer &answer, const PolicyFrame &frame)
    {
        if (vote.stand == Stand::For)
            return tr("Policy: one key is enough");
        if (vote.stand == Stand::Needs) {
            const QString others = DockWords::seats(answer.missing, frame);
            return others.isEmpty() ? tr("Policy: a document is needed, written by somebody else")
                                    : tr("Policy: also %1").arg(others);
        }
        if (vote.text == QLatin1String("group"))
            return tr("Policy: granted for another group of packs");
        if (vote.text == QLatin1String("states"))
            return tr("Policy: not in the pack's present state");
        if (vote.text == QLatin1String("uses"))
            return tr("Policy: all permitted uses are used up");
        if (vote.text == QLatin1String("purposes"))
            return tr("Policy: not for this purpose");
        if (vote.error && vote.error->code == Code::OutsidePolicy)
            return tr("Policy: names nobody who signs for this");
        return tr("Policy: not granted to this role");
    }

    static QString state(const RuleVote &vote)
    {
        if (vote.stand != Stand::Against)
            return tr("Pack: in service and not locked");
        switch (vote.error->code) {
        case Code::TheftLocked:
            return tr("Pack: theft-locked by its owner");
        case Code::TimeUncertain:
            return tr("Pack: has lost its clock");
        case Code::Prohibited:
            return tr("Pack: a component is missing or foreign (%1)").arg(vote.error->detail);
        default:
            return vote.error->detail == QLatin1String("not locked")
                ? tr("Pack: is not locked")
                : tr("Pack: not in service (%1)").arg(Names::lifeCycle(vote.error->detail));
        }
    }

    static QString charter(const RuleVote &vote, const PolicyFrame &frame)
    {
        if (vote.stand == Stand::Against)
            return vote.error->code == Code::OutsideCharter ? tr("Charter: this role may not hold it")
                                                            : tr("Charter: no company is in this position now");
        QStringList others;
        for (const Seat &seat : vote.others)
            others << seatName(seat, frame);
        return others.isEmpty() ? tr("Charter: this role may hold it")
                                : tr("Charter: may hold it; %1 must always sign").arg(others.join(tr(", ")));
    }

    static QString revocation(const RuleVote &vote, bool isRevokedHere)
    {
        if (isRevokedHere)
            return tr("Revocation: revoked, but this pack has not heard of it");
        switch (vote.stand) {
        case Stand::For:
            return tr("Revocation: not revoked, by a fresh list");
        case Stand::Needs:
            return tr("Revocation: a fresh list must reach the pack by then");
        case Stand::Silent:
            return tr("Revocation: not asked, no key is chosen");
        case Stand::Against:
            break;
        }
        return vote.error->code == Code::CertificateRevoked
            ? tr("Revocation: the key is revoked")
            : tr("Revocation: the list of %1 is too old").arg(lookalike::visible(vote.error->detail));
    }
};

} // namespace

QList<DockLine> DockWords::able(const CellAnswer &answer, const Policy &policy, const PolicyFrame &frame)
{
    QList<DockLine> lines;
    QString party;
    // People of a company of whom the same is said stand in one line.
    for (const AblePerson &person : answer.able.people) {
        const QString company = Names::party(person.position, &frame.charter);
        if (company != party) {
            lines << DockLine{Status::Neutral, company, true};
            party = company;
        }
        const QString name = DockWords::person(person.leaf);
        if (person.isRevokedHere)
            lines << DockLine{
                Status::Warning, tr("%1: revoked, but this pack has not heard of it. Bring it the list.").arg(name)};
        else if (person.isAble())
            lines << DockLine{person.answer.outcome == Outcome::Allowed ? Status::Good : Status::Waiting,
                tr("%1: %2").arg(name, Part::needs(person.answer, frame))};
        else
            lines << DockLine{Status::Alarm, tr("%1: %2").arg(name, Part::refusal(person))};
    }
    for (const RoleId &role : answer.able.strangers) {
        const Role *known = policy.role(role);
        const QString company = known ? Names::party(known->position, &frame.charter) : QString();
        const bool isAnyKnown = std::any_of(answer.able.people.begin(), answer.able.people.end(),
            [&](const AblePerson &person) { return person.role == role; });
        if (!isAnyKnown)
            lines << DockLine{Status::Information,
                tr("This console knows no certificate of a %1; ask %2.")
                    .arg(PermissionWords::role(policy, role), company)};
    }
    if (lines.isEmpty())
        lines << DockLine{Status::Information, tr("No role has a part in this.")};
    return lines;
}

QList<DockLine> DockWords::changes(const QList<RoleChange> &changes, const Policy &policy, const PolicyFrame &frame)
{
    QList<DockLine> lines;
    for (const RoleChange &change : changes) {
        QStringList names;
        for (const Certificate &leaf : change.people)
            names << person(leaf);
        const QString who = tr("%1, %2").arg(
            PermissionWords::role(policy, change.role), Names::party(change.position, &frame.charter));
        const QString text = change.isGain() ? tr("Gains: %1 %2").arg(who, Part::change(change))
                                             : tr("Loses: %1 %2").arg(who, Part::change(change));
        lines << DockLine{change.isGain() ? Status::Good : Status::Warning,
            names.isEmpty() ? tr("%1 (nobody known here)").arg(text) : tr("%1 (%2)").arg(text, names.join(tr(", ")))};
    }
    return lines;
}

QString DockWords::howFew(const Coalition &coalition)
{
    if (coalition.impossible)
        return tr("Nobody can, whoever joins");
    const QString people = coalition.isPeopleExact ? tr("%n person(s)", nullptr, coalition.people)
                                                   : tr("at least %n person(s)", nullptr, coalition.people);
    return coalition.isCompaniesExact ? tr("%1 of %n company(s)", nullptr, coalition.companies).arg(people)
                                      : tr("%1 of at least %n company(s)", nullptr, coalition.companies).arg(people);
}

QString DockWords::companies(const QStringList &parties, const PolicyFrame &frame)
{
    QStringList names;
    for (const QString &party : parties) {
        QString name = party;
        for (const Position &position : frame.charter.positions) {
            if (position.party == party && !position.partyName.isEmpty())
                name = position.partyName;
        }
        names << lookalike::visible(name);
    }
    return names.join(tr(", "));
}

QList<DockLine> DockWords::fewest(const Coalition &now, const Coalition &saved, const PolicyFrame &frame)
{
    QList<DockLine> lines;
    lines << DockLine{now.impossible ? Status::Alarm : Status::Neutral,
        now.needsWriter ? tr("%1: one of them only writes the document").arg(howFew(now)) : howFew(now)};
    if (howFew(now) != howFew(saved))
        lines << DockLine{
            now.people < saved.people || now.companies < saved.companies ? Status::Warning : Status::Information,
            tr("It was: %1").arg(howFew(saved))};
    if (now.impossible)
        return lines;
    const auto alone = [&](const QString &no, const QString &yes, bool opens, Status status) {
        lines << DockLine{opens ? status : Status::Good, opens ? yes : no};
    };
    // Where one key is meant to be enough, that is no warning.
    const Status mark = now.layer >= 3 ? Status::Warning : Status::Information;
    alone(tr("One stolen key: not enough"), tr("One stolen key opens it"), !now.oneKey.isEmpty(), mark);
    QStringList laptops;
    for (const QString &each : now.oneLaptop)
        laptops << lookalike::visible(each);
    alone(tr("One laptop, with all keys of a person known here: not enough"),
        tr("One laptop opens it: %1").arg(laptops.join(tr(", "))), !laptops.isEmpty(), mark);
    alone(tr("One company alone: not enough"),
        tr("One company opens it alone: %1").arg(companies(now.oneCompany, frame)), !now.oneCompany.isEmpty(), mark);
    if (now.isKnownEnough()) {
        QStringList names;
        for (const Certificate &leaf : now.knownPeople)
            names << person(leaf);
        lines << DockLine{Status::Neutral, tr("Known here, and enough: %1").arg(names.join(tr(", ")))};
    }
    return lines;
}

QString DockWords::judgedOn(const PackSerial &pack, qint64 readAt)
{
    if (pack.isEmpty())
        return tr("Judged by the rules alone: no pack was read here yet.");
    return tr("Judged on %1, as read %2.").arg(pack.text(), Sentences::dateTime(readAt));
}

QString DockWords::verdict(WhatIfAnswer::Outcome outcome)
{
    switch (outcome) {
    case Outcome::Allowed:
        return tr("Allowed");
    case Outcome::WithOthers:
        return tr("With others");
    case Outcome::Refused:
        break;
    }
    return tr("Not allowed");
}

Status DockWords::status(WhatIfAnswer::Outcome outcome)
{
    return outcome == Outcome::Allowed   ? Status::Good
        : outcome == Outcome::WithOthers ? Status::Waiting
                                         : Status::Alarm;
}

QString DockWords::consequence(const WhatIfTold &told, const PolicyFrame &frame)
{
    const WhatIfAnswer &answer = told.answer;
    switch (answer.outcome) {
    case Outcome::Allowed:
        return tr("One key is enough.");
    case Outcome::WithOthers:
        if (answer.needsWriter)
            return tr("Signs alone, but somebody else must write the document.");
        return answer.onlyBeyond ? tr("Signs only beyond a soft limit or a largest step; %1 must sign too.")
                                       .arg(seats(answer.missing, frame))
                                 : tr("%1 must sign too.").arg(seats(answer.missing, frame));
    case Outcome::Refused:
        break;
    }
    return tr("The pack would refuse. The rules marked below say why.");
}

QList<DockLine> DockWords::votes(const WhatIfTold &told, const PolicyFrame &frame)
{
    QList<DockLine> lines;
    for (const RuleVote &vote : told.answer.votes) {
        QString text;
        switch (vote.rule) {
        case RuleVote::Rule::Silicon:
            text = vote.stand == Stand::For            ? tr("Silicon: not prohibited")
                : vote.error->code == Code::Prohibited ? tr("Silicon: prohibited, for everybody")
                                                       : tr("Silicon: this kind of pack does not have it");
            break;
        case RuleVote::Rule::Foundation:
            text = vote.stand == Stand::For    ? tr("Foundation: one signature is enough")
                : vote.stand == Stand::Against ? tr("Foundation: says nothing of this layer, so nothing is enough")
                                               : tr("Foundation: %n signature(s)", nullptr, vote.seats)
                    + tr(" of %n company(s)", nullptr, vote.parties);
            break;
        case RuleVote::Rule::Charter:
            text = Part::charter(vote, frame);
            break;
        case RuleVote::Rule::Contract:
            text = Part::contract(vote);
            break;
        case RuleVote::Rule::Policy:
            text = Part::policy(vote, told.answer, frame);
            break;
        case RuleVote::Rule::Certificate:
            text = Part::certificate(vote, told.asked.question.leaf.has_value());
            break;
        case RuleVote::Rule::Revocation:
            text = Part::revocation(vote, told.isRevokedHere);
            break;
        case RuleVote::Rule::State:
            text = Part::state(vote);
            break;
        }
        const bool isUnheard = vote.rule == RuleVote::Rule::Revocation && told.isRevokedHere;
        lines << DockLine{isUnheard ? Status::Warning : statusOf(vote.stand), text};
    }
    return lines;
}

} // namespace packwarden
