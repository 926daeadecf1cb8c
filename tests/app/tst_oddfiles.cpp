// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/recording/canlog.h"
#include "hw/sim/memory/filelayer.h"
#include "hw/sim/memory/packlock.h"
#include "models/audit/auditexport.h"
#include "models/audit/auditstore.h"
#include "models/core/base/filename.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pki/openkey.h"
#include "models/core/pki/pkifile.h"
#include "models/core/pki/signingkey.h"
#include "models/core/pki/tokenlist.h"
#include "models/drafts/charterdraft.h"
#include "models/drafts/requestdraft.h"
#include "models/keys/compromise.h"
#include "models/keys/issuedbook.h"
#include "models/keys/listintake.h"
#include "models/packs/jobbook.h"
#include "models/packs/recordingsmodel.h"
#include "models/permissions/policydraft.h"
#include "models/permissions/policyproposal.h"
#include "models/rights/rightoffice.h"
#include "models/signoffs/documentfolder.h"
#include "models/signoffs/signoffdocument.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditverifier.h"
#include "models/workspace/workspace.h"
#include "tests/models/support/modelworld.h"
#include "tests/support/oddfiles.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/drafts/evidencefield.h"

#include <QLabel>
#include <QtTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// One way in for a file that a person names. Its error is told.
struct Door
{
    const char *name;
    std::function<Result<>(Desk &desk, const QString &path)> read;
};

template <typename T> Result<> only(const Result<T> &result)
{
    return result.ok() ? Result<>::success() : Result<>(result.error());
}

QList<Door> doors()
{
    return {
        {"any",
            [](Desk &, const QString &path) {
                return only(wholefile::read(path, 1 << 20));
            }},
        {"key",
            [](Desk &, const QString &path) {
                return only(openKeyFile(path, s("secret")));
            }},
        {"document",
            [](Desk &desk, const QString &path) {
                return only(importDocument(desk.workspace(), path));
            }},
        {"document again",
            [](Desk &desk, const QString &path) {
                return SignoffDocument(desk.workspace()).open(path);
            }},
        {"right asked",
            [](Desk &desk, const QString &path) {
                return only(RightOffice(desk.workspace()).readRequest(path));
            }},
        {"right answered",
            [](Desk &desk, const QString &path) {
                return only(RightOffice(desk.workspace()).hearAnswer(path));
            }},
        {"policy",
            [](Desk &, const QString &path) {
                return only(readPolicy(path, PolicyDraft()));
            }},
        {"root",
            [](Desk &, const QString &path) {
                return only(pki::readRootFile(path));
            }},
        {"list",
            [](Desk &, const QString &path) {
                return only(pki::readListFile(path));
            }},
        {"certificate",
            [](Desk &, const QString &path) {
                return only(pki::readCertificateFile(path));
            }},
        {"request",
            [](Desk &, const QString &path) {
                return only(pki::readRequestFile(path));
            }},
        {"list taken in",
            [](Desk &desk, const QString &path) {
                return only(listintake::take(desk.workspace(), path));
            }},
        {"audit as text",
            [](Desk &, const QString &path) {
                return only(auditexport::read(path, {}));
            }},
        {"recording",
            [](Desk &, const QString &path) {
                return CanLogReader().open(path);
            }},
        {"memory of a simulated pack",
            [](Desk &, const QString &path) {
                return only(sim::DiskFiles().read(path));
            }},
    };
}

} // namespace

/// Pipes, sockets, devices, folders and gigantic files, where each reader expects a file: refused at once, with the
/// reason. Before they were, most of these rows did not end.
class TestOddFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_pack = m_world.pack(); }
    void isRefused_data();
    void isRefused();
    void isPassedOverInAStore_data() { kinds(); }
    void isPassedOverInAStore();
    void isNoModuleOfTokens_data() { kinds(); }
    void isNoModuleOfTokens();
    void isNoEvidence_data() { kinds(); }
    void isNoEvidence();
    void isNotWrittenOver_data() { kinds(); }
    void isNotWrittenOver();
    void aFileIsRead();
    void aFileOfUnknownSizeIsBounded();
    void aNameWithANulIsNone();
    void namesOfFiles_data();
    void namesOfFiles();

