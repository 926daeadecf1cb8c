// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/documentfile.h"
#include "models/core/pki/signingkey.h"
#include "models/trust/fleetbook.h"
#include "models/trust/fleetdb.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

struct Said
{
    int exitCode = -1; ///< 128 + signal as a shell counts
    QByteArray out;
    QByteArray err;
    QJsonObject last() const { return QJsonDocument::fromJson(out.trimmed().split('\n').constLast()).object(); }
};

QStringList words(const char *line)
{
    return QProcess::splitCommand(QString::fromUtf8(line));
}

} // namespace

/// packwardenctl as a program among others, without a bus: pipes, full disks, files that are there.
class TestCtlProgram final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anExportIsToldOfBesideTheAuditHere();
    void aSavedViewIsListed();
    void exitCodes_data();
    void exitCodes();
    void fullDiskIsTold_data();
    void fullDiskIsTold();
    void readerThatHasEnough();
    void rawBytesAreRefused();
    void documentFromStandardInput();
    void recordingFromStandardInput();
    void responsePendingIsNoRefusal();
    void noFileIsWrittenOver();
    void fileToStandardOutput();
    void partnersJoinByAFile();

private:
    Said run(const QStringList &arguments, const QByteArray &input = {}, const QString &outTo = {}) const;
    Said shell(const QByteArray &script) const;
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    bool write(const char *name, const QByteArray &bytes) const;
    QByteArray read(const char *name) const;

    const CryptoRuntime m_crypto;
    QTemporaryDir m_folder;
};

Said TestCtlProgram::run(const QStringList &arguments, const QByteArray &input, const QString &outTo) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    if (!outTo.isEmpty())
        process.setStandardOutputFile(outTo);
    const QString storeOption = QStringLiteral("--store");
    process.start(QStringLiteral(PACKWARDEN_CTL),
        arguments.contains(storeOption) ? arguments : arguments + QStringList{storeOption, path("store")});
    process.write(input);
    process.closeWriteChannel();
    Said said;
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return said;
    said.exitCode = process.exitCode();
    said.out = outTo.isEmpty() ? process.readAllStandardOutput() : QByteArray();
    said.err = process.readAllStandardError();
    return said;
}

Said TestCtlProgram::shell(const QByteArray &script) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QString::fromLatin1(script), QStringLiteral("sh"), QStringLiteral(PACKWARDEN_CTL)});
    Said said;
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit)
        said = {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    return said;
}

