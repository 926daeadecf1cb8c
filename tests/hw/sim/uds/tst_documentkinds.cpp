// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/uds/udsreply.h"
#include "hw/uds/documentkind.h"
#include "models/core/documents/documentfile.h"
#include "models/core/judge/verifier.h"
#include "tests/hw/sim/support/factoryworld.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::sim;
using namespace packwarden::test;

namespace {

const QString owner = QStringLiteral("leasing-asset-manager");
const QString specialist = QStringLiteral("celldata-specialist");
const QString platform = QStringLiteral("platform-engineer");
const QString technician = QStringLiteral("service-technician");

} // namespace

/// Every kind of document at the gate of a sealed pack: applied with a receipt, refused with nothing changed, and the
/// same answer when it comes again.
class TestDocumentKinds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void appliedOnce_data();
    void appliedOnce();
    void refusedWhole_data();
    void refusedWhole();
    void policyTakesEffectWhole();
    void charterBringsItsPolicy();
    void lockAndUnlock();
    void tightenIsReadBack();
    void ofAnotherKind_data();
    void ofAnotherKind();
    void notWhatWasAnnounced();
    void headsOfCountedSigners();
    void headsAreBounded();
    void theLogIsChained();
    void refusalsAreChained();
    void memoryFailureChangesNothing();
    void negativeResponses_data();
    void negativeResponses();

private:
    FactoryPack pack() const { return m_sealed->copy(); }
    QByteArray made(const QString &kind, const PackState &state, const QStringList &approvers)
    {
        if (kind == QStringLiteral("request"))
            return m_world.request(state, approvers);
        if (kind == QStringLiteral("policy"))
            return m_world.policy(state, approvers);
        if (kind == QStringLiteral("charter"))
            return m_world.charter(state, approvers);
        return m_world.command(state, *commandFromName(kind), approvers);
    }
    static int kindOf(const QString &kind)
    {
        return kind == QStringLiteral("request") ? documentkind::request
            : kind == QStringLiteral("policy")   ? documentkind::policy
            : kind == QStringLiteral("charter")  ? documentkind::charter
                                                 : documentkind::command;
    }

    /// A pack that takes such a document: the time is for one that lost it.
    FactoryPack packFor(const QString &name) const
    {
        FactoryPack held = pack();
        BootFacts facts;
        facts.clockLost = true;
        if (name == QStringLiteral("time") && !held.boot(facts).ok())
            qFatal("no pack");
        return held;
    }
    FactoryWorld::Sample sampleFor(const QString &name, const FactoryPack &held)
    {
        for (const FactoryWorld::Sample &sample : m_world.samples(held.state())) {
            if (sample.name == name)
                return sample;
        }
        return {};
    }

    CryptoRuntime m_crypto;
    FactoryWorld m_world;
    std::unique_ptr<FactoryPack> m_sealed;
};

void TestDocumentKinds::initTestCase()
{
    m_sealed = std::make_unique<FactoryPack>(m_world);
    m_sealed->makeUpTo({});
}

void TestDocumentKinds::appliedOnce_data()
{
    QTest::addColumn<QString>("name");
    for (const FactoryWorld::Sample &sample : m_world.samples(m_sealed->state()))
        QTest::newRow(qPrintable(sample.name)) << sample.name;
}

void TestDocumentKinds::appliedOnce()
{
    QFETCH(QString, name);
    FactoryPack held = packFor(name);
    const PackContents before = held.contents();
    const FactoryWorld::Sample sample = sampleFor(name, held);
    const auto outcome = held.deliver(sample.kind, sample.bytes);
    QVERIFY2(!outcome.refusal, outcome.refusal ? qPrintable(outcome.refusal->detail) : "");
    QVERIFY(!outcome.alreadyApplied);
    QVERIFY(held.contents() != before);
    QCOMPARE(held.contents().logCount(), before.logCount() + 1);
    QCOMPARE(!outcome.receipt.isEmpty(), documentkind::hasReceipt(sample.kind));
    if (documentkind::hasReceipt(sample.kind)) {
        const QByteArray cose
            = sample.kind == documentkind::charter ? CharterUpload::decode(sample.bytes)->document : sample.bytes;
        const auto receipt = verifyReceipt(outcome.receipt, *CoseSign::decode(cose), FactoryWorld::serial(),
            held.memory->charter(), held.state().crls);
        QVERIFY2(receipt.ok(), receipt.ok() ? "" : qPrintable(receipt.error().detail));
        QVERIFY(!receipt->counted.isEmpty());
        QCOMPARE(receipt->policyVersion, held.memory->policy().version);
        QCOMPARE(receipt->logCount, held.contents().logCount());
        QCOMPARE(receipt->logHash, held.contents().logHash());
    }
    if (sample.kind == documentkind::time)
        return; // the clock is sure: nobody tells it the time

    // Again, after a start and an hour later: the same receipt, nothing changed.
    held.files.reboot(MemoryFiles::Loss::Unsynced);
    held.clock.advance(3600 * 1000);
    QVERIFY(held.boot().ok());
    const PackContents after = held.contents();
    const auto again = held.deliver(sample.kind, sample.bytes);
    QVERIFY(!again.refusal && again.alreadyApplied);
    QCOMPARE(again.receipt, outcome.receipt);
    QCOMPARE(held.contents(), after);
}

