// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/answers/whatif.h"
#include "tests/support/testworld.h"

#include <QTest>

using namespace packwarden;
using test::TestWorld;

namespace {

using Rule = RuleVote::Rule;
using Stand = RuleVote::Stand;
using Outcome = WhatIfAnswer::Outcome;

CapabilityId capability(const char *id)
{
    return CapabilityId::fromTrusted(QLatin1String(id));
}

RoleId role(const char *id)
{
    return RoleId::fromTrusted(QLatin1String(id));
}

PositionId position(const char *id)
{
    return PositionId::fromTrusted(QLatin1String(id));
}

void addLayerOne(PackState &pack)
{
    const CapabilityId activate = capability("activate");
    pack.silicon.layers.insert(activate, 1);
    pack.charter.mayHold[activate] = {role("fleet-manager"), role("asset-manager")};
    pack.policy.seats.insert(activate, {{}, {{1, {{position("operator"), role("fleet-manager")}}}}, {}, {}});
    Grant grant;
    grant.role = role("fleet-manager");
    grant.capability = activate;
    grant.contract = QStringLiteral("C-1");
    grant.clause = 1;
    grant.purposes = {QStringLiteral("drive")};
    grant.hours = 8;
    pack.policy.grants.append(grant);
}

Grant *grantOf(PackState &pack, const char *id, const char *who)
{
    for (Grant &grant : pack.policy.grants) {
        if (grant.capability == capability(id) && grant.role == role(who))
            return &grant;
    }
    return nullptr;
}

bool isRefusedByARule(const WhatIfAnswer &answer)
{
    return std::any_of(
        answer.votes.begin(), answer.votes.end(), [](const RuleVote &vote) { return vote.stand == Stand::Against; });
}

} // namespace

/// The pack's own judgement, asked before anybody signs; each row names the rule that must have refused.
class WhatIfTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    TestWorld m_world;

    PackState pack()
    {
        PackState state = m_world.pack();
        addLayerOne(state);
        return state;
    }

    WhatIfAnswer ask(const char *what, const QString &who, const PackState &state, qint64 now = 0)
    {
        return ask(what, m_world.key(who)->chain(), state, now);
    }

    WhatIfAnswer ask(const char *what, const QList<Certificate> &chain, const PackState &state, qint64 now = 0)
    {
        WhatIfQuestion question;
        question.capability = capability(what);
        question.leaf = chain.constFirst();
        question.known = chain;
        question.now = now;
        return whatIf(question, state);
    }

