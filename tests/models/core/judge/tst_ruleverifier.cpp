// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/seatoffer.h"
#include "models/core/rules/seating.h"
#include "tests/models/core/judge/judgetest.h"

#include <QRandomGenerator>

#include <map>
#include <set>

using namespace packwarden;
using namespace packwarden::test;

namespace {

struct Row
{
    PackState pack;
    PolicyChange change;
    QString author;
    QStringList approvers;
    std::function<void(CoseSign &)> afterwards;
    std::optional<Code> expected;
};

using Change = std::function<void(Row &)>;

const Seat owner = seatOf("owner", "asset-manager");
const Seat cellData = seatOf("cell-data", "specialist");
const Seat platform = seatOf("platform", "platform-engineer");
const Seat fleet = seatOf("operator", "fleet-manager");
const Seat technician = seatOf("service", "technician");

Policy &policyOf(Row &row)
{
    return row.change.policy;
}

SeatRule &seatsOf(Row &row, const char *capability)
{
    return policyOf(row).seats[capabilityId(capability)];
}

Grant &grantOf(Row &row, const char *role, const char *capability)
{
    for (Grant &grant : policyOf(row).grants) {
        if (grant.role == roleId(role) && grant.capability == capabilityId(capability))
            return grant;
    }
    qFatal("no such grant");
}

void dropGrants(Policy &policy, const char *role, const char *capability)
{
    policy.grants.removeIf(
        [&](const Grant &grant) { return grant.role == roleId(role) && grant.capability == capabilityId(capability); });
}

void addGrant(Row &row, const char *role, const char *capability)
{
    Grant grant;
    grant.role = roleId(role);
    grant.capability = capabilityId(capability);
    policyOf(row).grants.append(grant);
}

/// The charter of the pack is another one, and both policies name it.
void withCharter(Row &row, const std::function<void(Charter &)> &edit)
{
    edit(row.pack.charter);
    row.pack.policy.charterSha256 = row.pack.charter.bodySha256();
    policyOf(row).charterSha256 = row.pack.policy.charterSha256;
}

/// The platform's engineer may hold change-policy in both sets of rules.
void platformMayChangePolicy(Row &row)
{
    withCharter(row, [](Charter &charter) { charter.mayHold[capabilityId("change-policy")].insert(platform.role); });
    Grant grant;
    grant.role = platform.role;
    grant.capability = capabilityId("change-policy");
    row.pack.policy.grants.append(grant);
    policyOf(row).grants.append(grant);
}

} // namespace

/// Changes of the policy: by whom, from what, and what they may say.
class TestRuleVerifier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void policies_data();
    void policies();
    void offersAreKept_data() { policies_data(); }
    void offersAreKept();
    void reasonsComeInOrder_data();
    void reasonsComeInOrder();
    void whatItDoes();
    void seatsAreNamed();
    void partiesAreChosen();
    void oneRootFillsOneSeat();
    void onePersonFillsOneSeat_data();
    void onePersonFillsOneSeat();
    void emptySeatsAreForeseen();
    void foresightIsCheap();
    void nobodyIsSeatedByHisOwnRules();

private:
    void signers();
    void frames();
    void broken();
    void limits();
    void touches();
    void ownSeats();
    void lockOuts();
    PackState basePack();
    Row good();
    Verdict judge(const Row &row);
    void add(const QByteArray &name, std::optional<Code> expected, const Change &change);
    void touch(const QByteArray &name, const QStringList &needed, const Change &change);

    CryptoRuntime m_crypto;
    TestWorld m_world;
    std::optional<PackState> m_base;
    std::map<QByteArray, Row> m_rows;
};

/// Made once: its lists are signed anew each time otherwise.
PackState TestRuleVerifier::basePack()
{
    if (!m_base)
        m_base = servedPack(m_world);
    return *m_base;
}

Row TestRuleVerifier::good()
{
    Row row;
    row.pack = basePack();
    row.pack.policy.charterSha256 = row.pack.charter.bodySha256();
    row.author = who::fleet;
    row.approvers = {who::leasing, who::cell};
    row.change.head = headBy(m_world, row.author);
    row.change.previous = {row.pack.policyDocument};
    row.change.policy = row.pack.policy;
    row.change.policy.version = row.pack.policy.version + 1;
    return row;
}

Verdict TestRuleVerifier::judge(const Row &row)
{
    PolicyChange change = row.change;
    if (!row.author.isEmpty())
        change.head.author = m_world.key(row.author)->leaf().sha256;
    CoseSign document = signPayload(m_world, contenttype::policy, change.encode(), row.author, row.approvers);
    if (row.afterwards)
        row.afterwards(document);
    return verifyPolicy(document.encode(), row.pack);
}

void TestRuleVerifier::add(const QByteArray &name, std::optional<Code> expected, const Change &change)
{
    Row row = good();
    change(row);
    row.expected = expected;
    m_rows.insert_or_assign(name, row);
    QTest::newRow(name.constData()) << name;
}

/// Accepted with these approvals, and with none of them missing.
void TestRuleVerifier::touch(const QByteArray &name, const QStringList &needed, const Change &change)
{
    add(name, std::nullopt, [&](Row &row) {
        row.approvers = needed;
        change(row);
    });
    for (const QString &missing : needed) {
        add(name + " without " + missing.toLatin1(), Code::BelowQuorum, [&](Row &row) {
            row.approvers = needed;
            row.approvers.removeOne(missing);
            change(row);
        });
    }
}

