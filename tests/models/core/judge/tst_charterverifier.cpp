// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/documentfile.h"
#include "models/core/judge/seatoffer.h"
#include "tests/models/core/judge/judgetest.h"

#include <map>

using namespace packwarden;
using namespace packwarden::test;

namespace {

struct Row
{
    PackState pack;
    CharterChange change;
    QString author;
    QStringList approvers;
    QList<CrlEntry> lists;
    std::function<void(CoseSign &)> afterwards;
    std::optional<Code> expected;
};

using Change = std::function<void(Row &)>;

const Seat owner = seatOf("owner", "asset-manager");
const Seat cellData = seatOf("cell-data", "specialist");
const Seat platform = seatOf("platform", "platform-engineer");
const Seat fleet = seatOf("operator", "fleet-manager");
const Seat technician = seatOf("service", "technician");
const QString buyer = text("buyer.asset-manager");
const QString carrier = text("carrier.fleet-manager");
const QString power = text("power.power-operator");

Position &placeOf(Row &row, const char *position)
{
    return row.change.charter.positions[positionId(position)];
}

Policy &policyOf(Row &row)
{
    return row.change.policy.policy;
}

QStringList except(QStringList people, const QString &missing)
{
    people.removeOne(missing);
    return people;
}

} // namespace

/// Changes of the charter: what each kind may change, who must agree, and what a pack becomes by it.
class TestCharterVerifier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void charters_data();
    void charters();
    void offersAreKept_data() { charters_data(); }
    void offersAreKept();
    void ownerIsOneAtAnyTime();
    void whatIsPreparedBecomesVoid();
    void whatOthersDo();
    void firstCharter();
    void uploads();
    void oneFullPartyKeepsNoNewcomerOut();
    void manyOfOneName();
    void firstTrust_data();
    void firstTrust();

private:
    void transfers();
    void swaps();
    void frames();
    void amends();
    void malformed();
    void admissions();
    void removals();
    void firsts();
    PackState basePack();
    Row row(Amendment kind);
    Row transfer();
    Row first();
    Row admission();
    void put(Row &row, const char *position, const QString &party);
    Verdict judge(const Row &row);
    QByteArray upload(const Row &row);
    void add(const QByteArray &name, std::optional<Code> expected, Row row, const Change &change = {});
    /// Accepted with these approvals, and with none of them missing.
    void needs(const QByteArray &name, const QStringList &people, const Row &row, const Change &change = {});

    CryptoRuntime m_crypto;
    TestWorld m_world;
    std::optional<PackState> m_base;
    std::map<QByteArray, Row> m_rows;
};

/// Made once: its lists are signed anew each time otherwise.
PackState TestCharterVerifier::basePack()
{
    if (!m_base)
        m_base = servedPack(m_world);
    return *m_base;
}

Row TestCharterVerifier::row(Amendment kind)
{
    Row row;
    row.pack = basePack();
    row.pack.policy.charterSha256 = row.pack.charter.bodySha256();
    row.author = who::fleet;
    row.approvers = {who::leasing, who::cell, who::platform};
    row.change.head = headBy(m_world, row.author);
    row.change.amendment = kind;
    row.change.previous = {row.pack.charterDocument};
    row.change.charter = row.pack.charter;
    ++row.change.charter.version;
    row.change.policy = {row.change.head, {row.pack.policyDocument}, row.pack.policy};
    ++row.change.policy.policy.version;
    return row;
}

void TestCharterVerifier::put(Row &row, const char *position, const QString &party)
{
    placeOf(row, position).party = party;
    placeOf(row, position).partyName = party;
    placeOf(row, position).rootDer = m_world.root(party).der;
    row.lists.append(m_world.crl(party));
}

Row TestCharterVerifier::transfer()
{
    Row made = row(Amendment::TransferOwnership);
    put(made, "owner", text("buyer"));
    made.approvers = {who::leasing, who::platform, buyer};
    return made;
}

Row TestCharterVerifier::admission()
{
    Row made = row(Amendment::AdmitParty);
    Position place;
    place.from = TestWorld::now - 10;
    place.signatory = roleId("power-operator");
    made.change.charter.positions.insert(positionId("energy"), place);
    put(made, "energy", text("power"));
    made.change.charter.mayIssue.insert(place.signatory, {positionId("energy")});
    policyOf(made).issuers.insert(place.signatory, {positionId("energy")});
    policyOf(made).roles.append({place.signatory, positionId("energy"), text("Power operator")});
    made.approvers = {who::leasing, who::cell, who::platform, power};
    return made;
}

Row TestCharterVerifier::first()
{
    Row made = row(Amendment::First);
    made.change.charter.version = 1;
    policyOf(made).version = 1;
    made.change.previous.clear();
    made.change.policy.previous.clear();
    made.pack.lifeCycle = LifeCycle::Limited;
    for (const CrlEntry &entry : std::as_const(made.pack.crls))
        made.lists.append(entry);
    made.pack.crls.clear();
    made.pack.charter = {};
    made.pack.policy = {};
    made.pack.charterDocument.clear();
    made.pack.deviceChain = {m_world.deviceKey()->leaf().der};
    made.pack.policyDocument.clear();
    made.author = who::maker;
    made.approvers = {who::maker2, who::fleet, who::leasing, who::cell, who::shop, who::platform};
    return made;
}

QByteArray TestCharterVerifier::upload(const Row &row)
{
    CharterChange change = row.change;
    if (!row.author.isEmpty())
        change.head.author = m_world.key(row.author)->leaf().sha256;
    if (change.policy.policy.charterSha256 != QByteArray(32, 'x'))
        change.policy.policy.charterSha256 = change.charter.bodySha256();
    CoseSign document = signPayload(m_world, contenttype::charter, change.encode(), row.author, row.approvers);
    if (row.afterwards)
        row.afterwards(document);
    CharterUpload made{document.encode(), {}};
    for (const CrlEntry &entry : row.lists)
        made.crls.append(encodeCrlEntry(entry));
    return made.encode();
}

Verdict TestCharterVerifier::judge(const Row &row)
{
    return verifyCharter(upload(row), row.pack);
}

void TestCharterVerifier::add(const QByteArray &name, std::optional<Code> expected, Row row, const Change &change)
{
    if (change)
        change(row);
    row.expected = expected;
    if (m_rows.count(name) > 0)
        qFatal("two rows %s", name.constData());
    m_rows.insert_or_assign(name, row);
    QTest::newRow(name.constData()) << name;
}

