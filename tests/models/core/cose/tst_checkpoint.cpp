// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cbor/cbor.h"
#include "models/core/cose/checkpoint.h"
#include "tests/support/testworld.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

/// A checkpoint is one thing only, in one form only.
class TestCheckpoint final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theBytes();
    void aGoodOneOpens_data();
    void aGoodOneOpens();
    void payloads_data();
    void payloads();
    void carriers_data();
    void carriers();

private:
    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    std::shared_ptr<SigningKey> m_key;
    LogHead m_head{QByteArray(16, '\x33'), 5, QByteArray(32, '\x44')};
};

void TestCheckpoint::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_key = m_world->key(QStringLiteral("leasing.asset-manager"));
}

void TestCheckpoint::theBytes()
{
    const QByteArray tail = QByteArray("50") + QByteArray(32, '3') + "055820" + QByteArray(64, '4');
    const Checkpoint former{m_head, {}};
    QCOMPARE(former.contentType(), QByteArray(contenttype::checkpoint));
    QCOMPARE(former.encode().toHex(), "83" + tail);
    const Checkpoint ofTree{m_head, QByteArray(32, '\x55')};
    QCOMPARE(ofTree.contentType(), QByteArray(Checkpoint::treeType));
    QCOMPARE(ofTree.encode().toHex(), "84" + tail + "5820" + QByteArray(64, '5'));
    for (const Checkpoint &one : {former, ofTree}) {
        const auto again = Checkpoint::decode(one.encode(), one.contentType());
        QVERIFY(again.ok());
        QCOMPARE(*again, one);
    }
}

void TestCheckpoint::aGoodOneOpens_data()
{
    QTest::addColumn<QByteArray>("root");
    QTest::newRow("of an earlier version") << QByteArray();
    QTest::newRow("of a tree") << QByteArray(32, 'r');
}

void TestCheckpoint::aGoodOneOpens()
{
    QFETCH(QByteArray, root);
    const Checkpoint checkpoint{m_head, root};
    const auto made = CoseSign1::make(checkpoint.contentType(), checkpoint.encode(), *m_key, TestWorld::now);
    QVERIFY(made.ok());
    const auto opened = Checkpoint::open(made->encode());
    QVERIFY(opened.ok());
    QCOMPARE(opened->head, m_head);
    QCOMPARE(opened->root, root);
    QCOMPARE(opened->carrier.at, TestWorld::now);
    QCOMPARE(opened->carrier.leafSha256, m_key->leaf().sha256);
}

void TestCheckpoint::payloads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("ofTree");
    const auto row = [](const char *name, const QCborValue &value, Code code = Code::Malformed, bool ofTree = false) {
        QTest::newRow(name) << cbor::encode(value) << int(code) << ofTree;
    };
    const QByteArray id(16, 'i');
    const QByteArray hash(32, 'h');
    row("a map", QCborMap{{QLatin1String("log"), id}});
    row("nothing in it", QCborArray{});
    row("two parts", QCborArray{id, 1});
    row("four parts", QCborArray{id, 1, hash, 1});
    row("a root, of an earlier version", QCborArray{id, 1, hash, hash});
    row("no root, of a tree", QCborArray{id, 1, hash}, Code::Malformed, true);
    row("a short root", QCborArray{id, 1, hash, QByteArray(31, 'r')}, Code::Malformed, true);
    row("an empty root", QCborArray{id, 1, hash, QByteArray()}, Code::Malformed, true);
    row("five parts", QCborArray{id, 1, hash, hash, 1}, Code::Malformed, true);
    row("a short id", QCborArray{QByteArray(15, 'i'), 1, hash});
    row("a long id", QCborArray{QByteArray(17, 'i'), 1, hash});
    row("an id of text", QCborArray{QStringLiteral("iiiiiiiiiiiiiiii"), 1, hash});
    row("a short hash", QCborArray{id, 1, QByteArray(31, 'h')});
    row("no records", QCborArray{id, 0, hash});
    row("a negative number", QCborArray{id, -1, hash});
    row("a number as text", QCborArray{id, QStringLiteral("1"), hash});
    QTest::newRow("a longer head") << QByteArray::fromHex("9803") + cbor::encode(id) + '\x01' + cbor::encode(hash)
                                   << int(Code::NotCanonical) << false;
    QTest::newRow("more after it") << cbor::encode(QCborArray{id, 1, hash}) + '\0' << int(Code::Malformed) << false;
    QTest::newRow("cut off") << cbor::encode(QCborArray{id, 1, hash}).chopped(1) << int(Code::Malformed) << false;
    QTest::newRow("empty") << QByteArray() << int(Code::Malformed) << false;
}

void TestCheckpoint::payloads()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, code);
    QFETCH(bool, ofTree);
    const auto decoded = Checkpoint::decode(payload, ofTree ? Checkpoint::treeType : contenttype::checkpoint);
    QVERIFY(!decoded.ok());
    QCOMPARE(int(decoded.code()), code);
}

void TestCheckpoint::carriers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const QByteArray payload = Checkpoint{m_head, {}}.encode();
    const auto make = [&](const char *type) {
        return *CoseSign1::make(type, payload, *m_key, TestWorld::now);
    };
    const CoseSign1 good = make(contenttype::checkpoint);
    const auto row = [](const char *name, const CoseSign1 &carrier, Code code) {
        QTest::newRow(name) << carrier.encode() << int(code);
    };
    // Case 24: one purpose only, both ways.
    row("case 24: signed as a withdrawal", make(contenttype::withdrawal), Code::UnknownType);
    row("case 24: signed as a receipt", make(contenttype::receipt), Code::UnknownType);
    CoseSign1 other = good;
    other.payload = Checkpoint{{m_head.logId, m_head.count + 1, m_head.hash}, {}}.encode();
    row("another count", other, Code::SignatureInvalid);
    other = good;
    other.payload = Checkpoint{{m_head.logId, m_head.count, QByteArray(32, 'x')}, {}}.encode();
    row("another hash", other, Code::SignatureInvalid);
    other = good;
    other.signature[7] = char(other.signature.at(7) ^ 1);
    row("another signature", other, Code::SignatureInvalid);
    other = good;
    other.chain = {m_world->key(QStringLiteral("celldata.specialist"))->leaf().der};
    row("another leaf", other, Code::SignatureInvalid);
    QTest::newRow("no COSE") << payload << int(Code::UnknownType);
}

void TestCheckpoint::carriers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto opened = Checkpoint::open(bytes);
    QVERIFY(!opened.ok());
    QCOMPARE(int(opened.code()), code);
}

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
