// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/documentkind.h"
#include "models/core/documents/command.h"
#include "tests/hw/sim/support/tester.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

const QString driver = QStringLiteral("courier.fleet-manager");
const QString technician = QStringLiteral("service.technician");
const QByteArray activate = QByteArray::fromHex("3101020201");
const QByteArray deactivate = QByteArray::fromHex("31010203");

LockInfo lockOf(const TestPack &pack)
{
    return pack.pack->guard().lockInfo();
}

} // namespace

/// Activation, locks and standstill: steps 7 and 8 of the story, on the pack's side.
class TestActivation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inactiveIsTheDefault();
    void activationClosesTheContactors_data();
    void activationClosesTheContactors();
    void refusals_data();
    void refusals();
    void packThatHearsOfNobody();
    void leaseCountsRunningTime();
    void leaseSurvivesARestart();
    void powerCutsGiveNoTime_data();
    void powerCutsGiveNoTime();
    void noMinuteBeforeItIsCharged();
    void endTakesEffectAtStandstill_data();
    void endTakesEffectAtStandstill();
    void lockEndsWhatRuns();
    void lockedPackDoesNotStart();
    void lockCountsBesideAnActivation();
    void unlockedPackIsInactive();
    void resetWaitsForStandstill();
    void reducingDischargeWaits();
    void isolatedModuleKeepsContactorsOpen();
    void usesAreCounted();
    void usesOfAPurpose_data();
    void usesOfAPurpose();
    void killedAtEveryWrite();
    void simulatorMayActivate();

private:
    /// Runs the pack's model for so many seconds in steps of one.
    static void run(TestPack &pack, int seconds);
    /// Runs until the pack draws more than C/20, then asks for the condition.
    static bool runUntilDriving(TestPack &pack);
    static sim::PackCondition condition(const TestPack &pack) { return pack.pack->battery().condition(); }
    static bool isDriving(const TestPack &pack) { return condition(pack).packMilliamps < -6'000; }
    QByteArray lockDocument(const TestPack &pack);
    bool started(TestPack &pack, const QByteArray &body = activate);

    CryptoRuntime m_crypto;
    TestWorld m_world;
};

void TestActivation::run(TestPack &pack, int seconds)
{
    for (int i = 0; i < seconds; ++i) {
        pack.clock.advance(1000);
        pack.pack->advance(pack.clock.monotonicMilliseconds());
    }
}

bool TestActivation::runUntilDriving(TestPack &pack)
{
    for (int i = 0; i < 600; ++i) {
        run(pack, 1);
        if (isDriving(pack))
            return true;
    }
    return false;
}

bool TestActivation::started(TestPack &pack, const QByteArray &body)
{
    Tester tester(pack, m_world.key(driver));
    return tester.authenticate() && tester.act(body).startsWith(s("71010202"));
}

QByteArray TestActivation::lockDocument(const TestPack &pack)
{
    Command command;
    command.head.id = randomBytes(16);
    command.head.created = TestWorld::now - 60;
    command.head.expires = TestWorld::now + 7 * TestWorld::day;
    command.head.author = m_world.key(driver)->leaf().sha256;
    command.head.title = s("Stolen");
    command.head.reason = s("The van is gone");
    command.kind = CommandKind::TheftLock;
    command.packs = {{pack.pack->serial(), pack.contents().lock.revision}};
    CoseSign document{QByteArray(contenttype::command), command.encode(), {}};
    const LogHead log{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    const bool made = document.addSignature(*m_world.key(driver), Meaning::Author, TestWorld::now - 30, log).ok()
        && document.addSignature(*m_world.key(s("leasing.asset-manager")), Meaning::Approve, TestWorld::now - 29, log)
               .ok();
    return made ? document.encode() : QByteArray();
}

void TestActivation::inactiveIsTheDefault()
{
    TestPack pack(m_world, servicedPack(m_world));
    run(pack, 300);
    QCOMPARE(lockOf(pack).state, s("inactive"));
    QVERIFY(!lockOf(pack).pending);
    QCOMPARE(condition(pack).state, s("standby"));
    QVERIFY(!condition(pack).contactorsClosed);
    QCOMPARE(condition(pack).packMilliamps, 0);
    QCOMPARE(condition(pack).charge.cause, s("state"));
}

void TestActivation::activationClosesTheContactors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<bool>("charges");
    QTest::addColumn<bool>("discharges");
    QTest::newRow("drive") << hex("3101020201") << s("drive") << true << true;
    QTest::newRow("charge") << hex("3101020202") << s("charge") << true << false;
    QTest::newRow("feed back") << hex("3101020203") << s("feed-back") << false << true;
}