void TestCharterVerifier::needs(const QByteArray &name, const QStringList &people, const Row &row, const Change &change)
{
    Row made = row;
    made.approvers = people;
    add(name, std::nullopt, made, change);
    for (const QString &missing : people) {
        made.approvers = except(people, missing);
        add(name + " without " + missing.toLatin1(), Code::BelowQuorum, made, change);
    }
}

void TestCharterVerifier::transfers()
{
    const QStringList all{who::leasing, who::platform, buyer};
    needs("case 53: transfer to a buyer who accepts", all, transfer());
    add("case 53: old owner and new owner alone", Code::BelowQuorum, transfer(), [](Row &row) {
        row.approvers = {who::leasing, buyer};
    });
    add("case 53: the buyer takes it with the platform", Code::BelowQuorum, transfer(), [](Row &row) {
        row.approvers = {buyer, who::platform};
    });
    add("case 53: transfer to oneself", Code::OutsideCharter, row(Amendment::TransferOwnership));
    add("case 53: transfer to oneself under another name", Code::OutsideCharter, row(Amendment::TransferOwnership),
        [](Row &row) { placeOf(row, "owner").party = text("leasing-two"); });
    add("case 53: transfer to oneself with a new root", Code::OutsideCharter, transfer(),
        [](Row &row) { placeOf(row, "owner").party = text("leasing"); });
    add("case 53: transfer to a party without a root", Code::Malformed, transfer(),
        [](Row &row) { placeOf(row, "owner").rootDer = "unknown"; });
    add("case 53: the buyer's root without its list", Code::CrlStale, transfer(), [](Row &row) { row.lists.clear(); });
    add("case 53: the buyer's signer is revoked", Code::CertificateRevoked, transfer(),
        [this](Row &row) { row.lists = {m_world.crl(text("buyer"), {m_world.key(buyer)->leaf()})}; });
    add("case 53: the buyer accepts by another role", Code::RoleNotIssuable, transfer(), [](Row &row) {
        row.approvers = {who::leasing, who::platform, text("buyer.technician")};
    });
    add("case 53: a key that the buyer's issuer generated accepts", Code::SignerNotAuthorised, transfer(),
        [this](Row &row) {
            row.approvers.removeLast();
            row.afterwards = [this](CoseSign &document) {
                const auto handed = m_world.makeKey({text("buyer"), text("buyer.clerk"), text("asset-manager"),
                    text("buyer.clerk"), TestWorld::now - TestWorld::day, TestWorld::now + TestWorld::day, true});
                (void)document.addSignature(*handed, Meaning::Approve, TestWorld::now, someLog());
            };
        });
    add("case 53: another than the buyer accepts for him", Code::BelowQuorum, transfer(), [](Row &row) {
        row.approvers = {who::leasing, who::platform, who::leasing2};
    });
    add("case 53: the buyer drafts it himself", Code::Malformed, transfer(), [](Row &row) { row.author = buyer; });
    add("case 53: the old owner drafts and approves it", Code::AuthorIsApprover, transfer(),
        [](Row &row) { row.author = who::leasing; });
    add("the platform buys the pack and could not be told from itself", Code::Malformed,
        row(Amendment::TransferOwnership), [this](Row &row) {
            put(row, "owner", text("platform"));
            row.approvers = {who::leasing, who::platform, text("platform.asset-manager")};
        });
    add("a transfer that also changes the operator", Code::OutsideCharter, transfer(), [this](Row &row) {
        put(row, "operator", text("carrier"));
        row.approvers.append(carrier);
    });
    add("a transfer of the operator's position", Code::OutsideCharter, row(Amendment::TransferOwnership),
        [this](Row &row) {
            put(row, "operator", text("carrier"));
            row.approvers = {who::leasing, who::platform, carrier};
        });
    const QList<std::pair<const char *, Change>> more{
        {"the dates of the position",
            [](Row &row) {
                placeOf(row, "owner").until = TestWorld::now + 1000000;
            }},
        {"the signatory of the position",
            [](Row &row) {
                const Role auditor{roleId("auditor"), positionId("owner"), text("Auditor")};
                for (Charter *charter : {&row.pack.charter, &row.change.charter})
                    charter->mayIssue.insert(auditor.id, {auditor.position});
                for (Policy *policy : {&row.pack.policy, &policyOf(row)})
                    policy->roles.append(auditor);
                placeOf(row, "owner").signatory = auditor.id;
            }},
        {"a range",
            [](Row &row) {
                row.change.charter.ranges[parameterId("soc.max")].max = Milli{98000};
            }},
        {"who may issue a role",
            [](Row &row) {
                row.change.charter.mayIssue[owner.role].insert(positionId("platform"));
            }},
        {"a mandatory seat",
            [](Row &row) {
                row.change.charter.mandatorySeats.clear();
            }},
        {"an intrinsic right",
            [](Row &row) {
                row.change.charter.mayHold[capabilityId("set-soc-max")].insert(technician.role);
            }},
        {"whose author may fill a seat",
            [](Row &row) {
                row.change.charter.authorMayFill.insert(positionId("owner"));
            }},
        {"the freshness of lists",
            [](Row &row) {
                row.change.charter.crlGrace[2] = 0;
            }},
        {"the timekeepers",
            [](Row &row) {
                row.change.charter.timekeepers.clear();
            }},
        {"the successors",
            [](Row &row) {
                row.change.charter.successors.insert(cellData, platform);
            }},
        {"a soft limit",
            [](Row &row) {
                policyOf(row).softLimits[parameterId("soc.max")].max = Milli{90000};
            }},
        {"a grant",
            [](Row &row) {
                policyOf(row).grants.removeIf([](const Grant &grant) {
                    return grant.role == fleet.role && grant.capability == capabilityId("set-cell-voltage-max");
                });
            }},
        {"a step",
            [](Row &row) {
                policyOf(row).steps.clear();
            }},
    };
    for (const auto &[name, change] : more)
        add(QByteArray("case 30: a transfer that also changes ") + name, Code::OutsideCharter, transfer(), change);
    add("a locked pack can be transferred", std::nullopt, transfer(), [](Row &row) { row.pack.lock.locked = true; });
}

