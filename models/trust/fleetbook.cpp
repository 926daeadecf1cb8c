// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/fleetbook.h"

#include "models/support/sqlitefile.h"
#include "models/trust/fleetschema.h"

#include <QFile>
#include <QMap>

#include <algorithm>
#include <array>

namespace packwarden {

namespace {

using Query = SqliteFile::Query;

constexpr qsizetype maxName = 64;

/// A null text is NULL to SQLite.
QString some(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

bool isName(const QString &name)
{
    return !name.isEmpty() && name.size() <= maxName && name == name.trimmed()
        && std::all_of(name.begin(), name.end(), [](QChar each) { return each.isPrint() && each != u'"'; });
}

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

Result<> withId(SqliteFile &file, const char *sql, qint64 id)
{
    Query query(file, sql);
    return query.bind(1, id).run();
}

qint64 groupId(SqliteFile &file, const QString &name)
{
    Query query(file, "SELECT id FROM pack_groups WHERE name = ?1");
    return query.bind(1, some(name)).next() ? query.integer(0) : 0;
}

QString listOf(const QList<qint64> &numbers)
{
    QStringList words;
    for (const qint64 number : numbers)
        words.append(QString::number(number));
    return some(words.join(u' '));
}

QList<qint64> numbersIn(const QString &text)
{
    QList<qint64> numbers;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        numbers.append(word.toLongLong());
    return numbers;
}

// In the order of KeptRollout::End.
constexpr std::array endWords = {"none", "finished", "stopped", "cancelled"};
static_assert(endWords.size() == static_cast<size_t>(KeptRollout::End::Cancelled) + 1);

/// Many packs may be in it: their number, and what they are by a hash.
AuditEntry entryOf(const PackGroup &group, const QString &former)
{
    QByteArray packs;
    for (const PackSerial &serial : group.packs)
        packs += serial.text().toUtf8() + '\n';
    QCborMap detail{{QLatin1String("inside"), some(group.inside)}, {QLatin1String("rule"), some(group.rule)},
        {QLatin1String("packs"), group.packs.size()}, {QLatin1String("packsSha256"), sha256(packs)}};
    if (!former.isEmpty() && former != group.name)
        detail.insert(QLatin1String("former"), former);
    return {QLatin1String(fleetaction::keepGroup), group.name, {}, detail};
}

/// Would all groups be whole with this list? Each is read once, as it would be for a roll-out.
Result<> checkGroups(const QList<PackGroup> &groups)
{
    for (const PackGroup &group : groups) {
        if (auto query = PackQuery::ofGroup(group.name, groups); !query.ok())
            return query.error();
    }
    return Result<>::success();
}

} // namespace

FleetBook::FleetBook(const QString &store, Record record)
    : m_record(std::move(record))
{
    const QString path = store + QStringLiteral("/fleet.db");
    if (!QFile::exists(path)) {
        m_why = path;
        return;
    }
    auto opened = SqliteFile::open(path);
    if (!opened.ok()) {
        m_why = opened.error().detail;
        return;
    }
    m_file = std::move(opened).value();
    const auto found = fleetschema::inspect(*m_file);
    if (found.state != fleetschema::State::Ours || !m_file->run("PRAGMA synchronous=FULL").ok()
        || !m_file->run("PRAGMA foreign_keys=ON").ok()) {
        m_file.reset();
        m_why = QStringLiteral("%1: %2").arg(path, found.detail);
    }
}

FleetBook::~FleetBook() = default;

Result<> FleetBook::ready() const
{
    return m_file ? Result<>::success() : Result<>(Code::FileUnwritable, m_why);
}

Result<> FleetBook::write(const std::function<Result<>()> &steps)
{
    if (auto good = ready(); !good.ok())
        return good;
    return inTransaction(*m_file, steps);
}

Result<> FleetBook::write(const AuditEntry &entry, const std::function<Result<>()> &steps)
{
    const auto done = write([&]() -> Result<> {
        if (auto good = steps(); !good.ok() || !m_record)
            return good;
        AuditEntry record = entry;
        record.outcome = QLatin1String(auditoutcome::done);
        return m_record(record);
    });
    if (!done.ok() && m_record) {
        AuditEntry record = entry;
        record.outcome = codeName(done.code());
        (void)m_record(record); // it is refused all the same
    }
    return done;
}

QList<PackGroup> FleetBook::groups() const
{
    QList<PackGroup> all;
    if (!m_file)
        return all;
    QMap<qint64, qsizetype> places;
    {
        Query query(*m_file,
            "SELECT one.id, one.name, one.rule, parent.name FROM pack_groups AS one "
            "LEFT JOIN pack_groups AS parent ON parent.id = one.parent ORDER BY one.name");
        while (query.next()) {
            places.insert(query.integer(0), all.size());
            all.append({query.text(1), query.text(3), query.text(2), {}});
        }
    }
    Query query(*m_file, "SELECT pack_group, serial FROM group_packs ORDER BY pack_group, serial");
    while (query.next()) {
        const auto serial = PackSerial::parse(query.text(1));
        if (serial.ok() && places.contains(query.integer(0)))
            all[places.value(query.integer(0))].packs.append(*serial);
    }
    return all;
}

Result<> FleetBook::keep(const PackGroup &group, const QString &former)
{
    if (!isName(group.name))
        return {Code::Malformed, group.name};
    return write(entryOf(group, former), [&]() -> Result<> {
        // What the groups would be, read under the lock: another program may change them, too.
        QList<PackGroup> after = groups();
        after.removeIf([&](const PackGroup &each) { return !former.isEmpty() && isSame(each.name, former); });
        const auto isNamed = [&](const QString &name) {
            return std::any_of(
                after.begin(), after.end(), [&](const PackGroup &each) { return isSame(each.name, name); });
        };
        if (isNamed(group.name))
            return {Code::WrongState, group.name};
        if (!group.inside.isEmpty() && !isNamed(group.inside))
            return PackQuery::ofGroup(group.inside, {}).error();
        for (PackGroup &each : after) {
            if (!former.isEmpty() && isSame(each.inside, former))
                each.inside = group.name;
        }
        after.append(group);
        if (auto good = checkGroups(after); !good.ok())
            return good;
        return keepGroup(group, former);
    });
}

Result<> FleetBook::keepGroup(const PackGroup &group, const QString &former)
{
    const qint64 parent = group.inside.isEmpty() ? 0 : groupId(*m_file, group.inside);
    qint64 id = former.isEmpty() ? 0 : groupId(*m_file, former);
    if (!former.isEmpty() && id == 0)
        return {Code::WrongState, former};
    {
        Query query(*m_file,
            id == 0 ? "INSERT INTO pack_groups(name, parent, rule) VALUES(?1, ?2, ?3) RETURNING id"
                    : "UPDATE pack_groups SET name = ?1, parent = ?2, rule = ?3 WHERE id = ?4 RETURNING id");
        query.bind(1, group.name).bind(3, some(group.rule));
        if (parent != 0)
            query.bind(2, parent);
        if (id != 0)
            query.bind(4, id);
        if (!query.next())
            return query.state();
        id = query.integer(0);
        if (auto done = query.run(); !done.ok())
            return done;
    }
    if (auto done = withId(*m_file, "DELETE FROM group_packs WHERE pack_group = ?1", id); !done.ok())
        return done;
    for (const PackSerial &serial : group.packs) {
        Query query(*m_file, "INSERT OR IGNORE INTO group_packs(pack_group, serial) VALUES(?1, ?2)");
        if (auto done = query.bind(1, id).bind(2, serial.text()).run(); !done.ok())
            return done;
    }
    return Result<>::success();
}

Result<> FleetBook::removeGroup(const QString &name)
{
    return write({QLatin1String(fleetaction::removeGroup), name, {}, {}}, [&]() -> Result<> {
        QList<PackGroup> after = groups();
        const qint64 id = groupId(*m_file, name);
        if (id == 0)
            return {Code::WrongState, name};
        QString inside;
        after.removeIf([&](const PackGroup &each) {
            if (isSame(each.name, name))
                inside = each.inside;
            return isSame(each.name, name);
        });
        for (PackGroup &each : after) {
            if (isSame(each.inside, name))
                each.inside = inside;
        }
        if (auto good = checkGroups(after); !good.ok())
            return {Code::WrongState, name};
        for (const char *sql : {"DELETE FROM group_packs WHERE pack_group = ?1",
                 "UPDATE pack_groups SET parent = (SELECT parent FROM pack_groups WHERE id = ?1) WHERE parent = ?1",
                 "DELETE FROM pack_groups WHERE id = ?1"}) {
            if (auto done = withId(*m_file, sql, id); !done.ok())
                return done;
        }
        return Result<>::success();
    });
}

QList<PackView> FleetBook::views() const
{
    QList<PackView> all;
    if (!m_file)
        return all;
    Query query(*m_file, "SELECT name, search, columns, sort, descending FROM views ORDER BY name");
    while (query.next())
        all.append({query.text(0), query.text(1), query.text(2).split(u' ', Qt::SkipEmptyParts), query.text(3),
            query.integer(4) != 0});
    return all;
}

Result<> FleetBook::keep(const PackView &view)
{
    if (!isName(view.name) || view.search.size() > PackQuery::maxLength)
        return {Code::Malformed, view.name};
    return write([&] {
        Query query(*m_file,
            "INSERT OR REPLACE INTO views(name, search, columns, sort, descending) VALUES(?1, ?2, ?3, ?4, ?5)");
        return query.bind(1, view.name)
            .bind(2, some(view.search))
            .bind(3, some(view.columns.join(u' ')))
            .bind(4, some(view.sort))
            .bind(5, qint64(view.isDescending))
            .run();
    });
}

Result<> FleetBook::removeView(const QString &name)
{
    return write([&]() -> Result<> {
        Query query(*m_file, "DELETE FROM views WHERE name = ?1 RETURNING 1");
        if (!query.bind(1, some(name)).next())
            return query.state().ok() ? Result<>(Code::WrongState, name) : query.state();
        return query.run();
    });
}

Result<qint64> FleetBook::begin(const KeptRollout &rollout)
{
    qint64 id = 0;
    const AuditEntry entry{QLatin1String(fleetaction::beginRollout), QString::fromLatin1(rollout.payload.toHex()), {},
        {{QLatin1String("title"), rollout.title}, {QLatin1String("group"), some(rollout.group)},
            {QLatin1String("packs"), rollout.packs.size()}}};
    const auto kept = write(entry, [&]() -> Result<> {
        {
            Query query(*m_file,
                "INSERT INTO rollouts(payload, title, pack_group, begun_at, ended_at, ending, soak, watch_after) "
                "VALUES(?1, ?2, ?3, ?4, 0, 0, ?5, ?6) RETURNING id");
            query.bind(1, rollout.payload)
                .bind(2, some(rollout.title))
                .bind(3, some(rollout.group))
                .bind(4, rollout.begunAt)
                .bind(5, rollout.soakMilliseconds)
                .bind(6, listOf(rollout.watchAfter));
            if (!query.next())
                return query.state();
            id = query.integer(0);
            if (auto done = query.run(); !done.ok())
                return done;
        }
        for (const char *sql :
            {"DELETE FROM rollout_packs WHERE rollout IN (SELECT id FROM rollouts WHERE id <= ?1 AND ending <> 0)",
                "DELETE FROM rollouts WHERE id <= ?1 AND ending <> 0"}) {
            if (auto done = withId(*m_file, sql, id - mostRollouts); !done.ok())
                return done;
        }
        for (qsizetype i = 0; i < rollout.packs.size(); ++i) {
            const KeptRollout::Pack &pack = rollout.packs.at(i);
            Query query(*m_file,
                "INSERT INTO rollout_packs(rollout, place, serial, state, code, detail, at, anomaly) "
                "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
            query.bind(1, id).bind(2, qint64(i)).bind(3, pack.serial.text()).bind(4, qint64(pack.state));
            query.bind(5, QString(codeName(pack.code))).bind(6, some(pack.detail)).bind(7, pack.at);
            if (auto done = query.bind(8, qint64(pack.isAnomaly)).run(); !done.ok())
                return done;
        }
        return Result<>::success();
    });
    return kept.ok() ? Result<qint64>(id) : kept.error();
}

Result<> FleetBook::note(qint64 rollout, const KeptRollout::Pack &pack)
{
    return write([&] {
        Query query(*m_file,
            "UPDATE rollout_packs SET state = ?3, code = ?4, detail = ?5, at = ?6, anomaly = ?7 "
            "WHERE rollout = ?1 AND serial = ?2");
        return query.bind(1, rollout)
            .bind(2, pack.serial.text())
            .bind(3, qint64(pack.state))
            .bind(4, QString(codeName(pack.code)))
            .bind(5, some(pack.detail))
            .bind(6, pack.at)
            .bind(7, qint64(pack.isAnomaly))
            .run();
    });
}

Result<> FleetBook::end(qint64 rollout, KeptRollout::End how, qint64 at)
{
    const auto known = this->rollout(rollout);
    const auto count = [&known](KeptRollout::Pack::State state) {
        return known ? std::count_if(known->packs.begin(), known->packs.end(),
                   [state](const KeptRollout::Pack &pack) { return pack.state == state; })
                     : 0;
    };
    const AuditEntry entry{QLatin1String(fleetaction::endRollout),
        known ? QString::fromLatin1(known->payload.toHex()) : QString(), {},
        {{QLatin1String("end"), QLatin1String(endWords[size_t(how)])},
            {QLatin1String("applied"), qint64(count(KeptRollout::Pack::State::Applied))},
            {QLatin1String("failed"), qint64(count(KeptRollout::Pack::State::Failed))},
            {QLatin1String("packs"), known ? known->packs.size() : 0}}};
    return write(entry, [&]() -> Result<> {
        Query left(*m_file, "UPDATE rollout_packs SET state = ?2 WHERE rollout = ?1 AND state = ?3");
        if (auto done = left.bind(1, rollout)
                            .bind(2, qint64(KeptRollout::Pack::State::NotBegun))
                            .bind(3, qint64(KeptRollout::Pack::State::Waiting))
                            .run();
            !done.ok())
            return done;
        Query query(*m_file, "UPDATE rollouts SET ending = ?2, ended_at = ?3 WHERE id = ?1");
        return query.bind(1, rollout).bind(2, qint64(how)).bind(3, at).run();
    });
}

QList<KeptRollout> FleetBook::rollouts(int atMost) const
{
    QList<KeptRollout> all;
    if (!m_file)
        return all;
    Query query(*m_file,
        "SELECT id, payload, title, pack_group, begun_at, ended_at, ending, soak, watch_after FROM rollouts "
        "ORDER BY id DESC LIMIT ?1");
    query.bind(1, qint64(atMost));
    while (query.next()) {
        KeptRollout one;
        one.id = query.integer(0);
        one.payload = query.bytes(1);
        one.title = query.text(2);
        one.group = query.text(3);
        one.begunAt = query.integer(4);
        one.endedAt = query.integer(5);
        one.end = KeptRollout::End(std::clamp<qint64>(query.integer(6), 0, qint64(KeptRollout::End::Cancelled)));
        one.soakMilliseconds = query.integer(7);
        one.watchAfter = numbersIn(query.text(8));
        all.append(one);
    }
    return all;
}

std::optional<KeptRollout> FleetBook::rollout(qint64 id) const
{
    for (KeptRollout one : rollouts(-1)) {
        if (one.id != id)
            continue;
        Query query(*m_file,
            "SELECT serial, state, code, detail, at, anomaly FROM rollout_packs WHERE rollout = ?1 ORDER BY place");
        query.bind(1, id);
        while (query.next()) {
            KeptRollout::Pack pack;
            const auto serial = PackSerial::parse(query.text(0));
            pack.serial = serial.ok() ? *serial : PackSerial();
            pack.state = KeptRollout::Pack::State(
                std::clamp<qint64>(query.integer(1), 0, qint64(KeptRollout::Pack::State::NotBegun)));
            pack.code = codeFromName(query.text(2)).value_or(Code::Internal);
            pack.detail = query.text(3);
            pack.at = query.integer(4);
            pack.isAnomaly = query.integer(5) != 0;
            one.packs.append(pack);
        }
        return one;
    }
    return {};
}

std::optional<KeptRollout> FleetBook::interrupted() const
{
    if (!m_file)
        return {};
    qint64 id = 0;
    {
        Query query(*m_file, "SELECT max(id) FROM rollouts WHERE ending = 0");
        id = query.next() ? query.integer(0) : 0;
    }
    return id != 0 ? rollout(id) : std::nullopt;
}

} // namespace packwarden
