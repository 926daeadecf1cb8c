// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/adversary/rogueparty.h"

#include "hw/uds/documentkind.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/command.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/withdrawal.h"
#include "models/core/judge/timedocument.h"

namespace packwarden::test {

namespace {

constexpr int keys = 4; ///< of the attacker, beside those of the party's people
constexpr qint64 day = TestWorld::day;
constexpr qint64 now = TestWorld::now;

QString text(const char *literal)
{
    return QString::fromLatin1(literal);
}

} // namespace

RogueParty::RogueParty(TestWorld &world, const Party &party, Mutator &dice)
    : m_world(world)
    , m_party(party)
    , m_dice(dice)
{
}

QByteArray RogueParty::noise(int bytes)
{
    QByteArray made;
    while (made.size() < bytes)
        made.append(char(m_dice.below(256)));
    return made;
}

RogueParty::Authority RogueParty::authority(const QString &name)
{
    if (!m_authorities.contains(name)) {
        const QString key = text("adversary-%1").arg(m_dice.below(keys));
        const auto made = pki::issueAuthority(m_world.root(m_party.name), m_world.rootKey(m_party.name),
            m_world.privateKey(key), {name, m_party.name}, {now - 300 * day, now + 2000 * day});
        if (!made.ok())
            qFatal("no authority: %s", qPrintable(made.error().detail));
        m_authorities.insert(name, {*made, key});
    }
    return m_authorities.value(name);
}

std::shared_ptr<SigningKey> RogueParty::leaf(const QString &name, const RoleId &role, const QString &keyName)
{
    TestWorld::Leaf leaf;
    leaf.party = m_party.name;
    leaf.person = name;
    leaf.role = role.text();
    leaf.keyName = keyName;
    leaf.issuerGenerated = odd(20);
    if (odd(10))
        leaf.until = now - day / 2;
    if (odd(10))
        leaf.from = now + day;
    return m_world.makeKey(leaf);
}

std::shared_ptr<SigningKey> RogueParty::person()
{
    if (chance(40))
        return signatory();
    // Its own role, anybody's, one that nobody knows; its own people, names of others', new ones.
    const Party &other = parties().at(m_dice.below(int(parties().size())));
    const RoleId role = chance(50) ? m_party.role : chance(90) ? other.role : RoleId::fromTrusted(text("auditor"));
    const QString name = chance(40) ? m_party.person
        : chance(50)                ? other.person
                                    : text("%1.clerk-%2").arg(m_party.name).arg(m_dice.below(6));
    return leaf(name, role, chance(30) ? m_party.person : text("adversary-%1").arg(m_dice.below(keys)));
}

/// Another person than the signatory, so that both may have a part in it.
std::shared_ptr<SigningKey> RogueParty::author()
{
    return m_isWild ? person() : leaf(m_party.name + text(".second"), m_party.role, text("adversary-1"));
}

DocumentHead RogueParty::head(const std::shared_ptr<SigningKey> &by)
{
    DocumentHead head = headOf(by, noise(16));
    if (odd(20))
        head.created = now + any(QList<qint64>{-day, 200, 400, 3 * day, -89 * day});
    if (odd(20))
        head.expires = now + any(QList<qint64>{-1, 1, 90 * day, 91 * day, 3650 * day});
    if (chance(5))
        head.evidence = {{text("measured.csv"), noise(32)}};
    if (chance(5))
        head.reason = QString(1 + m_dice.below(20'000), u'x');
    return head;
}

QByteArray RogueParty::signedAsRogue(const char *type, QByteArray payload, const std::shared_ptr<SigningKey> &by,
    const QList<std::shared_ptr<SigningKey>> &besides)
{
    if (odd(50))
        payload = cbor::encode(m_dice.tree(*cbor::decode(payload)));
    QList<std::shared_ptr<SigningKey>> approvers = besides;
    approvers.append(signatory());
    // Now and then as many as a document can carry.
    const int most = CoseSign::maxSignatures - 1 - int(approvers.size());
    const int count = chance(5) ? most : m_dice.below(5);
    for (int i = 0; i < count; ++i)
        approvers.append(person());
    CoseSign document = *CoseSign::decode(signedBy(type, payload, by, approvers));
    if (!m_seen.isEmpty() && odd(40)) {
        for (int edits = 1 + m_dice.below(4); edits > 0; --edits)
            m_dice.signatures(document, any(m_seen));
    }
    if (!m_seen.isEmpty() && chance(30)) {
        for (const CoseSignature &signature : any(m_seen).signatures) {
            if (document.signatures.size() < CoseSign::maxSignatures)
                document.signatures.append(signature);
        }
    }
    return document.encode();
}

RogueParty::Document RogueParty::request(const PackState &pack)
{
    const auto by = author();
    ChangeRequest request;
    request.head = head(by);
    const auto changes = [&] {
        QList<ParameterChange> made;
        for (int count = 1 + m_dice.below(2); count > 0; --count) {
            const ParameterDefinition definition = any(pack.silicon.parameters);
            const Range charter = pack.charter.ranges.value(definition.id, definition.silicon);
            const qint64 held = pack.value(definition.id).value;
            const qint64 to = any(QList<qint64>{definition.silicon.min.value, definition.silicon.max.value,
                charter.min.value, charter.max.value, charter.max.value + 1, held + 1, held - 1, held + 1000,
                held - 1000, definition.silicon.max.value + 1, std::numeric_limits<qint64>::max()});
            made.append({definition.id, definition.unit, pack.value(definition.id),
                pack.values.value(definition.id).revision, Milli{to}});
        }
        return made;
    };
    request.packs.append({pack.serial, pack.silicon.hardware, changes()});
    if (chance(10))
        request.packs.append({PackSerial::fromTrusted(text("SDB-TEST-0002")), pack.silicon.hardware, changes()});
    if (chance(30))
        request.periodEnd = now + any(QList<qint64>{-1, 60, day, 300 * day});
    return {documentkind::request, signedAsRogue(contenttype::request, request.encode(), by), text("request")};
}

void RogueParty::bend(Policy &policy)
{
    const CapabilityId capability = any(policy.seats.keys());
    switch (m_dice.below(12)) {
    case 0: {
        Grant grant;
        grant.role = m_party.role;
        grant.capability = capability;
        grant.contract = text("C-1");
        grant.clause = 1;
        grant.uses = m_dice.below(3);
        policy.grants.append(grant);
        break;
    }
    case 1:
        policy.seats[capability] = {{ownSeat()}, {}, {}, {}};
        break;
    case 2: {
        // One of many, of whom it plays the most.
        SeatRule rule;
        SeatGroup group{1 + m_dice.below(15), {ownSeat()}};
        for (int i = 0; i < 15; ++i) {
            const RoleId role = RoleId::fromTrusted(text("many-%1").arg(i));
            if (!policy.role(role))
                policy.roles.append({role, m_party.position, role.text()});
            policy.issuers.insert(role, {m_party.position});
            group.of.append({m_party.position, role});
        }
        rule.groups = {group};
        policy.seats[capability] = rule;
        break;
    }
    case 3:
        policy.issuers[any(policy.issuers.keys())].insert(m_party.position);
        break;
    case 4:
        if (!policy.roles.isEmpty())
            policy.roles[m_dice.below(int(policy.roles.size()))].position = m_party.position;
        break;
    case 5:
        for (Range &range : policy.softLimits)
            range = {Milli{range.min.value - 10'000}, Milli{range.max.value + 10'000}};
        break;
    case 6:
        for (Milli &step : policy.steps)
            step = Milli{step.value * 100};
        break;
    case 7:
        policy.crossRules.clear();
        break;
    case 8:
        if (!policy.grants.isEmpty())
            policy.grants.removeAt(m_dice.below(int(policy.grants.size())));
        break;
    case 9:
        policy.seats.remove(capability);
        break;
    case 10:
        for (Grant &grant : policy.grants) {
            if (grant.role == m_party.role)
                grant.until = 0;
            else if (chance(30))
                grant.until = now + 1;
        }
        break;
    default:
        policy.seats[capability].all.removeIf([&](const Seat &seat) { return seat != ownSeat(); });
        policy.seats[capability].groups.clear();
    }
}

void RogueParty::bend(Charter &charter)
{
    const PositionId other = any(charter.positions.keys());
    const CapabilityId capability = any(charter.mayHold.keys());
    const QByteArray ownRoot = m_world.root(chance(50) ? m_party.name : text("adversary")).der;
    switch (m_dice.below(13)) {
    case 0:
        charter.positions[other].rootDer = ownRoot;
        break;
    case 1:
        charter.positions[other].rootDer = ownRoot;
        charter.positions[other].party = m_party.name;
        charter.positions[other].partyName = m_party.name;
        break;
    case 2:
        charter.positions[other].until = now + any(QList<qint64>{-1, 1, day});
        break;
    case 3:
        charter.positions.remove(other);
        break;
    case 4: {
        Position position = charter.positions.value(m_party.position);
        position.party = text("adversary");
        position.rootDer = m_world.root(position.party).der;
        charter.positions.insert(PositionId::fromTrusted(text("observer")), position);
        break;
    }
    case 5:
        charter.mayIssue[any(charter.mayIssue.keys())].insert(m_party.position);
        break;
    case 6:
        charter.successors.insert({other, charter.positions.value(other).signatory}, ownSeat());
        break;
    case 7:
        charter.timekeepers = {m_party.role};
        break;
    case 8:
        for (Range &range : charter.ranges)
            range = {Milli{range.min.value - 10'000}, Milli{range.max.value + 10'000}};
        break;
    case 9:
        charter.crlGrace = {{1, 4000 * day}, {2, 4000 * day}, {3, 4000 * day}, {4, 4000 * day}};
        break;
    case 10:
        charter.mandatorySeats.clear();
        break;
    case 11:
        charter.mayHold[capability].insert(m_party.role);
        break;
    default:
        charter.authorMayFill.insert(m_party.position);
    }
}

QList<std::shared_ptr<SigningKey>> RogueParty::newcomers(const Charter &charter)
{
    QList<std::shared_ptr<SigningKey>> made;
    const QByteArray root = m_world.root(text("adversary")).der;
    for (const Position &position : charter.positions) {
        // A wild charter may name a role that no certificate can have.
        if (position.rootDer != root || made.size() > 1 || !RoleId::parse(position.signatory.text()).ok())
            continue;
        TestWorld::Leaf leaf;
        leaf.party = text("adversary");
        leaf.person = text("adversary.newcomer");
        leaf.role = position.signatory.text();
        leaf.keyName = text("adversary-3");
        made.append(m_world.makeKey(leaf));
    }
    return made;
}

RogueParty::Document RogueParty::policy(const PackState &pack)
{
    const auto by = author();
    PolicyChange change{head(by), {pack.policyDocument}, pack.policy};
    change.policy.version += odd(40) ? any(QList<int>{0, 2, 256, 257}) : 1;
    if (odd(10))
        change.previous = {noise(32)};
    for (int edits = m_isWild ? 1 + m_dice.below(3) : 1; edits > 0; --edits)
        bend(change.policy);
    return {documentkind::policy, signedAsRogue(contenttype::policy, change.encode(), by), text("policy")};
}

RogueParty::Document RogueParty::charter(const PackState &pack)
{
    const auto by = author();
    const auto amendment
        = chance(40) ? Amendment::Amend : Amendment(m_dice.below(int(Amendment::TransferOwnership) + 1));
    CharterChange change{head(by), amendment, {pack.charterDocument}, pack.charter, {}};
    change.charter.version += odd(40) ? any(QList<int>{0, 2, 257}) : 1;
    for (int edits = m_isWild ? 1 + m_dice.below(2) : 1; edits > 0; --edits)
        bend(change.charter);
    change.policy = {change.head, {pack.policyDocument}, pack.policy};
    change.policy.policy.version += 1;
    if (odd(30))
        bend(change.policy.policy);
    change.policy.policy.charterSha256 = change.charter.bodySha256();
    CharterUpload upload;
    upload.document = signedAsRogue(contenttype::charter, change.encode(), by, newcomers(change.charter));
    for (int count = m_dice.below(4); count > 0; --count)
        upload.crls.append(encodeCrlEntry(m_world.crl(
            chance(50) ? m_party.name : text("adversary"), {}, pack.crls.isEmpty() ? 1 : 2 + m_dice.below(9))));
    return {documentkind::charter, upload.encode(), text("charter ") + amendmentName(amendment)};
}

RogueParty::Document RogueParty::command(const PackState &pack)
{
    const auto by = author();
    Command command;
    command.head = head(by);
    command.kind = CommandKind(m_dice.below(int(CommandKind::Decommission) + 1));
    qint64 revision = pack.lock.revision;
    switch (command.kind) {
    case CommandKind::TheftUnlock:
        command.lock = pack.lock.locked ? pack.lock.document : noise(32);
        break;
    case CommandKind::ReplaceComponent:
        command.slot = pack.components.isEmpty() ? text("cpu") : pack.components.firstKey();
        command.component = text("CPU-6666");
        revision = pack.components.value(command.slot).revision;
        break;
    case CommandKind::Tighten: {
        const ParameterDefinition definition = any(pack.silicon.parameters);
        const qint64 held = pack.value(definition.id).value;
        command.parameter = definition.id;
        command.to = Milli{held + any(QList<qint64>{-1, 1, -1000, 1000, -20'000, 20'000})};
        revision = pack.values.value(definition.id).revision;
        break;
    }
    case CommandKind::Decommission:
        revision = pack.lifeCycleRevision;
        break;
    default:
        break;
    }
    command.packs = {{pack.serial, odd(20) ? revision + 1 : revision}};
    const QString name = text("command ") + commandName(command.kind);
    return {documentkind::command, signedAsRogue(contenttype::command, command.encode(), by), name};
}

RogueParty::Document RogueParty::time(const PackState &pack)
{
    TimeDocument document;
    document.serial = pack.serial;
    document.nonce = chance(80) ? pack.timeNonce : noise(32);
    document.time = now + any(QList<qint64>{0, -1, 60, 3600, 6 * day, 8 * day, 20 * day, 29 * day, 399 * day});
    const auto made
        = CoseSign1::make(contenttype::time, document.encode(), chance(60) ? *signatory() : *person(), document.time);
    return {documentkind::time, made->encode(), text("time")};
}

RogueParty::Document RogueParty::oneList(const QString &authorityName, qint64 number)
{
    Authority issuer{m_world.root(m_party.name), m_party.name + text("-root")};
    if (!authorityName.isEmpty())
        issuer = authority(authorityName);
    QList<QByteArray> serials;
    // Its own people's numbers, and those of others, which are none of its business.
    for (const Party &other : parties()) {
        if (chance(20))
            serials.append(m_world.key(other.person)->leaf().serialNumber);
    }
    const qint64 from = !odd(30) ? now - day : now + any(QList<qint64>{1, day, -40 * day});
    const qint64 until = from + (odd(30) ? any(QList<qint64>{45 * day, 46 * day, 3600}) : 30 * day);
    const auto list = pki::issueCrl(issuer.certificate, m_world.privateKey(issuer.key), number, {from, until}, serials);
    if (!list.ok())
        qFatal("no list: %s", qPrintable(list.error().detail));
    const QByteArray issuedBy = authorityName.isEmpty() ? QByteArray() : issuer.certificate.der;
    return {documentkind::crl, encodeCrlEntry({*list, issuedBy}), text("list")};
}

RogueParty::Document RogueParty::list()
{
    if (chance(15)) {
        // In the name of another party, by the own key; or another party's own, old one.
        const Party &other = parties().at(m_dice.below(int(parties().size())));
        if (other == m_party)
            return oneList({}, 9);
        const auto list = pki::issueCrl(
            m_world.root(other.name), m_world.rootKey(m_party.name), 9, {now - day, now + 30 * day}, {});
        return {documentkind::crl, encodeCrlEntry({*list, {}}), text("list of another")};
    }
    const QString name = chance(60) ? QString() : text("%1 issuer %2").arg(m_party.name).arg(m_dice.below(4));
    return oneList(name, any(QList<qint64>{1, 2, 3, 4, 50, 1000, 1002, 5000}));
}

RogueParty::Document RogueParty::oneWithdrawal(
    const std::shared_ptr<SigningKey> &by, const QByteArray &document, qint64 expires)
{
    const auto made = CoseSign1::make(contenttype::withdrawal, Withdrawal{document, expires}.encode(), *by, now);
    return {documentkind::withdrawal, made->encode(), text("withdrawal")};
}

RogueParty::Document RogueParty::withdrawal()
{
    const QByteArray document = !m_pending.isEmpty() && chance(60) ? any(m_pending) : noise(32);
    return oneWithdrawal(person(), document, now + any(QList<qint64>{-1, 1, day, 89 * day, 91 * day}));
}

RogueParty::Document RogueParty::provision(const PackState &pack)
{
    const auto by = author();
    ProvisionDocument document;
    document.head = head(by);
    document.serial = pack.serial;
    document.step = ProvisionStep(m_dice.below(int(ProvisionStep::Seal) + 1));
    switch (document.step) {
    case ProvisionStep::Pair:
        document.components = {{text("cpu"), text("CPU-6666")}};
        break;
    case ProvisionStep::Limits:
        document.silicon = pack.silicon;
        document.datasheet = noise(64);
        break;
    case ProvisionStep::Foundation:
        document.foundation = pack.foundation;
        for (QList<Seat> &seats : document.foundation.amendments)
            seats = {ownSeat()};
        break;
    case ProvisionStep::DeviceCertificate:
        document.deviceChain = {m_world.deviceKey(pack.serial.text())->leaf().der};
        break;
    default:
        break;
    }
    return {documentkind::provision, signedAsRogue(contenttype::provision, document.encode(), by),
        text("provision ") + provisionStepName(document.step)};
}

RogueParty::Document RogueParty::document(const PackState &pack)
{
    m_isWild = chance(40);
    switch (m_dice.below(16)) {
    case 0:
    case 1:
    case 2:
        return request(pack);
    case 3:
    case 4:
        return policy(pack);
    case 5:
    case 6:
    case 7:
        return charter(pack);
    case 8:
    case 9:
    case 10:
        return command(pack);
    case 11:
        return time(pack);
    case 12:
    case 13:
        return list();
    case 14:
        return withdrawal();
    default:
        return provision(pack);
    }
}

QList<RogueParty::Document> RogueParty::flood(bool wide)
{
    QList<Document> many;
    m_isWild = false;
    if (chance(50)) {
        for (int count = wide ? 70 : 9, i = 0; i < count; ++i)
            many.append(oneList(text("%1 flood %2").arg(m_party.name).arg(i), 1));
        return many;
    }
    for (int people = wide ? 40 : 1, i = 0; i < people; ++i) {
        TestWorld::Leaf leaf;
        leaf.party = m_party.name;
        leaf.person = text("%1.many-%2").arg(m_party.name).arg(i);
        leaf.role = m_party.role.text();
        leaf.keyName = text("adversary-0");
        const auto by = m_world.makeKey(leaf);
        for (int each = 0; each < 17; ++each)
            many.append(oneWithdrawal(by, noise(32), now + 89 * day));
    }
    return many;
}

} // namespace packwarden::test
