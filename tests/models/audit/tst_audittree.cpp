// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditmodel.h"
#include "models/audit/auditschema.h"
#include "models/audit/auditstore.h"
#include "models/audit/audittree.h"
#include "models/core/base/merkle.h"
#include "models/core/pki/signingkey.h"
#include "models/support/database.h"
#include "tests/models/support/auditvandal.h"
#include "tests/models/support/bigstore.h"
#include "tests/support/fixedclock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The tree over an audit's records, what it proves, how older stores come to have it; and audits that are too long to
/// be searched at once.
class TestAuditTree final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void theRootIsThatOfTheRecords_data();
    void theRootIsThatOfTheRecords();
    void aProofHolds_data();
    void aProofHolds();
    void whatIsNoProofIsRefused_data();
    void whatIsNoProofIsRefused();
    void noProofWithoutACheckpointOverIt();
    void aRootOfOtherRecordsIsNotKept();
    void nodesThatLieAreFound_data();
    void nodesThatLieAreFound();
    void anOlderStoreGrowsOn_data();
    void anOlderStoreGrowsOn();
    void aLongAuditIsSearchedBesideTheWindow_data();
    void aLongAuditIsSearchedBesideTheWindow();
    void anActIsOneRow_data();
    void anActIsOneRow();
    void theNewestSearchIsAnswered();

private:
    void fill(int records);
    void sign(bool ofTree = true);

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    std::shared_ptr<SigningKey> m_key;
    bigstore::BusyClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AuditStore> m_store;
    QString m_path;
};

void TestAuditTree::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_key = m_world->key(s("leasing.asset-manager"));
}

void TestAuditTree::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(s("audit.db"));
    auto opened = AuditStore::open(m_path, m_clock);
    QVERIFY(opened.ok());
    m_store = std::move(opened).value();
}

/// Up to so many records in all.
void TestAuditTree::fill(int records)
{
    AuditStore::Entries entries;
    for (qint64 i = m_store->head().count; i < records; ++i)
        entries.append({{s("ann"), s("leasing"), s("asset-manager")},
            {QLatin1String(auditaction::mergeRequest), s("REQ %1").arg(i % 7), s("done"), {{s("number"), i}}}});
    QVERIFY(m_store->appendTogether(entries).ok());
    QCOMPARE(m_store->head().count, records);
}

void TestAuditTree::sign(bool ofTree)
{
    Checkpoint checkpoint = *m_store->checkpoint();
    if (!ofTree)
        checkpoint.root.clear();
    const auto made = CoseSign1::make(checkpoint.contentType(), checkpoint.encode(), *m_key, TestWorld::now);
    QVERIFY(m_store->addCheckpoint(made->encode()).ok());
}

void TestAuditTree::theRootIsThatOfTheRecords_data()
{
    QTest::addColumn<int>("records");
    for (const int records : {1, 2, 255, 256, 257, 511, 512, 700})
        QTest::addRow("%d records", records) << records;
}

void TestAuditTree::theRootIsThatOfTheRecords()
{
    QFETCH(int, records);
    fill(records);
    merkle::Growing tree;
    const auto all = m_store->page({}, 0, records);
    for (auto it = all.rbegin(); it != all.rend(); ++it)
        tree.add(it->hash);
    const auto checkpoint = m_store->checkpoint();
    QVERIFY(checkpoint.ok());
    QCOMPARE(checkpoint->root, tree.root());
    QCOMPARE(checkpoint->head, m_store->head());
    // One by one it is the same tree.
    for (int i = 0; i < 3; ++i) {
        fill(records + i + 1);
        tree.add(m_store->head().hash);
        QCOMPARE(m_store->checkpoint()->root, tree.root());
    }
    QVERIFY(verifyAudit(m_path).intact());
}

void TestAuditTree::aProofHolds_data()
{
    QTest::addColumn<int>("records");
    for (const int records : {1, 3, 256, 600})
        QTest::addRow("of %d records", records) << records;
}

