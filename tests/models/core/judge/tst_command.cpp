// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/core/judge/judgetest.h"

using namespace packwarden;
using namespace packwarden::test;

namespace {

struct Row
{
    PackState pack;
    Command command;
    QString author = who::fleet;
    QStringList approvers;
    std::function<void(CoseSign &)> spoil = [](CoseSign &) {
    };
    std::optional<Code> expected;
};

using Change = std::function<void(Row &)>;

void nothing(Row &) { }

Change authoredBy(const QString &author, const QStringList &approvers)
{
    return [=](Row &row) {
        row.author = author;
        row.approvers = approvers;
    };
}

Change revision(qint64 revision)
{
    return [=](Row &row) {
        row.command.packs[0].revision = revision;
    };
}

void uncertain(Row &row)
{
    row.pack.clockUncertain = true;
}

} // namespace

/// Commands: who may do what to a pack besides changing its values.
class TestCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void whatItDoes_data();
    void whatItDoes();
    void tightenLoosensNothingLater_data();
    void tightenLoosensNothingLater();
    void secondDeliveryIsTheSame();
    void receiptsOfCommands_data();
    void receiptsOfCommands();

private:
    void theftLocks();
    void theftUnlocks();
    void components();
    void tightens();
    void decommissions();
    void frames();
    void order();
    void add(const char *name, std::optional<Code> expected, const Command &good, const QStringList &approvers,
        const Change &change);
    Command command(CommandKind kind, qint64 revision);
    Command tighten(const char *parameter, qint64 to);
    static void locked(PackState &pack);

    CryptoRuntime m_crypto;
    TestWorld m_world;
    std::map<QString, Row> m_rows;
};

void TestCommand::add(const char *name, std::optional<Code> expected, const Command &good, const QStringList &approvers,
    const Change &change)
{
    Row row;
    row.pack = servedPack(m_world);
    row.command = good;
    row.approvers = approvers;
    row.expected = expected;
    if (good.kind == CommandKind::TheftUnlock)
        locked(row.pack);
    change(row);
    row.command.head.author = headBy(m_world, row.author.isEmpty() ? who::fleet : row.author).author;
    m_rows.insert_or_assign(QLatin1String(name), row);
    QTest::newRow(name) << QString(QLatin1String(name));
}

Command TestCommand::command(CommandKind kind, qint64 revision)
{
    Command command;
    command.head = headBy(m_world, who::fleet);
    command.kind = kind;
    command.packs = {{PackSerial::fromTrusted(text("SDB-TEST-0001")), revision}};
    if (kind == CommandKind::TheftUnlock)
        command.lock = sha256("the lock");
    if (kind == CommandKind::ReplaceComponent) {
        command.slot = text("flash");
        command.component = text("FLASH-0002");
    }
    return command;
}

Command TestCommand::tighten(const char *parameter, qint64 to)
{
    Command made = command(CommandKind::Tighten, 1);
    made.parameter = parameterId(parameter);
    made.to = Milli{to};
    return made;
}

void TestCommand::locked(PackState &pack)
{
    pack.lock = {true, 4, sha256("the lock"), QByteArray(32, 'r'), text("leasing.asset-manager"), TestWorld::now - 9};
}

