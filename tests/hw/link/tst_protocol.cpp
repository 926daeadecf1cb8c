// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/dbc/dbc.h"
#include "hw/link/packsession.h"
#include "hw/uds/actions.h"
#include "models/core/cbor/cbor.h"
#include "tests/hw/support/testticker.h"
#include "tests/hw/uds/provingpack.h"
#include "tests/support/fixedclock.h"
#include "tests/support/goldenpage.h"

#include <QPromise>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

constexpr int node = 0x10;
const QByteArray serial = "SDB-DEMO-0001";
/// Stands for a document: what is in it matters to the verifier only.
const QByteArray document = "PRETEND-DOCUMENT-020";

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

QString spaced(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex(' ').toUpper());
}

QList<QByteArray> answer(const QByteArray &request)
{
    switch (quint8(request.at(0))) {
    case 0x10:
        return {hex("50") + request.mid(1) + hex("003201F4")};
    case 0x22:
        if (request.endsWith(hex("0105"))) {
            QByteArray counting;
            for (int i = 0; i <= 0x60; ++i)
                counting.append(char(i));
            return {hex("620105") + counting};
        }
        return {hex("62F18C") + serial};
    case 0x31:
        if (quint8(request.at(1)) == 0x01)
            return {hex("7F3178"), hex("7F3122")};
        return {hex("71030201")
            + cbor::encode(QCborMap{{QStringLiteral("reason"), QStringLiteral("below-quorum")},
                {QStringLiteral("detail"), QStringLiteral("owner/asset-manager")}})};
    case 0x34:
        return {hex("74200FFF")};
    case 0x35:
        return {hex("75200FFF")};
    case 0x36:
        if (request.size() > 2)
            return {hex("76") + request.mid(1, 1)};
        return {hex("76") + request.mid(1, 1) + (quint8(request.at(1)) == 1 ? document : QByteArray())};
    default:
        return {hex("77")};
    }
}

} // namespace

/// The byte examples of hw/PROTOCOL.md, read from the page itself and compared with what passes the wire.
class ProtocolTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void readSerial();
    void flexibleDataRate();
    void deliverFrames();
    void deliverMessages();
    void readBack();
    void statusFrame();
    void authenticationBytes();
    void authenticationAndAction();

private:
    void compare(const char *example, const QStringList &actual);
    QStringList frames() const;
    static QStringList spokenLines(const QList<QByteArray> &talk);

    CryptoRuntime m_crypto;
    QMap<QString, QStringList> m_page;
    FixedClock m_clock{TestWorld::now};
    TestTicker m_ticker;
    std::unique_ptr<MemoryWire> m_wire;
    std::unique_ptr<ScriptedPack> m_pack;
    std::unique_ptr<MemoryPort> m_port;
    QList<QByteArray> m_answers;
};

void ProtocolTest::initTestCase()
{
    m_page = goldenExamples(QStringLiteral(PACKWARDEN_PROTOCOL_PAGE));
    QCOMPARE(m_page.size(), 17); // two of them are of tst_udsrules, four of tst_pagevalues
}

void ProtocolTest::init()
{
    m_wire = std::make_unique<MemoryWire>(&m_ticker);
    m_pack = std::make_unique<ScriptedPack>(*m_wire, node);
    m_answers.clear();
    m_pack->setAnswer([this](const QByteArray &request) {
        const QList<QByteArray> answers = answer(request);
        m_answers += QByteArray("> ") + request;
        for (const QByteArray &one : answers)
            m_answers += QByteArray("< ") + one;
        return answers;
    });
    m_port = std::make_unique<MemoryPort>(*m_wire);
    m_port->open();
    QTRY_COMPARE(m_port->state(), CanPort::State::Open);
}

void ProtocolTest::cleanup()
{
    m_port.reset();
    m_pack.reset();
    m_wire.reset();
}

QStringList ProtocolTest::frames() const
{
    QStringList lines;
    for (const QCanBusFrame &frame : m_wire->log())
        lines.append(QString::number(frame.frameId(), 16).toUpper() + u' ' + spaced(frame.payload()));
    return lines;
}

QStringList ProtocolTest::spokenLines(const QList<QByteArray> &talk)
{
    QStringList lines;
    for (const QByteArray &one : talk)
        lines.append(QString::fromLatin1(one.left(2)) + spaced(one.mid(2)));
    return lines;
}

/// Two stars on the page stand for bytes that are others each time: keys, challenges, signatures.
void ProtocolTest::compare(const char *example, const QStringList &actual)
{
    const QStringList expected = m_page.value(QLatin1String(example));
    const auto same = [](const QString &page, const QString &line) {
        const QString pattern = QRegularExpression::escape(page).replace(
            QStringLiteral("\\*\\*"), QStringLiteral("[0-9A-F]{2}( [0-9A-F]{2})*"));
        return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(line).hasMatch();
    };
    const bool agree = std::equal(expected.begin(), expected.end(), actual.begin(), actual.end(), same);
    QVERIFY2(agree, qPrintable(QStringLiteral("%1\n%2").arg(QLatin1String(example), actual.join(u'\n'))));
}

void ProtocolTest::readSerial()
{
    PackSession session(*m_port, node, m_clock, {}, std::make_shared<ChallengeMemory>());
    QSignalSpy read(&session, &PackSession::serialRead);
    session.readSerial();
    QTRY_COMPARE(read.size(), 1);
    compare("read-serial", frames());
}

