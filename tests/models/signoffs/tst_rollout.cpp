// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/rollout.h"

#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using State = Rollout::Entry::State;
using Stage = Rollout::Stage;

Q_DECLARE_METATYPE(packwarden::Rollout::Stage)

/// One document, many packs: one after the other, and no further than the first anomaly.
class TestRollout final : public QObject
{
    Q_OBJECT

    static PackSerial pack(int number) { return PackSerial::fromTrusted(QStringLiteral("SDB-TEST-000%1").arg(number)); }
    static QList<PackSerial> packs(int count)
    {
        QList<PackSerial> all;
        for (int i = 1; i <= count; ++i)
            all.append(pack(i));
        return all;
    }
    static QList<State> states(const Rollout &rollout)
    {
        QList<State> all;
        for (const Rollout::Entry &entry : rollout.entries())
            all.append(entry.state);
        return all;
    }

private Q_SLOTS:
    void refusedPlans()
    {
        Rollout rollout;
        QCOMPARE(rollout.start({}, 0).code(), Code::Malformed);
        QCOMPARE(rollout.start({{pack(1), pack(1)}, {1}, 0}, 0).code(), Code::Malformed);
        QVERIFY(rollout.start({packs(2), {1}, 0}, 0).ok());
        QCOMPARE(rollout.start({packs(2), {1}, 0}, 0).code(), Code::WrongState);
    }

    void stagedThenTheRest()
    {
        Rollout rollout;
        QSignalSpy wanted(&rollout, &Rollout::deliveryWanted);
        QSignalSpy ended(&rollout, &Rollout::ended);
        QVERIFY(rollout.start({packs(3), {1}, 5000}, 1000).ok());
        QCOMPARE(wanted.size(), 1);
        rollout.setProgress(pack(1), 10, 100);
        QCOMPARE(rollout.entries().constFirst().done, 10);
        rollout.delivered(pack(1), Result<>::success(), 2000);
        QCOMPARE(rollout.stage(), Stage::Soaking);
        QCOMPARE(rollout.soakLeft(3000), 4000);
        rollout.advance(6999);
        QCOMPARE(wanted.size(), 1);
        rollout.advance(7000);
        QCOMPARE(wanted.size(), 2);
        rollout.delivered(pack(2), Result<>::success(), 7100);
        rollout.delivered(pack(3), Result<>::success(), 7200);
        QCOMPARE(rollout.stage(), Stage::Finished);
        QCOMPARE(rollout.count(State::Applied), 3);
        QCOMPARE(ended.size(), 1);
    }

    void oneAnswerAtATime()
    {
        Rollout rollout;
        QSignalSpy wanted(&rollout, &Rollout::deliveryWanted);
        QVERIFY(rollout.start({packs(3), {}, 0}, 0).ok());
        rollout.delivered(pack(3), Result<>::success(), 1); // nobody asked it
        QCOMPARE(wanted.size(), 1);
        rollout.delivered(pack(1), Result<>::success(), 2);
        rollout.delivered(pack(1), Code::BelowQuorum, 3); // the same answer twice
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(states(rollout), (QList<State>{State::Applied, State::Sending, State::Waiting}));
    }

    void stopsAtTheFirstRefusal()
    {
        Rollout rollout;
        QVERIFY(rollout.start({packs(3), {}, 0}, 0).ok());
        rollout.delivered(pack(1), Result<>::success(), 1);
        rollout.delivered(pack(2), Code::BelowQuorum, 2);
        QCOMPARE(rollout.stage(), Stage::Stopped);
        QCOMPARE(states(rollout), (QList<State>{State::Applied, State::Failed, State::NotBegun}));
        QCOMPARE(rollout.entries().at(1).error.code, Code::BelowQuorum);
    }

    /// As a person ticks packs: what one refuses says nothing of the others.
    void goesOnWhereEachPackIsForItself()
    {
        Rollout rollout;
        QSignalSpy ended(&rollout, &Rollout::ended);
        Rollout::Plan plan{packs(3), {}, 0, Rollout::OnFailure::GoOn};
        QVERIFY(rollout.start(plan, 0).ok());
        rollout.delivered(pack(1), Code::BelowQuorum, 1);
        QCOMPARE(rollout.stage(), Stage::Delivering);
        rollout.delivered(pack(2), Result<>::success(), 2);
        rollout.cancel();
        rollout.delivered(pack(3), Code::PackUnreachable, 3);
        QCOMPARE(rollout.stage(), Stage::Cancelled);
        QCOMPARE(states(rollout), (QList<State>{State::Failed, State::Applied, State::Failed}));
        QCOMPARE(ended.size(), 1);
    }

    void stopsAtAnAnomalyWhileWatching()
    {
        Rollout rollout;
        QVERIFY(rollout.start({packs(3), {1}, 5000}, 0).ok());
        rollout.reportAnomaly(pack(1), {Code::WrongState, {}}); // it has nothing yet
        QCOMPARE(rollout.stage(), Stage::Delivering);
        rollout.delivered(pack(1), Result<>::success(), 1);
        rollout.reportAnomaly(pack(2), {Code::WrongState, {}}); // nothing to do with the roll-out
        QCOMPARE(rollout.stage(), Stage::Soaking);
        rollout.reportAnomaly(pack(1), {Code::WrongState, {}});
        QCOMPARE(rollout.stage(), Stage::Stopped);
        rollout.advance(100000);
        rollout.goOn();
        QCOMPARE(states(rollout), (QList<State>{State::Applied, State::NotBegun, State::NotBegun}));
    }

