// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/filebounds.h"
#include "models/core/documents/withdrawal.h"
#include "models/drafts/commanddraft.h"
#include "models/drafts/requestdraft.h"
#include "models/rules/rulebytes.h"
#include "models/signoffs/documentfolder.h"
#include "models/signoffs/rolloutkeeper.h"
#include "models/signoffs/signoffacts.h"
#include "models/signoffs/signoffdocument.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/support/database.h"
#include "models/trust/trustbook.h"
#include "models/workspace/requestindex.h"
#include "models/workspace/session.h"
#include "tests/models/support/modelworld.h"
#include "tests/models/support/shownrules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace packwarden;
using namespace packwarden::test;

class TestSignoffs final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void twoCompaniesSignAndThePackApplies();
    void anAppliedCommandKeepsItsSignatures();
    void mergingIsTheSameInEveryOrder();
    void aForeignDocumentDoesNotMerge();
    void nobodySignsTwice();
    void nothingIsSignedWithoutAKeyOrARecord();
    void headsOfOthersAreWitnessedOnce();
    void aDeliveryOfUnknownEndIsSettled();
    void whatCameMeanwhileIsNotWrittenOver();
    void aStoreIsForItsOwnerAlone_data();
    void aStoreIsForItsOwnerAlone();
    void aLinkInAStoreIsLeftAlone();
    void aDeliveryTellsOfEachPack();
    void aRolloutGoesOnAfterARestart();
    void aRolloutThatCannotBeKeptStops();
    void whatStaysHere_data();
    void whatStaysHere();
    void aRefusalIsRememberedForTheseBytesOnly();
    void aForgedReceiptIsNoReceipt();
    void anOvertakenRequestIsStale();
    void anOvertakenRequestIsNobodysToReject();
    void anOldRequestIsExpired();
    void aSignerTakesItBack();
    void othersCannotTakeItBack();
    void forgedVoicesAreNamedAndIgnored_data();
    void forgedVoicesAreNamedAndIgnored();
    void whoCouldSignMayReject();
    void theListJudgesTheFolder();
    void importMergesWhatBelongsTogether();
    void strangersKeepNobodyFromSigning();
    void strangersListsKeepNoCharterFromPacks();
    void onePersonTakesNoPlaceOfAColleague();
    void anotherTypeIsAnotherDocument();
    void nobodyIsOfferedASeatInVain_data();
    void nobodyIsOfferedASeatInVain();
    void placesAreAsFewAsSignatures();
    void whatWaitsForItsAuthorIsNoAlarm();
    void takingOneInReadsNoOther();
    void appliedRulesKeepTheirStory();

private:
    ChangeRequest request() { return m_world->request(m_pack, QStringLiteral("soc.max"), 95000); }
    QString write(Desk &desk, const char *name, const CoseSign &document);
    bool sign(Desk &desk, const QString &person, const QString &path, Meaning meaning = Meaning::Approve);
    /// What came of withdrawing, or rejecting where there is a reason; none: done.
    std::optional<Code> say(Desk &desk, const QString &person, const QString &path, const QString &reason = {});
    QByteArray withdrawal(const QString &person, const QByteArray &document);

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
};

namespace {

const QString author = QStringLiteral("courier.fleet-manager");
const QString owner = QStringLiteral("leasing.asset-manager");
const QString cellData = QStringLiteral("celldata.specialist");

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 records(Desk &desk, const char *action)
{
    AuditFilter filter;
    filter.action = QLatin1String(action);
    return desk.workspace().audit().count(filter);
}

} // namespace

void TestSignoffs::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
}

QString TestSignoffs::write(Desk &desk, const char *name, const CoseSign &document)
{
    DocumentFile file;
    file.document = document;
    QFile out(desk.path(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(file.encode()) < 0)
        qFatal("cannot write");
    return desk.path(name);
}

bool TestSignoffs::sign(Desk &desk, const QString &person, const QString &path, Meaning meaning)
{
    if (!desk.signIn(person))
        return false;
    SignoffDocument document(desk.workspace());
    if (!document.open(path).ok())
        return false;
    bool ok = false;
    QSignalSpy finished(&document, &SignoffDocument::signFinished);
    connect(&document, &SignoffDocument::signFinished, &document, [&ok](const Result<> &result) { ok = result.ok(); });
    document.sign(meaning);
    return (finished.size() == 1 || finished.wait(20000)) && ok;
}

std::optional<Code> TestSignoffs::say(Desk &desk, const QString &person, const QString &path, const QString &reason)
{
    SignoffDocument document(desk.workspace());
    if (!desk.signIn(person) || !document.open(path).ok())
        return Code::Internal;
    std::optional<Code> problem;
    QSignalSpy finished(&document, &SignoffDocument::voiceFinished);
    connect(&document, &SignoffDocument::voiceFinished, &document,
        [&](const Result<> &said) { problem = said.ok() ? std::nullopt : std::optional(said.code()); });
    if (reason.isEmpty())
        document.withdraw();
    else
        document.reject(reason);
    return finished.size() == 1 || finished.wait(20000) ? problem : Code::Internal;
}

QByteArray TestSignoffs::withdrawal(const QString &person, const QByteArray &document)
{
    const Withdrawal said{document, TestWorld::now + TestWorld::day};
    return CoseSign1::make(contenttype::withdrawal, said.encode(), *m_world->key(person), TestWorld::now)->encode();
}

void TestSignoffs::twoCompaniesSignAndThePackApplies()
{
    Desk courier(*m_world, m_pack);
    QVERIFY(courier.signIn(author));
    RequestDraft draft(courier.workspace().trust(), courier.clock());
    draft.setPacks({m_pack.serial});
    draft.setParameter(ParameterId::fromTrusted(QStringLiteral("soc.max")));
    draft.setText(QStringLiteral("95"));
    draft.setReason(QStringLiteral("Winter range"));
    const auto drafted = draft.build(courier.workspace().session().identity().leaf.sha256);
    QVERIFY(drafted.ok());
    SignoffDocument original(courier.workspace());
    QVERIFY(original.create(*drafted, courier.path("")).ok());
    QVERIFY(original.path().endsWith(QStringLiteral("_SDB-TEST-0001_soc.max_0of2.pwreq")));
    QCOMPARE(original.state(), SignoffState::Draft);
    QVERIFY(sign(courier, author, original.path(), Meaning::Author));

    Desk leasing(*m_world, m_pack);
    Desk celldata(*m_world, m_pack);
    const QString atLeasing = leasing.path("a.pwreq");
    const QString atCellData = celldata.path("b.pwreq");
    QVERIFY(QFile::copy(original.path(), atLeasing));
    QVERIFY(QFile::copy(original.path(), atCellData));
    QVERIFY(sign(leasing, owner, atLeasing));
    QVERIFY(sign(celldata, cellData, atCellData));
    QCOMPARE(records(leasing, auditaction::signRequest), 1);

    QVERIFY(original.open(atLeasing).ok());
    QCOMPARE(original.state(), SignoffState::Collecting);
    QVERIFY(original.mergeFile(atCellData).ok());
    QCOMPARE(original.state(), SignoffState::Ready);
    QCOMPARE(original.judgement().placesFilled(), 2);

    PackState pack = m_pack;
    connect(&original, &SignoffDocument::deliveryWanted, &original,
        [&](const PackSerial &, const QByteArray &bytes, const QByteArray &) {
            QVERIFY(original.finishDelivery(applyOn(*m_world, pack, *CoseSign::decode(bytes))).ok());
        });
    QVERIFY(original.deliver().ok());
    QCOMPARE(original.state(), SignoffState::Applied);
    QCOMPARE(original.judgement().placesFilled(), 2); // still shown, read against the value it started from
    QCOMPARE(pack.value(ParameterId::fromTrusted(QStringLiteral("soc.max"))).value, 95000);

    // Begun and outcome, joined by one id.
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::deliverRequest);
    const auto delivered = courier.workspace().audit().page(filter, 0, 9);
    QCOMPARE(delivered.size(), 2);
    const auto id = [](const AuditRecord &record) {
        return cbor::decode(record.detail)->toMap().value(QLatin1String("id")).toByteArray();
    };
    QCOMPARE(delivered.at(1).outcome, QLatin1String(auditoutcome::begun));
    QCOMPARE(delivered.at(0).outcome, QLatin1String(auditoutcome::done));
    QCOMPARE(id(delivered.at(0)), id(delivered.at(1)));
    QCOMPARE(id(delivered.at(0)).size(), 8);

    // Again: the same receipt, nothing changed.
    const QByteArray before = contents(original.path());
    const PackState packBefore = pack;
    QVERIFY(original.deliver(true).ok());
    QCOMPARE(contents(original.path()), before);
    QVERIFY(pack == packBefore);
    QVERIFY(verifyAudit(courier.workspace().audit().path(), courier.workspace().auditProof()()).intact());
}

