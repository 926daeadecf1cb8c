// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/requestdraft.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

class TestRequestDraft final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void typedTextIsJudgedAsAWhole_data();
    void typedTextIsJudgedAsAWhole();
    void theSeatsAreNamed();
    void builtFromWhatThePackHolds();
    void nothingIsBuiltFromARefusedDraft();
    void anUnknownPackIsNamed();
    void aPeriodEndsInTheFuture();
    void evidenceIsNamedByItsHash();
    void oddPacksAreToldBeforeAValueIsTyped_data();
    void oddPacksAreToldBeforeAValueIsTyped();

private:
    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
    std::unique_ptr<Desk> m_desk;
};

void TestRequestDraft::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
    m_desk = std::make_unique<Desk>(*m_world, m_pack);
}

void TestRequestDraft::typedTextIsJudgedAsAWhole_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code"); // -1: accepted
    QTest::addColumn<qint64>("value");
    const auto row = [](const char *parameter, const char *text, std::optional<Code> code, qint64 value = 0) {
        QTest::addRow("%s %s", parameter, text)
            << QString::fromLatin1(parameter) << QString::fromUtf8(text) << (code ? int(*code) : -1) << value;
    };
    row("cell.voltage.max", "4.25", {}, 4250);
    row("cell.voltage.max", "4,25", {}, 4250);
    row("cell.voltage.max", "4.250", {}, 4250);
    row("cell.voltage.max", "4.21", {}, 4210);
    row("cell.voltage.max", "5.25", Code::AboveSiliconLimit);
    row("cell.voltage.max", "42.5", Code::AboveSiliconLimit);
    row("cell.voltage.max", "4.251", Code::OutsideCharter);
    row("cell.voltage.max", "4.30", Code::OutsideCharter);
    row("cell.voltage.max", "4.301", Code::AboveSiliconLimit);
    row("cell.voltage.max", "2.999", Code::AboveSiliconLimit);
    row("cell.voltage.max", "4.2", Code::Malformed); // unchanged
    row("cell.voltage.max", "", Code::NotAQuantity);
    row("cell.voltage.max", "4.2500", Code::NotAQuantity);
    row("cell.voltage.max", "4.25 ", Code::NotAQuantity);
    row("cell.voltage.max", "4.25V", Code::NotAQuantity);
    row("cell.voltage.max", "4,250,0", Code::NotAQuantity);
    row("cell.voltage.max", "4,190", Code::NotAQuantity); // or four thousand?
    row("cell.voltage.max", "4e3", Code::NotAQuantity);
    row("cell.voltage.max", "nan", Code::NotAQuantity);
    row("cell.voltage.max", "-4.25", Code::NotAQuantity);
    row("cell.voltage.max", "٤.٢٥", Code::NotAQuantity);
    row("soc.max", "95", {}, 95000);
    row("soc.max", "97", {}, 97000); // beyond the soft limit: an extra seat
    row("soc.max", "97.001", Code::OutsideCharter);
    row("soc.max", "9", Code::AboveSiliconLimit);
    row("soc.min", "75", Code::AboveSiliconLimit);
    row("no.such", "1", Code::UnknownParameter);
}

void TestRequestDraft::typedTextIsJudgedAsAWhole()
{
    QFETCH(QString, parameter);
    QFETCH(QString, text);
    QFETCH(int, code);
    QFETCH(qint64, value);
    RequestDraft draft(m_desk->workspace().trust(), m_desk->clock());
    draft.setPacks({m_pack.serial});
    draft.setParameter(ParameterId::fromTrusted(parameter));
    draft.setReason(QStringLiteral("Winter range"));
    draft.setText(text);
    QCOMPARE(draft.text(), text); // whatever the judgement
    if (code < 0) {
        QVERIFY2(!draft.problem(), draft.problem() ? qPrintable(draft.problem()->detail) : "");
        QCOMPARE(draft.value()->value, value);
        QVERIFY(draft.build(QByteArray(32, 'a')).ok());
    } else {
        QVERIFY(draft.problem().has_value());
        QCOMPARE(int(draft.problem()->code), code);
        QVERIFY(!draft.build(QByteArray(32, 'a')).ok());
    }
}

