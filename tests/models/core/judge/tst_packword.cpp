// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/documentfile.h"
#include "models/core/judge/intake.h"
#include "models/core/judge/timedocument.h"
#include "models/core/pack/statement.h"
#include "tests/models/core/judge/judgetest.h"

using namespace packwarden;
using namespace packwarden::test;

namespace {

constexpr qint64 now = TestWorld::now;
constexpr qint64 day = TestWorld::day;

} // namespace

/// What a pack says (statements), and what it is told while it does not know the time.
class TestPackWord final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void times_data();
    void times();
    void timesOfTwoParties_data();
    void timesOfTwoParties();
    void twoPartiesOnly();
    void oneWordEndsNoLimit_data();
    void oneWordEndsNoLimit();
    void beforeTheCharter_data();
    void beforeTheCharter();
    void aListBringsNoTime();
    void overlaysInUncertainTime_data();
    void overlaysInUncertainTime();
    void requestsInUncertainTime();
    void withdrawalsInUncertainTime();
    void statements_data();
    void statements();
    void case20EveryByte_data();
    void case20EveryByte();

private:
    struct TimeRow
    {
        PackState pack;
        TimeDocument document;
        QString signer = who::platform;
        const char *type = contenttype::time;
        std::function<void(CoseSign1 &)> spoil = [](CoseSign1 &) {
        };
    };
    void timeRow(const char *name, const char *expected, const std::function<void(TimeRow &)> &change);
    PackState storedPack();
    QByteArray togetherBy(
        const TimeDocument &document, const QStringList &people,
        const std::function<void(CoseSign &)> &spoil = [](CoseSign &) {});
    Statement statement(const PackState &pack);

    CryptoRuntime m_crypto;
    TestWorld m_world;
    std::map<QString, TimeRow> m_times;
    std::map<QString, std::function<Result<Statement>()>> m_statements;
};

void TestPackWord::timeRow(const char *name, const char *expected, const std::function<void(TimeRow &)> &change)
{
    TimeRow row;
    row.pack = servedPack(m_world);
    row.pack.charter.timekeepers = {roleId("platform-engineer")};
    row.pack.clockUncertain = true;
    row.pack.clockFloor = now - 5 * day;
    row.pack.now = now - 5 * day;
    row.document = {row.pack.serial, row.pack.timeNonce, now};
    change(row);
    m_times[text(name)] = row;
    QTest::newRow(name) << text(expected);
}

