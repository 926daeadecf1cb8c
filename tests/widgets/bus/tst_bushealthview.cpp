// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/bus/bushealthpopup.h"
#include "widgets/kit/parts.h"
#include "widgets/window/titlebar.h"
#include "widgets/words/bushealthwords.h"
#include "widgets/words/recordingwords.h"
#include "widgets/words/sentences.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace packwarden;
using Kind = BusTrouble::Kind;

namespace {

BusState connected()
{
    BusState state;
    state.condition = BusCondition::Connected;
    state.interfaceName = QStringLiteral("socketcan:can0");
    state.packs = 2;
    return state;
}

BusFigures calm()
{
    BusFigures figures;
    figures.bitRate = 500'000;
    figures.rateIsKnown = true;
    figures.loadPermille = 423;
    figures.peakPermille = 612;
    figures.framesPerSecond = 1650;
    figures.heard = 12'345;
    figures.sent = 210;
    return figures;
}

BusFigures with(const QList<BusTrouble> &troubles)
{
    BusFigures figures = calm();
    figures.troubles = troubles;
    return figures;
}

BusTrouble trouble(Kind kind, quint32 who = 0, qint64 count = 0, const QString &serial = {})
{
    return {kind, who, serial, count, 0};
}

} // namespace

class BusHealthViewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyTheme(*qApp, ThemeMode::Light, QPalette());
    }
    void titleBarSaysWhatIsWrong_data();
    void titleBarSaysWhatIsWrong();
    void everyTroubleHasWords();
    void figuresInWords_data();
    void figuresInWords();
    void opensByMouseAndKeyboard();
    void followsTheBusWhileOpen();
    void recordingsHaveNoInterface();
};

void BusHealthViewTest::titleBarSaysWhatIsWrong_data()
{
    QTest::addColumn<BusFigures>("figures");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const BusFigures &figures, const char *words) {
        QTest::newRow(name) << figures << QString::fromLatin1(words);
    };
    row("nothing", calm(), "2 pack(s)");
    row("case 86: babbling", with({trouble(Kind::Babbling, 0, 998), trouble(Kind::Overloaded, 0, 998)}),
        "Id 000 babbles, 100 % load");
    row("case 86: overloaded", with({trouble(Kind::Overloaded, 0, 934)}), "Bus overloaded, 93 %");
    row("case 86: frames lost", with({trouble(Kind::FramesLost, 0, 7)}), "7 frame(s) lost");
    row("case 87: interface gone", with({trouble(Kind::InterfaceGone)}), "Interface gone");
    row("case 87: bus-off", with({trouble(Kind::BusOff), trouble(Kind::ErrorFrames, 0, 3)}), "Controller is bus-off");
    row("case 87: node silent", with({trouble(Kind::NodeSilent, 0x1A)}), "No word from node 1A");
    row("case 87: pack silent", with({trouble(Kind::NodeSilent, 0x10, 0, QStringLiteral("SDB-DEMO-0001"))}),
        "No word from SDB-DEMO-0001");
    row("case 88: another console is no trouble", with({trouble(Kind::SameTester, 0xF1)}), "2 pack(s)");
    row("case 94: hub gone", with({trouble(Kind::HubGone)}), "Simulated bus gone");
}

void BusHealthViewTest::titleBarSaysWhatIsWrong()
{
    QFETCH(BusFigures, figures);
    QFETCH(QString, words);
    TitleBar bar;
    bar.setBus(connected(), 100);
    bar.setBusFigures(figures);
    auto *chip = static_cast<Chip *>(bar.findChild<QWidget *>(QStringLiteral("busChip")));
    QCOMPARE(chip->text(), words);
    // In whichever order they come.
    bar.setBus(connected(), 200);
    QCOMPARE(chip->text(), words);
    bar.setBusFigures(calm());
    QCOMPARE(chip->text(), QStringLiteral("2 pack(s)"));
}

void BusHealthViewTest::everyTroubleHasWords()
{
    QStringList briefs;
    for (int kind = 0; kind <= int(Kind::ForeignTester); ++kind) {
        const BusTrouble one = trouble(Kind(kind), 0x10, 12);
        const QString brief = BusHealthWords::brief(one);
        const Sentence sentence = BusHealthWords::sentence(one);
        QVERIFY(!brief.isEmpty() && !briefs.contains(brief));
        QVERIFY(brief.size() <= 36);
        QVERIFY(sentence.cause.endsWith(u'.') && sentence.next.endsWith(u'.'));
        QVERIFY(!sentence.text().contains(u'<'));
        QCOMPARE(BusHealthWords::status(one),
            kind <= int(Kind::BusOff)          ? Status::Alarm
                : kind < int(Kind::SameTester) ? Status::Warning
                                               : Status::Information);
        briefs.append(brief);
    }
}

void BusHealthViewTest::figuresInWords_data()
{
    QTest::addColumn<BusFigures>("figures");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const BusFigures &figures, int at, const char *words) {
        QTest::newRow(name) << figures << at << QString::fromLatin1(words);
    };
    row("load", calm(), 0, "42 % of 500 kbit/s; 61 % at most");
    BusFigures assumed = calm();
    assumed.rateIsKnown = false;
    row("load of a rate that nobody told", assumed, 0,
        "42 % of the 500 kbit/s that are assumed, as the interface tells no rate; 61 % at most");
    row("frames", calm(), 1, "1,650 a second; 12,345 heard, 210 sent");
    for (int at = 2; at <= 8; ++at)
        row(qPrintable(QStringLiteral("none of %1").arg(at)), calm(), at, "none");
    BusFigures figures = with({trouble(Kind::ErrorFrames, 0, 4), trouble(Kind::SameTester, 0xF1),
        trouble(Kind::ForeignTester, 0xF9), trouble(Kind::ForeignTester, 0xFA)});
    figures.lost = 1234;
    figures.errorFrames = 9;
    figures.controller = BusFigures::Controller::Passive;
    figures.outages = 2;
    row("lost before", figures, 2, "1,234");
    row("error frames now", figures, 5, "9, of them 4 in the last ten seconds; the controller is error passive");
    row("testers", figures, 7, "a console (F1), F9, FA");
    row("interruption not over", figures, 8, "2");
    figures.lastOutage = 4210;
    row("interruption over", figures, 8, "2; the last one that is over took 4.2 s");
}

