// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditexport.h"
#include "models/audit/auditstore.h"
#include "models/core/cose/checkpoint.h"
#include "models/core/pack/packanswers.h"
#include "models/signoffs/signoffdocument.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "tests/models/support/auditvandal.h"
#include "tests/models/support/modelworld.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString author = QStringLiteral("courier.fleet-manager");
const QString owner = QStringLiteral("leasing.asset-manager");

QString sql(const char *text)
{
    return QLatin1String(text);
}

} // namespace

/// Whoever has the file of an audit can do anything to it. What of that is found by the file alone, what by
/// checkpoints, and what only by what others hold (cases 116 to 119 of the attack catalogue).
class TestAuditTampering final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everyColumnOfEveryRow_data();
    void everyColumnOfEveryRow();
    void rowsMoved_data();
    void rowsMoved();
    void whatOnlyOthersKnow_data();
    void whatOnlyOthersKnow();
    void anUntouchedStoreIsAnchored_data();
    void anUntouchedStoreIsAnchored();
    void aStrangerWithAKeyOnlyDisputes();
    void checkpointsAlone_data();
    void checkpointsAlone();
    void checkpointsOfOtherKeys_data();
    void checkpointsOfOtherKeys();
    void staleListsProveNothing();
    void anotherMachinesLogIsNoticed();

private:
    QString fresh();
    QList<SeenHead> heldBy(const QString &witness);
    AuditProof proof(const QList<SeenHead> &heads = {}) { return {heads, m_owner->workspace().headJudge()}; }
    QByteArray checkpoint(const LogHead &head, const std::shared_ptr<SigningKey> &key, qint64 at = TestWorld::now);
    void addCheckpoint(const QString &path, qint64 seq, const QByteArray &bytes);

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    std::unique_ptr<Desk> m_owner;
    std::unique_ptr<Desk> m_courier;
    QTemporaryDir m_folder;
    PackState m_pack;
    CoseSign m_document;
    LogHead m_signedHead; ///< the owner's, as the signature carries it
    LogHead m_end;
    QString m_store; ///< the owner's audit as it is
    QString m_early; ///< a copy of it from before the signature
    QString m_theirs; ///< the courier's export
};

/// The owner signs in, signs the courier's request, and goes on working; the courier gets the file back.
void TestAuditTampering::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
    m_owner = std::make_unique<Desk>(*m_world, m_pack);
    m_courier = std::make_unique<Desk>(*m_world, m_pack);
    AuditStore &audit = m_owner->workspace().audit();
    QVERIFY(m_owner->signIn(owner));
    m_early = m_folder.filePath(QStringLiteral("early.db"));
    QVERIFY(QFile::copy(audit.path(), m_early));

    const ChangeRequest request = m_world->request(m_pack, QStringLiteral("soc.max"), 95000);
    const QString path = m_owner->path("a.pwreq");
    {
        DocumentFile file;
        file.document = m_world->sign(request, author, {});
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0);
    }
    {
        SignoffDocument document(m_owner->workspace());
        QVERIFY(document.open(path).ok());
        QSignalSpy finished(&document, &SignoffDocument::signFinished);
        document.sign(Meaning::Approve);
        QVERIFY(finished.size() == 1 || finished.wait(20000));
        m_document = document.file().document;
    }
    QCOMPARE(m_document.signatures.size(), 2);
    for (const CoseSignature &signature : std::as_const(m_document.signatures)) {
        if (signature.log.logId == audit.head().logId)
            m_signedHead = signature.log;
    }
    QVERIFY(m_signedHead.count > 0);
    for (int i = 0; i < 3; ++i)
        QVERIFY(audit
                    .append(m_owner->workspace().session().actor(),
                        {QLatin1String(auditaction::mergeRequest), QString::number(i),
                            QLatin1String(auditoutcome::done), {{QLatin1String("n"), i}}})
                    .ok());
    m_end = audit.head();
    QVERIFY(m_end.count > m_signedHead.count + 2);
    m_owner->reopen(); // signs out; the checkpoints are all made, also one that waited for another
    QVERIFY(verifyAudit(m_owner->workspace().audit().path()).checkpointed >= m_signedHead.count);
    m_end = m_owner->workspace().audit().head();
    m_store = m_folder.filePath(QStringLiteral("store.db"));
    QVERIFY(QFile::copy(m_owner->workspace().audit().path(), m_store));

    SignoffDocument document(m_courier->workspace());
    QVERIFY(document.open(path).ok());
    m_theirs = m_courier->path("courier.jsonl");
    QVERIFY(auditexport::write(m_courier->workspace().audit().path(), m_theirs).ok());
}

