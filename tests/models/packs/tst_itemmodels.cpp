// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditmodel.h"
#include "models/audit/auditstore.h"
#include "models/packs/cellsmodel.h"
#include "models/packs/packplaces.h"
#include "models/packs/packsmodel.h"
#include "models/packs/parametersmodel.h"
#include "models/packs/playedrecording.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"
#include "tests/support/everyfigure.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

class TestItemModels final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void packs();
    void packsOfSeveralBuses();
    void placesOfPacks_data();
    void placesOfPacks();
    void cells();
    void parameters();
    void audit();
    void signoffs();
    void titlesAreTheViews();
    void recordingsByTheirContent_data();
    void recordingsByTheirContent();
    void eachRecordingHasItsStore();

private:
    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
};

namespace {

PackTelemetry telemetryOf(int node, int cells)
{
    PackTelemetry telemetry;
    telemetry.node = node;
    telemetry.serial = QStringLiteral("SDB-TEST-%1").arg(node, 4, 10, QLatin1Char('0'));
    telemetry.heardAt = 1000;
    telemetry.socMilliPercent = 55500;
    telemetry.known = test::everyFigure;
    telemetry.modules = 4;
    for (int i = 0; i < cells; ++i)
        telemetry.cells.append({3700 + i, i != 2, false, 0, 900});
    return telemetry;
}

} // namespace

void TestItemModels::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
}

void TestItemModels::packs()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    PacksModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTelemetry(telemetryOf(0x12, 4));
    model.setTelemetry(telemetryOf(0x10, 4));
    model.setFacts(factsOf(m_pack)); // node 0x10
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, PacksModel::NodeColumn).data().toInt(), 0x10);
    QCOMPARE(model.index(0, PacksModel::SerialColumn).data().toString(), m_pack.serial.text());
    QCOMPARE(model.index(1, PacksModel::SocColumn).data().toString(), QStringLiteral("55.5"));
    QSignalSpy changed(&model, &PacksModel::dataChanged);
    model.setTelemetry(telemetryOf(0x12, 4)); // the same again
    QCOMPARE(changed.size(), 0);
    model.setNow(4000);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(1, PacksModel::AgeColumn).data(PacksModel::ValueRole).toLongLong(), 3000);
    // Of a pack that was only just heard nothing is 0 that has not come.
    PackTelemetry first;
    first.node = 0x13;
    first.heardAt = 4000;
    model.setTelemetry(first);
    const int row = model.rowCount() - 1;
    for (int column : {PacksModel::SocColumn, PacksModel::SohColumn, PacksModel::VoltageColumn,
             PacksModel::CurrentColumn, PacksModel::MinCellColumn, PacksModel::MaxCellColumn, PacksModel::FaultsColumn})
        QVERIFY2(!model.index(row, column).data(PacksModel::ValueRole).isValid(), qPrintable(QString::number(column)));
    first.known = PackFigure::State | PackFigure::Current; // of 0
    model.setTelemetry(first);
    QCOMPARE(model.index(row, PacksModel::CurrentColumn).data(PacksModel::ValueRole).toInt(), 0);
    QVERIFY(model.index(row, PacksModel::CurrentColumn).data(PacksModel::ValueRole).isValid());
    QVERIFY(!model.index(row, PacksModel::SohColumn).data(PacksModel::ValueRole).isValid());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestItemModels::packsOfSeveralBuses()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    const QString left = QStringLiteral("socketcan:can0");
    const QString right = QStringLiteral("socketcan:can1");
    PacksModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTelemetry(telemetryOf(0x10, 4), left);
    PackTelemetry nameless = telemetryOf(0x10, 4);
    nameless.serial.clear();
    model.setTelemetry(nameless, right);
    // The same node of two buses is two packs, and the nameless one says where it is.
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.bus(0), left);
    QCOMPARE(model.rowOfSerial(QStringLiteral("SDB-TEST-0016")), 0);
    const QString key = model.index(1, 0).data(PacksModel::KeyRole).toString();
    QCOMPARE(key, QStringLiteral("node:10@socketcan:can1"));
    QCOMPARE(model.rowOfKey(key), 1);
    QCOMPARE(model.rowOfKey(PacksModel::keyOfNode(0x10, left)), -1); // that one has told its serial
    QCOMPARE(PacksModel::nodeOfKey(key), 0x10);
    QCOMPARE(PacksModel::busOfKey(key), right);
    // A pack that goes from one bus to another is the same pack, with what is known of it.
    PackFacts facts = factsOf(m_pack);
    facts.serial = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0016"));
    model.setFacts(facts, left);
    PackTelemetry moved = telemetryOf(0x10, 4);
    moved.node = 0x22;
    model.setTelemetry(moved, right);
    QCOMPARE(model.rowCount(), 2);
    const int row = model.rowOfSerial(QStringLiteral("SDB-TEST-0016"));
    QCOMPARE(model.bus(row), right);
    QCOMPARE(model.index(row, 0).data(PacksModel::NodeRole).toInt(), 0x22);
    QCOMPARE(model.facts(row).hardware, facts.hardware);
    QCOMPARE(model.rowOfNode(0x10, left), -1);
    // Another pack at the old place of it does not get what was known of the first.
    model.setTelemetry(telemetryOf(0x10, 4), left); // and the first came back
    PackTelemetry other = telemetryOf(0x10, 4);
    other.serial = QStringLiteral("SDB-TEST-0099");
    model.setTelemetry(other, left);
    QCOMPARE(model.rowOfSerial(QStringLiteral("SDB-TEST-0099")), model.rowOfNode(0x10, left));
    QVERIFY(model.facts(model.rowOfNode(0x10, left)).serial.isEmpty());
}

