// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditexport.h"
#include "models/audit/auditstore.h"
#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "models/core/cose/checkpoint.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/request.h"
#include "models/core/pack/packanswers.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "tests/models/support/auditvandal.h"
#include "tests/models/support/modelworld.h"

#include <QCborArray>
#include <QFile>
#include <QTest>

#include <ctime>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString owner = QStringLiteral("leasing.asset-manager");

AuditEntry entry(const char *action, const char *subject, const QString &outcome, const QCborMap &detail = {})
{
    return {QLatin1String(action), QLatin1String(subject), outcome, detail};
}

} // namespace

/// Heads of other logs: whose word counts, what contradicts what; and what a store records how often.
class TestAuditWitness final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void whoseWordCounts_data();
    void whoseWordCounts();
    void aTrustedWordReplacesAnUnknownOne();
    void strangersFillNoAudit();
    void recordsOfBeforeStayReadable();
    void listsOfStrangersCostLittle();
    void theNewestListOfAFileCounts();
    void whatAPackSigns_data();
    void whatAPackSigns();
    void contradictions_data();
    void contradictions();
    void aForkIsNamedAtOnce();
    void headsAreTheSameInEveryBit();
    void packsKeepHeadsOfOurs();
    void recordsSurviveTheirForm();
    void repeatedRefusalsAreOneRecord();
    void whatIsNoRepetition_data();
    void whatIsNoRepetition();
    void begunIsResolvedOnce();
    void aPacksAnswerSettlesWhatWasBegun_data();
    void aPacksAnswerSettlesWhatWasBegun();
    void anExportVerifies();
    void aTamperedExportDoesNot_data();
    void aTamperedExportDoesNot();

private:
    CoseSign signedWith(const std::shared_ptr<SigningKey> &key, const LogHead &head, qint64 at = TestWorld::now);
    AuditStore &audit() { return m_desk->workspace().audit(); }
    QList<AuditRecord> heads();
    AuditStore::Witnessed witness(const CoseSign &document);

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
    std::unique_ptr<Desk> m_desk;
    LogHead m_head{QByteArray(16, 'o'), 5, QByteArray(32, 'h')};
};

void TestAuditWitness::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
}

void TestAuditWitness::init()
{
    m_desk = std::make_unique<Desk>(*m_world, m_pack);
}

CoseSign TestAuditWitness::signedWith(const std::shared_ptr<SigningKey> &key, const LogHead &head, qint64 at)
{
    CoseSign document{contenttype::request, m_world->request(m_pack, QStringLiteral("soc.max"), 95000).encode(), {}};
    if (!document.addSignature(*key, Meaning::Approve, at, head).ok())
        qFatal("cannot sign");
    return document;
}

QList<AuditRecord> TestAuditWitness::heads()
{
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::witnessHead);
    return audit().page(filter, 0, 100);
}

AuditStore::Witnessed TestAuditWitness::witness(const CoseSign &document)
{
    const auto done = audit().witness({}, m_desk->workspace().headJudge().in(document));
    return done.ok() ? *done : AuditStore::Witnessed{-1, {}};
}

void TestAuditWitness::whoseWordCounts_data()
{
    QTest::addColumn<QString>("party");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("until");
    QTest::addColumn<qint64>("at");
    QTest::addColumn<bool>("revoked");
    QTest::addColumn<QString>("outcome");
    constexpr qint64 now = TestWorld::now;
    constexpr qint64 day = TestWorld::day;
    const auto row = [](const char *name, const char *party, qint64 from, qint64 until, qint64 at, bool revoked,
                         const QString &outcome) {
        QTest::newRow(name) << QString::fromLatin1(party) << from << until << at << revoked << outcome;
    };
    const QString done = QLatin1String(auditoutcome::done);
    row("a good signer", "leasing", now - day, now + day, now, false, done);
    row("signed an hour ago", "leasing", now - day, now + day, now - 3600, false, done);
    row("another party's root", "celldata", now - day, now + day, now, false, done);
    row("an unknown root", "nobody", now - day, now + day, now, false, codeName(Code::UnknownIssuer));
    row("revoked", "leasing", now - day, now + day, now, true, codeName(Code::CertificateRevoked));
    row("revoked, dated before", "leasing", now - 90 * day, now + day, now - 60 * day, true,
        codeName(Code::CertificateRevoked));
    row("expired", "leasing", now - 3 * day, now - 2 * day, now, false, codeName(Code::CertificateExpired));
    row("not valid yet", "leasing", now + day, now + 2 * day, now, false, codeName(Code::CertificateNotYetValid));
    row("dated before its certificate", "leasing", now - day, now + day, now - 2 * day, false,
        codeName(Code::CertificateNotYetValid));
    row("dated years ahead", "leasing", now - day, now + 3000 * day, now + 900 * day, false, codeName(Code::CrlStale));
}

