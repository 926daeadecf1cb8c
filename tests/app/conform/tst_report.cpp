// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/udsexpectation.h"
#include "app/conform/report.h"
#include "models/core/base/printable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace packwarden;
using namespace packwarden::conform;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const Rule first{"group.first", "First is asked for.", "PROTOCOL.md", false, nullptr};
const Rule second{"group.second", "Second is <asked> for & more.", "PROTOCOL.md; attack 7", true, nullptr};

Finding deviating()
{
    Finding finding;
    finding.holds(false, s("22 F1: nothing <instead> of 7F"));
    return finding;
}

} // namespace

/// Names of rules, verdicts, the list of expected deviations, and what build servers read.
class TestReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesHaveNamesOfTheirOwn();
    void verdicts_data();
    void verdicts();
    void expectedDeviations_data();
    void expectedDeviations();
    void junit();
    void whatActsIsWrittenOut_data();
    void whatActsIsWrittenOut();
    void halfAPairIsWrittenOut();
    void answers_data();
    void answers();
    void aFindingIsBounded();
};

void TestReport::rulesHaveNamesOfTheirOwn()
{
    QSet<QString> names;
    static const QRegularExpression form(s("^[a-z]+\\.[a-z0-9-]+$"));
    for (const Rule &rule : allRules()) {
        const QString name = QLatin1String(rule.name);
        QVERIFY2(form.match(name).hasMatch(), rule.name);
        QVERIFY2(!names.contains(name), rule.name);
        names.insert(name);
        QVERIFY2(s(rule.demand).endsWith(u'.') && qstrlen(rule.source) > 0 && rule.check, rule.name);
    }
    QVERIFY(names.size() >= 90);
}

void TestReport::verdicts_data()
{
    QTest::addColumn<int>("kind"); // 0 holds, 1 deviates, 2 not run
    QTest::addColumn<bool>("expected");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<bool>("asExpected");
    QTest::newRow("holds") << 0 << false << int(Verdict::Holds) << true;
    QTest::newRow("deviates") << 1 << false << int(Verdict::Deviates) << false;
    QTest::newRow("deviates as expected") << 1 << true << int(Verdict::ExpectedDeviation) << true;
    QTest::newRow("holds though a deviation was expected") << 0 << true << int(Verdict::NotExpected) << false;
    QTest::newRow("not run") << 2 << false << int(Verdict::NotRun) << true;
    QTest::newRow("not run, a deviation was expected") << 2 << true << int(Verdict::NotRun) << true;
}

void TestReport::verdicts()
{
    QFETCH(int, kind);
    QFETCH(bool, expected);
    QFETCH(int, verdict);
    QFETCH(bool, asExpected);
    Finding finding = kind == 1 ? deviating() : Finding();
    if (kind == 2)
        finding.notRun(s("no keys"));
    Report report(expected ? Expected{{s("group.first"), s("known since 1.2")}} : Expected{});
    const Outcome outcome = report.add(first, finding, 12);
    QCOMPARE(int(outcome.verdict), verdict);
    QCOMPARE(report.isAsExpected(), asExpected);
    const QString line = Report::line(outcome);
    QVERIFY(line.startsWith(s("group.first")));
    // Who deviates is told what was asked for, and where.
    QCOMPARE(line.contains(s("First is asked for. (PROTOCOL.md)")), kind == 1 && !expected);
    QCOMPARE(line.contains(s("known since 1.2")), kind == 1 && expected);
}

void TestReport::expectedDeviations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing") << QString() << true << 0;
    QTest::newRow("comments") << s("# all of them\n\n  # and more\n") << true << 0;
    QTest::newRow("two, with why") << s("group.first # since 1.2\ngroup.second\n") << true << 2;
    QTest::newRow("a rule that there is not") << s("group.first\ngroup.third\n") << false << 0;
    QTest::newRow("a pattern") << s("group.*\n") << false << 0;
}

void TestReport::expectedDeviations()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    QFETCH(int, count);
    const auto read = readExpected(text, {first, second});
    QCOMPARE(read.ok(), good);
    if (good)
        QCOMPARE(int(read->size()), count);
    else
        QVERIFY(read.error().detail.contains(s("line ")));
}

void TestReport::junit()
{
    Report report({});
    report.add(first, deviating(), 1500);
    Finding left;
    left.notRun(s("needs --kit"));
    report.add(second, left, 0);
    QCoreApplication::setApplicationVersion(s("9.8.7"));
    QXmlStreamReader xml(report.junit(s("SDB-TEST-0001")));
    QStringList cases;
    QString kit;
    QString text;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == s("testsuite")) {
            QCOMPARE(xml.attributes().value(s("name")).toString(), s("SDB-TEST-0001"));
            QCOMPARE(xml.attributes().value(s("tests")).toInt(), 2);
            QCOMPARE(xml.attributes().value(s("failures")).toInt(), 1);
            QCOMPARE(xml.attributes().value(s("skipped")).toInt(), 1);
        } else if (xml.name() == s("property")) {
            kit = xml.attributes().value(s("name")).toString() + u' ' + xml.attributes().value(s("value")).toString();
        } else if (xml.name() == s("testcase")) {
            cases.append(xml.attributes().value(s("classname")).toString() + u'/'
                + xml.attributes().value(s("name")).toString());
        } else if (xml.name() == s("failure")) {
            text = xml.readElementText();
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(cases, (QStringList{s("group/first"), s("group/second")}));
    QCOMPARE(kit, s("packwarden-conform 9.8.7"));
    QCOMPARE(text, s("22 F1: nothing <instead> of 7F"));
}

