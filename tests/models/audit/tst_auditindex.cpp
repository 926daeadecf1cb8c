// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditindex.h"
#include "models/audit/auditreader.h"
#include "models/audit/auditschema.h"
#include "models/audit/auditstore.h"
#include "models/core/cbor/cbor.h"
#include "models/core/pki/signingkey.h"
#include "models/support/database.h"
#include "tests/models/support/auditvandal.h"
#include "tests/support/fixedclock.h"

#include <QCborArray>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// What the filters of an audit are answered by: it shows what a look at every record shows, and hides nothing unseen.
class TestAuditIndex final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(s("audit.db")); }
    std::unique_ptr<AuditStore> open() { return std::move(AuditStore::open(path(), m_clock)).value(); }

    /// Records of several people and packs; every third names its pack in the detail alone.
    void fill(int records)
    {
        const auto store = open();
        AuditStore::Entries entries;
        for (int i = 0; i < records; ++i) {
            const QString pack = s("SDB-T-%1").arg(i % 7);
            const AuditActor actor{s("ann-%1").arg(i % 5), s("leasing"), s("asset-manager")};
            entries.append({actor,
                i % 3 == 0 ? AuditEntry{QLatin1String(auditaction::deliverRequest), s("4f1c %1").arg(i), s("done"),
                    {{s("pack"), pack}, {s("payload"), QByteArray(32, 'p')}}}
                           : AuditEntry{QLatin1String(auditaction::actOnPack), pack, i % 2 ? s("done") : s("expired"),
                               {{s("why"), s("too late, said %1: no").arg(pack)}}}});
        }
        QVERIFY(store->appendTogether(entries).ok());
    }
    QList<qint64> found(const AuditFilter &filter)
    {
        QList<qint64> numbers;
        const auto database = Database::openToRead(path());
        const auto read = AuditReader::numbers(**database, filter, 1'000'000, [&numbers](qint64 seq) {
            numbers.append(seq);
            return true;
        });
        return read.ok() ? numbers : QList<qint64>{-1};
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void packsAreFoundInRecords_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QCborMap>("detail");
        QTest::addColumn<QStringList>("packs");
        const auto row = [](const char *name, const char *subject, const QCborMap &detail, const QStringList &packs) {
            QTest::newRow(name) << s(subject) << detail << packs;
        };
        row("the subject", "SDB-T-1", {}, {s("SDB-T-1")});
        row("twin: a fingerprint", "4f1c 22ab", {}, {});
        row("a value", "x", {{s("pack"), s("SDB-T-1")}}, {s("SDB-T-1")});
        row("a key", "x", {{s("SDB-T-1"), true}}, {s("SDB-T-1")});
        row("in a list", "x", {{s("packs"), QCborArray{s("SDB-T-1"), s("SDB-T-2")}}}, {s("SDB-T-1"), s("SDB-T-2")});
        row("deep", "x", {{s("a"), QCborMap{{s("b"), QCborArray{QCborMap{{s("c"), s("SDB-T-1")}}}}}}}, {s("SDB-T-1")});
        row("in a sentence", "x", {{s("why"), s("SDB-T-1: too late")}}, {s("SDB-T-1")});
        row("behind a long text", "x", {{s("a"), QString(300, u'a')}, {s("b"), s("SDB-T-1")}}, {s("SDB-T-1")});
        row("behind numbers", "x", {{s("a"), qint64(1'000'000'000'000)}, {s("b"), 2.5}, {s("c"), s("SDB-T-1")}},
            {s("SDB-T-1")});
        row("once", "SDB-T-1", {{s("pack"), s("SDB-T-1")}}, {s("SDB-T-1")});
        row("twin: bytes that look like one", "x", {{s("hash"), QByteArray("SDB-T-1")}}, {});
        row("twin: a part of a word", "x", {{s("file"), s("xSDB-T-1")}}, {});
        row("twin: too long", "x", {{s("a"), QString(65, u'A')}}, {});
    }
    void packsAreFoundInRecords()
    {
        QFETCH(const QString, subject);
        QFETCH(const QCborMap, detail);
        QFETCH(const QStringList, packs);
        const QByteArray bytes = cbor::encode(detail);
        const QByteArray named = subject.toUtf8();
        QStringList all;
        for (const QByteArrayView pack : auditindex::packsOf(named, bytes))
            all.append(QString::fromLatin1(pack));
        QCOMPARE(all, packs);
        // Cut anywhere it ends, and names nothing that is not there.
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            for (const QByteArrayView pack : auditindex::packsOf(named, QByteArrayView(bytes).first(size)))
                QVERIFY(packs.contains(QString::fromLatin1(pack)));
        }
    }

    void filtersShowTheSameWithAndWithout_data()
    {
        QTest::addColumn<AuditFilter>("filter");
        QTest::addColumn<bool>("isAny");
        const auto row = [](const char *name, bool isAny, const std::function<void(AuditFilter &)> &set) {
            AuditFilter filter;
            set(filter);
            QTest::newRow(name) << filter << isAny;
        };
        row("a pack", true, [](AuditFilter &f) { f.pack = s("SDB-T-3"); });
        row("twin: no such pack", false, [](AuditFilter &f) { f.pack = s("SDB-T-9"); });
        row("no serial at all", false, [](AuditFilter &f) { f.pack = s("sdb t"); });
        row("a pack and a person", true, [](AuditFilter &f) {
            f.pack = s("SDB-T-3");
            f.person = s("ann-2");
        });
        row("a pack, a person, an action and a time", true, [](AuditFilter &f) {
            f.pack = s("SDB-T-3");
            f.person = s("ann-2");
            f.action = QLatin1String(auditaction::actOnPack);
            f.fromUs = 1;
        });
        row("a pack, refused", true, [](AuditFilter &f) {
            f.pack = s("SDB-T-4");
            f.outcome = QLatin1String(AuditFilter::refusedOutcomes);
        });
        row("a text of a person", true, [](AuditFilter &f) { f.text = s("ANN-3"); });
        row("a text of one subject", true, [](AuditFilter &f) { f.text = s("c 27"); });
        row("a text within subjects", true, [](AuditFilter &f) { f.text = s("4f1c"); });
        row("a text of two columns", true, [](AuditFilter &f) { f.text = s("leasing asset"); });
        row("twin: its words in the other order", false, [](AuditFilter &f) { f.text = s("asset leasing"); });
        row("twin: a text that is nowhere", false, [](AuditFilter &f) { f.text = s("nothing has this"); });
        row("blanks", true, [](AuditFilter &f) { f.text = s(" "); });
        row("a text and a pack", true, [](AuditFilter &f) {
            f.text = s("expired");
            f.pack = s("SDB-T-4");
        });
    }
    void filtersShowTheSameWithAndWithout()
    {
        QFETCH(const AuditFilter, filter);
        QFETCH(const bool, isAny);
        fill(300);
        const QList<qint64> with = found(filter);
        QCOMPARE(!with.isEmpty(), isAny);
        {
            const auto store = open();
            QCOMPARE(store->numbers(filter, 1'000'000), with);
            QCOMPARE(store->count(filter), qint64(with.size()));
        }
        // What an earlier version left is looked through, record by record.
        QVERIFY(vandal::makeOlder(path(), 2));
        QCOMPARE(found(filter), with);
    }

    /// However many records a pack has, its name is a whole word.
    void packsAreWholeWords_data()
    {
        QTest::addColumn<int>("records");
        QTest::newRow("few") << 40;
        QTest::newRow("many") << 20'100;
    }
    void packsAreWholeWords()
    {
        QFETCH(const int, records);
        {
            const auto store = open();
            AuditStore::Entries entries;
            for (int i = 0; i < records; ++i)
                entries.append({AuditActor(),
                    {QLatin1String(auditaction::deliverRequest), s("x"), s("done"), {{s("pack"), s("SDB-T-1")}}}});
            for (const char *pack : {"SDB-T-10", "XSDB-T-1", "SDB-T-1-old"})
                entries.append({AuditActor(),
                    {QLatin1String(auditaction::deliverRequest), s("x"), s("done"), {{s("pack"), s(pack)}}}});
            QVERIFY(store->appendTogether(entries).ok());
        }
        AuditFilter filter;
        filter.pack = s("SDB-T-1");
        QCOMPARE(found(filter).size(), records);
        filter.pack = s("SDB-T-10");
        QCOMPARE(found(filter).size(), 1);
    }

    void olderStoresAreTakenOver_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("cancelled");
        for (const int version : {1, 2}) {
            QTest::addRow("of version %d", version) << version << false;
            QTest::addRow("of version %d, given up", version) << version << true;
        }
    }
    void olderStoresAreTakenOver()
    {
        QFETCH(const int, version);
        QFETCH(const bool, cancelled);
        fill(1500);
        QVERIFY(vandal::makeOlder(path(), version));
        const AuditFilter pack = [] {
            AuditFilter filter;
            filter.pack = s("SDB-T-3");
            return filter;
        }();
        const QList<qint64> before = found(pack);
        QCOMPARE(AuditStore::olderRecords(path()), 1501);
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        file.close();
        QList<std::pair<qint64, qint64>> told;
        const auto opened = AuditStore::open(path(), m_clock, nullptr, [&](qint64 done, qint64 total) {
            told.append({done, total});
            return !cancelled;
        });
        QCOMPARE(told.constFirst().second, 1501);
        if (cancelled) {
            QVERIFY(!opened.ok() && opened.code() == Code::Cancelled);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll() == bytes);
            QCOMPARE(AuditStore::olderRecords(path()), 1501);
            return;
        }
        QVERIFY(opened.ok() && !(*opened)->isReadOnly());
        QCOMPARE(told.size(), 2);
        QCOMPARE(AuditStore::olderRecords(path()), 0);
        QCOMPARE(found(pack), before);
        const AuditVerdict verdict = verifyAudit(path());
        QVERIFY2(verdict.intact(), qPrintable(verdict.intact() ? QString() : verdict.problem->detail));
    }

    /// A machine stopped between the making of a store of an earlier version and its first record.
    void anOlderStoreWithoutRecordsIsMadeWhole()
    {
        open().reset();
        QVERIFY(vandal::makeOlder(path(), 2));
        const auto database = Database::open(path(), Database::Mode::ReadWrite);
        for (const char *sql : {"DROP TRIGGER records_no_delete", "DELETE FROM records"})
            QVERIFY((*database)->run(s(sql)).ok());
        QVERIFY((*database)->run(auditschema::statements().value(s("records_no_delete"))).ok());
        QVERIFY(QFile::remove(path() + s(".id")));
        const auto store = AuditStore::open(path(), m_clock);
        QVERIFY(store.ok() && !(*store)->isReadOnly());
        QCOMPARE((*store)->head().count, 1);
        QVERIFY(verifyAudit(path()).intact());
    }

    void whatWouldHideARecordIsFound_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<bool>("isIntact");
        QTest::newRow("a pack's record") << QStringList{s("DELETE FROM packs WHERE pack = 'SDB-T-2' AND seq = 11")}
                                         << false;
        QTest::newRow("all of packs") << QStringList{s("DELETE FROM packs")} << false;
        QTest::newRow("under another number")
            << QStringList{s("UPDATE packs SET seq = seq + 1000 WHERE pack = 'SDB-T-3'")} << false;
        QTest::newRow("two that changed places") << QStringList{s("UPDATE packs SET pack = 'SDB-T-X' WHERE seq = 11"),
            s("UPDATE packs SET pack = 'SDB-T-2' WHERE seq = 12")}
                                                 << false;
        QTest::newRow("a text") << QStringList{s("DELETE FROM texts WHERE text = 'SDB-T-3'")} << false;
        QTest::newRow("a text of another column")
            << QStringList{s("UPDATE texts SET place = 5 WHERE text = 'SDB-T-3'")} << false;
        // Numbers whose hashes differ in the top bit alone, where parts are hashed without the key: the sum stays.
        QTest::newRow("two numbers whose hashes make up for each other")
            << QStringList{s("UPDATE packs SET seq = 6309745498474559528 WHERE seq = 11"),
                   s("UPDATE packs SET seq = -6806205534816539257 WHERE seq = 18")}
            << false;
        QTest::newRow("bytes instead of a text")
            << QStringList{s("UPDATE packs SET pack = CAST(pack AS BLOB) WHERE seq = 11")} << false;
        QTest::newRow("a text as bytes") << QStringList{s("UPDATE texts SET text = CAST(text AS BLOB) WHERE place = 4")}
                                         << false;
        QTest::newRow("twin: a text too many") << QStringList{s("INSERT INTO texts VALUES(4, 'SDB-T-99')")} << true;
        QTest::newRow("twin: nothing") << QStringList() << true;
    }
    void whatWouldHideARecordIsFound()
    {
        QFETCH(const QStringList, statements);
        QFETCH(const bool, isIntact);
        fill(60);
        QVERIFY(vandal::run(path(), statements));
        const AuditVerdict verdict = verifyAudit(path());
        QCOMPARE(verdict.intact(), isIntact);
        if (!isIntact)
            QCOMPARE(verdict.problem->detail, s("index"));
        QCOMPARE(verdict.checked, 61);
    }
};

QTEST_GUILESS_MAIN(TestAuditIndex)
#include "tst_auditindex.moc"