void TestActivation::activationClosesTheContactors()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, purpose);
    QFETCH(bool, charges);
    QFETCH(bool, discharges);
    TestPack pack(m_world, servicedPack(m_world));
    QVERIFY(started(pack, body));
    const LockInfo info = lockOf(pack);
    QCOMPARE(info.state, s("active"));
    QCOMPARE(info.purpose, purpose);
    QCOMPARE(info.until, pack.clock.now() + 2 * 3600);
    QCOMPARE(info.person, driver);
    QCOMPARE(info.rootSha256, m_world.root(s("courier")).sha256);
    bool charged = false;
    bool discharged = false;
    bool closed = false;
    for (int i = 0; i < 250; ++i) {
        run(pack, 1);
        const sim::PackCondition now = condition(pack);
        charged = charged || now.packMilliamps > 10'000;
        discharged = discharged || now.packMilliamps < -10'000;
        closed = closed || now.contactorsClosed;
    }
    QVERIFY(closed);
    QCOMPARE(charged, charges);
    QCOMPARE(discharged, discharges);
}

void TestActivation::refusals_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("reason");
    QTest::newRow("clock uncertain") << 0 << s("7f3122") << s("time-uncertain");
    QTest::newRow("component missing") << 1 << s("7f3122") << s("prohibited");
    QTest::newRow("component foreign") << 2 << s("7f3122") << s("prohibited");
    QTest::newRow("life cycle over") << 3 << s("7f3122") << s("wrong-state");
    QTest::newRow("theft-locked") << 4 << s("7f3122") << s("theft-locked");
    QTest::newRow("module isolated") << 5 << s("7f3122") << s("wrong-state");
    QTest::newRow("the twin that may") << 6 << s("7101020200001c20") << QString();
}

void TestActivation::refusals()
{
    QFETCH(int, kind);
    QFETCH(QString, answer);
    QFETCH(QString, reason);
    PackState state = servicedPack(m_world);
    if (kind == 3)
        state.lifeCycle = LifeCycle::Decommissioned;
    TestPack pack(m_world, state);
    if (kind == 0)
        pack.options.boot.clockLost = true;
    if (kind == 1)
        pack.options.boot.parts = QMap<QString, QString>{};
    if (kind == 2)
        pack.options.boot.parts = QMap<QString, QString>{{s("cpu"), s("CPU-STRANGE")}};
    if (kind <= 2)
        pack.boot();
    if (kind == 4)
        QVERIFY(pack.deliver(lockDocument(pack), documentkind::command).constLast().startsWith(s("7101020100")));
    if (kind == 5) {
        Tester shop(pack, m_world.key(technician));
        QVERIFY(shop.authenticate());
        QCOMPARE(shop.act(hex("3101023103")), s("71010231"));
    }
    Tester tester(pack, m_world.key(driver));
    QVERIFY(tester.authenticate());
    QCOMPARE(tester.act(activate), answer);
    if (reason.isEmpty())
        return;
    QCOMPARE(tester.reason(), reason);
    run(pack, 60);
    QVERIFY(!condition(pack).contactorsClosed);
    QCOMPARE(pack.contents().refusalCounts.value(reason), qint64(1));
}

void TestActivation::packThatHearsOfNobody()
{
    TestPack pack(m_world, servicedPack(m_world));
    QVERIFY(started(pack));
    // Half a year without the owner's list: the thief keeps only the courier's lists fresh.
    pack.clock.advance((30 + 14) * TestWorld::day * 1000 - 5'000'000);
    Tester tester(pack, m_world.key(driver));
    QVERIFY(tester.authenticate());
    QVERIFY(tester.act(activate).startsWith(s("71010202")));
    pack.clock.advance(TestWorld::day * 1000);
    QVERIFY(!tester.authenticate());
    const qint64 now = pack.clock.now();
    for (const char *party : {"courier", "courier-issuer"}) {
        const CrlEntry list = m_world.crl(s(party), {}, 2, now - 60, now + 30 * TestWorld::day);
        QCOMPARE(pack.deliver(encodeCrlEntry(list), documentkind::crl).constLast(), s("710102010000000000"));
    }
    QVERIFY(tester.authenticate());
    QCOMPARE(tester.act(activate), s("7f3122"));
    QCOMPARE(tester.reason(), s("crl-stale"));
    // With the owner's word it starts.
    const CrlEntry list = m_world.crl(s("leasing"), {}, 2, now - 60, now + 30 * TestWorld::day);
    QCOMPARE(pack.deliver(encodeCrlEntry(list), documentkind::crl).constLast(), s("710102010000000000"));
    QVERIFY(tester.authenticate());
    QVERIFY(tester.act(activate).startsWith(s("71010202")));
}

