// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/battery/scenario.h"
#include "hw/sim/uds/faultreports.h"
#include "hw/telemetry/telemetrydecoder.h"
#include "tests/hw/sim/support/testpack.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::sim;
using test::TestPack;
using test::TestWorld;
using Kind = Happening::Kind;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// What goes wrong with a pack, from the sensor to the bus and to the memory that outlives a restart.
class TestFaults final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;

    /// A pack that a driver has started, with the limits of a real one.
    std::unique_ptr<TestPack> make(const QList<Happening> &happenings)
    {
        PackState state = m_world->pack();
        const auto add = [&](const char *id, int number, const char *unit, qint64 min, qint64 max, qint64 value) {
            const ParameterId parameter = ParameterId::fromTrusted(s(id));
            const CapabilityId capability = CapabilityId::fromTrusted(s("set-soc-max"));
            state.silicon.parameters.append({parameter, number, s(unit), 3, capability, {Milli{min}, Milli{max}},
                Milli{value}, QLatin1String(id).endsWith(QLatin1String(".min")) ? Stricter::Higher : Stricter::Lower});
            state.values.insert(parameter, {Milli{value}, 1, {}, 0});
        };
        add("cell.voltage.min", 10, "V", 2'500, 4'000, 3'000);
        add("charge.current.max", 11, "A", 0, 400'000, 120'000);
        add("discharge.current.max", 12, "A", 0, 400'000, 100'000);
        add("cell.temperature.max", 13, "degC", 20'000, 70'000, 55'000);
        add("charge.temperature.min", 14, "degC", -10'000, 20'000, 0);
        state.components.insert(s("flash"), {s("F-1"), s("F-1"), 1});
        auto pack = std::make_unique<TestPack>(*m_world, state);
        pack->options.happenings = happenings;
        pack->options.activate = true;
        pack->boot();
        return pack;
    }

    /// Lets it run; gives all that it sent.
    static QList<QCanBusFrame> run(TestPack &pack, double seconds)
    {
        QList<QCanBusFrame> frames;
        constexpr int step = 50;
        for (double passed = 0; passed < seconds; passed += step / 1000.0) {
            pack.clock.advance(step);
            frames += pack.pack->advance(pack.clock.monotonicMilliseconds());
        }
        return frames;
    }

    /// The faults on the bus, in words: "cell-under-voltage 12 active derated".
    static QStringList events(const QList<QCanBusFrame> &frames)
    {
        const Dbc dbc = Dbc::packwarden();
        const DbcMessage *event = dbc.message(s("FaultEvent"));
        QStringList told;
        for (const QCanBusFrame &frame : frames) {
            if (dbc.messageFor(frame.frameId()) != event)
                continue;
            const auto raw = event->decode(frame.payload());
            const auto word = [&](const char *name) {
                return event->signal(s(name))->word(raw.value(s(name)));
            };
            told.append(QStringLiteral("%1 %2 %3 %4")
                            .arg(word("FaultCode"), QString::number(raw.value(s("FaultCell"))), word("FaultActive"),
                                word("FaultSeverity")));
        }
        return told;
    }

private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }

    void scenarios_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("wrong"); // empty: good
        const auto row = [](const char *name, const QByteArray &one, const char *wrong = "") {
            QTest::newRow(name) << QByteArray("{\"happenings\": [") + one + "]}" << s(wrong);
        };
        row("none", "");
        row("weak cell", R"({"kind": "weak-cell", "pack": "SDB-DEMO-0001", "place": 37, "amount": 0.7})");
        row("for a while", R"({"kind": "silent", "from": 5, "until": 9.5})");
        row("usual amount", R"({"kind": "insulation"})");
        row("unknown kind", R"({"kind": "flood"})", "kind: flood");
        row("unknown word", R"({"kind": "silent", "pak": "X"})", "pak");
        row("no place", R"({"kind": "weak-cell"})", "place");
        row("place too high", R"({"kind": "weak-cell", "place": 256})", "place");
        row("place where there is none", R"({"kind": "cold", "place": 1})", "no place");
        row("amount out of range", R"({"kind": "lost-frames", "amount": 1.5})", "amount");
        row("amount as text", R"({"kind": "lost-frames", "amount": "0.5"})", "amount");
        row("ends before it begins", R"({"kind": "silent", "from": 5, "until": 5})", "until");
        row("which component", R"({"kind": "missing-component"})", "which");
        QTest::newRow("no list") << QByteArray("{}") << s("happenings");
        QTest::newRow("cut") << QByteArray("{\"happenings\": [") << s("byte");
        QTest::newRow("more besides") << QByteArray(R"({"happenings": [], "x": 1})") << s("happenings");
    }

    void scenarios()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, wrong);
        const auto read = scenario::parse(json);
        QCOMPARE(read.ok(), wrong.isEmpty());
        if (!wrong.isEmpty())
            QVERIFY2(read.error().detail.contains(wrong), qPrintable(read.error().detail));
    }

    void specs()
    {
        QCOMPARE(*scenario::fromSpec(s("open-sense-wire:SDB-DEMO-0001:12")),
            (Happening{Kind::OpenSenseWire, s("SDB-DEMO-0001"), 12, {}, 0}));
        QCOMPARE(*scenario::fromSpec(s("weak-cell::3:0.5")), (Happening{Kind::WeakCell, {}, 3, {}, 0.5}));
        QCOMPARE(scenario::fromSpec(s("missing-component:X:flash"))->what, s("flash"));
        for (const char *bad : {"", "flood", "weak-cell", "weak-cell:X:a", "weak-cell:X:3:0", "cold:X:1", "a:b:c:d:e"})
            QVERIFY2(!scenario::fromSpec(s(bad)).ok(), bad);
        for (const QString &kind : scenario::kinds())
            QVERIFY2(scenario::fromSpec(kind + QStringLiteral(":X:1")).ok() || scenario::fromSpec(kind).ok(),
                qPrintable(kind));
    }

    void happeningsFitThePacks_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("wrong"); // empty: good
        QTest::newRow("last cell") << s("weak-cell:A:96") << QString();
        QTest::newRow("one cell more") << s("weak-cell:A:97") << s("place 97, but the pack has 1 to 96");
        QTest::newRow("of the longer pack") << s("open-sense-wire:B:255") << QString();
        QTest::newRow("of any pack") << s("weak-cell::255") << QString();
        QTest::newRow("last module") << s("hot-module:A:8") << QString();
        QTest::newRow("one module more") << s("hot-module:A:9") << s("1 to 8");
        QTest::newRow("a pack that is not there") << s("weak-cell:NOPE:5") << s("no pack NOPE; there are A, B");
        QTest::newRow("the whole pack of another name") << s("silent:a") << s("no pack a;");
        QTest::newRow("a component") << s("missing-component:A:cpu") << QString();
        QTest::newRow("a component that is not there")
            << s("missing-component:A:gearbox") << s("no component gearbox; there are cpu, flash");
        QTest::newRow("of no pack") << s("busy-bus") << QString();
    }

    void happeningsFitThePacks()
    {
        QFETCH(QString, spec);
        QFETCH(QString, wrong);
        const QStringList parts{s("cpu"), s("flash")};
        const auto fit
            = scenario::checkPlaces({*scenario::fromSpec(spec)}, {{s("A"), 96, 8, parts}, {s("B"), 255, 17, parts}});
        QCOMPARE(fit.ok(), wrong.isEmpty());
        if (!fit.ok())
            QVERIFY2(fit.error().detail.contains(wrong), qPrintable(fit.error().detail));
    }

    void eachDisturbanceIsFound_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("event"); // the first on the bus; empty: none
        QTest::addColumn<QString>("state"); // after it
        QTest::newRow("nothing") << QString() << QString() << QString();
        QTest::newRow("open sense wire") << s("open-sense-wire::12") << s("sense-wire-open 12 active derated")
                                         << QString();
        QTest::newRow("insulation, warning") << s("insulation:::300") << s("insulation 0 active warning") << QString();
        QTest::newRow("insulation, its twin above") << s("insulation:::600") << QString() << QString();
        QTest::newRow("insulation, stop") << s("insulation:::60") << s("insulation 0 active stopped") << s("fault");
        // Far enough off it could be a fire as well: the pack stops.
        QTest::newRow("drifting sensor") << s("drifting-sensor::3:20") << s("sensor-drift 3 active warning")
                                         << s("fault");
        QTest::newRow("drifting slowly") << s("drifting-sensor::3:2") << QString() << QString();
        QTest::newRow("welded contactor") << s("welded-contactor") << s("contactor 0 active stopped") << s("fault");
        QTest::newRow("missing component")
            << s("missing-component::flash") << s("component-missing 0 active stopped") << s("fault");
        QTest::newRow("no such component") << s("missing-component::wheel") << QString() << QString();
        QTest::newRow("hot module") << s("hot-module::2:100") << s("sensor-drift 2 active warning") << QString();
        QTest::newRow("another pack's") << s("insulation:SDB-OTHER::60") << QString() << QString();
    }

    void eachDisturbanceIsFound()
    {
        QFETCH(QString, spec);
        QFETCH(QString, event);
        QFETCH(QString, state);
        QList<Happening> happenings;
        if (!spec.isEmpty())
            happenings.append(*scenario::fromSpec(spec));
        auto pack = make(happenings);
        const QStringList told = events(run(*pack, 300));
        QCOMPARE(told.value(0), event);
        const QString now = pack->pack->battery().condition().state;
        if (!state.isEmpty()) {
            QCOMPARE(now, state);
            QVERIFY(!pack->pack->battery().condition().contactorsClosed);
            QCOMPARE(pack->pack->battery().condition().discharge.cause, s("fault"));
            QCOMPARE(pack->pack->battery().condition().discharge.milliamps, 0);
        } else {
            QVERIFY(now != s("fault"));
        }
        // Told of at once, then once a second.
        if (!event.isEmpty())
            QVERIFY2(told.size() > 100 && told.size() < 600, qPrintable(QString::number(told.size())));
        QCOMPARE(pack->pack->faults().activeCount(), event.isEmpty() ? 0 : pack->pack->faults().faults().size());
    }

    void aCellThatCannotBeMeasuredHoldsTheCurrent()
    {
        auto pack = make({*scenario::fromSpec(s("open-sense-wire::12"))});
        run(*pack, 20);
        const PackCondition condition = pack->pack->battery().condition();
        QCOMPARE(condition.cellTenthMillivolts.at(11), -1);
        QCOMPARE(condition.charge.milliamps, 0);
        QCOMPARE(condition.charge.cause, s("fault"));
        QCOMPARE(condition.charge.cell, 12);
        QVERIFY(condition.discharge.milliamps > 0 && condition.discharge.milliamps < 50'000);
        QVERIFY(!condition.balancing.at(11));
        // It is neither lowest nor highest on the bus.
        const Dbc dbc = Dbc::packwarden();
        const DbcMessage *extremes = dbc.message(s("CellExtremes"));
        int seen = 0;
        for (const QCanBusFrame &frame : run(*pack, 2)) {
            if (dbc.messageFor(frame.frameId()) != extremes)
                continue;
            ++seen;
            QVERIFY(extremes->decode(frame.payload()).value(s("MinCellVoltage")) > 10'000);
            QVERIFY(extremes->decode(frame.payload()).value(s("MinCell")) != 12);
        }
        QVERIFY(seen > 5);
    }

    void theConsoleHearsOfFaults()
    {
        Happening low = *scenario::fromSpec(s("insulation:::300"));
        low.from = 2;
        low.until = 10;
        Happening open = *scenario::fromSpec(s("open-sense-wire::12"));
        open.from = 2;
        auto pack = make({low, open});
        TelemetryDecoder decoder(Dbc::packwarden());
        const auto hear = [&](double seconds) {
            for (const QCanBusFrame &frame : run(*pack, seconds))
                decoder.feed(frame, pack->clock.monotonicMilliseconds());
            return decoder.packs().constBegin().value();
        };
        QVERIFY(hear(1.5).faults.isEmpty());
        const PackTelemetry heard = hear(5);
        QCOMPARE(heard.faults.size(), 2);
        QCOMPARE(heard.activeFaults, 2);
        FaultReading insulation = heard.faults.at(0);
        insulation.heardAt = 0;
        QCOMPARE(insulation,
            (FaultReading{{FaultCode::Insulation, 0}, FaultSeverity::Warning, FaultQuantity::Resistance, 300, 500, 0}));
        QCOMPARE(heard.faults.at(1).id, (FaultId{FaultCode::SenseWireOpen, 12}));
        QVERIFY(!heard.cells.at(11).valid);
        QCOMPARE(heard.chargeLimit, (LimitReading{s("fault"), 12}));
        QCOMPARE(hear(10).faults.size(), 1); // one is over
        // One that is not told of again is over, too, even if the word of it was lost.
        const auto frames = run(*pack, 0.2);
        QVERIFY(!frames.isEmpty());
        decoder.feed(frames.constLast(), pack->clock.monotonicMilliseconds() + 4000);
        QVERIFY(decoder.packs().constBegin().value().faults.isEmpty());
    }

    void aFaultComesGoesAndIsKept()
    {
        Happening low = *scenario::fromSpec(s("insulation:::300"));
        low.from = 5;
        low.until = 15;
        auto pack = make({low});
        QVERIFY(events(run(*pack, 4)).isEmpty());
        QCOMPARE(pack->askHex("1902ff").value(0), s("59022f"));
        run(*pack, 5);
        // 1A, insulation (7), the whole pack; failed, in this cycle, pending, confirmed, since clear.
        QCOMPARE(pack->askHex("1902ff").value(0), s("59022f1a07002f"));
        QCOMPARE(pack->askHex("190201").value(0), s("59022f1a07002f"));
        QCOMPARE(pack->askHex("1901ff").value(0), s("59012f010001"));
        const QStringList gone = events(run(*pack, 15));
        QCOMPARE(gone.constLast(), s("insulation 0 gone warning"));
        QCOMPARE(pack->askHex("190201").value(0), s("59022f")); // not now
        QCOMPARE(pack->askHex("1902ff").value(0), s("59022f1a07002e"));
        // After a start: pending from the cycle before; after another one: only confirmed.
        pack->options.happenings.clear();
        pack->boot();
        QCOMPARE(pack->askHex("1902ff").value(0), s("59022f1a07002c"));
        run(*pack, 1);
        PackContents stored = pack->contents();
        QCOMPARE(FaultMemory::start(stored.faults)->faults().size(), 1);
    }

    void theFreezeFrameIsOfThatInstant()
    {
        Happening low = *scenario::fromSpec(s("insulation:::300"));
        low.from = 5;
        auto pack = make({low});
        run(*pack, 30);
        const FaultMemory &memory = pack->pack->faults();
        QCOMPARE(memory.faults().size(), 1);
        const UdsReply answer = faultreports::answer(memory, 0x04, QByteArray::fromHex("1a070001"));
        QCOMPARE(answer.positive.left(10).toHex(), QByteArray("59041a07002f01010120"));
        const auto frame = FreezeFrame::decode(answer.positive.mid(10));
        QVERIFY(frame.ok());
        QCOMPARE(frame->fault, (FaultId{FaultCode::Insulation, 0}));
        QCOMPARE(frame->quantity, FaultQuantity::Resistance);
        QCOMPARE(frame->value, 300);
        QCOMPARE(frame->threshold, 500);
        QCOMPARE(frame->at, memory.faults().constFirst().first);
        QVERIFY(frame->at >= TestWorld::now + 5 && frame->at <= TestWorld::now + 7);
        QCOMPARE(frame->cellTenthMillivolts.size(), 96);
        QCOMPARE(frame->cellMicroohms.size(), 96);
        QCOMPARE(frame->sensorMilliCelsius.size(), pack->pack->battery().cells().moduleCount());
        QVERIFY(!FreezeFrame::decode(answer.positive.mid(10, 50)).ok());
        // Count, first and last; and what there is no record of.
        const QByteArray extended = faultreports::answer(memory, 0x06, QByteArray::fromHex("1a0700ff")).positive;
        QCOMPARE(extended.left(9).toHex(), QByteArray("59061a07002f010001"));
        for (const char *other : {"1a070101", "1a070002", "1b070001", "00000001"})
            QCOMPARE(faultreports::answer(memory, 0x04, QByteArray::fromHex(other)).negative, nrc::requestOutOfRange);
    }

    void theMemoryKeepsTheNewest()
    {
        FaultMemory memory;
        const auto frame = [](const FaultFinding &) {
            return FreezeFrame{};
        };
        QMap<FaultId, FaultFinding> active;
        for (int cell = 1; cell <= 40; ++cell) {
            const FaultId id{FaultCode::SenseWireOpen, cell};
            active = {{id, {id}}};
            QVERIFY(memory.take(active, cell, frame));
        }
        QCOMPARE(memory.faults().size(), FaultMemory::maxFaults);
        QCOMPARE(memory.faults().constFirst().id.place, 40);
        QVERIFY(!memory.take(active, 41, frame)); // nothing new
        // Many at once: as many as there is room for, none twice.
        for (int cell = 1; cell <= 40; ++cell)
            active.insert({FaultCode::Imbalance, cell}, {{FaultCode::Imbalance, cell}});
        memory.take(active, 50, frame);
        QCOMPARE(memory.faults().size(), FaultMemory::maxFaults);
        memory.take({}, 60, frame);
        QCOMPARE(memory.activeCount(), 0);
        const auto again = FaultMemory::start(memory.encode());
        QVERIFY(again.ok());
        QCOMPARE(again->faults().size(), FaultMemory::maxFaults);
        QVERIFY(!FaultMemory::start("x").ok());
        memory.clear();
        QVERIFY(memory.faults().isEmpty());
    }

    void abuseIsFoldedBackAndCounted()
    {
        auto pack = make({*scenario::fromSpec(s("cold:::-15"))});
        QCOMPARE(pack->contents().prevented.size(), 0);
        // Cells cool as slowly as they warm.
        pack->options.speed = 60;
        pack->boot();
        run(*pack, 200);
        const PackCondition condition = pack->pack->battery().condition();
        QVERIFY(condition.moduleMilliCelsius.constFirst() < -5'000);
        const auto prevented = pack->contents().prevented;
        QVERIFY(prevented.value(s("frozen-charge")) >= 1);
        QVERIFY(prevented.value(s("cold-power")) >= 1);
        QVERIFY2(prevented.value(s("cold-power")) < 200, "once for each time, not for each step");
        QVERIFY(pack->pack->faults().faults().isEmpty()); // prevented, so nothing is wrong
        // Kept over a restart, and a warm pack has none.
        pack->boot();
        QCOMPARE(pack->contents().prevented, prevented);
        auto warm = make({});
        run(*warm, 200);
        QVERIFY(warm->contents().prevented.isEmpty());
    }

    void powerToTurnRoundIsNotGiven_data()
    {
        QTest::addColumn<quint32>("sender");
        QTest::addColumn<QString>("direction");
        QTest::addColumn<int>("speed"); // m/h
        QTest::addColumn<int>("held");
        QTest::newRow("reverse at 40 km/h") << 0xA0u << s("reverse") << 40'000 << 1;
        QTest::newRow("forward at 40 km/h back") << 0xA0u << s("forward") << -40'000 << 1;
        QTest::newRow("reverse while parking") << 0xA0u << s("reverse") << 4'000 << 0;
        QTest::newRow("forward at 40 km/h") << 0xA0u << s("forward") << 40'000 << 0;
        QTest::newRow("none at 40 km/h") << 0xA0u << s("none") << 40'000 << 0;
        QTest::newRow("another pack says so") << 0x11u << s("reverse") << 40'000 << 0;
    }

    void powerToTurnRoundIsNotGiven()
    {
        QFETCH(quint32, sender);
        QFETCH(QString, direction);
        QFETCH(int, speed);
        QFETCH(int, held);
        auto pack = make({});
        run(*pack, 5);
        const Dbc dbc = Dbc::packwarden();
        const DbcMessage &request = *dbc.message(s("VehicleRequest"));
        QCanBusFrame frame((request.id & ~0xFFu) | sender,
            *DbcWriter(request).milli(s("VehicleSpeed"), speed).word(s("RequestedDirection"), direction).payload());
        frame.setExtendedFrameFormat(true);
        const auto ask = [&] {
            pack->pack->hear(frame, pack->clock.monotonicMilliseconds());
            run(*pack, 0.2);
        };
        for (int i = 0; i < 10; ++i)
            ask();
        const PackCondition asked = pack->pack->battery().condition();
        QVERIFY(asked.contactorsClosed); // under load nothing is opened
        // A quarter is left: a frame that nobody signs must not leave a van without power.
        QCOMPARE(asked.discharge.milliamps <= 25'000, held == 1);
        QVERIFY(asked.discharge.milliamps > 0);
        QCOMPARE(pack->contents().prevented.value(s("reverse-at-speed"), 0), held);
        QCOMPARE(pack->contents().preventedInstants.size(), held);
        if (held == 0)
            return;
        QCOMPARE(pack->contents().preventedInstants.constFirst().speed, speed);
        QCOMPARE(pack->contents().preventedInstants.constFirst().guard, s("reverse-at-speed"));
        // Nobody says so any more.
        run(*pack, 1);
        QVERIFY(pack->pack->battery().condition().discharge.milliamps > 25'000);
        // Of many only the last instants are kept, over a restart, too.
        for (int i = 0; i < 10; ++i) {
            run(*pack, 6);
            ask();
        }
        QCOMPARE(pack->contents().prevented.value(s("reverse-at-speed")), 11);
        const auto kept = pack->contents().preventedInstants;
        QCOMPARE(kept.size(), PreventedInstant::kept);
        QVERIFY(kept.constFirst().at > TestWorld::now + 10);
        pack->boot();
        QCOMPARE(pack->contents().preventedInstants, kept);
        const auto told
            = PreventedInstant::decodeList(QByteArray::fromHex(pack->askHex("220115").value(0).toLatin1()).mid(3));
        QVERIFY(told.ok() && *told == kept);
    }

    void framesAreLostAndPacksFallSilent()
    {
        const auto count = [this](const char *spec) {
            auto pack = make({*scenario::fromSpec(s(spec))});
            return run(*pack, 10).size();
        };
        const auto all = make({});
        const qsizetype whole = run(*all, 10).size();
        const qsizetype most = count("lost-frames:::0.1");
        QVERIFY(most < whole * 0.95 && most > whole * 0.85);
        QCOMPARE(count("silent"), 0);
        QCOMPARE(count("stolen"), 0);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
