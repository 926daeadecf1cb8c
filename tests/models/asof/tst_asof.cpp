// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/asof/asof.h"
#include "models/audit/auditstore.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pack/statement.h"
#include "models/core/pki/revocationdate.h"
#include "models/keys/issuedbook.h"
#include "models/signoffs/documentfolder.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

Q_DECLARE_METATYPE(packwarden::Certainty)
Q_DECLARE_METATYPE(packwarden::Gap)

namespace {

constexpr qint64 day = TestWorld::day;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const ParameterId &socMax()
{
    static const ParameterId id = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    return id;
}

RulesPoint point(qint64 version, qint64 from, qint64 until, bool isBegin = true)
{
    const QByteArray hash(32, char('0' + version));
    return {version, hash, from, until, isBegin, {Proof::Kind::Receipt, hash, {}, from}};
}

ValuePoint valuePoint(qint64 value, qint64 revision, qint64 at, bool isBegin)
{
    return {socMax(), {Milli{value}, revision, {}, 0}, at, isBegin,
        {Proof::Kind::Receipt, QByteArray(32, char('0' + revision)), {}, at}};
}

} // namespace

/// What was in force on a day that is past: what the words of packs prove, and no more.
class TestAsOf final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void moments_data();
    void moments();
    void rulesOnADay_data();
    void rulesOnADay();
    void valuesOnADay_data();
    void valuesOnADay();
    void aValueForATime();
    void wordsOfAPack();
    void whatWasSaidOnPastDays_data();
    void whatWasSaidOnPastDays();
    void aDocumentThatWasAppliedLater();
    void wordsThatProveNothing_data();
    void wordsThatProveNothing();
    void keysOnADay_data();
    void keysOnADay();
    void whoCouldHave();

private:
    ValueAsOf socMaxAt(Desk &desk, qint64 at) const;
    QString kept(Desk &desk, const CoseSign &document, const QList<QByteArray> &receipts);

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
};

void TestAsOf::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
}

QString TestAsOf::kept(Desk &desk, const CoseSign &document, const QList<QByteArray> &receipts)
{
    DocumentFile file;
    file.document = document;
    file.receipts = receipts;
    const QString path = desk.workspace().requestsFolder() + s("/one.pwreq");
    QDir().mkpath(desk.workspace().requestsFolder());
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(file.encode()) < 0)
        qFatal("no file");
    return path;
}

ValueAsOf TestAsOf::socMaxAt(Desk &desk, qint64 at) const
{
    const AsOfGround ground = AsOfGround::of(desk.workspace(), m_pack.serial);
    for (const ValueAsOf &value : valuesAsOf(at, evidenceOf(m_pack.serial, ground))) {
        if (value.parameter == socMax())
            return value;
    }
    return {};
}

void TestAsOf::moments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("at"); ///< 0: none
    QTest::addColumn<Code>("code");
    const qint64 now = TestWorld::now; // 2026-05-28T20:26:40Z
    QTest::newRow("a day ends at its end") << s("2026-05-27") << qint64(1'779'926'399) << Code::Internal;
    QTest::newRow("today ends now") << s("2026-05-28") << now << Code::Internal;
    QTest::newRow("a moment") << s("2026-05-28T20:26:39Z") << now - 1 << Code::Internal;
    QTest::newRow("a moment of another zone") << s("2026-05-28T22:26:39+02:00") << now - 1 << Code::Internal;
    QTest::newRow("tomorrow") << s("2026-05-29") << qint64(0) << Code::NotYetValid;
    QTest::newRow("a moment to come") << s("2026-05-28T20:26:41Z") << qint64(0) << Code::NotYetValid;
    QTest::newRow("no day") << s("2026-02-30") << qint64(0) << Code::Malformed;
    QTest::newRow("words") << s("yesterday") << qint64(0) << Code::Malformed;
    QTest::newRow("nothing") << QString() << qint64(0) << Code::Malformed;
}

void TestAsOf::moments()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, at);
    QFETCH(const Code, code);
    const auto moment = momentOf(text, TestWorld::now);
    QCOMPARE(moment.ok(), at != 0);
    if (moment.ok())
        QCOMPARE(*moment, at);
    else
        QCOMPARE(moment.code(), code);
}

