// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packmemory.h"

#include "cbor.h"
#include "documentfile.h"
#include "filelayer.h"

namespace packwarden::sim {

namespace {

using L1 = QLatin1String;

const QString stateFileName = QStringLiteral("state");

QByteArray framed(const QString &slot, const QByteArray &content)
{
    return cbor::encode(
        QCborMap{{L1("slot"), slot}, {L1("content"), content}, {L1("sha256"), sha256(slot.toUtf8() + content)}});
}

Result<QByteArray> unframed(const QString &slot, const QByteArray &bytes)
{
    const Error damaged{Code::Malformed, slot};
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return damaged;
    cbor::MapReader reader(*decoded);
    const QString name = reader.text(L1("slot"));
    const QByteArray content = reader.bytes(L1("content"));
    const QByteArray hash = reader.bytes(L1("sha256"), 32);
    if (!reader.finish().ok() || name != slot || hash != sha256(slot.toUtf8() + content))
        return damaged;
    return content;
}

QByteArray encodeChain(const QList<QByteArray> &chain)
{
    QCborArray array;
    for (const QByteArray &der : chain)
        array.append(der);
    return cbor::encode(array);
}

QByteArray stateContent(qint64 generation, const QByteArray &slotHashes, const PackContents &contents)
{
    return cbor::encode(
        QCborMap{{L1("generation"), generation}, {L1("slots"), slotHashes}, {L1("contents"), contents.encode()}});
}

struct Slot
{
    QString name;
    QByteArray content;
};

QList<Slot> fixedSlots(const PackParts &parts)
{
    return {{QStringLiteral("identity"), parts.identity.encode()},
        {QStringLiteral("silicon"), cbor::encode(parts.silicon.toCbor())},
        {QStringLiteral("foundation"), cbor::encode(parts.foundation.toCbor())},
        {QStringLiteral("device-key"), parts.deviceKeyPem},
        {QStringLiteral("device-chain"), encodeChain(parts.deviceChain)}};
}

QByteArray hashOf(const QList<Slot> &slotList)
{
    QByteArray all;
    for (const Slot &slot : slotList)
        all += sha256(slot.content);
    return sha256(all);
}

} // namespace

Result<> PackMemory::create(FileLayer &files, const QString &folder, const PackParts &parts)
{
    const QList<Slot> slotList = fixedSlots(parts);
    for (const Slot &slot : slotList) {
        if (auto done = replaceFile(files, folder, slot.name, framed(slot.name, slot.content)); !done.ok())
            return done;
    }
    return replaceFile(
        files, folder, stateFileName, framed(stateFileName, stateContent(1, hashOf(slotList), parts.contents)));
}

Result<PackMemory> PackMemory::load(FileLayer &files, const QString &folder)
{
    PackMemory memory;
    memory.m_files = &files;
    memory.m_folder = folder;
    QList<Slot> slotList = fixedSlots(PackParts());
    for (Slot &slot : slotList) {
        const auto bytes = files.read(folder + u'/' + slot.name);
        if (!bytes.ok())
            return bytes.error();
        auto content = unframed(slot.name, *bytes);
        if (!content.ok())
            return content.error();
        slot.content = *content;
    }
    memory.m_slotHashes = hashOf(slotList);
    const auto damaged = [](const Slot &slot) {
        return Error{Code::Malformed, slot.name};
    };

    PackParts &parts = memory.m_parts;
    const auto identity = PackIdentity::decode(slotList.at(0).content);
    if (!identity.ok())
        return damaged(slotList.at(0));
    parts.identity = *identity;
    const auto siliconCbor = cbor::decode(slotList.at(1).content);
    const auto silicon
        = siliconCbor.ok() ? SiliconLimits::fromCbor(*siliconCbor) : Result<SiliconLimits>(siliconCbor.error());
    if (!silicon.ok() || silicon->hardware != identity->hardware)
        return damaged(slotList.at(1));
    parts.silicon = *silicon;
    const auto foundationCbor = cbor::decode(slotList.at(2).content);
    const auto foundation
        = foundationCbor.ok() ? Foundation::fromCbor(*foundationCbor) : Result<Foundation>(foundationCbor.error());
    if (!foundation.ok())
        return damaged(slotList.at(2));
    parts.foundation = *foundation;
    parts.deviceKeyPem = slotList.at(3).content;
    const auto chain = cbor::decode(slotList.at(4).content);
    if (!chain.ok() || chain->toArray().isEmpty())
        return damaged(slotList.at(4));
    for (const QCborValue &der : chain->toArray())
        parts.deviceChain.append(der.toByteArray());

    if (auto done = memory.reload(); !done.ok())
        return done.error();
    return memory;
}

Result<> PackMemory::reload()
{
    const auto bytes = m_files->read(m_folder + u'/' + stateFileName);
    if (!bytes.ok())
        return bytes.error();
    return adopt(*bytes);
}

Result<> PackMemory::adopt(const QByteArray &stateFile)
{
    const auto damaged = [](const char *what) {
        return Error{Code::Malformed, QStringLiteral("%1: %2").arg(stateFileName, L1(what))};
    };
    const auto content = unframed(stateFileName, stateFile);
    if (!content.ok())
        return content.error();
    const auto decoded = cbor::decode(*content);
    if (!decoded.ok())
        return damaged("form");
    cbor::MapReader reader(*decoded);
    const qint64 generation = reader.integer(L1("generation"), 1);
    const QByteArray slotHashes = reader.bytes(L1("slots"), 32);
    const auto contents = PackContents::decode(reader.bytes(L1("contents")));
    if (!reader.finish().ok() || !contents.ok())
        return damaged("form");
    if (slotHashes != m_slotHashes)
        return damaged("not of these write-once slots");

    const auto charterDocument = CoseSign::decode(contents->charterDocument);
    const auto charter
        = charterDocument.ok() ? charterOfPayload(charterDocument->payload) : Result<Charter>(charterDocument.error());
    if (!charter.ok())
        return damaged("charter");
    const auto policyDocument = CoseSign::decode(contents->policyDocument);
    const auto policy
        = policyDocument.ok() ? policyOfPayload(policyDocument->payload) : Result<Policy>(policyDocument.error());
    if (!policy.ok() || policy->charterSha256 != charter->bodySha256())
        return damaged("policy");
    QList<CrlEntry> crls;
    for (const QByteArray &bytes : contents->crls) {
        const auto entry = decodeCrlEntry(bytes);
        if (!entry.ok())
            return damaged("crls");
        crls.append(*entry);
    }
    m_generation = generation;
    m_parts.contents = *contents;
    m_charter = *charter;
    m_policy = *policy;
    m_crls = crls;
    return Result<>::success();
}

Result<> PackMemory::commit(const PackContents &next)
{
    const QByteArray bytes = framed(stateFileName, stateContent(m_generation + 1, m_slotHashes, next));
    // What could not be read again must not replace what can.
    if (const auto readable = PackContents::decode(next.encode()); !readable.ok() || *readable != next)
        return {Code::FileUnwritable, stateFileName};
    const auto written = replaceFile(*m_files, m_folder, stateFileName, bytes);
    // After a failed sync nobody knows what the disk holds: ask it, and go on from there.
    const auto readBack = reload();
    if (!written.ok())
        return written;
    if (!readBack.ok())
        return readBack;
    if (m_parts.contents != next)
        return {Code::FileUnwritable, stateFileName};
    return Result<>::success();
}

PackState PackMemory::state(qint64 now) const
{
    PackState state;
    state.serial = m_parts.identity.serial;
    state.lifeCycle = m_parts.contents.lifeCycle;
    state.silicon = m_parts.silicon;
    state.foundation = m_parts.foundation;
    state.charter = m_charter;
    state.policy = m_policy;
    state.values = m_parts.contents.values;
    state.crls = m_crls;
    state.withdrawals = m_parts.contents.withdrawals;
    for (const KeptReceipt &kept : m_parts.contents.receipts)
        state.receipts.insert(kept.document, kept.receipt);
    state.now = now;
    return state;
}

} // namespace packwarden::sim
