// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/documentkind.h"
#include "models/core/pki/csr.h"
#include "tests/hw/sim/support/factoryworld.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::sim;
using namespace packwarden::test;

/// A pack from the blank board to the seal, by documents of its manufacturer: each step in its place and nowhere else.
class TestFactory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindsAreKnown()
    {
        QCOMPARE(sim::DataSheet::kinds(),
            QStringList({QStringLiteral("lfp-100s1p"), QStringLiteral("nmc-255s1p"), QStringLiteral("nmc-96s2p")}));
        for (const QString &kind : sim::DataSheet::kinds())
            QVERIFY(sim::DataSheet::load(kind).ok());
        for (const char *wrong : {"nmc-300s1p", "world", "parameters", ""}) {
            const auto refused = sim::factory::makeBoard(QLatin1String(wrong), 0x10);
            QVERIFY(!refused.ok());
            QVERIFY2(refused.error().detail.contains(QStringLiteral("there are lfp-100s1p, nmc-255s1p")),
                qPrintable(refused.error().detail));
        }
    }
    void initTestCase();
    void fromBlankToSealed();
    void everyStepHasOnePlace_data();
    void everyStepHasOnePlace();
    void aStepTwiceChangesNothing();
    void onlyTheManufacturerMakesPacks_data();
    void onlyTheManufacturerMakesPacks();
    void identificationIsBurnedOnce();
    void aForeignKeyIsNotCertified();
    void limitsOfOtherHardware();
    void theSealWantsEverything_data();
    void theSealWantsEverything();
    void firstCharterWantsEveryParty();
    void nothingIsProvisionedAfterTheSeal();
    void clockComesFirst();

private:
    QStringList stationNames() const
    {
        QStringList names;
        for (const FactoryLine::Station &station : FactoryLine(m_world.papers()).stations())
            names.append(station.name);
        return names;
    }
    /// What this station would make of a pack in this state.
    QByteArray documentOf(const QString &name, const FactoryPack &pack) const
    {
        const FactoryLine line(m_world.papers());
        for (const FactoryLine::Station &station : line.stations()) {
            if (station.name != name)
                continue;
            const auto made = station.make(*pack.memory, pack.clock.now());
            if (!made.ok())
                qFatal("%s: %s", qPrintable(name), qPrintable(made.error().detail));
            return *made;
        }
        return {};
    }
    static int kindOf(const QString &name)
    {
        return name == QStringLiteral("list")         ? documentkind::crl
            : name == QStringLiteral("clock")         ? documentkind::time
            : name == QStringLiteral("first-charter") ? documentkind::charter
                                                      : documentkind::provision;
    }
    QByteArray signedStep(ProvisionDocument step, const QString &author, const QStringList &approvers)
    {
        step.head = m_world.head(author, QStringLiteral("Step"));
        step.serial = FactoryWorld::serial();
        return m_world.sign(contenttype::provision, step.encode(), author, approvers);
    }
    ProvisionDocument readStep(const QByteArray &bytes)
    {
        return *ProvisionDocument::decode(CoseSign::decode(bytes)->payload);
    }

    const QString m_engineer = QStringLiteral("manufacturer-engineer");
    const QString m_colleague = QStringLiteral("manufacturer-engineer-2");
    CryptoRuntime m_crypto;
    FactoryWorld m_world;
    QMap<QString, QByteArray> m_documents; ///< of one pack that was made in order
};

void TestFactory::initTestCase()
{
    FactoryPack pack(m_world);
    QVERIFY(pack.identify().ok());
    for (const QString &name : stationNames()) {
        m_documents.insert(name, documentOf(name, pack));
        const auto outcome = pack.deliver(kindOf(name), m_documents.value(name));
        QVERIFY2(!outcome.refusal,
            qPrintable(outcome.refusal
                    ? name + u' ' + QString(codeName(outcome.refusal->code)) + u' ' + outcome.refusal->detail
                    : QString()));
    }
    QCOMPARE(pack.contents().lifeCycle, LifeCycle::Sealed);
}

