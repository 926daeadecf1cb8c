// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/answers/coalitions.h"
#include "models/answers/peopleable.h"
#include "tests/bench/bigrules.h"
#include "tests/bench/figure.h"
#include "tests/support/testworld.h"

#include <QCoreApplication>

using namespace packwarden;
using test::TestWorld;

namespace {

struct Scene
{
    PackState pack;
    QList<Certificate> known; ///< one key of each role
    QList<CapabilityId> rows;
    Policy edited; ///< one signature less in the first row
    QByteArray request; ///< signed, as a pack gets it
};

/// The big rules on a pack, and a key of each of their roles.
Scene makeScene(TestWorld &world)
{
    Scene scene;
    scene.pack = world.pack();
    PackState &pack = scene.pack;
    scene.request = world.signedBytes(world.request(pack, QStringLiteral("soc.max"), 91000),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    scene.rows = bench::addBigRules(pack);
    for (const Role &role : std::as_const(pack.policy.roles)) {
        const QString number = role.id.text().section(QStringLiteral("-role-"), 1);
        if (number.isEmpty())
            continue;
        const QString party = pack.charter.positions.value(role.position).party;
        scene.known += world
                           .makeKey({party, QStringLiteral("%1.%2").arg(party, role.id.text()), role.id.text(),
                               QStringLiteral("bench-%1").arg(number)})
                           ->chain();
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
