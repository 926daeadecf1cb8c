// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/pack/statement.h"
#include "models/keys/revocation.h"
#include "models/signoffs/signoffjudgement.h"
#include "models/signoffs/signoffownvalue.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustfiles.h"
#include "models/workspace/session.h"
#include "tests/models/support/modelworld.h"
#include "tests/models/support/shownrules.h"
#include "tests/support/cryptocount.h"

#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

class TestTrustBook final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whatIsPinnedSurvivesARestart();
    void anotherCharterIsRefused();
    void anotherPolicyIsRefused();
    void newerRulesAreFollowed_data();
    void newerRulesAreFollowed();
    void theFoundationOfTheBusIsNone();
    void limitsAndFoundationArePinned_data();
    void limitsAndFoundationArePinned();
    void aWordProvesMoreThanWhatWasShown();
    void whatNobodySignedStopsNothing_data();
    void whatNobodySignedStopsNothing();
    void onlyThePackItselfContradictsItself_data();
    void onlyThePackItselfContradictsItself();
    void doubtsPass();
    void whatWentBackIsToldOnce();
    void strangersHaveFewPlaces();
    void signaturesAroundWhatIsPinnedAreNotTakenOver();
    void aPersonDecides();
    void olderStoresTakeTheirHashesOver();
    void aFreshWordLastsAsLongAsTheConnection();
    void anUnsignedAnswerTakesNoListAway();
    void firstRulesWithoutSignatures_data();
    void firstRulesWithoutSignatures();
    void whatTheBusShowsFreesNobody();
    void theRehearsalStandsOnWhatThePackSaid();
    void aReceiptMovesTheValueOnce();
    void theNextListIsKept();
    void whatIsForgottenIsGone();
    void whatIsNoNextListIsRefused();
    void listsOfManyPacksAreCheckedOnce();
    void signingInIsRecordedBothWays();
    void anIdentityIsItsPartysByTheCharter();

private:
    /// The pack as its answers tell it: with the documents that its rules came by, and without what it never says.
    PackState asRead() const
    {
        const PackRules rules = rulesOf(*m_world, m_pack);
        PackState state = m_pack;
        state.charterDocument = sha256(CoseSign::decode(rules.charterDocument)->payload);
        state.policyDocument = sha256(CoseSign::decode(rules.policyDocument)->payload);
        state.manufacturerRoot.clear();
        return state;
    }
    /// As read, with the certificate that the pack's statement came with.
    bool isAsRead(const PackState &state) const
    {
        PackState expected = asRead();
        expected.deviceChain = state.deviceChain;
        const auto device = Certificate::fromDer(state.deviceChain.value(0));
        return state == expected && device.ok() && device->packSerial == m_pack.serial.text();
    }

    /// What a row shows to a console that pinned m_pack, and how.
    struct Shown
    {
        ShownRules pack;
        FreshWord word;
        Compared compared = Compared::No;
        Code expected = Code::Internal; ///< Internal: it is followed
    };
    int records(const char *action, const QString &outcome, Desk &desk) const
    {
        AuditFilter filter;
        filter.action = QLatin1String(action);
        filter.outcome = outcome;
        return int(desk.workspace().audit().count(filter));
    }
    /// As a pack of the same kind that this console never met.
    PackState stranger() const { return m_world->pack(QStringLiteral("SDB-TEST-0002")); }

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
    std::map<QString, std::function<Shown()>> m_rows;
};

void TestTrustBook::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
}

void TestTrustBook::whatIsPinnedSurvivesARestart()
{
    Desk desk(*m_world, m_pack);
    const TrustSnapshot before = desk.workspace().trust().snapshot();
    QVERIFY(!before.pinned.charterFingerprint().isEmpty());
    desk.reopen();
    const TrustBook &after = desk.workspace().trust();
    QVERIFY(after.problems().isEmpty());
    QVERIFY(after.pinned() == before.pinned);
    QCOMPARE(after.packs(), QList<PackSerial>{m_pack.serial});
    QVERIFY(*after.pack(m_pack.serial) == before.packs.value(m_pack.serial));
}

void TestTrustBook::anotherCharterIsRefused()
{
    Desk desk(*m_world, m_pack);
    PackState other = m_pack;
    other.charter.ranges.clear();
    other.policy.charterSha256 = other.charter.bodySha256();
    const PackRules rules = rulesOf(*m_world, other);
    const auto compared = desk.workspace().trust().compare(rules);
    QVERIFY(!compared.ok());
    QCOMPARE(compared.code(), Code::WrongCharter);
    QVERIFY(!desk.workspace().trust().pin(rules, {}).ok());
    QVERIFY(!desk.workspace().trust().learn(rules).ok());
    QVERIFY(desk.workspace().trust().compare(rulesOf(*m_world, m_pack)).ok());
}

void TestTrustBook::anotherPolicyIsRefused()
{
    Desk desk(*m_world, m_pack);
    PackState other = m_pack;
    other.policy.version = 2;
    PackRules rules = rulesOf(*m_world, m_pack);
    rules.policyDocument = rulesOf(*m_world, other).policyDocument;
    const auto compared = desk.workspace().trust().compare(rules);
    QVERIFY(!compared.ok());
    QCOMPARE(compared.code(), Code::VersionJump);
}