void TestCommand::theftLocks()
{
    const Command lock = command(CommandKind::TheftLock, 4);
    const QStringList owner{who::leasing};
    const CapabilityId capability = capabilityId("theft-lock");
    add("lock: by the owner", {}, lock, owner, nothing);
    add("lock: authored in the owner's house", {}, lock, owner, authoredBy(who::leasing2, owner));
    add("lock: case 47: the author approves himself", Code::AuthorIsApprover, lock, owner,
        authoredBy(who::leasing, owner));
    add("lock: the author as the only one, where he may fill", Code::AuthorIsApprover, lock, owner, [&](Row &r) {
        authoredBy(who::leasing, owner)(r);
        r.pack.charter.authorMayFill.insert(positionId("owner"));
    });
    add("lock: the author and a colleague", {}, lock, owner, [&](Row &r) {
        authoredBy(who::leasing, {who::leasing, who::leasing2})(r);
        r.pack.charter.authorMayFill.insert(positionId("owner"));
    });
    add("lock: case 2: by nobody", Code::BelowQuorum, lock, {}, nothing);
    add("lock: by the platform", Code::SignerNotAuthorised, lock, {who::platform}, nothing);
    add("lock: by the operator", Code::SignerNotAuthorised, lock, {who::shop}, nothing);
    add("lock: the policy lets the platform, the owner is still needed", Code::BelowQuorum, lock, {who::platform},
        [&](Row &r) {
            r.pack.policy.seats[capability].groups
                = {{1, {seatOf("owner", "asset-manager"), seatOf("platform", "platform-engineer")}}};
            grant(r.pack, "theft-lock", {seatOf("platform", "platform-engineer")});
        });
    add("lock: the policy asks the platform too", Code::BelowQuorum, lock, owner, [&](Row &r) {
        r.pack.policy.seats[capability].all = {seatOf("platform", "platform-engineer")};
        grant(r.pack, "theft-lock", {seatOf("platform", "platform-engineer")});
    });
    add("lock: whatever the foundation asks of the layer", {}, lock, owner, [](Row &r) {
        r.pack.foundation.layers[3] = {4, 4};
    });
    add("lock: overtaken revision", Code::StaleBase, lock, owner, revision(3));
    add("lock: revision ahead", Code::StaleBase, lock, owner, revision(5));
    add("lock: locked already, again with the right revision", {}, lock, owner, [](Row &r) { locked(r.pack); });
    add("lock: locked already, old revision", Code::StaleBase, lock, owner, [](Row &r) {
        locked(r.pack);
        r.pack.lock.revision = 5;
    });
    add("lock: uncertain clock", {}, lock, owner, uncertain);
    add("lock: uncertain clock, the floor before all certificates", {}, lock, owner, [](Row &r) {
        uncertain(r);
        r.pack.now = TestWorld::now - 20 * TestWorld::day;
    });
    add("lock: uncertain clock, expired by the floor", Code::Expired, lock, owner, [](Row &r) {
        uncertain(r);
        r.command.head.created = TestWorld::now - 20;
        r.command.head.expires = TestWorld::now - 10;
    });
    add("lock: uncertain clock, revoked signer", Code::CertificateRevoked, lock, owner, [this](Row &r) {
        uncertain(r);
        r.pack.now = TestWorld::now - 20 * TestWorld::day;
        replaceList(r.pack, m_world.root(text("leasing")),
            m_world.crl(text("leasing"), {m_world.key(who::leasing)->leaf()}, 2));
    });
    add("lock: uncertain clock, no list of the owner", Code::CrlStale, lock, owner, [this](Row &r) {
        uncertain(r);
        r.pack.crls.removeIf(
            [this](const CrlEntry &entry) { return entry.crl.issuerDer == m_world.root(text("leasing")).subjectDer; });
    });
    add("lock: uncertain clock, a list in its grace", {}, lock, owner, [this](Row &r) {
        uncertain(r);
        replaceList(r.pack, m_world.root(text("leasing")),
            m_world.crl(
                text("leasing"), {}, 2, TestWorld::now - 40 * TestWorld::day, TestWorld::now - 13 * TestWorld::day));
    });
    add("lock: uncertain clock, a list past its grace", Code::CrlStale, lock, owner, [this](Row &r) {
        uncertain(r);
        replaceList(r.pack, m_world.root(text("leasing")),
            m_world.crl(
                text("leasing"), {}, 2, TestWorld::now - 40 * TestWorld::day, TestWorld::now - 15 * TestWorld::day));
    });
    add("lock: sure clock, a list in the grace of layer 1 only", Code::CrlStale, lock, owner, [this](Row &r) {
        replaceList(r.pack, m_world.root(text("leasing")),
            m_world.crl(text("leasing"), {}, 2, TestWorld::now - 40 * TestWorld::day, TestWorld::now - TestWorld::day));
    });
    add("lock: uncertain clock, withdrawn", Code::Withdrawn, lock, owner, [](Row &r) {
        uncertain(r);
        r.pack.withdrawals.append({{}, TestWorld::now + TestWorld::day, {}, who::leasing});
    });
    add("lock: withdrawn by its signer", Code::Withdrawn, lock, owner, [](Row &r) {
        r.pack.withdrawals.append({{}, TestWorld::now + TestWorld::day, {}, who::leasing});
    });
    add("lock: withdrawn by a stranger", {}, lock, owner, [](Row &r) {
        r.pack.withdrawals.append({{}, TestWorld::now + TestWorld::day, {}, who::platform});
    });
    add("lock: case 54: the right ended before it arrived", Code::SignerNotAuthorised, lock, owner, [](Row &r) {
        for (Grant &grant : r.pack.policy.grants)
            grant.until = TestWorld::now;
    });
    add("lock: the charter took the right", Code::SignerNotAuthorised, lock, owner,
        [&](Row &r) { r.pack.charter.mayHold.remove(capability); });
    add("lock: no seats in the policy", Code::OutsidePolicy, lock, owner,
        [&](Row &r) { r.pack.policy.seats.remove(capability); });
    add("lock: prohibited", Code::Prohibited, lock, owner,
        [&](Row &r) { r.pack.silicon.prohibited.insert(capability); });
    add("lock: the owner's place is empty", Code::RoleNotIssuable, lock, owner,
        [](Row &r) { r.pack.charter.positions[positionId("owner")].until = TestWorld::now; });
    add("lock: a key its issuer made", Code::SignerNotAuthorised, lock, {}, [this](Row &r) {
        TestWorld::Leaf leaf{text("leasing"), text("leasing.new"), text("asset-manager"), text("other")};
        leaf.issuerGenerated = true;
        const auto key = m_world.makeKey(leaf);
        r.spoil = [key](CoseSign &d) {
            QVERIFY(d.addSignature(*key, Meaning::Approve, TestWorld::now, someLog()).ok());
        };
    });
    add("lock: a fleet manager certified by the owner", Code::RoleNotIssuable, lock, {}, [this](Row &r) {
        const auto key = m_world.makeKey({text("leasing"), text("leasing.x"), text("fleet-manager"), text("other")});
        r.spoil = [key](CoseSign &d) {
            QVERIFY(d.addSignature(*key, Meaning::Approve, TestWorld::now, someLog()).ok());
        };
    });
}

