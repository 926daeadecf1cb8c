// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/base/merkle.h"
#include "models/core/cbor/cbor.h"
#include "models/core/cose/checkpoint.h"
#include "models/core/cose/cose.h"
#include "models/core/documents/command.h"
#include "models/core/documents/provisioning.h"
#include "models/core/judge/timedocument.h"
#include "models/core/pack/packstate.h"
#include "models/core/pack/statement.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace packwarden;

/// The byte examples of models/core/FORMATS.md, read from the page itself: a page that lies fails here.
class TestGolden final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void vectors_data();
    void vectors();
    void decodersAgree();

private:
    QMap<QString, QByteArray> m_page;
};

namespace {

ChangeRequest exampleRequest()
{
    ChangeRequest request;
    request.head.id = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f");
    request.head.created = 1780000000;
    request.head.expires = 1780604800;
    request.head.author = QByteArray(32, '\x11');
    request.head.title = QStringLiteral("Winter range");
    request.head.reason = QStringLiteral("Routes need 12 km more");
    request.packs = {{PackSerial::fromTrusted(QStringLiteral("SDB-DEMO-0001")), QStringLiteral("nmc-96s2p"),
        {{ParameterId::fromTrusted(QStringLiteral("soc.max")), QStringLiteral("%"), Milli{90000}, 1, Milli{95000}}}}};
    return request;
}

CoseSignature exampleSignature()
{
    CoseSignature signature;
    signature.protectedHeader = cbor::encode(QCborMap{{1, -257}, {34, QCborArray{-16, QByteArray(32, '\x22')}},
        {QStringLiteral("at"), 1780000060}, {QStringLiteral("meaning"), QStringLiteral("approve")},
        {QStringLiteral("log"), QCborArray{QByteArray(16, '\x33'), 7, QByteArray(32, '\x44')}}});
    return signature;
}

Receipt exampleReceipt()
{
    Receipt receipt;
    receipt.document = sha256(exampleRequest().encode());
    receipt.serial = PackSerial::fromTrusted(QStringLiteral("SDB-DEMO-0001"));
    receipt.applied = {{ParameterId::fromTrusted(QStringLiteral("soc.max")), Milli{95000}, 2}};
    receipt.counted = {QByteArray(32, '\x22')};
    receipt.policyVersion = 1;
    receipt.at = 1780000120;
    receipt.logCount = 5;
    receipt.logHash = QByteArray(32, '\x55');
    receipt.siliconSha256 = QByteArray(32, '\x77');
    receipt.foundationSha256 = QByteArray(32, '\x88');
    return receipt;
}

/// As packs wrote it that named neither limits nor foundation.
template <typename Word> Word ofVersion1(Word word)
{
    word.version = 1;
    word.siliconSha256.clear();
    word.foundationSha256.clear();
    return word;
}

Statement exampleStatement()
{
    Statement statement;
    statement.serial = PackSerial::fromTrusted(QStringLiteral("SDB-DEMO-0001"));
    statement.nonce = QByteArray(32, '\x66');
    statement.hardware = QStringLiteral("nmc-96s2p");
    statement.lifeCycle = {LifeCycle::InService, false, 1780000000, 1779999960};
    statement.lifeCycleRevision = 1;
    statement.charter = {1, QByteArray(32, '\x99'), 1779000000};
    statement.policy = {1, QByteArray(32, '\x99'), 1779000000};
    statement.values
        = {{ParameterId::fromTrusted(QStringLiteral("soc.max")), {Milli{90000}, 1, Milli{85000}, 1780604800}},
            {ParameterId::fromTrusted(QStringLiteral("soc.min")), {Milli{10000}, 0, std::nullopt, 0}}};
    statement.components = {{QStringLiteral("cpu"), {QStringLiteral("CPU-7001"), QStringLiteral("CPU-7001"), 1}}};
    statement.refusals = {{QStringLiteral("below-quorum"), 3}};
    statement.at = 1780000000;
    statement.logCount = 5;
    statement.logHash = QByteArray(32, '\x55');
    statement.siliconSha256 = QByteArray(32, '\x77');
    statement.foundationSha256 = QByteArray(32, '\x88');
    return statement;
}

Command exampleCommand()
{
    Command command;
    command.head = exampleRequest().head;
    command.head.title = QStringLiteral("Careful until the cells were looked at");
    command.head.reason = QStringLiteral("Two packs of this batch were warm");
    command.packs = {{PackSerial::fromTrusted(QStringLiteral("SDB-DEMO-0001")), 1}};
    command.kind = CommandKind::Tighten;
    command.parameter = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    command.to = Milli{80000};
    return command;
}

TimeDocument exampleTime()
{
    return {PackSerial::fromTrusted(QStringLiteral("SDB-DEMO-0001")), QByteArray(32, '\x66'), 1780000000};
}

TimeDocument exampleAgreedTime()
{
    TimeDocument document = exampleTime();
    document.reading = document.time - 240LL * 24 * 3600;
    return document;
}

ProvisionDocument exampleStep()
{
    ProvisionDocument step;
    step.head = exampleRequest().head;
    step.head.title = QStringLiteral("Pair");
    step.head.reason = QStringLiteral("As built");
    step.serial = PackSerial::fromTrusted(QStringLiteral("SDB-DEMO-0001"));
    step.components = {{QStringLiteral("cpu"), QStringLiteral("CPU-7001")}};
    return step;
}

CellDataSheet exampleSheet()
{
    return {QStringLiteral("NMC"), QStringLiteral("A maker of cells"), QStringLiteral("2026-17"),
        {{ParameterId::fromTrusted(QStringLiteral("cell.voltage.max")), {Milli{3600}, Milli{4300}}}}};
}

QByteArray exampleLeaf(qint64 i)
{
    return QByteArray(merkle::hashSize, char(0x40 + i));
}

QByteArray exampleSubtree(int, qint64 at)
{
    return exampleLeaf(at);
}

Checkpoint exampleCheckpoint()
{
    return {{QByteArray(16, '\x33'), 5, exampleLeaf(4)}, merkle::root(5, exampleSubtree)};
}

QMap<QString, QByteArray> computed()
{
    const CoseSign document{QByteArray(contenttype::request), exampleRequest().encode(), {}};
    LifeCycleInfo life;
    life.state = LifeCycle::InService;
    life.now = 1780000000;
    life.floor = 1779999960;
    return {{QStringLiteral("request-payload"), exampleRequest().encode()},
        {QStringLiteral("request-fingerprint"),
            fingerprintText(sha256(exampleRequest().encode())).remove(u' ').toLatin1()},
        {QStringLiteral("unsigned-document"), document.encode()},
        {QStringLiteral("signer-header"), exampleSignature().protectedHeader},
        {QStringLiteral("sig-structure-sha256"), sha256(document.toBeSigned(exampleSignature()))},
        {QStringLiteral("receipt-payload"), exampleReceipt().encode()},
        {QStringLiteral("receipt-payload-v1"), ofVersion1(exampleReceipt()).encode()},
        {QStringLiteral("statement-payload"), exampleStatement().encode()},
        {QStringLiteral("statement-payload-v1"), ofVersion1(exampleStatement()).encode()},
        {QStringLiteral("command-payload"), exampleCommand().encode()},
        {QStringLiteral("time-payload"), exampleTime().encode()},
        {QStringLiteral("provision-payload"), exampleStep().encode()},
        {QStringLiteral("datasheet-payload"), exampleSheet().encode()},
        {QStringLiteral("pack-configuration"), PackConfiguration{QStringLiteral("NMC"), 96, 2, 8, 120000, 16}.encode()},
        {QStringLiteral("life-cycle"), life.encode()},
        {QStringLiteral("tree-checkpoint"), exampleCheckpoint().encode()},
        {QStringLiteral("tree-path"), merkle::path(2, 5, exampleSubtree).join()}};
}

} // namespace

