// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/demo/provision.h"

#include "hw/sim/demo/demopacks.h"
#include "hw/sim/gate/documentgate.h"
#include "hw/sim/memory/filelayer.h"
#include "hw/sim/memory/packclock.h"
#include "hw/sim/memory/packlock.h"
#include "hw/sim/memory/packmemory.h"
#include "hw/uds/documentkind.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"

#include <QDir>
#include <QFile>
#include <QMutex>

namespace packwarden::sim {

namespace {

/// Counted up when older worlds cannot be read any more.
const QByteArray currentForm = QByteArrayLiteral("2\n");
const QString formFile = QStringLiteral("/form");
const QString formerFolder = QStringLiteral("former-");
const QString unfinished = QStringLiteral("/.unfinished");
const QStringList folders{QStringLiteral("keys"), QStringLiteral("parties"), QStringLiteral("certificates"),
    QStringLiteral("crls"), QStringLiteral("packs")};

Result<> save(const QString &path, const QByteArray &bytes, bool secret = false)
{
    return wholefile::write(path, bytes, secret ? wholefile::Readers::OwnerOnly : wholefile::Readers::Default);
}

Result<QByteArray> load(const QString &path)
{
    return wholefile::read(path, DocumentFile::maxBytes);
}

} // namespace

Provision::Provision(const QString &folder, const Clock &clock, Progress progress, KeyMaking making)
    : m_folder(folder)
    , m_clock(clock)
    , m_now(clock.now())
    , m_progress(std::move(progress))
    , m_making(std::move(making))
{
}

Result<> Provision::run(Renewal renewal)
{
    auto world = DemoWorld::load();
    if (!world.ok())
        return world.error();
    if (m_packs.count > 0)
        world->setPacks(m_packs.count, m_packs.hardware);
    const QDir dir(m_folder);
    const bool cutShort = QFile::exists(m_folder + unfinished);
    if (!cutShort && dir.exists(QStringLiteral("charter.pwchr"))) {
        const auto form = load(m_folder + formFile);
        if (form.ok() && *form == currentForm) {
            const auto there = worldThere();
            return there.ok() ? renewWorld(*there, renewal) : Result<>(there.error());
        }
        if (auto done = setAside(); !done.ok())
            return done;
    }
    if (!cutShort && !content().isEmpty())
        return {Code::FileUnwritable, QStringLiteral("%1: not empty and no demo world").arg(m_folder)};
    return makeWorld(*world);
}

/// The world as it was made: it may have other packs than the demo's four.
Result<DemoWorld> Provision::worldThere() const
{
    auto world = DemoWorld::load();
    if (!world.ok())
        return world;
    world->packs.clear();
    for (const QString &name : QDir(m_folder + QStringLiteral("/packs")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto serial = PackSerial::parse(name);
        if (!serial.ok() || !name.startsWith(DemoWorld::serialPrefix))
            continue;
        // One that was put there blank is not of the world.
        DiskFiles files;
        const auto memory = PackMemory::load(files, QStringLiteral("%1/packs/%2").arg(m_folder, name));
        if (!memory.ok() || memory->identity().serial == *serial)
            world->packs.append({*serial, {}, 0});
    }
    if (m_packs.count > 0 && world->packs.size() != m_packs.count)
        return {Code::WrongState,
            QStringLiteral("%1 is a demo world of %2 packs; make another one in a new folder")
                .arg(m_folder)
                .arg(world->packs.size())};
    return world;
}

/// Whoever starts the demo holds a lock in its folder; worlds of an older form stand beside.
QStringList Provision::content() const
{
    QStringList names = QDir(m_folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    names.removeOne(QStringLiteral("lock"));
    names.removeIf([](const QString &name) { return name.startsWith(formerFolder); });
    return names;
}

/// Packs and papers of an older form cannot be read any more, but they are somebody's: nothing is deleted.
Result<> Provision::setAside() const
{
    const QDir dir(m_folder);
    int number = 1;
    while (dir.exists(formerFolder + QString::number(number)))
        ++number;
    const QString place = dir.filePath(formerFolder + QString::number(number));
    m_progress(QStringLiteral("a demo world of an older form goes to %1").arg(place));
    QStringList names = content();
    // Last what tells that it is one, so that it can go on after a stop.
    names.removeOne(QStringLiteral("charter.pwchr"));
    names.append(QStringLiteral("charter.pwchr"));
    if (!QDir().mkpath(place))
        return {Code::FileUnwritable, place};
    for (const QString &name : names) {
        if (!QFile::rename(dir.filePath(name), place + u'/' + name))
            return {Code::FileUnwritable, dir.filePath(name)};
    }
    return Result<>::success();
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
    if (auto made = keys.generate(m_now, m_making, m_progress); !made.ok())
        return made;
    const QString passphrase
        = QString::fromLatin1(randomBytes(15).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    if (auto saved = save(m_folder + QStringLiteral("/keys/passphrase"), passphrase.toLatin1(), true); !saved.ok())
        return saved;
    if (auto written = keys.write(m_folder, passphrase, m_making.fileIterations, m_progress); !written.ok())
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
    m_progress(QStringLiteral("making %1 packs, from blank to sealed").arg(world.packs.size()));
    auto packs = inParallel(int(world.packs.size()), [&](int i) {
        return makeDemoPack(m_folder + QStringLiteral("/packs"), world, world.packs.at(i), keys, *documents, m_clock,
            m_making.generate);
    });
    if (!packs.ok())
        return packs;
    if (auto saved = save(m_folder + formFile, currentForm); !saved.ok())
        return saved;
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
        const auto entry = readList(issuer);
        if (!entry.ok())
            return entry.error();
        if (renewal == Renewal::Always || entry->crl.nextUpdate - m_now < DemoKeys::renewBefore)
            due.append(issuer);
    }
    if (auto renewed = renewLists(world, due, secret); !renewed.ok())
        return renewed;
    QList<DemoWorld::Person> ending;
    for (const DemoWorld::Person &person : world.people) {
        const auto pem = load(QStringLiteral("%1/certificates/%2.pem").arg(m_folder, person.key));
        if (!pem.ok())
            return pem.error();
        const auto leaf = Certificate::fromPem(*pem);
        if (!leaf.ok())
            return leaf.error();
        if (leaf->notAfter - m_now < DemoKeys::renewBefore)
            ending.append(person);
    }
    if (!ending.isEmpty())
        m_progress(QStringLiteral("renewing %1 certificates").arg(ending.size()));
    return inParallel(int(ending.size()), [&](int i) { return renewLeaf(world, ending.at(i), secret); });
}

Result<CrlEntry> Provision::readList(const QString &issuer) const
{
    const auto der = load(QStringLiteral("%1/crls/%2.crl").arg(m_folder, issuer));
    if (!der.ok())
        return der.error();
    const auto list = Crl::fromDer(*der);
    if (!list.ok())
        return list.error();
    if (!issuer.endsWith(QStringLiteral("-issuer")))
        return CrlEntry{*list, {}};
    const auto pem = load(QStringLiteral("%1/parties/%2.pem").arg(m_folder, issuer));
    if (!pem.ok())
        return pem.error();
    const auto authority = Certificate::fromPem(*pem);
    if (!authority.ok())
        return authority.error();
    return CrlEntry{*list, authority->der};
}

Result<> Provision::renewLists(const DemoWorld &world, const QStringList &issuers, const QString &passphrase)
{
    // All packs or none: a pack that runs would keep its old lists, so it must be free before anything is renewed.
    std::vector<PackLock> locks;
    for (const DemoWorld::Pack &pack : world.packs) {
        if (issuers.isEmpty() && !isBehind(world, pack))
            continue;
        const auto lock = PackLock::take(packFolder(pack));
        if (!lock.ok())
            return {Code::WrongState, QStringLiteral("%1 is in use").arg(pack.serial.text())};
        locks.push_back(*lock);
    }
    if (!issuers.isEmpty())
        m_progress(QStringLiteral("renewing %1 lists").arg(issuers.size()));
    auto done = inParallel(int(issuers.size()), [&](int i) -> Result<> {
        const auto old = readList(issuers.at(i));
        if (!old.ok())
            return old.error();
        DemoIdentity issuer;
        const auto key = pki::readKeyFile(
            QStringLiteral("%1/keys/%2.p12").arg(m_folder, issuers.at(i)), passphrase, &issuer.chain);
        if (!key.ok())
            return key.error();
        issuer.key = *key;
        const auto list = DemoKeys::issueList(issuer, old->crl.number + 1, m_now, old->crl.revokedSerials);
        if (!list.ok())
            return list.error();
        return save(QStringLiteral("%1/crls/%2.crl").arg(m_folder, issuers.at(i)), list->der);
    });
    if (!done.ok() || locks.empty())
        return done;
    for (const DemoWorld::Pack &pack : world.packs) {
        if (auto updated = updatePack(world, pack); !updated.ok())
            return updated;
    }
    return done;
}

QString Provision::packFolder(const DemoWorld::Pack &pack) const
{
    return QStringLiteral("%1/packs/%2").arg(m_folder, pack.serial.text());
}

/// The lists that a pack should hold: its own ones, by the newest file of each issuer.
Result<QList<QByteArray>> Provision::currentLists(const DemoWorld &world, const QList<QByteArray> &heldLists) const
{
    QList<QByteArray> current = heldLists;
    for (const QString &issuer : DemoKeys(world).issuers()) {
        const auto entry = readList(issuer);
        if (!entry.ok())
            return entry.error();
        for (QByteArray &held : current) {
            const auto old = decodeCrlEntry(held);
            // Issuers of the demo have names of their own, so the name tells the lists apart.
            if (old.ok() && old->crl.issuerDer == entry->crl.issuerDer && old->crl.number < entry->crl.number)
                held = encodeCrlEntry(*entry);
        }
    }
    return current;
}

bool Provision::isBehind(const DemoWorld &world, const DemoWorld::Pack &pack) const
{
    DiskFiles files;
    const auto memory = PackMemory::load(files, packFolder(pack));
    if (!memory.ok())
        return true;
    const auto current = currentLists(world, memory->contents().crls);
    return !current.ok() || *current != memory->contents().crls;
}

Result<> Provision::updatePack(const DemoWorld &world, const DemoWorld::Pack &pack) const
{
    DiskFiles files;
    auto memory = PackMemory::load(files, packFolder(pack));
    if (!memory.ok())
        return {memory.code(), QStringLiteral("%1: %2").arg(pack.serial.text(), memory.error().detail)};
    const QList<QByteArray> held = memory->contents().crls;
    const auto current = currentLists(world, held);
    if (!current.ok())
        return current.error();
    PackClock clock(m_clock, memory->contents());
    DocumentGate gate(memory.value(), clock);
    for (const QByteArray &entry : *current) {
        if (held.contains(entry))
            continue;
        if (const auto outcome = gate.apply(documentkind::crl, entry, sha256(entry)); outcome.refusal)
            return {outcome.refusal->code, QStringLiteral("%1: %2").arg(pack.serial.text(), outcome.refusal->detail)};
    }
    return Result<>::success();
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
    if (auto written = pki::writeKeyFile(
            path, own->key, QList<Certificate>{*leaf} + issuer->chain, passphrase, m_making.fileIterations);
        !written.ok())
        return written;
    return save(QStringLiteral("%1/certificates/%2.pem").arg(m_folder, person.key), leaf->toPem());
}

} // namespace packwarden::sim
