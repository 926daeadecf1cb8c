// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/answers/permissionanswers.h"
#include "tests/support/testworld.h"

#include <QTest>

using namespace packwarden;
using test::TestWorld;

namespace {

CapabilityId capability(const char *id)
{
    return CapabilityId::fromTrusted(QLatin1String(id));
}

RoleId role(const char *id)
{
    return RoleId::fromTrusted(QLatin1String(id));
}

QStringList namesOf(const QList<AblePerson> &people)
{
    QStringList names;
    for (const AblePerson &person : people)
        names << person.leaf.person;
    return names;
}

} // namespace

/// Who can today, of those whose keys are known; and who gains and loses by an edit.
class PeopleAbleTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    TestWorld m_world;
    QList<Certificate> m_known;

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *who : {"leasing.asset-manager", "leasing.asset-manager-2", "celldata.specialist",
                 "platform.platform-engineer", "courier.fleet-manager", "service.technician"}) {
            for (const Certificate &certificate : m_world.key(QLatin1String(who))->chain())
                m_known << certificate;
        }
    }

    void bothOfAPartyCan()
    {
        const PackState pack = m_world.pack();
        const PeopleAble found = peopleAble(capability("set-soc-max"), role("asset-manager"), m_known, pack);
        QCOMPARE(namesOf(found.able()),
            (QStringList{QStringLiteral("leasing.asset-manager"), QStringLiteral("leasing.asset-manager-2")}));
        for (const AblePerson &person : found.people) {
            QCOMPARE(person.party, QStringLiteral("leasing"));
            // The second seat is what he still lacks.
            QCOMPARE(int(person.answer.missing.size()), 1);
            QCOMPARE(person.answer.missing.constFirst().candidates.constFirst().role, role("specialist"));
        }
        QVERIFY(found.strangers.isEmpty());
    }

    void theWholeRowIsByParty()
    {
        const PeopleAble found = peopleAble(capability("set-soc-max"), {}, m_known, m_world.pack());
        QStringList parties;
        for (const AblePerson &person : found.people) {
            if (parties.isEmpty() || parties.constLast() != person.party)
                parties << person.party;
        }
        QCOMPARE(
            parties, (QStringList{QStringLiteral("celldata"), QStringLiteral("courier"), QStringLiteral("leasing")}));
    }

    void whoCannotIsToldWhy_data()
    {
        QTest::addColumn<QString>("twin");
        QTest::addColumn<int>("code");
        QTest::newRow("expired") << "expired" << int(Code::CertificateExpired);
        QTest::newRow("revoked") << "revoked" << int(Code::CertificateRevoked);
        QTest::newRow("role of another party") << "foreign" << int(Code::RoleNotIssuable);
        QTest::newRow("locked pack") << "locked" << int(Code::TheftLocked);
        QTest::newRow("contract ended") << "ended" << int(Code::SignerNotAuthorised);
    }
    void whoCannotIsToldWhy()
    {
        QFETCH(QString, twin);
        QFETCH(int, code);
        PackState pack = m_world.pack();
        QList<Certificate> known = m_world.key(QStringLiteral("leasing.asset-manager"))->chain();
        TestWorld::Leaf leaf{QStringLiteral("leasing"), QStringLiteral("leasing.twin"), QStringLiteral("asset-manager"),
            QStringLiteral("twin")};
        if (twin == QLatin1String("expired")) {
            leaf.from = TestWorld::now - 2 * TestWorld::day;
            leaf.until = TestWorld::now;
            known = m_world.makeKey(leaf)->chain();
        } else if (twin == QLatin1String("foreign")) {
            leaf.party = QStringLiteral("service");
            known = m_world.makeKey(leaf)->chain();
        } else if (twin == QLatin1String("revoked")) {
            for (CrlEntry &entry : pack.crls) {
                if (isListOf(entry.crl, m_world.root(QStringLiteral("leasing"))))
                    entry = m_world.crl(QStringLiteral("leasing"), known, 2);
            }
        } else if (twin == QLatin1String("locked")) {
            pack.lock.locked = true;
        } else {
            for (Grant &grant : pack.policy.grants)
                grant.until = TestWorld::now;
        }
        const PeopleAble found = peopleAble(capability("set-soc-max"), role("asset-manager"), known, pack);
        QCOMPARE(int(found.people.size()), 1);
        QVERIFY(found.able().isEmpty());
        QCOMPARE(codeName(found.people.constFirst().answer.refusal->code), codeName(Code(code)));
        QCOMPARE(found.strangers, QList<RoleId>{role("asset-manager")});
    }

    void knowingNobodyIsSaid()
    {
        const PeopleAble found = peopleAble(capability("set-soc-max"), {}, {}, m_world.pack());
        QVERIFY(found.isNobodyKnown());
        QCOMPARE(found.keysKnown, 0);
        QVERIFY(found.strangers.contains(role("asset-manager")));
        QVERIFY(found.strangers.contains(role("specialist")));
        QVERIFY(!found.strangers.contains(role("technician")));
    }

    void anEditNamesWhoGainsAndLoses_data()
    {
        using Kind = RoleChange::Kind;
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("who");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("people");
        QTest::newRow("a third signature")
            << "set-soc-max"
            << "platform-engineer" << int(CellState::MustSign) << int(Kind::CannotAnyMore) << -1;
        QTest::newRow("the owner is left out")
            << "set-soc-min"
            << "asset-manager" << int(CellState::None) << int(Kind::CannotAnyMore) << 2;
        QTest::newRow("a technician less") << "set-service-interval"
                                           << "technician" << int(CellState::None) << int(Kind::CannotAnyMore) << 1;
        QTest::newRow("out of the group")
            << "set-cell-voltage-max"
            << "platform-engineer" << int(CellState::None) << int(Kind::CannotAnyMore) << 1;
    }
    void anEditNamesWhoGainsAndLoses()
    {
        QFETCH(QString, what);
        QFETCH(QString, who);
        QFETCH(int, to);
        QFETCH(int, kind);
        QFETCH(int, people);
        const PackState pack = m_world.pack();
        PolicyFrame frame{pack.charter, pack.foundation, {pack.silicon}};
        PolicyDraft draft;
        draft.load(pack.policy, frame);
        const CapabilityId id = CapabilityId::fromTrusted(what);
        const RoleId edited = RoleId::fromTrusted(who);
        QVERIFY(draft.setState(id, edited, CellState(to)));
        const QList<RoleChange> changes = roleChanges(id, draft.base(), draft.policy(), m_known, pack);
        const auto find = [&](const RoleId &of) {
            return std::find_if(
                changes.begin(), changes.end(), [&](const RoleChange &change) { return change.role == of; });
        };
        if (people < 0) {
            // A seat that the charter lets nobody fill: those who could before cannot go on alone.
            QVERIFY(find(role("asset-manager")) != changes.end());
            QCOMPARE(int(find(role("asset-manager"))->kind), int(RoleChange::Kind::MoreOthers));
            return;
        }
        QVERIFY(find(edited) != changes.end());
        QCOMPARE(int(find(edited)->kind), kind);
        QVERIFY(!find(edited)->isGain());
        QCOMPARE(int(find(edited)->people.size()), people);
        draft.undoStack().undo();
        QVERIFY(roleChanges(id, draft.base(), draft.policy(), m_known, pack).isEmpty());
        // Taken the other way round, the same role gains.
        Policy without = draft.policy();
        draft.undoStack().redo();
        const QList<RoleChange> back = roleChanges(id, draft.policy(), without, m_known, pack);
        const auto gained
            = std::find_if(back.begin(), back.end(), [&](const RoleChange &change) { return change.role == edited; });
        QVERIFY(gained != back.end());
        QVERIFY(gained->isGain());
    }

    void conditionsCount_data()
    {
        using Kind = RoleChange::Kind;
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("until");
        QTest::addColumn<qint64>("uses");
        QTest::addColumn<QStringList>("states");
        QTest::addColumn<QString>("contract");
        QTest::addColumn<int>("kind"); // -1: nobody gains or loses
        const qint64 from = TestWorld::now - TestWorld::day;
        const qint64 later = TestWorld::now + 40 * TestWorld::day;
        const QStringList states{QStringLiteral("ready")};
        const QString contract = QStringLiteral("C-1");
        QTest::newRow("the same") << from << qint64(0) << qint64(0) << QStringList() << contract << -1;
        QTest::newRow("another clause") << from << qint64(0) << qint64(0) << QStringList() << QString() << -1;
        QTest::newRow("an end") << from << later << qint64(0) << QStringList() << contract << int(Kind::MoreConditions);
        QTest::newRow("three times") << from << qint64(0) << qint64(3) << QStringList() << contract
                                     << int(Kind::MoreConditions);
        QTest::newRow("in one state") << from << qint64(0) << qint64(0) << states << contract
                                      << int(Kind::MoreConditions);
        QTest::newRow("sooner") << from - 1 << qint64(0) << qint64(0) << QStringList() << contract
                                << int(Kind::FewerConditions);
        QTest::newRow("sooner, and an end")
            << from - 1 << later << qint64(0) << QStringList() << contract << int(Kind::OtherConditions);
    }
    void conditionsCount()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, until);
        QFETCH(qint64, uses);
        QFETCH(QStringList, states);
        QFETCH(QString, contract);
        QFETCH(int, kind);
        const PackState pack = m_world.pack();
        const CapabilityId id = capability("set-service-interval");
        Policy after = pack.policy;
        for (Grant &grant : after.grants) {
            if (grant.capability != id || grant.role != role("technician"))
                continue;
            grant.from = from;
            grant.until = until;
            grant.uses = uses;
            grant.states = states;
            grant.contract = contract;
        }
        const QList<RoleChange> changes = roleChanges(id, pack.policy, after, m_known, pack);
        QCOMPARE(changes.size(), kind < 0 ? 0 : 1);
        if (kind >= 0) {
            QCOMPARE(int(changes.first().kind), kind);
            QCOMPARE(changes.first().role, role("technician"));
            QCOMPARE(changes.first().isGain(), kind == int(RoleChange::Kind::FewerConditions));
            QCOMPARE(changes.first().people.size(), 1);
            QCOMPARE(changes.first().grantsAfter.first().until, until);
        }
    }

    /// A role that comes new brings its rights into the charter, and is judged so.
    void aNewRoleGains()
    {
        const PackState pack = m_world.pack();
        const CapabilityId id = capability("set-service-interval");
        Policy after = pack.policy;
        after.roles.append({role("washer"), after.role(role("technician"))->position, QStringLiteral("Washer")});
        after.issuers.insert(role("washer"), after.issuers.value(role("technician")));
        after = policycells::with(after, pack.policy, {id, role("washer")}, CellState::Alone);
        const QList<RoleChange> changes = roleChanges(id, pack.policy, after, m_known, pack);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().role, role("washer"));
        QCOMPARE(int(changes.first().kind), int(RoleChange::Kind::CanAlone));
    }

    void withoutAPackTheRulesAnswer()
    {
        const PackState pack = m_world.pack();
        PermissionGround ground;
        ground.saved = ground.draft = pack.policy;
        ground.now = TestWorld::now;
        ground.known = m_known;
        QVERIFY(answerCell(ground, capability("set-soc-max"), {}).unknown); // no kind of pack is known at all
        ground.frame = PolicyFrame{pack.charter, pack.foundation, {pack.silicon}};
        const CellAnswer answer = answerCell(ground, capability("set-soc-max"), {});
        QVERIFY(!answer.unknown);
        QVERIFY(answer.pack.isEmpty());
        QCOMPARE(answer.fewest.people, 3);
        QVERIFY(!answer.isHeldOther);
        // Without any list nobody is said to be able.
        QVERIFY(answer.able.able().isEmpty());
        QCOMPARE(codeName(answer.able.people.constFirst().answer.refusal->code), codeName(Code::CrlStale));
        ground.pack = PackSerial::fromTrusted(QStringLiteral("SDB-NONE-0001"));
        QCOMPARE(
            codeName(answerCell(ground, capability("set-soc-max"), {}).unknown->code), codeName(Code::PackUnreachable));
        QVERIFY(answerTable(ground, true).isEmpty());
    }

    void beyondASoftLimitIsNoVeto()
    {
        const PackState pack = m_world.pack();
        Policy after = pack.policy;
        SeatRule &rule = after.seats[capability("set-soc-max")];
        rule.all.append(*rule.beyondSoftLimit);
        rule.beyondSoftLimit.reset();
        rule.beyondStep.reset();
        const QList<RoleChange> changes = roleChanges(capability("set-soc-max"), pack.policy, after, m_known, pack);
        const auto fleet = std::find_if(changes.begin(), changes.end(),
            [](const RoleChange &change) { return change.role == role("fleet-manager"); });
        QVERIFY(fleet != changes.end());
        QCOMPARE(int(fleet->kind), int(RoleChange::Kind::MustBeAsked));
    }

    void aVetoIsSeen()
    {
        const PackState pack = m_world.pack();
        Policy after = pack.policy;
        SeatRule &rule = after.seats[capability("change-policy-physical")];
        const Seat platform = rule.all.takeLast();
        rule.groups.append(
            {1, {platform, {PositionId::fromTrusted(QStringLiteral("operator")), role("fleet-manager")}}});
        Grant grant;
        grant.role = role("fleet-manager");
        grant.capability = capability("change-policy-physical");
        after.grants.append(grant);
        PackState asked = pack;
        asked.charter.mayHold[grant.capability].insert(grant.role);
        const QList<RoleChange> changes = roleChanges(grant.capability, pack.policy, after, m_known, asked);
        QCOMPARE(int(changes.size()), 2);
        for (const RoleChange &change : changes) {
            const bool isPlatform = change.role == platform.role;
            QCOMPARE(
                int(change.kind), int(isPlatform ? RoleChange::Kind::NeedNotBeAsked : RoleChange::Kind::CanWithOthers));
            QCOMPARE(int(change.people.size()), 1);
        }
    }
};

QTEST_GUILESS_MAIN(PeopleAbleTest)
#include "tst_peopleable.moc"
