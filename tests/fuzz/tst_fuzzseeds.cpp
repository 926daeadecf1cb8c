// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/signingkey.h"
#include "tests/models/core/judge/mutator.h"

#include <QDir>
#include <QtTest>

using namespace packwarden;
using test::Mutator;

extern "C" {
int fuzz_canlog(const uint8_t *data, size_t size);
int fuzz_cbor(const uint8_t *data, size_t size);
int fuzz_certificate(const uint8_t *data, size_t size);
int fuzz_cose(const uint8_t *data, size_t size);
int fuzz_document(const uint8_t *data, size_t size);
int fuzz_file(const uint8_t *data, size_t size);
int fuzz_invitation(const uint8_t *data, size_t size);
int fuzz_joining(const uint8_t *data, size_t size);
int fuzz_list(const uint8_t *data, size_t size);
int fuzz_right(const uint8_t *data, size_t size);
int fuzz_rulesjson(const uint8_t *data, size_t size);
int fuzz_trustfiles(const uint8_t *data, size_t size);
int fuzz_uds(const uint8_t *data, size_t size);
}

namespace {

using Target = int (*)(const uint8_t *, size_t);

constexpr int nearBy = 12; ///< inputs beside each seed

void give(Target target, const QByteArray &bytes)
{
    target(reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size()));
}

} // namespace

/// The fuzz targets over their seeds, and over a few inputs near each: what must hold for every input holds for these.
/// A target that finds it broken ends the program.
class TestFuzzSeeds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seeds_data();
    void seeds();
    void everyFolderHasATarget();

private:
    static QMap<QString, Target> targets();
    CryptoRuntime m_crypto;
};

QMap<QString, Target> TestFuzzSeeds::targets()
{
    return {{QStringLiteral("canlog"), fuzz_canlog}, {QStringLiteral("cbor"), fuzz_cbor},
        {QStringLiteral("certificate"), fuzz_certificate}, {QStringLiteral("cose"), fuzz_cose},
        {QStringLiteral("document"), fuzz_document}, {QStringLiteral("file"), fuzz_file},
        {QStringLiteral("invitation"), fuzz_invitation}, {QStringLiteral("joining"), fuzz_joining},
        {QStringLiteral("list"), fuzz_list}, {QStringLiteral("right"), fuzz_right},
        {QStringLiteral("rulesjson"), fuzz_rulesjson}, {QStringLiteral("trustfiles"), fuzz_trustfiles},
        {QStringLiteral("uds"), fuzz_uds}};
}

void TestFuzzSeeds::seeds_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : targets().keys())
        QTest::newRow(qPrintable(name)) << name;
}

void TestFuzzSeeds::seeds()
{
    QFETCH(QString, name);
    const Target target = targets().value(name);
    const QDir folder(QStringLiteral(PACKWARDEN_SEEDS "/") + name);
    const QStringList files = folder.entryList(QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    Mutator mutator(1);
    give(target, {});
    for (const QString &each : files) {
        QFile file(folder.filePath(each));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray seed = file.readAll();
        give(target, seed);
        for (int i = 0; i < nearBy; ++i)
            give(target, mutator.bytes(seed));
    }
}

void TestFuzzSeeds::everyFolderHasATarget()
{
    const QStringList folders
        = QDir(QStringLiteral(PACKWARDEN_SEEDS)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QCOMPARE(folders, targets().keys());
}

QTEST_GUILESS_MAIN(TestFuzzSeeds)
#include "tst_fuzzseeds.moc"
