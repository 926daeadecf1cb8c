// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/memory/packcontents.h"
#include "models/core/cbor/cbor.h"

#include <QCborArray>

namespace packwarden::sim {

namespace {

using L1 = QLatin1String;
using cbor::MapReader;

QCborArray valueToCbor(const StoredValue &v)
{
    return {v.base.value, v.revision, v.overlay ? QCborValue(v.overlay->value) : QCborValue(nullptr), v.overlayEnds};
}

std::optional<StoredValue> readValue(const QCborValue &value)
{
    const QCborArray fields = value.toArray();
    if (fields.size() != 4 || !fields.at(0).isInteger() || !fields.at(1).isInteger() || !fields.at(3).isInteger())
        return std::nullopt;
    StoredValue v{Milli{fields.at(0).toInteger()}, fields.at(1).toInteger(), {}, fields.at(3).toInteger()};
    if (fields.at(2).isInteger())
        v.overlay = Milli{fields.at(2).toInteger()};
    return v;
}

QCborMap lockToCbor(const TheftLock &lock)
{
    return {{L1("locked"), lock.locked}, {L1("revision"), lock.revision}, {L1("document"), lock.document},
        {L1("root"), lock.rootSha256}, {L1("person"), lock.person}, {L1("since"), lock.since}};
}

TheftLock readLock(MapReader &outer)
{
    MapReader r(outer.map(L1("lock")));
    const TheftLock lock{r.boolean(L1("locked")), r.integer(L1("revision")), r.bytes(L1("document")),
        r.bytes(L1("root")), r.text(L1("person")), r.integer(L1("since"))};
    if (!r.finish().ok())
        outer.fail(QStringLiteral("lock"));
    return lock;
}

QCborMap activationToCbor(const Activation &a)
{
    return {{L1("purpose"), a.purpose}, {L1("secondsLeft"), a.secondsLeft}, {L1("root"), a.rootSha256},
        {L1("person"), a.person}, {L1("role"), a.role.text()}};
}

Activation readActivation(MapReader &outer)
{
    MapReader r(outer.map(L1("activation")));
    Activation a{r.text(L1("purpose")), r.integer(L1("secondsLeft")), r.bytes(L1("root")), r.text(L1("person")), {}};
    if (const QString role = r.text(L1("role")); !role.isEmpty()) {
        const auto id = RoleId::parse(role);
        if (id.ok())
            a.role = *id;
        else
            r.fail(QStringLiteral("role"));
    }
    if (!r.finish().ok())
        outer.fail(QStringLiteral("activation"));
    return a;
}

QCborMap countsToCbor(const QMap<QString, qint64> &counts)
{
    QCborMap map;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        map.insert(it.key(), it.value());
    return map;
}

QMap<QString, qint64> readCounts(MapReader &reader, L1 key)
{
    QMap<QString, qint64> counts;
    const QCborMap map = reader.map(key);
    for (auto it = map.begin(); it != map.end(); ++it)
        counts.insert(it.key().toString(), it.value().toInteger());
    return counts;
}

/// A list of maps whose fields read(reader) takes.
template <typename T, typename Read> QList<T> readList(MapReader &outer, L1 key, Read read)
{
    QList<T> list;
    const QCborArray array = outer.array(key);
    for (const QCborValue &item : array) {
        MapReader r(item);
        list.append(read(r));
        if (!r.finish().ok())
            outer.fail(key);
    }
    return list;
}

template <typename T> T decoded(MapReader &outer, L1 key, Result<T> (*decode)(const QByteArray &))
{
    auto value = decode(outer.bytes(key));
    if (!value.ok())
        outer.fail(key);
    return value.ok() ? *value : T();
}

QList<QByteArray> readByteStrings(MapReader &reader, L1 key)
{
    QList<QByteArray> list;
    const QCborArray array = reader.array(key);
    for (const QCborValue &item : array)
        list.append(item.toByteArray());
    return list;
}

LifeCycle readLifeCycle(MapReader &reader)
{
    const QString name = reader.text(L1("lifeCycle"), 32);
    for (int i = 0; i <= int(LifeCycle::Decommissioned); ++i) {
        if (lifeCycleName(LifeCycle(i)) == name)
            return LifeCycle(i);
    }
    reader.fail(QStringLiteral("lifeCycle"));
    return LifeCycle::Blank;
}

} // namespace

QByteArray PackContents::encode() const
{
    QCborMap valueMap;
    for (auto it = values.begin(); it != values.end(); ++it)
        valueMap.insert(it.key().text(), valueToCbor(it.value()));
    QCborArray receiptList;
    for (const KeptReceipt &kept : receipts)
        receiptList.append(QCborMap{{L1("document"), kept.document}, {L1("receipt"), kept.receipt}});
    QCborArray withdrawalList;
    for (const KeptWithdrawal &w : withdrawals) {
        withdrawalList.append(QCborMap{{L1("document"), w.document}, {L1("expires"), w.expires},
            {L1("root"), w.rootSha256}, {L1("person"), w.person}});
    }
    QCborArray useList;
    for (auto it = grantUses.begin(); it != grantUses.end(); ++it) {
        QCborMap use{{L1("root"), it.key().rootSha256}, {L1("person"), it.key().person},
            {L1("capability"), it.key().capability.text()}, {L1("count"), it.value()}};
        if (!it.key().grant.isEmpty())
            use.insert(L1("grant"), it.key().grant);
        useList.append(use);
    }
    QCborArray crlList;
    for (const QByteArray &entry : crls)
        crlList.append(entry);
    QCborMap map{{L1("lifeCycle"), lifeCycleName(lifeCycle)}, {L1("lifeCycleRevision"), lifeCycleRevision},
        {L1("charter"), charterDocument}, {L1("charterSince"), charterSince}, {L1("policy"), policyDocument},
        {L1("policySince"), policySince}, {L1("crls"), crlList}, {L1("withdrawals"), withdrawalList},
        {L1("values"), valueMap}, {L1("lock"), lockToCbor(lock)}, {L1("activation"), activationToCbor(activation)},
        {L1("components"), encodeComponents(components)}, {L1("grantUses"), useList}, {L1("receipts"), receiptList},
        {L1("heads"), WitnessedHead::encodeList(heads)}, {L1("changes"), PackLogRecord::encodeList(changes)},
        {L1("refusals"), PackLogRecord::encodeList(refusals)}, {L1("refusalCounts"), countsToCbor(refusalCounts)},
        {L1("prevented"), countsToCbor(prevented)}, {L1("failedAuthentications"), failedAuthentications},
        {L1("boots"), boots}, {L1("floor"), clockFloor}, {L1("clockOffset"), clockOffset},
        {L1("clockUncertain"), clockUncertain}, {L1("timeNonce"), timeNonce}};
    if (toldAhead != 0)
        map.insert(L1("toldAhead"), toldAhead);
    if (!preventedInstants.isEmpty())
        map.insert(L1("preventedInstants"), PreventedInstant::encodeList(preventedInstants));
    if (!faults.isEmpty())
        map.insert(L1("faults"), faults);
    return cbor::encode(map);
}

Result<PackContents> PackContents::decode(const QByteArray &bytes)
{
    auto value = cbor::decode(bytes);
    if (!value.ok())
        return value.error();
    MapReader reader(*value);
    PackContents c;
    c.lifeCycle = readLifeCycle(reader);
    c.lifeCycleRevision = reader.integer(L1("lifeCycleRevision"));
    c.charterDocument = reader.bytes(L1("charter"));
    c.charterSince = reader.integer(L1("charterSince"));
    c.policyDocument = reader.bytes(L1("policy"));
    c.policySince = reader.integer(L1("policySince"));
    c.crls = readByteStrings(reader, L1("crls"));
    c.withdrawals = readList<KeptWithdrawal>(reader, L1("withdrawals"), [](MapReader &r) {
        return KeptWithdrawal{
            r.bytes(L1("document"), 32), r.integer(L1("expires")), r.bytes(L1("root"), 32), r.text(L1("person"))};
    });
    const QCborMap valueMap = reader.map(L1("values"));
    for (auto it = valueMap.begin(); it != valueMap.end(); ++it) {
        const auto id = ParameterId::parse(it.key().toString());
        const auto stored = readValue(it.value());
        if (!id.ok() || !stored)
            reader.fail(QStringLiteral("values"));
        else
            c.values.insert(*id, *stored);
    }
    c.lock = readLock(reader);
    c.activation = readActivation(reader);
    c.components = decoded(reader, L1("components"), &decodeComponents);
    const auto uses = readList<std::pair<GrantUse, qint64>>(reader, L1("grantUses"), [](MapReader &r) {
        GrantUse use{r.bytes(L1("root"), 32), r.text(L1("person")), r.id<CapabilityId>(L1("capability"))};
        // Older memories counted by the capability alone.
        if (const QCborValue grant = r.optional(L1("grant")); !grant.isUndefined()) {
            use.grant = grant.toByteArray();
            if (use.grant.size() != 32)
                r.fail(QStringLiteral("grant"));
        }
        return std::pair(use, r.integer(L1("count"), 1));
    });
    for (const auto &[use, count] : uses)
        c.grantUses.insert(use, count);
    c.receipts = readList<KeptReceipt>(reader, L1("receipts"), [](MapReader &r) {
        return KeptReceipt{r.bytes(L1("document"), 32), r.bytes(L1("receipt"))};
    });
    c.heads = decoded(reader, L1("heads"), &WitnessedHead::decodeList);
    c.changes = decoded(reader, L1("changes"), &PackLogRecord::decodeList);
    c.refusals = decoded(reader, L1("refusals"), &PackLogRecord::decodeList);
    c.refusalCounts = readCounts(reader, L1("refusalCounts"));
    c.prevented = readCounts(reader, L1("prevented"));
    if (const QCborValue instants = reader.optional(L1("preventedInstants")); !instants.isUndefined()) {
        const auto list = PreventedInstant::decodeList(instants.toByteArray());
        if (!list.ok())
            reader.fail(QStringLiteral("preventedInstants"));
        else
            c.preventedInstants = *list;
    }
    c.faults = reader.optional(L1("faults")).toByteArray();
    c.failedAuthentications = reader.integer(L1("failedAuthentications"));
    c.boots = reader.integer(L1("boots"));
    c.clockFloor = reader.integer(L1("floor"));
    c.clockOffset = reader.integer(L1("clockOffset"), INT64_MIN);
    c.clockUncertain = reader.boolean(L1("clockUncertain"));
    c.timeNonce = reader.bytes(L1("timeNonce"), 32);
    if (const QCborValue ahead = reader.optional(L1("toldAhead")); !ahead.isUndefined()) {
        c.toldAhead = ahead.toInteger(-1);
        if (c.toldAhead < 0)
            reader.fail(QStringLiteral("toldAhead"));
    }
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return c;
}

} // namespace packwarden::sim
