// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/adversary/roguepack.h"

#include "models/core/cbor/cbor.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/rulechange.h"
#include "models/core/pack/statement.h"
#include "tests/models/support/modelworld.h"

namespace packwarden::test {

RoguePack::RoguePack(TestWorld &world, const PackState &pack, Mutator &dice)
    : m_world(world)
    , m_pack(pack)
    , m_other(world.pack(QStringLiteral("SDB-TEST-0002")))
    , m_rules(rulesOf(world, pack))
    , m_dice(dice)
{
}

PackSerial RoguePack::name()
{
    if (chance(70))
        return m_pack.serial;
    if (chance(30))
        return m_other.serial;
    return PackSerial::fromTrusted(QStringLiteral("SDB-ROGUE-%1").arg(m_dice.below(10'000), 4, 10, QLatin1Char('0')));
}

QByteArray RoguePack::heap()
{
    return QByteArray(1 << (8 + m_dice.below(15)), char(m_dice.below(256)));
}

RulesVersion RoguePack::version(RulesVersion genuine)
{
    switch (m_dice.below(4)) {
    case 0:
        genuine.version += m_dice.below(5) - 2;
        break;
    case 1:
        genuine.sha256 = m_dice.bytes(genuine.sha256);
        break;
    case 2:
        genuine = {genuine.version + 1, QByteArray(32, char(m_dice.below(256))), TestWorld::now};
        break;
    default:
        break;
    }
    return genuine;
}

PackFacts RoguePack::facts()
{
    PackFacts made = factsOf(m_pack);
    made.serial = name();
    if (chance(20))
        made.hardware = chance(50) ? QStringLiteral("py-255s1p") : QString::fromLatin1(heap().left(200'000));
    if (chance(20))
        made.node = m_dice.below(256);
    made.charter = version(made.charter);
    made.policy = version(made.policy);
    if (chance(20) && !made.parameters.isEmpty()) {
        ParameterInfo &one = made.parameters[m_dice.below(int(made.parameters.size()))];
        if (chance(50))
            one.definition.layer = 1 + m_dice.below(4);
        else
            one.definition.silicon.max = Milli{m_dice.below(1'000'000)};
    }
    if (chance(10))
        made.parameters.clear();
    return made;
}

QByteArray RoguePack::document(const QByteArray &genuine)
{
    auto decoded = CoseSign::decode(genuine);
    switch (m_dice.below(7)) {
    case 0:
        return m_dice.bytes(genuine);
    case 1:
        return genuine.left(m_dice.below(int(genuine.size())));
    case 2:
        return heap();
    case 3:
        decoded->signatures.clear();
        return decoded->encode();
    case 4: {
        // A change of its own, signed by nobody whom it takes.
        if (const auto value = cbor::decode(decoded->payload); value.ok())
            decoded->payload = cbor::encode(m_dice.tree(*value));
        if (chance(50))
            decoded->signatures.clear();
        const auto key = m_world.key(QStringLiteral("stranger.engineer"));
        (void)decoded->addSignature(*key, chance(50) ? Meaning::Author : Meaning::Approve, TestWorld::now,
            {QByteArray(16, 'l'), 1, QByteArray(32, 'h')});
        return decoded->encode();
    }
    default:
        return genuine;
    }
}

PackRules RoguePack::rules()
{
    PackRules made = m_rules;
    made.serial = name();
    const auto bent = [this](const QByteArray &genuine) {
        if (const auto value = cbor::decode(genuine); value.ok() && chance(60))
            return cbor::encode(m_dice.tree(*value));
        return chance(50) ? m_dice.bytes(genuine) : heap();
    };
    if (chance(20))
        made.silicon = bent(made.silicon);
    if (chance(20))
        made.foundation = bent(made.foundation);
    if (chance(50))
        made.charterDocument = document(made.charterDocument);
    if (chance(50))
        made.policyDocument = document(made.policyDocument);
    if (chance(10))
        std::swap(made.charterDocument, made.policyDocument);
    if (chance(30)) {
        made.crls.clear();
        for (int i = m_dice.below(64); i > 0; --i)
            made.crls.append(list());
    }
    return made;
}

QByteArray RoguePack::list()
{
    switch (m_dice.below(5)) {
    case 0:
        return encodeCrlEntry(m_world.crl(QStringLiteral("stranger"), {}, 1 + m_dice.below(9)));
    case 1:
        return m_dice.bytes(m_rules.crls.at(m_dice.below(int(m_rules.crls.size()))));
    case 2:
        return heap().left(100'000);
    default:
        return m_rules.crls.at(m_dice.below(int(m_rules.crls.size())));
    }
}

QByteArray RoguePack::sealed(const Statement &said)
{
    // Its own company's key; a person's; one that a party other than the manufacturer certified as the pack's.
    std::shared_ptr<SigningKey> key = m_world.key(QStringLiteral("stranger.engineer"));
    if (chance(30))
        key = m_world.key(QStringLiteral("leasing.asset-manager"));
    else if (chance(50)) {
        const QString serial = said.serial.text();
        const auto forged = pki::issueLeaf(m_world.root(QStringLiteral("courier")),
            m_world.rootKey(QStringLiteral("courier")), m_world.privateKey(QStringLiteral("device")), {serial, {}},
            {{}, {}, serial, false}, {TestWorld::now - 10, TestWorld::now + 1000});
        key = pki::makeSigningKey(m_world.privateKey(QStringLiteral("device")), {*forged});
    }
    const auto made = CoseSign1::make(contenttype::statement, said.encode(), *key, TestWorld::now);
    return made.ok() ? made->encode() : QByteArray();
}

QByteArray RoguePack::word()
{
    const auto genuine = [this](const PackState &pack, const QByteArray &nonce) {
        return statementOf(m_world, pack, [&](Statement &said) { said.nonce = nonce; });
    };
    switch (m_dice.below(7)) {
    case 0: // of before, over another number
        return genuine(m_pack, QByteArray(32, 'b'));
    case 1: // it asks the genuine pack, and passes its answer on
        m_passedOn.insert(m_pack.serial);
        return genuine(m_pack, askedNonce());
    case 2:
        m_passedOn.insert(m_other.serial);
        return genuine(m_other, askedNonce());
    case 3:
        return m_dice.bytes(genuine(m_pack, askedNonce()));
    case 4: {
        const QByteArray whole = genuine(m_pack, askedNonce());
        return whole.left(m_dice.below(int(whole.size())));
    }
    case 5:
        return heap();
    default: {
        const auto document = CoseSign1::decode(genuine(m_pack, askedNonce()));
        Statement said = *Statement::decode(document->payload);
        said.serial = name();
        if (chance(50))
            said.hardware = QStringLiteral("py-255s1p");
        if (chance(50))
            said.logCount += m_dice.below(9) - 4;
        if (chance(50))
            said.siliconSha256 = m_dice.bytes(said.siliconSha256);
        said.policy = version(said.policy);
        return sealed(said);
    }
    }
}

} // namespace packwarden::test