void TestActivation::leaseCountsRunningTime()
{
    TestPack pack(m_world, servicedPack(m_world));
    QVERIFY(started(pack));
    run(pack, 1);
    const qint64 before = pack.pack->guard().secondsLeft();
    run(pack, 100);
    QCOMPARE(pack.pack->guard().secondsLeft(), before - 100);
    QVERIFY(pack.contents().activation.secondsLeft <= before - 60);
    // The speed of the cells is not the speed of the clock.
    TestPack fast(m_world, servicedPack(m_world));
    fast.options.speed = 100;
    fast.boot();
    QVERIFY(started(fast));
    run(fast, 101);
    QCOMPARE(fast.pack->guard().secondsLeft(), qint64(2 * 3600 - 100));
}

void TestActivation::leaseSurvivesARestart()
{
    TestPack pack(m_world, servicedPack(m_world));
    QVERIFY(started(pack));
    run(pack, 130);
    const qint64 left = pack.pack->guard().secondsLeft();
    // Switched off for a day: only running time counts. What is left of the minute that was charged is lost.
    pack.clock.advance(TestWorld::day * 1000);
    pack.boot();
    QVERIFY(pack.pack->guard().secondsLeft() <= left);
    QVERIFY(pack.pack->guard().secondsLeft() >= left - sim::ActivationGuard::chargedSeconds);
    QCOMPARE(lockOf(pack).state, s("active"));
    run(pack, int(pack.pack->guard().secondsLeft()) + 2);
    QVERIFY(!pack.pack->guard().isActive());
    QCOMPARE(pack.contents().activation, Activation());
    QCOMPARE(pack.contents().changes.constLast().action, s("lease-ended"));
    pack.boot();
    QCOMPARE(lockOf(pack).state, s("inactive"));
}

void TestActivation::powerCutsGiveNoTime_data()
{
    QTest::addColumn<int>("seconds"); ///< from a start to the next cut
    for (const int seconds : {1, 3, 5, 30, 59, 60, 61, 119, 600})
        QTest::newRow(qPrintable(QString::number(seconds))) << seconds;
}

void TestActivation::powerCutsGiveNoTime()
{
    QFETCH(int, seconds);
    TestPack pack(m_world, servicedPack(m_world));
    QVERIFY(started(pack));
    constexpr int lease = 2 * 3600;
    int ran = 0;
    int cuts = 0;
    for (; cuts <= lease; ++cuts) {
        pack.files.reboot(MemoryFiles::Loss::Unsynced);
        pack.clock.advance(7000); // off
        pack.boot();
        if (pack.contents().activation == Activation())
            break;
        const qint64 before = pack.contents().activation.secondsLeft;
        for (int i = 0; i < seconds; ++i) {
            run(pack, 1);
            ran += pack.pack->guard().permission().contactors ? 1 : 0;
        }
        // Whatever ran is not in the memory any more.
        QVERIFY(pack.contents().activation.secondsLeft <= std::max<qint64>(0, before - seconds + 1));
    }
    QVERIFY(ran > 0);
    QVERIFY2(ran <= lease, qPrintable(QString::number(ran)));
    QVERIFY2(cuts <= lease / 60 + 1, qPrintable(QString::number(cuts)));
    QCOMPARE(lockOf(pack).state, s("inactive"));
    QCOMPARE(pack.contents().changes.constLast().action, s("lease-ended"));
}

