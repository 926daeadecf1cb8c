// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"
#include "models/workspace/identity.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace packwarden {

class AuditStore;
class Clock;
class TrustBook;

/// Who is signed in, and the only holder of the private key. The key is opened and used on one worker thread; answers
/// come back by signal and future in the owner's thread.
class Session final : public QObject
{
    Q_OBJECT
public:
    enum class State { SignedOut, Opening, SignedIn };
    Q_ENUM(State)

    Session(AuditStore &audit, const TrustBook &trust, const Clock &clock, QObject *parent = nullptr);
    ~Session() override;

    State state() const { return m_state; }
    bool isSignedIn() const { return m_state == State::SignedIn; }
    /// Meaningful only while signed in. Worked out anew from the trust book at each call.
    Identity identity() const;
    QString keyFile() const { return m_keyFile; } ///< or the URI, which names the key that was chosen
    AuditActor actor() const;

    /// Opens a PKCS#12 file, or a key on a token by its URI; takes about half a second, a token longer. Ends in
    /// signedIn or signInFailed. A refused attempt is recorded, and so is success, before it takes effect. Ends a
    /// session that is open. which: the key of a file or token that has several, as pki::readKey has it.
    void signIn(const QString &keyFile, const QString &passphrase, const QString &which = {});
    /// Drops the key.
    void signOut();

    /// Signs on the worker; NotSignedIn, KeyUnusable. Records nothing: the caller's action does.
    QFuture<Result<CoseSignature>> sign(const CoseSign &document, Meaning meaning, const LogHead &head);
    /// The same for a document of one signer.
    QFuture<Result<CoseSign1>> sign(const QByteArray &contentType, const QByteArray &payload);
    /// For one who needs signatures over bytes and may live on another thread: a function that may be called from any
    /// thread while this session lives. It ends in NotSignedIn as soon as the key is dropped.
    std::function<QFuture<Result<QByteArray>>(const QByteArray &bytes)> signer();
    /// Leaf first, without the root; empty while nobody is signed in.
    QList<Certificate> chain() const;

Q_SIGNALS:
    void stateChanged(packwarden::Session::State state);
    void signedIn(const packwarden::Identity &identity);
    void signInFailed(const packwarden::Error &error);

private:
    void onOpened(const Result<std::shared_ptr<SigningKey>> &key);
    void setState(State state);

    AuditStore &m_audit;
    const TrustBook &m_trust;
    const Clock &m_clock;
    QThreadPool m_worker;
    std::shared_ptr<SigningKey> m_key;
    Certificate m_leaf;
    QString m_keyFile;
    State m_state = State::SignedOut;
    int m_attempt = 0; ///< an answer to an older attempt is dropped
};

} // namespace packwarden
