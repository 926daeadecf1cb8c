// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/access.h"
#include "tests/models/core/judge/judgetest.h"

using namespace packwarden;
using namespace packwarden::test;

namespace {

constexpr qint64 now = TestWorld::now;
constexpr qint64 day = TestWorld::day;

using Spoil = std::function<void(PackState &)>;

void nothing(PackState &) { }

Grant &grantOf(PackState &pack, const char *role, const char *capability)
{
    for (Grant &grant : pack.policy.grants) {
        if (grant.role == roleId(role) && grant.capability == capabilityId(capability))
            return grant;
    }
    qFatal("no such grant");
}

Spoil fleetMay(const std::function<void(Grant &)> &change)
{
    return [change](PackState &pack) {
        change(grantOf(pack, "fleet-manager", "activate"));
    };
}

} // namespace

/// Who may act on a pack with one key: sessions, writes of layers 1 and 2, activation.
class TestAccess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actors_data();
    void actors();
    void grants_data();
    void grants();
    void usesAreCounted();
    void theGrantThatAuthorisesIsUsedUp_data();
    void theGrantThatAuthorisesIsUsedUp();
    void aSeatUsesTheGrantThatFilledIt_data();
    void aSeatUsesTheGrantThatFilledIt();
    void capabilities();
    void writes_data();
    void writes();
    void activations_data();
    void activations();

private:
    PackState spoilt(const Spoil &spoil)
    {
        PackState pack = servedPack(m_world);
        spoil(pack);
        return pack;
    }
    Spoil listOf(const char *issuer, qint64 from, qint64 until, const QStringList &revoked = {})
    {
        return [=, this](PackState &pack) {
            QList<Certificate> leaves;
            for (const QString &person : revoked)
                leaves.append(m_world.key(person)->leaf());
            const Certificate certificate = m_world.root(text(issuer));
            const CrlEntry list = m_world.crl(text(issuer), leaves, 2, from, until);
            replaceList(pack, certificate, list);
        };
    }
    Actor actor(const QString &person, const PackState &pack)
    {
        const auto key = m_world.key(person);
        const auto accepted = judgeActorWithin(key->leaf(), key->chain().mid(1), 400 * day, pack);
        const RoleId role = RoleId::fromTrusted(key->leaf().role);
        return accepted.ok() ? *accepted
                             : Actor{key->leaf(), m_world.root(person.section(u'.', 0, 0)).sha256, role,
                                 servedPack(m_world).policy.role(role)->position};
    }
    /// An issuing authority under the owner's root that the pack has heard of.
    void addOwnersAuthority(PackState &pack, qint64 listUntil, qint64 authorityUntil, bool revoked);

    CryptoRuntime m_crypto;
    TestWorld m_world;
    std::map<QString, PackState> m_packs;
};

