// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/fleettakeover.h"

#include "models/core/base/wholefile.h"
#include "models/support/damagedfile.h"
#include "models/support/modelslog.h"
#include "models/trust/trustfiles.h"

#include <QDir>
#include <QFileInfo>

namespace packwarden {

namespace {

constexpr qint64 maxFile = qint64(4) * 1024 * 1024;
constexpr qsizetype batch = 64; ///< packs that are written in one transaction

QString databasePath(const QString &store)
{
    return store + QStringLiteral("/fleet.db");
}

QStringList olderFiles(const QString &store)
{
    const QDir folder(store + QStringLiteral("/trust"));
    QStringList paths;
    for (const QString &name : folder.entryList({QStringLiteral("*.pack")}, QDir::Files, QDir::Name))
        paths.append(folder.filePath(name));
    return paths;
}

bool canWrite(const QString &store)
{
    return QFileInfo(store).isWritable();
}

Result<std::shared_ptr<FleetDb>> openOrMake(const QString &store, QStringList &problems)
{
    const QString path = databasePath(store);
    if (!QFile::exists(path) && !canWrite(store))
        return FleetDb::temporary();
    auto opened = FleetDb::open(path);
    if (opened.ok() || opened.code() != Code::Malformed)
        return opened;
    qCWarning(trustLog) << "damaged:" << path << opened.error().detail;
    if (!canWrite(store)) {
        problems.append(path);
        return FleetDb::temporary();
    }
    const auto kept = damagedfile::setAside(path);
    if (!kept.ok())
        return kept.error();
    problems.append(*kept);
    return FleetDb::open(path);
}

/// Writes what is new, then removes the files. What the database has is newer than a file that was left behind.
Result<> takeOver(FleetDb &database, QList<KnownPack> &packs, QStringList &files)
{
    packs.removeIf([&database](const KnownPack &pack) { return database.contains(pack.facts.serial); });
    if (auto kept = database.keep(packs); !kept.ok())
        return kept;
    if (!database.isTemporary()) {
        // What cannot be removed is passed over at the next start.
        for (const QString &file : std::as_const(files))
            QFile::remove(file);
    }
    packs.clear();
    files.clear();
    return Result<>::success();
}

} // namespace

int olderPacks(const QString &store)
{
    return int(olderFiles(store).size());
}

Result<OpenedFleet> openFleet(const QString &store, TakeoverProgress *progress)
{
    OpenedFleet fleet;
    auto opened = openOrMake(store, fleet.problems);
    if (!opened.ok())
        return opened.error();
    fleet.database = *opened;
    const QStringList older = olderFiles(store);
    if (fleet.database->isReadOnly()) {
        fleet.problems += older;
        return fleet;
    }
    QList<KnownPack> packs;
    QStringList files;
    for (const QString &path : older) {
        if (progress && progress->cancelled)
            return {Code::Cancelled, store};
        const auto content = wholefile::read(path, maxFile);
        const auto pack = content.ok() ? trustfiles::decodePack(*content) : Result<KnownPack>(content.error());
        if (pack.ok()) {
            packs.append(*pack);
            files.append(path);
        } else
            fleet.problems.append(path);
        if (packs.size() == batch) {
            if (auto taken = takeOver(*fleet.database, packs, files); !taken.ok())
                return taken.error();
        }
        if (progress)
            ++progress->done;
    }
    if (auto taken = takeOver(*fleet.database, packs, files); !taken.ok())
        return taken.error();
    return fleet;
}

} // namespace packwarden
