// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/knownpacks.h"

#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"

#include <QSet>

#include <algorithm>

namespace packwarden {

namespace {

/// Numbers of holdings that are supposed, apart from those of the database.
qint64 supposedHolding(qsizetype place)
{
    return -1 - qint64(place);
}

/// Page by page: others are not to wait for all of a fleet.
QList<PackLine> linesOf(const FleetDb &database, FleetDb::Which which)
{
    constexpr int pageSize = 1000;
    if (which.atMost >= 0)
        return database.lines(which);
    which.atMost = pageSize;
    QList<PackLine> all;
    for (;;) {
        const QList<PackLine> page = database.lines(which);
        all += page;
        if (page.size() < pageSize || which.only)
            return all;
        which.after = page.constLast().serial;
    }
}

PackLine lineOf(const PackEntry &entry)
{
    const KnownPack &pack = entry.pack;
    const auto said = pack.lastWord();
    PackRules rules = pack.rules;
    rules.serial = {};
    PackLine line;
    line.serial = pack.facts.serial;
    line.readAt = pack.readAt;
    line.hardware = pack.facts.hardware;
    line.owner = entry.held->owner;
    line.policy = int(pack.facts.policy.version);
    line.holdsRules = rules != PackRules();
    line.isContradicted = !pack.contradictions.isEmpty();
    line.isLocked = said && said->lock.locked;
    line.situation = situationOf(pack, entry.held->key);
    return line;
}

} // namespace

KnownPacks::Moment::~Moment()
{
    // One after the other: there may be many.
    while (next && next.use_count() == 1)
        next = std::exchange(next->next, nullptr);
}

KnownPacks::KnownPacks(std::shared_ptr<FleetDb> database)
    : m_database(std::move(database))
    , m_moment(std::make_shared<Moment>())
{
}

std::shared_ptr<const PackEntry> KnownPacks::entry(const PackSerial &serial) const
{
    if (const auto supposed = m_supposed.constFind(serial); supposed != m_supposed.constEnd())
        return *supposed;
    if (!m_database)
        return nullptr;
    // First what is there now: whoever writes notes what was before he does.
    auto found = m_database->find(serial);
    for (std::shared_ptr<Moment> at = m_moment; at;) {
        std::shared_ptr<Moment> next;
        {
            const QMutexLocker locker(&at->lock);
            if (const auto before = at->before.constFind(serial); before != at->before.constEnd())
                return *before;
            next = at->next;
        }
        at = std::move(next);
    }
    return found;
}

std::shared_ptr<const KnownPack> KnownPacks::find(const PackSerial &serial) const
{
    auto found = entry(serial);
    return found ? std::shared_ptr<const KnownPack>(found, &found->pack) : nullptr;
}

KnownPack KnownPacks::value(const PackSerial &serial) const
{
    const auto found = entry(serial);
    return found ? found->pack : KnownPack();
}

Result<KnownPack> KnownPacks::read(const PackSerial &serial) const
{
    const auto found = m_database->look(serial);
    if (!found.ok())
        return found.error();
    KnownPack known = *found ? (*found)->pack : KnownPack();
    known.facts.serial = serial;
    known.rules.serial = serial;
    return known;
}

qsizetype KnownPacks::size() const
{
    return m_supposed.isEmpty() ? (m_database ? m_database->count() : 0) : serials().size();
}

QList<PackSerial> KnownPacks::serials() const
{
    QList<PackSerial> all = m_database ? m_database->serials() : QList<PackSerial>();
    if (m_supposed.isEmpty())
        return all;
    for (auto it = m_supposed.begin(); it != m_supposed.end(); ++it) {
        if (!all.contains(it.key()))
            all.append(it.key());
    }
    std::sort(all.begin(), all.end());
    return all;
}

QList<PackLine> KnownPacks::lines(const FleetDb::Which &which) const
{
    QList<PackLine> all = m_database ? linesOf(*m_database, which) : QList<PackLine>();
    if (m_supposed.isEmpty())
        return all;
    all.removeIf([this](const PackLine &line) { return m_supposed.contains(line.serial); });
    const QList<PackSerial> supposed = m_supposed.keys();
    for (qsizetype i = 0; i < supposed.size(); ++i) {
        PackLine line = lineOf(*m_supposed.value(supposed.at(i)));
        line.holding = line.holdsRules ? supposedHolding(i) : 0;
        const bool isMeant = (!which.only || *which.only == line.serial)
            && (!which.holding || *which.holding == line.holding) && (!which.after || *which.after < line.serial)
            && (!which.policyBelow || (line.policy > 0 && line.policy < *which.policyBelow))
            && (!which.isContradicted || line.isContradicted);
        if (isMeant)
            all.append(line);
    }
    std::sort(all.begin(), all.end(), [](const PackLine &a, const PackLine &b) { return a.serial < b.serial; });
    return which.atMost < 0 ? all : all.mid(0, which.atMost);
}

QList<PackSerial> KnownPacks::examples() const
{
    if (m_supposed.isEmpty())
        return m_database ? m_database->examples() : QList<PackSerial>();
    QList<PackSerial> all;
    QSet<QByteArray> seen;
    for (const PackLine &line : lines()) {
        if (!seen.contains(line.situation))
            all.append(line.serial);
        seen.insert(line.situation);
    }
    return all;
}

std::shared_ptr<const HeldRules> KnownPacks::held(qint64 holding) const
{
    if (holding < 0) {
        const auto supposed = m_supposed.value(m_supposed.keys().value(-1 - holding));
        return supposed ? supposed->held : nullptr;
    }
    return m_database ? m_database->held(holding) : nullptr;
}

QHash<qint64, int> KnownPacks::holdings() const
{
    if (m_supposed.isEmpty())
        return m_database ? m_database->holdings() : QHash<qint64, int>();
    QHash<qint64, int> all;
    for (const PackLine &line : lines()) {
        if (line.holdsRules)
            ++all[line.holding];
    }
    return all;
}

QList<QByteArray> KnownPacks::lists() const
{
    QList<QByteArray> all = m_database ? m_database->lists() : QList<QByteArray>();
    for (const auto &entry : m_supposed) {
        for (const QByteArray &list : entry->pack.rules.crls) {
            if (!all.contains(list))
                all.append(list);
        }
    }
    return all;
}

bool KnownPacks::isProved(const QByteArray &siliconSha256, const QByteArray &foundationSha256) const
{
    const bool supposed = std::any_of(m_supposed.begin(), m_supposed.end(), [&](const auto &entry) {
        const KnownPack &pack = entry->pack;
        return pack.contradictions.isEmpty() && pack.siliconSha256 == siliconSha256
            && pack.foundationSha256 == foundationSha256 && pack.areLimitsProved();
    });
    return supposed || (m_database && m_database->isProved(siliconSha256, foundationSha256));
}

QList<FleetDb::Silicon> KnownPacks::silicons() const
{
    QList<FleetDb::Silicon> all = m_database ? m_database->silicons() : QList<FleetDb::Silicon>();
    for (const auto &entry : m_supposed) {
        const KnownPack &pack = entry->pack;
        all.append({pack.siliconSha256, pack.rules.silicon, pack.contradictions.isEmpty() && pack.areLimitsProved()});
    }
    return all;
}

QByteArray KnownPacks::bytesOf(const QByteArray &hash) const
{
    for (const auto &entry : m_supposed) {
        for (const QByteArray &bytes : {entry->pack.rules.silicon, entry->pack.rules.foundation}) {
            if (sha256(bytes) == hash)
                return bytes;
        }
    }
    return m_database ? m_database->bytesOf(hash) : QByteArray();
}

QByteArray KnownPacks::documentOf(const QByteArray &payloadSha256) const
{
    for (const auto &entry : m_supposed) {
        for (const QByteArray &document : {entry->pack.rules.charterDocument, entry->pack.rules.policyDocument}) {
            if (!document.isEmpty() && rulebytes::payloadHash(document) == payloadSha256)
                return document;
        }
    }
    return m_database ? m_database->documentOf(payloadSha256) : QByteArray();
}

void KnownPacks::suppose(const KnownPack &pack)
{
    const auto known = entry(pack.facts.serial);
    PackRules rules = pack.rules;
    rules.serial = {};
    const auto held = known && known->held->rules == rules ? known->held : HeldRules::of(pack.rules);
    m_supposed.insert(pack.facts.serial, std::make_shared<PackEntry>(PackEntry{pack, held}));
}

/// Does any copy stand at this moment, or at one before?
bool KnownPacks::isWatched() const
{
    return m_moment.use_count() > 1;
}

void KnownPacks::remember(const PackSerial &serial, const std::shared_ptr<const PackEntry> &was)
{
    const auto previous = m_previous.lock();
    // The previous moment holds this one: whoever else does is a copy.
    if (const long others = m_moment.use_count() - (previous ? 2 : 1); others > 0) {
        const std::shared_ptr<Moment> present = m_moment; // the copies may go at any time
        m_moment = std::make_shared<Moment>();
        m_previous = present;
        const QMutexLocker locker(&present->lock);
        present->before.insert(serial, was);
        present->next = m_moment;
    } else if (previous) {
        const QMutexLocker locker(&previous->lock);
        if (!previous->before.contains(serial))
            previous->before.insert(serial, was);
    }
}

Result<> KnownPacks::keep(const KnownPack &pack)
{
    const PackSerial serial = pack.facts.serial;
    const auto was = isWatched() ? m_database->find(serial) : nullptr;
    return m_database->keep({pack}, [&] { remember(serial, was); });
}

Result<> KnownPacks::remove(const PackSerial &serial)
{
    const auto was = isWatched() ? m_database->find(serial) : nullptr;
    return m_database->remove(serial, [&] { remember(serial, was); });
}

Result<> KnownPacks::clear()
{
    return m_database->clear();
}

} // namespace packwarden
