// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/fleetdb.h"

#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"
#include "models/support/modelslog.h"
#include "models/support/sqlitefile.h"
#include "models/trust/fleetrows.h"
#include "models/trust/fleetschema.h"
#include "models/trust/trustfiles.h"

namespace packwarden {

namespace {

using Query = SqliteFile::Query;

constexpr int packsRemembered = 512;
constexpr int rulesRemembered = 64;
constexpr int tablesRemembered = 64;

PackSerial serialIn(const QString &text)
{
    const auto serial = PackSerial::parse(text);
    return serial.ok() ? *serial : PackSerial();
}

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
    if (found.state == fleetschema::State::Empty) {
        // Two processes may make it at the same time: only what is seen inside the transaction counts.
        SqliteTransaction transaction(*m_file);
        if (!transaction.begun().ok())
            return transaction.begun();
        found = fleetschema::inspect(*m_file);
        if (found.state == fleetschema::State::Empty) {
            if (auto made = fleetschema::create(*m_file); !made.ok())
                return made;
            if (auto done = transaction.commit(); !done.ok())
                return done;
            found.state = fleetschema::State::Ours;
        }
    }
    switch (found.state) {
    case fleetschema::State::Newer:
        return {Code::FileUnreadable, QStringLiteral("%1: of a newer version (%2)").arg(m_path, found.detail)};
    case fleetschema::State::Busy:
        return {Code::FileUnreadable, QStringLiteral("%1: %2").arg(m_path, found.detail)};
    case fleetschema::State::Empty:
    case fleetschema::State::Damaged:
        return {Code::Malformed, QStringLiteral("%1: %2").arg(m_path, found.detail)};
    case fleetschema::State::Ours:
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
    SqliteTransaction transaction(*m_file);
    if (!transaction.begun().ok())
        return transaction.begun();
    if (auto done = steps(); !done.ok())
        return done;
    return transaction.commit();
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
            return m_file->run("DELETE FROM words; DELETE FROM packs; DELETE FROM holding_lists; DELETE FROM holdings; "
                               "DELETE FROM blobs");
        },
        before);
}

Result<qint64> FleetDb::keepBlob(const QByteArray &bytes, bool isDocument)
{
    const QByteArray hash = sha256(bytes);
    {
        Query held(*m_file, "SELECT id FROM blobs WHERE sha256 = ?1");
        if (held.bind(1, hash).next())
            return held.integer(0);
        if (!held.state().ok())
            return held.state().error();
    }
    Query query(*m_file, "INSERT INTO blobs(sha256, payload, bytes) VALUES(?1, ?2, ?3) RETURNING id");
    query.bind(1, hash).bind(3, bytes.isNull() ? QByteArray("") : bytes);
    if (isDocument && !bytes.isEmpty())
        query.bind(2, rulebytes::payloadHash(bytes));
    if (!query.next())
        return query.state().error();
    const qint64 id = query.integer(0);
    if (auto done = query.run(); !done.ok())
        return done.error();
    return id;
}

Result<qint64> FleetDb::keepHolding(const PackRules &rules)
{
    const QByteArray key = HeldRules::keyOf(rules);
    {
        Query held(*m_file, "SELECT id FROM holdings WHERE key = ?1");
        if (held.bind(1, key).next())
            return held.integer(0);
        if (!held.state().ok())
            return held.state().error();
    }
    const struct
    {
        const QByteArray &bytes;
        bool isDocument;
    } parts[] = {
        {rules.silicon, false}, {rules.foundation, false}, {rules.charterDocument, true}, {rules.policyDocument, true}};
    Query query(*m_file,
        "INSERT INTO holdings(key, silicon, foundation, charter, policy, owner) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
        "RETURNING id");
    query.bind(1, key);
    int place = 2;
    for (const auto &part : parts) {
        const auto blob = keepBlob(part.bytes, part.isDocument);
        if (!blob.ok())
            return blob.error();
        query.bind(place++, *blob);
    }
    const auto held = HeldRules::of(rules);
    query.bind(place, held->owner.isNull() ? QStringLiteral("") : held->owner);
    if (!query.next())
        return query.state().error();
    const qint64 id = query.integer(0);
    if (auto done = query.run(); !done.ok())
        return done.error();
    for (qsizetype i = 0; i < rules.crls.size(); ++i) {
        const auto list = keepBlob(rules.crls.at(i), false);
        if (!list.ok())
            return list.error();
        Query one(*m_file, "INSERT INTO holding_lists(holding, place, list) VALUES(?1, ?2, ?3)");
        if (auto done = one.bind(1, id).bind(2, qint64(i)).bind(3, *list).run(); !done.ok())
            return done.error();
    }
    return id;
}