void TestCommand::theftUnlocks()
{
    const Command unlock = command(CommandKind::TheftUnlock, 4);
    const QStringList both{who::leasing, who::platform};
    add("unlock: owner and platform", {}, unlock, both, nothing);
    add("unlock: in the other order", {}, unlock, {who::platform, who::leasing}, nothing);
    add("unlock: owner only", Code::BelowQuorum, unlock, {who::leasing}, nothing);
    add("unlock: platform only", Code::BelowQuorum, unlock, {who::platform}, nothing);
    add("unlock: case 48: two of the owner", Code::SignerRepeated, unlock, {who::leasing, who::leasing2}, nothing);
    add("unlock: the platform's author approves", Code::AuthorIsApprover, unlock, both,
        authoredBy(who::platform, both));
    add("unlock: another lock", Code::StaleBase, unlock, both,
        [](Row &r) { r.command.lock = sha256("an earlier lock"); });
    add("unlock: overtaken revision", Code::StaleBase, unlock, both, revision(3));
    add("unlock: a new lock came in between", Code::StaleBase, unlock, both, [](Row &r) {
        r.pack.lock.document = sha256("a newer lock");
        r.pack.lock.revision = 5;
    });
    add("unlock: not locked", Code::WrongState, unlock, both, [](Row &r) { r.pack.lock.locked = false; });
    add("unlock: uncertain clock", Code::TimeUncertain, unlock, both, uncertain);
    add("unlock: the foundation asks three", Code::BelowQuorum, unlock, both, [](Row &r) {
        r.pack.foundation.layers[3] = {3, 2};
    });
    add("unlock: a laxer policy still needs the platform", Code::BelowQuorum, unlock, {who::leasing}, [](Row &r) {
        r.pack.policy.seats[capabilityId("theft-unlock")].all = {seatOf("owner", "asset-manager")};
        r.pack.foundation.layers[3] = {1, 1};
    });
    add("unlock: a laxer policy still needs the owner", Code::BelowQuorum, unlock, {who::platform}, [](Row &r) {
        r.pack.policy.seats[capabilityId("theft-unlock")].all = {seatOf("platform", "platform-engineer")};
        r.pack.foundation.layers[3] = {1, 1};
    });
    add("unlock: no role may speak for the platform", Code::OutsidePolicy, unlock, both, [](Row &r) {
        r.pack.policy.seats[capabilityId("theft-unlock")].all = {seatOf("owner", "asset-manager")};
        r.pack.charter.mayHold[capabilityId("theft-unlock")].remove(roleId("platform-engineer"));
    });
    add("unlock: one changed signature", Code::SignatureInvalid, unlock, both, [](Row &r) {
        r.spoil = [](CoseSign &d) {
            d.signatures[2].signature[9] = char(d.signatures[2].signature[9] ^ 4);
        };
    });
    add("unlock: case 58: approvals of another unlock", Code::SignatureInvalid, unlock, both, [this](Row &r) {
        Command other = r.command;
        other.lock = sha256("an earlier lock");
        const CoseSign earlier = signPayload(m_world, contenttype::command, other.encode(), r.author, r.approvers);
        r.spoil = [earlier](CoseSign &d) {
            d.signatures[1] = earlier.signatures.at(1);
            d.signatures[2] = earlier.signatures.at(2);
        };
    });
    add("unlock: one party in both positions", Code::BelowQuorum, unlock, both,
        [](Row &r) { r.pack.charter.positions[positionId("platform")].party = text("leasing"); });
    add("while locked: no component", Code::TheftLocked, command(CommandKind::ReplaceComponent, 3),
        {who::leasing, who::shop}, [](Row &r) { locked(r.pack); });
    add("while locked: no end of life", Code::TheftLocked, command(CommandKind::Decommission, 6),
        {who::leasing, who::cell, who::platform}, [](Row &r) { locked(r.pack); });
    add("while locked: no routine", Code::TheftLocked, command(CommandKind::Routine, 6), {who::leasing},
        [](Row &r) { locked(r.pack); });
    add("while locked: still stricter", {}, tighten("soc.max", 85000), {who::leasing}, [](Row &r) { locked(r.pack); });
}