void TestRuleVerifier::signers()
{
    const auto approvedBy = [](const QStringList &approvers) {
        return [=](Row &row) {
            row.approvers = approvers;
        };
    };
    add("a new version with the old rules", std::nullopt, [](Row &) {});
    add("case 1: no signature at all", Code::Malformed, [](Row &row) {
        row.author.clear();
        row.approvers.clear();
    });
    add("case 1: nobody approves", Code::BelowQuorum, approvedBy({}));
    add("case 2: one of two approves", Code::BelowQuorum, approvedBy({who::leasing}));
    add("case 2: the other of two approves", Code::BelowQuorum, approvedBy({who::cell}));
    add("case 3: an invalid signature besides enough valid ones", std::nullopt, [](Row &row) {
        row.approvers.append(who::platform);
        row.afterwards = [](CoseSign &document) {
            document.signatures.last().signature[100] = char(document.signatures.last().signature.at(100) ^ 1);
        };
    });
    add("case 3: an invalid signature where it was needed", Code::SignatureInvalid, [](Row &row) {
        row.afterwards = [](CoseSign &document) {
            document.signatures.last().signature[100] = char(document.signatures.last().signature.at(100) ^ 1);
        };
    });
    add("case 4: the same person signs twice", Code::SignerRepeated, approvedBy({who::leasing, who::leasing}));
    add("case 6: two people of one party", Code::SignerRepeated, approvedBy({who::leasing, who::leasing2}));
    add("a person without a seat approves instead", Code::SignerNotAuthorised, approvedBy({who::leasing, who::shop}));
    add("a person of a party that is not in the charter", Code::UnknownIssuer,
        approvedBy({who::leasing, text("buyer.asset-manager")}));
    add("case 47: the author approves his own policy", Code::AuthorIsApprover,
        [](Row &row) { row.author = who::leasing; });
    add("another of the author's party approves", std::nullopt, [](Row &row) {
        row.author = who::leasing;
        row.approvers = {who::leasing2, who::cell};
    });
    add("the author's signature is by somebody else", Code::Malformed, [this](Row &row) {
        row.afterwards = [this](CoseSign &document) {
            CoseSign other = document;
            other.signatures.clear();
            (void)other.addSignature(*m_world.key(who::shop), Meaning::Author, TestWorld::now, someLog());
            document.signatures[0] = other.signatures.at(0);
        };
    });
    add("case 54: an approver's certificate was revoked since", Code::CertificateRevoked, [this](Row &row) {
        replaceList(row.pack, m_world.root(text("celldata")),
            m_world.crl(text("celldata"), {m_world.key(who::cell)->leaf()}, 2));
    });
    add("case 34: an approver's list is stale", Code::CrlStale, [this](Row &row) {
        replaceList(row.pack, m_world.root(text("celldata")),
            m_world.crl(text("celldata"), {}, 2, TestWorld::now - 20 * TestWorld::day, TestWorld::now - 1));
    });
    const auto ended = [](Row &row) {
        const Seat successor = seatOf("manufacturer", "engineer-manufacturer");
        withCharter(row, [&](Charter &charter) {
            charter.positions[positionId("cell-data")].until = TestWorld::now - 1;
            charter.successors.insert(cellData, successor);
            for (const char *name : {"change-policy", "change-policy-physical"})
                charter.mayHold[capabilityId(name)].insert(successor.role);
        });
        for (Policy *policy : {&row.pack.policy, &policyOf(row)}) {
            for (const char *name : {"change-policy", "change-policy-physical"}) {
                Grant grant;
                grant.role = successor.role;
                grant.capability = capabilityId(name);
                policy->grants.append(grant);
            }
        }
    };
    add("an approver's position has ended", Code::RoleNotIssuable, ended);
    add("the successor of an ended position approves", std::nullopt, [=](Row &row) {
        ended(row);
        row.approvers = {who::leasing, who::maker};
    });
    add("a successor while the position is filled", Code::BelowQuorum, [=](Row &row) {
        ended(row);
        withCharter(row, [&](Charter &charter) { charter.positions[positionId("cell-data")].until = 0; });
        row.approvers = {who::leasing, who::maker};
    });
    add("a specialist certified by another party fills no seat in layer 3", Code::SignerNotAuthorised,
        [this](Row &row) {
            withCharter(row, [](Charter &charter) { charter.mayIssue[cellData.role].insert(positionId("service")); });
            for (Policy *policy : {&row.pack.policy, &policyOf(row)})
                policy->issuers[cellData.role].insert(positionId("service"));
            row.approvers = {who::leasing};
            row.afterwards = [this](CoseSign &document) {
                const auto lent = m_world.makeKey(
                    {text("service"), text("service.specialist"), text("specialist"), text("service.specialist")});
                (void)document.addSignature(*lent, Meaning::Approve, TestWorld::now, someLog());
            };
        });
    add("case 24: signatures of another kind of document", Code::Malformed, [this](Row &row) {
        row.afterwards = [this, payload = row.change.encode()](CoseSign &document) {
            const CoseSign command
                = signPayload(m_world, contenttype::command, document.payload, who::fleet, {who::leasing, who::cell});
            document.signatures = command.signatures;
        };
    });
}

