// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/request.h"

#include "models/core/cbor/payload.h"

#include <QCborArray>

#include <algorithm>

namespace packwarden {

namespace {

using L1 = QLatin1String;
constexpr int maxItems = 1024;

} // namespace

void writeHead(QCborMap &map, const QString &type, const DocumentHead &head)
{
    QCborArray evidence;
    for (const DocumentHead::Evidence &item : head.evidence)
        evidence.append(QCborMap{{L1("name"), item.name}, {L1("sha256"), item.sha256}});
    map.insert(L1("type"), type);
    map.insert(L1("v"), 1);
    map.insert(L1("id"), head.id);
    map.insert(L1("created"), head.created);
    map.insert(L1("expires"), head.expires);
    map.insert(L1("author"), head.author);
    map.insert(L1("title"), head.title);
    map.insert(L1("reason"), head.reason);
    map.insert(L1("evidence"), evidence);
    map.insert(L1("checks"), QCborArray::fromStringList(head.checks));
}

Result<DocumentHead> readHead(QCborMap &map, const QString &type)
{
    QCborMap common;
    for (const char *key :
        {"type", "v", "id", "created", "expires", "author", "title", "reason", "evidence", "checks"}) {
        if (map.contains(L1(key)))
            common.insert(L1(key), map.take(L1(key)));
    }
    cbor::MapReader reader(common);
    if (reader.text(L1("type")) != type || reader.integer(L1("v")) != 1)
        return {Code::UnknownType, type};
    DocumentHead head;
    head.id = reader.bytes(L1("id"), 16);
    head.created = reader.integer(L1("created"));
    head.expires = reader.integer(L1("expires"));
    head.author = reader.bytes(L1("author"), 32);
    head.title = reader.text(L1("title"), 200);
    head.reason = reader.text(L1("reason"));
    for (const QCborValue &item : reader.array(L1("evidence"))) {
        cbor::MapReader r(item);
        const DocumentHead::Evidence evidence{r.text(L1("name"), 255), r.bytes(L1("sha256"), 32)};
        if (!r.finish().ok())
            reader.fail(QStringLiteral("evidence"));
        head.evidence.append(evidence);
    }
    for (const QCborValue &item : reader.array(L1("checks"))) {
        if (!item.isString())
            reader.fail(QStringLiteral("checks"));
        head.checks.append(item.toString());
    }
    if (head.evidence.size() > maxItems || head.checks.size() > maxItems)
        reader.fail(QStringLiteral("evidence"));
    if (head.expires <= head.created || head.expires - head.created > DocumentHead::maxLifetime)
        reader.fail(QStringLiteral("expires"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return head;
}

QByteArray ChangeRequest::encode() const
{
    QCborArray packList;
    for (const PackChanges &pack : packs) {
        QCborArray changes;
        for (const ParameterChange &c : pack.changes) {
            changes.append(QCborMap{{L1("parameter"), c.parameter.text()}, {L1("unit"), c.unit},
                {L1("from"), c.from.value}, {L1("revision"), c.revision}, {L1("to"), c.to.value}});
        }
        packList.append(
            QCborMap{{L1("serial"), pack.serial.text()}, {L1("hardware"), pack.hardware}, {L1("changes"), changes}});
    }
    QCborMap map{{L1("packs"), packList}, {L1("period"), periodEnd ? QCborValue(*periodEnd) : QCborValue(nullptr)}};
    writeHead(map, QStringLiteral("request"), head);
    return cbor::encode(map);
}

Result<ChangeRequest> ChangeRequest::decode(const QByteArray &payload)
{
    auto decoded = cbor::decode(payload);
    if (!decoded.ok())
        return decoded.error();
    if (!decoded->isMap())
        return {Code::Malformed, QStringLiteral("not a map")};
    QCborMap map = decoded->toMap();
    auto head = readHead(map, QStringLiteral("request"));
    if (!head.ok())
        return head.error();
    ChangeRequest request;
    request.head = *head;
    if (!map.contains(L1("period")))
        return {Code::Malformed, QStringLiteral("period")};
    cbor::MapReader reader(map);
    const QCborValue period = reader.optional(L1("period"));
    if (period.isInteger())
        request.periodEnd = period.toInteger();
    else if (!period.isUndefined())
        reader.fail(QStringLiteral("period"));
    QSet<PackSerial> serials;
    for (const QCborValue &item : reader.array(L1("packs"))) {
        cbor::MapReader r(item);
        PackChanges pack;
        pack.serial = r.id<PackSerial>(L1("serial"));
        pack.hardware = r.text(L1("hardware"), 64);
        QSet<ParameterId> named;
        for (const QCborValue &changeItem : r.array(L1("changes"))) {
            cbor::MapReader c(changeItem);
            ParameterChange change;
            change.parameter = c.id<ParameterId>(L1("parameter"));
            change.unit = c.text(L1("unit"), 16);
            change.from = Milli{c.integer(L1("from"), INT32_MIN, INT32_MAX)};
            change.revision = c.integer(L1("revision"));
            change.to = Milli{c.integer(L1("to"), INT32_MIN, INT32_MAX)};
            if (!c.finish().ok() || named.contains(change.parameter))
                r.fail(QStringLiteral("changes"));
            named.insert(change.parameter);
            pack.changes.append(change);
        }
        if (auto rest = r.finish(); !rest.ok() || pack.changes.isEmpty() || serials.contains(pack.serial))
            reader.fail(QStringLiteral("packs"));
        serials.insert(pack.serial);
        request.packs.append(pack);
    }
    if (request.packs.isEmpty() || request.packs.size() > maxItems)
        reader.fail(QStringLiteral("packs"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return request;
}

const PackChanges *ChangeRequest::forPack(const PackSerial &serial) const
{
    const auto it
        = std::find_if(packs.begin(), packs.end(), [&](const PackChanges &pack) { return pack.serial == serial; });
    return it == packs.end() ? nullptr : &*it;
}

QByteArray Receipt::encode() const
{
    QCborArray values;
    for (const AppliedValue &v : applied) {
        values.append(QCborMap{
            {L1("parameter"), v.parameter.text()}, {L1("value"), v.value.value}, {L1("revision"), v.revision}});
    }
    QCborArray leaves;
    for (const QByteArray &leaf : counted)
        leaves.append(leaf);
    QCborMap map{{L1("type"), QStringLiteral("receipt")}, {L1("v"), version}, {L1("document"), document},
        {L1("serial"), serial.text()}, {L1("applied"), values}, {L1("counted"), leaves}, {L1("policy"), policyVersion},
        {L1("at"), at}, {L1("log"), QCborArray{logCount, logHash}}};
    if (version >= 2) {
        map.insert(L1("silicon"), siliconSha256);
        map.insert(L1("foundation"), foundationSha256);
    }
    return cbor::encode(map);
}

Result<Receipt> Receipt::decode(const QByteArray &bytes)
{
    Receipt receipt;
    auto opened = payload::open(bytes, L1("receipt"), Receipt::newestVersion, receipt.version);
    if (!opened.ok())
        return opened.error();
    cbor::MapReader &reader = opened.value();
    receipt.document = reader.bytes(L1("document"), 32);
    receipt.serial = reader.id<PackSerial>(L1("serial"));
    for (const QCborValue &item : reader.array(L1("applied"))) {
        cbor::MapReader r(item);
        const AppliedValue value{
            r.id<ParameterId>(L1("parameter")), Milli{r.integer(L1("value"), INT64_MIN)}, r.integer(L1("revision"))};
        if (!r.finish().ok())
            reader.fail(QStringLiteral("applied"));
        receipt.applied.append(value);
    }
    for (const QCborValue &item : reader.array(L1("counted"))) {
        if (item.toByteArray().size() != 32)
            reader.fail(QStringLiteral("counted"));
        receipt.counted.append(item.toByteArray());
    }
    receipt.policyVersion = reader.integer(L1("policy"));
    receipt.at = reader.integer(L1("at"));
    const QCborArray log = reader.array(L1("log"));
    receipt.logCount = log.at(0).toInteger(-1);
    receipt.logHash = log.at(1).toByteArray();
    if (log.size() != 2 || receipt.logCount < 0 || receipt.logHash.size() != 32)
        reader.fail(QStringLiteral("log"));
    if (receipt.version >= 2) {
        receipt.siliconSha256 = payload::hashOrNothing(reader, L1("silicon"));
        receipt.foundationSha256 = payload::hashOrNothing(reader, L1("foundation"));
    }
    return payload::finished(reader, receipt);
}

} // namespace packwarden
