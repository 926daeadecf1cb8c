// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixedclock.h"
#include "tests/widgets/support/windowworld.h"
#include "widgets/inspector/faultsview.h"
#include "widgets/inspector/inspectorpage.h"
#include "widgets/inspector/live/cellmap.h"
#include "widgets/inspector/live/liveview.h"
#include "widgets/inspector/live/sideview.h"
#include "widgets/inspector/live/trendplot.h"
#include "widgets/inspector/security/securityview.h"
#include "widgets/kit/elidedlabel.h"
#include "widgets/kit/figure.h"
#include "widgets/kit/parts.h"
#include "widgets/style/theme.h"
#include "widgets/words/faultwords.h"
#include "widgets/words/sentences.h"
#include "widgets/words/trustwords.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

ParameterInfo parameter(const char *id, const char *unit, qint64 low, qint64 high, qint64 now)
{
    ParameterInfo info;
    info.definition.id = ParameterId::fromTrusted(s(id));
    info.definition.unit = s(unit);
    info.definition.silicon = {Milli{low}, Milli{high}};
    info.definition.defaultValue = Milli{now};
    info.charter = info.definition.silicon;
    info.soft = info.definition.silicon;
    info.stored.base = Milli{now};
    return info;
}

/// With resistances, one cell that is worn, and a module that is hot.
PackTelemetry full(qint64 heardAt)
{
    PackTelemetry t = sampleTelemetry(heardAt);
    for (int i = 0; i < t.cells.size(); ++i)
        t.cells[i].microohms = 1300 + i % 7 * 10;
    t.cells[37].microohms = 1920;
    t.chargeLimit = {s("none"), 0};
    t.dischargeLimit = {s("none"), 0};
    t.insulationKiloOhm = 2500;
    return t;
}

} // namespace