void TestSignoffs::anAppliedCommandKeepsItsSignatures()
{
    PackState pack = packWithCommands(*m_world, "SDB-TEST-0001");
    Desk leasing(*m_world, pack);
    QVERIFY(leasing.workspace().trust().learnStatement(statementOf(*m_world, pack)).ok());
    QVERIFY(leasing.signIn(author));
    CommandDraft draft(leasing.workspace().trust(), leasing.clock());
    draft.setKind(CommandKind::TheftLock);
    draft.setPacks({pack.serial});
    draft.setReason(QStringLiteral("Stolen"));
    const auto drafted = draft.build(leasing.workspace().session().identity().leaf.sha256);
    QVERIFY2(drafted.ok(), qPrintable(drafted.ok() ? QString() : drafted.error().detail));
    SignoffDocument document(leasing.workspace());
    QVERIFY(document.create(contenttype::command, drafted->encode(), leasing.path("")).ok());
    QVERIFY(sign(leasing, author, document.path(), Meaning::Author));
    QVERIFY(sign(leasing, owner, document.path()));
    QVERIFY(document.open(document.path()).ok());
    QCOMPARE(document.state(), SignoffState::Ready);

    connect(&document, &SignoffDocument::deliveryWanted, &document,
        [&](const PackSerial &, const QByteArray &bytes, const QByteArray &) {
            QVERIFY(document.finishDelivery(applyOn(*m_world, pack, *CoseSign::decode(bytes))).ok());
        });
    QVERIFY(document.deliver().ok());
    QVERIFY(pack.lock.locked);
    // The pack as it is now, locked, is what the console knows of it.
    ++pack.now;
    QVERIFY(leasing.workspace().trust().learnStatement(statementOf(*m_world, pack)).ok());
    QVERIFY(document.open(document.path()).ok());
    QCOMPARE(document.state(), SignoffState::Applied);
    QCOMPARE(document.judgement().placesFilled(), 1);
    QCOMPARE(document.judgement().signatures.size(), 2);
    QVERIFY(!document.judgement().problem);
}

void TestSignoffs::mergingIsTheSameInEveryOrder()
{
    Desk desk(*m_world, m_pack);
    const QString a = write(desk, "a.pwreq", m_world->sign(request(), author, {owner}));
    const QString b = write(desk, "b.pwreq", m_world->sign(request(), author, {cellData}));
    SignoffDocument one(desk.workspace());
    SignoffDocument other(desk.workspace());
    QVERIFY(one.open(a).ok());
    one.setPath(desk.path("ab.pwreq"));
    QVERIFY(one.mergeFile(b).ok());
    QVERIFY(other.open(b).ok());
    other.setPath(desk.path("ba.pwreq"));
    QVERIFY(other.mergeFile(a).ok());
    QCOMPARE(contents(desk.path("ab.pwreq")), contents(desk.path("ba.pwreq")));
    const qint64 merges = records(desk, auditaction::mergeRequest);
    QVERIFY(one.mergeFile(a).ok()); // nothing new: no action, no record
    QCOMPARE(records(desk, auditaction::mergeRequest), merges);
    QCOMPARE(one.state(), SignoffState::Ready);
}

void TestSignoffs::aForeignDocumentDoesNotMerge()
{
    Desk desk(*m_world, m_pack);
    ChangeRequest edited = request();
    edited.packs[0].changes[0].to = Milli{94000};
    const QString a = write(desk, "a.pwreq", m_world->sign(request(), author, {owner}));
    const QString b = write(desk, "b.pwreq", m_world->sign(edited, author, {cellData}));
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(a).ok());
    const QByteArray before = contents(a);
    const auto merged = document.mergeFile(b);
    QVERIFY(!merged.ok());
    QCOMPARE(merged.code(), Code::DifferentDocument);
    QCOMPARE(contents(a), before);
}

void TestSignoffs::nobodySignsTwice()
{
    Desk desk(*m_world, m_pack);
    const QString path = write(desk, "a.pwreq", m_world->sign(request(), author, {}));
    QVERIFY(sign(desk, owner, path));
    const QByteArray before = contents(path);
    QVERIFY(!sign(desk, owner, path));
    QCOMPARE(contents(path), before);
    QVERIFY(sign(desk, cellData, path));
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(path).ok());
    QCOMPARE(document.state(), SignoffState::Ready);
}

void TestSignoffs::nothingIsSignedWithoutAKeyOrARecord()
{
    Desk desk(*m_world, m_pack);
    const QString path = write(desk, "a.pwreq", m_world->sign(request(), author, {}));
    const QByteArray before = contents(path);
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(path).ok());
    std::optional<Code> refused;
    connect(&document, &SignoffDocument::signFinished, &document,
        [&](const Result<> &result) { refused = result.ok() ? std::nullopt : std::optional(result.code()); });
    document.sign(Meaning::Approve);
    QCOMPARE(refused, Code::NotSignedIn);

    QVERIFY(desk.signIn(owner));
    QCOMPARE(document.judgement().own.offer.seats.size(), 1);
    AuditVerdict damage;
    damage.problem = Error{Code::AuditDamaged, {}};
    desk.workspace().audit().setVerdict(damage);
    refused.reset();
    document.sign(Meaning::Approve);
    QTRY_VERIFY_WITH_TIMEOUT(refused.has_value(), 20000);
    QCOMPARE(refused, Code::AuditUnwritable);
    QCOMPARE(contents(path), before);
    QVERIFY(!document.deliver().ok());
}

void TestSignoffs::headsOfOthersAreWitnessedOnce()
{
    Desk desk(*m_world, m_pack);
    const QString path = write(desk, "a.pwreq", m_world->sign(request(), author, {owner}));
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(path).ok());
    QCOMPARE(records(desk, auditaction::witnessHead), 2); // the same head, under two roots
    QVERIFY(document.open(path).ok());
    QCOMPARE(records(desk, auditaction::witnessHead), 2);

    // Our own head in our own signature is no witness here, but it anchors our log wherever the file goes.
    QVERIFY(sign(desk, cellData, path));
    QCOMPARE(records(desk, auditaction::witnessHead), 2);
    QVERIFY(document.open(path).ok());
    const auto &signatures = document.file().document.signatures;
    const auto mine = std::find_if(signatures.begin(), signatures.end(),
        [&](const CoseSignature &signature) { return signature.log.logId == desk.workspace().audit().head().logId; });
    QVERIFY(mine != signatures.end());
    const AuditVerdict verdict
        = verifyAudit(desk.workspace().audit().path(), {desk.workspace().headJudge().in(document.file().document), {}});
    QVERIFY(verdict.intact());
    QVERIFY(!verdict.isDisputed());
    QCOMPARE(verdict.witnessed, mine->log.count);
    QCOMPARE(verdict.anchors.size(), 1);
    QCOMPARE(verdict.anchors.constFirst().by, cellData);
}

