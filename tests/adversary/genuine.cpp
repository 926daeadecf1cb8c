// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/adversary/genuine.h"

#include "models/core/base/ids.h"
#include "models/core/documents/command.h"
#include "models/core/documents/rulechange.h"
#include "models/core/documents/withdrawal.h"
#include "models/rights/rightrequest.h"
#include "tests/models/support/modelworld.h"

#include <algorithm>

namespace packwarden::test {

namespace {

QByteArray named(const QByteArray &payload, const CoseSignature &signature)
{
    return sha256(payload) + signature.protectedHeader + signature.signature;
}

} // namespace

Genuine::Genuine(TestWorld &world)
    : m_world(world)
    , m_pack(wholePack(world))
    , m_rules(rulesOf(world, m_pack))
{
    // The pack holds what the console has pinned.
    m_pack.charterDocument = sha256(CoseSign::decode(m_rules.charterDocument)->payload);
    m_pack.policyDocument = sha256(CoseSign::decode(m_rules.policyDocument)->payload);
    const auto key = [&](const char *position) {
        return world.key(partyAt(position).person);
    };
    const auto author = key("operator");
    const auto request
        = [&](const char *name, const char *parameter, qint64 to, const QList<std::shared_ptr<SigningKey>> &approvers) {
              ChangeRequest made = world.request(m_pack, QString::fromLatin1(parameter), to);
              made.head = headOf(author, sha256(name));
              return signedBy(contenttype::request, made.encode(), author, approvers);
          };
    const QByteArray applied = request("applied", "soc.min", 15'000, {key("owner"), key("cell-data")});
    add("applied", "pwreq", applied);
    const DeliveryResult result = applyOn(world, m_pack, *CoseSign::decode(applied));
    if (!result.applied)
        qFatal("not applied: %s", qPrintable(result.error.detail));
    m_papers.last().file.receipts = {result.receipt};
    m_statement = statementOf(world, m_pack);
    m_papers.last().file.statements = {m_statement};

    add("waiting", "pwreq", request("waiting", "soc.max", 94'000, {key("owner")}));
    m_complete = m_papers.last().file;
    m_complete.document = *CoseSign::decode(request("waiting", "soc.max", 94'000, {key("owner"), key("cell-data")}));
    remember(m_complete.document);
    add("withdrawn", "pwreq", request("withdrawn", "soc.max", 93'000, {key("owner"), key("cell-data")}));
    DocumentFile *file = &m_papers.last().file;
    const qint64 expires = ChangeRequest::decode(file->document.payload)->head.expires;
    file->withdrawals = {CoseSign1::make(
        contenttype::withdrawal, Withdrawal{file->payloadSha256(), expires}.encode(), *author, TestWorld::now - 5)
                             ->encode()};
    m_voices.insert(file->withdrawals.constFirst());
    add("rejected", "pwreq", request("rejected", "cell.voltage.max", 4150, {key("platform")}));
    file = &m_papers.last().file;
    file->rejections = {CoseSign1::make(contenttype::rejection,
        Rejection{file->payloadSha256(), QStringLiteral("Too much for old cells.")}.encode(), *key("cell-data"),
        TestWorld::now - 5)
                            ->encode()};
    m_voices.insert(file->rejections.constFirst());
    add("own values", "pwreq", request("own values", "cell.voltage.max", 4120, {key("owner"), key("platform")}));

    const auto second = world.key(QStringLiteral("leasing.asset-manager-2"));
    PolicyChange policy{headOf(second, "policy"), {m_pack.policyDocument}, m_pack.policy};
    ++policy.policy.version;
    policy.policy.steps[ParameterId::fromTrusted(QStringLiteral("soc.max"))] = Milli{5000};
    add("policy", "pwpol", signedBy(contenttype::policy, policy.encode(), second, {key("owner")}));
    CharterChange charter{
        headOf(second, "charter"), Amendment::TransferOwnership, {m_pack.charterDocument}, m_pack.charter, {}};
    ++charter.charter.version;
    Position &owner = charter.charter.positions[partyAt("owner").position];
    owner.party = owner.partyName = QStringLiteral("buyer");
    owner.rootDer = world.root(QStringLiteral("buyer")).der;
    charter.policy = {charter.head, {m_pack.policyDocument}, m_pack.policy};
    ++charter.policy.policy.version;
    charter.policy.policy.charterSha256 = charter.charter.bodySha256();
    add("charter", "pwchr", signedBy(contenttype::charter, charter.encode(), second, {key("owner")}));
    Command lock;
    lock.head = headOf(second, "lock");
    lock.packs = {{m_pack.serial, m_pack.lock.revision}};
    lock.kind = CommandKind::TheftUnlock;
    lock.lock = QByteArray(32, 'l');
    add("command", "pwcmd", signedBy(contenttype::command, lock.encode(), second, {key("owner")}));
    for (Paper &paper : m_papers) {
        for (const CrlEntry &entry : std::as_const(m_pack.crls))
            paper.file.crls.append(encodeCrlEntry(entry));
    }
    for (const CrlEntry &entry : std::as_const(m_pack.crls))
        m_complete.crls.append(encodeCrlEntry(entry));

    RightRequest question;
    question.id = QByteArray(16, 'q');
    question.capability = CapabilityId::fromTrusted(QStringLiteral("set-soc-min"));
    question.role = partyAt("operator").role;
    question.reason = QStringLiteral("Winter");
    m_question = CoseSign1::make(contenttype::rightRequest, question.encode(), *author, TestWorld::now - 5)->encode();
}

void Genuine::add(const char *name, const char *suffix, const QByteArray &document)
{
    Paper paper{QString::fromLatin1(name), QString::fromLatin1(suffix), {}};
    paper.file.document = *CoseSign::decode(document);
    remember(paper.file.document);
    m_papers.append(paper);
}

void Genuine::remember(const CoseSign &document)
{
    for (const CoseSignature &signature : document.signatures)
        m_signatures.insert(named(document.payload, signature));
}

const Genuine::Paper &Genuine::paper(const char *name) const
{
    const auto found = std::find_if(
        m_papers.begin(), m_papers.end(), [&](const Paper &paper) { return paper.name == QLatin1String(name); });
    if (found == m_papers.end())
        qFatal("no such paper: %s", name);
    return *found;
}

DeliveryResult Genuine::deliveryOf(const DocumentFile &file) const
{
    PackState pack = m_pack;
    return applyOn(m_world, pack, file.document);
}

bool Genuine::saidBy(const QByteArray &payload, const CoseSignature &signature) const
{
    return m_signatures.contains(named(payload, signature));
}

bool Genuine::isPaper(const char *name, const DocumentFile &file) const
{
    const CoseSign &mine = paper(name).file.document;
    return mine.payload == file.document.payload && mine.contentType == file.document.contentType;
}

int Genuine::signaturesFor(const DocumentFile &file) const
{
    return int(std::count_if(file.document.signatures.begin(), file.document.signatures.end(),
        [&](const CoseSignature &signature) { return saidBy(file.document.payload, signature); }));
}

} // namespace packwarden::test
