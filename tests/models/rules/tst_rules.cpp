// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rules/policyproblems.h"
#include "models/rules/rulesdiff.h"
#include "models/rules/rulesjson.h"
#include "tests/support/testworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringConverter>
#include <QTest>

using namespace packwarden;
using test::TestWorld;

namespace {

using Kind = PolicyProblem::Kind;

QByteArray text(const QJsonObject &json)
{
    return QJsonDocument(json).toJson();
}

CapabilityId capability(const char *id)
{
    return CapabilityId::fromTrusted(QLatin1String(id));
}

} // namespace

/// Rules as people edit and compare them.
class TestRules final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jsonComesBackTheSame();
    void charactersThatActComeBackTheSame_data();
    void charactersThatActComeBackTheSame();
    void badJsonIsRefused_data();
    void badJsonIsRefused();
    void filesOfOtherProgramsAreRead_data();
    void filesOfOtherProgramsAreRead();
    void causesAreNamed_data();
    void causesAreNamed();
    void twinsOfADraftAreKept();
    void differencesAreNamed_data();
    void differencesAreNamed();
    void problemsAreFound_data();
    void problemsAreFound();

private:
    QByteArray written() const;

    CryptoRuntime m_crypto;
    TestWorld m_world;
    const PackState m_pack = m_world.pack();
    std::map<QString, std::function<void(Policy &)>> m_changes;
};

void TestRules::jsonComesBackTheSame()
{
    const Policy &policy = m_pack.policy;
    const auto read = rulesjson::policyFromJson(text(rulesjson::toJson(policy)), policy.version, policy.charterSha256);
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().detail));
    QCOMPARE(*read, policy);
    const Charter &charter = m_pack.charter;
    const auto charterRead = rulesjson::charterFromJson(text(rulesjson::toJson(charter)), charter.version);
    QVERIFY2(charterRead.ok(), qPrintable(charterRead.ok() ? QString() : charterRead.error().detail));
    QCOMPARE(*charterRead, charter);
    const auto silicon = rulesjson::siliconFromJson(text(rulesjson::toJson(m_pack.silicon)));
    QVERIFY(silicon.ok());
    QCOMPARE(*silicon, m_pack.silicon);
    const auto foundation = rulesjson::foundationFromJson(text(rulesjson::toJson(m_pack.foundation)));
    QVERIFY(foundation.ok());
    QCOMPARE(*foundation, m_pack.foundation);
}

/// Signed rules may hold what a file of rules must not show as it is: it stands in the file as an escape.
void TestRules::charactersThatActComeBackTheSame_data()
{
    QTest::addColumn<QString>("mark");
    const auto row = [](const char *name, char32_t mark) {
        QTest::newRow(name) << QString::fromUcs4(&mark, 1);
    };
    row("turns the direction of writing", 0x202E);
    row("isolates", 0x2067);
    row("a mark of direction", 0x200F);
    row("a control character", 0x07);
    row("a control character of the second row", 0x9B);
    row("a line separator", 0x2028);
    row("of private use", 0xE000);
    row("of private use, beyond the BMP", 0xF0000);
    row("a tag", 0xE0041);
    row("a joiner out of its place", 0x200D);
}

void TestRules::charactersThatActComeBackTheSame()
{
    QFETCH(const QString, mark);
    Policy policy = m_pack.policy;
    policy.roles[0].title = QStringLiteral("a") + mark + QStringLiteral("b");
    policy.contracts.first().clauses.first() += mark;
    const QByteArray json = rulesjson::toText(rulesjson::toJson(policy));
    QVERIFY(!json.contains(mark.toUtf8()));
    QVERIFY(json.count('\n') > policy.grants.size());
    const auto read = rulesjson::policyFromJson(json, policy.version, policy.charterSha256);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().detail));
    QCOMPARE(*read, policy);
    Charter charter = m_pack.charter;
    charter.positions.first().partyName += mark;
    const auto again = rulesjson::charterFromJson(rulesjson::toText(rulesjson::toJson(charter)), charter.version);
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().detail));
    QCOMPARE(*again, charter);
}

