// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/documents/command.h"
#include "models/core/documents/withdrawal.h"
#include "models/signoffs/courierplan.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"

#include <QTest>

#include <algorithm>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString owner = QStringLiteral("leasing.asset-manager");
const QString author = QStringLiteral("courier.fleet-manager");

CapabilityId capability(const char *name)
{
    return CapabilityId::fromTrusted(QLatin1String(name));
}

} // namespace

/// What a courier brings a pack, what it leaves at home, and what it takes along.
class TestCourier final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void lists_data();
    void lists();
    void withdrawals_data();
    void withdrawals();
    void locks_data();
    void locks();
    void unknownPacksAreLeftAlone();
    void receipts();

private:
    CourierVisit visit() const;
    DocumentFile request(const QString &serial, qint64 expires = TestWorld::now + TestWorld::day);
    DocumentFile lock(qint64 revision, const QString &signer, const QString &serial = QStringLiteral("SDB-TEST-0001"));
    QByteArray withdrawal(const DocumentFile &file, const QString &person);

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
    TrustSnapshot m_trust;
};

void TestCourier::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
    const RoleId role = RoleId::fromTrusted(QStringLiteral("asset-manager"));
    for (const char *name : {"theft-lock", "theft-unlock"}) {
        Grant grant;
        grant.role = role;
        grant.capability = capability(name);
        grant.contract = QStringLiteral("C-1");
        grant.clause = 1;
        m_pack.silicon.layers.insert(grant.capability, 3);
        m_pack.charter.mayHold[grant.capability].insert(role);
        m_pack.policy.grants.append(grant);
        m_pack.policy.seats.insert(
            grant.capability, {{{PositionId::fromTrusted(QStringLiteral("owner")), role}}, {}, {}, {}});
    }
    m_pack.foundation.layers[3] = {1, 1};
    m_pack.policy.charterSha256 = m_pack.charter.bodySha256();
    Desk desk(*m_world, m_pack);
    m_trust = desk.workspace().trust().snapshot();
    QVERIFY(m_trust.stateOf(m_pack.serial, TestWorld::now).ok());
}

/// A pack that says of itself what is known of it.
CourierVisit TestCourier::visit() const
{
    CourierVisit visit;
    visit.serial = m_pack.serial;
    visit.lock.state = QStringLiteral("inactive");
    for (const CrlEntry &entry : m_pack.crls) {
        PackKnowledge::List list;
        list.number = entry.crl.number;
        list.nextUpdate = entry.crl.nextUpdate;
        for (const Certificate &root : m_pack.charter.roots()) {
            if (isListOf(entry.crl, root))
                list.issuerSpki = root.spkiSha256;
        }
        if (const auto authority = Certificate::fromDer(entry.authorityDer); authority.ok())
            list.issuerSpki = authority->spkiSha256;
        visit.knowledge.lists.append(list);
    }
    return visit;
}

void TestCourier::lists_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<qint64>("number");
    QTest::addColumn<qint64>("held"); // by the pack; -1: none
    QTest::addColumn<bool>("brought");
    QTest::newRow("newer") << QStringLiteral("leasing") << qint64(2) << qint64(1) << true;
    QTest::newRow("newer, of an issuing authority")
        << QStringLiteral("courier-issuer") << qint64(2) << qint64(1) << true;
    QTest::newRow("much newer") << QStringLiteral("leasing") << qint64(1001) << qint64(1) << true;
    QTest::newRow("the pack has it") << QStringLiteral("leasing") << qint64(2) << qint64(2) << false;
    QTest::newRow("the pack has a newer one") << QStringLiteral("leasing") << qint64(2) << qint64(3) << false;
    QTest::newRow("the pack lost it") << QStringLiteral("leasing") << qint64(1) << qint64(-1) << true;
    QTest::newRow("further than a pack would jump") << QStringLiteral("leasing") << qint64(1002) << qint64(1) << false;
    QTest::newRow("of somebody who is not pinned") << QStringLiteral("stranger") << qint64(2) << qint64(-1) << false;
}

void TestCourier::lists()
{
    QFETCH(QString, issuer);
    QFETCH(qint64, number);
    QFETCH(qint64, held);
    QFETCH(bool, brought);
    TrustSnapshot trust = m_trust;
    const CrlEntry entry = m_world->crl(issuer, {m_world->key(owner)->leaf()}, number);
    if (number > 1)
        trust.lists.append(entry);
    CourierVisit said = visit();
    const QByteArray issuerKey = m_world->root(issuer).spkiSha256;
    for (auto it = said.knowledge.lists.begin(); it != said.knowledge.lists.end();) {
        if (it->issuerSpki == issuerKey && held < 0) {
            it = said.knowledge.lists.erase(it);
            continue;
        }
        if (it->issuerSpki == issuerKey)
            it->number = held;
        ++it;
    }
    const auto loads = courierLoads(said, {}, trust, TestWorld::now);
    QCOMPARE(loads.size(), brought ? 1 : 0);
    if (!brought)
        return;
    QCOMPARE(loads.constFirst().kind, CourierLoad::Kind::List);
    const auto carried = decodeCrlEntry(loads.constFirst().bytes);
    QVERIFY(carried.ok());
    QCOMPARE(carried->crl.number, number);
}

