// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/milli.h"

#include <QtTest>

using namespace packwarden;

/// The grammar for typed numbers: each row is a defined result, the same in every locale.
class TestMilli final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void formats();
};

void TestMilli::accepted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("value");
    QTest::newRow("4.25") << QStringLiteral("4.25") << qint64(4250);
    QTest::newRow("4,25") << QStringLiteral("4,25") << qint64(4250);
    QTest::newRow("4.250") << QStringLiteral("4.250") << qint64(4250);
    QTest::newRow("4,2") << QStringLiteral("4,2") << qint64(4200);
    QTest::newRow("0,250") << QStringLiteral("0,250") << qint64(250);
    QTest::newRow("-0,250") << QStringLiteral("-0,250") << qint64(-250);
    QTest::newRow("4250,125") << QStringLiteral("4250,125") << qint64(4250125);
    QTest::newRow("95") << QStringLiteral("95") << qint64(95000);
    QTest::newRow("0") << QStringLiteral("0") << qint64(0);
    QTest::newRow("007") << QStringLiteral("007") << qint64(7000);
    QTest::newRow("999999.999") << QStringLiteral("999999.999") << qint64(999999999);
    QTest::newRow("-20.5") << QStringLiteral("-20.5") << qint64(-20500);
}

void TestMilli::accepted()
{
    QFETCH(QString, text);
    QFETCH(qint64, value);
    for (const char *locale : {"C", "en_US", "de_DE", "fi_FI", "fr_CH", "de_CH", "ar_EG"}) {
        QLocale::setDefault(QLocale(QLatin1String(locale)));
        const auto result = parseQuantity(text, true);
        QVERIFY(result.ok());
        QCOMPARE(result->value, value);
    }
    QLocale::setDefault(QLocale::c());
}

void TestMilli::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *text, const char *why) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(why);
    };
    row("", "empty");
    row("4,250", "grouping: 4250 4.250");
    row("-4,250", "grouping: -4250 -4.250");
    row("12,500", "grouping: 12500 12.500");
    row("120,000", "grouping: 120000 120.000");
    row("1,234,567", "character");
    row("4,2505", "decimals");
    row("1.234,5", "character");
    row("4 250", "character");
    row("4'250", "character");
    row(".25", "digits");
    row("4.", "decimals");
    row("4..2", "character");
    row("4.2505", "decimals");
    row("1234567", "digits");
    row("4e3", "character");
    row("0x10", "character");
    row("nan", "character");
    row("inf", "character");
    row("+4.2", "character");
    row("4.25V", "character");
    row("4250m", "character");
    row(" 4.25", "character");
    row("4.25 ", "character");
    row("4.25\n", "character");
    row("4\xc2\xa0"
        "250",
        "character");
    row("4.2\xe2\x80\x8b"
        "5",
        "character");
    row("\xe2\x80\xae"
        "4.25",
        "character");
    row("\xef\xbc\x94\xef\xbc\x8e\xef\xbc\x92", "character");
    row("\xd9\xa4\xd9\xab\xd9\xa2", "character");
    row("-", "digits");
    row("-0", "sign");
    row("--1", "character");
}

void TestMilli::refused()
{
    QFETCH(QString, text);
    QFETCH(QString, why);
    const auto result = parseQuantity(text, true);
    QVERIFY(!result.ok());
    QCOMPARE(result.code(), Code::NotAQuantity);
    QCOMPARE(result.error().detail, why);
    QVERIFY(!parseQuantity(QStringLiteral("-1"), false).ok());
}

void TestMilli::formats()
{
    QCOMPARE(formatQuantity(Milli{4250}), QStringLiteral("4.25"));
    QCOMPARE(formatQuantity(Milli{4250}, u','), QStringLiteral("4,25"));
    QCOMPARE(formatQuantity(Milli{95000}), QStringLiteral("95"));
    QCOMPARE(formatQuantity(Milli{4200}, u'.', 2), QStringLiteral("4.20"));
    QCOMPARE(formatQuantity(Milli{-500}), QStringLiteral("-0.5"));
    QCOMPARE(formatQuantity(Milli{7}), QStringLiteral("0.007"));
}

QTEST_APPLESS_MAIN(TestMilli)
#include "tst_milli.moc"