void TestRules::badJsonIsRefused_data()
{
    QTest::addColumn<QString>("find");
    QTest::addColumn<QString>("put");
    QTest::newRow("no JSON at all") << QStringLiteral("{") << QStringLiteral("[");
    QTest::newRow("an unknown key") << QStringLiteral("\"roles\"") << QStringLiteral("\"more\":1,\"roles\"");
    QTest::newRow("a missing key") << QStringLiteral("\"crossRules\"") << QStringLiteral("\"crossRulez\"");
    QTest::newRow("a number for a text") << QStringLiteral("\"95\"") << QStringLiteral("95");
    QTest::newRow("digits of another script") << QStringLiteral("\"95\"") << QStringLiteral("\"\u0669\u0665\"");
    QTest::newRow("an exponent") << QStringLiteral("\"95\"") << QStringLiteral("\"9.5e1\"");
    QTest::newRow("a unit in the number") << QStringLiteral("\"95\"") << QStringLiteral("\"95 %\"");
    QTest::newRow("a seat without a role") << QStringLiteral("owner/asset-manager") << QStringLiteral("owner");
    QTest::newRow("a look-alike of a role") << QStringLiteral("\"driver\"") << QStringLiteral("\"dr\u0456ver\"");
    QTest::newRow("nobody needed") << QStringLiteral("\"atLeast\":1") << QStringLiteral("\"atLeast\":0");
    QTest::newRow("a range upside down") << QStringLiteral("[\"60\",\"95\"]") << QStringLiteral("[\"95\",\"60\"]");
}

void TestRules::badJsonIsRefused()
{
    QFETCH(const QString, find);
    QFETCH(const QString, put);
    Policy policy = m_pack.policy;
    policy.softLimits.insert(ParameterId::fromTrusted(QStringLiteral("soc.max")), {Milli{60000}, Milli{95000}});
    policy.seats[capability("set-soc-max")].groups = {{1,
        {{PositionId::fromTrusted(QStringLiteral("owner")), RoleId::fromTrusted(QStringLiteral("asset-manager"))}}}};
    if (!policy.role(RoleId::fromTrusted(QStringLiteral("driver"))))
        policy.roles.append({RoleId::fromTrusted(QStringLiteral("driver")),
            PositionId::fromTrusted(QStringLiteral("operator")), QStringLiteral("Driver")});
    const QString good = QString::fromUtf8(QJsonDocument(rulesjson::toJson(policy)).toJson(QJsonDocument::Compact));
    QVERIFY(rulesjson::policyFromJson(good.toUtf8(), 2, policy.charterSha256).ok());
    QVERIFY2(good.contains(find), qPrintable(good));
    const auto read = rulesjson::policyFromJson(
        QString(good).replace(good.indexOf(find), find.size(), put).toUtf8(), 2, policy.charterSha256);
    QVERIFY(!read.ok());
    QCOMPARE(read.code(), Code::Malformed);
}

/// Rules as a person finds them in an editor: with a date, a right that ends, and an umlaut.
QByteArray TestRules::written() const
{
    Policy policy = m_pack.policy;
    policy.grants[0].until = 1'790'000'000;
    policy.roles.append({RoleId::fromTrusted(QStringLiteral("driver")),
        PositionId::fromTrusted(QStringLiteral("operator")), QStringLiteral("F\u00FChrer")});
    return text(rulesjson::toJson(policy));
}

void TestRules::filesOfOtherProgramsAreRead_data()
{
    using Change = std::function<QByteArray(const QByteArray &)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("as it is") << Change([](const QByteArray &json) { return json; });
    QTest::newRow("a byte order mark of UTF-8") << Change([](const QByteArray &json) { return "\xEF\xBB\xBF" + json; });
    QTest::newRow("ends of lines of Windows")
        << Change([](const QByteArray &json) { return QByteArray(json).replace("\n", "\r\n"); });
    QTest::newRow("ends of lines of an old Mac")
        << Change([](const QByteArray &json) { return QByteArray(json).replace("\n", "\r"); });
    QTest::newRow("blank lines around it") << Change([](const QByteArray &json) { return "\n \t\n" + json + "\n\n"; });
    QTest::newRow("one line") << Change(
        [](const QByteArray &json) { return QJsonDocument::fromJson(json).toJson(QJsonDocument::Compact); });
    QTest::newRow("an escape where a letter would do")
        << Change([](const QByteArray &json) { return QByteArray(json).replace("\"roles\"", "\"\\u0072oles\""); });
}

