// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"
#include "models/audit/auditstore.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "tests/models/support/modelworld.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/inspector/faultsview.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/inspector/parameterdetail.h"
#include "widgets/style/theme.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// One console of its own, on no bus, that trusts the rules of a pack.
struct Side
{
    Side(TestWorld &all, const PackState &pack)
        : world(all)
        , clock(TestWorld::now)
    {
        auto opened = Console::open({{}, folder.filePath(s("store")), {}, {}, {}, {}, {}}, clock, files);
        if (!opened.ok())
            qFatal("no console");
        console = std::move(opened).value();
        const PackRules rules = rulesOf(world, pack);
        TrustBook &trust = console->workspace().trust();
        if (!trust.pin(rules, {}).ok() || !trust.learn(rules).ok() || !trust.learn(factsOf(pack)).ok())
            qFatal("nothing to trust");
        console->start();
    }
    bool signIn(const QString &person)
    {
        const QString path = folder.filePath(person + s(".p12"));
        if (!pki::writeKeyFile(path, world.privateKey(person), world.key(person)->chain(), s("secret"), 1000).ok())
            return false;
        Session &session = console->workspace().session();
        session.signIn(path, s("secret"));
        return waitFor([&] { return session.state() != Session::State::Opening; }, 20'000) && session.isSignedIn();
    }
    MainWindow &window() { return console->window(); }
    QDialog *dialog(const char *name)
    {
        for (QDialog *each : window().findChildren<QDialog *>(QLatin1String(name))) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    /// What the person does in the dialog: gives a reason and presses the button. False if the button is greyed.
    bool settle(const char *name, const char *reason, const char *button)
    {
        QDialog *open = dialog(name);
        if (!open)
            return false;
        QTest::keyClicks(open->findChild<QPlainTextEdit *>(s("rightReason")), s(reason));
        auto *press = open->findChild<QPushButton *>(QLatin1String(button));
        const bool can = press->isEnabled();
        QTest::mouseClick(press, Qt::LeftButton);
        return can;
    }
    QString said()
    {
        const auto *label = window().findChild<QWidget *>(s("signoffMessage"))->findChild<QLabel *>(s("message"));
        return label && label->isVisible() ? label->text() : QString();
    }
    /// The file of this kind that lies with the requests; empty if there is none.
    QString fileOf(const char *suffix) const
    {
        const QDir requests(folder.filePath(s("store/requests")));
        const QStringList names = requests.entryList({s("*.") + s(suffix)}, QDir::Files);
        return names.size() == 1 ? requests.filePath(names.constFirst()) : QString();
    }
    qint64 records(const char *action) const
    {
        AuditFilter filter;
        filter.action = s(action);
        return console->workspace().audit().count(filter);
    }

    TestWorld &world;
    QTemporaryDir folder;
    FixedClock clock;
    test::StubFileChooser files;
    std::unique_ptr<Console> console;
};

} // namespace

/// The honest way in, over the windows of two companies: a greyed action asks for the right, the one who can give it
/// answers, and the one who asked hears it. Each step is a file and a record.
class TestRightDesk final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    TestWorld m_world;
    PackState m_pack = m_world.pack();
    const CapabilityId m_right = CapabilityId::fromTrusted(QStringLiteral("set-service-interval"));