void TestCommand::components()
{
    const Command replace = command(CommandKind::ReplaceComponent, 3);
    const QStringList both{who::leasing, who::shop};
    add("component: owner and service", {}, replace, both, nothing);
    add("component: without the service", Code::BelowQuorum, replace, {who::leasing}, nothing);
    add("component: without the owner", Code::BelowQuorum, replace, {who::shop}, nothing);
    add("component: a laxer policy still needs the service", Code::BelowQuorum, replace, {who::leasing}, [](Row &r) {
        r.pack.policy.seats[capabilityId("replace-component")].all = {seatOf("owner", "asset-manager")};
        r.pack.foundation.layers[3] = {1, 1};
    });
    add("component: of another slot's revision", Code::StaleBase, replace, both, revision(1));
    add("component: an unknown slot", Code::Malformed, replace, both,
        [](Row &r) { r.command.slot = text("propeller"); });
    add("component: a name with a blank", Code::Malformed, replace, both,
        [](Row &r) { r.command.component = text("FLASH 2"); });
    add("component: a name that looks like another", Code::Malformed, replace, both,
        [](Row &r) { r.command.component = QString(QChar(0x0410)) + text("-1"); });
    add("component: no name", Code::Malformed, replace, both, [](Row &r) { r.command.component.clear(); });
    add("component: uncertain clock", Code::TimeUncertain, replace, both, uncertain);
    add("component: before the seal", Code::WrongState, replace, both,
        [](Row &r) { r.pack.lifeCycle = LifeCycle::Chartered; });
    add("component: the author is the technician", Code::AuthorIsApprover, replace, both, authoredBy(who::shop, both));
    add("component: a part that is missing may be replaced", {}, replace, both,
        [](Row &r) { r.pack.components[text("flash")].found.clear(); });
}

