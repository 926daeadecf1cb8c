// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/drafts/draftwords.h"

#include "models/core/judge/commandreason.h"
#include "models/drafts/draftproblem.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

namespace packwarden::draftwords {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::DraftWords)
};

QString roleName(const CharterDraft::Effect &effect)
{
    const QString name = Names::role(effect.role);
    return effect.title.isEmpty() || name != effect.role.text() ? name : effect.title;
}

QString capital(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

} // namespace

QString kind(const requestparts::Kind &kind)
{
    constexpr qsizetype named = 4;
    QStringList values;
    for (const ParameterChange &change : kind.changes)
        values.append(Sentences::quantity(change.from, change.unit));
    QStringList serials;
    for (const PackSerial &serial : kind.packs.mid(0, named))
        serials.append(Names::pack(serial.text()));
    if (kind.packs.size() > named)
        serials.append(QStringLiteral("\u2026"));
    return Words::tr("%n pack(s), %1, now %2: %3", "packs that start from the same value", int(kind.packs.size()))
        .arg(kind.hardware, values.join(QStringLiteral(", ")), serials.join(QStringLiteral(", ")));
}

QString command(CommandKind kind)
{
    switch (kind) {
    case CommandKind::TheftLock:
        return Words::tr("Lock against theft");
    case CommandKind::TheftUnlock:
        return Words::tr("End a theft-lock");
    case CommandKind::Tighten:
        return Words::tr("Tighten a limit at once");
    case CommandKind::ReplaceComponent:
        return Words::tr("Pair a replaced part");
    case CommandKind::Decommission:
        return Words::tr("Decommission for good");
    case CommandKind::Routine:
        break;
    }
    return Words::tr("Run a routine");
}

QString purpose(CommandKind kind)
{
    switch (kind) {
    case CommandKind::TheftLock:
        return Words::tr(
            "It does not stop a vehicle on the road: the lock takes hold once it stands still. Charging from "
            "outside is refused at once.");
    case CommandKind::TheftUnlock:
        return Words::tr("It names the lock that it ends; a pack that is locked again later stays locked.");
    case CommandKind::Tighten:
        return Words::tr("One signature makes a limit stricter, until a request that all sign ratifies it. A limit "
                         "that is to become wider needs a request.");
    case CommandKind::ReplaceComponent:
        return Words::tr("After a repair: the pack learns which part belongs into the slot from now on.");
    case CommandKind::Decommission:
        return Words::tr("The end of a pack: it never drives, charges or feeds back again.");
    case CommandKind::Routine:
        break;
    }
    return {};
}

QStringList consequences(const Command &command, int packs)
{
    switch (command.kind) {
    case CommandKind::TheftLock:
        return {
            Words::tr("%n pack(s) will not start. A vehicle on the road is not stopped: its pack locks at standstill.",
                nullptr, packs)};
    case CommandKind::TheftUnlock:
        return {Words::tr("%n pack(s) start again for those who have the right.", nullptr, packs)};
    case CommandKind::ReplaceComponent:
        return {Words::tr("The pack starts only with this part in the slot; with any other it does not.")};
    case CommandKind::Tighten:
        return {Words::tr("It holds at once. After 7 days it goes back by itself unless a request ratifies it.")};
    case CommandKind::Routine:
        return {Words::tr("No pack knows routines yet; it will be refused.")};
    case CommandKind::Decommission:
        return {Words::tr("%n pack(s) never start again. This cannot be undone.", nullptr, packs)};
    }
    return {};
}

namespace {

QString lacks(DraftProblem problem)
{
    switch (problem) {
    case DraftProblem::Unchanged:
    case DraftProblem::UnchangedEverywhere:
    case DraftProblem::NoReason:
        return Sentences::of(draftError(problem)).text();
    case DraftProblem::NotLocked:
        return Words::tr("It is not locked as far as is known here. Read it in the Inspector if that is old.");
    case DraftProblem::SeveralLocks:
        return Words::tr("These packs were locked by different documents. Each lock is ended by a command of its own.");
    case DraftProblem::UnknownSlot:
        return Words::tr("Which part? The pack has said of none yet; read it in the Inspector first.");
    case DraftProblem::ComponentId:
        return Words::tr("Type the new part's id as it stands on its label: letters, digits and signs, no blanks.");
    case DraftProblem::Position:
        return Words::tr("No company is in such a place now.");
    case DraftProblem::Root:
        return Words::tr("Choose the company's root certificate: one that signed itself and may issue others.");
    case DraftProblem::Party:
        return Words::tr("Give the company's short name: small letters, digits and hyphens.");
    case DraftProblem::PartyName:
        return Words::tr("Give the company's name as people know it.");
    case DraftProblem::Signatory:
        return Words::tr(
            "Name the role that signs for it: small letters, digits and hyphens, not one of another party.");
    case DraftProblem::SignatoryTitle:
        return Words::tr("Give that role a title for people.");
    case DraftProblem::SameParty:
        return Words::tr(
            "This company is in the place already. For a new root choose \u201CRenew a party's root\u201D.");
    case DraftProblem::SameRoot:
        return Words::tr("This key is in the charter for this place already. Choose the file of the new root.");
    case DraftProblem::OtherParty:
        return Words::tr("Another place of the charter has this company with another root, or this root with another "
                         "company. One of the two is wrong.");
    }
    return {};
}

} // namespace

