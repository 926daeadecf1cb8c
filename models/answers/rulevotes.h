// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/answers/rulevote.h"
#include "models/core/judge/access.h"

namespace packwarden {

/// What the rules of a pack say of one actor and one capability. Each vote is the pack's own judgement with all other
/// rules out of the way.
class RuleVotes final
{
public:
    RuleVotes(const CapabilityId &capability, const QString &purpose, const Actor &actor, const PackState &state);

    RuleVote silicon() const;
    RuleVote foundation(int layer) const;
    RuleVote charter() const;
    RuleVote contract() const;
    RuleVote policy(bool isAlone) const;

    static RuleVote of(RuleVote::Rule rule);
    static RuleVote against(RuleVote vote, const Error &error);

private:
    QString failing(const Grant &grant) const;

    CapabilityId m_capability;
    QString m_purpose;
    Actor m_actor;
    PackState m_state;
    PackState m_open; ///< in office, for the votes on grants: whether he is, is the charter's vote
    QList<Grant> m_grants;
};

} // namespace packwarden
