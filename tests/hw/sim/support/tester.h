// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/authentication.h"
#include "models/core/pack/packanswers.h"
#include "tests/hw/sim/support/testpack.h"

namespace packwarden::test {

/// A pack whose rules grant what one key may do: activate and deactivate to the fleet manager, the services of layer 2
/// and reading in detail to the technician, the theft lock to the owner.
PackState servicedPack(TestWorld &world, const QString &serial = QStringLiteral("SDB-TEST-0001"));

/// The bytes that a tester sends in service 29 and behind actions, made by hand from hw/PROTOCOL.md.
class Tester final
{
public:
    Tester(TestPack &pack, std::shared_ptr<SigningKey> key)
        : m_pack(pack)
        , m_key(std::move(key))
    {
    }

    static QByteArray certificateRequest(const QByteArray &certificates, const QByteArray &challenge);
    static QByteArray proofRequest(const QByteArray &proof);

    /// 10 03 and the whole exchange; false where it did not end in rights.
    bool authenticate();
    /// 29 02; the final answer in hex. Remembers the challenge of the pack.
    QString begin();
    /// 29 03 over what begin() heard.
    QByteArray proof() const { return proofRequest(m_key->sign(authentication::clientProof(exchange)).value()); }
    /// Signs a body as the next action, or with another sequence, and sends it; the final answer in hex.
    QString act(const QByteArray &body, int sequence = -1);
    QByteArray actionBytes(const QByteArray &body, int sequence) const;
    /// The last of all answers, in hex.
    QString last(const QByteArray &request);
    QString lastHex(const char *hex) { return last(QByteArray::fromHex(hex)); }
    /// 31 03 0200
    QString reason();
    SessionInfo session();

    authentication::Exchange exchange;
    QByteArray serverCertificates;
    QByteArray serverProof;
    quint16 sequence = 0;

private:
    TestPack &m_pack;
    std::shared_ptr<SigningKey> m_key;
};

} // namespace packwarden::test