void TestAuditTampering::cleanup()
{
    QFile::remove(m_folder.filePath(QStringLiteral("copy.db")));
}

QString TestAuditTampering::fresh()
{
    const QString path = m_folder.filePath(QStringLiteral("copy.db"));
    QFile::remove(path);
    if (!QFile::copy(m_store, path))
        qFatal("cannot copy");
    return path;
}

void TestAuditTampering::everyColumnOfEveryRow_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<qint64>("record");
    const QList<std::pair<const char *, const char *>> changes{{"time_us", "time_us + 1"}, {"actor", "actor || 'x'"},
        {"party", "party || 'x'"}, {"role", "role || 'x'"}, {"action", "action || 'x'"}, {"subject", "subject || 'x'"},
        {"outcome", "outcome || 'x'"}, {"detail", "CAST(detail || x'00' AS BLOB)"}, {"prev", "randomblob(32)"},
        {"hash", "randomblob(32)"}};
    for (qint64 record = 1; record <= m_end.count; ++record) {
        for (const auto &[column, to] : changes)
            QTest::addRow("case 116: %s of record %lld", column, record)
                << QStringLiteral("UPDATE records SET %1 = %2 WHERE seq = %3").arg(sql(column), sql(to)).arg(record)
                << record;
    }
}

void TestAuditTampering::everyColumnOfEveryRow()
{
    QFETCH(QString, change);
    QFETCH(qint64, record);
    const QString path = fresh();
    QVERIFY(vandal::run(path, {change}));
    const AuditVerdict verdict = verifyAudit(path);
    QVERIFY(!verdict.intact());
    QCOMPARE(verdict.problem->code, Code::AuditDamaged);
    QCOMPARE(verdict.badRecord, record);
    QCOMPARE(verdict.checked, record - 1);
}

void TestAuditTampering::rowsMoved_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<qint64>("record");
    const qint64 last = m_end.count;
    const auto row = [](const char *name, const QStringList &statements, qint64 record) {
        QTest::newRow(name) << statements << record;
    };
    const QString others = QStringLiteral("time_us, actor, party, role, action, subject, outcome, detail, prev, hash");
    row("case 116: two swapped",
        {sql("UPDATE records SET seq = -4 WHERE seq = 4"), sql("UPDATE records SET seq = 4 WHERE seq = 6"),
            sql("UPDATE records SET seq = 6 WHERE seq = -4")},
        4);
    row("case 116: first deleted", {sql("DELETE FROM records WHERE seq = 1")}, 1);
    row("case 116: middle deleted", {sql("DELETE FROM records WHERE seq = 5")}, 5);
    row("case 116: middle deleted, the rest renumbered",
        {sql("DELETE FROM records WHERE seq = 5"), sql("UPDATE records SET seq = -(seq - 1) WHERE seq > 5"),
            sql("UPDATE records SET seq = -seq WHERE seq < 0")},
        5);
    row("case 116: one inserted",
        {sql("UPDATE records SET seq = -(seq + 1) WHERE seq >= 5"), sql("UPDATE records SET seq = -seq WHERE seq < 0"),
            QStringLiteral("INSERT INTO records SELECT 5, %1 FROM records WHERE seq = 6").arg(others)},
        6);
    row("case 116: last renumbered", {QStringLiteral("UPDATE records SET seq = 900 WHERE seq = %1").arg(last)}, last);
    row("case 118: middle forged, ends as they were",
        {sql("UPDATE records SET outcome = 'done', hash = randomblob(32) WHERE seq = 5"),
            sql("UPDATE records SET prev = (SELECT hash FROM records WHERE seq = 5) WHERE seq = 6")},
        5);
    row("case 118: middle replaced by a copy of another",
        {sql("DELETE FROM records WHERE seq = 5"),
            QStringLiteral("INSERT INTO records SELECT 5, %1 FROM records WHERE seq = 4").arg(others)},
        5);
    row("case 117: another log's id", {sql("UPDATE meta SET value = randomblob(16) WHERE key = 'log_id'")}, 1);
}

