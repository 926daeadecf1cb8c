// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/canbits.h"
#include "hw/telemetry/bushealth.h"

#include <QTest>

using namespace packwarden;
using Kind = BusTrouble::Kind;

namespace {

QCanBusFrame extended(quint32 id, const QByteArray &payload)
{
    QCanBusFrame frame(id, payload);
    frame.setExtendedFrameFormat(true);
    return frame;
}

QCanBusFrame errorFrame(QCanBusFrame::FrameErrors errors, quint8 controller = 0)
{
    QCanBusFrame frame(QCanBusFrame::ErrorFrame);
    frame.setError(errors);
    QByteArray payload(8, '\0');
    payload[1] = char(controller);
    frame.setPayload(payload);
    return frame;
}

/// A bus in simulated time: a millisecond at a time, packs broadcast, others do what a row wants of them.
class Bus final
{
public:
    Bus() { health.portState(CanPort::State::Open, now); }

    BusHealth health{Dbc::packwarden()};
    qint64 now = 1'000'000;

    QCanBusFrame status(int node, int counter) const
    {
        const auto payload = DbcWriter(m_status).raw(QStringLiteral("RollingCounter"), counter & 0xFF).payload();
        return extended((m_status.id & ~0xFFu) | quint32(node), *payload);
    }
    /// The pack status of these nodes every cycle.
    void broadcast(const QList<int> &nodes)
    {
        if ((now - 1'000'000) % m_status.cycleMilliseconds != 0)
            return;
        for (const int node : nodes)
            health.heard(status(node, m_counter), now);
        ++m_counter;
    }
    void skip(int frames) { m_counter += frames; }
    void run(qint64 milliseconds, const std::function<void()> &each)
    {
        for (const qint64 end = now + milliseconds; now < end; ++now)
            each();
    }
    BusFigures figures() { return health.figures(now); }
    /// Of the troubles: kind and who.
    QList<std::pair<Kind, quint32>> troubles()
    {
        QList<std::pair<Kind, quint32>> found;
        for (const BusTrouble &one : figures().troubles)
            found.append({one.kind, one.who});
        return found;
    }

private:
    const Dbc m_dbc = Dbc::packwarden();
    const DbcMessage &m_status = *m_dbc.message(QStringLiteral("PackStatus"));
    int m_counter = 0;
};

using Troubles = QList<std::pair<Kind, quint32>>;
using Story = std::function<void(Bus &bus)>;

} // namespace

Q_DECLARE_METATYPE(Story)
Q_DECLARE_METATYPE(Troubles)

class BusHealthTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void troubles_data();
    void troubles();
    void loadIsThatOfTheBits_data();
    void loadIsThatOfTheBits();
    void loadIsThatOfTheRate();
    void countsAndForgets();
    void controllerStates_data();
    void controllerStates();
    void worstComesFirst();
    void outagesAreCounted();
    void memoryIsBounded();
    void anythingMayCome();
};

