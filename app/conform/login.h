// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "authentication.h"
#include "bsp.h"
#include "packanswers.h"
#include "signingkey.h"

namespace packwarden::conform {

/// What a tester says in service 29 and behind actions, byte by byte, so that each byte can be a wrong one.
class Login final
{
public:
    Login(Bsp &bsp, std::shared_ptr<SigningKey> key)
        : m_bsp(bsp)
        , m_key(std::move(key))
    {
    }

    static QByteArray certificateRequest(const QByteArray &certificates, const QByteArray &challenge);
    static QByteArray proofRequest(const QByteArray &proof);
    static QByteArray certificatesOf(const SigningKey &key);

    /// 10 03, then the whole exchange; false where it did not end in rights.
    bool open();
    /// 29 02; the final answer. Remembers what the pack said.
    QByteArray begin();
    /// 29 03 over what begin() heard.
    QByteArray proof() const { return proofRequest(sign(authentication::clientProof(exchange))); }
    /// Signs a body as the next action, or with another sequence, and sends it; the final answer.
    QByteArray act(const QByteArray &body, int sequence = -1);
    QByteArray actionBytes(const QByteArray &body, int sequence) const;
    /// 31 03 0200: the word of the last refusal.
    QString reason();
    SessionInfo session();
    QByteArray sign(const QByteArray &bytes) const;

    authentication::Exchange exchange;
    QByteArray serverCertificates;
    QByteArray serverProof;
    quint16 sequence = 0;

private:
    Bsp &m_bsp;
    std::shared_ptr<SigningKey> m_key;
};

} // namespace packwarden::conform
