// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/audit/recordwriter.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/base/explain.h"
#include "app/ctl/base/quantity.h"
#include "hw/uds/udsreason.h"
#include "models/audit/auditrecord.h"
#include "models/trust/packquery.h"
#include "models/trust/trustlack.h"
#include "tests/support/everyfigure.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace packwarden;
using namespace packwarden::ctl;

Q_DECLARE_METATYPE(std::any)

namespace {

constexpr qint64 instant = 1'700'000'000'250'000;

PackTelemetry heard()
{
    PackTelemetry pack;
    pack.known = test::everyFigure;
    pack.node = 0x10;
    pack.serial = QStringLiteral("SDB-TEST-0001");
    pack.state = QStringLiteral("discharging");
    pack.socMilliPercent = 76'000;
    pack.packMillivolts = 372'500;
    pack.packMilliamps = -15'600;
    pack.minCell = 37;
    pack.minCellMillivolts = 3350;
    pack.maxCell = 4;
    pack.maxCellMillivolts = 3354;
    pack.sohMilliPercent = 98'000;
    pack.insulationKiloOhm = 2000;
    pack.activeFaults = 2;
    pack.lifeCycle = QStringLiteral("in-service");
    pack.lock = QStringLiteral("active");
    pack.policyVersion = 3;
    pack.cells = {{3350, true, true, 1020, 1}, {3354, true, false, 0, 1}, {0, false, false, 0, 0}};
    return pack;
}

FaultReading insulation()
{
    return {{FaultCode::Insulation, 0}, FaultSeverity::Warning, FaultQuantity::Resistance, 80, 100, 1};
}

} // namespace

/// What packwardenctl says of packs and failures.
class TestCtlWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownIsNull();
    void columnsStay();
    void cellsAsTables();
    void faults_data();
    void faults();
    void quantities_data();
    void quantities();
    void failuresAreExplained_data();
    void failuresAreExplained();
    void auditRecords_data();
    void auditRecords();
};