void TestAuditTampering::rowsMoved()
{
    QFETCH(QStringList, statements);
    QFETCH(qint64, record);
    const QString path = fresh();
    QVERIFY(vandal::run(path, statements));
    const AuditVerdict verdict = verifyAudit(path);
    QVERIFY(!verdict.intact());
    QCOMPARE(verdict.badRecord, record);
    QCOMPARE(verdict.checked, record - 1);
}

/// What each witness has of the owner's log.
QList<SeenHead> TestAuditTampering::heldBy(const QString &witness)
{
    const HeadJudge judge = m_owner->workspace().headJudge();
    if (witness == QLatin1String("document"))
        return judge.in(m_document);
    if (witness == QLatin1String("store")) {
        const auto reading = auditexport::read(m_theirs, {{}, judge});
        return reading.ok() && reading->verdict.intact() ? reading->heads : QList<SeenHead>();
    }
    return HeadJudge::onPack(m_pack.serial,
        {{m_world->root(QStringLiteral("leasing")).sha256, m_signedHead, sha256(m_document.payload), false}});
}

void TestAuditTampering::anUntouchedStoreIsAnchored_data()
{
    QTest::addColumn<QString>("witness");
    QTest::addColumn<bool>("proved");
    QTest::newRow("own signature in a document") << QStringLiteral("document") << true;
    QTest::newRow("another machine's store") << QStringLiteral("store") << true;
    QTest::newRow("a pack's list of heads") << QStringLiteral("pack") << false;
}

void TestAuditTampering::anUntouchedStoreIsAnchored()
{
    QFETCH(QString, witness);
    QFETCH(bool, proved);
    const AuditVerdict verdict = verifyAudit(m_store, proof(heldBy(witness)));
    QVERIFY(verdict.intact());
    QVERIFY(!verdict.isDisputed());
    QCOMPARE(verdict.checked, m_end.count);
    QCOMPARE(verdict.witnessed, proved ? m_signedHead.count : 0);
    QCOMPARE(verdict.notWitnessed(), m_end.count - verdict.witnessed);
    QCOMPARE(verdict.anchors.size(), 1);
    QCOMPARE(verdict.anchors.constFirst().count, m_signedHead.count);
    QCOMPARE(verdict.anchors.constFirst().proved, proved);
    QCOMPARE(verdict.anchors.constFirst().by, proved ? owner : m_pack.serial.text());
}

void TestAuditTampering::whatOnlyOthersKnow_data()
{
    QTest::addColumn<QString>("attack");
    QTest::addColumn<QString>("witness");
    QTest::addColumn<bool>("proved");
    const QList<std::pair<const char *, const char *>> attacks{{"removed", "case 117: tail removed"},
        {"restored", "case 117: old copy restored"}, {"continued", "case 117: old copy restored and written on"},
        {"rewritten", "case 116: all hashes computed anew"},
        {"dropped", "case 116: a record dropped, all computed anew"}};
    for (const auto &[attack, name] : attacks) {
        QTest::addRow("%s, own signature in a document", name) << sql(attack) << QStringLiteral("document") << true;
        QTest::addRow("%s, another machine's store", name) << sql(attack) << QStringLiteral("store") << true;
        QTest::addRow("%s, a pack's list of heads", name) << sql(attack) << QStringLiteral("pack") << false;
    }
}

