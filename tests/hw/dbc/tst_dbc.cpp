// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/dbc/dbc.h"
#include "hw/telemetry/telemetrydecoder.h"
#include "models/core/pack/packstate.h"

#include <QRandomGenerator>
#include <QTest>

using namespace packwarden;

namespace {

QString name(const char *text)
{
    return QString::fromLatin1(text);
}

QCanBusFrame frameOf(const DbcMessage &message, int node, const QByteArray &payload)
{
    QCanBusFrame frame((message.id & ~0xFFu) | quint32(node), payload);
    frame.setExtendedFrameFormat(true);
    return frame;
}

QByteArray small(const char *signalLine)
{
    return QByteArray("BO_ 2566848766 Test: 8 Pack\n ") + signalLine + "\n";
}

} // namespace

class DbcTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageIsDescribed();
    void everySignalSurvivesTheWire();
    void quantities();
    void motorola();
    void tableAgreesWithTheBits();
    void encodeRefuses();
    void parserRefuses_data();
    void parserRefuses();
    void wordsAreThoseOfTheCore();
    void busLoad();
    void telemetryOfAPack();
    void sweepsStayWhole();
    void cellNumbersOfTheWholeRange();
    void lossIsCounted();
    void strangersAreIgnored();

private:
    Dbc m_dbc = Dbc::packwarden();
};

void DbcTest::everyMessageIsDescribed()
{
    QCOMPARE(m_dbc.messages().size(), 12);
    for (const DbcMessage &message : m_dbc.messages()) {
        // What a vehicle sends is no telemetry: it comes when it has news.
        const bool cyclic = message.name != name("VehicleRequest");
        QVERIFY2((message.cycleMilliseconds > 0) == cyclic && !message.comment.isEmpty(), qPrintable(message.name));
        QVERIFY2(message.signal(name("RollingCounter")), qPrintable(message.name));
        QCOMPARE(message.size, 8);
        QCOMPARE(message.id >> 16, 0x18FFu);
        for (const DbcSignal &signal : message.signalList)
            QVERIFY2(!signal.comment.isEmpty(), qPrintable(signal.name));
    }
    QCOMPARE(m_dbc.message(name("PackStatus"))->cycleMilliseconds, 100);
    QCOMPARE(m_dbc.message(name("CellVoltages"))->cycleMilliseconds, 200);
}

void DbcTest::everySignalSurvivesTheWire()
{
    QRandomGenerator random(1);
    for (const DbcMessage &message : m_dbc.messages()) {
        const DbcSignal *selector = message.multiplexor();
        QList<int> groups{-1};
        for (const DbcSignal &signal : message.signalList) {
            if (!groups.contains(signal.multiplexValue))
                groups.append(signal.multiplexValue);
        }
        if (selector)
            groups.removeFirst();
        for (int group : std::as_const(groups)) {
            QMap<QString, qint64> raw;
            for (const DbcSignal &signal : message.signalList) {
                if (signal.multiplexValue >= 0 && signal.multiplexValue != group)
                    continue;
                const qint64 span = qint64(1) << signal.size;
                const qint64 lowest = signal.isSigned ? -span / 2 : 0;
                raw.insert(signal.name, lowest + qint64(random.bounded(quint32(span))));
            }
            if (selector)
                raw.insert(selector->name, group);
            const auto payload = message.encode(raw);
            QVERIFY2(payload.ok(), qPrintable(message.name));
            QCOMPARE(message.decode(*payload), raw);
        }
        QVERIFY(message.decode(QByteArray(7, '\0')).isEmpty());
    }
}

