// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/adversary/scene.h"

#include "tests/hw/sim/support/tester.h"

namespace packwarden::test {

const QList<Party> &parties()
{
    static const QList<Party> all = [] {
        QList<Party> made;
        for (const auto &[position, name, role] : {std::tuple("manufacturer", "manufacturer", "engineer-manufacturer"),
                 std::tuple("operator", "courier", "fleet-manager"), std::tuple("owner", "leasing", "asset-manager"),
                 std::tuple("cell-data", "celldata", "specialist"), std::tuple("service", "service", "technician"),
                 std::tuple("platform", "platform", "platform-engineer")}) {
            const QString party = QLatin1String(name);
            made.append({party, PositionId::fromTrusted(QLatin1String(position)),
                RoleId::fromTrusted(QLatin1String(role)), party + u'.' + QLatin1String(role)});
        }
        return made;
    }();
    return all;
}

const Party &partyAt(const char *position)
{
    for (const Party &party : parties()) {
        if (party.position.text() == QLatin1String(position))
            return party;
    }
    qFatal("no such position: %s", position);
}

PackState wholePack(TestWorld &world, const QString &serial)
{
    PackState pack = servicedPack(world, serial);
    for (Grant &grant : pack.policy.grants) {
        if (grant.capability.text() != QStringLiteral("activate"))
            grant.hours = 0;
    }
    const auto allow = [&](const char *name, int layer, std::initializer_list<const char *> positions) {
        const CapabilityId capability = CapabilityId::fromTrusted(QLatin1String(name));
        SeatRule rule;
        for (const char *position : positions) {
            const Party &party = partyAt(position);
            rule.all.append({party.position, party.role});
            pack.charter.mayHold[capability].insert(party.role);
            Grant grant;
            grant.role = party.role;
            grant.capability = capability;
            grant.contract = QStringLiteral("C-1");
            grant.clause = 1;
            pack.policy.grants.append(grant);
        }
        pack.silicon.layers.insert(capability, layer);
        pack.policy.seats.insert(capability, rule);
    };
    allow("theft-unlock", 3, {"owner", "platform"});
    allow("replace-component", 3, {"owner", "service"});
    allow("decommission", 4, {"owner", "platform", "cell-data"});
    pack.policy.charterSha256 = pack.charter.bodySha256();
    return pack;
}

QByteArray signedBy(const QByteArray &contentType, const QByteArray &payload, const std::shared_ptr<SigningKey> &author,
    const QList<std::shared_ptr<SigningKey>> &approvers)
{
    CoseSign document{contentType, payload, {}};
    qint64 at = TestWorld::now - 30;
    const auto sign = [&](const SigningKey &key, Meaning meaning) {
        const LogHead log{key.leaf().sha256.left(16), at, sha256(payload)};
        if (!document.addSignature(key, meaning, at++, log).ok())
            qFatal("cannot sign");
    };
    if (author)
        sign(*author, Meaning::Author);
    for (const auto &approver : approvers)
        sign(*approver, Meaning::Approve);
    return document.encode();
}

DocumentHead headOf(const std::shared_ptr<SigningKey> &author, const QByteArray &id)
{
    DocumentHead head;
    head.id = id.leftJustified(16, 'i', true);
    head.created = TestWorld::now - 60;
    head.expires = TestWorld::now + 7 * TestWorld::day;
    head.author = author->leaf().sha256;
    head.title = QStringLiteral("Test");
    head.reason = QStringLiteral("Because");
    return head;
}

} // namespace packwarden::test
