// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/localbus.h"
#include "hw/link/linkthread.h"
#include "models/core/base/clock.h"

#include <QDirIterator>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace packwarden;
using Kind = BusTrouble::Kind;

namespace {

constexpr int patience = 30'000; // milliseconds
const QString first = QStringLiteral("SDB-DEMO-0001");
const QString second = QStringLiteral("SDB-DEMO-0002");

/// A simulator that can be killed, and started again on the same bus with the same packs.
class Process final
{
public:
    Process(const QString &bus, const QStringList &arguments)
        : m_arguments(QStringList{QStringLiteral("--bus"), bus} + arguments)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
    }
    ~Process() { kill(); }
    bool start()
    {
        m_process.start(QStringLiteral(PACKWARDEN_SIM), m_arguments);
        QByteArray said;
        while (!said.contains("ready") && m_process.waitForReadyRead(patience))
            said += m_process.readAll();
        if (!said.contains("ready"))
            qWarning("%s", said.constData());
        return said.contains("ready");
    }
    /// As by SIGKILL: it says goodbye to nobody.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(patience);
    }

private:
    QStringList m_arguments;
    QProcess m_process;
};

/// What a console is told, on a link thread of its own.
class Console final : public QObject
{
public:
    Console()
        : thread(clock)
    {
        connect(thread.link(), &PackLink::busStateChanged, this, [this](const BusState &state) { bus = state; });
        connect(thread.link(), &PackLink::busFiguresChanged, this, [this](const BusFigures &now) {
            figures = now;
            for (const BusTrouble &trouble : now.troubles)
                ever.insert(trouble.kind);
        });
        connect(thread.link(), &PackLink::telemetry, this, [this](const QList<PackTelemetry> &heard) {
            serials.clear();
            for (const PackTelemetry &pack : heard)
                serials.append(pack.serial);
        });
        connect(thread.link(), &PackLink::factsRead, this,
            [this](const PackFacts &facts) { answered = facts.serial.text(); });
    }
    void open(const QString &device)
    {
        QMetaObject::invokeMethod(thread.link(), [this, device] { thread.link()->open(device); });
    }
    void ask(const QString &serial)
    {
        answered.clear();
        QMetaObject::invokeMethod(thread.link(), [this, serial] { thread.link()->readFacts(serial); });
    }
    bool has(Kind kind) const
    {
        for (const BusTrouble &trouble : figures.troubles) {
            if (trouble.kind == kind)
                return true;
        }
        return false;
    }

    SystemClock clock;
    LinkThread thread;
    BusState bus;
    BusFigures figures;
    QSet<Kind> ever;
    QStringList serials;
    QString answered;
};

} // namespace

class BusRecoveryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hubKilledAndRestarted();
    void aRecordingTellsWhenTheBusWasGone();
    void hubKilledAndAnotherTakesItsPlace();
    void somebodyElseOnThePort();
    void secondSimulatorIsAGuest();
    void nodeSilentAndBack();
    void babblingAndOver();

private:
    QStringList packs(const QString &folder, const QStringList &serials);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_bus;
};

void BusRecoveryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_bus = freeLocalBus();
    QVERIFY(!m_bus.isEmpty());
}

QStringList BusRecoveryTest::packs(const QString &folder, const QStringList &serials)
{
    const QDir world(QStringLiteral(PACKWARDEN_WORLD "/packs"));
    for (const QString &serial : serials) {
        QDirIterator files(world.filePath(serial), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString target = m_folder->filePath(folder + u'/' + world.relativeFilePath(path));
            if (!QDir().mkpath(QFileInfo(target).absolutePath()) || !QFile::copy(path, target))
                qFatal("%s cannot be copied", qPrintable(path));
        }
    }
    return {QStringLiteral("--packs"), QString::number(serials.size()), QStringLiteral("--state"),
        m_folder->filePath(folder)};
}