DocumentFile TestCourier::request(const QString &serial, qint64 expires)
{
    ChangeRequest made = m_world->request(m_world->pack(serial), QStringLiteral("soc.max"), 95'000);
    made.head.created = expires - 10 * TestWorld::day;
    made.head.expires = expires;
    DocumentFile file;
    file.document = m_world->sign(made, author, {owner});
    return file;
}

QByteArray TestCourier::withdrawal(const DocumentFile &file, const QString &person)
{
    const auto request = ChangeRequest::decode(file.document.payload);
    const auto made = CoseSign1::make(contenttype::withdrawal,
        Withdrawal{file.payloadSha256(), request->head.expires}.encode(), *m_world->key(person), TestWorld::now - 10);
    return made.ok() ? made->encode() : QByteArray();
}

void TestCourier::withdrawals_data()
{
    QTest::addColumn<QString>("serial");
    QTest::addColumn<QString>("person");
    QTest::addColumn<qint64>("expires");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("before");
    QTest::addColumn<bool>("brought");
    const QString mine = QStringLiteral("SDB-TEST-0001");
    const qint64 later = TestWorld::now + TestWorld::day;
    QTest::newRow("by its author") << mine << author << later << false << false << true;
    QTest::newRow("by a signer") << mine << owner << later << false << false << true;
    QTest::newRow("the pack knows, and had it from here") << mine << author << later << true << true << false;
    QTest::newRow("the pack knows of one, perhaps by somebody else")
        << mine << author << later << true << false << true;
    QTest::newRow("brought before, and lost by the pack") << mine << author << later << false << true << true;
    QTest::newRow("another pack's") << QStringLiteral("SDB-TEST-0002") << author << later << false << false << false;
    QTest::newRow("by somebody else") << mine << QStringLiteral("celldata.specialist") << later << false << false
                                      << false;
    QTest::newRow("expired by itself") << mine << author << TestWorld::now - 1 << false << false << false;
}

void TestCourier::withdrawals()
{
    QFETCH(QString, serial);
    QFETCH(QString, person);
    QFETCH(qint64, expires);
    QFETCH(bool, known);
    QFETCH(bool, before);
    QFETCH(bool, brought);
    DocumentFile file = request(serial, expires);
    file.withdrawals.append(withdrawal(file, person));
    CourierVisit said = visit();
    if (known)
        said.knowledge.withdrawals.append(file.payloadSha256());
    if (before)
        said.brought.insert(sha256(file.withdrawals.constFirst()));
    const auto loads = courierLoads(said, {file}, m_trust, TestWorld::now);
    if (brought)
        QCOMPARE(loads,
            (QList{CourierLoad{CourierLoad::Kind::Withdrawal, file.withdrawals.constFirst(), file.payloadSha256()}}));
    else
        QCOMPARE(loads.size(), 0);
    // A request without one is nobody's load: delivering is for people.
    file.withdrawals.clear();
    QCOMPARE(courierLoads(said, {file}, m_trust, TestWorld::now).size(), 0);
}

DocumentFile TestCourier::lock(qint64 revision, const QString &signer, const QString &serial)
{
    Command command;
    command.head.id = QByteArray(16, 'k');
    command.head.created = TestWorld::now - 60;
    command.head.expires = TestWorld::now + TestWorld::day;
    command.head.author = m_world->key(author)->leaf().sha256;
    command.head.title = QStringLiteral("Lock");
    command.head.reason = QStringLiteral("Stolen");
    command.packs = {{PackSerial::fromTrusted(serial), revision}};
    command.kind = CommandKind::TheftLock;
    DocumentFile file;
    file.document = {QByteArray(contenttype::command), command.encode(), {}};
    const LogHead head{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    const bool made = file.document.addSignature(*m_world->key(author), Meaning::Author, TestWorld::now - 30, head).ok()
        && (signer.isEmpty()
            || file.document.addSignature(*m_world->key(signer), Meaning::Approve, TestWorld::now - 20, head).ok());
    return made ? file : DocumentFile();
}

void TestCourier::locks_data()
{
    QTest::addColumn<qint64>("revision"); // named by the command
    QTest::addColumn<qint64>("held"); // by the pack
    QTest::addColumn<QString>("signer");
    QTest::addColumn<QString>("serial");
    QTest::addColumn<bool>("brought");
    const QString mine = QStringLiteral("SDB-TEST-0001");
    QTest::newRow("by the owner") << qint64(0) << qint64(0) << owner << mine << true;
    QTest::newRow("a later one") << qint64(4) << qint64(4) << owner << mine << true;
    QTest::newRow("the pack was locked and unlocked since") << qint64(0) << qint64(2) << owner << mine << false;
    QTest::newRow("not signed by the owner") << qint64(0) << qint64(0) << QString() << mine << false;
    QTest::newRow("signed by another") << qint64(0) << qint64(0) << QStringLiteral("celldata.specialist") << mine
                                       << false;
    QTest::newRow("of another pack") << qint64(0) << qint64(0) << owner << QStringLiteral("SDB-TEST-0002") << false;
}

void TestCourier::locks()
{
    QFETCH(qint64, revision);
    QFETCH(qint64, held);
    QFETCH(QString, signer);
    QFETCH(QString, serial);
    QFETCH(bool, brought);
    const DocumentFile file = lock(revision, signer, serial);
    CourierVisit said = visit();
    said.lock.revision = held;
    const auto loads = courierLoads(said, {file}, m_trust, TestWorld::now);
    QCOMPARE(loads.size(), brought ? 1 : 0);
    if (!brought)
        return;
    QCOMPARE(loads.constFirst(), (CourierLoad{CourierLoad::Kind::Lock, file.document.encode(), file.payloadSha256()}));
    // Locked by it, the pack is not bothered again.
    said.lock.state = QStringLiteral("theft-locked");
    said.lock.revision = held + 1;
    said.lock.document = file.payloadSha256();
    QCOMPARE(courierLoads(said, {file}, m_trust, TestWorld::now).size(), 0);
    // A withdrawn lock is left at home, and its withdrawal is brought.
    said = visit();
    said.lock.revision = held;
    DocumentFile withdrawn = file;
    const auto word = CoseSign1::make(contenttype::withdrawal,
        Withdrawal{file.payloadSha256(), TestWorld::now + TestWorld::day}.encode(), *m_world->key(owner),
        TestWorld::now - 10);
    QVERIFY(word.ok());
    withdrawn.withdrawals.append(word->encode());
    const auto instead = courierLoads(said, {withdrawn}, m_trust, TestWorld::now);
    QCOMPARE(instead.size(), 1);
    QCOMPARE(instead.constFirst().kind, CourierLoad::Kind::Withdrawal);
}

void TestCourier::unknownPacksAreLeftAlone()
{
    CourierVisit said = visit();
    said.serial = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0009"));
    TrustSnapshot trust = m_trust;
    trust.lists.append(m_world->crl(QStringLiteral("leasing"), {}, 2));
    QCOMPARE(courierLoads(said, {lock(0, owner)}, trust, TestWorld::now).size(), 0);
    QCOMPARE(courierLoads(visit(), {lock(0, owner)}, trust, TestWorld::now).size(), 2);
    // A stranger who answers beside a pack makes it contradict itself, and keeps neither list nor lock from it.
    KnownPack pack = trust.packs.value(m_pack.serial);
    pack.contradictions = {{Contradiction::Kind::Hardware, QStringLiteral("a"), QStringLiteral("b"), 1}};
    trust.packs.suppose(pack);
    QCOMPARE(trust.stateOf(m_pack.serial, TestWorld::now).code(), Code::TrustContradicted);
    QCOMPARE(courierLoads(visit(), {lock(0, owner)}, trust, TestWorld::now).size(), 2);
}

void TestCourier::receipts()
{
    PackState pack = m_pack;
    DocumentFile file = request(pack.serial.text());
    const auto change = ChangeRequest::decode(file.document.payload);
    file.document = m_world->sign(*change, author, {owner, QStringLiteral("celldata.specialist")});
    const DeliveryResult applied = applyOn(*m_world, pack, file.document);
    QVERIFY2(applied.applied, qPrintable(applied.error.detail));
    const DocumentFile other = request(QStringLiteral("SDB-TEST-0002"));
    const auto gained = courierReceipts(pack.serial, {"rubbish", applied.receipt}, {other, file}, m_trust);
    QCOMPARE(gained.size(), 1);
    QCOMPARE(gained.constFirst().receipts, QList{applied.receipt});
    QCOMPARE(gained.constFirst().payloadSha256(), file.payloadSha256());
    // What it has it does not gain, and a forged one is none.
    QCOMPARE(courierReceipts(pack.serial, {applied.receipt}, gained, m_trust).size(), 0);
    QByteArray forged = applied.receipt;
    forged[forged.size() - 1] = char(forged.at(forged.size() - 1) ^ 1);
    QCOMPARE(courierReceipts(pack.serial, {forged}, {file}, m_trust).size(), 0);
    const PackSerial another = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0002"));
    QCOMPARE(courierReceipts(another, {applied.receipt}, {file}, m_trust).size(), 0);
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
