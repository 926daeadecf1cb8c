// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/exchangedesk.h"
#include "models/audit/auditstore.h"
#include "models/core/base/wholefile.h"
#include "models/core/pack/statement.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/fleetreceipts.h"
#include "tests/support/patience.h"
#include "tests/support/privatepostgres.h"

#include <QAbstractEventDispatcher>
#include <QDirIterator>
#include <QSemaphore>
#include <QSettings>
#include <QSignalSpy>

using namespace packwarden;
using namespace packwarden::test;
using Reach = ExchangeState::Reach;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Two windows' ways to one exchange, on a PostgreSQL of this test.
class TestExchangeDesk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<TestWorld>();
        m_pack = m_world->pack();
        m_server = std::make_unique<PrivatePostgres>();
        QVERIFY2(m_server->start(), qPrintable(m_server->said));
        auto owner = Exchange::open(*ExchangeAddress::parse(m_server->address(s("owner"))));
        QVERIFY(owner.ok());
        QVERIFY((*owner)->init({{s("courier"), s("courier")}, {s("leasing"), s("leasing")}}).ok());
    }

    /// What one test left there would have to be taken in first by the next one.
    void init() { QVERIFY(!m_server->sql(s("truncate packwarden.documents cascade")).isNull()); }

    void signaturesGoToAndFro()
    {
        Desk courier(*m_world, m_pack);
        Desk leasing(*m_world, m_pack);
        ExchangeDesk atCourier(courier.workspace());
        ExchangeDesk atLeasing(leasing.workspace());
        QSignalSpy came(&atLeasing, &ExchangeDesk::fetched);
        QVERIFY(atCourier.use(m_server->address(s("courier"))).ok());
        QVERIFY(atLeasing.use(m_server->address(s("leasing"))).ok());
        QTRY_COMPARE(atCourier.state().reach, Reach::Online);
        QTRY_COMPARE(atLeasing.state().reach, Reach::Online);
        QCOMPARE(atLeasing.state().status.party, s("leasing"));

        // A person publishes: it stands at the other desk without anybody asking for it.
        const QString path = request(courier, 95000);
        atCourier.publish({path});
        QTRY_COMPARE(came.count(), 1);
        const QStringList documents = came.constFirst().constFirst().value<ExchangeIntake::Fetched>().documents;
        QCOMPARE(documents.size(), 1);
        QCOMPARE(read(documents.constFirst()).encode(), read(path).encode());

        // Somebody signs there: it comes back by itself, and nothing goes round in circles.
        DocumentFile mine = read(documents.constFirst());
        QVERIFY(mine.document
                    .addSignature(*m_world->key(s("leasing.asset-manager")), Meaning::Approve, TestWorld::now,
                        {QByteArray(16, 'l'), 1, QByteArray(32, 'h')})
                    .ok());
        QVERIFY(wholefile::write(documents.constFirst(), mine.encode()).ok());
        QSignalSpy gone(&atLeasing, &ExchangeDesk::published);
        atLeasing.publishChanges();
        QTRY_COMPARE(gone.count(), 1);
        QTRY_COMPARE(read(path).document.signatures.size(), 2);
        atLeasing.publishChanges();
        atCourier.publishChanges();
        QCOMPARE(atLeasing.state().waiting, 0);
        QCOMPARE(atCourier.state().waiting, 0);
        // What nobody published stays here.
        (void)request(courier, 94000);
        atCourier.publishChanges();
        QCOMPARE(atCourier.state().waiting, 0);
    }

    void documentsAreJudgedBesideTheWindow()
    {
        constexpr int count = Exchange::sliceDocuments + 5;
        publishMany(count);
        // No document at all.
        QVERIFY(!m_server
                     ->sql(s("insert into packwarden.documents (id, document, publisher) "
                             "values (sha256('bad'), 'bad', 'courier')"))
                     .isNull());
        Desk leasing(*m_world, m_pack);
        Workspace &workspace = leasing.workspace();
        ExchangeDesk desk(workspace);
        QSignalSpy came(&desk, &ExchangeDesk::fetched);
        // The turn of the event loop, and the cursor that was kept, at each record.
        int turn = 0;
        QObject context;
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, &context, [&turn] { ++turn; });
        QList<int> turns;
        QStringList cursors;
        const auto stop = onFetch(workspace, [&] {
            turns.append(turn);
            cursors.append(cursorOf(workspace));
        });
        QSemaphore gate;
        desk.import().worker().start([&gate] { gate.acquire(); });
        QVERIFY(desk.use(m_server->address(s("leasing"))).ok());
        QTRY_VERIFY(desk.import().isReading());
        // The window goes on meanwhile, and judges nothing.
        finishEvents();
        QVERIFY(turns.isEmpty());
        QCOMPARE(workspace.requestFiles().size(), 0);
        gate.release();
        QVERIFY(waitFor([&] { return came.count() == 1; }, 30'000));
        QVERIFY(!desk.import().isReading());
        QCOMPARE(workspace.requestFiles().size(), count);
        // One in a turn; each has its record, the refused one too; and two slices.
        QCOMPARE(turns.size(), count + 1);
        QCOMPARE(QSet<int>(turns.begin(), turns.end()).size(), count + 1);
        QCOMPARE(fetches(workspace, true).size(), count);
        QCOMPARE(fetches(workspace, false).size(), 1);
        QCOMPARE(QSet<QString>(cursors.begin(), cursors.end()).size(), 2);
        QCOMPARE(cursors.count(QString()), qsizetype(Exchange::sliceDocuments));
    }

    void aStopInTheMiddleLosesNothing()
    {
        constexpr int count = Exchange::sliceDocuments + 15;
        constexpr int stopAt = Exchange::sliceDocuments + 5;
        publishMany(count);
        Desk leasing(*m_world, m_pack);
        QTemporaryDir store;
        {
            ExchangeDesk desk(leasing.workspace());
            QSignalSpy came(&desk, &ExchangeDesk::fetched);
            int records = 0;
            // What is on the disk at that moment is what a program leaves that is killed then.
            const auto stop = onFetch(leasing.workspace(), [&] {
                if (++records == stopAt)
                    QVERIFY(copyFolder(leasing.path("store"), store.path()));
            });
            QVERIFY(desk.use(m_server->address(s("leasing"))).ok());
            QVERIFY(waitFor([&] { return came.count() == 1; }, 30'000));
        }
        auto opened = Workspace::open(store.path(), leasing.clock());
        QVERIFY(opened.ok());
        Workspace &workspace = **opened;
        QCOMPARE(workspace.requestFiles().size(), stopAt);
        QCOMPARE(fetches(workspace, true).size(), stopAt);
        ExchangeDesk again(workspace);
        QSignalSpy came(&again, &ExchangeDesk::fetched);
        again.useAgain();
        QVERIFY(waitFor([&] { return came.count() == 1; }, 30'000));
        // From the slice on that was under way: what of it was here is recorded once, and lies here once.
        QCOMPARE(came.constFirst().constFirst().value<ExchangeIntake::Fetched>().documents.size(),
            count - Exchange::sliceDocuments);
        QCOMPARE(workspace.requestFiles().size(), count);
        const QStringList subjects = fetches(workspace, true);
        QCOMPARE(subjects.size(), count);
        QCOMPARE(QSet<QString>(subjects.begin(), subjects.end()).size(), count);
        QCOMPARE(cursorOf(workspace), cursorOf(leasing.workspace()));
        // What is there now is not taken a third time; what is added to it is, and is recorded.
        const QString path = workspace.requestFiles().constFirst();
        DocumentFile more = read(path);
        QVERIFY(more.document
                    .addSignature(*m_world->key(s("celldata.specialist")), Meaning::Approve, TestWorld::now,
                        {QByteArray(16, 'l'), 1, QByteArray(32, 'h')})
                    .ok());
        const auto courier = Exchange::open(*ExchangeAddress::parse(m_server->address(s("courier"))));
        QVERIFY((*courier)->publish(more).ok());
        QTRY_COMPARE(came.count(), 2);
        QCOMPARE(read(path).document.signatures.size(), 2);
        QCOMPARE(fetches(workspace, true).size(), count + 1);
    }

    void whatPacksSayGoesToAndFro()
    {
        const PackSerial serial = m_pack.serial;
        const auto word = [this](qint64 count) {
            return statementOf(*m_world, m_pack, [count](Statement &statement) {
                statement.logCount = count;
                statement.logHash = QByteArray(32, char(count));
            });
        };
        const auto held = [&serial](Desk &desk) {
            return desk.workspace().trust().pack(serial)->lastWord()->logCount;
        };
        m_server->sql(s("truncate packwarden.packs"));
        Desk courier(*m_world, m_pack);
        Desk leasing(*m_world, m_pack);
        // Said before the exchange was in use: told when it is.
        QVERIFY(courier.workspace().trust().learnStatement(word(4)).ok());
        ExchangeDesk atCourier(courier.workspace());
        ExchangeDesk atLeasing(leasing.workspace());
        QVERIFY(atLeasing.use(m_server->address(s("leasing"))).ok());
        QVERIFY(atCourier.use(m_server->address(s("courier"))).ok());
        QTRY_COMPARE(held(leasing), 4);
        QTRY_VERIFY(atLeasing.heard(serial).has_value());
        QTRY_COMPARE(atLeasing.heard(serial)->counter, 4);
        QCOMPARE(atLeasing.heard(serial)->by, s("courier"));
        // While both run, in the other direction.
        QVERIFY(leasing.workspace().trust().learnStatement(word(5)).ok());
        QTRY_COMPARE(held(courier), 5);
        QTRY_COMPARE(atCourier.heard(serial)->by, s("leasing"));
        // Nothing goes round: the courier has nothing to add, and each party has one row.
        QSignalSpy told(&atCourier, &ExchangeDesk::told);
        atCourier.fetchNow();
        atLeasing.fetchNow();
        QTRY_COMPARE(m_server->sql(s("select count(*) from packwarden.packs where counter = 5")), s("1"));
        QVERIFY(told.isEmpty());
    }

    void whoMayTellNothingStillReads()
    {
        m_server->sql(
            s("truncate packwarden.packs; revoke insert (serial, statement, counter) on packwarden.packs from "
              "packwarden_member"));
        Desk courier(*m_world, m_pack);
        ExchangeDesk desk(courier.workspace());
        QVERIFY(desk.use(m_server->address(s("courier"))).ok());
        QSignalSpy gone(&desk, &ExchangeDesk::published);
        desk.publish({request(courier, 92000)});
        QTRY_COMPARE(gone.count(), 1);
        QCOMPARE(desk.state().reach, Reach::Online);
        QCOMPARE(m_server->sql(s("select count(*) from packwarden.packs")), s("0"));
        m_server->sql(s("grant insert (serial, statement, counter) on packwarden.packs to packwarden_member"));
    }

    void leasesAreAskedForAndNotWaitedFor()
    {
        const QByteArray document(32, 'd');
        Desk courier(*m_world, m_pack);
        Desk leasing(*m_world, m_pack);
        ExchangeDesk one(courier.workspace());
        ExchangeDesk two(leasing.workspace());
        // Out of reach: nobody is asked.
        QVERIFY(one.lease(m_pack.serial, document).result());
        QVERIFY(one.use(m_server->address(s("courier"))).ok());
        QVERIFY(two.use(m_server->address(s("leasing"))).ok());
        QTRY_VERIFY(one.state().reach == Reach::Online && two.state().reach == Reach::Online);
        const auto first = one.lease(m_pack.serial, document);
        QTRY_VERIFY(first.isFinished());
        QVERIFY(first.result());
        const auto second = two.lease(m_pack.serial, document);
        QTRY_VERIFY(second.isFinished());
        QVERIFY(!second.result());
        one.giveBack(m_pack.serial, document);
        QTRY_COMPARE(m_server->sql(s("select count(*) from packwarden.leases")), s("0"));
        // The server goes while one is asked for: it is answered all the same.
        m_server->kill();
        const auto third = two.lease(m_pack.serial, document);
        QTRY_VERIFY(third.isFinished());
        QVERIFY(third.result());
        QVERIFY2(m_server->start(), qPrintable(m_server->said));
    }

    void whatWaitsGoesWhenItIsBack()
    {
        Desk courier(*m_world, m_pack);
        const QString path = request(courier, 93000);
        {
            ExchangeDesk desk(courier.workspace());
            QVERIFY(desk.use(m_server->address(s("courier"))).ok());
            QTRY_COMPARE(desk.state().reach, Reach::Online);
            m_server->kill();
            desk.publish({path});
            QTRY_COMPARE(desk.state().reach, Reach::Offline);
            QCOMPARE(desk.state().waiting, 1);
            QVERIFY(!desk.state().why.detail.isEmpty());
        }
        // The program ended meanwhile.
        ExchangeDesk again(courier.workspace());
        QSignalSpy gone(&again, &ExchangeDesk::published);
        again.useAgain();
        QTRY_COMPARE(again.state().reach, Reach::Offline);
        QCOMPARE(again.state().waiting, 1);
        QVERIFY2(m_server->start(), qPrintable(m_server->said));
        again.fetchNow();
        QTRY_COMPARE(gone.count(), 1);
        QCOMPARE(again.state().waiting, 0);
        QCOMPARE(again.state().reach, Reach::Online);
    }

    void behindAPoolerItIsAskedForInTime()
    {
        const QString pool = m_server->pool({s("courier"), s("leasing")}, 2);
        QVERIFY2(!pool.isEmpty(), qPrintable(m_server->said));
        const QString address = s("postgresql:///exchange?host=%1&user=%2");
        Desk courier(*m_world, m_pack);
        Desk leasing(*m_world, m_pack);
        ExchangeDesk atCourier(courier.workspace());
        ExchangeDesk atLeasing(leasing.workspace());
        // No news pass a pooler that hands each transaction to another connection.
        atLeasing.pollEvery(200);
        QVERIFY(atCourier.use(address.arg(pool, s("courier"))).ok());
        QVERIFY(atLeasing.use(address.arg(pool, s("leasing"))).ok());
        QTRY_VERIFY(atCourier.state().reach == Reach::Online && atLeasing.state().reach == Reach::Online);
        const QString path = request(courier, 91000);
        atCourier.publish({path});
        QTRY_VERIFY(holds(leasing, path));
        const auto lease = atCourier.lease(m_pack.serial, QByteArray(32, 'e'));
        QTRY_VERIFY(lease.isFinished());
        QVERIFY(lease.result());
    }

    void aStandbyTakesOver()
    {
        PrivatePostgres primary;
        PrivatePostgres standby;
        QVERIFY2(primary.start(), qPrintable(primary.said));
        {
            auto owner = Exchange::open(*ExchangeAddress::parse(primary.address(s("owner"))));
            QVERIFY(owner.ok());
            QVERIFY((*owner)->init({{s("courier"), s("courier")}, {s("leasing"), s("leasing")}}).ok());
        }
        QVERIFY2(standby.follow(primary), qPrintable(standby.said));
        QVERIFY2(standby.start(), qPrintable(standby.said));
        // What it acknowledges the standby has.
        QVERIFY(!primary.sql(s("alter system set synchronous_standby_names = '*'")).isNull());
        QVERIFY(!primary.sql(s("select pg_reload_conf()")).isNull());
        const QString address = s("postgresql:///exchange?host=%1,%2&user=%3").arg(standby.folder(), primary.folder());
        Desk courier(*m_world, m_pack);
        Desk leasing(*m_world, m_pack);
        ExchangeDesk atCourier(courier.workspace());
        ExchangeDesk atLeasing(leasing.workspace());
        QVERIFY(atCourier.use(address.arg(s("courier"))).ok());
        QVERIFY(atLeasing.use(address.arg(s("leasing"))).ok());
        QTRY_VERIFY(atCourier.state().reach == Reach::Online && atLeasing.state().reach == Reach::Online);
        const DocumentFile policy = signedPolicy(*m_world, m_pack);
        const QString path = courier.workspace().requestsFolder() + s("/fleet.pwpol");
        QVERIFY(wholefile::write(path, policy.encode()).ok());
        atCourier.publish({path});
        QTRY_VERIFY(holds(leasing, path));
        const auto lease = atCourier.lease(m_pack.serial, policy.payloadSha256());
        QTRY_VERIFY(lease.isFinished() && lease.result());

        // The receipts of a roll-out come in; on the way the first server is lost, and the other one takes over.
        constexpr int steps = 24;
        constexpr int eachTime = 10;
        ReceiptBook book(courier.workspace());
        for (int step = 0; step < steps; ++step) {
            QList<ReceiptBook::Line> lines;
            for (int number = 0; number < eachTime; ++number)
                lines.append(policyReceipt(*m_world, m_pack, policy.payloadSha256(),
                    QStringLiteral("SDB-FLEET-%1").arg(step * eachTime + number)));
            QVERIFY(book.keep(policy.payloadSha256(), lines, false).ok());
            atCourier.publishChanges();
            if (step == steps / 3)
                primary.kill();
            if (step == steps / 2)
                QVERIFY2(standby.promote(), qPrintable(standby.said));
            finishEvents();
        }
        const auto online = [](ExchangeDesk &desk) {
            if (desk.state().reach != Reach::Online)
                desk.fetchNow();
            return desk.state().reach == Reach::Online;
        };
        const ReceiptBook there(leasing.workspace());
        QVERIFY(waitFor(
            [&] {
                return online(atCourier) && online(atLeasing)
                    && there.count(policy.payloadSha256()) == steps * eachTime;
            },
            60'000));
        QCOMPARE(standby.sql(s("select count(*) || ' ' || count(distinct serial) from packwarden.receipts")),
            QStringLiteral("%1 %1").arg(steps * eachTime));
        QCOMPARE(standby.sql(s("select count(*) from packwarden.documents")), s("1"));
        // Who was bringing it still is.
        const auto other = atLeasing.lease(m_pack.serial, policy.payloadSha256());
        QTRY_VERIFY(other.isFinished());
        QVERIFY(!other.result());
    }

    void whatIsNoDocumentLeavesTheOutbox()
    {
        Desk courier(*m_world, m_pack);
        ExchangeDesk desk(courier.workspace());
        QSignalSpy refused(&desk, &ExchangeDesk::refused);
        QVERIFY(!desk.use(s("postgresql://me:secret@x/y")).ok());
        QCOMPARE(desk.state().reach, Reach::Off);
        QVERIFY(desk.use(m_server->address(s("courier"))).ok());
        const QString path = courier.path("note.txt");
        QVERIFY(wholefile::write(path, "hello").ok());
        desk.publish({path, courier.path("nothing")});
        QTRY_COMPARE(refused.count(), 2);
        QCOMPARE(desk.state().waiting, 0);
        // Another exchange, and then none: what the first one still answers counts for nothing.
        QVERIFY(desk.use(m_server->address(s("leasing"))).ok());
        QVERIFY(desk.use({}).ok());
        QCOMPARE(desk.state().reach, Reach::Off);
        QTest::qWait(0);
        QCOMPARE(desk.state().reach, Reach::Off);
    }

private:
    static DocumentFile read(const QString &path)
    {
        return DocumentFile::decode(wholefile::read(path, DocumentFile::maxBytes).value()).value();
    }
    /// So many requests, given to the exchange by the courier.
    void publishMany(int count)
    {
        Desk courier(*m_world, m_pack);
        const auto exchange = Exchange::open(*ExchangeAddress::parse(m_server->address(s("courier"))));
        QVERIFY(exchange.ok());
        for (int number = 0; number < count; ++number)
            QVERIFY((*exchange)->publish(read(request(courier, 80'000 + number))).ok());
    }
    /// Calls at each record of something that came, until what is returned is gone.
    static std::unique_ptr<QObject> onFetch(Workspace &workspace, const std::function<void()> &call)
    {
        auto context = std::make_unique<QObject>();
        AuditStore &audit = workspace.audit();
        connect(&audit, &AuditStore::appended, context.get(), [&audit, call](qint64 seq) {
            if (audit.records({seq}).value(0).action == QLatin1String(auditaction::fetch))
                call();
        });
        return context;
    }
    /// The subjects of what was taken, or refused.
    static QStringList fetches(Workspace &workspace, bool isDone)
    {
        AuditFilter filter;
        filter.action = QLatin1String(auditaction::fetch);
        filter.outcome = isDone ? QLatin1String(auditoutcome::done) : QLatin1String(AuditFilter::refusedOutcomes);
        QStringList subjects;
        for (const AuditRecord &record : workspace.audit().page(filter, 0, 1000))
            subjects.append(record.subject);
        return subjects;
    }
    /// How far the store has read its exchange.
    static QString cursorOf(const Workspace &workspace)
    {
        const QSettings settings(workspace.folder() + s("/exchange.ini"), QSettings::IniFormat);
        for (const QString &key : settings.allKeys()) {
            if (key.endsWith(s("/read")))
                return settings.value(key).toString();
        }
        return {};
    }
    static bool copyFolder(const QString &from, const QString &to)
    {
        for (QDirIterator it(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
            const QString file = it.next();
            const QString copy = to + file.mid(from.size());
            if (!QDir().mkpath(QFileInfo(copy).path()) || !QFile::copy(file, copy))
                return false;
        }
        return true;
    }
    static bool holds(Desk &desk, const QString &path)
    {
        const QStringList files = desk.workspace().requestFiles();
        return std::any_of(files.begin(), files.end(),
            [&](const QString &each) { return read(each).payloadSha256() == read(path).payloadSha256(); });
    }
    QString request(Desk &desk, qint64 value)
    {
        DocumentFile file;
        file.document = m_world->sign(m_world->request(m_pack, s("soc.max"), value), s("courier.fleet-manager"), {});
        const QString path = desk.workspace().requestsFolder() + QStringLiteral("/%1.pwreq").arg(value);
        return wholefile::write(path, file.encode()).ok() ? path : QString();
    }

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    std::unique_ptr<PrivatePostgres> m_server;
    PackState m_pack;
};

QTEST_GUILESS_MAIN(TestExchangeDesk)
#include "tst_exchangedesk.moc"
