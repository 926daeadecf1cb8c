// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/fingerprint.h"
#include "models/core/base/ids.h"

#include <QtTest>

using namespace packwarden;

/// Fingerprints as people type them.
class TestFingerprint final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typed_data();
    void typed();
};

void TestFingerprint::typed_data()
{
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<bool>("same");
    const QString own = fingerprintText(sha256("own"));
    const QString other = fingerprintText(sha256("other"));
    QTest::newRow("as it is shown") << QStringList{own} << true;
    QTest::newRow("in capitals, without spaces") << QStringList{own.toUpper().remove(u' ')} << true;
    QTest::newRow("with colons, as openssl writes") << QStringList{QString(own).replace(u' ', u':')} << true;
    QTest::newRow("with other blanks") << QStringList{u'\t' + QString(own).replace(u' ', QChar::Nbsp) + u'\n'} << true;
    QTest::newRow("after another") << QStringList{other, own} << true;
    QTest::newRow("another") << QStringList{other} << false;
    QTest::newRow("its beginning") << QStringList{own.left(9)} << false;
    QTest::newRow("one digit too many") << QStringList{own + u'0'} << false;
    QTest::newRow("digits that look alike")
        << QStringList{QString(own).replace(u'0', u'O').replace(u'1', u'l')} << false;
    QTest::newRow("nothing") << QStringList{} << false;
    QTest::newRow("an empty one") << QStringList{QString()} << false;
}

void TestFingerprint::typed()
{
    QFETCH(const QStringList, typed);
    QFETCH(const bool, same);
    QCOMPARE(isFingerprintAmong(fingerprintText(sha256("own")), typed), same);
    // What has no fingerprint is not what a person compared.
    QVERIFY(!isFingerprintAmong(QString(), typed));
}

QTEST_APPLESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