void TestFactory::fromBlankToSealed()
{
    FactoryPack pack(m_world);
    QCOMPARE(pack.contents().lifeCycle, LifeCycle::Blank);
    QVERIFY(pack.contents().clockUncertain);
    QVERIFY(pack.memory->identity().serial.isEmpty());
    QCOMPARE(pack.memory->identity().hardware, FactoryWorld::hardware());
    QVERIFY(!pack.memory->repository().isWritten(Slot::DeviceKey));
    const QMap<QString, LifeCycle> after{{QStringLiteral("clock"), LifeCycle::Identified},
        {QStringLiteral("pair"), LifeCycle::Paired}, {QStringLiteral("limits"), LifeCycle::Limited},
        {QStringLiteral("foundation"), LifeCycle::Limited}, {QStringLiteral("device-certificate"), LifeCycle::Limited},
        {QStringLiteral("first-charter"), LifeCycle::Chartered}, {QStringLiteral("protect"), LifeCycle::Chartered},
        {QStringLiteral("seal"), LifeCycle::Sealed}};
    const auto request = pack.identify();
    QVERIFY(request.ok());
    const auto asked = pki::readSigningRequest(*request);
    QVERIFY(asked.ok());
    QCOMPARE(asked->name.packSerial, FactoryWorld::serial().text());
    QCOMPARE(pack.contents().lifeCycle, LifeCycle::Identified);
    for (const QString &name : stationNames()) {
        QCOMPARE(pack.tell(kindOf(name), documentOf(name, pack)), QString());
        if (after.contains(name))
            QCOMPARE(pack.contents().lifeCycle, after.value(name));
        // A power cut between two steps loses nothing.
        pack.files.reboot(MemoryFiles::Loss::Unsynced);
        QVERIFY(pack.boot().ok());
    }
    QVERIFY(!pack.contents().clockUncertain);
    QCOMPARE(pack.memory->silicon(), m_world.papers().silicon);
    QCOMPARE(pack.memory->foundation(), m_world.papers().foundation);
    QCOMPARE(pack.memory->charter(), m_world.rules.charter);
    QCOMPARE(pack.memory->policy(), m_world.rules.policy);
    QVERIFY(pack.memory->repository().isProtected(Slot::Foundation));
    QVERIFY(pack.memory->repository().isProtected(Slot::DeviceChain));
    for (int i = 0; i < slotCount; ++i)
        QVERIFY(pack.memory->repository().isWritten(Slot(i)));
    for (const ParameterDefinition &parameter : pack.memory->silicon().parameters)
        QCOMPARE(pack.state().value(parameter.id), parameter.defaultValue);
    // The pack answers for its first charter and what came after, and for nothing before it could.
    QCOMPARE(pack.contents().receipts.size(), 3);
    for (const KeptReceipt &kept : pack.contents().receipts)
        QVERIFY(CoseSign1::decode(kept.receipt)->verifies());
    QStringList actions;
    for (const PackLogRecord &record : pack.contents().changes)
        actions.append(record.action);
    QCOMPARE(actions.join(u' '),
        QStringLiteral("identify crl time provision provision provision provision charter provision provision"));
}

void TestFactory::everyStepHasOnePlace_data()
{
    QTest::addColumn<QString>("at"); ///< the pack stands before this station
    QTest::addColumn<QString>("station");
    const QStringList names = stationNames();
    for (qsizetype i = names.indexOf(QStringLiteral("pair")); i <= names.size(); ++i) {
        for (qsizetype j = names.indexOf(QStringLiteral("pair")); j < names.size(); ++j) {
            if (i != j) {
                const QString at = i < names.size() ? names.at(i) : QString();
                QTest::newRow(qPrintable(QStringLiteral("before %1: %2").arg(at, names.at(j)))) << at << names.at(j);
            }
        }
    }
}