void TestTrustBook::newerRulesAreFollowed_data()
{
    QTest::addColumn<QString>("name");
    const auto row = [this](const char *name, const std::function<Shown()> &make) {
        m_rows[QString::fromLatin1(name)] = make;
        QTest::newRow(name) << QString::fromLatin1(name);
    };
    const auto policy = [this](const std::function<void(Shown &)> &change = {}) {
        return [this, change] {
            Shown shown{{*m_world, m_pack}, {}};
            shown.pack.changePolicy();
            shown.word = shown.pack.word();
            if (change)
                change(shown);
            return shown;
        };
    };
    const auto said = [this](Shown &shown, const std::function<void(Statement &)> &change) {
        Statement word = shown.pack.statement(shown.word.nonce);
        change(word);
        shown.word.statement = shown.pack.seal(word, *m_world->deviceKey(shown.pack.rules.serial.text()));
    };
    row("a policy by its seats", policy());
    row("without a word", policy([](Shown &shown) {
        shown.word = {};
        shown.expected = Code::ReceiptInvalid;
    }));
    row("with a word of before", policy([](Shown &shown) {
        shown.word.nonce = QByteArray(32, 'z');
        shown.expected = Code::ReceiptInvalid;
    }));
    row("with a word that nobody asked for", policy([](Shown &shown) {
        shown.word.nonce.clear();
        shown.expected = Code::ReceiptInvalid;
    }));
    row("with a word under another root than the manufacturer's", policy([this](Shown &shown) {
        const QString serial = shown.pack.rules.serial.text();
        const auto forged = pki::issueLeaf(m_world->root(QStringLiteral("courier")),
            m_world->rootKey(QStringLiteral("courier")), m_world->privateKey(QStringLiteral("device")), {serial, {}},
            {{}, {}, serial, false}, {TestWorld::now - 10, TestWorld::now + 1000});
        const auto key = pki::makeSigningKey(m_world->privateKey(QStringLiteral("device")), {*forged});
        shown.word.statement = shown.pack.seal(shown.pack.statement(shown.word.nonce), *key);
        shown.expected = Code::ReceiptInvalid;
    }));
    row("with the word of another pack", policy([this](Shown &shown) {
        Statement other = shown.pack.statement(shown.word.nonce);
        other.serial = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0002"));
        shown.word.statement = shown.pack.seal(other, *m_world->deviceKey(other.serial.text()));
        shown.expected = Code::WrongPack;
    }));
    row("the word names another charter", policy([said](Shown &shown) {
        said(shown, [](Statement &word) { word.charter.sha256 = QByteArray(32, 'x'); });
        shown.expected = Code::TrustContradicted; // it signed another one of this version before
    }));
    row("the word names another policy", policy([said](Shown &shown) {
        said(shown, [](Statement &word) { word.policy.sha256 = QByteArray(32, 'x'); });
        shown.expected = Code::ReceiptInvalid;
    }));
    row("the word names other limits", policy([said](Shown &shown) {
        said(shown, [](Statement &word) { word.siliconSha256 = QByteArray(32, 'x'); });
        shown.expected = Code::TrustContradicted;
    }));
    row("the word names another foundation", policy([said](Shown &shown) {
        said(shown, [](Statement &word) { word.foundationSha256 = QByteArray(32, 'x'); });
        shown.expected = Code::TrustContradicted;
    }));
    const auto ofVersion1 = [said](Shown &shown) {
        said(shown, [](Statement &word) {
            word.version = 1;
            word.siliconSha256.clear();
            word.foundationSha256.clear();
        });
    };
    row("a word of version 1", policy([ofVersion1](Shown &shown) {
        ofVersion1(shown);
        shown.expected = Code::FingerprintNeeded;
    }));
    row("a word of version 1, compared", policy([ofVersion1](Shown &shown) {
        ofVersion1(shown);
        shown.compared = Compared::Yes;
    }));
    row("a policy that its seats did not sign, compared", [this] {
        Shown shown{{*m_world, m_pack}, {}, Compared::Yes, Code::BelowQuorum};
        shown.pack.changePolicy({ShownRules::owner()});
        shown.word = shown.pack.word();
        return shown;
    });
    const auto strange = [this](Compared compared, const std::function<void(PackState &)> &change, Code expected) {
        return [=, this] {
            PackState pack = stranger();
            change(pack);
            Shown shown{{*m_world, pack}, {}, compared, expected};
            shown.pack.changePolicy();
            shown.word = shown.pack.word();
            return shown;
        };
    };
    const auto asPinned = [](PackState &) {
    };
    const auto otherFoundation = [](PackState &pack) {
        pack.foundation.layers[3] = {1, 1};
    };
    row("a pack that was never met, with limits that are pinned", strange(Compared::No, asPinned, Code::Internal));
    row("a pack that was never met, with a foundation of its own, compared",
        strange(Compared::Yes, otherFoundation, Code::Internal));
    row("a pack that was never met, with a foundation of its own",
        strange(Compared::No, otherFoundation, Code::FingerprintNeeded));
    const auto rotation = [this](const char *position, const QString &party, const QString &role, Compared compared,
                              Code expected) {
        return [=, this] {
            Shown shown{{*m_world, m_pack}, {}, compared, expected};
            shown.pack.rotateRoot(position, party, party + u'.' + role, {ShownRules::owner(), ShownRules::platform()});
            shown.word = shown.pack.word();
            return shown;
        };
    };
    const QString cells = QStringLiteral("celldata-b");
    const QString leasing = QStringLiteral("leasing-b");
    const QString maker = QStringLiteral("manufacturer-b");
    const QString manager = QStringLiteral("asset-manager");
    const QString engineer = QStringLiteral("engineer-manufacturer");
    row("another root of the cell data",
        rotation("cell-data", cells, QStringLiteral("specialist"), Compared::No, Code::Internal));
    row("another root of the owner", rotation("owner", leasing, manager, Compared::No, Code::FingerprintNeeded));
    row("another root of the owner, compared", rotation("owner", leasing, manager, Compared::Yes, Code::Internal));
    row("another root of the manufacturer",
        rotation("manufacturer", maker, engineer, Compared::No, Code::FingerprintNeeded));
    row("another root of the manufacturer, compared",
        rotation("manufacturer", maker, engineer, Compared::Yes, Code::Internal));
}

void TestTrustBook::newerRulesAreFollowed()
{
    QFETCH(QString, name);
    const Shown shown = m_rows.at(name)();
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const PinnedRules before = trust.pinned();
    const auto taken = trust.take(shown.pack.rules, shown.word, {}, shown.compared);
    if (shown.expected == Code::Internal) {
        QVERIFY2(taken.ok(), taken.ok() ? "" : qPrintable(codeName(taken.code()) + taken.error().detail));
        QVERIFY(trust.charter() == shown.pack.state.charter);
        QVERIFY(trust.policy() == shown.pack.state.policy);
        QCOMPARE(records(auditaction::followTrust, QLatin1String(auditoutcome::done), desk), 1);
        return;
    }
    QVERIFY(!taken.ok());
    QCOMPARE(QString(codeName(taken.code())), QString(codeName(shown.expected)));
    QVERIFY(trust.pinned() == before);
    QCOMPARE(records(auditaction::followTrust, codeName(shown.expected), desk), 1);
}