/// The inspector's live view, fed with values instead of a bus. PACKWARDEN_PICTURES=FOLDER keeps pictures.
class InspectorTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    FixedClock m_clock;
    std::unique_ptr<PacksModel> m_packs;
    std::unique_ptr<ParametersModel> m_parameters;
    std::unique_ptr<InspectorPage> m_page;

    template <typename T> T *find(const char *name) { return m_page->findChild<T *>(QLatin1String(name)); }
    CellMap *cells() { return find<CellMap>("cellMap"); }
    TrendPlot *trend() { return find<TrendPlot>("trend"); }

    void hear(PackTelemetry telemetry)
    {
        telemetry.heardAt = m_clock.monotonicMilliseconds();
        for (CellReading &cell : telemetry.cells)
            cell.heardAt = telemetry.heardAt;
        m_packs->setTelemetry(telemetry);
        m_page->choose(telemetry.serial);
        m_page->refresh();
    }

    /// Half a second each.
    void hearFor(int samples)
    {
        for (int i = 0; i < samples; ++i) {
            m_clock.advance(500);
            PackTelemetry t = full(0);
            t.packMilliamps = 18'000 + i % 40 * 100;
            hear(t);
        }
    }

    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (folder.isEmpty())
            return;
        for (ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            applyTheme(*qApp, mode, QPalette());
            test::finishEvents();
            QVERIFY(m_page->grab().save(
                folder + u'/' + s(name) + (mode == ThemeMode::Dark ? s("-dark.png") : s("-light.png"))));
        }
        applyTheme(*qApp, ThemeMode::Light, QPalette());
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light, QPalette()); }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(s("QAbstract|Model|connect|QPainter|QFont")));
        m_clock.advance(10'000);
        m_packs = std::make_unique<PacksModel>();
        m_parameters = std::make_unique<ParametersModel>();
        m_parameters->setParameters(
            {parameter("cell.voltage.min", "V", 2500, 4000, 3000), parameter("cell.voltage.max", "V", 3000, 4300, 4200),
                parameter("charge.temperature.min", "degC", -10'000, 20'000, 0),
                parameter("cell.temperature.max", "degC", 20'000, 70'000, 55'000)},
            m_clock.now());
        m_page = std::make_unique<InspectorPage>(*m_packs, *m_parameters, m_clock);
        m_page->resize(1187, 752);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup() { m_page.reset(); }

    void fiveQuantities_data()
    {
        QTest::addColumn<int>("quantity");
        QTest::addColumn<QString>("cell38");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<int>("lowest");
        QTest::addColumn<int>("highest");
        QTest::newRow("from the mean") << int(CellQuantity::FromMean) << s("\u221231") << s("mV") << 38 << 71;
        QTest::newRow("voltage") << int(CellQuantity::Voltage) << s("3.641") << s("V") << 38 << 71;
        QTest::newRow("temperature") << int(CellQuantity::Temperature) << s("31.2") << s("\u00B0C") << 73 << 37;
        QTest::newRow("balancing") << int(CellQuantity::Balancing) << s("\u00B7") << QString() << 0 << 0;
        QTest::newRow("resistance") << int(CellQuantity::Resistance) << s("1.92") << s("m\u03A9") << 1 << 38;
    }

    void fiveQuantities()
    {
        QFETCH(int, quantity);
        QFETCH(QString, cell38);
        QFETCH(QString, unit);
        QFETCH(int, lowest);
        QFETCH(int, highest);
        QLocale::setDefault(QLocale::c());
        hear(full(0));
        auto *box = find<QComboBox>("cellQuantity");
        box->setFocus();
        box->setCurrentIndex(box->findData(quantity));
        const CellValues &values = cells()->values();
        QCOMPARE(values.text(38), cell38);
        QCOMPARE(values.unit(), unit);
        QCOMPARE(values.lowest(), lowest);
        QCOMPARE(values.highest(), highest);
        // The cell without a reading says so where its voltage is asked for, and only there.
        QCOMPARE(values.value(59).has_value(), quantity > int(CellQuantity::Voltage));
        for (int cell = 1; cell <= values.count(); ++cell)
            QVERIFY(values.position(cell) >= 0 && values.position(cell) <= 1);
        picture(qPrintable(s("inspector-") + QString::number(quantity)));
        QLocale::setDefault(QLocale());
    }

    void relativeAndAbsolute()
    {
        hear(full(0));
        auto *quantity = find<QComboBox>("cellQuantity");
        auto *scale = find<QComboBox>("cellScale");
        QVERIFY(!scale->isVisible()); // deviations have no limits of their own
        quantity->setCurrentIndex(quantity->findData(int(CellQuantity::Voltage)));
        QVERIFY(scale->isEnabled());
        const double relative = cells()->values().position(38);
        QCOMPARE(relative, 0.0);
        scale->setCurrentIndex(1);
        QVERIFY(cells()->values().isAbsolute());
        QVERIFY(cells()->values().position(38) > 0.5 && cells()->values().position(38) < 0.6);
        QVERIFY(!cells()->values().isBeyond(38));
        PackTelemetry over = full(0);
        over.cells[3].millivolts = 4250;
        over.cells[4].millivolts = 2900;
        hear(over);
        QVERIFY(cells()->values().isBeyond(4));
        QVERIFY(cells()->values().isBeyond(5));
        QVERIFY(cells()->describe(4).contains(s("beyond")));
        QVERIFY(!cells()->values().isBeyond(6));
        picture("inspector-absolute");
        // The limits of another pack are not known: relative again, nothing is called beyond.
        m_parameters->setParameters({}, m_clock.now());
        QVERIFY(!cells()->values().isAbsolute());
        QVERIFY(!cells()->values().isBeyond(4));
        // Where none reads differently, nothing is lowest.
        PackTelemetry same = full(0);
        for (CellReading &cell : same.cells)
            cell = {3700, true, false, 0, 1};
        hear(same);
        QCOMPARE(cells()->values().lowest(), 0);
        QCOMPARE(cells()->values().position(1), 0.5);
    }

    void byKeyboard()
    {
        hear(full(0));
        CellMap *map = cells();
        map->setFocus();
        QTest::keyClick(map, Qt::Key_L);
        QCOMPARE(map->selectedCell(), 38);
        QCOMPARE(find<QLabel>("cellTitle")->text(), s("Cell 38 \u00B7 module 4, position 2"));
        QTest::keyClick(map, Qt::Key_H);
        QCOMPARE(map->selectedCell(), 71);
        QTest::keyClick(map, Qt::Key_Home);
        QTest::keyClick(map, Qt::Key_Down);
        QTest::keyClick(map, Qt::Key_Right);
        QCOMPARE(map->selectedCell(), 14);
        QVERIFY(map->accessibleDescription().startsWith(s("Cell 14")));
        QTest::keyClick(map, Qt::Key_End);
        QCOMPARE(map->selectedCell(), 96);
        QTest::keyClick(map, Qt::Key_Right);
        QCOMPARE(map->selectedCell(), 96);
    }

    void sizesOfPacks_data()
    {
        QTest::addColumn<int>("cells");
        QTest::addColumn<int>("modules");
        for (const auto &[cellCount, modules] : {std::pair(0, 1), {1, 1}, {12, 1}, {100, 10}, {255, 17}})
            QTest::addRow("%d cells", cellCount) << cellCount << modules;
    }

    void sizesOfPacks()
    {
        QFETCH(int, cells);
        QFETCH(int, modules);
        PackTelemetry t = full(0);
        t.cells = QList<CellReading>(cells, {3700, true, false, 1200, 1});
        t.modules = modules;
        hear(t);
        m_page->grab();
        this->cells()->setFocus();
        QTest::keyClick(this->cells(), Qt::Key_End);
        QCOMPARE(this->cells()->selectedCell(), cells);
        QTest::mouseClick(this->cells(), Qt::LeftButton, {}, QPoint(50, 9));
        QCOMPARE(this->cells()->selectedCell(), cells == 0 ? 0 : 1);
        picture(qPrintable(s("inspector-cells-") + QString::number(cells)));
    }

    void theSentenceNamesTheCause_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<int>("cell");
        QTest::addColumn<int>("amps");
        QTest::addColumn<QString>("rest"); // empty: nothing is held
        const auto row
            = [](const char *name, const char *state, const char *cause, int cell, int amps, const char *rest) {
                  QTest::newRow(name) << s(state) << s(cause) << cell << amps << s(rest);
              };
        row("voltage", "charging", "cell-voltage", 38, 40, "Charging held to 40\u00A0A: cell 38 at 3.641\u00A0V.");
        row("temperature", "charging", "temperature", 0, 40,
            "Charging held to 40\u00A0A: module 4 at 31.2\u00A0\u00B0"
            "C.");
        row("nearly full", "charging", "state-of-charge", 0, 12, "Charging held to 12\u00A0A: nearly full.");
        row("nearly empty", "discharging", "state-of-charge", 0, 12, "Discharging held to 12\u00A0A: nearly empty.");
        row("by a fault", "ready", "fault", 12, 0, "No charging now: a fault at cell 12.");
        row("by rules", "ready", "policy", 0, 30, "Charging held to 30\u00A0A: the rules in force.");
        row("not held", "charging", "none", 0, 120, "");
        row("contactors open", "standby", "state", 0, 0, "");
        row("not heard yet", "charging", "", 0, 0, "");
        row("a word that is not known", "charging", "moon", 0, 7, "Charging held to 7\u00A0A: moon.");
    }

    void theSentenceNamesTheCause()
    {
        QFETCH(QString, state);
        QFETCH(QString, cause);
        QFETCH(int, cell);
        QFETCH(int, amps);
        QFETCH(QString, rest);
        QLocale::setDefault(QLocale::c());
        PackTelemetry t = full(0);
        t.state = state;
        t.chargeLimit = t.dischargeLimit = {cause, cell};
        t.chargeLimitMilliamps = t.dischargeLimitMilliamps = amps * 1000;
        QCOMPARE(FaultWords::held(t), rest);
        hear(t);
        if (!rest.isEmpty())
            QVERIFY(m_page->findChild<QLabel *>(s("packRest"))->text().contains(rest));
        QLocale::setDefault(QLocale());
    }

    void faultsAreNamedWorstFirst()
    {
        PackTelemetry t = full(0);
        t.state = s("fault");
        t.activeFaults = 3;
        t.faults = {{{FaultCode::CellUnderVoltage, 38}, FaultSeverity::Warning, FaultQuantity::Voltage, 2950, 3000, 0},
            {{FaultCode::Insulation, 0}, FaultSeverity::Stopped, FaultQuantity::Resistance, 60, 100, 0},
            {{FaultCode::SenseWireOpen, 59}, FaultSeverity::Derated, FaultQuantity::Voltage, 0, 0, 0}};
        hear(t);
        QVERIFY(m_page->findChild<QLabel *>(s("packRest"))
                    ->text()
                    .startsWith(s("Insulation resistance too low: 60\u00A0k\u03A9, below 100\u00A0k\u03A9.")));
        QVERIFY(find<QPushButton>("liveFaults")->text().contains(u'1'));
        QStringList lines;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            lines << label->text();
        QVERIFY(lines.join(u'\n').contains(s("60\u00A0k\u03A9, below 100\u00A0k\u03A9")));
        picture("inspector-faults");
        QSignalSpy wanted(m_page.get(), &InspectorPage::faultsWanted);
        QTest::mouseClick(find<QPushButton>("liveFaults"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().toString(), t.serial);
        find<QTabWidget>("inspectorTabs")->setCurrentIndex(0);
        hear(full(0));
        lines.clear();
        QTRY_VERIFY([&] {
            lines.clear();
            for (const QLabel *label : m_page->findChildren<QLabel *>())
                lines << label->text();
            return lines.join(u'\n').contains(s("None now."));
        }());
    }

    void aPackWithoutASerialIsWatched()
    {
        QSignalSpy chosen(m_page.get(), &InspectorPage::packChosen);
        QSignalSpy wanted(m_page.get(), &InspectorPage::faultsWanted);
        PackTelemetry t = full(0);
        t.node = 0x11;
        t.serial.clear();
        t.heardAt = m_clock.monotonicMilliseconds();
        m_packs->setTelemetry(t);
        m_page->refresh();
        auto *chooser = find<QComboBox>("packChooser");
        QCOMPARE(chooser->currentText(), s("Node 11"));
        QVERIFY(chooser->isEnabled());
        QCOMPARE(m_page->serial(), QString());
        QVERIFY(find<QLabel>("packSentence")->text() != s("No pack on the bus yet."));
        find<QTabWidget>("inspectorTabs")->setCurrentWidget(&m_page->faults());
        QCOMPARE(wanted.size(), 0); // it cannot be asked
        QVERIFY(find<QLabel>("faultsEmpty")->text().contains(s("not read yet")));
        // Another one does not take its place; its name does.
        PackTelemetry other = full(0);
        other.node = 0x10;
        other.serial = s("SDB-TEST-0002");
        m_packs->setTelemetry(other);
        QCOMPARE(chooser->currentText(), s("Node 11"));
        t.serial = s("SDB-TEST-0001");
        m_packs->setTelemetry(t);
        QCOMPARE(chooser->currentText(), t.serial);
        QCOMPARE(m_page->serial(), t.serial);
        QCOMPARE(chosen.constLast().constFirst().toString(), t.serial);
        QCOMPARE(wanted.size(), 1);
    }

    void noFaultIsGoodNewsOnlyNow_data()
    {
        QTest::addColumn<int>("faults");
        QTest::addColumn<int>("age");
        QTest::addColumn<bool>("proved");
        QTest::addColumn<QString>("said");
        QTest::newRow("none, heard now") << 0 << 0 << true << s("\u2714 None now.");
        QTest::newRow("none, by a pack without proof") << 0 << 0 << false << s("\u25CF None now.");
        QTest::newRow("none, not heard any more") << 0 << 4000 << true << s("None when it was last heard.");
        QTest::newRow("counted, not told which") << 2 << 0 << true << s("2 fault(s); the pack has not told yet which.");
    }

    void noFaultIsGoodNewsOnlyNow()
    {
        QFETCH(const int, faults);
        QFETCH(const int, age);
        QFETCH(const bool, proved);
        QFETCH(const QString, said);
        const auto says = [this](const QString &text) {
            const auto labels = m_page->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
        };
        QVERIFY(says(s("Nothing heard yet."))); // no pack is there
        QVERIFY(!says(s("None now.")));
        PackTelemetry t = full(0);
        t.activeFaults = faults;
        hear(t);
        m_page->setProved(proved ? QSet<QString>{t.serial} : QSet<QString>());
        m_clock.advance(age);
        m_page->refresh();
        QTRY_VERIFY2(says(said), qPrintable(said));
    }

    void staleIsGrey()
    {
        hear(full(0));
        m_clock.advance(8000);
        m_page->refresh();
        QVERIFY(m_page->findChild<QLabel *>(s("packSentence"))->text().contains(s("Out of touch")));
        QVERIFY(cells()->describe(38).contains(s("8 s old")));
        picture("inspector-stale");
    }

    /// The first two, until somebody chooses; each with its own figures, and those that are unknown said to be so.
    void packsStandSideBySide()
    {
        for (int number = 1; number <= 3; ++number) {
            PackTelemetry one = full(0);
            one.serial = QStringLiteral("SDB-TEST-000%1").arg(number);
            one.node = 0x10 + number;
            one.socMilliPercent = 10'000 * number;
            if (number == 3)
                one.known &= ~PackFigures(PackFigure::Charge);
            hear(one);
        }
        auto *tabs = find<QTabWidget>("inspectorTabs");
        auto *side = m_page->findChild<SideView *>();
        tabs->setCurrentWidget(side);
        finishEvents(); // what is new is shown by itself
        m_page->refresh();
        const auto texts = [side] {
            QStringList all;
            for (const QLabel *label : side->findChildren<QLabel *>())
                all << label->text().replace(QChar::Nbsp, u' ');
            return all;
        };
        const auto maps = [side] {
            int seen = 0;
            for (const CellMap *map : side->findChildren<CellMap *>())
                seen += map->isVisible() ? 1 : 0;
            return seen;
        };
        QCOMPARE(side->shown(), (QStringList{s("SDB-TEST-0001"), s("SDB-TEST-0002")}));
        QCOMPARE(maps(), 2);
        QVERIFY(texts().contains(s("10.0 %")) && texts().contains(s("20.0 %")));
        picture("side-by-side");
        // Of each its own proof.
        const auto unproved = [side] {
            int seen = 0;
            for (const QLabel *said : side->findChildren<QLabel *>(s("sideSaid")))
                seen += said->isVisible() && said->text().contains(TrustWords::unproved()) ? 1 : 0;
            return seen;
        };
        QCOMPARE(unproved(), 2);
        m_page->setProved({s("SDB-TEST-0002"), s("SDB-TEST-0003")});
        QCOMPARE(unproved(), 1);
        // Nothing here has earned a mark.
        for (const QString &text : texts())
            QVERIFY(!text.contains(shapeOf(Status::Good)));
        auto *menu = side->findChild<QMenu *>(s("sideMenu"));
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 3);
        menu->actions().at(0)->trigger();
        menu->actions().at(2)->trigger();
        finishEvents(); // those that left are deleted
        QCOMPARE(side->shown(), (QStringList{s("SDB-TEST-0002"), s("SDB-TEST-0003")}));
        QCOMPARE(maps(), 2);
        QVERIFY(texts().contains(s("20.0 %")) && !texts().contains(s("30.0 %")));
        QVERIFY(texts().contains(QStringLiteral("\u2013")));
        // All by one measure.
        auto *quantity = side->findChild<QComboBox *>(s("sideQuantity"));
        quantity->setCurrentIndex(quantity->findData(int(CellQuantity::Voltage)));
        for (const CellMap *map : side->findChildren<CellMap *>())
            QCOMPARE(map->quantity(), CellQuantity::Voltage);
        // Its name leads to the pack alone.
        for (QPushButton *button : side->findChildren<QPushButton *>()) {
            if (button->text() == s("SDB-TEST-0002"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(m_page->serial(), s("SDB-TEST-0002"));
        QVERIFY(tabs->currentWidget() != side);
        for (QAction *action : menu->actions())
            action->setChecked(false);
        tabs->setCurrentWidget(side);
        QVERIFY(side->findChild<QLabel *>(s("sideEmpty"))->isVisible());
    }

    void theTrendFollowsUntilSomebodyLooksBack()
    {
        hearFor(300); // 150 s
        TrendPlot *plot = trend();
        QVERIFY(plot->isFollowing());
        QVERIFY(std::abs(plot->to() - plot->from() - 120) < 1);
        const double end = plot->to();
        // Pause: heard all the same, but the view stands still.
        auto *pause = find<QPushButton>("trendPause");
        QTest::mouseClick(pause, Qt::LeftButton);
        QVERIFY(!plot->isFollowing());
        hearFor(20);
        QCOMPARE(plot->to(), end);
        QTest::mouseClick(pause, Qt::LeftButton);
        QVERIFY(plot->to() > end + 9);
        // Zoom by button and by keyboard; never beyond what there is.
        QTest::mouseClick(find<QPushButton>("trendIn"), Qt::LeftButton);
        QVERIFY(plot->to() - plot->from() < 65);
        QVERIFY(!plot->isFollowing());
        plot->setFocus();
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(plot, Qt::Key_Plus);
        QVERIFY(plot->to() - plot->from() >= 4.9);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(plot, Qt::Key_Minus);
        QVERIFY(plot->to() - plot->from() <= 161);
        QTest::keyClick(plot, Qt::Key_Space);
        QVERIFY(plot->isFollowing());
        auto *span = find<QComboBox>("trendSpan");
        span->setCurrentIndex(span->findData(60));
        QVERIFY(std::abs(plot->to() - plot->from() - 60) < 1);
        span->setCurrentIndex(span->findData(0));
        QVERIFY(std::abs(plot->to() - plot->from() - 160) < 2);
    }

    void theCursorTellsAnInstant()
    {
        hearFor(60);
        TrendPlot *plot = trend();
        plot->setFocus();
        QVERIFY(plot->cursorText().isEmpty());
        QTest::keyClick(plot, Qt::Key_Left);
        QVERIFY(plot->cursorText().contains(s("A")));
        QVERIFY(plot->cursorText().contains(s("cell 38")));
        const QString unproved = find<QLabel>("trendCursor")->text();
        QVERIFY2(
            unproved.contains(TrustWords::unproved()) && unproved.endsWith(plot->cursorText()), qPrintable(unproved));
        m_page->setProved({m_page->serial()});
        QCOMPARE(find<QLabel>("trendCursor")->text(), plot->cursorText());
        const QString last = plot->cursorText();
        QTest::keyClick(plot, Qt::Key_Left);
        QVERIFY(plot->cursorText() != last);
        QTest::keyClick(plot, Qt::Key_Right);
        QCOMPARE(plot->cursorText(), last);
        QTest::keyClick(plot, Qt::Key_Escape);
        QVERIFY(plot->cursorText().isEmpty());
        picture("inspector-trend");
    }

    /// Every pack that is heard keeps its hour, whichever is on show.
    void everyPackHasItsPast()
    {
        PackTelemetry second = full(0);
        second.node = 0x11;
        second.serial = s("SDB-TEST-0002");
        for (int i = 0; i < 40; ++i) {
            m_clock.advance(500);
            second.heardAt = m_clock.monotonicMilliseconds();
            for (CellReading &cell : second.cells)
                cell.heardAt = second.heardAt;
            second.packMilliamps = 1000 * i;
            m_packs->setTelemetry(second);
            hear(full(0));
        }
        m_page->choose(second.serial);
        const TelemetryHistory *history = trend()->history();
        QVERIFY(history);
        QCOMPARE(history->samples().size(), 40);
        QCOMPARE(trend()->gapCount(), 0);
        QCOMPARE(history->samples().constLast().milliamps, 39'000);
    }

    void aPackThatTellsItsNameLaterKeepsItsPast()
    {
        HistoryBook book(*m_packs, m_clock);
        PackTelemetry nameless = full(0);
        nameless.serial.clear();
        const auto tell = [&](PackTelemetry telemetry) {
            m_clock.advance(600);
            telemetry.heardAt = m_clock.monotonicMilliseconds();
            m_packs->setTelemetry(telemetry);
        };
        tell(nameless);
        tell(nameless);
        QCOMPARE(book.of(PacksModel::keyOfNode(0x10))->samples().size(), 2);
        tell(full(0));
        QVERIFY(!book.of(PacksModel::keyOfNode(0x10)));
        QCOMPARE(book.of(s("SDB-TEST-0001"))->samples().size(), 3);
        // Bounded: the one that was silent longest goes, but not the one on show.
        book.keep(s("SDB-TEST-0001"));
        for (int i = 0; i < HistoryBook::mostPacks + 1; ++i) {
            PackTelemetry other = full(0);
            other.node = 0x20 + i;
            other.serial = s("SDB-MANY-%1").arg(i);
            tell(other);
        }
        QVERIFY(book.of(s("SDB-TEST-0001")));
        QVERIFY(!book.of(s("SDB-MANY-0")));
        QVERIFY(book.of(s("SDB-MANY-%1").arg(HistoryBook::mostPacks)));
    }

    /// At the cursor the whole page is of that instant: cells, figures and the sentence.
    void thePageIsOfTheInstantAtTheCursor()
    {
        hearFor(40);
        PackTelemetry low = full(0);
        low.cells[11].millivolts = 3500;
        low.packMilliamps = -42'000;
        low.socMilliPercent = 33'000;
        low.temperaturesMilliCelsius[2] = 55'500;
        m_clock.advance(500);
        hear(low);
        hearFor(40);
        const auto figure = [this](int at) {
            return m_page->findChildren<Figure *>().at(at)->text();
        };
        const QString soc = figure(0);
        auto *plot = trend();
        plot->setFocus();
        for (int i = 0; i < 41; ++i)
            QTest::keyClick(plot, Qt::Key_Left);
        QCOMPARE(cells()->values().lowest(), 12);
        QVERIFY2(cells()->describe(12).contains(s("3.500 V")), qPrintable(cells()->describe(12)));
        QVERIFY(find<QLabel>("packSentence")->text().startsWith(s("As it was at")));
        QVERIFY(find<ElidedLabel>("cellsSummary")->text().contains(TrustWords::unproved()));
        m_page->setProved({m_page->serial()});
        QVERIFY(find<ElidedLabel>("cellsSummary")->text().startsWith(s("At ")));
        QVERIFY2(figure(0).contains(s("33.0")), qPrintable(figure(0)));
        QVERIFY2(figure(2).contains(s("42.0")), qPrintable(figure(2)));
        QVERIFY2(figure(3).contains(s("55.5")), qPrintable(figure(3)));
        // What is heard meanwhile changes nothing of it, nor does the mouse that leaves.
        hearFor(4);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(plot, &leave);
        QCOMPARE(cells()->values().lowest(), 12);
        picture("inspector-instant");
        QTest::keyClick(plot, Qt::Key_Escape);
        QCOMPARE(cells()->values().lowest(), 38);
        QCOMPARE(figure(0), soc);
        QVERIFY(!find<QLabel>("packSentence")->text().startsWith(s("As it was at")));
        // A click holds it, too.
        auto *canvas = find<QWidget>("trendCanvas");
        QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->rect().center());
        QVERIFY(plot->cursor().has_value());
        QApplication::sendEvent(plot, &leave);
        QVERIFY(plot->cursor().has_value());
    }

    void theTrendShowsAnyFigureAndAnyCells()
    {
        hearFor(20);
        auto *figure = find<QComboBox>("trendFigure");
        auto *plot = trend();
        plot->setFocus();
        for (const auto &[index, unit] : {std::pair(1, "V"), {2, "%"}, {3, "°C"}, {4, "°C"}, {0, "A"}}) {
            figure->setCurrentIndex(index);
            QTest::keyClick(plot, Qt::Key_Left);
            QVERIFY2(plot->cursorText().section(s(" \u00B7 "), 0, 0).endsWith(QString::fromUtf8(unit)),
                qPrintable(plot->cursorText()));
            QVERIFY(find<QLabel>("trendLegend")->text().contains(figure->currentText()));
        }
        auto *shown = find<QLineEdit>("trendCells");
        QTest::keyClicks(shown, s("7, 12-14"));
        QVERIFY(!shown->property("wrong").toBool());
        QTest::keyClick(plot, Qt::Key_Left);
        for (const char *cell : {"38: ", "7: ", "12: ", "13: ", "14: "})
            QVERIFY2(plot->cursorText().contains(s(cell)), qPrintable(plot->cursorText()));
        QTest::keyClick(plot, Qt::Key_Escape);
        picture("inspector-trend-cells");
        for (const char *bad : {"97", "0", "x", "14-12", "1-40", "1-", "1,2,3,4,5,6,7,8,9"}) {
            shown->setText(s(bad));
            QVERIFY2(shown->property("wrong").toBool(), bad);
        }
        shown->clear();
        QVERIFY(!shown->property("wrong").toBool());
    }

    /// A pack speaks ten times a second; what nobody reads that fast is not painted that often.
    void whatIsHeardIsPaintedAFewTimesASecond()
    {
        class Paints final : public QObject
        {
        public:
            int seen = 0;

        protected:
            bool eventFilter(QObject *, QEvent *event) override
            {
                seen += event->type() == QEvent::Paint ? 1 : 0;
                return false;
            }
        } paints;
        hearFor(20);
        finishEvents();
        cells()->installEventFilter(&paints);
        const QSignalSpy replots(find<QWidget>("trendCanvas"), SIGNAL(afterReplot()));
        QElapsedTimer since;
        since.start();
        for (int i = 0; i < 30; ++i) {
            m_clock.advance(100);
            PackTelemetry t = full(0);
            for (CellReading &cell : t.cells)
                cell.millivolts += i % 2 * 20 + (cell.millivolts % 3) * (i % 5);
            hear(t);
            QCoreApplication::processEvents();
        }
        QVERIFY2(paints.seen <= since.elapsed() / 250 + 2, qPrintable(QString::number(paints.seen)));
        QVERIFY2(replots.size() <= 4, qPrintable(QString::number(replots.size())));
        // The twin: nothing is forgotten.
        QTRY_VERIFY(paints.seen > 0);
        QVERIFY(!replots.isEmpty());
    }

    void theTrendIsAsTallAsWanted()
    {
        hearFor(20);
        auto *split = find<QSplitter>("liveSplitter");
        const int before = trend()->height();
        split->setSizes({250, 400});
        QVERIFY(trend()->height() > before + 50);
        const QByteArray state = split->saveState();
        const int tall = trend()->height();
        // In a window of its own, and back.
        auto *apart = find<QPushButton>("trendWindow");
        QTest::mouseClick(apart, Qt::LeftButton);
        auto *window = m_page->findChild<QWidget *>(s("trendApart"));
        QVERIFY(window && window->isWindow() && window->isVisible());
        QCOMPARE(trend()->window(), window);
        auto *legend = window->findChild<QLabel *>(s("trendLegend"));
        QVERIFY(legend && legend->isVisible() && legend->text().contains(TrustWords::unproved()));
        m_page->setProved({m_page->serial()});
        QVERIFY(!legend->text().contains(TrustWords::unproved()));
        hearFor(4);
        QCOMPARE(trend()->history()->samples().size(), 24);
        QCOMPARE(split->saveState(), state); // what the window remembers
        window->close();
        QVERIFY(trend()->window() != window);
        QTRY_VERIFY(trend()->isVisible());
        QTRY_COMPARE(trend()->height(), tall);
    }

    void theWeakestCellIsOneClickAway()
    {
        hear(full(0));
        cells()->selectByHand(3);
        int clicks = 0;
        QTest::mouseClick(find<QPushButton>("weakestCell"), Qt::LeftButton);
        ++clicks;
        QCOMPARE(cells()->selectedCell(), 38); // 1.92 mOhm, and lowest
        QVERIFY(clicks <= 2);
    }

    void theWeakestCell_data()
    {
        QTest::addColumn<int>("microohms"); // of cell 5
        QTest::addColumn<int>("millivolts"); // of cell 9
        QTest::addColumn<int>("cell");
        QTest::newRow("all alike") << 1300 << 3672 << 0;
        QTest::newRow("noise") << 1300 << 3670 << 0;
        QTest::newRow("by resistance") << 1600 << 3672 << 5;
        QTest::newRow("by voltage") << 1300 << 3640 << 9;
        QTest::newRow("resistance before voltage") << 1600 << 3640 << 5;
        QTest::newRow("no resistance is known") << 0 << 3640 << 9;
    }
    void theWeakestCell()
    {
        QFETCH(int, microohms);
        QFETCH(int, millivolts);
        QFETCH(int, cell);
        PackTelemetry t = full(1);
        for (CellReading &each : t.cells)
            each = {3672, true, false, microohms == 0 ? 0 : 1300, 1};
        t.cells[4].microohms = microohms;
        t.cells[8].millivolts = millivolts;
        t.cells[20].valid = false;
        t.cells[20].millivolts = 0;
        QCOMPARE(LiveView::weakestCell(t), cell);
        QCOMPARE(LiveView::weakestCell(PackTelemetry()), 0);
    }

    void theSelectionOutlivesAReconnect()
    {
        hear(full(0));
        cells()->selectByHand(60);
        PackTelemetry gone = full(0);
        gone.cells.clear();
        gone.minCell = gone.maxCell = 0;
        m_clock.advance(500);
        hear(gone);
        PackTelemetry half = full(0);
        for (int i = 10; i < half.cells.size(); ++i)
            half.cells[i].valid = false;
        m_clock.advance(500);
        hear(half);
        m_clock.advance(500);
        hear(full(0));
        QCOMPARE(cells()->selectedCell(), 60);
        // Another pack has a choice of its own.
        PackTelemetry other = full(0);
        other.node = 0x11;
        other.serial = s("SDB-TEST-0002");
        m_clock.advance(500);
        hear(other);
        QCOMPARE(cells()->selectedCell(), 38);
        m_clock.advance(500);
        hear(full(0));
        QCOMPARE(cells()->selectedCell(), 60);
    }

    void noControlIsDead()
    {
        hear(full(0));
        auto *quantity = find<QComboBox>("cellQuantity");
        auto *scale = find<QComboBox>("cellScale");
        for (int i = 0; i < quantity->count(); ++i) {
            quantity->setCurrentIndex(i);
            QCOMPARE(scale->isVisible(), CellValues::canBeAbsolute(CellQuantity(quantity->currentData().toInt())));
            if (!scale->isVisible())
                continue;
            // Where it can be chosen it makes a difference; where the limits are not known it says so.
            scale->setCurrentIndex(1);
            QCOMPARE(scale->isEnabled(), cells()->values().isAbsolute());
            QVERIFY(scale->isEnabled() || !scale->toolTip().isEmpty());
            scale->setCurrentIndex(0);
        }
    }

    void aTimeWithoutDataIsAGap()
    {
        hearFor(40);
        QCOMPARE(trend()->gapCount(), 0);
        m_clock.advance(9000);
        hearFor(40);
        QCOMPARE(trend()->gapCount(), 1);
        picture("inspector-gap");
        // Another pack has its own past; the first one's comes back with it.
        PackTelemetry other = full(0);
        other.node = 0x11;
        other.serial = s("SDB-TEST-0002");
        hear(other);
        QCOMPARE(trend()->gapCount(), 0);
        hearFor(1);
        QCOMPARE(trend()->gapCount(), 1);
    }

    void theHistoryIsBounded()
    {
        using History = TelemetryHistory;
        History history;
        PackTelemetry t = full(1);
        qint64 at = 1'000'000;
        const auto hearAfter = [&](qint64 milliseconds, qint64 clockSet = 0) {
            t.heardAt += milliseconds;
            for (CellReading &cell : t.cells)
                cell.heardAt = t.heardAt;
            at += milliseconds + clockSet;
            return history.append(t, at);
        };
        const qsizetype most = History::fineCapacity + History::coarseCapacity;
        const int count = History::fineCapacity + (History::coarseCapacity + 10) * History::merged;
        constexpr int excursion = 1003; // its neighbours are merged, it is what stays
        for (int i = 0; i < count; ++i) {
            t.cells[4].millivolts = i == count - History::fineCapacity - excursion ? 3500 : 3672;
            QVERIFY(hearAfter(History::interval));
            QVERIFY(history.samples().size() <= most);
        }
        QCOMPARE(history.samples().size(), most);
        QCOMPARE(history.samples().constLast().at, at);
        QCOMPARE(std::count_if(history.samples().cbegin(), history.samples().cend(),
                     [](const History::Sample &sample) { return sample.millivolts.at(4) == 3500; }),
            1);
        QVERIFY(std::is_sorted(history.samples().cbegin(), history.samples().cend(),
            [](const History::Sample &a, const History::Sample &b) { return a.at < b.at; }));
        QVERIFY(!history.append(t, at + 5000)); // heard before
        QVERIFY(!hearAfter(100)); // too soon
        const qint64 last = history.samples().constLast().at;
        QVERIFY(hearAfter(10'000));
        QVERIFY(history.samples().constLast().afterGap);
        QVERIFY(!history.nearest(at - 5000));
        QVERIFY(!history.nearest(at + 1));
        QCOMPARE(history.nearest(at)->at, at);
        QCOMPARE(history.nearest(last)->at, last);
        QVERIFY(!History::fromMean(history.samples().constLast(), 59));
        QVERIFY(!History::fromMean(history.samples().constLast(), 97));
        QVERIFY(*History::fromMean(history.samples().constLast(), 38) < -25);
        // A clock that is set, either way: no gap and no disorder, the past moves with it.
        for (const qint64 set : {-3'600'000, 86'400'000}) {
            const int changes = history.clockChanges();
            QVERIFY(hearAfter(History::interval, set));
            QCOMPARE(history.clockChanges(), changes + 1);
            QVERIFY(!history.samples().constLast().afterGap);
            QCOMPARE(history.samples().constLast().at, at);
            QCOMPARE(history.samples().at(history.samples().size() - 2).at, at - History::interval);
        }
    }

    void cellsThatFallSilentAreNoLine()
    {
        TelemetryHistory history;
        PackTelemetry t = full(10'000);
        for (CellReading &cell : t.cells)
            cell.heardAt = 10'000;
        QVERIFY(history.append(t, 1'000'000));
        QVERIFY(history.samples().constLast().hasCells());
        t.heardAt = 13'000; // its status comes, its cells do not
        for (int i = 48; i < 96; ++i)
            t.cells[i].heardAt = 13'000;
        QVERIFY(history.append(t, 1'003'000));
        QVERIFY(!TelemetryHistory::fromMean(history.samples().constLast(), 38));
        QVERIFY(TelemetryHistory::fromMean(history.samples().constLast(), 71).has_value());
        QCOMPARE(history.samples().constLast().maxMillivolts, 3684);
        QVERIFY(history.samples().constLast().minMillivolts > 3641);
        t.heardAt = 16'000;
        QVERIFY(history.append(t, 1'006'000));
        QVERIFY(!history.samples().constLast().hasCells());
    }

    void theTrendMovesByMouseAndKeys()
    {
        hearFor(400);
        TrendPlot *plot = trend();
        auto *canvas = find<QWidget>("trendCanvas");
        const double before = plot->to() - plot->from();
        const QPointF middle = canvas->rect().center();
        QWheelEvent wheel(
            middle, canvas->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas, &wheel);
        QVERIFY(plot->to() - plot->from() < before);
        QVERIFY(!plot->isFollowing());
        const double from = plot->from();
        QTest::mousePress(canvas, Qt::LeftButton, {}, middle.toPoint());
        QMouseEvent drag(QEvent::MouseMove, middle + QPointF(80, 0), canvas->mapToGlobal(middle + QPointF(80, 0)),
            Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas, &drag);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, middle.toPoint() + QPoint(80, 0));
        QVERIFY(plot->from() < from);
        const double dragged = plot->from();
        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_PageUp);
        QVERIFY(plot->from() < dragged);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(plot, Qt::Key_PageUp);
        QVERIFY(plot->to() - plot->from() > 4); // held to what there is
        QTest::keyClick(plot, Qt::Key_End);
        QVERIFY(plot->isFollowing());
        // The legend makes way for the values of the instant that is pointed at, and comes back.
        QTest::mouseMove(canvas, middle.toPoint());
        QMouseEvent hover(
            QEvent::MouseMove, middle, canvas->mapToGlobal(middle), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(canvas, &hover);
        QVERIFY(plot->cursorText().contains(s("all 3.641 to 3.684 V")));
        QVERIFY(plot->cursorText().contains(s("3.641 V, \u221231 mV from the mean")));
        QVERIFY(m_page->grab().size().isValid());
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(plot, &leave);
        QVERIFY(plot->cursorText().isEmpty());
    }

    void theDetailRanksTheCell()
    {
        hear(full(0));
        const auto rank = [&] {
            for (const QLabel *label : m_page->findChildren<QLabel *>())
                if (label->accessibleName() == s("Rank"))
                    return label->text();
            return QString();
        };
        QCOMPARE(rank(), s("1 of 95, lowest first"));
        cells()->select(71);
        QCOMPARE(rank(), s("95 of 95, lowest first"));
        cells()->select(59); // no reading
        QCOMPARE(rank(), s("\u2013"));
        // By what the map shows.
        cells()->select(38);
        find<QComboBox>("cellQuantity")->setCurrentIndex(4);
        QCOMPARE(rank(), s("96 of 96, lowest first"));
        find<QComboBox>("cellQuantity")->setCurrentIndex(3);
        QCOMPARE(rank(), s("\u2013"));
    }

    void theLowestIsChosenUntilSomebodyChooses()
    {
        PackTelemetry t = full(0);
        for (CellReading &cell : t.cells)
            cell.valid = false;
        t.cells[2].valid = t.cells[3].valid = true;
        hear(t);
        const int first = cells()->selectedCell();
        QVERIFY(first == 3 || first == 4);
        hear(full(0)); // now all are heard
        QCOMPARE(cells()->selectedCell(), 38);
        t = full(0);
        t.cells[9].millivolts = 3500; // nothing moves by itself
        hear(t);
        QCOMPARE(cells()->selectedCell(), 38);
        cells()->setFocus();
        QTest::keyClick(cells(), Qt::Key_Right);
        t.cells[58].valid = true;
        hear(t);
        QCOMPARE(cells()->selectedCell(), 39);
        t.node = 0x11;
        t.serial = s("SDB-TEST-0002");
        hear(t);
        QCOMPARE(cells()->selectedCell(), 10);
    }

    void equalCellsAreToldApartByThePack()
    {
        PackTelemetry t = full(0);
        t.cells[4].millivolts = 3641;
        t.cells[90].millivolts = 3684;
        hear(t);
        QCOMPARE(cells()->values().lowest(), 38);
        QCOMPARE(cells()->values().highest(), 71);
        t.minCell = 5;
        t.maxCell = 91;
        hear(t);
        QCOMPARE(cells()->values().lowest(), 5);
        QCOMPARE(cells()->values().highest(), 91);
        // A pack that errs, or says nothing, is not believed against what it sent.
        t.minCell = 20;
        t.maxCell = 0;
        hear(t);
        QCOMPARE(cells()->values().lowest(), 5);
        QCOMPARE(cells()->values().highest(), 71);
    }

    void figuresKeepTheirRoomInAnotherTheme()
    {
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            applyTheme(*qApp, mode, QPalette());
            m_page->refresh();
            for (const Figure *figure : m_page->findChildren<Figure *>()) {
                for (const QLabel *label : figure->findChildren<QLabel *>())
                    QTRY_VERIFY2(label->width() >= label->fontMetrics().horizontalAdvance(label->text()),
                        qPrintable(figure->text()));
            }
        }
    }

    void theFiguresExplainThemselves()
    {
        hear(full(0));
        QStringList told;
        for (const Figure *figure : m_page->findChildren<Figure *>()) {
            QVERIFY2(!figure->toolTip().isEmpty(), qPrintable(figure->text()));
            told += figure->text() + u'|' + figure->toolTip();
        }
        QCOMPARE(told.size(), 6);
        QVERIFY(told.join(u'\n').contains(s("43 mV, from cell 38 to 71|Cell 38 is lowest with 3.641 V")));
        QVERIFY(
            told.join(u'\n').contains(s("Module 4 is hottest with 31.2 \u00B0C, module 7 coldest with 18.9 \u00B0C")));
        // A pack that has not told of its extremes is not told to have cell 0.
        PackTelemetry t = full(0);
        t.minCell = t.maxCell = 0;
        t.known &= ~(PackFigure::LowestCell | PackFigure::HighestCell);
        hear(t);
        QVERIFY(!m_page->findChildren<Figure *>().constLast()->text().contains(s("cell 0")));
    }

    void onlyWhatChangedIsPaintedAgain()
    {
        struct Watch final : QObject
        {
            QRegion painted;
            bool eventFilter(QObject *, QEvent *event) override
            {
                if (event->type() == QEvent::Paint)
                    painted += static_cast<QPaintEvent *>(event)->region();
                return false;
            }
        } watch;
        hear(full(0));
        test::finishEvents();
        cells()->installEventFilter(&watch);
        const auto area = [&] {
            qint64 sum = 0;
            for (const QRect &rect : watch.painted)
                sum += qint64(rect.width()) * rect.height();
            watch.painted = {};
            return sum;
        };
        m_clock.advance(100);
        hear(full(0));
        test::finishEvents();
        QCOMPARE(area(), 0);
        PackTelemetry t = full(0);
        t.cells[2].millivolts += 3;
        t.cells[3].millivolts -= 3;
        hear(t);
        QTRY_VERIFY(!watch.painted.isEmpty());
        QVERIFY(area() < 3 * 80 * 60);
        cells()->select(40);
        QTRY_VERIFY(watch.painted.boundingRect().width() > 20);
        QVERIFY(area() < 3 * 80 * 60);
    }

    void whatWasChosenIsRemembered()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(s("layout.ini"));
        find<QComboBox>("cellQuantity")->setCurrentIndex(4);
        find<QComboBox>("trendSpan")->setCurrentIndex(3);
        {
            QSettings settings(file, QSettings::IniFormat);
            m_page->remember(settings);
        }
        InspectorPage again(*m_packs, *m_parameters, m_clock);
        QSettings settings(file, QSettings::IniFormat);
        again.recall(settings);
        QCOMPARE(again.findChild<QComboBox *>(s("cellQuantity"))->currentIndex(), 4);
        QCOMPARE(again.findChild<QComboBox *>(s("trendSpan"))->currentIndex(), 3);
        // Nonsense in the file is no choice.
        settings.setValue(s("inspector/quantity"), 99);
        settings.setValue(s("inspector/span"), s("x"));
        again.recall(settings);
        QCOMPARE(again.findChild<QComboBox *>(s("cellQuantity"))->currentIndex(), 4);
    }

    void whatIsRememberedIsNotProved()
    {
        TestWorld world;
        SecurityView view;
        const auto device = [&] {
            return view.findChild<QLabel *>(s("securityDevice"))->text();
        };
        const auto goodChips = [&] {
            const auto chips = view.findChildren<Chip *>();
            return std::count_if(chips.begin(), chips.end(),
                [](const Chip *chip) { return !chip->isHidden() && chip->status() == Status::Good; });
        };
        const auto answer = [&](PackQuestion question, const PackAnswer::Value &value) {
            view.take({PackSerial::fromTrusted(s("SDB-TEST-0001")), question, value, {}}, TestWorld::now);
        };
        const RepositorySlot silicon{s("silicon"), s("write-once-read-many"), s("written"), 9, QByteArray(32, 's')};
        view.setFacts(factsOf(world.pack()));
        view.setDevice(world.deviceKey()->leaf(), s("Manufacturer root"), TestWorld::now);
        answer(PackQuestion::Repository, QList<RepositorySlot>{silicon});
        answer(PackQuestion::Components, QMap<QString, Component>{{s("cpu"), {s("CPU-1"), s("CPU-1"), 1}}});
        answer(PackQuestion::Heads, QList<WitnessedHead>{{QByteArray(32, 'r'), {}, QByteArray(32, 'd'), false}});
        QVERIFY2(device().contains(s("not proved by this pack")), qPrintable(device()));
        QCOMPARE(goodChips(), 0);
        // Its fresh word makes the difference, and not what it showed.
        view.setProof(TestWorld::now, {});
        view.setDevice(world.deviceKey()->leaf(), s("Manufacturer root"), TestWorld::now);
        QVERIFY2(device().contains(s("proved by this pack on")), qPrintable(device()));
        QCOMPARE(goodChips(), 4);
        // Empty answers of an impostor are in order nowhere, whoever proved himself before.
        answer(PackQuestion::Repository, QList<RepositorySlot>{});
        answer(PackQuestion::Components, QMap<QString, Component>{});
        answer(PackQuestion::Heads, QList<WitnessedHead>{});
        QCOMPARE(goodChips(), 1); // the life cycle
        view.setProof(TestWorld::now, s("It is another kind of pack"));
        QCOMPARE(goodChips(), 0);
        QVERIFY(view.findChild<QLabel *>(s("message"))->text().contains(s("another kind")));
        view.clear();
        QCOMPARE(goodChips(), 0);
    }

    void nothingIsDrawnWhileNobodyLooks()
    {
        hear(full(0));
        m_page->hide();
        m_clock.advance(500);
        PackTelemetry t = full(0);
        t.cells[0].millivolts = 4000;
        hear(t);
        QVERIFY(*cells()->values().value(1) < 100); // as it was
        m_page->show();
        QTRY_VERIFY(*cells()->values().value(1) > 100);
    }
};

QTEST_MAIN(InspectorTest)
#include "tst_inspector.moc"
