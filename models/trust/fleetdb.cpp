// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/fleetdb.h"

#include "models/support/modelslog.h"
#include "models/support/sqlitefile.h"
#include "models/support/storereason.h"
#include "models/trust/fleetrows.h"
#include "models/trust/fleetschema.h"

namespace packwarden {

namespace {

using Query = SqliteFile::Query;

constexpr int packsRemembered = 512;
constexpr int rulesRemembered = 64;
constexpr int tablesRemembered = 64;

} // namespace

FleetDb::FleetDb(std::unique_ptr<SqliteFile> file, const QString &path)
    : m_file(std::move(file))
    , m_path(path)
    , m_packs(packsRemembered)
    , m_held(rulesRemembered)
    , m_tables(tablesRemembered)
{
}

FleetDb::~FleetDb() = default;

Result<std::shared_ptr<FleetDb>> FleetDb::open(const QString &path)
{
    auto file = SqliteFile::open(path);
    if (!file.ok())
        return file.error();
    auto opened = std::shared_ptr<FleetDb>(new FleetDb(std::move(file).value(), path));
    if (auto ready = opened->prepare(); !ready.ok())
        return ready.error();
    return opened;
}

std::shared_ptr<FleetDb> FleetDb::temporary()
{
    auto file = SqliteFile::open({});
    if (!file.ok())
        qFatal("no memory for what is known of packs: %s", qPrintable(file.error().detail));
    auto opened = std::shared_ptr<FleetDb>(new FleetDb(std::move(file).value(), {}));
    if (auto ready = opened->prepare(); !ready.ok())
        qFatal("no memory for what is known of packs: %s", qPrintable(ready.error().detail));
    return opened;
}

bool FleetDb::isReadOnly() const
{
    const QMutexLocker locker(&m_lock);
    return m_file->isReadOnly();
}

/// The connection as it must be, and the tables in it: made if there is nothing at all.
Result<> FleetDb::prepare()
{
    auto found = fleetschema::inspect(*m_file);
    const auto isToBeMade = [&] {
        return found.state == fleetschema::State::Empty
            || (found.state == fleetschema::State::Older && !m_file->isReadOnly());
    };
    if (isToBeMade()) {
        // Two processes may make it at the same time: only what is seen inside the transaction counts.
        SqliteTransaction transaction(*m_file);
        if (!transaction.begun().ok())
            return transaction.begun();
        found = fleetschema::inspect(*m_file);
        if (isToBeMade()) {
            const bool isEmpty = found.state == fleetschema::State::Empty;
            if (auto made = isEmpty ? fleetschema::create(*m_file) : fleetschema::upgrade(*m_file); !made.ok())
                return made;
            if (auto done = transaction.commit(); !done.ok())
                return done;
            found.state = fleetschema::State::Ours;
        }
    }
    switch (found.state) {
    case fleetschema::State::Newer:
        return {Code::FileUnreadable, QStringLiteral("%1: of a newer version (%2)").arg(m_path, found.detail),
            StoreReason::NewerVersion};
    case fleetschema::State::Busy:
        return {Code::FileUnreadable, QStringLiteral("%1: %2").arg(m_path, found.detail)};
    case fleetschema::State::Empty:
    case fleetschema::State::Damaged:
        return {Code::Malformed, QStringLiteral("%1: %2").arg(m_path, found.detail)};
    case fleetschema::State::Ours:
    case fleetschema::State::Older: // cannot be written; what this program asks of packs is all there
        break;
    }
    // News come while a person works: a write-ahead log takes one synchronisation for each, a rollback journal four.
    for (const char *pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"}) {
        if (auto run = m_file->run(pragma); !run.ok() && !m_file->isReadOnly())
            return run;
    }
    return Result<>::success();
}

/// Another program may have written since: then nothing that was remembered of packs counts. Numbers of holdings and
/// blobs are never given twice.
void FleetDb::noticeOthers() const
{
    Query query(*m_file, "PRAGMA data_version");
    const qint64 version = query.next() ? query.integer(0) : 0;
    if (version != m_version) {
        m_packs.clear();
        m_areListsCurrent = false;
    }
    m_version = version;
}

Result<> FleetDb::write(const std::function<Result<>()> &steps, const std::function<void()> &before)
{
    const QMutexLocker locker(&m_lock);
    noticeOthers();
    if (before)
        before();
    m_areListsCurrent = false;
    return inTransaction(*m_file, steps);
}

Result<> FleetDb::keep(const QList<KnownPack> &packs, const std::function<void()> &before)
{
    return write(
        [&] {
            for (const KnownPack &pack : packs) {
                m_packs.remove(pack.facts.serial);
                if (auto kept = keepOne(pack); !kept.ok())
                    return kept;
            }
            return Result<>::success();
        },
        before);
}

Result<> FleetDb::remove(const PackSerial &serial, const std::function<void()> &before)
{
    return write(
        [&] {
            m_packs.remove(serial);
            return removeOne(serial);
        },
        before);
}

Result<> FleetDb::clear(const std::function<void()> &before)
{
    return write(
        [&] {
            m_packs.clear();
            return m_file->run("DELETE FROM past_words; DELETE FROM words; DELETE FROM packs; DELETE FROM "
                               "holding_lists; DELETE FROM holdings; "
                               "DELETE FROM blobs");
        },
        before);
}

QByteArray FleetDb::blob(qint64 id) const
{
    Query query(*m_file, "SELECT bytes FROM blobs WHERE id = ?1");
    return query.bind(1, id).next() ? query.bytes(0) : QByteArray();
}

std::shared_ptr<const HeldRules> FleetDb::heldUnlocked(qint64 holding) const
{
    if (const auto *remembered = m_held.object(holding))
        return *remembered;
    PackRules rules;
    if (holding != 0) {
        qint64 parts[4] = {};
        {
            Query query(*m_file, "SELECT silicon, foundation, charter, policy FROM holdings WHERE id = ?1");
            if (!query.bind(1, holding).next())
                return nullptr;
            for (int i = 0; i < 4; ++i)
                parts[i] = query.integer(i);
        }
        rules.silicon = blob(parts[0]);
        rules.foundation = blob(parts[1]);
        rules.charterDocument = blob(parts[2]);
        rules.policyDocument = parts[3] == parts[2] ? rules.charterDocument : blob(parts[3]);
        QList<qint64> lists;
        Query query(*m_file, "SELECT list FROM holding_lists WHERE holding = ?1 ORDER BY place");
        query.bind(1, holding);
        while (query.next())
            lists.append(query.integer(0));
        for (const qint64 list : std::as_const(lists))
            rules.crls.append(blob(list));
    }
    const auto made = HeldRules::of(rules);
    m_held.insert(holding, new std::shared_ptr<const HeldRules>(made));
    return made;
}

std::shared_ptr<const HeldRules> FleetDb::held(qint64 holding) const
{
    const QMutexLocker locker(&m_lock);
    return heldUnlocked(holding);
}

std::shared_ptr<const PackEntry> FleetDb::read(const PackSerial &serial) const
{
    KnownPack pack;
    QByteArray own;
    qint64 holding = 0;
    qint64 table = 0;
    {
        Query query(*m_file,
            "SELECT read_at, holding, parameters, silicon_sha256, foundation_sha256, facts, statement, contradictions "
            "FROM packs JOIN words ON words.pack = packs.id WHERE serial = ?1");
        if (!query.bind(1, serial.text()).next())
            return nullptr;
        pack.readAt = query.integer(0);
        holding = query.integer(1);
        table = query.integer(2);
        pack.siliconSha256 = query.bytes(3);
        pack.foundationSha256 = query.bytes(4);
        own = query.bytes(5);
        pack.statement = query.bytes(6);
        if (!query.isNull(7)) {
            const auto contradictions = fleetrows::decodeContradictions(query.bytes(7));
            if (!contradictions.ok())
                return nullptr;
            pack.contradictions = *contradictions;
        }
    }
    const auto held = heldUnlocked(holding);
    if (!held)
        return nullptr;
    pack.rules = held->rules;
    pack.rules.serial = serial;
    pack.facts.serial = serial;
    if (table != 0 && !m_tables.contains(table)) {
        auto decoded = ParameterInfo::decodeTable(blob(table));
        if (!decoded.ok())
            return nullptr;
        m_tables.insert(table, new QList<ParameterInfo>(*decoded));
    }
    const QList<ParameterInfo> *parameters = table != 0 ? m_tables.object(table) : nullptr;
    if (!fleetrows::readFacts(pack, own, parameters ? *parameters : QList<ParameterInfo>()).ok())
        return nullptr;
    return std::make_shared<PackEntry>(PackEntry{pack, held});
}

Result<std::shared_ptr<const PackEntry>> FleetDb::look(const PackSerial &serial) const
{
    const QMutexLocker locker(&m_lock);
    noticeOthers();
    if (const auto *remembered = m_packs.object(serial))
        return *remembered;
    auto entry = read(serial);
    if (entry) {
        m_packs.insert(serial, new std::shared_ptr<const PackEntry>(entry));
        return entry;
    }
    // A file that cannot be read is no pack that is not known.
    Query query(*m_file, "SELECT count(*) FROM packs JOIN words ON words.pack = packs.id WHERE serial = ?1");
    if (!query.bind(1, serial.text()).next())
        return {Code::FileUnreadable,
            QStringLiteral("%1: %2").arg(m_path, query.state().ok() ? QString() : query.state().error().detail)};
    if (query.integer(0) > 0)
        qCWarning(trustLog) << "damaged: what is known of" << serial.text();
    return entry;
}

std::shared_ptr<const PackEntry> FleetDb::find(const PackSerial &serial) const
{
    const auto found = look(serial);
    return found.ok() ? *found : nullptr;
}

} // namespace packwarden