/// Killed between begun and outcome: the pack's answer at the next contact is the outcome of the first delivery too,
/// and so is a receipt that somebody else brought along.
void TestSignoffs::aDeliveryOfUnknownEndIsSettled()
{
    for (const bool byOthers : {false, true}) {
        Desk desk(*m_world, m_pack);
        const QString path = write(desk, "a.pwreq", m_world->sign(request(), author, {owner, cellData}));
        {
            SignoffDocument killed(desk.workspace());
            QVERIFY(killed.open(path).ok());
            QVERIFY(killed.deliver().ok());
        }
        desk.reopen();
        AuditStore &audit = desk.workspace().audit();
        QCOMPARE(audit.unresolved().size(), 1);
        PackState pack = m_pack;
        SignoffDocument document(desk.workspace());
        QVERIFY(document.open(path).ok());
        QCOMPARE(audit.unresolved().size(), 1);
        const DeliveryResult answer = applyOn(*m_world, pack, document.file().document);
        QVERIFY(answer.applied);
        if (byOthers) {
            DocumentFile file = document.file();
            file.receipts.append(answer.receipt);
            QFile theirs(desk.path("b.pwreq"));
            QVERIFY(theirs.open(QIODevice::WriteOnly) && theirs.write(file.encode()) > 0);
            theirs.close();
            QVERIFY(document.mergeFile(theirs.fileName()).ok());
            QCOMPARE(audit.unresolved().size(), 1); // it may still be under way
            desk.clock().advance(301'000);
            QVERIFY(document.open(theirs.fileName()).ok());
        } else {
            QVERIFY(document.deliver().ok());
            QCOMPARE(audit.unresolved().size(), 2);
            QVERIFY(document.finishDelivery(answer).ok());
        }
        QCOMPARE(audit.unresolved().size(), 0);
        QVERIFY(verifyAudit(audit.path()).intact());
    }
}

void TestSignoffs::whatCameMeanwhileIsNotWrittenOver()
{
    Desk desk(*m_world, m_pack);
    const QString path = write(desk, "a.pwreq", m_world->sign(request(), author, {}));
    QVERIFY(desk.signIn(owner));
    SignoffDocument shown(desk.workspace());
    QVERIFY(shown.open(path).ok());
    QSignalSpy signedBy(&shown, &SignoffDocument::signFinished);
    shown.sign(Meaning::Approve);
    // While the key works, a copy that somebody else signed comes in.
    QCOMPARE(signedBy.size(), 0);
    SignoffDocument other(desk.workspace());
    QVERIFY(other.open(path).ok());
    QVERIFY(other.mergeFile(write(desk, "b.pwreq", m_world->sign(request(), author, {cellData}))).ok());
    QVERIFY(shown.follow().ok());
    QCOMPARE(shown.file().document.signatures.size(), 1);
    QTRY_COMPARE(signedBy.size(), 1);
    const auto there = DocumentFile::decode(contents(path));
    QVERIFY(there.ok());
    QCOMPARE(there->document.signatures.size(), 3);
    QCOMPARE(shown.file(), *there);
    QCOMPARE(shown.state(), SignoffState::Ready);
    // The other copy learns of it when it looks, and a file that is gone takes nothing away.
    QCOMPARE(other.file().document.signatures.size(), 2);
    QVERIFY(other.follow().ok());
    QCOMPARE(other.state(), SignoffState::Ready);
    QVERIFY(QFile::remove(path));
    QVERIFY(other.follow().ok());
    QCOMPARE(other.file().document.signatures.size(), 3);
    // Nor does a pipe in its place keep anybody waiting.
    QCOMPARE(QProcess::execute(QStringLiteral("mkfifo"), {path}), 0);
    QVERIFY(other.follow().ok());
    QVERIFY(!other.isCurrent());
    QCOMPARE(other.reread().code(), Code::FileUnreadable);
    QCOMPARE(other.file().document.signatures.size(), 3);
}

void TestSignoffs::aStoreIsForItsOwnerAlone_data()
{
    QTest::addColumn<int>("mask");
    QTest::addColumn<bool>("there");
    QTest::addColumn<QStringList>("foreign"); // files that are no store's
    QTest::addColumn<int>("mode"); // of the folder, as it is found
    QTest::addColumn<int>("after");
    QTest::newRow("new") << 0 << false << QStringList() << 0 << 0700;
    QTest::newRow("new, in a strict shell") << 0077 << false << QStringList() << 0 << 0700;
    QTest::newRow("an empty folder") << 0022 << true << QStringList() << 0755 << 0700;
    QTest::newRow("an empty folder for all") << 0 << true << QStringList() << 0777 << 0777;
    QTest::newRow("somebody's documents") << 0022 << true << QStringList{s("letter.txt")} << 0755 << 0755;
    QTest::newRow("closed already") << 0 << true << QStringList{s("letter.txt")} << 0700 << 0700;
}

/// Whatever the umask and the folder that is found. All modes are opened up once more, and set again.
void TestSignoffs::aStoreIsForItsOwnerAlone()
{
    QFETCH(int, mask);
    QFETCH(bool, there);
    QFETCH(QStringList, foreign);
    QFETCH(int, mode);
    QFETCH(int, after);
    const auto modeOf = [](const QString &path) {
        struct stat found = {};
        return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? int(found.st_mode & 07777) : -1;
    };
    const auto setMode = [](const QString &path, int to) {
        return ::chmod(QFile::encodeName(path).constData(), mode_t(to)) == 0;
    };
    QTemporaryDir folder;
    const QString store = folder.filePath(s("store"));
    if (there) {
        QVERIFY(QDir().mkpath(store));
        for (const QString &name : foreign) {
            QFile file(store + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(setMode(file.fileName(), 0644));
        }
        QVERIFY(setMode(store, mode));
    }
    const mode_t before = ::umask(mode_t(mask));
    const auto restore = qScopeGuard([before] { ::umask(before); });
    FixedClock clock(TestWorld::now);
    const PackRules rules = rulesOf(*m_world, m_pack);
    const QString request = folder.filePath(s("a.pwreq"));
    {
        DocumentFile file;
        file.document = m_world->sign(this->request(), author, {owner});
        QFile out(request);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0);
    }
    for (const int time : {1, 2}) {
        {
            const auto opened = Workspace::open(store, clock);
            QVERIFY(opened.ok());
            QCOMPARE((*opened)->exposed(), after == 0700 ? QStringList() : QStringList{store});
            if (time == 1) {
                QVERIFY((*opened)->trust().pin(rules, {}).ok());
                QVERIFY((*opened)->trust().learn(factsOf(m_pack)).ok());
                QVERIFY((*opened)->trust().learn(rules).ok());
                QVERIFY(importDocument(**opened, request).ok());
            }
        }
        QCOMPARE(modeOf(store), after);
        QDirIterator all(store, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        int seen = 0;
        while (all.hasNext()) {
            const QString path = all.next();
            if (foreign.contains(QFileInfo(path).fileName())) {
                QCOMPARE(modeOf(path), 0644);
                continue;
            }
            ++seen;
            QVERIFY2(modeOf(path) == (QFileInfo(path).isDir() ? 0700 : 0600), qPrintable(path));
            QVERIFY(setMode(path, QFileInfo(path).isDir() ? 0755 : 0644));
        }
        QVERIFY(seen >= 6);
    }
}

/// What lies in a store may be a link to anywhere.
void TestSignoffs::aLinkInAStoreIsLeftAlone()
{
    QTemporaryDir folder;
    const QString outside = folder.filePath(s("outside"));
    QFile file(outside);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    const QString store = folder.filePath(s("store"));
    QVERIFY(QDir().mkpath(store + s("/requests")));
    QVERIFY(QFile::link(outside, store + s("/requests/a.pwreq")));
    FixedClock clock(TestWorld::now);
    QVERIFY(Workspace::open(store, clock).ok());
    QVERIFY(QFile::permissions(outside) & QFile::ReadOther);
}

void TestSignoffs::aDeliveryTellsOfEachPack()
{
    Desk desk(*m_world, m_pack);
    const auto document = std::make_shared<SignoffDocument>(desk.workspace());
    QVERIFY(document->open(write(desk, "a.pwreq", m_world->sign(request(), author, {owner, cellData}))).ok());
    PackState pack = m_pack;
    DocumentDelivery delivery(desk.clock());
    QSignalSpy wanted(&delivery, &DocumentDelivery::wanted);
    QSignalSpy ended(&delivery, &DocumentDelivery::ended);
    connect(&delivery, &DocumentDelivery::wanted, &delivery,
        [&](const PackSerial &, const QByteArray &bytes, const QByteArray &) {
            delivery.finish(applyOn(*m_world, pack, *CoseSign::decode(bytes)));
        });
    Rollout::Plan plan;
    plan.packs = {m_pack.serial, PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0009"))};
    plan.watchAfter = {};
    plan.onFailure = Rollout::OnFailure::GoOn;
    QVERIFY(delivery.start(document, plan).ok());
    QCOMPARE(delivery.start(document, plan).code(), Code::WrongState);
    QTRY_COMPARE(ended.size(), 1);
    // One that the document does not name gets nothing, and is not told to have applied it.
    const auto entries = delivery.entriesOf(document->judgement().payloadSha256);
    QCOMPARE(entries.value(plan.packs.constFirst()).state, Rollout::Entry::State::Applied);
    QCOMPARE(entries.value(plan.packs.constLast()).state, Rollout::Entry::State::Failed);
    QCOMPARE(entries.value(plan.packs.constLast()).error.code, Code::WrongPack);
    QCOMPARE(wanted.size(), 1);
    // What is proved does not leave again, unless it is to.
    plan.packs.removeLast();
    QVERIFY(delivery.start(document, plan).ok());
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(delivery.rollout().count(Rollout::Entry::State::Applied), 1);
    plan.again = true;
    QVERIFY(delivery.start(document, plan).ok());
    QTRY_COMPARE(ended.size(), 3);
    QCOMPARE(wanted.size(), 2);
    QVERIFY(!delivery.isRunning());
}

/// A roll-out is cut off between two packs: the next start goes on where it was, and its result stays.
void TestSignoffs::aRolloutGoesOnAfterARestart()
{
    Desk desk(*m_world, m_pack);
    const QString path = write(desk, "a.pwreq", m_world->sign(request(), author, {owner, cellData}));
    const PackSerial other = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0009"));
    PackState pack = m_pack;
    int asked = 0;
    qint64 id = 0;
    {
        const auto document = std::make_shared<SignoffDocument>(desk.workspace());
        QVERIFY(document->open(path).ok());
        FleetBook book(desk.workspace().folder());
        DocumentDelivery delivery(desk.clock());
        RolloutKeeper keeper(book, delivery, desk.clock());
        connect(&delivery, &DocumentDelivery::wanted, &delivery,
            [&](const PackSerial &, const QByteArray &bytes, const QByteArray &) {
                ++asked;
                delivery.finish(applyOn(*m_world, pack, *CoseSign::decode(bytes)));
            });
        Rollout::Plan plan;
        plan.packs = {m_pack.serial, other};
        plan.watchAfter = {1};
        plan.soakMilliseconds = 1000;
        QVERIFY(keeper.begin(document, plan, QStringLiteral("Range"), QStringLiteral("Berlin")).ok());
        QTRY_COMPARE(delivery.rollout().stage(), Rollout::Stage::Soaking);
        QCOMPARE(keeper.begin(document, plan, {}, {}).code(), Code::WrongState);
        QCOMPARE(book.rollouts(9).size(), 1);
        QVERIFY(!keeper.problem());
        id = keeper.id();
    }
    desk.reopen();
    FleetBook book(desk.workspace().folder());
    auto kept = book.interrupted();
    QVERIFY(kept.has_value());
    QCOMPARE(kept->id, id);
    QCOMPARE(kept->packs.at(0).state, KeptRollout::Pack::State::Applied);
    QCOMPARE(kept->packs.at(1).state, KeptRollout::Pack::State::Waiting);
    const auto document = std::make_shared<SignoffDocument>(desk.workspace());
    QVERIFY(document->open(path).ok());
    DocumentDelivery delivery(desk.clock());
    RolloutKeeper keeper(book, delivery, desk.clock());
    QSignalSpy ended(&delivery, &DocumentDelivery::ended);
    KeptRollout foreign = *kept;
    foreign.payload = QByteArray(32, 'x');
    QCOMPARE(keeper.resume(foreign, document).code(), Code::DifferentDocument);
    QVERIFY(keeper.resume(*kept, document).ok());
    QCOMPARE(delivery.rollout().stage(), Rollout::Stage::Soaking); // perhaps it was not watched for long enough
    delivery.goOn();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(asked, 1);
    // One result for each pack, and no roll-out is left open.
    QVERIFY(!book.interrupted());
    kept = book.rollout(keeper.id());
    QCOMPARE(kept->end, KeptRollout::End::Stopped);
    QCOMPARE(kept->group, QStringLiteral("Berlin"));
    QCOMPARE(kept->packs.at(0).state, KeptRollout::Pack::State::Applied);
    QCOMPARE(kept->packs.at(1).state, KeptRollout::Pack::State::Failed);
    QCOMPARE(kept->packs.at(1).code, Code::WrongPack);
    QCOMPARE(RolloutKeeper::entriesOf(*kept).at(1).state, Rollout::Entry::State::Failed);
}

/// Where a result cannot be kept, no further pack gets the document.
void TestSignoffs::aRolloutThatCannotBeKeptStops()
{
    Desk desk(*m_world, m_pack);
    const auto document = std::make_shared<SignoffDocument>(desk.workspace());
    QVERIFY(document->open(write(desk, "a.pwreq", m_world->sign(request(), author, {owner, cellData}))).ok());
    DocumentDelivery delivery(desk.clock());
    Rollout::Plan plan;
    plan.packs = {m_pack.serial, PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0009"))};
    plan.watchAfter = {};
    {
        FleetBook nowhere(desk.path("nowhere"));
        RolloutKeeper keeper(nowhere, delivery, desk.clock());
        QCOMPARE(keeper.begin(document, plan, {}, {}).code(), Code::FileUnwritable);
        QVERIFY(!delivery.isRunning());
    }
    FleetBook book(desk.workspace().folder());
    RolloutKeeper keeper(book, delivery, desk.clock());
    PackState pack = m_pack;
    const auto other
        = Database::open(desk.workspace().folder() + QStringLiteral("/fleet.db"), Database::Mode::ReadWrite);
    connect(&delivery, &DocumentDelivery::wanted, &delivery,
        [&](const PackSerial &, const QByteArray &bytes, const QByteArray &) {
            QVERIFY((*other)->run(QStringLiteral("DROP TABLE rollout_packs")).ok());
            delivery.finish(applyOn(*m_world, pack, *CoseSign::decode(bytes)));
        });
    QVERIFY(keeper.begin(document, plan, {}, {}).ok());
    QTRY_VERIFY(!delivery.isRunning());
    QVERIFY(keeper.problem().has_value());
    QCOMPARE(delivery.rollout().stage(), Rollout::Stage::Cancelled);
    QCOMPARE(delivery.rollout().count(Rollout::Entry::State::NotBegun), 1);
}

void TestSignoffs::whatStaysHere_data()
{
    QTest::addColumn<QStringList>("approvers");
    QTest::addColumn<QString>("then");
    QTest::addColumn<int>("kept"); ///< -1: it may leave
    QTest::newRow("complete") << QStringList{owner, cellData} << QString() << -1;
    QTest::newRow("a seat missing") << QStringList{owner} << QString() << -1;
    QTest::newRow("unsigned") << QStringList{} << QStringLiteral("bare") << int(Kept::Unsigned);
    QTest::newRow("rejected") << QStringList{owner} << QStringLiteral("reject") << int(Kept::Rejected);
    QTest::newRow("withdrawn") << QStringList{owner} << QStringLiteral("withdraw") << int(Kept::Withdrawn);
}

/// One answer for window and command line: what people took back or refused does not leave here.
void TestSignoffs::whatStaysHere()
{
    QFETCH(const QStringList, approvers);
    QFETCH(const QString, then);
    QFETCH(const int, kept);
    Desk desk(*m_world, m_pack);
    CoseSign signedOne = m_world->sign(request(), author, approvers);
    if (then == QLatin1String("bare"))
        signedOne.signatures.clear();
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(write(desk, "a.pwreq", signedOne)).ok());
    QSignalSpy said(&document, &SignoffDocument::voiceFinished);
    if (then == QLatin1String("reject")) {
        QVERIFY(desk.signIn(cellData));
        document.reject(QStringLiteral("no test report"));
        QTRY_COMPARE(said.size(), 1);
    } else if (then == QLatin1String("withdraw")) {
        QVERIFY(desk.signIn(author));
        document.withdraw();
        QTRY_COMPARE(said.size(), 1);
    }
    const auto why = whyNotDelivered(document);
    QCOMPARE(why.has_value(), kept >= 0);
    if (why)
        QVERIFY2(why->is(Kept(kept)), qPrintable(why->detail));
    if (kept == int(Kept::Rejected))
        QVERIFY2(why->detail.contains(QLatin1String("no test report")), qPrintable(why->detail));
    const SignoffActs acts = actsOf(document, desk.workspace().session());
    QCOMPARE(acts.deliver || acts.ask, kept < 0);
}

void TestSignoffs::aRefusalIsRememberedForTheseBytesOnly()
{
    Desk desk(*m_world, m_pack);
    const QString a = write(desk, "a.pwreq", m_world->sign(request(), author, {owner}));
    const QString b = write(desk, "b.pwreq", m_world->sign(request(), author, {cellData}));
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(a).ok());
    PackState pack = m_pack;
    QVERIFY(document.deliver().ok());
    const auto refused = document.finishDelivery(applyOn(*m_world, pack, document.file().document));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.code(), Code::BelowQuorum);
    QVERIFY(pack == m_pack);
    QCOMPARE(document.state(), SignoffState::RefusedByPack);
    QCOMPARE(document.judgement().packs.constFirst().lastRefusal->code, Code::BelowQuorum);
    QVERIFY(document.mergeFile(b).ok());
    QCOMPARE(document.state(), SignoffState::Ready);
    // An answer that nobody waits for changes nothing.
    QVERIFY(!document.finishDelivery(applyOn(*m_world, pack, document.file().document)).ok());
    QCOMPARE(document.state(), SignoffState::Ready);
}

void TestSignoffs::aForgedReceiptIsNoReceipt()
{
    // Case 89, 90: whoever answers in the pack's place can say "applied", and cannot sign it.
    Desk desk(*m_world, m_pack);
    const QString path = write(desk, "a.pwreq", m_world->sign(request(), author, {owner, cellData}));
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(path).ok());
    PackState pack = m_pack;
    DeliveryResult result = applyOn(*m_world, pack, document.file().document);
    QVERIFY(result.applied);
    const auto genuine = CoseSign1::decode(result.receipt);
    result.receipt
        = CoseSign1::make(contenttype::receipt, genuine->payload, *m_world->key(owner), TestWorld::now)->encode();
    QVERIFY(document.deliver().ok());
    const auto finished = document.finishDelivery(result);
    QVERIFY(!finished.ok());
    QCOMPARE(finished.code(), Code::ReceiptInvalid);
    QVERIFY(document.file().receipts.isEmpty());
    QVERIFY(document.state() != SignoffState::Applied);
}

