// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rules/policyproblems.h"
#include "models/rules/rulesdiff.h"
#include "models/rules/rulesjson.h"
#include "tests/support/testworld.h"

#include <QJsonDocument>
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
    void badJsonIsRefused_data();
    void badJsonIsRefused();
    void differencesAreNamed_data();
    void differencesAreNamed();
    void problemsAreFound_data();
    void problemsAreFound();

private:
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
        QCOMPARE(found.constFirst().place, place);
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
