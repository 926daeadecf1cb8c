// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/memory/keyrepository.h"

#include "hw/sim/memory/filelayer.h"
#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "models/core/pki/csr.h"

#include <QCborArray>

#include <array>

namespace packwarden::sim {

namespace {

using L1 = QLatin1String;

constexpr std::array slotNames{
    "board", "identity", "manufacturer-root", "device-key", "silicon", "datasheet", "foundation", "device-chain"};
static_assert(slotNames.size() == slotCount);
const QString stateName = QStringLiteral("state");

QList<Slot> allSlots()
{
    QList<Slot> list;
    for (int i = 0; i < slotCount; ++i)
        list.append(Slot(i));
    return list;
}

QString fileName(Slot slot, int bank)
{
    return bank == 0 ? slotName(slot) : slotName(slot) + QStringLiteral("-b");
}

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

bool mayBeProtected(Slot slot)
{
    return slotKind(slot) == SlotKind::WriteUntilProtected;
}

} // namespace

QString slotName(Slot slot)
{
    return L1(slotNames.at(size_t(slot)));
}

SlotKind slotKind(Slot slot)
{
    switch (slot) {
    case Slot::DeviceKey:
        return SlotKind::WriteOnceReadNever;
    case Slot::Foundation:
    case Slot::DeviceChain:
        return SlotKind::WriteUntilProtected;
    default:
        return SlotKind::WriteOnceReadMany;
    }
}

QLatin1String slotKindName(SlotKind kind)
{
    constexpr std::array names{"write-once-read-many", "write-once-read-never", "write-until-protected", "rewritable"};
    return L1(names.at(size_t(kind)));
}

Result<> KeyRepository::create(FileLayer &files, const QString &folder, const Change &first)
{
    KeyRepository repository;
    repository.m_files = &files;
    repository.m_folder = folder;
    if (files.read(folder + u'/' + stateName).ok())
        return {Code::Prohibited, folder};
    return repository.commit(first);
}

Result<KeyRepository> KeyRepository::load(FileLayer &files, const QString &folder)
{
    KeyRepository repository;
    repository.m_files = &files;
    repository.m_folder = folder;
    if (auto done = repository.reload(); !done.ok())
        return done.error();
    return repository;
}

Result<> KeyRepository::reload()
{
    const auto bytes = m_files->read(m_folder + u'/' + stateName);
    if (!bytes.ok())
        return bytes.error();
    const auto content = unframed(stateName, *bytes);
    if (!content.ok())
        return content.error();
    const auto decoded = cbor::decode(*content);
    if (!decoded.ok())
        return {Code::Malformed, stateName};
    cbor::MapReader reader(*decoded);
    const qint64 generation = reader.integer(L1("generation"), 1);
    const QCborMap map = reader.map(L1("slots"));
    const QByteArray state = reader.bytes(L1("state"));
    if (!reader.finish().ok())
        return {Code::Malformed, stateName};

    QMap<Slot, Entry> table;
    QMap<Slot, QByteArray> contents;
    for (const Slot slot : allSlots()) {
        const QCborArray fields = map.value(slotName(slot)).toArray();
        if (fields.isEmpty())
            continue;
        const Entry entry{true, fields.at(1).toBool(), int(fields.at(0).toInteger()), fields.at(2).toByteArray()};
        const auto file = m_files->read(m_folder + u'/' + fileName(slot, entry.bank));
        if (!file.ok())
            return file.error();
        const auto held = unframed(slotName(slot), *file);
        if (!held.ok())
            return held.error();
        if (sha256(*held) != entry.sha256)
            return {Code::Malformed, QStringLiteral("%1: not what was written").arg(slotName(slot))};
        table.insert(slot, entry);
        contents.insert(slot, *held);
    }
    if (table.size() != map.size())
        return {Code::Malformed, stateName};
    m_generation = generation;
    m_table = table;
    m_contents = contents;
    m_state = state;
    return Result<>::success();
}

Result<QByteArray> KeyRepository::content(Slot slot) const
{
    if (!isWritten(slot))
        return {Code::WrongState, QStringLiteral("%1: empty").arg(slotName(slot))};
    return m_contents.value(slot);
}

Result<QByteArray> KeyRepository::read(Slot slot) const
{
    if (slotKind(slot) == SlotKind::WriteOnceReadNever)
        return {Code::Prohibited, slotName(slot)};
    return content(slot);
}

QList<RepositorySlot> KeyRepository::map() const
{
    QList<RepositorySlot> list;
    for (const Slot slot : allSlots()) {
        RepositorySlot row;
        row.name = slotName(slot);
        row.kind = slotKindName(slotKind(slot));
        row.state = isProtected(slot) ? QStringLiteral("protected")
            : isWritten(slot)         ? QStringLiteral("written")
                                      : QStringLiteral("empty");
        row.size = m_contents.value(slot).size();
        if (isWritten(slot) && slotKind(slot) != SlotKind::WriteOnceReadNever)
            row.sha256 = m_table.value(slot).sha256;
        list.append(row);
    }
    list.append({stateName, slotKindName(SlotKind::Rewritable), QStringLiteral("written"), m_state.size(),
        packwarden::sha256(m_state)});
    return list;
}

Result<KeyRepository> KeyRepository::after(const Change &change) const
{
    KeyRepository next = *this;
    for (auto it = change.writes.begin(); it != change.writes.end(); ++it) {
        Entry &entry = next.m_table[it.key()];
        if (entry.written && (entry.locked || !mayBeProtected(it.key())))
            return {Code::Prohibited, slotName(it.key())};
        entry = {true, false, entry.written ? 1 - entry.bank : 0, packwarden::sha256(it.value())};
        next.m_contents[it.key()] = it.value();
    }
    for (auto it = next.m_table.begin(); change.protect && it != next.m_table.end(); ++it)
        it->locked = it->locked || mayBeProtected(it.key());
    next.m_state = change.state;
    ++next.m_generation;
    return next;
}

Result<> KeyRepository::commit(const Change &change)
{
    const auto next = after(change);
    if (!next.ok())
        return next.error();
    // Until the state is replaced, whose table names them, the new contents do not count and may be written again.
    for (auto it = change.writes.begin(); it != change.writes.end(); ++it) {
        const QString name = fileName(it.key(), next->m_table.value(it.key()).bank);
        if (auto written = replaceFile(*m_files, m_folder, name, framed(slotName(it.key()), it.value())); !written.ok())
            return written;
    }
    QCborMap map;
    for (auto it = next->m_table.begin(); it != next->m_table.end(); ++it)
        map.insert(slotName(it.key()), QCborArray{it->bank, it->locked, it->sha256});
    const QByteArray content = cbor::encode(
        QCborMap{{L1("generation"), next->m_generation}, {L1("slots"), map}, {L1("state"), change.state}});
    const auto written = replaceFile(*m_files, m_folder, stateName, framed(stateName, content));
    // After a failed sync nobody knows what the disk holds: ask it, and go on from there.
    const auto readBack = reload();
    if (!written.ok())
        return written;
    if (!readBack.ok())
        return readBack;
    return m_state == change.state ? Result<>::success() : Result<>(Code::FileUnwritable, stateName);
}

Result<std::shared_ptr<SigningKey>> KeyRepository::signer(const QList<Certificate> &chain) const
{
    const auto pem = content(Slot::DeviceKey);
    if (!pem.ok())
        return pem.error();
    const Error unusable{Code::KeyUnusable, slotName(Slot::DeviceKey)};
    const auto key = pki::PrivateKey::fromPem(*pem);
    if (!key.ok() || chain.isEmpty())
        return unusable;
    const auto made = pki::makeSigningKey(*key, chain);
    // A signature is checked against the certificate before it is given out: a key that is not the chain's shows now.
    if (!made || !made->sign(QByteArrayLiteral("start")).ok())
        return unusable;
    return made;
}

Result<QByteArray> KeyRepository::signingRequest(const pki::Subject &subject, const pki::LeafName &name) const
{
    const auto pem = content(Slot::DeviceKey);
    if (!pem.ok())
        return pem.error();
    const auto key = pki::PrivateKey::fromPem(*pem);
    if (!key.ok())
        return key.error();
    return pki::makeSigningRequest(*key, subject, name);
}

} // namespace packwarden::sim
