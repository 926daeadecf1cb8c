// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/canbits.h"
#include "hw/can/localbus.h"
#include "hw/link/linkthread.h"
#include "hw/recording/buslistener.h"
#include "hw/recording/canrecorder.h"
#include "hw/telemetry/bushealth.h"
#include "models/core/base/clock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace packwarden;

namespace {

constexpr int patience = 30'000; // milliseconds
constexpr int packCount = 16;

/// How much longer than usual: PACKWARDEN_SOAK=40 for ten minutes of a full bus, and for a day at once.
int factor()
{
    return std::max(1, qEnvironmentVariableIntValue("PACKWARDEN_SOAK"));
}

qint64 residentKibibytes()
{
#ifdef __SANITIZE_ADDRESS__
    return 0; // it keeps what was freed, so its growth tells nothing
#endif
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLongLong() * (::sysconf(_SC_PAGESIZE) / 1024);
}

/// Seconds of processor that a process has used.
double processorSeconds(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> words = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return double(words.value(11).toLongLong() + words.value(12).toLongLong()) / double(::sysconf(_SC_CLK_TCK));
}

void tell(const char *name, double value, const char *unit)
{
    qInfo("%s",
        QJsonDocument(QJsonObject{{QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("value"), value},
                          {QStringLiteral("unit"), QLatin1String(unit)}})
            .toJson(QJsonDocument::Compact)
            .constData());
}

/// Wall time that a test moves.
class MovedClock final : public Clock
{
public:
    qint64 microseconds = 1'900'000'000'000'000;
    qint64 now() const override { return microseconds / 1'000'000; }
    qint64 nowMicroseconds() const override { return microseconds; }
    qint64 monotonicMilliseconds() const override { return microseconds / 1000; }
};

} // namespace

class SoakTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hoursAtFullLoad();
    void fullBus();
};

void SoakTest::hoursAtFullLoad()
{
    // Case 96: more than half an hour of a full bus in simulated time, through all that hears a bus: nothing is lost,
    // and nothing grows.
    const Dbc dbc = Dbc::packwarden();
    const DbcMessage &status = *dbc.message(QStringLiteral("PackStatus"));
    const DbcSignal &counter = *status.signal(QStringLiteral("RollingCounter"));
    MovedClock clock;
    BusHealth health(dbc);
    health.portState(CanPort::State::Open, clock.monotonicMilliseconds());
    BusListener listener;
    CanRecorder recorder(clock);
    QCanBusFrame frame(0, QByteArray(status.size, '\0'));
    frame.setExtendedFrameFormat(true);
    // A little less than the wire carries, as each of them is told of.
    constexpr qint64 gap = 280; // microseconds
#ifdef __SANITIZE_ADDRESS__
    const qint64 frames = 500'000LL * factor();
#else
    const qint64 frames = 7'500'000LL * factor();
#endif
    qint64 warm = 0;
    for (qint64 i = 0; i < frames; ++i) {
        QByteArray payload(status.size, char(i * 37));
        counter.insert(payload, (i / 96) & 0xFF);
        frame.setFrameId((status.id & ~0xFFu) | quint32(0x10 + i % 96));
        frame.setPayload(payload);
        clock.microseconds += gap;
        health.heard(frame, clock.monotonicMilliseconds());
        listener.feed(frame, clock.microseconds);
        recorder.take({frame}, "can0");
        if (i == frames / 4)
            warm = residentKibibytes();
    }
    const BusFigures figures = health.figures(clock.monotonicMilliseconds());
    QCOMPARE(figures.heard, frames);
    QCOMPARE(figures.lost, 0);
    QVERIFY2(figures.loadPermille >= 880, qPrintable(QString::number(figures.loadPermille)));
    QCOMPARE(listener.telemetry().packs().size(), 96);
    for (const PackTelemetry &pack : listener.telemetry().packs())
        QCOMPARE(pack.lostFrames, 0);
    const qint64 growth = residentKibibytes() - warm;
    tell("hours of a full bus", double(frames * gap) / 3.6e9, "h");
    tell("memory growth over them", double(growth), "KiB");
    QVERIFY2(growth < 1024, qPrintable(QString::number(growth)));
}

