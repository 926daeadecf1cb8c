// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figure.h"
#include "testworld.h"

#include <coalitions.h>
#include <peopleable.h>

#include <QCoreApplication>

using namespace packwarden;
using test::TestWorld;

namespace {

constexpr int rolesPerParty = 10;
constexpr int capabilities = 250;

struct Scene
{
    PackState pack;
    QList<Certificate> known; ///< one key of each role
    QList<CapabilityId> rows;
    Policy edited; ///< one signature less in the first row
    QByteArray request; ///< signed, as a pack gets it
};

/// 60 roles of six companies, 250 capabilities of all layers, each with seats of its layer and six grants.
Scene makeScene(TestWorld &world)
{
    Scene scene;
    scene.pack = world.pack();
    PackState &pack = scene.pack;
    scene.request = world.signedBytes(world.request(pack, QStringLiteral("soc.max"), 91000),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    QList<Seat> seats;
    const QList<PositionId> positions = pack.charter.positions.keys();
    for (const PositionId &position : positions) {
        for (int i = 0; i < rolesPerParty; ++i) {
            const auto role = RoleId::fromTrusted(QStringLiteral("%1-role-%2").arg(position.text()).arg(i));
            pack.policy.roles.append({role, position, role.text()});
            pack.policy.issuers.insert(role, {position});
            pack.charter.mayIssue.insert(role, {position});
            seats.append({position, role});
            const QString party = pack.charter.positions.value(position).party;
            scene.known += world
                               .makeKey({party, QStringLiteral("%1.%2").arg(party, role.text()), role.text(),
                                   QStringLiteral("bench-%1").arg(i)})
                               ->chain();
        }
    }
    for (int c = 0; c < capabilities; ++c) {
        const auto id = CapabilityId::fromTrusted(QStringLiteral("set-limit-%1").arg(c));
        const int layer = 1 + c % 4;
        pack.silicon.layers.insert(id, layer);
        QList<Seat> taking;
        for (int i = 0; i < 6; ++i) {
            // Of another company each; of all its roles in turn.
            const Seat seat = seats.at(i * rolesPerParty + (c + i) % rolesPerParty);
            taking.append(seat);
            pack.charter.mayHold[id].insert(seat.role);
            Grant grant;
            grant.role = seat.role;
            grant.capability = id;
            grant.contract = QStringLiteral("C-1");
            grant.clause = 1;
            pack.policy.grants.append(grant);
        }
        SeatRule rule;
        if (layer >= 3) {
            rule.all = {taking.at(0)};
            rule.groups = {{layer - 2, taking.mid(1)}};
        } else {
            rule.groups = {{1, taking}};
        }
        pack.policy.seats.insert(id, rule);
        scene.rows.append(id);
    }
    scene.edited = pack.policy;
    scene.edited.seats[scene.rows.at(2)].all.clear();
    return scene;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const CryptoRuntime crypto;
    TestWorld world;
    const Scene scene = makeScene(world);
    const CapabilityId row = scene.rows.at(2); // of layer 3
    const auto verified = [&] {
        if (!verifyRequest(scene.request, scene.pack).accepted())
            qFatal("the floor is no floor");
    };
    const char *floor = "a pack's verdict over one request";
    const auto report = [&](const char *name, const std::function<void()> &mine, double goal) {
        const bench::Pair pair = bench::inTurns(mine, verified);
        bench::print(name, pair.mine * 1000, "ms", floor, pair.mine / pair.floor, goal);
        return pair.mine;
    };
    report(
        "people-able", [&] { peopleAble(row, {}, scene.known, scene.pack); }, 0);
    report(
        "gains-and-losses", [&] { roleChanges(row, scene.pack.policy, scene.edited, scene.known, scene.pack); }, 0);
    report(
        "fewest-of-a-row", [&] { smallestCoalition(row, scene.known, scene.pack); }, 0);
    // Beside the window's thread, and yet there when the eye arrives: all of it, of saved and of edited rules.
    const auto dock = [&] {
        PackState state = scene.pack.remembering();
        state.policy = scene.edited;
        peopleAble(row, {}, scene.known, state);
        roleChanges(row, scene.pack.policy, scene.edited, scene.known, state);
        smallestCoalition(row, scene.known, state);
        state.policy = scene.pack.policy;
        smallestCoalition(row, scene.known, state);
    };
    const double all = bench::inTurns(dock, verified).mine;
    bench::print("dock-after-an-edit", all * 1000, "ms", "20 ms", all / 0.020, 1);
    const double start = bench::processorSeconds();
    const QList<Coalition> table = smallestCoalitions({3, 4}, scene.known, scene.pack);
    const double seconds = bench::processorSeconds() - start;
    const double each = seconds / double(table.size());
    bench::print("fewest-of-all-rows", seconds * 1000, "ms", "one second", seconds, 1);
    bench::print("fewest-of-each-row", each * 1000, "ms", "20 ms", each / 0.020, 1);
    return 0;
}
