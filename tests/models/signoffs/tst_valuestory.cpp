// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/cbor/cbor.h"
#include "models/signoffs/valuestory.h"
#include "tests/models/support/modelworld.h"

#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const PackSerial pack = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0001"));
const PackSerial other = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0002"));
const ParameterId socMax = ParameterId::fromTrusted(QStringLiteral("soc.max"));
const ParameterId socMin = ParameterId::fromTrusted(QStringLiteral("soc.min"));

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// A request for one value on one pack.
StoredDocument document(
    SignoffState state, std::optional<qint64> receiptAt = {}, const PackSerial &serial = pack, qint64 to = 90'000)
{
    ChangeRequest request;
    request.head.title = s("For the winter");
    request.packs = {{serial, s("nmc-96s2p"), {{socMax, s("%"), Milli{95'000}, 1, Milli{to}}}}};
    SignoffJudgement judgement;
    judgement.state = state;
    judgement.request = request;
    PackJudgement judged;
    judged.serial = serial;
    if (receiptAt) {
        judged.receipt = Receipt();
        judged.receipt->at = *receiptAt;
    }
    judgement.packs = {judged};
    const Seat owner{PositionId::fromTrusted(s("owner")), RoleId::fromTrusted(s("asset-manager"))};
    SeatFinding empty;
    empty.candidates = {owner};
    judgement.seats = {empty};
    return {s("/a/request.pwreq"), judgement};
}

} // namespace

/// What became of a value and what is proposed for it, from documents and audit.
class TestValueStory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void documents_data();
    void documents();
    void aHiddenValueStaysHidden();
    void whatOneKeySet_data();
    void whatOneKeySet();
    void newestFirst();

private:
    ValueStory story(const QList<StoredDocument> &documents) { return storyOf(pack, socMax, documents, *m_store); }
    void record(const QCborMap &detail, const char *outcome = auditoutcome::done, const QString &subject = pack.text());

    CryptoRuntime m_crypto;
    FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AuditStore> m_store;
};

void TestValueStory::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = AuditStore::open(m_folder->filePath(s("audit.db")), m_clock);
    QVERIFY(opened.ok());
    m_store = std::move(opened).value();
}

void TestValueStory::record(const QCborMap &detail, const char *outcome, const QString &subject)
{
    QVERIFY(m_store
                ->append({s("service.technician"), s("service"), s("technician")},
                    {QLatin1String(auditaction::actOnPack), subject, QLatin1String(outcome), detail})
                .ok());
}

void TestValueStory::documents_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("applied");
    QTest::addColumn<bool>("otherPack");
    QTest::addColumn<int>("proposals");
    QTest::addColumn<int>("changes");
    const auto row
        = [](const char *name, SignoffState state, bool applied, bool otherPack, int proposals, int changes) {
              QTest::newRow(name) << int(state) << applied << otherPack << proposals << changes;
          };
    row("draft", SignoffState::Draft, false, false, 1, 0);
    row("collecting", SignoffState::Collecting, false, false, 1, 0);
    row("ready", SignoffState::Ready, false, false, 1, 0);
    row("refused by the pack", SignoffState::RefusedByPack, false, false, 1, 0);
    row("applied here", SignoffState::Applied, true, false, 0, 1);
    row("applied here, not yet on others", SignoffState::PartlyApplied, true, false, 0, 1);
    row("applied on others, not yet here", SignoffState::PartlyApplied, false, false, 1, 0);
    row("withdrawn", SignoffState::Withdrawn, false, false, 0, 0);
    row("withdrawn after it was applied", SignoffState::Withdrawn, true, false, 0, 1);
    row("rejected", SignoffState::Rejected, false, false, 0, 0);
    row("expired", SignoffState::Expired, false, false, 0, 0);
    row("overtaken", SignoffState::Stale, false, false, 0, 0);
    row("of another pack", SignoffState::Ready, false, true, 0, 0);
}

void TestValueStory::documents()
{
    QFETCH(int, state);
    QFETCH(bool, applied);
    QFETCH(bool, otherPack);
    QFETCH(int, proposals);
    QFETCH(int, changes);
    const ValueStory told = story({document(
        SignoffState(state), applied ? std::optional<qint64>(1000) : std::nullopt, otherPack ? other : pack)});
    QCOMPARE(int(told.proposals.size()), proposals);
    QCOMPARE(int(told.history.size()), changes);
    if (proposals == 1) {
        QCOMPARE(told.proposals.constFirst().to, Milli{90'000});
        QCOMPARE(told.proposals.constFirst().missing.size(), 1);
        QCOMPARE(told.proposals.constFirst().path, s("/a/request.pwreq"));
    }
    if (changes == 1) {
        QCOMPARE(told.history.constFirst().from, std::optional(Milli{95'000}));
        QCOMPARE(told.history.constFirst().title, s("For the winter"));
        QVERIFY(!told.history.constFirst().isByOneKey);
    }
    // Another value of the same pack has nothing to do with it.
    QVERIFY(storyOf(pack, socMin, {document(SignoffState(state))}, *m_store) == ValueStory());
}

void TestValueStory::aHiddenValueStaysHidden()
{
    StoredDocument hidden = document(SignoffState::Collecting);
    QVERIFY(!story({hidden}).proposals.constFirst().isHidden);
    hidden.judgement.hidden.insert(socMax);
    QVERIFY(story({hidden}).proposals.constFirst().isHidden);
}

void TestValueStory::whatOneKeySet_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<bool>("otherPack");
    QTest::addColumn<bool>("told");
    QTest::newRow("done") << s("soc.max=90") << s("95") << s("done") << false << true;
    QTest::newRow("without what it was") << s("soc.max=90") << QString() << s("done") << false << true;
    QTest::newRow("begun") << s("soc.max=90") << s("95") << s("begun") << false << false;
    QTest::newRow("refused") << s("soc.max=90") << s("95") << s("outside-policy") << false << false;
    QTest::newRow("another value") << s("soc.min=90") << s("95") << s("done") << false << false;
    QTest::newRow("another pack") << s("soc.max=90") << s("95") << s("done") << true << false;
    QTest::newRow("no number") << s("soc.max=much") << s("95") << s("done") << false << false;
    QTest::newRow("no setting") << QString() << QString() << s("done") << false << false;
}

void TestValueStory::whatOneKeySet()
{
    QFETCH(QString, setting);
    QFETCH(QString, from);
    QFETCH(QString, outcome);
    QFETCH(bool, otherPack);
    QFETCH(bool, told);
    QCborMap detail{{QLatin1String("action"), s("set")}};
    if (!setting.isEmpty())
        detail.insert(QLatin1String("setting"), setting);
    if (!from.isEmpty())
        detail.insert(QLatin1String("from"), from);
    record(detail, outcome.toLatin1().constData(), otherPack ? other.text() : pack.text());
    const ValueStory heard = story({});
    QCOMPARE(heard.history.size(), told ? 1 : 0);
    if (!told)
        return;
    QCOMPARE(heard.history.constFirst().to, Milli{90'000});
    QCOMPARE(heard.history.constFirst().from.has_value(), !from.isEmpty());
    QVERIFY(heard.history.constFirst().isByOneKey);
    QCOMPARE(heard.history.constFirst().who, QStringList{s("service.technician")});
}

void TestValueStory::newestFirst()
{
    const qint64 now = m_clock.now();
    record({{QLatin1String("setting"), s("soc.max=91")}});
    const ValueStory told = story({document(SignoffState::Applied, now - 100, pack, 90'000),
        document(SignoffState::Applied, now + 100, pack, 92'000)});
    QCOMPARE(told.history.size(), 3);
    QCOMPARE(told.history.at(0).to, Milli{92'000});
    QCOMPARE(told.history.at(1).to, Milli{91'000});
    QCOMPARE(told.history.at(2).to, Milli{90'000});
}

QTEST_GUILESS_MAIN(TestValueStory)
#include "tst_valuestory.moc"
