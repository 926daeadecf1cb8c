// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/battery/batterymanagement.h"
#include "hw/sim/battery/telemetry.h"
#include "hw/telemetry/telemetrydecoder.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace packwarden;
using namespace packwarden::sim;

namespace {

const PackConfiguration nmc{QStringLiteral("NMC"), 96, 2, 8, 120'000, 0x10};
const PackConfiguration lfp{QStringLiteral("LFP"), 100, 1, 10, 100'000, 0x11};

QMap<ParameterId, Milli> values(qint64 socMax = 90'000)
{
    QMap<ParameterId, Milli> map;
    const auto add = [&](const char *id, qint64 value) {
        map.insert(ParameterId::fromTrusted(QString::fromLatin1(id)), Milli{value});
    };
    add("soc.max", socMax);
    add("soc.min", 10'000);
    add("cell.voltage.max", 4'200);
    add("cell.voltage.min", 3'000);
    add("charge.current.max", 120'000);
    add("discharge.current.max", 240'000);
    add("balance.delta", 10'000);
    return map;
}

} // namespace

class TestBattery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chargeMovesTheCells_data();
    void chargeMovesTheCells();
    void currentDropsVoltageAndWarms();
    void longStepsAreStable();
    void sameSeedSameCells();
    void obeysTheWindow();
    void allStatesAppear();
    void consoleDecodesWhatThePackSends();
    void ratesFollowTheDbc();
    void sweepIsOfOneMoment();
    void sweepsStayWholeWhenCallsAreLate_data();
    void sweepsStayWholeWhenCallsAreLate();
    void delayIsNotMadeUpFor();
};

void TestBattery::chargeMovesTheCells_data()
{
    QTest::addColumn<QString>("chemistry");
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");
    QTest::newRow("NMC") << QStringLiteral("NMC") << 3.0 << 4.25;
    QTest::newRow("LFP") << QStringLiteral("LFP") << 2.6 << 3.5;
}

void TestBattery::chargeMovesTheCells()
{
    QFETCH(QString, chemistry);
    QFETCH(double, lowest);
    QFETCH(double, highest);
    CellModel cells(chemistry, 96, 8, 100, 0.1, 7);
    double before = cells.packVolts();
    for (int hour = 0; hour < 8; ++hour) {
        for (int second = 0; second < 3600; second += 10)
            cells.step(10, 10);
        QVERIFY(cells.packVolts() > before);
        before = cells.packVolts();
    }
    QVERIFY(std::abs(cells.packSoc() - 0.9) < 0.01);
    for (int i = 0; i < cells.cellCount(); ++i)
        QVERIFY(cells.cellVolts(i) > lowest && cells.cellVolts(i) < highest);
    QVERIFY(std::abs(cells.chargeThroughput() - 80) < 0.1);
}

void TestBattery::currentDropsVoltageAndWarms()
{
    CellModel cells(QStringLiteral("NMC"), 96, 8, 120, 0.5, 7);
    cells.step(0.1, 0);
    const double rest = cells.packVolts();
    const double cool = cells.moduleCelsius(3);
    cells.step(0.1, -120);
    const double atOnce = cells.packVolts();
    QVERIFY(atOnce < rest);
    for (int i = 0; i < 120; ++i)
        cells.step(1, -120);
    const double later = cells.packVolts();
    QVERIFY(later < atOnce);
    QVERIFY(cells.moduleCelsius(3) > cool);
    // The RC pair relaxes when the current ends; the charge that is gone stays gone.
    cells.step(0.1, 0);
    const double stopped = cells.packVolts();
    for (int i = 0; i < 600; ++i)
        cells.step(1, 0);
    QVERIFY(cells.packVolts() > stopped);
    QVERIFY(cells.packVolts() < rest);
}

void TestBattery::longStepsAreStable()
{
    CellModel coarse(QStringLiteral("NMC"), 4, 1, 100, 0.5, 7);
    CellModel fine = coarse;
    for (int i = 0; i < 100; ++i)
        coarse.step(10, -50);
    for (int i = 0; i < 10'000; ++i)
        fine.step(0.1, -50);
    QVERIFY(std::abs(coarse.packVolts() - fine.packVolts()) < 0.02);
}

void TestBattery::sameSeedSameCells()
{
    BatteryManagement a(nmc, 5);
    BatteryManagement b(nmc, 5);
    BatteryManagement other(nmc, 6);
    for (int i = 0; i < 100; ++i) {
        for (BatteryManagement *battery : {&a, &b, &other})
            battery->advance(0.5, values());
    }
    QCOMPARE(a.condition(), b.condition());
    QVERIFY(a.condition() != other.condition());
    const QList<int> cells = a.condition().cellTenthMillivolts;
    const auto [low, high] = std::minmax_element(cells.begin(), cells.end());
    QVERIFY(*high - *low > 10 && *high - *low < 1000);
}

void TestBattery::obeysTheWindow()
{
    BatteryManagement battery(nmc, 5);
    // A window below the present charge: no charging at all, and the cause is told.
    for (int i = 0; i < 3000; ++i) {
        battery.advance(1, values(40'000));
        const PackCondition condition = battery.condition();
        QVERIFY(condition.packMilliamps <= 0 || condition.socMilliPercent < 40'000);
        QVERIFY(condition.socMilliPercent > 10'000 - 500);
        if (condition.socMilliPercent > 40'000) {
            QCOMPARE(condition.charge.milliamps, 0);
            QCOMPARE(condition.charge.cause, QStringLiteral("state-of-charge"));
        }
    }
    // Opened again, it charges.
    bool charged = false;
    for (int i = 0; i < 400 && !charged; ++i) {
        battery.advance(1, values(95'000));
        charged = battery.condition().packMilliamps > 0 && battery.condition().state == QStringLiteral("charging");
    }
    QVERIFY(charged);
}

void TestBattery::allStatesAppear()
{
    BatteryManagement battery(lfp, 3);
    QSet<QString> states;
    for (int i = 0; i < 300; ++i) {
        battery.advance(1, values());
        states.insert(battery.condition().state);
    }
    QCOMPARE(states,
        (QSet<QString>{QStringLiteral("standby"), QStringLiteral("ready"), QStringLiteral("charging"),
            QStringLiteral("discharging")}));
}

void TestBattery::consoleDecodesWhatThePackSends()
{
    for (const PackConfiguration &configuration : {nmc, lfp}) {
        BatteryManagement battery(configuration, 5);
        battery.advance(5, values());
        const PackCondition condition = battery.condition();
        Telemetry telemetry(Dbc::packwarden(), configuration);
        TelemetryDecoder decoder(Dbc::packwarden());
        const BspStatus bsp{QStringLiteral("in-service"), QStringLiteral("inactive"), 3, 7};
        for (qint64 now = 0; now < 10'500; now += 5) {
            for (const QCanBusFrame &frame : telemetry.due(now, condition, bsp)) {
                QVERIFY(frame.isValid());
                QVERIFY(frame.hasExtendedFrameFormat());
                QCOMPARE(int(frame.frameId() & 0xFF), configuration.node);
                decoder.feed(frame, now);
            }
        }
        const PackTelemetry heard = decoder.packs().value(configuration.node);
        QCOMPARE(heard.cells.size(), configuration.cells);
        for (int i = 0; i < configuration.cells; ++i) {
            QVERIFY(heard.cells.at(i).valid);
            QVERIFY(std::abs(heard.cells.at(i).millivolts * 10 - condition.cellTenthMillivolts.at(i)) <= 5);
            QCOMPARE(heard.cells.at(i).balancing, condition.balancing.at(i));
            QVERIFY(std::abs(heard.cells.at(i).microohms - condition.cellMicroohms.at(i)) <= 5);
        }
        QCOMPARE(heard.temperaturesMilliCelsius.size(), configuration.modules);
        QVERIFY(std::abs(heard.temperaturesMilliCelsius.at(2) - condition.moduleMilliCelsius.at(2)) <= 50);
        QVERIFY(std::abs(heard.packMillivolts - condition.packMillivolts) <= 10);
        QVERIFY(std::abs(heard.packMilliamps - condition.packMilliamps) <= 25);
        QVERIFY(std::abs(heard.socMilliPercent - condition.socMilliPercent) <= 5);
        QCOMPARE(heard.state, condition.state);
        QCOMPARE(heard.contactorsClosed, condition.contactorsClosed);
        QVERIFY(std::abs(heard.chargeLimitMilliamps - condition.charge.milliamps) <= 25);
        QCOMPARE(heard.chargeLimit, (LimitReading{condition.charge.cause, condition.charge.cell}));
        QCOMPARE(heard.dischargeLimit, (LimitReading{condition.discharge.cause, condition.discharge.cell}));
        QCOMPARE(heard.insulationKiloOhm, condition.insulationKiloOhm);
        QVERIFY(heard.faults.isEmpty());
        QCOMPARE(heard.modules, configuration.modules);
        QCOMPARE(heard.lifeCycle, QStringLiteral("in-service"));
        QCOMPARE(heard.lock, QStringLiteral("inactive"));
        QCOMPARE(heard.policyVersion, 3);
        QCOMPARE(heard.refusedRequests, 7);
        QCOMPARE(heard.lostFrames, qint64(0));
        QVERIFY(heard.minCell >= 1 && heard.maxCell >= 1);
        QVERIFY(std::abs(heard.minCellMillivolts * 10 - condition.cellTenthMillivolts.at(heard.minCell - 1)) <= 5);
    }
}

void TestBattery::ratesFollowTheDbc()
{
    BatteryManagement battery(nmc, 5);
    battery.advance(1, values());
    Telemetry telemetry(Dbc::packwarden(), nmc);
    const Dbc dbc = Dbc::packwarden();
    QMap<QString, int> counts;
    int bits = 0;
    for (qint64 now = 0; now < 10'000; now += 5) {
        for (const QCanBusFrame &frame : telemetry.due(now, battery.condition(), {})) {
            ++counts[dbc.messageFor(frame.frameId())->name];
            bits += 160; // a 29-bit frame of eight bytes with the worst stuffing
        }
    }
    QCOMPARE(counts.value(QStringLiteral("PackStatus")), 100);
    QCOMPARE(counts.value(QStringLiteral("CellVoltages")), 50 * 32);
    QCOMPARE(counts.value(QStringLiteral("BspStatus")), 10);
    // A 96-cell pack leaves more than half of a 500 kbit/s bus to diagnostics.
    QVERIFY(bits / 10 < 250'000);
}

void TestBattery::sweepIsOfOneMoment()
{
    BatteryManagement battery(nmc, 5);
    const Dbc dbc = Dbc::packwarden();
    const DbcMessage *cellMessage = dbc.message(QStringLiteral("CellVoltages"));
    Telemetry telemetry(Dbc::packwarden(), nmc);
    QMap<qint64, QList<int>> sweeps;
    PackCondition condition;
    for (qint64 now = 0; now < 1000; now += 5) {
        battery.advance(10, values());
        condition = battery.condition();
        // Each moment marks all cells with its own number.
        condition.cellTenthMillivolts.fill(int(30'000 + now));
        for (const QCanBusFrame &frame : telemetry.due(now, condition, {})) {
            if (dbc.messageFor(frame.frameId()) != cellMessage)
                continue;
            const auto raw = cellMessage->decode(frame.payload());
            for (auto it = raw.begin(); it != raw.end(); ++it) {
                if (it.key().startsWith(QStringLiteral("CellVoltage")))
                    sweeps[raw.value(QStringLiteral("SweepCounter"))].append(int(it.value()));
            }
        }
    }
    QVERIFY(sweeps.size() >= 4);
    for (const QList<int> &sweep : sweeps)
        QCOMPARE(sweep.count(sweep.constFirst()), sweep.size());
}

void TestBattery::sweepsStayWholeWhenCallsAreLate_data()
{
    QTest::addColumn<QList<int>>("steps"); // milliseconds between calls, over and over
    QTest::newRow("in time") << QList<int>{5};
    QTest::newRow("a little late, across the end of a sweep") << QList<int>{5, 150};
    QTest::newRow("nearly a cycle late") << QList<int>{5, 5, 195};
    QTest::newRow("some cycles late") << QList<int>{5, 90, 730, 15, 410};
    QTest::newRow("always late") << QList<int>{333};
    QList<int> any;
    QRandomGenerator random(1);
    for (int i = 0; i < 200; ++i)
        any.append(1 + int(random.bounded(i % 10 == 0 ? 900 : 60)));
    QTest::newRow("as a busy machine has it") << any;
}

void TestBattery::sweepsStayWholeWhenCallsAreLate()
{
    QFETCH(QList<int>, steps);
    BatteryManagement battery(nmc, 5);
    battery.advance(1, values());
    const Dbc dbc = Dbc::packwarden();
    const DbcMessage *cellMessage = dbc.message(QStringLiteral("CellVoltages"));
    Telemetry telemetry(Dbc::packwarden(), nmc);
    QList<std::pair<qint64, QList<qint64>>> sweeps; // counter, groups
    qint64 now = 0;
    for (int i = 0; sweeps.size() < 20; ++i) {
        for (const QCanBusFrame &frame : telemetry.due(now, battery.condition(), {})) {
            if (dbc.messageFor(frame.frameId()) != cellMessage)
                continue;
            const auto raw = cellMessage->decode(frame.payload());
            const qint64 counter = raw.value(QStringLiteral("SweepCounter"));
            if (sweeps.isEmpty() || sweeps.constLast().first != counter)
                sweeps.append(std::pair(counter, QList<qint64>()));
            sweeps.last().second.append(raw.value(cellMessage->multiplexor()->name));
        }
        now += steps.at(i % steps.size());
    }
    QList<qint64> all(32);
    std::iota(all.begin(), all.end(), 0);
    for (qsizetype i = 0; i + 1 < sweeps.size(); ++i) {
        QCOMPARE(sweeps.at(i).second, all);
        QCOMPARE(sweeps.at(i + 1).first, (sweeps.at(i).first + 1) % 16);
    }
}

void TestBattery::delayIsNotMadeUpFor()
{
    BatteryManagement battery(nmc, 5);
    battery.advance(1, values());
    Telemetry telemetry(Dbc::packwarden(), nmc);
    telemetry.due(0, battery.condition(), {});
    telemetry.due(1000, battery.condition(), {});
    QVERIFY(telemetry.due(60'000, battery.condition(), {}).size() < 150);
}

QTEST_GUILESS_MAIN(TestBattery)
#include "tst_battery.moc"