void TestRules::filesOfOtherProgramsAreRead()
{
    using Change = std::function<QByteArray(const QByteArray &)>;
    QFETCH(const Change, change);
    const QByteArray json = written();
    const auto plain = rulesjson::policyFromJson(json, 2, m_pack.policy.charterSha256);
    QVERIFY2(plain.ok(), plain.ok() ? "" : qPrintable(plain.error().detail));
    const auto read = rulesjson::policyFromJson(change(json), 2, m_pack.policy.charterSha256);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().detail));
    QCOMPARE(*read, *plain);
}

void TestRules::causesAreNamed_data()
{
    using Change = std::function<QByteArray(QByteArray)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *name, const Change &change, const char *cause) {
        QTest::newRow(name) << change << QString::fromUtf8(cause);
    };
    const auto once = [](const QByteArray &find, const QByteArray &put) {
        return Change([=](QByteArray json) { return json.replace(json.indexOf(find), find.size(), put); });
    };
    const auto as = [](QStringConverter::Encoding encoding, QStringConverter::Flag flag) {
        return Change([=](const QByteArray &json) -> QByteArray {
            QStringEncoder encoder(encoding, flag);
            return encoder.encode(QString::fromUtf8(json));
        });
    };
    const auto date = [&](const QByteArray &put) {
        return once("\"2026-09-21T14:13:20Z\"", '"' + put + '"');
    };
    using S = QStringConverter;
    row("UTF-16 of Windows", as(S::Utf16LE, S::Flag::WriteBom), "^UTF-16, not UTF-8$");
    row("UTF-16 the other way round", as(S::Utf16BE, S::Flag::WriteBom), "^UTF-16, not UTF-8$");
    row("UTF-16 without its mark", as(S::Utf16LE, S::Flag::Default), "^UTF-16, not UTF-8$");
    row("UTF-32", as(S::Utf32LE, S::Flag::WriteBom), "^UTF-32, not UTF-8$");
    row("Latin-1", as(S::Latin1, S::Flag::Default), "^line \\d+: Latin-1 or another encoding, not UTF-8$");
    row("an overlong sequence", once("\xC3\xBC", "\xC0\xBC"), "^line \\d+: Latin-1 or");
    row("half a surrogate pair in UTF-8", once("\xC3\xBC", "\xED\xA0\x80"), "^line \\d+: Latin-1 or");
    row("half a surrogate pair, escaped", once("\xC3\xBC", "\\ud83d"), "an escape that means no character$");
    row(
        "nothing", [](const QByteArray &) { return QByteArray(); }, "^empty file$");
    row(
        "zeros", [](const QByteArray &) { return QByteArray(4096, '\0'); }, "^nothing but zeros in the file$");
    row(
        "blank lines only", [](const QByteArray &) { return QByteArray("\xEF\xBB\xBF\r\n "); }, "^empty file$");
    row(
        "an array around it", [](const QByteArray &json) { return '[' + json + ']'; }, "^line 1: an array where the");
    row(
        "a comment first", [](const QByteArray &json) { return "// ours\n" + json; },
        "^line 1: a comment; JSON has none$");
    row("a comment between", once("\"crossRules\"", "/* x */ \"crossRules\""), "^line \\d+: a comment");
    row("a comment of another language", once("\"crossRules\"", "# x\n\"crossRules\""), "^line \\d+: a comment");
    row(
        "a comma behind the last", [](QByteArray json) { return json.replace(json.lastIndexOf('}'), 1, ",}"); },
        "^line \\d+: a comma behind the last value$");
    row("a comma that is missing", once(",\n    \"crossRules\"", "\n    \"crossRules\""),
        "^line \\d+: a comma is missing before this$");
    row("single quotation marks", once("\"F\xC3\xBChrer\"", "'x'"), "single quotation marks; JSON has double ones$");
    row(
        "cut short", [](const QByteArray &json) { return json.left(json.size() / 2); }, "^line \\d+: ");
    row(
        "cut behind a backslash", [](const QByteArray &) { return QByteArray("{\"a\\"); },
        "^line 1: the text ends before its object does$");
    row(
        "two documents", [](const QByteArray &json) { return json + json; },
        "^line \\d+: a second document behind the");
    row(
        "more behind it", [](const QByteArray &json) { return json + "x"; }, "^line \\d+: more text behind the end");
    row("nested without end", once("\"crossRules\": [", "\"crossRules\": [" + QByteArray(5000, '[')),
        "^line \\d+: nested deeper than 32 levels$");
    row("a key twice", once("\"crossRules\"", "\"seats\": {}, \"crossRules\""),
        "^line \\d+: the key \"seats\" stands twice, first in line \\d+$");
    row("a key twice, once escaped", once("\"crossRules\"", "\"\\u0073eats\": {}, \"crossRules\""),
        "the key \"seats\" stands twice");
    row("a key twice, deep inside", once("\"atLeast\"", "\"atLeast\": 1, \"atLeast\""),
        "the key \"atLeast\" stands twice");
    row("a clause by a number with a zero before it", once("\"clauses\": {", "\"clauses\": {\"01\": \"x\", "),
        "contracts\\..*\\.clauses\\.01: the key is not a whole number");
    row(
        "a right twice",
        [](QByteArray json) {
            QJsonObject rules = QJsonDocument::fromJson(json).object();
            QJsonArray grants = rules.value(QLatin1String("grants")).toArray();
            grants.append(grants.at(1));
            rules.insert(QLatin1String("grants"), grants);
            return QJsonDocument(rules).toJson();
        },
        "^line \\d+: grants\\[\\d+\\]: \\S+ \\S+ again, as in grants\\[1\\]$");
    row(
        "a cross rule twice, with another gap",
        [](QByteArray json) {
            QJsonObject rules = QJsonDocument::fromJson(json).object();
            rules.insert(QLatin1String("crossRules"),
                QJsonArray{QJsonArray{QLatin1String("soc.min"), QLatin1String("1"), QLatin1String("soc.max")},
                    QJsonArray{QLatin1String("soc.min"), QLatin1String("2"), QLatin1String("soc.max")}});
            return QJsonDocument(rules).toJson();
        },
        "^line \\d+: crossRules\\[1\\]: soc.min soc.max again, as in crossRules\\[0\\]$");
    row("a role twice", once("\"driver\"", "\"asset-manager\""),
        "roles\\[\\d+\\]: asset-manager again, as in roles\\[");
    row("a day that no calendar has", date("2027-02-30T00:00:00Z"),
        "^line \\d+: grants\\[0\\]\\.until: no calendar has the day 2027-02-30$");
    row("an hour that no day has", date("2027-02-03T25:00:00Z"),
        "grants\\[0\\]\\.until: no day has the time 25:00:00$");
    row("a date without a time", date("2027-01-01"), "until: 2027-01-01 is a date without a time of day; write it as ");
    row("no zone", date("2027-01-01T00:00:00"), "until: 2027-01-01T00:00:00 names no time zone; write it as ");
    row("another zone", date("2027-01-01T00:00:00+01:00"),
        "until: \\S+ is not in UTC; there it is 2026-12-31T23:00:00Z$");
    row("a fraction of a second", date("2027-01-01T00:00:00.5Z"),
        "until: fractions of a second \\(.5\\) would be lost");
    row("a date in words", date("next year"), "until: \"next year\" is no date; write it as ");
    row("a date before dates", date("1969-12-31T23:59:59Z"), "until: 1969-12-31T23:59:59Z is before 1970$");
    row("a number for a date", once("\"2026-09-21T14:13:20Z\"", "1790000000"), "until: a number, not a text$");
    row("a title that turns the direction of writing",
        once("F\xC3\xBChrer",
            "\xE2\x80\xAE"
            "revird"),
        "^line \\d+: roles\\[\\d+\\]\\.title: the character U\\+202E has no place in a name; where it is meant, write");
    row("such a mark in a key", once("\"crossRules\"", "\"cross\xE2\x80\x8FRules\""),
        "^line \\d+: the character U\\+200F has no place");
    row("a character of each font's own", once("F\xC3\xBChrer", "\xEE\x80\x80"), "title: the character U\\+E000 has");
    row("an unknown key", once("\"roles\"", "\"notes\": 1, \"roles\""), "^line \\d+: notes: unknown key$");
    row("an unknown key in a right", once("\"clause\"", "\"note\": 1, \"clause\""),
        "^line \\d+: grants\\[0\\]\\.note: unknown key$");
    row(
        "a missing key",
        [](QByteArray json) {
            QJsonObject rules = QJsonDocument::fromJson(json).object();
            rules.remove(QLatin1String("crossRules"));
            return QJsonDocument(rules).toJson();
        },
        "^crossRules: missing$");
}

