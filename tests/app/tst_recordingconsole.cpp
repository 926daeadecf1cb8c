// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"
#include "hw/can/localbus.h"
#include "hw/can/qtcanport.h"
#include "hw/recording/canlog.h"
#include "hw/sim/simulatednode.h"
#include "models/core/base/clock.h"
#include "models/packs/packsmodel.h"
#include "models/packs/recordingsmodel.h"
#include "tests/hw/sim/support/testpack.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/kit/parts.h"
#include "widgets/window/mainwindow.h"

#include <QDir>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString busWords(Console &console)
{
    auto *chip = console.window().findChild<Chip *>(QStringLiteral("busChip"));
    return chip ? chip->text() : QString();
}

} // namespace

/// The whole console over a bus of its own: records it by a click, and shows the recording in another console.
class RecordingConsoleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsByAClickAndPlays();
};

void RecordingConsoleTest::recordsByAClickAndPlays()
{
    const CryptoRuntime crypto;
    TestWorld world;
    TestPack made(world);
    const QString bus = freeLocalBus();
    QtCanPort packPort(bus, QtCanPort::Hosting::Allowed);
    const sim::SimulatedNode node(packPort, std::move(made.pack));
    packPort.open();
    QTRY_COMPARE(packPort.state(), CanPort::State::Open);

    const SystemClock clock;
    test::StubFileChooser files;
    QTemporaryDir folder;
    auto opened = Console::open({{bus}, folder.filePath(QStringLiteral("store")), {}, {}, {}, {}, {}}, clock, files);
    QVERIFY(opened.ok());
    Console &console = **opened;
    console.start();
    const auto named = [](Console &shown) {
        return shown.packs().rowOfSerial(QStringLiteral("SDB-TEST-0001")) == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(named(console), 10'000);
    console.window().openPage(MainWindow::Inspector);
    auto *tabs = console.window().inspector().findChild<QTabWidget *>(QStringLiteral("inspectorTabs"));
    auto *record = console.window().findChild<QPushButton *>(QStringLiteral("record"));
    QVERIFY(tabs && record);
    tabs->setCurrentIndex(tabs->count() - 1);
    QTRY_VERIFY(record->isVisible());
    QTest::mouseClick(record, Qt::LeftButton);
    QTRY_COMPARE(record->text(), QStringLiteral("Stop"));
    auto *table = console.window().findChild<QTableView *>(QStringLiteral("recordings"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    (void)test::waitFor([] { return false; }, 1500); // a bus in real time: as long as what is to be played
    QTest::mouseClick(record, Qt::LeftButton);
    QTRY_COMPARE(record->text(), QStringLiteral("Record"));
    const QString path = table->model()->index(0, 0).data(RecordingsModel::PathRole).toString();

    // It begins before the click: with how the pack was found, so its name is in it.
    CanLogReader reader;
    QVERIFY(reader.open(path).ok());
    QByteArray diagnostic;
    qint64 frames = 0;
    while (const auto logged = reader.next()) {
        ++frames;
        if (logged->frame.frameId() == 0x18DA10F1)
            diagnostic += logged->frame.payload();
    }
    QVERIFY(frames > 300);
    QVERIFY(diagnostic.contains(QByteArray::fromHex("0322F18C")));

    auto second = Console::open(
        {{QStringLiteral("replay:") + path}, folder.filePath(QStringLiteral("played")), {}, {}, {}, {}, {}}, clock,
        files);
    QVERIFY(second.ok());
    (*second)->start();
    QTRY_VERIFY_WITH_TIMEOUT(named(**second), 10'000);
    QTRY_COMPARE(busWords(**second), QStringLiteral("Recording of 1 pack(s)"));
    QTRY_COMPARE_WITH_TIMEOUT(busWords(**second), QStringLiteral("The recording is over"), 20'000);
}

QTEST_MAIN(RecordingConsoleTest)
#include "tst_recordingconsole.moc"