    void cancelWaitsForTheAnswerThatIsDue()
    {
        Rollout rollout;
        QSignalSpy ended(&rollout, &Rollout::ended);
        QVERIFY(rollout.start({packs(3), {}, 0}, 0).ok());
        rollout.cancel();
        QCOMPARE(rollout.stage(), Stage::Stopping);
        QVERIFY(rollout.isRunning());
        rollout.delivered(pack(1), Result<>::success(), 1);
        QCOMPARE(rollout.stage(), Stage::Cancelled);
        QCOMPARE(states(rollout), (QList<State>{State::Applied, State::NotBegun, State::NotBegun}));
        QCOMPARE(ended.size(), 1);
        rollout.cancel();
        QCOMPARE(ended.size(), 1);
    }

    void stageAfterStage()
    {
        Rollout rollout;
        QVERIFY(rollout.start({packs(5), {1, 3}, 1000}, 0).ok());
        QList<Stage> seen;
        for (int i = 1; i <= 5; ++i) {
            rollout.delivered(pack(i), Result<>::success(), 10);
            seen.append(rollout.stage());
            rollout.goOn();
        }
        QCOMPARE(seen,
            (QList<Stage>{Stage::Soaking, Stage::Delivering, Stage::Soaking, Stage::Delivering, Stage::Finished}));
    }

    /// As after a restart: what has it is passed over, and a stage that was just reached is watched again.
    void resumed_data()
    {
        QTest::addColumn<int>("applied");
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<int>("next");
        QTest::newRow("none has it") << 0 << Stage::Delivering << 1;
        QTest::newRow("the first stage has it") << 1 << Stage::Soaking << 2;
        QTest::newRow("in the second stage") << 2 << Stage::Delivering << 3;
        QTest::newRow("the second stage has it") << 3 << Stage::Soaking << 4;
        QTest::newRow("after the last stage") << 4 << Stage::Delivering << 5;
        QTest::newRow("all have it") << 5 << Stage::Finished << 0;
    }

    void resumed()
    {
        QFETCH(const int, applied);
        QFETCH(const Stage, stage);
        QFETCH(const int, next);
        Rollout rollout;
        QSignalSpy wanted(&rollout, &Rollout::deliveryWanted);
        Rollout::Plan plan{packs(5), {1, 3}, 1000};
        const QList<PackSerial> have = packs(applied);
        plan.applied = QSet<PackSerial>(have.begin(), have.end());
        QVERIFY(rollout.start(plan, 0).ok());
        QCOMPARE(rollout.stage(), stage);
        rollout.goOn();
        QCOMPARE(rollout.count(State::Applied), applied);
        QCOMPARE(wanted.size(), next > 0 ? 1 : 0);
        if (next > 0)
            QCOMPARE(wanted.constFirst().constFirst().value<PackSerial>(), pack(next));
    }

    void thoseThatAreAwayAreLeftForLater()
    {
        Rollout rollout;
        QSignalSpy wanted(&rollout, &Rollout::deliveryWanted);
        Rollout::Plan plan{packs(3), {}, 0};
        plan.absent = {pack(1), pack(3)};
        QVERIFY(rollout.start(plan, 0).ok());
        rollout.delivered(pack(2), Result<>::success(), 1);
        QCOMPARE(rollout.stage(), Stage::Finished);
        QCOMPARE(states(rollout), (QList<State>{State::NotBegun, State::Applied, State::NotBegun}));
        QCOMPARE(wanted.size(), 1);
        plan.absent.insert(pack(2));
        QCOMPARE(rollout.start(plan, 0).code(), Code::PackUnreachable);
    }

    void stagesByShare_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qint64>>("stages"); ///< empty: refused
        const auto row = [](const char *text, const QList<qint64> &stages) {
            QTest::newRow(text) << QString::fromLatin1(text) << stages;
        };
        row("1", {1});
        row("1,10%,50%", {1, 20, 100});
        row("1 , 10 %", {1, 20});
        row("0.1%", {1});
        row("1%,2", {2});
        row("100%", {200});
        row("12.5%", {25});
        row("", {});
        row("0", {});
        row("0%", {});
        row("101%", {});
        row("-1", {});
        row("1.5", {});
        row("10%,1", {});
        row("1,,2", {});
        row("all", {});
    }

    void stagesByShare()
    {
        QFETCH(const QString, text);
        QFETCH(const QList<qint64>, stages);
        const auto found = Rollout::stagesOf(text, 200);
        QCOMPARE(found.ok(), !stages.isEmpty());
        if (found.ok())
            QCOMPARE(*found, stages);
        else
            QCOMPARE(found.code(), Code::Malformed);
    }

    void anAnswerFromInsideTheQuestion()
    {
        Rollout rollout;
        connect(&rollout, &Rollout::deliveryWanted, &rollout,
            [&rollout](const PackSerial &serial) { rollout.delivered(serial, Result<>::success(), 0); });
        QVERIFY(rollout.start({packs(3), {}, 0}, 0).ok());
        QCOMPARE(rollout.stage(), Stage::Finished);
    }
};

QTEST_GUILESS_MAIN(TestRollout)
#include "tst_rollout.moc"
