// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/privatepostgres.h"
#include "tests/system/story/consoles.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

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

bool copyFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString target = to + u'/' + QDir(from).relativeFilePath(files.next());
        if (!QDir().mkpath(QFileInfo(target).absolutePath()) || !QFile::copy(files.filePath(), target))
            return false;
    }
    return true;
}

} // namespace

/// A courier that is killed right after each record that it writes, by a real SIGKILL: everything that it does is
/// between two of them. Whenever it was, a policy comes to both packs once, and both receipts to the exchange.
class TestCourierKilled final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void whereverItIsKilled_data();
    void whereverItIsKilled();

private:
    Outcome ctl(const char *store, const QStringList &arguments, const char *person = nullptr)
    {
        return m_consoles.run(store, arguments, person, false);
    }
    QString file(const char *name) const { return m_run.filePath(QLatin1String(name)); }
    bool startCourier();
    void killAll();
    /// Everything as it was before the courier first met the packs.
    void restore();
    /// Records in the courier's audit.
    int records() const;
    int receipts() { return m_server.sql(s("select count(*) from packwarden.receipts")).toInt(); }
    bool isDone() { return receipts() == 2 && m_server.sql(s("select count(*) from packwarden.packs")) == s("2"); }

    QDir m_demo{QStringLiteral(PACKWARDEN_STORY "/demo")};
    QDir m_run{QStringLiteral(PACKWARDEN_STORY "/killed")};
    std::unique_ptr<Simulator> m_simulator = std::make_unique<Simulator>(m_demo, m_run);
    Consoles m_consoles{m_demo, m_run, *m_simulator, Consoles::Frames::Fd};
    PrivatePostgres m_server;
    QProcess m_courier;
    /// How many records each pack has, as it signed.
    QString counters()
    {
        return m_server.sql(s("select serial, max(counter) from packwarden.packs group by 1 order by 1"));
    }

    QString m_counters; ///< of packs whose courier nobody killed
    int m_before = 0; ///< records that the restored store has
    int m_all = 0; ///< records of a courier that nobody kills
};

bool TestCourierKilled::startCourier()
{
    m_courier.setProcessChannelMode(QProcess::MergedChannels);
    m_courier.start(QStringLiteral(PACKWARDEN_CTL),
        {s("courier"), s("run"), s("--store"), file("depot"), s("--bus"), m_simulator->bus() + s("?fd"),
            s("--exchange"), m_server.address(s("depot"))});
    return m_courier.waitForStarted(5000);
}

void TestCourierKilled::killAll()
{
    m_courier.kill();
    m_courier.waitForFinished(5000);
    m_simulator->kill();
}

int TestCourierKilled::records() const
{
    int count = 0;
    {
        QSqlDatabase audit = QSqlDatabase::addDatabase(s("QSQLITE"), s("audit"));
        audit.setDatabaseName(file("depot/audit.db"));
        audit.setConnectOptions(s("QSQLITE_OPEN_READONLY"));
        if (audit.open()) {
            QSqlQuery query(s("select count(*) from records"), audit);
            count = query.next() ? query.value(0).toInt() : 0;
        }
    }
    QSqlDatabase::removeDatabase(s("audit"));
    return count;
}

void TestCourierKilled::restore()
{
    killAll();
    QVERIFY(copyFolder(file("packs.before"), file("packs")));
    QVERIFY(copyFolder(file("depot.before"), file("depot")));
    m_server.sql(s("truncate packwarden.receipts, packwarden.packs, packwarden.leases"));
    QVERIFY2(m_simulator->start(2), qPrintable(m_simulator->why()));
}