bool TestCtlProgram::write(const char *name, const QByteArray &bytes) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray TestCtlProgram::read(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCtlProgram::initTestCase()
{
    QVERIFY(write("secret", "one two three\n"));
    QByteArray log;
    for (int i = 0; i < 50'000; ++i)
        log += "(" + QByteArray::number(1'700'000'000 + i) + ".000000) can0 18DA10F1#0322F18C55555555\n";
    QVERIFY(write("long.log", log));
}

void TestCtlProgram::anExportIsToldOfBesideTheAuditHere()
{
    QCOMPARE(run(words("audit list")).exitCode, 0); // there is an audit now
    QCOMPARE(run(words("audit export -o whole.jsonl")).exitCode, 0);
    const Said said = run(words("audit verify whole.jsonl"));
    QVERIFY2(said.exitCode == 0, said.err);
    QVERIFY2(said.out.contains("whole.jsonl: ") && said.out.contains("the audit here: "), said.out);
    const Said json = run(words("audit verify whole.jsonl --json"));
    QCOMPARE(json.last().value(QLatin1String("exports")).toArray().size(), 1);
    // The twin: an export that was changed is no export, whatever the audit here is.
    QVERIFY(write("whole.jsonl", read("whole.jsonl").replace("\"outcome\":\"done\"", "\"outcome\":\"none\"")));
    const Said changed = run(words("audit verify whole.jsonl"));
    QCOMPARE(changed.exitCode, 1);
    QVERIFY2(changed.err.contains("whole.jsonl"), changed.err);
}

/// What was saved on a page of the window: its search, its columns and its order.
void TestCtlProgram::aSavedViewIsListed()
{
    const QString store = path("viewed");
    const auto list = [&](const char *line) {
        const Said said = run(words(line) + QStringList{QStringLiteral("--store"), store});
        return said.exitCode == 0 ? said.out : QByteArray::number(said.exitCode);
    };
    QCOMPARE(list("fleet list --view mine --csv"), QByteArray("1")); // there is none yet
    {
        TestWorld world;
        const PackState pack = world.pack();
        const auto fleet = FleetDb::open(store + QStringLiteral("/fleet.db"));
        QVERIFY(fleet.ok());
        for (int i = 1; i <= 3; ++i) {
            KnownPack known;
            known.facts = factsOf(pack);
            known.facts.serial = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-000%1").arg(i));
            known.rules.serial = known.facts.serial;
            known.facts.policy.version = i;
            known.readAt = 1000;
            QVERIFY((*fleet)->keep({known}).ok());
        }
        const PackView view{QStringLiteral("Mine"), QStringLiteral("policy>=2"),
            {QStringLiteral("policy"), QStringLiteral("serial"), QStringLiteral("age")}, QStringLiteral("policy"),
            true};
        QVERIFY(FleetBook(store).keep(view).ok());
    }
    QCOMPARE(
        list("fleet list --view mine --csv"), QByteArray("serial,policy\r\nSDB-TEST-0003,3\r\nSDB-TEST-0002,2\r\n"));
    QCOMPARE(list("fleet list --view MINE --where policy<3 --csv"), QByteArray("serial,policy\r\nSDB-TEST-0002,2\r\n"));
    QVERIFY(list("fleet list").contains("3 of 3 packs")); // the twin: without it, all
}

void TestCtlProgram::exitCodes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("code");
    const auto row = [](const char *line, int code) {
        QTest::newRow(*line ? line : "nothing") << QString::fromUtf8(line) << code;
    };
    row("--help", 0);
    row("pack --help", 0);
    row("request new --help", 0);
    row("audit list", 0);
    row("audit list --outcome refused --action pack.act --person ann --pack SDB-1 --since 2026-01-01 --until "
        "2027-01-01",
        0);
    row("keys list", 0);
    row("fleet list --where \"owner:leasing days>3\"", 0);
    row("fleet groups", 0);
    row("fleet group Berlin SDB-TEST-0001 --rule \"soc<20\"", 0);
    row("fleet group Berlin", 0);
    row("fleet list --group berlin --csv", 0);
    row("fleet rollouts", 0);
    row("fleet list --where \"colour:red\"", 1);
    row("fleet list --group nowhere", 1);
    row("fleet list --view nowhere", 1);
    row("fleet group Berlin --rule \"group:Berlin\"", 1);
    row("fleet group Berlin lower-case", 1);
    row("fleet group nowhere", 1);
    row("fleet rollouts 7", 1);
    row("fleet ungroup nowhere", 1);
    row("fleet group Berlin --remove", 2);
    row("fleet group", 2);
    row("as-of 2026-01-01 keys", 3);
    row("as-of 2026-01-01 matrix SDB-TEST-0001", 3);
    row("as-of matrix 2026-01-01 SDB-TEST-0001", 3);
    row("as-of 2026-01-01 timeline SDB-TEST-0001", 0);
    row("as-of 2999-01-01 keys", 1);
    row("as-of yesterday keys", 1);
    row("as-of 2026-01-01 values lower-case", 1);
    row("as-of 2026-01-01", 2);
    row("as-of 2026-01-01 colours", 2);
    row("as-of 2026-01-01 matrix", 2);
    row("keys push-crl --bus nothing:can0", 1);
    row("record replay long.log", 0);
    row("audit list --since yesterday", 1);
    row("audit list --pack SDB-1 --pack SDB-2", 1);
    row("audit prove 1 -o proof.json", 1);
    row("audit prove 9 -o proof.json", 1);
    row("audit prove one -o proof.json", 1);
    row("audit verify secret", 1);
    row("pack verify secret", 1);
    row("pack verify", 2);
    row("policy show", 1);
    row("policy check", 1);
    row("record replay nowhere.log", 1);
    row("request show secret", 1);
    row("", 2);
    row("pack", 2);
    row("pack list", 2);
    row("pack list --nothing", 2);
    row("audit list --bus a:b", 2);
    row("audit prove 1", 2);
    row("request sign long.log", 2);
    row("pack list --bus nothing:can0", 4);
}

void TestCtlProgram::exitCodes()
{
    QFETCH(QString, line);
    QFETCH(int, code);
    const QStringList arguments = QProcess::splitCommand(line);
    const Said plain = run(arguments);
    QVERIFY2(plain.exitCode == code, plain.err);
    QCOMPARE(plain.err.isEmpty(), code == 0);
    if (line.contains(QLatin1String("--help")))
        return;
    // The same with --json: one line says how it ended, and the error stream is for warnings.
    const Said json = run(arguments + QStringList{QStringLiteral("--json")});
    QCOMPARE(json.exitCode, code);
    QCOMPARE(json.last().value(QLatin1String("ok")).toBool(), code == 0);
    QCOMPARE(json.last().contains(QLatin1String("reason")), code != 0);
    QVERIFY2(json.err.isEmpty(), json.err);
}

void TestCtlProgram::fullDiskIsTold_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"--help", "--version", "audit list", "record replay long.log", "--json audit list",
             "keys request --key key.p12 --passphrase-file secret --person a --role b --name A -o -"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TestCtlProgram::fullDiskIsTold()
{
    QFETCH(QString, line);
    if (line.contains(QLatin1String("key.p12")) && !QFile::exists(path("key.p12")))
        QCOMPARE(run(words("keys new -o key.p12 --passphrase-file secret")).exitCode, 0);
    const Said said = run(QProcess::splitCommand(line), {}, QStringLiteral("/dev/full"));
    QCOMPARE(said.exitCode, 1);
    QVERIFY2(said.err.contains("No space left on device"), said.err);
}

void TestCtlProgram::readerThatHasEnough()
{
    const Said said = shell("{ \"$1\" record replay long.log; echo $? > status; } | head -n 1");
    QCOMPARE(said.exitCode, 0);
    QVERIFY(said.out.contains("ReadDataByIdentifier"));
    QCOMPARE(said.out.count('\n'), 1);
    QVERIFY2(said.err.isEmpty(), said.err);
    QCOMPARE(read("status"), QByteArray("141\n")); // SIGPIPE
}

void TestCtlProgram::rawBytesAreRefused()
{
    const Said folder = shell("\"$1\" --store \"$(printf 'dat\\377a')\" audit list");
    QCOMPARE(folder.exitCode, 2);
    QVERIFY2(folder.err.contains("argument 2 is not UTF-8"), folder.err);
    QVERIFY(QDir(m_folder.path())
                .entryList({QStringLiteral("dat*a")}, QDir::Dirs)
                .filter(QStringLiteral("\uFFFD"))
                .isEmpty());
    const Said json = shell("\"$1\" request reject f --json --reason \"$(printf 'bad\\377reason')\"");
    QCOMPARE(json.exitCode, 2);
    QCOMPARE(json.last().value(QLatin1String("reason")).toString(), QStringLiteral("malformed"));
}

void TestCtlProgram::documentFromStandardInput()
{
    TestWorld world;
    const PackState pack = world.pack();
    ChangeRequest request = world.request(pack, QStringLiteral("soc.max"), 95000);
    request.head.created = QDateTime::currentSecsSinceEpoch();
    request.head.expires = request.head.created + TestWorld::day;
    DocumentFile file;
    file.document = world.sign(request, QStringLiteral("courier.fleet-manager"), {});
    QVERIFY(write("change.pwreq", file.encode()));
    const Said byName = run(words("request show change.pwreq"));
    const Said piped = run(words("request show -"), file.encode());
    QVERIFY2(piped.exitCode == 0, piped.err);
    // The same but for what to do with the file.
    QCOMPARE(piped.out + "next: the others sign it, each with packwardenctl request sign change.pwreq\n", byName.out);
    QCOMPARE(
        run(words("request verify -"), file.encode()).exitCode, run(words("request verify change.pwreq")).exitCode);
    QCOMPARE(run(words("request show -"), "no document").exitCode, 1);
    QCOMPARE(run(words("request show -")).exitCode, 1);
    QVERIFY(!QFile::exists(path("-")));
}

void TestCtlProgram::recordingFromStandardInput()
{
    const QByteArray log = read("long.log").left(200'000);
    QVERIFY(write("part.log", log));
    QCOMPARE(run(words("record replay -"), log).out, run(words("record replay part.log")).out);
    const Said nothing = run(words("record replay -"));
    QCOMPARE(nothing.exitCode, 1);
    QVERIFY2(nothing.err.contains("standard input"), nothing.err);
}

void TestCtlProgram::responsePendingIsNoRefusal()
{
    QVERIFY(write("pending.log",
        "(1700000000.000000) can0 18DA10F1#0322F18C55555555\n"
        "(1700000000.010000) can0 18DAF110#037F2278AAAAAAAA\n"
        "(1700000000.020000) can0 18DAF110#037F2231AAAAAAAA\n"));
    const Said said = run(words("record replay pending.log"));
    QCOMPARE(said.exitCode, 0);
    QVERIFY2(said.out.contains("ReadDataByIdentifier pending  7F 22 78"), said.out);
    QVERIFY2(said.out.contains("ReadDataByIdentifier refused: requestOutOfRange"), said.out);
    const QList<QByteArray> lines = run(words("--json record replay pending.log")).out.split('\n');
    QVERIFY(!lines.at(1).contains("refused") && lines.at(1).contains("\"pending\":true"));
    QVERIFY(lines.at(2).contains("\"refused\":\"requestOutOfRange\"") && !lines.at(2).contains("pending"));
}

/// What a person keeps is written over only where told, and a list only by one of the same issuer.
void TestCtlProgram::noFileIsWrittenOver()
{
    QVERIFY(QFile::exists(path("key.p12")) || run(words("keys new -o key.p12 --passphrase-file secret")).exitCode == 0);
    QVERIFY(write("mine.csr", "mine"));
    const char *request
        = "keys request --key key.p12 --passphrase-file secret --person a --role b --name A -o mine.csr";
    const Said refused = run(words(request));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains("mine.csr exists; --force"), refused.err);
    QCOMPARE(read("mine.csr"), QByteArray("mine"));
    QCOMPARE(run(words(request) + QStringList{QStringLiteral("--force")}).exitCode, 0);
    const QByteArray asked = read("mine.csr");
    QVERIFY(asked.startsWith("-----BEGIN"));
    // A request can be had again; a file that is more than one, or damaged, may be dear.
    QCOMPARE(run(words(request) + QStringList{QStringLiteral("--organisation"), QStringLiteral("B")}).exitCode, 0);
    QVERIFY(read("mine.csr") != asked);
    QVERIFY(write("mine.csr", asked.chopped(60)));
    QCOMPARE(run(words(request)).exitCode, 1);
    QVERIFY(write("mine.csr", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
    QCOMPARE(run(words(request)).exitCode, 1);

    QCOMPARE(run(words("keys new --root --name R -o root.p12 --passphrase-file secret")).exitCode, 0);
    const char *list = "keys crl --unpinned --key root.p12 --passphrase-file secret -o";
    const auto crl = [&](const char *name, const char *more = "") {
        return run(words(list) + QStringList{QLatin1String(name)} + words(more));
    };
    QVERIFY(write("other", "mine"));
    const Said notes = crl("other", "--number 1");
    QCOMPARE(notes.exitCode, 1);
    QCOMPARE(read("other"), QByteArray("mine"));
    QCOMPARE(crl("root.crl", "--number 1").exitCode, 0);
    const QByteArray first = read("root.crl");
    QCOMPARE(crl("root.crl", "--previous root.crl").exitCode, 0);
    QVERIFY(read("root.crl") != first);
}

void TestCtlProgram::fileToStandardOutput()
{
    QVERIFY(QFile::exists(path("key.p12")) || run(words("keys new -o key.p12 --passphrase-file secret")).exitCode == 0);
    const Said said
        = run(words("keys request --key key.p12 --passphrase-file secret --person a --role b --name A -o -"));
    QCOMPARE(said.exitCode, 0);
    QVERIFY2(said.out.startsWith("-----BEGIN") && said.out.trimmed().endsWith("REQUEST-----"), said.out);
    QVERIFY2(said.err.contains("standard output"), said.err);
    QVERIFY(!QFile::exists(path("-")));
    QCOMPARE(
        run(words("keys request --json --key key.p12 --passphrase-file secret --name A --authority -o -")).exitCode, 2);
}

/// From one store to another by one file, and out again. What was not compared is not pinned, and what is not named is
/// not forgotten.
void TestCtlProgram::partnersJoinByAFile()
{
    TestWorld world;
    Desk desk(world, world.pack());
    const QString fingerprint = QStringLiteral("--fingerprint");
    const QString file = path("partners.pwinv");
    const auto trust = [&](const QStringList &rest, const QString &store = {}) {
        const QStringList there = store.isEmpty() ? QStringList() : QStringList{QStringLiteral("--store"), store};
        return run(QStringList{QStringLiteral("trust")} + rest + QStringList{QStringLiteral("--json")} + there);
    };
    // Nobody is invited by who trusts nobody.
    const QStringList invite{QStringLiteral("invite"), QStringLiteral("-o"), file};
    QCOMPARE(trust(invite).exitCode, 1);
    QVERIFY(!QFile::exists(file));
    const Said invited = trust(invite, desk.workspace().folder());
    QVERIFY2(invited.exitCode == 0, invited.out + invited.err);
    const QString print = invited.last().value(QStringLiteral("fingerprint")).toString();
    QVERIFY(!print.isEmpty());

    const QStringList join{QStringLiteral("join"), file};
    QCOMPARE(trust(join).last().value(QStringLiteral("reason")).toString(), QStringLiteral("fingerprint-needed"));
    QCOMPARE(trust(join + QStringList{fingerprint, QString(print).replace(0, 4, QStringLiteral("0000"))}).exitCode, 1);
    QVERIFY(!trust({QStringLiteral("show")}).last().value(QStringLiteral("pinned")).toBool(true));
    const Said joined = trust(join + QStringList{fingerprint, print.toUpper().remove(u' ')});
    QVERIFY2(joined.exitCode == 0, joined.out + joined.err);
    const QJsonObject shown = trust({QStringLiteral("show")}).last();
    QVERIFY(shown.value(QStringLiteral("pinned")).toBool());
    const PinnedRules &pinned = desk.workspace().trust().pinned();
    QCOMPARE(shown.value(QStringLiteral("charter")).toString(), pinned.charterFingerprint());
    QCOMPARE(shown.value(QStringLiteral("packs")).toInt(), 1);
    // People compare one number where charter and policy are one document, and two where they are two.
    const Said told = run({QStringLiteral("trust"), QStringLiteral("show")});
    QCOMPARE(told.out.count(pinned.charterFingerprint().toUtf8()), 1);
    QCOMPARE(told.out.count(pinned.policyFingerprint().toUtf8()), 1);
    QCOMPARE(told.out.contains("charter version 1 with policy version 1"), pinned.isOneDocument());

    const QStringList forget{QStringLiteral("forget")};
    QCOMPARE(trust(forget).exitCode, 1);
    QCOMPARE(trust(forget + QStringList{fingerprint, print}).exitCode, 1);
    QVERIFY(trust({QStringLiteral("show")}).last().value(QStringLiteral("pinned")).toBool());
    QCOMPARE(trust(forget + QStringList{fingerprint, pinned.charterFingerprint()}).exitCode, 0);
    QVERIFY(!trust({QStringLiteral("show")}).last().value(QStringLiteral("pinned")).toBool(true));
    QCOMPARE(trust(forget + QStringList{fingerprint, pinned.charterFingerprint()}).exitCode, 1);
}

QTEST_GUILESS_MAIN(TestCtlProgram)
#include "tst_ctlprogram.moc"