void TestTrustBook::theFoundationOfTheBusIsNone()
{
    // Two people of the operator replace the manufacturer, by a foundation that the bus shows and no pack has.
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const PinnedRules before = trust.pinned();
    PackState spoofed = m_pack;
    const Seat driver{
        PositionId::fromTrusted(QStringLiteral("operator")), RoleId::fromTrusted(QStringLiteral("fleet-manager"))};
    spoofed.foundation.amendments[QStringLiteral("rotate-root")] = {driver};
    for (const Compared compared : {Compared::No, Compared::Yes}) {
        ShownRules shown(*m_world, spoofed);
        shown.rotateRoot("manufacturer", QStringLiteral("manufacturer-b"),
            QStringLiteral("manufacturer-b.engineer-manufacturer"), {QStringLiteral("courier.fleet-manager-2")});
        QCOMPARE(trust.take(shown.rules, shown.word(), {}, compared).code(), Code::TrustContradicted);
        QCOMPARE(trust.follow(shown.rules, shown.word(), {}, compared).code(), Code::TrustContradicted);
    }
    QVERIFY(trust.pinned() == before);
    QCOMPARE(trust.contradictory(), QList<PackSerial>{m_pack.serial});
    // A receipt of that manufacturer proves nothing here, and the pack counts for nothing until somebody decided.
    QCOMPARE(trust.snapshot().stateOf(m_pack.serial, TestWorld::now).code(), Code::TrustContradicted);
}

void TestTrustBook::limitsAndFoundationArePinned_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("good");
    QTest::newRow("the same rules again") << -1 << true;
    QTest::newRow("a capability in an outer layer") << int(Contradiction::Kind::Silicon) << false;
    QTest::newRow("fewer seats in the foundation") << int(Contradiction::Kind::Foundation) << false;
}

void TestTrustBook::limitsAndFoundationArePinned()
{
    QFETCH(int, kind);
    QFETCH(bool, good);
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    QSignalSpy contradicted(&trust, &TrustBook::contradicted);
    QSignalSpy doubted(&trust, &TrustBook::doubted);
    PackState shown = m_pack;
    if (kind == int(Contradiction::Kind::Silicon))
        shown.silicon.layers[CapabilityId::fromTrusted(QStringLiteral("set-cell-voltage-max"))] = 1;
    if (kind == int(Contradiction::Kind::Foundation))
        shown.foundation.layers[4] = {1, 1};
    PackRules rules = rulesOf(*m_world, m_pack);
    rules.silicon = cbor::encode(shown.silicon.toCbor());
    rules.foundation = cbor::encode(shown.foundation.toCbor());
    const KnownPack before = *trust.pack(m_pack.serial);
    for (int again = 0; again < 3; ++again) {
        const auto learnt = trust.learn(rules);
        QCOMPARE(learnt.ok(), good);
        if (!good)
            QCOMPARE(learnt.code(), Code::TrustContradicted);
    }
    QCOMPARE(trust.pack(m_pack.serial)->rules, before.rules);
    // Nobody signed it, so it is recorded and asked about, and holds nothing up.
    QCOMPARE(contradicted.size(), 0);
    QCOMPARE(doubted.size(), good ? 0 : 1);
    QCOMPARE(records(auditaction::contradiction, codeName(Code::TrustContradicted), desk), good ? 0 : 1);
    QVERIFY(trust.snapshot().stateOf(m_pack.serial, TestWorld::now).ok());
    if (good)
        return;
    QCOMPARE(int(trust.doubt(m_pack.serial)->shown.constFirst().kind), kind);
    // By the pack's own word it is a contradiction, which is kept over a restart; what else it says is not learnt.
    const QByteArray word = statementOf(*m_world, m_pack, [&](Statement &said) {
        said.siliconSha256 = sha256(rules.silicon);
        said.foundationSha256 = sha256(rules.foundation);
    });
    for (int again = 0; again < 3; ++again)
        QCOMPARE(trust.learnStatement(word, askedNonce()).code(), Code::TrustContradicted);
    QCOMPARE(contradicted.size(), 1);
    QCOMPARE(records(auditaction::contradiction, QLatin1String(auditoutcome::conflict), desk), 1);
    desk.reopen();
    const auto known = desk.workspace().trust().pack(m_pack.serial);
    QCOMPARE(known->contradictions.size(), 1);
    QCOMPARE(int(known->contradictions.constFirst().kind), kind);
    PackFacts facts = factsOf(m_pack);
    facts.node = 0x33;
    QCOMPARE(desk.workspace().trust().learn(facts).code(), Code::TrustContradicted);
    QCOMPARE(desk.workspace().trust().pack(m_pack.serial)->facts.node, before.facts.node);
}

void TestTrustBook::aWordProvesMoreThanWhatWasShown()
{
    // An impostor was met first, with the true rules and limits of its own; then the pack itself is asked.
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    PackState pack = stranger();
    ShownRules genuine(*m_world, pack);
    pack.silicon.layers[CapabilityId::fromTrusted(QStringLiteral("set-cell-voltage-max"))] = 1;
    PackRules spoofed = rulesOf(*m_world, pack);
    QVERIFY(trust.learn(spoofed).ok());
    QVERIFY(!trust.pack(pack.serial)->areLimitsProved());
    QCOMPARE(trust.learn(genuine.rules).code(), Code::TrustContradicted);
    // What the impostor showed gives way, and nothing waits for a person.
    const FreshWord word = genuine.word();
    QVERIFY(trust.learnStatement(word.statement, word.nonce).ok());
    QVERIFY(trust.pack(pack.serial)->areLimitsProved());
    QVERIFY(trust.pack(pack.serial)->rules.silicon.isEmpty());
    QVERIFY(trust.contradictory().isEmpty());
    QVERIFY(trust.doubt(pack.serial)->refuted);
    QCOMPARE(trust.learn(spoofed).code(), Code::TrustContradicted);
    QVERIFY(trust.learn(genuine.rules).ok());
    QVERIFY(trust.contradictory().isEmpty());
    // The same by a receipt, and by rules that come together with the word.
    for (const bool byReceipt : {true, false}) {
        QVERIFY(trust.settle(pack.serial, Settlement::Forget, {}).ok());
        QVERIFY(trust.learn(spoofed).ok());
        if (byReceipt) {
            Receipt receipt;
            receipt.serial = pack.serial;
            receipt.siliconSha256 = sha256(genuine.rules.silicon);
            receipt.foundationSha256 = sha256(genuine.rules.foundation);
            QVERIFY(trust.learn(receipt, std::nullopt).ok());
            QVERIFY(trust.learn(genuine.rules).ok());
        } else {
            QVERIFY(trust.take(genuine.rules, word, {}).ok());
            QVERIFY(trust.pack(pack.serial)->areLimitsProved());
        }
        QCOMPARE(trust.pack(pack.serial)->rules, genuine.rules);
        QVERIFY(trust.contradictory().isEmpty());
    }
}

