// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provision.h"

#include "clock.h"
#include "demopacks.h"
#include "documentfile.h"
#include "filelayer.h"
#include "packlock.h"
#include "packmemory.h"

#include <QDir>
#include <QFile>
#include <QMutex>
#include <QSaveFile>

namespace packwarden::sim {

namespace {

const QString unfinished = QStringLiteral("/.unfinished");
const QStringList folders{QStringLiteral("keys"), QStringLiteral("parties"), QStringLiteral("certificates"),
    QStringLiteral("crls"), QStringLiteral("packs")};

Result<> save(const QString &path, const QByteArray &bytes, bool secret = false)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || (secret && !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        || file.write(bytes) < 0 || !file.commit())
        return {Code::FileUnwritable, path};
    return Result<>::success();
}

Result<QByteArray> load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {Code::FileUnreadable, path};
    return file.readAll();
}

} // namespace

Provision::Provision(const QString &folder, const Clock &clock, Progress progress)
    : m_folder(folder)
    , m_now(clock.now())
    , m_progress(std::move(progress))
{
}

Result<> Provision::run(Renewal renewal)
{
    const auto world = DemoWorld::load();
    if (!world.ok())
        return world.error();
    const QDir dir(m_folder);
    const bool cutShort = QFile::exists(m_folder + unfinished);
    if (!cutShort && dir.exists(QStringLiteral("charter.pwchr")))
        return renewWorld(*world, renewal);
    if (!cutShort && dir.exists() && !dir.isEmpty())
        return {Code::FileUnwritable, QStringLiteral("%1: not empty and no demo world").arg(m_folder)};
    return makeWorld(*world);
}

