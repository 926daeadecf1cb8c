// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/partychange.h"

#include "models/drafts/draftproblem.h"

namespace packwarden {

namespace {

constexpr qsizetype maxName = 128;

Result<> checkRoot(const Certificate &root, const Position &place, qint64 now)
{
    if (root.notAfter <= now)
        return {Code::CertificateExpired, root.commonName};
    if (root.notBefore > now)
        return {Code::CertificateNotYetValid, root.commonName};
    const auto old = Certificate::fromDer(place.rootDer);
    if (old.ok() && old->spkiSha256 == root.spkiSha256)
        return draftError(DraftProblem::SameRoot);
    return Result<>::success();
}

Result<> checkParty(const PartyChange &change, const Charter &charter, const Position &place)
{
    const QString name = change.partyName.trimmed();
    if (!PositionId::parse(change.party).ok())
        return draftError(DraftProblem::Party);
    if (name.isEmpty() || name.size() > maxName)
        return draftError(DraftProblem::PartyName);
    if (place.party == change.party)
        return draftError(DraftProblem::SameParty);
    // One company, one root: neither a second root for a party that is here, nor its root for another one.
    for (const Position &other : charter.positions) {
        if ((other.party == change.party) != (other.rootDer == change.root->der) && other.party != place.party)
            return draftError(DraftProblem::OtherParty);
    }
    return Result<>::success();
}

} // namespace

PositionId positionOf(Amendment kind)
{
    switch (kind) {
    case Amendment::Handover:
        return PositionId::fromTrusted(QStringLiteral("operator"));
    case Amendment::TransferOwnership:
        return PositionId::fromTrusted(QStringLiteral("owner"));
    default:
        return {};
    }
}

bool bringsParty(Amendment kind)
{
    return kind != Amendment::RemoveParty && kind != Amendment::RotateRoot;
}

Result<> applyPartyChange(const PartyChange &change, Charter &charter, qint64 now)
{
    const bool isAdmission = change.kind == Amendment::AdmitParty;
    const PositionId fixed = positionOf(change.kind);
    if (change.position.isEmpty() || charter.inForce(change.position, now) == isAdmission
        || (!fixed.isEmpty() && change.position != fixed))
        return draftError(DraftProblem::Position);
    const Position before = charter.positions.value(change.position);
    if (change.kind == Amendment::RemoveParty) {
        charter.positions[change.position].until = now;
        return Result<>::success();
    }
    if (!change.root)
        return draftError(DraftProblem::Root);
    if (auto good = checkRoot(*change.root, before, now); !good.ok())
        return good;
    if (bringsParty(change.kind)) {
        if (auto good = checkParty(change, charter, before); !good.ok())
            return good;
    }
    if (isAdmission && change.signatory.isEmpty())
        return draftError(DraftProblem::Signatory);
    Position &place = charter.positions[change.position];
    place.rootDer = change.root->der;
    if (bringsParty(change.kind)) {
        place.party = change.party;
        place.partyName = change.partyName.trimmed();
    }
    if (isAdmission) {
        place.from = now;
        place.until = 0;
        place.signatory = change.signatory;
    }
    return Result<>::success();
}

} // namespace packwarden