void TestCharterVerifier::swaps()
{
    Row handover = row(Amendment::Handover);
    put(handover, "operator", text("carrier"));
    needs("a handover to another operator", {who::leasing, who::platform, carrier}, handover);
    add("a handover of the owner's position", Code::OutsideCharter, transfer(),
        [](Row &row) { row.change.amendment = Amendment::Handover; });
    add("a handover of nothing", Code::OutsideCharter, row(Amendment::Handover));

    Row rotation = row(Amendment::RotateRoot);
    const QString fresh = text("leasing-b.asset-manager");
    placeOf(rotation, "owner").rootDer = m_world.root(text("leasing-b")).der;
    rotation.lists = {m_world.crl(text("leasing-b"))};
    needs("the owner's root is rotated", {who::leasing, who::platform, fresh}, rotation);
    add("case 9: a rotation signed by the new root alone", Code::BelowQuorum, rotation, [=](Row &row) {
        row.approvers = {fresh, who::platform};
    });
    add("a rotation that brings in another party", Code::OutsideCharter, transfer(),
        [](Row &row) { row.change.amendment = Amendment::RotateRoot; });
    add("a rotation of two roots", Code::OutsideCharter, rotation, [this](Row &row) {
        placeOf(row, "operator").rootDer = m_world.root(text("courier-b")).der;
        row.lists.append(m_world.crl(text("courier-b")));
        row.approvers.append(text("courier-b.fleet-manager"));
    });
    add("a rotation to the same key under a new certificate", Code::OutsideCharter, row(Amendment::RotateRoot),
        [this](Row &row) {
            const auto again
                = pki::issueRoot(m_world.rootKey(text("leasing")), {text("leasing again"), text("leasing")},
                    {TestWorld::now - TestWorld::day, TestWorld::now + 4000 * TestWorld::day});
            placeOf(row, "owner").rootDer = again->der;
        });
    // Nobody could believe the pack's word any more: its own certificate stands under the root that goes.
    Row maker = row(Amendment::RotateRoot);
    placeOf(maker, "manufacturer").rootDer = m_world.root(text("manufacturer-b")).der;
    maker.lists = {m_world.crl(text("manufacturer-b"))};
    maker.approvers = {who::leasing, who::platform, text("manufacturer-b.engineer-manufacturer")};
    add("the manufacturer's root is rotated, as far as nothing is known of the pack's certificate", std::nullopt,
        maker);
    add("the manufacturer's root is rotated away from the pack's certificate", Code::WouldLockOut, maker,
        [this](Row &row) { row.pack.deviceChain = {m_world.deviceKey()->leaf().der}; });
    add("another root is rotated, and the pack's certificate stays where it was", std::nullopt, rotation,
        [fresh, this](Row &row) {
            row.pack.deviceChain = {m_world.deviceKey()->leaf().der};
            row.approvers = {who::leasing, who::platform, fresh};
        });
    add("a rotation to the root of another party", Code::Malformed, row(Amendment::RotateRoot),
        [this](Row &row) { placeOf(row, "owner").rootDer = m_world.root(text("courier")).der; });
}

void TestCharterVerifier::frames()
{
    const Row good = row(Amendment::Amend);
    add("case 1: a charter without signatures", Code::Malformed, good, [](Row &row) {
        row.author.clear();
        row.approvers.clear();
    });
    add("expired", Code::Expired, good, [](Row &row) { row.pack.now = row.change.head.expires; });
    add("not yet valid", Code::NotYetValid, good, [](Row &row) { row.change.head.created = row.pack.now + 301; });
    add("the clock is uncertain", Code::TimeUncertain, good, [](Row &row) { row.pack.clockUncertain = true; });
    add("withdrawn by a signer", Code::Withdrawn, good, [this](Row &row) {
        row.change.policy.policy.charterSha256 = row.change.charter.bodySha256();
        row.change.head.author = m_world.key(row.author)->leaf().sha256;
        row.pack.withdrawals.append({sha256(row.change.encode()), row.change.head.expires,
            m_world.root(text("celldata")).sha256, m_world.key(who::cell)->leaf().person});
    });
    for (const LifeCycle state :
        {LifeCycle::Blank, LifeCycle::Limited, LifeCycle::Chartered, LifeCycle::Decommissioned})
        add("an amendment on a pack that is " + lifeCycleName(state).toLatin1(), Code::WrongState, good,
            [=](Row &row) { row.pack.lifeCycle = state; });
    add("case 18: the policy inside is for another charter", Code::WrongCharter, good,
        [](Row &row) { policyOf(row).charterSha256 = QByteArray(32, 'x'); });
    add("case 12: an older charter", Code::VersionRollback, good, [](Row &row) { row.change.charter.version = 1; });
    add("case 14: a charter 257 versions on", Code::VersionJump, good,
        [](Row &row) { row.change.charter.version = row.pack.charter.version + 257; });
    add("case 12: an older policy inside", Code::VersionRollback, good, [](Row &row) { policyOf(row).version = 1; });
    add("case 14: a policy inside 257 versions on", Code::VersionJump, good,
        [](Row &row) { policyOf(row).version = row.pack.policy.version + 257; });
    add("made from another charter", Code::StaleBase, good, [](Row &row) { row.change.previous = {sha256("other")}; });
    add("made from another policy", Code::StaleBase, good,
        [](Row &row) { row.change.policy.previous = {sha256("other")}; });
    add("a kind that the foundation does not know", Code::OutsideCharter, transfer(),
        [](Row &row) { row.pack.foundation.amendments.remove(text("transfer-ownership")); });
    for (const char *section : {"amendment", "body", "policy", "previous", "version"}) {
        add(QByteArray("case 19: a charter without ") + section, Code::Malformed, good, [this, section](Row &row) {
            row.afterwards = [this, section, row](CoseSign &document) {
                QCborMap map = cbor::decode(document.payload)->toMap();
                map.remove(QLatin1String(section));
                document = signPayload(m_world, contenttype::charter, cbor::encode(map), row.author, row.approvers);
            };
        });
    }
    for (const char *word : {"", "Amend", "first ", "change"}) {
        add(QByteArray("an amendment called '") + word + '\'', Code::Malformed, good, [this, word](Row &row) {
            row.afterwards = [this, word, row](CoseSign &document) {
                QCborMap map = cbor::decode(document.payload)->toMap();
                map.insert(QStringLiteral("amendment"), QLatin1String(word));
                document = signPayload(m_world, contenttype::charter, cbor::encode(map), row.author, row.approvers);
            };
        });
    }
    add("case 24: a policy signed as a charter", Code::UnknownType, good, [](Row &row) {
        row.afterwards = [](CoseSign &document) {
            document.contentType = contenttype::policy;
        };
    });
}

