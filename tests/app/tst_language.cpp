// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"
#include "models/packs/packsmodel.h"
#include "models/packs/parametersmodel.h"
#include "models/rules/rulesjson.h"
#include "tests/support/everyfigure.h"
#include "tests/support/everyreason.h"
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
#include <QRegularExpression>
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
    t.known = test::everyFigure;
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

    /// What readers of files say of one, in sentences that are German to their end.
    void causesAreGerman_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("cause");
        const auto row = [](const char *name, const QByteArray &json, const char *cause) {
            QTest::newRow(name) << json << QString::fromUtf8(cause);
        };
        row("nothing", {}, "die Datei ist leer");
        row("zeros", QByteArray(9, '\0'), "nur Nullen");
        row("UTF-16", QByteArray("{\0}\0", 4), "UTF-16, nicht UTF-8");
        row("Latin-1", "{\"roles\": \"F\xFChrer\"}", "Zeile 1: Latin-1 oder eine andere Kodierung, nicht UTF-8");
        row("an array", "[]", "Zeile 1: eine Liste, wo");
        row("a comment", "{\n// x\n}", "Zeile 2: ein Kommentar");
        row("a comma", "{\"a\": 1,}", "ein Komma hinter dem letzten Wert");
        row("a key twice", "{\"a\": 1,\n\"a\": 2}",
            "Zeile 2: der Schl\xC3\xBCssel \xE2\x80\x9E"
            "a\xE2\x80\x9C steht zweimal da, zuerst in Zeile 1");
        row("cut short", "{\"a\": ", "der Text endet vor seinem Objekt");
        row("a mark", "{\"a\": \"\xE2\x80\xAE\"}", "a: das Zeichen U+202E hat");
        row("nothing of rules", "{}", "fehlt");
        row("a number for a list", "{\"roles\": 5}", "roles: eine Zahl, nicht eine Liste");
        row("a date",
            "{\"roles\": [], \"grants\": [{\"role\": \"driver\", \"capability\": \"activate\", \"contract\": \"c\", "
            "\"clause\": 1, \"from\": "
            "\"2027-02-30T00:00:00Z\"}]}",
            "grants[0].from: den Tag 2027-02-30 gibt es in keinem Kalender");
        row("a date without a time",
            "{\"roles\": [], \"grants\": [{\"role\": \"driver\", \"capability\": \"activate\", \"contract\": \"c\", "
            "\"clause\": 1, "
            "\"from\": \"2027-01-01\"}]}",
            "2027-01-01 ist ein Datum ohne Uhrzeit; schreiben Sie es als 2027-01-01T00:00:00Z");
    }
    void causesAreGerman()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, cause);
        const auto read = rulesjson::policyFromJson(json, 1, QByteArray(32, 'c'));
        QVERIFY(!read.ok());
        const QString text = Sentences::of(read.error()).text();
        QVERIFY2(text.contains(cause), qPrintable(text + u'\n' + read.error().detail));
        static const QRegularExpression english(
            QStringLiteral("\\b(the|line|not|of|is|has|missing|where|file|stands|behind)\\b"));
        QVERIFY2(!english.match(text).hasMatch(), qPrintable(text));
    }

    void causesOfOthersAreGerman_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, Code code, const char *detail, const char *shown) {
            QTest::newRow(name) << int(code) << QString::fromLatin1(detail) << QString::fromUtf8(shown);
        };
        row("a delta list", Code::Malformed, "CRL: a delta to list 0x01, not a complete list",
            "eine Erg\xC3\xA4nzung zu Liste 0x01, keine ganze Liste");
        row("an entry", Code::Malformed, "CRL: entry 4a has a critical extension that is not known",
            "Eintrag 4a hat eine");
        row("within another", Code::Malformed, "CRL: issuing distribution point: only authorities, not a complete list",
            "Ausgabestelle: nur Stellen, keine ganze Liste");
        row("a name", Code::Malformed, "subject: two common names, one of them Ann",
            "zwei Namen (CN), einer davon Ann");
        row("a part", Code::WrongState, "contactor: missing", "(contactor: fehlt)");
        row("a life cycle", Code::WrongState, "sealed", "(versiegelt)");
        row("a lock", Code::WrongState, "not locked", "(nicht gesperrt)");
        row("a pack that is late", Code::TransferFailed, "too slow", "(zu langsam)");
        // Names and figures are nobody's to translate.
        row("a person", Code::CertificateRevoked, "Ann the Lion: of Ghent", "(Ann the Lion: of Ghent)");
        row("figures", Code::UnexpectedAnswer, "71 01 0201", "(71 01 0201)");
    }
    void causesOfOthersAreGerman()
    {
        QFETCH(int, code);
        QFETCH(QString, detail);
        QFETCH(QString, shown);
        const QString text = Sentences::of({Code(code), detail}).text();
        QVERIFY2(text.contains(shown), qPrintable(text));
    }

    void reasonsAreGerman_data() { everyReason(); }
    void reasonsAreGerman()
    {
        QFETCH(const Error, failed);
        const QString text = Sentences::of(failed).text();
        QVERIFY2(!text.contains(unread), qPrintable(text));
        static const QRegularExpression english(QStringLiteral(
            "\\b(the|there|of|is|has|holds|no|not|its|this|these|token|key|choose|another|with|from|pack is)\\b"));
        QVERIFY2(!english.match(text).hasMatch(), qPrintable(text));
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