void TestActivation::noMinuteBeforeItIsCharged()
{
    TestPack pack(m_world, servicedPack(m_world));
    QVERIFY(started(pack));
    pack.boot();
    const qint64 before = pack.contents().activation.secondsLeft;
    pack.files.failOnce(0);
    run(pack, 1);
    QCOMPARE(pack.contents().activation.secondsLeft, before);
    QVERIFY(!pack.pack->guard().permission().contactors);
    run(pack, 1);
    QVERIFY(pack.contents().activation.secondsLeft <= before - sim::ActivationGuard::chargedSeconds);
    QVERIFY(pack.pack->guard().permission().contactors);
}

void TestActivation::endTakesEffectAtStandstill_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("state");
    QTest::newRow("deactivation") << s("deactivate") << s("inactive");
    QTest::newRow("end of the lease") << s("lease") << s("inactive");
    QTest::newRow("theft-lock") << s("lock") << s("theft-locked");
}

void TestActivation::endTakesEffectAtStandstill()
{
    QFETCH(QString, how);
    QFETCH(QString, state);
    TestPack pack(m_world, servicedPack(m_world));
    QVERIFY(started(pack));
    Tester tester(pack, m_world.key(driver));
    if (how == s("lease"))
        run(pack, 2 * 3600 - 200);
    QVERIFY(runUntilDriving(pack));
    if (how == s("deactivate")) {
        QVERIFY(tester.authenticate());
        QCOMPARE(tester.act(deactivate), s("71010203"));
    } else if (how == s("lock")) {
        QVERIFY(pack.deliver(lockDocument(pack), documentkind::command).constLast().startsWith(s("7101020100")));
    } else {
        while (pack.pack->guard().isActive() || !isDriving(pack)) {
            run(pack, 1);
            QVERIFY(pack.clock.now() < TestWorld::now + 3 * 3600);
            if (!pack.pack->guard().isActive())
                break;
        }
    }
    run(pack, 1);
    // Stored at once; a start after a failure of the power finds it.
    QVERIFY(!pack.contents().activation.isActive());
    QCOMPARE(lockOf(pack).state, state);
    bool wasPending = false;
    int rest = 0;
    int seconds = 0;
    while (lockOf(pack).pending) {
        wasPending = true;
        const bool underLoad = std::abs(condition(pack).packMilliamps) >= 120'000 / 20;
        run(pack, 1);
        QVERIFY(condition(pack).packMilliamps <= 0); // charging from outside is refused
        QCOMPARE(condition(pack).charge.milliamps, 0);
        if (underLoad)
            QVERIFY(lockOf(pack).pending); // no contactor opens under load
        rest = std::abs(condition(pack).packMilliamps) >= 120'000 / 20 ? 0 : rest + 1;
        QVERIFY(++seconds < 400);
    }
    QVERIFY(wasPending);
    QVERIFY2(rest >= 30, qPrintable(QString::number(rest)));
    run(pack, 300);
    QVERIFY(!condition(pack).contactorsClosed);
    QCOMPARE(condition(pack).packMilliamps, 0);
    QCOMPARE(condition(pack).state, s("standby"));
}

void TestActivation::lockEndsWhatRuns()
{
    TestPack pack(m_world, servicedPack(m_world));
    QVERIFY(started(pack));
    QVERIFY(runUntilDriving(pack));
    QCOMPARE(pack.pack->guard().lockWord(), s("active"));
    QCOMPARE(pack.pack->guard().activationWord(), s("active"));
    QVERIFY(pack.deliver(lockDocument(pack), documentkind::command).constLast().startsWith(s("7101020100")));
    QCOMPARE(pack.pack->guard().lockWord(), s("pending"));
    QCOMPARE(pack.pack->guard().activationWord(), s("ending"));
    // A pack that is switched off and on again has opened its contactors: nothing is pending any more.
    pack.boot();
    run(pack, 2);
    QCOMPARE(pack.pack->guard().lockWord(), s("locked"));
    QCOMPARE(lockOf(pack).state, s("theft-locked"));
    QCOMPARE(lockOf(pack).revision, qint64(1));
    QCOMPARE(lockOf(pack).person, s("leasing.asset-manager"));
    QVERIFY(!condition(pack).contactorsClosed);
}

void TestActivation::lockedPackDoesNotStart()
{
    TestPack pack(m_world, servicedPack(m_world));
    QVERIFY(pack.deliver(lockDocument(pack), documentkind::command).constLast().startsWith(s("7101020100")));
    QVERIFY(!started(pack));
    pack.options.activate = true; // not even the simulator's own driver
    pack.boot();
    run(pack, 60);
    QCOMPARE(pack.pack->guard().lockWord(), s("locked"));
    QVERIFY(!condition(pack).contactorsClosed);
    Tester shop(pack, m_world.key(technician));
    QVERIFY(shop.authenticate());
    QCOMPARE(shop.act(hex("2e020400061a80")), s("7f2e22"));
    QCOMPARE(shop.reason(), s("theft-locked"));
}