void TestRules::causesAreNamed()
{
    using Change = std::function<QByteArray(QByteArray)>;
    QFETCH(const Change, change);
    QFETCH(const QString, cause);
    const QByteArray changed = change(written());
    const auto read = rulesjson::policyFromJson(changed, 2, m_pack.policy.charterSha256);
    QVERIFY2(!read.ok(), "taken");
    QCOMPARE(read.code(), Code::Malformed);
    QVERIFY2(QRegularExpression(cause).match(read.error().detail).hasMatch(), qPrintable(read.error().detail));
    // The line is the one that people see in their editor.
    const auto line
        = QRegularExpression(QStringLiteral("^line (\\d+): .*until: no calendar")).match(read.error().detail);
    if (line.hasMatch())
        QVERIFY(changed.split('\n').value(line.captured(1).toInt() - 1).contains("2027-02-30"));
}

void TestRules::twinsOfADraftAreKept()
{
    Policy policy = m_pack.policy;
    policy.grants.append(policy.grants.constFirst());
    const QByteArray json = text(rulesjson::toJson(policy));
    QCOMPARE(rulesjson::policyFromJson(json, 2, policy.charterSha256).code(), Code::Malformed);
    QVERIFY(rulesjson::policyFromJson(json, 2, policy.charterSha256, rulesjson::Twins::Kept).ok());
}