void TestAsOf::rulesOnADay_data()
{
    QTest::addColumn<QList<RulesPoint>>("policies");
    QTest::addColumn<qint64>("at");
    QTest::addColumn<Certainty>("certainty");
    QTest::addColumn<Gap>("gap");
    QTest::addColumn<qint64>("version"); ///< 0: unknown
    const QList<RulesPoint> none;
    const QList<RulesPoint> first{point(1, 100, 100)};
    const QList<RulesPoint> two{point(1, 100, 100), point(2, 200, 300)};
    const QList<RulesPoint> jump{point(1, 100, 100), point(3, 300, 300)};
    const QList<RulesPoint> seen{point(1, 100, 100), point(2, 200, 200, false)};
    QTest::newRow("no word at all") << none << qint64(50) << Certainty::Unknown << Gap::Nothing << qint64(0);
    QTest::newRow("before the first policy") << first << qint64(99) << Certainty::Unknown << Gap::Before << qint64(0);
    QTest::newRow("when it came") << first << qint64(100) << Certainty::Proved << Gap::None << qint64(1);
    QTest::newRow("after the last word") << first << qint64(101) << Certainty::LastProved << Gap::Nothing << qint64(1);
    QTest::newRow("until the next came") << two << qint64(199) << Certainty::Proved << Gap::None << qint64(1);
    QTest::newRow("when the next came") << two << qint64(200) << Certainty::Proved << Gap::None << qint64(2);
    QTest::newRow("while the pack says so") << two << qint64(300) << Certainty::Proved << Gap::None << qint64(2);
    QTest::newRow("one between is not known") << jump << qint64(200) << Certainty::Unknown << Gap::Between << qint64(0);
    QTest::newRow("not told when it came") << seen << qint64(150) << Certainty::Unknown << Gap::Between << qint64(0);
}

void TestAsOf::rulesOnADay()
{
    QFETCH(const QList<RulesPoint>, policies);
    QFETCH(const qint64, at);
    QFETCH(const Certainty, certainty);
    QFETCH(const Gap, gap);
    QFETCH(const qint64, version);
    PackEvidence evidence;
    evidence.policies = policies;
    evidence.charters = {point(9, 1, 1000)};
    const RulesAsOf rules = rulesAsOf(at, evidence);
    QCOMPARE(rules.certainty, certainty);
    QCOMPARE(rules.policyVersion, version);
    // The documents of these hashes are not here: that is told, and no matrix is shown.
    QVERIFY(!rules.rules);
    QCOMPARE(rules.gap, certainty == Certainty::Unknown ? gap : Gap::NoDocument);
}

void TestAsOf::valuesOnADay_data()
{
    QTest::addColumn<QList<ValuePoint>>("points");
    QTest::addColumn<qint64>("at");
    QTest::addColumn<Certainty>("certainty");
    QTest::addColumn<qint64>("value"); ///< 0: unknown
    const QList<ValuePoint> seen{valuePoint(80, 1, 100, false)};
    const QList<ValuePoint> changed{valuePoint(80, 1, 100, false), valuePoint(90, 2, 200, true)};
    const QList<ValuePoint> unseen{valuePoint(80, 1, 100, false), valuePoint(90, 2, 200, false)};
    const QList<ValuePoint> jump{valuePoint(80, 1, 100, true), valuePoint(90, 3, 300, true)};
    const QList<ValuePoint> same{valuePoint(80, 1, 100, false), valuePoint(80, 1, 300, false)};
    const QList<ValuePoint> recorded{valuePoint(80, 1, 100, true), valuePoint(85, -1, 150, true)};
    QTest::newRow("before any word") << seen << qint64(99) << Certainty::Unknown << qint64(0);
    QTest::newRow("at the word") << seen << qint64(100) << Certainty::Proved << qint64(80);
    QTest::newRow("after the last word") << seen << qint64(101) << Certainty::LastProved << qint64(80);
    QTest::newRow("until it was changed") << changed << qint64(199) << Certainty::Proved << qint64(80);
    QTest::newRow("when it was changed") << changed << qint64(200) << Certainty::Proved << qint64(90);
    QTest::newRow("changed, not told when") << unseen << qint64(150) << Certainty::Unknown << qint64(0);
    QTest::newRow("changed twice") << jump << qint64(200) << Certainty::Unknown << qint64(0);
    QTest::newRow("the same revision at both ends") << same << qint64(200) << Certainty::Proved << qint64(80);
    QTest::newRow("set from here by one key") << recorded << qint64(200) << Certainty::Recorded << qint64(85);
}