void BusHealthTest::troubles_data()
{
    QTest::addColumn<Story>("story");
    QTest::addColumn<Troubles>("expected");
    const auto row = [](const char *name, const Story &story, const Troubles &expected) {
        QTest::newRow(name) << story << expected;
    };
    const auto talk = [](Bus &bus, qint64 milliseconds, const QList<int> &nodes = {0x10, 0x11}) {
        bus.run(milliseconds, [&] { bus.broadcast(nodes); });
    };
    // So many thousandths of the wire by frames of these identifiers in turn, beside the packs.
    const auto fill = [](Bus &bus, int permille, const QList<QCanBusFrame> &frames, const QList<int> &nodes) {
        double owed = 0;
        qsizetype next = 0;
        bus.run(3000, [&] {
            bus.broadcast(nodes);
            for (owed += permille / 1e6; owed > 0;) {
                const QCanBusFrame &frame = frames.at(next++ % frames.size());
                owed -= wireSeconds(frame, 500'000);
                bus.health.heard(frame, bus.now);
            }
        });
    };
    QList<QCanBusFrame> many;
    for (quint32 i = 0; i < 40; ++i)
        many.append(extended(0x0CF00000 + i, QByteArray(8, 'a')));
    const QList<QCanBusFrame> loudest{QCanBusFrame(0u, QByteArray(8, '\0'))};
    const QList<QCanBusFrame> upload{extended(0x18DA10F1, QByteArray(8, '!')), extended(0x18DA10F1, QByteArray(8, '?')),
        extended(0x18DA10F1, QByteArray(8, '.')), extended(0x18DAF110, QByteArray(8, '0'))};

    row("two packs, nothing wrong", [=](Bus &bus) { talk(bus, 5000); }, {});
    row("case 86: id 0 babbles, all of the bus",
        [=](Bus &bus) {
            talk(bus, 1000);
            fill(bus, 1000, loudest, {});
        },
        {{Kind::Babbling, 0}, {Kind::Overloaded, 0}, {Kind::NodeSilent, 0x10}, {Kind::NodeSilent, 0x11}});
    row("case 86: id 0 babbles, 85 %", [=](Bus &bus) { fill(bus, 850, loudest, {0x10}); }, {{Kind::Babbling, 0}});
    row("case 86: twin: the same id, 50 %", [=](Bus &bus) { fill(bus, 500, loudest, {0x10}); }, {});
    row("case 86: 95 % by many", [=](Bus &bus) { fill(bus, 950, many, {0x10}); }, {{Kind::Overloaded, 0}});
    row("case 86: twin: 85 % by many", [=](Bus &bus) { fill(bus, 850, many, {0x10}); }, {});
    row("four times what the assumed rate carries", [=](Bus &bus) { fill(bus, 4000, many, {0x10}); }, {});
    row("95 % by many, where there is no wire",
        [=](Bus &bus) {
            bus.health.restart(true);
            bus.health.portState(CanPort::State::Open, bus.now);
            fill(bus, 950, many, {0x10});
        },
        {});
    row("twin: four times what the interface is set to",
        [=](Bus &bus) {
            bus.health.setBitRates(BitRates{500'000, 0});
            fill(bus, 4000, many, {0x10});
        },
        {{Kind::Overloaded, 0}});
    row("case 86: overload that went to 85 % is not over",
        [=](Bus &bus) {
            fill(bus, 950, many, {0x10});
            fill(bus, 850, many, {0x10});
        },
        {{Kind::Overloaded, 0}});
    row("case 86: twin: overload that went to 70 % is over",
        [=](Bus &bus) {
            fill(bus, 950, many, {0x10});
            fill(bus, 700, many, {0x10});
        },
        {});
    row("case 86: a transfer fills the bus, and is none who babbles", [=](Bus &bus) { fill(bus, 850, upload, {0x10}); },
        {{Kind::SameTester, 0xF1}});
    row("case 86: twin: one who uploads to nobody", [=](Bus &bus) { fill(bus, 850, upload.mid(0, 3), {0x10}); },
        {{Kind::Babbling, 0x18DA10F1}, {Kind::SameTester, 0xF1}});

    row("case 87: a node falls silent",
        [=](Bus &bus) {
            talk(bus, 1000);
            talk(bus, 3100, {0x10});
        },
        {{Kind::NodeSilent, 0x11}});
    row("case 87: twin: not yet",
        [=](Bus &bus) {
            talk(bus, 1000);
            talk(bus, 2500, {0x10});
        },
        {});
    row("case 87: twin: and is back",
        [=](Bus &bus) {
            talk(bus, 1000);
            talk(bus, 5000, {0x10});
            talk(bus, 500);
        },
        {});
    row("case 87: a node that was taken away is forgotten",
        [=](Bus &bus) {
            talk(bus, 1000);
            talk(bus, 121'000, {0x10});
        },
        {});
    row("case 87: nothing at all is heard",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.now += 2500;
        },
        {{Kind::NothingHeard, 0}});
    row("case 87: twin: hardly anything",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.now += 1500;
        },
        {});
    row("case 87: the interface goes",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.portState(CanPort::State::Failed, bus.now);
        },
        {{Kind::InterfaceGone, 0}});
    row("case 87: and is tried again",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.portState(CanPort::State::Failed, bus.now);
            bus.health.portState(CanPort::State::Opening, ++bus.now);
        },
        {{Kind::InterfaceGone, 0}});
    row("an interface that never opened",
        [=](Bus &bus) {
            bus.health.restart(false);
            bus.health.portState(CanPort::State::Failed, bus.now);
            bus.health.portState(CanPort::State::Opening, ++bus.now);
        },
        {{Kind::NeverOpened, 0}});
    row("another bus that never opened, after one that did",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.restart(true);
            bus.health.portState(CanPort::State::Failed, bus.now);
        },
        {{Kind::NeverOpened, 0}});
    row("case 87: twin: it is back, and nobody was silent meanwhile",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.portState(CanPort::State::Failed, bus.now);
            bus.now += 60'000;
            bus.health.portState(CanPort::State::Open, bus.now);
            bus.now += 500;
        },
        {});
    row("case 87: twin: what was sent during a short outage is not lost",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.portState(CanPort::State::Failed, bus.now);
            bus.skip(7);
            bus.now += 700;
            bus.health.portState(CanPort::State::Open, bus.now);
            talk(bus, 500);
        },
        {});
    row("case 87: closed by hand is no trouble",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.portState(CanPort::State::Closed, bus.now);
        },
        {});
    row("case 87: error frames",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.heard(errorFrame(QCanBusFrame::ProtocolViolationError), bus.now);
        },
        {{Kind::ErrorFrames, 0}});
    row("case 87: twin: ten seconds ago",
        [=](Bus &bus) {
            bus.health.heard(errorFrame(QCanBusFrame::ProtocolViolationError), bus.now);
            talk(bus, 11'000);
        },
        {});
    row("case 87: error passive",
        [=](Bus &bus) {
            bus.health.heard(errorFrame(QCanBusFrame::ControllerError, 0x20), bus.now);
            talk(bus, 11'000);
        },
        {{Kind::ErrorPassive, 0}});
    row("case 87: twin: a warning only",
        [=](Bus &bus) {
            bus.health.heard(errorFrame(QCanBusFrame::ControllerError, 0x08), bus.now);
            talk(bus, 11'000);
        },
        {});
    row("case 87: bus-off",
        [=](Bus &bus) {
            bus.health.heard(errorFrame(QCanBusFrame::BusOffError), bus.now);
            talk(bus, 11'000);
        },
        {{Kind::BusOff, 0}});
    row("case 87: twin: bus-off, and restarted",
        [=](Bus &bus) {
            bus.health.heard(errorFrame(QCanBusFrame::BusOffError), bus.now);
            bus.health.heard(errorFrame(QCanBusFrame::ControllerRestartError), bus.now + 1);
            talk(bus, 11'000);
        },
        {});
    row("case 87: the interface takes nothing",
        [=](Bus &bus) {
            bus.run(1500, [&] {
                bus.broadcast({0x10});
                bus.health.refused(bus.now);
            });
        },
        {{Kind::WritesRefused, 0}});
    row("case 87: twin: it takes every tenth",
        [=](Bus &bus) {
            bus.run(1500, [&] {
                bus.broadcast({0x10});
                bus.health.refused(bus.now);
                if (bus.now % 10 == 0)
                    bus.health.sent(extended(1, "x"), bus.now);
            });
        },
        {});
    row("case 87: twin: nothing for a moment",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.refused(bus.now);
            talk(bus, 900);
        },
        {});

    row("case 88: another console with our address",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.heard(extended(0x18DA10F1, "\2\x3E\x80"), bus.now);
        },
        {{Kind::SameTester, 0xF1}});
    row("case 88: it asks all",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.heard(extended(0x18DB33F1, "\2\x3E\x80"), bus.now);
        },
        {{Kind::SameTester, 0xF1}});
    row("case 88: testers with other addresses",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.heard(extended(0x18DA10F9, "\2\x3E\x80"), bus.now);
            bus.health.heard(extended(0x18DA11FA, "\2\x3E\x80"), bus.now);
        },
        {{Kind::ForeignTester, 0xF9}, {Kind::ForeignTester, 0xFA}});
    row("case 88: twin: our own frames",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.sent(extended(0x18DA10F1, "\2\x3E\x80"), bus.now);
        },
        {});
    row("case 88: twin: a pack's answer",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.heard(extended(0x18DAF110, "\2\x7E"), bus.now);
        },
        {});
    row("case 88: twin: the short form of the identifier",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.heard(QCanBusFrame(0x7E0, QByteArray("\2\x3E\x80")), bus.now);
        },
        {});
    row("case 88: twin: half a minute ago",
        [=](Bus &bus) {
            bus.health.heard(extended(0x18DA10F9, "\2\x3E\x80"), bus.now);
            talk(bus, 31'000);
        },
        {});

    row("case 86: frames lost",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.skip(3);
            talk(bus, 500);
        },
        {{Kind::FramesLost, 0}});
    row("case 86: twin: a turn of the counter",
        [=](Bus &bus) {
            bus.skip(250);
            talk(bus, 2000);
        },
        {});
    row("case 81: twin: one frame twice",
        [=](Bus &bus) {
            bus.health.heard(bus.status(0x10, 7), bus.now);
            bus.health.heard(bus.status(0x10, 7), bus.now);
        },
        {});
    row("case 86: twin: a pack that started anew",
        [=](Bus &bus) {
            talk(bus, 1000, {0x10});
            bus.skip(100);
            bus.now += 1500;
            talk(bus, 500, {0x10});
        },
        {});
    row("case 86: frames late",
        [=](Bus &bus) {
            int counter = 0;
            bus.run(4000, [&] {
                if (bus.now % 250 == 0)
                    bus.health.heard(bus.status(0x10, counter++), bus.now);
            });
        },
        {{Kind::FramesLate, 0}});
    row("case 86: twin: what is lost in between is not late",
        [=](Bus &bus) {
            int counter = 0;
            bus.run(4000, [&] {
                if (bus.now % 250 == 0)
                    bus.health.heard(bus.status(0x10, counter += 2), bus.now);
            });
        },
        {{Kind::FramesLost, 0}});
    row("case 86: twin: a bit slow",
        [=](Bus &bus) {
            int counter = 0;
            bus.run(4000, [&] {
                if (bus.now % 200 == 0)
                    bus.health.heard(bus.status(0x10, counter++), bus.now);
            });
        },
        {});
    row("case 95: a telemetry frame too short",
        [=](Bus &bus) {
            talk(bus, 1000);
            QCanBusFrame cut = bus.status(0x10, 1);
            cut.setPayload(cut.payload().left(3));
            bus.health.heard(cut, bus.now);
        },
        {{Kind::FramesInvalid, 0}});
    row("case 95: nine bytes in a classic frame",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.heard(extended(1, QByteArray(9, 'x')), bus.now);
        },
        {{Kind::FramesInvalid, 0}});
    row("case 95: twin: a frame of somebody else",
        [=](Bus &bus) {
            talk(bus, 1000);
            bus.health.heard(extended(1, QByteArray(8, 'x')), bus.now);
        },
        {});
    row("case 95: twin: a remote frame",
        [=](Bus &bus) {
            talk(bus, 1000);
            QCanBusFrame remote = extended(1, {});
            remote.setFrameType(QCanBusFrame::RemoteRequestFrame);
            bus.health.heard(remote, bus.now);
        },
        {});
}