void TestFactory::everyStepHasOnePlace()
{
    QFETCH(QString, at);
    QFETCH(QString, station);
    FactoryPack pack(m_world);
    pack.makeUpTo(at);
    const PackContents before = pack.contents();
    const auto map = pack.memory->repository().map();
    // A document of its own, so that it is the order that refuses it and not the memory of an earlier delivery.
    QByteArray bytes;
    if (station == QStringLiteral("first-charter")) {
        bytes = m_world.firstCharter();
    } else {
        bytes = signedStep(readStep(m_documents.value(station)), m_engineer, {m_engineer, m_colleague});
    }
    // Rules about parameters that the pack does not have yet are no rules, and that is the first thing to say.
    const bool senseless = station == QStringLiteral("first-charter") && pack.state().silicon.parameters.isEmpty();
    QCOMPARE(
        pack.tell(kindOf(station), bytes), senseless ? QStringLiteral("malformed") : QStringLiteral("wrong-state"));
    PackContents after = pack.contents();
    QCOMPARE(after.refusals.size(), before.refusals.size() + 1);
    after.refusals = before.refusals;
    after.refusalCounts = before.refusalCounts;
    QCOMPARE(after, before);
    for (int i = 0; i < slotCount; ++i)
        QCOMPARE(pack.memory->repository().map().at(i), map.at(i));
}

void TestFactory::aStepTwiceChangesNothing()
{
    FactoryPack pack(m_world);
    QVERIFY(pack.identify().ok());
    for (const QString &name : stationNames()) {
        const QByteArray bytes = documentOf(name, pack);
        QVERIFY(!pack.deliver(kindOf(name), bytes).refusal);
        const PackContents before = pack.contents();
        if (kindOf(name) == documentkind::time)
            continue; // its nonce is gone
        const auto again = pack.deliver(kindOf(name), bytes);
        QVERIFY2(!again.refusal && again.alreadyApplied, qPrintable(name));
        QCOMPARE(pack.contents(), before);
    }
}

void TestFactory::onlyTheManufacturerMakesPacks_data()
{
    QTest::addColumn<QString>("station");
    QTest::addColumn<QString>("author");
    QTest::addColumn<QStringList>("approvers");
    QTest::addColumn<QString>("reason");
    const QString e1 = QStringLiteral("manufacturer-engineer");
    const QString e2 = QStringLiteral("manufacturer-engineer-2");
    const QString owner = QStringLiteral("leasing-asset-manager");
    const auto row = [](const char *name, const char *station, const QString &author, const QStringList &approvers,
                         const char *reason) {
        QTest::newRow(name) << QString::fromLatin1(station) << author << approvers << QString::fromLatin1(reason);
    };
    row("pair, nobody approves", "pair", e1, {}, "below-quorum");
    row("pair, the owner approves", "pair", e1, {owner}, "unknown-issuer");
    row("pair, the owner writes it", "pair", owner, {e1}, "malformed");
    row("limits, one alone", "limits", e1, {e1}, "below-quorum");
    row("limits, one twice", "limits", e1, {e1, e1}, "signer-repeated");
    row("limits, one and a stranger", "limits", e1, {e1, owner}, "unknown-issuer");
    row("foundation, one alone", "foundation", e2, {e2}, "below-quorum");
    row("foundation, one twice", "foundation", e2, {e1, e1}, "signer-repeated");
    row("seal, nobody approves", "seal", e1, {}, "below-quorum");
}

void TestFactory::onlyTheManufacturerMakesPacks()
{
    QFETCH(QString, station);
    QFETCH(QString, author);
    QFETCH(QStringList, approvers);
    QFETCH(QString, reason);
    FactoryPack pack(m_world);
    pack.makeUpTo(station);
    const ProvisionDocument step = readStep(documentOf(station, pack));
    QCOMPARE(pack.tell(documentkind::provision, signedStep(step, author, approvers)), reason);
    QCOMPARE(pack.tell(documentkind::provision, signedStep(step, m_engineer, {m_engineer, m_colleague})), QString());
}

