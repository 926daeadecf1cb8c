// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/documentfile.h"
#include "models/fleet/todaymodel.h"
#include "models/workspace/session.h"
#include "tests/support/cryptocount.h"
#include "tests/support/patience.h"
#include "tests/widgets/support/windowworld.h"
#include "widgets/signoffs/signoffspage.h"
#include "widgets/style/theme.h"
#include "widgets/window/shell.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

/// What a window that is only looked at costs.
class TestQuiet final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;

    /// Until nothing was parsed and verified for a while.
    static bool rests()
    {
        constexpr int aWhile = 300; // milliseconds
        CryptoCount last = CryptoCount::now();
        QElapsedTimer since;
        since.start();
        return waitFor(
            [&] {
                if (const CryptoCount now = CryptoCount::now(); now.since(last) > 0) {
                    last = now;
                    since.restart();
                }
                return since.elapsed() >= aWhile;
            },
            20'000);
    }

    /// As the bus tells of it ten times a second; until Today has taken it in.
    static bool tick(WindowWorld &world, PackTelemetry &telemetry, Desk &desk)
    {
        ++telemetry.packMillivolts;
        telemetry.activeFaults = 1 - telemetry.activeFaults; // all that shows faults has something to do
        desk.clock().advance(100);
        telemetry.heardAt = desk.clock().monotonicMilliseconds();
        world.packs.setTelemetry(telemetry);
        world.window.telemetryArrived();
        const auto showsFault = [&] {
            const QList<TodayItem> items = world.window.shell().today().items();
            return std::any_of(
                items.begin(), items.end(), [](const TodayItem &item) { return item.kind == TodayItem::Kind::Fault; });
        };
        const bool wanted = telemetry.activeFaults > 0;
        return waitFor([&] { return showsFault() == wanted; });
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_world = std::make_unique<TestWorld>();
        m_pack = m_world->pack();
    }

    /// Signatures and certificates are for what was learnt, not for what is heard ten times a second.
    void telemetryAsksForNoCertificate()
    {
        Desk desk(*m_world, m_pack);
        TrustBook &trust = desk.workspace().trust();
        QVERIFY(trust.learn(rulesOf(*m_world, m_world->pack(QStringLiteral("SDB-TEST-0002")))).ok());
        WindowWorld world(desk.workspace());
        world.window.show();
        world.hear(m_pack, desk.clock().monotonicMilliseconds());
        QVERIFY(desk.signIn(QStringLiteral("courier.fleet-manager")));
        DocumentFile file;
        file.document = m_world->sign(m_world->request(m_pack, QStringLiteral("soc.max"), 85000),
            QStringLiteral("courier.fleet-manager"), {QStringLiteral("leasing.asset-manager")});
        QFile out(desk.path("a.pwreq"));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0 && out.flush());
        world.window.openFile(out.fileName());
        QTRY_VERIFY(world.window.signoffs().reader().reading().isEmpty());
        PackTelemetry telemetry = world.packs.telemetry(0);
        const QMap<int, QString> pages = world.window.pageTitles();
        for (auto page = pages.cbegin(); page != pages.cend(); ++page) {
            world.window.openPage(MainWindow::Page(page.key()));
            // What the page does when it opens is done, on worker threads too.
            QVERIFY(rests());
            const CryptoCount before = CryptoCount::now();
            for (int i = 0; i < 2; ++i)
                QVERIFY(tick(world, telemetry, desk));
            QVERIFY2(CryptoCount::now().since(before) == 0, qPrintable(page.value()));
        }
        // The twins: what is learnt is judged, and so is what an hour may have changed.
        CryptoCount before = CryptoCount::now();
        QVERIFY(trust.learn(m_world->crl(QStringLiteral("leasing"), {}, 2)).ok());
        QVERIFY(CryptoCount::now().since(before) > 0);
        QVERIFY(tick(world, telemetry, desk));
        QVERIFY(rests());
        before = CryptoCount::now();
        desk.clock().advance((TodayModel::listsHold + 1) * 1000);
        world.window.shell().today().refresh();
        QVERIFY(CryptoCount::now().since(before) > 0);
    }
};

QTEST_MAIN(TestQuiet)
#include "tst_quiet.moc"
