// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/draftproblem.h"

namespace packwarden {

Error draftError(DraftProblem problem)
{
    const auto error = [problem](Code code, const char *detail) {
        return Error{code, QLatin1String(detail), problem};
    };
    switch (problem) {
    case DraftProblem::Unchanged:
        return error(Code::Malformed, "unchanged");
    case DraftProblem::UnchangedEverywhere:
        return error(Code::Malformed, "unchanged everywhere");
    case DraftProblem::NoReason:
        return error(Code::Malformed, "reason");
    case DraftProblem::NotLocked:
        return error(Code::WrongState, "not locked");
    case DraftProblem::SeveralLocks:
        return error(Code::WrongState, "another lock");
    case DraftProblem::UnknownSlot:
        return error(Code::Malformed, "slot");
    case DraftProblem::ComponentId:
        return error(Code::Malformed, "component");
    case DraftProblem::Position:
        return error(Code::Malformed, "position");
    case DraftProblem::Root:
        return error(Code::Malformed, "root");
    case DraftProblem::Party:
        return error(Code::Malformed, "party");
    case DraftProblem::PartyName:
        return error(Code::Malformed, "name");
    case DraftProblem::Signatory:
        return error(Code::Malformed, "signatory");
    case DraftProblem::SignatoryTitle:
        return error(Code::Malformed, "title");
    case DraftProblem::SameParty:
        return error(Code::OutsideCharter, "same party");
    case DraftProblem::SameRoot:
        return error(Code::OutsideCharter, "same root");
    case DraftProblem::OtherParty:
        return error(Code::OutsideCharter, "other party");
    }
    Q_UNREACHABLE();
}

} // namespace packwarden