void TestRequestDraft::theSeatsAreNamed()
{
    RequestDraft draft(m_desk->workspace().trust(), m_desk->clock());
    draft.setPacks({m_pack.serial});
    draft.setParameter(ParameterId::fromTrusted(QStringLiteral("soc.max")));
    draft.setText(QStringLiteral("95"));
    QCOMPARE(draft.layer(), 3);
    QCOMPARE(draft.seats().size(), 2);
    QVERIFY(!draft.beyondSoftLimit());
    draft.setText(QStringLiteral("96"));
    QVERIFY(draft.beyondSoftLimit());
    QCOMPARE(draft.seats().size(), 3);
    QVERIFY(draft.seats().constLast().extra);
    draft.setText(QStringLiteral("x"));
    QVERIFY(draft.seats().isEmpty());
}

void TestRequestDraft::builtFromWhatThePackHolds()
{
    RequestDraft draft(m_desk->workspace().trust(), m_desk->clock());
    draft.setPacks({m_pack.serial});
    draft.setParameter(ParameterId::fromTrusted(QStringLiteral("soc.max")));
    draft.setText(QStringLiteral("95"));
    draft.setReason(QStringLiteral("Winter range"));
    const auto request = draft.build(QByteArray(32, 'a'));
    QVERIFY(request.ok());
    QCOMPARE(request->packs.size(), 1);
    const ParameterChange &change = request->packs.constFirst().changes.constFirst();
    QCOMPARE(change.from.value, 90000);
    QCOMPARE(change.revision, 1);
    QCOMPARE(change.to.value, 95000);
    QCOMPARE(change.unit, QStringLiteral("%"));
    QVERIFY(ChangeRequest::decode(request->encode()).ok());
    QVERIFY(!request->head.title.contains(QStringLiteral("95"))); // no value where it could be masked
}

void TestRequestDraft::nothingIsBuiltFromARefusedDraft()
{
    RequestDraft draft(m_desk->workspace().trust(), m_desk->clock());
    draft.setPacks({m_pack.serial});
    draft.setParameter(ParameterId::fromTrusted(QStringLiteral("soc.max")));
    draft.setText(QStringLiteral("95"));
    QVERIFY(!draft.build(QByteArray(32, 'a')).ok()); // no reason given
    draft.setReason(QStringLiteral("   "));
    QVERIFY(!draft.build(QByteArray(32, 'a')).ok());
}

void TestRequestDraft::anUnknownPackIsNamed()
{
    RequestDraft draft(m_desk->workspace().trust(), m_desk->clock());
    const PackSerial other = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0099"));
    draft.setPacks({m_pack.serial, other});
    draft.setParameter(ParameterId::fromTrusted(QStringLiteral("soc.max")));
    draft.setText(QStringLiteral("95"));
    QVERIFY(draft.problem().has_value());
    QCOMPARE(draft.problem()->code, Code::PackUnreachable);
    QCOMPARE(draft.problemPack(), other);
    QVERIFY(draft.parameters().isEmpty());
}

void TestRequestDraft::aPeriodEndsInTheFuture()
{
    RequestDraft draft(m_desk->workspace().trust(), m_desk->clock());
    draft.setPacks({m_pack.serial});
    draft.setParameter(ParameterId::fromTrusted(QStringLiteral("soc.max")));
    draft.setText(QStringLiteral("95"));
    draft.setReason(QStringLiteral("Winter range"));
    const qint64 now = m_desk->clock().now();
    QVERIFY(!draft.build(QByteArray(32, 'a'))->periodEnd);
    draft.setPeriodEnd(now + 3600);
    const auto hour = draft.build(QByteArray(32, 'a'));
    QCOMPARE(hour->periodEnd, std::optional<qint64>(now + 3600));
    QCOMPARE(hour->head.expires, now + 3600); // nothing to deliver once it is over
    draft.setPeriodEnd(now + 400LL * 24 * 3600);
    QCOMPARE(draft.build(QByteArray(32, 'a'))->head.expires, now + 30LL * 24 * 3600);
    for (const qint64 past : {now, now - 1}) {
        draft.setPeriodEnd(past);
        QCOMPARE(int(draft.build(QByteArray(32, 'a')).error().code), int(Code::Expired));
    }
}