void TestCharterVerifier::amends()
{
    const Row good = row(Amendment::Amend);
    const QStringList all{who::leasing, who::cell, who::platform};
    needs("an amendment of nothing", all, good);
    add("case 6: two people of the owner", Code::SignerRepeated, good, [](Row &row) {
        row.approvers = {who::leasing, who::leasing2, who::cell};
    });
    needs("an amendment of a range in layer 3", all, good,
        [](Row &row) { row.change.charter.ranges[parameterId("soc.max")].max = Milli{98000}; });
    needs("an amendment of a right in layer 2", all + QStringList{who::shop}, good,
        [](Row &row) { row.change.charter.mayHold[capabilityId("set-service-interval")].insert(owner.role); });
    needs("an amendment of the grace in layer 1", {who::leasing, who::cell, who::platform, who::fleet}, good,
        [](Row &row) {
            row.author = who::shop;
            row.change.charter.crlGrace[1] = TestWorld::day;
        });
    needs("an amendment with a policy that changes layer 3", all, good,
        [](Row &row) { policyOf(row).softLimits[parameterId("soc.max")].max = Milli{90000}; });
    needs("an amendment that puts another operator in", {who::leasing, who::cell, who::platform, carrier}, good,
        [this](Row &row) { put(row, "operator", text("carrier")); });
    add("an amendment with new seats for policy, without them", Code::BelowQuorum, good, [](Row &row) {
        row.change.charter.mayHold[capabilityId("change-policy")].insert(fleet.role);
        Grant grant;
        grant.role = fleet.role;
        grant.capability = capabilityId("change-policy");
        policyOf(row).grants.append(grant);
        policyOf(row).seats[capabilityId("change-policy")].all.append(fleet);
        row.author = who::shop;
    });
    add("an amendment with new seats for policy, with them", std::nullopt, good, [](Row &row) {
        row.change.charter.mayHold[capabilityId("change-policy")].insert(fleet.role);
        Grant grant;
        grant.role = fleet.role;
        grant.capability = capabilityId("change-policy");
        policyOf(row).grants.append(grant);
        policyOf(row).seats[capabilityId("change-policy")].all.append(fleet);
        row.author = who::shop;
        row.approvers.append(who::fleet);
    });
    add("an amendment whose policy is laxer", Code::LaxerThanCharter, good,
        [](Row &row) { policyOf(row).seats[capabilityId("set-soc-max")].all = {owner}; });
    add("an amendment whose policy grants what is prohibited", Code::Prohibited, good, [](Row &row) {
        row.change.charter.mayHold[capabilityId("disable-protection")].insert(owner.role);
        Grant grant;
        grant.role = owner.role;
        grant.capability = capabilityId("disable-protection");
        policyOf(row).grants.append(grant);
    });
    add("an amendment with a rule between parameters that the values break", Code::CrossRule, good,
        [](Row &row) { policyOf(row).crossRules[0].gap = Milli{80001}; });
    add("an amendment that narrows a range under the soft limits", Code::LaxerThanCharter, good,
        [](Row &row) { row.change.charter.ranges[parameterId("soc.max")].max = Milli{94000}; });
    for (const char *position : {"owner", "cell-data", "platform"}) {
        add(QByteArray("case 55: the amending position ends today: ") + position, Code::WouldLockOut, good,
            [=](Row &row) { placeOf(row, position).until = row.pack.now; });
        add(QByteArray("case 55: the amending position ends one day: ") + position, Code::WouldLockOut, good,
            [=](Row &row) { placeOf(row, position).until = row.pack.now + TestWorld::day; });
    }
    const QStringList touched = all + QStringList{who::shop};
    needs("an amendment by which a party ends one day", touched, good,
        [](Row &row) { placeOf(row, "service").until = row.pack.now + TestWorld::day; });
    needs("an amendment by which a party begins later", touched, good,
        [](Row &row) { placeOf(row, "service").from = row.pack.now + TestWorld::day; });
    needs("an amendment by which a party begins later and ends later", touched, good, [](Row &row) {
        row.pack.charter.positions[positionId("service")].until = row.pack.now + TestWorld::day;
        placeOf(row, "service").from = row.pack.now - TestWorld::day;
        placeOf(row, "service").until = 0;
    });
    needs("an amendment that prolongs a party's time", all, good, [](Row &row) {
        row.pack.charter.positions[positionId("service")].until = row.pack.now + TestWorld::day;
        placeOf(row, "service").until = row.pack.now + 2 * TestWorld::day;
    });
    needs("an amendment that lifts a party's end", all, good, [](Row &row) {
        row.pack.charter.positions[positionId("service")].until = row.pack.now + TestWorld::day;
        placeOf(row, "service").until = 0;
    });
    needs("an amendment by which a party began sooner", all, good,
        [](Row &row) { placeOf(row, "service").from -= TestWorld::day; });
}

