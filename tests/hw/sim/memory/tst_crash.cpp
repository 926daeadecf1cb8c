// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/memory/filelayer.h"
#include "hw/uds/documentkind.h"
#include "tests/hw/sim/memory/crashrunner.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::sim;
using namespace packwarden::test;

/// The machine stops at the k-th write, for every k (a sixth of them in each run), once and again while it recovers,
/// over everything that changes a pack's memory.
class TestCrash final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void stopsAtEveryWrite_data() { rows(QStringLiteral("case 110, 112: ")); }
    void stopsAtEveryWrite();
    void stopsAgainWhileRecovering_data() { rows(QStringLiteral("case 111, 112: ")); }
    void stopsAgainWhileRecovering();
    void aMixtureWouldBeFound();
    void killedProcess();

private:
    void rows(const QString &prefix);
    /// The pack before the thing, and the thing.
    FactoryPack before(const QString &name);
    CrashRunner::Operation operation(const QString &name, const FactoryPack &pack);

    CryptoRuntime m_crypto;
    FactoryWorld m_world;
    CrashRunner m_runner;
    QStringList m_stations;
    QMap<QString, FactoryWorld::Sample> m_samples;
};

void TestCrash::initTestCase()
{
    const FactoryLine line(m_world.papers());
    for (const FactoryLine::Station &station : line.stations())
        m_stations.append(station.name);
    FactoryPack sealed(m_world);
    sealed.makeUpTo({});
    for (const FactoryWorld::Sample &sample : m_world.samples(sealed.state()))
        m_samples.insert(sample.name, sample);
}

void TestCrash::rows(const QString &prefix)
{
    QTest::addColumn<QString>("name");
    const auto row = [&](const char *group, const QString &name) {
        QTest::newRow(qPrintable(prefix + QLatin1String(group) + name)) << name;
    };
    row("", QStringLiteral("identify"));
    for (const QString &station : m_stations)
        row("provisioning, ", station);
    for (const QString &sample : m_samples.keys())
        row("document, ", sample);
    row("", QStringLiteral("activation"));
    row("", QStringLiteral("refusal"));
    row("", QStringLiteral("clock-loss"));
}

FactoryPack TestCrash::before(const QString &name)
{
    FactoryPack pack(m_world);
    if (name == QStringLiteral("identify"))
        return pack.copy();
    pack.makeUpTo(m_stations.contains(name) ? name : QString());
    BootFacts facts;
    facts.clockLost = true;
    if (name == QStringLiteral("time") && !pack.boot(facts).ok())
        qFatal("not started");
    return pack.copy();
}

CrashRunner::Operation TestCrash::operation(const QString &name, const FactoryPack &pack)
{
    if (name == QStringLiteral("identify"))
        return [](FactoryPack &p) {
            (void)p.identify();
        };
    if (name == QStringLiteral("activation")) {
        return [](FactoryPack &p) {
            PackContents next = p.contents();
            if (next.activation.isActive())
                return;
            next.activation = {QStringLiteral("drive"), 3600, QByteArray(32, 'r'), QStringLiteral("courier.driver"),
                RoleId::fromTrusted(QStringLiteral("driver"))};
            next.addChange(FactoryWorld::now, QStringLiteral("activate"), QStringLiteral("drive"));
            (void)p.memory->commit(next);
        };
    }
    if (name == QStringLiteral("refusal")) {
        const QByteArray bytes = m_world.request(pack.state(), {});
        return [bytes](FactoryPack &p) {
            if (p.contents().refusals.isEmpty())
                p.deliver(documentkind::request, bytes);
        };
    }
    if (name == QStringLiteral("clock-loss")) {
        return [](FactoryPack &p) {
            BootFacts facts;
            facts.clockLost = true;
            if (!p.contents().clockUncertain)
                (void)p.boot(facts);
        };
    }
    if (name == QStringLiteral("clock") || name == QStringLiteral("time")) {
        // A new start has a new nonce, so the document is made anew, too.
        const qint64 at = FactoryWorld::now + 5000;
        const QString who = name == QStringLiteral("time") ? QStringLiteral("platform-engineer")
                                                           : QStringLiteral("manufacturer-engineer");
        return [this, at, who](FactoryPack &p) {
            if (p.contents().clockFloor < at)
                p.deliver(documentkind::time, m_world.time(p.state(), who, at));
        };
    }
    if (m_stations.contains(name)) {
        const FactoryLine line(m_world.papers());
        for (const FactoryLine::Station &station : line.stations()) {
            if (station.name == name) {
                const QByteArray bytes = *station.make(*pack.memory, pack.clock.now());
                const int kind = station.kind;
                return [kind, bytes](FactoryPack &p) {
                    p.deliver(kind, bytes);
                };
            }
        }
    }
    FactoryWorld::Sample sample = m_samples.value(name);
    for (const FactoryWorld::Sample &fresh : m_world.samples(pack.state())) {
        if (fresh.name == name)
            sample = fresh;
    }
    return [sample](FactoryPack &p) {
        p.deliver(sample.kind, sample.bytes);
    };
}

