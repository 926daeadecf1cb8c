// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rights/rightrequest.h"

#include "models/core/cbor/cbor.h"
#include "models/core/cbor/payload.h"

#include <algorithm>

namespace packwarden {

namespace {

using L1 = QLatin1String;

} // namespace

QByteArray RightRequest::encode() const
{
    return cbor::encode(QCborMap{{L1("type"), QStringLiteral("right-request")}, {L1("v"), 1}, {L1("id"), id},
        {L1("capability"), capability.text()}, {L1("role"), role.text()}, {L1("reason"), reason},
        {L1("serial"), serial}});
}

Result<RightRequest> RightRequest::decode(const QByteArray &bytes)
{
    constexpr int idSize = 16;
    constexpr int longestSerial = 64;
    auto reader = payload::open(bytes, L1("right-request"));
    if (!reader.ok())
        return reader.error();
    RightRequest request{reader->bytes(L1("id"), idSize), reader->id<CapabilityId>(L1("capability")),
        reader->id<RoleId>(L1("role")), reader->text(L1("reason"), longestReason),
        reader->text(L1("serial"), longestSerial)};
    if (request.reason.trimmed().isEmpty())
        reader->fail(QStringLiteral("reason"));
    if (!request.serial.isEmpty() && !PackSerial::parse(request.serial).ok())
        reader->fail(QStringLiteral("serial"));
    return payload::finished(reader.value(), std::move(request));
}

QByteArray RightAnswer::encode() const
{
    return cbor::encode(QCborMap{{L1("type"), QStringLiteral("right-answer")}, {L1("v"), 1}, {L1("request"), request},
        {L1("granted"), granted}, {L1("reason"), reason}});
}

Result<RightAnswer> RightAnswer::decode(const QByteArray &bytes)
{
    constexpr int hashSize = 32;
    auto reader = payload::open(bytes, L1("right-answer"));
    if (!reader.ok())
        return reader.error();
    const RightAnswer answer{reader->bytes(L1("request"), hashSize), reader->boolean(L1("granted")),
        reader->text(L1("reason"), RightRequest::longestReason)};
    return payload::finished(reader.value(), answer);
}

RightOutlook rightOutlook(const Policy &policy, const Charter &charter, const SiliconLimits *silicon,
    const RoleId &role, const CapabilityId &capability)
{
    RightOutlook outlook;
    for (const Grant &grant : policy.grants) {
        if (grant.capability != capability || outlook.holders.contains(grant.role))
            continue;
        outlook.holders.append(grant.role);
        if (outlook.contract.isEmpty()) {
            outlook.contract = grant.contract;
            outlook.clause = grant.clause;
        }
    }
    const auto ask = [&](const PositionId &position) {
        if (charter.positions.contains(position) && !outlook.askable.contains(position))
            outlook.askable.append(position);
    };
    if (silicon && silicon->prohibited.contains(capability)) {
        outlook.way = RightOutlook::Way::Nobody;
    } else if (outlook.holders.contains(role)) {
        outlook.way = RightOutlook::Way::HasIt;
    } else if (!outlook.holders.isEmpty()) {
        outlook.way = RightOutlook::Way::OtherRole;
        for (const RoleId &holder : std::as_const(outlook.holders)) {
            for (const PositionId &position : policy.issuers.value(holder)) {
                if (charter.mayIssue.value(holder).contains(position))
                    ask(position);
            }
        }
    } else {
        const bool allowed = charter.mayHold.value(capability).contains(role);
        outlook.way = allowed                             ? RightOutlook::Way::Policy
            : charter.mayHold.value(capability).isEmpty() ? RightOutlook::Way::Nobody
                                                          : RightOutlook::Way::Charter;
        if (outlook.way != RightOutlook::Way::Nobody) {
            const SeatRule seats = policy.seats.value(CapabilityId::fromTrusted(QStringLiteral("change-policy")));
            for (const Seat &seat : seats.all)
                ask(seat.position);
        }
    }
    std::sort(outlook.askable.begin(), outlook.askable.end());
    return outlook;
}

} // namespace packwarden
