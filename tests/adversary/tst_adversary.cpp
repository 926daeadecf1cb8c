// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/pki/signingkey.h"
#include "tests/adversary/attackers.h"
#include "tests/adversary/oracle.h"

#include <QtTest>

#include <functional>

using namespace packwarden;
using namespace packwarden::test;

namespace {

using Held = Oracle::Held;
using Change = std::function<void(TestWorld &, Held &)>;

/// One step of somebody, good or bad.
struct Row
{
    const char *name;
    const char *attacker; ///< a position
    bool isFault;
    Change before;
    Change step;
};

ParameterId parameter(const char *name)
{
    return ParameterId::fromTrusted(QString::fromLatin1(name));
}

Change tightened(const char *name, qint64 to, qint64 days)
{
    return [=](TestWorld &, Held &held) {
        StoredValue &value = held.state.values[parameter(name)];
        value.overlay = Milli{to};
        value.overlayEnds = TestWorld::now + days * TestWorld::day;
        ++value.revision;
    };
}

Change written(const char *name, qint64 to)
{
    return [=](TestWorld &, Held &held) {
        StoredValue &value = held.state.values[parameter(name)];
        value.base = Milli{to};
        ++value.revision;
    };
}

Change told(qint64 days)
{
    return [=](TestWorld &, Held &held) {
        held.clock += days * TestWorld::day;
        held.contents.clockUncertain = false;
    };
}

Change listOf(const char *party)
{
    return [=](TestWorld &world, Held &held) {
        held.state.crls.append(world.crl(QString::fromLatin1(party), {}, 2));
    };
}

Change lockedBy(const char *party, bool locked)
{
    return [=](TestWorld &world, Held &held) {
        held.state.lock.locked = locked;
        ++held.state.lock.revision;
        held.state.lock.rootSha256 = world.root(QString::fromLatin1(party)).sha256;
    };
}

Change withdrawnBy(const char *party)
{
    return [=](TestWorld &world, Held &held) {
        held.state.withdrawals.append({QByteArray(32, 'd'), TestWorld::now + TestWorld::day,
            world.root(QString::fromLatin1(party)).sha256, QStringLiteral("somebody")});
    };
}

Change activatedBy(const char *party)
{
    return [=](TestWorld &world, Held &held) {
        held.state.activation = {QStringLiteral("drive"), 3600, world.root(QString::fromLatin1(party)).sha256,
            QStringLiteral("somebody"), {}};
    };
}

void lost(TestWorld &, Held &held)
{
    held.contents.clockUncertain = true;
}

QList<Row> rows()
{
    const auto state = [](void (*change)(PackState &)) -> Change {
        return [change](TestWorld &, Held &held) {
            change(held.state);
        };
    };
    return {
        {"nothing happens", "owner", false, {}, {}},
        {"the owner tightens", "owner", false, {}, tightened("soc.max", 80'000, 7)},
        {"the owner tightens for longer", "owner", true, {}, tightened("soc.max", 80'000, 9)},
        {"the owner loosens", "owner", true, {}, tightened("soc.max", 95'000, 7)},
        {"the service tightens", "service", true, {}, tightened("soc.max", 80'000, 7)},
        {"a minimum is raised", "cell-data", false, {}, tightened("soc.min", 15'000, 7)},
        {"a minimum is lowered", "cell-data", true, {}, tightened("soc.min", 5'000, 7)},
        {"the specialist tightens the voltage", "cell-data", false, {}, tightened("cell.voltage.max", 4150, 7)},
        {"the owner tightens the voltage", "owner", true, {}, tightened("cell.voltage.max", 4150, 7)},
        {"a tighten ends a stricter agreement", "owner", true, tightened("soc.max", 70'000, 20),
            tightened("soc.max", 80'000, 7)},
        {"the owner writes a base", "owner", true, {}, written("soc.max", 80'000)},
        {"the service writes what is its own", "service", false, {}, written("service.interval", 400'000)},
        {"the owner writes what is the service's", "owner", true, {}, written("service.interval", 400'000)},
        {"the owner locks", "owner", false, {}, lockedBy("leasing", true)},
        {"the platform locks", "platform", true, {}, lockedBy("platform", true)},
        {"the owner unlocks alone", "owner", true, lockedBy("leasing", true), lockedBy("leasing", false)},
        {"a sure clock is set", "platform", true, {}, told(1)},
        {"a lost clock is set", "platform", false, lost, told(6)},
        {"a lost clock is set too far", "platform", true, lost, told(8)},
        {"a lost clock is set by the service", "service", true, lost, told(1)},
        {"an own list", "service", false, {}, listOf("service")},
        {"another's list", "service", true, {}, listOf("leasing")},
        {"a stranger's list", "service", true, {}, listOf("stranger")},
        {"a list goes", "service", true, {}, state([](PackState &pack) { pack.crls.removeFirst(); })},
        {"an own withdrawal", "service", false, {}, withdrawnBy("service")},
        {"another's withdrawal", "service", true, {}, withdrawnBy("leasing")},
        {"another's withdrawal goes", "service", true, withdrawnBy("leasing"),
            state([](PackState &pack) { pack.withdrawals.clear(); })},
        {"the operator activates", "operator", false, {}, activatedBy("courier")},
        {"the service activates", "service", true, {}, activatedBy("service")},
        {"the policy", "owner", true, {}, state([](PackState &pack) { ++pack.policy.version; })},
        {"the charter", "owner", true, {}, state([](PackState &pack) { ++pack.charter.version; })},
        {"the foundation", "manufacturer", true, {}, state([](PackState &pack) { pack.foundation.layers.clear(); })},
        {"the silicon limits", "manufacturer", true, {}, state([](PackState &pack) { pack.silicon.layers.clear(); })},
        {"the life cycle", "manufacturer", true, {},
            state([](PackState &pack) { pack.lifeCycle = LifeCycle::Decommissioned; })},
        {"a part", "service", true, {},
            state([](PackState &pack) { pack.components[QStringLiteral("cpu")].id = QStringLiteral("CPU-6666"); })},
    };
}

} // namespace

/// Attackers, each a loop over what it can vary, against a simulated pack and a console's models. After each step
/// nothing is different that would have needed another's word, and nothing is believed that was not proved; afterwards
/// the others can still do what is theirs.
class TestAdversary final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOracle_data();
    void theOracle();
    void rogueParty();
    void rogueFileWriter();
    void roguePack();

private:
    CryptoRuntime m_crypto;
    TestWorld m_world;
};

void TestAdversary::theOracle_data()
{
    QTest::addColumn<int>("row");
    int number = 0;
    for (const Row &row : rows())
        QTest::newRow(row.name) << number++;
}

/// What one party alone may do is no fault, and its twin is one.
void TestAdversary::theOracle()
{
    QFETCH(int, row);
    const Row step = rows().at(row);
    Held before{wholePack(m_world), {}, TestWorld::now, TestWorld::now};
    before.contents.clockUncertain = false;
    before.contents.clockFloor = TestWorld::now - 60;
    if (step.before)
        step.before(m_world, before);
    Held after = before;
    if (step.step)
        step.step(m_world, after);
    const QString fault = Oracle(m_world, &partyAt(step.attacker)).fault(before, after);
    QVERIFY2(fault.isEmpty() != step.isFault, qPrintable(fault));
    // A stranger may do nothing at all.
    if (step.step)
        QVERIFY(!Oracle(m_world, nullptr).fault(before, after).isEmpty());
}

void TestAdversary::rogueParty()
{
    Rounds rounds("rogue party", 12);
    playRogueParty(m_world, rounds);
    QVERIFY2(rounds.violations().isEmpty(), qPrintable(rounds.violations()));
    // A loop that is refused everything at the door shows nothing.
    QVERIFY(rounds.counted(QStringLiteral("taken")) > 0);
}

void TestAdversary::rogueFileWriter()
{
    Rounds rounds("rogue file writer", 6);
    playRogueFileWriter(m_world, rounds);
    QVERIFY2(rounds.violations().isEmpty(), qPrintable(rounds.violations()));
    QVERIFY(rounds.counted(QStringLiteral("files read")) > 0);
}

void TestAdversary::roguePack()
{
    Rounds rounds("rogue pack", 3);
    playRoguePack(m_world, rounds);
    QVERIFY2(rounds.violations().isEmpty(), qPrintable(rounds.violations()));
    // It gets something learnt, too: what is not signed and contradicts nothing.
    QVERIFY(rounds.counted(QStringLiteral("facts learnt")) > 0);
    QVERIFY(rounds.counted(QStringLiteral("rules refused")) > 0);
    QVERIFY(rounds.counted(QStringLiteral("words refused")) > 0);
}

QTEST_GUILESS_MAIN(TestAdversary)
#include "tst_adversary.moc"