void TestDocumentKinds::refusedWhole_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("approvers");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *kind, const QStringList &approvers, const char *reason) {
        QTest::newRow(name) << QString::fromLatin1(kind) << approvers << QString::fromLatin1(reason);
    };
    row("request without the owner", "request", {specialist}, "below-quorum");
    row("request without the specialist", "request", {owner}, "below-quorum");
    row("request of nobody", "request", {}, "below-quorum");
    row("request, one twice", "request", {owner, owner}, "signer-repeated");
    row("policy without the owner", "policy", {specialist}, "below-quorum");
    row("policy without the specialist", "policy", {owner}, "below-quorum");
    row("policy of nobody", "policy", {}, "below-quorum");
    row("charter without the platform", "charter", {owner, specialist}, "below-quorum");
    row("charter without the owner", "charter", {specialist, platform}, "below-quorum");
    row("charter of nobody", "charter", {}, "below-quorum");
    row("lock by the technician", "theft-lock", {technician}, "signer-not-authorised");
    row("lock of nobody", "theft-lock", {}, "below-quorum");
    row("tighten by the technician", "tighten", {technician}, "signer-not-authorised");
    row("replace without the technician", "replace-component", {owner}, "below-quorum");
    row("replace without the owner", "replace-component", {technician}, "below-quorum");
    row("decommission by two", "decommission", {owner, specialist}, "below-quorum");
}

void TestDocumentKinds::refusedWhole()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, approvers);
    QFETCH(QString, reason);
    FactoryPack held = pack();
    const PackContents before = held.contents();
    const QByteArray bytes = made(kind, held.state(), approvers);
    QCOMPARE(held.tell(kindOf(kind), bytes), reason);
    PackContents after = held.contents();
    QCOMPARE(after.refusals.size(), 1);
    QCOMPARE(after.refusals.constFirst().action, reason);
    QCOMPARE(after.refusals.constFirst().document, sha256(bytes));
    QCOMPARE(after.refusalCounts.value(reason), qint64(1));
    after.refusals.clear();
    after.refusalCounts.clear();
    QCOMPARE(after, before);
}