void TestRuleVerifier::frames()
{
    add("case 16: expired", Code::Expired, [](Row &row) { row.pack.now = row.change.head.expires; });
    add("a second before it expires", std::nullopt, [this](Row &row) { row.change.head.expires = row.pack.now + 1; });
    add("case 17: not yet valid", Code::NotYetValid, [](Row &row) {
        row.change.head.created = row.pack.now + 301;
        row.change.head.expires = row.pack.now + 1000;
    });
    add("a clock that is a little behind", std::nullopt, [](Row &row) {
        row.change.head.created = row.pack.now + 300;
        row.change.head.expires = row.pack.now + 1000;
    });
    add("delivered for longer than 90 days", Code::Malformed,
        [](Row &row) { row.change.head.expires = row.change.head.created + DocumentHead::maxLifetime + 1; });
    add("the clock is uncertain", Code::TimeUncertain, [](Row &row) { row.pack.clockUncertain = true; });
    add("withdrawn by its author", Code::Withdrawn, [this](Row &row) {
        PolicyChange change = row.change;
        row.pack.withdrawals.append({sha256(change.encode()), change.head.expires, m_world.root(text("courier")).sha256,
            m_world.key(who::fleet)->leaf().person});
    });
    add("withdrawn by a signer", Code::Withdrawn, [this](Row &row) {
        row.pack.withdrawals.append({sha256(row.change.encode()), row.change.head.expires,
            m_world.root(text("celldata")).sha256, m_world.key(who::cell)->leaf().person});
    });
    add("withdrawn by a stranger to it", std::nullopt, [this](Row &row) {
        row.pack.withdrawals.append({sha256(row.change.encode()), row.change.head.expires,
            m_world.root(text("service")).sha256, m_world.key(who::shop)->leaf().person});
    });
    for (const LifeCycle state :
        {LifeCycle::Blank, LifeCycle::Limited, LifeCycle::Chartered, LifeCycle::Decommissioned})
        add("a pack that is " + lifeCycleName(state).toLatin1(), Code::WrongState,
            [=](Row &row) { row.pack.lifeCycle = state; });
    add("a pack that is sealed", std::nullopt, [](Row &row) { row.pack.lifeCycle = LifeCycle::Sealed; });
    add("a locked pack", Code::TheftLocked, [](Row &row) { row.pack.lock.locked = true; });
    add("for another charter", Code::WrongCharter, [](Row &row) { policyOf(row).charterSha256 = QByteArray(32, 'x'); });
    add("case 12: an older version", Code::VersionRollback, [](Row &row) {
        row.pack.policy.version = 7;
        policyOf(row).version = 6;
    });
    add("case 13: the same version again", Code::VersionRollback,
        [](Row &row) { policyOf(row).version = row.pack.policy.version; });
    add("case 14: 256 versions on", std::nullopt,
        [](Row &row) { policyOf(row).version = row.pack.policy.version + 256; });
    add("case 14: 257 versions on", Code::VersionJump,
        [](Row &row) { policyOf(row).version = row.pack.policy.version + 257; });
    add("case 14: version 2^32 - 1", Code::VersionJump, [](Row &row) { policyOf(row).version = 0xFFFFFFFFLL; });
    add("version 0", Code::Malformed, [](Row &row) { policyOf(row).version = 0; });
    add("case 31: made from another policy", Code::StaleBase,
        [](Row &row) { row.change.previous = {sha256("another policy")}; });
    add("made from no policy", Code::StaleBase, [](Row &row) { row.change.previous.clear(); });
    add("made from this or another policy", std::nullopt,
        [](Row &row) { row.change.previous.prepend(sha256("another policy")); });
    add("its predecessor twice", Code::Malformed, [](Row &row) { row.change.previous += row.change.previous; });
    add("case 18: the rules of another file under these signatures", Code::Malformed, [](Row &row) {
        row.afterwards = [change = row.change](CoseSign &document) mutable {
            change.policy.softLimits[parameterId("soc.max")] = {Milli{60000}, Milli{97000}};
            document.payload = change.encode();
        };
    });
    for (const char *section : {"roles", "grants", "seats", "issuers", "softLimits", "steps", "crossRules", "groups",
             "contracts", "charter", "previous", "version", "author"}) {
        add(QByteArray("case 19: without ") + section, Code::Malformed, [this, section](Row &row) {
            row.afterwards = [this, section, approvers = row.approvers](CoseSign &document) {
                QCborMap map = cbor::decode(document.payload)->toMap();
                map.remove(QLatin1String(section));
                document = signPayload(m_world, contenttype::policy, cbor::encode(map), who::fleet, approvers);
            };
        });
    }
    add("an unknown section", Code::Malformed, [this](Row &row) {
        row.afterwards = [this, approvers = row.approvers](CoseSign &document) {
            QCborMap map = cbor::decode(document.payload)->toMap();
            map.insert(QStringLiteral("exceptions"), QCborArray());
            document = signPayload(m_world, contenttype::policy, cbor::encode(map), who::fleet, approvers);
        };
    });
    add("case 22: a set in another order", Code::NotCanonical, [this](Row &row) {
        policyOf(row).groups.insert(
            text("g"), {PackSerial::fromTrusted(text("A-1")), PackSerial::fromTrusted(text("A-2"))});
        row.afterwards = [this, approvers = row.approvers](CoseSign &document) {
            QCborMap map = cbor::decode(document.payload)->toMap();
            map.insert(QStringLiteral("groups"),
                QCborMap{{QStringLiteral("g"), QCborArray{QStringLiteral("A-2"), QStringLiteral("A-1")}}});
            document = signPayload(m_world, contenttype::policy, cbor::encode(map), who::fleet, approvers);
        };
    });
}

void TestRuleVerifier::broken()
{
    const auto group = [](Row &row) -> SeatGroup & {
        return seatsOf(row, "set-cell-voltage-max").groups[0];
    };
    for (const int threshold : {0, -1, 4, 16, 17, INT32_MAX})
        add("case 7: a threshold of " + QByteArray::number(threshold), Code::Malformed,
            [=](Row &row) { group(row).atLeast = threshold; });
    add("case 7: a group of nobody", Code::Malformed, [=](Row &row) { group(row).of.clear(); });
    add("a group that names a seat twice", Code::Malformed, [=](Row &row) { group(row).of.append(owner); });
    add("seats without anybody", Code::Malformed, [](Row &row) { seatsOf(row, "set-soc-max") = {}; });
    add("one seat twice", Code::Malformed, [](Row &row) { seatsOf(row, "set-soc-max").all.append(owner); });
    add("two seats under one root in layer 3", Code::Malformed, [](Row &row) {
        policyOf(row).roles.append({roleId("auditor"), positionId("owner"), text("Auditor")});
        policyOf(row).issuers.insert(roleId("auditor"), {positionId("owner")});
        addGrant(row, "auditor", "set-soc-max");
        seatsOf(row, "set-soc-max").all.append(seatOf("owner", "auditor"));
    });
    add("a seat of an unknown role", Code::Malformed,
        [](Row &row) { seatsOf(row, "set-soc-max").all.append(seatOf("owner", "accountant")); });
    add("a seat of an unknown position", Code::Malformed,
        [](Row &row) { seatsOf(row, "set-soc-max").all.append(seatOf("insurer", "asset-manager")); });
    add("a seat of a role in the wrong position", Code::Malformed,
        [](Row &row) { seatsOf(row, "set-soc-max").all.append(seatOf("platform", "asset-manager")); });
    add("a seat whose role holds no grant", Code::Malformed,
        [](Row &row) { seatsOf(row, "set-soc-max").all.append(platform); });
    add("a mandatory seat lost its grant", Code::Malformed,
        [](Row &row) { dropGrants(policyOf(row), "asset-manager", "set-soc-max"); });
    add("a group of two where one alone holds the grant", Code::Malformed, [](Row &row) {
        dropGrants(policyOf(row), "platform-engineer", "set-cell-voltage-max");
        dropGrants(policyOf(row), "fleet-manager", "set-cell-voltage-max");
    });
    add("an extra seat that is taken already", Code::Malformed,
        [](Row &row) { seatsOf(row, "set-soc-max").beyondStep = owner; });
    add("an extra seat of nobody", Code::Malformed,
        [](Row &row) { seatsOf(row, "set-soc-max").beyondSoftLimit = seatOf("operator", "nobody"); });
    add("seats of an unknown capability", Code::Malformed, [](Row &row) {
        policyOf(row).seats.insert(capabilityId("fly"), {{owner, cellData}, {}, {}, {}});
    });
    add("a grant of an unknown capability", Code::Malformed, [](Row &row) { addGrant(row, "asset-manager", "fly"); });
    add("a grant to an unknown role", Code::Malformed, [](Row &row) { addGrant(row, "pilot", "set-soc-max"); });
    add("a grant that ends before it begins", Code::Malformed, [](Row &row) {
        Grant &grant = grantOf(row, "technician", "set-service-interval");
        grant.from = 1000;
        grant.until = 1000;
    });
    add("a grant for a group that is not there", Code::Malformed,
        [](Row &row) { grantOf(row, "technician", "set-service-interval").group = text("night-fleet"); });
    add("a grant for an unknown purpose", Code::Malformed,
        [](Row &row) { grantOf(row, "fleet-manager", "activate").purposes = {text("race")}; });
    add("a grant with negative uses", Code::Malformed,
        [](Row &row) { grantOf(row, "technician", "set-service-interval").uses = -1; });
    add("a grant that rests on a contract that is not listed", Code::Malformed,
        [](Row &row) { grantOf(row, "technician", "set-service-interval").contract = text("C-9"); });
    add("a grant that rests on a clause that is not there", Code::Malformed,
        [](Row &row) { grantOf(row, "technician", "set-service-interval").clause = 9; });
    add("a role in a position that the charter does not know", Code::Malformed, [](Row &row) {
        policyOf(row).roles.append({roleId("broker"), positionId("insurer"), text("Broker")});
    });
    add("one role twice", Code::Malformed, [](Row &row) {
        policyOf(row).roles.append({roleId("technician"), positionId("owner"), text("Technician")});
    });
    add("a role that the charter names is gone", Code::Malformed, [](Row &row) {
        policyOf(row).roles.removeIf([](const Role &role) { return role.id == roleId("engineer-manufacturer"); });
        policyOf(row).issuers.remove(roleId("engineer-manufacturer"));
    });
    add("an issuer that the charter does not know", Code::Malformed,
        [](Row &row) { policyOf(row).issuers[roleId("technician")].insert(positionId("insurer")); });
    add("nobody may issue a role that has a seat", Code::Malformed,
        [](Row &row) { policyOf(row).issuers.remove(roleId("specialist")); });
    add("soft limits upside down", Code::Malformed, [](Row &row) {
        policyOf(row).softLimits[parameterId("soc.max")] = {Milli{90000}, Milli{60000}};
    });
    add("a step of nothing", Code::Malformed, [](Row &row) { policyOf(row).steps[parameterId("soc.max")] = Milli{0}; });
    add("a negative gap between parameters", Code::Malformed,
        [](Row &row) { policyOf(row).crossRules[0].gap = Milli{-1}; });
}

