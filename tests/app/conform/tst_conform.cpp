// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

constexpr int patience = 30'000; // milliseconds
constexpr int longestRun = 800'000;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// A simulated pack on a bus of its own, with a copy of its memory.
class Pack final
{
public:
    bool start(const QString &program, const QStringList &arguments)
    {
        const QString memory = m_folder.filePath(s("SDB-DEMO-0001"));
        const QDir source(s(PACKWARDEN_WORLD "/packs/SDB-DEMO-0001"));
        if (!QDir().mkpath(memory) || source.entryList(QDir::Files).isEmpty())
            return false;
        for (const QString &name : source.entryList(QDir::Files | QDir::Hidden)) {
            if (!QFile::copy(source.filePath(name), memory + u'/' + name))
                return false;
        }
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost))
            return false;
        bus = s("virtualcan:tcp://127.0.0.1:%1/can0").arg(server.serverPort());
        server.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(
            program, QStringList{s("--bus"), bus, s("--packs"), s("1"), s("--state"), m_folder.path()} + arguments);
        QByteArray said;
        while (!said.contains("ready") && m_process.waitForReadyRead(patience))
            said += m_process.readAll();
        return said.contains("ready");
    }
    ~Pack()
    {
        m_process.kill();
        m_process.waitForFinished(patience);
    }

    QString bus;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

struct Run
{
    int code = -1;
    QString said;
};

Run conform(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(s(PACKWARDEN_CONFORM), arguments);
    if (!process.waitForFinished(longestRun) || process.exitStatus() != QProcess::NormalExit)
        return {-1, QString::fromUtf8(process.readAll())};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

/// The verdict of the rule's line; empty if it has none.
QString verdictOf(const QString &said, const QString &rule)
{
    const QRegularExpression line(
        s("^%1\\s+(.*)$").arg(QRegularExpression::escape(rule)), QRegularExpression::MultilineOption);
    return line.match(said).captured(1);
}

/// What is not as it should be, without the long list of what is.
QByteArray troubles(const QString &said)
{
    QStringList lines = said.split(u'\n');
    lines.removeIf([](const QString &line) { return line.endsWith(s(" holds")) || line.isEmpty(); });
    return lines.join(u'\n').toUtf8();
}

} // namespace

/// packwarden-conform against the simulator, both as processes: its options, its report, its exit codes.
class TestConform final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSimulatorConforms();
    void alsoInFdFrames();
    void afterALossOfTheClock_data();
    void afterALossOfTheClock();
    void withoutKeys();
    void expectedDeviations();
    void whereNobodyAnswers();
    void usage_data();
    void usage();
};

/// Some of the rules, which a seed chooses, and all of them with PACKWARDEN_LONG; tst_brokenpacks has all of them, by a
/// time of its own. Only the long run also measures how soon the pack answers, as a machine that has other work to do
/// is late itself.
void TestConform::theSimulatorConforms()
{
    const bool all = !qEnvironmentVariableIsEmpty("PACKWARDEN_LONG");
    QStringList arguments{s("--kit"), s(PACKWARDEN_WORLD)};
    qsizetype fewest = 90;
    if (!all) {
        bool given = false;
        quint32 seed = qEnvironmentVariable("PACKWARDEN_SEED").toUInt(&given);
        seed = given ? seed : QRandomGenerator::global()->generate();
        qInfo("PACKWARDEN_SEED=%u", seed);
        QRandomGenerator random(seed);
        QStringList names = conform({s("--list")}).said.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(names.size() >= 90);
        std::shuffle(names.begin(), names.end(), random);
        fewest = 12;
        for (const QString &line : names.mid(0, fewest))
            arguments << s("--rules") << line.section(u' ', 0, 0);
        arguments << s("--rules") << s("isotp.fd") << s("--rules") << s("documents.lost-clock*") << s("--slack")
                  << s("1000");
    }
    Pack pack;
    QVERIFY(pack.start(s(PACKWARDEN_SIM), {}));
    QTemporaryDir folder;
    const QString junit = folder.filePath(s("report.xml"));
    const Run run = conform(QStringList{s("--bus"), pack.bus, s("--junit"), junit} + arguments);
    QVERIFY2(run.code == 0, troubles(run.said).constData());
    QVERIFY2(run.said.contains(s(" 0 deviate")), troubles(run.said).constData());
    QFile file(junit);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    int cases = 0;
    QStringList left;
    QString name;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        cases += xml.name() == s("testcase");
        if (xml.name() == s("testcase"))
            name = xml.attributes().value(s("name")).toString();
        if (xml.name() == s("skipped"))
            left.append(name);
    }
    QVERIFY(!xml.hasError());
    QVERIFY2(cases >= fewest, troubles(run.said).constData());
    QCOMPARE(left, (QStringList{s("fd"), s("lost-clock"), s("lost-clock-parties")}));
}

