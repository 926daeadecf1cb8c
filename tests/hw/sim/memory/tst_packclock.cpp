// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/documentkind.h"
#include "tests/hw/sim/support/factoryworld.h"

#include <QDateTime>
#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace packwarden;
using namespace packwarden::sim;
using namespace packwarden::test;

namespace {

const QString owner = QStringLiteral("leasing-asset-manager");
const QString specialist = QStringLiteral("celldata-specialist");
const QString platform = QStringLiteral("platform-engineer");
constexpr qint64 day = TestWorld::day;

qint64 yearStart(int year)
{
    return QDate(year, 1, 1).startOfDay(QTimeZone::utc()).toSecsSinceEpoch();
}

} // namespace

/// The time of a pack: a floor that only rises, a clock that can be lost, and a word that sets it again.
class TestPackClock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theHostsClockMoves_data();
    void theHostsClockMoves();
    void expiryIsThePacks();
    void theFloorRisesAtMostOnceAMinute();
    void aRestartIsNoPowerLoss();
    void whatIsTakenWithoutTheTime_data();
    void whatIsTakenWithoutTheTime();
    void overlaysAndActivationWithoutTheTime();
    void theFloorIsWhereALostClockStarts();
    void timeDocumentsThatAreRefused_data();
    void timeDocumentsThatAreRefused();
    void aTimeDocumentSetsTheClockForGood();
    void onePartyWithThePowerSwitch();
    void backFromEightMonthsInAStore();
    void twoPartiesNeedTheirTime();
    void theNonceIsNeverRepeated();

private:
    FactoryPack pack() const { return m_sealed->copy(); }
    static BootFacts clockLost()
    {
        BootFacts facts;
        facts.clockLost = true;
        return facts;
    }
    static void settle(FactoryPack &held)
    {
        PackContents next = held.contents();
        next.raiseFloor(held.packClock->now());
        if (!held.memory->commit(next).ok())
            qFatal("not stored");
        held.packClock->raiseFloor(held.contents().clockFloor);
    }

    CryptoRuntime m_crypto;
    FactoryWorld m_world;
    std::unique_ptr<FactoryPack> m_sealed;
};