void BusRecoveryTest::hubKilledAndRestarted()
{
    // Case 94: the process that hosts the bus is killed; the console says so, and is back without a hand on it.
    Process simulator(m_bus, packs(QStringLiteral("a"), {first}));
    QVERIFY(simulator.start());
    Console console;
    console.open(m_bus);
    QTRY_COMPARE_WITH_TIMEOUT(console.serials, QStringList{first}, patience);
    QTRY_VERIFY_WITH_TIMEOUT(console.figures.heard > 50, patience);
    QVERIFY(!console.figures.worst());
    for (int time = 1; time <= 2; ++time) {
        simulator.kill();
        QTRY_VERIFY_WITH_TIMEOUT(console.has(Kind::HubGone), patience);
        QCOMPARE(console.figures.worst()->kind, Kind::HubGone);
        QCOMPARE(console.bus.condition, BusCondition::Failed);
        QVERIFY(!console.bus.detail.isEmpty());
        QVERIFY(simulator.start());
        QTRY_VERIFY_WITH_TIMEOUT(console.figures.troubles.isEmpty() && console.bus.packs == 1, patience);
        QCOMPARE(console.bus.condition, BusCondition::Connected);
        QCOMPARE(console.figures.outages, time);
        QVERIFY(console.figures.lastOutage > 0);
        QCOMPARE(console.figures.lost, 0);
        console.ask(first);
        QTRY_COMPARE_WITH_TIMEOUT(console.answered, first, patience);
    }
}

