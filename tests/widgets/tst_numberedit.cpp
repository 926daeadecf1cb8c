// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <numberedit.h>

#include <QLineEdit>
#include <QTest>

using namespace packwarden;

/// What is typed is taken as a whole or refused as a whole, and always stays as typed.
class NumberEditTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("milli"); // -1: refused
        QTest::newRow("point") << QStringLiteral("4.25") << qint64(4250);
        QTest::newRow("comma") << QStringLiteral("4,25") << qint64(4250);
        QTest::newRow("whole") << QStringLiteral("95") << qint64(95000);
        QTest::newRow("above the limit") << QStringLiteral("5.25") << qint64(-1);
        QTest::newRow("unit in the field") << QStringLiteral("4.25V") << qint64(-1);
        QTest::newRow("grouping") << QStringLiteral("4.250,0") << qint64(-1);
        QTest::newRow("exponent") << QStringLiteral("4e0") << qint64(-1);
        QTest::newRow("not a number") << QStringLiteral("nan") << qint64(-1);
        QTest::newRow("four decimals") << QStringLiteral("4.2500") << qint64(-1);
        QTest::newRow("no decimals") << QStringLiteral("4.") << qint64(-1);
        QTest::newRow("blank before") << QStringLiteral(" 4.25") << qint64(-1);
        QTest::newRow("minus") << QStringLiteral("-4.25") << qint64(-1);
        QTest::newRow("other digits") << QStringLiteral("\u0664.\u0662") << qint64(-1);
    }

    void typing()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, milli);
        NumberEdit edit;
        edit.setUnit(QStringLiteral("V"));
        edit.setJudge([](Milli value) {
            const bool tooHigh = value > Milli{4300} && value < Milli{90000};
            return tooHigh ? std::optional(QStringLiteral("too high")) : std::nullopt;
        });
        auto *field = edit.findChild<QLineEdit *>(QStringLiteral("number"));
        QVERIFY(field);
        for (const QChar c : typed) {
            if (c.unicode() < 128)
                QTest::keyClick(field, char(c.unicode()));
            else
                field->insert(c); // no key of QTest's, but a paste
        }
        QCOMPARE(edit.text(), typed);
        QCOMPARE(edit.value() ? edit.value()->value : -1, milli);
        QCOMPARE(edit.reason().isEmpty(), milli >= 0);
    }

    void wheelAndArrowsChangeNothing()
    {
        NumberEdit edit;
        edit.setText(QStringLiteral("4.20"));
        auto *field = edit.findChild<QLineEdit *>(QStringLiteral("number"));
        QTest::keyClick(field, Qt::Key_Up);
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(edit.text(), QStringLiteral("4.20"));
    }
};

QTEST_MAIN(NumberEditTest)
#include "tst_numberedit.moc"