Result<> FleetDb::keepOne(const KnownPack &pack)
{
    constexpr qsizetype maxBytes = 4 * 1024 * 1024;
    const QByteArray own = fleetrows::ownFacts(pack);
    const QByteArray table = pack.readAt > 0 ? fleetrows::sharedTable(pack.facts) : QByteArray();
    const QByteArray contradictions
        = pack.contradictions.isEmpty() ? QByteArray() : fleetrows::encode(pack.contradictions);
    if (trustfiles::encode(pack).size() > maxBytes)
        return {Code::TooLarge, pack.facts.serial.text()};
    // Answers of the bus: what could not be read back is not kept.
    KnownPack back;
    back.readAt = pack.readAt;
    const auto parameters
        = table.isEmpty() ? Result<QList<ParameterInfo>>(QList<ParameterInfo>()) : ParameterInfo::decodeTable(table);
    if (!parameters.ok())
        return parameters.error();
    if (auto readable = fleetrows::readFacts(back, own, *parameters); !readable.ok())
        return readable;
    if (pack.facts.serial.isEmpty())
        return {Code::Malformed, QStringLiteral("serial")};

    qint64 before = 0;
    qint64 tableBefore = 0;
    {
        Query held(*m_file, "SELECT holding, parameters FROM packs WHERE serial = ?1");
        if (held.bind(1, pack.facts.serial.text()).next()) {
            before = held.integer(0);
            tableBefore = held.integer(1);
        }
        if (!held.state().ok())
            return held.state();
    }
    qint64 holding = 0;
    PackRules rules = pack.rules;
    rules.serial = {};
    if (rules != PackRules()) {
        const auto kept = keepHolding(rules);
        if (!kept.ok())
            return kept.error();
        holding = *kept;
    }
    qint64 tableNow = 0;
    if (!table.isEmpty()) {
        const auto kept = keepBlob(table, false);
        if (!kept.ok())
            return kept.error();
        tableNow = *kept;
    }
    const auto said = pack.lastWord();
    Query query(*m_file,
        "INSERT INTO packs(serial, read_at, holding, hardware, policy, locked, contradicted, proved, shown, "
        "silicon_sha256, foundation_sha256, situation, parameters) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT(serial) DO UPDATE SET "
        "read_at = ?2, holding = ?3, hardware = ?4, policy = ?5, locked = ?6, contradicted = ?7, proved = ?8, "
        "shown = ?9, silicon_sha256 = ?10, foundation_sha256 = ?11, situation = ?12, parameters = ?13 RETURNING id");
    query.bind(1, pack.facts.serial.text()).bind(2, pack.readAt);
    if (holding != 0)
        query.bind(3, holding);
    query.bind(4, pack.facts.hardware.isNull() ? QStringLiteral("") : pack.facts.hardware)
        .bind(5, qint64(pack.facts.policy.version))
        .bind(6, qint64(said && said->lock.locked))
        .bind(7, qint64(!pack.contradictions.isEmpty()))
        .bind(8, qint64(pack.contradictions.isEmpty() && pack.areLimitsProved()))
        .bind(9, qint64(pack.statement.isEmpty() && pack.contradictions.isEmpty()));
    if (!pack.siliconSha256.isEmpty())
        query.bind(10, pack.siliconSha256);
    if (!pack.foundationSha256.isEmpty())
        query.bind(11, pack.foundationSha256);
    query.bind(12, situationOf(pack, HeldRules::keyOf(rules)));
    if (tableNow != 0)
        query.bind(13, tableNow);
    if (!query.next())
        return query.state();
    const qint64 id = query.integer(0);
    if (auto done = query.run(); !done.ok())
        return done;
    Query words(*m_file, "INSERT OR REPLACE INTO words(pack, facts, statement, contradictions) VALUES(?1, ?2, ?3, ?4)");
    words.bind(1, id).bind(2, own);
    if (!pack.statement.isEmpty())
        words.bind(3, pack.statement);
    words.bind(4, contradictions);
    if (auto done = words.run(); !done.ok())
        return done;
    if (before != 0 && before != holding) {
        if (auto dropped = dropHolding(before); !dropped.ok())
            return dropped;
    }
    return tableBefore != 0 && tableBefore != tableNow ? dropBlob(tableBefore) : Result<>::success();
}