void TestCharterVerifier::malformed()
{
    const QList<std::pair<const char *, Change>> wrongs{
        {"a signatory that is no role",
            [](Row &row) {
                placeOf(row, "owner").signatory = roleId("nobody");
            }},
        {"a signatory of another position",
            [](Row &row) {
                placeOf(row, "owner").signatory = cellData.role;
            }},
        {"a signatory that nobody may issue",
            [](Row &row) {
                row.change.charter.mayIssue.remove(owner.role);
            }},
        {"a position that ends before it begins",
            [](Row &row) {
                placeOf(row, "service").until = placeOf(row, "service").from;
            }},
        {"a position without a party",
            [](Row &row) {
                placeOf(row, "service").party.clear();
            }},
        {"two parties under one root",
            [](Row &row) {
                placeOf(row, "service").rootDer = placeOf(row, "manufacturer").rootDer;
            }},
        {"an issuing position that is not there",
            [](Row &row) {
                row.change.charter.mayIssue[owner.role].insert(positionId("insurer"));
            }},
        {"an issued role that is not there",
            [](Row &row) {
                row.change.charter.mayIssue.insert(roleId("pilot"), {positionId("owner")});
            }},
        {"a right of a role that is not there",
            [](Row &row) {
                row.change.charter.mayHold[capabilityId("set-soc-max")].insert(roleId("pilot"));
            }},
        {"a mandatory seat of a role that is not there",
            [](Row &row) {
                row.change.charter.mandatorySeats[capabilityId("set-soc-max")] = {seatOf("owner", "pilot")};
            }},
        {"a mandatory seat without the right",
            [](Row &row) {
                row.change.charter.mandatorySeats[capabilityId("set-soc-min")] = {technician};
            }},
        {"mandatory seats of nobody",
            [](Row &row) {
                row.change.charter.mandatorySeats[capabilityId("set-soc-min")] = {};
            }},
        {"an author's position that is not there",
            [](Row &row) {
                row.change.charter.authorMayFill.insert(positionId("insurer"));
            }},
        {"a timekeeper that is no role",
            [](Row &row) {
                row.change.charter.timekeepers.insert(roleId("pilot"));
            }},
        {"a seat that succeeds itself",
            [](Row &row) {
                row.change.charter.successors.insert(owner, owner);
            }},
        {"a successor that is no role",
            [](Row &row) {
                row.change.charter.successors.insert(owner, seatOf("platform", "pilot"));
            }},
        {"grace for lists in layer 3",
            [](Row &row) {
                row.change.charter.crlGrace[3] = 1;
            }},
        {"grace for lists in layer 4",
            [](Row &row) {
                row.change.charter.crlGrace[4] = 1;
            }},
        {"grace for lists of 15 days",
            [](Row &row) {
                row.change.charter.crlGrace[1] = 15 * TestWorld::day;
            }},
        {"a range upside down",
            [](Row &row) {
                row.change.charter.ranges[parameterId("soc.max")] = {Milli{9}, Milli{8}};
            }},
    };
    for (const auto &[name, change] : wrongs)
        add(QByteArray("malformed: ") + name, Code::Malformed, row(Amendment::Amend), change);
    add("malformed: a leaf as a root", Code::Malformed, row(Amendment::Amend),
        [this](Row &row) { placeOf(row, "service").rootDer = m_world.key(who::shop)->leaf().der; });
    add("malformed: an issuing authority as a root", Code::Malformed, row(Amendment::Amend), [this](Row &row) {
        (void)m_world.key(who::fleet);
        placeOf(row, "operator").rootDer = m_world.root(text("courier-issuer")).der;
    });
}

void TestCharterVerifier::admissions()
{
    const Row good = admission();
    needs("a party is admitted", good.approvers, good);
    needs("a party is admitted with a right in layer 2", good.approvers + QStringList{who::shop}, good, [](Row &row) {
        const CapabilityId interval = capabilityId("set-service-interval");
        row.change.charter.mayHold[interval].insert(roleId("power-operator"));
        Grant grant;
        grant.role = roleId("power-operator");
        grant.capability = interval;
        policyOf(row).grants.append(grant);
    });
    add("nobody is admitted", Code::OutsideCharter, row(Amendment::AdmitParty));
    const QList<std::pair<const char *, Change>> more{
        {"another's name",
            [](Row &row) {
                placeOf(row, "service").partyName = text("Another shop");
            }},
        {"a range",
            [](Row &row) {
                row.change.charter.ranges.clear();
            }},
        {"a mandatory seat of before",
            [](Row &row) {
                row.change.charter.mandatorySeats.clear();
            }},
        {"a right of a role of before",
            [](Row &row) {
                row.change.charter.mayHold[capabilityId("set-soc-max")].insert(technician.role);
            }},
        {"an issuer of before",
            [](Row &row) {
                row.change.charter.mayIssue[technician.role].insert(positionId("operator"));
            }},
        {"another party's position",
            [](Row &row) {
                row.change.charter.positions.remove(positionId("service"));
            }},
        {"the timekeepers",
            [](Row &row) {
                row.change.charter.timekeepers.insert(owner.role);
            }},
        {"the grace for lists",
            [](Row &row) {
                row.change.charter.crlGrace[1] = 0;
            }},
    };
    for (const auto &[name, change] : more)
        add(QByteArray("case 30: an admission that also changes ") + name, Code::OutsideCharter, good, [=](Row &row) {
            change(row);
            // What else is wrong with it then comes later in the order, or not at all.
            if (!row.change.charter.positions.contains(positionId("service"))) {
                row.change.charter.mayIssue[technician.role] = {positionId("operator")};
                policyOf(row).issuers[technician.role] = {positionId("operator")};
                for (Role &role : policyOf(row).roles) {
                    if (role.id == technician.role)
                        role.position = positionId("operator");
                }
                for (SeatRule &rule : policyOf(row).seats) {
                    for (Seat &seat : rule.all)
                        seat = seat == technician ? seatOf("operator", "technician") : seat;
                    for (SeatGroup &group : rule.groups) {
                        for (Seat &seat : group.of)
                            seat = seat == technician ? seatOf("operator", "technician") : seat;
                    }
                }
            }
        });
}

void TestCharterVerifier::removals()
{
    const Row plain = row(Amendment::RemoveParty);
    const auto end = [](Row &row) {
        placeOf(row, "service").until = row.pack.now + 10;
    };
    // Put out by a date: by the seats that taking it away at once would need, its own among them.
    const QStringList touched{who::leasing, who::platform, who::cell, who::shop};
    needs("a party's time ends", touched, plain, end);
    needs("a party's time is over", touched, plain, [](Row &row) { placeOf(row, "service").until = row.pack.now - 1; });
    needs("a party's time ends sooner than it would", touched, plain, [](Row &row) {
        row.pack.charter.positions[positionId("service")].until = row.pack.now + 20;
        placeOf(row, "service").until = row.pack.now + 10;
    });
    needs(
        "a party goes with all that it held", {who::leasing, who::platform, who::cell, who::shop}, plain, [](Row &row) {
            Charter &charter = row.change.charter;
            charter.positions.remove(positionId("service"));
            charter.mayIssue.remove(technician.role);
            for (QSet<RoleId> &holders : charter.mayHold)
                holders.remove(technician.role);
            Policy &policy = policyOf(row);
            policy.roles.removeIf([](const Role &role) { return role.id == technician.role; });
            policy.grants.removeIf([](const Grant &grant) { return grant.role == technician.role; });
            policy.issuers.remove(technician.role);
            policy.seats.remove(capabilityId("replace-component"));
            policy.seats[capabilityId("set-service-interval")].groups[0].of = {fleet};
        });
    add("nobody goes", Code::OutsideCharter, plain);
    add("a party's time is prolonged", Code::OutsideCharter, plain, [](Row &row) {
        row.pack.charter.positions[positionId("service")].until = row.pack.now + 10;
        placeOf(row, "service").until = row.pack.now + 20;
    });
    add("a party's end is lifted", Code::OutsideCharter, plain,
        [](Row &row) { row.pack.charter.positions[positionId("service")].until = row.pack.now + 10; });
    const QList<std::pair<const char *, Change>> more{
        {"a right to somebody else",
            [](Row &row) {
                row.change.charter.mayHold[capabilityId("set-soc-max")].insert(technician.role);
            }},
        {"a right of somebody else",
            [](Row &row) {
                row.change.charter.mayHold[capabilityId("set-service-interval")].remove(fleet.role);
            }},
        {"a range",
            [](Row &row) {
                row.change.charter.ranges[parameterId("soc.max")].max = Milli{98000};
            }},
        {"a new party",
            [this](Row &row) {
                put(row, "operator", text("carrier"));
            }},
        {"a name",
            [](Row &row) {
                placeOf(row, "service").partyName = text("x");
            }},
        {"the mandatory seats of others",
            [](Row &row) {
                row.change.charter.mandatorySeats.clear();
            }},
    };
    for (const auto &[name, change] : more)
        add(QByteArray("case 30: a removal that also changes ") + name, Code::OutsideCharter, plain, [=](Row &row) {
            end(row);
            change(row);
        });
    add("case 55: the owner goes", Code::WouldLockOut, plain,
        [](Row &row) { placeOf(row, "owner").until = row.pack.now + 10; });
}

