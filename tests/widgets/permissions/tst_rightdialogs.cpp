// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testworld.h"
#include "widgets/permissions/rightdialogs.h"
#include "widgets/style/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using test::TestWorld;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Asking for a right and answering: nothing is signed without a reason, or by who cannot give it.
class TestRightDialogs final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    TestWorld m_world;
    PackState m_pack = m_world.pack();
    const CapabilityId m_capability = CapabilityId::fromTrusted(QStringLiteral("set-soc-min"));

    RightOutlook outlook(const char *role, const char *capability = "set-soc-min") const
    {
        return rightOutlook(m_pack.policy, m_pack.charter, &m_pack.silicon, RoleId::fromTrusted(s(role)),
            CapabilityId::fromTrusted(s(capability)));
    }
    static QString text(const QDialog &dialog, const char *name)
    {
        const auto *label = dialog.findChild<QLabel *>(QLatin1String(name));
        return label ? label->text() : QString();
    }
    static QPushButton *button(const QDialog &dialog, const char *name)
    {
        return dialog.findChild<QPushButton *>(QLatin1String(name));
    }
    static void picture(QDialog &dialog, const char *name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(dialog.grab().save(folder + u'/' + s(name)));
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light, QPalette()); }

    void asking_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("capability");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("canAsk");
        QTest::newRow("others hold it") << s("technician") << s("set-soc-min") << s("By C-1, clause 1") << true;
        QTest::newRow("it is held") << s("asset-manager") << s("set-soc-min") << s("already") << false;
        QTest::newRow("nobody can") << s("technician") << s("disable-protection") << s("cannot be given") << false;
    }

    void asking()
    {
        QFETCH(QString, role);
        QFETCH(QString, capability);
        QFETCH(QString, words);
        QFETCH(bool, canAsk);
        AskRightDialog dialog(outlook(role.toLatin1().constData(), capability.toLatin1().constData()),
            CapabilityId::fromTrusted(capability), m_pack.charter, m_pack.policy);
        dialog.show();
        QVERIFY2(text(dialog, "askRightOutlook").contains(words), qPrintable(text(dialog, "askRightOutlook")));
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        auto *reason = dialog.findChild<QPlainTextEdit *>(s("rightReason"));
        QVERIFY(!button(dialog, "askRightSign")->isEnabled());
        QTest::keyClicks(reason, s("   "));
        QVERIFY(!button(dialog, "askRightSign")->isEnabled());
        QTest::keyClicks(reason, s("After a repair."));
        QCOMPARE(button(dialog, "askRightSign")->isEnabled(), canAsk);
        if (canAsk)
            picture(dialog, "askright.png");
        QTest::mouseClick(button(dialog, "askRightSign"), Qt::LeftButton);
        QCOMPARE(accepted.size(), canAsk ? 1 : 0);
        if (canAsk)
            QCOMPARE(dialog.reason(), s("After a repair."));
    }

    void answering_data()
    {
        QTest::addColumn<QString>("whyNot");
        QTest::addColumn<bool>("yes");
        QTest::newRow("yes") << QString() << true;
        QTest::newRow("no") << QString() << false;
        QTest::newRow("who cannot give it") << s("Your company cannot give it.") << true;
    }

    void answering()
    {
        QFETCH(QString, whyNot);
        QFETCH(bool, yes);
        RightQuestion question;
        question.request = {QByteArray(16, 'i'), m_capability, RoleId::fromTrusted(s("technician")),
            s("<b>After</b> a repair."), s("SDB-TEST-0001")};
        question.by
            = {s("service.technician"), RoleId::fromTrusted(s("technician")), {}, s("Service shop"), 1'780'000'000};
        question.outlook = outlook("technician");
        AnswerRightDialog dialog(question, m_pack.charter, m_pack.policy, whyNot);
        dialog.show();
        // case 73: what somebody else wrote is shown as it is written.
        QCOMPARE(text(dialog, "answerRightReason"), s("<b>After</b> a repair."));
        QCOMPARE(dialog.findChild<QLabel *>(s("answerRightReason"))->textFormat(), Qt::PlainText);
        QVERIFY(text(dialog, "answerRightWho").contains(s("SDB-TEST-0001")));
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QPushButton *chosen = button(dialog, yes ? "answerRightYes" : "answerRightNo");
        QVERIFY(!chosen->isEnabled());
        QTest::keyClicks(dialog.findChild<QPlainTextEdit *>(s("rightReason")), s("Until Friday."));
        QCOMPARE(chosen->isEnabled(), whyNot.isEmpty());
        picture(dialog, "answerright.png");
        QTest::mouseClick(chosen, Qt::LeftButton);
        QCOMPARE(accepted.size(), whyNot.isEmpty() ? 1 : 0);
        if (whyNot.isEmpty()) {
            QCOMPARE(dialog.isGranted(), yes);
            QCOMPARE(dialog.reason(), s("Until Friday."));
        }
    }

    void repliesInWords()
    {
        RightReply reply;
        reply.request.capability = m_capability;
        reply.answer = {QByteArray(32, 'r'), true, s("Until Friday.")};
        reply.by.name = s("leasing.asset-manager");
        reply.by.partyName = s("Leasing");
        reply.mayAnswer = true;
        QVERIFY(
            RightWords::reply(reply).contains(s("says yes")) && RightWords::reply(reply).contains(s("Until Friday.")));
        QVERIFY(!RightWords::reply(reply).contains(s("not among those")));
        reply.mayAnswer = false;
        QVERIFY(RightWords::reply(reply).contains(s("not among those")));
        reply.answer.granted = false;
        QVERIFY(RightWords::reply(reply).contains(s("says no")));
    }
};

QTEST_MAIN(TestRightDialogs)
#include "tst_rightdialogs.moc"
