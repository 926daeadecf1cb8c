// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/support/csvtable.h"

#include <QFile>
#include <QTest>

using namespace packwarden;

/// Tables for spreadsheets: text stays text, numbers stay numbers.
class CsvTableTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingRuns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("guarded");
        QTest::newRow("empty") << "" << false;
        QTest::newRow("words") << "Car wash" << false;
        QTest::newRow("a sign inside") << "a=b" << false;
        QTest::newRow("equals") << "=1+1" << true;
        QTest::newRow("plus") << "+cmd" << true;
        QTest::newRow("minus") << "-cmd" << true;
        QTest::newRow("at") << "@SUM(A1)" << true;
        QTest::newRow("tab") << "\t=1" << true;
        QTest::newRow("line end") << "\r=1" << true;
        QTest::newRow("full width") << QStringLiteral("\uff1d1") << true;
        QTest::newRow("control character of the second set") << QStringLiteral("\u009bx") << true;
        QTest::newRow("a negative number") << "-12.5" << false;
        QTest::newRow("a positive number") << "+3" << false;
        QTest::newRow("an exponent") << "-1e-3" << false;
        QTest::newRow("two minus signs") << "--1" << true;
        QTest::newRow("no number, though a program reads it") << "-inf" << true;
        QTest::newRow("a number and a formula") << "-1+cmd|' /C calc'!A0" << true;
        QTest::newRow("no part in the matrix") << QStringLiteral("–") << false;
    }
    void nothingRuns()
    {
        QFETCH(QString, text);
        QFETCH(bool, guarded);
        QCOMPARE(CsvTable::harmless(text), guarded ? u'\'' + text : text);
    }

    void cellsAreQuotedWhereTheyMustBe()
    {
        CsvTable table({QStringLiteral("Name"), QStringLiteral("Value")});
        table.add({QStringLiteral("a \"b\""), QStringLiteral("1,5")});
        table.add({QStringLiteral("two\nlines"), QString()});
        table.add({QStringLiteral(" blank"), QStringLiteral("Öl; Wasser")});
        QCOMPARE(table.bytes(),
            QByteArray("Name,Value\r\n\"a \"\"b\"\"\",\"1,5\"\r\n\"two\nlines\",\r\n\" blank\",\"Öl; Wasser\"\r\n"));
    }

    /// One of every kind of cell. tests/peers/spreadsheet_peer.py has it written (PACKWARDEN_TABLE=FILE), and other
    /// programs read it.
    void aTableIsWritten()
    {
        CsvTable table({QStringLiteral("Text"), QStringLiteral("Number")});
        for (const QString &text :
            {QStringLiteral("Car wash"), QStringLiteral("=1+1"), QStringLiteral("=HYPERLINK(\"http://x\";\"y\")"),
                QStringLiteral("+cmd|' /C calc'!A0"), QStringLiteral("-cmd"), QStringLiteral("@SUM(A1)"),
                QStringLiteral("\t=1"), QStringLiteral("\uff1d1+1"), QStringLiteral("a \"b\", c; d"),
                QStringLiteral("two\nlines"), QStringLiteral(" blank "), QStringLiteral("Öl · Ω"), QString()})
            table.add({text, QStringLiteral("1")});
        for (const char *number : {"0", "-12.5", "3.712", "+3", "1e-3", "4200"})
            table.add({QStringLiteral("number"), QLatin1String(number)});
        const QString path = qEnvironmentVariable("PACKWARDEN_TABLE");
        QFile file(path);
        if (!path.isEmpty())
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(table.bytes()) == table.bytes().size());
        QCOMPARE(table.bytes().count("\r\n"), 20);
    }
};

QTEST_GUILESS_MAIN(CsvTableTest)
#include "tst_csvtable.moc"