void TestCharterVerifier::firsts()
{
    const Row good = first();
    needs("the first charter", good.approvers, good);
    add("the first charter: two of one party instead of another", Code::BelowQuorum, good,
        [](Row &row) { row.approvers[3] = who::leasing2; });
    add("the first charter: the author approves for the manufacturer", Code::AuthorIsApprover, good,
        [](Row &row) { row.approvers[0] = who::maker; });
    add("the first charter: of another manufacturer", Code::UnknownIssuer, good,
        [this](Row &row) { row.pack.manufacturerRoot = m_world.root(text("service")).der; });
    add("the first charter: without a manufacturer", Code::UnknownIssuer, good, [](Row &row) {
        const Seat maker = seatOf("manufacturer", "engineer-manufacturer");
        row.change.charter.positions.remove(maker.position);
        row.change.charter.mayIssue.remove(maker.role);
        policyOf(row).issuers.remove(maker.role);
        policyOf(row).roles.removeIf([&](const Role &role) { return role.id == maker.role; });
        row.author = who::shop;
        row.approvers = {who::fleet, who::leasing, who::cell, text("service.technician-2"), who::platform};
    });
    add("the first charter: with a predecessor", Code::StaleBase, good,
        [](Row &row) { row.change.previous = {sha256("before")}; });
    add("the first charter: version 257", Code::VersionJump, good, [](Row &row) { row.change.charter.version = 257; });
    add("the first charter: without a party's list", Code::CrlStale, good, [](Row &row) { row.lists.removeAt(2); });
    add("the first charter: a revoked signer", Code::CertificateRevoked, good, [this](Row &row) {
        row.lists.removeIf(
            [this](const CrlEntry &entry) { return entry.crl.issuerDer == m_world.root(text("platform")).subjectDer; });
        row.lists.append(m_world.crl(text("platform"), {m_world.key(who::platform)->leaf()}, 2));
    });
    for (const LifeCycle state : {LifeCycle::Blank, LifeCycle::Identified, LifeCycle::Paired, LifeCycle::Chartered,
             LifeCycle::Sealed, LifeCycle::InService})
        add("the first charter on a pack that is " + lifeCycleName(state).toLatin1(), Code::WrongState, good,
            [=](Row &row) { row.pack.lifeCycle = state; });
    add("the first charter where one is already", Code::WrongState, good,
        [](Row &row) { row.pack.charterDocument = sha256("held"); });
    add("the first charter with rules that are laxer than the foundation", Code::LaxerThanCharter, good, [](Row &row) {
        row.pack.foundation.layers[3] = {3, 3};
    });
    add("the first charter that locks out", Code::WouldLockOut, good,
        [](Row &row) { policyOf(row).seats.remove(capabilityId("change-policy")); });
    add("an amendment before the first charter", Code::Malformed, good,
        [](Row &row) { row.change.amendment = Amendment::Amend; });
}

/// Who would fill a seat is told so before signing, newcomers by the lists that come along too; nobody else is.
void TestCharterVerifier::offersAreKept()
{
    QFETCH(QByteArray, name);
    const Row &row = m_rows.at(name);
    if (row.afterwards || row.approvers.isEmpty())
        return;
    // Empty ones are no measure: seats of the coming rules are filled only once the present ones are.
    const auto filled = [](const Verdict &verdict) {
        return std::count_if(
            verdict.seats.begin(), verdict.seats.end(), [](const SeatFinding &seat) { return seat.filledBy >= 0; });
    };
    const Verdict whole = judge(row);
    for (const QString &person : row.approvers) {
        Row without = row;
        without.approvers.removeAll(person);
        const Verdict before = judge(without);
        const SeatOffer offer = seatsOpenTo(m_world.key(person)->chain(), before, row.pack);
        const bool helps = filled(whole) > filled(before);
        // A newcomer's turn comes once the present ones have signed.
        const bool waits = std::any_of(before.seats.begin(), before.seats.end(),
            [](const SeatFinding &seat) { return !seat.byComing && seat.filledBy < 0; });
        QVERIFY2(!helps || waits || !offer.seats.isEmpty(), qPrintable(person));
        QVERIFY2(helps || waits || row.expected || offer.seats.isEmpty(), qPrintable(person));
    }
}

void TestCharterVerifier::charters_data()
{
    QTest::addColumn<QByteArray>("name");
    m_rows.clear();
    transfers();
    swaps();
    frames();
    amends();
    malformed();
    admissions();
    removals();
    firsts();
}

void TestCharterVerifier::charters()
{
    QFETCH(QByteArray, name);
    const Row &row = m_rows.at(name);
    const Verdict verdict = judge(row);
    QCOMPARE(
        said(verdict.refusal).section(u' ', 0, 0), row.expected ? QString(codeName(*row.expected)) : text("accepted"));
    if (row.expected) {
        QVERIFY(stateAfter(verdict, row.pack) == row.pack);
        QVERIFY(verdict.lists.isEmpty());
    }
}