void TestAuditWitness::whoseWordCounts()
{
    QFETCH(QString, party);
    QFETCH(qint64, from);
    QFETCH(qint64, until);
    QFETCH(qint64, at);
    QFETCH(bool, revoked);
    QFETCH(QString, outcome);
    const auto key = m_world->makeKey(
        {party, QStringLiteral("witness"), QStringLiteral("asset-manager"), QStringLiteral("witness"), from, until});
    if (revoked)
        QVERIFY(m_desk->workspace().trust().learn(m_world->crl(party, {key->leaf()}, 2)).ok());
    const CoseSign document = signedWith(key, m_head, at);
    QCOMPARE(witness(document).added, 1);
    QCOMPARE(witness(document).added, 0);
    const auto records = heads();
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.constFirst().outcome, outcome);
    const auto kept = SeenHead::fromDetail(records.constFirst().detail);
    QVERIFY(kept.ok());
    QCOMPARE(kept->proved(), outcome == QLatin1String(auditoutcome::done));
    QCOMPARE(kept->rootSha256, kept->proved() ? m_world->root(party).sha256 : QByteArray());
    QCOMPARE(kept->head, m_head);
    if (kept->proved()) {
        // The signed bytes came along: anybody can judge them again.
        const auto again = CoseSign::decode(kept->signedBytes);
        QVERIFY(again.ok());
        QCOMPARE(again->signatures.size(), 1);
        QVERIFY(again->verifies(again->signatures.constFirst()));
        QCOMPARE(again->signatures.constFirst().log, m_head);
    } else {
        QVERIFY(kept->signedBytes.isEmpty());
        QCOMPARE(kept->signedSha256, sha256(document.encode()));
    }
    HeadLedger ledger;
    ledger.add(*kept, 1);
    QCOMPARE(ledger.highest().size(), kept->proved() ? 1 : 0);
}

/// A console that trusts nothing yet keeps what it sees; later it counts.
void TestAuditWitness::aTrustedWordReplacesAnUnknownOne()
{
    const CoseSign document = signedWith(m_world->key(owner), m_head);
    const auto unknown = TrustSnapshot().headJudge(TestWorld::now).in(document);
    QCOMPARE(unknown.size(), 1);
    QVERIFY(!unknown.constFirst().proved());
    QCOMPARE(audit().witness({}, unknown)->added, 1);
    QCOMPARE(witness(document).added, 1);
    QCOMPARE(audit().witness({}, unknown)->added, 0);
    QCOMPARE(heads().size(), 2);

    CoseSign forged = document;
    forged.signatures[0].signature[3] = char(forged.signatures.at(0).signature.at(3) ^ 1);
    QCOMPARE(witness(forged).added, 0);
    CoseSign nobody = signedWith(m_world->key(owner), {QByteArray(16, 'n'), 0, QByteArray(32, '\0')});
    QCOMPARE(witness(nobody).added, 0); // of no records there is no head
}

