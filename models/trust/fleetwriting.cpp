// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a pack comes into fleet.db and goes: the steps of one transaction.

#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"
#include "models/support/sqlitefile.h"
#include "models/trust/fleetdb.h"
#include "models/trust/fleetrows.h"
#include "models/trust/pastwords.h"
#include "models/trust/trustfiles.h"

namespace packwarden {

using Query = SqliteFile::Query;

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
    constexpr qsizetype maxBytes = qsizetype(4) * 1024 * 1024;
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
    QByteArray wordBefore;
    {
        Query held(*m_file,
            "SELECT holding, parameters, statement FROM packs LEFT JOIN words ON words.pack = packs.id "
            "WHERE serial = ?1");
        if (held.bind(1, pack.facts.serial.text()).next()) {
            before = held.integer(0);
            tableBefore = held.integer(1);
            wordBefore = held.bytes(2);
        }
        if (!held.state().ok())
            return held.state();
    }
    if (auto kept = pastwords::keepBefore(*m_file, pack.facts.serial, wordBefore, pack.statement); !kept.ok())
        return kept;
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
    if (auto gone = pastwords::forget(*m_file, serial); !gone.ok())
        return gone;
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

} // namespace packwarden