void TestRuleVerifier::limits()
{
    add("a grant of what is prohibited", Code::Prohibited,
        [](Row &row) { addGrant(row, "asset-manager", "disable-protection"); });
    add("seats for what is prohibited", Code::Prohibited, [](Row &row) {
        policyOf(row).seats.insert(capabilityId("disable-protection"), {{owner, cellData, platform}, {}, {}, {}});
    });
    add("a grant that the charter does not allow", Code::LaxerThanCharter,
        [](Row &row) { addGrant(row, "technician", "set-soc-max"); });
    add("an issuer that the charter does not allow", Code::LaxerThanCharter,
        [](Row &row) { policyOf(row).issuers[roleId("specialist")].insert(positionId("owner")); });
    add("a mandatory seat is dropped", Code::LaxerThanCharter, [](Row &row) {
        seatsOf(row, "set-cell-voltage-max") = {{}, {{3, {owner, platform, fleet}}}, {}, {}};
    });
    add("case 61: a mandatory seat becomes one of a group", Code::LaxerThanCharter, [](Row &row) {
        seatsOf(row, "set-cell-voltage-max") = {{}, {{3, {cellData, owner, platform}}}, {}, {}};
    });
    add("layer 3 with one seat", Code::LaxerThanCharter, [](Row &row) { seatsOf(row, "set-soc-max").all = {owner}; });
    add("layer 4 with two seats", Code::LaxerThanCharter,
        [](Row &row) { seatsOf(row, "set-cell-voltage-max").groups[0].atLeast = 1; });
    add("case 8: the threshold for policy itself goes down", Code::LaxerThanCharter,
        [](Row &row) { seatsOf(row, "change-policy").all = {owner}; });
    add("layer 4 with three seats of two parties", Code::LaxerThanCharter, [](Row &row) {
        withCharter(row, [&](Charter &charter) {
            charter.positions[positionId("platform")].party = text("leasing");
            charter.positions[positionId("operator")].party = text("leasing");
        });
        row.pack.foundation.amendments[text("amend")] = {owner, cellData};
    });
    add("theft-lock needs one seat in every layer", std::nullopt, [](Row &row) {
        seatsOf(row, "theft-lock") = {{owner}, {}, {}, {}};
    });
    add("soft limits as wide as the charter", std::nullopt, [](Row &row) {
        policyOf(row).softLimits[parameterId("soc.max")] = {Milli{50000}, Milli{97000}};
    });
    add("soft limits above the charter", Code::LaxerThanCharter, [](Row &row) {
        policyOf(row).softLimits[parameterId("soc.max")] = {Milli{50000}, Milli{97001}};
    });
    add("soft limits below the charter", Code::LaxerThanCharter, [](Row &row) {
        policyOf(row).softLimits[parameterId("soc.max")] = {Milli{49999}, Milli{97000}};
    });
    add("a rule between parameters that the values break", Code::CrossRule,
        [](Row &row) { policyOf(row).crossRules[0].gap = Milli{80001}; });
    add("a rule between parameters that the values just keep", std::nullopt,
        [](Row &row) { policyOf(row).crossRules[0].gap = Milli{80000}; });
    add("a rule between parameters that an overlay breaks", Code::CrossRule, [](Row &row) {
        row.pack.values[parameterId("soc.min")].overlay = Milli{11000};
        row.pack.values[parameterId("soc.min")].overlayEnds = row.pack.now + 10;
        policyOf(row).crossRules[0].gap = Milli{80000};
    });
    add("a rule between parameters that an overlay broke until now", std::nullopt, [](Row &row) {
        row.pack.values[parameterId("soc.min")].overlay = Milli{11000};
        row.pack.values[parameterId("soc.min")].overlayEnds = row.pack.now;
        policyOf(row).crossRules[0].gap = Milli{80000};
    });
    add("a rule between parameters that the base under an overlay breaks", Code::CrossRule, [](Row &row) {
        row.pack.values[parameterId("soc.min")].overlay = Milli{5000};
        row.pack.values[parameterId("soc.min")].overlayEnds = row.pack.now + 10;
        policyOf(row).crossRules[0].gap = Milli{80001};
    });
}

