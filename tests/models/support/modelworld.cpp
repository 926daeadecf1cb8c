// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/support/modelworld.h"

#include "models/core/cbor/cbor.h"
#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "tests/support/patience.h"

#include <QTest>

namespace packwarden::test {

namespace {

const QString author = QStringLiteral("leasing.asset-manager-2");

struct DocumentHashes
{
    QByteArray charter = QByteArray(32, 'c');
    QByteArray policy = QByteArray(32, 'p');
};

QByteArray keyOf(const PackState &pack)
{
    return pack.charter.bodySha256() + QByteArray::number(pack.charter.version) + ':'
        + QByteArray::number(pack.policy.version) + sha256(cbor::encode(pack.policy.rulesToCbor()));
}

QByteArray versionsOf(const PackState &pack)
{
    return QByteArray::number(pack.charter.version) + ':' + QByteArray::number(pack.policy.version);
}

QHash<QByteArray, DocumentHashes> &documentHashes()
{
    static QHash<QByteArray, DocumentHashes> hashes;
    return hashes;
}

/// Of the documents that rulesOf() made for these rules, or else for the last ones of these versions: what a pack with
/// them tells and signs.
DocumentHashes hashesOf(const PackState &pack)
{
    return documentHashes().value(keyOf(pack), documentHashes().value(versionsOf(pack)));
}

/// By its author, and by the signatories of all positions.
QByteArray signedRules(TestWorld &world, const PackState &pack, const char *contentType, const QByteArray &payload)
{
    CoseSign document{QByteArray(contentType), payload, {}};
    const auto sign = [&](const QString &person, Meaning meaning) {
        const auto added = document.addSignature(
            *world.key(person), meaning, TestWorld::now - 100, {QByteArray(16, 'l'), 1, QByteArray(32, 'h')});
        if (!added.ok())
            qFatal("cannot sign the rules");
    };
    sign(author, Meaning::Author);
    for (const Position &position : pack.charter.positions)
        sign(QStringLiteral("%1.%2").arg(position.party, position.signatory.text()), Meaning::Approve);
    return document.encode();
}

} // namespace

PackFacts factsOf(const PackState &pack)
{
    PackFacts facts;
    facts.serial = pack.serial;
    facts.node = 0x10;
    facts.hardware = pack.silicon.hardware;
    facts.lifeCycle.state = pack.lifeCycle;
    facts.lifeCycle.now = pack.now;
    facts.configuration = {QStringLiteral("NMC"), 96, 2, 8, 100000, 0x10};
    facts.policy.version = pack.policy.version;
    const DocumentHashes hashes = hashesOf(pack);
    facts.policy.sha256 = hashes.policy;
    facts.charter.version = pack.charter.version;
    facts.charter.sha256 = hashes.charter;
    facts.parameters = ParameterInfo::tableOf(pack);
    return facts;
}

PackRules rulesOf(TestWorld &world, const PackState &pack)
{
    DocumentHead head;
    head.id = QByteArray(16, 'c');
    head.created = TestWorld::now - 1000;
    head.expires = TestWorld::now + TestWorld::day;
    head.author = world.key(author)->leaf().sha256;
    head.title = QStringLiteral("First charter");
    head.reason = QStringLiteral("Contracts");
    PackRules rules;
    rules.serial = pack.serial;
    rules.silicon = cbor::encode(pack.silicon.toCbor());
    rules.foundation = cbor::encode(pack.foundation.toCbor());
    rules.charterDocument = signedRules(world, pack, contenttype::charter,
        CharterChange{head, Amendment::First, {}, pack.charter, {head, {}, pack.policy}}.encode());
    rules.policyDocument = signedRules(world, pack, contenttype::policy, PolicyChange{head, {}, pack.policy}.encode());
    for (const CrlEntry &entry : pack.crls)
        rules.crls.append(encodeCrlEntry(entry));
    const DocumentHashes hashes{
        rulebytes::payloadHash(rules.charterDocument), rulebytes::payloadHash(rules.policyDocument)};
    documentHashes().insert(keyOf(pack), hashes);
    documentHashes().insert(versionsOf(pack), hashes);
    return rules;
}

PackState packWithCommands(TestWorld &world, const char *serial)
{
    PackState pack = world.pack(QString::fromLatin1(serial));
    const Seat seats[] = {
        {PositionId::fromTrusted(QStringLiteral("owner")), RoleId::fromTrusted(QStringLiteral("asset-manager"))},
        {PositionId::fromTrusted(QStringLiteral("platform")), RoleId::fromTrusted(QStringLiteral("platform-engineer"))},
        {PositionId::fromTrusted(QStringLiteral("cell-data")), RoleId::fromTrusted(QStringLiteral("specialist"))},
        {PositionId::fromTrusted(QStringLiteral("service")), RoleId::fromTrusted(QStringLiteral("technician"))}};
    const auto allow = [&](const char *name, int layer, const QList<int> &who) {
        const CapabilityId capability = CapabilityId::fromTrusted(QString::fromLatin1(name));
        SeatRule rule;
        for (const int one : who) {
            rule.all.append(seats[one]);
            pack.charter.mayHold[capability].insert(seats[one].role);
            Grant grant;
            grant.role = seats[one].role;
            grant.capability = capability;
            grant.contract = QStringLiteral("C-1");
            grant.clause = 1;
            pack.policy.grants.append(grant);
        }
        pack.silicon.layers.insert(capability, layer);
        pack.policy.seats.insert(capability, rule);
    };
    allow("theft-lock", 3, {0});
    allow("theft-unlock", 3, {0, 1});
    allow("replace-component", 3, {0, 3});
    allow("decommission", 4, {0, 1, 2});
    pack.policy.charterSha256 = pack.charter.bodySha256();
    pack.components = {{QStringLiteral("board"), {QStringLiteral("BRD-1"), QStringLiteral("BRD-1"), 4}}};
    pack.lock.revision = 2;
    return pack;
}

QByteArray statementOf(TestWorld &world, const PackState &pack, const std::function<void(Statement &)> &change)
{
    Statement statement;
    statement.serial = pack.serial;
    statement.nonce = askedNonce();
    statement.hardware = pack.silicon.hardware;
    statement.lifeCycle.state = pack.lifeCycle;
    statement.lifeCycle.now = pack.now;
    statement.lifeCycleRevision = pack.lifeCycleRevision;
    const DocumentHashes hashes = hashesOf(pack);
    statement.charter = {pack.charter.version, hashes.charter, pack.now};
    statement.policy = {pack.policy.version, hashes.policy, pack.now};
    statement.values = pack.values;
    statement.lock = pack.lock;
    statement.components = pack.components;
    statement.at = pack.now;
    statement.logHash = QByteArray(32, 'g');
    statement.siliconSha256 = pack.silicon.sha256();
    statement.foundationSha256 = pack.foundation.sha256();
    if (change)
        change(statement);
    const auto made
        = CoseSign1::make(contenttype::statement, statement.encode(), *world.deviceKey(pack.serial.text()), pack.now);
    if (!made.ok())
        qFatal("no statement");
    return made->encode();
}

DeliveryResult applyOn(TestWorld &world, PackState &pack, const CoseSign &document)
{
    DeliveryResult result;
    result.serial = pack.serial;
    const Verdict verdict = verifyDocument(document, {}, pack);
    if (!verdict.accepted()) {
        result.error = *verdict.refusal;
        return result;
    }
    result.applied = true;
    if (verdict.alreadyApplied) {
        result.receipt = pack.receipts.value(verdict.payloadSha256);
        return result;
    }
    pack = stateAfter(verdict, pack);
    Receipt receipt;
    receipt.document = verdict.payloadSha256;
    receipt.serial = pack.serial;
    const PackChanges *changes = verdict.request ? verdict.request->forPack(pack.serial) : nullptr;
    for (const ParameterChange &change : changes ? changes->changes : QList<ParameterChange>())
        receipt.applied.append(
            {change.parameter, pack.value(change.parameter), pack.values.value(change.parameter).revision});
    for (const SignatureFinding &signature : verdict.signatures) {
        if (signature.counted)
            receipt.counted.append(signature.leaf.sha256);
    }
    receipt.policyVersion = pack.policy.version;
    receipt.at = pack.now;
    receipt.logCount = 7;
    receipt.logHash = QByteArray(32, 'g');
    receipt.siliconSha256 = pack.silicon.sha256();
    receipt.foundationSha256 = pack.foundation.sha256();
    const auto carried
        = CoseSign1::make(contenttype::receipt, receipt.encode(), *world.deviceKey(pack.serial.text()), pack.now);
    if (!carried.ok())
        qFatal("no receipt");
    result.receipt = carried->encode();
    pack.receipts.insert(verdict.payloadSha256, result.receipt);
    return result;
}

Desk::Desk(TestWorld &world, const PackState &pack)
    : m_world(world)
    , m_clock(TestWorld::now)
{
    reopen();
    const PackRules rules = rulesOf(world, pack);
    TrustBook &trust = m_workspace->trust();
    if (!trust.pin(rules, {}).ok() || !trust.learn(rules).ok() || !trust.learn(factsOf(pack)).ok()
        || !trust.learnStatement(statementOf(world, pack)).ok())
        qFatal("nothing to trust");
}

void Desk::reopen()
{
    m_workspace.reset();
    auto opened = Workspace::open(m_folder.filePath(QStringLiteral("store")), m_clock);
    if (!opened.ok())
        qFatal("no store: %s", qPrintable(opened.error().detail));
    m_workspace = std::move(opened).value();
}

QString Desk::keyFile(const QString &person)
{
    const QString path = m_folder.filePath(person + QStringLiteral(".p12"));
    // Few iterations: the strength of the file is not what these tests are about.
    const auto written = pki::writeKeyFile(
        path, m_world.privateKey(person), m_world.key(person)->chain(), QStringLiteral("secret"), 1000);
    if (!written.ok())
        qFatal("no key file: %s", qPrintable(written.error().detail));
    return path;
}

bool Desk::signIn(const QString &person)
{
    m_workspace->session().signIn(keyFile(person), QStringLiteral("secret"));
    return waitFor([this] { return m_workspace->session().state() != Session::State::Opening; }, 20000)
        && m_workspace->session().isSignedIn();
}

} // namespace packwarden::test
