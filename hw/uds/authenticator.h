// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/uds/credential.h"
#include "hw/uds/udsclient.h"
#include "models/core/cose/authentication.h"

#include <QFutureWatcher>
#include <QSet>

namespace packwarden {

class Clock;

/// The challenges that packs have given this console. Bounded: the oldest are forgotten. One thread.
class ChallengeMemory final
{
public:
    static constexpr int most = 4096;
    /// False if it was given before.
    bool remember(const QByteArray &challenge);

private:
    QSet<QByteArray> m_known;
    QQueue<QByteArray> m_order;
};

/// The console's side of service 29 with one pack, and of the signature at the end of each action. One thing at a
/// time; the caller sees to that. Callbacks come once each unless cancelled, from the event loop.
class Authenticator final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<> &)>;

    Authenticator(UdsClient &client, const Clock &clock, std::shared_ptr<ChallengeMemory> challenges,
        const UdsTimings &timings, QObject *parent = nullptr);

    /// In whose name; what was open is not any more.
    void setCredential(const PackSerial &serial, const Credential &credential);
    void dropCredential();
    const PackSerial &serial() const { return m_serial; }
    bool hasCredential() const { return m_credential.has_value(); }
    /// As far as this side knows; the pack decides.
    bool isOpen() const { return m_open && m_client.session() == sessionUsed; }

    /// Sends nothing of one's own proof before the pack's certificates and proof held. NotSignedIn without a
    /// credential. UnexpectedAnswer with what was wrong with the challenge ("length", "zero", "repeated",
    /// "reflected"), the reasons of judgeDevice, SignatureInvalid for the pack's proof; KeyUnusable and what else
    /// sign() says; the pack's own refusal by codeOf. Where 29 is said to be unknown that is the end of it: there is no
    /// other way in.
    /// Where frames were heard meanwhile that another sent in this console's name, what the pack answered may have been
    /// meant for the other: it is tried again after a pause, three times, each pause twice as long. BusUnavailable with
    /// "disturbed: " and the last reason where none of these was heard out; a verdict about the certificate that was
    /// the same each time is told as it is.
    void authenticate(Done done);
    /// 29 00; done also where the pack did not answer.
    void end(std::function<void()> done);
    /// Signs a request and sends it. Authenticates first where that is needed, and once anew where the pack holds the
    /// session for ended or the sequence for another: it has done nothing then. Never repeats what may have been done.
    void act(const QByteArray &request, UdsClient::Callback done);
    /// Asks for what only the authenticated may read: as act(), but nothing is signed.
    void ask(const QByteArray &request, UdsClient::Callback done);
    /// Forgets what runs. No callback comes any more.
    void cancel();

    /// What an NRC to service 29 means in the words of chains and signatures. Only 50 to 58.
    static std::optional<Code> codeOf(quint8 nrc);

Q_SIGNALS:
    void opened();

private:
    static constexpr quint8 sessionUsed = 0x03;

    void attempt(int left, const std::optional<Error> &before, Done done);
    void sendCertificate(int attemptsLeft, Done done);
    void judge(const UdsAnswer &answer, int attemptsLeft, Done done);
    void sendProof(const QByteArray &proof, int attemptsLeft, Done done);
    void takeSignature(const Result<QByteArray> &made);
    void sign(const QByteArray &bytes, std::function<void(const Result<QByteArray> &)> done);
    void whenOpen(UdsClient::Callback failed, std::function<void()> go);
    void sendAction(const QByteArray &request, bool again, UdsClient::Callback done);
    void sendQuestion(const QByteArray &request, bool again, UdsClient::Callback done);

    UdsClient &m_client;
    const Clock &m_clock;
    std::shared_ptr<ChallengeMemory> m_challenges;
    int m_disturbedWait;
    Alarm m_patience;
    Alarm m_backOff;
    std::function<void()> m_again; ///< after the pause
    std::function<void(const Result<QByteArray> &)> m_signed; ///< waits for a signature
    QFutureWatcher<Result<QByteArray>> m_signature; ///< a continuation would not survive that this object dies first
    PackSerial m_serial;
    std::optional<Credential> m_credential;
    authentication::Exchange m_exchange;
    quint16 m_sequence = 0;
    bool m_open = false;
};

} // namespace packwarden