void TestGolden::initTestCase()
{
    QFile page(QStringLiteral(PACKWARDEN_FORMATS_PAGE));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(page.readAll());
    static const QRegularExpression block(QStringLiteral("```golden ([a-z0-9-]+)\\n([0-9a-f\\s]+)```"));
    for (auto it = block.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        m_page.insert(match.captured(1), match.captured(2).simplified().remove(u' ').toLatin1());
    }
}

void TestGolden::vectors_data()
{
    QTest::addColumn<QString>("name");
    const auto values = computed();
    for (const QString &name : values.keys())
        QTest::newRow(qPrintable(name)) << name;
}

void TestGolden::vectors()
{
    QFETCH(QString, name);
    QByteArray expected = computed().value(name);
    if (name != QLatin1String("request-fingerprint"))
        expected = expected.toHex();
    QCOMPARE(m_page.value(name), expected);
}

void TestGolden::decodersAgree()
{
    QVERIFY(*ChangeRequest::decode(QByteArray::fromHex(m_page.value(QStringLiteral("request-payload"))))
        == exampleRequest());
    const auto page = [&](const char *name) {
        return QByteArray::fromHex(m_page.value(QLatin1String(name)));
    };
    QVERIFY(*Command::decode(page("command-payload")) == exampleCommand());
    QVERIFY(*TimeDocument::decode(page("time-payload")) == exampleTime());
    QVERIFY(*TimeDocument::decode(page("agreed-time-payload")) == exampleAgreedTime());
    QVERIFY(*ProvisionDocument::decode(page("provision-payload")) == exampleStep());
    QVERIFY(*Checkpoint::decode(page("tree-checkpoint"), Checkpoint::treeType) == exampleCheckpoint());
    QVERIFY(*CellDataSheet::decode(page("datasheet-payload")) == exampleSheet());
    QVERIFY(*Receipt::decode(page("receipt-payload")) == exampleReceipt());
    QVERIFY(*Receipt::decode(page("receipt-payload-v1")) == ofVersion1(exampleReceipt()));
    QVERIFY(*Statement::decode(page("statement-payload")) == exampleStatement());
    QVERIFY(*Statement::decode(page("statement-payload-v1")) == ofVersion1(exampleStatement()));
}

QTEST_APPLESS_MAIN(TestGolden)
#include "tst_golden.moc"