void TestCommand::tightens()
{
    const Command lower = tighten("soc.max", 85000);
    const QStringList owner{who::leasing};
    add("tighten: by the owner", {}, lower, owner, nothing);
    add("tighten: by the cell data specialist", {}, lower, {who::cell}, nothing);
    add("tighten: by both", {}, lower, {who::leasing, who::cell}, nothing);
    add("tighten: by nobody", Code::BelowQuorum, lower, {}, nothing);
    add("tighten: by the service", Code::SignerNotAuthorised, lower, {who::shop}, nothing);
    add("tighten: by its author alone", Code::AuthorIsApprover, lower, owner, authoredBy(who::leasing, owner));
    add("tighten: whatever the foundation asks of the layer", {}, lower, owner, [](Row &r) {
        r.pack.foundation.layers[3] = {4, 4};
    });
    add("tighten: looser", Code::OutsidePolicy, tighten("soc.max", 91000), owner, nothing);
    add("tighten: the same", Code::OutsidePolicy, tighten("soc.max", 90000), owner, nothing);
    add("tighten: the least bit stricter", {}, tighten("soc.max", 89999), owner, nothing);
    add("tighten: more than a step needs no more seats", {}, tighten("soc.max", 61000), owner, nothing);
    add("tighten: past the soft limit needs no more seats", {}, tighten("soc.max", 55000), owner, nothing);
    add("tighten: below the charter", Code::OutsideCharter, tighten("soc.max", 49000), owner, nothing);
    add("tighten: below silicon", Code::AboveSiliconLimit, tighten("soc.max", 19000), owner, nothing);
    add("tighten: case 28: a negative state of charge", Code::AboveSiliconLimit, tighten("soc.max", -1), owner,
        nothing);
    add("tighten: the window would close", Code::CrossRule, tighten("soc.max", 65000), owner,
        [](Row &r) { r.pack.values[parameterId("soc.min")].base = Milli{46000}; });
    add("tighten: the window would close under an overlay", Code::CrossRule, tighten("soc.max", 65000), owner,
        [](Row &r) {
            StoredValue &min = r.pack.values[parameterId("soc.min")];
            min.overlay = Milli{46000};
            min.overlayEnds = TestWorld::now + 10;
        });
    add("tighten: the overlay in the way has ended", {}, tighten("soc.max", 65000), owner, [](Row &r) {
        StoredValue &min = r.pack.values[parameterId("soc.min")];
        min.overlay = Milli{46000};
        min.overlayEnds = TestWorld::now;
    });
    add("tighten: a minimum upwards", {}, tighten("soc.min", 20000), owner, nothing);
    add("tighten: a minimum downwards", Code::OutsidePolicy, tighten("soc.min", 5000), owner, nothing);
    const auto overlay = [](qint64 to, qint64 ends) {
        return [=](Row &r) {
            StoredValue &value = r.pack.values[parameterId("soc.max")];
            value.overlay = Milli{to};
            value.overlayEnds = ends;
        };
    };
    add("tighten: an overlay that is stricter still", Code::OutsidePolicy, lower, owner,
        overlay(80000, TestWorld::now + 10));
    add("tighten: a stricter overlay that has ended", {}, lower, owner, overlay(80000, TestWorld::now));
    add("tighten: between base and a looser overlay", {}, tighten("soc.max", 93000), owner,
        overlay(95000, TestWorld::now + 10));
    add("tighten: looser than a looser overlay", Code::OutsidePolicy, tighten("soc.max", 96000), owner,
        overlay(95000, TestWorld::now + 10));
    add("tighten: overtaken revision", Code::StaleBase, lower, owner, revision(0));
    add("tighten: an unknown parameter", Code::Malformed, tighten("soc.mux", 85000), owner, nothing);
    add("tighten: uncertain clock", Code::TimeUncertain, lower, owner, uncertain);
    add("tighten: prohibited", Code::Prohibited, lower, owner,
        [](Row &r) { r.pack.silicon.prohibited.insert(capabilityId("set-soc-max")); });
    add("tighten: layer 4 by the cell data specialist", {}, tighten("cell.voltage.max", 4100), {who::cell}, nothing);
    add("tighten: layer 4 by an owner who need not always agree", Code::BelowQuorum, tighten("cell.voltage.max", 4100),
        owner, nothing);
    add("tighten: layer 4 by its author, where he may fill", Code::AuthorIsApprover, tighten("cell.voltage.max", 4100),
        {}, [](Row &r) {
            authoredBy(who::cell, {who::cell})(r);
            r.pack.charter.authorMayFill.insert(positionId("cell-data"));
        });
    add("tighten: neither owner nor cell data has a say", Code::OutsidePolicy, tighten("service.interval", 400000),
        {who::shop}, nothing);
    add("tighten: no seats in the policy", Code::OutsidePolicy, lower, owner,
        [](Row &r) { r.pack.policy.seats.remove(capabilityId("set-soc-max")); });
    add("tighten: the grant is for other packs", Code::SignerNotAuthorised, lower, owner, [](Row &r) {
        r.pack.policy.groups.insert(text("vans"), {PackSerial::fromTrusted(text("SDB-TEST-0002"))});
        for (Grant &grant : r.pack.policy.grants)
            grant.group = text("vans");
    });
    add("tighten: the grant is for this group", {}, lower, owner, [](Row &r) {
        r.pack.policy.groups.insert(text("vans"), {r.pack.serial});
        for (Grant &grant : r.pack.policy.grants)
            grant.group = text("vans");
    });
}

void TestCommand::decommissions()
{
    const Command end = command(CommandKind::Decommission, 6);
    const QStringList three{who::leasing, who::cell, who::platform};
    add("end: by three", {}, end, three, nothing);
    add("end: case 61: by two", Code::BelowQuorum, end, {who::leasing, who::platform}, nothing);
    add("end: the author is one of them", Code::AuthorIsApprover, end, three, authoredBy(who::cell, three));
    add("end: overtaken revision", Code::StaleBase, end, three, revision(5));
    add("end: a policy of two in an outer layer", Code::BelowQuorum, end, {who::leasing, who::cell}, [](Row &r) {
        r.pack.silicon.layers[capabilityId("decommission")] = 1;
        r.pack.policy.seats[capabilityId("decommission")].all
            = {seatOf("owner", "asset-manager"), seatOf("cell-data", "specialist")};
    });
    add("end: of a sealed pack that never served", {}, end, three,
        [](Row &r) { r.pack.lifeCycle = LifeCycle::Sealed; });
    add("end: twice", Code::WrongState, end, three, [](Row &r) { r.pack.lifeCycle = LifeCycle::Decommissioned; });
    add("routine: none is defined", Code::OutsidePolicy, command(CommandKind::Routine, 6), three, nothing);
}

