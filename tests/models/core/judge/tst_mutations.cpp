// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/rulechange.h"
#include "models/core/judge/intake.h"
#include "tests/models/core/judge/mutator.h"
#include "tests/support/testworld.h"

#include <QtTest>

using namespace packwarden;
using test::Mutator;
using test::TestWorld;

namespace {

constexpr int byteEdits = 8000;
constexpr int fieldEdits = 4000;
constexpr int signatureEdits = 3000;
constexpr int signedAgain = 1000;
constexpr int fileEdits = 2500;
constexpr int listEdits = 1500;
static_assert(byteEdits + fieldEdits + signatureEdits + signedAgain + fileEdits + listEdits == 20'000);

/// A document that the pack accepts, and the verifier that does.
struct Good
{
    const char *name;
    CoseSign document;
    Verdict (*verify)(const QByteArray &, const PackState &);
    QByteArray bytes;
    QSet<QByteArray> counted; ///< leaves that fill its seats
};

QSet<QByteArray> countedOf(const Verdict &verdict)
{
    QSet<QByteArray> leaves;
    for (const SignatureFinding &signature : verdict.signatures) {
        if (signature.counted)
            leaves.insert(signature.leaf.sha256);
    }
    return leaves;
}

} // namespace

/// 20,000 random edits of good documents, files, certificates and lists: nothing that differs in what it says is
/// accepted, nothing crashes. The seed is printed; PACKWARDEN_SEED repeats a run.
class TestMutations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bytes();
    void fields();
    void signatures();
    void authorSignsAgain();
    void spliced();
    void files();
    void certificatesAndLists();
    void everyBit();
    void everyLength();

private:
    void add(const char *name, const QByteArray &payload, const char *type, const QStringList &approvers,
        Verdict (*verify)(const QByteArray &, const PackState &));
    DocumentHead head(const char *reason);
    /// Refused; or it says the same, by no other people.
    bool isHarmless(const Good &good, const QByteArray &edited, const PackState &pack) const;
    const Good &any() { return m_good.at(m_mutator->below(int(m_good.size()))); }

    CryptoRuntime m_crypto;
    TestWorld m_world;
    PackState m_pack;
    QList<Good> m_good;
    std::optional<Mutator> m_mutator;
};

DocumentHead TestMutations::head(const char *reason)
{
    DocumentHead head = m_world.request(m_pack, QStringLiteral("soc.max"), 94000).head;
    head.reason = QLatin1String(reason);
    return head;
}

