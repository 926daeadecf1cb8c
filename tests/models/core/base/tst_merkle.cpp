// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/base/merkle.h"

#include <QTest>

using namespace packwarden;

namespace {

/// The entries that certificate transparency's own tests have.
const QList<QByteArray> entries{{}, QByteArray::fromHex("00"), QByteArray::fromHex("10"), QByteArray::fromHex("2021"),
    QByteArray::fromHex("3031"), QByteArray::fromHex("40414243"), QByteArray::fromHex("5051525354555657"),
    QByteArray::fromHex("606162636465666768696a6b6c6d6e6f")};

QByteArray leafOf(qint64 i)
{
    return sha256('\0' + (i < entries.size() ? entries.at(i) : QByteArray::number(i)));
}

/// As RFC 9162 writes it down.
QByteArray naiveRoot(qint64 first, qint64 count)
{
    if (count == 0)
        return sha256({});
    if (count == 1)
        return leafOf(first);
    qint64 split = 1;
    while (2 * split < count)
        split *= 2;
    return sha256('\x01' + naiveRoot(first, split) + naiveRoot(first + split, count - split));
}

QByteArray subtree(int steps, qint64 at)
{
    const qint64 size = qint64(1) << (steps * merkle::step);
    return naiveRoot(at * size, size);
}

} // namespace

/// Trees and proofs as RFC 9162 has them.
class TestMerkle final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knownRoots_data();
    void knownRoots();
    void sizes_data();
    void sizes();
    void whatIsNoProofIsRefused();
    void whatIsMissingMakesNone();
};

void TestMerkle::knownRoots_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("root");
    int size = 0;
    for (const char *root : {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
             "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
             "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
             "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
             "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
             "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
             "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
             "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
             "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"}) {
        QTest::addRow("%d leaves", size) << size << QByteArray(root);
        ++size;
    }
}

void TestMerkle::knownRoots()
{
    QFETCH(int, size);
    QFETCH(QByteArray, root);
    QCOMPARE(merkle::root(size, subtree).toHex(), root);
    merkle::Growing growing;
    for (int i = 0; i < size; ++i)
        growing.add(leafOf(i));
    QCOMPARE(growing.root().toHex(), root);
}

void TestMerkle::sizes_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 2, 3, 7, 8, 9, 255, 256, 257, 511, 512, 513, 700, 1024})
        QTest::addRow("%d leaves", size) << size;
}

/// Every leaf of trees about the borders of the subtrees that are kept.
void TestMerkle::sizes()
{
    QFETCH(int, size);
    const QByteArray root = naiveRoot(0, size);
    QCOMPARE(merkle::root(size, subtree), root);
    merkle::Growing growing;
    for (int i = 0; i < size; ++i)
        growing.add(leafOf(i));
    QCOMPARE(growing.root(), root);
    QCOMPARE(growing.size(), size);
    QCOMPARE(growing.completed(1), size % 256 == 0 ? subtree(1, size / 256 - 1) : QByteArray());
    for (int leaf = 0; leaf < size; leaf += size < 300 ? 1 : 51) {
        const QList<QByteArray> path = merkle::path(leaf, size, subtree);
        QVERIFY(path.size() <= 10);
        QVERIFY2(merkle::leads(leafOf(leaf), leaf, size, path, root), qPrintable(QString::number(leaf)));
    }
}

void TestMerkle::whatIsNoProofIsRefused()
{
    for (const int size : {2, 5, 8, 257}) {
        const QByteArray root = naiveRoot(0, size);
        for (int leaf = 0; leaf < size; leaf += size < 10 ? 1 : 64) {
            const QList<QByteArray> path = merkle::path(leaf, size, subtree);
            const auto leads = [&](const QByteArray &hash, qint64 at, qint64 of, const QList<QByteArray> &by) {
                return merkle::leads(hash, at, of, by, root);
            };
            QVERIFY(leads(leafOf(leaf), leaf, size, path));
            QVERIFY(!leads(leafOf(leaf + 1), leaf, size, path));
            QVERIFY(!leads(leafOf(leaf), leaf ^ 1, size, path));
            QVERIFY(!leads(leafOf(leaf), -1, size, path));
            QVERIFY(!leads(leafOf(leaf), size, size, path));
            QVERIFY(!leads(leafOf(leaf), leaf, 0, path));
            QVERIFY(!leads(leafOf(leaf), leaf, 2 * qint64(size), path));
            QVERIFY(!leads({}, leaf, size, path));
            QVERIFY(!leads(leafOf(leaf), leaf, size, path.mid(1)));
            QVERIFY(!leads(leafOf(leaf), leaf, size, path + QList<QByteArray>{root}));
            QVERIFY(!merkle::leads(leafOf(leaf), leaf, size, path, naiveRoot(0, size - 1)));
            for (qsizetype i = 0; i < path.size(); ++i) {
                QList<QByteArray> other = path;
                other[i][31] = char(other[i][31] ^ 1);
                QVERIFY(!leads(leafOf(leaf), leaf, size, other));
                other[i].chop(1);
                QVERIFY(!leads(leafOf(leaf), leaf, size, other));
            }
            // A node is no leaf: the two are hashed by different first bytes.
            QVERIFY(!leads(merkle::nodeHash(leafOf(leaf), leafOf(leaf + 1)), leaf, size, path));
        }
    }
}

void TestMerkle::whatIsMissingMakesNone()
{
    const auto holed = [](int steps, qint64 at) {
        return steps == 0 && at == 300 ? QByteArray() : subtree(steps, at);
    };
    QVERIFY(merkle::root(400, holed).isEmpty());
    QVERIFY(!merkle::root(300, holed).isEmpty());
    QVERIFY(merkle::path(3, 400, holed).isEmpty());
    QVERIFY(merkle::path(3, 3, subtree).isEmpty());
    QVERIFY(merkle::path(-1, 3, subtree).isEmpty());
}

QTEST_MAIN(TestMerkle)
#include "tst_merkle.moc"