void TestAsOf::valuesOnADay()
{
    QFETCH(const QList<ValuePoint>, points);
    QFETCH(const qint64, at);
    QFETCH(const Certainty, certainty);
    QFETCH(const qint64, value);
    PackEvidence evidence;
    evidence.values = points;
    const QList<ValueAsOf> values = valuesAsOf(at, evidence);
    QCOMPARE(values.size(), 1);
    QCOMPARE(values.constFirst().certainty, certainty);
    QCOMPARE(values.constFirst().value.has_value(), value != 0);
    if (value != 0)
        QCOMPARE(values.constFirst().value->value, value);
}

void TestAsOf::aValueForATime()
{
    PackEvidence evidence;
    ValuePoint overlay = valuePoint(80, 2, 100, true);
    overlay.value.overlay = Milli{95};
    overlay.value.overlayEnds = 200;
    evidence.values = {overlay, valuePoint(80, 2, 300, false)};
    QCOMPARE(valuesAsOf(199, evidence).constFirst().value->value, 95);
    QCOMPARE(valuesAsOf(200, evidence).constFirst().value->value, 80);
}

/// By the pack's own statement, and by the documents that it names.
void TestAsOf::wordsOfAPack()
{
    Desk desk(*m_world, m_pack);
    const AsOfGround ground = AsOfGround::of(desk.workspace(), m_pack.serial);
    const PackEvidence evidence = evidenceOf(m_pack.serial, ground);
    const RulesAsOf now = rulesAsOf(TestWorld::now, evidence);
    QCOMPARE(now.certainty, Certainty::Proved);
    QVERIFY(now.rules.has_value());
    QCOMPARE(now.rules->policy.version, m_pack.policy.version);
    QVERIFY(std::any_of(now.proof.begin(), now.proof.end(),
        [](const Proof &proof) { return proof.kind == Proof::Kind::Statement && proof.sha256.size() == 32; }));
    QVERIFY(std::any_of(now.proof.begin(), now.proof.end(),
        [](const Proof &proof) { return proof.kind == Proof::Kind::Document && proof.sha256.size() == 32; }));
    const RulesAsOf before = rulesAsOf(TestWorld::now - 1, evidence);
    QCOMPARE(before.certainty, Certainty::Unknown);
    QCOMPARE(before.gap, Gap::Before);
    QVERIFY(!before.rules);
    const RulesAsOf later = rulesAsOf(TestWorld::now + day, evidence);
    QCOMPARE(later.certainty, Certainty::LastProved);
    QCOMPARE(later.lastWord, TestWorld::now);
    QVERIFY(!evidence.events.isEmpty());
    // Of another pack nothing is known.
    const PackSerial other = PackSerial::fromTrusted(s("SDB-TEST-0099"));
    QCOMPARE(rulesAsOf(TestWorld::now, evidenceOf(other, AsOfGround::of(desk.workspace(), other))).gap, Gap::Nothing);
}

void TestAsOf::whatWasSaidOnPastDays_data()
{
    QTest::addColumn<bool>("isSigned"); // by the pack
    QTest::newRow("by the pack") << true;
    QTest::newRow("by nobody: a bit was turned") << false;
}