void TestRuleVerifier::touches()
{
    const QStringList two{who::leasing, who::cell};
    const QStringList physical{who::leasing, who::cell, who::platform};
    touch("touches a soft limit of layer 3", two,
        [](Row &row) { policyOf(row).softLimits[parameterId("soc.max")].max = Milli{94000}; });
    touch(
        "touches a step of layer 3", two, [](Row &row) { policyOf(row).steps[parameterId("soc.max")] = Milli{5000}; });
    touch("touches a rule between two parameters", two, [](Row &row) { policyOf(row).crossRules.clear(); });
    touch("touches the seats of a capability in layer 4", physical,
        [](Row &row) { seatsOf(row, "set-cell-voltage-max").groups[0].atLeast = 3; });
    touch("touches a soft limit of layer 4", physical, [](Row &row) {
        policyOf(row).softLimits[parameterId("cell.voltage.max")] = {Milli{4000}, Milli{4200}};
    });
    touch("touches a grant of layer 4", physical,
        [](Row &row) { dropGrants(policyOf(row), "fleet-manager", "set-cell-voltage-max"); });
    touch("touches a grant of layer 2", {who::leasing, who::cell, who::shop},
        [](Row &row) { grantOf(row, "technician", "set-service-interval").uses = 5; });
    touch("touches activation", {who::leasing, who::cell, who::fleet}, [](Row &row) {
        row.author = who::shop;
        grantOf(row, "fleet-manager", "activate").purposes = {text("drive")};
    });
    touch("touches a grant through its group", {who::leasing, who::cell, who::shop}, [](Row &row) {
        row.pack.policy.groups.insert(text("day"), {row.pack.serial});
        for (Policy *policy : {&row.pack.policy, &policyOf(row)}) {
            for (Grant &grant : policy->grants) {
                if (grant.role == technician.role && grant.capability == capabilityId("set-service-interval"))
                    grant.group = text("day");
            }
        }
        policyOf(row).groups.insert(text("day"), {row.pack.serial, PackSerial::fromTrusted(text("SDB-TEST-0002"))});
    });
    touch("touches who issues the role of a grant", {who::leasing, who::cell, who::shop}, [](Row &row) {
        withCharter(row, [](Charter &charter) { charter.mayIssue[technician.role].insert(positionId("operator")); });
        policyOf(row).issuers[technician.role].insert(positionId("operator"));
    });
    touch("touches components", {who::leasing, who::cell, who::shop}, [](Row &row) {
        seatsOf(row, "replace-component").all.append(cellData);
        withCharter(
            row, [](Charter &charter) { charter.mayHold[capabilityId("replace-component")].insert(cellData.role); });
        addGrant(row, "specialist", "replace-component");
    });
    add("titles touch nothing", std::nullopt, [](Row &row) { policyOf(row).roles[0].title = text("Somebody else"); });
    add("the wording of a clause touches nothing", std::nullopt,
        [](Row &row) { policyOf(row).contracts[text("C-1")].clauses[1] = text("The same in better words."); });
    add("grants in another order touch nothing", std::nullopt,
        [](Row &row) { std::reverse(policyOf(row).grants.begin(), policyOf(row).grants.end()); });
    add("case 30: a second change hidden beside the one that was agreed on", Code::BelowQuorum, [](Row &row) {
        policyOf(row).softLimits[parameterId("soc.max")].max = Milli{94000};
        policyOf(row).steps[parameterId("cell.voltage.max")] = Milli{200};
    });
}

void TestRuleVerifier::ownSeats()
{
    const auto platformInsteadOfCell = [](Row &row) {
        platformMayChangePolicy(row);
        seatsOf(row, "change-policy").all = {owner, platform};
    };
    touch("case 8: other seats for policy need the old and the new", {who::leasing, who::cell, who::platform},
        platformInsteadOfCell);
    add("case 8: signed by the new seats alone", Code::BelowQuorum, [=](Row &row) {
        platformInsteadOfCell(row);
        row.approvers = {who::leasing, who::platform};
    });
    add("case 9: a seat added for policy, signed by the old seats alone", Code::BelowQuorum, [](Row &row) {
        platformMayChangePolicy(row);
        seatsOf(row, "change-policy").all.append(platform);
    });
    add("case 9: a seat added for policy, signed by old and new", std::nullopt, [](Row &row) {
        platformMayChangePolicy(row);
        seatsOf(row, "change-policy").all.append(platform);
        row.approvers.append(who::platform);
    });
    add("case 49: by the new rules an approver's role is not issuable any more", Code::Malformed,
        [](Row &row) { policyOf(row).issuers[cellData.role].clear(); });
    add("only another party issues the role of a seat in layer 3", Code::Malformed, [](Row &row) {
        withCharter(row, [](Charter &charter) { charter.mayIssue[cellData.role].insert(positionId("owner")); });
        policyOf(row).issuers[cellData.role] = {positionId("owner")};
    });
    add("no seats for policy on the pack", Code::OutsidePolicy,
        [](Row &row) { row.pack.policy.seats.remove(capabilityId("change-policy")); });
}

void TestRuleVerifier::lockOuts()
{
    add("case 55: nobody may change the policy any more", Code::WouldLockOut,
        [](Row &row) { policyOf(row).seats.remove(capabilityId("change-policy")); });
    add("case 55: nobody may change the physical part of the policy any more", Code::WouldLockOut, [](Row &row) {
        policyOf(row).seats.remove(capabilityId("change-policy-physical"));
        row.approvers.append(who::platform);
    });
    add("case 55: the grant to change the policy runs out", Code::WouldLockOut,
        [](Row &row) { grantOf(row, "asset-manager", "change-policy").until = row.pack.now + 100 * TestWorld::day; });
    add("case 55: the grant to change the policy can be used up", Code::WouldLockOut,
        [](Row &row) { grantOf(row, "asset-manager", "change-policy").uses = 1; });
    add("case 55: the grant to change the policy holds for some packs", Code::WouldLockOut, [](Row &row) {
        policyOf(row).groups.insert(text("day"), {row.pack.serial});
        grantOf(row, "asset-manager", "change-policy").group = text("day");
    });
    add("case 55: the grant to change the policy begins later", Code::WouldLockOut,
        [](Row &row) { grantOf(row, "asset-manager", "change-policy").from = row.pack.now + 100; });
    add("case 40: the last issuer of a role with a seat", Code::Malformed,
        [](Row &row) { policyOf(row).issuers[owner.role].clear(); });
    add("case 40: only another party may issue the role of the amending seat", Code::Malformed, [](Row &row) {
        withCharter(row, [](Charter &charter) { charter.mayIssue[platform.role].insert(positionId("owner")); });
        policyOf(row).issuers[platform.role] = {positionId("owner")};
        row.approvers.append(who::platform);
    });
    add("the position of a seat ends one day", Code::WouldLockOut, [](Row &row) {
        withCharter(row, [](Charter &charter) {
            charter.positions[positionId("platform")].until = TestWorld::now + 90 * TestWorld::day;
        });
    });
    add("the position of a seat ends one day and has a successor", std::nullopt, [](Row &row) {
        withCharter(row, [](Charter &charter) {
            charter.positions[positionId("platform")].until = TestWorld::now + 90 * TestWorld::day;
            charter.successors.insert(platform, seatOf("manufacturer", "engineer-manufacturer"));
            charter.mayHold[capabilityId("change-policy-physical")].insert(roleId("engineer-manufacturer"));
        });
        for (Policy *policy : {&row.pack.policy, &policyOf(row)}) {
            Grant grant;
            grant.role = roleId("engineer-manufacturer");
            grant.capability = capabilityId("change-policy-physical");
            policy->grants.append(grant);
        }
    });
}