void TestFactory::identificationIsBurnedOnce()
{
    FactoryPack pack(m_world);
    auto wanted = m_world.identification();
    const auto with = [&](const factory::Identification &identification) {
        return factory::identify(*pack.memory, identification, FactoryWorld::now,
            [this] { return Result<pki::PrivateKey>(m_world.keys().privateKey(QStringLiteral("device"))); });
    };
    wanted.hardware = QStringLiteral("lfp-100s1p");
    QCOMPARE(with(wanted).code(), Code::WrongHardware);
    wanted = m_world.identification();
    wanted.manufacturerRoot = m_world.person(m_engineer)->leaf().der;
    QCOMPARE(with(wanted).code(), Code::Malformed);
    wanted.manufacturerRoot = "no certificate";
    QCOMPARE(with(wanted).code(), Code::Malformed);
    QCOMPARE(pack.contents().lifeCycle, LifeCycle::Blank);
    wanted = m_world.identification();
    const auto first = with(wanted);
    QVERIFY(first.ok());
    // The answer may get lost: the same again is answered again, by the same key.
    const auto again = with(wanted);
    QVERIFY(again.ok());
    QCOMPARE(pki::readSigningRequest(*again)->spkiSha256, pki::readSigningRequest(*first)->spkiSha256);
    wanted.serial = PackSerial::fromTrusted(QStringLiteral("SDB-OTHER-1"));
    QCOMPARE(with(wanted).code(), Code::WrongState);
    wanted = m_world.identification();
    wanted.manufacturerRoot = m_world.keys().root(QStringLiteral("leasing")).der;
    QCOMPARE(with(wanted).code(), Code::WrongState);
    pack.makeUpTo(QStringLiteral("limits"));
    QCOMPARE(with(m_world.identification()).code(), Code::WrongState);
}

void TestFactory::aForeignKeyIsNotCertified()
{
    FactoryPack pack(m_world);
    pack.makeUpTo(QStringLiteral("device-certificate"));
    const auto certify = [&](const char *key, const QString &serial) {
        const auto leaf = pki::issueLeaf(m_world.papers().root, m_world.papers().rootKey,
            m_world.keys().privateKey(QLatin1String(key)), {serial, {}}, {{}, {}, serial, false},
            {FactoryWorld::now - 60, FactoryWorld::now + 1000 * TestWorld::day});
        ProvisionDocument step;
        step.step = ProvisionStep::DeviceCertificate;
        step.deviceChain = {leaf->der};
        return pack.tell(documentkind::provision, signedStep(step, m_engineer, {m_engineer}));
    };
    QCOMPARE(certify("somebody-else", FactoryWorld::serial().text()), QStringLiteral("wrong-pack"));
    QCOMPARE(certify("device", QStringLiteral("SDB-OTHER-1")), QStringLiteral("wrong-pack"));
    QVERIFY(!pack.memory->signer());
    QCOMPARE(certify("device", FactoryWorld::serial().text()), QString());
    QVERIFY(pack.memory->signer());
}

void TestFactory::limitsOfOtherHardware()
{
    FactoryPack pack(m_world);
    pack.makeUpTo(QStringLiteral("limits"));
    ProvisionDocument step = readStep(documentOf(QStringLiteral("limits"), pack));
    step.silicon.hardware = QStringLiteral("nmc-other");
    QCOMPARE(pack.tell(documentkind::provision, signedStep(step, m_engineer, {m_engineer, m_colleague})),
        QStringLiteral("wrong-hardware"));
    QVERIFY(pack.look().ok());
    QVERIFY(!pack.memory->repository().isWritten(Slot::Silicon));
}

void TestFactory::theSealWantsEverything_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("a component is missing") << QStringLiteral("missing");
    QTest::newRow("a component is another") << QStringLiteral("foreign");
}