void TestActivation::lockCountsBesideAnActivation()
{
    // No document leaves both behind; a memory that holds both anyway is of a locked pack.
    PackState state = servicedPack(m_world);
    state.activation = {s("drive"), 3600, QByteArray(32, 'r'), driver, RoleId::fromTrusted(s("fleet-manager"))};
    TestPack twin(m_world, state);
    run(twin, 2);
    QCOMPARE(twin.pack->guard().lockWord(), s("active"));
    state.lock = {true, 1, QByteArray(32, 'd'), QByteArray(32, 'r'), s("leasing.asset-manager"), TestWorld::now - 60};
    TestPack pack(m_world, state);
    run(pack, 300);
    QCOMPARE(pack.pack->guard().lockWord(), s("locked"));
    QVERIFY(!condition(pack).contactorsClosed);
}

void TestActivation::unlockedPackIsInactive()
{
    PackState state = servicedPack(m_world);
    state.activation = {s("drive"), 3600, QByteArray(32, 'r'), driver, RoleId::fromTrusted(s("fleet-manager"))};
    TestPack pack(m_world, state);
    QVERIFY(started(pack));
    QVERIFY(pack.deliver(lockDocument(pack), documentkind::command).constLast().startsWith(s("7101020100")));
    QVERIFY(!pack.contents().activation.isActive());
}

void TestActivation::resetWaitsForStandstill()
{
    TestPack pack(m_world, servicedPack(m_world));
    QVERIFY(started(pack));
    QVERIFY(runUntilDriving(pack));
    const qint64 boots = pack.contents().boots;
    Tester shop(pack, m_world.key(technician));
    QVERIFY(shop.authenticate());
    QVERIFY(runUntilDriving(pack));
    QVERIFY(shop.authenticate());
    QCOMPARE(shop.act(hex("1101")), s("5101"));
    QCOMPARE(pack.contents().changes.constLast().action, s("reset"));
    run(pack, 1);
    QCOMPARE(pack.contents().boots, boots);
    QVERIFY(lockOf(pack).pending);
    QCOMPARE(lockOf(pack).state, s("active"));
    for (int i = 0; i < 300 && lockOf(pack).pending; ++i) {
        run(pack, 1);
        QVERIFY(condition(pack).packMilliamps <= 0);
    }
    QCOMPARE(pack.contents().boots, boots + 1);
    QVERIFY(pack.pack->guard().isActive());
}