void TestItemModels::placesOfPacks_data()
{
    using H = PackPlaces::Heard;
    QTest::addColumn<QList<QList<qint64>>>("steps"); // bus, node, heard at, now, Heard
    QTest::addColumn<int>("at"); // bus of the pack in the end
    const auto row = [](const char *name, const QList<QList<qint64>> &steps, int at) {
        QTest::newRow(name) << steps << at;
    };
    const auto here = qint64(H::Here);
    const auto moved = qint64(H::Moved);
    const auto ignored = qint64(H::Ignored);
    const auto twin = qint64(H::Twin);
    row("stays", {{0, 16, 100, 100, here}, {0, 16, 200, 200, here}}, 0);
    row("moves after silence", {{0, 16, 100, 100, here}, {1, 16, 3200, 3200, moved}, {1, 16, 3300, 3300, here}}, 1);
    row("moves at once: shown at its new place after the silence",
        {{0, 16, 100, 100, here}, {1, 16, 600, 600, ignored}, {1, 16, 2000, 2000, ignored}, {1, 16, 3200, 3200, moved}},
        1);
    row("an old telling of the place before",
        {{0, 16, 100, 100, here}, {1, 16, 3200, 3200, moved}, {0, 16, 100, 3300, ignored}, {1, 16, 3400, 3400, here}},
        1);
    row("what was heard just before it moved is told late",
        {{0, 16, 100, 100, here}, {1, 16, 600, 600, ignored}, {0, 16, 700, 1500, here}, {1, 16, 1600, 1600, ignored}},
        0);
    row("a twin on another bus",
        {{0, 16, 100, 100, here}, {1, 16, 200, 200, ignored}, {0, 16, 1300, 1300, here}, {1, 16, 1400, 1400, twin}}, 0);
    row("a twin at another node of the same bus",
        {{0, 16, 100, 100, here}, {0, 17, 200, 200, ignored}, {0, 16, 1300, 1300, here}, {0, 17, 1400, 1400, twin}}, 0);
    row("a twin that went is none",
        {{0, 16, 100, 100, here}, {1, 16, 200, 200, ignored}, {0, 16, 1300, 1300, here}, {1, 16, 1400, 1400, twin},
            {0, 16, 4500, 4500, here}, {1, 16, 9000, 9000, moved}},
        1);
    row("nothing is taken from long ago", {{0, 16, 100, 9000, ignored}}, -1);
}