void TestReport::whatActsIsWrittenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QString &text, const char *shown, const char *json) {
        QTest::newRow(name) << text << s(shown) << QByteArray(json);
    };
    row("words", s("Höchster Ladestand: 95 % 电池 🔋"), "Höchster Ladestand: 95 % 电池 🔋",
        R"(["Höchster Ladestand: 95 % 电池 🔋"])");
    row("line end", s("title\nstate applied"), R"(title\nstate applied)", R"(["title\nstate applied"])");
    row("other line ends", s("a\r\n\v\f\u0085\u2028\u2029b"), R"(a\r\n\x0b\x0c\x85\u{2028}\u{2029}b)",
        R"(["a\r\n\u000b\f\u0085\u2028\u2029b"])");
    row("escape sequence", s("\x1b[2J\x07\x7f"), R"(\x1b[2J\x07\x7f)", R"(["\u001b[2J\u0007\u007f"])");
    row("the same in one character", s("\u009b2J"), R"(\x9b2J)", R"(["\u009b2J"])");
    row("direction of writing", s("a\u202eb\u2066c\u2069\u200e\u200f\u061c"),
        R"(a\u{202e}b\u{2066}c\u{2069}\u{200e}\u{200f}\u{061c})", R"(["a\u202eb\u2066c\u2069\u200e\u200f\u061c"])");
    row("what cannot be seen", s("a\u200b\u00ad\ufeffb"), R"(a\u{200b}\xad\u{feff}b)", R"(["a\u200b\u00ad\ufeffb"])");
    row("tags", s("a\U000e0041b"), R"(a\u{e0041}b)", R"(["a\udb40\udc41b"])");
    row("end of text", s("a") + QChar() + s("b"), R"(a\x00b)", R"(["a\u0000b"])");
    row("tabulator", s("a\tb"), R"(a\tb)", R"(["a\tb"])");
}

/// On a terminal, in JSON, in a report and in what build servers read.
void TestReport::whatActsIsWrittenOut()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QFETCH(QByteArray, json);
    QCOMPARE(printable(text), shown);
    const QByteArray made = printableJson(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    QCOMPARE(made, json);
    QCOMPARE(QJsonDocument::fromJson(made).array().at(0).toString(), text);
    Finding finding;
    finding.holds(false, text);
    Report report({});
    const Outcome outcome = report.add(first, finding, 0);
    QVERIFY2(Report::line(outcome).contains(shown), qPrintable(Report::line(outcome)));
    QXmlStreamReader xml(report.junit(text));
    QString found;
    QString suite;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == s("testsuite"))
            suite = xml.attributes().value(s("name")).toString();
        if (xml.name() == s("failure"))
            found = xml.readElementText();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(found, shown);
    QCOMPARE(suite, shown);
}

void TestReport::halfAPairIsWrittenOut()
{
    const QString half = s("a") + QChar(0xd83d) + s("b") + QChar(0xdd0b);
    QCOMPARE(printable(half), s("a\\u{d83d}b\\u{dd0b}"));
}

void TestReport::answers_data()
{
    QTest::addColumn<QByteArray>("heard");
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<bool>("holds");
    QTest::newRow("the same") << bytes("7F2231") << QByteArray("7F 22 31") << true;
    QTest::newRow("another") << bytes("7F2211") << QByteArray("7F 22 31") << false;
    QTest::newRow("more than asked for") << bytes("7F223100") << QByteArray("7F 22 31") << false;
    QTest::newRow("nothing") << QByteArray() << QByteArray("7F 22 31") << false;
    QTest::newRow("and more") << bytes("62F18C5344") << QByteArray("62 F1 8C **") << true;
    QTest::newRow("less than the beginning") << bytes("62F1") << QByteArray("62 F1 8C **") << false;
}

void TestReport::answers()
{
    QFETCH(QByteArray, heard);
    QFETCH(QByteArray, wanted);
    QFETCH(bool, holds);
    Finding finding;
    QCOMPARE(finding.answered("22 F1 8C", heard, wanted.constData()), holds);
    QCOMPARE(finding.deviations().isEmpty(), holds);
}

void TestReport::aFindingIsBounded()
{
    Finding finding;
    for (int i = 0; i < 1000; ++i)
        finding.holds(false, s("deviation %1").arg(i));
    QVERIFY(finding.deviations().size() <= 20);
    QCOMPARE(finding.deviations().constFirst(), s("deviation 0"));
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