/// A pack of which only one message was heard: the values of all others are null, and no measured value is 0.
void TestCtlWords::unknownIsNull()
{
    PackTelemetry pack;
    pack.node = 0x10;
    const QStringList measured{QStringLiteral("serial"), QStringLiteral("state"), QStringLiteral("soc"),
        QStringLiteral("voltage"), QStringLiteral("current"), QStringLiteral("minCell"),
        QStringLiteral("minCellVoltage"), QStringLiteral("maxCell"), QStringLiteral("maxCellVoltage"),
        QStringLiteral("cells"), QStringLiteral("faults"), QStringLiteral("lifeCycle"), QStringLiteral("lock"),
        QStringLiteral("policyVersion"), QStringLiteral("refusedRequests")};
    const auto nulls = [&] {
        QStringList all;
        const QJsonObject object = describe::telemetry(pack, instant);
        for (const QString &key : measured) {
            if (object.value(key).isNull())
                all.append(key);
        }
        return all;
    };
    QCOMPARE(nulls(), measured);
    pack.known = PackFigure::LifeCycle | PackFigure::Lock | PackFigure::PolicyVersion | PackFigure::RefusedRequests;
    QCOMPARE(nulls().size(), measured.size() - 4);
    pack.known |= PackFigure::State | PackFigure::Charge | PackFigure::Voltage | PackFigure::Current;
    QCOMPARE(nulls().size(), measured.size() - 8);
    pack = heard();
    QCOMPARE(nulls(), QStringList());
    const QJsonObject object = describe::telemetry(pack, instant);
    QCOMPARE(object.value(QLatin1String("time")).toDouble(), 1'700'000'000.25);
    QCOMPARE(object.value(QLatin1String("units")).toObject().value(QLatin1String("voltage")).toString(),
        QStringLiteral("V"));
}

void TestCtlWords::columnsStay()
{
    PackTelemetry pack = heard();
    const QString line = describe::telemetryLine(pack);
    QVERIFY2(line.contains(QLatin1String("  76.0 %   372.50 V    -15.60 A  cells 3.350 .. 3.354 V")), qPrintable(line));
    pack.socMilliPercent = 100'000;
    pack.packMilliamps = 101'000;
    pack.state = QStringLiteral("standby");
    QCOMPARE(describe::telemetryLine(pack).size(), line.size());
    PackTelemetry silent;
    silent.node = 0x11;
    const QStringList words = describe::telemetryLine(silent).split(u' ', Qt::SkipEmptyParts);
    QCOMPARE(words.size(), line.split(u' ', Qt::SkipEmptyParts).size());
    QCOMPARE(words.at(2), QStringLiteral("-"));
}

void TestCtlWords::cellsAsTables()
{
    const PackTelemetry pack = heard();
    QCOMPARE(describe::cellsCsvHead() + describe::cellsCsv(pack, instant),
        QByteArray("time,serial,cell,voltage_V,resistance_mOhm,balancing\n"
                   "2023-11-14T22:13:20.250Z,SDB-TEST-0001,1,3.350,1.020,1\n"
                   "2023-11-14T22:13:20.250Z,SDB-TEST-0001,2,3.354,,0\n"
                   "2023-11-14T22:13:20.250Z,SDB-TEST-0001,3,,,0\n"));
    const QList<QByteArray> lines = describe::cellsText(pack, instant).split('\n');
    QCOMPARE(lines.at(2), QByteArray("   1      3.350            1.020  yes"));
    QCOMPARE(lines.at(4), QByteArray("   3          -                -  no"));
    const QJsonArray cells = describe::cells(pack, instant).value(QLatin1String("cells")).toArray();
    QCOMPARE(cells.at(0)[QLatin1String("voltage")].toString(), QStringLiteral("3.350"));
    QVERIFY(cells.at(2)[QLatin1String("voltage")].isNull());
    QVERIFY(cells.at(1)[QLatin1String("resistance")].isNull());
}

void TestCtlWords::faults_data()
{
    QTest::addColumn<quint32>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("heard");
    QTest::addColumn<QString>("line");
    const auto row = [](quint32 code, int status, bool heard, const char *line) {
        QTest::newRow(line) << code << status << heard << QString::fromUtf8(line);
    };
    row(0x1A0700, 0x2F, true, "1A0700  active  Insulation resistance too low: 80 kOhm, below 100 kOhm");
    row(0x1A0700, 0x28, false, "1A0700  stored  Insulation resistance too low");
    row(0x1A0225, 0x2F, false, "1A0225  active  Cell 37: voltage too low");
    row(0x1AFF01, 0x2F, false, "1AFF01  active  Unknown fault");
    row(0xC07300, 0x08, false, "C07300  stored  Unknown fault");
}

void TestCtlWords::faults()
{
    QFETCH(quint32, code);
    QFETCH(int, status);
    QFETCH(bool, heard);
    QFETCH(QString, line);
    const FaultReading reading = insulation();
    QCOMPARE(describe::faultLine({code, quint8(status)}, heard ? &reading : nullptr), line);
    const QJsonObject object = describe::fault({code, quint8(status)}, heard ? &reading : nullptr);
    QCOMPARE(object.contains(QLatin1String("value")), heard);
    QCOMPARE(object.value(QLatin1String("active")).toBool(), line.contains(QLatin1String("active")));
    QCOMPARE(object.value(QLatin1String("name")).isNull(), line.contains(QLatin1String("Unknown")));
}

void TestCtlWords::quantities_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value"); ///< as formatted; or with an exclamation mark what the refusal says
    const auto row = [](const char *text, const char *value) {
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text) << QString::fromUtf8(value);
    };
    row("1000", "1000");
    row("4.25", "4.25");
    row("4,25", "4.25");
    row("0,5", "0.5");
    row("1.000", "1");
    row("-20", "-20");
    row("1,000", "!write 1000 or 1.000");
    row("12,500", "!write 12500 or 12.500");
    row("-1,000", "!write -1000 or -1.000");
    row("0,250", "0.25");
    row("1,000,000", "!digits alone");
    row("1.000,5", "!digits alone");
    row("400 A", "!digits alone");
    row("4e3", "!digits alone");
    row("1234567", "!1 to 6 digits");
    row("4.2505", "!1 to 3 digits");
    row("", "!there is no number");
    row("-0", "!no sign");
}