void TestAccess::actors_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<int>("layer");
    QTest::addColumn<QString>("expected");
    const auto row
        = [&](const char *name, const QString &person, int layer, const char *expected, const Spoil &spoil = nothing) {
              m_packs[text(name)] = spoilt(spoil);
              QTest::newRow(name) << person << layer << text(expected);
          };
    row("under the party's root", who::leasing, 3, "");
    row("under the party's issuing authority", who::fleet, 1, "");
    row("case 34: revoked", who::leasing, 1, "certificate-revoked",
        listOf("leasing", now - day, now + day, {who::leasing}));
    row("case 34: a colleague was revoked", who::leasing, 1, "",
        listOf("leasing", now - day, now + day, {who::leasing2}));
    row("case 34: no list", who::leasing, 1, "crl-stale", [](PackState &pack) { pack.crls.clear(); });
    row("layer 1: list 13 days late", who::leasing, 1, "", listOf("leasing", now - 40 * day, now - 13 * day));
    row("layer 1: list 15 days late", who::leasing, 1, "crl-stale", listOf("leasing", now - 40 * day, now - 15 * day));
    row("layer 2: list 6 days late", who::leasing, 2, "", listOf("leasing", now - 40 * day, now - 6 * day));
    row("layer 2: list 8 days late", who::leasing, 2, "crl-stale", listOf("leasing", now - 40 * day, now - 8 * day));
    row("layer 3: list a second late", who::leasing, 3, "crl-stale", listOf("leasing", now - 40 * day, now - 1));
    row("case 36: the charter does not let them issue this role", who::leasing, 1, "role-not-issuable",
        [](PackState &pack) { pack.charter.mayIssue.remove(roleId("asset-manager")); });
    row("case 36: the policy does not let them issue this role", who::leasing, 1, "role-not-issuable",
        [](PackState &pack) { pack.policy.issuers.remove(roleId("asset-manager")); });
    row("case 36: the role belongs to another position", who::leasing, 1, "role-not-issuable",
        [](PackState &pack) { pack.charter.mayIssue[roleId("asset-manager")] = {positionId("platform")}; });
    row("the role is gone", who::leasing, 1, "role-not-issuable", [](PackState &pack) {
        pack.policy.roles.removeIf([](const Role &role) { return role.id == roleId("asset-manager"); });
    });
    row("the party left", who::leasing, 1, "role-not-issuable",
        [](PackState &pack) { pack.charter.positions[positionId("owner")].until = now; });
    row("the party comes tomorrow", who::leasing, 1, "role-not-issuable",
        [](PackState &pack) { pack.charter.positions[positionId("owner")].from = now + day; });
    row("certified by another party, but its own position is empty", who::leasing, 1, "signer-not-authorised",
        [](PackState &pack) {
            pack.policy.roles.removeIf([](const Role &role) { return role.id == roleId("asset-manager"); });
            pack.policy.roles.append({roleId("asset-manager"), positionId("energy"), {}});
        });
    row("case 33: the root was exchanged", who::leasing, 1, "unknown-issuer", [this](PackState &pack) {
        pack.charter.positions[positionId("owner")].rootDer = m_world.root(text("stranger")).der;
    });
    row("case 34: expired since", who::leasing, 1, "certificate-expired", [this](PackState &pack) {
        listOf("leasing", now - day, now + 500 * day)(pack);
        pack.now = now + 366 * day;
    });
    row("case 34: not yet valid", who::leasing, 1, "certificate-not-yet-valid", [this](PackState &pack) {
        listOf("leasing", now - 9 * day, now + day)(pack);
        pack.now = now - 2 * day;
    });
}

void TestAccess::actors()
{
    QFETCH(QString, person);
    QFETCH(int, layer);
    QFETCH(QString, expected);
    const PackState &pack = m_packs.at(text(QTest::currentDataTag()));
    const auto key = m_world.key(person);
    const auto result = judgeActor(key->leaf(), key->chain().mid(1), layer, pack);
    QCOMPARE(result.ok() ? QString() : QString(codeName(result.code())), expected);
    if (result.ok()) {
        QCOMPARE(result->role.text(), person.section(u'.', 1));
        QCOMPARE(result->rootSha256, m_world.root(person.section(u'.', 0, 0)).sha256);
        // Without the certificates between leaf and root there is no way.
        if (key->chain().size() > 1)
            QCOMPARE(judgeActor(key->leaf(), {}, layer, pack).code(), Code::UnknownIssuer);
    }
}