/// The command line records what came before and after an absence, and tells of it.
void BusRecoveryTest::aRecordingTellsWhenTheBusWasGone()
{
    Process simulator(m_bus, packs(QStringLiteral("a"), {first}));
    QVERIFY(simulator.start());
    QProcess recorder;
    QByteArray told;
    connect(&recorder, &QProcess::readyReadStandardOutput, this, [&] { told += recorder.readAllStandardOutput(); });
    const QString file = m_folder->filePath(QStringLiteral("heard.log"));
    recorder.start(QStringLiteral(PACKWARDEN_CTL),
        {QStringLiteral("--json"), QStringLiteral("--bus"), m_bus, QStringLiteral("record"), QStringLiteral("start"),
            QStringLiteral("--seconds"), QStringLiteral("15"), QStringLiteral("-o"), file});
    const auto lines = [&] {
        QFile log(file);
        return log.open(QIODevice::ReadOnly) ? log.readAll().count('\n') : 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(lines() > 50, patience);
    QVERIFY(!told.contains("gone"));
    simulator.kill();
    QTRY_VERIFY_WITH_TIMEOUT(told.contains(R"("bus":"gone")"), patience);
    const auto before = lines();
    QVERIFY(simulator.start());
    QTRY_VERIFY_WITH_TIMEOUT(told.contains(R"("bus":"back")"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(lines() > before, patience);
    QTRY_COMPARE_WITH_TIMEOUT(recorder.state(), QProcess::NotRunning, patience);
    QCOMPARE(recorder.exitCode(), 0);
    QVERIFY2(told.contains(R"("absences":1)"), told.constData());
    QVERIFY(QString::fromUtf8(recorder.readAllStandardError()).contains(QLatin1String("the bus is back after")));
}

void BusRecoveryTest::hubKilledAndAnotherTakesItsPlace()
{
    // Case 94: the hub alone goes; the simulator, a guest so far, hosts the bus from then on.
    Process hub(m_bus, {QStringLiteral("hub")});
    QVERIFY(hub.start());
    Process simulator(m_bus, packs(QStringLiteral("a"), {first}));
    QVERIFY(simulator.start());
    Console console;
    console.open(m_bus);
    QTRY_COMPARE_WITH_TIMEOUT(console.serials, QStringList{first}, patience);
    hub.kill();
    QTRY_VERIFY_WITH_TIMEOUT(console.figures.outages > 0, patience);
    QVERIFY(console.ever.contains(Kind::HubGone));
    QTRY_VERIFY_WITH_TIMEOUT(!console.figures.worst() && console.bus.packs == 1, patience);
    console.ask(first);
    QTRY_COMPARE_WITH_TIMEOUT(console.answered, first, patience);
    // The hub comes back, as a guest.
    QVERIFY(hub.start());
    console.ask(first);
    QTRY_COMPARE_WITH_TIMEOUT(console.answered, first, patience);
}

void BusRecoveryTest::somebodyElseOnThePort()
{
    // Case 94: what listens on the port is no bus. No pack is made up, and the true bus is found once it is there.
    QTcpServer stranger;
    QVERIFY(stranger.listen(QHostAddress::LocalHost, quint16(QUrl(m_bus.section(u':', 1)).port())));
    Console console;
    console.open(m_bus);
    QTRY_VERIFY_WITH_TIMEOUT(console.has(Kind::NeverOpened), patience);
    QCOMPARE(console.bus.condition, BusCondition::Failed);
    QVERIFY2(console.bus.detail.contains(QStringLiteral("is no hub")), qPrintable(console.bus.detail));
    QCOMPARE(console.bus.packs, 0);
    stranger.close();
    while (QTcpSocket *guest = stranger.nextPendingConnection())
        delete guest;
    Process simulator(m_bus, packs(QStringLiteral("a"), {first}));
    QVERIFY(simulator.start());
    QTRY_COMPARE_WITH_TIMEOUT(console.serials, QStringList{first}, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!console.figures.worst(), patience);
}

void BusRecoveryTest::secondSimulatorIsAGuest()
{
    // Case 94: a second server on the port does not split the bus, and two may not run the same packs.
    const QStringList mine = packs(QStringLiteral("a"), {first});
    Process simulator(m_bus, mine);
    Process other(m_bus, packs(QStringLiteral("b"), {second}));
    QVERIFY(simulator.start());
    QVERIFY(other.start());
    Console console;
    console.open(m_bus);
    QTRY_COMPARE_WITH_TIMEOUT(console.serials, (QStringList{first, second}), patience);
    QProcess twin;
    twin.start(QStringLiteral(PACKWARDEN_SIM), QStringList{QStringLiteral("--bus"), m_bus} + mine);
    QVERIFY(twin.waitForFinished(patience));
    QCOMPARE(twin.exitCode(), 1);
    QVERIFY(twin.readAllStandardError().contains("SDB-DEMO-0001: in use"));
}

void BusRecoveryTest::nodeSilentAndBack()
{
    // Case 87: one of two packs goes; the other one and the bus go on.
    Process simulator(m_bus, packs(QStringLiteral("a"), {first}));
    Process other(m_bus, packs(QStringLiteral("b"), {second}));
    QVERIFY(simulator.start());
    QVERIFY(other.start());
    Console console;
    console.open(m_bus);
    QTRY_COMPARE_WITH_TIMEOUT(console.serials, (QStringList{first, second}), patience);
    other.kill();
    QTRY_VERIFY_WITH_TIMEOUT(console.has(Kind::NodeSilent), patience);
    QCOMPARE(console.figures.troubles.size(), 1);
    QCOMPARE(console.figures.worst()->serial, second);
    QCOMPARE(console.bus.condition, BusCondition::Connected);
    QVERIFY(other.start());
    QTRY_VERIFY_WITH_TIMEOUT(!console.figures.worst(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.bus.packs, 2, patience);
    QCOMPARE(console.figures.outages, 0);
}

void BusRecoveryTest::babblingAndOver()
{
    // Case 86: others take the bus for a while; it is said who, and the packs are heard all the same.
    QFile story(m_folder->filePath(QStringLiteral("story.json")));
    QVERIFY(story.open(QIODevice::WriteOnly));
    story.write(R"({"happenings": [{"kind": "busy-bus", "amount": 0.97, "from": 4, "until": 9}]})");
    story.close();
    Process simulator(
        m_bus, packs(QStringLiteral("a"), {first}) + QStringList{QStringLiteral("--scenario"), story.fileName()});
    QVERIFY(simulator.start());
    Console console;
    console.open(m_bus);
    QTRY_COMPARE_WITH_TIMEOUT(console.serials, QStringList{first}, patience);
    QVERIFY(!console.figures.worst());
    QTRY_VERIFY_WITH_TIMEOUT(console.has(Kind::Babbling), patience);
    QVERIFY2(console.figures.loadPermille >= 800, qPrintable(QString::number(console.figures.loadPermille)));
    QCOMPARE(console.bus.packs, 1);
    console.ask(first);
    QTRY_COMPARE_WITH_TIMEOUT(console.answered, first, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!console.figures.worst(), patience);
    QVERIFY(console.figures.peakPermille >= 800);
}

QTEST_GUILESS_MAIN(BusRecoveryTest)
#include "tst_busrecovery.moc"
