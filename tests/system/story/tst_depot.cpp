// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/privatepostgres.h"
#include "tests/system/story/consoles.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace packwarden;
using namespace packwarden::story;
using packwarden::test::PrivatePostgres;

namespace {

const QString packA = QStringLiteral("SDB-DEMO-0001");
const QString packB = QStringLiteral("SDB-DEMO-0002");
constexpr int patience = 180'000;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// A depot by real processes: desks of two companies, an exchange, a courier without a window, and packs.
class TestDepot final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void nothingIsBroughtBeforeAPersonComparedTheRules();
    void whatCannotBeIsRefused_data();
    void whatCannotBeIsRefused();
    void aPolicyReachesThePacksAndTheReceiptsComeBack();
    void aSecondVerifierAgrees();
    void oneCourierForAStore();
    void itEndsInOrder();

private:
    Outcome ctl(const char *store, const QStringList &arguments, const char *person = nullptr, bool bus = false)
    {
        return m_consoles.run(store, arguments, person, bus);
    }
    QString file(const char *name) const { return m_run.filePath(QLatin1String(name)); }
    QStringList exchange(const char *verb, const char *login, const QStringList &files = {}) const
    {
        return QStringList{s("exchange"), QLatin1String(verb)} + files
            + QStringList{s("--exchange"), m_server.address(s(login))};
    }
    /// What a program that shares no code with this one makes of the rows in the database.
    QJsonObject peer() const;
    /// Signatures of the documents of a store that verify, and those that do not.
    std::pair<int, int> signatures(const char *store);
    QString bus() const { return m_simulator.bus() + s("?fd"); }
    bool startCourier(const char *store = "depot");
    /// The one document in this store's folder.
    QString document(const char *store) const;
    /// As the courier wrote it.
    QJsonObject status() const
    {
        QFile written(file("depot/courier.json"));
        return written.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(written.readAll()).object() : QJsonObject();
    }

    QDir m_demo{QStringLiteral(PACKWARDEN_STORY "/demo")};
    QDir m_run{QStringLiteral(PACKWARDEN_STORY "/depot")};
    Simulator m_simulator{m_demo, m_run};
    Consoles m_consoles{m_demo, m_run, m_simulator, Consoles::Frames::Fd};
    PrivatePostgres m_server;
    QProcess m_courier;
};

void TestDepot::initTestCase()
{
    m_run.removeRecursively();
    QVERIFY(m_run.mkpath(m_run.absolutePath()));
    QVERIFY2(m_simulator.prepare(), qPrintable(m_simulator.why()));
    QVERIFY2(m_simulator.start(2), qPrintable(m_simulator.why()));
    QVERIFY2(m_server.start(), qPrintable(m_server.said));
    const Outcome made = ctl("owner",
        exchange("init", "owner")
            + QStringList{s("--member"), s("leasing=leasing"), s("--member"), s("celldata=celldata"), s("--member"),
                s("depot=courier")});
    QVERIFY2(made.exitCode == 0, made.everything.constData());
    for (const char *store : {"leasing", "celldata"}) {
        for (const QString &serial : {packA, packB}) {
            const Outcome pulled = m_consoles.pull(store, serial, m_consoles.fingerprintsOf(serial));
            QVERIFY2(pulled.exitCode == 0, pulled.everything.constData());
        }
    }
}

void TestDepot::cleanup()
{
    if (m_courier.state() == QProcess::NotRunning)
        return;
    m_courier.kill();
    m_courier.waitForFinished(5000);
    qInfo("%s", m_courier.readAllStandardOutput().constData());
}

bool TestDepot::startCourier(const char *store)
{
    m_courier.setProcessChannelMode(QProcess::MergedChannels);
    m_courier.start(QStringLiteral(PACKWARDEN_CTL),
        {s("courier"), s("run"), s("--store"), file(store), s("--bus"), bus(), s("--exchange"),
            m_server.address(s("depot"))});
    return m_courier.waitForReadyRead(30'000) && m_courier.peek(1024).startsWith("courier on");
}

QString TestDepot::document(const char *store) const
{
    const QDir folder(m_run.filePath(QLatin1String(store)) + s("/requests"));
    const QStringList files = folder.entryList(QDir::Files);
    return files.size() == 1 ? folder.filePath(files.constFirst()) : QString();
}

void TestDepot::nothingIsBroughtBeforeAPersonComparedTheRules()
{
    const Outcome refused = ctl("fresh", {s("courier"), s("run"), s("--bus"), bus()});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.reason(), s("unknown-issuer"));
    QVERIFY(!QFile::exists(file("fresh/trust/pinned.cbor")));
    QCOMPARE(ctl("fresh", {s("courier"), s("status")}).exitCode, 4);
}

