// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/desktopnotices.h"
#include "app/pages/noticedesk.h"
#include "models/core/documents/documentfile.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"
#include "tests/models/support/modelworld.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString author = QStringLiteral("courier.fleet-manager");
const QString owner = QStringLiteral("leasing.asset-manager");
const QString name = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");

struct Shown
{
    uint replaces = 0;
    QString summary;
    QString body;
    QStringList actions;
};

/// A desktop's service of notices.
class NoticeServer final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QList<Shown> shown;

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &summary, const QString &body,
        const QStringList &actions, const QVariantMap &, int)
    {
        shown.append({replaces, summary, body, actions});
        return replaces ? replaces : uint(40 + shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
};

} // namespace

/// What the desktop tells a person who looks at another program.
class TestNotices final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;

    void put(Desk &desk, const QString &file, qint64 value, const QStringList &approvers = {})
    {
        DocumentFile document;
        document.document
            = m_world->sign(m_world->request(m_pack, QStringLiteral("soc.max"), value), author, approvers);
        QFile out(desk.workspace().requestsFolder() + u'/' + file + QStringLiteral(".pwreq"));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(document.encode());
    }
    static bool settle(SignoffsModel &signoffs, int rows)
    {
        signoffs.refresh();
        return waitFor([&] { return !signoffs.isRefreshing() && signoffs.rowCount() == rows; }, 20'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<TestWorld>();
        m_pack = m_world->pack();
    }

    void newDocumentsAreTold_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<bool>("isLookedAt");
        QTest::addColumn<bool>("areWanted");
        QTest::addColumn<QStringList>("approvers");
        QTest::addColumn<int>("told");
        const QStringList none;
        QTest::newRow("behind another program") << owner << false << true << none << 1;
        QTest::newRow("twin: in front") << owner << true << true << none << 0;
        QTest::newRow("twin: not wanted") << owner << false << false << none << 0;
        QTest::newRow("twin: signed already") << owner << false << true << QStringList{owner} << 0;
        QTest::newRow("twin: no seat") << author << false << true << none << 0;
        QTest::newRow("twin: nobody signed in") << QString() << false << true << none << 0;
    }
    void newDocumentsAreTold()
    {
        QFETCH(const QString, person);
        QFETCH(const bool, isLookedAt);
        QFETCH(const bool, areWanted);
        QFETCH(const QStringList, approvers);
        QFETCH(const int, told);
        Desk desk(*m_world, m_pack);
        put(desk, QStringLiteral("before"), 90000);
        SignoffsModel signoffs(desk.workspace());
        NoticeDesk notices(
            signoffs, desk.workspace().session(), [&] { return isLookedAt; }, [&] { return areWanted; });
        QSignalSpy notice(&notices, &NoticeDesk::notice);
        if (!person.isEmpty())
            QVERIFY(desk.signIn(person));
        QVERIFY(settle(signoffs, 1));
        QCOMPARE(notice.size(), 0); // it is on the screen that they signed in on
        put(desk, QStringLiteral("new"), 95000, approvers);
        QVERIFY(settle(signoffs, 2));
        QCOMPARE(notice.size(), told);
        // Each is told once.
        QVERIFY(settle(signoffs, 2));
        QCOMPARE(notice.size(), told);
    }

    void severalAreOneNotice()
    {
        Desk desk(*m_world, m_pack);
        SignoffsModel signoffs(desk.workspace());
        NoticeDesk notices(
            signoffs, desk.workspace().session(), [] { return false; }, [] { return true; });
        QVERIFY(desk.signIn(owner));
        QVERIFY(settle(signoffs, 0));
        QSignalSpy notice(&notices, &NoticeDesk::notice);
        for (int i = 0; i < 5; ++i)
            put(desk, QStringLiteral("new-%1").arg(i), 90000 + i);
        QVERIFY(settle(signoffs, 5));
        int titles = 0;
        for (const QList<QVariant> &each : notice)
            titles += each.at(0).toString().section(u' ', 0, 0).toInt();
        QCOMPARE(titles, 5); // the folder may be read while they arrive
        QVERIFY(notice.constLast().at(1).toString().count(u'\n') <= 3);
    }

    void theDesktopShowsOneAtATime()
    {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        QVERIFY2(!daemon.isEmpty(), "dbus-daemon is not installed");
        QProcess bus;
        bus.start(daemon, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY(bus.waitForReadyRead());
        const QString address = QString::fromUtf8(bus.readLine()).trimmed();
        {
            auto desktop = QDBusConnection::connectToBus(address, QStringLiteral("desktop"));
            NoticeServer server;
            QVERIFY(desktop.registerObject(
                path, &server, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
            QVERIFY(desktop.registerService(name));

            DesktopNotices notices(QDBusConnection::connectToBus(address, QStringLiteral("console")));
            QSignalSpy chosen(&notices, &DesktopNotices::chosen);
            notices.tell(QStringLiteral("1 document wants your signature"), QStringLiteral("Range <b>95 %</b> & more"));
            QTRY_COMPARE(server.shown.size(), 1);
            QCOMPARE(server.shown.at(0).replaces, 0U);
            QCOMPARE(server.shown.at(0).body, QStringLiteral("Range &lt;b&gt;95 %&lt;/b&gt; &amp; more"));
            QCOMPARE(server.shown.at(0).actions.value(0), QStringLiteral("default"));
            // A click on another program's notice is none on this one.
            Q_EMIT server.ActionInvoked(7, QStringLiteral("default"));
            Q_EMIT server.ActionInvoked(41, QStringLiteral("other"));
            Q_EMIT server.ActionInvoked(41, QStringLiteral("default"));
            QTRY_COMPARE(chosen.size(), 1);
            notices.tell(QStringLiteral("2 documents want your signature"), {});
            QTRY_COMPARE(server.shown.size(), 2);
            QCOMPARE(server.shown.at(1).replaces, 41U);
        }
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
        QDBusConnection::disconnectFromBus(QStringLiteral("console"));
        bus.terminate();
        QVERIFY(bus.waitForFinished());
    }

    /// A desktop without the service: nothing waits, and nothing is told.
    void noServiceIsNoHarm()
    {
        DesktopNotices notices(QDBusConnection(QStringLiteral("no such connection")));
        QSignalSpy chosen(&notices, &DesktopNotices::chosen);
        notices.tell(QStringLiteral("one"), QStringLiteral("two"));
        QCOMPARE(chosen.size(), 0);
    }
};

QTEST_MAIN(TestNotices)
#include "tst_notices.moc"