void TestAccess::grants_data()
{
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<bool>("expected");
    const auto row = [&](const char *name, bool expected, const Spoil &spoil, const char *purpose = "drive") {
        m_packs[text(name)] = spoilt(spoil);
        QTest::newRow(name) << text(purpose) << expected;
    };
    row("without conditions", true, nothing);
    row("from now", true, fleetMay([](Grant &g) { g.from = now; }));
    row("from a second later", false, fleetMay([](Grant &g) { g.from = now + 1; }));
    row("until a second later", true, fleetMay([](Grant &g) { g.until = now + 1; }));
    row("until now", false, fleetMay([](Grant &g) { g.until = now; }));
    row("one use, none spent", true, fleetMay([](Grant &g) { g.uses = 1; }));
    const auto used = [this](qint64 uses, const char *party, const QString &person, const char *capability) {
        return [=, this](PackState &pack) {
            grantOf(pack, "fleet-manager", "activate").uses = 2;
            pack.grantUses.insert({m_world.root(text(party)).sha256, person, capabilityId(capability)}, uses);
        };
    };
    row("two uses, one spent", true, used(1, "courier", who::fleet, "activate"));
    row("two uses, both spent", false, used(2, "courier", who::fleet, "activate"));
    row("two uses, spent by a namesake elsewhere", true, used(2, "leasing", who::fleet, "activate"));
    row("two uses, spent by a colleague", true, used(2, "courier", who::shop, "activate"));
    row("two uses, of something else", true, used(2, "courier", who::fleet, "set-soc-max"));
    const auto state = [](const char *condition) {
        return [=](PackState &pack) {
            grantOf(pack, "fleet-manager", "activate").states = {text("standby"), text("ready")};
            pack.condition = text(condition);
        };
    };
    row("the pack's state is named", true, state("ready"));
    row("the pack's state is another", false, state("charging"));
    row("the pack's state is not known here", true, state(""));
    const auto group = [](const char *named, const char *serial) {
        return [=](PackState &pack) {
            grantOf(pack, "fleet-manager", "activate").group = text("vans");
            pack.policy.groups.insert(text(named), {PackSerial::fromTrusted(text(serial))});
        };
    };
    row("the pack is of the group", true, group("vans", "SDB-TEST-0001"));
    row("another pack is of the group", false, group("vans", "SDB-TEST-0002"));
    row("the group is not defined", false, group("cars", "SDB-TEST-0001"));
    const Spoil charge = fleetMay([](Grant &g) { g.purposes = {text("charge")}; });
    row("the purpose is named", true, charge, "charge");
    row("the purpose is another", false, charge, "drive");
    row("no purpose asked", true, charge, "");
    row("the charter took the right", false,
        [](PackState &pack) { pack.charter.mayHold.remove(capabilityId("activate")); });
    row("prohibited altogether", false,
        [](PackState &pack) { pack.silicon.prohibited.insert(capabilityId("activate")); });
    row("the party left meanwhile", false,
        [](PackState &pack) { pack.charter.positions[positionId("operator")].until = now; });
    row("the role left the policy meanwhile", false, [](PackState &pack) {
        pack.policy.roles.removeIf([](const Role &role) { return role.id == roleId("fleet-manager"); });
    });
    row("the role moved to another position meanwhile", false, [](PackState &pack) {
        for (Role &role : pack.policy.roles) {
            if (role.id == roleId("fleet-manager"))
                role.position = positionId("owner");
        }
    });
    row("a second grant where the first has ended", true, [](PackState &pack) {
        pack.policy.grants.append(grantOf(pack, "fleet-manager", "activate"));
        grantOf(pack, "fleet-manager", "activate").until = now;
    });
    row("a grant of another capability does not help", false,
        fleetMay([](Grant &g) { g.capability = capabilityId("deactivate"); }));
    row("a grant to another role does not help", false, fleetMay([](Grant &g) { g.role = roleId("technician"); }));
}

void TestAccess::grants()
{
    QFETCH(QString, purpose);
    QFETCH(bool, expected);
    const PackState &pack = m_packs.at(text(QTest::currentDataTag()));
    const Actor driver = actor(who::fleet, servedPack(m_world));
    QCOMPARE(grantFor(driver, capabilityId("activate"), pack, purpose) != nullptr, expected);
    // A colleague of another party never has it.
    QVERIFY(!grantFor(actor(who::shop, servedPack(m_world)), capabilityId("activate"), servedPack(m_world), purpose));
}

void TestAccess::usesAreCounted()
{
    PackState pack = spoilt(fleetMay([](Grant &g) { g.uses = 2; }));
    const Actor driver = actor(who::fleet, pack);
    for (int use = 0; use < 2; ++use) {
        const auto lease = judgeActivation(driver, text("drive"), pack);
        QVERIFY(lease.ok());
        countUse(driver, lease->grant, pack);
    }
    QVERIFY(!grantFor(driver, capabilityId("activate"), pack));
    QCOMPARE(judgeActivation(driver, text("drive"), pack).code(), Code::SignerNotAuthorised);
    // What is not limited is not counted.
    const Actor shop = actor(who::shop, pack);
    const PackState before = pack;
    countUse(shop, *grantFor(shop, capabilityId("set-service-interval"), pack), pack);
    QVERIFY(pack == before);
    // A seat that was filled in a document is a use too.
    PackState asked = servedPack(m_world);
    grantOf(asked, "asset-manager", "set-soc-max").uses = 1;
    const auto sign = [&](qint64 to) {
        return m_world.signedBytes(m_world.request(asked, text("soc.max"), to), {who::leasing, who::cell});
    };
    const Verdict first = verifyRequest(sign(95000), asked);
    QVERIFY2(first.accepted(), qPrintable(said(first.refusal)));
    asked = stateAfter(first, asked);
    QCOMPARE(asked.grantUses.size(), 1);
    QCOMPARE(verifyRequest(sign(94000), asked).refusal->code, Code::SignerNotAuthorised);
}