void TestRequestDraft::evidenceIsNamedByItsHash()
{
    RequestDraft draft(m_desk->workspace().trust(), m_desk->clock());
    draft.setPacks({m_pack.serial});
    draft.setParameter(ParameterId::fromTrusted(QStringLiteral("soc.max")));
    draft.setText(QStringLiteral("95"));
    draft.setReason(QStringLiteral("Winter range"));
    QVERIFY(draft.addEvidence(QStringLiteral("cycles.pdf"), "tests").ok());
    QVERIFY(draft.addEvidence(QStringLiteral("cycles.pdf"), "tests").ok()); // the same file again
    QCOMPARE(int(draft.addEvidence(QStringLiteral("cycles.pdf"), "other").error().code), int(Code::Malformed));
    QCOMPARE(int(draft.addEvidence({}, "x").error().code), int(Code::Malformed));
    QCOMPARE(int(draft.addEvidence(QString(256, u'n'), "x").error().code), int(Code::Malformed));
    const QByteArray large(8 * 1024 * 1024, 'x');
    QCOMPARE(int(draft.addEvidence(QStringLiteral("film.mp4"), large).error().code), int(Code::TooLarge));
    const auto request = draft.build(QByteArray(32, 'a'));
    QCOMPARE(request->head.evidence,
        (QList<DocumentHead::Evidence>{{QStringLiteral("cycles.pdf"), sha256(QByteArray("tests"))}}));
    draft.removeEvidence(QStringLiteral("cycles.pdf"));
    QVERIFY(draft.build(QByteArray(32, 'a'))->head.evidence.isEmpty());
}

void TestRequestDraft::oddPacksAreToldBeforeAValueIsTyped_data()
{
    QTest::addColumn<int>("packs");
    QTest::addColumn<int>("otherValue"); ///< so many of the last hold another value
    QTest::addColumn<int>("otherHardware"); ///< so many of the first
    QTest::addColumn<QList<int>>("kinds"); ///< packs of each
    const auto row = [](const char *name, int packs, int value, int hardware, const QList<int> &kinds) {
        QTest::newRow(name) << packs << value << hardware << kinds;
    };
    row("one", 1, 0, 0, {1});
    row("all alike", 3, 0, 0, {3});
    row("another value", 3, 1, 0, {2, 1});
    row("another hardware", 3, 0, 1, {2, 1});
    row("both", 6, 2, 1, {3, 2, 1});
    row("by a worker, all alike", 20, 0, 0, {20});
    row("by a worker, both", 20, 3, 2, {15, 3, 2});
}

void TestRequestDraft::oddPacksAreToldBeforeAValueIsTyped()
{
    QFETCH(const int, packs);
    QFETCH(const int, otherValue);
    QFETCH(const int, otherHardware);
    QFETCH(const QList<int>, kinds);
    const ParameterId parameter = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    Desk desk(*m_world, m_pack);
    QList<PackSerial> serials;
    for (int i = 0; i < packs; ++i) {
        PackState pack = m_world->pack(QStringLiteral("SDB-TEST-1%1").arg(i, 3, 10, QLatin1Char('0')));
        serials.append(pack.serial);
        pack.values[parameter].revision = i + 1; // makes no pack odd
        if (i >= packs - otherValue)
            pack.values[parameter].base = Milli{85000};
        if (i < otherHardware)
            pack.silicon.hardware = QStringLiteral("lfp-100s1p");
        QVERIFY(desk.workspace().trust().learn(rulesOf(*m_world, pack)).ok());
        QVERIFY(desk.workspace().trust().learn(factsOf(pack)).ok());
    }
    const auto counts = [](const RequestDraft &draft) {
        QList<int> all;
        for (const requestparts::Kind &kind : draft.kinds())
            all.append(int(kind.packs.size()));
        return all;
    };
    RequestDraft draft(desk.workspace().trust(), desk.clock());
    draft.setPacks(serials);
    QTRY_VERIFY(!draft.isJudging());
    QVERIFY(draft.kinds().isEmpty()); // no parameter is chosen
    draft.setParameter(parameter);
    QTRY_COMPARE(counts(draft), kinds);
    QVERIFY(draft.problem().has_value()); // nothing is typed yet
    // What is typed changes nothing of it, while it is judged either.
    draft.setText(QStringLiteral("95"));
    QCOMPARE(counts(draft), kinds);
    QTRY_VERIFY(!draft.isJudging());
    QCOMPARE(counts(draft), kinds);
    // Those that are alike are one kind.
    draft.setPacks(QList<PackSerial>(draft.kinds().constFirst().packs));
    QTRY_COMPARE(counts(draft), QList<int>{kinds.constFirst()});
    draft.setParameter(ParameterId::fromTrusted(QStringLiteral("no.such")));
    QTRY_VERIFY(!draft.isJudging());
    QVERIFY(draft.kinds().isEmpty());
}

QTEST_GUILESS_MAIN(TestRequestDraft)
#include "tst_requestdraft.moc"