void TestAuditTampering::whatOnlyOthersKnow()
{
    QFETCH(QString, attack);
    QFETCH(QString, witness);
    QFETCH(bool, proved);
    const QString path = fresh();
    if (attack == QLatin1String("removed")) {
        // Who removes records takes along what finds them.
        QVERIFY(vandal::run(path,
            {QStringLiteral("DELETE FROM records WHERE seq >= %1").arg(m_signedHead.count),
                QStringLiteral("DELETE FROM packs WHERE seq >= %1").arg(m_signedHead.count)}));
    } else if (attack == QLatin1String("restored") || attack == QLatin1String("continued")) {
        QVERIFY(QFile::remove(path) && QFile::copy(m_early, path));
        if (attack == QLatin1String("continued")) {
            const auto store = AuditStore::open(path, m_owner->clock());
            QVERIFY(store.ok());
            while ((*store)->head().count < m_signedHead.count + 3)
                QVERIFY((*store)->append({}, {QStringLiteral("a"), {}, QStringLiteral("done"), {}}).ok());
        }
    } else {
        QVERIFY(vandal::rewrite(path, [&](QList<AuditRecord> &records) {
            if (attack == QLatin1String("dropped"))
                records.removeAt(1);
            else
                records[1].actor.person = QStringLiteral("bob");
        }));
    }
    // The same without its checkpoints: who rewrites the records takes those along.
    QVERIFY(vandal::run(path, {sql("DELETE FROM checkpoints")}));
    QVERIFY(verifyAudit(path, proof()).intact()); // alone it knows nothing
    QVERIFY(!verifyAudit(path, proof()).isDisputed());

    const AuditVerdict verdict = verifyAudit(path, proof(heldBy(witness)));
    QCOMPARE(verdict.witnessed, 0);
    // What is signed by one who signed in here proves it; what a node on the bus says is named.
    QCOMPARE(verdict.intact(), !proved);
    QCOMPARE(verdict.isDisputed(), !proved);
    if (proved) {
        QCOMPARE(verdict.problem->code, Code::AuditDamaged);
        QVERIFY(verdict.badRecord >= 1 && verdict.badRecord <= m_signedHead.count);
        QCOMPARE(verdict.checked, verdict.badRecord - 1);
    } else {
        QCOMPARE(verdict.flags.constFirst().kind, AuditFlag::Kind::Disputed);
        QCOMPARE(verdict.flags.constFirst().record, m_signedHead.count);
        QVERIFY(verdict.flags.constFirst().detail.contains(m_pack.serial.text()));
    }
}

/// A head of this log under a good key that never signed in here: else any file could stop a console.
void TestAuditTampering::aStrangerWithAKeyOnlyDisputes()
{
    CoseSign forged{m_document.contentType, m_document.payload, {}};
    QVERIFY(forged
                .addSignature(*m_world->key(author), Meaning::Approve, TestWorld::now,
                    {m_signedHead.logId, 2, QByteArray(32, 'z')})
                .ok());
    const AuditVerdict verdict = verifyAudit(m_store, proof(m_owner->workspace().headJudge().in(forged)));
    QVERIFY(verdict.intact());
    QVERIFY(verdict.isDisputed());
    QCOMPARE(verdict.flags.constFirst().record, 2);
    QVERIFY(verdict.flags.constFirst().detail.contains(author));
}

void TestAuditTampering::checkpointsAlone_data()
{
    QTest::addColumn<QString>("attack");
    QTest::addColumn<qint64>("record");
    // Signing in was the first with a key; what came before is under its checkpoint.
    QTest::newRow("case 119: rewritten, checkpoints left") << QStringLiteral("rewrite") << qint64(0);
    QTest::newRow("case 119: tail removed, checkpoints left") << QStringLiteral("remove") << qint64(4);
    QTest::newRow("case 119: checkpoints removed") << QStringLiteral("missing") << qint64(0);
    QTest::newRow("case 119: two of one record, the second of another hash") << QStringLiteral("fork") << qint64(3);
}

