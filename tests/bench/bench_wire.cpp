// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/canbits.h"
#include "hw/can/qtcanport.h"
#include "hw/dbc/signaltable.h"
#include "hw/isotp/isotp.h"
#include "hw/recording/buslistener.h"
#include "hw/recording/canrecorder.h"
#include "models/core/base/clock.h"
#include "tests/bench/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>

using namespace packwarden;
using namespace packwarden::isotp;

namespace {

Config sideOf(Format format, bool isPack)
{
    Config config;
    config.transmitId = isPack ? 0x18DAF110 : 0x18DA10F1;
    config.receiveId = isPack ? 0x18DA10F1 : 0x18DAF110;
    config.format = format;
    config.burst = 64; // as on SocketCAN, whose queue says what it has no room for
    return config;
}

/// One message over a bus of 500 kbit/s (data of CAN FD: 2 Mbit/s) whose interfaces hold ten frames and take no more,
/// in simulated time: how long it takes, and how long its frames are.
struct Passage
{
    double seconds = 0;
    double frameSeconds = 0;
};
Passage pass(Format format, int length)
{
    constexpr int bitRate = 500'000;
    constexpr int dataRate = 2'000'000;
    constexpr qsizetype queueLength = 10;
    struct Waiting
    {
        bool toPack;
        QCanBusFrame frame;
    };
    Channel console(sideOf(format, false));
    Channel pack(sideOf(format, true));
    QList<Waiting> queue; // both ends' frames, in the order of the bus
    double busy = 0; // until then a frame is on the wire
    double now = 0;
    Passage passage;
    bool arrived = false;
    const auto micro = [&] {
        return qint64(std::llround(now * 1e6));
    };
    const auto put = [&](const Output &output, bool toPack) {
        bool refused = false;
        Channel &sender = toPack ? console : pack;
        for (const QCanBusFrame &frame : output.frames) {
            const auto mine = std::count_if(
                queue.begin(), queue.end(), [&](const Waiting &waiting) { return waiting.toPack == toPack; });
            refused = refused || mine >= queueLength;
            if (refused) {
                sender.refused(frame, micro());
                continue;
            }
            if (queue.isEmpty())
                busy = std::max(now, busy) + wireSeconds(frame, bitRate, dataRate);
            queue.append({toPack, frame});
        }
        arrived = arrived || !output.messages.isEmpty();
    };
    Output out;
    bench::must(console.send(QByteArray(length, 'm'), 0, out), "send");
    put(out, true);
    while (!arrived && now < 60) {
        double next = queue.isEmpty() ? 60 : busy;
        for (const auto &deadline : {console.nextDeadline(), pack.nextDeadline()}) {
            if (deadline)
                next = std::min(next, double(*deadline) / 1e6);
        }
        now = std::max(now, next);
        if (!queue.isEmpty() && busy <= now) {
            const Waiting gone = queue.takeFirst();
            passage.frameSeconds += wireSeconds(gone.frame, bitRate, dataRate);
            if (!queue.isEmpty())
                busy += wireSeconds(queue.constFirst().frame, bitRate, dataRate);
            Output step;
            (gone.toPack ? pack : console).receive(gone.frame, micro(), step);
            put(step, !gone.toPack);
        }
        Output step;
        console.advance(micro(), step);
        put(step, true);
        step = {};
        pack.advance(micro(), step);
        put(step, false);
    }
    bench::must(arrived, "the message did not arrive");
    passage.seconds = now;
    return passage;
}

/// The broadcasts of four packs with 96 cells, as they come.
QList<QCanBusFrame> traffic()
{
    const Dbc dbc = Dbc::packwarden();
    QList<QCanBusFrame> frames;
    for (int i = 0; i < 4; ++i) {
        for (const DbcMessage &message : dbc.messages()) {
            QByteArray payload(message.size, '\0');
            QCanBusFrame frame((message.id & ~0xFFu) | quint32(0x10 + i), payload);
            frame.setExtendedFrameFormat(true);
            frames.append(frame);
        }
    }
    return frames;
}

void measureDecoder()
{
    constexpr double wanted = 20e6;
    const QList<QCanBusFrame> frames = traffic();
    const SignalTable table(Dbc::packwarden());
    TelemetryDecoder telemetry(Dbc::packwarden());
    quint64 sum = 0;
    const bench::Pair pair = bench::inTurns(
        [&] {
            for (const QCanBusFrame &frame : frames) {
                if (const SignalTable::Message *message = table.find(frame.frameId()))
                    SignalTable::decode(
                        *message, frame.payload(), [&](const DbcSignal &, qint64 raw) { sum += quint64(raw); });
            }
        },
        [&] {
            for (const QCanBusFrame &frame : frames)
                sum += quint64(telemetry.feed(frame, 1));
        });
    bench::must(sum > 0, "nothing was decoded");
    const double rate = double(frames.size()) / pair.mine;
    bench::print("table decoder, every signal", rate, "frames/s", "20 million frames/s", wanted / rate, 1);
    bench::print("telemetry decoder, values of packs", double(frames.size()) / pair.floor, "frames/s", "table decoder",
        pair.floor / pair.mine);
}

void measureRecording(const QString &folder)
{
    const QList<QCanBusFrame> frames = traffic();
    const SystemClock clock;
    CanRecorder recorder(clock);
    bench::must(recorder.start(folder + QStringLiteral("/bench.log")).ok(), "recording");
    BusListener listener;
    QFile bare(folder + QStringLiteral("/bare.log"));
    bench::must(bare.open(QIODevice::WriteOnly | QIODevice::Unbuffered), "bare file");
    const QByteArray lines
        = canlog::line({clock.nowMicroseconds(), frames.constFirst()}, "can0").repeated(int(frames.size()));
    const bench::Pair pair = bench::inTurns(
        [&] {
            recorder.take(frames, "can0");
            for (const QCanBusFrame &frame : frames)
                listener.feed(frame, clock.nowMicroseconds());
        },
        [&] { bare.write(lines); });
    bench::print("decode and record", double(frames.size()) / pair.mine, "frames/s", "write of the same lines",
        pair.mine / pair.floor);
}

/// Ten thousand frames a second from one port to another over virtualcan, heard, decoded and recorded.
void measureSustained(const QString &folder)
{
    constexpr int perSecond = 10'000;
    constexpr int runSeconds = 5;
    QTcpServer probe;
    bench::must(probe.listen(QHostAddress::LocalHost), "port");
    const QString device = QStringLiteral("virtualcan:tcp://127.0.0.1:%1/can0").arg(probe.serverPort());
    probe.close();
    QtCanPort sender(device, QtCanPort::Hosting::Allowed);
    const SystemClock clock;
    QThread thread;
    thread.start();
    auto *place = new QObject;
    place->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, place, &QObject::deleteLater);
    std::atomic<qint64> heard = 0;
    std::atomic<bool> listening = false;
    qint64 written = 0;
    CanRecorder recorder(clock);
    bench::must(recorder.start(folder + QStringLiteral("/sustained.log")).ok(), "recording");
    const QList<QCanBusFrame> frames = traffic();
    QTimer tick;
    QElapsedTimer elapsed;
    qint64 sent = 0;
    QObject::connect(&sender, &CanPort::stateChanged, &sender, [&] {
        if (sender.state() != CanPort::State::Open)
            return;
        QMetaObject::invokeMethod(place, [&] {
            auto *port = new QtCanPort(device, QtCanPort::Hosting::Never, place);
            auto listener = std::make_shared<BusListener>();
            QObject::connect(port, &CanPort::framesReceived, port, [&, listener](const QList<QCanBusFrame> &batch) {
                recorder.take(batch, "can0");
                for (const QCanBusFrame &frame : batch)
                    listener->feed(frame, clock.nowMicroseconds());
                heard += batch.size();
                listening = true;
            });
            port->open();
        });
        tick.start(1);
    });
    QObject::connect(&tick, &QTimer::timeout, &sender, [&] {
        // The hub knows of a guest only after that calls itself open: until then one frame now and then.
        if (!listening) {
            sender.send(frames.constFirst());
            return;
        }
        if (!elapsed.isValid()) {
            elapsed.start();
            QTimer::singleShot(200, &sender, [&] { heard = 0; });
            return;
        }
        const qint64 passed = elapsed.elapsed() - 500;
        if (passed > runSeconds * 1000 + 1000) {
            QCoreApplication::quit();
            return;
        }
        const qint64 due = std::min<qint64>(passed, runSeconds * 1000) * perSecond / 1000;
        while (sent < due && sender.send(frames.at(sent % frames.size())))
            ++sent;
    });
    sender.open();
    QCoreApplication::exec();
    thread.quit();
    thread.wait();
    written = heard;
    bench::print("frames lost of 10,000/s through bus, decoder and recorder", double(sent - written), "frames",
        "frames sent", sent > 0 ? double(written) / double(sent) : 0, 1);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("qt.canbus*=false"));
    for (const auto &[name, format] : {std::pair("ISO-TP, 4095 bytes at 500 kbit/s", Format::Classic),
             std::pair("ISO-TP, 4095 bytes at 500 kbit/s and 2 Mbit/s", Format::Fd)}) {
        const Passage passage = pass(format, 4095);
        bench::print(
            name, passage.seconds * 1000, "ms", "bits of its frames", passage.seconds / passage.frameSeconds, 1.05);
    }
    measureDecoder();
    QTemporaryDir folder;
    bench::must(folder.isValid(), "folder");
    measureRecording(folder.path());
    measureSustained(folder.path());
    return 0;
}
