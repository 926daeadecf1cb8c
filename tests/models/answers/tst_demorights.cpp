// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/answers/coalitions.h"
#include "models/answers/peopleable.h"
#include "tests/hw/sim/support/factoryworld.h"

#include <QTest>

using namespace packwarden;
using test::FactoryWorld;

/// The rules of the demo: what is said of people beforehand is what packs do with the documents they then sign.
class DemoRightsTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    FactoryWorld m_world;
    PackState m_state;
    const QStringList m_people{QStringLiteral("leasing-asset-manager"), QStringLiteral("celldata-specialist"),
        QStringLiteral("platform-engineer"), QStringLiteral("service-technician"),
        QStringLiteral("manufacturer-engineer")};

    QList<Actor> actors(int mask)
    {
        QList<Actor> list;
        for (int i = 0; i < m_people.size(); ++i) {
            if (mask & (1 << i))
                list << *judgeActor(m_world.person(m_people.at(i))->leaf(), {}, 3, m_state);
        }
        return list;
    }

    QStringList names(int mask) const
    {
        QStringList list;
        for (int i = 0; i < m_people.size(); ++i) {
            if (mask & (1 << i))
                list << m_people.at(i);
        }
        return list;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_state.serial = FactoryWorld::serial();
        m_state.lifeCycle = LifeCycle::InService;
        m_state.now = FactoryWorld::now;
        m_state.silicon = m_world.papers().silicon;
        m_state.foundation = m_world.rules.foundation;
        m_state.charter = m_world.rules.charter;
        m_state.policy = m_world.rules.policy;
        m_state.policyDocument = sha256("the policy before");
        m_state.components.insert(QStringLiteral("cpu"), {QStringLiteral("CPU"), QStringLiteral("CPU"), 0});
        for (const ParameterDefinition &each : m_state.silicon.parameters)
            m_state.values.insert(each.id, {each.defaultValue, 1, {}, 0});
        for (const char *party : {"manufacturer", "courier", "leasing", "celldata", "power", "service", "platform"})
            m_state.crls.append(m_world.keys().crl(QLatin1String(party)));
    }

    void onlyTheTheftLockIsOneCompanys()
    {
        const QList<Coalition> table = smallestCoalitions({3, 4}, {}, m_state);
        QVERIFY(table.size() >= 17);
        for (const Coalition &each : table) {
            const QByteArray what = each.capability.text().toLatin1();
            QVERIFY2(!each.impossible, what);
            QVERIFY2(each.isPeopleExact && each.isCompaniesExact, what);
            const bool isLock = what == "theft-lock";
            QVERIFY2(each.oneCompany == (isLock ? QStringList{QStringLiteral("leasing")} : QStringList()), what);
            QVERIFY2(each.oneKey.isEmpty(), what);
            QVERIFY2(each.companies == (isLock ? 1 : each.layer - 1), what);
            // The author of none of these seats may approve his own document.
            QVERIFY2(each.needsWriter || what == "set-feedback-power" || what == "replace-component", what);
        }
    }

    void commandsAreTakenFromThoseWhoCan_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("lock") << int(CommandKind::TheftLock);
        QTest::newRow("unlock") << int(CommandKind::TheftUnlock);
        QTest::newRow("replace") << int(CommandKind::ReplaceComponent);
        QTest::newRow("decommission") << int(CommandKind::Decommission);
    }
    void commandsAreTakenFromThoseWhoCan()
    {
        QFETCH(int, kind);
        PackState state = m_state;
        if (CommandKind(kind) == CommandKind::TheftUnlock) {
            state.lock.locked = true;
            state.lock.document = sha256("the lock");
        }
        const auto id = CapabilityId::fromTrusted(commandName(CommandKind(kind)));
        int taken = 0;
        for (int mask = 0; mask < 1 << m_people.size(); ++mask) {
            const Verdict verdict = verifyCommand(m_world.command(state, CommandKind(kind), names(mask)), state);
            const bool isEnough = gather(id, actors(mask), state, Writer::SomebodyElse).isEnough();
            QVERIFY2(isEnough == verdict.accepted(), qPrintable(names(mask).join(u' ')));
            taken += isEnough ? 1 : 0;
        }
        QVERIFY(taken > 0);
    }

    void policiesAreTakenFromThoseWhoCan()
    {
        // A smaller step of a value: the seats for policy, and those of the value.
        const auto policy = CapabilityId::fromTrusted(QStringLiteral("change-policy"));
        const auto value = CapabilityId::fromTrusted(QStringLiteral("set-soc-max"));
        int taken = 0;
        for (int mask = 0; mask < 1 << m_people.size(); ++mask) {
            const Verdict verdict = verifyPolicy(m_world.policy(m_state, names(mask)), m_state);
            const bool isEnough = gather(policy, actors(mask), m_state, Writer::SomebodyElse).isEnough()
                && gather(value, actors(mask), m_state, Writer::SomebodyElse).isEnough();
            QVERIFY2(isEnough == verdict.accepted(), qPrintable(names(mask).join(u' ')));
            taken += isEnough ? 1 : 0;
        }
        QVERIFY(taken > 0);
    }

    /// Everybody of the demo, on every right: the pack's words and the votes never differ.
    void everybodyOnEverything()
    {
        int allowed = 0;
        int refused = 0;
        for (const char *who :
            {"manufacturer-engineer", "courier-driver", "courier-fleet-manager", "leasing-asset-manager",
                "celldata-specialist", "power-operator", "service-technician", "platform-engineer"}) {
            for (auto it = m_state.silicon.layers.begin(); it != m_state.silicon.layers.end(); ++it) {
                WhatIfQuestion question;
                question.capability = it.key();
                question.leaf = m_world.person(QLatin1String(who))->leaf();
                question.known = {*question.leaf};
                const WhatIfAnswer answer = whatIf(question, m_state);
                const bool isAgainst = std::any_of(answer.votes.begin(), answer.votes.end(),
                    [](const RuleVote &vote) { return vote.stand == RuleVote::Stand::Against; });
                const bool isRefused = answer.outcome == WhatIfAnswer::Outcome::Refused;
                const QByteArray where = QByteArray(who) + ' ' + it.key().text().toLatin1();
                QVERIFY2(isAgainst == isRefused, where);
                if (*it <= 2 && !isRefused) {
                    QVERIFY2(answer.outcome == WhatIfAnswer::Outcome::Allowed, where);
                    QVERIFY2(capabilitiesOf(*answer.actor, m_state).contains(it.key()), where);
                }
                allowed += isRefused ? 0 : 1;
                refused += isRefused ? 1 : 0;
            }
        }
        QVERIFY(allowed > 40);
        QVERIFY(refused > 100);
    }
};

QTEST_GUILESS_MAIN(DemoRightsTest)
#include "tst_demorights.moc"