void SoakTest::fullBus()
{
    // Case 96: a full 500 kbit/s from 16 packs and others, by processes and in real time, heard, decoded and recorded.
    QTemporaryDir folder;
    for (int i = 0; i < packCount; ++i) {
        QProcess provision;
        provision.start(QStringLiteral(PACKWARDEN_SIM),
            {QStringLiteral("provision"), QStringLiteral("--blank"), folder.path(),
                QStringLiteral("SDB-SOAK-%1").arg(i, 4, 10, QLatin1Char('0')), QStringLiteral("nmc-96s2p")});
        QVERIFY(provision.waitForFinished(patience));
        QVERIFY2(provision.exitCode() == 0, provision.readAllStandardError().constData());
    }
    QFile story(folder.filePath(QStringLiteral("story.json")));
    QVERIFY(story.open(QIODevice::WriteOnly));
    story.write(R"({"happenings": [{"kind": "busy-bus", "amount": 1.0, "from": 8}]})");
    story.close();
    const QString bus = freeLocalBus();
    QProcess simulator;
    simulator.setProcessChannelMode(QProcess::MergedChannels);
    simulator.start(QStringLiteral(PACKWARDEN_SIM),
        {QStringLiteral("--bus"), bus, QStringLiteral("--packs"), QString::number(packCount), QStringLiteral("--state"),
            folder.filePath(QStringLiteral("packs")), QStringLiteral("--scenario"), story.fileName()});
    QByteArray said;
    while (!said.contains("ready") && simulator.waitForReadyRead(patience))
        said += simulator.readAll();
    QVERIFY2(said.contains("ready"), said.constData());

    const SystemClock clock;
    LinkThread console(clock);
    BusFigures figures;
    QList<PackTelemetry> packs;
    connect(console.link(), &PackLink::busFiguresChanged, this, [&](const BusFigures &now) { figures = now; });
    connect(console.link(), &PackLink::telemetry, this, [&](const QList<PackTelemetry> &now) { packs = now; });
    QMetaObject::invokeMethod(console.link(), [&] { console.link()->open(bus); });
    QMetaObject::invokeMethod(
        console.recorder(), [&] { console.recorder()->start(folder.filePath(QStringLiteral("soak.log"))); });
    QTRY_COMPARE_WITH_TIMEOUT(packs.size(), packCount, patience);

    // Real processes from here on: what they cost, and lose, in so many seconds.
    const qint64 pid = simulator.processId();
    double before = processorSeconds(pid);
    (void)test::waitFor([] { return false; }, 4000);
    tell("processor for 16 packs of 96 cells", (processorSeconds(pid) - before) / 4 * 100, "% of a core");
    QCOMPARE(packs.constFirst().cells.size(), 96);

    QTRY_VERIFY_WITH_TIMEOUT(figures.loadPermille >= 950, patience);
    const auto lostSoFar = [&] {
        qint64 lost = figures.lost;
        for (const PackTelemetry &pack : std::as_const(packs))
            lost += pack.lostFrames;
        return lost;
    };
    // What is kept of the last half minute grows until it is full; what comes after that may not.
    const int seconds = 8 * factor();
    const int filling = factor() > 1 ? 60 : 0;
    (void)test::waitFor([] { return false; }, filling * 1000);
    const qint64 warm = residentKibibytes();
    const qint64 heard = figures.heard;
    before = processorSeconds(::getpid());
    (void)test::waitFor([] { return false; }, seconds * 1000);
    const qint64 growth = residentKibibytes() - warm;
    tell("seconds of a full bus", seconds, "s");
    tell("frames of it", double(figures.heard - heard), "frames");
    tell("frames lost", double(lostSoFar()), "frames");
    tell("memory growth", double(growth), "KiB");
    tell("processor of the console's side", (processorSeconds(::getpid()) - before) / seconds * 100, "% of a core");
    QCOMPARE(lostSoFar(), 0);
    QVERIFY2(figures.heard - heard > 3000LL * seconds, qPrintable(QString::number(figures.heard - heard)));
    // A recorder that fills its half minute takes up to 16 MiB for it.
    QVERIFY2(growth < (filling > 0 ? 2048 : 16 * 1024), qPrintable(QString::number(growth)));
    simulator.terminate();
    QVERIFY(simulator.waitForFinished(patience));
}

QTEST_GUILESS_MAIN(SoakTest)
#include "tst_soak.moc"
