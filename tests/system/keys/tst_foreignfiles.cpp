// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rules/rulesjson.h"
#include "tests/support/testworld.h"
#include "tests/system/keys/keydesk.h"

#include <QJsonDocument>
#include <QProcess>
#include <QStringConverter>
#include <QTest>

using namespace packwarden;
using test::KeyDesk;
using test::Said;
using test::TestWorld;

namespace {

/// A pack's status, and a question and an answer beside it.
const QByteArray recording = "(1764489600.000000) can0 18FF0010#384A70FE7C155300\n"
                             "(1764489600.020000) can0 18DA10F1#0322F18CCCCCCCCC\n"
                             "(1764489600.021000) can0 18DAF110#101062F18C534442\n"
                             "(1764489600.021500) can0 18DA10F1#300000CCCCCCCCCC\n"
                             "(1764489600.022000) can0 18DAF110#212D44454D4F2D30\n"
                             "(1764489600.022500) can0 18DAF110#22303031CCCCCCCC\n"
                             "(1764489602.000000) can0 18FF0010#394A70FE7C155301\n";

QList<QJsonObject> linesOf(const Said &said)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : said.all.trimmed().split('\n'))
        lines.append(QJsonDocument::fromJson(line).object());
    return lines;
}

} // namespace

/// What other programs wrote, by packwardenctl as a process: recordings and rules.
class TestForeignFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatNeverCameIsNull();
    void interfacesAreKeptApart();
    void logsOfOthersAreNamed_data();
    void logsOfOthersAreNamed();
    void rulesAreReadOrNamed_data();
    void rulesAreReadOrNamed();
    void anyCharacterIsPrinted();

private:
    QByteArray rules(const QString &title) const;
    QByteArray text(const QStringList &arguments) const;

    CryptoRuntime m_crypto;
    TestWorld m_world;
    Policy m_policy;
    KeyDesk m_desk;
};

void TestForeignFiles::initTestCase()
{
    m_policy = m_world.pack().policy;
}

QByteArray TestForeignFiles::rules(const QString &title) const
{
    Policy policy = m_policy;
    policy.roles[0].title = title;
    return QJsonDocument(rulesjson::toJson(policy)).toJson();
}

/// As people see it, not as JSON.
QByteArray TestForeignFiles::text(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_desk.path({}));
    process.start(QStringLiteral(PACKWARDEN_CTL),
        QStringList{QStringLiteral("--store"), m_desk.store(QStringLiteral("text"))} + arguments);
    return process.waitForFinished(60'000) ? process.readAllStandardOutput() : QByteArray();
}

void TestForeignFiles::whatNeverCameIsNull()
{
    QVERIFY(m_desk.write(QStringLiteral("bus.log"), recording));
    const QStringList replay{QStringLiteral("record"), QStringLiteral("replay"), QStringLiteral("bus.log")};
    const Said said = m_desk.ctl(QStringLiteral("a"), replay, QStringLiteral("x"));
    QCOMPARE(said.exitCode, 0);
    int packs = 0;
    for (const QJsonObject &line : linesOf(said)) {
        if (!line.contains(QLatin1String("soc")))
            continue;
        ++packs;
        for (const char *key :
            {"minCell", "minCellVoltage", "maxCell", "maxCellVoltage", "faults", "policyVersion", "refusedRequests"})
            QVERIFY2(line.value(QLatin1String(key)).isNull(), key);
        for (const char *key : {"soc", "voltage", "current"})
            QVERIFY2(line.value(QLatin1String(key)).isString(), key);
        QCOMPARE(line.value(QLatin1String("serial")).toString(), QStringLiteral("SDB-DEMO-0001"));
    }
    QVERIFY(packs > 0);
    const QByteArray shown = text(replay);
    QVERIFY2(shown.simplified().contains("cells - .. - V faults - lock -"), shown.constData());
    // Answers without a status: of the pack nothing but its serial was told.
    QVERIFY(
        m_desk.write(QStringLiteral("bus.log"), recording + "(1764489603.000000) can0 18FF0110#0000000000000000\n"));
    QVERIFY(!text(replay).contains("nan"));
}

void TestForeignFiles::interfacesAreKeptApart()
{
    const QByteArray other = "(1764489600.500000) can1 18FF0010#C44B70FE7C155300\n";
    const qsizetype last = recording.lastIndexOf('(');
    QVERIFY(m_desk.write(QStringLiteral("two.log"), recording.left(last) + other + recording.mid(last)));
    const Said said = m_desk.ctl(QStringLiteral("a"),
        {QStringLiteral("record"), QStringLiteral("replay"), QStringLiteral("two.log")}, QStringLiteral("x"));
    QCOMPARE(said.exitCode, 0);
    QCOMPARE(said.list("interfaces"), QJsonArray({QStringLiteral("can0"), QStringLiteral("can1")}));
    // In place of a bus the first is played, and that there are others is told beside what comes of it.
    const Said played = m_desk.ctl(QStringLiteral("a"),
        {QStringLiteral("--bus"), QStringLiteral("replay:") + m_desk.path(QStringLiteral("two.log")),
            QStringLiteral("pack"), QStringLiteral("list")},
        QStringLiteral("x"));
    QVERIFY2(played.errors.contains("interfaces: can0 can1"), played.errors.constData());
    QMap<QString, QSet<QString>> voltages;
    for (const QJsonObject &line : linesOf(said)) {
        if (line.contains(QLatin1String("soc")))
            voltages[line.value(QLatin1String("interface")).toString()].insert(
                line.value(QLatin1String("voltage")).toString());
    }
    QCOMPARE(voltages.keys(), (QStringList{QStringLiteral("can0"), QStringLiteral("can1")}));
    QVERIFY2(!voltages.value(QStringLiteral("can0")).intersects(voltages.value(QStringLiteral("can1"))),
        "one became the other");
}