void TestAuditTree::aProofHolds()
{
    QFETCH(int, records);
    fill(records);
    sign();
    fill(records + 4); // after the checkpoint
    for (qint64 seq = 1; seq <= records; seq += records < 10 ? 1 : 37) {
        const auto proof = m_store->inclusion(seq);
        QVERIFY2(proof.ok(), qPrintable(proof.ok() ? QString() : proof.error().detail));
        QCOMPARE(proof->record.seq, seq);
        QCOMPARE(proof->records, records);
        QVERIFY(proof->path.size() <= 10);
        const auto again = AuditInclusion::decode(proof->encode());
        QVERIFY(again.ok());
        QCOMPARE(*again, *proof);
        const auto signer = again->verify();
        QVERIFY(signer.ok());
        QCOMPARE(signer->leafSha256, m_key->leaf().sha256);
        QVERIFY(!signer->isJudged && !signer->problem);
    }
    const QString file = m_folder->filePath(s("proof.json"));
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(m_store->inclusion(1)->encode()) > 0);
    out.close();
    QVERIFY(AuditInclusion::isProof(file));
    QVERIFY(AuditInclusion::read(file).ok());
    QVERIFY(!AuditInclusion::isProof(m_path));
    QVERIFY(!AuditInclusion::read(m_path).ok());
}

void TestAuditTree::whatIsNoProofIsRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("detail");
    for (const char *column :
        {"seq", "time", "person", "party", "role", "action", "subject", "outcome", "detail", "prev", "hash", "log"})
        QTest::newRow(column) << s(column) << s("hash");
    for (const char *what : {"path shorter", "path longer", "path of another record", "path changed", "no path"})
        QTest::newRow(what) << s(what) << s("path");
    for (const char *what : {"another size", "a checkpoint without a root", "the checkpoint of another log"})
        QTest::newRow(what) << s(what) << s("checkpoint");
    QTest::newRow("another signature") << s("another signature") << s("checkpoint 300");
    QTest::newRow("no checkpoint") << s("no checkpoint") << QString();
}

void TestAuditTree::whatIsNoProofIsRefused()
{
    QFETCH(QString, change);
    QFETCH(QString, detail);
    fill(300);
    sign();
    AuditInclusion proof = *m_store->inclusion(42);
    QVERIFY(proof.verify().ok());
    AuditRecord &record = proof.record;
    const auto flip = [](QByteArray &bytes) {
        bytes[bytes.size() - 1] = char(bytes.back() ^ 1);
    };
    const QMap<QString, std::function<void()>> changes{{s("seq"),
                                                           [&] {
                                                               ++record.seq;
                                                           }},
        {s("time"),
            [&] {
                ++record.timeUs;
            }},
        {s("person"),
            [&] {
                record.actor.person += u'x';
            }},
        {s("party"),
            [&] {
                record.actor.party += u'x';
            }},
        {s("role"),
            [&] {
                record.actor.role += u'x';
            }},
        {s("action"),
            [&] {
                record.action += u'x';
            }},
        {s("subject"),
            [&] {
                record.subject += u'x';
            }},
        {s("outcome"),
            [&] {
                record.outcome += u'x';
            }},
        {s("detail"),
            [&] {
                flip(record.detail);
            }},
        {s("prev"),
            [&] {
                flip(record.prev);
            }},
        {s("hash"),
            [&] {
                flip(record.hash);
            }},
        {s("log"),
            [&] {
                flip(proof.logId);
            }},
        {s("path shorter"),
            [&] {
                proof.path.removeLast();
            }},
        {s("path longer"),
            [&] {
                proof.path.append(proof.path.constFirst());
            }},
        {s("path of another record"),
            [&] {
                proof.path = m_store->inclusion(43)->path;
            }},
        {s("path changed"),
            [&] {
                flip(proof.path[3]);
            }},
        {s("no path"),
            [&] {
                proof.path.clear();
            }},
        {s("another size"),
            [&] {
                --proof.records;
            }},
        {s("a checkpoint without a root"),
            [&] {
                const Checkpoint old{m_store->head(), {}};
                proof.checkpoint = CoseSign1::make(old.contentType(), old.encode(), *m_key, TestWorld::now)->encode();
            }},
        {s("the checkpoint of another log"),
            [&] {
                Checkpoint other = *m_store->checkpoint();
                flip(other.head.logId);
                proof.checkpoint
                    = CoseSign1::make(other.contentType(), other.encode(), *m_key, TestWorld::now)->encode();
            }},
        {s("another signature"),
            [&] {
                flip(proof.checkpoint);
            }},
        {s("no checkpoint"), [&] {
             proof.checkpoint.clear();
         }}};
    changes.value(change)();
    const auto refused = proof.verify();
    QVERIFY(!refused.ok());
    if (!detail.isEmpty())
        QCOMPARE(refused.error().detail, detail);
    // Nor what is no such line at all.
    const QByteArray line = m_store->inclusion(42)->encode();
    QVERIFY(!AuditInclusion::decode(line.chopped(1)).ok());
    QVERIFY(!AuditInclusion::decode(line + line).ok());
    QVERIFY(!AuditInclusion::decode(
        QByteArray(line).replace("\"packwarden-audit-proof\":1", "\"packwarden-audit-proof\":2"))
                 .ok());
    QVERIFY(!AuditInclusion::decode(QByteArray(line).replace("\"records\"", "\"more\":1,\"records\"")).ok());
}

