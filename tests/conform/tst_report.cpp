// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report.h"
#include "udsexpectation.h"

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
    QXmlStreamReader xml(report.junit(s("SDB-TEST-0001")));
    QStringList cases;
    QString text;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == s("testsuite")) {
            QCOMPARE(xml.attributes().value(s("name")).toString(), s("SDB-TEST-0001"));
            QCOMPARE(xml.attributes().value(s("tests")).toInt(), 2);
            QCOMPARE(xml.attributes().value(s("failures")).toInt(), 1);
            QCOMPARE(xml.attributes().value(s("skipped")).toInt(), 1);
        } else if (xml.name() == s("testcase")) {
            cases.append(xml.attributes().value(s("classname")).toString() + u'/'
                + xml.attributes().value(s("name")).toString());
        } else if (xml.name() == s("failure")) {
            text = xml.readElementText();
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(cases, (QStringList{s("group/first"), s("group/second")}));
    QCOMPARE(text, s("22 F1: nothing <instead> of 7F"));
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
