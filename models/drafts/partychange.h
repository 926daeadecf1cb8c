// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/rulechange.h"

namespace packwarden {

/// What comes to a position of the charter, or leaves it, as window and command line draft it.
struct PartyChange
{
    Amendment kind = Amendment::AdmitParty; ///< one of those that are about one party
    PositionId position;
    std::optional<Certificate> root = {}; ///< not asked for where a party leaves
    QString party = {}; ///< the company's short name, as typed; not asked for where a party stays or leaves
    QString partyName = {};
    RoleId signatory = {}; ///< of an admission
};

/// The one position that this kind of change can be about; empty: any.
PositionId positionOf(Amendment kind);
/// Is there another company after it?
bool bringsParty(Amendment kind);

/// What the charter says after it. charter: as pinned, or with what else comes along. A party is admitted to a new
/// position, or to one whose party has left; the position of one that leaves stays on record, ended, so that roles and
/// seats that name it lose their party and not their meaning. A DraftProblem; CertificateExpired,
/// CertificateNotYetValid of the root.
Result<> applyPartyChange(const PartyChange &change, Charter &charter, qint64 now);

} // namespace packwarden