private Q_SLOTS:
    void goodPeopleMay_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("who");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("others");
        QTest::newRow("alone, with one key") << "set-service-interval"
                                             << "service.technician" << int(Outcome::Allowed) << 0;
        QTest::newRow("alone, by an issuing authority") << "set-service-interval"
                                                        << "courier.fleet-manager" << int(Outcome::Allowed) << 0;
        QTest::newRow("to start") << "activate"
                                  << "courier.fleet-manager" << int(Outcome::Allowed) << 0;
        QTest::newRow("with one other") << "set-soc-max"
                                        << "leasing.asset-manager" << int(Outcome::WithOthers) << 1;
        QTest::newRow("only beyond a soft limit") << "set-soc-max"
                                                  << "courier.fleet-manager" << int(Outcome::WithOthers) << 2;
        QTest::newRow("with two others, physical harm") << "set-cell-voltage-max"
                                                        << "celldata.specialist" << int(Outcome::WithOthers) << 2;
        QTest::newRow("to change the rules") << "change-policy"
                                             << "celldata.specialist" << int(Outcome::WithOthers) << 1;
    }
    void goodPeopleMay()
    {
        QFETCH(QString, what);
        QFETCH(QString, who);
        QFETCH(int, outcome);
        QFETCH(int, others);
        const WhatIfAnswer answer = ask(qPrintable(what), who, pack());
        QCOMPARE(int(answer.outcome), outcome);
        QCOMPARE(int(answer.missing.size()), others);
        QVERIFY(!isRefusedByARule(answer));
        QCOMPARE(int(answer.votes.size()), 8);
        for (int i = 0; i < answer.votes.size(); ++i)
            QCOMPARE(int(answer.votes.at(i).rule), i);
    }

    void aTwinIsRefusedByTheRightRule_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("twin");
        QTest::addColumn<int>("rule");
        QTest::addColumn<int>("code");
        const auto row = [](const char *what, const char *twin, Rule rule, Code code) {
            QTest::addRow("%s: %s", what, twin) << what << twin << int(rule) << int(code);
        };
        for (const char *what : {"set-soc-max", "set-cell-voltage-max", "change-policy"}) {
            row(what, "expired certificate", Rule::Certificate, Code::CertificateExpired);
            row(what, "certificate not yet valid", Rule::Certificate, Code::CertificateNotYetValid);
            row(what, "revoked", Rule::Revocation, Code::CertificateRevoked);
            row(what, "list too old", Rule::Revocation, Code::CrlStale);
            row(what, "wrong party", Rule::Certificate, Code::RoleNotIssuable);
            row(what, "party of no charter", Rule::Certificate, Code::UnknownIssuer);
            row(what, "key made by the issuer", Rule::Certificate, Code::SignerNotAuthorised);
            row(what, "contract ended", Rule::Contract, Code::Expired);
            row(what, "contract not begun", Rule::Contract, Code::NotYetValid);
            row(what, "not granted", Rule::Policy, Code::SignerNotAuthorised);
            row(what, "may not hold it", Rule::Charter, Code::OutsideCharter);
            row(what, "position vacant", Rule::Charter, Code::SignerNotAuthorised);
            row(what, "another group of packs", Rule::Policy, Code::OutsidePolicy);
            row(what, "used up", Rule::Policy, Code::OutsidePolicy);
            row(what, "another state of the pack", Rule::Policy, Code::OutsidePolicy);
            row(what, "locked pack", Rule::State, Code::TheftLocked);
            row(what, "clock lost", Rule::State, Code::TimeUncertain);
            row(what, "decommissioned", Rule::State, Code::WrongState);
            row(what, "prohibited by the silicon", Rule::Silicon, Code::Prohibited);
            row(what, "unknown to this kind of pack", Rule::Silicon, Code::Malformed);
        }
    }
    void aTwinIsRefusedByTheRightRule()
    {
        QFETCH(QString, what);
        QFETCH(QString, twin);
        QFETCH(int, rule);
        QFETCH(int, code);
        const QByteArray id = what.toLatin1();
        PackState state = pack();
        QList<Certificate> chain = m_world.key(QStringLiteral("celldata.specialist"))->chain();
        if (what == QLatin1String("set-soc-max"))
            chain = m_world.key(QStringLiteral("leasing.asset-manager"))->chain();
        const bool isOwner = what == QLatin1String("set-soc-max");
        const char *who = isOwner ? "asset-manager" : "specialist";
        const QString party = isOwner ? QStringLiteral("leasing") : QStringLiteral("celldata");
        TestWorld::Leaf leaf{party, party + QStringLiteral(".twin"), QLatin1String(who), QStringLiteral("twin")};
        QCOMPARE(int(ask(id, chain, state).outcome), int(Outcome::WithOthers));

        Grant *grant = grantOf(state, id, who);
        QVERIFY(grant);
        if (twin == QLatin1String("expired certificate")) {
            leaf.until = TestWorld::now - 1;
            leaf.from = leaf.until - TestWorld::day;
            chain = m_world.makeKey(leaf)->chain();
        } else if (twin == QLatin1String("certificate not yet valid")) {
            leaf.from = TestWorld::now + TestWorld::day;
            chain = m_world.makeKey(leaf)->chain();
        } else if (twin == QLatin1String("revoked")) {
            for (CrlEntry &entry : state.crls) {
                if (isListOf(entry.crl, m_world.root(party)))
                    entry = m_world.crl(party, {chain.constFirst()}, 2);
            }
        } else if (twin == QLatin1String("list too old")) {
            for (CrlEntry &entry : state.crls) {
                if (isListOf(entry.crl, m_world.root(party)))
                    entry = m_world.crl(party, {}, 2, TestWorld::now - 9 * TestWorld::day, TestWorld::now - 1);
            }
        } else if (twin == QLatin1String("wrong party")) {
            leaf.party = QStringLiteral("service");
            chain = m_world.makeKey(leaf)->chain();
        } else if (twin == QLatin1String("party of no charter")) {
            leaf.party = QStringLiteral("buyer");
            chain = m_world.makeKey(leaf)->chain();
        } else if (twin == QLatin1String("key made by the issuer")) {
            leaf.issuerGenerated = true;
            chain = m_world.makeKey(leaf)->chain();
        } else if (twin == QLatin1String("contract ended")) {
            grant->until = TestWorld::now;
        } else if (twin == QLatin1String("contract not begun")) {
            grant->from = TestWorld::now + 1;
        } else if (twin == QLatin1String("not granted")) {
            state.policy.grants.removeAll(Grant(*grant));
        } else if (twin == QLatin1String("may not hold it")) {
            state.charter.mayHold[capability(id)].remove(role(who));
        } else if (twin == QLatin1String("position vacant")) {
            state.charter.positions[position(isOwner ? "owner" : "cell-data")].until = TestWorld::now;
        } else if (twin == QLatin1String("another group of packs")) {
            grant->group = QStringLiteral("north");
            state.policy.groups.insert(grant->group, {PackSerial::fromTrusted(QStringLiteral("SDB-ELSE-0001"))});
        } else if (twin == QLatin1String("used up")) {
            grant->uses = 1;
            state.grantUses.insert({m_world.root(party).sha256, chain.constFirst().person, capability(id)}, 1);
        } else if (twin == QLatin1String("another state of the pack")) {
            grant->states = {QStringLiteral("charging")};
            state.condition = QStringLiteral("ready");
        } else if (twin == QLatin1String("locked pack")) {
            state.lock.locked = true;
        } else if (twin == QLatin1String("clock lost")) {
            state.clockUncertain = true;
        } else if (twin == QLatin1String("decommissioned")) {
            state.lifeCycle = LifeCycle::Decommissioned;
        } else if (twin == QLatin1String("prohibited by the silicon")) {
            state.silicon.prohibited.insert(capability(id));
        } else if (twin == QLatin1String("unknown to this kind of pack")) {
            state.silicon.layers.remove(capability(id));
            state.silicon.parameters.removeIf(
                [&](const ParameterDefinition &each) { return each.capability == capability(id); });
        } else {
            QFAIL("no such twin");
        }
        const WhatIfAnswer answer = ask(id, chain, state);
        QCOMPARE(int(answer.outcome), int(Outcome::Refused));
        QVERIFY(answer.refusal);
        const RuleVote &vote = answer.vote(Rule(rule));
        QCOMPARE(int(vote.stand), int(Stand::Against));
        QVERIFY(vote.error);
        QCOMPARE(codeName(vote.error->code), codeName(Code(code)));
        // It alone: the others are asked as if it had nothing against it.
        for (const RuleVote &other : answer.votes) {
            if (other.rule == vote.rule || other.stand != Stand::Against)
                continue;
            const bool isBoth = twin == QLatin1String("not granted") && other.rule == Rule::Contract;
            QVERIFY2(isBoth, qPrintable(QStringLiteral("rule %1").arg(int(other.rule))));
        }
    }

    void somebodySupposedIsRefusedAsSomebodyReal()
    {
        PackState state = pack();
        const auto real = [&] {
            const auto actor = judgeActor(m_world.key(QStringLiteral("celldata.specialist"))->leaf(), {}, 3, state);
            return actor.ok() ? QLatin1String("ok") : codeName(actor.code());
        };
        const auto supposed = [&] {
            const auto actor = supposedActor(
                m_world.root(QStringLiteral("celldata")).sha256, role("specialist"), QStringLiteral("somebody"), state);
            return actor.ok() ? QLatin1String("ok") : codeName(actor.code());
        };
        QCOMPARE(supposed(), QLatin1String("ok"));
        QCOMPARE(supposed(), real());
        state.charter.positions[position("cell-data")].until = TestWorld::now;
        QCOMPARE(supposed(), codeName(Code::RoleNotIssuable));
        QCOMPARE(supposed(), real());
        // The same root in another position that may issue it: the role's own one is still vacant.
        state.charter.positions[position("service")].rootDer = m_world.root(QStringLiteral("celldata")).der;
        state.charter.mayIssue[role("specialist")].insert(position("service"));
        state.policy.issuers[role("specialist")].insert(position("service"));
        QCOMPARE(supposed(), codeName(Code::SignerNotAuthorised));
        QCOMPARE(supposed(), real());
    }

    void activationAsksForMoreThanAKey_data()
    {
        QTest::addColumn<QString>("twin");
        QTest::addColumn<int>("rule");
        QTest::newRow("theft lock") << "lock" << int(Rule::State);
        QTest::newRow("foreign component") << "component" << int(Rule::State);
        QTest::newRow("owner not heard of") << "owner" << int(Rule::Revocation);
        QTest::newRow("another purpose") << "purpose" << int(Rule::Policy);
    }
    void activationAsksForMoreThanAKey()
    {
        QFETCH(QString, twin);
        QFETCH(int, rule);
        PackState state = pack();
        WhatIfQuestion question;
        question.capability = capability("activate");
        question.known = m_world.key(QStringLiteral("courier.fleet-manager"))->chain();
        question.leaf = question.known.constFirst();
        QCOMPARE(int(whatIf(question, state).outcome), int(Outcome::Allowed));
        if (twin == QLatin1String("lock"))
            state.lock.locked = true;
        else if (twin == QLatin1String("component"))
            state.components.insert(QStringLiteral("module-1"), {QStringLiteral("A"), QStringLiteral("B"), 1});
        else if (twin == QLatin1String("owner"))
            state.crls.removeIf(
                [&](const CrlEntry &entry) { return isListOf(entry.crl, m_world.root(QStringLiteral("leasing"))); });
        else
            question.purpose = QStringLiteral("feed-back");
        const WhatIfAnswer answer = whatIf(question, state);
        QCOMPARE(int(answer.outcome), int(Outcome::Refused));
        QCOMPARE(int(answer.vote(Rule(rule)).stand), int(Stand::Against));
    }

    void nextMonthNeedsAFreshList()
    {
        PackState state = pack();
        state.now = TestWorld::now + 60 * TestWorld::day; // lists end after 30 days
        const QString who = QStringLiteral("leasing.asset-manager");
        QCOMPARE(int(ask("set-soc-max", who, state).outcome), int(Outcome::Refused));
        const WhatIfAnswer answer = ask("set-soc-max", who, state, TestWorld::now);
        QCOMPARE(int(answer.outcome), int(Outcome::WithOthers));
        QCOMPARE(int(answer.vote(Rule::Revocation).stand), int(Stand::Needs));
        // A certificate does not renew itself.
        state.now = TestWorld::now + 400 * TestWorld::day;
        const WhatIfAnswer later = ask("set-soc-max", who, state, TestWorld::now);
        QCOMPARE(int(later.outcome), int(Outcome::Refused));
        QCOMPARE(int(later.vote(Rule::Certificate).stand), int(Stand::Against));
    }

    /// Somebody of a role is judged as a person of it would be.
    void aRoleIsJudgedAsItsPerson()
    {
        const PackState state = pack();
        const QMap<const char *, QString> people{{"asset-manager", QStringLiteral("leasing.asset-manager")},
            {"specialist", QStringLiteral("celldata.specialist")},
            {"platform-engineer", QStringLiteral("platform.platform-engineer")},
            {"fleet-manager", QStringLiteral("courier.fleet-manager")},
            {"technician", QStringLiteral("service.technician")},
            {"engineer-manufacturer", QStringLiteral("manufacturer.engineer-manufacturer")}};
        int compared = 0;
        for (auto it = state.silicon.layers.begin(); it != state.silicon.layers.end(); ++it) {
            for (auto who = people.begin(); who != people.end(); ++who) {
                const WhatIfAnswer person = ask(qPrintable(it.key().text()), *who, state);
                WhatIfQuestion question;
                question.capability = it.key();
                question.role = role(who.key());
                const WhatIfAnswer somebody = whatIf(question, state);
                QCOMPARE(int(somebody.outcome), int(person.outcome));
                QCOMPARE(somebody.missing.size(), person.missing.size());
                // Refused, and only then, by some rule.
                QCOMPARE(isRefusedByARule(person), person.outcome == Outcome::Refused);
                QCOMPARE(isRefusedByARule(somebody), somebody.outcome == Outcome::Refused);
                ++compared;
            }
        }
        QCOMPARE(compared, int(state.silicon.layers.size() * people.size()));
    }

    /// What is said of people holds when they sign: the verifier takes and refuses the same.
    void theVerifierAgrees_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<qint64>("to");
        QTest::newRow("financial") << "set-soc-max"
                                   << "soc.max" << qint64(91000);
        QTest::newRow("physical") << "set-cell-voltage-max"
                                  << "cell.voltage.max" << qint64(4190);
    }
    void theVerifierAgrees()
    {
        QFETCH(QString, what);
        QFETCH(QString, parameter);
        QFETCH(qint64, to);
        const PackState state = pack();
        const QStringList all{QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist"),
            QStringLiteral("platform.platform-engineer"), QStringLiteral("service.technician"),
            QStringLiteral("manufacturer.engineer-manufacturer")};
        const ChangeRequest request = m_world.request(state, parameter, to);
        int accepted = 0;
        for (int mask = 0; mask < 1 << all.size(); ++mask) {
            QStringList approvers;
            QList<Actor> actors{*judgeActor(m_world.key(QStringLiteral("courier.fleet-manager"))->leaf(),
                m_world.key(QStringLiteral("courier.fleet-manager"))->chain().mid(1), 3, state)};
            for (int i = 0; i < all.size(); ++i) {
                if (!(mask & (1 << i)))
                    continue;
                approvers << all.at(i);
                actors << *judgeActor(m_world.key(all.at(i))->leaf(), {}, 3, state);
            }
            const bool taken = verifyRequest(m_world.signedBytes(request, approvers), state).accepted();
            actors.removeFirst(); // the author, who approves nothing here
            const Gathering gathered = gather(capability(qPrintable(what)), actors, state, Writer::SomebodyElse);
            QCOMPARE(gathered.isEnough(), taken);
            accepted += taken ? 1 : 0;
        }
        QVERIFY(accepted > 0);
    }
};

QTEST_GUILESS_MAIN(WhatIfTest)
#include "tst_whatif.moc"