Result<> Provision::makeWorld(const DemoWorld &world)
{
    if (!QDir().mkpath(m_folder))
        return {Code::FileUnwritable, m_folder};
    if (auto marked = save(m_folder + unfinished, {}); !marked.ok())
        return marked;
    for (const QString &name : folders) {
        QDir(m_folder + u'/' + name).removeRecursively();
        if (!QDir().mkpath(m_folder + u'/' + name))
            return {Code::FileUnwritable, m_folder + u'/' + name};
    }
    DemoKeys keys(world);
    if (auto made = keys.generate(m_now, m_progress); !made.ok())
        return made;
    const QString passphrase
        = QString::fromLatin1(randomBytes(15).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    if (auto saved = save(m_folder + QStringLiteral("/keys/passphrase"), passphrase.toLatin1(), true); !saved.ok())
        return saved;
    if (auto written = keys.write(m_folder, passphrase, m_progress); !written.ok())
        return written;

    QMap<QString, CrlEntry> lists;
    for (const QString &issuer : keys.issuers()) {
        const DemoIdentity &own = keys.identity(issuer);
        const auto list = DemoKeys::issueList(own, 1, m_now, {});
        if (!list.ok())
            return list.error();
        lists.insert(issuer, {*list, own.chain.size() > 1 ? own.certificate().der : QByteArray()});
        if (auto saved = save(QStringLiteral("%1/crls/%2.crl").arg(m_folder, issuer), list->der); !saved.ok())
            return saved;
    }
    m_progress(QStringLiteral("signing charter and policy"));
    const auto documents = DemoDocuments::make(world, keys, lists.values(), m_now);
    if (!documents.ok())
        return documents.error();
    if (auto saved = save(m_folder + QStringLiteral("/policy.pwpol"), documents->policy.encode()); !saved.ok())
        return saved;
    for (const DemoWorld::Pack &pack : world.packs) {
        m_progress(QStringLiteral("pack %1").arg(pack.serial.text()));
        if (auto made = makeDemoPack(m_folder + QStringLiteral("/packs"), pack, keys, *documents, m_now); !made.ok())
            return made;
    }
    if (auto saved = save(m_folder + QStringLiteral("/charter.pwchr"), documents->charter.encode()); !saved.ok())
        return saved;
    if (!QFile::remove(m_folder + unfinished))
        return {Code::FileUnwritable, m_folder + unfinished};
    return Result<>::success();
}

Result<> Provision::renewWorld(const DemoWorld &world, Renewal renewal)
{
    const auto passphrase = load(m_folder + QStringLiteral("/keys/passphrase"));
    if (!passphrase.ok())
        return passphrase.error();
    const QString secret = QString::fromUtf8(*passphrase).trimmed();
    QStringList due;
    for (const QString &issuer : DemoKeys(world).issuers()) {
        const auto der = load(QStringLiteral("%1/crls/%2.crl").arg(m_folder, issuer));
        if (!der.ok())
            return der.error();
        const auto list = Crl::fromDer(*der);
        if (!list.ok())
            return list.error();
        if (renewal == Renewal::Always || list->nextUpdate - m_now < DemoKeys::renewBefore)
            due.append(issuer);
    }
    if (!due.isEmpty()) {
        m_progress(QStringLiteral("renewing %1 lists").arg(due.size()));
        if (auto renewed = renewLists(world, due, secret); !renewed.ok())
            return renewed;
    }
    for (const DemoWorld::Person &person : world.people) {
        const auto pem = load(QStringLiteral("%1/certificates/%2.pem").arg(m_folder, person.key));
        if (!pem.ok())
            return pem.error();
        const auto leaf = Certificate::fromPem(*pem);
        if (!leaf.ok())
            return leaf.error();
        if (leaf->notAfter - m_now >= DemoKeys::renewBefore)
            continue;
        m_progress(QStringLiteral("renewing the certificate of %1").arg(person.key));
        if (auto renewed = renewLeaf(world, person, secret); !renewed.ok())
            return renewed;
    }
    return Result<>::success();
}

Result<> Provision::renewLists(const DemoWorld &world, const QStringList &issuers, const QString &passphrase)
{
    QMutex mutex;
    QList<CrlEntry> entries;
    auto done = inParallel(int(issuers.size()), [&](int i) -> Result<> {
        const QString path = QStringLiteral("%1/crls/%2.crl").arg(m_folder, issuers.at(i));
        const auto der = load(path);
        const auto old = der.ok() ? Crl::fromDer(*der) : Result<Crl>(der.error());
        if (!old.ok())
            return old.error();
        DemoIdentity issuer;
        const auto key = pki::readKeyFile(
            QStringLiteral("%1/keys/%2.p12").arg(m_folder, issuers.at(i)), passphrase, &issuer.chain);
        if (!key.ok())
            return key.error();
        issuer.key = *key;
        const auto list = DemoKeys::issueList(issuer, old->number + 1, m_now, old->revokedSerials);
        if (!list.ok())
            return list.error();
        const QMutexLocker lock(&mutex);
        entries.append({*list, issuer.chain.size() > 1 ? issuer.certificate().der : QByteArray()});
        return save(path, list->der);
    });
    return done.ok() ? updatePacks(world, entries) : done;
}

Result<> Provision::renewLeaf(const DemoWorld &world, const DemoWorld::Person &person, const QString &passphrase)
{
    const auto read = [&](const QString &name) -> Result<DemoIdentity> {
        DemoIdentity identity;
        const auto key
            = pki::readKeyFile(QStringLiteral("%1/keys/%2.p12").arg(m_folder, name), passphrase, &identity.chain);
        if (!key.ok())
            return key.error();
        identity.key = *key;
        return identity;
    };
    const auto own = read(person.key);
    const auto issuer = read(DemoKeys::issuerOf(world, person.party));
    if (!own.ok())
        return own.error();
    if (!issuer.ok())
        return issuer.error();
    const auto leaf = DemoKeys::issuePerson(person, DemoKeys::partyName(world, person.party), *issuer, own->key, m_now);
    if (!leaf.ok())
        return leaf.error();
    const QString path = QStringLiteral("%1/keys/%2.p12").arg(m_folder, person.key);
    if (auto written = pki::writeKeyFile(path, own->key, QList<Certificate>{*leaf} + issuer->chain, passphrase);
        !written.ok())
        return written;
    return save(QStringLiteral("%1/certificates/%2.pem").arg(m_folder, person.key), leaf->toPem());
}

Result<> Provision::updatePacks(const DemoWorld &world, const QList<CrlEntry> &entries)
{
    for (const DemoWorld::Pack &pack : world.packs) {
        const QString folder = QStringLiteral("%1/packs/%2").arg(m_folder, pack.serial.text());
        const auto lock = PackLock::take(folder);
        if (!lock.ok())
            return {Code::WrongState, QStringLiteral("%1 is in use").arg(pack.serial.text())};
        DiskFiles files;
        auto memory = PackMemory::load(files, folder);
        if (!memory.ok())
            return {memory.code(), QStringLiteral("%1: %2").arg(pack.serial.text(), memory.error().detail)};
        PackContents contents = memory->contents();
        for (QByteArray &held : contents.crls) {
            const auto old = decodeCrlEntry(held);
            for (const CrlEntry &entry : entries) {
                // Authorities of one party have names of their own, so the issuer's name tells lists apart.
                if (old.ok() && old->crl.issuerDer == entry.crl.issuerDer && old->crl.number < entry.crl.number)
                    held = encodeCrlEntry(entry);
            }
        }
        if (auto stored = memory->commit(contents); !stored.ok())
            return stored;
    }
    return Result<>::success();
}

} // namespace packwarden::sim
