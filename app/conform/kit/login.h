// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/conform/kit/bsp.h"
#include "app/conform/kit/kit.h"
#include "app/conform/kit/rule.h"
#include "models/core/cose/authentication.h"
#include "models/core/pack/packanswers.h"

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

/// The person with whom most is tried.
inline const QString technician = QStringLiteral("service-technician");

/// This person's key; null, with a note, where the kit has none.
std::shared_ptr<SigningKey> keyOf(Site &site, Finding &finding, const QString &person);
/// Did the exchange end in rights? A finding where it did not.
bool isOpen(Finding &finding, Login &login);
/// Rights of this person; none, with the cause noted, where they cannot be had.
std::optional<Login> opened(Site &site, Finding &finding, const QString &person);

} // namespace packwarden::conform