/// A large document with as many signatures as there may be, by people whom nobody knows.
void TestAuditWitness::strangersFillNoAudit()
{
    CoseSign document = signedWith(m_world->key(QStringLiteral("stranger.asset-manager")), m_head);
    document.signatures.clear();
    document.payload = QByteArray(100 * 1024, 'x');
    const auto sign = [&](const QString &who, qint64 count) {
        LogHead head = m_head;
        head.count = count;
        QVERIFY(document.addSignature(*m_world->key(who), Meaning::Approve, TestWorld::now, head).ok());
    };
    for (int i = 1; i < CoseSign::maxSignatures; ++i)
        sign(QStringLiteral("stranger.asset-manager"), i);
    sign(owner, 99);
    const auto bytes = [&] {
        qint64 all = 0;
        for (const AuditRecord &record : heads())
            all += record.detail.size();
        return all;
    };
    const auto first = witness(document);
    QCOMPARE(first.added, 5); // four of the strangers, and the one who is known
    QCOMPARE(witness(document).added, 0);
    int proved = 0;
    for (const AuditRecord &record : heads()) {
        const auto kept = SeenHead::fromDetail(record.detail);
        QVERIFY(kept.ok());
        proved += kept->proved() ? 1 : 0;
        QCOMPARE(kept->proved(), !kept->signedBytes.isEmpty());
        QVERIFY(kept->proved() || record.detail.size() < 1024);
    }
    QCOMPARE(proved, 1);
    QVERIFY(bytes() < 120 * 1024);
}

/// Sixteen signatures, and a few thousand lists under the names of those who are trusted, none of which they signed.
void TestAuditWitness::listsOfStrangersCostLittle()
{
    CoseSign document = signedWith(m_world->key(owner), m_head);
    for (int i = 1; i < CoseSign::maxSignatures; ++i) {
        LogHead head = m_head;
        head.count = i + 10;
        QVERIFY(document.addSignature(*m_world->key(owner), Meaning::Approve, TestWorld::now + i, head).ok());
    }
    QList<QByteArray> lists;
    const QByteArray one = m_world->crl(QStringLiteral("leasing")).crl.der;
    for (int i = 0; i < 4000; ++i) {
        QByteArray der = one;
        der.replace(der.size() - 4, 4, QByteArray::number(1000 + i));
        lists.append(cbor::encode(QCborArray{der, QCborValue(nullptr)}));
    }
    const std::clock_t begun = std::clock();
    const QList<SeenHead> seen = m_desk->workspace().headJudge(lists).in(document);
    const double seconds = double(std::clock() - begun) / CLOCKS_PER_SEC;
    qInfo("16 heads, 4000 lists: %.0f ms", seconds * 1000);
    QCOMPARE(seen.size(), CoseSign::maxSignatures);
    QVERIFY(std::all_of(seen.begin(), seen.end(), [](const SeenHead &head) { return head.proved(); }));
    QVERIFY(seconds < 2);
}

/// A list that came along revokes, whatever stands beside it.
void TestAuditWitness::theNewestListOfAFileCounts()
{
    const auto key = m_world->key(owner);
    const CoseSign document = signedWith(key, m_head);
    const auto entry = [&](const QList<Certificate> &revoked, qint64 number) {
        return encodeCrlEntry(m_world->crl(QStringLiteral("leasing"), revoked, number));
    };
    QList<QByteArray> lists{entry({}, 2), entry({key->leaf()}, 9), entry({}, 8)};
    for (int i = 0; i < 100; ++i)
        lists.append(encodeCrlEntry(
            {*pki::issueCrl(m_world->root(QStringLiteral("leasing")), m_world->privateKey(QStringLiteral("stranger")),
                 100 + i, {TestWorld::now - TestWorld::day, TestWorld::now + TestWorld::day}, {}),
                {}}));
    const auto seen = m_desk->workspace().headJudge(lists).in(document);
    QCOMPARE(seen.size(), 1);
    QVERIFY(!seen.constFirst().proved());
    QCOMPARE(seen.constFirst().problem->code, Code::CertificateRevoked);
}

void TestAuditWitness::recordsOfBeforeStayReadable()
{
    const CoseSign document = signedWith(m_world->key(QStringLiteral("stranger.asset-manager")), m_head);
    SeenHead seen = m_desk->workspace().headJudge().in(document).constFirst();
    QVERIFY(!seen.proved());
    QCborMap detail = seen.toDetail();
    QVERIFY(detail.contains(QLatin1String("signedSha256")));
    detail.remove(QLatin1String("signedSha256"));
    detail.insert(QLatin1String("signed"), seen.signedBytes);
    const auto read = SeenHead::fromDetail(cbor::encode(detail));
    QVERIFY(read.ok());
    QCOMPARE(read->signedBytes, seen.signedBytes);
    QCOMPARE(read->problem, seen.problem);
}

