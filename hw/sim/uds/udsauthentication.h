// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/uds/udsreply.h"
#include "models/core/cose/authentication.h"
#include "models/core/judge/access.h"
#include "models/core/pack/packanswers.h"
#include "models/core/pki/signingkey.h"

#include <functional>
#include <memory>
#include <optional>

namespace packwarden::sim {

/// Service 29 of a pack (ISO 14229-1:2020, 10.6, APCE both ways) and the tail of signed actions. Pure: requests and
/// monotonic milliseconds in, answers out. What it needs of the pack comes by functions; they must outlive it.
class UdsAuthentication final
{
public:
    static constexpr qint64 longestMilliseconds = 15 * 60 * 1000; ///< of rights, whatever keeps the session alive
    static constexpr int verificationsPerSecond = 2; ///< for who has no rights yet
    static constexpr int tailHead = 2; ///< the sequence; the signature follows

    struct Pack
    {
        std::function<PackState()> state;
        std::function<std::shared_ptr<SigningKey>()> key; ///< null before the pack has a certificate
        /// Somebody failed to prove himself: counted and kept. leaf: SHA-256 of what he showed, or of his bytes.
        std::function<void(const Error &, const QByteArray &leaf)> failed;
        std::function<Result<QByteArray>(int)> random = tryRandomBytes;
    };

    explicit UdsAuthentication(Pack pack);

    /// What can be said at once; nrc::responsePending where work() is to be called with the same bytes. Whatever is
    /// refused here or there ends the rights and forgets the exchange, except sub-functions that nobody knows and
    /// requests that came too fast (busyRepeatRequest).
    UdsReply request(const QByteArray &request, qint64 now);
    UdsReply work(const QByteArray &request, int session, qint64 now);
    /// After session changes, resets and silence.
    void end();
    void advance(qint64 now);

    struct Rights
    {
        Certificate leaf;
        QList<Certificate> intermediates;
        QByteArray challengeServer;
        quint16 sequence = 0; ///< of the last action whose signature held
        qint64 since = 0;
    };
    const Rights *rights() const { return m_rights ? &*m_rights : nullptr; }
    /// Who he is by the rules of now, in a layer: somebody revoked since is nobody. The errors of judgeActor.
    Result<Actor> actor(int layer) const;
    SessionInfo info(qint64 now) const; ///< DID 0110

    /// The tail after a body of so many bytes: authenticationRequired, incorrectLength, requestSequenceError,
    /// busyRepeatRequest (somebody else sends tails that do not hold), or none.
    quint8 checkTail(const QByteArray &request, qsizetype bodyLength, qint64 now);
    /// Then its signature. True: the sequence counts up, whatever becomes of the action.
    bool takeTail(const QByteArray &request, qsizetype bodyLength, qint64 now);

private:
    struct Exchange
    {
        authentication::Exchange signedParts;
        Rights rights;
    };

    UdsReply begin(const QByteArray &request, int session);
    UdsReply prove(const QByteArray &request, int session, qint64 now);
    UdsReply refuse(quint8 code, const Error &error, const QByteArray &leaf);
    std::optional<quint8> judge(const QList<Certificate> &chain, Error &error) const;
    Result<QByteArray> newChallenge(const QByteArray &challengeClient);
    bool isTooFast(QList<qint64> &verifications, qint64 now) const;

    Pack m_pack;
    std::optional<Exchange> m_exchange; ///< between 02 and 03
    std::optional<Rights> m_rights;
    QByteArray m_lastChallenge;
    QList<qint64> m_verifications; ///< of strangers, the last ones
    QList<qint64> m_forgeries; ///< tails that did not hold, the last ones
};

} // namespace packwarden::sim
