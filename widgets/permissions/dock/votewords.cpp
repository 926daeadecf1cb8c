// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/dock/votewords.h"

#include "models/core/judge/commandreason.h"
#include "models/support/lookalike.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

namespace packwarden {

namespace {

using Stand = RuleVote::Stand;
using Outcome = WhatIfAnswer::Outcome;

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

/// The words of each rule, in the context of their class.
struct Part
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::VoteWords)
public:
    static QString certificate(const RuleVote &vote, bool isPerson)
    {
        if (vote.stand != Stand::Against)
            return isPerson ? tr("Certificate: valid until %1").arg(format::day(vote.when))
                            : tr("Certificate: the company can issue one");
        switch (vote.error->code) {
        case Code::CertificateExpired:
            return tr("Certificate: ended on %1").arg(format::day(vote.when));
        case Code::CertificateNotYetValid:
            return tr("Certificate: not valid yet");
        case Code::UnknownIssuer:
            return tr("Certificate: its issuer is not trusted by this pack");
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
            return vote.error->code == Code::NotYetValid
                ? tr("%1 Begins on %2.").arg(clause, format::day(vote.when))
                : tr("%1 Ended on %2.").arg(clause, format::lastDay(vote.when));
        return vote.when > 0 ? tr("%1 Until %2.").arg(clause, format::lastDay(vote.when)) : clause;
    }

    static QString policy(const RuleVote &vote, const WhatIfAnswer &answer, const PolicyFrame &frame)
    {
        if (vote.stand == Stand::For)
            return tr("Policy: one key is enough");
        if (vote.stand == Stand::Needs) {
            const QString others = DockWords::seats(answer.missing, frame);
            return others.isEmpty() ? tr("Policy: a document is needed, written by another person")
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
            return tr("Policy: names no seat for this");
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
            return vote.error->is(CommandReason::NotLocked)
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
            others << Names::party(seat.position, &frame.charter);
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

QString VoteWords::verdict(WhatIfAnswer::Outcome outcome)
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

Status VoteWords::status(WhatIfAnswer::Outcome outcome)
{
    return outcome == Outcome::Allowed   ? Status::Good
        : outcome == Outcome::WithOthers ? Status::Waiting
                                         : Status::Alarm;
}

QString VoteWords::consequence(const WhatIfTold &told, const PolicyFrame &frame)
{
    const WhatIfAnswer &answer = told.answer;
    switch (answer.outcome) {
    case Outcome::Allowed:
        return tr("One key is enough.");
    case Outcome::WithOthers:
        if (answer.needsWriter)
            return tr("Signs alone, but another person must write the document.");
        return answer.onlyBeyond ? tr("Signs only beyond a soft limit or a largest step; %1 must sign too.")
                                       .arg(DockWords::seats(answer.missing, frame))
                                 : tr("%1 must sign too.").arg(DockWords::seats(answer.missing, frame));
    case Outcome::Refused:
        break;
    }
    return tr("The pack would refuse. The rules marked below say why.");
}

QList<DockLine> VoteWords::votes(const WhatIfTold &told, const PolicyFrame &frame)
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
