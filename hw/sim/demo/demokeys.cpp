// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/demo/demokeys.h"

#include "models/core/base/wholefile.h"

#include <QDir>
#include <QMutex>
#include <QThreadPool>

#include <atomic>

namespace packwarden::sim {

namespace {

constexpr qint64 hour = 3600; ///< everything is valid since an hour ago, for clocks that differ
constexpr qint64 rootLife = 20 * 365 * DemoKeys::day;
constexpr qint64 authorityLife = 8 * 365 * DemoKeys::day;
constexpr qint64 leafLife = 365 * DemoKeys::day;
constexpr qint64 listLife = 30 * DemoKeys::day;

QString rootOf(const QString &party)
{
    return party + QStringLiteral("-root");
}

Result<> writePem(const QString &path, const Certificate &certificate)
{
    return wholefile::write(path, certificate.toPem());
}

} // namespace

Result<> inParallel(int count, const std::function<Result<>(int)> &job)
{
    QThreadPool pool;
    QMutex mutex;
    std::optional<Error> first;
    std::atomic_bool failed = false;
    for (int i = 0; i < count; ++i) {
        pool.start([&, i] {
            if (failed)
                return;
            if (auto done = job(i); !done.ok()) {
                const QMutexLocker lock(&mutex);
                failed = true;
                if (!first)
                    first = done.error();
            }
        });
    }
    pool.waitForDone();
    return first ? Result<>(*first) : Result<>::success();
}

DemoKeys::DemoKeys(const DemoWorld &world)
    : m_world(world)
{
}

QString DemoKeys::issuerOf(const DemoWorld &world, const QString &party)
{
    for (const DemoWorld::Party &p : world.parties) {
        if (p.id == party && p.hasAuthority)
            return party + QStringLiteral("-issuer");
    }
    return rootOf(party);
}

QString DemoKeys::partyName(const DemoWorld &world, const QString &party)
{
    for (const DemoWorld::Party &p : world.parties) {
        if (p.id == party)
            return p.name;
    }
    return party;
}

std::shared_ptr<SigningKey> DemoKeys::signer(const QString &name) const
{
    const DemoIdentity &own = identity(name);
    return pki::makeSigningKey(own.key, own.chain.mid(0, own.chain.size() - 1));
}

QStringList DemoKeys::issuers() const
{
    QStringList names;
    for (const DemoWorld::Party &party : m_world.parties) {
        names.append(rootOf(party.id));
        if (party.hasAuthority)
            names.append(issuerOf(m_world, party.id));
    }
    return names;
}

QMap<QString, Certificate> DemoKeys::roots() const
{
    QMap<QString, Certificate> map;
    for (const DemoWorld::Party &party : m_world.parties)
        map.insert(party.id, identity(rootOf(party.id)).certificate());
    return map;
}

Result<> DemoKeys::generate(qint64 now, const KeyMaking &making, const Progress &progress)
{
    QStringList names = issuers();
    for (const DemoWorld::Person &person : m_world.people)
        names.append(person.key);
    progress(QStringLiteral("generating %1 RSA keys").arg(names.size()));
    QMutex mutex;
    auto made = inParallel(int(names.size()), [&](int i) -> Result<> {
        const auto key = making.generate();
        if (!key.ok())
            return key.error();
        const QMutexLocker lock(&mutex);
        m_identities[names.at(i)].key = *key;
        return Result<>::success();
    });
    return made.ok() ? issue(now) : made;
}

Result<> DemoKeys::issue(qint64 now)
{
    const qint64 from = now - hour;
    for (const DemoWorld::Party &party : m_world.parties) {
        DemoIdentity &root = m_identities[rootOf(party.id)];
        const auto certificate
            = pki::issueRoot(root.key, {party.name + QStringLiteral(" root"), party.name}, {from, from + rootLife});
        if (!certificate.ok())
            return certificate.error();
        root.chain = {*certificate};
        if (!party.hasAuthority)
            continue;
        DemoIdentity &authority = m_identities[issuerOf(m_world, party.id)];
        const auto issued = pki::issueAuthority(root.certificate(), root.key, authority.key,
            {party.name + QStringLiteral(" issuing authority"), party.name}, {from, from + authorityLife});
        if (!issued.ok())
            return issued.error();
        authority.chain = QList<Certificate>{*issued} + root.chain;
    }
    for (const DemoWorld::Person &person : m_world.people) {
        const DemoIdentity issuer = identity(issuerOf(m_world, person.party));
        DemoIdentity &own = m_identities[person.key];
        const auto leaf = issuePerson(person, partyName(m_world, person.party), issuer, own.key, now);
        if (!leaf.ok())
            return leaf.error();
        own.chain = QList<Certificate>{*leaf} + issuer.chain;
    }
    return Result<>::success();
}

Result<Certificate> DemoKeys::issuePerson(const DemoWorld::Person &person, const QString &organisation,
    const DemoIdentity &issuer, const pki::PrivateKey &key, qint64 now)
{
    return pki::issueLeaf(issuer.certificate(), issuer.key, key, {person.name, organisation},
        {person.person, person.role, {}, false}, {now - hour, now - hour + leafLife});
}

Result<Crl> DemoKeys::issueList(const DemoIdentity &issuer, qint64 number, qint64 now, const QList<QByteArray> &revoked)
{
    return pki::issueCrl(issuer.certificate(), issuer.key, number, {now - hour, now - hour + listLife}, revoked);
}

Result<> DemoKeys::write(
    const QString &folder, const QString &passphrase, int iterations, const Progress &progress) const
{
    QStringList names = issuers();
    const QStringList authorities = names;
    for (const DemoWorld::Person &person : m_world.people)
        names.append(person.key);
    progress(QStringLiteral("writing %1 key files").arg(names.size()));
    for (const QString &name : names) {
        // A party's root is the party: leasing.pem; its issuing authority stands beside it: leasing-issuer.pem.
        const QString place = authorities.contains(name)
            ? QStringLiteral("/parties/") + QString(name).remove(QStringLiteral("-root"))
            : QStringLiteral("/certificates/") + name;
        const QString path = folder + place + QStringLiteral(".pem");
        if (auto done = writePem(path, identity(name).certificate()); !done.ok())
            return done;
    }
    return inParallel(int(names.size()), [&](int i) {
        const DemoIdentity &own = identity(names.at(i));
        return pki::writeKeyFile(
            QStringLiteral("%1/keys/%2.p12").arg(folder, names.at(i)), own.key, own.chain, passphrase, iterations);
    });
}

} // namespace packwarden::sim