void TestAuditWitness::whatAPackSigns_data()
{
    QTest::addColumn<QString>("signer");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("code");
    const QString device = QStringLiteral("SDB-TEST-0001");
    const QString receipt = QLatin1String(contenttype::receipt);
    QTest::newRow("a receipt of the pack") << device << receipt << -1;
    QTest::newRow("of another pack") << QStringLiteral("SDB-TEST-0002") << receipt << int(Code::SignerNotAuthorised);
    QTest::newRow("of a person") << owner << receipt << int(Code::UnknownIssuer);
    QTest::newRow("under another purpose")
        << device << QString::fromLatin1(contenttype::withdrawal) << int(Code::UnknownType);
}

void TestAuditWitness::whatAPackSigns()
{
    QFETCH(QString, signer);
    QFETCH(QString, type);
    QFETCH(int, code);
    Receipt receipt;
    receipt.document = QByteArray(32, 'd');
    receipt.serial = m_pack.serial;
    receipt.at = TestWorld::now;
    receipt.logCount = 7;
    receipt.logHash = QByteArray(32, 'g');
    const auto key = signer.startsWith(QLatin1String("SDB")) ? m_world->deviceKey(signer) : m_world->key(signer);
    const auto carrier = CoseSign1::make(type.toLatin1(), receipt.encode(), *key, TestWorld::now);
    const auto seen = m_desk->workspace().headJudge().inCarrier(carrier->encode());
    if (code == int(Code::UnknownType)) {
        QVERIFY(!seen.ok());
        QCOMPARE(seen.code(), Code::UnknownType);
        return;
    }
    QVERIFY(seen.ok());
    QCOMPARE(seen->log, m_pack.serial.text());
    QCOMPARE(seen->proved(), code < 0);
    if (code >= 0)
        QCOMPARE(int(seen->problem->code), code);
    else
        QCOMPARE(seen->rootSha256, m_world->root(QStringLiteral("manufacturer")).sha256);
}

void TestAuditWitness::contradictions_data()
{
    struct Head
    {
        const char *party = "leasing";
        qint64 count = 5;
        char hash = 'h';
        qint64 at = TestWorld::now;
        char log = 'o';
    };
    QTest::addColumn<QList<SeenHead>>("heads");
    QTest::addColumn<int>("kind"); // -1: none
    const auto row = [this](const char *name, const QList<Head> &all, int kind) {
        QList<SeenHead> seen;
        for (const Head &head : all) {
            SeenHead one;
            one.head = {QByteArray(16, head.log), head.count, QByteArray(32, head.hash)};
            one.log = QString::fromLatin1(one.head.logId.toHex());
            one.carrier = QLatin1String(headcarrier::signature);
            one.by = QString::fromLatin1(head.party);
            one.rootSha256 = m_world->root(one.by).sha256;
            one.at = head.at;
            seen.append(one);
        }
        QTest::newRow(name) << seen << kind;
    };
    constexpr int fork = int(HeadConflict::Kind::Fork);
    constexpr int regress = int(HeadConflict::Kind::Regress);
    const qint64 now = TestWorld::now;
    row("one head", {{}}, -1);
    row("the same again", {{}, {}}, -1);
    row("it grows", {{}, {"leasing", 9, 'i', now + 500}}, -1);
    row("it grows, seen in the other order", {{"leasing", 9, 'i', now + 500}, {}}, -1);
    row("one length, two hashes", {{}, {"leasing", 5, 'x'}}, fork);
    row("one length, two hashes, far apart", {{}, {"leasing", 9, 'i', now + 500}, {"leasing", 5, 'x', now - 500}},
        fork);
    row("one length, two hashes, two logs", {{}, {"leasing", 5, 'x', now, 'p'}}, -1);
    row("one length, two hashes, two roots", {{}, {"celldata", 5, 'x'}}, -1);
    row("shorter later", {{}, {"leasing", 3, 'c', now + 61}}, regress);
    row("shorter later, seen in the other order", {{"leasing", 3, 'c', now + 61}, {}}, regress);
    row("shorter within the same moment", {{}, {"leasing", 4, 'd', now + 60}}, -1);
    row("shorter later under another root", {{}, {"celldata", 3, 'c', now + 900}}, -1);
    row("shorter later, then longer again", {{}, {"leasing", 3, 'c', now + 900}, {"leasing", 9, 'i', now + 1000}},
        regress);
}

