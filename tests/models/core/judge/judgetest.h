// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "tests/support/testworld.h"

#include <QtTest>

#include <functional>
#include <optional>

namespace packwarden::test {

inline QString text(const char *literal)
{
    return QString::fromLatin1(literal);
}

inline PositionId positionId(const char *name)
{
    return PositionId::fromTrusted(text(name));
}

inline RoleId roleId(const char *name)
{
    return RoleId::fromTrusted(text(name));
}

inline CapabilityId capabilityId(const char *name)
{
    return CapabilityId::fromTrusted(text(name));
}

inline ParameterId parameterId(const char *name)
{
    return ParameterId::fromTrusted(text(name));
}

inline Seat seatOf(const char *position, const char *role)
{
    return {positionId(position), roleId(role)};
}

/// Short names of the people of the test world.
namespace who {
inline const QString leasing = text("leasing.asset-manager");
inline const QString leasing2 = text("leasing.asset-manager-2");
inline const QString cell = text("celldata.specialist");
inline const QString platform = text("platform.platform-engineer");
inline const QString fleet = text("courier.fleet-manager");
inline const QString shop = text("service.technician");
inline const QString maker = text("manufacturer.engineer-manufacturer");
inline const QString maker2 = text("manufacturer.engineer-manufacturer-2");
} // namespace who

inline LogHead someLog()
{
    return {QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
}

inline DocumentHead headBy(TestWorld &world, const QString &author)
{
    DocumentHead head;
    head.id = QByteArray(16, 'i');
    head.created = TestWorld::now - 60;
    head.expires = TestWorld::now + 7 * TestWorld::day;
    head.author = world.key(author)->leaf().sha256;
    head.title = text("Test");
    head.reason = text("Because");
    return head;
}

/// Any payload, signed by its author (if any) and approved by the others.
inline CoseSign signPayload(
    TestWorld &world, const char *type, const QByteArray &payload, const QString &author, const QStringList &approvers)
{
    CoseSign document{QByteArray(type), payload, {}};
    qint64 at = TestWorld::now - 30;
    if (!author.isEmpty() && !document.addSignature(*world.key(author), Meaning::Author, at, someLog()).ok())
        qFatal("cannot sign");
    for (const QString &approver : approvers) {
        if (!document.addSignature(*world.key(approver), Meaning::Approve, ++at, someLog()).ok())
            qFatal("cannot sign");
    }
    return document;
}

/// A role may hold a capability, and does.
inline void grant(PackState &pack, const char *capability, const QList<Seat> &seats)
{
    for (const Seat &seat : seats) {
        pack.charter.mayHold[capabilityId(capability)].insert(seat.role);
        Grant grant;
        grant.role = seat.role;
        grant.capability = capabilityId(capability);
        grant.contract = text("C-1");
        grant.clause = 1;
        grant.from = TestWorld::now - 30 * TestWorld::day;
        pack.policy.grants.append(grant);
    }
}

/// The world's pack with what commands, activation and sessions need: components, a lock that was used before, grants.
inline PackState servedPack(TestWorld &world)
{
    PackState pack = world.pack();
    const Seat owner = seatOf("owner", "asset-manager");
    const Seat cellData = seatOf("cell-data", "specialist");
    const Seat platform = seatOf("platform", "platform-engineer");
    const Seat fleet = seatOf("operator", "fleet-manager");
    const Seat technician = seatOf("service", "technician");
    const auto capability = [&](const char *name, int layer, const QList<Seat> &all, const QList<Seat> &any) {
        pack.silicon.layers.insert(capabilityId(name), layer);
        SeatRule rule;
        rule.all = all;
        if (!any.isEmpty())
            rule.groups = {{1, any}};
        pack.policy.seats.insert(capabilityId(name), rule);
        grant(pack, name, all + any);
    };
    capability("activate", 1, {}, {fleet});
    capability("theft-lock", 3, {}, {owner});
    capability("theft-unlock", 3, {owner, platform}, {});
    capability("replace-component", 3, {owner, technician}, {});
    capability("decommission", 4, {owner, cellData, platform}, {});
    pack.components = {{text("cpu"), {text("CPU-0001"), text("CPU-0001"), 1}},
        {text("flash"), {text("FLASH-0001"), text("FLASH-0001"), 3}}};
    pack.lock.revision = 4;
    pack.lifeCycleRevision = 6;
    pack.manufacturerRoot = world.root(text("manufacturer")).der;
    pack.timeNonce = QByteArray(32, 'n');
    pack.clockFloor = TestWorld::now - 30;
    return pack;
}

/// The list of an issuer gives way to another one.
inline void replaceList(PackState &pack, const Certificate &issuer, const CrlEntry &list)
{
    pack.crls.removeIf([&](const CrlEntry &entry) { return entry.crl.issuerDer == issuer.subjectDer; });
    pack.crls.append(list);
}

inline QString said(const std::optional<Error> &refusal)
{
    return refusal ? codeName(refusal->code) + text(" ") + refusal->detail : text("accepted");
}

} // namespace packwarden::test