void TestPackClock::initTestCase()
{
    m_sealed = std::make_unique<FactoryPack>(m_world);
    m_sealed->makeUpTo({});
    m_sealed->clock.advance(120'000);
    settle(*m_sealed);
}

void TestPackClock::theHostsClockMoves_data()
{
    QTest::addColumn<qint64>("host");
    QTest::addColumn<qint64>("expected");
    const qint64 now = FactoryWorld::now + 120;
    QTest::newRow("case 129: back by an hour") << now - 3600 << now;
    QTest::newRow("case 129: back by a year") << now - 365 * day << now;
    QTest::newRow("case 129: back to 1970") << qint64(0) << now;
    QTest::newRow("case 129: before 1970") << qint64(-day) << now;
    QTest::newRow("case 129: forward to 2038") << yearStart(2038) + 100 * day << yearStart(2038) + 100 * day;
    QTest::newRow("case 129: forward to 2106") << yearStart(2106) + 100 * day << yearStart(2106) + 100 * day;
    QTest::newRow("as it is") << now << now;
}

void TestPackClock::theHostsClockMoves()
{
    QFETCH(qint64, host);
    QFETCH(qint64, expected);
    // While it runs, and at the next start.
    FactoryPack running = pack();
    running.clock.advance((host - running.clock.now()) * 1000);
    QCOMPARE(running.packClock->now(), expected);
    settle(running);
    QVERIFY(running.boot().ok());
    QCOMPARE(running.packClock->now(), expected);
    QVERIFY(running.contents().clockFloor >= FactoryWorld::now + 120);
    QVERIFY(!running.contents().clockUncertain);
    // What was seen once stays the floor, also when the host comes to its senses.
    running.clock.advance((FactoryWorld::now - running.clock.now()) * 1000);
    QCOMPARE(running.packClock->now(), expected);
    const auto readBack = PackContents::decode(running.contents().encode());
    QVERIFY(readBack.ok());
    QCOMPARE(readBack->clockFloor, running.contents().clockFloor);
}

void TestPackClock::expiryIsThePacks()
{
    FactoryPack held = pack();
    const QByteArray bytes = m_world.request(held.state(), {owner, specialist});
    held.clock.advance(8 * day * 1000);
    settle(held);
    // The console's host says it is last week: the pack knows better.
    held.clock.advance(-8 * day * 1000);
    QVERIFY(held.boot().ok());
    QCOMPARE(held.tell(documentkind::request, bytes), QStringLiteral("expired"));
    FactoryPack other = pack();
    QCOMPARE(other.tell(documentkind::request, bytes), QString());
}

void TestPackClock::theFloorRisesAtMostOnceAMinute()
{
    PackContents contents;
    contents.clockFloor = 1000;
    for (const auto &[now, floor] :
        {std::pair<qint64, qint64>{1059, 1000}, {900, 1000}, {1060, 1060}, {1100, 1060}, {1120, 1120}, {-5, 1120}}) {
        contents.raiseFloor(now);
        QCOMPARE(contents.clockFloor, floor);
    }
}

void TestPackClock::aRestartIsNoPowerLoss()
{
    FactoryPack held = pack();
    for (int i = 0; i < 3; ++i) {
        QVERIFY(held.boot().ok());
        QVERIFY(!held.contents().clockUncertain);
    }
    QVERIFY(held.boot(clockLost()).ok());
    QVERIFY(held.contents().clockUncertain);
    // Nor is it found again by itself.
    QVERIFY(held.boot().ok());
    QVERIFY(held.contents().clockUncertain);
    QCOMPARE(held.state().clockUncertain, true);
}

void TestPackClock::whatIsTakenWithoutTheTime_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("taken");
    QTest::newRow("request") << QStringLiteral("request") << false;
    QTest::newRow("policy") << QStringLiteral("policy") << false;
    QTest::newRow("charter") << QStringLiteral("charter") << false;
    QTest::newRow("tighten") << QStringLiteral("tighten") << false;
    QTest::newRow("theft-lock") << QStringLiteral("theft-lock") << true;
    QTest::newRow("list") << QStringLiteral("list") << true;
    QTest::newRow("withdrawal") << QStringLiteral("withdrawal") << true;
    QTest::newRow("time") << QStringLiteral("time") << true;
}

void TestPackClock::whatIsTakenWithoutTheTime()
{
    QFETCH(QString, name);
    QFETCH(bool, taken);
    FactoryPack held = pack();
    QVERIFY(held.boot(clockLost()).ok());
    // The world went on while the pack had no power.
    held.clock.advance(5 * day * 1000);
    for (const FactoryWorld::Sample &sample : m_world.samples(held.state())) {
        if (sample.name == name)
            QCOMPARE(held.tell(sample.kind, sample.bytes), taken ? QString() : QStringLiteral("time-uncertain"));
    }
    QCOMPARE(held.contents().clockUncertain, name != QStringLiteral("time"));
}