void TestItemModels::placesOfPacks()
{
    QFETCH(QList<QList<qint64>>, steps);
    QFETCH(int, at);
    const QString serial = QStringLiteral("SDB-TEST-0001");
    const auto bus = [](qint64 number) {
        return QStringLiteral("memory:%1").arg(number);
    };
    PackPlaces places;
    for (const QList<qint64> &step : std::as_const(steps))
        QCOMPARE(qint64(places.hear(serial, {bus(step.at(0)), int(step.at(1))}, step.at(2), step.at(3))), step.at(4));
    QCOMPARE(places.placeOf(serial).bus, at < 0 ? QString() : bus(at));
    // A bus that is lost keeps no pack: where it is heard next, it is.
    places.lose(bus(at));
    QCOMPARE(places.placeOf(serial).bus, QString());
    QCOMPARE(places.hear(serial, {bus(5), 16}, 9100, 9100), PackPlaces::Heard::Here);
}

void TestItemModels::cells()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    CellsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTelemetry(telemetryOf(0x10, 8), 1000);
    QCOMPARE(model.rowCount(), 8);
    QCOMPARE(model.meanMillivolts(), 3704); // without the invalid one
    QCOMPARE(model.index(7, CellsModel::ModuleColumn).data().toInt(), 4);
    QCOMPARE(model.index(0, CellsModel::DeviationColumn).data().toInt(), -4);
    QVERIFY(!model.index(2, CellsModel::VoltageColumn).data().isValid());
    QCOMPARE(model.index(2, 0).data(CellsModel::ValidRole).toBool(), false);
    model.setTelemetry(telemetryOf(0x10, 3), 1000);
    QCOMPARE(model.rowCount(), 3);
    model.setTelemetry({}, 1000);
    QCOMPARE(model.rowCount(), 0);
}

void TestItemModels::parameters()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    ParametersModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    PackState pack = m_pack;
    const ParameterId id = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    pack.values[id].overlay = Milli{80000};
    pack.values[id].overlayEnds = TestWorld::now + 10;
    model.setParameters(ParameterInfo::tableOf(pack), TestWorld::now);
    const int row = model.rowOf(id);
    QVERIFY(row >= 0);
    QCOMPARE(model.index(row, ParametersModel::NowColumn).data().toString(), QStringLiteral("80"));
    QCOMPARE(model.index(row, ParametersModel::CharterMaxColumn).data(ParametersModel::ValueRole).toLongLong(), 97000);
    model.setParameters(ParameterInfo::tableOf(pack), TestWorld::now + 10);
    QCOMPARE(model.index(row, ParametersModel::NowColumn).data().toString(), QStringLiteral("90"));
    model.setParameters({}, 0);
    QCOMPARE(model.rowCount(), 0);
}

void TestItemModels::audit()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    Desk desk(*m_world, m_pack);
    AuditStore &store = desk.workspace().audit();
    for (int i = 0; i < 300; ++i)
        QVERIFY(store.append({}, {QStringLiteral("a%1").arg(i % 3), {}, QStringLiteral("done"), {}}).ok());
    AuditModel model(store);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const qint64 total = store.count({});
    QCOMPARE(model.rowCount(), int(total));
    QCOMPARE(model.index(0, AuditModel::SeqColumn).data().toLongLong(), total);
    QCOMPARE(model.index(int(total) - 1, AuditModel::SeqColumn).data().toLongLong(), 1);
    QVERIFY(store.append({}, {QStringLiteral("last"), {}, QStringLiteral("done"), {}}).ok());
    QCOMPARE(model.rowCount(), int(total) + 1);
    QCOMPARE(model.index(0, AuditModel::ActionColumn).data().toString(), QStringLiteral("last"));
    QCOMPARE(model.rowOf(10), int(total) + 1 - 10);
    AuditFilter filter;
    filter.action = QStringLiteral("a1");
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 100);
    QVERIFY(store.append({}, {QStringLiteral("a2"), {}, QStringLiteral("done"), {}}).ok()); // filtered out
    QCOMPARE(model.rowCount(), 100);
    QVERIFY(store.append({}, {QStringLiteral("a1"), {}, QStringLiteral("done"), {}}).ok());
    QCOMPARE(model.rowCount(), 101);
    QCOMPARE(model.rowOf(1), -1);
}