QString refusal(const Error &error)
{
    if (const auto *problem = error.as<DraftProblem>())
        return lacks(*problem);
    if (error.code == Code::PackUnreachable && !error.detail.isEmpty())
        return Words::tr(
            "%1 was not read here yet. It is read as soon as this console hears it: wait a moment, or choose "
            "another pack.")
            .arg(error.detail);
    return Sentences::of(error).text();
}

QString refusal(CommandKind kind, const Error &error)
{
    if (error.is(CommandReason::NotStricter))
        return Words::tr("This is not stricter than what holds now. For another direction draft a request.");
    if (kind == CommandKind::Tighten && error.code == Code::OutsidePolicy)
        return Words::tr("Neither the owner nor the cell data specialist must always sign this value, so no role may "
                         "tighten it alone. Draft a request.");
    if (error.code == Code::OutsidePolicy)
        return Words::tr("The policy of this pack names no seat that signs this. Add seats for it in Permissions.");
    return refusal(error);
}

QString amendment(Amendment kind)
{
    switch (kind) {
    case Amendment::AdmitParty:
        return Words::tr("Admit a party");
    case Amendment::RemoveParty:
        return Words::tr("Remove a party");
    case Amendment::Handover:
        return Words::tr("Hand over to another operator");
    case Amendment::TransferOwnership:
        return Words::tr("Transfer ownership");
    case Amendment::RotateRoot:
        return Words::tr("Renew a party's root");
    case Amendment::First:
    case Amendment::Amend:
        break;
    }
    return Words::tr("Amend the charter");
}

QString purpose(Amendment kind)
{
    switch (kind) {
    case Amendment::AdmitParty:
        return Words::tr("A company takes a new place, with a role that signs for it. What its people may do is then "
                         "granted in Permissions.");
    case Amendment::RemoveParty:
        return Words::tr("The place stays on record and is vacant. Keys of its people open nothing any more.");
    case Amendment::Handover:
        return Words::tr("Another company operates the packs. Roles and rights of the place stay; the people are its "
                         "own.");
    case Amendment::TransferOwnership:
        return Words::tr("Seller, buyer and platform sign one document. Keys of the seller's people open nothing any "
                         "more, and every activation ends.");
    case Amendment::RotateRoot:
        return Words::tr("The same company with a new root certificate. Its people need keys under the new root.");
    case Amendment::First:
    case Amendment::Amend:
        break;
    }
    return {};
}

QString refusal(Amendment kind, const Error &error)
{
    if (error.code == Code::UnknownIssuer)
        return Words::tr("No charter is trusted here yet. Trust the rules of a pack first.");
    if (kind == Amendment::AdmitParty && error.is(DraftProblem::Position))
        return Words::tr("Name the new place: small letters, digits and hyphens, and one that the charter does not "
                         "have yet.");
    if (error.code == Code::WouldLockOut)
        return Words::tr("After it the rules could never be changed again. Name a successor for its seats first.");
    return refusal(error);
}

QStringList effects(const QList<CharterDraft::Effect> &effects, Amendment kind, const Charter &charter)
{
    using Kind = CharterDraft::Effect::Kind;
    QStringList lines;
    for (const CharterDraft::Effect &effect : effects) {
        switch (effect.kind) {
        case Kind::RoleLoses:
            lines << (kind == Amendment::RemoveParty
                    ? Words::tr("%1: %n right(s) end.", nullptr, effect.rights).arg(capital(roleName(effect)))
                    : Words::tr("%1: %n right(s) go to the new company's people; the old keys open nothing.", nullptr,
                        effect.rights)
                          .arg(capital(roleName(effect))));
            break;
        case Kind::RoleComes:
            lines << Words::tr("%1 signs for it, and issues that key itself.").arg(capital(roleName(effect)));
            break;
        case Kind::SeatPasses:
            lines << Words::tr("To %1: %2 signs instead.")
                         .arg(Names::capability(effect.capability), Names::seat(effect.to, &charter));
            break;
        case Kind::SeatEmpty:
            lines << Words::tr("To %1: its seat cannot be signed, so it cannot be done until the policy changes.")
                         .arg(Names::capability(effect.capability));
            break;
        case Kind::NobodyIssues:
            lines << Words::tr("No company issues keys of %1 any more.").arg(roleName(effect));
            break;
        }
    }
    if (kind == Amendment::TransferOwnership || kind == Amendment::Handover || kind == Amendment::RotateRoot)
        lines << Words::tr("Every document that still waits for these packs becomes void.");
    return lines;
}

QString signers(const QList<SeatFinding> &seats, const Charter &charter)
{
    QStringList names;
    for (const SeatFinding &seat : seats) {
        QStringList candidates;
        for (const Seat &candidate : seat.candidates)
            candidates << Names::seat(candidate, &charter);
        names << candidates.join(Words::tr(" or "));
    }
    names.removeDuplicates();
    return names.join(Words::tr(" and "));
}

} // namespace packwarden::draftwords