/// A pack signs its state again and again; the days between two words that say the same are proved by both.
void TestAsOf::whatWasSaidOnPastDays()
{
    QFETCH(const bool, isSigned);
    Desk desk(*m_world, m_pack);
    const PackSerial serial = m_pack.serial;
    const auto say = [&](int days, qint64 value, qint64 revision) {
        PackState state = m_pack;
        return statementOf(*m_world, state, [&](Statement &said) {
            said.at = TestWorld::now + days * day;
            said.logCount += quint64(days) + 1;
            said.values[socMax()].base = Milli{value};
            said.values[socMax()].revision = revision;
        });
    };
    const QString path = desk.workspace().folder();
    QByteArray first = say(1, 90000, 5);
    if (!isSigned)
        first[first.size() - 5] = char(first.at(first.size() - 5) ^ 1);
    for (const QByteArray &word : {first, say(2, 90000, 5), say(10, 90000, 5), say(12, 85000, 6), say(20, 85000, 6)}) {
        KnownPack known = *desk.workspace().trust().snapshot().packs.find(serial);
        known.statement = word;
        QVERIFY(desk.workspace().trust().snapshot().packs.database()->keep({known}).ok());
    }
    desk.clock().advance(30 * day);
    const ValueAsOf then = socMaxAt(desk, TestWorld::now + 5 * day);
    if (!isSigned) {
        // The word that opened the stretch is none: nothing of that day is proved by it.
        QVERIFY(then.certainty < Certainty::Proved);
        return;
    }
    QCOMPARE(then.certainty, Certainty::Proved);
    QCOMPARE(then.value->value, 90000);
    QVERIFY(then.proof.constFirst().kind == Proof::Kind::Statement);
    QCOMPARE(then.proof.constFirst().sha256, sha256(first));
    // When it changed between two words nobody knows.
    QCOMPARE(socMaxAt(desk, TestWorld::now + 11 * day).certainty, Certainty::Unknown);
    QCOMPARE(socMaxAt(desk, TestWorld::now + 11 * day).gap, Gap::Between);
    QCOMPARE(socMaxAt(desk, TestWorld::now + 15 * day).certainty, Certainty::Proved);
    QCOMPARE(socMaxAt(desk, TestWorld::now + 15 * day).value->value, 85000);
    QCOMPARE(socMaxAt(desk, TestWorld::now + 25 * day).certainty, Certainty::LastProved);
}

void TestAsOf::aDocumentThatWasAppliedLater()
{
    Desk desk(*m_world, m_pack);
    PackState pack = m_pack;
    const qint64 before = pack.value(socMax()).value;
    const CoseSign document = m_world->sign(m_world->request(m_pack, s("soc.max"), 95000), s("courier.fleet-manager"),
        {s("leasing.asset-manager"), s("celldata.specialist")});
    const qint64 applied = TestWorld::now + 1000;
    pack.now = applied;
    const DeliveryResult answer = applyOn(*m_world, pack, document);
    QVERIFY(answer.applied);
    kept(desk, document, {answer.receipt});
    desk.clock().advance(2'000'000);
    const ValueAsOf then = socMaxAt(desk, applied - 1);
    QCOMPARE(then.certainty, Certainty::Proved);
    QCOMPARE(then.value->value, before);
    const ValueAsOf since = socMaxAt(desk, applied);
    QCOMPARE(since.certainty, Certainty::Proved);
    QCOMPARE(since.value->value, 95000);
    QCOMPARE(socMaxAt(desk, applied + 1).certainty, Certainty::LastProved);
    QCOMPARE(since.proof.constFirst().sha256, sha256(answer.receipt));
}

void TestAsOf::wordsThatProveNothing_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("a receipt of another document") << s("other");
    QTest::newRow("a receipt by another pack") << s("pack");
    QTest::newRow("a receipt with a bit turned") << s("bit");
    QTest::newRow("no receipt") << s("none");
}

void TestAsOf::wordsThatProveNothing()
{
    QFETCH(const QString, what);
    Desk desk(*m_world, m_pack);
    const CoseSign document = m_world->sign(m_world->request(m_pack, s("soc.max"), 95000), s("courier.fleet-manager"),
        {s("leasing.asset-manager"), s("celldata.specialist")});
    PackState pack = what == s("pack") ? m_world->pack(s("SDB-TEST-0002")) : m_pack;
    pack.now = TestWorld::now + 1000;
    const qint64 other = what == s("other") ? 94000 : 95000;
    const DeliveryResult answer = applyOn(*m_world, pack,
        m_world->sign(m_world->request(pack, s("soc.max"), other), s("courier.fleet-manager"),
            {s("leasing.asset-manager"), s("celldata.specialist")}));
    QVERIFY(answer.applied);
    QByteArray receipt = answer.receipt;
    if (what == s("bit"))
        receipt[receipt.size() - 5] = char(receipt.at(receipt.size() - 5) ^ 1);
    kept(desk, document, what == s("none") ? QList<QByteArray>() : QList<QByteArray>{receipt});
    const ValueAsOf value = socMaxAt(desk, TestWorld::now + 1500);
    QCOMPARE(value.certainty, Certainty::LastProved);
    QCOMPARE(value.value->value, m_pack.value(socMax()).value);
}