void TestTrustBook::whatNobodySignedStopsNothing_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"another kind", "no rules", "another policy of this version", "other limits in the table",
             "other limits", "another foundation", "an older policy"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

/// Somebody who shares the bus answers once in the pack's name, and again and again.
void TestTrustBook::whatNobodySignedStopsNothing()
{
    QFETCH(const QString, what);
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    QSignalSpy contradicted(&trust, &TrustBook::contradicted);
    QSignalSpy doubted(&trust, &TrustBook::doubted);
    const PackFacts good = factsOf(m_pack);
    const PackRules goodRules = rulesOf(*m_world, m_pack);
    const auto lie = [&]() -> Result<> {
        PackFacts facts = good;
        PackRules rules = goodRules;
        if (what == QLatin1String("another kind"))
            facts.hardware = QStringLiteral("py-255s1p");
        else if (what == QLatin1String("no rules"))
            facts.charter = facts.policy = {0, QByteArray(32, '\0'), 0};
        else if (what == QLatin1String("another policy of this version"))
            facts.policy.sha256 = QByteArray(32, 'x');
        else if (what == QLatin1String("other limits in the table"))
            facts.parameters[0].definition.layer = 1;
        else if (what == QLatin1String("other limits"))
            rules.silicon += '\0';
        else if (what == QLatin1String("another foundation"))
            rules.foundation.clear();
        else
            --facts.policy.version;
        return facts != good ? trust.learn(facts) : trust.learn(rules);
    };
    QVERIFY(trust.learnStatement(statementOf(*m_world, m_pack), askedNonce()).ok());
    QVERIFY(!trust.doubt(m_pack.serial)); // the twin: nothing was said
    const KnownPack before = *trust.pack(m_pack.serial);
    for (int again = 0; again < 100; ++again)
        QCOMPARE(lie().code(), Code::TrustContradicted);
    QVERIFY(*trust.pack(m_pack.serial) == before);
    QCOMPARE(contradicted.size(), 0);
    // The pack is asked for its word; until it gave it nothing that it shows counts as proved.
    QCOMPARE(doubted.size(), 1);
    QVERIFY(!trust.doubt(m_pack.serial)->refuted);
    QVERIFY(!trust.snapshot().proved.contains(m_pack.serial));
    QCOMPARE(records(auditaction::contradiction, codeName(Code::TrustContradicted), desk), 1);
    // All goes on meanwhile.
    QVERIFY(trust.snapshot().stateOf(m_pack.serial, TestWorld::now).ok());
    QVERIFY(trust.learn(good).ok());
    QVERIFY(trust.learn(goodRules).ok());
    // It did: another node answers.
    QVERIFY(trust.learnStatement(statementOf(*m_world, m_pack), askedNonce()).ok());
    QVERIFY(trust.doubt(m_pack.serial)->refuted);
    QVERIFY(trust.snapshot().proved.contains(m_pack.serial));
    QVERIFY(trust.contradictory().isEmpty());
    desk.reopen();
    QVERIFY(desk.workspace().trust().contradictory().isEmpty());
    QVERIFY(desk.workspace().trust().learn(good).ok());
}

void TestTrustBook::onlyThePackItselfContradictsItself_data()
{
    QTest::addColumn<QString>("signer");
    QTest::addColumn<QString>("expected");
    QTest::newRow("by the pack") << "pack" << QString(codeName(Code::TrustContradicted));
    QTest::newRow("by another pack of the manufacturer") << "another pack" << QString(codeName(Code::ReceiptInvalid));
    QTest::newRow("by a person of the manufacturer") << "person" << QString(codeName(Code::ReceiptInvalid));
    QTest::newRow("by a party that is nobody's manufacturer")
        << "another root" << QString(codeName(Code::ReceiptInvalid));
    QTest::newRow("over a number of before") << "replayed" << QString(codeName(Code::ReceiptInvalid));
}

void TestTrustBook::onlyThePackItselfContradictsItself()
{
    QFETCH(const QString, signer);
    QFETCH(const QString, expected);
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const ShownRules shown(*m_world, m_pack);
    Statement said = shown.statement(askedNonce());
    said.hardware = QStringLiteral("py-255s1p");
    std::shared_ptr<SigningKey> key = m_world->deviceKey(m_pack.serial.text());
    if (signer == QLatin1String("another pack"))
        key = m_world->deviceKey(QStringLiteral("SDB-TEST-0002"));
    else if (signer == QLatin1String("person"))
        key = m_world->key(QStringLiteral("manufacturer.engineer-manufacturer"));
    else if (signer == QLatin1String("another root")) {
        const QString serial = m_pack.serial.text();
        const auto forged = pki::issueLeaf(m_world->root(QStringLiteral("courier")),
            m_world->rootKey(QStringLiteral("courier")), m_world->privateKey(QStringLiteral("device")), {serial, {}},
            {{}, {}, serial, false}, {TestWorld::now - 10, TestWorld::now + 1000});
        key = pki::makeSigningKey(m_world->privateKey(QStringLiteral("device")), {*forged});
    }
    const QByteArray nonce = signer == QLatin1String("replayed") ? QByteArray(32, 'z') : askedNonce();
    const auto learnt = trust.learnStatement(shown.seal(said, *key), nonce);
    QCOMPARE(QString(codeName(learnt.code())), expected);
    const bool lasting = signer == QLatin1String("pack");
    QCOMPARE(trust.contradictory().size(), lasting ? 1 : 0);
    desk.reopen();
    QCOMPARE(desk.workspace().trust().contradictory().size(), lasting ? 1 : 0);
}