void TestAuditTree::noProofWithoutACheckpointOverIt()
{
    fill(20);
    QCOMPARE(m_store->inclusion(5).code(), Code::WrongState);
    sign(false); // as an earlier version did
    QCOMPARE(m_store->inclusion(5).code(), Code::WrongState);
    sign();
    QVERIFY(m_store->inclusion(5).ok());
    fill(21);
    QCOMPARE(m_store->inclusion(21).code(), Code::WrongState);
    QCOMPARE(m_store->inclusion(22).code(), Code::WrongState);
    QCOMPARE(m_store->inclusion(0).code(), Code::WrongState);
    QVERIFY(verifyAudit(m_path).intact());
}

void TestAuditTree::aRootOfOtherRecordsIsNotKept()
{
    fill(20);
    Checkpoint checkpoint = *m_store->checkpoint();
    checkpoint.root = QByteArray(32, 'r');
    const auto made = CoseSign1::make(checkpoint.contentType(), checkpoint.encode(), *m_key, TestWorld::now);
    QCOMPARE(m_store->addCheckpoint(made->encode()).code(), Code::DifferentDocument);
    // Written all the same, it is named.
    QVERIFY(vandal::run(m_path,
        {s("INSERT INTO checkpoints(seq, at, signed) VALUES(20, 0, x'%1')")
                .arg(QLatin1String(made->encode().toHex()))}));
    const AuditVerdict verdict = verifyAudit(m_path);
    QVERIFY(verdict.intact() && verdict.lacksCheckpoints());
    QCOMPARE(verdict.flags.constFirst().detail, s("of another tree"));
}

void TestAuditTree::nodesThatLieAreFound_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("problem");
    QTest::newRow("untouched") << s("DELETE FROM nodes WHERE 0") << QString();
    QTest::newRow("one is missing") << s("DELETE FROM nodes WHERE at = 0") << QString();
    QTest::newRow("all are missing") << s("DELETE FROM nodes") << QString();
    QTest::newRow("one is another") << s("UPDATE nodes SET hash = zeroblob(32) WHERE at = 1") << s("tree");
    QTest::newRow("two changed places") << s("UPDATE nodes SET at = 9 - at") << s("tree");
    QTest::newRow("one too many") << s("INSERT INTO nodes(steps, at, hash) VALUES(2, 0, zeroblob(32))") << s("tree");
    QTest::newRow("one is no hash") << s("UPDATE nodes SET hash = 'x' WHERE at = 0") << s("tree");
}