void TestRuleVerifier::policies_data()
{
    QTest::addColumn<QByteArray>("name");
    m_rows.clear();
    signers();
    frames();
    broken();
    limits();
    touches();
    ownSeats();
    lockOuts();
}

void TestRuleVerifier::policies()
{
    QFETCH(QByteArray, name);
    const Row &row = m_rows.at(name);
    const Verdict verdict = judge(row);
    QCOMPARE(
        said(verdict.refusal).section(u' ', 0, 0), row.expected ? QString(codeName(*row.expected)) : text("accepted"));
    // Refused is refused as a whole.
    if (row.expected)
        QVERIFY(stateAfter(verdict, row.pack) == row.pack);
}

/// A person is offered a seat exactly where one empty seat less is left once that person has signed.
void TestRuleVerifier::offersAreKept()
{
    QFETCH(QByteArray, name);
    const Row &row = m_rows.at(name);
    const Verdict before = judge(row);
    if (row.expected == Code::Malformed || before.seats.isEmpty() || row.afterwards)
        return;
    const auto missing = [](const Verdict &verdict) {
        return std::count_if(
            verdict.seats.begin(), verdict.seats.end(), [](const SeatFinding &seat) { return seat.filledBy < 0; });
    };
    for (const QString &person : {who::leasing, who::leasing2, who::cell, who::platform, who::fleet, who::shop}) {
        Row more = row;
        more.approvers.append(person);
        const SeatOffer offer = seatsOpenTo(m_world.key(person)->chain(), before, row.pack);
        QVERIFY2(offer.seats.isEmpty() != (missing(judge(more)) < missing(before)), qPrintable(person));
    }
}

void TestRuleVerifier::reasonsComeInOrder_data()
{
    QTest::addColumn<int>("from");
    for (int from = 0; from < 10; ++from)
        QTest::addRow("from the reason %d on", from) << from;
}

/// A policy that is wrong in every respect is refused for the first of them.
void TestRuleVerifier::reasonsComeInOrder()
{
    QFETCH(int, from);
    const QList<std::pair<Code, Change>> wrongs{
        {Code::TimeUncertain,
            [](Row &row) {
                row.pack.clockUncertain = true;
            }},
        {Code::NotYetValid,
            [](Row &row) {
                row.change.head.created = row.pack.now + 301;
            }},
        {Code::WrongState,
            [](Row &row) {
                row.pack.lifeCycle = LifeCycle::Decommissioned;
            }},
        {Code::TheftLocked,
            [](Row &row) {
                row.pack.lock.locked = true;
            }},
        {Code::WrongCharter,
            [](Row &row) {
                policyOf(row).charterSha256 = QByteArray(32, 'x');
            }},
        {Code::VersionJump,
            [](Row &row) {
                policyOf(row).version += 1000;
            }},
        {Code::StaleBase,
            [](Row &row) {
                row.change.previous.clear();
            }},
        {Code::Prohibited,
            [](Row &row) {
                addGrant(row, "asset-manager", "disable-protection");
            }},
        {Code::CrossRule,
            [](Row &row) {
                policyOf(row).crossRules[0].gap = Milli{80001};
            }},
        {Code::WouldLockOut,
            [](Row &row) {
                policyOf(row).seats.remove(capabilityId("change-policy"));
            }},
    };
    Row row = good();
    row.approvers.clear();
    for (int i = from; i < wrongs.size(); ++i)
        wrongs.at(i).second(row);
    const Verdict verdict = judge(row);
    QVERIFY(verdict.refusal);
    QCOMPARE(codeName(verdict.refusal->code), codeName(wrongs.at(from).first));
}

void TestRuleVerifier::whatItDoes()
{
    Row row = good();
    policyOf(row).softLimits[parameterId("soc.max")].max = Milli{94000};
    const Verdict verdict = judge(row);
    QVERIFY2(verdict.accepted(), qPrintable(said(verdict.refusal)));
    const PackState after = stateAfter(verdict, row.pack);
    QVERIFY(after.policy == policyOf(row));
    QCOMPARE(after.policyDocument, verdict.payloadSha256);
    PackState rest = after;
    rest.policy = row.pack.policy;
    rest.policyDocument = row.pack.policyDocument;
    QVERIFY(rest == row.pack);
    // Case 13: delivered again it is what was applied, by its receipt; without one it is an old version.
    Row again = row;
    again.pack = after;
    QCOMPARE(judge(again).refusal->code, Code::VersionRollback);
    again.pack.receipts.insert(verdict.payloadSha256, "the receipt");
    QVERIFY(judge(again).alreadyApplied && judge(again).accepted());
    QVERIFY(stateAfter(judge(again), again.pack) == again.pack);
    // Case 52: of two policies made from one, the second is stale.
    Row second = good();
    second.pack = after;
    policyOf(second).version = after.policy.version + 1;
    QCOMPARE(judge(second).refusal->code, Code::StaleBase);
}

void TestRuleVerifier::seatsAreNamed()
{
    Row row = good();
    seatsOf(row, "set-cell-voltage-max").groups[0].atLeast = 3;
    row.approvers = {who::leasing, who::cell};
    const Verdict verdict = judge(row);
    QCOMPARE(verdict.refusal->code, Code::BelowQuorum);
    QCOMPARE(verdict.refusal->detail, text("platform/platform-engineer"));
    QSet<QString> capabilities;
    for (const SeatFinding &seat : verdict.seats)
        capabilities.insert(seat.capability.text());
    QCOMPARE(capabilities,
        (QSet<QString>{text("change-policy"), text("change-policy-physical"), text("set-cell-voltage-max")}));
    QVERIFY(verdict.signatures.at(1).counted);
}