void TestAuditWitness::contradictions()
{
    QFETCH(QList<SeenHead>, heads);
    QFETCH(int, kind);
    HeadLedger ledger;
    for (int i = 0; i < heads.size(); ++i)
        ledger.add(heads.at(i), i + 1);
    const auto conflicts = ledger.conflicts();
    QCOMPARE(conflicts.size(), kind < 0 ? 0 : 1);
    if (kind >= 0)
        QCOMPARE(int(conflicts.constFirst().kind), kind);

    // The verdict of the store that keeps them says the same.
    QVERIFY(audit().witness({}, heads).ok());
    const AuditVerdict verdict = verifyAudit(audit().path());
    QVERIFY(verdict.intact());
    QCOMPARE(std::count_if(verdict.flags.begin(), verdict.flags.end(),
                 [](const AuditFlag &flag) { return flag.kind == AuditFlag::Kind::Conflict; }),
        kind < 0 ? 0 : 1);
}

void TestAuditWitness::aForkIsNamedAtOnce()
{
    QCOMPARE(witness(signedWith(m_world->key(owner), m_head)).conflicts.size(), 0);
    LogHead other = m_head;
    other.hash = QByteArray(32, 'x');
    const auto forked = witness(signedWith(m_world->key(owner), other));
    QCOMPARE(forked.added, 1);
    QCOMPARE(forked.conflicts.size(), 1);
    QCOMPARE(forked.conflicts.constFirst().head, other);
    const auto records = heads();
    QCOMPARE(records.size(), 2); // both are kept
    QCOMPARE(records.constFirst().outcome, QLatin1String(auditoutcome::conflict));
    QCOMPARE(records.constLast().outcome, QLatin1String(auditoutcome::done));
}

/// Hashes that begin alike are not the same.
void TestAuditWitness::headsAreTheSameInEveryBit()
{
    QCOMPARE(witness(signedWith(m_world->key(owner), m_head)).added, 1);
    LogHead other = m_head;
    other.hash[31] = char(other.hash.at(31) ^ 1);
    QCOMPARE(witness(signedWith(m_world->key(owner), other)).conflicts.size(), 1);
    QCOMPARE(heads().size(), 2);
    const auto flags = verifyAudit(audit().path()).flags;
    QCOMPARE(flags.size(), 1);
    QCOMPARE(flags.constFirst().kind, AuditFlag::Kind::Conflict);
}

void TestAuditWitness::packsKeepHeadsOfOurs()
{
    const QByteArray root = m_world->root(QStringLiteral("leasing")).sha256;
    const LogHead mine = audit().head();
    const auto onPack = [&](const LogHead &head) {
        return audit().witness({}, HeadJudge::onPack(m_pack.serial, {{root, head, QByteArray(32, 'd'), false}}));
    };
    QCOMPARE(onPack(mine)->added, 1);
    QCOMPARE(onPack(mine)->added, 0);
    QCOMPARE(onPack(mine)->conflicts.size(), 0);
    const AuditVerdict good = verifyAudit(audit().path());
    QCOMPARE(good.anchors.size(), 1);
    QCOMPARE(good.anchors.constFirst().by, m_pack.serial.text());
    QVERIFY(!good.isDisputed());

    LogHead other = mine;
    other.hash = QByteArray(32, 'x');
    QCOMPARE(onPack(other)->conflicts.size(), 1);
    LogHead ahead = mine;
    ahead.count += 100;
    QCOMPARE(onPack(ahead)->conflicts.size(), 1);
    // Nobody signed that, so it is a dispute, and the store goes on.
    const AuditVerdict verdict = verifyAudit(audit().path());
    QVERIFY(verdict.intact());
    QVERIFY(verdict.isDisputed());
    QVERIFY(!audit().isReadOnly());
}