void TestDocumentKinds::policyTakesEffectWhole()
{
    FactoryPack held = pack();
    const qint64 version = held.memory->policy().version;
    held.clock.advance(120'000);
    const QByteArray bytes = m_world.policy(held.state(), {owner, specialist});
    QCOMPARE(held.tell(documentkind::policy, bytes), QString());
    QVERIFY(held.look().ok());
    QCOMPARE(held.memory->policy().version, version + 1);
    QCOMPARE(held.memory->policy().steps.value(ParameterId::fromTrusted(QStringLiteral("soc.max"))), Milli{3000});
    QCOMPARE(held.contents().policySource(), bytes);
    QCOMPARE(held.memory->policySha256(), sha256(CoseSign::decode(bytes)->payload));
    QCOMPARE(held.contents().policySince, FactoryWorld::now + 120);
    QCOMPARE(held.contents().charterSince, FactoryWorld::now);
    // The next one must follow this one; another that follows the old one is stale.
    QCOMPARE(held.tell(documentkind::policy, m_world.policy(m_sealed->state(), {owner, specialist})),
        QStringLiteral("version-rollback"));
    // The charter stands as it was, and a change that the new step forbids without the extra seat is refused.
    QCOMPARE(held.memory->charter(), m_sealed->memory->charter());
}

void TestDocumentKinds::charterBringsItsPolicy()
{
    FactoryPack held = pack();
    QCOMPARE(held.tell(documentkind::policy, m_world.policy(held.state(), {owner, specialist})), QString());
    const QByteArray upload = m_world.charter(held.state(), {owner, specialist, platform});
    QCOMPARE(held.tell(documentkind::charter, upload), QString());
    QVERIFY(held.look().ok());
    const QByteArray document = CharterUpload::decode(upload)->document;
    QCOMPARE(held.contents().charterDocument, document);
    QCOMPARE(held.contents().policySource(), document);
    QCOMPARE(held.memory->charter().version, qint64(2));
    QCOMPARE(held.memory->policy().version, qint64(3));
    QCOMPARE(held.memory->policy().charterSha256, held.memory->charter().bodySha256());
    QCOMPARE(held.memory->charterSha256(), sha256(CoseSign::decode(document)->payload));
    QCOMPARE(held.memory->policySha256(), held.memory->charterSha256());
}

void TestDocumentKinds::lockAndUnlock()
{
    FactoryPack held = pack();
    const QByteArray lock = m_world.command(held.state(), CommandKind::TheftLock, {owner});
    QCOMPARE(held.tell(documentkind::command, lock), QString());
    QVERIFY(held.boot().ok());
    QVERIFY(held.contents().lock.locked);
    QCOMPARE(held.contents().lock.document, sha256(CoseSign::decode(lock)->payload));
    QCOMPARE(held.tell(documentkind::request, m_world.request(held.state(), {owner, specialist})),
        QStringLiteral("theft-locked"));
    QCOMPARE(held.tell(documentkind::command, m_world.command(held.state(), CommandKind::TheftUnlock, {owner})),
        QStringLiteral("below-quorum"));
    QVERIFY(held.contents().lock.locked);
    QCOMPARE(
        held.tell(documentkind::command, m_world.command(held.state(), CommandKind::TheftUnlock, {owner, platform})),
        QString());
    QVERIFY(!held.contents().lock.locked);
    QCOMPARE(held.contents().lock.revision, qint64(2));
    // Only the receipt of the first lock is the answer to the first lock: it does not lock again.
    QVERIFY(held.deliver(documentkind::command, lock).alreadyApplied);
    QVERIFY(!held.contents().lock.locked);
}

void TestDocumentKinds::tightenIsReadBack()
{
    FactoryPack held = pack();
    const auto id = ParameterId::fromTrusted(QStringLiteral("charge.current.max"));
    const StoredValue before = held.contents().values.value(id);
    const auto outcome
        = held.deliver(documentkind::command, m_world.command(held.state(), CommandKind::Tighten, {owner}));
    QVERIFY(!outcome.refusal);
    const auto receipt = Receipt::decode(CoseSign1::decode(outcome.receipt)->payload);
    QCOMPARE(receipt->applied.size(), 1);
    QCOMPARE(receipt->applied.constFirst(), (AppliedValue{id, Milli{100000}, before.revision + 1}));
    QCOMPARE(receipt->version, 2);
    QCOMPARE(receipt->siliconSha256, held.state().silicon.sha256());
    QCOMPARE(receipt->foundationSha256, held.state().foundation.sha256());
    QCOMPARE(held.state().value(id), Milli{100000});
    held.clock.advance(Command::tightenLasts * 1000 + 1000);
    QCOMPARE(held.state().value(id), before.base);
}

void TestDocumentKinds::ofAnotherKind_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("announced");
    const QList<int> kinds{documentkind::request, documentkind::policy, documentkind::charter, documentkind::crl,
        documentkind::provision, documentkind::command, documentkind::time, documentkind::withdrawal};
    for (int kind : {documentkind::request, documentkind::policy, documentkind::command, documentkind::withdrawal}) {
        for (int announced : kinds) {
            if (kind != announced)
                QTest::newRow(qPrintable(QStringLiteral("%1 as %2").arg(kind).arg(announced))) << kind << announced;
        }
    }
}

void TestDocumentKinds::ofAnotherKind()
{
    QFETCH(int, kind);
    QFETCH(int, announced);
    FactoryPack held = pack();
    PackContents before = held.contents();
    for (const FactoryWorld::Sample &sample : m_world.samples(held.state())) {
        if (sample.kind != kind)
            continue;
        const QString reason = held.tell(announced, sample.bytes);
        QVERIFY2(reason == QStringLiteral("unknown-type") || reason == QStringLiteral("malformed"), qPrintable(reason));
    }
    PackContents after = held.contents();
    after.refusals.clear();
    after.refusalCounts.clear();
    QCOMPARE(after, before);
}

