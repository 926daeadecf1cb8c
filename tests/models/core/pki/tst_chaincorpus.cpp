// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/chainmemo.h"
#include "tests/models/core/pki/chainpeers.h"

#include <QDateTime>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace packwarden;
using test::ChainCase;

/// Good and bad chains that core, openssl and GnuTLS's certtool judge: the verdicts are the same, but where core's
/// profile asks for more than a peer can be asked for; then the row says why, and the peer must say the opposite.
class TestChainCorpus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void judged_data();
    void judged();
    void remembered();
    void isLargeEnough();

private:
    /// As the verifier reads a chain: leaf and what came with it must be read, lists and roots are what it holds.
    static Result<Certificate> judge(
        const ChainCase &chain, qint64 at, const std::shared_ptr<ChainMemo> &memo = nullptr);

    CryptoRuntime m_crypto;
    test::TestWorld m_world;
    QTemporaryDir m_folder;
    QList<ChainCase> m_cases;
    qint64 m_now = 0;
};

void TestChainCorpus::initTestCase()
{
    for (const QString &peer : {QStringLiteral("openssl"), QStringLiteral("certtool")})
        QVERIFY2(!QStandardPaths::findExecutable(peer).isEmpty(), qPrintable(peer));
    m_now = QDateTime::currentSecsSinceEpoch();
    m_cases = test::chainCases(m_world, m_now);
}

Result<Certificate> TestChainCorpus::judge(const ChainCase &chain, qint64 at, const std::shared_ptr<ChainMemo> &memo)
{
    const auto leaf = Certificate::fromDer(chain.leaf);
    if (!leaf.ok())
        return leaf.error();
    QList<Certificate> between;
    for (const QByteArray &der : chain.between) {
        const auto certificate = Certificate::fromDer(der);
        if (!certificate.ok())
            return certificate.error();
        between.append(*certificate);
    }
    TrustAnchors anchors;
    anchors.memo = memo;
    for (const QByteArray &der : chain.roots) {
        if (const auto root = Certificate::fromDer(der); root.ok())
            anchors.roots.append(*root);
    }
    for (const QByteArray &der : chain.lists) {
        if (const auto list = Crl::fromDer(der); list.ok())
            anchors.crls.append({*list, {}});
    }
    return validateChain(*leaf, between, anchors, chain.purpose, at, chain.grace);
}

void TestChainCorpus::judged_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_cases.size(); ++i)
        QTest::newRow(m_cases.at(i).name.constData()) << i;
}

void TestChainCorpus::judged()
{
    QFETCH(int, index);
    const ChainCase &chain = m_cases.at(index);
    const auto core = judge(chain, QDateTime::currentSecsSinceEpoch());
    QByteArray said;
    if (!core.ok())
        said = QByteArray(codeName(core.code()).data());
    QVERIFY2(said == chain.expected,
        qPrintable(QStringLiteral("core says \"%1\" (%2), expected \"%3\"")
                       .arg(QString::fromLatin1(said), core.ok() ? QString() : core.error().detail,
                           QString::fromLatin1(chain.expected))));
    const QString folder = m_folder.filePath(QString::number(index));
    QVERIFY(test::writeCase(chain, folder));
    const std::pair<test::PeerVerdict, QByteArray> peers[] = {{test::askOpenssl(chain, folder), chain.opensslDiffers},
        {test::askCerttool(chain, folder), chain.certtoolDiffers}};
    QStringList disagreements;
    for (const auto &[peer, difference] : peers) {
        if (!peer.ran || (peer.good == core.ok()) != difference.isEmpty())
            disagreements.append(QStringLiteral("%1 where core says \"%2\": %3")
                                     .arg(peer.good ? QStringLiteral("accepted") : QStringLiteral("refused"),
                                         QString::fromLatin1(said), peer.words));
    }
    QVERIFY2(disagreements.isEmpty(), qPrintable(disagreements.join(QStringLiteral(" // "))));
}

void TestChainCorpus::remembered()
{
    // One memo over all chains and all times says what none says, whatever was asked before.
    const auto memo = std::make_shared<ChainMemo>();
    constexpr qint64 day = 24 * 3600;
    const QList<qint64> times{0, 1, -day - 1, -day, -day + 1, 3600, 30 * day - 1, 30 * day, 30 * day + 1, -9 * day,
        300 * day, 299 * day, 0, 31 * day};
    int good = 0;
    for (qint64 offset : times) {
        for (const ChainCase &chain : m_cases) {
            if (chain.between.size() > 3)
                continue;
            const auto plain = judge(chain, m_now + offset);
            const auto first = judge(chain, m_now + offset, memo);
            const auto again = judge(chain, m_now + offset, memo);
            QVERIFY2(plain.ok() == first.ok() && plain.ok() == again.ok(), chain.name.constData());
            QVERIFY2(plain.ok() ? *plain == *first && *plain == *again : plain.code() == again.code(),
                chain.name.constData());
            good += plain.ok() ? 1 : 0;
        }
    }
    QVERIFY(good > 60);
}

void TestChainCorpus::isLargeEnough()
{
    int good = 0;
    int same = 0;
    for (const ChainCase &chain : m_cases) {
        good += chain.expected.isEmpty() ? 1 : 0;
        same += chain.opensslDiffers.isEmpty() && chain.certtoolDiffers.isEmpty() ? 1 : 0;
    }
    qInfo("%d chains, %d of them good; on %d both peers say the same, for the others the row says why not",
        int(m_cases.size()), good, same);
    QVERIFY(m_cases.size() >= 60);
    QVERIFY(good >= 12);
    QVERIFY(same >= 45);
}

QTEST_GUILESS_MAIN(TestChainCorpus)
#include "tst_chaincorpus.moc"