void TestCommand::frames()
{
    const Command lock = command(CommandKind::TheftLock, 4);
    const QStringList owner{who::leasing};
    add("frame: case 10: another pack", Code::WrongPack, lock, owner,
        [](Row &r) { r.command.packs[0].serial = PackSerial::fromTrusted(text("SDB-TEST-0002")); });
    add("frame: among others", {}, lock, owner, [](Row &r) {
        r.command.packs.append({PackSerial::fromTrusted(text("SDB-TEST-0002")), 9});
    });
    add("frame: one pack twice", Code::Malformed, lock, owner,
        [](Row &r) { r.command.packs.append(r.command.packs.constFirst()); });
    add("frame: no packs", Code::Malformed, lock, owner, [](Row &r) { r.command.packs.clear(); });
    add("frame: case 16: expired", Code::Expired, lock, owner, [](Row &r) {
        r.command.head.created = TestWorld::now - 20;
        r.command.head.expires = TestWorld::now;
    });
    add("frame: case 17: from the future", Code::NotYetValid, lock, owner,
        [](Row &r) { r.command.head.created = TestWorld::now + 301; });
    add("frame: an author's clock a little ahead", {}, lock, owner,
        [](Row &r) { r.command.head.created = TestWorld::now + 300; });
    add("frame: lives too long", Code::Malformed, lock, owner,
        [](Row &r) { r.command.head.expires = r.command.head.created + 90 * TestWorld::day + 1; });
    add("frame: case 1: no signatures", Code::Malformed, lock, {}, [](Row &r) { r.author.clear(); });
    add("frame: another author than named", Code::Malformed, lock, owner, [](Row &r) {
        r.spoil = [](CoseSign &d) {
            d.signatures.removeFirst();
        };
    });
    add("frame: case 24: signed as a request", Code::UnknownType, lock, owner, [](Row &r) {
        r.spoil = [](CoseSign &d) {
            d.contentType = contenttype::request;
        };
    });
    add("frame: case 24: a request under a command's type", Code::UnknownType, lock, owner, [this](Row &r) {
        const QByteArray payload = m_world.request(r.pack, text("soc.max"), 95000).encode();
        r.spoil = [payload](CoseSign &d) {
            d.payload = payload;
        };
    });
    add("frame: a word that no command has", Code::Malformed, lock, owner, [](Row &r) {
        r.spoil = [](CoseSign &d) {
            d.payload.replace("theft-lock", "theft-luck");
        };
    });
    add("frame: case 21: arguments that the kind does not have", Code::Malformed, lock, owner, [](Row &r) {
        r.spoil = [](CoseSign &d) {
            QCborMap map = QCborValue::fromCbor(d.payload).toMap();
            map.insert(text("args"), QCborMap{{text("lock"), QByteArray(32, 'x')}});
            d.payload = cbor::encode(map);
        };
    });
    add("frame: case 3: a bad extra approval", {}, lock, {who::leasing, who::platform}, [](Row &r) {
        r.spoil = [](CoseSign &d) {
            d.signatures[2].signature[7] = char(d.signatures[2].signature[7] ^ 1);
        };
    });
    add("frame: case 4: one approval twice does not make two", Code::SignerRepeated,
        command(CommandKind::ReplaceComponent, 3), {who::leasing, who::leasing}, nothing);
}

void TestCommand::order()
{
    const Command replace = command(CommandKind::ReplaceComponent, 3);
    const auto add2 = [&](const char *name, Code expected, const Change &first, const Change &second) {
        add(name, expected, replace, {who::leasing, who::shop}, [=](Row &r) {
            second(r);
            first(r);
        });
    };
    const Change expired = [](Row &r) {
        r.command.head.created = TestWorld::now - 20;
        r.command.head.expires = TestWorld::now;
    };
    const Change pack = [](Row &r) {
        r.command.packs[0].serial = PackSerial::fromTrusted(text("SDB-TEST-0002"));
    };
    const Change state = [](Row &r) {
        r.pack.lifeCycle = LifeCycle::Decommissioned;
    };
    const Change lock = [](Row &r) {
        r.pack.lock.locked = true;
    };
    const Change stale = revision(9);
    const Change prohibited = [](Row &r) {
        r.pack.silicon.prohibited.insert(capabilityId("replace-component"));
    };
    const Change policy = [](Row &r) {
        r.pack.policy.seats.remove(capabilityId("replace-component"));
    };
    const Change nobody = [](Row &r) {
        r.approvers.clear();
    };
    add2("order: time-uncertain before expired", Code::TimeUncertain, uncertain, expired);
    add2("order: expired before wrong-pack", Code::Expired, expired, pack);
    add2("order: wrong-pack before wrong-state", Code::WrongPack, pack, state);
    add2("order: wrong-state before theft-locked", Code::WrongState, state, lock);
    add2("order: theft-locked before stale-base", Code::TheftLocked, lock, stale);
    add2("order: stale-base before prohibited", Code::StaleBase, stale, prohibited);
    add2("order: prohibited before outside-policy", Code::Prohibited, prohibited, policy);
    add2("order: outside-policy before below-quorum", Code::OutsidePolicy, policy, nobody);
}

