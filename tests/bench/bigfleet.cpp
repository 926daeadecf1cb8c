// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/bigfleet.h"

#include "models/core/base/wholefile.h"
#include "models/core/pack/statement.h"
#include "models/keys/issuedbook.h"
#include "models/trust/fleettakeover.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustfiles.h"
#include "tests/models/support/modelworld.h"

#include <atomic>
#include <thread>
#include <vector>

namespace packwarden::bench {

namespace {

using namespace test;

constexpr int olderLists = 50; ///< one pack in so many was not told of the newest list
constexpr int locked = 97; ///< one in so many is locked against theft
constexpr qint64 lasts = 3000 * TestWorld::day;
const QString driver = QStringLiteral("courier.fleet-manager");

Statement statementOf(const KnownPack &known, const PackState &pack, bool isLocked)
{
    Statement said;
    said.serial = known.facts.serial;
    said.nonce = askedNonce();
    said.hardware = pack.silicon.hardware;
    said.lifeCycle = known.facts.lifeCycle;
    said.charter = known.facts.charter;
    said.policy = known.facts.policy;
    said.values = pack.values;
    said.at = pack.now;
    said.logCount = 9;
    said.logHash = QByteArray(32, 'g');
    said.lock.locked = isLocked;
    said.siliconSha256 = known.siliconSha256;
    said.foundationSha256 = known.foundationSha256;
    return said;
}

} // namespace

QList<KnownPack> bigFleet(int packs)
{
    TestWorld world;
    PackState pack = world.pack();
    // Programs that read the store have the clock of the day.
    const QStringList parties{QStringLiteral("leasing"), QStringLiteral("celldata"), QStringLiteral("platform"),
        QStringLiteral("courier"), QStringLiteral("service"), QStringLiteral("manufacturer"),
        QStringLiteral("courier-issuer")};
    pack.crls.clear();
    for (const QString &party : parties)
        pack.crls.append(world.crl(party, {}, 2, TestWorld::now - TestWorld::day, TestWorld::now + lasts));
    const CapabilityId activate = CapabilityId::fromTrusted(QStringLiteral("activate"));
    Grant grant;
    grant.role = RoleId::fromTrusted(driver.mid(driver.indexOf(u'.') + 1));
    grant.capability = activate;
    grant.contract = QStringLiteral("C-1");
    grant.clause = 1;
    grant.from = TestWorld::now - TestWorld::day;
    pack.charter.mayHold[activate].insert(grant.role);
    pack.policy.grants.append(grant);
    pack.silicon.layers.insert(activate, 1);
    pack.policy.charterSha256 = pack.charter.bodySha256();
    const PackRules rules = rulesOf(world, pack);
    PackRules behind = rules;
    behind.crls[0] = encodeCrlEntry(
        world.crl(parties.constFirst(), {}, 1, TestWorld::now - TestWorld::day, TestWorld::now + lasts));
    const PackFacts facts = factsOf(pack);

    QList<KnownPack> all(packs);
    const pki::PrivateKey device = world.privateKey(QStringLiteral("device"));
    const Certificate root = world.root(QStringLiteral("manufacturer"));
    const pki::PrivateKey rootKey = world.rootKey(QStringLiteral("manufacturer"));
    std::atomic<int> next = 0;
    KnownPack *const places = all.data();
    const auto work = [&] {
        for (int i = next++; i < packs; i = next++) {
            KnownPack &known = places[i];
            const auto serial = PackSerial::fromTrusted(QStringLiteral("SDB-FLEET-%1").arg(i, 5, 10, QLatin1Char('0')));
            known.rules = i % olderLists == 0 ? behind : rules;
            known.rules.serial = serial;
            known.facts = facts;
            known.facts.serial = serial;
            known.readAt = TestWorld::now - i;
            known.siliconSha256 = sha256(rules.silicon);
            known.foundationSha256 = sha256(rules.foundation);
            const auto leaf = pki::issueLeaf(root, rootKey, device, {serial.text(), {}}, {{}, {}, serial.text(), false},
                {TestWorld::now - TestWorld::day, TestWorld::now + lasts});
            const auto key = leaf.ok() ? pki::makeSigningKey(device, {*leaf}) : nullptr;
            const auto made = key ? CoseSign1::make(contenttype::statement,
                                  statementOf(known, pack, i % locked == 1).encode(), *key, TestWorld::now)
                                  : Result<CoseSign1>(Code::Internal);
            if (!made.ok())
                qFatal("no statement");
            known.statement = made->encode();
        }
    };
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(work);
    for (std::thread &thread : threads)
        thread.join();
    return all;
}

namespace {

void pinRules(const QString &folder, const PackRules &rules)
{
    const FixedClock clock(TestWorld::now);
    auto workspace = Workspace::open(folder, clock);
    if (!workspace.ok() || !(*workspace)->trust().pin(rules, {}).ok())
        qFatal("no store");
    // Somebody whose key starts the packs.
    TestWorld world;
    for (const Certificate &certificate : world.key(driver)->chain()) {
        if (!IssuedBook(folder).keep(certificate).ok())
            qFatal("no certificate");
    }
}

} // namespace

void writeStore(const QString &folder, const QList<KnownPack> &packs)
{
    pinRules(folder, packs.constFirst().rules);
    const auto fleet = openFleet(folder);
    constexpr qsizetype batch = 500;
    for (qsizetype from = 0; from < packs.size(); from += batch) {
        if (!fleet.ok() || !fleet->database->keep(packs.mid(from, batch)).ok())
            qFatal("no packs");
    }
}

void writeOlderStore(const QString &folder, const QList<KnownPack> &packs)
{
    pinRules(folder, packs.constFirst().rules);
    for (const KnownPack &known : packs) {
        if (!wholefile::write(QStringLiteral("%1/trust/%2.pack").arg(folder, known.facts.serial.text()),
                trustfiles::encode(known), wholefile::Readers::OwnerOnly)
                 .ok())
            qFatal("no pack");
    }
}

} // namespace packwarden::bench