/// Case 53: of two transfers made from one state, one happens; before it the old owner alone is owner, after it the
/// new.
void TestCharterVerifier::ownerIsOneAtAnyTime()
{
    const Row one = transfer();
    Row two = row(Amendment::TransferOwnership);
    put(two, "owner", text("carrier"));
    two.approvers = {who::leasing, who::platform, text("carrier.asset-manager")};
    QVERIFY(judge(two).accepted());
    const Verdict verdict = judge(one);
    const PackState after = stateAfter(verdict, one.pack);
    QCOMPARE(after.charter.positions.value(positionId("owner")).party, text("buyer"));
    two.pack = after;
    QCOMPARE(judge(two).refusal->code, Code::VersionRollback);
    two.change.charter.version = after.charter.version + 1;
    policyOf(two).version = after.policy.version + 1;
    QCOMPARE(judge(two).refusal->code, Code::StaleBase);
    two.change.previous = {after.charterDocument};
    two.change.policy.previous = {after.policyDocument};
    // The old owner's approval counts for nothing any more.
    QCOMPARE(judge(two).refusal->code, Code::UnknownIssuer);
    two.approvers = {buyer, who::platform, text("carrier.asset-manager")};
    QVERIFY2(judge(two).accepted(), qPrintable(said(judge(two).refusal)));
}

void TestCharterVerifier::whatIsPreparedBecomesVoid()
{
    Row made = transfer();
    made.pack.activation = {text("drive"), 3600, QByteArray(32, 'r'), text("courier.fleet-manager"), fleet.role};
    const ChangeRequest request = m_world.request(made.pack, text("soc.min"), 15000);
    const QByteArray prepared = m_world.signedBytes(request, {who::leasing, who::cell});
    QVERIFY(verifyRequest(prepared, made.pack).accepted());
    const Verdict verdict = judge(made);
    QVERIFY2(verdict.accepted(), qPrintable(said(verdict.refusal)));
    const PackState after = stateAfter(verdict, made.pack);
    QCOMPARE(after.charterDocument, verdict.payloadSha256);
    QCOMPARE(after.policyDocument, verdict.payloadSha256);
    QVERIFY(after.policy == verdict.charter->policy.policy);
    for (auto it = after.values.begin(); it != after.values.end(); ++it)
        QCOMPARE(it->revision, made.pack.values.value(it.key()).revision + 1);
    for (auto it = after.components.begin(); it != after.components.end(); ++it)
        QCOMPARE(it->revision, made.pack.components.value(it.key()).revision + 1);
    QCOMPARE(after.lock.revision, made.pack.lock.revision + 1);
    QCOMPARE(after.lifeCycleRevision, made.pack.lifeCycleRevision + 1);
    QCOMPARE(after.lifeCycle, made.pack.lifeCycle);
    QVERIFY(!after.activation.isActive());
    QCOMPARE(verifyRequest(prepared, after).refusal->code, Code::StaleBase);
    // The new owner's list is held, the old owner's is not needed any more.
    const auto holds = [&](const QString &party) {
        return std::any_of(after.crls.begin(), after.crls.end(),
            [&](const CrlEntry &entry) { return entry.crl.issuerDer == m_world.root(party).subjectDer; });
    };
    QVERIFY(holds(text("buyer")) && !holds(text("leasing")) && holds(text("courier")) && holds(text("courier-issuer")));
}

void TestCharterVerifier::whatOthersDo()
{
    // A handover counts up too, but the lease in use goes on; an amendment of rules alone leaves all as it is.
    Row handover = row(Amendment::Handover);
    put(handover, "operator", text("carrier"));
    handover.approvers = {who::leasing, who::platform, carrier};
    handover.pack.activation = {text("drive"), 3600, QByteArray(32, 'r'), text("courier.fleet-manager"), fleet.role};
    PackState after = stateAfter(judge(handover), handover.pack);
    QCOMPARE(after.lock.revision, handover.pack.lock.revision + 1);
    QVERIFY(after.activation == handover.pack.activation);
    Row amend = row(Amendment::Amend);
    amend.change.charter.ranges[parameterId("soc.max")].max = Milli{98000};
    after = stateAfter(judge(amend), amend.pack);
    QCOMPARE(after.charter.version, amend.pack.charter.version + 1);
    QVERIFY(after.values == amend.pack.values && after.lock == amend.pack.lock && after.crls == amend.pack.crls);
    // Owner, platform and cell data may swap the operator by an amendment, too: what he prepared is void all the same.
    put(amend, "operator", text("carrier"));
    amend.approvers.append(carrier);
    after = stateAfter(judge(amend), amend.pack);
    QCOMPARE(after.lock.revision, amend.pack.lock.revision + 1);
}

void TestCharterVerifier::firstCharter()
{
    const Row made = first();
    const Verdict verdict = judge(made);
    QVERIFY2(verdict.accepted(), qPrintable(said(verdict.refusal)));
    QCOMPARE(verdict.lists.size(), made.lists.size());
    const PackState after = stateAfter(verdict, made.pack);
    QCOMPARE(after.lifeCycle, LifeCycle::Chartered);
    QCOMPARE(after.lifeCycleRevision, made.pack.lifeCycleRevision + 1);
    QCOMPARE(after.crls.size(), made.lists.size());
    QVERIFY(after.charter == verdict.charter->charter);
    QVERIFY(after.values == made.pack.values);
    Row again = made;
    again.pack = after;
    QCOMPARE(judge(again).refusal->code, Code::WrongState);
}

void TestCharterVerifier::uploads()
{
    const Row made = transfer();
    const QByteArray good = upload(made);
    QVERIFY(verifyCharter(good, made.pack).accepted());
    // The console asks the same by the file's document and lists.
    const auto whole = CharterUpload::decode(good);
    QVERIFY(verifyDocument(*CoseSign::decode(whole->document), whole->crls, made.pack).accepted());
    // Other parties' lists beside it do no harm, strangers' neither.
    CharterUpload more = *whole;
    more.crls.prepend(encodeCrlEntry(m_world.crl(text("power"))));
    more.crls.append(encodeCrlEntry(m_world.crl(text("leasing"))));
    QVERIFY(verifyCharter(more.encode(), made.pack).accepted());
    QCOMPARE(verifyCharter(whole->document, made.pack).refusal->code, Code::Malformed);
    QCOMPARE(verifyCharter({}, made.pack).refusal->code, Code::Malformed);
    QCOMPARE(verifyCharter(good.chopped(1), made.pack).refusal->code, Code::Malformed);
    QCOMPARE(verifyCharter(good + '\0', made.pack).refusal->code, Code::Malformed);
    QCOMPARE(verifyCharter(QByteArray(600 * 1024, '\0'), made.pack).refusal->code, Code::TooLarge);
}