void TestAccess::theGrantThatAuthorisesIsUsedUp_data()
{
    // What is done in order, and how it ends: + done, - refused.
    QTest::addColumn<QStringList>("purposes");
    QTest::addColumn<QString>("expected");
    const auto row = [this](const char *name, const QStringList &purposes, const char *expected,
                         const QList<Grant> &grants, const Spoil &spoil = nothing) {
        PackState pack = servedPack(m_world);
        const Grant plain = grantOf(pack, "fleet-manager", "activate");
        pack.policy.grants.removeIf([](const Grant &grant) { return grant.capability == capabilityId("activate"); });
        for (Grant grant : grants) {
            grant.role = plain.role;
            grant.capability = plain.capability;
            grant.contract = plain.contract;
            grant.clause = 1;
            pack.policy.grants.append(grant);
        }
        spoil(pack);
        m_packs[text(name)] = pack;
        QTest::newRow(name) << purposes << text(expected);
    };
    const auto grant = [](const char *purpose, qint64 uses, qint64 until = 0) {
        Grant made;
        if (*purpose != 0)
            made.purposes = {text(purpose)};
        made.uses = uses;
        made.until = until;
        return made;
    };
    const QStringList threeDrives{text("drive"), text("drive"), text("drive")};
    const QStringList mixed{text("charge"), text("charge"), text("drive"), text("charge"), text("drive")};
    row("one drive, and charging without limit", threeDrives, "+--", {grant("drive", 1), grant("charge", 0)});
    row("charging without limit, and one drive", threeDrives, "+--", {grant("charge", 0), grant("drive", 1)});
    row("charging uses up no drive", mixed, "++++-", {grant("drive", 1), grant("charge", 0)});
    row("charging uses up no drive, in the other order", mixed, "++++-", {grant("charge", 0), grant("drive", 1)});
    row("one of each", mixed, "+-+--", {grant("drive", 1), grant("charge", 1)});
    row("one for all purposes", mixed, "+----", {grant("", 1)});
    row("one drive, then one for all", threeDrives, "++-", {grant("drive", 1), grant("", 1)});
    row("two contracts with one drive each", threeDrives, "++-", {grant("drive", 1), grant("drive", 1, now + day)});
    row("the one that has ended is not used", threeDrives, "+--", {grant("drive", 5, now), grant("drive", 1)});
    const auto usedBefore = [this](PackState &pack) {
        pack.grantUses.insert({m_world.root(text("courier")).sha256, who::fleet, capabilityId("activate")}, 1);
    };
    row("used before grants were told apart", threeDrives, "+--", {grant("drive", 2), grant("charge", 1)}, usedBefore);
    row("used up before grants were told apart", mixed, "-----", {grant("drive", 1), grant("charge", 1)}, usedBefore);
}

void TestAccess::theGrantThatAuthorisesIsUsedUp()
{
    QFETCH(QStringList, purposes);
    QFETCH(QString, expected);
    PackState pack = m_packs.at(text(QTest::currentDataTag()));
    const Actor driver = actor(who::fleet, servedPack(m_world));
    QString done;
    for (const QString &purpose : std::as_const(purposes)) {
        const auto lease = judgeActivation(driver, purpose, pack);
        done += lease.ok() ? u'+' : u'-';
        if (lease.ok())
            countUse(driver, lease->grant, pack);
    }
    QCOMPARE(done, expected);
    // More uses of the same grant are agreed on: what was used before stays used.
    for (Grant &grant : pack.policy.grants)
        grant.uses = grant.uses == 0 ? 0 : INT32_MAX;
    QVERIFY(judgeActivation(driver, purposes.constLast(), pack).ok());
    qint64 used = 0;
    for (const qint64 count : std::as_const(pack.grantUses))
        used += count;
    QVERIFY(used <= done.count(u'+') + m_packs.at(text(QTest::currentDataTag())).grantUses.size());
}