void TestMutations::add(const char *name, const QByteArray &payload, const char *type, const QStringList &approvers,
    Verdict (*verify)(const QByteArray &, const PackState &))
{
    Good good{name, {QByteArray(type), payload, {}}, verify, {}, {}};
    const LogHead log{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    QVERIFY(good.document
                .addSignature(
                    *m_world.key(QStringLiteral("courier.fleet-manager")), Meaning::Author, TestWorld::now - 30, log)
                .ok());
    for (const QString &approver : approvers)
        QVERIFY(good.document.addSignature(*m_world.key(approver), Meaning::Approve, TestWorld::now - 20, log).ok());
    good.bytes = good.document.encode();
    const Verdict verdict = verify(good.bytes, m_pack);
    QVERIFY2(verdict.accepted(),
        qPrintable(verdict.refusal ? QString(codeName(verdict.refusal->code)) + verdict.refusal->detail : QString()));
    good.counted = countedOf(verdict);
    m_good.append(good);
}

void TestMutations::initTestCase()
{
    bool given = false;
    uint seed = qEnvironmentVariable("PACKWARDEN_SEED").toUInt(&given);
    if (!given)
        seed = QRandomGenerator::global()->generate();
    qInfo("PACKWARDEN_SEED=%u", seed);
    m_mutator.emplace(seed);
    m_pack = m_world.pack().remembering();
    const QString owner = QStringLiteral("leasing.asset-manager");
    const QString cells = QStringLiteral("celldata.specialist");
    const QString platform = QStringLiteral("platform.platform-engineer");
    ChangeRequest request = m_world.request(m_pack, QStringLiteral("soc.max"), 94000);
    request.head.reason = QString(760, u'x');
    add("request of layer 3", request.encode(), contenttype::request, {owner, cells}, verifyRequest);
    request = m_world.request(m_pack, QStringLiteral("cell.voltage.max"), 4150);
    request.head.evidence = {{QStringLiteral("measured.csv"), QByteArray(32, 'e')}};
    request.periodEnd = TestWorld::now + 20 * TestWorld::day;
    add("request of layer 4", request.encode(), contenttype::request, {owner, cells, platform}, verifyRequest);
    PolicyChange policy{head("Smaller steps"), {m_pack.policyDocument}, m_pack.policy};
    ++policy.policy.version;
    policy.policy.steps[ParameterId::fromTrusted(QStringLiteral("soc.max"))] = Milli{5000};
    add("policy", policy.encode(), contenttype::policy, {owner, cells}, verifyPolicy);
    Command tighten;
    tighten.head = head("A cell is warm");
    tighten.kind = CommandKind::Tighten;
    tighten.packs = {{m_pack.serial, 1}};
    tighten.parameter = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    tighten.to = Milli{80000};
    add("tighten", tighten.encode(), contenttype::command, {cells}, verifyCommand);
}

bool TestMutations::isHarmless(const Good &good, const QByteArray &edited, const PackState &pack) const
{
    const Verdict verdict = good.verify(edited, pack);
    if (!verdict.accepted())
        return true;
    const auto document = CoseSign::decode(edited);
    return document.ok() && document->payload == good.document.payload
        && document->contentType == good.document.contentType && good.counted.contains(countedOf(verdict));
}

void TestMutations::bytes()
{
    for (int i = 0; i < byteEdits; ++i) {
        const Good &good = any();
        const QByteArray bad = m_mutator->bytes(good.bytes);
        if (bad != good.bytes)
            QVERIFY2(!good.verify(bad, m_pack).accepted(), (good.name + bad.toHex()).constData());
    }
}

void TestMutations::fields()
{
    int canonical = 0;
    for (int i = 0; i < fieldEdits; ++i) {
        const Good &good = any();
        CoseSign bad = good.document;
        // The payload, or the protected header of a signature; still canonical, so that no checker of form helps.
        QByteArray &part
            = i % 3 != 0 ? bad.payload : bad.signatures[m_mutator->below(int(bad.signatures.size()))].protectedHeader;
        const QByteArray before = part;
        part = cbor::encode(m_mutator->tree(*cbor::decode(part)));
        if (part == before)
            continue;
        ++canonical;
        QVERIFY2(isHarmless(good, bad.encode(), m_pack), (good.name + bad.encode().toHex()).constData());
        if (i % 3 != 0)
            QVERIFY2(!good.verify(bad.encode(), m_pack).accepted(), (good.name + part.toHex()).constData());
    }
    QVERIFY(canonical > fieldEdits / 2);
}

void TestMutations::signatures()
{
    int accepted = 0;
    for (int i = 0; i < signatureEdits; ++i) {
        const Good &good = any();
        CoseSign bad = good.document;
        for (int edits = 1 + m_mutator->below(2); edits > 0; --edits)
            m_mutator->signatures(bad, any().document);
        const QByteArray edited = bad.encode();
        QVERIFY2(isHarmless(good, edited, m_pack), (good.name + edited.toHex()).constData());
        accepted += good.verify(edited, m_pack).accepted() ? 1 : 0;
    }
    qInfo("%d of %d with signatures moved or doubled still said the same", accepted, signatureEdits);
    QVERIFY(accepted < signatureEdits / 2);
}

void TestMutations::authorSignsAgain()
{
    // The author himself changes a thing after the others have signed, and signs that anew.
    const LogHead log{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    for (int i = 0; i < signedAgain; ++i) {
        const Good &good = any();
        CoseSign bad = good.document;
        bad.payload = cbor::encode(m_mutator->tree(*cbor::decode(bad.payload)));
        if (bad.payload == good.document.payload)
            continue;
        const auto old = bad.signatures.mid(1);
        bad.signatures.clear();
        QVERIFY(bad.addSignature(
                       *m_world.key(QStringLiteral("courier.fleet-manager")), Meaning::Author, TestWorld::now, log)
                    .ok());
        bad.signatures += old;
        QVERIFY2(!good.verify(bad.encode(), m_pack).accepted(), (good.name + bad.payload.toHex()).constData());
    }
}

void TestMutations::spliced()
{
    // Parts of two good documents put together: the signatures of one never carry the values of the other.
    const CoseSign a = m_good.constFirst().document;
    const CoseSign b = m_world.sign(m_world.request(m_pack, QStringLiteral("soc.max"), 94500),
        QStringLiteral("courier.fleet-manager"),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    QVERIFY(verifyRequest(b.encode(), m_pack).accepted());
    for (int mask = 1; mask < 8; ++mask) {
        CoseSign mixed = a;
        for (int i = 0; i < 3; ++i) {
            if (mask & (1 << i))
                mixed.signatures[i] = b.signatures.at(i);
        }
        QVERIFY2(!verifyRequest(mixed.encode(), m_pack).accepted(), qPrintable(QString::number(mask)));
        mixed = a;
        for (int i = 0; i < 3; ++i) {
            if (mask & (1 << i))
                mixed.signatures[i].chain = b.signatures.at((i + 1) % 3).chain;
        }
        QVERIFY2(!verifyRequest(mixed.encode(), m_pack).accepted(), qPrintable(QString::number(mask)));
    }
}

void TestMutations::files()
{
    const Good &good = m_good.constFirst();
    DocumentFile file;
    file.document = good.document;
    file.crls = {encodeCrlEntry(m_world.crl(QStringLiteral("leasing")))};
    const QByteArray bytes = file.encode();
    int readable = 0;
    for (int i = 0; i < fileEdits; ++i) {
        const auto decoded = DocumentFile::decode(m_mutator->bytes(bytes));
        if (!decoded.ok())
            continue;
        // What can still be read is canonical, so it says itself the same way again; and merging it harms nothing.
        ++readable;
        const QByteArray once = decoded->encode();
        QCOMPARE(DocumentFile::decode(once)->encode(), once);
        QVERIFY(isHarmless(good, decoded->document.encode(), m_pack));
        const auto merged = DocumentFile::merge(file, *decoded);
        if (!merged.ok())
            continue;
        // Merging cannot know the roots, so an issuing authority's certificate whose own signature was spoilt may
        // displace the good one: that denies, it never forges, and the good file is still where it was.
        const bool authoritySpoilt = std::any_of(merged->document.signatures.begin(), merged->document.signatures.end(),
            [&](const CoseSignature &signature) {
                return signature.chain.size() > 1 && !file.document.signatures.contains(signature);
            });
        QVERIFY(authoritySpoilt || verifyRequest(merged->document.encode(), m_pack).accepted());
    }
    qInfo("%d of %d edited files could still be read", readable, fileEdits);
}

void TestMutations::certificatesAndLists()
{
    const Certificate leaf = m_world.key(QStringLiteral("leasing.asset-manager"))->leaf();
    const QList<CrlEntry> newer{m_world.crl(QStringLiteral("leasing"), {leaf}, 2),
        m_world.crl(QStringLiteral("courier-issuer"), {}, 2), m_world.crl(QStringLiteral("celldata"), {}, 2)};
    for (const CrlEntry &entry : newer)
        QVERIFY(takeCrl(encodeCrlEntry(entry), m_pack).ok());
    for (int i = 0; i < listEdits; ++i) {
        if (i % 3 == 0) {
            const QByteArray badDer = m_mutator->bytes(leaf.der);
            const auto bad = Certificate::fromDer(badDer);
            if (bad.ok() && badDer != leaf.der)
                QVERIFY(!validateChain(*bad, {}, m_pack.anchors(), ChainPurpose::Person, TestWorld::now, 0).ok());
            continue;
        }
        // A list changed, or under another authority's certificate: taken in only as what its issuer signed.
        CrlEntry entry = newer.at(m_mutator->below(3));
        QByteArray bytes = encodeCrlEntry(entry);
        if (i % 3 == 1)
            bytes = m_mutator->bytes(bytes);
        else
            bytes = cbor::encode(m_mutator->tree(*cbor::decode(bytes)));
        if (i % 6 == 2) {
            entry.authorityDer = newer.at(m_mutator->below(3)).authorityDer;
            bytes = encodeCrlEntry(entry);
        }
        const auto taken = takeCrl(bytes, m_pack);
        if (!taken.ok())
            continue;
        for (const CrlEntry &list : *taken) {
            const auto same = [&](const CrlEntry &known) {
                return known.crl == list.crl;
            };
            QVERIFY2(
                m_pack.crls.contains(list) || std::any_of(newer.begin(), newer.end(), same), bytes.toHex().constData());
        }
    }
}

void TestMutations::everyBit()
{
    // Case 20: every bit of the payload, and one of every other byte of the document.
    const Good &good = m_good.constFirst();
    QVERIFY(good.document.payload.size() >= 1000);
    const qsizetype begin = good.bytes.indexOf(good.document.payload);
    const qsizetype end = begin + good.document.payload.size();
    int flipped = 0;
    for (qsizetype at = 0; at < good.bytes.size(); ++at) {
        const bool inside = at >= begin && at < end;
        for (int bit = inside ? 0 : int(at % 8); bit < (inside ? 8 : int(at % 8) + 1); ++bit) {
            QByteArray bad = good.bytes;
            bad[at] = char(bad.at(at) ^ (1 << bit));
            QVERIFY2(
                !good.verify(bad, m_pack).accepted(), qPrintable(QStringLiteral("byte %1, bit %2").arg(at).arg(bit)));
            ++flipped;
        }
    }
    QVERIFY(flipped > 8192);
}

void TestMutations::everyLength()
{
    // Case 21: cut at every length; followed by any byte.
    for (const Good &good : std::as_const(m_good)) {
        for (qsizetype length = 0; length < good.bytes.size(); ++length)
            QVERIFY2(!good.verify(good.bytes.left(length), m_pack).accepted(), good.name);
        for (int byte = 0; byte < 256; ++byte)
            QVERIFY2(!good.verify(good.bytes + char(byte), m_pack).accepted(), good.name);
        QVERIFY2(!good.verify(good.bytes + good.bytes, m_pack).accepted(), good.name);
    }
}

QTEST_GUILESS_MAIN(TestMutations)
#include "tst_mutations.moc"