void TestPackClock::overlaysAndActivationWithoutTheTime()
{
    FactoryPack held = pack();
    const auto maximum = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    const auto minimum = ParameterId::fromTrusted(QStringLiteral("soc.min"));
    const auto current = ParameterId::fromTrusted(QStringLiteral("charge.current.max"));
    PackContents next = held.contents();
    const qint64 ends = held.packClock->now() + 3 * day;
    const auto overlay = [&](const ParameterId &id, qint64 by) {
        StoredValue &stored = next.values[id];
        stored.overlay = Milli{stored.base.value + by};
        stored.overlayEnds = ends;
    };
    overlay(maximum, 5000); // looser: charge higher
    overlay(minimum, -5000); // looser: discharge deeper
    overlay(current, -20000); // stricter
    next.activation = {QStringLiteral("drive"), 7200, QByteArray(32, 'r'), QStringLiteral("courier.driver"),
        RoleId::fromTrusted(QStringLiteral("driver"))};
    QVERIFY(held.memory->commit(next).ok());
    QVERIFY(held.boot().ok());
    QVERIFY(held.contents().activation.isActive());
    QVERIFY(held.contents().values.value(maximum).overlay.has_value());

    QVERIFY(held.boot(clockLost()).ok());
    QVERIFY(!held.contents().activation.isActive());
    QCOMPARE(held.state().value(maximum), m_sealed->state().value(maximum));
    QCOMPARE(held.state().value(minimum), m_sealed->state().value(minimum));
    QCOMPARE(held.state().value(current).value, m_sealed->state().value(current).value - 20000);
    // The time comes back by one party's word: the stricter one runs on for what it had left, and the others do not
    // come again.
    FactoryPack agreed = held.copy();
    const qint64 left = ends - held.packClock->now();
    QCOMPARE(held.tell(documentkind::time, m_world.time(held.state(), platform, ends + 60)), QString());
    QCOMPARE(held.state().value(current).value, m_sealed->state().value(current).value - 20000);
    QCOMPARE(held.state().value(maximum), m_sealed->state().value(maximum));
    QCOMPARE(held.state().value(minimum), m_sealed->state().value(minimum));
    held.clock.advance((left - 1) * 1000);
    QCOMPARE(held.state().value(current).value, m_sealed->state().value(current).value - 20000);
    held.clock.advance(1000);
    QCOMPARE(held.state().value(current), m_sealed->state().value(current));
    // By two parties it ends when it should.
    QVERIFY(agreed.boot().ok());
    QCOMPARE(agreed.tell(documentkind::time, m_world.time(agreed.state(), QStringList{platform, owner}, ends + 60)),
        QString());
    QCOMPARE(agreed.state().value(current), m_sealed->state().value(current));
    QCOMPARE(agreed.state().value(maximum), m_sealed->state().value(maximum));
}

void TestPackClock::theFloorIsWhereALostClockStarts()
{
    FactoryPack held = pack();
    held.clock.advance(-30 * day * 1000); // an unset quartz
    QVERIFY(held.boot(clockLost()).ok());
    QCOMPARE(held.packClock->now(), FactoryWorld::now + 120);
    held.clock.advance(90'000);
    QCOMPARE(held.packClock->now(), FactoryWorld::now + 210);
    settle(held);
    QVERIFY(held.boot().ok());
    QCOMPARE(held.packClock->now(), FactoryWorld::now + 210);
    // A quartz that is far ahead says nothing either.
    held.clock.advance(1000 * day * 1000);
    QVERIFY(held.boot().ok());
    QCOMPARE(held.packClock->now(), FactoryWorld::now + 210);
}

void TestPackClock::timeDocumentsThatAreRefused_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<qint64>("offset"); ///< from the floor
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QString &who, qint64 offset, const char *change, const char *reason) {
        QTest::newRow(name) << who << offset << QString::fromLatin1(change) << QString::fromLatin1(reason);
    };
    row("before the floor", platform, -1, "", "version-rollback");
    row("401 days ahead, by the lists of today", platform, 401 * day, "", "crl-stale");
    row("more than a week ahead", platform, 7 * day + 1, "", "version-jump");
    row("a week ahead", platform, 7 * day, "", "");
    row("another nonce", platform, 60, "nonce", "stale-base");
    row("another pack", platform, 60, "serial", "wrong-pack");
    row("of the owner", owner, 60, "", "signer-not-authorised");
    row("of the manufacturer, once there is a charter", QStringLiteral("manufacturer-engineer"), 60, "",
        "signer-not-authorised");
    row("good", platform, 60, "", "");
    row("good, at the floor itself", platform, 0, "", "");
}

