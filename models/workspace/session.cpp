// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/workspace/session.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/pki/keyoption.h"
#include "models/core/pki/openkey.h"
#include "models/core/pki/signingkey.h"
#include "models/core/pki/token.h"
#include "models/support/modelslog.h"
#include "models/trust/trustbook.h"

#include <QPromise>

namespace packwarden {

Session::Session(AuditStore &audit, const TrustBook &trust, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_audit(audit)
    , m_trust(trust)
    , m_clock(clock)
{
    // One thread that stays: a key is used where it was opened, and never by two at once.
    m_worker.setMaxThreadCount(1);
    m_worker.setExpiryTimeout(-1);
}

Session::~Session()
{
    m_worker.waitForDone();
}

Identity Session::identity() const
{
    return isSignedIn() ? Identity::of(m_leaf, m_trust) : Identity{};
}

AuditActor Session::actor() const
{
    return isSignedIn() ? identity().actor() : AuditActor{};
}

void Session::signIn(const QString &keyFile, const QString &passphrase, const QString &which)
{
    signOut();
    const QString locator = isTokenUri(keyFile) ? pki::namingKey(keyFile, which) : keyFile;
    m_keyFile = holdsPin(locator) ? withoutSecrets(locator) : locator;
    setState(State::Opening);
    m_worker.start([this, locator, passphrase, which, attempt = ++m_attempt] {
        const auto key = openKey(locator, passphrase, which);
        QMetaObject::invokeMethod(
            this,
            [this, key, attempt] {
                if (attempt == m_attempt)
                    onOpened(key);
            },
            Qt::QueuedConnection);
    });
}

void Session::onOpened(const Result<std::shared_ptr<SigningKey>> &key)
{
    const auto record = [this](const AuditActor &actor, const QString &outcome, const QCborMap &detail) {
        return m_audit.append(actor, {QLatin1String(auditaction::signIn), withoutSecrets(m_keyFile), outcome, detail});
    };
    std::optional<Error> failure;
    if (!key.ok()) {
        failure = key.error();
        const auto recorded = record({}, codeName(key.code()), {{QLatin1String("detail"), key.error().detail}});
        if (!recorded.ok())
            failure = recorded.error();
    } else {
        const Certificate leaf = (*key)->leaf();
        const auto recorded = record(Identity::of(leaf, m_trust).actor(), QLatin1String(auditoutcome::done),
            {{QLatin1String("leaf"), leaf.sha256}});
        if (!recorded.ok())
            failure = recorded.error();
        else
            m_leaf = leaf;
    }
    if (failure) {
        setState(State::SignedOut);
        Q_EMIT signInFailed(*failure);
        return;
    }
    m_key = *key;
    setState(State::SignedIn);
    Q_EMIT signedIn(identity());
}

void Session::signOut()
{
    ++m_attempt;
    if (isSignedIn()) {
        // Dropping a key must not fail for want of a record.
        const auto recorded = m_audit.append(actor(),
            {QLatin1String(auditaction::signOut), withoutSecrets(m_keyFile), QLatin1String(auditoutcome::done), {}});
        if (!recorded.ok())
            qCWarning(auditLog, "the end of a session could not be recorded");
    }
    m_key.reset();
    m_leaf = {};
    setState(State::SignedOut);
}

namespace {

/// Has the worker make one thing with the key.
template <typename T, typename Make>
QFuture<Result<T>> makeWith(const std::shared_ptr<SigningKey> &key, QThreadPool &worker, Make make)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    if (!key) {
        promise->addResult(Result<T>(Code::NotSignedIn));
        promise->finish();
        return future;
    }
    worker.start([promise, key, make]() mutable {
        promise->addResult(make(*key));
        promise->finish();
    });
    return future;
}

} // namespace

QFuture<Result<CoseSignature>> Session::sign(const CoseSign &document, Meaning meaning, const LogHead &head)
{
    return makeWith<CoseSignature>(
        m_key, m_worker, [copy = CoseSign(document), meaning, head, at = m_clock.now()](const SigningKey &key) mutable {
            return copy.addSignature(key, meaning, at, head);
        });
}

QFuture<Result<CoseSign1>> Session::sign(const QByteArray &contentType, const QByteArray &payload)
{
    return makeWith<CoseSign1>(m_key, m_worker, [contentType, payload, at = m_clock.now()](const SigningKey &key) {
        return CoseSign1::make(contentType, payload, key, at);
    });
}

std::function<QFuture<Result<QByteArray>>(const QByteArray &bytes)> Session::signer()
{
    // Whoever keeps the function does not keep the key.
    return [weak = std::weak_ptr(m_key), worker = &m_worker](const QByteArray &bytes) {
        return makeWith<QByteArray>(weak.lock(), *worker, [bytes](const SigningKey &key) { return key.sign(bytes); });
    };
}

QList<Certificate> Session::chain() const
{
    return m_key ? m_key->chain() : QList<Certificate>();
}

void Session::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace packwarden