/// Two people of one party fit a group of two; another choice has as many parties as the foundation asks for.
void TestRuleVerifier::partiesAreChosen()
{
    PackState pack = servedPack(m_world);
    pack.foundation.layers[2] = {2, 2};
    pack.policy.roles.append({roleId("helper"), positionId("service"), text("Helper")});
    pack.policy.issuers.insert(roleId("helper"), {positionId("service")});
    pack.charter.mayIssue.insert(roleId("helper"), {positionId("service")});
    grant(pack, "set-service-interval", {seatOf("service", "helper")});
    pack.policy.seats[capabilityId("set-service-interval")]
        = {{}, {{2, {technician, seatOf("service", "helper"), fleet}}}, {}, {}};
    const ChangeRequest request = m_world.request(pack, text("service.interval"), 400000);
    const QString helper = text("service.helper");
    const auto judged = [&](const QStringList &approvers) {
        return verifyRequest(
            signPayload(m_world, contenttype::request, request.encode(), who::fleet, approvers).encode(), pack);
    };
    QCOMPARE(said(judged({who::shop, helper, who::fleet}).refusal), text("accepted"));
    QCOMPARE(said(judged({helper, who::shop, who::fleet}).refusal), text("accepted"));
    QCOMPARE(judged({who::shop, helper}).refusal->code, Code::BelowQuorum);
}

/// In layers 3 and 4 two people of one root are one voice, whatever positions they hold.
void TestRuleVerifier::oneRootFillsOneSeat()
{
    PackState pack = basePack();
    pack.foundation.layers[3] = {2, 1};
    Position &cells = pack.charter.positions[positionId("cell-data")];
    cells.party = text("leasing");
    cells.rootDer = m_world.root(text("leasing")).der;
    const ChangeRequest request = m_world.request(pack, text("soc.max"), 95000);
    CoseSign document = signPayload(m_world, contenttype::request, request.encode(), who::fleet, {who::leasing});
    const auto second = m_world.makeKey(
        {text("leasing"), text("leasing.specialist"), text("specialist"), text("leasing.specialist")});
    QVERIFY(document.addSignature(*second, Meaning::Approve, TestWorld::now, someLog()).ok());
    const Verdict verdict = verifyRequest(document.encode(), pack);
    QVERIFY(verdict.refusal);
    QCOMPARE(codeName(verdict.refusal->code), codeName(Code::SignerRepeated));
}

void TestRuleVerifier::onePersonFillsOneSeat_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("keyName");
    QTest::addColumn<QString>("expected");
    QTest::newRow("two people") << text("service.helper") << text("service.helper") << text("accepted");
    QTest::newRow("case 6: one person with two keys")
        << text("service.technician") << text("service.helper") << text("signer-repeated");
    QTest::newRow("case 5: one key under two certificates")
        << text("service.helper") << text("service.technician") << text("signer-repeated");
}

/// In layers 1 and 2 a party may fill several seats, a person or a key but one.
void TestRuleVerifier::onePersonFillsOneSeat()
{
    QFETCH(QString, person);
    QFETCH(QString, keyName);
    QFETCH(QString, expected);
    PackState pack = basePack();
    const Seat helper = seatOf("service", "helper");
    pack.policy.roles.append({helper.role, helper.position, text("Helper")});
    pack.policy.issuers.insert(helper.role, {helper.position});
    pack.charter.mayIssue.insert(helper.role, {helper.position});
    grant(pack, "set-service-interval", {helper});
    pack.policy.seats[capabilityId("set-service-interval")] = {{technician, helper}, {}, {}, {}};
    const ChangeRequest request = m_world.request(pack, text("service.interval"), 400000);
    CoseSign document = signPayload(m_world, contenttype::request, request.encode(), who::fleet, {who::shop});
    const auto second = m_world.makeKey({text("service"), person, text("helper"), keyName});
    QVERIFY(document.addSignature(*second, Meaning::Approve, TestWorld::now, someLog()).ok());
    QCOMPARE(said(verifyRequest(document.encode(), pack).refusal).section(u' ', 0, 0), expected);
}

namespace {

/// Rules with many dates, and the slow way to tell when they leave a seat empty: at every date, every way to seat.
struct Dated
{
    Policy policy;
    Charter charter;
    SeatRule rule;
    static constexpr qint64 now = 1000;

    static Seat seat(int position, int role)
    {
        return {PositionId::fromTrusted(QStringLiteral("p%1").arg(position)),
            RoleId::fromTrusted(QStringLiteral("r%1-%2").arg(position).arg(role))};
    }
    static CapabilityId capability() { return capabilityId("change-policy"); }

    void addPosition(int number, int root, qint64 from, qint64 until, int roles)
    {
        Position place;
        place.rootDer = QByteArray("root") + QByteArray::number(root);
        place.from = from;
        place.until = until;
        const PositionId id = seat(number, 0).position;
        charter.positions.insert(id, place);
        for (int r = 0; r < roles; ++r) {
            const RoleId role = seat(number, r).role;
            policy.roles.append({role, id, {}});
            policy.issuers.insert(role, {id});
            charter.mayIssue.insert(role, {id});
            charter.mayHold[capability()].insert(role);
        }
    }
    void addGrant(const RoleId &role, qint64 from, qint64 until)
    {
        Grant grant;
        grant.role = role;
        grant.capability = capability();
        grant.from = from;
        grant.until = until;
        policy.grants.append(grant);
    }

    bool isFilledBy(const Seat &named, const QByteArray &root, qint64 at) const
    {
        const Seat seat = charter.inForce(named.position, at) ? named : charter.successors.value(named, named);
        const auto holds = [&](const Grant &grant) {
            return grant.role == seat.role && grant.from <= at && (grant.until == 0 || at < grant.until)
                && grant.uses == 0 && grant.group.isEmpty();
        };
        return charter.inForce(seat.position, at) && charter.positions.value(seat.position).rootDer == root
            && std::any_of(policy.grants.begin(), policy.grants.end(), holds);
    }
    bool canSeat(const QList<QList<Seat>> &places, int next, QSet<QByteArray> roots, qint64 at) const
    {
        if (next == places.size())
            return true;
        const QSet<QByteArray> left = roots;
        for (const QByteArray &root : left) {
            const auto fits = [&](const Seat &seat) {
                return isFilledBy(seat, root, at);
            };
            if (!std::any_of(places.at(next).begin(), places.at(next).end(), fits))
                continue;
            roots.remove(root);
            if (canSeat(places, next + 1, roots, at))
                return true;
            roots.insert(root);
        }
        return false;
    }
    std::optional<qint64> slowlyEmptyFrom() const
    {
        std::set<qint64> dates{now};
        QSet<QByteArray> roots;
        for (const Position &place : charter.positions) {
            dates.insert({place.from, place.until});
            roots.insert(place.rootDer);
        }
        for (const Grant &grant : policy.grants)
            dates.insert({grant.from, grant.until});
        QList<QList<Seat>> places;
        for (const Seat &one : rule.all)
            places.append({one});
        for (const SeatGroup &group : rule.groups)
            places += QList<QList<Seat>>(group.atLeast, group.of);
        for (qint64 date : dates) {
            if (date >= now && !canSeat(places, 0, roots, date))
                return date;
        }
        return std::nullopt;
    }
};

} // namespace