void TestAuditTree::nodesThatLieAreFound()
{
    QFETCH(QString, statement);
    QFETCH(QString, problem);
    fill(600);
    sign();
    QVERIFY(vandal::run(m_path, {statement}));
    const AuditVerdict verdict = verifyAudit(m_path);
    QCOMPARE(verdict.problem ? verdict.problem->detail : QString(), problem);
    QCOMPARE(verdict.checked, 600);
    if (problem.isEmpty()) {
        QVERIFY(m_store->inclusion(3).ok() && m_store->inclusion(300).ok());
        QVERIFY(m_store->inclusion(3)->verify().ok());
        return;
    }
    // No proof is made that does not hold, and nobody signs a root that they have no part in.
    const auto proof = m_store->inclusion(300);
    QVERIFY(!proof.ok() || proof->verify().ok());
}

void TestAuditTree::anOlderStoreGrowsOn_data()
{
    QTest::addColumn<int>("records");
    for (const int records : {2, 256, 600})
        QTest::addRow("of %d records", records) << records;
}

void TestAuditTree::anOlderStoreGrowsOn()
{
    QFETCH(int, records);
    fill(records);
    sign(false);
    const LogHead before = m_store->head();
    m_store.reset();
    QVERIFY(vandal::makeOlder(m_path, 1));
    // As it is, it verifies, can be exported and even proves: only more slowly.
    QVERIFY(verifyAudit(m_path).intact());
    const auto database = Database::openToRead(m_path);
    QCOMPARE(*auditschema::versionOf(**database), 1);
    const auto root = AuditTree(**database).root(records);
    QVERIFY(root.ok());

    for (int time = 0; time < 2; ++time) {
        m_store = std::move(AuditStore::open(m_path, m_clock)).value();
        QVERIFY(!m_store->isReadOnly());
        QCOMPARE(*auditschema::versionOf(**Database::openToRead(m_path)), auditschema::version);
        // One record says so, once; those before are what they were.
        QCOMPARE(m_store->head().count, records + 1);
        const auto newest = m_store->page({}, 0, 2);
        QCOMPARE(newest.at(0).action, QLatin1String(auditaction::storeUpgraded));
        QCOMPARE(newest.at(1).hash, before.hash);
        QCOMPARE(AuditTree(**Database::openToRead(m_path)).root(records).value(), *root);
        const auto nodes = (*Database::openToRead(m_path))->value(s("SELECT count(*) FROM nodes"));
        QCOMPARE(nodes->toInt(), (records + 1) / 256);
        m_store.reset();
    }
    m_store = std::move(AuditStore::open(m_path, m_clock)).value();
    sign();
    const auto proof = m_store->inclusion(2);
    QVERIFY(proof.ok() && proof->verify().ok());
    const AuditVerdict verdict = verifyAudit(m_path);
    QVERIFY2(verdict.intact(), qPrintable(verdict.intact() ? QString() : verdict.problem->detail));
    QVERIFY(!verdict.lacksCheckpoints());
}

void TestAuditTree::aLongAuditIsSearchedBesideTheWindow_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("action") << s("action") << s("request.sign");
    QTest::newRow("refused") << s("outcome") << s("refused");
    QTest::newRow("outcome") << s("outcome") << s("begun");
    QTest::newRow("person") << s("person") << s("celldata.specialist-1");
    QTest::newRow("pack") << s("pack") << s("SDB-FLEET-07919");
    QTest::newRow("text") << s("text") << s("CellData");
    QTest::newRow("text over two columns") << s("text") << s("celldata specialist request");
    QTest::newRow("text that is nowhere") << s("text") << s("nowhere");
}

