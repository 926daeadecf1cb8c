// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"
#include "app/demorunner.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/pki/signingkey.h"
#include "models/packs/packsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/style/theme.h"
#include "widgets/window/commandpalette.h"
#include "widgets/window/mainwindow.h"
#include "widgets/window/shell.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;

namespace {

/// Programs that run with this word among their arguments, except this one.
QStringList running(const QString &word)
{
    QStringList found;
    for (const QString &pid : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString line = QString::fromLocal8Bit(file.readAll().replace('\0', ' '));
        if (line.contains(word) && pid.toLongLong() != QCoreApplication::applicationPid())
            found << line;
    }
    return found;
}

constexpr int worldMilliseconds = 240000; // twenty-five keys on a busy machine

} // namespace

/// The demo from the button to its end, with the simulator and other consoles as processes.
/// PACKWARDEN_PICTURES=FOLDER keeps pictures.
class TestDemo final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    SystemClock m_clock;
    test::StubFileChooser m_files;

    std::unique_ptr<Console> open(const QString &store, const QString &programs = {}, const QString &part = {})
    {
        ConsoleOptions options;
        options.store = store;
        options.programs = programs.isEmpty() ? QStringLiteral(PACKWARDEN_PROGRAMS) : programs;
        options.part = part;
        auto console = Console::open(options, m_clock, m_files);
        if (!console.ok())
            return nullptr;
        console.value()->start();
        console.value()->window().resize(1280, 800);
        return std::move(console).value();
    }

    template <typename T> static T *find(Console &console, const char *name)
    {
        for (T *each : console.window().findChildren<T *>(QLatin1String(name))) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

    static QString message(Console &console)
    {
        auto *bar = find<MessageBar>(console, "windowMessage");
        return bar ? bar->text() : QString();
    }

    static void tryTheDemo(Console &console)
    {
        QTRY_VERIFY(find<QPushButton>(console, "startDemo"));
        QTest::mouseClick(find<QPushButton>(console, "startDemo"), Qt::LeftButton);
    }

    static void picture(QWidget &widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(widget.grab().save(QStringLiteral("%1/demo-%2.png").arg(folder, QLatin1String(name))));
    }

    static bool script(const QString &path, const QByteArray &lines)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + lines) > 0
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light, QPalette()); }

    void makingItCanBeCancelled()
    {
        QTemporaryDir folder;
        auto console = open(folder.filePath(QStringLiteral("store")));
        QVERIFY(console);
        tryTheDemo(*console);
        QTRY_VERIFY(find<QProgressDialog>(*console, "demoProgress"));
        auto *progress = find<QProgressDialog>(*console, "demoProgress");
        QTRY_VERIFY2(progress->labelText().contains(QLatin1String("keys of all")), qPrintable(progress->labelText()));
        QCOMPARE(running(folder.path()).size(), 1);
        picture(*progress, "progress");
        QTest::mouseClick(progress->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY2(message(*console).contains(QLatin1String("cancelled")), qPrintable(message(*console)));
        QVERIFY(!find<QProgressDialog>(*console, "demoProgress"));
        QCOMPARE(running(folder.path()), QStringList());
    }

    void itPlaysAndEndsWithItsConsole()
    {
        QTemporaryDir folder;
        const QString store = folder.filePath(QStringLiteral("store"));
        // The world is made once for all runs of this test: its keys take a minute.
        const QString world = QStringLiteral(PACKWARDEN_DEMO_WORLD);
        QVERIFY(QDir().mkpath(store) && QDir().mkpath(world));
        QVERIFY(QFile::link(world, store + QStringLiteral("/demo")));
        QDir(world + QStringLiteral("/consoles")).removeRecursively();
        auto console = open(store);
        QVERIFY(console);
        tryTheDemo(*console);
        QTRY_VERIFY_WITH_TIMEOUT(message(*console).contains(QLatin1String("The demo runs")), worldMilliseconds);
        QVERIFY(!find<QProgressDialog>(*console, "demoProgress"));
        picture(console->window(), "packs");
        // One person is signed in, and the demo's own rules are trusted, in a store of the demo.
        const QString first = world + QStringLiteral("/consoles/courier-fleet-manager");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(first + QStringLiteral("/trust/pinned.cbor")), 60000);
        // This console has nothing of it.
        QCOMPARE(console->packs().rowCount(), 0);
        QVERIFY(console->workspace().trust().isEmpty());
        QVERIFY(!QFile::exists(store + QStringLiteral("/trust/pinned.cbor")));

        // Somebody else's console, with a store of its own.
        auto *menu = console->window().findChild<QMenu *>(QStringLiteral("openAsMenu"));
        QVERIFY(menu);
        const auto openDriver = [&] {
            menu->popup(console->window().mapToGlobal(QPoint(400, 40)));
            for (QAction *action : menu->actions()) {
                if (action->text() == QLatin1String("Courier, driver"))
                    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            }
        };
        openDriver();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(world + QStringLiteral("/consoles/courier-driver/audit.db")), 30000);
        const QStringList driver = running(QStringLiteral("--part courier-driver"));
        QCOMPARE(driver.size(), 1);
        QVERIFY(driver.constFirst().contains(QLatin1String("/keys/courier-driver.p12")));
        openDriver();
        QTRY_VERIFY2(message(*console).contains(QLatin1String("open already")), qPrintable(message(*console)));
        QCOMPARE(running(QStringLiteral("--part courier-driver")).size(), 1);

        QCOMPARE(running(folder.path()).size(), 3); // the packs and two consoles
        // Left from the menu, it ends; begun again, it goes on.
        Q_EMIT console->window().shell().demoLeft();
        QTRY_COMPARE(running(folder.path()), QStringList());
        QVERIFY(QFile::exists(first + QStringLiteral("/trust/pinned.cbor")));
        Q_EMIT console->window().shell().demoWanted();
        QTRY_COMPARE_WITH_TIMEOUT(running(folder.path()).size(), 2, worldMilliseconds);
        console.reset();
        QCOMPARE(running(folder.path()), QStringList());
        // Who was signed in says its audit.
        auto audit = AuditStore::open(first + QStringLiteral("/audit.db"), m_clock);
        QVERIFY(audit.ok());
        AuditFilter filter;
        filter.action = QLatin1String(auditaction::signIn);
        filter.outcome = QLatin1String(auditoutcome::done);
        QVERIFY((*audit)->count(filter) > 0);
    }

    void itIsThrownAwayWithoutTheStore()
    {
        QTemporaryDir folder;
        const QString store = folder.filePath(QStringLiteral("store"));
        QVERIFY(QDir().mkpath(store + QStringLiteral("/demo/keys")));
        QVERIFY(script(store + QStringLiteral("/demo/keys/somebody.p12"), "exit 1\n"));
        auto console = open(store);
        QVERIFY(console);
        const auto throwAway = [&] {
            for (const PaletteCommand &command : console->window().shell().commands()) {
                if (command.title.startsWith(QLatin1String("Throw the demo away")))
                    command.run();
            }
            return find<QMessageBox>(*console, "discardDemo");
        };
        // Not without being asked.
        QTest::keyClick(throwAway(), Qt::Key_Escape);
        QVERIFY(QFile::exists(store + QStringLiteral("/demo")));
        QTRY_VERIFY(!find<QMessageBox>(*console, "discardDemo"));
        auto *question = throwAway();
        QTest::mouseClick(question->findChild<QPushButton *>(QStringLiteral("discardDemoYes")), Qt::LeftButton);
        QVERIFY(!QFile::exists(store + QStringLiteral("/demo")));
        QVERIFY(QFile::exists(store + QStringLiteral("/audit.db")));
    }

    void everyPartHasAnOwnTitleAndColour()
    {
        QTemporaryDir folder;
        const auto strip = [&](const char *part) {
            auto console = open(folder.filePath(QLatin1String(part)), {}, QLatin1String(part));
            const QString title = console->window().windowTitle();
            if (!title.endsWith(QLatin1String(part)))
                return QColor();
            QWidget *label = find<QLabel>(*console, "partLabel");
            return label ? label->parentWidget()->grab().toImage().pixelColor(2, 1) : QColor();
        };
        const QColor driver = strip("courier-driver");
        const QColor owner = strip("leasing-asset-manager");
        QVERIFY(driver.isValid() && owner.isValid());
        QVERIFY(driver != owner);
        QCOMPARE(strip("courier-driver"), driver);
        QList<QRgb> all;
        for (const char *part : {"courier-fleet-manager", "leasing-asset-manager", "celldata-specialist",
                 "service-technician", "manufacturer-engineer", "buyer-asset-manager"}) {
            const QRgb colour = strip(part).rgb();
            QVERIFY2(!all.contains(colour), part);
            all.append(colour);
        }
    }

    void whatGoesWrongIsSaidInWords_data()
    {
        QTest::addColumn<QByteArray>("simulator");
        QTest::addColumn<bool>("folderIsAFile");
        QTest::addColumn<QString>("words");
        const QByteArray real = PACKWARDEN_PROGRAMS "/packwarden-sim";
        QTest::newRow("no simulator") << QByteArray() << false << QStringLiteral("packwarden-sim is not at");
        QTest::newRow("no folder") << QByteArray("exec " + real + " \"$@\"\n") << true
                                   << QStringLiteral("cannot be made");
        // Files may not grow any more, as on a full disk.
        QTest::newRow("disk full") << QByteArray("trap '' XFSZ\nulimit -f 0\nexec " + real + " \"$@\"\n") << false
                                   << QStringLiteral("The demo world could not be made in");
        QTest::newRow("port taken") << QByteArray("[ \"$1\" = provision ] && exit 0\n"
                                                  "echo 'cannot open the bus: the address is in use'\nexit 1\n")
                                    << false << QStringLiteral("the address is in use");
        QTest::newRow("killed") << QByteArray("kill -9 $$\n") << false
                                << QStringLiteral("The demo world could not be made in");
    }

    void whatGoesWrongIsSaidInWords()
    {
        QFETCH(const QByteArray, simulator);
        QFETCH(const bool, folderIsAFile);
        QFETCH(const QString, words);
        QTemporaryDir folder;
        const QString store = folder.filePath(QStringLiteral("store"));
        QVERIFY(QDir().mkpath(store));
        if (!simulator.isEmpty())
            QVERIFY(script(folder.filePath(QStringLiteral("packwarden-sim")), simulator));
        if (folderIsAFile)
            QVERIFY(script(store + QStringLiteral("/demo"), "exit 1\n"));
        auto console = open(store, folder.path());
        QVERIFY(console);
        tryTheDemo(*console);
        QTRY_VERIFY_WITH_TIMEOUT(message(*console).contains(words), worldMilliseconds);
        QVERIFY2(message(*console).startsWith(QLatin1String("The demo did not start.")), qPrintable(message(*console)));
        QVERIFY(!find<QProgressDialog>(*console, "demoProgress"));
        qInfo("%s", qPrintable(message(*console)));
        // It may be tried again.
        QVERIFY(find<QPushButton>(*console, "startDemo")->isEnabled());
    }
};

QTEST_MAIN(TestDemo)
#include "tst_demo.moc"