void TestAuditTampering::checkpointsAlone()
{
    QFETCH(QString, attack);
    QFETCH(qint64, record);
    const QString path = fresh();
    const AuditVerdict before = verifyAudit(path, proof());
    QVERIFY(before.intact());
    QVERIFY(before.checkpointed >= m_signedHead.count);
    QCOMPARE(before.flags.size(), 0);
    QVERIFY(!before.lacksCheckpoints());
    if (attack == QLatin1String("rewrite"))
        QVERIFY(vandal::rewrite(path, [](QList<AuditRecord> &r) { r[1].actor.person = QStringLiteral("bob"); }));
    else if (attack == QLatin1String("remove"))
        QVERIFY(vandal::run(path, {sql("DELETE FROM records WHERE seq >= 4")}));
    else if (attack == QLatin1String("fork"))
        addCheckpoint(path, 3, checkpoint({m_signedHead.logId, 3, QByteArray(32, 'f')}, m_world->key(owner)));
    else
        QVERIFY(vandal::run(path, {sql("DELETE FROM checkpoints")}));

    const AuditVerdict verdict = verifyAudit(path, proof());
    if (attack == QLatin1String("missing")) {
        QVERIFY(verdict.intact());
        QCOMPARE(verdict.checkpointed, 0);
        QCOMPARE(verdict.flags.size(), 1);
        QCOMPARE(verdict.flags.constFirst().kind, AuditFlag::Kind::CheckpointMissing);
        QCOMPARE(verdict.flags.constFirst().record, m_signedHead.count + 1); // the record of the signature itself
        QVERIFY(verdict.lacksCheckpoints());
        // A stranger's in their place does not make up for them.
        TestWorld::Leaf stranger{QStringLiteral("nobody"), QStringLiteral("old"), QStringLiteral("asset-manager"),
            QStringLiteral("stranger"), TestWorld::now - TestWorld::day, TestWorld::now + TestWorld::day};
        addCheckpoint(path, m_end.count, checkpoint(m_end, m_world->makeKey(stranger)));
        for (const AuditProof &with : {proof(), AuditProof()}) {
            QVERIFY(verifyAudit(path, with).intact());
            QVERIFY(verifyAudit(path, with).lacksCheckpoints());
        }
        return;
    }
    QVERIFY(!verdict.intact());
    if (record > 0)
        QCOMPARE(verdict.badRecord, record);
    QVERIFY(verdict.badRecord <= m_signedHead.count);
}

QByteArray TestAuditTampering::checkpoint(const LogHead &head, const std::shared_ptr<SigningKey> &key, qint64 at)
{
    return CoseSign1::make(contenttype::checkpoint, Checkpoint{head, {}}.encode(), *key, at)->encode();
}

void TestAuditTampering::addCheckpoint(const QString &path, qint64 seq, const QByteArray &bytes)
{
    QVERIFY(vandal::run(path,
        {QStringLiteral("INSERT INTO checkpoints(seq, at, signed) VALUES(%1, 0, x'%2')")
                .arg(seq)
                .arg(QString::fromLatin1(bytes.toHex()))}));
}

void TestAuditTampering::checkpointsOfOtherKeys_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("seq");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &bytes, AuditFlag::Kind kind, Code code, qint64 seq) {
        QTest::newRow(name) << bytes << seq << int(kind) << QString(codeName(code));
    };
    using Kind = AuditFlag::Kind;
    const LogHead head = m_end;
    const qint64 now = TestWorld::now;
    const TestWorld::Leaf leaf{QStringLiteral("leasing"), QStringLiteral("old"), QStringLiteral("asset-manager"),
        QStringLiteral("retired"), now - 300 * TestWorld::day, now - 200 * TestWorld::day};
    row("case 119: a key retired before", checkpoint(head, m_world->makeKey(leaf)), Kind::CheckpointUntrusted,
        Code::CertificateExpired, head.count);
    TestWorld::Leaf later = leaf;
    later.from = now + TestWorld::day;
    later.until = now + 2 * TestWorld::day;
    row("case 119: a key not valid yet", checkpoint(head, m_world->makeKey(later)), Kind::CheckpointUntrusted,
        Code::CertificateNotYetValid, head.count);
    TestWorld::Leaf stranger = leaf;
    stranger.party = QStringLiteral("nobody");
    stranger.from = now - TestWorld::day;
    stranger.until = now + TestWorld::day;
    row("case 119: an unknown root", checkpoint(head, m_world->makeKey(stranger)), Kind::CheckpointUntrusted,
        Code::UnknownIssuer, head.count);
    row("case 119: a pack's key", checkpoint(head, m_world->deviceKey()), Kind::CheckpointUntrusted, Code::Malformed,
        head.count);
    QByteArray broken = checkpoint(head, m_world->key(owner));
    broken[broken.size() - 1] = char(broken.at(broken.size() - 1) ^ 1);
    row("case 119: a signature that does not verify", broken, Kind::CheckpointInvalid, Code::SignatureInvalid,
        head.count);
    row("case 24: another document as a checkpoint", m_document.encode(), Kind::CheckpointInvalid, Code::UnknownType,
        head.count);
    row("case 119: in another row", checkpoint(head, m_world->key(owner)), Kind::CheckpointInvalid, Code::Malformed, 2);
}

