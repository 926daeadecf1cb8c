// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/support/sampletelemetry.h"
#include "widgets/inspector/live/cellmap.h"
#include "widgets/inspector/live/cellscale.h"

#include <QSignalSpy>
#include <QTest>

using namespace packwarden;

class CellMapTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyboardSelects()
    {
        CellMap map;
        map.resize(640, 400);
        map.setTelemetry(test::sampleTelemetry(1000), 1000);
        QCOMPARE(map.selectedCell(), 38); // the lowest is where one looks first
        QSignalSpy changed(&map, &CellMap::selectedCellChanged);
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(map.selectedCell(), 39);
        QTest::keyClick(&map, Qt::Key_Down); // twelve in a row
        QCOMPARE(map.selectedCell(), 51);
        QTest::keyClick(&map, Qt::Key_Home);
        QTest::keyClick(&map, Qt::Key_Up);
        QTest::keyClick(&map, Qt::Key_Left);
        QCOMPARE(map.selectedCell(), 1);
        QTest::keyClick(&map, Qt::Key_End);
        QTest::keyClick(&map, Qt::Key_Down);
        QCOMPARE(map.selectedCell(), 96);
        QTest::keyClick(&map, Qt::Key_H);
        QCOMPARE(map.selectedCell(), 71);
        QTest::keyClick(&map, Qt::Key_L);
        QCOMPARE(map.selectedCell(), 38);
        QCOMPARE(changed.size(), 6);
    }

    void saysInWordsWhatItPaints()
    {
        CellMap map;
        map.setTelemetry(test::sampleTelemetry(1000), 1000);
        QVERIFY(map.describe(38).contains(QStringLiteral("lowest")));
        QVERIFY(map.describe(71).contains(QStringLiteral("highest")));
        QVERIFY(map.describe(59).contains(QStringLiteral("no reading")));
        QVERIFY(map.describe(27).contains(QStringLiteral("balancing")));
        QCOMPARE(map.accessibleDescription(), map.describe(38));
        map.setTelemetry(test::sampleTelemetry(1000), 8000);
        QVERIFY(map.describe(1).contains(QStringLiteral("7 s old")));
    }

    void oldReadingsLoseTheirColour()
    {
        CellMap map;
        map.resize(640, 400);
        map.setTelemetry(test::sampleTelemetry(1000), 1000);
        const QImage fresh = map.grab().toImage();
        map.setTelemetry(test::sampleTelemetry(1000), 20000);
        QVERIFY(fresh != map.grab().toImage());
    }

    void aPackWithoutCellsIsNoError()
    {
        CellMap map;
        map.setTelemetry({}, 0);
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(map.selectedCell(), 0);
        QVERIFY(!map.grab().isNull());
    }

    void inkIsReadableOnTheWholeScale()
    {
        for (int i = 0; i <= 100; ++i) {
            const QColor ground = cellColour(i / 100.0);
            const QColor ink = inkOn(ground);
            QVERIFY(ink == QColor(Qt::black) || ink == QColor(Qt::white));
        }
        QCOMPARE(roundSpread(3), 8);
        QCOMPARE(roundSpread(31), 32);
    }
};

QTEST_MAIN(CellMapTest)
#include "tst_cellmap.moc"