/// A party that names as many authorities as it can, in the pack's memory and in the upload, takes no place of those
/// who come or change their root.
void TestCharterVerifier::oneFullPartyKeepsNoNewcomerOut()
{
    const auto office = [&](int number) {
        const Certificate authority = *pki::issueAuthority(m_world.root(text("service")),
            m_world.rootKey(text("service")), m_world.privateKey(text("stranger")), {text("office %1").arg(number), {}},
            {TestWorld::now - TestWorld::day, TestWorld::now + TestWorld::day});
        return CrlEntry{*pki::issueCrl(authority, m_world.privateKey(text("stranger")), 1,
                            {TestWorld::now - TestWorld::day, TestWorld::now + TestWorld::day}, {}),
            authority.der};
    };
    Row made = transfer();
    QList<CrlEntry> offices;
    for (int i = 0; i < 60; ++i)
        offices.append(office(i));
    made.lists = offices + made.lists;
    QVERIFY(made.lists.size() <= 64);
    QVERIFY(verifyCharter(upload(made), made.pack).accepted());
    made.pack.crls += offices;
    const Verdict verdict = verifyCharter(upload(made), made.pack);
    QVERIFY(verdict.accepted());
    QCOMPARE(verdict.lists.size(), 1);
    QVERIFY(isListOf(verdict.lists.constFirst().crl, m_world.root(text("buyer"))));
    const PackState after = stateAfter(verdict, made.pack);
    QVERIFY(std::any_of(after.crls.begin(), after.crls.end(),
        [&](const CrlEntry &entry) { return isListOf(entry.crl, m_world.root(text("buyer"))); }));
}

/// Each list is tried with every root of its name, and each signature with both. Rules can be made of many that share
/// one: that much work is refused before any of it is done, and a handful is none.
void TestCharterVerifier::manyOfOneName()
{
    const auto rowWith = [&](int count) {
        Row made = first();
        const pki::PrivateKey key = m_world.rootKey(text("power"));
        for (int i = 0; i < count; ++i) {
            const auto root = pki::issueRoot(
                key, {text("one name"), text("power")}, {TestWorld::now - i * 60, TestWorld::now + TestWorld::day});
            const QString name = QStringLiteral("many-%1").arg(i);
            Position place;
            place.party = place.partyName = text("power");
            place.rootDer = root->der;
            place.signatory = RoleId::fromTrusted(name);
            const auto position = PositionId::fromTrusted(name);
            made.change.charter.positions.insert(position, place);
            made.change.charter.mayIssue.insert(place.signatory, {position});
            policyOf(made).issuers.insert(place.signatory, {position});
            policyOf(made).roles.append({place.signatory, position, name});
            const auto list
                = pki::issueCrl(*root, key, i + 1, {TestWorld::now - 60, TestWorld::now + TestWorld::day}, {});
            made.lists.append({*list, {}});
        }
        return made;
    };
    const Verdict few = judge(rowWith(2));
    QCOMPARE(said(few.refusal).section(u' ', 0, 0), text("below-quorum")); // the new ones have not signed
    const Verdict many = judge(rowWith(40));
    QCOMPARE(said(many.refusal), text("too-complex lists"));
    for (const SeatFinding &seat : many.seats)
        QCOMPARE(seat.filledBy, -1);
}

void TestCharterVerifier::firstTrust_data()
{
    QTest::addColumn<QString>("missing");
    QTest::addColumn<QString>("expected");
    QTest::newRow("signed by all parties") << QString() << text("accepted");
    for (const QString &person : {who::maker2, who::fleet, who::leasing, who::cell, who::shop, who::platform})
        QTest::newRow(qPrintable(text("without ") + person)) << person << text("below-quorum");
    QTest::newRow("without its author") << who::maker << text("malformed");
}

/// What a console that knows nothing takes from a pack or a file.
void TestCharterVerifier::firstTrust()
{
    QFETCH(QString, missing);
    QFETCH(QString, expected);
    Row made = first();
    made.approvers.removeOne(missing);
    made.author = missing == who::maker ? QString() : made.author;
    const auto whole = CharterUpload::decode(upload(made));
    const auto pinned = [&](const QByteArray &policy, const QList<CrlEntry> &lists) {
        const auto result = verifyPinned(whole->document, policy, lists, made.pack.silicon, made.pack.foundation);
        return result.ok() ? text("accepted") : QString(codeName(result.code()));
    };
    QCOMPARE(pinned(whole->document, made.lists), expected);
    if (expected != text("accepted"))
        return;
    // Years later the lists are old, and still nobody who signed was revoked.
    QCOMPARE(pinned(whole->document, {}), text("malformed")); // not even its author is known
    QList<CrlEntry> newer = made.lists;
    newer.removeIf(
        [this](const CrlEntry &entry) { return entry.crl.issuerDer == m_world.root(text("platform")).subjectDer; });
    newer.append(m_world.crl(text("platform"), {m_world.key(who::platform)->leaf()}, 9));
    QCOMPARE(pinned(whole->document, newer), text("certificate-revoked"));
    // A later policy for it, by its seats; the same by nobody; one for another charter.
    PolicyChange later{made.change.head, {}, policyOf(made)};
    later.policy.charterSha256 = made.change.charter.bodySha256();
    later.policy.version = 2;
    const auto document = [&](const QStringList &approvers) {
        return signPayload(m_world, contenttype::policy, later.encode(), who::fleet, approvers).encode();
    };
    QCOMPARE(pinned(document({who::leasing, who::cell}), made.lists), text("accepted"));
    QCOMPARE(pinned(document({who::leasing}), made.lists), text("below-quorum"));
    later.policy.charterSha256 = QByteArray(32, 'x');
    QCOMPARE(pinned(document({who::leasing, who::cell}), made.lists), text("wrong-charter"));
}

QTEST_GUILESS_MAIN(TestCharterVerifier)
#include "tst_charterverifier.moc"
