// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/link/packlink.h"
#include "hw/link/packsession.h"

namespace packwarden {

namespace {

constexpr quint8 programmingSession = 0x02;
constexpr quint8 extendedSession = 0x03;

/// For the answer about a pack that is not there: its serial, if that is one.
PackSerial serialOf(const QString &text)
{
    const auto parsed = PackSerial::parse(text);
    return parsed.ok() ? *parsed : PackSerial();
}

} // namespace

void PackLink::readDocuments(const QString &serial, int kind, quint64 requestId)
{
    if (PackSession *session = sessionOf(serial))
        session->readDocuments(serialOf(serial), kind, requestId);
    else
        Q_EMIT documentsRead({serialOf(serial), kind, {}, unreachable(serial), false}, requestId);
}

void PackLink::ask(const QString &serial, PackQuestion question, quint64 requestId)
{
    if (PackSession *session = sessionOf(serial))
        session->ask(serialOf(serial), question, requestId);
    else
        Q_EMIT answered({serialOf(serial), question, {}, unreachable(serial)}, requestId);
}

void PackLink::readFault(const QString &serial, quint32 code, quint64 requestId)
{
    if (PackSession *session = sessionOf(serial))
        return session->readFault(serialOf(serial), code, requestId);
    FaultDetail none;
    none.serial = serialOf(serial);
    none.code = code;
    none.error = unreachable(serial);
    Q_EMIT faultRead(none, requestId);
}

void PackLink::authenticate(const QString &serial, const Credential &credential)
{
    if (PackSession *session = sessionOf(serial))
        session->authenticate(serialOf(serial), credential);
    else
        Q_EMIT authenticationFailed(serial, unreachable(serial));
}

void PackLink::deauthenticate(const QString &serial)
{
    if (PackSession *session = sessionOf(serial, Presence::Any))
        session->deauthenticate(serialOf(serial));
    else
        Q_EMIT deauthenticated(serial);
}

void PackLink::act(const QString &serial, const QByteArray &request, quint64 requestId)
{
    if (PackSession *session = sessionOf(serial))
        session->act(serialOf(serial), request, requestId);
    else
        Q_EMIT acted({serialOf(serial), false, {}, unreachable(serial)}, requestId);
}

void PackLink::statement(const QString &serial, const QByteArray &nonce, quint64 requestId)
{
    startRoutine(serial, 0x0240, nonce, extendedSession, requestId);
}

void PackLink::identify(int node, const QString &serial, const QByteArray &record, quint64 requestId)
{
    PackSession *session = m_nodes.value(node).session;
    if (session)
        session->routine(serialOf(serial), 0x0210, record, programmingSession, requestId);
    else
        Q_EMIT acted({serialOf(serial), false, {}, unreachable(QString::number(node, 16))}, requestId);
}

void PackLink::readCertificateRequest(const QString &serial, quint64 requestId)
{
    startRoutine(serial, 0x0211, {}, programmingSession, requestId);
}

void PackLink::startRoutine(
    const QString &serial, quint16 id, const QByteArray &record, quint8 session, quint64 requestId)
{
    if (PackSession *pack = sessionOf(serial))
        pack->routine(serialOf(serial), id, record, session, requestId);
    else
        Q_EMIT acted({serialOf(serial), false, {}, unreachable(serial)}, requestId);
}

} // namespace packwarden
