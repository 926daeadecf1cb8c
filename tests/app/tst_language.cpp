// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"
#include "models/packs/packsmodel.h"
#include "models/packs/parametersmodel.h"
#include "tests/support/fixedclock.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/inspector/live/cellmap.h"
#include "widgets/kit/figure.h"
#include "widgets/words/faultwords.h"
#include "widgets/words/sentences.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QChar nbsp(QChar::Nbsp);

PackTelemetry warmPack()
{
    PackTelemetry t;
    t.serial = QStringLiteral("SDB-TEST-0001");
    t.state = QStringLiteral("charging");
    t.modules = 2;
    t.temperaturesMilliCelsius = {24'500, 31'200};
    t.chargeLimitMilliamps = 40'000;
    t.dischargeLimitMilliamps = 180'000;
    t.heardAt = 1000;
    for (int i = 0; i < 24; ++i)
        t.cells.append({3672, true, false, 1300, t.heardAt});
    t.minCell = 1;
    t.maxCell = 2;
    t.minCellMillivolts = t.maxCellMillivolts = 3672;
    return t;
}

} // namespace

/// The embedded words of a language are found under the sentences that the program asks for.
class TestLanguage final : public QObject
{
    Q_OBJECT

    FixedClock m_clock;

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, QLocale(QStringLiteral("de_DE"))); }

    void unitsAreGerman_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("german");
        PackTelemetry held = warmPack();
        held.chargeLimit = {QStringLiteral("temperature"), 0};
        QTest::newRow("charging held") << FaultWords::held(held).section(u':', 0, 0)
                                       << QStringLiteral("Laden auf 40") + nbsp + QStringLiteral("A begrenzt");
        held.state = QStringLiteral("discharging");
        held.dischargeLimit = held.chargeLimit;
        QTest::newRow("discharging held") << FaultWords::held(held).section(u':', 0, 0)
                                          << QStringLiteral("Entladen auf 180") + nbsp + QStringLiteral("A begrenzt");
        QTest::newRow("takes up to") << Sentences::pack(warmPack(), 0).rest
                                     << QStringLiteral("Nimmt bis zu 40") + nbsp + QStringLiteral("A.");
    }
    void unitsAreGerman()
    {
        QFETCH(QString, shown);
        QFETCH(QString, german);
        QVERIFY2(shown.contains(german), qPrintable(shown));
    }

    void temperaturesAreGerman()
    {
        PacksModel packs;
        ParametersModel parameters;
        InspectorPage page(packs, parameters, m_clock);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        m_clock.advance(500); // at 0 nothing was heard yet
        PackTelemetry telemetry = warmPack();
        telemetry.heardAt = m_clock.monotonicMilliseconds();
        for (CellReading &cell : telemetry.cells)
            cell.heardAt = telemetry.heardAt;
        packs.setTelemetry(telemetry);
        page.choose(telemetry.serial);
        page.refresh();
        const auto *quantity = page.findChild<QComboBox *>(QStringLiteral("cellQuantity"));
        QVERIFY(quantity->findText(QStringLiteral("Temperatur, °C")) >= 0);
        page.findChild<CellMap *>(QStringLiteral("cellMap"))->select(1);
        QStringList texts;
        for (const auto *label : page.findChildren<QLabel *>())
            texts << label->text();
        for (const auto *figure : page.findChildren<Figure *>())
            texts << figure->toolTip();
        QVERIFY2(texts.contains(QStringLiteral("24,5 °C, vom Modul")), qPrintable(texts.join(u'\n')));
        QVERIFY2(
            texts.contains(QStringLiteral("Modul 2 ist mit 31,2 °C am heißesten, Modul 1 mit 24,5 °C am kältesten.")),
            qPrintable(texts.join(u'\n')));
    }

    void troublesOfADeliveryPromiseNothing_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("next");
        QTest::newRow("interrupted") << int(Code::TransferFailed)
                                     << QStringLiteral("Lesen Sie das Pack aus, bevor Sie erneut übergeben.");
        QTest::newRow("no sense") << int(Code::UnexpectedAnswer)
                                  << QStringLiteral("Lesen Sie das Pack aus, bevor Sie es erneut versuchen.");
        QTest::newRow("not allowed") << int(Code::OutsidePolicy)
                                     << QStringLiteral("Bitten Sie jemanden, dessen Rolle dieses Recht hat.");
    }
    void troublesOfADeliveryPromiseNothing()
    {
        QFETCH(int, code);
        QFETCH(QString, next);
        const Sentence sentence = Sentences::of({Code(code), QStringLiteral("too slow")});
        QVERIFY2(sentence.text().contains(next), qPrintable(sentence.text()));
        QVERIFY(!sentence.text().contains(QStringLiteral("Nichts wurde geändert")));
    }
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
