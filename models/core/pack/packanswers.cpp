// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pack/packanswers.h"

#include "models/core/cbor/payload.h"

namespace packwarden {

namespace {

using L1 = QLatin1String;
using cbor::MapReader;

template <typename T, typename Read> Result<QList<T>> decodeMaps(const QByteArray &bytes, Read read)
{
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    return payload::readMaps<T>(*decoded, read);
}

QString oneOf(MapReader &reader, L1 key, const QStringList &words)
{
    const QString word = reader.text(key, payload::maxName);
    if (!words.contains(word))
        reader.fail(key);
    return word;
}

QStringList texts(MapReader &reader, L1 key)
{
    QStringList list;
    const QCborArray array = reader.array(key);
    for (const QCborValue &item : array) {
        if (!payload::isName(item.toString()))
            reader.fail(key);
        list.append(item.toString());
    }
    if (list.size() > payload::maxEntries)
        reader.fail(key);
    return list;
}

} // namespace

QByteArray RepositorySlot::encodeMap(const QList<RepositorySlot> &slotList)
{
    QCborArray array;
    for (const RepositorySlot &slot : slotList) {
        array.append(QCborMap{{L1("name"), slot.name}, {L1("kind"), slot.kind}, {L1("state"), slot.state},
            {L1("size"), slot.size}, {L1("sha256"), slot.sha256}});
    }
    return cbor::encode(array);
}

Result<QList<RepositorySlot>> RepositorySlot::decodeMap(const QByteArray &bytes)
{
    QSet<QString> names;
    return decodeMaps<RepositorySlot>(bytes, [&](MapReader &reader) {
        RepositorySlot slot;
        slot.name = reader.text(L1("name"));
        slot.kind = oneOf(reader, L1("kind"),
            {QStringLiteral("write-once-read-many"), QStringLiteral("write-once-read-never"),
                QStringLiteral("write-until-protected"), QStringLiteral("rewritable")});
        slot.state = oneOf(
            reader, L1("state"), {QStringLiteral("empty"), QStringLiteral("written"), QStringLiteral("protected")});
        slot.size = reader.integer(L1("size"));
        slot.sha256 = payload::hashOrNothing(reader, L1("sha256"));
        if (!payload::isName(slot.name) || names.contains(slot.name))
            reader.fail(QStringLiteral("name"));
        names.insert(slot.name);
        return slot;
    });
}

QByteArray PackCounters::encode() const
{
    return cbor::encode(QCborMap{{L1("boots"), boots}, {L1("failedAuthentications"), failedAuthentications},
        {L1("refusals"), payload::countsToCbor(refusals)}, {L1("prevented"), payload::countsToCbor(prevented)}});
}

Result<PackCounters> PackCounters::decode(const QByteArray &bytes)
{
    auto reader = payload::open(bytes);
    if (!reader.ok())
        return reader.error();
    PackCounters counters;
    counters.boots = reader->integer(L1("boots"));
    counters.failedAuthentications = reader->integer(L1("failedAuthentications"));
    counters.refusals = payload::readNamed<qint64>(reader.value(), L1("refusals"), payload::readCount);
    counters.prevented = payload::readNamed<qint64>(reader.value(), L1("prevented"), payload::readCount);
    return payload::finished(reader.value(), counters);
}

QByteArray WitnessedHead::encodeList(const QList<WitnessedHead> &heads)
{
    QCborArray array;
    for (const WitnessedHead &w : heads) {
        array.append(
            QCborMap{{L1("root"), w.rootSha256}, {L1("log"), QCborArray{w.head.logId, w.head.count, w.head.hash}},
                {L1("document"), w.document}, {L1("conflict"), w.conflict}});
    }
    return cbor::encode(array);
}

Result<QList<WitnessedHead>> WitnessedHead::decodeList(const QByteArray &bytes)
{
    return decodeMaps<WitnessedHead>(bytes, [](MapReader &reader) {
        WitnessedHead w;
        w.rootSha256 = reader.bytes(L1("root"), 32);
        const QCborArray log = reader.array(L1("log"));
        w.head = {log.at(0).toByteArray(), log.at(1).toInteger(-1), log.at(2).toByteArray()};
        if (log.size() != 3 || w.head.logId.size() != 16 || w.head.count < 0 || w.head.hash.size() != 32)
            reader.fail(QStringLiteral("log"));
        w.document = reader.bytes(L1("document"), 32);
        w.conflict = reader.boolean(L1("conflict"));
        return w;
    });
}

QByteArray LockInfo::encode() const
{
    return cbor::encode(
        QCborMap{{L1("state"), state}, {L1("pending"), pending}, {L1("until"), until}, {L1("purpose"), purpose},
            {L1("revision"), revision}, {L1("document"), document}, {L1("root"), rootSha256}, {L1("person"), person}});
}

Result<LockInfo> LockInfo::decode(const QByteArray &bytes)
{
    auto reader = payload::open(bytes);
    if (!reader.ok())
        return reader.error();
    LockInfo info;
    info.state = oneOf(reader.value(), L1("state"),
        {QStringLiteral("inactive"), QStringLiteral("active"), QStringLiteral("theft-locked")});
    info.pending = reader->boolean(L1("pending"));
    info.until = reader->integer(L1("until"));
    info.purpose = reader->text(L1("purpose"), payload::maxName);
    info.revision = reader->integer(L1("revision"));
    info.document = payload::hashOrNothing(reader.value(), L1("document"));
    info.rootSha256 = payload::hashOrNothing(reader.value(), L1("root"));
    info.person = reader->text(L1("person"), 200);
    return payload::finished(reader.value(), info);
}

QByteArray encodeComponents(const QMap<QString, Component> &components)
{
    QCborMap map;
    for (auto it = components.begin(); it != components.end(); ++it) {
        map.insert(it.key(),
            QCborMap{{L1("id"), it->id}, {L1("found"), it->found}, {L1("state"), it->state()},
                {L1("revision"), it->revision}});
    }
    return cbor::encode(QCborMap{{L1("components"), map}});
}

Result<QMap<QString, Component>> decodeComponents(const QByteArray &bytes)
{
    auto reader = payload::open(bytes);
    if (!reader.ok())
        return reader.error();
    const auto components = payload::readNamed<Component>(
        reader.value(), L1("components"), [](const QCborValue &value) -> std::optional<Component> {
            MapReader r(value);
            Component component;
            component.id = r.text(L1("id"), payload::maxName);
            component.found = r.text(L1("found"), payload::maxName);
            component.revision = r.integer(L1("revision"));
            // Said besides, so that a reader without our rules sees it; it must not say otherwise.
            if (r.text(L1("state"), payload::maxName) != component.state() || !r.finish().ok())
                return std::nullopt;
            return component;
        });
    return payload::finished(reader.value(), components);
}

QByteArray SessionInfo::encode() const
{
    return cbor::encode(QCborMap{{L1("authenticated"), authenticated}, {L1("person"), person}, {L1("party"), party},
        {L1("roles"), QCborArray::fromStringList(roles)},
        {L1("capabilities"), QCborArray::fromStringList(capabilities)}, {L1("secondsLeft"), secondsLeft}});
}

Result<SessionInfo> SessionInfo::decode(const QByteArray &bytes)
{
    auto reader = payload::open(bytes);
    if (!reader.ok())
        return reader.error();
    SessionInfo info;
    info.authenticated = reader->boolean(L1("authenticated"));
    info.person = reader->text(L1("person"), 200);
    info.party = reader->text(L1("party"), 200);
    info.roles = texts(reader.value(), L1("roles"));
    info.capabilities = texts(reader.value(), L1("capabilities"));
    info.secondsLeft = reader->integer(L1("secondsLeft"));
    return payload::finished(reader.value(), info);
}

QByteArray PackLogRecord::encodeList(const QList<PackLogRecord> &records)
{
    QCborArray array;
    for (const PackLogRecord &r : records) {
        array.append(QCborMap{{L1("number"), r.number}, {L1("at"), r.at}, {L1("action"), r.action},
            {L1("detail"), r.detail}, {L1("document"), r.document}, {L1("count"), r.count}, {L1("hash"), r.hash}});
    }
    return cbor::encode(array);
}

Result<QList<PackLogRecord>> PackLogRecord::decodeList(const QByteArray &bytes)
{
    qint64 next = 0;
    return decodeMaps<PackLogRecord>(bytes, [&](MapReader &reader) {
        PackLogRecord r;
        r.number = reader.integer(L1("number"), 1);
        r.at = reader.integer(L1("at"));
        r.action = reader.text(L1("action"), payload::maxName);
        r.detail = reader.text(L1("detail"));
        r.document = payload::hashOrNothing(reader, L1("document"));
        r.count = reader.integer(L1("count"), 1);
        r.hash = reader.bytes(L1("hash"), 32);
        if (next != 0 && r.number != next)
            reader.fail(QStringLiteral("number"));
        next = r.number + 1;
        return r;
    });
}

QByteArray PackLogRecord::hashAfter(const QByteArray &previous) const
{
    return packwarden::sha256(previous + cbor::encode(QCborArray{number, at, action, detail, document, count}));
}

QByteArray PackKnowledge::encode() const
{
    QCborArray known;
    for (const List &list : lists) {
        known.append(QCborMap{{L1("issuerKey"), list.issuerSpki}, {L1("issuer"), list.issuer},
            {L1("number"), list.number}, {L1("nextUpdate"), list.nextUpdate}});
    }
    QCborArray withdrawn;
    for (const QByteArray &document : withdrawals)
        withdrawn.append(document);
    return cbor::encode(QCborMap{{L1("lists"), known}, {L1("withdrawals"), withdrawn}, {L1("nonce"), nonce}});
}

Result<PackKnowledge> PackKnowledge::decode(const QByteArray &bytes)
{
    auto reader = payload::open(bytes);
    if (!reader.ok())
        return reader.error();
    PackKnowledge knowledge;
    const auto lists = payload::readMaps<List>(reader->array(L1("lists")), [](MapReader &r) {
        return List{r.bytes(L1("issuerKey"), 32), r.text(L1("issuer"), 200), r.integer(L1("number")),
            r.integer(L1("nextUpdate"))};
    });
    if (lists.ok())
        knowledge.lists = *lists;
    else
        reader->fail(QStringLiteral("lists"));
    const QCborArray withdrawn = reader->array(L1("withdrawals"));
    for (const QCborValue &document : withdrawn) {
        if (document.toByteArray().size() != 32)
            reader->fail(QStringLiteral("withdrawals"));
        knowledge.withdrawals.append(document.toByteArray());
    }
    knowledge.nonce = reader->bytes(L1("nonce"), 32);
    return payload::finished(reader.value(), knowledge);
}

} // namespace packwarden