void TestItemModels::signoffs()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    Desk desk(*m_world, m_pack);
    SignoffsModel model(desk.workspace());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    DocumentFile file;
    file.document = m_world->sign(m_world->request(m_pack, QStringLiteral("soc.max"), 95000),
        QStringLiteral("courier.fleet-manager"), {QStringLiteral("leasing.asset-manager")});
    QFile out(desk.path("store/requests/a.pwreq"));
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0);
    out.close();
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_COMPARE(model.index(0, SignoffsModel::SeatsColumn).data().toString(), QStringLiteral("1/2"));
    QVERIFY(QFile::remove(out.fileName()));
    QTRY_COMPARE(model.rowCount(), 0);
}

void TestItemModels::titlesAreTheViews()
{
    CellsModel model;
    QVERIFY(!model.headerData(0, Qt::Horizontal).isValid());
    QVERIFY(model.setHeaderData(0, Qt::Horizontal, QStringLiteral("Cell")));
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("Cell"));
    QVERIFY(!model.setHeaderData(99, Qt::Horizontal, QStringLiteral("x")));
    QVERIFY(!model.setHeaderData(0, Qt::Vertical, QStringLiteral("x")));
}

void TestItemModels::recordingsByTheirContent_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("plays");
    const QByteArray line = "(1764489600.000000) can0 18FF0010#384A70FE7C155300\n";
    QTest::newRow("a log") << QStringLiteral("bus.log") << line << true;
    QTest::newRow("in capitals") << QStringLiteral("BUS.LOG") << line << true;
    QTest::newRow("rotated") << QStringLiteral("can.log.1") << line << true;
    QTest::newRow("no ending") << QStringLiteral("candump-2026-11-30_081500") << line << true;
    QTest::newRow("any ending") << QStringLiteral("notes.txt") << "# by hand\r\n" + line << true;
    QTest::newRow("the screen form") << QStringLiteral("x") << QByteArray(" (1.0)  can0  123   [1]  00\n") << true;
    QTest::newRow("an empty log, of which that is to be said") << QStringLiteral("bus.log") << QByteArray() << true;
    QTest::newRow("a trace, of which that is to be said") << QStringLiteral("a.TRC") << QByteArray("x") << true;
    QTest::newRow("a request") << QStringLiteral("a.pwreq") << QByteArray::fromHex("a26a") << false;
    QTest::newRow("a text") << QStringLiteral("notes.txt") << QByteArray("(1.0) is no frame\n") << false;
    QTest::newRow("a name with log in it") << QStringLiteral("catalog") << QByteArray("x") << false;
}

void TestItemModels::recordingsByTheirContent()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const bool, plays);
    QTemporaryDir folder;
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    QCOMPARE(isRecording(file.fileName()), plays);
    QVERIFY(!isRecording(folder.path()));
}

void TestItemModels::eachRecordingHasItsStore()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a")) && QDir(folder.path()).mkpath(QStringLiteral("b")));
    QStringList stores;
    for (const char *name : {"a/can.log", "b/can.log", "a/can.log.1", "b/Akku M\xC3\xBCller.log"}) {
        const QString path = folder.filePath(QString::fromUtf8(name));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString store = playedStore(QStringLiteral("/s"), path);
        QVERIFY2(store.startsWith(QLatin1String("/s/played/")) && store.count(u'/') == 3, qPrintable(store));
        QVERIFY2(!stores.contains(store), qPrintable(store));
        QCOMPARE(playedStore(QStringLiteral("/s"), path), store);
        stores.append(store);
    }
    // By another way to it, it is the same file.
    QCOMPARE(playedStore(QStringLiteral("/s"), folder.filePath(QStringLiteral("b/../a/can.log"))), stores.constFirst());
}

QTEST_GUILESS_MAIN(TestItemModels)
#include "tst_itemmodels.moc"