void TestDocumentKinds::notWhatWasAnnounced()
{
    FactoryPack held = pack();
    for (const FactoryWorld::Sample &sample : m_world.samples(held.state())) {
        const auto outcome = held.gate->apply(sample.kind, sample.bytes, sha256("another"));
        QVERIFY(outcome.refusal && outcome.refusal->code == Code::Malformed);
    }
    QCOMPARE(held.contents().logCount(), m_sealed->contents().logCount());
}

void TestDocumentKinds::headsOfCountedSigners()
{
    FactoryPack held = pack();
    const qsizetype known = held.contents().heads.size();
    const QByteArray bytes = m_world.request(held.state(), {owner, technician, specialist});
    const auto document = CoseSign::decode(bytes);
    QVERIFY(!held.deliver(documentkind::request, bytes).refusal);
    QMap<QByteArray, WitnessedHead> byLog;
    for (const WitnessedHead &head : held.contents().heads)
        byLog.insert(head.head.logId, head);
    for (const CoseSignature &signature : document->signatures) {
        const auto leaf = Certificate::fromDer(signature.chain.constFirst());
        const bool counted = signature.meaning == Meaning::Approve && leaf->role != QStringLiteral("technician");
        const auto witnessed = byLog.constFind(signature.log.logId);
        if (!counted) {
            // The technician approved the first charter, so his log is known; not the author's, who fills no seat.
            QCOMPARE(witnessed != byLog.constEnd(), signature.meaning == Meaning::Approve);
            continue;
        }
        QVERIFY(witnessed != byLog.constEnd());
        QCOMPARE(witnessed->head, signature.log);
        QVERIFY(!witnessed->conflict);
    }
    QCOMPARE(held.contents().heads.size(), known);
}

void TestDocumentKinds::headsAreBounded()
{
    PackContents contents;
    const auto seen = [](int log, qint64 count, char hash) {
        return WitnessedHead{QByteArray(32, 'r'),
            {QByteArray::number(log).rightJustified(16, '0'), count, QByteArray(32, hash)}, QByteArray(32, 'd'), false};
    };
    contents.addHead(seen(1, 0, 'a'));
    QVERIFY(contents.heads.isEmpty()); // no records: nothing to witness
    contents.addHead(seen(1, 5, 'a'));
    contents.addHead(seen(1, 4, 'b')); // older: says nothing new
    QCOMPARE(contents.heads, QList<WitnessedHead>{seen(1, 5, 'a')});
    contents.addHead(seen(1, 9, 'c'));
    QCOMPARE(contents.heads, QList<WitnessedHead>{seen(1, 9, 'c')});
    // The same log of the same length with another hash: one of them was rewritten.
    contents.addHead(seen(1, 9, 'x'));
    QCOMPARE(contents.heads.size(), 2);
    QVERIFY(contents.heads.constLast().conflict);
    QCOMPARE(contents.heads.constLast().head.hash, QByteArray(32, 'x'));
    contents.addHead(seen(1, 9, 'x'));
    QCOMPARE(contents.heads.size(), 2);
    contents.addHead(seen(1, 10, 'y'));
    QCOMPARE(contents.heads.size(), 2);
    QVERIFY(contents.heads.constLast().conflict); // the evidence stays
    // Another root's log of the same id is another log.
    WitnessedHead other = seen(1, 9, 'z');
    other.rootSha256 = QByteArray(32, 's');
    contents.addHead(other);
    QCOMPARE(contents.heads.size(), 3);
    for (int log = 2; log < 200; ++log)
        contents.addHead(seen(log, 1, 'a'));
    for (int i = 0; i < 100; ++i)
        contents.addHead(seen(150, 1, char('A' + i % 60)));
    QVERIFY(contents.heads.size() <= PackContents::maxHeads + PackContents::maxConflicts);
    QVERIFY(contents.heads.contains([&] {
        WitnessedHead evidence = seen(1, 9, 'x');
        evidence.conflict = true;
        return evidence;
    }()));
    // One root with many logs, and with many conflicts of its own making, takes neither head nor evidence of another.
    QVERIFY(contents.heads.contains(other));
    other.head.hash[0] = 'w';
    contents.addHead(other);
    QVERIFY(std::any_of(contents.heads.begin(), contents.heads.end(),
        [&](const WitnessedHead &head) { return head.conflict && head.rootSha256 == other.rootSha256; }));
    QVERIFY(contents.heads.size() <= PackContents::maxHeads + PackContents::maxConflicts);
    const auto readBack = PackContents::decode(contents.encode());
    QVERIFY(readBack.ok());
    QCOMPARE(*readBack, contents);
}

