// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"
#include "models/core/documents/request.h"
#include "models/core/rules/rules.h"

namespace packwarden {

/// A new policy as a signed document says it (content type policy).
struct PolicyChange
{
    DocumentHead head;
    QList<QByteArray> previous; ///< SHA-256 of the payloads it may replace
    Policy policy;
    bool operator==(const PolicyChange &) const = default;

    QByteArray encode() const; ///< the payload
    /// NotCanonical, UnknownType, Malformed.
    static Result<PolicyChange> decode(const QByteArray &payload);
};

/// The kinds of charter change, each with its own seats in the foundation. first: before the seal only.
enum class Amendment { First, Amend, AdmitParty, RemoveParty, RotateRoot, Handover, TransferOwnership };
QLatin1String amendmentName(Amendment amendment);
std::optional<Amendment> amendmentFromName(const QString &name);

/// A new charter with the whole policy that goes with it, applied together (content type charter).
struct CharterChange
{
    DocumentHead head;
    Amendment amendment = Amendment::Amend;
    QList<QByteArray> previous;
    Charter charter;
    PolicyChange policy; ///< its charterSha256 is that of the body
    bool operator==(const CharterChange &) const = default;

    QByteArray encode() const; ///< the payload
    /// NotCanonical, UnknownType, Malformed, WrongCharter (the policy inside names another body).
    static Result<CharterChange> decode(const QByteArray &payload);
};

/// The policy that a document of content type policy or charter brings. UnknownType for others.
Result<PolicyChange> policyIn(const CoseSign &document);

/// What a charter is uploaded as: [document, [CRL entries]]. The lists judge the roots that are new.
struct CharterUpload
{
    QByteArray document; ///< COSE_Sign
    QList<QByteArray> crls; ///< encoded entries
    bool operator==(const CharterUpload &) const = default;

    QByteArray encode() const;
    static Result<CharterUpload> decode(const QByteArray &bytes);
};

/// Are these rules whole in themselves and within the set outside of them? Used by the verifier and by the editors.
/// Malformed: references to what is not there, seats that nobody could ever fill.
Result<> checkCharter(const Charter &charter, const Policy &policy, const Foundation &foundation);
/// Prohibited, LaxerThanCharter, Malformed.
Result<> checkPolicy(
    const Policy &policy, const Charter &charter, const Foundation &foundation, const SiliconLimits &silicon);
/// Would anybody still be able to change these rules? WouldLockOut with the capability.
Result<> checkReachable(const Policy &policy, const Charter &charter, const Foundation &foundation, qint64 now);

/// The capabilities whose rules differ: grants, seats, issuers of their roles, soft limits, steps, cross rules; charter
/// rights, mandatory seats and ranges.
QSet<CapabilityId> touchedCapabilities(const Policy &before, const Policy &after, const Charter &charterBefore,
    const Charter &charterAfter, const SiliconLimits &silicon);

} // namespace packwarden
