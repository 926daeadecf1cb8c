// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/factory/factoryline.h"

#include "hw/sim/gate/documentgate.h"
#include "hw/uds/documentkind.h"
#include "models/core/base/clock.h"
#include "models/core/base/ids.h"
#include "models/core/documents/documentfile.h"
#include "models/core/judge/timedocument.h"
#include "models/core/pki/csr.h"

namespace packwarden::sim {

QList<FactoryLine::Station> FactoryLine::stations() const
{
    QList<Station> list;
    for (const CrlEntry &entry : m_papers.lists) {
        list.append(
            {QStringLiteral("list"), documentkind::crl, [entry](const PackMemory &, qint64) -> Result<QByteArray> {
                 return encodeCrlEntry(entry);
             }});
    }
    list.append({QStringLiteral("clock"), documentkind::time, [this](const PackMemory &pack, qint64 now) {
                     return timeDocument(pack, now);
                 }});
    const auto add = [&](ProvisionStep which) {
        list.append(
            {provisionStepName(which), documentkind::provision, [this, which](const PackMemory &pack, qint64 now) {
                 return step(which, pack, now);
             }});
    };
    add(ProvisionStep::Pair);
    add(ProvisionStep::Limits);
    add(ProvisionStep::Foundation);
    add(ProvisionStep::DeviceCertificate);
    list.append({QStringLiteral("first-charter"), documentkind::charter,
        [this](const PackMemory &, qint64) -> Result<QByteArray> {
            return m_papers.charter.encode();
        }});
    add(ProvisionStep::Protect);
    add(ProvisionStep::Seal);
    return list;
}

Result<> FactoryLine::run(const PackMemory &pack, DocumentGate &gate, const Clock &clock) const
{
    for (const Station &station : stations()) {
        const auto document = station.make(pack, clock.now());
        if (!document.ok())
            return document.error();
        const auto outcome = gate.apply(station.kind, *document, sha256(*document));
        if (outcome.refusal) {
            return {outcome.refusal->code,
                QStringLiteral("%1: %2: %3").arg(pack.identity().serial.text(), station.name, outcome.refusal->detail)};
        }
    }
    return Result<>::success();
}

Result<QByteArray> FactoryLine::timeDocument(const PackMemory &pack, qint64 now) const
{
    const TimeDocument time{pack.identity().serial, pack.contents().timeNonce, now};
    const auto made = CoseSign1::make(QByteArray(contenttype::time), time.encode(), *m_papers.engineer, now);
    return made.ok() ? Result<QByteArray>(made->encode()) : Result<QByteArray>(made.error());
}

Result<QByteArray> FactoryLine::certificateFor(const PackMemory &pack, qint64 now) const
{
    constexpr qint64 hour = 3600;
    const auto der = pack.signingRequest();
    if (!der.ok())
        return der.error();
    const auto request = pki::readSigningRequest(*der);
    if (!request.ok())
        return request.error();
    const auto leaf = pki::issueFromRequest(
        m_papers.root, m_papers.rootKey, *request, {now - hour, now - hour + m_papers.deviceLife});
    return leaf.ok() ? Result<QByteArray>(leaf->der) : Result<QByteArray>(leaf.error());
}

Result<QByteArray> FactoryLine::step(ProvisionStep which, const PackMemory &pack, qint64 now) const
{
    ProvisionDocument document;
    document.head.id = randomBytes(16);
    document.head.created = now;
    document.head.expires = now + 24 * 3600;
    document.head.author = m_papers.engineer->leaf().sha256;
    document.head.title = QStringLiteral("%1: %2").arg(pack.identity().serial.text(), provisionStepName(which));
    document.head.reason = QStringLiteral("Production");
    document.serial = pack.identity().serial;
    document.step = which;
    if (which == ProvisionStep::Pair) {
        const auto &found = pack.contents().components;
        for (auto it = found.begin(); it != found.end(); ++it)
            document.components.insert(it.key(), it->found);
    } else if (which == ProvisionStep::Limits) {
        const auto sheet
            = CoseSign1::make(QByteArray(contenttype::datasheet), m_papers.sheet.encode(), *m_papers.engineer, now);
        if (!sheet.ok())
            return sheet.error();
        document.datasheet = sheet->encode();
        document.silicon = m_papers.silicon;
    } else if (which == ProvisionStep::Foundation) {
        document.foundation = m_papers.foundation;
    } else if (which == ProvisionStep::DeviceCertificate) {
        const auto leaf = certificateFor(pack, now);
        if (!leaf.ok())
            return leaf.error();
        document.deviceChain = {*leaf};
    }
    CoseSign made{QByteArray(contenttype::provision), document.encode(), {}};
    const LogHead noLog{randomBytes(16), 0, QByteArray(32, '\0')};
    QList<std::pair<const SigningKey *, Meaning>> signers{
        {m_papers.engineer.get(), Meaning::Author}, {m_papers.engineer.get(), Meaning::Approve}};
    if (ProvisionDocument::approvalsNeeded(which) > 1)
        signers.append({m_papers.colleague.get(), Meaning::Approve});
    for (const auto &[key, meaning] : signers) {
        if (const auto added = made.addSignature(*key, meaning, now, noLog); !added.ok())
            return added.error();
    }
    return made.encode();
}

} // namespace packwarden::sim