void TestSignoffs::anOvertakenRequestIsStale()
{
    Desk desk(*m_world, m_pack);
    const QString path = write(desk, "a.pwreq", m_world->sign(request(), author, {owner, cellData}));
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(path).ok());
    QCOMPARE(document.state(), SignoffState::Ready);
    const auto actsFor = [&](const QString &person) {
        return desk.signIn(person) ? actsOf(document, desk.workspace().session()) : SignoffActs();
    };
    QVERIFY(actsFor(owner).withdraw && !actsFor(owner).reject && !actsFor(owner).sign);
    QVERIFY(actsFor(owner).deliver && !actsFor(owner).ask);
    PackState moved = m_pack;
    ++moved.values[ParameterId::fromTrusted(QStringLiteral("soc.max"))].revision;
    QVERIFY(desk.workspace().trust().learn(factsOf(moved)).ok());
    QCOMPARE(document.state(), SignoffState::Stale); // heard by itself
    QVERIFY(!actsFor(owner).deliver && actsFor(owner).ask && actsFor(owner).withdraw);
}

/// Who could have signed it learns that it is overtaken, not that they are nobody.
void TestSignoffs::anOvertakenRequestIsNobodysToReject()
{
    Desk desk(*m_world, m_pack);
    const QString path = write(desk, "a.pwreq", m_world->sign(request(), author, {owner}));
    {
        SignoffDocument document(desk.workspace());
        QVERIFY(document.open(path).ok());
        QVERIFY(desk.signIn(cellData));
        const SignoffActs acts = actsOf(document, desk.workspace().session());
        QVERIFY(acts.isOpen && acts.reject && !acts.withdraw && !acts.deliver && acts.ask);
        QCOMPARE(acts.sign, std::optional(Meaning::Approve));
    }
    PackState moved = m_pack;
    ++moved.values[ParameterId::fromTrusted(QStringLiteral("soc.max"))].revision;
    QVERIFY(desk.workspace().trust().learn(factsOf(moved)).ok());
    QCOMPARE(say(desk, cellData, path, QStringLiteral("Too late")), std::optional(Code::StaleBase));
}

