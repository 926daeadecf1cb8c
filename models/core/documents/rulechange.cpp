// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/rulechange.h"

#include "models/core/cbor/payload.h"

#include <array>

namespace packwarden {

namespace {

using L1 = QLatin1String;

constexpr int maxPrevious = 16;
constexpr int maxLists = 64;
constexpr int maxUpload = 512 * 1024;
constexpr std::array names
    = {"first", "amend", "admit-party", "remove-party", "rotate-root", "handover", "transfer-ownership"};

QCborArray hashList(const QList<QByteArray> &hashes)
{
    QCborArray array;
    for (const QByteArray &hash : hashes)
        array.append(hash);
    return array;
}

QList<QByteArray> readHashes(cbor::MapReader &reader, L1 key)
{
    QList<QByteArray> hashes;
    for (const QCborValue &item : reader.array(key)) {
        if (item.toByteArray().size() != 32 || hashes.contains(item.toByteArray()) || hashes.size() >= maxPrevious) {
            reader.fail(key);
            break;
        }
        hashes.append(item.toByteArray());
    }
    return hashes;
}

QCborMap toMap(const PolicyChange &change)
{
    QCborMap map = change.policy.rulesToCbor();
    map.insert(L1("version"), change.policy.version);
    map.insert(L1("previous"), hashList(change.previous));
    writeHead(map, QStringLiteral("policy"), change.head);
    return map;
}

Result<PolicyChange> fromMap(QCborMap map)
{
    PolicyChange change;
    auto head = readHead(map, QStringLiteral("policy"));
    if (!head.ok())
        return head.error();
    change.head = *head;
    QCborMap own;
    for (const L1 key : {L1("version"), L1("previous")}) {
        if (map.contains(key))
            own.insert(key, map.take(key));
    }
    cbor::MapReader reader(own);
    const qint64 version = reader.integer(L1("version"), 1);
    change.previous = readHashes(reader, L1("previous"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    auto policy = Policy::fromRules(map, version);
    if (!policy.ok())
        return policy.error();
    change.policy = *policy;
    return change;
}

/// Sets have one order: what would be written otherwise was not written by these rules.
template <typename Change> Result<Change> inOneForm(const Change &change, const QByteArray &payload)
{
    if (change.encode() != payload)
        return {Code::NotCanonical, QStringLiteral("order")};
    return change;
}

} // namespace

QLatin1String amendmentName(Amendment amendment)
{
    return L1(names.at(size_t(amendment)));
}

std::optional<Amendment> amendmentFromName(const QString &name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (name == L1(names.at(i)))
            return Amendment(i);
    }
    return std::nullopt;
}

QByteArray PolicyChange::encode() const
{
    return cbor::encode(toMap(*this));
}

Result<PolicyChange> PolicyChange::decode(const QByteArray &payload)
{
    auto decoded = cbor::decode(payload);
    if (!decoded.ok())
        return decoded.error();
    if (!decoded->isMap())
        return {Code::Malformed, QStringLiteral("not a map")};
    const auto change = fromMap(decoded->toMap());
    return change.ok() ? inOneForm(*change, payload) : change;
}

QByteArray CharterChange::encode() const
{
    QCborMap map{{L1("version"), charter.version}, {L1("previous"), hashList(previous)},
        {L1("amendment"), amendmentName(amendment)}, {L1("body"), charter.bodyToCbor()}, {L1("policy"), toMap(policy)}};
    writeHead(map, QStringLiteral("charter"), head);
    return cbor::encode(map);
}

Result<CharterChange> CharterChange::decode(const QByteArray &payload)
{
    auto decoded = cbor::decode(payload);
    if (!decoded.ok())
        return decoded.error();
    if (!decoded->isMap())
        return {Code::Malformed, QStringLiteral("not a map")};
    QCborMap map = decoded->toMap();
    CharterChange change;
    auto head = readHead(map, QStringLiteral("charter"));
    if (!head.ok())
        return head.error();
    change.head = *head;
    cbor::MapReader reader(map);
    const qint64 version = reader.integer(L1("version"), 1);
    change.previous = readHashes(reader, L1("previous"));
    const auto amendment = amendmentFromName(reader.text(L1("amendment"), payload::maxName));
    if (!amendment)
        reader.fail(QStringLiteral("amendment"));
    const QCborMap body = reader.map(L1("body"));
    const QCborMap rules = reader.map(L1("policy"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    change.amendment = *amendment;
    auto charter = Charter::fromBody(body, version);
    if (!charter.ok())
        return charter.error();
    change.charter = *charter;
    auto policy = fromMap(rules);
    if (!policy.ok())
        return policy.error();
    change.policy = *policy;
    if (policy->policy.charterSha256 != charter->bodySha256())
        return {Code::WrongCharter, QString::number(version)};
    return inOneForm(change, payload);
}

Result<PolicyChange> policyIn(const CoseSign &document)
{
    if (document.contentType == contenttype::policy)
        return PolicyChange::decode(document.payload);
    if (document.contentType != contenttype::charter)
        return {Code::UnknownType, QString::fromLatin1(document.contentType.left(100))};
    const auto change = CharterChange::decode(document.payload);
    return change.ok() ? Result<PolicyChange>(change->policy) : Result<PolicyChange>(change.error());
}

QByteArray CharterUpload::encode() const
{
    const auto tagged = cbor::decode(document);
    QCborArray lists;
    for (const QByteArray &entry : crls) {
        const auto content = cbor::decode(entry);
        lists.append(content.ok() ? *content : QCborValue(nullptr));
    }
    return cbor::encode(QCborArray{tagged.ok() ? *tagged : QCborValue(nullptr), lists});
}

Result<CharterUpload> CharterUpload::decode(const QByteArray &bytes)
{
    if (bytes.size() > maxUpload)
        return {Code::TooLarge, QString::number(bytes.size())};
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    const QCborArray pair = decoded->toArray();
    if (pair.size() != 2 || !pair.at(0).isTag() || !pair.at(1).isArray() || pair.at(1).toArray().size() > maxLists)
        return {Code::Malformed, QStringLiteral("upload")};
    CharterUpload upload;
    upload.document = cbor::encode(pair.at(0));
    for (const QCborValue &entry : pair.at(1).toArray())
        upload.crls.append(cbor::encode(entry));
    return upload;
}

} // namespace packwarden
