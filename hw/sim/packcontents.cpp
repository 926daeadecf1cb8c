// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packcontents.h"

#include "cbor.h"

#include <QCborArray>

#include <numeric>

namespace packwarden::sim {

namespace {

using L1 = QLatin1String;

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

QList<QByteArray> readByteStrings(const QCborArray &array)
{
    QList<QByteArray> list;
    for (const QCborValue &item : array)
        list.append(item.toByteArray());
    return list;
}

QCborArray byteStrings(const QList<QByteArray> &list)
{
    QCborArray array;
    for (const QByteArray &item : list)
        array.append(item);
    return array;
}

std::optional<RefusalRecord> readRefusal(const QCborValue &value)
{
    cbor::MapReader r(value);
    RefusalRecord record;
    record.at = r.integer(L1("at"));
    const auto code = codeFromName(r.text(L1("reason"), 64));
    record.error.detail = r.text(L1("detail"));
    record.document = r.bytes(L1("document"), 32);
    record.count = r.integer(L1("count"), 1);
    if (!r.finish().ok() || !code)
        return std::nullopt;
    record.error.code = *code;
    return record;
}

std::optional<KeptWithdrawal> readWithdrawal(const QCborValue &value)
{
    cbor::MapReader r(value);
    const KeptWithdrawal kept{
        r.bytes(L1("document"), 32), r.integer(L1("expires")), r.bytes(L1("root"), 32), r.text(L1("person"), 64)};
    return r.finish().ok() ? std::optional(kept) : std::nullopt;
}

/// A detail may quote what a stranger sent: only what reads back as it was written is kept.
QString keepable(const QString &detail)
{
    constexpr int maxDetail = 200;
    QString text = detail.left(maxDetail);
    for (QChar &c : text) {
        if (!c.isPrint() || c.isSurrogate())
            c = u'?';
    }
    return text;
}

std::optional<LifeCycle> lifeCycleFromName(const QString &name)
{
    for (int i = 0; i <= int(LifeCycle::Decommissioned); ++i) {
        if (lifeCycleName(LifeCycle(i)) == name)
            return LifeCycle(i);
    }
    return std::nullopt;
}

} // namespace

QByteArray PackIdentity::encode() const
{
    return cbor::encode(
        QCborMap{{L1("serial"), serial.text()}, {L1("hardware"), hardware}, {L1("partNumber"), partNumber},
            {L1("manufactured"), manufactured}, {L1("configuration"), configuration.encode()}});
}

Result<PackIdentity> PackIdentity::decode(const QByteArray &bytes)
{
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    cbor::MapReader reader(*decoded);
    PackIdentity identity;
    identity.serial = reader.id<PackSerial>(L1("serial"));
    identity.hardware = reader.text(L1("hardware"), 64);
    identity.partNumber = reader.text(L1("partNumber"), 64);
    identity.manufactured = reader.text(L1("manufactured"), 10);
    const auto configuration = PackConfiguration::decode(reader.bytes(L1("configuration")));
    if (!configuration.ok())
        reader.fail(QStringLiteral("configuration"));
    else
        identity.configuration = *configuration;
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return identity;
}

QByteArray PackContents::encode() const
{
    QCborMap valueMap;
    for (auto it = values.begin(); it != values.end(); ++it)
        valueMap.insert(it.key().text(), valueToCbor(it.value()));
    QCborArray receiptList;
    for (const KeptReceipt &kept : receipts)
        receiptList.append(QCborArray{kept.document, kept.receipt});
    QCborArray refusalList;
    for (const RefusalRecord &r : refusals) {
        refusalList.append(QCborMap{{L1("at"), r.at}, {L1("reason"), QString(codeName(r.error.code))},
            {L1("detail"), r.error.detail}, {L1("document"), r.document}, {L1("count"), r.count}});
    }
    QCborArray withdrawalList;
    for (const KeptWithdrawal &w : withdrawals) {
        withdrawalList.append(QCborMap{{L1("document"), w.document}, {L1("expires"), w.expires},
            {L1("root"), w.rootSha256}, {L1("person"), w.person}});
    }
    QCborMap counts;
    for (auto it = refusalCounts.begin(); it != refusalCounts.end(); ++it)
        counts.insert(it.key(), it.value());
    return cbor::encode(QCborMap{{L1("lifeCycle"), lifeCycleName(lifeCycle)}, {L1("charter"), charterDocument},
        {L1("charterSince"), charterSince}, {L1("policy"), policyDocument}, {L1("policySince"), policySince},
        {L1("crls"), byteStrings(crls)}, {L1("withdrawals"), withdrawalList}, {L1("values"), valueMap},
        {L1("receipts"), receiptList}, {L1("refusals"), refusalList}, {L1("refusalCounts"), counts},
        {L1("boots"), boots}, {L1("floor"), clockFloor}, {L1("logCount"), logCount}, {L1("logHash"), logHash}});
}

Result<PackContents> PackContents::decode(const QByteArray &bytes)
{
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    cbor::MapReader reader(*decoded);
    PackContents c;
    const auto lifeCycle = lifeCycleFromName(reader.text(L1("lifeCycle"), 32));
    if (!lifeCycle)
        reader.fail(QStringLiteral("lifeCycle"));
    c.lifeCycle = lifeCycle.value_or(LifeCycle::Blank);
    c.charterDocument = reader.bytes(L1("charter"));
    c.charterSince = reader.integer(L1("charterSince"));
    c.policyDocument = reader.bytes(L1("policy"));
    c.policySince = reader.integer(L1("policySince"));
    c.crls = readByteStrings(reader.array(L1("crls")));
    for (const QCborValue &item : reader.array(L1("withdrawals"))) {
        if (const auto kept = readWithdrawal(item))
            c.withdrawals.append(*kept);
        else
            reader.fail(QStringLiteral("withdrawals"));
    }
    const QCborMap valueMap = reader.map(L1("values"));
    for (auto it = valueMap.begin(); it != valueMap.end(); ++it) {
        const auto id = ParameterId::parse(it.key().toString());
        const auto value = readValue(it.value());
        if (!id.ok() || !value)
            reader.fail(QStringLiteral("values"));
        else
            c.values.insert(*id, *value);
    }
    for (const QCborValue &item : reader.array(L1("receipts"))) {
        const QList<QByteArray> pair = readByteStrings(item.toArray());
        if (pair.size() != 2)
            reader.fail(QStringLiteral("receipts"));
        else
            c.receipts.append({pair.at(0), pair.at(1)});
    }
    for (const QCborValue &item : reader.array(L1("refusals"))) {
        if (const auto record = readRefusal(item))
            c.refusals.append(*record);
        else
            reader.fail(QStringLiteral("refusals"));
    }
    const QCborMap counts = reader.map(L1("refusalCounts"));
    for (auto it = counts.begin(); it != counts.end(); ++it)
        c.refusalCounts.insert(it.key().toString(), it.value().toInteger());
    c.boots = reader.integer(L1("boots"));
    c.clockFloor = reader.integer(L1("floor"));
    c.logCount = reader.integer(L1("logCount"));
    c.logHash = reader.bytes(L1("logHash"), 32);
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return c;
}

void PackContents::addRefusal(qint64 at, const Error &error, const QByteArray &document)
{
    constexpr qint64 coalesceSeconds = 60;
    const QString detail = keepable(error.detail);
    ++refusalCounts[codeName(error.code)];
    if (!refusals.isEmpty()) {
        RefusalRecord &last = refusals.first();
        if (last.error.code == error.code && at - last.at < coalesceSeconds) {
            ++last.count;
            last.document = document;
            last.error.detail = detail;
            return;
        }
    }
    refusals.prepend({at, {error.code, detail}, document, 1});
    while (refusals.size() > maxRefusals)
        refusals.removeLast();
}

void PackContents::addChange(const PackSerial &serial, qint64 at, const QByteArray &document)
{
    ++logCount;
    const QByteArray record = cbor::encode(QCborArray{serial.text(), logCount, at, document, logHash});
    logHash = sha256(QByteArray(1, '\0') + record);
}

qint64 PackContents::refusalsEver() const
{
    return std::accumulate(refusalCounts.begin(), refusalCounts.end(), qint64(0));
}

} // namespace packwarden::sim