void TestSignoffs::anOldRequestIsExpired()
{
    Desk desk(*m_world, m_pack);
    const QString path = write(desk, "a.pwreq", m_world->sign(request(), author, {owner, cellData}));
    SignoffDocument document(desk.workspace());
    desk.clock().advance(8 * TestWorld::day * 1000);
    QVERIFY(document.open(path).ok());
    QCOMPARE(document.state(), SignoffState::Expired);
}

void TestSignoffs::aSignerTakesItBack()
{
    Desk desk(*m_world, m_pack);
    const QString path = write(desk, "a.pwreq", m_world->sign(request(), author, {owner, cellData}));
    const QString copy = write(desk, "b.pwreq", m_world->sign(request(), author, {owner, cellData}));
    QCOMPARE(say(desk, owner, path), std::nullopt);
    QCOMPARE(records(desk, auditaction::withdrawRequest), 1);
    QCOMPARE(say(desk, owner, path), Code::SignerRepeated);
    QCOMPARE(records(desk, auditaction::withdrawRequest), 1);
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(path).ok());
    QCOMPARE(document.state(), SignoffState::Withdrawn);
    QCOMPARE(document.judgement().problem->code, Code::Withdrawn);
    QCOMPARE(document.judgement().packs.constFirst().verdict.refusal->code, Code::Withdrawn);
    // The author may too, and a copy learns of both by merging.
    QCOMPARE(say(desk, author, path), std::nullopt);
    QVERIFY(document.open(copy).ok());
    QCOMPARE(document.state(), SignoffState::Ready);
    QVERIFY(document.mergeFile(path).ok());
    QCOMPARE(document.state(), SignoffState::Withdrawn);
    QCOMPARE(document.file().withdrawals.size(), 2);
    desk.clock().advance(8 * TestWorld::day * 1000);
    QCOMPARE(say(desk, cellData, path), Code::Expired);
}