void TestAuditTampering::checkpointsOfOtherKeys()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, seq);
    QFETCH(int, kind);
    QFETCH(QString, detail);
    const QString path = fresh();
    const qint64 before = verifyAudit(path, proof()).checkpointed;
    addCheckpoint(path, seq, bytes);
    const AuditVerdict verdict = verifyAudit(path, proof());
    QVERIFY(verdict.intact());
    QCOMPARE(verdict.checkpointed, before);
    QCOMPARE(verdict.flags.size(), 1);
    QCOMPARE(int(verdict.flags.constFirst().kind), kind);
    QCOMPARE(verdict.lacksCheckpoints(), kind == int(AuditFlag::Kind::CheckpointInvalid));
    QCOMPARE(verdict.flags.constFirst().record, seq);
    if (seq == m_end.count)
        QVERIFY2(verdict.flags.constFirst().detail.contains(detail), qPrintable(verdict.flags.constFirst().detail));
}

/// A checkpoint made when the lists were too old already: that says nothing against its key, nor for it.
void TestAuditTampering::staleListsProveNothing()
{
    const QString path = fresh();
    const AuditVerdict before = verifyAudit(path, proof());
    addCheckpoint(path, m_end.count, checkpoint(m_end, m_world->key(owner), TestWorld::now + 900 * TestWorld::day));
    const AuditVerdict verdict = verifyAudit(path, proof());
    QVERIFY(verdict.intact());
    QCOMPARE(verdict.checkpointed, before.checkpointed);
    QVERIFY(!verdict.lacksCheckpoints());
    QCOMPARE(verdict.flags.size(), 1);
    QCOMPARE(QString(flagName(verdict.flags.constFirst().kind)), QStringLiteral("checkpoint-unchecked"));
    QVERIFY(verdict.flags.constFirst().detail.contains(codeName(Code::CrlStale)));
}

/// Case 117: the file of another machine in place of ours.
void TestAuditTampering::anotherMachinesLogIsNoticed()
{
    const QString path = m_owner->workspace().audit().path();
    const AuditVerdict verdict = verifyAudit(m_courier->workspace().audit().path(), proof(heldBy(sql("document"))));
    QCOMPARE(verdict.witnessed, 0); // nothing speaks for it here

    const QString folder = m_folder.filePath(QStringLiteral("swapped"));
    QVERIFY(QDir().mkpath(folder));
    const QString swapped = folder + QStringLiteral("/audit.db");
    QVERIFY(QFile::copy(m_courier->workspace().audit().path(), swapped));
    QVERIFY(QFile::copy(path + QStringLiteral(".id"), swapped + QStringLiteral(".id")));
    const auto opened = AuditStore::open(swapped, m_owner->clock());
    QVERIFY(opened.ok());
    QCOMPARE((*opened)->access(), AuditStore::Access::Damaged);
    QCOMPARE((*opened)->readOnlyReason(), QStringLiteral("log id"));
    QVERIFY(!(*opened)->append({}, {QStringLiteral("a"), {}, QStringLiteral("done"), {}}).ok());
}

QTEST_GUILESS_MAIN(TestAuditTampering)
#include "tst_audittampering.moc"
