// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/gate/documentgate.h"
#include "hw/sim/uds/packactions.h"
#include "hw/sim/uds/udsserver.h"
#include "hw/sim/uds/udsservices.h"
#include "models/core/cbor/cbor.h"

/// What the server does after a response pending.
namespace packwarden::sim {

using namespace uds;

QByteArray UdsServer::reasonRecord(const Error &error)
{
    constexpr int maxDetail = 1000;
    return cbor::encode(QCborMap{{QLatin1String("reason"), QString(codeName(error.code))},
        {QLatin1String("detail"), error.detail.left(maxDetail)}});
}

UdsReply UdsServer::workOn(const QByteArray &request)
{
    if (at(request, 0) == Authentication)
        return m_pack.authentication.work(request, m_session, m_now);
    if (PackActions::bodyLength(request))
        return workOnAction(request);
    return routineOf(request) == applyDocument ? workOnDocument(request) : workOnRoutine(request);
}

UdsReply UdsServer::workOnAction(const QByteArray &request)
{
    const qsizetype bodyLength = *PackActions::bodyLength(request);
    const QByteArray body = request.left(bodyLength);
    if (!m_pack.authentication.takeTail(request, bodyLength, m_now)) {
        m_pack.actions.refused({Code::SignatureInvalid, QStringLiteral("action")}, body);
        return {nrc::ownershipFailed, {}};
    }
    const UdsReply reply = m_pack.actions.perform(body, m_pack.authentication);
    if (reply.negative == nrc::authenticationRequired)
        m_pack.authentication.end();
    // The pack itself starts anew at standstill; what a tester holds is gone at once.
    if (at(body, 0) == EcuReset && reply.negative == nrc::none)
        enterSession(DefaultSession);
    return reply;
}

UdsReply UdsServer::workOnRoutine(const QByteArray &request)
{
    const auto made = routineOf(request) == makeStatement ? m_pack.statement(request.mid(4))
        : routineOf(request) == identify                  ? m_pack.identify(request.mid(4))
                                                          : m_pack.signingRequest();
    if (made.ok())
        return {nrc::none, QByteArray::fromHex("7101") + request.mid(2, 2) + *made};
    // Here it is the record itself that is wrong, and no document whose reason could be asked for.
    const bool value = made.code() == Code::Malformed || made.code() == Code::NotCanonical;
    return {value ? nrc::requestOutOfRange : negativeResponse(made.code()), {}};
}

UdsReply UdsServer::workOnDocument(const QByteArray &request)
{
    const DocumentGate::Outcome outcome = m_pack.gate.apply(at(request, 4), m_transfer.takeUploaded(), request.mid(5));
    if (outcome.refusal) {
        m_result = reasonRecord(*outcome.refusal);
        return {negativeResponse(outcome.refusal->code), {}};
    }
    QByteArray status(1, outcome.alreadyApplied ? '\1' : '\0');
    QByteArray length(4, '\0');
    qToBigEndian(quint32(outcome.receipt.size()), length.data());
    status += length;
    m_result = status;
    return {nrc::none, QByteArray::fromHex("71010201") + status};
}

} // namespace packwarden::sim