void TestCommand::verdicts_data()
{
    QTest::addColumn<QString>("name");
    theftLocks();
    theftUnlocks();
    components();
    tightens();
    decommissions();
    frames();
    order();
}

void TestCommand::verdicts()
{
    QFETCH(QString, name);
    Row row = m_rows.at(name);
    CoseSign document = signPayload(m_world, contenttype::command, row.command.encode(), row.author, row.approvers);
    row.spoil(document);
    for (KeptWithdrawal &withdrawal : row.pack.withdrawals) {
        withdrawal.document = sha256(document.payload);
        withdrawal.rootSha256 = m_world.root(withdrawal.person.section(u'.', 0, 0)).sha256;
    }
    const PackState before = row.pack;
    const Verdict verdict = verifyCommand(document.encode(), row.pack);
    QVERIFY2(verdict.accepted() == !row.expected.has_value(), qPrintable(said(verdict.refusal)));
    if (row.expected) {
        QVERIFY2(verdict.refusal->code == *row.expected, qPrintable(said(verdict.refusal)));
        QVERIFY(stateAfter(verdict, row.pack) == before);
    } else {
        QVERIFY(stateAfter(verdict, row.pack) != before);
    }
}

void TestCommand::whatItDoes_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"lock", "unlock", "component", "tighten", "tighten a minimum", "end"})
        QTest::newRow(what) << text(what);
}

void TestCommand::whatItDoes()
{
    QFETCH(QString, what);
    PackState pack = servedPack(m_world);
    pack.activation = {text("drive"), 3600, QByteArray(32, 'r'), who::fleet, roleId("fleet-manager")};
    Command made = command(CommandKind::TheftLock, 4);
    QStringList approvers{who::leasing};
    PackState expected = pack;
    if (what == text("lock")) {
        expected.activation = {};
    } else if (what == text("unlock")) {
        locked(pack);
        made = command(CommandKind::TheftUnlock, 4);
        approvers.append(who::platform);
        expected.lock = {false, 5, {}, {}, {}, 0};
    } else if (what == text("component")) {
        made = command(CommandKind::ReplaceComponent, 3);
        approvers.append(who::shop);
        expected.components[text("flash")] = {text("FLASH-0002"), text("FLASH-0001"), 4};
    } else if (what == text("tighten")) {
        made = tighten("soc.max", 85000);
        expected.values[parameterId("soc.max")]
            = {Milli{90000}, 2, Milli{85000}, TestWorld::now + Command::tightenLasts};
    } else if (what == text("tighten a minimum")) {
        made = tighten("soc.min", 20000);
        expected.values[parameterId("soc.min")]
            = {Milli{10000}, 2, Milli{20000}, TestWorld::now + Command::tightenLasts};
    } else {
        made = command(CommandKind::Decommission, 6);
        approvers = {who::leasing, who::cell, who::platform};
        expected.lifeCycle = LifeCycle::Decommissioned;
        expected.lifeCycleRevision = 7;
        expected.activation = {};
    }
    const QByteArray bytes = signPayload(m_world, contenttype::command, made.encode(), who::fleet, approvers).encode();
    const Verdict verdict = verifyCommand(bytes, pack);
    QVERIFY2(verdict.accepted(), qPrintable(said(verdict.refusal)));
    if (what == text("lock"))
        expected.lock = {true, 5, verdict.payloadSha256, m_world.root(text("leasing")).sha256, who::leasing, pack.now};
    QVERIFY(stateAfter(verdict, pack) == expected);
    // The same document again finds its own revision overtaken, or a pack in another state.
    QVERIFY(!verifyCommand(bytes, expected).accepted());
}

void TestCommand::tightenLoosensNothingLater_data()
{
    QTest::addColumn<qint64>("overlay");
    QTest::addColumn<qint64>("ends");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<qint64>("expected");
    const qint64 day = TestWorld::day;
    QTest::newRow("no overlay") << qint64(0) << qint64(0) << qint64(85000) << 7 * day;
    QTest::newRow("a longer, stricter overlay") << qint64(88000) << 30 * day << qint64(85000) << 30 * day;
    QTest::newRow("a shorter, stricter overlay") << qint64(88000) << day << qint64(85000) << 7 * day;
    QTest::newRow("a looser overlay, stricter than the base") << qint64(95000) << day << qint64(85000) << 7 * day;
    QTest::newRow("a looser overlay, still looser than the base") << qint64(95000) << day << qint64(93000) << day;
    QTest::newRow("a long looser overlay, still looser") << qint64(95000) << 30 * day << qint64(93000) << 7 * day;
    QTest::newRow("an overlay that has ended") << qint64(88000) << qint64(0) << qint64(85000) << 7 * day;
}

