// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/values/limitscale.h"
#include "widgets/values/nestedlimits.h"
#include "widgets/values/scalelabels.h"

#include <QRandomGenerator>
#include <QTest>

using namespace packwarden;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Nested limits as rules have them, some of them the same, near or far from each other.
LimitScaleValues someValues(QRandomGenerator &random)
{
    const auto inside = [&](const Range &outer) {
        const qint64 span = outer.max.value - outer.min.value;
        const int kind = random.bounded(4);
        const qint64 share = kind == 0 ? 0 : kind == 1 ? span / 1000 : span / (4 + random.bounded(4));
        return Range{Milli{outer.min.value + share * random.bounded(2)}, Milli{outer.max.value - share}};
    };
    LimitScaleValues values;
    values.unit = random.bounded(2) ? s("V") : s("cycles");
    const qint64 low = random.bounded(5000) - 1000;
    values.silicon = {Milli{low}, Milli{low + 10 + random.bounded(random.bounded(2) ? 2000 : 2'000'000)}};
    values.charter = inside(values.silicon);
    values.soft = inside(values.charter);
    const qint64 span = values.silicon.max.value - values.silicon.min.value;
    values.now = Milli{values.silicon.min.value + random.bounded(int(span) + 1)};
    switch (random.bounded(4)) {
    case 0:
        values.proposed = Milli{values.now.value + random.bounded(int(span) + 1) - span / 2};
        break;
    case 1:
        values.proposed = Milli{values.silicon.max.value * 10};
        break;
    default:
        break;
    }
    return values;
}

} // namespace

/// No name or number of a scale covers another, at any width and size of letters; the limits stay apart whatever was
/// proposed.
class TestLimitScales final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsStepDown_data();
    void labelsStepDown();
    void nothingIsWrittenOverAnother_data();
    void nothingIsWrittenOverAnother();
    void nothingCoversAnything_data();
    void nothingCoversAnything();
    void aFarValueLeavesTheLimitsApart();
    void inWords();
};

void TestLimitScales::labelsStepDown_data()
{
    QTest::addColumn<QList<double>>("centres");
    QTest::addColumn<QList<double>>("lines");
    QTest::newRow("apart") << QList<double>{50, 150, 250} << QList<double>{0, 0, 0};
    QTest::newRow("two near each other") << QList<double>{50, 90, 250} << QList<double>{0, 1, 0};
    QTest::newRow("three at one place") << QList<double>{150, 150, 150} << QList<double>{0, 1, 2};
    QTest::newRow("in another order") << QList<double>{250, 50, 90} << QList<double>{0, 0, 1};
    QTest::newRow("at the edge") << QList<double>{0, 300} << QList<double>{0, 0};
}

void TestLimitScales::labelsStepDown()
{
    QFETCH(QList<double>, centres);
    QFETCH(QList<double>, lines);
    QList<ScaleLabel> labels;
    for (const double centre : centres)
        labels.append({s("label"), centre, 60});
    const QList<QRectF> places = placeLabels(labels, 300, 8, 18);
    for (qsizetype i = 0; i < places.size(); ++i) {
        QCOMPARE(places.at(i).top(), lines.at(i) * 18);
        QVERIFY(places.at(i).left() >= 0 && places.at(i).right() <= 300);
    }
}

/// "85 %" and "now 90 %" over their marks, whichever of them is the lower one.
void TestLimitScales::nothingIsWrittenOverAnother_data()
{
    QTest::addColumn<QList<double>>("centres");
    QTest::addColumn<QList<double>>("lefts");
    QTest::newRow("one") << QList<double>{150} << QList<double>{120};
    QTest::newRow("apart") << QList<double>{50, 200} << QList<double>{20, 170};
    QTest::newRow("the second a little higher") << QList<double>{100, 110} << QList<double>{70, 138};
    QTest::newRow("the second a little lower") << QList<double>{110, 100} << QList<double>{138, 70};
    QTest::newRow("at one place") << QList<double>{100, 100} << QList<double>{70, 138};
    QTest::newRow("at the beginning") << QList<double>{0, 5} << QList<double>{0, 68};
    QTest::newRow("at the end") << QList<double>{300, 295} << QList<double>{240, 172};
}

void TestLimitScales::nothingIsWrittenOverAnother()
{
    QFETCH(QList<double>, centres);
    QFETCH(QList<double>, lefts);
    QList<ScaleLabel> labels;
    for (const double centre : centres)
        labels.append({s("label"), centre, 60});
    QCOMPARE(placeOnLine(labels, 300, 8), lefts);
}

