// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"
#include "models/core/rules/rules.h"

namespace packwarden {

/// What people say to each other about a right that one of them lacks: COSE_Sign1, for people alone. No pack takes it,
/// and nobody has a right by it: that takes a certificate or a policy.
namespace contenttype {
inline constexpr char rightRequest[] = "application/vnd.packwarden.right-request+cbor";
inline constexpr char rightAnswer[] = "application/vnd.packwarden.right-answer+cbor";
} // namespace contenttype

/// "I lack this right, and need it because."
struct RightRequest
{
    QByteArray id; ///< 16 random bytes
    CapabilityId capability;
    RoleId role; ///< of the one who asks
    QString reason;
    QString serial; ///< of the pack that it is for; empty: of none in particular
    bool operator==(const RightRequest &) const = default;

    static constexpr int longestReason = 1000;

    QByteArray encode() const; ///< the payload
    /// NotCanonical, UnknownType, Malformed.
    static Result<RightRequest> decode(const QByteArray &payload);
};

/// Yes or no to one of them, with the reason.
struct RightAnswer
{
    QByteArray request; ///< SHA-256 of its payload
    bool granted = false;
    QString reason;
    bool operator==(const RightAnswer &) const = default;

    QByteArray encode() const;
    static Result<RightAnswer> decode(const QByteArray &payload);
};

/// Who can give somebody of this role a capability, by the rules that are known here.
struct RightOutlook
{
    enum class Way {
        Nobody, ///< the silicon prohibits it, or the charter lets no role have it
        HasIt, ///< the role holds it
        OtherRole, ///< another role holds it: who issues that may certify somebody for it
        Policy, ///< the charter allows it to this role: the policy's seats may grant it
        Charter, ///< only another charter would
    };
    Way way = Way::Nobody;
    QList<RoleId> holders; ///< roles that hold it now
    QList<PositionId> askable; ///< whom to ask
    QString contract; ///< that the holders' right rests on
    int clause = 0;
    bool operator==(const RightOutlook &) const = default;
};
RightOutlook rightOutlook(const Policy &policy, const Charter &charter, const SiliconLimits *silicon,
    const RoleId &role, const CapabilityId &capability);

} // namespace packwarden
