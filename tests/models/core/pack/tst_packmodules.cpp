// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pack/packmodules.h"

#include <QList>
#include <QTest>

using namespace packwarden;

/// Which cells a module has, where they divide and where not. The row of 100 in 8 stands on the page of the wire.
class TestPackModules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shares_data()
    {
        QTest::addColumn<int>("cells");
        QTest::addColumn<QList<int>>("sizes");
        QTest::newRow("one module") << 12 << QList<int>{12};
        QTest::newRow("96 in 8") << 96 << QList<int>(8, 12);
        QTest::newRow("100 in 8") << 100 << QList<int>{13, 12, 13, 12, 13, 12, 13, 12};
        QTest::newRow("255 in 17") << 255 << QList<int>(17, 15);
        QTest::newRow("10 in 4") << 10 << QList<int>{3, 2, 3, 2};
        QTest::newRow("fewer cells than modules") << 2 << QList<int>{1, 0, 1, 0};
    }

    void shares()
    {
        QFETCH(int, cells);
        QFETCH(QList<int>, sizes);
        QList<int> found(sizes.size(), 0);
        int before = 1;
        for (int cell = 1; cell <= cells; ++cell) {
            const int module = moduleOfCell(cell, cells, int(sizes.size()));
            QVERIFY(module >= before && module <= sizes.size());
            ++found[module - 1];
            before = module;
        }
        QCOMPARE(found, sizes);
    }

    void withoutALayout() { QCOMPARE(moduleOfCell(1, 0, 0), 1); }
};

QTEST_APPLESS_MAIN(TestPackModules)
#include "tst_packmodules.moc"
