// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditmodel.h"
#include "models/audit/auditstore.h"
#include "models/packs/cellsmodel.h"
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