void TestAccess::aSeatUsesTheGrantThatFilledIt_data()
{
    QTest::addColumn<bool>("byComing");
    QTest::addColumn<bool>("byRole");
    QTest::addColumn<int>("seats");
    QTest::addColumn<int>("present"); ///< uses of the grant held
    QTest::addColumn<int>("coming"); ///< and of the one that the policy brings
    QTest::newRow("by the rules held") << false << false << 1 << 1 << 0;
    QTest::newRow("by the rules that come") << true << false << 1 << 0 << 1;
    QTest::newRow("by its role alone") << false << true << 1 << 0 << 0;
    QTest::newRow("two seats, one signature") << false << false << 2 << 1 << 0;
}

void TestAccess::aSeatUsesTheGrantThatFilledIt()
{
    QFETCH(bool, byComing);
    QFETCH(bool, byRole);
    QFETCH(int, seats);
    PackState pack = servedPack(m_world);
    Grant &held = grantOf(pack, "asset-manager", "change-policy");
    held.uses = 3;
    Verdict verdict;
    verdict.policy = PolicyChange();
    verdict.policy->policy = pack.policy;
    for (Grant &grant : verdict.policy->policy.grants) {
        if (grant == held)
            grant.clause = 2;
    }
    const Actor owner = actor(who::leasing, pack);
    SignatureFinding signature;
    signature.leaf = owner.leaf;
    signature.rootSha256 = owner.rootSha256;
    signature.position = owner.position;
    verdict.signatures = {signature};
    SeatFinding seat;
    seat.capability = capabilityId("change-policy");
    seat.byComing = byComing;
    seat.byRole = byRole;
    seat.filledBy = 0;
    verdict.seats = QList<SeatFinding>(seats, seat);
    const PackState after = stateAfter(verdict, pack);
    const auto uses = [&](const PackState &state) {
        const Grant *grant = grantFor(owner, seat.capability, state);
        return int(after.grantUses.value({owner.rootSha256, who::leasing, seat.capability, grant->useSha256()}));
    };
    QTEST(uses(pack), "present");
    QTEST(uses(after), "coming");
}

void TestAccess::capabilities()
{
    PackState pack = servedPack(m_world);
    const QSet<CapabilityId> mine = capabilitiesOf(actor(who::shop, pack), pack);
    QCOMPARE(mine, (QSet<CapabilityId>{capabilityId("set-service-interval"), capabilityId("replace-component")}));
    grantOf(pack, "technician", "replace-component").until = now;
    QCOMPARE(capabilitiesOf(actor(who::shop, pack), pack), QSet<CapabilityId>{capabilityId("set-service-interval")});
}