void TestCourierKilled::initTestCase()
{
    m_run.removeRecursively();
    QVERIFY(m_run.mkpath(m_run.absolutePath()));
    QVERIFY2(m_simulator->prepare(), qPrintable(m_simulator->why()));
    QVERIFY2(m_simulator->start(2), qPrintable(m_simulator->why()));
    QVERIFY2(m_server.start(), qPrintable(m_server.said));
    const QStringList where{s("--exchange"), m_server.address(s("owner"))};
    QVERIFY(ctl("owner",
                QStringList{
                    s("exchange"), s("init"), s("--member"), s("leasing=leasing"), s("--member"), s("depot=courier")}
                    + where)
                .exitCode
        == 0);
    for (const char *store : {"leasing", "depot"}) {
        for (const QString &serial : {packA, packB}) {
            const Outcome pulled = m_consoles.pull(store, serial, m_consoles.fingerprintsOf(serial));
            QVERIFY2(pulled.exitCode == 0, pulled.everything.constData());
        }
    }
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
    QVERIFY(
        ctl("leasing",
            {s("policy"), s("import"), file("changed.json"), s("--reason"), s("story"), s("-o"), file("policy.pwpol")},
            "courier-fleet-manager")
            .exitCode
        == 0);
    for (const char *person : {"leasing-asset-manager", "celldata-specialist"})
        QCOMPARE(ctl("leasing", {s("request"), s("sign"), file("policy.pwpol")}, person).exitCode, 0);
    QCOMPARE(ctl("leasing",
                 {s("exchange"), s("publish"), file("policy.pwpol"), s("--exchange"), m_server.address(s("leasing"))})
                 .exitCode,
        0);
    m_simulator->kill();
    m_before = records();
    QVERIFY(m_before > 0);
    QVERIFY(copyFolder(file("packs"), file("packs.before")));
    QVERIFY(copyFolder(file("depot"), file("depot.before")));
    // One that nobody kills.
    restore();
    QVERIFY(startCourier());
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), patience);
    m_counters = counters();
    m_all = records() - m_before;
    QVERIFY(m_all > 4);
    qInfo("%d records", m_all);
}

void TestCourierKilled::cleanup()
{
    killAll();
}

void TestCourierKilled::whereverItIsKilled_data()
{
    QTest::addColumn<int>("after");
    QList<int> places{0, 1, m_all / 2, m_all - 1};
    if (!qEnvironmentVariableIsEmpty("PACKWARDEN_LONG")) {
        places.clear();
        for (int k = 0; k <= m_all; ++k)
            places.append(k);
    }
    for (const int k : std::as_const(places))
        QTest::addRow("after record %d", k) << k;
}

void TestCourierKilled::whereverItIsKilled()
{
    QFETCH(const int, after);
    restore();
    QVERIFY(startCourier());
    QElapsedTimer since;
    since.start();
    while (records() - m_before < after && since.elapsed() < patience)
        QTest::qWait(1);
    m_courier.kill();
    QVERIFY(m_courier.waitForFinished(5000));
    const int then = records() - m_before;
    qInfo("killed after %d record(s), with %d receipt(s) in the exchange", then, receipts());
    // The next one does the rest, and nothing that was done.
    QVERIFY(startCourier());
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(QJsonDocument::fromJson([this] {
        QFile status(file("depot/courier.json"));
        return status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    }())
                                 .object()
                                 .value(s("upToDate"))
                                 .toInt()
            == 2,
        patience);
    QCOMPARE(receipts(), 2);
    m_courier.kill();
    m_courier.waitForFinished(5000);
    const Outcome verified = ctl("depot", {s("audit"), s("verify")});
    QVERIFY2(verified.exitCode == 0, verified.everything.constData());
    // Each pack applied it once: its own log is as long as that of one whose courier lived.
    for (const QString &serial : {packA, packB}) {
        const Outcome shown = m_consoles.run("depot", {s("pack"), s("show"), serial}, nullptr, true);
        QCOMPARE(shown.last.value(QLatin1String("policyVersion")).toInt(), 2);
    }
    QCOMPARE(counters(), m_counters);
}

QTEST_GUILESS_MAIN(TestCourierKilled)
#include "tst_courierkilled.moc"
