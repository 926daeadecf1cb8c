// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pack/packstate.h"

#include "models/core/cbor/payload.h"

#include <QCborArray>

#include <array>

namespace packwarden {

namespace {

using L1 = QLatin1String;

constexpr std::array lifeCycleNames
    = {"blank", "identified", "paired", "limited", "chartered", "sealed", "in-service", "decommissioned"};

using payload::finished;

} // namespace

QString lifeCycleName(LifeCycle state)
{
    return L1(lifeCycleNames.at(size_t(state)));
}

QString Component::state() const
{
    if (found.isEmpty())
        return QStringLiteral("missing");
    return found == id ? QStringLiteral("ok") : QStringLiteral("foreign");
}

Milli valueInForce(const StoredValue &stored, const ParameterDefinition *definition, qint64 now, bool clockUncertain)
{
    const Milli current = stored.inForce(now);
    if (!clockUncertain || current == stored.base)
        return current;
    // Nobody knows whether the overlay has ended: the stricter of both holds.
    return definition && isStricter(current, stored.base, *definition) ? current : stored.base;
}

Milli PackState::value(const ParameterId &id) const
{
    return valueInForce(values.value(id), silicon.parameter(id), now, clockUncertain);
}

PackState PackState::remembering() const
{
    PackState state = *this;
    state.memo.memo = std::make_shared<ChainMemo>();
    return state;
}

TrustAnchors PackState::anchors() const
{
    QList<Certificate> roots = charter.roots(memo.get());
    if (roots.isEmpty()) {
        if (const auto root = Certificate::fromDer(manufacturerRoot); root.ok())
            roots.append(*root);
    }
    return {roots, crls, memo.memo};
}

QCborMap ParameterInfo::toCbor() const
{
    return {{L1("definition"), definition.toCbor()}, {L1("charter"), charter.toCbor()}, {L1("soft"), soft.toCbor()},
        {L1("step"), step.value}, {L1("base"), stored.base.value}, {L1("revision"), stored.revision},
        {L1("overlay"),
            stored.overlay ? QCborValue(QCborArray{stored.overlay->value, stored.overlayEnds}) : QCborValue(nullptr)}};
}

Result<ParameterInfo> ParameterInfo::fromCbor(const QCborValue &value)
{
    cbor::MapReader reader(value);
    ParameterInfo info;
    const auto definition = ParameterDefinition::fromCbor(reader.map(L1("definition")));
    const auto charter = Range::fromCbor(reader.array(L1("charter")));
    const auto soft = Range::fromCbor(reader.array(L1("soft")));
    if (!definition || !charter || !soft)
        return {Code::Malformed, QStringLiteral("parameter table")};
    info.definition = *definition;
    info.charter = *charter;
    info.soft = *soft;
    info.step = Milli{reader.integer(L1("step"))};
    info.stored.base = Milli{reader.integer(L1("base"), INT64_MIN)};
    info.stored.revision = reader.integer(L1("revision"));
    const bool named = value.toMap().contains(L1("overlay"));
    if (const QCborValue overlay = reader.optional(L1("overlay")); !overlay.isUndefined()) {
        const QCborArray pair = overlay.toArray();
        if (pair.size() != 2 || !pair.at(0).isInteger() || !payload::readCount(pair.at(1)))
            return {Code::Malformed, QStringLiteral("overlay")};
        info.stored.overlay = Milli{pair.at(0).toInteger()};
        info.stored.overlayEnds = pair.at(1).toInteger();
    }
    if (!named)
        reader.fail(QStringLiteral("overlay"));
    return finished(reader, info);
}

QList<ParameterInfo> ParameterInfo::tableOf(const PackState &state)
{
    QList<ParameterInfo> table;
    for (const ParameterDefinition &definition : state.silicon.parameters) {
        ParameterInfo info;
        info.definition = definition;
        // Shown is what can be reached: one charter may serve several kinds of pack, and silicon binds each of them.
        info.charter = state.charter.ranges.value(definition.id, definition.silicon).within(definition.silicon);
        info.soft = state.policy.softLimits.value(definition.id, info.charter).within(info.charter);
        info.step = state.policy.steps.value(definition.id);
        info.stored = state.values.value(definition.id);
        table.append(info);
    }
    return table;
}

QByteArray ParameterInfo::encodeTable(const QList<ParameterInfo> &table)
{
    QCborArray array;
    for (const ParameterInfo &info : table)
        array.append(info.toCbor());
    return cbor::encode(array);
}

Result<QList<ParameterInfo>> ParameterInfo::decodeTable(const QByteArray &bytes)
{
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    if (!decoded->isArray())
        return {Code::Malformed, QStringLiteral("parameter table")};
    QList<ParameterInfo> table;
    for (const QCborValue &item : decoded->toArray()) {
        auto info = fromCbor(item);
        if (!info.ok())
            return info.error();
        table.append(*info);
    }
    return table;
}

QByteArray PackConfiguration::encode() const
{
    return cbor::encode(QCborMap{{L1("chemistry"), chemistry}, {L1("cells"), cells}, {L1("parallel"), parallel},
        {L1("modules"), modules}, {L1("capacity"), capacity}, {L1("node"), node}});
}

Result<PackConfiguration> PackConfiguration::decode(const QByteArray &bytes)
{
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    cbor::MapReader reader(*decoded);
    PackConfiguration c;
    c.chemistry = reader.text(L1("chemistry"), 32);
    c.cells = int(reader.integer(L1("cells"), 1, 255));
    c.parallel = int(reader.integer(L1("parallel"), 1, 1000));
    c.modules = int(reader.integer(L1("modules"), 1, 255));
    c.capacity = reader.integer(L1("capacity"));
    c.node = int(reader.integer(L1("node"), 0, 255));
    return finished(reader, c);
}

QByteArray LifeCycleInfo::encode() const
{
    return cbor::encode(QCborMap{{L1("state"), lifeCycleName(state)},
        {L1("clock"), clockUncertain ? QStringLiteral("uncertain") : QStringLiteral("sure")}, {L1("now"), now},
        {L1("floor"), floor}});
}

Result<LifeCycleInfo> LifeCycleInfo::decode(const QByteArray &bytes)
{
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    cbor::MapReader reader(*decoded);
    LifeCycleInfo info;
    const QString state = reader.text(L1("state"), 32);
    const auto it = std::find_if(
        lifeCycleNames.begin(), lifeCycleNames.end(), [&](const char *name) { return state == L1(name); });
    if (it == lifeCycleNames.end())
        reader.fail(QStringLiteral("state"));
    else
        info.state = LifeCycle(it - lifeCycleNames.begin());
    const QString clock = reader.text(L1("clock"), 16);
    if (clock != L1("sure") && clock != L1("uncertain"))
        reader.fail(QStringLiteral("clock"));
    info.clockUncertain = clock == L1("uncertain");
    info.now = reader.integer(L1("now"));
    info.floor = reader.integer(L1("floor"));
    return finished(reader, info);
}

QByteArray RulesVersion::encode() const
{
    return cbor::encode(QCborMap{{L1("version"), version}, {L1("sha256"), sha256}, {L1("since"), since}});
}

Result<RulesVersion> RulesVersion::decode(const QByteArray &bytes)
{
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    cbor::MapReader reader(*decoded);
    RulesVersion v;
    v.version = reader.integer(L1("version"));
    v.sha256 = payload::hashOrNothing(reader, L1("sha256"));
    if (v.sha256.isEmpty() && v.version != 0)
        reader.fail(QStringLiteral("sha256"));
    v.since = reader.integer(L1("since"));
    return finished(reader, v);
}

} // namespace packwarden