void TestPackWord::times_data()
{
    QTest::addColumn<QString>("expected");
    using Row = TimeRow;
    timeRow("by a timekeeper", "", [](Row &) {});
    timeRow("the pack's clock is sure", "wrong-state", [](Row &r) { r.pack.clockUncertain = false; });
    timeRow("by another role", "signer-not-authorised", [](Row &r) { r.signer = who::leasing; });
    timeRow("nobody keeps time", "signer-not-authorised", [](Row &r) { r.pack.charter.timekeepers.clear(); });
    timeRow(
        "the burned-in manufacturer after the charter", "signer-not-authorised", [](Row &r) { r.signer = who::maker; });
    timeRow("a stranger", "unknown-issuer", [](Row &r) { r.signer = text("stranger.platform-engineer"); });
    timeRow("the role certified by another party", "role-not-issuable", [this](Row &r) {
        m_world.key(who::leasing);
        r.pack.charter.mayIssue.remove(roleId("platform-engineer"));
    });
    timeRow("case 10: for another pack", "wrong-pack",
        [](Row &r) { r.document.serial = PackSerial::fromTrusted(text("SDB-TEST-0002")); });
    timeRow("case 13: over an earlier nonce", "stale-base", [](Row &r) { r.document.nonce = QByteArray(32, 'o'); });
    timeRow("the pack has no nonce", "malformed", [](Row &r) {
        r.pack.timeNonce.clear();
        r.document.nonce.clear();
    });
    timeRow("a short nonce on the pack", "stale-base", [](Row &r) { r.pack.timeNonce = QByteArray(31, 'n'); });
    timeRow("case 129: an hour back", "version-rollback", [](Row &r) {
        r.pack.clockFloor = now + 3600;
        r.pack.now = r.pack.clockFloor;
    });
    timeRow("case 129: at the floor", "", [](Row &r) { r.pack.clockFloor = now; });
    timeRow("case 129: a second under the floor", "version-rollback", [](Row &r) { r.pack.clockFloor = now + 1; });
    const auto ago = [](Row &r, qint64 back) {
        r.pack.clockFloor = now - back;
        r.pack.now = r.pack.clockFloor;
    };
    timeRow("case 129: a week forward", "", [=](Row &r) { ago(r, 7 * day); });
    timeRow("case 129: a week and a second", "version-jump", [=](Row &r) { ago(r, 7 * day + 1); });
    timeRow("case 129: 400 days forward", "version-jump", [=](Row &r) { ago(r, 400 * day); });
    timeRow("the fourth week by one party alone", "", [=](Row &r) {
        ago(r, 7 * day);
        r.pack.toldAhead = 21 * day;
    });
    timeRow("a second more than four weeks by one party alone", "version-jump", [=](Row &r) {
        ago(r, 7 * day);
        r.pack.toldAhead = 21 * day + 1;
    });
    timeRow("nothing is left to one party alone", "version-jump", [=](Row &r) {
        ago(r, 1);
        r.pack.toldAhead = 28 * day;
    });
    timeRow("a whole clock is set where nothing is left", "", [=](Row &r) {
        ago(r, 0);
        r.pack.toldAhead = 28 * day;
    });
    timeRow("what two parties sign, by one", "unknown-type", [](Row &r) { r.document.reading = r.pack.now; });
    timeRow("case 129: to 1970", "certificate-not-yet-valid", [this](Row &r) {
        r.document.time = 0;
        replaceList(r.pack, m_world.root(text("platform")), m_world.crl(text("platform"), {}, 2, -day, day));
    });
    timeRow("case 129: to 2106, by a certificate that ends before", "certificate-expired", [this](Row &r) {
        r.document.time = 4'300'000'000;
        replaceList(r.pack, m_world.root(text("platform")), m_world.crl(text("platform"), {}, 2, now, 4'400'000'000));
        r.pack.charter.crlGrace[1] = INT32_MAX;
    });
    timeRow("case 129: to 2038, lists of today", "crl-stale", [](Row &r) { r.document.time = 2'147'483'648; });
    timeRow("earlier than a list that the pack holds", "crl-stale", [this](Row &r) {
        r.document.time = now;
        replaceList(r.pack, m_world.root(text("platform")), m_world.crl(text("platform"), {}, 2, now + 1, now + day));
    });
    timeRow("a list in its grace then", "", [this](Row &r) {
        replaceList(r.pack, m_world.root(text("platform")),
            m_world.crl(text("platform"), {}, 2, now - 40 * day, now - 13 * day));
    });
    timeRow("a list past its grace then", "crl-stale", [this](Row &r) {
        replaceList(r.pack, m_world.root(text("platform")),
            m_world.crl(text("platform"), {}, 2, now - 40 * day, now - 15 * day));
    });
    timeRow("revoked", "certificate-revoked", [this](Row &r) {
        replaceList(r.pack, m_world.root(text("platform")),
            m_world.crl(text("platform"), {m_world.key(who::platform)->leaf()}, 2));
    });
    timeRow("the party has left by then", "role-not-issuable",
        [](Row &r) { r.pack.charter.positions[positionId("platform")].until = now; });
    timeRow("case 24: signed as a statement", "unknown-type", [](Row &r) { r.type = contenttype::statement; });
    timeRow("changed after signing", "signature-invalid", [](Row &r) {
        r.spoil = [](CoseSign1 &d) {
            d.payload
                = TimeDocument{PackSerial::fromTrusted(text("SDB-TEST-0001")), QByteArray(32, 'n'), now + 1}.encode();
        };
    });
}

void TestPackWord::times()
{
    QFETCH(QString, expected);
    const TimeRow &row = m_times.at(text(QTest::currentDataTag()));
    auto document = CoseSign1::make(row.type, row.document.encode(), *m_world.key(row.signer), now);
    row.spoil(document.value());
    const auto taken = takeTime(document->encode(), row.pack);
    QCOMPARE(taken.ok() ? QString() : QString(codeName(taken.code())), expected);
    if (!taken.ok())
        return;
    QCOMPARE(taken->time, row.document.time);
    QCOMPARE(taken->toldAhead, row.pack.toldAhead + row.document.time - row.pack.clockFloor);
    QCOMPARE(taken->persons, QStringList{row.signer});
}

/// A pack that lay in a store for eight months and lost its clock on the first day.
PackState TestPackWord::storedPack()
{
    PackState pack = servedPack(m_world);
    pack.clockUncertain = true;
    pack.clockFloor = now - 240 * day;
    pack.now = pack.clockFloor + 100; // it runs again
    pack.toldAhead = 25 * day;
    for (Position &position : pack.charter.positions)
        position.from = pack.clockFloor - day;
    return pack;
}

QByteArray TestPackWord::togetherBy(
    const TimeDocument &document, const QStringList &people, const std::function<void(CoseSign &)> &spoil)
{
    CoseSign made = signPayload(m_world, contenttype::time, document.encode(), {}, people);
    spoil(made);
    return made.encode();
}

void TestPackWord::timesOfTwoParties_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QStringList>("people");
    using Row = TimeRow;
    const auto row = [this](
                         const char *name, const char *expected, const QStringList &people,
                         const std::function<void(Row &)> &change = [](Row &) {}) {
        Row made;
        made.pack = storedPack();
        made.document = {made.pack.serial, made.pack.timeNonce, now, made.pack.now};
        change(made);
        m_times[text(name)] = made;
        QTest::newRow(name) << text(expected) << people;
    };
    const QStringList both{who::platform, who::leasing};
    row("the timekeeper and the owner", "", both);
    row("the owner first", "", {who::leasing, who::platform});
    row("the timekeeper and the service shop", "", {who::platform, who::shop});
    row("three of them", "", {who::platform, who::leasing, who::cell});
    row("the timekeeper alone", "below-quorum", {who::platform});
    row("two of the timekeeper's party", "below-quorum", {who::platform, text("platform.platform-engineer-2")});
    row("two others", "below-quorum", {who::leasing, who::cell});
    row("nobody", "below-quorum", {});
    row("a second party that has left by then", "role-not-issuable", both,
        [](Row &r) { r.pack.charter.positions[positionId("owner")].until = now; });
    row("somebody who does not sign for his party", "signer-not-authorised", both,
        [](Row &r) { r.pack.charter.positions[positionId("owner")].signatory = roleId("fleet-manager"); });
    row("another party's timekeeper", "", both, [](Row &r) {
        r.pack.charter.positions[positionId("owner")].signatory = roleId("fleet-manager");
        r.pack.charter.timekeepers.insert(roleId("asset-manager"));
    });
    row("one party in two positions", "below-quorum", both,
        [](Row &r) { r.pack.charter.positions[positionId("owner")].party = text("platform"); });
    row("a stranger beside the timekeeper", "unknown-issuer", {who::platform, text("stranger.asset-manager")});
    row("a stranger besides does not matter", "", both + QStringList{text("stranger.asset-manager")});
    row("case 13: over an earlier nonce", "stale-base", both, [](Row &r) { r.document.nonce = QByteArray(32, 'o'); });
    row("case 10: for another pack", "wrong-pack", both,
        [](Row &r) { r.document.serial = PackSerial::fromTrusted(text("SDB-TEST-0002")); });
    row("the pack's clock is sure", "wrong-state", both, [](Row &r) { r.pack.clockUncertain = false; });
    row("before the floor", "version-rollback", both, [](Row &r) { r.document.time = r.pack.clockFloor - 1; });
    row("ten years and a day", "version-jump", both, [](Row &r) { r.document.time = now + 3661 * day; });
    row("the end of all numbers", "version-jump", both, [](Row &r) {
        r.document.time = INT64_MAX;
        r.document.reading = 0;
    });
    row("case 129: beyond their lists", "crl-stale", both, [](Row &r) { r.document.time = now + 100 * day; });
    row("signed three weeks ago", "", both, [](Row &r) {
        r.document.time = now - 21 * day;
        *r.document.reading -= 21 * day;
        // Their lists and certificates must be good now, not then.
    });
    row("signed more than 90 days ago", "expired", both, [](Row &r) {
        r.document.time = now - 91 * day;
        *r.document.reading -= 91 * day;
    });
    row("a reading that the clock has not reached", "stale-base", both, [](Row &r) { ++*r.document.reading; });
    row("what one party signs, by two", "unknown-type", both, [](Row &r) { r.document.reading.reset(); });
}

void TestPackWord::timesOfTwoParties()
{
    QFETCH(QString, expected);
    QFETCH(QStringList, people);
    const TimeRow &row = m_times.at(text(QTest::currentDataTag()));
    const auto taken = takeTime(togetherBy(row.document, people), row.pack);
    QCOMPARE(taken.ok() ? QString() : QString(codeName(taken.code())), expected);
    if (!taken.ok())
        return;
    // The time that it is now, however long the signatures took; and one party alone may tell it again.
    QCOMPARE(taken->time, now);
    QCOMPARE(taken->toldAhead, qint64(0));
    QCOMPARE(taken->persons.size(), 2);
    QVERIFY(taken->persons.contains(who::platform));
}

void TestPackWord::twoPartiesOnly()
{
    const PackState pack = storedPack();
    const TimeDocument document{pack.serial, pack.timeNonce, now, pack.now};
    const QStringList both{who::platform, who::leasing};
    const auto said = [&](const QByteArray &bytes) {
        const auto taken = takeTime(bytes, pack);
        return taken.ok() ? QString() : QString(codeName(taken.code()));
    };
    QCOMPARE(said(togetherBy(document, both)), QString());
    // A signature that was changed is none, and the reason.
    QCOMPARE(said(togetherBy(document, both,
                 [](CoseSign &d) {
                     QByteArray &bytes = d.signatures.last().signature;
                     bytes[7] = char(bytes.at(7) ^ 1);
                 })),
        text("signature-invalid"));
    QCOMPARE(said(togetherBy(document, both, [](CoseSign &d) { d.contentType = contenttype::command; })),
        text("unknown-type"));
    // An author's word is no approval.
    const CoseSign authored = signPayload(m_world, contenttype::time, document.encode(), who::platform, {who::leasing});
    QCOMPARE(said(authored.encode()), text("signer-not-authorised"));
    // A key that its issuer made does not count, and neither does a role certified by the other party.
    const auto made = m_world.makeKey({text("leasing"), who::leasing, text("asset-manager"),
        text("leasing.issuer-made"), now - day, now + day, true});
    CoseSign withMade{contenttype::time, document.encode(), {}};
    QVERIFY(withMade.addSignature(*m_world.key(who::platform), Meaning::Approve, now, someLog()).ok());
    QVERIFY(withMade.addSignature(*made, Meaning::Approve, now, someLog()).ok());
    QCOMPARE(said(withMade.encode()), text("signer-not-authorised"));
}

void TestPackWord::oneWordEndsNoLimit_data()
{
    QTest::addColumn<bool>("together");
    QTest::addColumn<qint64>("from"); ///< from the pack's clock
    QTest::addColumn<qint64>("end");
    QTest::addColumn<qint64>("told");
    QTest::addColumn<qint64>("expected"); ///< of the overlay, in thousandths of a percent
    QTest::newRow("ahead of its end by one party") << false << qint64(80000) << 3 * day << 5 * day << qint64(80000);
    QTest::newRow("ahead of its end by two") << true << qint64(80000) << 3 * day << 5 * day << qint64(90000);
    QTest::newRow("before its end") << false << qint64(80000) << 6 * day << 5 * day << qint64(80000);
    QTest::newRow("it had ended before") << false << qint64(80000) << -day << 5 * day << qint64(90000);
    QTest::newRow("a looser one ends") << false << qint64(95000) << 3 * day << 5 * day << qint64(90000);
}

void TestPackWord::oneWordEndsNoLimit()
{
    QFETCH(bool, together);
    QFETCH(qint64, from);
    QFETCH(qint64, end);
    QFETCH(qint64, told);
    QFETCH(qint64, expected);
    PackState pack = servedPack(m_world);
    pack.clockUncertain = true;
    pack.clockFloor = now - told;
    pack.now = pack.clockFloor;
    StoredValue &value = pack.values[parameterId("soc.max")];
    value.overlay = Milli{from};
    value.overlayEnds = pack.now + end;
    TimeDocument document{pack.serial, pack.timeNonce, now};
    QByteArray bytes;
    if (together) {
        document.reading = pack.now;
        bytes = togetherBy(document, {who::platform, who::leasing});
    } else {
        bytes = CoseSign1::make(contenttype::time, document.encode(), *m_world.key(who::platform), now)->encode();
    }
    const auto taken = takeTime(bytes, pack);
    QVERIFY(taken.ok());
    const auto inForce = [&](qint64 at) {
        return taken->values.value(parameterId("soc.max")).inForce(at).value;
    };
    QCOMPARE(inForce(now), expected);
    // It ends all the same, once it has run for as long as it should.
    if (!together && from == 80000 && end > 0) {
        QCOMPARE(inForce(now + end - 1), expected);
        QCOMPARE(inForce(now + end), qint64(90000));
    }
}

void TestPackWord::beforeTheCharter_data()
{
    QTest::addColumn<QString>("signer");
    QTest::addColumn<qint64>("ahead");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the manufacturer") << who::maker << qint64(100) << QString();
    QTest::newRow("case 129: the manufacturer, 400 days forward") << who::maker << 400 * day << QString();
    QTest::newRow("case 129: the manufacturer, 400 days and a second")
        << who::maker << 400 * day + 1 << text("version-jump");
    QTest::newRow("another party") << who::platform << qint64(100) << text("unknown-issuer");
    QTest::newRow("a device of the manufacturer") << text("device") << qint64(100) << text("malformed");
}

void TestPackWord::beforeTheCharter()
{
    QFETCH(QString, signer);
    QFETCH(qint64, ahead);
    QFETCH(QString, expected);
    PackState pack;
    pack.serial = PackSerial::fromTrusted(text("SDB-TEST-0001"));
    pack.manufacturerRoot = m_world.root(text("manufacturer")).der;
    pack.clockUncertain = true;
    pack.clockFloor = now - ahead;
    pack.now = now - ahead;
    pack.timeNonce = QByteArray(32, 'n');
    // A blank pack takes the manufacturer's list, and no other's.
    QCOMPARE(takeCrl(encodeCrlEntry(m_world.crl(text("leasing"))), pack).code(), Code::UnknownIssuer);
    const auto lists = takeCrl(encodeCrlEntry(m_world.crl(text("manufacturer"))), pack);
    QVERIFY(lists.ok());
    pack.crls = *lists;
    const auto key = signer == text("device") ? m_world.deviceKey() : m_world.key(signer);
    const auto document
        = CoseSign1::make(contenttype::time, TimeDocument{pack.serial, pack.timeNonce, now}.encode(), *key, now);
    const auto taken = takeTime(document->encode(), pack);
    QCOMPARE(taken.ok() ? QString() : QString(codeName(taken.code())), expected);
}

void TestPackWord::aListBringsNoTime()
{
    // Dates in documents never move the clock: only the lists change.
    PackState pack = servedPack(m_world);
    pack.clockUncertain = true;
    const auto lists
        = takeCrl(encodeCrlEntry(m_world.crl(text("leasing"), {}, 2, now + 400 * day, now + 420 * day)), pack);
    QVERIFY(lists.ok());
    PackState after = pack;
    after.crls = *lists;
    QCOMPARE(after.now, pack.now);
    QCOMPARE(after.clockFloor, pack.clockFloor);
    pack.clockUncertain = false;
    QCOMPARE(takeCrl(encodeCrlEntry(m_world.crl(text("leasing"), {}, 2, now + 1, now + day)), pack).code(),
        Code::NotYetValid);
}

void TestPackWord::overlaysInUncertainTime_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<qint64>("overlay");
    QTest::addColumn<qint64>("ends");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("a looser maximum ends") << text("soc.max") << qint64(95000) << now + day << qint64(90000);
    QTest::newRow("a stricter maximum stays") << text("soc.max") << qint64(80000) << now + day << qint64(80000);
    QTest::newRow("a looser minimum ends") << text("soc.min") << qint64(5000) << now + day << qint64(10000);
    QTest::newRow("a stricter minimum stays") << text("soc.min") << qint64(20000) << now + day << qint64(20000);
    QTest::newRow("a stricter one that ended by the floor") << text("soc.max") << qint64(80000) << now << qint64(90000);
}

void TestPackWord::overlaysInUncertainTime()
{
    QFETCH(QString, parameter);
    QFETCH(qint64, overlay);
    QFETCH(qint64, ends);
    QFETCH(qint64, expected);
    const ParameterId id = ParameterId::fromTrusted(parameter);
    PackState pack = servedPack(m_world);
    pack.values[id].overlay = Milli{overlay};
    pack.values[id].overlayEnds = ends;
    QCOMPARE(pack.value(id).value, ends > now ? overlay : pack.values[id].base.value);
    pack.clockUncertain = true;
    QCOMPARE(pack.value(id).value, expected);
}

void TestPackWord::requestsInUncertainTime()
{
    PackState pack = servedPack(m_world);
    pack.clockUncertain = true;
    const QByteArray bytes
        = m_world.signedBytes(m_world.request(pack, text("soc.max"), 85000), {who::leasing, who::cell});
    QCOMPARE(verifyRequest(bytes, pack).refusal->code, Code::TimeUncertain);
    pack.clockUncertain = false;
    QVERIFY(verifyRequest(bytes, pack).accepted());
}

void TestPackWord::withdrawalsInUncertainTime()
{
    PackState pack = servedPack(m_world);
    pack.clockUncertain = true;
    pack.now = now - 20 * day; // before every certificate and list of this world
    const auto withdrawal = [&](const QString &who) {
        return CoseSign1::make(
            contenttype::withdrawal, Withdrawal{QByteArray(32, 'd'), now + day}.encode(), *m_world.key(who), now)
            ->encode();
    };
    QVERIFY(takeWithdrawal(withdrawal(who::leasing), pack).ok());
    QCOMPARE(takeWithdrawal(withdrawal(text("stranger.asset-manager")), pack).code(), Code::UnknownIssuer);
    replaceList(
        pack, m_world.root(text("leasing")), m_world.crl(text("leasing"), {m_world.key(who::leasing)->leaf()}, 2));
    QCOMPARE(takeWithdrawal(withdrawal(who::leasing), pack).code(), Code::CertificateRevoked);
    pack.clockUncertain = false;
    QVERIFY(!takeWithdrawal(withdrawal(who::leasing2), pack).ok());
}

Statement TestPackWord::statement(const PackState &pack)
{
    Statement made;
    made.serial = pack.serial;
    made.nonce = QByteArray(32, 'n');
    made.hardware = pack.silicon.hardware;
    made.lifeCycle.state = pack.lifeCycle;
    made.values = pack.values;
    made.lock = pack.lock;
    made.components = pack.components;
    made.at = now;
    made.logHash = QByteArray(32, 'h');
    return made;
}

void TestPackWord::statements_data()
{
    QTest::addColumn<bool>("good");
    const PackState pack = servedPack(m_world);
    const Statement said = statement(pack);
    const QString serial = pack.serial.text();
    const auto row = [&](const char *name, bool good, const std::function<Result<Statement>()> &judge) {
        m_statements[text(name)] = judge;
        QTest::newRow(name) << good;
    };
    const auto judge = [=, this](const Statement &content, const SigningKey &key, const char *type,
                           const QByteArray &nonce, const QList<CrlEntry> &crls, qint64 at = now) {
        const auto word = CoseSign1::make(type, content.encode(), key, at);
        return verifyStatement(word->encode(), nonce, pack.charter, crls);
    };
    const QByteArray nonce(32, 'n');
    const auto device = m_world.deviceKey();
    const char *type = contenttype::statement;
    row("over the asker's nonce", true, [=] { return judge(said, *device, type, nonce, pack.crls); });
    row("from a file, nobody asked", true, [=] { return judge(said, *device, type, {}, pack.crls); });
    row("case 97: over an earlier nonce", false,
        [=] { return judge(said, *device, type, QByteArray(32, 'o'), pack.crls); });
    row("case 89: another pack's key", false,
        [=, this] { return judge(said, *m_world.deviceKey(text("SDB-TEST-0002")), type, nonce, pack.crls); });
    row("case 89: it speaks of another pack", false, [=] {
        Statement other = said;
        other.serial = PackSerial::fromTrusted(text("SDB-TEST-0002"));
        return judge(other, *device, type, nonce, pack.crls);
    });
    row("a person's key", false, [=, this] { return judge(said, *m_world.key(who::maker), type, nonce, pack.crls); });
    row("case 24: signed as a receipt", false,
        [=] { return judge(said, *device, contenttype::receipt, nonce, pack.crls); });
    row("a device under another party's root", false, [=, this] {
        const auto forged = pki::issueLeaf(m_world.root(text("leasing")), m_world.rootKey(text("leasing")),
            m_world.privateKey(text("device")), {serial, {}}, {{}, {}, serial, false}, {now - 10, now + 1000});
        return judge(said, *pki::makeSigningKey(m_world.privateKey(text("device")), {*forged}), type, nonce, pack.crls);
    });
    row("a revoked device", false, [=, this] {
        const auto lists = QList<CrlEntry>{m_world.crl(text("manufacturer"), {device->leaf()}, 2)};
        return judge(said, *device, type, nonce, lists);
    });
    row("revoked by a later list", false, [=, this] {
        const auto lists
            = QList<CrlEntry>{m_world.crl(text("manufacturer"), {device->leaf()}, 2, now + day, now + 2 * day)};
        return judge(said, *device, type, nonce, lists);
    });
    row("no list of the manufacturer", false, [=] { return judge(said, *device, type, nonce, {}); });
    row("an old list, kept for years", true, [=, this] {
        const auto lists = QList<CrlEntry>{m_world.crl(text("manufacturer"), {}, 2, now - 400 * day, now - 390 * day)};
        return judge(said, *device, type, nonce, lists);
    });
    row("signed before the certificate began", false, [=, this] {
        const auto lists = QList<CrlEntry>{m_world.crl(text("manufacturer"), {}, 2, now - 400 * day, now + day)};
        return judge(said, *device, type, nonce, lists, now - 30 * day);
    });
    row("changed after signing", false, [=] {
        auto word = CoseSign1::make(type, said.encode(), *device, now);
        word->payload.replace("CPU-0001", "CPU-0002");
        return verifyStatement(word->encode(), nonce, pack.charter, pack.crls);
    });
    row("not a document", false, [=] { return verifyStatement("?", nonce, pack.charter, pack.crls); });
}

void TestPackWord::statements()
{
    QFETCH(bool, good);
    const auto result = m_statements.at(text(QTest::currentDataTag()))();
    QVERIFY2(result.ok() == good, result.ok() ? "accepted" : qPrintable(result.error().detail));
    if (good)
        QVERIFY(*result == statement(servedPack(m_world)));
    else
        QCOMPARE(result.code(), Code::ReceiptInvalid);
}

void TestPackWord::case20EveryByte_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"time", "statement", "withdrawal"})
        QTest::newRow(kind) << text(kind);
}

