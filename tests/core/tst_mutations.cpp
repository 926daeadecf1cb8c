// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testworld.h"

#include "ids.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace packwarden;
using test::TestWorld;

/// Random edits of good documents, files, certificates and lists: nothing that differs in what it says is accepted,
/// nothing crashes. The seed is printed; PACKWARDEN_SEED repeats a run.
class TestMutations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void documents();
    void spliced();
    void files();
    void certificatesAndLists();

private:
    QByteArray edited(QByteArray bytes)
    {
        const int edits = 1 + int(m_random.bounded(3));
        for (int i = 0; i < edits && !bytes.isEmpty(); ++i) {
            const auto at = qsizetype(m_random.bounded(quint32(bytes.size())));
            switch (m_random.bounded(5)) {
            case 0:
                bytes[at] = char(m_random.bounded(256));
                break;
            case 1:
                bytes.remove(at, 1 + qsizetype(m_random.bounded(8)));
                break;
            case 2:
                bytes.insert(at, char(m_random.bounded(256)));
                break;
            case 3: {
                const QByteArray piece = bytes.mid(qsizetype(m_random.bounded(quint32(bytes.size()))), 16);
                bytes.replace(at, piece.size(), piece);
                break;
            }
            default:
                bytes[at] = char(bytes.at(at) ^ (1 << m_random.bounded(8)));
            }
        }
        return bytes;
    }

    CryptoRuntime m_crypto;
    TestWorld m_world;
    PackState m_pack;
    QByteArray m_good;
    QRandomGenerator m_random;
};

void TestMutations::initTestCase()
{
    bool given = false;
    uint seed = qEnvironmentVariable("PACKWARDEN_SEED").toUInt(&given);
    if (!given)
        seed = QRandomGenerator::global()->generate();
    qInfo("PACKWARDEN_SEED=%u", seed);
    m_random.seed(seed);
    m_pack = m_world.pack();
    m_good = m_world.signedBytes(m_world.request(m_pack, QStringLiteral("soc.max"), 95000),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    QVERIFY(verifyRequest(m_good, m_pack).accepted());
}

void TestMutations::documents()
{
    for (int i = 0; i < 1500; ++i) {
        const QByteArray bad = edited(m_good);
        if (bad == m_good)
            continue;
        const Verdict verdict = verifyRequest(bad, m_pack);
        QVERIFY2(!verdict.accepted(), bad.toHex().constData());
    }
}

void TestMutations::spliced()
{
    // Parts of two good documents put together: the signatures of one never carry the values of the other.
    const CoseSign a = *CoseSign::decode(m_good);
    const CoseSign b = m_world.sign(m_world.request(m_pack, QStringLiteral("soc.max"), 94000),
        QStringLiteral("courier.fleet-manager"),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    QVERIFY(verifyRequest(b.encode(), m_pack).accepted());
    for (int mask = 1; mask < 8; ++mask) {
        CoseSign mixed = a;
        for (int i = 0; i < 3; ++i) {
            if (mask & (1 << i))
                mixed.signatures[i] = b.signatures.at(i);
        }
        QVERIFY2(!verifyRequest(mixed.encode(), m_pack).accepted(), qPrintable(QString::number(mask)));
        mixed = a;
        for (int i = 0; i < 3; ++i) {
            if (mask & (1 << i))
                mixed.signatures[i].chain = b.signatures.at((i + 1) % 3).chain;
        }
        QVERIFY2(!verifyRequest(mixed.encode(), m_pack).accepted(), qPrintable(QString::number(mask)));
    }
}

void TestMutations::files()
{
    DocumentFile file;
    file.document = *CoseSign::decode(m_good);
    file.crls = {encodeCrlEntry(m_world.crl(QStringLiteral("leasing")))};
    const QByteArray bytes = file.encode();
    int readable = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto decoded = DocumentFile::decode(edited(bytes));
        if (!decoded.ok())
            continue;
        // What can still be read is canonical, so it says itself the same way again; and merging it harms nothing.
        ++readable;
        const QByteArray once = decoded->encode();
        QCOMPARE(DocumentFile::decode(once)->encode(), once);
        const auto merged = DocumentFile::merge(file, *decoded);
        if (!merged.ok())
            continue;
        // Merging cannot know the roots, so an issuing authority's certificate whose own signature was spoilt may
        // displace the good one: that denies, it never forges, and the good file is still where it was.
        const bool authoritySpoilt = std::any_of(merged->document.signatures.begin(), merged->document.signatures.end(),
            [&](const CoseSignature &signature) {
                return signature.chain.size() > 1 && !file.document.signatures.contains(signature);
            });
        QVERIFY(authoritySpoilt || verifyRequest(merged->document.encode(), m_pack).accepted());
    }
    qInfo("%d of 2000 edited files could still be read", readable);
}

void TestMutations::certificatesAndLists()
{
    const Certificate leaf = m_world.key(QStringLiteral("leasing.asset-manager"))->leaf();
    const CrlEntry list = m_world.crl(QStringLiteral("leasing"));
    for (int i = 0; i < 300; ++i) {
        const QByteArray badDer = edited(leaf.der);
        const auto bad = Certificate::fromDer(badDer);
        if (bad.ok() && badDer != leaf.der)
            QVERIFY(!validateChain(*bad, {}, m_pack.anchors(), ChainPurpose::Person, TestWorld::now, 0).ok());
        const QByteArray badList = edited(list.crl.der);
        const auto crl = Crl::fromDer(badList);
        if (crl.ok() && badList != list.crl.der)
            QVERIFY(!validateChain(leaf, {}, {{m_world.root(QStringLiteral("leasing"))}, {{*crl, {}}}},
                ChainPurpose::Person, TestWorld::now, 0)
                         .ok());
    }
}

QTEST_GUILESS_MAIN(TestMutations)
#include "tst_mutations.moc"