void TestAsOf::keysOnADay_data()
{
    QTest::addColumn<qint64>("at");
    QTest::addColumn<KeyAsOf::State>("state");
    QTest::addColumn<Certainty>("certainty");
    const qint64 now = TestWorld::now;
    QTest::newRow("before it was made") << now - 2 * day << KeyAsOf::State::NotYetValid << Certainty::Proved;
    QTest::newRow("a later list does not name it") << now - 100 << KeyAsOf::State::Valid << Certainty::Proved;
    QTest::newRow("by the list of that day") << now + 5 * day << KeyAsOf::State::Valid << Certainty::LastProved;
    QTest::newRow("when it was revoked") << now + 10 * day << KeyAsOf::State::Revoked << Certainty::Proved;
    QTest::newRow("ever since") << now + 300 * day << KeyAsOf::State::Revoked << Certainty::Proved;
}

void TestAsOf::keysOnADay()
{
    QFETCH(const qint64, at);
    QFETCH(const KeyAsOf::State, state);
    QFETCH(const Certainty, certainty);
    const qint64 now = TestWorld::now;
    Desk desk(*m_world, m_pack);
    const Certificate leaf = m_world->key(s("leasing.asset-manager"))->leaf();
    QVERIFY(IssuedBook(desk.workspace().folder()).keep(leaf).ok());
    desk.clock().advance(400 * day * 1000);
    // Lists in a document's file count like any others; one that no pinned root signed does not.
    DocumentFile file;
    file.document = m_world->sign(m_world->request(m_pack, s("soc.max"), 95000), s("courier.fleet-manager"), {});
    for (const CrlEntry &entry : {m_world->crl(s("leasing"), {}, 2, now, now + 30 * day),
             m_world->crl(s("leasing"), {leaf}, 3, now + 10 * day, now + 40 * day),
             m_world->crl(s("leasing"), {leaf}, 4, now + 20 * day, now + 50 * day)})
        file.crls.append(encodeCrlEntry(entry));
    QDir().mkpath(desk.workspace().requestsFolder());
    QFile out(desk.workspace().requestsFolder() + s("/lists.pwreq"));
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0);
    out.close();
    const AsOfGround ground = AsOfGround::of(desk.workspace(), {});
    for (const KeyAsOf &key : keysAsOf(at, ground)) {
        if (key.certificate != leaf)
            continue;
        QCOMPARE(key.state, state);
        QCOMPARE(key.certainty, certainty);
        QCOMPARE(key.revokedAt, now + 10 * day); // by the first list that names it
        return;
    }
    QFAIL("the key is not known");
}

void TestAsOf::whoCouldHave()
{
    Desk desk(*m_world, m_pack);
    const Certificate leaf = m_world->key(s("leasing.asset-manager"))->leaf();
    QVERIFY(IssuedBook(desk.workspace().folder()).keep(leaf).ok());
    const AsOfGround ground = AsOfGround::of(desk.workspace(), m_pack.serial);
    const PackEvidence evidence = evidenceOf(m_pack.serial, ground);
    const CapabilityId capability = CapabilityId::fromTrusted(s("set-soc-max"));
    const auto answerOf = [&](qint64 at) -> std::optional<WhatIfAnswer::Outcome> {
        const WhoAsOf who = whoAsOf(at, m_pack.serial, capability, evidence, ground);
        for (const AblePerson &person : who.people.people) {
            if (person.leaf == leaf)
                return person.answer.outcome;
        }
        return {};
    };
    QCOMPARE(answerOf(TestWorld::now), std::optional(WhatIfAnswer::Outcome::WithOthers));
    // Before the first word nothing is said of anybody.
    const WhoAsOf before = whoAsOf(TestWorld::now - 1, m_pack.serial, capability, evidence, ground);
    QVERIFY(before.lack.has_value());
    QVERIFY(before.people.people.isEmpty());
    // Where no list of that day is known, no key is said to be refused.
    const WhoAsOf late = whoAsOf(TestWorld::now + 200 * day, m_pack.serial, capability, evidence, ground);
    QVERIFY(!late.lack);
    QVERIFY(std::any_of(
        late.unknown.begin(), late.unknown.end(), [&](const AblePerson &person) { return person.leaf == leaf; }));
}

QTEST_GUILESS_MAIN(TestAsOf)
#include "tst_asof.moc"