void TestAuditWitness::recordsSurviveTheirForm()
{
    SeenHead seen;
    seen.head = {{}, 3, QByteArray(32, 'h')};
    seen.log = QStringLiteral("SDB-TEST-0001");
    seen.carrier = QLatin1String(headcarrier::receipt);
    seen.by = seen.log;
    seen.at = 17;
    seen.leafSha256 = QByteArray(32, 'l');
    seen.signedBytes = "bytes";
    const auto proved = SeenHead::fromDetail(cbor::encode(seen.toDetail()));
    QVERIFY(proved.ok());
    QCOMPARE(*proved, seen);
    seen.problem = Error{Code::CrlStale, QStringLiteral("old")};
    const auto again = SeenHead::fromDetail(cbor::encode(seen.toDetail()));
    QVERIFY(again.ok());
    seen.signedSha256 = sha256(std::exchange(seen.signedBytes, {}));
    QCOMPARE(*again, seen);
    QCOMPARE(*SeenHead::fromDetail(cbor::encode(again->toDetail())), seen);
    QCborMap lacking = seen.toDetail();
    lacking.remove(QLatin1String("hash"));
    QVERIFY(!SeenHead::fromDetail(cbor::encode(lacking)).ok());
    QVERIFY(!SeenHead::fromDetail("x").ok());
}

void TestAuditWitness::repeatedRefusalsAreOneRecord()
{
    const AuditActor ann{QStringLiteral("ann"), QStringLiteral("leasing"), QStringLiteral("asset-manager")};
    const AuditEntry refused = entry("session.sign-in", "key.p12", codeName(Code::WrongPassphrase));
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::signIn);
    const qint64 before = audit().count({});
    for (int i = 0; i < 50; ++i) {
        QVERIFY(audit().append(ann, refused).ok());
        m_desk->clock().advance(1000);
    }
    QCOMPARE(audit().count(filter), 1);
    m_desk->clock().advance(11'000); // the minute is over, by a second
    QVERIFY(audit().append(ann, refused).ok());
    auto records = audit().page(filter, 0, 9);
    QCOMPARE(records.size(), 3); // the first, the count of the rest, and the first of the next minute
    const auto summary = cbor::decode(records.at(1).detail)->toMap();
    QCOMPARE(summary.value(QLatin1String("times")).toInteger(), 49);
    QCOMPARE(summary.value(QLatin1String("repeats")).toInteger(), records.at(2).seq);
    QCOMPARE(records.at(1).outcome, refused.outcome);
    QCOMPARE(records.at(1).actor, ann);

    // At the end of the program what was counted is recorded.
    QVERIFY(audit().append(ann, refused).ok());
    m_desk->reopen();
    records = audit().page(filter, 0, 9);
    QCOMPARE(records.size(), 4);
    QCOMPARE(cbor::decode(records.at(0).detail)->toMap().value(QLatin1String("times")).toInteger(), 1);
    QCOMPARE(audit().count({}), before + 4);
    QVERIFY(verifyAudit(audit().path()).intact());
}

void TestAuditWitness::whatIsNoRepetition_data()
{
    QTest::addColumn<AuditRecord>("other");
    QTest::addColumn<bool>("withId");
    const auto row = [](const char *name, const char *person, const char *action, const char *subject,
                         const QString &outcome, bool withId = false) {
        AuditRecord record;
        record.actor.person = QLatin1String(person);
        record.action = QLatin1String(action);
        record.subject = QLatin1String(subject);
        record.outcome = outcome;
        QTest::newRow(name) << record << withId;
    };
    const QString refused = codeName(Code::BelowQuorum);
    row("another person", "bob", "request.sign", "a", refused);
    row("another action", "ann", "request.merge", "a", refused);
    row("another subject", "ann", "request.sign", "b", refused);
    row("another reason", "ann", "request.sign", "a", codeName(Code::Expired));
    row("done", "ann", "request.sign", "a", QLatin1String(auditoutcome::done));
    row("begun", "ann", "request.sign", "a", QLatin1String(auditoutcome::begun));
    row("the outcome of something begun", "ann", "request.sign", "a", refused, true);
}