Result<> FleetDb::removeOne(const PackSerial &serial)
{
    qint64 id = 0;
    qint64 holding = 0;
    qint64 table = 0;
    {
        Query held(*m_file, "SELECT id, holding, parameters FROM packs WHERE serial = ?1");
        if (!held.bind(1, serial.text()).next())
            return held.state();
        id = held.integer(0);
        holding = held.integer(1);
        table = held.integer(2);
    }
    for (const char *sql : {"DELETE FROM words WHERE pack = ?1", "DELETE FROM packs WHERE id = ?1"}) {
        Query query(*m_file, sql);
        if (auto done = query.bind(1, id).run(); !done.ok())
            return done;
    }
    if (holding != 0) {
        if (auto dropped = dropHolding(holding); !dropped.ok())
            return dropped;
    }
    return table != 0 ? dropBlob(table) : Result<>::success();
}

/// What no pack holds any more is not kept: a list that is gone from every pack must not count as known.
Result<> FleetDb::dropHolding(qint64 holding)
{
    QList<qint64> parts;
    {
        Query query(*m_file,
            "SELECT silicon, foundation, charter, policy FROM holdings WHERE id = ?1 "
            "AND NOT EXISTS(SELECT 1 FROM packs WHERE holding = ?1)");
        if (!query.bind(1, holding).next())
            return query.state();
        for (int i = 0; i < 4; ++i)
            parts.append(query.integer(i));
    }
    {
        Query query(*m_file, "SELECT list FROM holding_lists WHERE holding = ?1");
        query.bind(1, holding);
        while (query.next())
            parts.append(query.integer(0));
        if (!query.state().ok())
            return query.state();
    }
    for (const char *sql : {"DELETE FROM holding_lists WHERE holding = ?1", "DELETE FROM holdings WHERE id = ?1"}) {
        Query query(*m_file, sql);
        if (auto done = query.bind(1, holding).run(); !done.ok())
            return done;
    }
    for (const qint64 blob : std::as_const(parts)) {
        if (auto dropped = dropBlob(blob); !dropped.ok())
            return dropped;
    }
    return Result<>::success();
}

