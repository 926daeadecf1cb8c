// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/adversary/roguefile.h"

#include "models/core/cbor/cbor.h"
#include "models/core/documents/withdrawal.h"
#include "models/core/pack/statement.h"
#include "models/rights/rightrequest.h"

#include <QCborArray>

namespace packwarden::test {

namespace {

constexpr qint64 now = TestWorld::now;
constexpr qint64 day = TestWorld::day;
constexpr int strangers = CoseSign::maxSignatures; ///< people of the own company

QString text(const char *literal)
{
    return QString::fromLatin1(literal);
}

/// Of an own company, made out in the name of the scene's pack. Once for a program.
std::shared_ptr<SigningKey> falseDevice(TestWorld &world)
{
    static const auto made = [&] {
        const pki::PrivateKey key = world.privateKey(text("adversary-0"));
        const auto leaf = pki::issueLeaf(world.root(text("stranger")), world.rootKey(text("stranger")), key,
            {text("SDB-TEST-0001"), {}}, {{}, {}, text("SDB-TEST-0001"), false}, {now - day, now + 4000 * day});
        return pki::makeSigningKey(key, {*leaf});
    }();
    return made;
}

} // namespace

RogueFile::RogueFile(const Genuine &genuine, Mutator &dice)
    : m_genuine(genuine)
    , m_world(genuine.world())
    , m_dice(dice)
{
}

/// One of the people of the own company, who bear the names and roles of the scene's.
std::shared_ptr<SigningKey> RogueFile::stranger()
{
    static QMap<int, std::shared_ptr<SigningKey>> people;
    const int which = m_dice.below(strangers);
    if (!people.contains(which)) {
        const Party &like = parties().at(which % int(parties().size()));
        TestWorld::Leaf leaf;
        leaf.party = text("stranger");
        leaf.person = which < 8 ? like.person : text("stranger.%1").arg(which);
        leaf.role = like.role.text();
        leaf.keyName = text("adversary-%1").arg(which % 4);
        people.insert(which, m_world.makeKey(leaf));
    }
    return people.value(which);
}

void RogueFile::varySignatures(DocumentFile &file)
{
    QList<CoseSignature> &signatures = file.document.signatures;
    switch (m_dice.below(6)) {
    case 0:
    case 1:
        // Good ones, by people whom nobody here trusts; up to as many as a document holds.
        for (int count = m_dice.below(2) == 0 ? CoseSign::maxSignatures : 1 + m_dice.below(4);
             count > 0 && signatures.size() < CoseSign::maxSignatures; --count) {
            const LogHead log{QByteArray(16, char(count)), 1 + m_dice.below(9), QByteArray(32, 'h')};
            const Meaning meaning = chance(80) ? Meaning::Approve : Meaning::Author;
            if (!file.document.addSignature(*stranger(), meaning, now - m_dice.below(90'000), log).ok())
                qFatal("cannot sign");
        }
        break;
    case 2:
        // In the name of honest people, and worth nothing.
        for (const CoseSignature &signature : QList<CoseSignature>(signatures)) {
            if (signatures.size() >= CoseSign::maxSignatures)
                break;
            CoseSignature junk = signature;
            junk.signature[m_dice.below(int(junk.signature.size()))] ^= char(1 + m_dice.below(255));
            signatures.append(junk);
        }
        break;
    case 3:
        if (!signatures.isEmpty()) {
            CoseSignature twin = any(signatures);
            if (chance(50))
                twin.chain.append(stranger()->leaf().der);
            else
                twin.chain = {stranger()->leaf().der};
            if (signatures.size() < CoseSign::maxSignatures)
                signatures.append(twin);
        }
        break;
    default:
        for (int edits = 1 + m_dice.below(3); edits > 0; --edits)
            m_dice.signatures(file.document, any(m_genuine.papers()).file.document);
    }
}

void RogueFile::varyVoices(DocumentFile &file)
{
    const QByteArray hash = file.payloadSha256();
    const qint64 expires = now + 7 * day;
    switch (m_dice.below(4)) {
    case 0:
        file.withdrawals.append(
            CoseSign1::make(contenttype::withdrawal, Withdrawal{hash, expires}.encode(), *stranger(), now)->encode());
        break;
    case 1:
        file.rejections.append(
            CoseSign1::make(contenttype::rejection, Rejection{hash, text("No.")}.encode(), *stranger(), now)->encode());
        break;
    default: {
        const DocumentFile &other = any(m_genuine.papers()).file;
        QList<QByteArray> voices = other.withdrawals + other.rejections;
        if (voices.isEmpty())
            voices = m_genuine.paper("withdrawn").file.withdrawals + m_genuine.paper("rejected").file.rejections;
        QByteArray voice = any(voices);
        if (chance(50))
            voice = cbor::encode(m_dice.tree(*cbor::decode(voice)));
        (chance(50) ? file.withdrawals : file.rejections).append(voice);
    }
    }
}

QByteArray RogueFile::wordOfThePack(const char *contentType, const QByteArray &payload)
{
    return CoseSign1::make(contentType, payload, *falseDevice(m_world), now)->encode();
}

void RogueFile::varyWords(DocumentFile &file)
{
    const QByteArray genuine = m_genuine.paper("applied").file.receipts.value(0);
    switch (m_dice.below(5)) {
    case 0: {
        // What the pack would say, by another key.
        auto receipt = *Receipt::decode(CoseSign1::decode(genuine)->payload);
        receipt.document = file.payloadSha256();
        if (const auto request = ChangeRequest::decode(file.document.payload); request.ok()) {
            receipt.applied.clear();
            for (const ParameterChange &change : request->packs.constFirst().changes)
                receipt.applied.append({change.parameter, change.to, change.revision + 1});
        }
        file.receipts.append(wordOfThePack(contenttype::receipt, receipt.encode()));
        break;
    }
    case 1:
        file.receipts.append(genuine);
        break;
    case 2:
        file.receipts.append(cbor::encode(m_dice.tree(*cbor::decode(genuine))));
        break;
    case 3: {
        auto statement = *Statement::decode(CoseSign1::decode(m_genuine.statement())->payload);
        statement.lock.locked = true;
        statement.at = now + m_dice.below(1000);
        file.statements.append(wordOfThePack(contenttype::statement, statement.encode()));
        break;
    }
    default:
        file.statements.append(cbor::encode(m_dice.tree(*cbor::decode(m_genuine.statement()))));
    }
}

QByteArray RogueFile::list()
{
    if (chance(50)) {
        const CrlEntry made = m_world.crl(text("stranger"), {}, 1 + m_dice.below(20));
        return encodeCrlEntry(made);
    }
    const QByteArray entry = encodeCrlEntry(any(m_genuine.pack().crls));
    return chance(50) ? m_dice.bytes(entry) : cbor::encode(m_dice.tree(*cbor::decode(entry)));
}

void RogueFile::vary(DocumentFile &file)
{
    switch (m_dice.below(10)) {
    case 0:
        file.document.payload = cbor::encode(m_dice.tree(*cbor::decode(file.document.payload)));
        break;
    case 1:
        file.document.contentType = any(m_genuine.papers()).file.document.contentType;
        break;
    case 2:
        if (chance(30))
            file.crls.clear();
        for (int count = m_dice.below(chance(20) ? 120 : 6); count > 0; --count)
            file.crls.append(list());
        break;
    case 3:
        varyVoices(file);
        break;
    case 4:
    case 5:
        varyWords(file);
        break;
    case 6:
        for (int count = 1 + m_dice.below(5); count > 0; --count)
            file.attachments.insert(
                any(QStringList{text("../../x"), text("a\nb"), text("x"), QString(300, u'n'), text("measured.csv")}),
                QByteArray(m_dice.below(100'000), 'x'));
        break;
    default:
        varySignatures(file);
    }
}

/// What is none of the formats: deep, wide, long.
QByteArray RogueFile::heap()
{
    switch (m_dice.below(4)) {
    case 0:
        return QByteArray(1 + m_dice.below(5000), char(0x81)) + char(0x80);
    case 1:
        return QByteArray::fromHex("9a000f4240") + QByteArray(200'000, char(0xa0));
    case 2:
        return QByteArray::fromHex("5b7fffffffffffffff") + QByteArray(100, 'x');
    default:
        return {};
    }
}

RogueFile::Made RogueFile::document()
{
    const Genuine::Paper &paper = any(m_genuine.papers());
    if (chance(4))
        return {heap(), paper.suffix, text("heap")};
    DocumentFile file = paper.file;
    for (int edits = 1 + m_dice.below(2); edits > 0; --edits)
        vary(file);
    QByteArray bytes = file.encode();
    if (chance(10))
        bytes = m_dice.bytes(bytes);
    else if (chance(10))
        bytes = cbor::encode(m_dice.tree(*cbor::decode(bytes)));
    return {bytes, paper.suffix, paper.name};
}

RogueFile::Made RogueFile::right()
{
    QByteArray bytes = m_genuine.question();
    QString suffix = text("pwask");
    const auto document = CoseSign1::decode(bytes);
    switch (m_dice.below(4)) {
    case 0:
        bytes = CoseSign1::make(contenttype::rightRequest, document->payload, *stranger(), now)->encode();
        break;
    case 1: {
        const RightAnswer answer{sha256(document->payload), true, text("Yes.")};
        bytes = CoseSign1::make(contenttype::rightAnswer, answer.encode(), *stranger(), now)->encode();
        suffix = text("pwans");
        break;
    }
    case 2:
        bytes = m_dice.bytes(bytes);
        break;
    default:
        bytes = cbor::encode(m_dice.tree(*cbor::decode(bytes)));
    }
    return {bytes, suffix, text("right")};
}

} // namespace packwarden::test