void TestAuditWitness::whatIsNoRepetition()
{
    QFETCH(AuditRecord, other);
    QFETCH(bool, withId);
    AuditActor ann;
    ann.person = QStringLiteral("ann");
    const qint64 before = audit().count({});
    QVERIFY(audit().append(ann, entry("request.sign", "a", codeName(Code::BelowQuorum))).ok());
    QCborMap detail;
    if (withId)
        detail.insert(QLatin1String("id"), QByteArray("12345678"));
    QVERIFY(audit().append(other.actor, {other.action, other.subject, other.outcome, detail}).ok());
    QCOMPARE(audit().count({}), before + 2);
}

void TestAuditWitness::begunIsResolvedOnce()
{
    const auto begun = [&](const char *subject, const char *id) {
        QVERIFY(audit()
                    .append({},
                        entry("request.deliver", subject, QLatin1String(auditoutcome::begun),
                            {{QLatin1String("id"), QByteArray(id)}}))
                    .ok());
    };
    begun("doc", "one");
    begun("doc", "two");
    begun("other", "three");
    QVERIFY(
        audit()
            .append({},
                entry("request.deliver", "doc", codeName(Code::StaleBase), {{QLatin1String("id"), QByteArray("one")}}))
            .ok());
    QCOMPARE(audit().unresolved().size(), 2);
    const auto open = audit().unresolved(QStringLiteral("doc"));
    QCOMPARE(open.size(), 1);
    // An outcome under the id of another subject is another thing.
    QVERIFY(audit()
                .append({},
                    entry("request.deliver", "elsewhere", QLatin1String(auditoutcome::done),
                        {{QLatin1String("id"), QByteArray("two")}}))
                .ok());
    QCOMPARE(audit().unresolved(QStringLiteral("doc")).size(), 1);
    const auto resolved
        = audit().resolve({}, open.constFirst(), QLatin1String(auditoutcome::done), {{QLatin1String("receipt"), 1}});
    QVERIFY(resolved.ok());
    QCOMPARE(audit().unresolved(QStringLiteral("doc")).size(), 0);
    QCOMPARE(audit().unresolved().size(), 1);
    QVERIFY(verifyAudit(audit().path()).intact());
}

void TestAuditWitness::aPacksAnswerSettlesWhatWasBegun_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("pack");
    QTest::addColumn<int>("settled");
    const QString done = QLatin1String(auditoutcome::done);
    const QString refused = codeName(Code::StaleBase);
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    QTest::newRow("applied") << done << a << a << 2;
    QTest::newRow("applied in another copy") << done << b << a << 2;
    QTest::newRow("refused") << refused << a << a << 2;
    QTest::newRow("another copy refused") << refused << b << a << 0;
    QTest::newRow("by another pack") << done << a << b << 0;
}

void TestAuditWitness::aPacksAnswerSettlesWhatWasBegun()
{
    QFETCH(QString, outcome);
    QFETCH(QString, document);
    QFETCH(QString, pack);
    QFETCH(int, settled);
    const auto delivery = [](const QString &word, const QByteArray &id, const QString &bytes, const QString &serial) {
        return entry("request.deliver", "doc", word,
            {{QLatin1String("id"), id}, {QLatin1String("document"), bytes}, {QLatin1String("pack"), serial}});
    };
    const QString begun = QLatin1String(auditoutcome::begun);
    const QString a = QStringLiteral("a");
    QVERIFY(audit().append({}, delivery(begun, "one", a, a)).ok());
    QVERIFY(audit().append({}, delivery(begun, "two", a, a)).ok()); // and the program was killed, twice
    QVERIFY(audit().append({}, delivery(begun, "three", document, pack)).ok());
    const AuditEntry now = delivery(outcome, "three", document, pack);
    QVERIFY(audit().append({}, now).ok());
    const auto done = audit().settle({}, now);
    QVERIFY(done.ok());
    QCOMPARE(*done, settled);
    QCOMPARE(audit().unresolved().size(), 2 - settled);
    QCOMPARE(*audit().settle({}, now), 0);
    QVERIFY(verifyAudit(audit().path()).intact());
}