void TestSignoffs::othersCannotTakeItBack()
{
    Desk desk(*m_world, m_pack);
    const QString path = write(desk, "a.pwreq", m_world->sign(request(), author, {owner}));
    const QByteArray before = contents(path);
    QCOMPARE(say(desk, cellData, path), Code::SignerNotAuthorised);
    QCOMPARE(say(desk, QStringLiteral("leasing.asset-manager-2"), path), Code::SignerNotAuthorised);
    QCOMPARE(contents(path), before);
    QCOMPARE(records(desk, auditaction::withdrawRequest), 0);
    SignoffDocument document(desk.workspace());
    desk.workspace().session().signOut();
    QVERIFY(document.open(path).ok());
    QSignalSpy finished(&document, &SignoffDocument::voiceFinished);
    document.withdraw();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(contents(path), before);
}

void TestSignoffs::forgedVoicesAreNamedAndIgnored_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("problem");
    const QByteArray document = sha256(request().encode());
    const auto row = [](const char *name, const QByteArray &bytes, Code problem) {
        QTest::newRow(name) << bytes << int(problem);
    };
    row("no signer", withdrawal(QStringLiteral("platform.platform-engineer"), document), Code::SignerNotAuthorised);
    row("another document", withdrawal(owner, QByteArray(32, 'x')), Code::DifferentDocument);
    CoseSign1 changed = *CoseSign1::decode(withdrawal(owner, document));
    changed.signature[10] = char(changed.signature.at(10) ^ 1);
    row("a changed signature", changed.encode(), Code::SignatureInvalid);
    const Rejection rejection{document, QStringLiteral("no")};
    row("a rejection as a withdrawal",
        CoseSign1::make(contenttype::rejection, rejection.encode(), *m_world->key(owner), TestWorld::now)->encode(),
        Code::UnknownType);
}

void TestSignoffs::forgedVoicesAreNamedAndIgnored()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, problem);
    Desk desk(*m_world, m_pack);
    DocumentFile file;
    file.document = m_world->sign(request(), author, {owner, cellData});
    file.withdrawals.append(bytes);
    const auto judgement = judgeSignoff(file, desk.workspace().trust().snapshot(), {}, TestWorld::now);
    QCOMPARE(judgement.state, SignoffState::Ready);
    QCOMPARE(judgement.voices.size(), 1);
    QVERIFY(!judgement.voices.constFirst().heard());
    QCOMPARE(int(judgement.voices.constFirst().problem->code), problem);
    QVERIFY(!judgement.voices.constFirst().leaf.commonName.isEmpty());
}

void TestSignoffs::whoCouldSignMayReject()
{
    Desk desk(*m_world, m_pack);
    const QString path = write(desk, "a.pwreq", m_world->sign(request(), author, {owner}));
    const QByteArray before = contents(path);
    // No seat of this request is for the platform, or for its author.
    QCOMPARE(
        say(desk, QStringLiteral("platform.platform-engineer"), path, QStringLiteral("no")), Code::SignerNotAuthorised);
    QCOMPARE(say(desk, author, path, QStringLiteral("no")), Code::SignerNotAuthorised);
    QCOMPARE(contents(path), before);
    QCOMPARE(records(desk, auditaction::rejectRequest), 0);
    QCOMPARE(say(desk, cellData, path, QStringLiteral("Too warm for 95 %")), std::nullopt);
    QCOMPARE(records(desk, auditaction::rejectRequest), 1);
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(path).ok());
    QCOMPARE(document.state(), SignoffState::Rejected);
    const VoiceFinding *who = document.judgement().heard(VoiceFinding::Kind::Rejection);
    QVERIFY(who);
    QCOMPARE(who->leaf.person, m_world->key(cellData)->leaf().person);
    QCOMPARE(who->reason, QStringLiteral("Too warm for 95 %"));
}

void TestSignoffs::theListJudgesTheFolder()
{
    Desk desk(*m_world, m_pack);
    SignoffsModel model(desk.workspace());
    QTRY_VERIFY(!model.isRefreshing());
    QCOMPARE(model.rowCount(), 0);
    const QString path = write(desk, "store/requests/a.pwreq", m_world->sign(request(), author, {owner}));
    QTRY_COMPARE(model.rowCount(), 1); // the folder is watched
    const QModelIndex index = model.index(0, SignoffsModel::StateColumn);
    QTRY_COMPARE(index.data(SignoffsModel::StateRole).toInt(), int(SignoffState::Collecting));
    QCOMPARE(index.data(SignoffsModel::PathRole).toString(), path);
    QFile broken(desk.path("store/requests/b.pwreq"));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("x") == 1);
    broken.close();
    QTRY_COMPARE(model.rowCount(), 2);
    const int row = model.rowOfPath(broken.fileName());
    QVERIFY(row >= 0);
    QCOMPARE(model.index(row, 0).data(SignoffsModel::StateRole).toInt(), int(SignoffState::Unreadable));
}

void TestSignoffs::importMergesWhatBelongsTogether()
{
    Desk desk(*m_world, m_pack);
    const QString a = write(desk, "a.pwreq", m_world->sign(request(), author, {owner}));
    const QString b = write(desk, "b.pwreq", m_world->sign(request(), author, {cellData}));
    const auto first = importDocument(desk.workspace(), a);
    QVERIFY(first.ok());
    QVERIFY(first->startsWith(desk.workspace().requestsFolder()));
    const auto second = importDocument(desk.workspace(), b);
    QVERIFY(second.ok());
    QCOMPARE(*second, *first);
    QCOMPARE(desk.workspace().requestFiles().size(), 1);
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(*first).ok());
    QCOMPARE(document.state(), SignoffState::Ready);
    QVERIFY(!importDocument(desk.workspace(), desk.path("missing.pwreq")).ok());
}