void TestTrustBook::doubtsPass()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    QSignalSpy doubted(&trust, &TrustBook::doubted);
    PackFacts other = factsOf(m_pack);
    other.hardware = QStringLiteral("py-255s1p");
    const auto lie = [&] {
        return trust.learn(other).code() == Code::TrustContradicted;
    };
    QVERIFY(lie());
    QCOMPARE(doubted.size(), 1);
    desk.clock().advance(Doubt::askAgain * 1000 - 1000);
    QVERIFY(lie());
    QCOMPARE(doubted.size(), 1);
    desk.clock().advance(1000);
    QVERIFY(lie());
    QCOMPARE(doubted.size(), 2);
    QCOMPARE(trust.doubtful(), QList<PackSerial>{m_pack.serial});
    QVERIFY(trust.learnStatement(statementOf(*m_world, m_pack), askedNonce()).ok());
    QVERIFY(trust.doubt(m_pack.serial)->refuted);
    // Where the pack was away, its word of before says nothing of who answers now.
    trust.forgetProof(PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0009")));
    QVERIFY(trust.doubt(m_pack.serial)->refuted);
    trust.forgetProof(m_pack.serial);
    QVERIFY(!trust.doubt(m_pack.serial)->refuted);
    desk.clock().advance(Doubt::lasts * 1000);
    QVERIFY(trust.doubt(m_pack.serial));
    desk.clock().advance(1000);
    QVERIFY(!trust.doubt(m_pack.serial));
    QVERIFY(trust.doubtful().isEmpty());
    // A person who is sure need not wait.
    QCOMPARE(trust.settle(m_pack.serial, Settlement::Keep, {}).code(), Code::WrongState);
    QVERIFY(lie());
    QVERIFY(trust.settle(m_pack.serial, Settlement::Keep, {}).ok());
    QVERIFY(!trust.doubt(m_pack.serial));
    QCOMPARE(records(auditaction::contradiction, codeName(Code::TrustContradicted), desk), 1);
}

void TestTrustBook::strangersHaveFewPlaces()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const auto named = [&](int number) {
        PackFacts facts = factsOf(stranger());
        facts.serial = PackSerial::fromTrusted(QStringLiteral("SDB-ROGUE-%1").arg(number, 4, 10, QLatin1Char('0')));
        return facts;
    };
    int kept = 0;
    for (int number = 0; number < 300; ++number) {
        const auto learnt = trust.learn(named(number));
        if (!learnt.ok())
            QCOMPARE(learnt.code(), Code::TooLarge);
        kept += learnt.ok() ? 1 : 0;
    }
    QCOMPARE(kept, 256);
    // Who was there before stays and goes on.
    QVERIFY(trust.learn(named(0)).ok());
    PackFacts mine = factsOf(m_pack);
    mine.node = 0x44;
    QVERIFY(trust.learn(mine).ok());
    // A pack that signs its state finds room; after that it is read as any other.
    const PackState genuine = stranger();
    QCOMPARE(trust.learn(rulesOf(*m_world, genuine)).code(), Code::TooLarge);
    QVERIFY(trust.take(rulesOf(*m_world, genuine), {statementOf(*m_world, genuine), askedNonce()}, {}).ok());
    QVERIFY(trust.learn(factsOf(genuine)).ok());
    desk.reopen();
    QCOMPARE(desk.workspace().trust().packs().size(), 258);
    // What was not heard of for long gives way.
    desk.clock().advance(31LL * 24 * 3600 * 1000);
    QVERIFY(desk.workspace().trust().learn(named(1000)).ok());
    QCOMPARE(desk.workspace().trust().packs().size(), 258);
    // Which lists a pack holds nobody signs: with others, or none, its own word counts all the same.
    for (const QList<QByteArray> &lists :
        {QList<QByteArray>(), QList<QByteArray>{encodeCrlEntry(m_world->crl(QStringLiteral("stranger")))}}) {
        PackRules bare = rulesOf(*m_world, m_pack);
        bare.crls = lists;
        QVERIFY(desk.workspace().trust().learn(bare).ok());
        QVERIFY(desk.workspace().trust().learnStatement(statementOf(*m_world, m_pack), askedNonce()).ok());
    }
    // More than a file holds is not begun: it could not be read back.
    PackRules heavy = rulesOf(*m_world, m_pack);
    heavy.crls.append(QByteArray(5 * 1024 * 1024, 'x'));
    QCOMPARE(desk.workspace().trust().learn(heavy).code(), Code::TooLarge);
}

void TestTrustBook::signaturesAroundWhatIsPinnedAreNotTakenOver()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const PinnedRules before = trust.pinned();
    ShownRules shown(*m_world, m_pack);
    shown.changePolicy();
    // The charter is the one that is pinned; who signed it is said by nobody any more.
    auto bare = CoseSign::decode(shown.rules.charterDocument);
    bare->signatures.clear();
    shown.rules.charterDocument = bare->encode();
    QVERIFY(shown.rules.charterDocument != before.charterDocument);
    QVERIFY(trust.take(shown.rules, shown.word(), {}).ok());
    QCOMPARE(trust.policy().version, before.policy.version + 1);
    QCOMPARE(trust.pinned().charterDocument, before.charterDocument);
    desk.reopen();
    QCOMPARE(desk.workspace().trust().pinned().charterDocument, before.charterDocument);
}

void TestTrustBook::whatWentBackIsToldOnce()
{
    const QList<std::pair<Contradiction::Kind, std::function<void(Statement &)>>> rows{
        {Contradiction::Kind::Hardware,
            [](Statement &said) {
                said.hardware = QStringLiteral("py-255s1p");
            }},
        {Contradiction::Kind::Rules,
            [](Statement &said) {
                said.charter = {0, QByteArray(32, '\0'), 0};
                said.policy = {0, QByteArray(32, '\0'), 0};
            }},
        {Contradiction::Kind::Rules,
            [](Statement &said) {
                said.policy.sha256 = QByteArray(32, 'x');
            }},
        {Contradiction::Kind::Log,
            [](Statement &said) {
                said.logHash = QByteArray(32, 'x');
            }},
    };
    for (const auto &[kind, change] : rows) {
        Desk desk(*m_world, m_pack);
        TrustBook &trust = desk.workspace().trust();
        const KnownPack good = *trust.pack(m_pack.serial);
        const QByteArray word = statementOf(*m_world, m_pack, change);
        for (int again = 0; again < 3; ++again)
            QCOMPARE(trust.learnStatement(word, askedNonce()).code(), Code::TrustContradicted);
        QVERIFY(trust.pack(m_pack.serial)->facts == good.facts);
        QCOMPARE(trust.pack(m_pack.serial)->contradictions.size(), 1);
        QVERIFY(trust.pack(m_pack.serial)->contradictions.constFirst().kind == kind);
        QCOMPARE(records(auditaction::contradiction, QLatin1String(auditoutcome::conflict), desk), 1);
    }
    // The pack's own log, by its own word: an old memory was put back.
    Desk desk(*m_world, m_pack);
    ShownRules shown(*m_world, m_pack);
    Statement later = shown.statement(QByteArray(32, 'q'));
    later.logCount = 9;
    const auto learn = [&](const Statement &statement) {
        return desk.workspace().trust().learnStatement(shown.seal(statement, *m_world->deviceKey()), statement.nonce);
    };
    QVERIFY(learn(later).ok());
    // A pack that lost its clock says so at an earlier time; over our own number it is newer all the same.
    later.at -= TestWorld::day;
    later.logCount = 10;
    QVERIFY(learn(later).ok());
    QCOMPARE(desk.workspace().trust().pack(m_pack.serial)->lastWord()->logCount, 10);
    // From a file the same would be an old word: it is neither kept nor held against the pack.
    Statement old = later;
    old.at -= TestWorld::day;
    old.logCount = 3;
    QVERIFY(desk.workspace().trust().learnStatement(shown.seal(old, *m_world->deviceKey()), {}).ok());
    QCOMPARE(desk.workspace().trust().pack(m_pack.serial)->lastWord()->logCount, 10);
    later.at -= TestWorld::day;
    later.logCount = 7;
    QCOMPARE(learn(later).code(), Code::TrustContradicted);
    QVERIFY(desk.workspace().trust().pack(m_pack.serial)->contradictions.constFirst().kind == Contradiction::Kind::Log);
}