void ProtocolTest::flexibleDataRate()
{
    m_port->close();
    m_port->setAsksInFd(true);
    m_port->open();
    QTRY_COMPARE(m_port->state(), CanPort::State::Open);
    PackSession session(*m_port, node, m_clock, {}, std::make_shared<ChallengeMemory>());
    QSignalSpy read(&session, &PackSession::serialRead);
    session.readSerial();
    QTRY_COMPARE(read.size(), 1);
    compare("read-serial-fd", frames());
    m_wire->clearLog();
    UdsClient client(*m_port, node);
    bool done = false;
    client.readData(0x0105, [&](const UdsAnswer &) { done = true; });
    QTRY_VERIFY(done);
    compare("long-answer-fd", frames());
    for (const QCanBusFrame &frame : m_wire->log())
        QVERIFY(frame.hasFlexibleDataRateFormat() && frame.hasBitrateSwitch());
}

void ProtocolTest::deliverFrames()
{
    UdsClient client(*m_port, node);
    DocumentTransfer transfer(client);
    bool done = false;
    transfer.upload(
        document, [](qint64, qint64) {}, [&](const Result<QByteArray> &) { done = true; });
    QTRY_VERIFY(done);
    compare("upload-frames", frames());
}

void ProtocolTest::deliverMessages()
{
    PackSession session(*m_port, node, m_clock, {}, std::make_shared<ChallengeMemory>());
    QSignalSpy delivered(&session, &PackSession::delivered);
    session.deliver(PackSerial::fromTrusted(QString::fromLatin1(serial)), documentkind::request, document, 1);
    QTRY_COMPARE(delivered.size(), 1);
    QCOMPARE(delivered.first().first().value<DeliveryResult>().error.code, Code::BelowQuorum);
    QTRY_COMPARE(m_pack->requests().last(), hex("1001"));
    compare("refused-delivery", spokenLines(m_answers));
}

void ProtocolTest::readBack()
{
    UdsClient client(*m_port, node);
    DocumentTransfer transfer(client);
    std::optional<Result<QByteArray>> read;
    transfer.read(documentkind::receipt, 0, [&](const Result<QByteArray> &result) { read = result; });
    QTRY_VERIFY(read);
    QCOMPARE(**read, document);
    compare("read-back", spokenLines(m_answers));
}

void ProtocolTest::statusFrame()
{
    const Dbc dbc = Dbc::packwarden();
    const DbcMessage &status = *dbc.message(QStringLiteral("PackStatus"));
    const auto payload = DbcWriter(status)
                             .milli(QStringLiteral("PackVoltage"), 355'200)
                             .milli(QStringLiteral("PackCurrent"), -12'500)
                             .milli(QStringLiteral("StateOfCharge"), 61'250)
                             .word(QStringLiteral("PackState"), QStringLiteral("discharging"))
                             .word(QStringLiteral("ContactorState"), QStringLiteral("closed"))
                             .word(QStringLiteral("ActivationState"), QStringLiteral("active"))
                             .raw(QStringLiteral("RollingCounter"), 42)
                             .payload();
    QVERIFY(payload.ok());
    compare("status-frame",
        {QString::number((status.id & ~0xFFu) | quint32(node), 16).toUpper() + u' ' + spaced(*payload)});
}

void ProtocolTest::authenticationBytes()
{
    authentication::Exchange exchange;
    exchange.challengeClient = QByteArray(32, '\x11');
    exchange.challengeServer = QByteArray(32, '\x22');
    exchange.clientLeaf = QByteArray(32, '\x33');
    exchange.serverLeaf = QByteArray(32, '\x44');
    exchange.serial = PackSerial::fromTrusted(QString::fromLatin1(serial));
    exchange.session = 3;
    compare("server-proof", {spaced(authentication::serverProof(exchange))});
    compare("client-proof", {spaced(authentication::clientProof(exchange))});
    compare("action-bytes",
        {spaced(authentication::action(exchange.serial, exchange.challengeServer, 1, actions::selfTest()))});
}

void ProtocolTest::authenticationAndAction()
{
    m_pack.reset();
    TestWorld world;
    ProvingPack pack(*m_wire, world, QString::fromLatin1(serial));
    pack.values.insert(0x0110, SessionInfo().encode());
    PackSession session(*m_port, node, m_clock, {}, std::make_shared<ChallengeMemory>());
    const auto key = world.key(QStringLiteral("service.technician"));
    Credential credential;
    credential.chain = {key->leaf().der};
    credential.sign = [key](const QByteArray &bytes) {
        QPromise<Result<QByteArray>> promise;
        promise.start();
        promise.addResult(key->sign(bytes));
        promise.finish();
        return promise.future();
    };
    credential.trust = {world.root(QStringLiteral("manufacturer")), {world.crl(QStringLiteral("manufacturer"))}};
    QSignalSpy acted(&session, &PackSession::acted);
    const PackSerial name = PackSerial::fromTrusted(QString::fromLatin1(serial));
    session.authenticate(name, credential);
    session.act(name, actions::setParameter(15, Milli{500'000}), 1);
    QTRY_COMPARE(acted.size(), 1);
    QSignalSpy ended(&session, &PackSession::deauthenticated);
    session.deauthenticate(name);
    QTRY_COMPARE(ended.size(), 1);
    compare("authentication", spokenLines(pack.talk()));
}

QTEST_GUILESS_MAIN(ProtocolTest)
#include "tst_protocol.moc"