void TestDocumentKinds::theLogIsChained()
{
    FactoryPack held = pack();
    for (const FactoryWorld::Sample &sample : m_world.samples(held.state()))
        held.deliver(sample.kind, sample.bytes);
    const QList<PackLogRecord> records = held.contents().changes;
    QVERIFY(records.size() > 12);
    QByteArray previous(32, '\0');
    for (qsizetype i = 0; i < records.size(); ++i) {
        QCOMPARE(records.at(i).number, qint64(i + 1));
        QCOMPARE(records.at(i).hash, records.at(i).hashAfter(previous));
        previous = records.at(i).hash;
    }
    PackContents contents = held.contents();
    for (int i = 0; i < 300; ++i)
        contents.addChange(FactoryWorld::now + i, QStringLiteral("write"), QStringLiteral("soc"));
    QCOMPARE(int(contents.changes.size()), PackContents::maxRecords);
    QCOMPARE(contents.logCount(), records.size() + 300);
    for (qsizetype i = 1; i < contents.changes.size(); ++i)
        QCOMPARE(contents.changes.at(i).hash, contents.changes.at(i).hashAfter(contents.changes.at(i - 1).hash));
}

void TestDocumentKinds::refusalsAreChained()
{
    PackContents contents;
    for (int i = 0; i < 700; ++i) {
        const Code code = i % 3 == 0 ? Code::Expired : Code::BelowQuorum;
        contents.addRefusal(FactoryWorld::now + i, {code, QString::number(i)}, sha256(QByteArray::number(i)));
    }
    QCOMPARE(int(contents.refusals.size()), PackContents::maxRecords);
    QCOMPARE(contents.refusalsEver(), qint64(700));
    for (qsizetype i = 1; i < contents.refusals.size(); ++i) {
        QCOMPARE(contents.refusals.at(i).number, contents.refusals.at(i - 1).number + 1);
        QCOMPARE(contents.refusals.at(i).hash, contents.refusals.at(i).hashAfter(contents.refusals.at(i - 1).hash));
    }
    // The same reason within a minute is one record that counts.
    PackContents same;
    for (int i = 0; i < 5; ++i)
        same.addRefusal(FactoryWorld::now + i * 10, {Code::Expired, QString::number(i)}, sha256("x"));
    QCOMPARE(same.refusals.size(), 1);
    QCOMPARE(same.refusals.constFirst().count, qint64(5));
    QCOMPARE(same.refusals.constFirst().hash, same.refusals.constFirst().hashAfter(QByteArray(32, '\0')));
}

void TestDocumentKinds::memoryFailureChangesNothing()
{
    for (const FactoryWorld::Sample &named : m_world.samples(m_sealed->state())) {
        FactoryPack held = packFor(named.name);
        const FactoryWorld::Sample sample = sampleFor(named.name, held);
        const PackContents before = held.contents();
        for (int step = 0; step < 3; ++step) {
            held.files.failOnce(step);
            const auto outcome = held.deliver(sample.kind, sample.bytes);
            QVERIFY(outcome.refusal && outcome.refusal->code == Code::FileUnwritable);
            QCOMPARE(held.contents(), before);
        }
        QVERIFY2(!held.deliver(sample.kind, sample.bytes).refusal, qPrintable(sample.name));
    }
}

void TestDocumentKinds::negativeResponses_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("expected");
    const QList<Code> values{
        Code::AboveSiliconLimit, Code::OutsideCharter, Code::OutsidePolicy, Code::StepTooLarge, Code::CrossRule};
    for (int i = 0; i <= int(Code::Internal); ++i) {
        const int expected = values.contains(Code(i)) ? nrc::requestOutOfRange
            : i < refusalReasonCount                  ? nrc::conditionsNotCorrect
                                                      : nrc::generalProgrammingFailure;
        QTest::newRow(codeName(Code(i)).data()) << i << expected;
    }
}

void TestDocumentKinds::negativeResponses()
{
    QFETCH(int, code);
    QFETCH(int, expected);
    QCOMPARE(int(negativeResponse(Code(code))), expected);
}

QTEST_GUILESS_MAIN(TestDocumentKinds)
#include "tst_documentkinds.moc"
