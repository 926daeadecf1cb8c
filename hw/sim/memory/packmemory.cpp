// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/memory/packmemory.h"

#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/rulechange.h"
#include "models/core/pki/csr.h"

namespace packwarden::sim {

namespace {

QByteArray encodeChain(const QList<QByteArray> &chain)
{
    QCborArray array;
    for (const QByteArray &der : chain)
        array.append(der);
    return cbor::encode(array);
}

KeyRepository::Change changeOf(const PackParts &parts)
{
    KeyRepository::Change change;
    if (!parts.board.hardware.isEmpty())
        change.writes.insert(Slot::Board, parts.board.encode());
    if (!parts.identity.serial.isEmpty())
        change.writes.insert(Slot::Identity, parts.identity.encode());
    if (!parts.manufacturerRoot.isEmpty())
        change.writes.insert(Slot::ManufacturerRoot, parts.manufacturerRoot);
    if (!parts.deviceKeyPem.isEmpty())
        change.writes.insert(Slot::DeviceKey, parts.deviceKeyPem);
    if (!parts.silicon.parameters.isEmpty())
        change.writes.insert(Slot::Silicon, cbor::encode(parts.silicon.toCbor()));
    if (!parts.dataSheet.isEmpty())
        change.writes.insert(Slot::DataSheet, parts.dataSheet);
    if (!parts.foundation.layers.isEmpty())
        change.writes.insert(Slot::Foundation, cbor::encode(parts.foundation.toCbor()));
    if (!parts.deviceChain.isEmpty())
        change.writes.insert(Slot::DeviceChain, encodeChain(parts.deviceChain));
    change.protect = parts.protect;
    change.state = parts.contents.encode();
    return change;
}

Error damagedState(const char *what)
{
    return {Code::Malformed, QStringLiteral("state: %1").arg(QLatin1String(what))};
}

} // namespace

Result<> PackMemory::create(FileLayer &files, const QString &folder, const PackParts &parts)
{
    return KeyRepository::create(files, folder, changeOf(parts));
}

Result<PackMemory> PackMemory::load(FileLayer &files, const QString &folder)
{
    auto repository = KeyRepository::load(files, folder);
    if (!repository.ok())
        return repository.error();
    PackMemory memory;
    memory.m_memo.memo = std::make_shared<ChainMemo>();
    memory.m_repository = std::move(repository).value();
    if (auto done = memory.adopt(); !done.ok())
        return done.error();
    return memory;
}

Result<> PackMemory::adoptSlots(PackParts &parts) const
{
    const auto damaged = [](Slot slot) {
        return Error{Code::Malformed, slotName(slot)};
    };
    const auto bytes = [&](Slot slot) {
        const auto content = m_repository.read(slot);
        return content.ok() ? *content : QByteArray();
    };
    if (m_repository.isWritten(Slot::Board)) {
        const auto board = PackBoard::decode(bytes(Slot::Board));
        if (!board.ok())
            return damaged(Slot::Board);
        parts.board = *board;
        parts.identity.hardware = board->hardware;
        parts.identity.configuration = board->configuration;
    }
    if (m_repository.isWritten(Slot::Identity)) {
        const auto identity = PackIdentity::decode(bytes(Slot::Identity));
        if (!identity.ok())
            return damaged(Slot::Identity);
        parts.identity = *identity;
    }
    parts.manufacturerRoot = bytes(Slot::ManufacturerRoot);
    parts.dataSheet = bytes(Slot::DataSheet);
    if (m_repository.isWritten(Slot::Silicon)) {
        const auto value = cbor::decode(bytes(Slot::Silicon));
        const auto silicon = value.ok() ? SiliconLimits::fromCbor(*value) : Result<SiliconLimits>(value.error());
        if (!silicon.ok() || silicon->hardware != parts.identity.hardware)
            return damaged(Slot::Silicon);
        parts.silicon = *silicon;
    }
    if (m_repository.isWritten(Slot::Foundation)) {
        const auto value = cbor::decode(bytes(Slot::Foundation));
        const auto foundation = value.ok() ? Foundation::fromCbor(*value) : Result<Foundation>(value.error());
        if (!foundation.ok())
            return damaged(Slot::Foundation);
        parts.foundation = *foundation;
    }
    if (m_repository.isWritten(Slot::DeviceChain)) {
        const auto chain = cbor::decode(bytes(Slot::DeviceChain));
        if (!chain.ok() || chain->toArray().isEmpty())
            return damaged(Slot::DeviceChain);
        for (const QCborValue &der : chain->toArray())
            parts.deviceChain.append(der.toByteArray());
    }
    return Result<>::success();
}

Result<PackMemory::Rules> PackMemory::readRules(const PackContents &contents)
{
    const auto document = CoseSign::decode(contents.charterDocument);
    const auto charter
        = document.ok() ? CharterChange::decode(document->payload) : Result<CharterChange>(document.error());
    if (!charter.ok())
        return damagedState("charter");
    const auto source = CoseSign::decode(contents.policySource());
    const auto policy = source.ok() ? policyIn(*source) : Result<PolicyChange>(source.error());
    if (!policy.ok() || policy->policy.charterSha256 != charter->charter.bodySha256())
        return damagedState("policy");
    return Rules{charter->charter, policy->policy, sha256(document->payload), sha256(source->payload)};
}

Result<> PackMemory::adopt()
{
    PackParts parts;
    if (auto done = adoptSlots(parts); !done.ok())
        return done;
    const auto contents = PackContents::decode(m_repository.state());
    if (!contents.ok())
        return damagedState("form");
    parts.contents = *contents;

    // Most writes change neither rules nor lists: what was read from the same bytes stands.
    const PackContents &before = m_parts.contents;
    const bool sameRules = !m_rules.charterSha256.isEmpty() && contents->charterDocument == before.charterDocument
        && contents->policyDocument == before.policyDocument;
    Rules rules = sameRules ? m_rules : Rules();
    if (!sameRules && !contents->charterDocument.isEmpty()) {
        auto read = readRules(*contents);
        if (!read.ok())
            return read.error();
        rules = *read;
    }
    QList<CrlEntry> crls = m_crls;
    if (contents->crls != before.crls) {
        crls.clear();
        for (const QByteArray &bytes : contents->crls) {
            const auto entry = decodeCrlEntry(bytes);
            if (!entry.ok())
                return damagedState("crls");
            crls.append(*entry);
        }
    }
    if (parts.deviceChain.isEmpty()) {
        m_signer.reset();
    } else if (!m_signer || parts.deviceChain != m_parts.deviceChain) {
        QList<Certificate> chain;
        for (const QByteArray &der : parts.deviceChain) {
            const auto certificate = Certificate::fromDer(der);
            if (!certificate.ok())
                return {Code::Malformed, slotName(Slot::DeviceChain)};
            chain.append(*certificate);
        }
        const auto signer = m_repository.signer(chain);
        if (!signer.ok() || chain.constFirst().packSerial != parts.identity.serial.text())
            return {Code::Malformed, slotName(Slot::DeviceKey)};
        m_signer = *signer;
    }
    m_parts = parts;
    m_rules = rules;
    m_crls = crls;
    return Result<>::success();
}

Result<QByteArray> PackMemory::signingRequest() const
{
    const QString serial = m_parts.identity.serial.text();
    return m_repository.signingRequest({serial, {}}, {{}, {}, serial, false});
}

Result<> PackMemory::boot(const BootFacts &facts)
{
    PackContents next = m_parts.contents;
    ++next.boots;
    if (facts.clockSet)
        next.clockOffset = 0;
    if (facts.clockLost)
        next.loseClock(m_parts.silicon);
    // A sure clock needs no time, and what was signed before a start counts no more.
    if (next.clockUncertain)
        next.timeNonce = randomBytes(32);
    const QMap<QString, QString> parts = facts.parts.value_or(m_parts.board.parts);
    for (auto it = parts.begin(); it != parts.end(); ++it)
        next.components[it.key()]; // also what is not paired yet can be seen
    for (auto it = next.components.begin(); it != next.components.end(); ++it)
        it->found = parts.value(it.key());
    return commit(next);
}

Result<> PackMemory::commit(const PackContents &next)
{
    PackParts parts;
    parts.contents = next;
    return commit(parts);
}

Result<> PackMemory::commit(const PackParts &next)
{
    const KeyRepository::Change change = changeOf(next);
    const auto repository = m_repository.after(change);
    if (!repository.ok())
        return repository.error();
    // What could not be read again must not replace what can.
    PackMemory trial = *this;
    trial.m_repository = *repository;
    if (auto readable = trial.adopt(); !readable.ok())
        return readable;
    if (trial.m_parts.contents != next.contents)
        return {Code::FileUnwritable, QStringLiteral("state")};
    const auto written = m_repository.commit(change);
    if (written.ok()) {
        // The repository read it back, and it is what the trial read.
        trial.m_repository = m_repository;
        *this = std::move(trial);
        return written;
    }
    if (auto adopted = adopt(); !adopted.ok())
        return adopted;
    return written;
}

PackParts PackMemory::partsAfter(const PackState &after) const
{
    const PackState before = state(after.now);
    PackParts parts;
    if (after.silicon != before.silicon)
        parts.silicon = after.silicon;
    if (after.dataSheet != before.dataSheet)
        parts.dataSheet = after.dataSheet;
    if (after.foundation != before.foundation)
        parts.foundation = after.foundation;
    if (after.deviceChain != before.deviceChain)
        parts.deviceChain = after.deviceChain;
    parts.protect = after.isProtected && !before.isProtected;
    parts.contents = m_parts.contents;
    parts.contents.take(after);
    return parts;
}

PackState PackMemory::state(qint64 now, const QString &condition) const
{
    const PackContents &contents = m_parts.contents;
    PackState state;
    state.serial = m_parts.identity.serial;
    state.lifeCycle = contents.lifeCycle;
    state.silicon = m_parts.silicon;
    state.foundation = m_parts.foundation;
    state.charter = m_rules.charter;
    state.policy = m_rules.policy;
    state.values = contents.values;
    state.crls = m_crls;
    state.withdrawals = contents.withdrawals;
    for (const KeptReceipt &kept : contents.receipts)
        state.receipts.insert(kept.document, kept.receipt);
    state.charterDocument = m_rules.charterSha256;
    state.policyDocument = m_rules.policySha256;
    state.manufacturerRoot = m_parts.manufacturerRoot;
    state.dataSheet = m_parts.dataSheet;
    state.deviceChain = m_parts.deviceChain;
    state.isProtected = m_repository.isProtected(Slot::Foundation) && m_repository.isProtected(Slot::DeviceChain);
    state.lifeCycleRevision = contents.lifeCycleRevision;
    state.lock = contents.lock;
    state.activation = contents.activation;
    state.components = contents.components;
    state.grantUses = contents.grantUses;
    state.condition = condition;
    state.timeNonce = contents.timeNonce;
    state.toldAhead = contents.toldAhead;
    state.clockFloor = contents.clockFloor;
    state.now = now;
    state.clockUncertain = contents.clockUncertain;
    state.memo = m_memo;
    return state;
}

} // namespace packwarden::sim