void TestPackClock::timeDocumentsThatAreRefused()
{
    QFETCH(QString, who);
    QFETCH(qint64, offset);
    QFETCH(QString, change);
    QFETCH(QString, reason);
    for (const bool lost : {false, true}) {
        FactoryPack held = pack();
        if (lost)
            QVERIFY(held.boot(clockLost()).ok());
        PackState told = held.state();
        if (change == QStringLiteral("nonce"))
            told.timeNonce[5] = char(told.timeNonce.at(5) ^ 1);
        if (change == QStringLiteral("serial"))
            told.serial = PackSerial::fromTrusted(QStringLiteral("SDB-OTHER-1"));
        const PackContents before = held.contents();
        const QByteArray bytes = m_world.time(told, who, held.contents().clockFloor + offset);
        // What is wrong in itself or for another pack is so for a clock that is sure, too.
        const bool always = reason == QStringLiteral("crl-stale") || reason == QStringLiteral("wrong-pack");
        QCOMPARE(held.tell(documentkind::time, bytes), lost || always ? reason : QStringLiteral("wrong-state"));
        if (lost && reason.isEmpty()) {
            QVERIFY(!held.contents().clockUncertain);
            QVERIFY(held.contents().timeNonce != before.timeNonce);
            QCOMPARE(held.contents().toldAhead, offset);
            // Once for each loss of the clock, and void for the next one.
            QCOMPARE(held.tell(documentkind::time, bytes), QStringLiteral("wrong-state"));
            QVERIFY(held.boot(clockLost()).ok());
            QCOMPARE(held.tell(documentkind::time, bytes), QStringLiteral("stale-base"));
        } else {
            QCOMPARE(held.contents().clockFloor, before.clockFloor);
            QCOMPARE(held.contents().clockUncertain, before.clockUncertain);
            QCOMPARE(held.contents().timeNonce, before.timeNonce);
        }
    }
}

