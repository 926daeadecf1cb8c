// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <signdialog.h>

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace packwarden;

class SignDialogTest final : public QObject
{
    Q_OBJECT

    static SignoffJudgement judgement()
    {
        SignoffJudgement j;
        ChangeRequest request;
        request.head.reason = QStringLiteral("a<b and c>d");
        request.packs = {{PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0001")), QStringLiteral("nmc-96s2p"),
            {{ParameterId::fromTrusted(QStringLiteral("soc.max")), QStringLiteral("%"), {90000}, 1, {95000}}}}};
        j.request = request;
        j.fingerprint = QStringLiteral("b91f 04c2 77ae 310d 0000 1111 2222 3333");
        return j;
    }

private Q_SLOTS:
    void theSafeButtonIsTheDefault()
    {
        SignDialog dialog(judgement(), {}, {}, Meaning::Approve);
        dialog.show();
        auto *cancel = dialog.findChild<QPushButton *>(QStringLiteral("signCancel"));
        auto *sign = dialog.findChild<QPushButton *>(QStringLiteral("signConfirm"));
        QVERIFY(cancel->isDefault());
        QVERIFY(!sign->isDefault());
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
        QVERIFY(!dialog.isVisible());
    }

    void aClickMeantForSomethingElseSignsNothing()
    {
        SignDialog dialog(judgement(), {}, {}, Meaning::Approve);
        dialog.show();
        auto *checked = dialog.findChild<QCheckBox *>(QStringLiteral("signChecked"));
        auto *sign = dialog.findChild<QPushButton *>(QStringLiteral("signConfirm"));
        checked->setChecked(true);
        QVERIFY(!sign->isEnabled()); // the guard
        QTest::mouseClick(sign, Qt::LeftButton);
        QVERIFY(dialog.isVisible());
        QTRY_VERIFY(sign->isEnabled());
        QTest::mouseClick(sign, Qt::LeftButton);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void withoutTheTickNothingIsSigned()
    {
        SignDialog dialog(judgement(), {}, {}, Meaning::Author);
        dialog.show();
        auto *sign = dialog.findChild<QPushButton *>(QStringLiteral("signConfirm"));
        auto *checked = dialog.findChild<QCheckBox *>(QStringLiteral("signChecked"));
        checked->setChecked(true);
        QTRY_VERIFY(sign->isEnabled());
        checked->setChecked(false);
        QVERIFY(!sign->isEnabled());
    }

    void foreignTextIsPlain()
    {
        SignDialog dialog(judgement(), {}, {}, Meaning::Approve);
        bool found = false;
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            found = found || label->text() == QStringLiteral("a<b and c>d");
        }
        QVERIFY(found);
    }
};

QTEST_MAIN(SignDialogTest)
#include "tst_signdialog.moc"
