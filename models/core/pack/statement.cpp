// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pack/statement.h"

#include "models/core/cbor/payload.h"
#include "models/core/pack/packanswers.h"

namespace packwarden {

namespace {

using L1 = QLatin1String;
using cbor::MapReader;

/// A part that has an encoding of its own, as a value inside the statement.
QCborValue part(const QByteArray &encoded)
{
    return QCborValue::fromCbor(encoded);
}

template <typename T> T readPart(MapReader &reader, L1 key)
{
    const auto value = T::decode(cbor::encode(reader.map(key)));
    if (!value.ok())
        reader.fail(key);
    return value.ok() ? *value : T{};
}

QCborMap toCbor(const StoredValue &value)
{
    return {{L1("base"), value.base.value}, {L1("revision"), value.revision},
        {L1("overlay"),
            value.overlay ? QCborValue(QCborArray{value.overlay->value, value.overlayEnds}) : QCborValue(nullptr)}};
}

std::optional<StoredValue> readStored(const QCborValue &value)
{
    MapReader reader(value);
    StoredValue stored;
    stored.base = Milli{reader.integer(L1("base"), INT64_MIN)};
    stored.revision = reader.integer(L1("revision"));
    const bool named = value.toMap().contains(L1("overlay"));
    const QCborValue overlay = reader.optional(L1("overlay"));
    const QCborArray pair = overlay.toArray();
    if (!overlay.isUndefined()) {
        if (pair.size() != 2 || !pair.at(0).isInteger() || !payload::readCount(pair.at(1)))
            return std::nullopt;
        stored.overlay = Milli{pair.at(0).toInteger()};
        stored.overlayEnds = pair.at(1).toInteger();
    }
    return named && reader.finish().ok() ? std::optional(stored) : std::nullopt;
}

QCborMap toCbor(const TheftLock &lock)
{
    return {{L1("locked"), lock.locked}, {L1("revision"), lock.revision}, {L1("document"), lock.document},
        {L1("root"), lock.rootSha256}, {L1("person"), lock.person}, {L1("since"), lock.since}};
}

TheftLock readLock(MapReader &outer)
{
    MapReader reader(outer.map(L1("lock")));
    TheftLock lock;
    lock.locked = reader.boolean(L1("locked"));
    lock.revision = reader.integer(L1("revision"));
    lock.document = payload::hashOrNothing(reader, L1("document"));
    lock.rootSha256 = payload::hashOrNothing(reader, L1("root"));
    lock.person = reader.text(L1("person"), 200);
    lock.since = reader.integer(L1("since"));
    if (!reader.finish().ok())
        outer.fail(QStringLiteral("lock"));
    return lock;
}

QCborMap toCbor(const Activation &activation)
{
    return {{L1("purpose"), activation.purpose}, {L1("secondsLeft"), activation.secondsLeft},
        {L1("root"), activation.rootSha256}, {L1("person"), activation.person}, {L1("role"), activation.role.text()}};
}

Activation readActivation(MapReader &outer)
{
    MapReader reader(outer.map(L1("activation")));
    Activation activation;
    activation.purpose = reader.text(L1("purpose"), payload::maxName);
    activation.secondsLeft = reader.integer(L1("secondsLeft"));
    activation.rootSha256 = payload::hashOrNothing(reader, L1("root"));
    activation.person = reader.text(L1("person"), 200);
    const QString role = reader.text(L1("role"));
    if (const auto id = RoleId::parse(role); id.ok())
        activation.role = *id;
    else if (!role.isEmpty())
        reader.fail(QStringLiteral("role"));
    if (!reader.finish().ok())
        outer.fail(QStringLiteral("activation"));
    return activation;
}

} // namespace

QByteArray Statement::encode() const
{
    QCborMap stored;
    for (auto it = values.begin(); it != values.end(); ++it)
        stored.insert(it.key().text(), toCbor(*it));
    QCborMap map{{L1("type"), QStringLiteral("statement")}, {L1("v"), version}, {L1("serial"), serial.text()},
        {L1("nonce"), nonce}, {L1("hardware"), hardware}, {L1("lifeCycle"), part(lifeCycle.encode())},
        {L1("lifeCycleRevision"), lifeCycleRevision}, {L1("charter"), part(charter.encode())},
        {L1("policy"), part(policy.encode())}, {L1("values"), stored}, {L1("lock"), toCbor(lock)},
        {L1("activation"), toCbor(activation)}, {L1("paired"), part(encodeComponents(components))},
        {L1("refusals"), payload::countsToCbor(refusals)}, {L1("at"), at}, {L1("log"), QCborArray{logCount, logHash}}};
    if (version >= 2) {
        map.insert(L1("silicon"), siliconSha256);
        map.insert(L1("foundation"), foundationSha256);
    }
    return cbor::encode(map);
}

Result<Statement> Statement::decode(const QByteArray &bytes)
{
    Statement statement;
    auto reader = payload::open(bytes, L1("statement"), Statement::newestVersion, statement.version);
    if (!reader.ok())
        return reader.error();
    statement.serial = reader->id<PackSerial>(L1("serial"));
    statement.nonce = reader->bytes(L1("nonce"), 32);
    statement.hardware = reader->text(L1("hardware"), 64);
    statement.lifeCycle = readPart<LifeCycleInfo>(reader.value(), L1("lifeCycle"));
    statement.lifeCycleRevision = reader->integer(L1("lifeCycleRevision"));
    statement.charter = readPart<RulesVersion>(reader.value(), L1("charter"));
    statement.policy = readPart<RulesVersion>(reader.value(), L1("policy"));
    const auto values = payload::readNamed<StoredValue>(reader.value(), L1("values"), readStored);
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (const auto id = ParameterId::parse(it.key()); id.ok())
            statement.values.insert(*id, *it);
        else
            reader->fail(QStringLiteral("values"));
    }
    statement.lock = readLock(reader.value());
    statement.activation = readActivation(reader.value());
    if (const auto paired = decodeComponents(cbor::encode(reader->map(L1("paired")))); paired.ok())
        statement.components = *paired;
    else
        reader->fail(QStringLiteral("paired"));
    statement.refusals = payload::readNamed<qint64>(reader.value(), L1("refusals"), payload::readCount);
    statement.at = reader->integer(L1("at"));
    const QCborArray log = reader->array(L1("log"));
    statement.logCount = log.at(0).toInteger(-1);
    statement.logHash = log.at(1).toByteArray();
    if (log.size() != 2 || statement.logCount < 0 || statement.logHash.size() != 32)
        reader->fail(QStringLiteral("log"));
    if (statement.version >= 2) {
        statement.siliconSha256 = payload::hashOrNothing(reader.value(), L1("silicon"));
        statement.foundationSha256 = payload::hashOrNothing(reader.value(), L1("foundation"));
    }
    return payload::finished(reader.value(), statement);
}

} // namespace packwarden