void TestPackClock::aTimeDocumentSetsTheClockForGood()
{
    FactoryPack held = pack();
    QVERIFY(held.boot(clockLost()).ok());
    const qint64 right = FactoryWorld::now + 6 * day;
    QCOMPARE(held.tell(documentkind::time, m_world.time(held.state(), platform, right)), QString());
    QCOMPARE(held.packClock->now(), right);
    QCOMPARE(held.contents().clockFloor, right);
    held.clock.advance(10'000);
    QCOMPARE(held.packClock->now(), right + 10);
    // The quartz runs on while the simulator is restarted.
    held.clock.advance(50'000);
    QVERIFY(held.boot().ok());
    QCOMPARE(held.packClock->now(), right + 60);
    // --now sets the quartz itself; it cannot go below the floor.
    BootFacts facts;
    facts.clockSet = true;
    QVERIFY(held.boot(facts).ok());
    QCOMPARE(held.packClock->now(), right);
    held.clock.advance(50 * day * 1000);
    QCOMPARE(held.packClock->now(), held.clock.now());
}

void TestPackClock::onePartyWithThePowerSwitch()
{
    // A timekeeper who also takes the power from the clock gets four weeks ahead, and no further.
    FactoryPack held = pack();
    const qint64 start = held.contents().clockFloor;
    for (int week = 1; week <= 4; ++week) {
        QVERIFY(held.boot(clockLost()).ok());
        QCOMPARE(
            held.tell(documentkind::time, m_world.time(held.state(), platform, start + week * 7 * day)), QString());
        QCOMPARE(held.packClock->now(), start + week * 7 * day);
    }
    for (int again = 0; again < 3; ++again) {
        QVERIFY(held.boot(clockLost()).ok());
        const qint64 floor = held.contents().clockFloor;
        QCOMPARE(held.tell(documentkind::time, m_world.time(held.state(), platform, floor + 1)),
            QStringLiteral("version-jump"));
        // What the pack knows by itself costs nothing.
        QCOMPARE(held.tell(documentkind::time, m_world.time(held.state(), platform, floor)), QString());
        QCOMPARE(held.packClock->now(), start + 28 * day);
    }
    // It is still a pack that takes lists of today and then acts on documents; two parties set it right again.
    QVERIFY(held.boot(clockLost()).ok());
    const auto told = m_world.time(held.state(), QStringList{owner, platform}, start + 29 * day);
    QCOMPARE(held.tell(documentkind::time, told), QString());
    QCOMPARE(held.contents().toldAhead, qint64(0));
    QCOMPARE(held.contents().changes.constLast().action, QStringLiteral("time"));
    QVERIFY(held.contents().changes.constLast().detail.contains(QStringLiteral("leasing.asset-manager")));
    QVERIFY(held.boot(clockLost()).ok());
    QCOMPARE(held.tell(documentkind::time, m_world.time(held.state(), platform, start + 30 * day)), QString());
}

void TestPackClock::backFromEightMonthsInAStore()
{
    FactoryPack held = pack();
    const qint64 away = 240 * day;
    held.clock.advance(away * 1000);
    QVERIFY(held.boot(clockLost()).ok());
    const qint64 today = held.clock.now();
    const auto bring = [&](const QString &party) {
        const CrlEntry list = m_world.keys().crl(party, {}, 2, today - day, today + 30 * day);
        QCOMPARE(held.tell(documentkind::crl, encodeCrlEntry(list)), QString());
    };
    // By the lists that it was stored with nobody can be judged today.
    const QStringList both{platform, owner};
    QCOMPARE(held.tell(documentkind::time, m_world.time(held.state(), both, today)), QStringLiteral("crl-stale"));
    for (const char *party : {"platform", "leasing", "celldata", "courier"})
        bring(QString::fromLatin1(party));
    QCOMPARE(
        held.tell(documentkind::time, m_world.time(held.state(), platform, today)), QStringLiteral("version-jump"));
    QCOMPARE(held.tell(documentkind::time, m_world.time(held.state(), QStringList{platform}, today)),
        QStringLiteral("below-quorum"));
    QVERIFY(held.contents().clockUncertain);
    QCOMPARE(held.tell(documentkind::time, m_world.time(held.state(), both, today)), QString());
    QCOMPARE(held.packClock->now(), today);
    QVERIFY(!held.contents().clockUncertain);
}

void TestPackClock::twoPartiesNeedTheirTime()
{
    // The second party signs nine days later, and the pack ran meanwhile.
    FactoryPack held = pack();
    QVERIFY(held.boot(clockLost()).ok());
    const PackState asked = held.state();
    const qint64 told = asked.now + 10 * day;
    const QByteArray bytes = m_world.time(asked, QStringList{platform, owner}, told);
    const QByteArray alone = m_world.time(asked, platform, asked.now + 5 * day);
    held.clock.advance(9 * day * 1000);
    settle(held);
    // What one party said then is behind what the pack knows by now.
    QCOMPARE(held.tell(documentkind::time, alone), QStringLiteral("version-rollback"));
    FactoryPack other = held.copy();
    QCOMPARE(held.tell(documentkind::time, bytes), QString());
    QCOMPARE(held.packClock->now(), told + 9 * day);
    // After another start nobody knows how long it was off.
    QVERIFY(other.boot().ok());
    QCOMPARE(other.tell(documentkind::time, bytes), QStringLiteral("stale-base"));
}

void TestPackClock::theNonceIsNeverRepeated()
{
    FactoryPack held = pack();
    QSet<QByteArray> seen{held.contents().timeNonce};
    const auto isFresh = [&] {
        const QByteArray nonce = held.contents().timeNonce;
        const bool fresh = nonce.size() == 32 && !seen.contains(nonce);
        seen.insert(nonce);
        return fresh;
    };
    for (int i = 0; i < 40; ++i) {
        QVERIFY(held.boot(clockLost()).ok());
        QVERIFY(isFresh());
        // Another start without the time.
        QVERIFY(held.boot().ok());
        QVERIFY(isFresh());
        if (i % 10 != 0)
            continue;
        QCOMPARE(held.tell(documentkind::time, m_world.time(held.state(), platform, held.packClock->now())), QString());
        QVERIFY(isFresh());
        // A sure clock waits for no time.
        QVERIFY(held.boot().ok());
        QVERIFY(!isFresh());
    }
    QVERIFY(!seen.contains(QByteArray(32, '\0')));
}

QTEST_GUILESS_MAIN(TestPackClock)
#include "tst_packclock.moc"