void TestCommand::tightenLoosensNothingLater()
{
    QFETCH(qint64, overlay);
    QFETCH(qint64, ends);
    QFETCH(qint64, to);
    QFETCH(qint64, expected);
    PackState pack = servedPack(m_world);
    if (overlay != 0) {
        pack.values[parameterId("soc.max")].overlay = Milli{overlay};
        pack.values[parameterId("soc.max")].overlayEnds = pack.now + ends;
    }
    Verdict verdict;
    verdict.command = tighten("soc.max", to);
    const PackState after = stateAfter(verdict, pack);
    QCOMPARE(after.values.value(parameterId("soc.max")).overlayEnds - pack.now, expected);
    for (qint64 later = 0; later < 40; ++later) {
        const qint64 at = pack.now + later * TestWorld::day;
        QVERIFY(after.values.value(parameterId("soc.max")).inForce(at)
            <= pack.values.value(parameterId("soc.max")).inForce(at));
    }
}

void TestCommand::secondDeliveryIsTheSame()
{
    PackState pack = servedPack(m_world);
    const Command lock = command(CommandKind::TheftLock, 4);
    const QByteArray bytes
        = signPayload(m_world, contenttype::command, lock.encode(), who::fleet, {who::leasing}).encode();
    const Verdict first = verifyCommand(bytes, pack);
    QVERIFY(first.accepted() && !first.alreadyApplied);
    pack = stateAfter(first, pack);
    QCOMPARE(verifyCommand(bytes, pack).refusal->code, Code::StaleBase);
    pack.receipts.insert(first.payloadSha256, "receipt");
    const Verdict again = verifyCommand(bytes, pack);
    QVERIFY(again.accepted() && again.alreadyApplied);
    QVERIFY(stateAfter(again, pack) == pack);
}

void TestCommand::receiptsOfCommands_data()
{
    QTest::addColumn<bool>("isTighten");
    QTest::addColumn<QString>("spoil");
    QTest::addColumn<bool>("good");
    QTest::newRow("tighten, as read back") << true << QString() << true;
    QTest::newRow("case 32: tighten, another value") << true << text("value") << false;
    QTest::newRow("case 32: tighten, another revision") << true << text("revision") << false;
    QTest::newRow("case 32: tighten, nothing applied") << true << text("nothing") << false;
    QTest::newRow("case 32: tighten, for another document") << true << text("document") << false;
    QTest::newRow("case 89: tighten, from another pack") << true << text("pack") << false;
    QTest::newRow("lock, no values") << false << QString() << true;
    QTest::newRow("case 32: lock, with a value") << false << text("extra") << false;
}

void TestCommand::receiptsOfCommands()
{
    QFETCH(bool, isTighten);
    QFETCH(QString, spoil);
    QFETCH(bool, good);
    const PackState pack = servedPack(m_world);
    const Command made = isTighten ? tighten("soc.max", 85000) : command(CommandKind::TheftLock, 4);
    const CoseSign document = signPayload(m_world, contenttype::command, made.encode(), who::fleet, {who::leasing});
    const Verdict verdict = verifyCommand(document.encode(), pack);
    Receipt receipt;
    receipt.document = verdict.payloadSha256;
    receipt.serial = pack.serial;
    receipt.applied = readBack(verdict, stateAfter(verdict, pack));
    receipt.at = pack.now;
    receipt.logHash = QByteArray(32, 'h');
    if (spoil == text("value"))
        receipt.applied[0].value = Milli{90000};
    if (spoil == text("revision"))
        receipt.applied[0].revision = 3;
    if (spoil == text("nothing"))
        receipt.applied.clear();
    if (spoil == text("document"))
        receipt.document = sha256("another");
    if (spoil == text("extra"))
        receipt.applied.append({parameterId("soc.max"), Milli{85000}, 2});
    const auto key = m_world.deviceKey(spoil == text("pack") ? text("SDB-TEST-0002") : pack.serial.text());
    const auto word = CoseSign1::make(contenttype::receipt, receipt.encode(), *key, pack.now);
    const auto result = verifyReceipt(word->encode(), document, pack.serial, pack.charter, pack.crls);
    QVERIFY2(result.ok() == good, result.ok() ? "" : qPrintable(result.error().detail));
}

QTEST_GUILESS_MAIN(TestCommand)
#include "tst_command.moc"
