// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"
#include "hw/can/localbus.h"
#include "models/core/base/clock.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/window/mainwindow.h"

#include <QDialog>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace packwarden;

namespace {

constexpr int patience = 20'000; // milliseconds

} // namespace

/// The whole console, and what its title bar says while hub and pack go and come back.
class BusConsoleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrongAndWhenItIsOver();

private:
    bool start(QProcess &process, const QStringList &arguments)
    {
        process.start(QStringLiteral(PACKWARDEN_SIM), QStringList{QStringLiteral("--bus"), m_bus} + arguments);
        return process.waitForReadyRead(patience) && process.readAll().contains("ready");
    }
    static void kill(QProcess &process)
    {
        process.kill();
        process.waitForFinished(patience);
    }

    const QString m_bus = freeLocalBus();
};

void BusConsoleTest::saysWhatIsWrongAndWhenItIsOver()
{
    const CryptoRuntime crypto;
    QTemporaryDir folder;
    QProcess hub;
    QProcess pack;
    QProcess provision;
    provision.start(QStringLiteral(PACKWARDEN_SIM),
        {QStringLiteral("provision"), QStringLiteral("--blank"), folder.path(), QStringLiteral("SDB-TEST-0001"),
            QStringLiteral("nmc-96s2p")});
    QVERIFY(provision.waitForFinished(patience) && provision.exitCode() == 0);
    const QStringList asHub{QStringLiteral("hub")};
    const QStringList asPack{QStringLiteral("--packs"), QStringLiteral("1"), QStringLiteral("--state"),
        folder.filePath(QStringLiteral("packs"))};
    QVERIFY(start(hub, asHub));
    QVERIFY(start(pack, asPack));

    const SystemClock clock;
    test::StubFileChooser files;
    auto opened = Console::open({{m_bus}, folder.filePath(QStringLiteral("store")), {}, {}, {}, {}, {}}, clock, files);
    QVERIFY(opened.ok());
    Console &console = **opened;
    console.start();
    auto *chip = console.window().findChild<Chip *>(QStringLiteral("busChip"));
    QVERIFY(chip);
    QTRY_COMPARE_WITH_TIMEOUT(chip->text(), QStringLiteral("1 pack(s)"), patience);
    QTest::mouseClick(console.window().findChild<QToolButton *>(QStringLiteral("busButton")), Qt::LeftButton);
    auto *behind = console.window().findChild<QDialog *>(QStringLiteral("busHealth"));
    QTRY_VERIFY(behind && behind->isVisible());
    const auto figure = [&](int row) {
        return behind->findChild<QLabel *>(QStringLiteral("busFigure%1").arg(row))->text();
    };
    constexpr int lost = 2;
    constexpr int interruptions = 8;
    QTRY_COMPARE_WITH_TIMEOUT(figure(interruptions), QStringLiteral("none"), patience);

    // Case 87: the pack falls silent; the bus is there.
    kill(pack);
    QTRY_COMPARE_WITH_TIMEOUT(chip->text(), QStringLiteral("Bus is silent"), patience);
    QVERIFY(start(pack, asPack));
    QTRY_COMPARE_WITH_TIMEOUT(chip->text(), QStringLiteral("1 pack(s)"), patience);

    // Case 94: the hub is killed; it comes back, and then the pack, and nobody touches the console. The pack goes
    // first, as it would take the hub's place.
    kill(pack);
    kill(hub);
    QTRY_COMPARE_WITH_TIMEOUT(chip->text(), QStringLiteral("Simulated bus gone"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(figure(interruptions), QStringLiteral("1"), patience);
    if (const QString pictures = qEnvironmentVariable("PACKWARDEN_PICTURES"); !pictures.isEmpty()) {
        QVERIFY(behind->grab().save(pictures + QStringLiteral("/busconsole.png")));
        QVERIFY(console.window().grab().save(pictures + QStringLiteral("/busconsole-window.png")));
    }
    QVERIFY(start(hub, asHub));
    QTRY_VERIFY_WITH_TIMEOUT(
        figure(interruptions).startsWith(QLatin1String("1; the last one that is over took")), patience);
    QVERIFY(start(pack, asPack));
    QTRY_COMPARE_WITH_TIMEOUT(chip->text(), QStringLiteral("1 pack(s)"), patience);
    QCOMPARE(figure(lost), QStringLiteral("none"));
    kill(pack);
    kill(hub);
}

QTEST_MAIN(BusConsoleTest)
#include "tst_busconsole.moc"