void BusHealthViewTest::figuresInWords()
{
    QFETCH(BusFigures, figures);
    QFETCH(int, row);
    QFETCH(QString, words);
    BusHealthPopup popup;
    popup.setBus(connected(), figures);
    QCOMPARE(popup.findChild<QLabel *>(QStringLiteral("busFigure%1").arg(row))->text(), words);
}

void BusHealthViewTest::opensByMouseAndKeyboard()
{
    TitleBar bar;
    bar.resize(1280, bar.height());
    bar.setBus(connected(), 100);
    bar.setBusFigures(with({trouble(Kind::Babbling, 0, 998), trouble(Kind::Overloaded, 0, 998),
        trouble(Kind::NodeSilent, 0x10, 0, QStringLiteral("SDB-DEMO-0001")), trouble(Kind::FramesLost, 0, 7),
        trouble(Kind::SameTester, 0xF1)}));
    bar.show();
    auto *button = bar.findChild<QToolButton *>(QStringLiteral("busButton"));
    auto *popup = bar.findChild<BusHealthPopup *>();
    QVERIFY(!popup->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(popup->isVisible());
    if (const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES"); !folder.isEmpty()) {
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            applyTheme(*qApp, mode, QPalette());
            test::finishEvents();
            const QString word = mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            QVERIFY(popup->grab().save(QStringLiteral("%1/bushealth-%2.png").arg(folder, word)));
            QVERIFY(bar.grab().save(QStringLiteral("%1/bushealth-bar-%2.png").arg(folder, word)));
        }
        applyTheme(*qApp, ThemeMode::Light, QPalette());
    }
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(popup->isVisible());
    QSignalSpy wanted(&bar, &TitleBar::busClicked);
    QTest::keyClick(popup->findChild<QPushButton *>(QStringLiteral("busConnection")), Qt::Key_Space);
    QVERIFY(!popup->isVisible());
    QCOMPARE(wanted.size(), 1);
    for (const QWidget *each : popup->findChildren<QPushButton *>())
        QVERIFY(!each->accessibleName().isEmpty() || !qobject_cast<const QPushButton *>(each)->text().isEmpty());
}

void BusHealthViewTest::followsTheBusWhileOpen()
{
    BusHealthPopup popup;
    popup.setBus({}, {});
    popup.show();
    const auto said = [&] {
        QStringList all;
        for (const QLabel *label : popup.findChildren<QLabel *>()) {
            if (label->isVisible())
                all.append(label->text());
        }
        return all.join(u'\n');
    };
    QVERIFY(said().contains(QLatin1String("No bus is open")));
    QVERIFY(!said().contains(QLatin1String("Load")));
    popup.setBus(connected(), with({trouble(Kind::Overloaded, 0, 934)}));
    QTRY_VERIFY(said().contains(QLatin1String("The bus is 93 % full")));
    QVERIFY(said().contains(QLatin1String("Load")));
    QVERIFY(!said().contains(QLatin1String("No bus is open")));
    QList<BusTrouble> many;
    for (quint32 node = 0x10; node < 0x20; ++node)
        many.append(trouble(Kind::NodeSilent, node));
    popup.setBus(connected(), with(many));
    QTRY_VERIFY(said().contains(QLatin1String("and 11 more")));
    popup.setBus(connected(), calm());
    QTRY_VERIFY(!said().contains(QLatin1String("node 1")));
    QVERIFY(said().contains(QLatin1String("2 pack(s)")));
}

void BusHealthViewTest::recordingsHaveNoInterface()
{
    TitleBar bar;
    BusState played = connected();
    played.interfaceName = QStringLiteral("replay:/tmp/bus.log");
    played.condition = BusCondition::Failed;
    played.replay = ReplayState();
    played.replay->notALog = LogKind::Empty;
    bar.setBus(played, 100);
    QCOMPARE(Sentences::bus(played), QStringLiteral("The recording cannot be read"));
    QCOMPARE(RecordingWords::detail(played), QStringLiteral("There is no frame of a CAN bus in it: an empty file"));
    played.replay = ReplayState();
    played.replay->hasEnded = true;
    QCOMPARE(RecordingWords::detail(played), QStringLiteral("It was played to its end."));
    bar.setBus(played, 100);
    auto *chip = static_cast<Chip *>(bar.findChild<QWidget *>(QStringLiteral("busChip")));
    bar.setBusFigures(with({trouble(Kind::InterfaceGone)}));
    QVERIFY(chip->text().contains(QLatin1String("recording is over")));
    // What is wrong in it is told.
    bar.setBusFigures(with({trouble(Kind::FramesLost, 0, 7)}));
    QCOMPARE(chip->text(), QStringLiteral("7 frame(s) lost"));
}

QTEST_MAIN(BusHealthViewTest)
#include "tst_bushealthview.moc"