void TestPackWord::case20EveryByte()
{
    QFETCH(QString, kind);
    PackState pack = servedPack(m_world);
    pack.charter.timekeepers = {roleId("platform-engineer")};
    QByteArray bytes;
    std::function<bool(const QByteArray &)> accepts;
    if (kind == text("time")) {
        pack.clockUncertain = true;
        const TimeDocument document{pack.serial, pack.timeNonce, now};
        bytes = CoseSign1::make(contenttype::time, document.encode(), *m_world.key(who::platform), now)->encode();
        accepts = [&](const QByteArray &b) {
            return takeTime(b, pack).ok();
        };
    } else if (kind == text("statement")) {
        const Statement document = statement(pack);
        bytes = CoseSign1::make(contenttype::statement, document.encode(), *m_world.deviceKey(), now)->encode();
        accepts = [&](const QByteArray &b) {
            return verifyStatement(b, QByteArray(32, 'n'), pack.charter, pack.crls).ok();
        };
    } else {
        const Withdrawal document{QByteArray(32, 'd'), now + day};
        bytes = CoseSign1::make(contenttype::withdrawal, document.encode(), *m_world.key(who::leasing), now)->encode();
        accepts = [&](const QByteArray &b) {
            return takeWithdrawal(b, pack).ok();
        };
    }
    QVERIFY(accepts(bytes));
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QByteArray changed = bytes;
        changed[i] = char(changed.at(i) ^ (1 << (i % 8)));
        QVERIFY2(!accepts(changed), qPrintable(QString::number(i)));
    }
    for (qsizetype length = 0; length < bytes.size(); length += 7)
        QVERIFY(!accepts(bytes.left(length)));
}

QTEST_GUILESS_MAIN(TestPackWord)
#include "tst_packword.moc"