void TestTrustBook::aPersonDecides()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    QCOMPARE(trust.settle(m_pack.serial, Settlement::Keep, {}).code(), Code::WrongState);
    const QByteArray other
        = statementOf(*m_world, m_pack, [](Statement &said) { said.hardware = QStringLiteral("lfp-16s1p"); });
    const auto show = [&] {
        return trust.learnStatement(other, askedNonce()).code() == Code::TrustContradicted;
    };
    QVERIFY(show());
    QVERIFY(trust.settle(m_pack.serial, Settlement::Keep, {}).ok());
    QVERIFY(trust.contradictory().isEmpty());
    QVERIFY(trust.snapshot().stateOf(m_pack.serial, TestWorld::now).ok());
    QVERIFY(trust.learn(factsOf(m_pack)).ok());
    QVERIFY(show());
    QVERIFY(trust.settle(m_pack.serial, Settlement::Forget, {}).ok());
    QVERIFY(!trust.pack(m_pack.serial));
    QCOMPARE(records(auditaction::settleTrust, QLatin1String(auditoutcome::done), desk), 2);
    desk.reopen();
    QVERIFY(!desk.workspace().trust().pack(m_pack.serial));
    QVERIFY(desk.workspace().trust().learn(rulesOf(*m_world, m_pack)).ok());
}

void TestTrustBook::olderStoresTakeTheirHashesOver()
{
    Desk desk(*m_world, m_pack);
    const KnownPack known = *desk.workspace().trust().pack(m_pack.serial);
    QCborMap map = cbor::decode(trustfiles::encode(known))->toMap();
    const auto read = [&](const QCborMap &file) {
        return trustfiles::decodePack(cbor::encode(file));
    };
    QVERIFY(*read(map) == known);
    QCborMap old = map;
    for (const char *key : {"siliconSha256", "foundationSha256", "contradictions"})
        old.remove(QLatin1String(key));
    QVERIFY(*read(old) == known);
    // Hashes that are not those of what the file holds are no file of ours.
    for (const char *key : {"siliconSha256", "foundationSha256"}) {
        QCborMap other = map;
        other[QLatin1String(key)] = QByteArray(32, 'x');
        QVERIFY(!read(other).ok());
    }
    QCborMap nonsense = map;
    nonsense[QLatin1String("contradictions")] = QCborArray{QCborArray{QStringLiteral("weather"), {}, {}, 1}};
    QVERIFY(!read(nonsense).ok());
}

/// What a node shows in the pack's name leaves the lists out; the pack's own word is judged by them all the same.
void TestTrustBook::anUnsignedAnswerTakesNoListAway()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    PackRules shown = rulesOf(*m_world, m_pack);
    QVERIFY(!shown.crls.isEmpty());
    shown.crls.clear();
    QVERIFY(trust.learn(shown).ok());
    QVERIFY(trust.learnStatement(statementOf(*m_world, m_pack), QByteArray(32, 'n')).ok());
    desk.reopen();
    QVERIFY(desk.workspace().trust().learnStatement(statementOf(*m_world, m_pack), QByteArray(32, 'n')).ok());
}

void TestTrustBook::aFreshWordLastsAsLongAsTheConnection()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const auto isProved = [&] {
        return trust.snapshot().proved.contains(m_pack.serial);
    };
    // What was kept is remembered, and proves nothing of who answers now.
    QVERIFY(trust.pack(m_pack.serial)->areLimitsProved());
    QVERIFY(!isProved());
    const QByteArray word = statementOf(*m_world, m_pack);
    QCOMPARE(trust.learnStatement(word, QByteArray(32, 'o')).code(), Code::ReceiptInvalid);
    QVERIFY(!isProved());
    QVERIFY(trust.learnStatement(word, QByteArray(32, 'n')).ok());
    QVERIFY(isProved());
    trust.forgetProof(PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0009")));
    QVERIFY(isProved());
    trust.forgetProof(m_pack.serial);
    QVERIFY(!isProved());
    QVERIFY(trust.learnStatement(word, QByteArray(32, 'n')).ok());
    desk.reopen();
    QVERIFY(!desk.workspace().trust().snapshot().proved.contains(m_pack.serial));
}

void TestTrustBook::firstRulesWithoutSignatures_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("compared");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a first charter by its parties") << "first" << false << "";
    QTest::newRow("a first charter without signatures") << "first unsigned" << true << "malformed";
    QTest::newRow("a later charter by its seats") << "rotated" << false << "";
    QTest::newRow("a later charter without signatures") << "unsigned" << false << "fingerprint-needed";
    QTest::newRow("a later charter without signatures, compared") << "unsigned" << true << "";
    QTest::newRow("a later charter that is none, compared") << "broken" << true << "malformed";
}