void TestFactory::theSealWantsEverything()
{
    QFETCH(QString, fault);
    FactoryPack pack(m_world);
    pack.makeUpTo(QStringLiteral("seal"));
    QMap<QString, QString> parts = pack.memory->board().parts;
    if (fault == QStringLiteral("missing"))
        parts.remove(QStringLiteral("cpu"));
    else
        parts[QStringLiteral("cpu")] = QStringLiteral("CPU-OF-A-THIEF");
    BootFacts facts;
    facts.parts = parts;
    QVERIFY(pack.boot(facts).ok());
    QCOMPARE(pack.contents().components.value(QStringLiteral("cpu")).state(), fault);
    const QByteArray seal = documentOf(QStringLiteral("seal"), pack);
    QCOMPARE(pack.tell(documentkind::provision, seal), QStringLiteral("wrong-state"));
    QVERIFY(pack.boot().ok());
    QCOMPARE(pack.tell(documentkind::provision, seal), QString());
}

void TestFactory::firstCharterWantsEveryParty()
{
    FactoryPack pack(m_world);
    pack.makeUpTo(QStringLiteral("first-charter"));
    for (const QString &without : {QStringLiteral("leasing-asset-manager"), QStringLiteral("celldata-specialist"),
             QStringLiteral("platform-engineer"), QStringLiteral("courier-fleet-manager"),
             QStringLiteral("service-technician"), QStringLiteral("manufacturer-engineer-2")}) {
        QCOMPARE(pack.tell(documentkind::charter, m_world.firstCharter({without})), QStringLiteral("below-quorum"));
        QCOMPARE(pack.contents().lifeCycle, LifeCycle::Limited);
    }
    QCOMPARE(pack.tell(documentkind::charter, m_world.firstCharter()), QString());
}

void TestFactory::nothingIsProvisionedAfterTheSeal()
{
    FactoryPack pack(m_world);
    pack.makeUpTo({});
    ProvisionDocument wider = readStep(m_documents.value(QStringLiteral("foundation")));
    wider.foundation.layers[4] = {1, 1};
    QCOMPARE(pack.tell(documentkind::provision, signedStep(wider, m_engineer, {m_engineer, m_colleague})),
        QStringLiteral("wrong-state"));
    // And if the verifier had said yes, the memory would still say no.
    PackParts forced;
    forced.contents = pack.contents();
    forced.foundation = wider.foundation;
    QCOMPARE(pack.memory->commit(forced).code(), Code::Prohibited);
    PackParts limits;
    limits.contents = pack.contents();
    limits.silicon = m_world.papers().silicon;
    QCOMPARE(pack.memory->commit(limits).code(), Code::Prohibited);
    QCOMPARE(pack.memory->foundation(), m_world.papers().foundation);
}

void TestFactory::clockComesFirst()
{
    FactoryPack pack(m_world);
    QVERIFY(pack.identify().ok());
    QCOMPARE(pack.tell(documentkind::crl, m_documents.value(QStringLiteral("list"))), QString());
    QCOMPARE(
        pack.tell(documentkind::provision, documentOf(QStringLiteral("pair"), pack)), QStringLiteral("time-uncertain"));
    // Another's word on the time, and one for another start of the pack.
    const QByteArray stale = documentOf(QStringLiteral("clock"), pack);
    QCOMPARE(pack.tell(documentkind::time,
                 m_world.time(pack.state(), QStringLiteral("leasing-asset-manager"), FactoryWorld::now)),
        QStringLiteral("unknown-issuer"));
    QVERIFY(pack.boot().ok());
    QCOMPARE(pack.tell(documentkind::time, stale), QStringLiteral("stale-base"));
    QCOMPARE(pack.tell(documentkind::time, documentOf(QStringLiteral("clock"), pack)), QString());
    QCOMPARE(pack.tell(documentkind::provision, documentOf(QStringLiteral("pair"), pack)), QString());
}

QTEST_GUILESS_MAIN(TestFactory)
#include "tst_factory.moc"