void BusHealthTest::troubles()
{
    QFETCH(Story, story);
    QFETCH(Troubles, expected);
    Bus bus;
    story(bus);
    QCOMPARE(bus.troubles(), expected);
}

void BusHealthTest::loadIsThatOfTheBits_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QCanBusFrame>("frame");
    QTest::addColumn<int>("permille");
    // 131 bits without stuffing; zeros are stuffed, and FD frames are fast in their data.
    QTest::newRow("nothing") << 0 << extended(0, {}) << 0;
    QTest::newRow("29 bits, alternating") << 1000 << extended(0x15555555, QByteArray(8, '\x55'))
                                          << int(wireBits(extended(0x15555555, QByteArray(8, '\x55'))).nominal * 2);
    QTest::newRow("29 bits, zeros") << 1000 << extended(0, QByteArray(8, '\0'))
                                    << int(wireBits(extended(0, QByteArray(8, '\0'))).nominal * 2);
    QTest::newRow("11 bits, empty") << 5000 << QCanBusFrame(0x555, QByteArray())
                                    << int(wireBits(QCanBusFrame(0x555, QByteArray())).nominal * 10);
}

void BusHealthTest::loadIsThatOfTheBits()
{
    QFETCH(int, count);
    QFETCH(QCanBusFrame, frame);
    QFETCH(int, permille);
    Bus bus;
    // Sent and heard count alike.
    for (int i = 0; i < count; ++i) {
        if (i % 2)
            bus.health.sent(frame, bus.now);
        else
            bus.health.heard(frame, bus.now);
    }
    bus.now += 1000;
    BusFigures figures = bus.figures();
    QCOMPARE(figures.loadPermille, permille);
    QCOMPARE(figures.framesPerSecond, count);
    QCOMPARE(figures.heard + figures.sent, count);
    bus.now += 1000;
    figures = bus.figures();
    QCOMPARE(figures.loadPermille, 0);
    QCOMPARE(figures.peakPermille, permille);
}