void TestTrustBook::firstRulesWithoutSignatures()
{
    QFETCH(QString, what);
    QFETCH(bool, compared);
    QFETCH(QString, expected);
    ShownRules shown(*m_world, m_pack);
    if (!what.startsWith(QLatin1String("first")))
        shown.rotateRoot("cell-data", QStringLiteral("celldata-b"), QStringLiteral("celldata-b.specialist"),
            {ShownRules::owner(), ShownRules::platform()});
    if (what == QLatin1String("broken")) {
        auto change = CharterChange::decode(CoseSign::decode(shown.rules.charterDocument)->payload);
        change->charter.mayHold.clear();
        change->charter.positions.clear();
        change->policy.policy.charterSha256 = change->charter.bodySha256();
        shown.rules.charterDocument = CoseSign{QByteArray(contenttype::charter), change->encode(), {}}.encode();
        shown.rules.policyDocument = shown.rules.charterDocument;
    }
    if (what.endsWith(QLatin1String("unsigned"))) {
        auto document = CoseSign::decode(shown.rules.charterDocument);
        document->signatures.clear();
        shown.rules.charterDocument = document->encode();
        if (!what.startsWith(QLatin1String("first")))
            shown.rules.policyDocument = shown.rules.charterDocument;
    }
    QTemporaryDir folder;
    FixedClock clock(TestWorld::now);
    const auto opened = Workspace::open(folder.filePath(QStringLiteral("store")), clock);
    TrustBook &trust = (*opened)->trust();
    const auto pinned = trust.pin(shown.rules, {}, compared ? Compared::Yes : Compared::No);
    QCOMPARE(pinned.ok() ? QString() : QString(codeName(pinned.code())), expected);
    QCOMPARE(trust.isEmpty(), !expected.isEmpty());
}

void TestTrustBook::whatTheBusShowsFreesNobody()
{
    const ParameterId physical = ParameterId::fromTrusted(QStringLiteral("cell.voltage.max"));
    const ParameterId charge = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    Identity specialist;
    specialist.position = PositionId::fromTrusted(QStringLiteral("cell-data"));
    specialist.role = RoleId::fromTrusted(QStringLiteral("specialist"));
    specialist.leaf = m_world->key(QStringLiteral("celldata.specialist"))->leaf();
    const auto wanted = [&](const TrustBook &trust, const PackState &pack, const ParameterId &parameter) {
        SignoffJudgement judgement;
        judgement.request = m_world->request(pack, parameter.text(), 4200);
        return ownvalue::wanted(judgement, trust.snapshot(), specialist).contains(parameter);
    };
    PackState lax = m_pack;
    lax.silicon.layers[CapabilityId::fromTrusted(QStringLiteral("set-cell-voltage-max"))] = 1;
    for (ParameterDefinition &definition : lax.silicon.parameters)
        definition.layer = 1;
    {
        Desk desk(*m_world, m_pack);
        TrustBook &trust = desk.workspace().trust();
        QVERIFY(wanted(trust, m_pack, physical));
        QVERIFY(!wanted(trust, m_pack, charge));
        QVERIFY(!trust.learn(factsOf(lax)).ok());
        QVERIFY(!trust.learn(rulesOf(*m_world, lax)).ok());
        QVERIFY(wanted(trust, m_pack, physical));
        QVERIFY(trust.settle(m_pack.serial, Settlement::Keep, {}).ok());
        QVERIFY(wanted(trust, m_pack, physical));
        // One that was never met before, and never proved anything.
        PackState strange = stranger();
        strange.silicon = lax.silicon;
        QVERIFY(trust.learn(rulesOf(*m_world, strange)).ok());
        QVERIFY(trust.learn(factsOf(strange)).ok());
        QVERIFY(wanted(trust, strange, physical));
        // Its own word is what counts: this kind of pack has it in an outer layer.
        QVERIFY(trust.learnStatement(statementOf(*m_world, strange)).ok());
        QVERIFY(!wanted(trust, strange, physical));
        QVERIFY(wanted(trust, m_pack, physical));
    }
    QTemporaryDir folder;
    FixedClock clock(TestWorld::now);
    const auto opened = Workspace::open(folder.filePath(QStringLiteral("store")), clock);
    TrustBook &alone = (*opened)->trust();
    QVERIFY(alone.pin(rulesOf(*m_world, lax), {}).ok());
    QVERIFY(alone.learn(rulesOf(*m_world, lax)).ok());
    QVERIFY(alone.learn(factsOf(lax)).ok());
    QVERIFY(wanted(alone, lax, physical));
    QVERIFY(wanted(alone, lax, charge)); // nobody proved that it is not
}

void TestTrustBook::theRehearsalStandsOnWhatThePackSaid()
{
    Desk desk(*m_world, m_pack);
    const auto state = desk.workspace().trust().snapshot().stateOf(m_pack.serial, TestWorld::now);
    QVERIFY(state.ok());
    QVERIFY(isAsRead(*state));
}

void TestTrustBook::aReceiptMovesTheValueOnce()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const ParameterId id = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    Receipt receipt;
    receipt.serial = m_pack.serial;
    receipt.siliconSha256 = m_pack.silicon.sha256();
    receipt.foundationSha256 = m_pack.foundation.sha256();
    receipt.applied = {{id, Milli{95000}, 2}};
    QVERIFY(trust.learn(receipt, std::nullopt).ok());
    const auto value = [&] {
        return trust.snapshot().stateOf(m_pack.serial, TestWorld::now)->values.value(id);
    };
    QCOMPARE(value().base.value, 95000);
    QCOMPARE(value().revision, 2);
    receipt.applied = {{id, Milli{80000}, 1}};
    QVERIFY(trust.learn(receipt, std::nullopt).ok());
    QCOMPARE(value().base.value, 95000);
    // Of a pack with other limits nothing is believed.
    receipt.applied = {{id, Milli{80000}, 3}};
    receipt.siliconSha256 = QByteArray(32, 'x');
    QCOMPARE(trust.learn(receipt, std::nullopt).code(), Code::TrustContradicted);
    QCOMPARE(trust.contradictory(), QList<PackSerial>{m_pack.serial});
    QCOMPARE(trust.pack(m_pack.serial)->facts.parameters.constFirst().stored.base.value, 95000);
}

void TestTrustBook::theNextListIsKept()
{
    Desk desk(*m_world, m_pack);
    const QString leasing = QStringLiteral("leasing");
    const Certificate first = m_world->key(QStringLiteral("leasing.asset-manager"))->leaf();
    const Certificate second = m_world->key(QStringLiteral("leasing.asset-manager-2"))->leaf();
    const auto next = [&](const QList<Certificate> &revoked) {
        return nextList(m_world->root(leasing), m_world->rootKey(leasing),
            {revoked, desk.workspace().trust().snapshot().newestLists(TestWorld::now), {}, 0, TestWorld::now});
    };
    const auto one = next({first});
    QVERIFY(one.ok());
    QCOMPARE(one->crl.number, m_world->crl(leasing).crl.number + 1);
    QVERIFY(one->authorityDer.isEmpty());
    QVERIFY(desk.workspace().trust().learn(*one).ok());
    // What was revoked stays so, also when the same is said again, and after a restart.
    desk.reopen();
    QVERIFY(desk.workspace().trust().crls().contains(encodeCrlEntry(*one)));
    const auto two = next({second, first});
    QVERIFY(two.ok());
    QCOMPARE(two->crl.number, one->crl.number + 1);
    QCOMPARE(two->crl.revokedSerials.size(), 2);
    QVERIFY(desk.workspace().trust().learn(*two).ok());
    QCOMPARE(next({})->crl.revokedSerials.size(), 2);
    QCOMPARE(desk.workspace().trust().snapshot().lists.size(), 1);
    // What the pack would say is told by the lists that the pack holds.
    QVERIFY(isAsRead(*desk.workspace().trust().snapshot().stateOf(m_pack.serial, TestWorld::now)));
}

