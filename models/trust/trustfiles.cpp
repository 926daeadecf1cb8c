// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/trustfiles.h"

#include "models/core/cbor/cbor.h"
#include "models/core/documents/documentfile.h"

#include <QCborArray>

#include <algorithm>

namespace packwarden::trustfiles {

namespace {

using L1 = QLatin1String;

template <typename T> void take(cbor::MapReader &reader, L1 key, T &into)
{
    if (auto decoded = T::decode(reader.bytes(key)); decoded.ok())
        into = *decoded;
    else
        reader.fail(key);
}

} // namespace

QByteArray encode(const PinnedRules &pinned)
{
    return cbor::encode(QCborMap{{L1("charter"), pinned.charterDocument}, {L1("policy"), pinned.policyDocument}});
}

Result<PinnedRules> decodePinned(const QByteArray &bytes)
{
    const auto value = cbor::decode(bytes);
    if (!value.ok())
        return value.error();
    cbor::MapReader reader(*value);
    const QByteArray charter = reader.bytes(L1("charter"));
    const QByteArray policy = reader.bytes(L1("policy"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return PinnedRules::fromDocuments(charter, policy);
}

QByteArray encode(const QSet<QByteArray> &former)
{
    QList<QByteArray> keys(former.begin(), former.end());
    std::sort(keys.begin(), keys.end());
    QCborArray array;
    for (const QByteArray &key : keys)
        array.append(key);
    return cbor::encode(QCborMap{{L1("former"), array}});
}

Result<QSet<QByteArray>> decodeFormer(const QByteArray &bytes)
{
    const auto value = cbor::decode(bytes);
    if (!value.ok())
        return value.error();
    cbor::MapReader reader(*value);
    QSet<QByteArray> former;
    for (const QCborValue &key : reader.array(L1("former")))
        former.insert(key.toByteArray());
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return former;
}

QByteArray encode(const QList<CrlEntry> &lists)
{
    QCborArray entries;
    for (const CrlEntry &entry : lists)
        entries.append(encodeCrlEntry(entry));
    return cbor::encode(QCborMap{{L1("lists"), entries}});
}

Result<QList<CrlEntry>> decodeLists(const QByteArray &bytes)
{
    const auto value = cbor::decode(bytes);
    if (!value.ok())
        return value.error();
    cbor::MapReader reader(*value);
    QList<CrlEntry> lists;
    for (const QCborValue &bytesOfEntry : reader.array(L1("lists"))) {
        const auto entry = decodeCrlEntry(bytesOfEntry.toByteArray());
        if (!entry.ok())
            return entry.error();
        lists.append(*entry);
    }
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return lists;
}

QByteArray encode(const KnownPack &pack)
{
    QCborArray crls;
    for (const QByteArray &entry : pack.rules.crls)
        crls.append(entry);
    QCborArray contradictions;
    for (const Contradiction &each : pack.contradictions)
        contradictions.append(each.toCbor());
    const PackFacts &facts = pack.facts;
    return cbor::encode(
        QCborMap{{L1("serial"), facts.serial.text()}, {L1("node"), facts.node}, {L1("hardware"), facts.hardware},
            {L1("software"), facts.software}, {L1("configuration"), facts.configuration.encode()},
            {L1("lifecycle"), facts.lifeCycle.encode()}, {L1("policy"), facts.policy.encode()},
            {L1("charter"), facts.charter.encode()}, {L1("parameters"), ParameterInfo::encodeTable(facts.parameters)},
            {L1("readAt"), pack.readAt}, {L1("silicon"), pack.rules.silicon}, {L1("foundation"), pack.rules.foundation},
            {L1("charterDocument"), pack.rules.charterDocument}, {L1("policyDocument"), pack.rules.policyDocument},
            {L1("crls"), crls}, {L1("statement"), pack.statement}, {L1("siliconSha256"), pack.siliconSha256},
            {L1("foundationSha256"), pack.foundationSha256}, {L1("contradictions"), contradictions}});
}

Result<KnownPack> decodePack(const QByteArray &bytes)
{
    const auto value = cbor::decode(bytes);
    if (!value.ok())
        return value.error();
    cbor::MapReader reader(*value);
    KnownPack pack;
    PackFacts &facts = pack.facts;
    facts.serial = reader.id<PackSerial>(L1("serial"));
    pack.rules.serial = facts.serial;
    facts.node = int(reader.integer(L1("node"), 0, 255));
    facts.hardware = reader.text(L1("hardware"));
    facts.software = reader.text(L1("software"));
    pack.readAt = reader.integer(L1("readAt"));
    if (pack.readAt != 0) {
        take(reader, L1("configuration"), facts.configuration);
        take(reader, L1("lifecycle"), facts.lifeCycle);
        take(reader, L1("policy"), facts.policy);
        take(reader, L1("charter"), facts.charter);
        if (auto table = ParameterInfo::decodeTable(reader.bytes(L1("parameters"))); table.ok())
            facts.parameters = *table;
        else
            reader.fail(QStringLiteral("parameters"));
    } else {
        // Known by its rules or its word alone: it told no facts yet.
        for (const char *key : {"configuration", "lifecycle", "policy", "charter", "parameters"})
            (void)reader.optional(L1(key));
    }
    pack.rules.silicon = reader.bytes(L1("silicon"));
    pack.rules.foundation = reader.bytes(L1("foundation"));
    pack.rules.charterDocument = reader.bytes(L1("charterDocument"));
    pack.rules.policyDocument = reader.bytes(L1("policyDocument"));
    for (const QCborValue &entry : reader.array(L1("crls")))
        pack.rules.crls.append(entry.toByteArray());
    // A store from before there were statements has none.
    pack.statement = reader.optional(L1("statement")).toByteArray();
    // A store from before limits were pinned: they are what it holds, shown and not proved.
    const auto pinned = [&](L1 key, const QByteArray &held) {
        const QCborValue hash = reader.optional(key);
        return hash.isByteArray() ? hash.toByteArray() : held.isEmpty() ? QByteArray() : sha256(held);
    };
    pack.siliconSha256 = pinned(L1("siliconSha256"), pack.rules.silicon);
    pack.foundationSha256 = pinned(L1("foundationSha256"), pack.rules.foundation);
    for (const QCborValue &entry : reader.optional(L1("contradictions")).toArray()) {
        if (const auto contradiction = Contradiction::fromCbor(entry))
            pack.contradictions.append(*contradiction);
        else
            reader.fail(L1("contradictions"));
    }
    const auto fits = [](const QByteArray &held, const QByteArray &hash) {
        return held.isEmpty() || sha256(held) == hash;
    };
    if (!fits(pack.rules.silicon, pack.siliconSha256) || !fits(pack.rules.foundation, pack.foundationSha256))
        reader.fail(L1("siliconSha256"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return pack;
}

} // namespace packwarden::trustfiles