/// Case 128: an export, read again, verifies.
void TestAuditWitness::anExportVerifies()
{
    QVERIFY(m_desk->signIn(owner));
    m_desk->reopen();
    QCOMPARE(witness(signedWith(m_world->key(owner), m_head)).added, 1);
    const AuditActor odd{QStringLiteral("=1+1"), QStringLiteral("\"\n\u2028"), QStringLiteral("\U0001F600")};
    QVERIFY(audit().append(odd, entry("a", "b", QStringLiteral("done"))).ok());
    const QString path = m_desk->path("audit.jsonl");
    const auto written = auditexport::write(audit().path(), path);
    QVERIFY(written.ok());
    QCOMPARE(written->head, audit().head());
    QCOMPARE(written->checkpoints, 1);
    QVERIFY(auditexport::isExport(path));
    const AuditProof proof{{}, m_desk->workspace().headJudge()};
    const auto reading = auditexport::read(path, proof);
    QVERIFY(reading.ok());
    QVERIFY2(reading->verdict.intact(),
        qPrintable(reading->verdict.intact() ? QString() : reading->verdict.problem->detail));
    QCOMPARE(reading->end, audit().head());
    QCOMPARE(reading->verdict.checked, audit().count({}));
    QVERIFY(reading->verdict.checkpointed > 0);
    QCOMPARE(reading->ledger.highest().size(), 1);
    QCOMPARE(reading->heads.size(), 3); // its checkpoint, the one it saw, its end
    // Held against the store it came from, all of it agrees.
    const AuditVerdict verdict = verifyAudit(audit().path(), {reading->heads, proof.judge});
    QVERIFY(verdict.intact());
    QVERIFY(!verdict.isDisputed());
    QVERIFY(!auditexport::read(audit().path(), proof).ok());
}

void TestAuditWitness::aTamperedExportDoesNot_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *from, const char *to, const char *problem) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(problem);
    };
    row("a text", "\"subject\":\"b\"", "\"subject\":\"c\"", "hash");
    row("a key more", "\"subject\":\"b\"", "\"subject\":\"b\",\"x\":1", "form");
    row("a key less", "\"subject\":\"b\",", "", "form");
    row("a number as text", "\"seq\":3", "\"seq\":\"3\"", "form");
    row("a number with a fraction", "\"seq\":3", "\"seq\":3.5", "form");
    row("another number", "\"seq\":3", "\"seq\":4", "sequence");
    row("another form of base64", "\"detail\":\"oA==\"", "\"detail\":\"oA\"", "form");
    row("another end", "{\"end\":", "{\"end\":1", "form");
    row("another log", "\"log\":\"", "\"log\":\"00", "form");
    row("more records promised", "\"records\":", "\"records\":1", "form");
    row("something after it", "", "{}\n", "form");
    row("not ended", "", "", "form"); // cut by a byte
}

void TestAuditWitness::aTamperedExportDoesNot()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, problem);
    QVERIFY(audit().append({}, entry("a", "b", QStringLiteral("done"))).ok());
    const QString path = m_desk->path("audit.jsonl");
    QVERIFY(auditexport::write(audit().path(), path).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    if (!from.isEmpty()) {
        QVERIFY2(text.contains(from), text.constData());
        text.replace(text.lastIndexOf(from), from.size(), to);
    } else if (to.isEmpty()) {
        text.chop(1);
    } else {
        text.append(to);
    }
    QVERIFY(file.resize(0) && file.seek(0) && file.write(text) == text.size());
    file.close();
    const auto reading = auditexport::read(path, {});
    if (!reading.ok()) {
        QCOMPARE(problem, QStringLiteral("form"));
        return;
    }
    QVERIFY(!reading->verdict.intact());
    QCOMPARE(reading->verdict.problem->detail, problem);
}

QTEST_GUILESS_MAIN(TestAuditWitness)
#include "tst_auditwitness.moc"