void TestTrustBook::whatIsNoNextListIsRefused()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const QString leasing = QStringLiteral("leasing");
    const auto person = m_world->key(QStringLiteral("leasing.asset-manager"));
    const auto held = trust.snapshot().newestLists(TestWorld::now);
    const auto strange = nextList(m_world->root(leasing), m_world->rootKey(leasing),
        {{m_world->key(QStringLiteral("celldata.specialist"))->leaf()}, held, {}, 0, TestWorld::now});
    QVERIFY(!strange.ok());
    QCOMPARE(strange.code(), Code::UnknownIssuer);
    const auto byPerson = nextList(person->leaf(), m_world->privateKey(QStringLiteral("leasing.asset-manager")),
        {{}, held, {}, 0, TestWorld::now});
    QVERIFY(!byPerson.ok());
    QCOMPARE(byPerson.code(), Code::KeyUnusable);
    // Made without knowing the one before, or under a root that nobody pinned.
    const auto first = nextList(m_world->root(leasing), m_world->rootKey(leasing), {{}, {}, {}, 1, TestWorld::now});
    QVERIFY(first.ok());
    QCOMPARE(trust.learn(*first).code(), Code::VersionRollback);
    const QString stranger = QStringLiteral("stranger");
    const auto foreign = nextList(m_world->root(stranger), m_world->rootKey(stranger), {{}, {}, {}, 1, TestWorld::now});
    QVERIFY(foreign.ok());
    QCOMPARE(trust.learn(*foreign).code(), Code::UnknownIssuer);
    QVERIFY(trust.snapshot().lists.isEmpty());
}

void TestTrustBook::listsOfManyPacksAreCheckedOnce()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const auto cost = [&] {
        const CryptoCount before = CryptoCount::now();
        const auto newest = trust.snapshot().newestLists(desk.clock().now());
        return std::pair(CryptoCount::now().since(before), newest.size());
    };
    const auto one = cost();
    QVERIFY(one.first > 0 && one.second == m_pack.crls.size());
    for (const char *serial : {"SDB-TEST-0002", "SDB-TEST-0003", "SDB-TEST-0004"}) {
        PackState other = m_world->pack(QString::fromLatin1(serial));
        other.crls = m_pack.crls;
        QVERIFY(trust.learn(rulesOf(*m_world, other)).ok());
    }
    QCOMPARE(trust.packs().size(), 4);
    const auto four = cost();
    QCOMPARE(four.second, one.second);
    QCOMPARE(four.first, one.first);
    // The twin: another list is another question.
    QVERIFY(trust.learn(m_world->crl(QStringLiteral("leasing"), {}, 2)).ok());
    QVERIFY(cost().first > one.first);
}

void TestTrustBook::signingInIsRecordedBothWays()
{
    Desk desk(*m_world, m_pack);
    Session &session = desk.workspace().session();
    QSignalSpy failed(&session, &Session::signInFailed);
    session.signIn(desk.keyFile(QStringLiteral("celldata.specialist")), QStringLiteral("wrong"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
    QVERIFY(!session.isSignedIn());
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::signIn);
    QCOMPARE(
        desk.workspace().audit().page(filter, 0, 9).constFirst().outcome, QString(codeName(Code::WrongPassphrase)));
    QVERIFY(desk.signIn(QStringLiteral("celldata.specialist")));
    QCOMPARE(desk.workspace().audit().count(filter), 2);
    QCOMPARE(desk.workspace().audit().page(filter, 0, 9).constFirst().outcome, QLatin1String(auditoutcome::done));
    session.signOut();
    QVERIFY(!session.isSignedIn());
    filter.action = QLatin1String(auditaction::signOut);
    QCOMPARE(desk.workspace().audit().count(filter), 1);
}

void TestTrustBook::anIdentityIsItsPartysByTheCharter()
{
    Desk desk(*m_world, m_pack);
    QVERIFY(desk.signIn(QStringLiteral("leasing.asset-manager")));
    const Identity identity = desk.workspace().session().identity();
    QCOMPARE(identity.position.text(), QStringLiteral("owner"));
    QCOMPARE(identity.party, QStringLiteral("leasing"));
    QCOMPARE(identity.role.text(), QStringLiteral("asset-manager"));
}

void TestTrustBook::whatIsForgottenIsGone()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    ShownRules next(*m_world, m_pack);
    next.changePolicy();
    QVERIFY(trust.take(next.rules, next.word(), {}, Compared::Yes).ok());
    QVERIFY(!trust.snapshot().earlier.isEmpty());
    QVERIFY(trust.forget({}).ok());
    QVERIFY(trust.isEmpty());
    QVERIFY(trust.packs().isEmpty());
    QCOMPARE(records(auditaction::forgetTrust, QLatin1String(auditoutcome::done), desk), 1);
    QCOMPARE(trust.forget({}).code(), Code::WrongState);
    desk.reopen();
    TrustBook &after = desk.workspace().trust();
    QVERIFY(after.isEmpty());
    QVERIFY(after.problems().isEmpty());
    QVERIFY(after.snapshot().earlier.isEmpty() && after.snapshot().former.isEmpty());
    // Other rules can be accepted now, as in a new store; without a record nothing is forgotten.
    QVERIFY(after.pin(rulesOf(*m_world, m_pack), {}, Compared::Yes).ok());
    AuditVerdict damage;
    damage.problem = Error{Code::AuditDamaged, {}};
    desk.workspace().audit().setVerdict(damage);
    QVERIFY(!after.forget({}).ok());
    QVERIFY(!after.isEmpty());
}

QTEST_GUILESS_MAIN(TestTrustBook)
#include "tst_trustbook.moc"
