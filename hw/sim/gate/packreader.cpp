// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/gate/packreader.h"

#include "hw/sim/gate/activationguard.h"
#include "hw/uds/documentkind.h"
#include "models/core/base/breakable.h"
#include "models/core/base/clock.h"
#include "models/core/cbor/cbor.h"

#include <QtEndian>

#include <algorithm>

namespace packwarden::sim {

namespace {

constexpr int firstParameter = 0x0200;

QByteArray rulesVersion(qint64 version, const QByteArray &sha256, qint64 since)
{
    return RulesVersion{version, sha256.isEmpty() ? QByteArray(32, '\0') : sha256, since}.encode();
}

} // namespace

PackReader::PackReader(
    const PackMemory &memory, const Clock &clock, const ActivationGuard &guard, std::function<PackState()> state)
    : m_memory(memory)
    , m_clock(clock)
    , m_guard(guard)
    , m_state(std::move(state))
{
}

bool PackReader::isDetailed(quint16 did)
{
    return did == 0x0111 || did == 0x0112;
}

std::optional<QByteArray> PackReader::identification(quint16 did) const
{
    const PackIdentity &identity = m_memory.identity();
    if (did == 0xF195)
        return QByteArrayLiteral("packwarden-sim " PACKWARDEN_VERSION);
    if (did == 0xF191)
        return m_memory.board().hardware.toLatin1();
    // The rest is not there before somebody burned it in.
    if (identity.serial.isEmpty())
        return std::nullopt;
    switch (did) {
    case 0xF18C:
        return identity.serial.text().toLatin1();
    case 0xF187:
        return identity.partNumber.toLatin1();
    case 0xF18B:
        return broken("date-form") ? QByteArrayLiteral("22.11.2026") : identity.manufactured.toLatin1();
    default:
        return std::nullopt;
    }
}

std::optional<QByteArray> PackReader::dataIdentifier(quint16 did) const
{
    const PackContents &contents = m_memory.contents();
    switch (did) {
    case 0x0100:
        return m_memory.board().configuration.encode();
    case 0x0101:
        return LifeCycleInfo{contents.lifeCycle, contents.clockUncertain, m_clock.now(), contents.clockFloor}.encode();
    case 0x0102:
        return RepositorySlot::encodeMap(m_memory.repository().map());
    case 0x0103:
        return rulesVersion(m_memory.policy().version, m_memory.policySha256(), contents.policySince);
    case 0x0104:
        return rulesVersion(m_memory.charter().version, m_memory.charterSha256(), contents.charterSince);
    case 0x0105:
        return counters();
    case 0x0106:
        return WitnessedHead::encodeList(contents.heads);
    case 0x0107:
        return m_guard.lockInfo().encode();
    case 0x0108:
        return encodeComponents(contents.components);
    case 0x0109:
        return ParameterInfo::encodeTable(ParameterInfo::tableOf(m_state()));
    case 0x0111:
        return PackLogRecord::encodeList(contents.changes);
    case 0x0112:
        return PackLogRecord::encodeList(contents.refusals);
    case 0x0113:
        return receiptList();
    case 0x0114:
        return knowledge();
    case 0x0115:
        return PreventedInstant::encodeList(contents.preventedInstants);
    default:
        break;
    }
    const auto named = identification(did);
    return named ? named : parameter(did);
}

std::optional<QByteArray> PackReader::parameter(quint16 did) const
{
    const QList<ParameterDefinition> &parameters = m_memory.silicon().parameters;
    const auto it = std::find_if(parameters.begin(), parameters.end(),
        [&](const ParameterDefinition &p) { return did == firstParameter + p.number; });
    if (it == parameters.end())
        return std::nullopt;
    const PackContents &held = m_memory.contents();
    const qint64 value = valueInForce(held.values.value(it->id), &*it, m_clock.now(), held.clockUncertain).value;
    QByteArray bytes(4, '\0');
    qToBigEndian(qint32(value), bytes.data());
    return bytes;
}

QByteArray PackReader::counters() const
{
    const PackContents &contents = m_memory.contents();
    return PackCounters{contents.boots, contents.failedAuthentications, contents.refusalCounts, contents.prevented}
        .encode();
}

QByteArray PackReader::receiptList() const
{
    QCborArray list;
    for (const KeptReceipt &kept : m_memory.contents().receipts)
        list.append(kept.document);
    return cbor::encode(list);
}

QByteArray PackReader::knowledge() const
{
    const PackState state = m_state();
    QList<Certificate> issuers = state.anchors().roots;
    for (const CrlEntry &entry : state.crls) {
        const auto authority = Certificate::fromDer(entry.authorityDer);
        if (authority.ok())
            issuers.append(*authority);
    }
    PackKnowledge knowledge;
    for (const CrlEntry &entry : state.crls) {
        const auto issuer = std::find_if(
            issuers.begin(), issuers.end(), [&](const Certificate &c) { return isListOf(entry.crl, c); });
        // The list of a root that is not pinned any more says nothing to anybody.
        if (issuer != issuers.end())
            knowledge.lists.append({issuer->spkiSha256, issuer->commonName, entry.crl.number, entry.crl.nextUpdate});
    }
    for (const KeptWithdrawal &kept : state.withdrawals)
        knowledge.withdrawals.append(kept.document);
    knowledge.nonce = m_memory.contents().timeNonce;
    return knowledge.encode();
}

std::optional<QByteArray> PackReader::document(int kind, int index) const
{
    const PackContents &contents = m_memory.contents();
    QList<QByteArray> list;
    switch (kind) {
    case documentkind::policy:
        list = {contents.policySource()};
        break;
    case documentkind::charter:
        list = {contents.charterDocument};
        break;
    case documentkind::crl:
        list = contents.crls;
        break;
    case documentkind::receipt:
        for (const KeptReceipt &kept : contents.receipts)
            list.append(kept.receipt);
        break;
    case documentkind::silicon:
        list = {cbor::encode(m_memory.silicon().toCbor())};
        break;
    case documentkind::foundation:
        list = {cbor::encode(m_memory.foundation().toCbor())};
        break;
    default:
        break;
    }
    // Empty: the pack is not made yet.
    return index < list.size() && !list.at(index).isEmpty() ? std::optional(list.at(index)) : std::nullopt;
}

} // namespace packwarden::sim