void TestDepot::whatCannotBeIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no bus") << QStringList{};
    QTest::newRow("no bus of that name") << QStringList{s("--bus"), s("can0")};
    QTest::newRow("a recording") << QStringList{s("--bus"), s("replay:/nothing.log")};
    QTest::newRow("a bus that is only heard") << QStringList{s("--bus"), s("socketcan:can0?listen")};
    QTest::newRow("a bus twice") << QStringList{s("--bus"), s("socketcan:can0"), s("--bus"), s("socketcan:can0?fd")};
    QTest::newRow("a key") << QStringList{s("--bus"), s("socketcan:can0"), s("--key"), s("x.p12")};
    QTest::newRow("no exchange") << QStringList{s("--bus"), s("socketcan:can0"), s("--exchange"), s("db.example")};
}

void TestDepot::whatCannotBeIsRefused()
{
    QFETCH(const QStringList, arguments);
    const Outcome refused = ctl("leasing", QStringList{s("courier"), s("run")} + arguments);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY(!refused.text("detail").isEmpty());
}

void TestDepot::aPolicyReachesThePacksAndTheReceiptsComeBack()
{
    for (const QString &serial : {packA, packB}) {
        const Outcome pulled = m_consoles.pull("depot", serial, m_consoles.fingerprintsOf(serial));
        QVERIFY2(pulled.exitCode == 0, pulled.everything.constData());
    }
    QVERIFY(startCourier());
    // One company writes and signs, and publishes what is not complete.
    QVERIFY(ctl("leasing", {s("policy"), s("export"), s("-o"), file("policy.json")}).exitCode == 0);
    QFile json(file("policy.json"));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QJsonObject rules = QJsonDocument::fromJson(json.readAll()).object();
    QJsonObject steps = rules.value(QLatin1String("steps")).toObject();
    steps.insert(s("soc.max"), s("5"));
    rules.insert(s("steps"), steps);
    QFile changed(file("changed.json"));
    QVERIFY(changed.open(QIODevice::WriteOnly) && changed.write(QJsonDocument(rules).toJson()) > 0);
    changed.close();
    const Outcome made = ctl("leasing",
        {s("policy"), s("import"), file("changed.json"), s("--reason"), s("story"), s("-o"), file("policy.pwpol")},
        "courier-fleet-manager");
    QVERIFY2(made.exitCode == 0, made.everything.constData());
    QCOMPARE(ctl("leasing", {s("request"), s("sign"), file("policy.pwpol")}, "leasing-asset-manager").exitCode, 0);
    QCOMPARE(ctl("leasing", exchange("publish", "leasing", {file("policy.pwpol")})).exitCode, 0);
    // The twin: what lacks a seat is brought to no pack.
    QTRY_VERIFY_WITH_TIMEOUT(!document("depot").isEmpty(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(status().value(s("upToDate")).toInt(), 2, patience);
    QCOMPARE(status()[s("counts")][s("documents")].toInt(), 0);
    QCOMPARE(status()[s("counts")][s("refused")].toInt(), 0);

    // Another company completes it at its own desk, and is nowhere near a pack.
    QCOMPARE(ctl("celldata", exchange("fetch", "celldata")).exitCode, 0);
    const QString theirs = document("celldata");
    QCOMPARE(ctl("celldata", {s("request"), s("sign"), theirs}, "celldata-specialist").exitCode, 0);
    QCOMPARE(ctl("celldata", exchange("publish", "celldata", {theirs})).exitCode, 0);

    // The receipts of both packs come back to the first one.
    const auto receipts = [this] {
        (void)ctl("leasing", exchange("fetch", "leasing"));
        return ctl("leasing", {s("request"), s("verify"), document("leasing")}).last;
    };
    QTRY_COMPARE_WITH_TIMEOUT(receipts().value(s("state")).toString(), s("applied"), patience);
    const Outcome shown = ctl("leasing", {s("pack"), s("show"), packA}, nullptr, true);
    QCOMPARE(shown.last.value(QLatin1String("policyVersion")).toInt(), 2);
    QCOMPARE(status()[s("counts")][s("documents")].toInt(), 2);
    QCOMPARE(status()[s("counts")][s("refused")].toInt(), 0);
    QCOMPARE(status()[s("exchange")][s("reach")].toString(), s("online"));
    // The courier follows what its packs hold.
    QTRY_COMPARE_WITH_TIMEOUT(status().value(s("upToDate")).toInt(), 2, patience);
}

QJsonObject TestDepot::peer() const
{
    QProcess python;
    python.start(s("/usr/bin/python3"), {s(PACKWARDEN_PEERS "/exchange_peer.py"), m_demo.path(), m_server.folder()});
    if (!python.waitForFinished(60'000) || python.exitCode() != 0)
        qWarning("%s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

std::pair<int, int> TestDepot::signatures(const char *store)
{
    std::pair<int, int> found{0, 0};
    const QDir folder(m_run.filePath(QLatin1String(store)) + s("/requests"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        const Outcome shown = ctl(store, {s("request"), s("show"), folder.filePath(name)});
        for (const QJsonValue &one : shown.last.value(QLatin1String("signatures")).toArray())
            ++(one.toObject().contains(QLatin1String("problem")) ? found.second : found.first);
    }
    return found;
}

void TestDepot::aSecondVerifierAgrees()
{
    const QJsonObject good = peer();
    QCOMPARE(good.value(s("documents")).toInt(), 1);
    QCOMPARE(good.value(s("signatures")).toInt(), 3);
    QCOMPARE(good.value(s("receipts")).toInt(), 2);
    QCOMPARE(good.value(s("refused")).toArray().size(), 0);
    QCOMPARE(signatures("leasing"), std::pair(3, 0));
    // What whoever owns the database can add: a receipt with another bit, one under another pack's name, a signature
    // with another bit.
    const QString added = m_server.sql(
        s("insert into packwarden.receipts (document, serial, content, publisher) select document, serial, "
          "set_byte(content, octet_length(content) - 1, get_byte(content, octet_length(content) - 1) # 1), 'celldata' "
          "from packwarden.receipts where serial = 'SDB-DEMO-0001'; "
          "insert into packwarden.receipts (document, serial, content, publisher) select document, 'SDB-DEMO-0002', "
          "content, 'celldata' from packwarden.receipts where serial = 'SDB-DEMO-0001' and publisher <> 'celldata'; "
          "insert into packwarden.parts (document, kind, id, content, publisher) select document, kind, sha256(b), b, "
          "'celldata' from (select document, kind, set_byte(content, octet_length(content) - 1, "
          "get_byte(content, octet_length(content) - 1) # 1) as b from packwarden.parts where kind = 'signature' "
          "limit 1) as edited"));
    QVERIFY2(!added.isNull(), qPrintable(m_server.said));
    const QJsonObject mixed = peer();
    QCOMPARE(mixed.value(s("signatures")).toInt(), 3);
    QCOMPARE(mixed.value(s("receipts")).toInt(), 2);
    QCOMPARE(mixed.value(s("refused")).toArray().size(), 3);
    // A desk that comes to it now refuses the same and believes the same.
    for (const QString &serial : {packA, packB}) {
        const Outcome pulled = m_consoles.pull("latecomer", serial, m_consoles.fingerprintsOf(serial));
        QVERIFY2(pulled.exitCode == 0, pulled.everything.constData());
    }
    const Outcome fetched = ctl("latecomer", exchange("fetch", "celldata"));
    QCOMPARE(fetched.last.value(s("receipts")).toInt(), 2);
    QCOMPARE(fetched.last.value(s("leftOut")).toInt(), 2);
    QCOMPARE(signatures("latecomer"), std::pair(3, 1));
}

void TestDepot::oneCourierForAStore()
{
    QVERIFY(startCourier());
    const Outcome second = ctl("depot", {s("courier"), s("run"), s("--bus"), bus()});
    QCOMPARE(second.exitCode, 1);
    QCOMPARE(second.reason(), s("wrong-state"));
    // One that was killed holds nothing back.
    m_courier.kill();
    QVERIFY(m_courier.waitForFinished(5000));
    const Outcome silent = ctl("depot", {s("courier"), s("status")});
    QVERIFY(silent.last.value(s("running")).toBool());
    QVERIFY(startCourier());
}

void TestDepot::itEndsInOrder()
{
    QVERIFY(startCourier());
    QTRY_COMPARE_WITH_TIMEOUT(status().value(s("here")).toInt(), 2, patience);
    QCOMPARE(ctl("depot", {s("courier"), s("status")}).exitCode, 0);
    QElapsedTimer timer;
    timer.start();
    ::kill(pid_t(m_courier.processId()), SIGTERM);
    QVERIFY(m_courier.waitForFinished(5000));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(m_courier.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_courier.exitCode(), 0);
    const Outcome ended = ctl("depot", {s("courier"), s("status")});
    QCOMPARE(ended.exitCode, 4);
    QVERIFY(!ended.last.value(s("running")).toBool(true));
    // A file of figures for those who watch many.
    QFile figures(file("depot/courier.prom"));
    QVERIFY(figures.open(QIODevice::ReadOnly));
    const QByteArray text = figures.readAll();
    QVERIFY(text.contains("\npackwarden_courier_running 0\n"));
    QVERIFY(text.contains("# TYPE packwarden_courier_visits_total counter\n"));
}

QTEST_GUILESS_MAIN(TestDepot)
#include "tst_depot.moc"