void TestCtlWords::quantities()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    const auto read = readQuantity(text);
    QCOMPARE(read.ok(), !value.startsWith(u'!'));
    if (read.ok()) {
        QCOMPARE(formatQuantity(*read), value);
        return;
    }
    QCOMPARE(read.code(), Code::NotAQuantity);
    QVERIFY2(read.error().detail.contains(value.mid(1)), qPrintable(read.error().detail));
}

void TestCtlWords::failuresAreExplained_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<std::any>("reason");
    QTest::addColumn<QString>("says"); ///< empty: nothing
    const auto row = [](Code code, const char *detail, const char *says, const std::any &reason = {}) {
        QTest::addRow("%s: %s", codeName(code).latin1(), detail)
            << int(code) << QString::fromUtf8(detail) << reason << QString::fromUtf8(says);
    };
    row(Code::AboveSiliconLimit, "service.interval = 1, allowed 50..2000", "1 is below 50, the least that the silicon");
    row(Code::AboveSiliconLimit, "soc.max = 101, allowed 20..100", "101 is above 100, the most that the silicon");
    row(Code::AboveSiliconLimit, "charge.temperature.min = -21.5, allowed -20..20", "-21.5 is below -20");
    row(Code::AboveSiliconLimit, "NMC", "");
    row(Code::OutsideCharter, "soc.max = 5, allowed 10..90", "5 is below 10, the least that the charter");
    row(Code::OutsidePolicy, "soc.max", "packwardenctl request new");
    row(Code::PackUnreachable, "no pack is known here, whose limits the rules must keep", "policy pull SERIAL",
        TrustLack::NoPackKnown);
    row(Code::PackUnreachable, "SDB-DEMO-0009", "pack list");
    row(Code::OutsidePolicy, "soc.max = 5, allowed 10..90", "5 is below 10");
    row(Code::NegativeResponse, "22 34", "declined ReadDataByIdentifier, authenticationRequired: it answers only",
        NegativeAnswer{0x22, 0x34});
    row(Code::NegativeResponse, "SDB-DEMO-0001: 35 31", "declined RequestUpload, requestOutOfRange: it has nothing",
        NegativeAnswer{0x35, 0x31});
    row(Code::NegativeResponse, "BA 0F", "declined BA.", NegativeAnswer{0xBA, 0x0F});
    row(Code::NegativeResponse, "odd", "");
    row(Code::NegativeResponse, "a file named 22 34", "");
    row(Code::PackUnreachable, "P2", "did not answer in time", NoAnswer::InTime);
    row(Code::PackUnreachable, "SDB-DEMO-0009 (on the bus: SDB-DEMO-0001)", "packwardenctl pack list");
    row(Code::UnknownIssuer, "nothing is pinned; use policy pull", "packwardenctl policy pull SERIAL",
        TrustLack::NothingPinned);
    row(Code::UnknownIssuer, "Acme root", "");
    row(Code::BelowQuorum, "", "packwardenctl request show");
    row(Code::TransferFailed, "P2", "may or may not have applied it");
    row(Code::Malformed, "anything", "");
    row(Code::Malformed, "nosuch", "Columns are: serial, ", PackQuery::Problem::UnknownColumn);
    row(Code::Malformed, "many", "write it without a unit", PackQuery::Problem::NoNumber);
    row(Code::Malformed, "soc<", "such as \"soc<20\"", PackQuery::Problem::NoValue);
    row(Code::Malformed, "(", "no partner", PackQuery::Problem::Brackets);
    row(Code::Malformed, "Berlin", "packwardenctl fleet groups", PackQuery::Problem::UnknownGroup);
    row(Code::Malformed, "Berlin", "hold itself", PackQuery::Problem::Circle);
    row(Code::Malformed, "1024", "at most 1024 characters", PackQuery::Problem::TooLong);
}

