// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/hw/sim/support/testpack.h"

#include "models/core/cbor/cbor.h"

#include <QtEndian>

namespace packwarden::test {

TestPack::TestPack(TestWorld &world, const PackState &state, Agreed agreed, int node,
    const std::function<void(sim::PackParts &)> &change)
{
    sim::PackParts written = parts(world, state, agreed, node);
    if (change)
        change(written);
    if (!sim::PackMemory::create(files, folder(), written).ok())
        qFatal("cannot make the memory");
    boot();
}

sim::PackParts TestPack::parts(TestWorld &world, const PackState &state, Agreed agreed, int node) const
{
    DocumentHead head;
    head.id = QByteArray(16, 'd');
    head.created = TestWorld::now - TestWorld::day;
    head.expires = TestWorld::now + TestWorld::day;
    const auto author = world.key(QStringLiteral("leasing.asset-manager-2"));
    head.author = author->leaf().sha256;
    const auto document = [&](const char *type, const QByteArray &payload) {
        CoseSign made{QByteArray(type), payload, {}};
        const auto sign = [&](const SigningKey &key, Meaning meaning) {
            if (!made.addSignature(key, meaning, TestWorld::now, {QByteArray(16, 'l'), 0, QByteArray(32, 'h')}).ok())
                qFatal("cannot sign");
        };
        sign(*author, Meaning::Author);
        if (agreed == Agreed::ByAll) {
            for (const Position &position : state.charter.positions)
                sign(*world.key(QStringLiteral("%1.%2").arg(position.party, position.signatory.text())),
                    Meaning::Approve);
        }
        return made.encode();
    };
    sim::PackParts parts;
    parts.identity.serial = state.serial;
    parts.identity.hardware = state.silicon.hardware;
    parts.identity.partNumber = QStringLiteral("PW-TEST");
    parts.identity.manufactured = QStringLiteral("2026-05-28");
    parts.identity.configuration = {QStringLiteral("NMC"), 96, 2, 8, 120'000, node};
    parts.board = {parts.identity.hardware, parts.identity.configuration, {}};
    for (auto it = state.components.begin(); it != state.components.end(); ++it)
        parts.board.parts.insert(it.key(), it->id);
    parts.silicon = state.silicon;
    parts.foundation = state.foundation;
    parts.deviceKeyPem = world.privateKey(QStringLiteral("device")).toPem();
    parts.deviceChain = {world.deviceKey(state.serial.text())->leaf().der};
    parts.contents.lifeCycle = state.lifeCycle;
    parts.contents.charterDocument = document(contenttype::charter,
        CharterChange{head, Amendment::First, {}, state.charter, {head, {}, state.policy}}.encode());
    parts.contents.policyDocument = document(contenttype::policy, PolicyChange{head, {}, state.policy}.encode());
    for (const CrlEntry &entry : state.crls)
        parts.contents.crls.append(encodeCrlEntry(entry));
    parts.contents.values = state.values;
    parts.contents.components = state.components;
    parts.contents.lock = state.lock;
    parts.contents.activation = state.activation;
    parts.contents.clockFloor = state.clockFloor;
    parts.contents.clockUncertain = false;
    return parts;
}

Result<std::unique_ptr<sim::SimulatedPack>> TestPack::tryBoot()
{
    return sim::SimulatedPack::start(files, folder(), clock, options);
}

void TestPack::boot()
{
    auto started = tryBoot();
    if (!started.ok())
        qFatal("pack does not start: %s", qPrintable(started.error().detail));
    pack = std::move(started).value();
}

QStringList TestPack::ask(const QByteArray &request, bool functional)
{
    QStringList answers;
    const qint64 now = clock.monotonicMilliseconds();
    for (const QByteArray &answer : pack->uds().receive(request, functional, now))
        answers.append(QString::fromLatin1(answer.toHex()));
    for (const QByteArray &answer : pack->uds().work(now))
        answers.append(QString::fromLatin1(answer.toHex()));
    return answers;
}

bool TestPack::upload(const QByteArray &document)
{
    QByteArray length(4, '\0');
    qToBigEndian(quint32(document.size()), length.data());
    if (askHex("1002") != QStringList{QStringLiteral("5002003201f4")}
        || ask(QByteArray::fromHex("34004400000000") + length) != QStringList{QStringLiteral("74200fff")})
        return false;
    constexpr int block = sim::UdsServer::maxBlockLength - 2;
    quint8 counter = 0;
    for (qsizetype offset = 0; offset < document.size(); offset += block) {
        const QByteArray head = QByteArray(1, char(0x36)) + char(++counter);
        const QString taken = QStringLiteral("76%1").arg(counter, 2, 16, QLatin1Char('0'));
        if (ask(head + document.mid(offset, block)) != QStringList{taken})
            return false;
    }
    return askHex("37") == QStringList{QStringLiteral("77")};
}

QByteArray TestPack::applyRequest(const QByteArray &document, int kind) const
{
    return QByteArray::fromHex("31010201") + char(kind) + sha256(document);
}

QStringList TestPack::deliver(const QByteArray &document, int kind)
{
    if (!upload(document))
        return {QStringLiteral("upload failed")};
    return ask(applyRequest(document, kind));
}

QString TestPack::reason()
{
    const QByteArray answer = QByteArray::fromHex(askHex("31030201").value(0).toLatin1());
    const auto decoded = cbor::decode(answer.mid(4));
    return decoded.ok() ? decoded->toMap().value(QLatin1String("reason")).toString() : QString();
}

std::optional<QByteArray> TestPack::readDocument(int kind, int index)
{
    QByteArray address(4, '\0');
    qToBigEndian(quint32(kind) << 24 | quint32(index), address.data());
    if (ask(QByteArray::fromHex("350044") + address + QByteArray(4, '\xff')) != QStringList{QStringLiteral("75200fff")})
        return std::nullopt;
    QByteArray bytes;
    for (quint8 counter = 1;; ++counter) {
        const QByteArray answer
            = QByteArray::fromHex(ask(QByteArray(1, char(0x36)) + char(counter)).value(0).toLatin1());
        if (answer.size() <= 2)
            break;
        bytes += answer.mid(2);
    }
    askHex("37");
    return bytes;
}

} // namespace packwarden::test