void DbcTest::quantities()
{
    const DbcMessage &status = *m_dbc.message(name("PackStatus"));
    const auto payload = DbcWriter(status)
                             .milli(name("PackVoltage"), 384'020)
                             .milli(name("PackCurrent"), -12'350)
                             .milli(name("StateOfCharge"), 90'000)
                             .word(name("PackState"), name("discharging"))
                             .raw(name("RollingCounter"), 7)
                             .payload();
    QVERIFY(payload.ok());
    QCOMPARE(payload->toHex(' '), QByteArray("01 4b 09 ff 28 23 03 07"));
    const auto raw = status.decode(*payload);
    QCOMPARE(status.signal(name("PackVoltage"))->toMilli(raw[name("PackVoltage")]), 384'020);
    QCOMPARE(status.signal(name("PackCurrent"))->toMilli(raw[name("PackCurrent")]), -12'350);
    // Beyond the range a broadcast saturates and never looks like "invalid".
    const DbcSignal &cell = *m_dbc.message(name("CellVoltages"))->signal(name("CellVoltage001"));
    QCOMPARE(cell.toRaw(9'000), 65534);
    QCOMPARE(cell.toRaw(-5), 0);
    QVERIFY(!cell.inRange(65535));
    const DbcSignal &sensor = *m_dbc.message(name("Temperatures"))->signal(name("Temperature004"));
    QCOMPARE(sensor.toMilli(sensor.toRaw(-20'300)), -20'300);
}

void DbcTest::motorola()
{
    const auto dbc = Dbc::parse(small("SG_ Value : 7|12@0- (0.5,-1) [0|0] \"x\" Console"));
    QVERIFY(dbc.ok());
    const DbcSignal &value = dbc->messages().first().signalList.first();
    QByteArray payload(8, '\0');
    value.insert(payload, -2);
    QCOMPARE(payload.left(3).toHex(), QByteArray("ffe000"));
    QCOMPARE(value.extract(payload), -2);
    QCOMPARE(value.toMilli(-2), -2000);
    QCOMPARE(value.toRaw(-2000), -2);
}

void DbcTest::tableAgreesWithTheBits()
{
    // Every signal of the product, and every place and size that fits, both ways round, signed or not.
    QList<DbcSignal> all;
    for (const DbcMessage &message : m_dbc.messages())
        all.append(message.signalList);
    for (int size = 1; size <= 64; ++size) {
        for (int start = 0; start + size <= 64; ++start) {
            DbcSignal signal;
            signal.size = size;
            signal.isSigned = (start + size) % 2 == 0;
            signal.startBit = start;
            all.append(signal);
            signal.littleEndian = false;
            signal.startBit = start / 8 * 8 + 7 - start % 8;
            all.append(signal);
        }
    }
    quint64 random = 1;
    for (int round = 0; round < 50; ++round) {
        QByteArray payload(8, '\0');
        for (char &byte : payload) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            byte = round == 0 ? '\xFF' : char(random >> 56);
        }
        const FrameWords words(payload);
        for (const DbcSignal &signal : std::as_const(all))
            QCOMPARE(SignalPlace(signal).raw(words), signal.extract(payload));
    }
    const SignalTable table(m_dbc);
    for (const DbcMessage &message : m_dbc.messages()) {
        const SignalTable::Message *found = table.find(message.id);
        QVERIFY(found && found->message->name == message.name);
        QByteArray payload(message.size, '\x03');
        QMap<QString, qint64> taken;
        SignalTable::decode(
            *found, payload, [&](const DbcSignal &signal, qint64 raw) { taken.insert(signal.name, raw); });
        QCOMPARE(taken, message.decode(payload));
    }
    QVERIFY(!table.find(0x18DA10F1));
    QVERIFY(!table.find(name("NoSuchMessage")));
}

void DbcTest::encodeRefuses()
{
    const DbcMessage &cells = *m_dbc.message(name("CellVoltages"));
    QVERIFY(cells.encode({{name("CellGroup"), 1}, {name("CellVoltage004"), 37000}}).ok());
    QCOMPARE(
        cells.encode({{name("CellGroup"), 0}, {name("CellVoltage004"), 37000}}).error().detail, name("CellVoltage004"));
    QCOMPARE(cells.encode({{name("CellGroup"), 256}}).error().detail, name("CellGroup"));
    QCOMPARE(cells.encode({{name("Nonsense"), 0}}).error().detail, name("Nonsense"));
    const DbcMessage &status = *m_dbc.message(name("PackStatus"));
    QVERIFY(!DbcWriter(status).word(name("PackState"), name("flying")).payload().ok());
    QVERIFY(!DbcWriter(status).milli(name("Nonsense"), 1).payload().ok());
}

void DbcTest::parserRefuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("empty") << QByteArray() << name("1");
    QTest::newRow("outside the frame") << small("SG_ A : 60|8@1+ (1,0) [0|0] \"\" C") << name("2");
    QTest::newRow("outside, Motorola") << small("SG_ A : 58|8@0+ (1,0) [0|0] \"\" C") << name("2");
    QTest::newRow("factor 0") << small("SG_ A : 0|8@1+ (0,0) [0|0] \"\" C") << name("2");
    QTest::newRow("exponent") << small("SG_ A : 0|8@1+ (1e3,0) [0|0] \"\" C") << name("2");
    QTest::newRow("signal without message") << QByteArray("SG_ A : 0|8@1+ (1,0) [0|0] \"\" C") << name("1");
    QTest::newRow("11 bit") << QByteArray("BO_ 1 A: 8 P") << name("1");
    QTest::newRow("too long") << QByteArray("BO_ 2566848766 A: 64 P") << name("1");
    QTest::newRow("VAL_ of nothing") << small("VAL_ 2566848766 B 0 \"x\" ;") << name("2");
    QTest::newRow("open quote") << small("CM_ BO_ 2566848766 \"x") << name("3");
}

void DbcTest::parserRefuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, line);
    const auto dbc = Dbc::parse(text);
    QVERIFY(!dbc.ok());
    QCOMPARE(dbc.code(), Code::Malformed);
    QCOMPARE(dbc.error().detail, line);
}

void DbcTest::wordsAreThoseOfTheCore()
{
    const DbcSignal &lifeCycle = *m_dbc.message(name("BspStatus"))->signal(name("LifeCycle"));
    for (int state = 0; state <= int(LifeCycle::Decommissioned); ++state)
        QCOMPARE(lifeCycle.word(state), lifeCycleName(LifeCycle(state)));
}

/// A 96-cell pack on 500 kbit/s. An extended frame of 8 bytes has 131 bits with its gap, at most 160 with stuff bits.
void DbcTest::busLoad()
{
    const int cells = 96;
    const int sensors = 8;
    double framesPerSecond = 0;
    for (const DbcMessage &message : m_dbc.messages()) {
        int groups = 1;
        if (message.name == name("CellVoltages") || message.name == name("CellResistances"))
            groups = (cells + 2) / 3;
        else if (message.name == name("Temperatures"))
            groups = (sensors + 3) / 4;
        else if (message.name == name("Balancing"))
            groups = (cells + 47) / 48;
        if (message.cycleMilliseconds > 0)
            framesPerSecond += 1000.0 * groups / message.cycleMilliseconds;
    }
    const double least = framesPerSecond * 131 / 500'000 * 100;
    const double most = framesPerSecond * 160 / 500'000 * 100;
    qInfo("%.1f frames/s, %.2f %% to %.2f %% of 500 kbit/s", framesPerSecond, least, most);
    // The figures of PROTOCOL.md.
    QCOMPARE(QString::number(framesPerSecond, 'f', 1), name("195.2"));
    QCOMPARE(QString::number(least, 'f', 1), name("5.1"));
    QCOMPARE(QString::number(most, 'f', 1), name("6.2"));
}

void DbcTest::telemetryOfAPack()
{
    TelemetryDecoder decoder(Dbc::packwarden());
    const auto feed = [&](const char *message, const QMap<QString, qint64> &raw) {
        const DbcMessage &of = *m_dbc.message(name(message));
        const auto payload = of.encode(raw);
        QVERIFY2(payload.ok(), message);
        QCOMPARE(decoder.feed(frameOf(of, 0x10, *payload), 5), 0x10);
    };
    feed("PackLayout", {{name("CellCount"), 5}, {name("ModuleCount"), 2}, {name("SensorCount"), 3}});
    feed("PackStatus",
        {{name("PackVoltage"), 19000}, {name("PackCurrent"), -100}, {name("StateOfCharge"), 5550},
            {name("PackState"), 3}, {name("ContactorState"), 2}});
    // What has not come is not told to be 0.
    const auto knows = [&](PackFigures figures) {
        return decoder.packs().value(0x10).knows(figures);
    };
    QVERIFY(knows(
        PackFigure::Voltage | PackFigure::Current | PackFigure::Charge | PackFigure::State | PackFigure::Contactors));
    for (const PackFigure other : {PackFigure::ChargeLimit, PackFigure::LowestCell, PackFigure::Health,
             PackFigure::FaultCount, PackFigure::Insulation, PackFigure::LifeCycle, PackFigure::PolicyVersion})
        QVERIFY(!knows(other));
    feed("PackLimits", {{name("ChargeCurrentLimit"), 800}, {name("DischargeCurrentLimit"), 4000}});
    feed("CellExtremes", {{name("MinCell"), 4}, {name("MaxCell"), 2}, {name("MinCellVoltage"), 36500}});
    feed("PackHealth", {{name("StateOfHealth"), 9710}, {name("ActiveFaults"), 1}});
    feed("BspStatus",
        {{name("LifeCycle"), 6}, {name("LockState"), 1}, {name("PolicyVersion"), 12}, {name("RefusedRequests"), 3}});
    feed("CellVoltages",
        {{name("CellGroup"), 1}, {name("CellVoltage004"), 36504}, {name("CellVoltage005"), 65535},
            {name("CellVoltage006"), 65535}});
    feed("CellVoltages", {{name("CellGroup"), 0}, {name("SweepCounter"), 1}}); // the first of the next sweep
    feed("Temperatures",
        {{name("SensorGroup"), 0}, {name("Temperature002"), 1253}, {name("Temperature003"), 4095},
            {name("Temperature004"), 4095}});
    feed("Balancing", {{name("BalancingGroup"), 0}, {name("Balancing004"), 1}});
    const PackTelemetry pack = decoder.packs().value(0x10);
    QCOMPARE(pack.packMillivolts, 380'000);
    QCOMPARE(pack.packMilliamps, -5'000);
    QCOMPARE(pack.socMilliPercent, 55'500);
    QCOMPARE(pack.sohMilliPercent, 97'100);
    QCOMPARE(pack.state, name("discharging"));
    QVERIFY(pack.contactorsClosed);
    QCOMPARE(pack.chargeLimitMilliamps, 40'000);
    QCOMPARE(pack.dischargeLimitMilliamps, 200'000);
    QCOMPARE(pack.minCell, 4);
    QCOMPARE(pack.minCellMillivolts, 3650);
    QCOMPARE(pack.lifeCycle, name("in-service"));
    QCOMPARE(pack.lock, name("active"));
    QCOMPARE(pack.policyVersion, 12);
    QCOMPARE(pack.refusedRequests, 3);
    QCOMPARE(pack.activeFaults, 1);
    QCOMPARE(pack.modules, 2);
    QCOMPARE(pack.heardAt, 5);
    QCOMPARE(pack.cells.size(), 5);
    QCOMPARE(pack.cells.at(3), (CellReading{3650, true, true, 0, 5}));
    QVERIFY(!pack.cells.at(4).valid && pack.cells.at(4).heardAt == 5);
    QVERIFY(!pack.cells.at(0).valid && pack.cells.at(0).heardAt == 0);
    QCOMPARE(pack.temperaturesMilliCelsius, (QList<int>{-100'000, 25'300, 0}));
    // Nor is what the pack calls invalid, though it was told before.
    QVERIFY(knows(PackFigure::Health | PackFigure::FaultCount | PackFigure::LowestCell));
    constexpr qint64 invalid = 65535;
    feed("PackHealth", {{name("StateOfHealth"), invalid}, {name("ActiveFaults"), 0}});
    feed("CellExtremes", {{name("MinCellVoltage"), invalid}, {name("MaxCellVoltage"), 36600}});
    QVERIFY(!knows(PackFigure::Health) && knows(PackFigure::FaultCount));
    QVERIFY(!knows(PackFigure::LowestCell) && knows(PackFigure::HighestCell));
}

void DbcTest::sweepsStayWhole()
{
    TelemetryDecoder decoder(Dbc::packwarden());
    const auto feed = [&](const char *message, const QMap<QString, qint64> &raw, qint64 heardAt) {
        const DbcMessage &of = *m_dbc.message(name(message));
        QCOMPARE(decoder.feed(frameOf(of, 0x10, *of.encode(raw)), heardAt), 0x10);
    };
    const auto cells = [&](int group, int sweep, int tenths, qint64 heardAt) {
        QMap<QString, qint64> raw{{name("CellGroup"), group}, {name("SweepCounter"), sweep}};
        for (int cell = group * 3 + 1; cell <= group * 3 + 3; ++cell)
            raw.insert(QStringLiteral("CellVoltage%1").arg(cell, 3, 10, QLatin1Char('0')), tenths);
        feed("CellVoltages", raw, heardAt);
    };
    const auto heard = [&] {
        QList<int> millivolts;
        for (const CellReading &cell : decoder.packs().value(0x10).cells)
            millivolts.append(cell.millivolts);
        return millivolts;
    };
    feed("PackLayout", {{name("CellCount"), 6}, {name("ModuleCount"), 2}, {name("SensorCount"), 2}}, 1);
    cells(0, 0, 36'000, 10);
    QCOMPARE(heard(), QList<int>(6, 0)); // not half of it
    cells(1, 0, 36'000, 20);
    QCOMPARE(heard(), QList<int>(6, 3600));
    cells(1, 1, 37'000, 30);
    cells(1, 1, 37'000, 31); // repeated on its way
    QCOMPARE(heard(), QList<int>(6, 3600));
    cells(0, 1, 37'000, 40); // in another order
    QCOMPARE(heard(), QList<int>(6, 3700));
    // A frame was lost: what came counts when the next sweep begins, and the rest is seen to be old.
    cells(1, 2, 38'000, 50);
    cells(0, 3, 39'000, 60);
    QCOMPARE(heard(), (QList<int>{3700, 3700, 3700, 3800, 3800, 3800}));
    QCOMPARE(decoder.packs().value(0x10).cells.at(0).heardAt, 40);
    QCOMPARE(decoder.packs().value(0x10).cells.at(3).heardAt, 50);
    cells(1, 3, 39'000, 70);
    QCOMPARE(heard(), QList<int>(6, 3900));
}

void DbcTest::cellNumbersOfTheWholeRange()
{
    TelemetryDecoder decoder(Dbc::packwarden());
    const DbcMessage &message = *m_dbc.message(name("CellVoltages"));
    for (int group = 0; group < 85; ++group) {
        QMap<QString, qint64> raw{{name("CellGroup"), group}, {name("RollingCounter"), group % 16}};
        for (int cell = group * 3 + 1; cell <= group * 3 + 3; ++cell)
            raw.insert(QStringLiteral("CellVoltage%1").arg(cell, 3, 10, QLatin1Char('0')), 30'000 + cell * 10);
        QVERIFY(decoder.feed(frameOf(message, 0x6F, *message.encode(raw)), 1) == 0x6F);
    }
    const PackTelemetry pack = decoder.packs().value(0x6F);
    QCOMPARE(pack.cells.size(), 255);
    for (int cell = 1; cell <= 255; ++cell)
        QCOMPARE(pack.cells.at(cell - 1).millivolts, 3000 + cell);
    QCOMPARE(pack.lostFrames, 0);
}

void DbcTest::lossIsCounted()
{
    TelemetryDecoder decoder(Dbc::packwarden());
    const DbcMessage &message = *m_dbc.message(name("PackHealth"));
    qint64 heardAt = 1;
    const auto feed = [&](int counter, int node) {
        const auto payload = message.encode({{name("RollingCounter"), counter}});
        QVERIFY(decoder.feed(frameOf(message, node, *payload), heardAt) == node);
    };
    for (int counter : {253, 254, 255, 0, 1}) {
        feed(counter, 0x10);
        feed(counter, 0x11);
    }
    QCOMPARE(decoder.packs().value(0x10).lostFrames, 0);
    feed(4, 0x10);
    QCOMPARE(decoder.packs().value(0x10).lostFrames, 2);
    QCOMPARE(decoder.packs().value(0x11).lostFrames, 0);
    feed(4, 0x10); // repeated on the way
    QCOMPARE(decoder.packs().value(0x10).lostFrames, 2);
    heardAt += 60'000; // away, and started anew
    feed(100, 0x10);
    QCOMPARE(decoder.packs().value(0x10).lostFrames, 2);
}

void DbcTest::strangersAreIgnored()
{
    TelemetryDecoder decoder(Dbc::packwarden());
    const DbcMessage &message = *m_dbc.message(name("PackStatus"));
    QCOMPARE(decoder.feed(frameOf(message, 0x0F, QByteArray(8, '\0')), 1), 0);
    QCOMPARE(decoder.feed(frameOf(message, 0x70, QByteArray(8, '\0')), 1), 0);
    QCOMPARE(decoder.feed(frameOf(message, 0x10, QByteArray(7, '\0')), 1), 0);
    QCanBusFrame diagnostic(0x18DAF110, QByteArray(8, '\0'));
    diagnostic.setExtendedFrameFormat(true);
    QCOMPARE(decoder.feed(diagnostic, 1), 0);
    QVERIFY(decoder.packs().isEmpty());
}

QTEST_APPLESS_MAIN(DbcTest)
#include "tst_dbc.moc"