void TestRuleVerifier::emptySeatsAreForeseen()
{
    QRandomGenerator random(20'260);
    const auto pick = [&](int count) {
        return int(random.bounded(count));
    };
    int lasting = 0;
    int later = 0;
    constexpr int worlds = 4000;
    for (int world = 0; world < worlds; ++world) {
        Dated dated;
        const int positions = 2 + pick(3);
        const auto date = [&] {
            return pick(3) == 0 ? Dated::now + 1 + pick(6) : 0;
        };
        for (int p = 0; p < positions; ++p)
            dated.addPosition(p, pick(4) == 0 ? pick(positions) : p, pick(4) == 0 ? date() : 0, date(), 2);
        for (int i = pick(5); i > 0; --i) {
            const Seat from = Dated::seat(pick(positions), pick(2));
            const Seat to = Dated::seat(pick(positions), pick(2));
            if (from != to)
                dated.charter.successors.insert(from, to);
        }
        for (int p = 0; p < positions; ++p) {
            for (int r = 0; r < 2; ++r) {
                for (int i = 1 + pick(2); i > 0; --i) {
                    dated.addGrant(Dated::seat(p, r).role, date(), date());
                    if (pick(12) == 0)
                        dated.policy.grants.last().uses = 1;
                }
            }
        }
        for (int i = pick(3); i > 0; --i) {
            const Seat seat = Dated::seat(pick(positions), pick(2));
            if (!dated.rule.all.contains(seat))
                dated.rule.all.append(seat);
        }
        for (int g = pick(2) + (dated.rule.all.isEmpty() ? 1 : 0); g > 0; --g) {
            SeatGroup group;
            for (int i = 1 + pick(4); i > 0; --i) {
                const Seat seat = Dated::seat(pick(positions), pick(2));
                if (!group.of.contains(seat))
                    group.of.append(seat);
            }
            group.atLeast = 1 + pick(std::min(2, int(group.of.size())));
            dated.rule.groups.append(group);
        }
        const auto expected = dated.slowlyEmptyFrom();
        seating::Prospect prospect(dated.policy, dated.charter);
        const auto found = prospect.emptyFrom(Dated::capability(), dated.rule, Dated::now);
        QVERIFY2(found == expected,
            qPrintable(QStringLiteral("world %1: %2, slowly %3")
                           .arg(world)
                           .arg(found.value_or(-1))
                           .arg(expected.value_or(-1))));
        lasting += expected ? 0 : 1;
        later += expected && *expected > Dated::now ? 1 : 0;
    }
    QVERIFY(lasting > worlds / 20);
    QVERIFY(later > worlds / 20);
}

/// Twice the grants, each with dates of its own, are about twice the work.
void TestRuleVerifier::foresightIsCheap()
{
    qint64 before = 0;
    for (int grants : {128, 256, 512, 1024, 2048}) {
        Dated dated;
        constexpr int positions = 16;
        for (int p = 0; p < positions; ++p)
            dated.addPosition(p, p, 0, 0, grants / 64);
        SeatGroup group{positions / 2, {}};
        for (int p = 0; p < positions; ++p) {
            for (int r = 0; r < grants / 64; ++r) {
                group.of.append(Dated::seat(p, r));
                dated.charter.successors.insert(Dated::seat(p, r), Dated::seat((p + 1) % positions, r));
            }
        }
        dated.rule.groups = {group, {positions / 2 - 1, group.of}};
        // The whole time is covered, by one grant after the other, and each role ends at a date of its own.
        for (int i = 0; i < grants; ++i)
            dated.addGrant(group.of.at(i % group.of.size()).role, Dated::now - 10 + i, Dated::now + 2 * grants - i);
        seating::Prospect prospect(dated.policy, dated.charter);
        const auto empty = prospect.emptyFrom(Dated::capability(), dated.rule, Dated::now);
        QVERIFY(empty);
        QVERIFY2(prospect.steps() < 1'000'000, qPrintable(QString::number(prospect.steps())));
        if (before > 0)
            QVERIFY2(prospect.steps() < 5 * before / 2,
                qPrintable(
                    QStringLiteral("%1 grants: %2 steps after %3").arg(grants).arg(prospect.steps()).arg(before)));
        before = prospect.steps();
    }
    qInfo("%lld steps", before);
}

/// By rules of his own a stranger fills every seat: nothing is looked for by them before somebody who is known has
/// signed as the author, and the rules make sense.
void TestRuleVerifier::nobodyIsSeatedByHisOwnRules()
{
    const auto comingFilled = [&](const Row &row) {
        const Verdict verdict = judge(row);
        int filled = 0;
        for (const SeatFinding &seat : verdict.seats) {
            if (seat.candidates == QList<Seat>{fleet})
                filled += seat.filledBy >= 0 ? 1 : 0;
        }
        return filled;
    };
    Row row = good();
    row.author = who::shop;
    row.approvers = {who::leasing, who::cell, who::fleet};
    SeatRule &rule = seatsOf(row, "change-policy");
    rule.all.append(fleet);
    addGrant(row, "fleet-manager", "change-policy");
    withCharter(row, [](Charter &charter) { charter.mayHold[capabilityId("change-policy")].insert(fleet.role); });
    QVERIFY2(judge(row).accepted(), qPrintable(said(judge(row).refusal)));
    QCOMPARE(comingFilled(row), 1);
    Row unsigned_ = row;
    unsigned_.afterwards = [](CoseSign &document) {
        document.signatures.removeFirst();
    };
    QCOMPARE(judge(unsigned_).refusal->code, Code::Malformed);
    QCOMPARE(comingFilled(unsigned_), 0);
    QVERIFY(!judge(unsigned_).seats.isEmpty());
    Row senseless = row;
    addGrant(senseless, "nobody", "change-policy");
    QCOMPARE(judge(senseless).refusal->code, Code::Malformed);
    QCOMPARE(comingFilled(senseless), 0);
}

QTEST_GUILESS_MAIN(TestRuleVerifier)
#include "tst_ruleverifier.moc"