/// A file with as many signatures as it holds, all but the author's of people whom nobody knows: it gets well by being
/// opened, signed and merged.
void TestSignoffs::strangersKeepNobodyFromSigning()
{
    Desk desk(*m_world, m_pack);
    CoseSign document = m_world->sign(request(), author, {});
    for (int i = 1; i < CoseSign::maxSignatures; ++i) {
        QVERIFY(document
                    .addSignature(*m_world->key(QStringLiteral("stranger.asset-manager")), Meaning::Approve,
                        TestWorld::now + i, {QByteArray(16, 's'), i, QByteArray(32, 's')})
                    .ok());
    }
    const QString path = write(desk, "poisoned.pwreq", document);
    QVERIFY(sign(desk, owner, path));
    SignoffDocument opened(desk.workspace());
    QVERIFY(opened.open(path).ok());
    QVERIFY(opened.isCurrent());
    QCOMPARE(opened.file().document.signatures.size(), CoseSign::maxSignatures);
    QVERIFY(opened.mergeFile(write(desk, "clean.pwreq", m_world->sign(request(), author, {cellData}))).ok());
    QCOMPARE(opened.state(), SignoffState::Ready);
    QVERIFY(verifyRequest(deliveredBytes(opened.file()), m_pack).accepted());
    const auto kept = DocumentFile::decode(contents(path));
    QVERIFY(kept.ok());
    QCOMPARE(kept->encode(), opened.file().encode());
    // Once more, and by import: nothing more goes, and the file stays readable.
    QVERIFY(opened.mergeFile(write(desk, "again.pwreq", document)).ok());
    QCOMPARE(opened.state(), SignoffState::Ready);
    QVERIFY(importDocument(desk.workspace(), path).ok());
    QVERIFY(importDocument(desk.workspace(), desk.path("again.pwreq")).ok());
}

/// An upload holds 64 lists and 512 KiB: those that the pack would take are among them, whatever else the file has.
void TestSignoffs::strangersListsKeepNoCharterFromPacks()
{
    CharterChange change;
    change.head = request().head;
    change.charter = m_pack.charter;
    change.policy = {change.head, {}, m_pack.policy};
    change.policy.policy.charterSha256 = change.charter.bodySha256();
    DocumentFile file;
    file.document = {contenttype::charter, change.encode(), {}};
    const QByteArray good = encodeCrlEntry(m_world->crl(QStringLiteral("leasing"), {}, 7));
    file.crls = {good};
    for (int i = 0; i < 80; ++i) {
        file.crls.append(encodeCrlEntry(
            {*pki::issueCrl(m_world->root(QStringLiteral("stranger")), m_world->rootKey(QStringLiteral("stranger")), i,
                 {TestWorld::now, TestWorld::now + TestWorld::day},
                 QList<QByteArray>(400, QByteArray(16, char('A' + i)))),
                {}}));
    }
    const auto upload = CharterUpload::decode(deliveredBytes(file));
    QVERIFY2(upload.ok(), upload.ok() ? "" : qPrintable(upload.error().detail));
    QCOMPARE(upload->crls, QList<QByteArray>{good});
    // And what is rehearsed is what would be delivered.
    Desk desk(*m_world, m_pack);
    const TrustSnapshot &trust = desk.workspace().trust().snapshot();
    const SignoffJudgement crowded = judgeSignoff(file, trust, {}, TestWorld::now);
    file.crls = {good};
    const SignoffJudgement clean = judgeSignoff(file, trust, {}, TestWorld::now);
    QCOMPARE(crowded.packs.size(), 1);
    QCOMPARE(crowded.packs.constFirst().verdict.refusal, clean.packs.constFirst().verdict.refusal);
    QVERIFY(clean.packs.constFirst().verdict.refusal->code != Code::TooComplex);
}

/// One key signs as often as it likes; colleagues of the same party have their places all the same.
void TestSignoffs::onePersonTakesNoPlaceOfAColleague()
{
    Desk desk(*m_world, m_pack);
    DocumentFile file;
    file.document = m_world->sign(request(), author, {});
    const auto approve = [&](const QString &person, qint64 at) {
        return file.document.addSignature(
            *m_world->key(person), Meaning::Approve, at, {QByteArray(16, 's'), at, QByteArray(32, 's')});
    };
    for (int i = 1; i < CoseSign::maxSignatures; ++i)
        QVERIFY(approve(owner, TestWorld::now - i).ok());
    const QList<CoseSignature> flood = file.document.signatures;
    for (const char *colleague : {"lena", "lars", "lou"}) {
        const auto key = m_world->makeKey({QStringLiteral("leasing"), QLatin1String(colleague),
            QStringLiteral("asset-manager"), QLatin1String(colleague)});
        CoseSign one{file.document.contentType, file.document.payload, {}};
        QVERIFY(one.addSignature(*key, Meaning::Approve, TestWorld::now, {QByteArray(16, 'c'), 1, QByteArray(32, 'c')})
                    .ok());
        file.document.signatures = flood + one.signatures;
        const DocumentFile kept = filebounds::bounded(file, desk.workspace().trust().charter().roots());
        QCOMPARE(kept.document.signatures.size(), CoseSign::maxSignatures);
        QVERIFY(kept.document.signatures.contains(one.signatures.constFirst()));
    }
}

/// A stranger needs no key to send the same payload under another type: it takes no place that somebody needs.
void TestSignoffs::anotherTypeIsAnotherDocument()
{
    Desk desk(*m_world, m_pack);
    CoseSign other = m_world->sign(request(), author, {owner});
    other.contentType = contenttype::policy;
    const auto taken = importDocument(desk.workspace(), write(desk, "other.pwreq", other));
    QVERIFY(taken.ok());
    const auto mine
        = importDocument(desk.workspace(), write(desk, "a.pwreq", m_world->sign(request(), author, {owner})));
    QVERIFY2(mine.ok(), mine.ok() ? "" : qPrintable(codeName(mine.code())));
    QVERIFY(*mine != *taken);
    const auto more
        = importDocument(desk.workspace(), write(desk, "b.pwreq", m_world->sign(request(), author, {cellData})));
    QVERIFY(more.ok());
    QCOMPARE(*more, *mine);
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(*mine).ok());
    QCOMPARE(document.state(), SignoffState::Ready);
}

void TestSignoffs::nobodyIsOfferedASeatInVain_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<QStringList>("signedBy");
    QTest::addColumn<QString>("person");
    QTest::addColumn<int>("wanted"); // a Meaning, or -1
    QTest::addColumn<int>("whyNot"); // a Code, or -1
    constexpr int approve = int(Meaning::Approve);
    const QString interval = s("service.interval");
    const QString soc = s("soc.max");
    const QString voltage = s("cell.voltage.max");
    QTest::newRow("another company") << interval << 600000LL << QStringList() << s("service.technician") << approve
                                     << -1;
    QTest::newRow("the author as the only one")
        << interval << 600000LL << QStringList() << author << -1 << int(Code::AuthorIsApprover);
    QTest::newRow("the author beside others") << soc << 96000LL << QStringList() << author << approve << -1;
    QTest::newRow("the author in layer 4")
        << voltage << 4250LL << QStringList() << author << -1 << int(Code::AuthorIsApprover);
    QTest::newRow("a colleague of one who sits")
        << soc << 95000LL << QStringList{owner} << s("leasing.asset-manager-2") << -1 << -1;
    QTest::newRow("the other company then") << soc << 95000LL << QStringList{owner} << cellData << approve << -1;
    QTest::newRow("who has signed") << soc << 95000LL << QStringList{owner} << owner << -1 << -1;
    QTest::newRow("who has no seat in it") << soc << 95000LL << QStringList() << s("service.technician") << -1 << -1;
    QTest::newRow("nobody") << soc << 95000LL << QStringList() << QString() << -1 << -1;
}