void TestCrash::stopsAtEveryWrite()
{
    QFETCH(QString, name);
    const FactoryPack pack = before(name);
    FactoryPack done = pack.copy();
    operation(name, pack)(done);
    QCOMPARE(done.contents().refusals.size(), name == QStringLiteral("refusal") ? 1 : 0);
    const int stops = m_runner.stops();
    const int oldStates = m_runner.oldStates();
    const int newStates = m_runner.newStates();
    const QString wrong = m_runner.once(pack, operation(name, pack));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    // write, sync, rename, syncFolder at least, each stopped in six ways, of which a sample was tried
    QVERIFY(m_runner.stops() - stops >= 4 * 6 / m_runner.oneOf());
    QVERIFY(m_runner.oldStates() > oldStates);
    QVERIFY(m_runner.newStates() > newStates);
}

void TestCrash::stopsAgainWhileRecovering()
{
    QFETCH(QString, name);
    const FactoryPack pack = before(name);
    const int stops = m_runner.stops();
    const QString wrong = m_runner.whileRecovering(pack, operation(name, pack));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QVERIFY(m_runner.stops() - stops >= 4 * 4 / m_runner.oneOf());
}

void TestCrash::aMixtureWouldBeFound()
{
    // The judge of all this must be able to say no: two writes where one was needed.
    const FactoryPack pack = before(QStringLiteral("activation"));
    const QString wrong = m_runner.once(pack, [](FactoryPack &p) {
        PackContents next = p.contents();
        if (next.failedAuthentications == 0) {
            next.failedAuthentications = 1;
            (void)p.memory->commit(next);
        }
        if (next.prevented.isEmpty()) {
            next.prevented.insert(QStringLiteral("frozen"), 1);
            (void)p.memory->commit(next);
        }
    });
    QVERIFY(wrong.contains(QStringLiteral("neither the old state nor the new one")));
}

namespace {

constexpr int seatNumbers = 7;

/// Writes for ever, a slot and the state in each step, and says which step is done.
int writeForEver(const QString &folder)
{
    DiskFiles files;
    auto memory = PackMemory::load(files, folder);
    if (!memory.ok())
        return 1;
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return 1;
    for (qint64 step = memory->contents().boots + 1;; ++step) {
        PackParts next;
        next.contents = memory->contents();
        next.contents.boots = step;
        next.contents.failedAuthentications = step;
        for (int layer = 1; layer <= 4; ++layer)
            next.foundation.layers.insert(layer, {1 + int(step % seatNumbers), 1});
        if (!memory.value().commit(next).ok())
            return 1;
        out.write(QByteArray::number(step) + '\n');
        out.flush();
    }
}

} // namespace

void TestCrash::killedProcess()
{
    QTemporaryDir dir;
    DiskFiles files;
    PackParts first;
    first.board.hardware = QStringLiteral("nmc-96s2p");
    first.board.configuration = {QStringLiteral("NMC"), 96, 2, 8, 120'000, 0x10};
    QVERIFY(PackMemory::create(files, dir.path(), first).ok());
    qint64 reached = 0;
    for (int round = 0; round < 25; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write-for-ever"), dir.path()});
        QVERIFY(writer.waitForStarted());
        QByteArray said;
        while (said.count('\n') < 3 + round % 4 && writer.waitForReadyRead(10'000))
            said += writer.readAll();
        writer.kill();
        QVERIFY(writer.waitForFinished(10'000));
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        said += writer.readAll();
        QVERIFY(said.contains('\n'));
        const qint64 acknowledged = said.left(said.lastIndexOf('\n')).split('\n').constLast().toLongLong();
        const auto memory = PackMemory::load(files, dir.path());
        QVERIFY2(memory.ok(), memory.ok() ? "" : qPrintable(memory.error().detail));
        const qint64 held = memory->contents().boots;
        QVERIFY2(held == acknowledged || held == acknowledged + 1,
            qPrintable(QStringLiteral("%1 after %2").arg(held).arg(acknowledged)));
        QVERIFY(held > reached);
        QCOMPARE(memory->contents().failedAuthentications, held);
        QCOMPARE(qint64(memory->foundation().layers.value(1).seats), 1 + held % seatNumbers);
        reached = held;
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--write-for-ever"))
        return writeForEver(arguments.value(2));
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash.moc"
