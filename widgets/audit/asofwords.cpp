// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/audit/asofwords.h"

#include "widgets/words/format.h"
#include "widgets/words/sentences.h"

namespace packwarden {

QString AsOfWords::certainty(Certainty certainty, Gap gap, qint64 lastWord)
{
    if (gap == Gap::NoDocument)
        return tr("the pack named the document, but it is not in this store");
    switch (certainty) {
    case Certainty::Proved:
        return tr("proved");
    case Certainty::Recorded:
        return tr("recorded by this console alone");
    case Certainty::LastProved:
        return lastWord > 0 ? tr("last proved %1; nothing later is known").arg(format::dateTime(lastWord))
                            : tr("proved before; nothing later is known");
    case Certainty::Unknown:
        break;
    }
    switch (gap) {
    case Gap::Before:
        return tr("unknown: the first word of the pack is later");
    case Gap::Between:
        return tr("unknown: it changed between two words of the pack");
    case Gap::NoList:
        return tr("unknown: no list of its issuer from that time is here");
    case Gap::NoRules:
        return tr("unknown: the rules of that day are not known");
    default:
        return tr("unknown: nothing about it is in this store");
    }
}

Status AsOfWords::status(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Proved:
        return Status::Good;
    case Certainty::Recorded:
    case Certainty::LastProved:
        return Status::Information;
    case Certainty::Unknown:
        break;
    }
    return Status::Neutral;
}

QString AsOfWords::rules(const RulesAsOf &rules)
{
    const QString how = certainty(rules.certainty, rules.gap, rules.lastWord);
    if (rules.policyVersion == 0)
        return tr("Rules: %1.").arg(how);
    return tr("Charter version %1, policy version %2: %3.").arg(rules.charterVersion).arg(rules.policyVersion).arg(how);
}

QString AsOfWords::proof(Proof::Kind kind)
{
    switch (kind) {
    case Proof::Kind::Statement:
        return tr("Statement of the pack");
    case Proof::Kind::Receipt:
        return tr("Receipt of the pack");
    case Proof::Kind::Document:
        return tr("Signed document");
    case Proof::Kind::List:
        return tr("Revocation list");
    case Proof::Kind::Certificate:
        return tr("Certificate");
    case Proof::Kind::Record:
        break;
    }
    return tr("Record of this audit");
}

QString AsOfWords::key(const KeyAsOf &key)
{
    if (key.certainty == Certainty::Unknown)
        return certainty(key.certainty, key.gap, 0);
    switch (key.state) {
    case KeyAsOf::State::NotYetValid:
        return tr("not valid yet");
    case KeyAsOf::State::Expired:
        return tr("expired");
    case KeyAsOf::State::Revoked:
        return tr("revoked, at the latest %1").arg(format::dateTime(key.revokedAt));
    case KeyAsOf::State::Valid:
        break;
    }
    return key.certainty == Certainty::Proved ? tr("valid") : tr("valid by the list of that day");
}

QString AsOfWords::answer(const AblePerson &person)
{
    switch (person.answer.outcome) {
    case WhatIfAnswer::Outcome::Allowed:
        return tr("alone");
    case WhatIfAnswer::Outcome::WithOthers:
        return tr("together with others");
    case WhatIfAnswer::Outcome::Refused:
        break;
    }
    return person.answer.refusal ? tr("no: %1").arg(Sentences::of(*person.answer.refusal).cause) : tr("no");
}

QString AsOfWords::cell(CellState state)
{
    switch (state) {
    case CellState::None:
        return QStringLiteral("\u2013");
    case CellState::Alone:
        return tr("alone");
    case CellState::MustSign:
        return tr("must sign");
    case CellState::OneOf:
        return tr("one of several");
    case CellState::Extra:
        return tr("beyond the limit");
    case CellState::Prohibited:
        break;
    }
    return tr("prohibited");
}

} // namespace packwarden