private:
    static void kinds()
    {
        QTest::addColumn<QString>("kind");
        for (const OddFiles::Kind &kind : OddFiles::kinds())
            QTest::newRow(kind.name) << s(kind.name);
    }

    CryptoRuntime m_crypto;
    TestWorld m_world;
    PackState m_pack;
};

void TestOddFiles::isRefused_data()
{
    QTest::addColumn<Door>("door");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("why");
    for (const Door &door : doors()) {
        for (const OddFiles::Kind &kind : OddFiles::kinds())
            QTest::addRow("%s: %s", door.name, kind.name) << door << s(kind.name) << kind.code << s(kind.why);
    }
}

void TestOddFiles::isRefused()
{
    QFETCH(Door, door);
    QFETCH(QString, kind);
    QFETCH(Code, code);
    QFETCH(QString, why);
    Desk desk(m_world, m_pack);
    const QString path = desk.path("odd");
    QVERIFY(OddFiles::put(kind, path));
    const auto read = door.read(desk, path);
    QVERIFY(!read.ok());
    QCOMPARE(read.code(), code);
    QVERIFY2(
        read.error().detail.startsWith(path) && read.error().detail.endsWith(why), qPrintable(read.error().detail));
}

void TestOddFiles::isPassedOverInAStore()
{
    QFETCH(QString, kind);
    Desk desk(m_world, m_pack);
    const QString store = desk.workspace().folder();
    QVERIFY(desk.signIn(s("leasing.asset-manager")));
    for (const char *name : {"requests/odd.pwreq", "requests/odd.pwask", "trust/odd.pack", "issued/odd.pem",
             "jobs/SDB-TEST-0001.job", "jobs/SDB-TEST-0001.lock", "recordings/odd.log"}) {
        const QString path = store + u'/' + s(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QVERIFY(OddFiles::put(kind, path));
    }
    SignoffsModel model(desk.workspace());
    model.refresh();
    (void)desk.workspace().pathOf(DocumentFile{});
    (void)desk.workspace().auditProof()();
    (void)pendingSignedBy(desk.workspace(), {}, TestWorld::now);
    (void)knownCertificates(desk.workspace());
    const RecordingsModel recordings(store + s("/recordings"));
    QVERIFY(!JobBook(store).find(PackSerial::fromTrusted(s("SDB-TEST-0001"))).ok());
    (void)sim::PackLock::take(store + s("/jobs"));
    // A store with such things in the places of its own files opens, or says what is wrong.
    for (const char *name : {"trust/lists.cbor", "trust/former.cbor", "trust/pinned.cbor"}) {
        const QString path = store + u'/' + s(name);
        QFile::remove(path);
        QVERIFY(OddFiles::put(kind, path));
    }
    desk.reopen();
    QVERIFY(kind == s("missing") || desk.workspace().trust().isEmpty());
    const QString audit = desk.path("audit-of-another.db");
    QVERIFY(OddFiles::put(kind, audit));
    QVERIFY(verifyAudit(audit).problem.has_value());
    if (kind != s("missing"))
        QVERIFY(!AuditStore::open(audit, desk.clock()).ok());
}

void TestOddFiles::isNoModuleOfTokens()
{
    QFETCH(QString, kind);
    QTemporaryDir folder;
    const QString path = folder.filePath(s("module.so"));
    QVERIFY(OddFiles::put(kind, path));
    QVERIFY(!pki::listTokens(path).ok());
    QVERIFY(!openKey(s("pkcs11:token=any?module-path=") + path, s("1234")).ok());
}

void TestOddFiles::isNoEvidence()
{
    QFETCH(QString, kind);
    QTemporaryDir folder;
    const QString path = folder.filePath(s("report.pdf"));
    QVERIFY(OddFiles::put(kind, path));
    Desk desk(m_world, m_pack);
    RequestDraft draft(desk.workspace().trust(), desk.clock());
    test::StubFileChooser files;
    EvidenceField field(draft, files);
    field.add(path);
    QVERIFY(draft.evidence().isEmpty());
}

void TestOddFiles::isNotWrittenOver()
{
    QFETCH(QString, kind);
    if (kind == s("missing") || kind == s("gigantic"))
        return;
    QTemporaryDir folder;
    const QString path = folder.filePath(s("result"));
    QVERIFY(OddFiles::put(kind, path));
    const auto written = wholefile::write(path, "x");
    QCOMPARE(written.code(), Code::FileUnwritable);
    QVERIFY(!QFileInfo(path).isFile());
}

void TestOddFiles::aFileIsRead()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(s("result"));
    const QByteArray bytes(100'000, 'x');
    QVERIFY(wholefile::write(path, bytes, wholefile::Readers::OwnerOnly).ok());
    QCOMPARE(wholefile::read(path, bytes.size()).value(), bytes);
    QCOMPARE(wholefile::read(path, bytes.size() - 1).code(), Code::TooLarge);
    QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(QFile::link(path, folder.filePath(s("link"))));
    QCOMPARE(wholefile::read(folder.filePath(s("link")), bytes.size()).value(), bytes);
    // Of the kernel, of no size.
    QVERIFY(wholefile::read(s("/proc/self/status"), 1 << 20)->contains("Threads:"));
}

/// Like one that grows after it was opened.
void TestOddFiles::aFileOfUnknownSizeIsBounded()
{
    QCOMPARE(wholefile::read(s("/proc/self/status"), 10).code(), Code::TooLarge);
}

void TestOddFiles::aNameWithANulIsNone()
{
    const QString path = s("/proc/self/status") + QChar() + s(".pwreq");
    QCOMPARE(wholefile::read(path, 1 << 20).code(), Code::FileUnreadable);
    QCOMPARE(wholefile::write(path, "x").code(), Code::FileUnwritable);
}

void TestOddFiles::namesOfFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("made"); // the same: it is a name
    const auto row = [](const char *what, const QString &name, const QString &made) {
        QTest::newRow(what) << name << made;
    };
    row("a recording", s("20260712-101500-job-SDB-DEMO-0001"), s("20260712-101500-job-SDB-DEMO-0001"));
    row("letters of other languages", s("Prüfstand 电池"), s("Prüfstand 电池"));
    row("two dots inside", s("a..b"), s("a..b"));
    row("nothing", QString(), s("fallback"));
    row("here", s("."), s("fallback"));
    row("one level up", s(".."), s("fallback"));
    row("hidden", s(".bashrc"), s("bashrc"));
    row("three dots", s("..."), s("fallback"));
    row("a path", s("../../etc/passwd"), s("_.._etc_passwd"));
    row("an absolute path", s("/etc/passwd"), s("_etc_passwd"));
    row("a path of Windows", s("..\\x"), s("_x"));
    row("a stream of Windows", s("a:b"), s("a_b"));
    row("an option", s("-rf"), s("rf"));
    row("two dashes", s("--store"), s("store"));
    row("NUL", s("a") + QChar() + s("b"), s("a_x00b"));
    row("a line end", s("a\nb"), s("a_nb"));
    row("direction of writing", s("gol.\u202efdp"), s("gol._u{202e}fdp"));
    row("spaces around", s(" a "), s("a"));
    row("only spaces", s("  "), s("fallback"));
    row("a device", s("CON"), s("fallback"));
    row("a device with an ending", s("nul.txt"), s("fallback"));
    row("no device", s("console"), s("console"));
    row("long", QString(200, u'a'), QString(200, u'a'));
    row("too long", QString(5000, u'a'), QString(200, u'a'));
    row("too long in bytes", QString(101, QChar(0xe4)), QString(100, QChar(0xe4)));
    row("no half of a pair is left", QString(199, u'a') + s("🔋"), QString(199, u'a'));
}

void TestOddFiles::namesOfFiles()
{
    QFETCH(QString, name);
    QFETCH(QString, made);
    QCOMPARE(isFileName(name), name == made);
    const QString safe = toFileName(name, s("fallback"));
    QCOMPARE(safe, made);
    QVERIFY(isFileName(safe));
    QTemporaryDir folder;
    QVERIFY(wholefile::write(folder.filePath(safe), "x").ok());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{safe});
}

QTEST_MAIN(TestOddFiles)
#include "tst_oddfiles.moc"