Result<> FleetDb::dropBlob(qint64 blob)
{
    Query query(*m_file,
        "DELETE FROM blobs WHERE id = ?1 AND NOT EXISTS(SELECT 1 FROM holdings WHERE silicon = ?1) "
        "AND NOT EXISTS(SELECT 1 FROM holdings WHERE foundation = ?1) "
        "AND NOT EXISTS(SELECT 1 FROM holdings WHERE charter = ?1) "
        "AND NOT EXISTS(SELECT 1 FROM holdings WHERE policy = ?1) "
        "AND NOT EXISTS(SELECT 1 FROM holding_lists WHERE list = ?1) "
        "AND NOT EXISTS(SELECT 1 FROM packs WHERE parameters = ?1)");
    return query.bind(1, blob).run();
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

bool FleetDb::contains(const PackSerial &serial) const
{
    const QMutexLocker locker(&m_lock);
    Query query(*m_file, "SELECT 1 FROM packs WHERE serial = ?1");
    return query.bind(1, serial.text()).next();
}

qsizetype FleetDb::count() const
{
    const QMutexLocker locker(&m_lock);
    Query query(*m_file, "SELECT count(*) FROM packs");
    return query.next() ? qsizetype(query.integer(0)) : 0;
}

QList<PackSerial> FleetDb::serials() const
{
    const QMutexLocker locker(&m_lock);
    QList<PackSerial> all;
    Query query(*m_file, "SELECT serial FROM packs ORDER BY serial");
    while (query.next())
        all.append(serialIn(query.text(0)));
    return all;
}

QList<PackLine> FleetDb::lines(const Which &which) const
{
    const QMutexLocker locker(&m_lock);
    QByteArray sql = "SELECT serial, read_at, hardware, owner, packs.policy, locked, contradicted, holding, situation "
                     "FROM packs LEFT JOIN holdings ON holdings.id = packs.holding WHERE ";
    if (which.holding)
        sql += "holding = ?4 AND ";
    if (which.isContradicted)
        sql += "contradicted = 1 AND ";
    if (which.policyBelow)
        sql += "packs.policy > 0 AND packs.policy < ?2 AND ";
    sql += which.only ? "serial = ?1 " : "serial > ?1 ";
    sql += "ORDER BY serial LIMIT ?3";
    Query query(*m_file, sql);
    const auto &from = which.only ? which.only : which.after;
    query.bind(1, from ? from->text() : QStringLiteral("")).bind(3, qint64(which.atMost));
    if (which.policyBelow)
        query.bind(2, qint64(*which.policyBelow));
    if (which.holding)
        query.bind(4, *which.holding);
    QList<PackLine> all;
    while (query.next()) {
        PackLine line;
        line.serial = serialIn(query.text(0));
        line.readAt = query.integer(1);
        line.hardware = query.text(2);
        line.owner = query.text(3);
        line.policy = int(query.integer(4));
        line.isLocked = query.integer(5) != 0;
        line.isContradicted = query.integer(6) != 0;
        line.holding = query.integer(7);
        line.holdsRules = line.holding != 0;
        line.situation = query.bytes(8);
        all.append(line);
    }
    return all;
}

QList<PackSerial> FleetDb::examples() const
{
    const QMutexLocker locker(&m_lock);
    QList<PackSerial> all;
    Query query(*m_file, "SELECT min(serial) AS first FROM packs GROUP BY situation ORDER BY first");
    while (query.next())
        all.append(serialIn(query.text(0)));
    return all;
}

QHash<qint64, int> FleetDb::holdings() const
{
    const QMutexLocker locker(&m_lock);
    QHash<qint64, int> all;
    Query query(*m_file, "SELECT holding, count(*) FROM packs WHERE holding IS NOT NULL GROUP BY holding");
    while (query.next())
        all.insert(query.integer(0), int(query.integer(1)));
    return all;
}

QList<QByteArray> FleetDb::lists() const
{
    const QMutexLocker locker(&m_lock);
    noticeOthers();
    if (m_areListsCurrent)
        return m_lists;
    QList<QByteArray> all;
    Query query(*m_file, "SELECT bytes FROM blobs WHERE id IN (SELECT list FROM holding_lists)");
    while (query.next())
        all.append(query.bytes(0));
    if (query.state().ok()) {
        m_lists = all;
        m_areListsCurrent = true;
    }
    return m_lists;
}

bool FleetDb::isProved(const QByteArray &siliconSha256, const QByteArray &foundationSha256) const
{
    const QMutexLocker locker(&m_lock);
    Query query(
        *m_file, "SELECT 1 FROM packs WHERE silicon_sha256 = ?1 AND foundation_sha256 = ?2 AND proved = 1 LIMIT 1");
    return query.bind(1, siliconSha256).bind(2, foundationSha256).next();
}

QList<FleetDb::Silicon> FleetDb::silicons() const
{
    const QMutexLocker locker(&m_lock);
    QList<Silicon> all;
    Query query(*m_file,
        "SELECT found.hash, bytes, found.proved FROM (SELECT silicon_sha256 AS hash, max(proved) AS proved FROM packs "
        "GROUP BY silicon_sha256) AS found LEFT JOIN blobs ON blobs.sha256 = found.hash");
    while (query.next())
        all.append({query.bytes(0), query.bytes(1), query.integer(2) != 0});
    return all;
}

QByteArray FleetDb::bytesOf(const QByteArray &sha256) const
{
    const QMutexLocker locker(&m_lock);
    Query query(*m_file, "SELECT bytes FROM blobs WHERE sha256 = ?1");
    return query.bind(1, sha256).next() ? query.bytes(0) : QByteArray();
}

QByteArray FleetDb::documentOf(const QByteArray &payloadSha256) const
{
    const QMutexLocker locker(&m_lock);
    Query query(*m_file, "SELECT bytes FROM blobs WHERE payload = ?1 LIMIT 1");
    return query.bind(1, payloadSha256).next() ? query.bytes(0) : QByteArray();
}

FleetDb::Shown FleetDb::shown() const
{
    const QMutexLocker locker(&m_lock);
    Shown all;
    {
        Query query(*m_file, "SELECT count(*) FROM packs WHERE shown = 1");
        all.count = query.next() ? int(query.integer(0)) : 0;
    }
    Query query(*m_file, "SELECT serial, read_at FROM packs WHERE shown = 1 ORDER BY read_at LIMIT 1");
    if (query.next()) {
        all.oldest = serialIn(query.text(0));
        all.oldestReadAt = query.integer(1);
    }
    return all;
}

} // namespace packwarden