void BusHealthTest::loadIsThatOfTheRate()
{
    const QCanBusFrame frame = extended(0x15555555, QByteArray(8, '\x55'));
    const auto load = [&](bool simulated, const std::optional<BitRates> &rates) {
        Bus bus;
        bus.health.restart(simulated);
        bus.health.setBitRates(rates);
        bus.health.portState(CanPort::State::Open, bus.now);
        for (int i = 0; i < 1000; ++i)
            bus.health.heard(frame, bus.now);
        bus.now += 1000;
        return bus.figures();
    };
    const BusFigures assumed = load(false, std::nullopt);
    QCOMPARE(assumed.bitRate, 500'000);
    QVERIFY(!assumed.rateIsKnown);
    const BusFigures half = load(false, BitRates{250'000, 0});
    QCOMPARE(half.bitRate, 250'000);
    QCOMPARE(half.dataRate, 250'000);
    QCOMPARE(half.loadPermille, 2 * assumed.loadPermille);
    QVERIFY(half.rateIsKnown);
    QVERIFY(load(true, std::nullopt).rateIsKnown);
}

void BusHealthTest::countsAndForgets()
{
    Bus bus;
    for (int i = 0; i < 4; ++i)
        bus.health.heard(errorFrame(QCanBusFrame::TransmissionTimeoutError), bus.now);
    QCOMPARE(bus.figures().troubles.constFirst().count, 4);
    bus.now += 5000;
    bus.health.heard(errorFrame(QCanBusFrame::TransmissionTimeoutError), bus.now);
    bus.health.heard(bus.status(0x10, 1), bus.now);
    QCOMPARE(bus.figures().troubles.constFirst().count, 5);
    bus.now += 6000;
    bus.health.heard(bus.status(0x10, 2), bus.now);
    QCOMPARE(bus.figures().troubles.constFirst().count, 1);
    QCOMPARE(bus.figures().errorFrames, 5);
    bus.health.restart(false);
    QCOMPARE(bus.figures().errorFrames, 0);
    QCOMPARE(bus.troubles(), Troubles());
}

void BusHealthTest::controllerStates_data()
{
    using Controller = BusFigures::Controller;
    QTest::addColumn<QCanBusFrame>("frame");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, const QCanBusFrame &frame, Controller state) {
        QTest::newRow(name) << frame << int(state);
    };
    row("case 87: receiver warns", errorFrame(QCanBusFrame::ControllerError, 0x04), Controller::Warning);
    row("case 87: sender warns", errorFrame(QCanBusFrame::ControllerError, 0x08), Controller::Warning);
    row("case 87: receiver passive", errorFrame(QCanBusFrame::ControllerError, 0x10), Controller::Passive);
    row("case 87: sender passive", errorFrame(QCanBusFrame::ControllerError, 0x20), Controller::Passive);
    row("case 87: active", errorFrame(QCanBusFrame::ControllerError, 0x40), Controller::Active);
    row("case 87: full buffer says nothing", errorFrame(QCanBusFrame::ControllerError, 0x01), Controller::Active);
    row("case 87: bus-off", errorFrame(QCanBusFrame::BusOffError), Controller::BusOff);
    row("case 87: the byte without the flag says nothing", errorFrame(QCanBusFrame::ProtocolViolationError, 0x20),
        Controller::Active);
}

void BusHealthTest::controllerStates()
{
    QFETCH(QCanBusFrame, frame);
    QFETCH(int, state);
    Bus bus;
    bus.health.heard(frame, bus.now);
    QCOMPARE(int(bus.figures().controller), state);
    // A new interface begins anew.
    bus.health.portState(CanPort::State::Failed, bus.now);
    bus.health.portState(CanPort::State::Open, bus.now);
    QCOMPARE(bus.figures().controller, BusFigures::Controller::Active);
}

void BusHealthTest::worstComesFirst()
{
    Bus bus;
    bus.health.heard(extended(0x18DA10F1, "\2\x3E\x80"), bus.now);
    QVERIFY(!bus.figures().worst());
    bus.health.heard(errorFrame(QCanBusFrame::ProtocolViolationError), bus.now);
    QVERIFY(bus.figures().worst());
    QCOMPARE(bus.figures().worst()->kind, Kind::ErrorFrames);
    const qint64 since = bus.now;
    bus.now += 700;
    bus.health.heard(errorFrame(QCanBusFrame::BusOffError), bus.now);
    QCOMPARE(bus.figures().worst()->kind, Kind::BusOff);
    QCOMPARE(bus.figures().worst()->since, bus.now);
    QCOMPARE(bus.figures().troubles.at(1).kind, Kind::ErrorFrames);
    QCOMPARE(bus.figures().troubles.at(1).since, since);
    for (qsizetype i = 1; i < bus.figures().troubles.size(); ++i)
        QVERIFY(bus.figures().troubles.at(i - 1).kind < bus.figures().troubles.at(i).kind);
}

void BusHealthTest::outagesAreCounted()
{
    Bus bus;
    bus.health.restart(true);
    bus.health.portState(CanPort::State::Open, bus.now);
    QCOMPARE(bus.figures().outages, 0);
    for (int i = 0; i < 2; ++i) {
        bus.health.portState(CanPort::State::Failed, bus.now);
        QCOMPARE(bus.troubles(), (Troubles{{Kind::HubGone, 0}}));
        for (int attempt = 0; attempt < 3; ++attempt) {
            bus.now += 1000;
            bus.health.portState(CanPort::State::Opening, bus.now);
            bus.health.portState(CanPort::State::Failed, bus.now);
        }
        bus.now += 1200;
        bus.health.portState(CanPort::State::Open, bus.now);
    }
    QCOMPARE(bus.figures().outages, 2);
    QCOMPARE(bus.figures().lastOutage, 4200);
    QCOMPARE(bus.troubles(), Troubles());
    // Closed and opened again because nothing was heard: no outage.
    bus.health.portState(CanPort::State::Closed, bus.now);
    bus.health.portState(CanPort::State::Open, bus.now);
    QCOMPARE(bus.figures().outages, 2);
}

void BusHealthTest::memoryIsBounded()
{
    // Case 95: every identifier there is, and an hour's pause: neither memory nor time grow with them.
    Bus bus;
    for (quint32 id = 0; id < 200'000; ++id)
        bus.health.heard(extended(id * 2654435761u >> 3, QByteArray(1, 'x')), bus.now);
    for (quint32 source = 0; source < 256; ++source)
        bus.health.heard(extended(0x18DA1000 | source, QByteArray(1, 'x')), bus.now);
    QVERIFY(bus.figures().troubles.size() <= 260);
    bus.now += 3'600'000;
    QCOMPARE(bus.troubles(), (Troubles{{Kind::NothingHeard, 0}}));
}

void BusHealthTest::anythingMayCome()
{
    // Case 95: 200,000 frames of any kind; what is counted adds up.
    Bus bus;
    quint32 random = 1;
    const auto next = [&] {
        random = random * 1664525 + 1013904223;
        return random >> 8;
    };
    constexpr int frames = 200'000;
    int echoes = 0;
    for (int i = 0; i < frames; ++i) {
        QCanBusFrame frame(next(), QByteArray(int(next() % 70), char(next())));
        frame.setExtendedFrameFormat(next() & 1);
        frame.setFlexibleDataRateFormat(next() & 1);
        frame.setBitrateSwitch(next() & 1);
        frame.setLocalEcho(next() % 16 == 0);
        static constexpr QCanBusFrame::FrameType types[] = {QCanBusFrame::DataFrame, QCanBusFrame::ErrorFrame,
            QCanBusFrame::RemoteRequestFrame, QCanBusFrame::InvalidFrame, QCanBusFrame::UnknownFrame};
        frame.setFrameType(types[next() % 5]);
        echoes += frame.hasLocalEcho() ? 1 : 0;
        bus.health.heard(frame, bus.now);
        bus.now += i % 16 == 0 ? 1 : 0;
    }
    const BusFigures figures = bus.figures();
    QCOMPARE(figures.heard + figures.errorFrames + figures.invalid + echoes, frames);
    QVERIFY(figures.errorFrames > 0 && figures.invalid > 0 && figures.heard > 0);
}

QTEST_GUILESS_MAIN(BusHealthTest)
#include "tst_bushealth.moc"
