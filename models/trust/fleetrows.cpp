// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/fleetrows.h"

#include "models/core/cbor/cbor.h"

#include <QCborArray>

namespace packwarden::fleetrows {

namespace {

using L1 = QLatin1String;

template <typename T> void take(cbor::MapReader &reader, L1 key, T &into)
{
    if (auto decoded = T::decode(reader.bytes(key)); decoded.ok())
        into = *decoded;
    else
        reader.fail(key);
}

QCborArray toCbor(const StoredValue &stored)
{
    QCborArray parts{stored.base.value, stored.revision};
    if (stored.overlay) {
        parts.append(stored.overlay->value);
        parts.append(stored.overlayEnds);
    }
    return parts;
}

std::optional<StoredValue> storedIn(const QCborValue &value)
{
    const QCborArray parts = value.toArray();
    for (const QCborValue &part : parts) {
        if (!part.isInteger())
            return std::nullopt;
    }
    if (parts.size() != 2 && parts.size() != 4)
        return std::nullopt;
    StoredValue stored;
    stored.base = Milli{parts.at(0).toInteger()};
    stored.revision = parts.at(1).toInteger();
    if (parts.size() == 4) {
        stored.overlay = Milli{parts.at(2).toInteger()};
        stored.overlayEnds = parts.at(3).toInteger();
    }
    return stored;
}

} // namespace

QByteArray sharedTable(const PackFacts &facts)
{
    QList<ParameterInfo> table = facts.parameters;
    for (ParameterInfo &info : table)
        info.stored = {};
    return ParameterInfo::encodeTable(table);
}

QByteArray ownFacts(const KnownPack &pack)
{
    const PackFacts &facts = pack.facts;
    QCborMap map{{L1("node"), facts.node}, {L1("hardware"), facts.hardware}, {L1("software"), facts.software}};
    if (pack.readAt != 0) {
        QCborArray values;
        for (const ParameterInfo &info : facts.parameters)
            values.append(toCbor(info.stored));
        map.insert(L1("configuration"), facts.configuration.encode());
        map.insert(L1("lifecycle"), facts.lifeCycle.encode());
        map.insert(L1("policy"), facts.policy.encode());
        map.insert(L1("charter"), facts.charter.encode());
        map.insert(L1("values"), values);
    }
    return cbor::encode(map);
}

Result<> readFacts(KnownPack &pack, const QByteArray &own, const QList<ParameterInfo> &table)
{
    const auto value = cbor::decode(own);
    if (!value.ok())
        return value.error();
    cbor::MapReader reader(*value);
    PackFacts &facts = pack.facts;
    facts.node = int(reader.integer(L1("node"), 0, 255));
    facts.hardware = reader.text(L1("hardware"));
    facts.software = reader.text(L1("software"));
    if (pack.readAt != 0) {
        take(reader, L1("configuration"), facts.configuration);
        take(reader, L1("lifecycle"), facts.lifeCycle);
        take(reader, L1("policy"), facts.policy);
        take(reader, L1("charter"), facts.charter);
        const QCborArray values = reader.array(L1("values"));
        facts.parameters = table;
        if (values.size() != table.size())
            reader.fail(L1("values"));
        for (qsizetype i = 0; i < table.size() && values.size() == table.size(); ++i) {
            if (const auto stored = storedIn(values.at(i)))
                facts.parameters[i].stored = *stored;
            else
                reader.fail(L1("values"));
        }
    }
    return reader.finish();
}

QByteArray encode(const QList<Contradiction> &contradictions)
{
    QCborArray all;
    for (const Contradiction &each : contradictions)
        all.append(each.toCbor());
    return cbor::encode(all);
}

Result<QList<Contradiction>> decodeContradictions(const QByteArray &bytes)
{
    const auto value = cbor::decode(bytes);
    if (!value.ok())
        return value.error();
    QList<Contradiction> all;
    for (const QCborValue &entry : value->toArray()) {
        const auto contradiction = Contradiction::fromCbor(entry);
        if (!contradiction)
            return {Code::Malformed, QStringLiteral("contradictions")};
        all.append(*contradiction);
    }
    return all;
}

} // namespace packwarden::fleetrows
