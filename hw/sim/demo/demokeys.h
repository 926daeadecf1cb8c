// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/demo/demoworld.h"
#include "models/core/pki/pki.h"

#include <functional>

namespace packwarden::sim {

/// One line of progress for the person who waits.
using Progress = std::function<void(const QString &line)>;

/// What takes its time; tests do without.
struct KeyMaking
{
    std::function<Result<pki::PrivateKey>()> generate = [] {
        return pki::PrivateKey::generate();
    }; ///< one RSA key; called by several threads at once
    int fileIterations = pki::keyFileIterations;
};

/// A key with its certificate and what is above it.
struct DemoIdentity
{
    pki::PrivateKey key;
    QList<Certificate> chain; ///< own certificate first, root last
    const Certificate &certificate() const { return chain.constFirst(); }
};

/// The keys and certificates of the demo's parties and people; packs make their own. RSA keys and key files are made on
/// all cores.
class DemoKeys final
{
public:
    static constexpr qint64 day = 24 * 3600;
    /// A leaf or list with less time left is renewed.
    static constexpr qint64 renewBefore = 14 * day;

    explicit DemoKeys(const DemoWorld &world);

    /// Generates everything anew. KeyUnusable.
    Result<> generate(qint64 now, const KeyMaking &making, const Progress &progress);
    /// name.p12 for parties and people into folder/keys with the passphrase; certificates as PEM into folder/parties
    /// (roots, authorities) and folder/certificates (people).
    Result<> write(const QString &folder, const QString &passphrase, int iterations, const Progress &progress) const;

    const DemoIdentity &identity(const QString &name) const { return *m_identities.constFind(name); }
    /// Under a chain without the root, which is pinned where the signature is judged.
    std::shared_ptr<SigningKey> signer(const QString &name) const;
    QMap<QString, Certificate> roots() const; ///< by party
    /// The names of what issues lists: every root and every issuing authority.
    QStringList issuers() const;
    static QString partyOf(const QString &issuer) { return issuer.section(u'-', 0, 0); }

    /// A person's leaf by its issuer. KeyUnusable.
    static Result<Certificate> issuePerson(const DemoWorld::Person &person, const QString &organisation,
        const DemoIdentity &issuer, const pki::PrivateKey &key, qint64 now);
    static QString issuerOf(const DemoWorld &world, const QString &party);
    static QString partyName(const DemoWorld &world, const QString &party);
    /// thisUpdate an hour ago, nextUpdate in 30 days.
    static Result<Crl> issueList(
        const DemoIdentity &issuer, qint64 number, qint64 now, const QList<QByteArray> &revoked);

private:
    Result<> issue(qint64 now);

    const DemoWorld &m_world;
    QMap<QString, DemoIdentity> m_identities;
};

/// Runs jobs 0 .. count - 1 on all cores and waits. Stops at the first error and returns it.
Result<> inParallel(int count, const std::function<Result<>(int)> &job);

} // namespace packwarden::sim