void TestAuditTree::aLongAuditIsSearchedBesideTheWindow()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    bigstore::addRecords(*m_store, *m_world, 6000);
    AuditFilter filter;
    if (field == QLatin1String("action"))
        filter.action = value;
    else if (field == QLatin1String("outcome"))
        filter.outcome = value;
    else if (field == QLatin1String("person"))
        filter.person = value;
    else if (field == QLatin1String("pack"))
        filter.pack = value;
    else
        filter.text = value;
    // One that did not end, among those that did.
    QVERIFY(m_store
                ->append({s("celldata.specialist-1"), s("celldata"), s("specialist")},
                    {QLatin1String(auditaction::deliverRequest), s("cut off"), QLatin1String(auditoutcome::begun),
                        {{s("id"), QByteArray(8, 'i')}, {s("pack"), s("SDB-FLEET-07919")}}})
                .ok());
    const qint64 open = m_store->head().count;
    // What SQL alone says, without what was begun and has ended.
    QList<qint64> expected = m_store->numbers(filter, open);
    QCOMPARE(qint64(expected.size()), m_store->count(filter));
    AuditFilter begun;
    begun.outcome = QLatin1String(auditoutcome::begun);
    const QList<qint64> all = m_store->numbers(begun, open);
    QCOMPARE(all.size(), 6000 / 8 + 1);
    expected.removeIf([&](qint64 seq) { return seq != open && all.contains(seq); });
    QCOMPARE(expected.isEmpty(), value == QLatin1String("nowhere"));
    if (value == QLatin1String("refused")) {
        const auto records = m_store->page({}, 0, 7000);
        QCOMPARE(std::count_if(records.begin(), records.end(),
                     [](const AuditRecord &record) { return auditoutcome::isRefusal(record.outcome); }),
            expected.size());
    }
    AuditModel model(*m_store);
    const QAbstractItemModelTester tester(&model);
    model.setFilter(filter);
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.rowCount(), int(expected.size()));
    for (int row = 0; row < model.rowCount(); row += 97) {
        QCOMPARE(model.index(row, AuditModel::SeqColumn).data().toLongLong(), expected.at(row));
        QCOMPARE(model.rowOf(expected.at(row)), row);
    }
    QCOMPARE(model.rowOf(999'999), -1);
    // A record more is shown where the filter lets it pass.
    QVERIFY(m_store
                ->append({s("celldata.specialist-1"), s("celldata"), s("specialist")},
                    {QLatin1String(auditaction::signRequest), s("new"), s("done"), {}})
                .ok());
    QCOMPARE(model.rowCount(), int(expected.size()) + (m_store->numbers(filter, open + 1, open).isEmpty() ? 0 : 1));
}

void TestAuditTree::anActIsOneRow_data()
{
    QTest::addColumn<AuditActor>("endedBy");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QCborMap>("detail");
    QTest::addColumn<bool>("isOneRow");
    const AuditActor ann{s("ann"), s("leasing"), s("asset-manager")};
    const AuditActor bob{s("bob"), s("leasing"), s("asset-manager")};
    const QCborMap id{{s("id"), QByteArray(8, 'i')}, {s("pack"), s("SDB-TEST-0001")}};
    QTest::newRow("done") << ann << s("doc") << s("done") << id << true;
    QTest::newRow("refused") << ann << s("doc") << s("expired")
                             << QCborMap{{s("id"), QByteArray(8, 'i')}, {s("detail"), s("too late")}} << true;
    QTest::newRow("another id") << ann << s("doc") << s("done") << QCborMap{{s("id"), QByteArray(8, 'j')}} << false;
    QTest::newRow("no id") << ann << s("doc") << s("done") << QCborMap{{s("pack"), s("SDB-TEST-0001")}} << false;
    QTest::newRow("another subject") << ann << s("other") << s("done") << id << false;
    QTest::newRow("begun once more") << ann << s("doc") << s("begun") << id << false;
    // Who looks for ann finds what she began.
    QTest::newRow("by another person") << bob << s("doc") << s("done") << id << false;
    // The same bytes in a text from outside join nothing.
    QTest::newRow("an id in a text") << ann << s("doc") << s("done")
                                     << QCborMap{{s("detail"), QString::fromLatin1("bidHiiiiiiii")}} << false;
}

void TestAuditTree::anActIsOneRow()
{
    QFETCH(AuditActor, endedBy);
    QFETCH(QString, subject);
    QFETCH(QString, outcome);
    QFETCH(QCborMap, detail);
    QFETCH(bool, isOneRow);
    const AuditActor ann{s("ann"), s("leasing"), s("asset-manager")};
    AuditModel model(*m_store);
    const QAbstractItemModelTester tester(&model);
    QSignalSpy ended(&model, &AuditModel::ended);
    const int before = model.rowCount();
    QVERIFY(m_store
                ->append(ann,
                    {QLatin1String(auditaction::deliverRequest), s("doc"), QLatin1String(auditoutcome::begun),
                        {{s("id"), QByteArray(8, 'i')}, {s("pack"), s("SDB-TEST-0001")}}})
                .ok());
    const qint64 begun = m_store->head().count;
    QCOMPARE(model.rowCount(), before + 1);
    const auto otherHalf = [&](qint64 seq) {
        return model.index(model.rowOf(seq), 0).data(AuditModel::OtherHalfRole).value<AuditRecord>().seq;
    };
    QCOMPARE(otherHalf(begun), 0);
    QVERIFY(m_store->append(endedBy, {QLatin1String(auditaction::deliverRequest), subject, outcome, detail}).ok());
    const qint64 end = m_store->head().count;
    QCOMPARE(model.rowCount(), before + (isOneRow ? 1 : 2));
    QCOMPARE(model.rowOf(end), 0);
    QCOMPARE(model.rowOf(begun), isOneRow ? -1 : 1);
    QCOMPARE(ended.size(), isOneRow ? 1 : 0);
    if (isOneRow)
        QCOMPARE(otherHalf(end), begun);
    // Read anew it is the same, and the store keeps each record.
    AuditModel again(*m_store);
    QCOMPARE(again.rowCount(), model.rowCount());
    QCOMPARE(m_store->count({}), end);
    // On a day that ends before the act does, its begin is its row, and it is not said to have no end.
    AuditFilter day;
    day.untilUs = m_store->page({}, 0, 1).constFirst().timeUs;
    model.setFilter(day);
    QCOMPARE(model.rowOf(end), -1);
    QVERIFY(model.rowOf(begun) >= 0);
    if (isOneRow)
        QCOMPARE(otherHalf(begun), end);
}

void TestAuditTree::theNewestSearchIsAnswered()
{
    bigstore::addRecords(*m_store, *m_world, 6000);
    AuditModel model(*m_store);
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.rowCount(), 6001 - 6000 / 8); // each delivery is one row
    int rowsAtEnd = -1;
    connect(&model, &AuditModel::searchingChanged, &model, [&] {
        if (!model.isSearching() && rowsAtEnd < 0)
            rowsAtEnd = model.rowCount();
    });
    AuditFilter filter;
    for (const char *text : {"c", "ce", "cel", "nowhere", "celldata"}) {
        filter.text = s(text);
        model.setFilter(filter);
        QVERIFY(model.isSearching());
        QCOMPARE(model.rowCount(), 0);
    }
    // Meanwhile one is appended: it is first, and none is twice.
    QVERIFY(m_store->append({s("celldata.x"), s("celldata"), s("x")}, {s("x"), s("y"), s("done"), {}}).ok());
    QTRY_VERIFY(!model.isSearching());
    AuditFilter begun = filter;
    begun.outcome = QLatin1String(auditoutcome::begun);
    QCOMPARE(model.rowCount(), int(m_store->count(filter) - m_store->count(begun)));
    QCOMPARE(rowsAtEnd, model.rowCount()); // not those of an earlier question
    QCOMPARE(model.index(0, AuditModel::SubjectColumn).data().toString(), s("y"));
    model.setFilter({});
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.rowCount(), 6002 - 6000 / 8);
}

QTEST_GUILESS_MAIN(TestAuditTree)
#include "tst_audittree.moc"