void TestSignoffs::nobodyIsOfferedASeatInVain()
{
    QFETCH(QString, parameter);
    QFETCH(qint64, to);
    QFETCH(QStringList, signedBy);
    QFETCH(QString, person);
    QFETCH(int, wanted);
    QFETCH(int, whyNot);
    Desk desk(*m_world, m_pack);
    QVERIFY(person.isEmpty() || desk.signIn(person));
    const auto document = m_world->sign(m_world->request(m_pack, parameter, to), author, signedBy);
    const QString path = write(desk, "a.pwreq", document);
    SignoffDocument open(desk.workspace());
    QVERIFY(open.open(path).ok());
    const OwnPart &own = open.judgement().own;
    QCOMPARE(own.wanted ? int(*own.wanted) : -1, wanted);
    QCOMPARE(own.offer.whyNot ? int(own.offer.whyNot->code) : -1, whyNot);
    QCOMPARE(own.offer.seats.isEmpty(), wanted < 0);
    // The list says the same.
    QVERIFY(QFile::copy(path, desk.workspace().requestsFolder() + s("/a.pwreq")));
    SignoffsModel model(desk.workspace());
    QSignalSpy refreshed(&model, &SignoffsModel::refreshed);
    QVERIFY(refreshed.wait(20000));
    const auto listed = model.index(0, 0).data(SignoffsModel::JudgementRole).value<SignoffJudgement>();
    QCOMPARE(listed.own.wanted, own.wanted);
}

/// One signature fills the seats of several rights: people see one place, and count it once.
void TestSignoffs::placesAreAsFewAsSignatures()
{
    ChangeRequest both = request();
    const auto min = m_world->request(m_pack, s("soc.min"), 20000);
    both.packs[0].changes += min.packs.constFirst().changes;
    Desk desk(*m_world, m_pack);
    SignoffDocument document(desk.workspace());
    QVERIFY(document.open(write(desk, "a.pwreq", m_world->sign(both, author, {owner}))).ok());
    QCOMPARE(document.judgement().seats.size(), 4);
    const QList<SeatPlace> places = document.judgement().places();
    QCOMPARE(places.size(), 2);
    QCOMPARE(places.at(0).seats, 2);
    QCOMPARE(document.judgement().placesFilled(), 1);
    // Of a group of two the same choice is two signatures.
    const SignoffJudgement voltage = judgeSignoff(
        [&] {
            DocumentFile file;
            file.document = m_world->sign(m_world->request(m_pack, s("cell.voltage.max"), 4250), author, {});
            return file;
        }(),
        desk.workspace().trust().snapshot(), {}, TestWorld::now);
    QCOMPARE(voltage.places().size(), 3);
}

/// However many documents there are, each file is read for what it is, and not for every document that comes.
void TestSignoffs::takingOneInReadsNoOther()
{
    Desk desk(*m_world, m_pack);
    constexpr int many = 30;
    QList<CoseSign> documents;
    QStringList paths;
    for (int i = 0; i < many; ++i) {
        ChangeRequest each = request();
        each.head.id = QByteArray(16, char(i + 1));
        documents.append(m_world->sign(each, author, {}));
        DocumentFile file;
        file.document = documents.constLast();
        const auto taken = importDocument(desk.workspace(), file.encode());
        QVERIFY(taken.ok());
        paths.append(*taken);
    }
    RequestIndex &index = *desk.workspace().requests();
    QCOMPARE(index.files().size(), many);
    QVERIFY2(index.reads() <= 3 * many, qPrintable(QString::number(index.reads())));
    QCOMPARE(index.find(documents.constFirst()), paths.constFirst());
    // The same payload under another type is another document; what is gone, or another in its place, is not found.
    CoseSign other = documents.constFirst();
    other.contentType = contenttype::policy;
    QCOMPARE(index.find(other), QString());
    QVERIFY(QFile::remove(paths.constFirst()));
    QCOMPARE(index.find(documents.constFirst()), QString());
    QVERIFY(QFile::remove(paths.at(1)));
    QVERIFY(QFile::copy(paths.at(2), paths.at(1)));
    QCOMPARE(index.find(documents.at(1)), QString());
    QVERIFY(!index.find(documents.at(2)).isEmpty());
}

void TestSignoffs::whatWaitsForItsAuthorIsNoAlarm()
{
    Desk desk(*m_world, m_pack);
    QVERIFY(desk.signIn(author));
    SignoffDocument document(desk.workspace());
    QVERIFY(document.create(request(), desk.workspace().requestsFolder()).ok());
    QVERIFY(document.judgement().isAuthorMissing);
    QCOMPARE(document.state(), SignoffState::Draft);
    QCOMPARE(document.judgement().own.wanted, std::optional(Meaning::Author));
    // Also where another has signed before the author.
    SignoffDocument early(desk.workspace());
    QVERIFY(early.open(write(desk, "early.pwreq", m_world->sign(request(), {}, {owner}))).ok());
    QCOMPARE(early.state(), SignoffState::Draft);
    // A stranger's word that he is the author is none.
    ChangeRequest other = request();
    other.head.author = QByteArray(32, 'a');
    SignoffDocument foreign(desk.workspace());
    QVERIFY(foreign.open(write(desk, "foreign.pwreq", m_world->sign(other, author, {}))).ok());
    QVERIFY(foreign.judgement().isAuthorMissing);
    QVERIFY(!foreign.judgement().own.wanted || *foreign.judgement().own.wanted == Meaning::Approve);
}

/// Who signed, and what was changed, is read against the rules as they stood before: now, and after the next start.
void TestSignoffs::appliedRulesKeepTheirStory()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const Policy before = trust.policy();
    ShownRules next(*m_world, m_pack);
    PackState pack = m_pack;
    pack.charterDocument = rulebytes::payloadHash(next.rules.charterDocument);
    pack.policyDocument = rulebytes::payloadHash(next.rules.policyDocument);
    next.changePolicy();
    DocumentFile file;
    file.document = *CoseSign::decode(next.rules.policyDocument);
    const DeliveryResult applied = applyOn(*m_world, pack, file.document);
    QVERIFY(applied.applied);
    file.receipts = {applied.receipt};
    QFile out(desk.path("p.pwpol"));
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0);
    out.close();
    QVERIFY(trust.take(next.rules, next.word(), {}, Compared::Yes).ok());
    QCOMPARE(trust.policy().version, before.version + 1);
    for (int start = 0; start < 2; ++start) {
        SignoffDocument document(desk.workspace());
        QVERIFY(document.open(out.fileName()).ok());
        const SignoffJudgement &judgement = document.judgement();
        QCOMPARE(judgement.state, SignoffState::Applied);
        QCOMPARE(judgement.places().size(), 2);
        QCOMPARE(judgement.placesFilled(), 2);
        const PinnedRules *replaced
            = desk.workspace().trust().snapshot().replacedBy(judgement.content->policy->previous);
        QVERIFY(replaced);
        QVERIFY(replaced->policy == before);
        desk.reopen();
    }
    // A console that never knew the rules before knows whom the pack counted.
    QTemporaryDir folder;
    FixedClock clock(TestWorld::now);
    auto late = std::move(Workspace::open(folder.filePath(QStringLiteral("late")), clock)).value();
    QVERIFY(late->trust().pin(next.rules, {}, Compared::Yes).ok());
    QVERIFY(late->trust().learn(next.rules).ok());
    QVERIFY(late->trust().learn(factsOf(pack)).ok());
    SignoffDocument document(*late);
    QVERIFY(document.open(out.fileName()).ok());
    QCOMPARE(document.state(), SignoffState::Applied);
    QStringList names;
    for (const SignatureFinding &signature : document.judgement().signatures) {
        if (signature.counted)
            names.append(signature.leaf.commonName);
    }
    QCOMPARE(names.size(), 2);
    QCOMPARE(document.judgement().signatures.size(), 3); // and the author
}

QTEST_GUILESS_MAIN(TestSignoffs)
#include "tst_signoffs.moc"
