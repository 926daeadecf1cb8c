// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packreader.h"

#include "cbor.h"
#include "clock.h"
#include "cose.h"
#include "documentkind.h"
#include "ids.h"

#include <QtEndian>

#include <algorithm>

namespace packwarden::sim {

namespace {

using L1 = QLatin1String;

constexpr int firstParameter = 0x0200;

QByteArray rulesVersion(qint64 version, const QByteArray &sha256, qint64 since)
{
    return RulesVersion{version, sha256.isEmpty() ? QByteArray(32, '\0') : sha256, since}.encode();
}

} // namespace

PackReader::PackReader(const PackMemory &memory, const Clock &clock)
    : m_memory(memory)
    , m_clock(clock)
{
}

std::optional<QByteArray> PackReader::dataIdentifier(quint16 did) const
{
    const PackIdentity &identity = m_memory.identity();
    const PackContents &contents = m_memory.contents();
    switch (did) {
    case 0xF18C:
        return identity.serial.text().toLatin1();
    case 0xF191:
        return identity.hardware.toLatin1();
    case 0xF195:
        return QByteArrayLiteral("packwarden-sim " PACKWARDEN_VERSION);
    case 0xF187:
        return identity.partNumber.toLatin1();
    case 0xF18B:
        return identity.manufactured.toLatin1();
    case 0x0100:
        return identity.configuration.encode();
    case 0x0101:
        return LifeCycleInfo{contents.lifeCycle, contents.clockUncertain, m_clock.now(), contents.clockFloor}.encode();
    case 0x0103:
        return rulesVersion(m_memory.policy().version, m_memory.policySha256(), contents.policySince);
    case 0x0104:
        return rulesVersion(m_memory.charter().version, m_memory.charterSha256(), contents.charterSince);
    case 0x0105:
        return counters();
    case 0x0109:
        return ParameterInfo::encodeTable(ParameterInfo::tableOf(m_memory.state(m_clock.now())));
    case 0x0113:
        return receiptList();
    default:
        break;
    }
    const QList<ParameterDefinition> &parameters = m_memory.silicon().parameters;
    const auto it = std::find_if(parameters.begin(), parameters.end(),
        [&](const ParameterDefinition &p) { return did == firstParameter + p.number; });
    if (it == parameters.end())
        return std::nullopt;
    const qint64 value = contents.values.value(it->id).inForce(m_clock.now()).value;
    QByteArray bytes(4, '\0');
    qToBigEndian(qint32(value), bytes.data());
    return bytes;
}

QByteArray PackReader::counters() const
{
    QCborMap reasons;
    for (auto it = m_memory.contents().refusalCounts.begin(); it != m_memory.contents().refusalCounts.end(); ++it)
        reasons.insert(it.key(), it.value());
    return cbor::encode(QCborMap{{L1("boots"), m_memory.contents().boots}, {L1("refusals"), reasons}});
}

QByteArray PackReader::receiptList() const
{
    QCborArray list;
    for (const KeptReceipt &kept : m_memory.contents().receipts)
        list.append(kept.document);
    return cbor::encode(list);
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
    return index < list.size() ? std::optional(list.at(index)) : std::nullopt;
}

} // namespace packwarden::sim
