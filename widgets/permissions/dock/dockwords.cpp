// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/dock/dockwords.h"

#include "models/support/lookalike.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"

namespace packwarden {

namespace {

using Stand = RuleVote::Stand;
using Outcome = WhatIfAnswer::Outcome;

QString seatName(const Seat &seat, const PolicyFrame &frame)
{
    return Names::party(seat.position, &frame.charter);
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
            return tr("once another person writes it");
        const QString others = DockWords::seats(answer.missing, frame);
        return answer.onlyBeyond ? tr("only beyond a soft limit, with %1").arg(others) : tr("with %1").arg(others);
    }

    static QString refusal(const AblePerson &person)
    {
        const Error error = person.answer.refusal.value_or(Error{Code::SignerNotAuthorised, {}});
        switch (error.code) {
        case Code::CertificateExpired:
            return tr("key ended on %1").arg(format::day(person.leaf.notAfter));
        case Code::CertificateNotYetValid:
            return tr("key begins on %1").arg(format::day(person.leaf.notBefore));
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
                    ? tr("contract begins on %1").arg(format::day(vote.when))
                    : tr("contract ended on %1").arg(format::lastDay(vote.when));
            if (vote.rule == RuleVote::Rule::Charter)
                return tr("the charter does not let this role");
            if (vote.rule == RuleVote::Rule::Certificate)
                return tr("the key does not count for this layer");
        }
        return tr("the policy does not grant it");
    }

    static QString conditions(const QList<Grant> &grants)
    {
        const QString words = PermissionWords::conditions(grants);
        return words.isEmpty() ? tr("at any time") : words;
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
        case RoleChange::Kind::FewerConditions:
        case RoleChange::Kind::MoreConditions:
        case RoleChange::Kind::OtherConditions:
            return tr("%1 (was: %2)").arg(conditions(change.grantsAfter), conditions(change.grantsBefore));
        }
        return {};
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
        const bool isOther = change.kind == RoleChange::Kind::OtherConditions;
        const QString text = isOther ? tr("Changes: %1 %2").arg(who, Part::change(change))
            : change.isGain()        ? tr("Gains: %1 %2").arg(who, Part::change(change))
                                     : tr("Loses: %1 %2").arg(who, Part::change(change));
        lines << DockLine{isOther ? Status::Information
                : change.isGain() ? Status::Good
                                  : Status::Warning,
            names.isEmpty() ? tr("%1 (no person known here)").arg(text)
                            : tr("%1 (%2)").arg(text, names.join(tr(", ")))};
    }
    return lines;
}

QString DockWords::howFew(const Coalition &coalition)
{
    if (coalition.impossible)
        return tr("Not possible, whatever people join");
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
    if (now.isRowMore)
        lines << DockLine{Status::Warning,
            tr("The row names several, but a pack does this in a session: one key that holds the right is enough.")};
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
    return tr("Judged on %1, as read %2.").arg(pack.text(), format::dateTime(readAt));
}

} // namespace packwarden