void TestConform::afterALossOfTheClock_data()
{
    QTest::addColumn<QString>("rule");
    QTest::newRow("one party") << s("documents.lost-clock");
    QTest::newRow("two parties") << s("documents.lost-clock-parties");
}

/// A pack whose clock had no power; it has it once.
void TestConform::afterALossOfTheClock()
{
    QFETCH(QString, rule);
    Pack pack;
    QVERIFY(pack.start(s(PACKWARDEN_SIM), {s("--fault"), s("clock-loss")}));
    const QStringList arguments{s("--bus"), pack.bus, s("--kit"), s(PACKWARDEN_WORLD), s("--rules"), rule};
    const Run first = conform(arguments);
    QVERIFY2(first.code == 0, troubles(first.said).constData());
    QCOMPARE(verdictOf(first.said, rule), s("holds"));
    const Run again = conform(arguments);
    QCOMPARE(again.code, 0);
    QCOMPARE(verdictOf(again.said, rule), s("not run"));
}

void TestConform::alsoInFdFrames()
{
    Pack pack;
    QVERIFY(pack.start(s(PACKWARDEN_SIM), {}));
    const Run run
        = conform({s("--bus"), pack.bus + s("?fd"), s("--kit"), s(PACKWARDEN_WORLD), s("--rules"), s("isotp.fd"),
            s("--rules"), s("data.*"), s("--rules"), s("auth.exchange"), s("--rules"), s("documents.applied")});
    QVERIFY2(run.code == 0, troubles(run.said).constData());
    QCOMPARE(verdictOf(run.said, s("isotp.fd")), s("holds"));
}

void TestConform::withoutKeys()
{
    Pack pack;
    QVERIFY(pack.start(s(PACKWARDEN_SIM), {}));
    const Run run = conform({s("--bus"), pack.bus, s("--rules"), s("*.form"), s("--rules"), s("documents.applied")});
    QCOMPARE(run.code, 0);
    QCOMPARE(verdictOf(run.said, s("auth.form")), s("holds"));
    QCOMPARE(verdictOf(run.said, s("documents.applied")), s("not run"));
}

void TestConform::expectedDeviations()
{
    Pack pack;
    QVERIFY(pack.start(s(PACKWARDEN_BROKEN_SIM), {s("--break"), s("padding")}));
    QTemporaryDir folder;
    const QString list = folder.filePath(s("expected"));
    const auto write = [&](const QByteArray &text) {
        QFile file(list);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    const auto run = [&] {
        return conform({s("--bus"), pack.bus, s("--rules"), s("isotp.answer-frames"), s("--rules"), s("faults.form"),
            s("--expect"), list});
    };
    QVERIFY(write("# nothing yet\n"));
    QCOMPARE(run().code, 1);
    QVERIFY(write("isotp.answer-frames # zeros, since 1.2\n"));
    const Run borne = run();
    QCOMPARE(borne.code, 0);
    QVERIFY(borne.said.contains(s("zeros, since 1.2")));
    QVERIFY(write("isotp.answer-frames\nfaults.form\n"));
    QCOMPARE(run().code, 1);
}

void TestConform::whereNobodyAnswers()
{
    Pack pack;
    QVERIFY(pack.start(s(PACKWARDEN_SIM), {}));
    QCOMPARE(conform({s("--bus"), pack.bus, s("--node"), s("6F")}).code, 4);
    QCOMPARE(conform({s("--bus"), s("virtualcan:tcp://127.0.0.1:9/can0")}).code, 4);
}

void TestConform::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("an option that there is not") << QStringList{s("--force")};
    QTest::newRow("a node of nobody") << QStringList{s("--node"), s("F1")};
    QTest::newRow("no rule of that name") << QStringList{s("--rules"), s("nothing.*")};
    QTest::newRow("no list of that name") << QStringList{s("--expect"), s("/nowhere/expected")};
    QTest::newRow("no time") << QStringList{s("--slack"), s("soon")};
}

void TestConform::usage()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(conform(arguments).code, 2);
}

QTEST_GUILESS_MAIN(TestConform)
#include "tst_conform.moc"