void TestRules::differencesAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("place");
    using K = RuleDifference::Kind;
    const auto add = [&](const char *name, K kind, const char *place, const std::function<void(Policy &)> &change) {
        m_changes.insert_or_assign(QLatin1String(name), change);
        QTest::newRow(name) << QString(QLatin1String(name)) << int(kind) << QString(QLatin1String(place));
    };
    add("a grant more", K::New, "grant technician set-soc-max", [](Policy &p) {
        Grant grant = p.grants.constFirst();
        grant.role = RoleId::fromTrusted(QStringLiteral("technician"));
        grant.capability = capability("set-soc-max");
        p.grants.append(grant);
    });
    add("a date", K::Changed, "", [](Policy &p) { p.grants[0].until = 1'790'000'000; });
    add("seats gone", K::Removed, "seats set-soc-max", [](Policy &p) { p.seats.remove(capability("set-soc-max")); });
    add("a step", K::Changed, "step soc.max",
        [](Policy &p) { p.steps[ParameterId::fromTrusted(QStringLiteral("soc.max"))] = Milli{1}; });
    add("from when a right holds", K::Changed, "", [](Policy &p) { p.grants[0].from = 1'790'000'000; });
    add("how long a lease lasts", K::Changed, "", [](Policy &p) { ++p.grants[0].hours; });
    add("the clause of a right", K::Changed, "", [](Policy &p) { ++p.grants[0].clause; });
    add("the sentence of a clause", K::Changed, "", [](Policy &p) {
        Contract &contract = *p.contracts.begin();
        contract.clauses[contract.clauses.firstKey()] = QStringLiteral("Another sentence.");
    });
    add("the text of a contract", K::Changed, "", [](Policy &p) { p.contracts.begin()->sha256 = QByteArray(32, 'x'); });
    add("the title of a role", K::Changed, "", [](Policy &p) { p.roles[0].title = QStringLiteral("Boss"); });
    add("a cross rule twice, with another gap", K::Changed, "", [](Policy &p) {
        CrossRule twin = p.crossRules.constFirst();
        twin.gap = Milli{1};
        p.crossRules.prepend(twin);
    });
    add("a cross rule gone", K::Removed, "cross-rule soc.min soc.max", [](Policy &p) { p.crossRules.clear(); });
    add("a group", K::New, "group north", [](Policy &p) {
        p.groups.insert(QStringLiteral("north"), {PackSerial::fromTrusted(QStringLiteral("SDB-1"))});
    });
}

void TestRules::differencesAreNamed()
{
    QFETCH(const QString, name);
    QFETCH(const int, kind);
    QFETCH(const QString, place);
    Policy before = m_pack.policy;
    before.steps.insert(ParameterId::fromTrusted(QStringLiteral("soc.max")), Milli{10000});
    Policy after = before;
    m_changes.at(name)(after);
    const auto found = differences(before, after);
    QCOMPARE(found.size(), 1);
    QCOMPARE(int(found.constFirst().kind), kind);
    if (!place.isEmpty())
        QCOMPARE(found.constFirst().place.text(), place);
    QVERIFY(differences(before, before).isEmpty());
    after = before;
    ++after.version;
    std::reverse(after.grants.begin(), after.grants.end());
    QVERIFY2(differences(before, after).isEmpty(), "order and version are no rules");
}

void TestRules::problemsAreFound_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    const auto add = [&](const char *name, Kind kind, const std::function<void(Policy &)> &change) {
        m_changes.insert_or_assign(QLatin1String(name), change);
        QTest::newRow(name) << QString(QLatin1String(name)) << int(kind);
    };
    const auto first = [](const std::function<void(Grant &)> &change) {
        return [change](Policy &p) {
            change(p.grants[0]);
        };
    };
    add("no contract", Kind::NoContractBasis, first([](Grant &g) { g.contract = QStringLiteral("nowhere"); }));
    add("dates that exclude each other", Kind::ConditionNeverHolds, first([](Grant &g) {
        g.from = TestWorld::now;
        g.until = TestWorld::now - 1;
    }));
    add("a group without packs", Kind::ConditionNeverHolds, first([](Grant &g) { g.group = QStringLiteral("none"); }));
    add("about to end", Kind::GrantEnds, first([](Grant &g) { g.until = TestWorld::now + TestWorld::day; }));
    add("a grant twice", Kind::GrantTwice, [](Policy &p) { p.grants.append(p.grants.constFirst()); });
    add("a parameter that no pack has", Kind::UnknownParameter,
        [](Policy &p) { p.steps.insert(ParameterId::fromTrusted(QStringLiteral("soc.mux")), Milli{1}); });
    add("a seat that nobody can fill", Kind::SeatCannotBeFilled, [](Policy &p) {
        p.grants.removeIf([](const Grant &g) {
            return g.capability == capability("set-soc-max") && g.role.text() == QLatin1String("specialist");
        });
    });
    add("nobody may", Kind::NobodyHolds,
        [](Policy &p) { p.grants.removeIf([](const Grant &g) { return g.capability == capability("set-soc-max"); }); });
    add("nobody may, and the seats went too", Kind::NobodyHolds, [](Policy &p) {
        p.grants.removeIf([](const Grant &g) { return g.capability == capability("set-soc-max"); });
        p.seats.remove(capability("set-soc-max"));
    });
    add("one party in every seat", Kind::OnePartyFillsAllSeats, [](Policy &p) {
        auto &rule = p.seats[capability("set-soc-max")];
        rule.all = {rule.all.constFirst(), rule.all.constFirst()};
    });
    add("several for what a pack does by one key", Kind::DoneByOneKey, [](Policy &p) {
        const CapabilityId balance = capability("balance");
        p.seats.insert(balance, p.seats.value(capability("set-soc-max")));
    });
    add("a title that turns the direction of writing", Kind::HiddenCharacter,
        [](Policy &p) { p.roles[0].title += QChar(0x202E); });
    add("a clause that hides something", Kind::HiddenCharacter,
        [](Policy &p) { p.contracts.first().clauses.first() += QChar(0x2066); });
    add("a role that may do everything", Kind::RoleHoldsEverything, [](Policy &p) {
        QList<Grant> more;
        for (const Grant &grant : p.grants) {
            Grant own = grant;
            own.role = RoleId::fromTrusted(QStringLiteral("asset-manager"));
            more.append(own);
        }
        p.grants += more;
    });
}

void TestRules::problemsAreFound()
{
    QFETCH(const QString, name);
    QFETCH(const int, kind);
    const auto kinds = [this](const Policy &policy) {
        QMap<int, int> count;
        SiliconLimits silicon = m_pack.silicon;
        silicon.layers.insert(capability("balance"), 2);
        for (const PolicyProblem &problem :
            findProblems(policy, m_pack.charter, m_pack.foundation, {silicon}, TestWorld::now))
            ++count[int(problem.kind)];
        return count;
    };
    Policy changed = m_pack.policy;
    m_changes.at(name)(changed);
    QVERIFY2(kinds(changed).value(kind) > kinds(m_pack.policy).value(kind), "more of them than before");
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