void TestForeignFiles::logsOfOthersAreNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail"); // empty: frames are read
    QTest::newRow("candump -L") << recording << QString();
    QTest::newRow("a trace") << QByteArray(";$FILEVERSION=1.1\r\n")
                             << QStringLiteral("a trace of PCAN-View (TRC); convert it with ");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("an empty file");
}

void TestForeignFiles::logsOfOthersAreNamed()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, detail);
    QVERIFY(m_desk.write(QStringLiteral("any.bin"), bytes));
    const Said replayed = m_desk.ctl(QStringLiteral("a"),
        {QStringLiteral("record"), QStringLiteral("replay"), QStringLiteral("any.bin")}, QStringLiteral("x"));
    QCOMPARE(replayed.exitCode == 0, detail.isEmpty());
    QVERIFY2(replayed.text("detail").contains(detail), replayed.all.constData());
    if (detail.isEmpty())
        return;
    // In place of a bus it never says that it has ended.
    const Said played = m_desk.ctl(QStringLiteral("a"),
        {QStringLiteral("--bus"), QStringLiteral("replay:") + m_desk.path(QStringLiteral("any.bin")),
            QStringLiteral("pack"), QStringLiteral("list")},
        QStringLiteral("x"));
    QVERIFY(played.exitCode != 0);
    QVERIFY2(played.text("detail").contains(detail), played.all.constData());
    QVERIFY(!played.all.contains("has ended"));
}

void TestForeignFiles::rulesAreReadOrNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail"); // empty: read
    const QByteArray good = rules(QStringLiteral("Boss"));
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    QTest::newRow("as it was") << good << QString();
    QTest::newRow("a byte order mark") << "\xEF\xBB\xBF" + good << QString();
    QTest::newRow("UTF-16") << QByteArray(encoder.encode(QString::fromUtf8(good)))
                            << QStringLiteral("UTF-16, not UTF-8");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("empty file");
    QTest::newRow("an array") << '[' + good + ']' << QStringLiteral("line 1: an array");
    QTest::newRow("a comment") << "// x\n" + good << QStringLiteral("line 1: a comment");
    QTest::newRow("a key twice") << QByteArray(good).replace("\"seats\"", "\"steps\": {}, \"seats\"")
                                 << QStringLiteral("the key \"steps\" stands twice");
}

void TestForeignFiles::rulesAreReadOrNamed()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, detail);
    QVERIFY(m_desk.write(QStringLiteral("rules.json"), bytes));
    QVERIFY(m_desk.write(QStringLiteral("same.json"), rules(QStringLiteral("Boss"))));
    const Said said = m_desk.ctl(QStringLiteral("a"),
        {QStringLiteral("policy"), QStringLiteral("diff"), QStringLiteral("same.json"), QStringLiteral("rules.json")},
        QStringLiteral("x"));
    QCOMPARE(said.exitCode == 0, detail.isEmpty());
    const Said shown = m_desk.ctl(QStringLiteral("a"),
        {QStringLiteral("policy"), QStringLiteral("show"), QStringLiteral("rules.json")}, QStringLiteral("x"));
    QCOMPARE(shown.exitCode, said.exitCode);
    if (detail.isEmpty()) {
        QVERIFY(said.list("differences").isEmpty());
        QCOMPARE(shown.list("roles").size(), m_policy.roles.size());
        return;
    }
    QCOMPARE(shown.text("detail"), said.text("detail"));
    QCOMPARE(said.reason(), QStringLiteral("malformed"));
    QVERIFY2(said.text("detail").contains(detail), said.all.constData());
}

/// Beyond the BMP, too, as text and as JSON.
void TestForeignFiles::anyCharacterIsPrinted()
{
    const QString title = QString::fromUtf8("Driver \xF0\x9F\x94\x8B \xF0\xA0\xAE\xB7");
    QVERIFY(m_desk.write(QStringLiteral("a.json"), rules(QStringLiteral("Boss"))));
    QVERIFY(m_desk.write(QStringLiteral("b.json"), rules(title)));
    const QStringList diff{
        QStringLiteral("policy"), QStringLiteral("diff"), QStringLiteral("a.json"), QStringLiteral("b.json")};
    QVERIFY(text(diff).contains(title.toUtf8()));
    const Said said = m_desk.ctl(QStringLiteral("a"), diff, QStringLiteral("x"));
    QVERIFY(said.list("differences").at(0).toObject().value(QLatin1String("after")).toString().contains(title));
}

QTEST_GUILESS_MAIN(TestForeignFiles)
#include "tst_foreignfiles.moc"