void TestAccess::writes_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<QString>("expected");
    const auto row = [&](const char *name, const char *expected, const QString &person = who::shop,
                         const char *parameter = "service.interval", qint64 to = 600000, const Spoil &spoil = nothing) {
        m_packs[text(name)] = spoilt(spoil);
        QTest::newRow(name) << person << text(parameter) << to << text(expected);
    };
    const auto shop = [&](const char *name, const char *expected, const Spoil &spoil) {
        row(name, expected, who::shop, "service.interval", 600000, spoil);
    };
    row("by the technician", "");
    row("by the fleet manager", "", who::fleet);
    row("case 107: by the owner", "signer-not-authorised", who::leasing);
    row("case 107: by the platform", "signer-not-authorised", who::platform);
    row("of layer 3", "outside-policy", who::leasing, "soc.max", 85000);
    row("of layer 4", "outside-policy", who::cell, "cell.voltage.max", 4100);
    row("of no such thing", "malformed", who::shop, "service.interwal");
    row("case 27: above silicon", "above-silicon-limit", who::shop, "service.interval", 999001);
    row("below silicon", "above-silicon-limit", who::shop, "service.interval", 999);
    shop("outside the charter", "outside-charter", [](PackState &pack) {
        pack.charter.ranges.insert(parameterId("service.interval"), {Milli{1000}, Milli{599999}});
    });
    shop("past the soft limit", "outside-policy", [](PackState &pack) {
        pack.policy.softLimits.insert(parameterId("service.interval"), {Milli{1000}, Milli{599999}});
        pack.policy.seats[capabilityId("set-service-interval")].beyondSoftLimit = seatOf("service", "technician");
    });
    shop("case 29: past the largest step", "step-too-large", [](PackState &pack) {
        pack.policy.steps.insert(parameterId("service.interval"), Milli{99999});
        pack.policy.seats[capabilityId("set-service-interval")].beyondStep = seatOf("service", "technician");
    });
    shop("the largest step", "",
        [](PackState &pack) { pack.policy.steps.insert(parameterId("service.interval"), Milli{100000}); });
    shop("across another value", "cross-rule", [](PackState &pack) {
        pack.policy.crossRules.append({parameterId("service.interval"), Milli{1}, parameterId("soc.max")});
    });
    shop("prohibited", "prohibited",
        [](PackState &pack) { pack.silicon.prohibited.insert(capabilityId("set-service-interval")); });
    shop("uncertain clock", "time-uncertain", [](PackState &pack) { pack.clockUncertain = true; });
    shop("before the seal", "wrong-state", [](PackState &pack) { pack.lifeCycle = LifeCycle::Chartered; });
    shop("at the end", "wrong-state", [](PackState &pack) { pack.lifeCycle = LifeCycle::Decommissioned; });
    shop("while locked", "theft-locked", [](PackState &pack) { pack.lock.locked = true; });
    shop("the foundation asks two", "outside-policy", [](PackState &pack) { pack.foundation.layers[2] = {2, 1}; });
    shop("the foundation asks two parties", "outside-policy", [](PackState &pack) {
        pack.foundation.layers[2] = {1, 2};
    });
    shop("the foundation says nothing", "outside-policy", [](PackState &pack) { pack.foundation.layers.remove(2); });
    shop("the policy asks two", "outside-policy", [](PackState &pack) {
        pack.policy.seats[capabilityId("set-service-interval")].all = {seatOf("owner", "asset-manager")};
    });
    shop("the charter asks another besides", "outside-policy", [](PackState &pack) {
        pack.charter.mandatorySeats[capabilityId("set-service-interval")] = {seatOf("owner", "asset-manager")};
    });
    shop("the capability moved inward", "outside-policy",
        [](PackState &pack) { pack.silicon.layers[capabilityId("set-service-interval")] = 3; });
    shop("the policy has no seats for it", "outside-policy",
        [](PackState &pack) { pack.policy.seats.remove(capabilityId("set-service-interval")); });
    shop("the grant has ended", "signer-not-authorised",
        [](PackState &pack) { grantOf(pack, "technician", "set-service-interval").until = now; });
    shop("case 104: revoked within the session", "certificate-revoked",
        listOf("service", now - day, now + day, {who::shop}));
    shop("layer 2: a list 8 days late", "crl-stale", listOf("service", now - 40 * day, now - 8 * day));
    shop("the party left within the session", "role-not-issuable",
        [](PackState &pack) { pack.charter.positions[positionId("service")].until = now; });
    shop("a grant without a seat", "signer-not-authorised", [](PackState &pack) {
        pack.policy.seats[capabilityId("set-service-interval")].groups = {{1, {seatOf("operator", "fleet-manager")}}};
    });
}

void TestAccess::writes()
{
    QFETCH(QString, person);
    QFETCH(QString, parameter);
    QFETCH(qint64, to);
    QFETCH(QString, expected);
    const PackState &pack = m_packs.at(text(QTest::currentDataTag()));
    const auto result
        = judgeWrite(actor(person, servedPack(m_world)), ParameterId::fromTrusted(parameter), Milli{to}, pack);
    QCOMPARE(result.ok() ? QString() : QString(codeName(result.code())), expected);
}

void TestAccess::addOwnersAuthority(PackState &pack, qint64 listUntil, qint64 authorityUntil, bool revoked)
{
    const Certificate root = m_world.root(text("leasing"));
    const auto key = m_world.privateKey(text("leasing-issuer"));
    const auto authority = pki::issueAuthority(
        root, m_world.rootKey(text("leasing")), key, {text("leasing issuer"), {}}, {now - 300 * day, authorityUntil});
    const auto list = pki::issueCrl(*authority, key, 1, {now - 40 * day, listUntil}, {});
    pack.crls.append({*list, authority->der});
    if (revoked)
        replaceList(pack, root, m_world.crl(text("leasing"), {*authority}, 2));
}