void TestActivation::reducingDischargeWaits()
{
    const PackConfiguration kind{s("NMC"), 96, 2, 8, 120'000, 0x10};
    const auto values = [](qint64 discharge, qint64 charge) {
        return QMap<ParameterId, Milli>{{ParameterId::fromTrusted(s("discharge.current.max")), Milli{discharge}},
            {ParameterId::fromTrusted(s("charge.current.max")), Milli{charge}},
            {ParameterId::fromTrusted(s("cell.voltage.max")), Milli{4200}},
            {ParameterId::fromTrusted(s("cell.voltage.min")), Milli{3000}}};
    };
    sim::BatteryManagement battery(kind, 4);
    battery.advance(20, values(240'000, 120'000));
    QVERIFY(battery.condition().packMilliamps < 0);
    battery.advance(1, values(10'000, 60'000));
    QCOMPARE(battery.condition().discharge.milliamps, 240'000);
    QCOMPARE(battery.condition().charge.milliamps, 60'000); // what spares the pack is followed at once
    battery.advance(1, values(300'000, 60'000));
    QCOMPARE(battery.condition().discharge.milliamps, 300'000); // and so is what gives more
    sim::Permission parked;
    parked.charging = false;
    for (int i = 0; i < 200 && battery.condition().discharge.milliamps != 10'000; ++i)
        battery.advance(1, values(10'000, 60'000), parked);
    QCOMPARE(battery.condition().discharge.milliamps, 10'000);
    QVERIFY(battery.restSeconds() >= sim::BatteryManagement::standstill);
}

void TestActivation::isolatedModuleKeepsContactorsOpen()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester shop(pack, m_world.key(technician));
    const QByteArray isolate = hex("3101023103");
    // Not under an active pack: its contactors are closed.
    QVERIFY(started(pack));
    run(pack, 2);
    QVERIFY(shop.authenticate());
    QCOMPARE(shop.act(isolate), s("7f3122"));
    Tester tester(pack, m_world.key(driver));
    QVERIFY(tester.authenticate());
    QCOMPARE(tester.act(deactivate), s("71010203"));
    run(pack, 400);
    QVERIFY(shop.authenticate());
    QCOMPARE(shop.act(isolate), s("71010231"));
    QVERIFY(!started(pack));
    QVERIFY(shop.authenticate());
    QCOMPARE(shop.act(hex("1101")), s("5101"));
    run(pack, 2);
    QVERIFY(started(pack));
}

void TestActivation::usesAreCounted()
{
    PackState state = servicedPack(m_world);
    for (Grant &grant : state.policy.grants) {
        if (grant.capability.text() == s("self-test"))
            grant.uses = 2;
    }
    TestPack pack(m_world, state);
    Tester shop(pack, m_world.key(technician));
    QVERIFY(shop.authenticate());
    QVERIFY(shop.act(hex("31010220")).startsWith(s("71010220")));
    pack.boot();
    QVERIFY(shop.authenticate());
    QVERIFY(shop.act(hex("31010220")).startsWith(s("71010220")));
    QCOMPARE(shop.act(hex("31010220")), s("7f3133"));
    QVERIFY(!shop.session().capabilities.contains(s("self-test")));
}

void TestActivation::usesOfAPurpose_data()
{
    QTest::addColumn<bool>("limitedFirst");
    QTest::newRow("one drive, then charging without limit") << true;
    QTest::newRow("charging without limit, then one drive") << false;
}

void TestActivation::usesOfAPurpose()
{
    QFETCH(bool, limitedFirst);
    PackState state = servicedPack(m_world);
    Grant once;
    state.policy.grants.removeIf([&](const Grant &grant) {
        const bool isOne = grant.capability.text() == s("activate");
        if (isOne)
            once = grant;
        return isOne;
    });
    Grant often = once;
    once.purposes = {s("drive")};
    once.uses = 1;
    often.purposes = {s("charge")};
    state.policy.grants.append(limitedFirst ? once : often);
    state.policy.grants.append(limitedFirst ? often : once);
    TestPack pack(m_world, state);
    const QByteArray charge = hex("3101020202");
    QVERIFY(started(pack, charge));
    QVERIFY(started(pack, activate));
    pack.boot();
    Tester tester(pack, m_world.key(driver));
    QVERIFY(tester.authenticate());
    QCOMPARE(tester.act(activate), s("7f3133"));
    QCOMPARE(tester.reason(), s("signer-not-authorised"));
    QVERIFY(tester.act(charge).startsWith(s("71010202")));
    QCOMPARE(tester.act(activate), s("7f3133"));
}

void TestActivation::killedAtEveryWrite()
{
    // An activation is old or new whenever the power goes, and what was answered is stored.
    for (int call = 0;; ++call) {
        TestPack pack(m_world, servicedPack(m_world));
        Tester tester(pack, m_world.key(driver));
        QVERIFY(tester.authenticate());
        pack.files.dieAfter(call, MemoryFiles::Last::HalfEffect);
        const QString answer = tester.act(activate);
        const bool died = pack.files.isDead();
        const bool answered = answer.startsWith(s("71"));
        if (!answered)
            QCOMPARE(answer, s("7f3172"));
        pack.files.reboot(MemoryFiles::Loss::Unsynced);
        pack.boot();
        const bool active = pack.contents().activation.isActive();
        QCOMPARE(pack.contents().changes.size(), active ? 1 : 0);
        if (answered)
            QVERIFY(active);
        if (!died)
            break;
        QVERIFY(call < 100);
    }
}

void TestActivation::simulatorMayActivate()
{
    TestPack pack(m_world, servicedPack(m_world));
    pack.options.activate = true;
    pack.boot();
    run(pack, 5);
    QCOMPARE(pack.pack->guard().lockWord(), s("active"));
    QVERIFY(runUntilDriving(pack));
}

QTEST_GUILESS_MAIN(TestActivation)
#include "tst_activation.moc"