void TestCtlWords::failuresAreExplained()
{
    QFETCH(int, code);
    QFETCH(QString, detail);
    QFETCH(QString, says);
    QFETCH(const std::any, reason);
    const QString told = explain({Code(code), detail, reason});
    QCOMPARE(told.isEmpty(), says.isEmpty());
    QVERIFY2(told.contains(says), qPrintable(told));
}

void TestCtlWords::auditRecords_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &subject, const QString &shown) {
        QTest::newRow(name) << subject << shown;
    };
    row("plain", QStringLiteral("4f1c 22ab"), QStringLiteral("4f1c 22ab"));
    row("empty", {}, {});
    row("quotes and backslashes", QStringLiteral("a \"b\" \\ c"), QStringLiteral("a \"b\" \\ c"));
    row("letters of others", QStringLiteral("M\u00fcller \u0410"), QStringLiteral("M\u00fcller \u0410"));
    row("a line end", QStringLiteral("a\nb"), QStringLiteral("a\\nb"));
    row("an escape sequence", QStringLiteral("a\x1b[31mb"), QStringLiteral("a\\x1b[31mb"));
    row("a turned direction", QStringLiteral("a\u202eb"), QStringLiteral("a\\u{202e}b"));
}

/// Each on one line that acts on no terminal; as JSON the same text comes back.
void TestCtlWords::auditRecords()
{
    QFETCH(QString, subject);
    QFETCH(QString, shown);
    AuditRecord record{1204, 1'780'000'061'007'999,
        {QStringLiteral("ann"), QStringLiteral("leasing"), QStringLiteral("asset-manager")},
        QStringLiteral("request.sign"), subject, QStringLiteral("done"), {}, {}, QByteArray(32, '\x1a')};
    RecordWriter text(false);
    text.add(RecordBytes(record).view());
    record.actor = {};
    text.add(RecordBytes(record).view());
    const QString line = QStringLiteral("  1204  2026-05-28T20:27:41.007Z  %1  request.sign  %2  done\n");
    QCOMPARE(QString::fromUtf8(text.take()),
        line.arg(QStringLiteral("ann (leasing)"), shown) + line.arg(QStringLiteral("-"), shown));
    QVERIFY(text.take().isEmpty());

    RecordWriter json(true);
    json.add(RecordBytes(record).view());
    const QByteArray bytes = json.take();
    QVERIFY(bytes.endsWith("}\n") && bytes.count('\n') == 1 && !bytes.contains('\x1b'));
    QVERIFY(!QString::fromUtf8(bytes).contains(QChar(0x202e)));
    const QJsonObject expected{{QStringLiteral("seq"), 1204},
        {QStringLiteral("time"), QStringLiteral("2026-05-28T20:27:41.007Z")}, {QStringLiteral("person"), QString()},
        {QStringLiteral("party"), QString()}, {QStringLiteral("role"), QString()},
        {QStringLiteral("action"), QStringLiteral("request.sign")}, {QStringLiteral("subject"), subject},
        {QStringLiteral("outcome"), QStringLiteral("done")},
        {QStringLiteral("hash"), QStringLiteral("1a").repeated(32)}};
    QCOMPARE(QJsonDocument::fromJson(bytes).object(), expected);
    // In the order of all JSON of this program.
    if (subject == shown)
        QCOMPARE(bytes, QJsonDocument(expected).toJson(QJsonDocument::Compact) + '\n');
}

QTEST_GUILESS_MAIN(TestCtlWords)
#include "tst_ctlwords.moc"