void TestAccess::activations_data()
{
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<QString>("expected");
    const auto row
        = [&](const char *name, const char *expected, const Spoil &spoil = nothing, const char *purpose = "drive") {
              m_packs[text(name)] = spoilt(spoil);
              QTest::newRow(name) << text(purpose) << text(expected);
          };
    row("to drive", "3600");
    row("to charge", "3600", nothing, "charge");
    row("to feed back", "3600", nothing, "feed-back");
    row("for a purpose that nobody knows", "signer-not-authorised", nothing, "race");
    row("for no purpose", "signer-not-authorised", nothing, "");
    row("for twelve hours", "43200", fleetMay([](Grant &g) { g.hours = 12; }));
    row("for another purpose only", "signer-not-authorised", fleetMay([](Grant &g) { g.purposes = {text("charge")}; }));
    row("the grant has ended", "signer-not-authorised", fleetMay([](Grant &g) { g.until = now; }));
    row("case 129: uncertain clock", "time-uncertain", [](PackState &pack) { pack.clockUncertain = true; });
    row("theft-locked", "theft-locked", [](PackState &pack) { pack.lock.locked = true; });
    row("sealed, never used", "3600", [](PackState &pack) { pack.lifeCycle = LifeCycle::Sealed; });
    row("before the seal", "wrong-state", [](PackState &pack) { pack.lifeCycle = LifeCycle::Chartered; });
    row("at the end", "wrong-state", [](PackState &pack) { pack.lifeCycle = LifeCycle::Decommissioned; });
    row("a component is missing", "prohibited", [](PackState &pack) { pack.components[text("cpu")].found.clear(); });
    row("a component is foreign", "prohibited",
        [](PackState &pack) { pack.components[text("cpu")].found = text("CPU-0002"); });
    row("case 104: the driver was revoked", "certificate-revoked", [this](PackState &pack) {
        const Certificate issuer = m_world.root(text("courier-issuer"));
        replaceList(pack, issuer, m_world.crl(text("courier-issuer"), {m_world.key(who::fleet)->leaf()}, 2));
    });
    row("the driver's certificate ran out", "certificate-expired", [this](PackState &pack) {
        for (const char *issuer : {"courier", "courier-issuer", "leasing"})
            listOf(issuer, now - day, now + 500 * day)(pack);
        pack.now = now + 366 * day;
    });
    row("no list of the driver's authority", "unknown-issuer", [this](PackState &pack) {
        pack.crls.removeIf([this](const CrlEntry &entry) {
            return entry.crl.issuerDer == m_world.root(text("courier-issuer")).subjectDer;
        });
    });
    row("case 15: the list of the driver's root 13 days late", "3600",
        listOf("courier", now - 40 * day, now - 13 * day));
    row("case 15: the list of the driver's root 15 days late", "crl-stale",
        listOf("courier", now - 40 * day, now - 15 * day));
    row("the owner's list 13 days late", "3600", listOf("leasing", now - 40 * day, now - 13 * day));
    row("cut off from the owner: his list 15 days late", "crl-stale",
        listOf("leasing", now - 40 * day, now - 15 * day));
    row("cut off from the owner: no list", "crl-stale", [this](PackState &pack) {
        pack.crls.removeIf(
            [this](const CrlEntry &entry) { return entry.crl.issuerDer == m_world.root(text("leasing")).subjectDer; });
    });
    row("the platform's list does not matter", "3600", listOf("platform", now - 40 * day, now - 15 * day));
    row("the owner's authority, fresh", "3600",
        [this](PackState &pack) { addOwnersAuthority(pack, now + day, now + 99 * day, false); });
    row("the owner's authority, 13 days late", "3600",
        [this](PackState &pack) { addOwnersAuthority(pack, now - 13 * day, now + 99 * day, false); });
    row("the owner's authority, 15 days late", "crl-stale",
        [this](PackState &pack) { addOwnersAuthority(pack, now - 15 * day, now + 99 * day, false); });
    row("the owner's authority, late but ended", "3600",
        [this](PackState &pack) { addOwnersAuthority(pack, now - 15 * day, now - day, false); });
    row("the owner's authority, late but revoked", "3600",
        [this](PackState &pack) { addOwnersAuthority(pack, now - 15 * day, now + 99 * day, true); });
    row("nobody owns it", "signer-not-authorised",
        [](PackState &pack) { pack.charter.positions[positionId("owner")].until = now; });
}

void TestAccess::activations()
{
    QFETCH(QString, purpose);
    QFETCH(QString, expected);
    const PackState &pack = m_packs.at(text(QTest::currentDataTag()));
    const auto lease = judgeActivation(actor(who::fleet, servedPack(m_world)), purpose, pack);
    QCOMPARE(lease.ok() ? QString::number(lease->seconds) : QString(codeName(lease.code())), expected);
}

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