void TestLimitScales::nothingCoversAnything_data()
{
    QTest::addColumn<int>("pointSize");
    QTest::newRow("usual letters") << 9;
    QTest::newRow("large letters") << 16;
}

void TestLimitScales::nothingCoversAnything()
{
    QFETCH(int, pointSize);
    QRandomGenerator random(4);
    LimitScale zoomed(LimitScale::Extent::Zoomed);
    NestedLimits nested;
    QFont font = zoomed.font();
    font.setPointSize(pointSize);
    zoomed.setFont(font);
    nested.setFont(font);
    for (int i = 0; i < 1500; ++i) {
        const LimitScaleValues values = someValues(random);
        zoomed.setValues(values);
        nested.setValues(values, values.soft.min);
        const int width = 300 + random.bounded(600);
        const int height = zoomed.heightForWidth(width);
        const QList<LimitScale::Label> labels = zoomed.labels(width);
        for (qsizetype a = 0; a < labels.size(); ++a) {
            QVERIFY2(labels.at(a).place.bottom() <= height, qPrintable(labels.at(a).text));
            for (qsizetype b = 0; b < a; ++b)
                QVERIFY2(!labels.at(a).place.intersects(labels.at(b).place),
                    qPrintable(labels.at(a).text + s(" over ") + labels.at(b).text));
        }
        nested.resize(width, nested.sizeHint().height());
        const QList<NestedLimits::Text> texts = nested.texts();
        for (qsizetype a = 0; a < texts.size(); ++a) {
            QVERIFY2(texts.at(a).place.bottom() <= nested.height() + 1, qPrintable(texts.at(a).text));
            for (qsizetype b = 0; b < a; ++b)
                QVERIFY2(!texts.at(a).place.adjusted(0, 0, 0, -4).intersects(texts.at(b).place.adjusted(0, 0, 0, -4)),
                    qPrintable(texts.at(a).text + s(" over ") + texts.at(b).text));
        }
        if (i % 50 == 0) {
            zoomed.resize(width, height);
            zoomed.grab();
            nested.grab();
        }
    }
}

void TestLimitScales::aFarValueLeavesTheLimitsApart()
{
    LimitScaleValues values{s("V"), {Milli{2500}, Milli{4300}}, {Milli{3400}, Milli{4250}}, {Milli{3450}, Milli{4220}},
        Milli{4200}, Milli{5250}};
    LimitScale scale(LimitScale::Extent::Zoomed);
    const auto distances = [&] {
        scale.setValues(values);
        QList<double> marks;
        for (const LimitScale::Label &label : scale.labels(560)) {
            if (label.mark >= 0)
                marks.append(label.mark);
        }
        return marks;
    };
    // 5.25 V for 4.25 V: the three limits within a tenth of a volt can still be told from each other.
    QList<double> marks = distances();
    QCOMPARE(marks.size(), 3);
    QVERIFY(marks.at(1) - marks.at(0) > 24 && marks.at(2) - marks.at(1) > 24);
    // ... and so for ten times as much.
    values.proposed = Milli{42500};
    marks = distances();
    QVERIFY(marks.at(1) - marks.at(0) > 24 && marks.at(2) - marks.at(1) > 24);
    // Downwards, too.
    values.proposed = Milli{-42};
    values.now = Milli{2600};
    values.charter.min = Milli{2540};
    values.soft.min = Milli{2570};
    marks = distances();
    QCOMPARE(marks.size(), 3);
    QVERIFY(marks.at(0) - marks.at(1) > 15 && marks.at(1) - marks.at(2) > 15);
}

void TestLimitScales::inWords()
{
    NestedLimits nested;
    nested.setValues({s("V"), {Milli{2500}, Milli{4300}}, {Milli{3400}, Milli{4250}}, {Milli{3450}, Milli{4220}},
                         Milli{4200}, std::nullopt},
        Milli{4150});
    const QString words = nested.accessibleDescription().replace(QChar::Nbsp, u' ');
    for (const char *part :
        {"now 4.20 V", "by default 4.15 V", "Silicon 2.5 to 4.30 V", "Charter 3.4", "Soft limit 3.45"})
        QVERIFY2(words.contains(s(part)), qPrintable(words));
    QVERIFY(!words.contains(s("proposed")));
}

QTEST_MAIN(TestLimitScales)
#include "tst_limitscales.moc"