    void ask(Side &side)
    {
        Q_EMIT side.window().inspector().parameterDetail().rightWanted(m_right, m_pack.serial.text());
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light, QPalette()); }

    void askedAnsweredHeard_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("words");
        QTest::newRow("yes") << s("answerRightYes") << s("says yes");
        QTest::newRow("no") << s("answerRightNo") << s("says no");
    }

    void askedAnsweredHeard()
    {
        QFETCH(QString, button);
        QFETCH(QString, words);
        Side asker(m_world, m_pack);
        QVERIFY(asker.signIn(s("leasing.asset-manager")));
        ask(asker);
        QVERIFY(!asker.settle("askRightDialog", "  ", "askRightSign")); // nothing is signed without a reason
        QVERIFY(asker.settle("askRightDialog", "The workshop is closed.", "askRightSign"));
        QTRY_VERIFY_WITH_TIMEOUT(!asker.fileOf("pwask").isEmpty(), 20'000);
        QTRY_VERIFY2(asker.said().contains(s(".pwask")), qPrintable(asker.said()));
        QCOMPARE(asker.records(auditaction::askRight), 1);

        // Who is not signed in reads it, and answers nothing.
        Side issuer(m_world, m_pack);
        issuer.window().openFile(asker.fileOf("pwask"));
        QVERIFY(issuer.dialog("answerRightDialog"));
        QVERIFY(!issuer.settle("answerRightDialog", "Yes.", "answerRightYes"));
        QTest::keyClick(issuer.dialog("answerRightDialog"), Qt::Key_Escape);
        QVERIFY(issuer.fileOf("pwans").isEmpty());

        QVERIFY(issuer.signIn(s("courier.fleet-manager")));
        issuer.window().openFile(asker.fileOf("pwask"));
        QVERIFY(issuer.settle("answerRightDialog", "Until Friday.", button.toLatin1().constData()));
        QTRY_VERIFY_WITH_TIMEOUT(!issuer.fileOf("pwans").isEmpty(), 20'000);
        QCOMPARE(issuer.records(auditaction::answerRight), 1);

        asker.window().openFile(issuer.fileOf("pwans"));
        QVERIFY2(asker.said().contains(words), qPrintable(asker.said()));
        QVERIFY2(asker.said().contains(s("Until Friday.")), qPrintable(asker.said()));
        QCOMPARE(asker.records(auditaction::hearRight), 1);
        // It answers nothing that the issuer asked.
        issuer.window().openFile(issuer.fileOf("pwans"));
        QVERIFY2(!issuer.said().contains(words), qPrintable(issuer.said()));
    }

    /// Whoever cannot answer is told so, and signs nothing.
    void whoHasNoSayIsToldSo()
    {
        Side asker(m_world, m_pack);
        QVERIFY(asker.signIn(s("leasing.asset-manager")));
        ask(asker);
        QVERIFY(asker.settle("askRightDialog", "The workshop is closed.", "askRightSign"));
        QTRY_VERIFY_WITH_TIMEOUT(!asker.fileOf("pwask").isEmpty(), 20'000);
        Side other(m_world, m_pack);
        QVERIFY(other.signIn(s("platform.platform-engineer")));
        other.window().openFile(asker.fileOf("pwask"));
        const auto *whyNot = other.dialog("answerRightDialog")->findChild<QLabel *>(s("answerRightWhyNot"));
        QVERIFY(whyNot && whyNot->text().contains(s("would settle nothing")));
        QVERIFY(!other.settle("answerRightDialog", "Yes.", "answerRightYes"));
        QCOMPARE(other.records(auditaction::answerRight), 0);
    }

    /// A right that the rules give to nobody is explained, and cannot be asked for; the button is where it is missed.
    void clearingFaultsAsksToo()
    {
        Side shop(m_world, m_pack);
        shop.window().openPage(MainWindow::Inspector);
        FaultsView &faults = shop.window().inspector().faults();
        shop.window().findChild<QTabWidget *>(s("inspectorTabs"))->setCurrentWidget(&faults);
        auto *button = faults.findChild<QPushButton *>(s("faultsAskRight"));
        QVERIFY(!button->isVisible()); // nobody is signed in
        QVERIFY(shop.signIn(s("service.technician")));
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(shop.dialog("askRightDialog"));
        QVERIFY(!shop.settle("askRightDialog", "After a repair.", "askRightSign"));
        QCOMPARE(shop.records(auditaction::askRight), 0);
    }

    void aForgedFileIsRefused()
    {
        Side issuer(m_world, m_pack);
        const QString path = issuer.folder.filePath(s("odd.pwask"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("nothing like it") > 0);
        file.close();
        issuer.window().openFile(path);
        QVERIFY(!issuer.dialog("answerRightDialog"));
        QVERIFY(!issuer.said().isEmpty());
    }
};

QTEST_MAIN(TestRightDesk)
#include "tst_rightdesk.moc"
