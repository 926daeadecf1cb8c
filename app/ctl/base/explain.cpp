// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/explain.h"

#include "hw/uds/udsnames.h"
#include "hw/uds/udsreason.h"
#include "models/core/judge/refusaldetail.h"
#include "models/drafts/draftproblem.h"
#include "models/trust/packquery.h"
#include "models/trust/trustlack.h"

namespace packwarden::ctl {

namespace {

/// Of a value beyond its limits: below or above?
QString besideLimits(const QString &detail, const QString &whose)
{
    const auto fault = LimitFault::in(detail);
    if (!fault)
        return {};
    const QString value = formatQuantity(fault->value);
    if (fault->value < fault->allowed.min)
        return QStringLiteral("%1 is below %2, the least that %3.")
            .arg(value, formatQuantity(fault->allowed.min), whose);
    return fault->allowed.max < fault->value
        ? QStringLiteral("%1 is above %2, the most that %3.").arg(value, formatQuantity(fault->allowed.max), whose)
        : QString();
}

/// Of a negative response code of ISO 14229-1: what a person can make of it.
QString meaning(quint8 code)
{
    switch (code) {
    case 0x11:
    case 0x12:
    case 0x7E:
    case 0x7F:
        return QStringLiteral("it does not offer this, or not in this session");
    case 0x13:
        return QStringLiteral("the request has a form that it does not know");
    case 0x14:
        return QStringLiteral("the answer would be too long");
    case 0x21:
        return QStringLiteral("it is busy; try again in a moment");
    case 0x22:
        return QStringLiteral("its state does not allow it now");
    case 0x24:
        return QStringLiteral("the requests came in an order that it does not know");
    case 0x31:
        return QStringLiteral("it has nothing of that kind, or the value is out of its range");
    case 0x33:
        return QStringLiteral("the key in use does not hold the right");
    case 0x34:
        return QStringLiteral("it answers only a person who has signed in with a key that holds the right");
    case 0x50:
    case 0x51:
    case 0x52:
    case 0x53:
    case 0x54:
    case 0x55:
    case 0x56:
    case 0x57:
        return QStringLiteral("it does not accept the certificate of the key; see packwardenctl keys list --key FILE");
    case 0x58:
        return QStringLiteral("the signature is not by the key of the certificate");
    case 0x70:
    case 0x71:
    case 0x72:
    case 0x73:
        return QStringLiteral("it could not take or store the document");
    default:
        return {};
    }
}

QString inWords(const NegativeAnswer &answer)
{
    const QString service = udsServiceName(answer.service);
    const QString name = udsNegativeName(answer.code);
    const QString words = meaning(answer.code);
    QString text = QStringLiteral("The pack declined %1")
                       .arg(service.isEmpty() ? QString::number(answer.service, 16).toUpper() : service);
    if (!name.isEmpty())
        text += QStringLiteral(", %1").arg(name);
    return words.isEmpty() ? text + u'.' : QStringLiteral("%1: %2.").arg(text, words);
}

/// What a draft lacks, by the option that says it.
QString lacks(DraftProblem problem)
{
    switch (problem) {
    case DraftProblem::Unchanged:
    case DraftProblem::UnchangedEverywhere:
        return QStringLiteral("The packs already hold this value.");
    case DraftProblem::NoReason:
        return QStringLiteral("--reason says why it is asked for.");
    case DraftProblem::NotLocked:
        return QStringLiteral("The pack is not locked, as far as is known here; \"packwardenctl policy pull SERIAL\" "
                              "reads it again.");
    case DraftProblem::SeveralLocks:
        return QStringLiteral("Different documents locked these packs: each lock is ended by a command of its own.");
    case DraftProblem::UnknownSlot:
        return QStringLiteral("The pack has told of no part in this slot.");
    case DraftProblem::ComponentId:
        return QStringLiteral("A part's id has letters, digits and signs, and no blanks.");
    case DraftProblem::Position:
        return QStringLiteral("--position names one that is free for a party that comes, and otherwise one that has a "
                              "party now.");
    case DraftProblem::Root:
        return QStringLiteral("--root-certificate is one that signed itself and may issue others.");
    case DraftProblem::Party:
        return QStringLiteral("--party is a short name: small letters, digits and hyphens.");
    case DraftProblem::PartyName:
        return QStringLiteral("--name is the company's name as people know it.");
    case DraftProblem::Signatory:
        return QStringLiteral("--signatory is the role that signs for the party: small letters, digits and hyphens.");
    case DraftProblem::SignatoryTitle:
        return QStringLiteral("The role that signs for the party needs a title for people.");
    case DraftProblem::SameParty:
        return QStringLiteral("This party is in the position already; \"packwardenctl charter rotate-root\" gives it a "
                              "new root.");
    case DraftProblem::SameRoot:
        return QStringLiteral("The position has this key already.");
    case DraftProblem::OtherParty:
        return QStringLiteral("Another position has this party with another root, or this root with another party.");
    }
    return {};
}

/// What is wrong with a query over the fleet.
QString wrong(PackQuery::Problem problem)
{
    switch (problem) {
    case PackQuery::Problem::UnknownColumn: {
        QStringList names;
        for (int i = 0; i < PackQuery::columnCount; ++i)
            names.append(PackQuery::nameOf(PackQuery::Column(i)));
        return QStringLiteral("There is no such column. Columns are: %1.").arg(names.join(QStringLiteral(", ")));
    }
    case PackQuery::Problem::NoNumber:
        return QStringLiteral("This is no number; write it without a unit, such as 20 or 3.65.");
    case PackQuery::Problem::NoValue:
        return QStringLiteral("A column, a sign and a value belong together, such as \"soc<20\".");
    case PackQuery::Problem::Brackets:
        return QStringLiteral("A bracket or a quotation mark has no partner.");
    case PackQuery::Problem::UnknownGroup:
        return QStringLiteral("There is no such group; \"packwardenctl fleet groups\" lists them.");
    case PackQuery::Problem::Circle:
        return QStringLiteral("The group would hold itself.");
    case PackQuery::Problem::TooLong:
        return QStringLiteral("A query has at most %1 characters.").arg(PackQuery::maxLength);
    }
    return {};
}

} // namespace

QString explain(const Error &error)
{
    if (const auto *problem = error.as<DraftProblem>())
        return lacks(*problem);
    if (const auto *problem = error.as<PackQuery::Problem>())
        return wrong(*problem);
    const QString &detail = error.detail;
    switch (error.code) {
    case Code::AboveSiliconLimit:
        return besideLimits(detail, QStringLiteral("the silicon allows"));
    case Code::OutsideCharter:
        return besideLimits(detail, QStringLiteral("the charter allows"));
    case Code::OutsidePolicy:
        if (LimitFault::in(detail))
            return besideLimits(detail, QStringLiteral("the policy allows"));
        return QStringLiteral("The policy does not let one key set this. Draft it for several signatures: "
                              "packwardenctl request new");
    case Code::UnknownParameter:
        return QStringLiteral("\"packwardenctl pack parameters SERIAL\" lists those that the pack has.");
    case Code::StaleBase:
        return QStringLiteral(
            "The pack has another value or revision now. Draft the change anew: packwardenctl request new");
    case Code::BelowQuorum:
        return QStringLiteral("Signatures are missing; \"packwardenctl request show FILE\" names the open seats.");
    case Code::TheftLocked:
        return QStringLiteral(
            "The pack is locked against theft; \"packwardenctl command theft-unlock\" drafts the end of it.");
    case Code::CertificateExpired:
        return QStringLiteral("The issuer renews it: packwardenctl keys renew");
    case Code::CrlStale:
        return QStringLiteral("A newer list is needed: the issuer makes it by \"packwardenctl keys crl\", and "
                              "\"packwardenctl keys push-crl\" brings it to packs.");
    case Code::TimeUncertain:
        return QStringLiteral("The pack has lost the time; \"packwardenctl time SERIAL\" brings it.");
    case Code::TrustContradicted:
        return QStringLiteral("\"packwardenctl pack settle\" shows what differs, and decides.");
    case Code::AuditDamaged:
        return QStringLiteral(
            "\"packwardenctl audit verify\" shows where; \"packwardenctl audit restart\" begins a new one and "
            "keeps this one.");
    case Code::WrongPassphrase:
        return detail.isEmpty() ? QStringLiteral("The passphrase does not open the key.") : QString();
    case Code::PackUnreachable:
        if (error.is(NoAnswer::InTime))
            return QStringLiteral("The pack did not answer in time. It may be busy: try again.");
        if (error.is(TrustLack::NoPackKnown))
            return QStringLiteral("\"packwardenctl policy pull SERIAL\" learns a pack and its rules from the bus, "
                                  "\"packwardenctl trust join FILE\" from an invitation.");
        return QStringLiteral("\"packwardenctl pack list\" shows who is on the bus.");
    case Code::TransferFailed:
        return QStringLiteral(
            "The transfer was interrupted. The pack may or may not have applied it: read it before you "
            "deliver again.");
    case Code::NegativeResponse:
        if (const auto *answer = error.as<NegativeAnswer>())
            return inWords(*answer);
        return {};
    case Code::UnknownIssuer:
        return error.is(TrustLack::NothingPinned)
            ? QStringLiteral("\"packwardenctl policy pull SERIAL\" learns the rules from a pack, \"packwardenctl trust "
                             "join FILE\" from an invitation.")
            : QString();
    default:
        return {};
    }
}

} // namespace packwarden::ctl
