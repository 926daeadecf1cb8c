// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/audit/faultyvfs.h"

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>

namespace packwarden::test {

namespace {

/// What one unsynced operation changed.
struct Undo
{
    sqlite3_int64 offset = 0;
    QByteArray before;
    sqlite3_int64 size = 0; ///< of the file before
};

/// SQLite allocates it, behind it the real file.
struct File
{
    sqlite3_file base;
    FaultyVfs::Plan *plan;
    qint64 *count;
    QList<File *> *open;
    QList<Undo> *undo;
    sqlite3_file *real;
};

File *of(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

void remember(File *file, sqlite3_int64 offset, int length)
{
    Undo undo;
    undo.offset = offset;
    file->real->pMethods->xFileSize(file->real, &undo.size);
    const auto there = int(std::clamp<sqlite3_int64>(undo.size - offset, 0, length));
    undo.before.resize(there);
    if (there > 0)
        file->real->pMethods->xRead(file->real, undo.before.data(), there, offset);
    file->undo->append(undo);
}

/// The disk keeps any part of what was not synced, in any order.
void losePart(File *file, QRandomGenerator &random)
{
    while (!file->undo->isEmpty()) {
        const Undo undo = file->undo->takeLast();
        if (random.bounded(2) == 0)
            continue;
        if (!undo.before.isEmpty())
            file->real->pMethods->xWrite(file->real, undo.before.constData(), int(undo.before.size()), undo.offset);
        sqlite3_int64 size = 0;
        file->real->pMethods->xFileSize(file->real, &size);
        if (undo.size < size && undo.offset >= undo.size)
            file->real->pMethods->xTruncate(file->real, undo.size);
    }
}

/// Counts an operation; SQLITE_OK, or the error to return instead of doing it.
int account(FaultyVfs::Plan &plan, qint64 &count, QList<File *> &open, int error, bool isSync, bool isWrite)
{
    using Fault = FaultyVfs::Fault;
    if (plan.syncsOnly && !isSync)
        return SQLITE_OK;
    ++count;
    if (plan.fault == Fault::None || count < plan.at || (count > plan.at && !plan.persistent))
        return SQLITE_OK;
    if (plan.whileExists && access(plan.whileExists, F_OK) != 0)
        return SQLITE_OK;
    switch (plan.fault) {
    case Fault::PowerCut: {
        QRandomGenerator random(plan.seed + quint32(plan.at));
        for (File *file : std::as_const(open))
            losePart(file, random);
        _exit(137);
    }
    case Fault::Exit:
        _exit(137);
    case Fault::Full:
        return isWrite ? SQLITE_FULL : SQLITE_OK;
    default:
        return error;
    }
}

int account(File *file, int error, bool isSync = false, bool isWrite = false)
{
    return account(*file->plan, *file->count, *file->open, error, isSync, isWrite);
}

int fileClose(sqlite3_file *file)
{
    File *mine = of(file);
    mine->open->removeOne(mine);
    delete mine->undo;
    return mine->real->pMethods->xClose(mine->real);
}

int fileRead(sqlite3_file *file, void *to, int length, sqlite3_int64 offset)
{
    return of(file)->real->pMethods->xRead(of(file)->real, to, length, offset);
}

int fileWrite(sqlite3_file *file, const void *from, int length, sqlite3_int64 offset)
{
    if (const int error = account(of(file), SQLITE_IOERR_WRITE, false, true); error != SQLITE_OK)
        return error;
    remember(of(file), offset, length);
    return of(file)->real->pMethods->xWrite(of(file)->real, from, length, offset);
}

int fileTruncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (const int error = account(of(file), SQLITE_IOERR_TRUNCATE); error != SQLITE_OK)
        return error;
    sqlite3_int64 now = 0;
    of(file)->real->pMethods->xFileSize(of(file)->real, &now);
    remember(of(file), size, int(std::max<sqlite3_int64>(0, now - size)));
    return of(file)->real->pMethods->xTruncate(of(file)->real, size);
}

int fileSync(sqlite3_file *file, int)
{
    if (const int error = account(of(file), SQLITE_IOERR_FSYNC, true); error != SQLITE_OK)
        return error;
    of(file)->undo->clear();
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return of(file)->real->pMethods->xFileSize(of(file)->real, size);
}

int fileLock(sqlite3_file *file, int kind)
{
    return of(file)->real->pMethods->xLock(of(file)->real, kind);
}

int fileUnlock(sqlite3_file *file, int kind)
{
    return of(file)->real->pMethods->xUnlock(of(file)->real, kind);
}

int fileCheckReservedLock(sqlite3_file *file, int *reserved)
{
    return of(file)->real->pMethods->xCheckReservedLock(of(file)->real, reserved);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return of(file)->real->pMethods->xFileControl(of(file)->real, operation, argument);
}

int fileSectorSize(sqlite3_file *file)
{
    return of(file)->real->pMethods->xSectorSize(of(file)->real);
}

int fileCharacteristics(sqlite3_file *)
{
    return 0; // promises nothing
}

int fileShmMap(sqlite3_file *file, int page, int size, int extend, void volatile **to)
{
    return of(file)->real->pMethods->xShmMap(of(file)->real, page, size, extend, to);
}

int fileShmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return of(file)->real->pMethods->xShmLock(of(file)->real, offset, count, flags);
}

void fileShmBarrier(sqlite3_file *file)
{
    of(file)->real->pMethods->xShmBarrier(of(file)->real);
}

int fileShmUnmap(sqlite3_file *file, int deletes)
{
    return of(file)->real->pMethods->xShmUnmap(of(file)->real, deletes);
}

const sqlite3_io_methods methods{2, fileClose, fileRead, fileWrite, fileTruncate, fileSync, fileSize, fileLock,
    fileUnlock, fileCheckReservedLock, fileControl, fileSectorSize, fileCharacteristics, fileShmMap, fileShmLock,
    fileShmBarrier, fileShmUnmap, nullptr, nullptr};

} // namespace

class FaultyVfs::Private
{
public:
    sqlite3_vfs vfs{};
    sqlite3_vfs *real = nullptr;
    Plan plan;
    qint64 count = 0;
    QList<File *> open;
    bool readOnly = false;

    static Private *of(sqlite3_vfs *vfs) { return static_cast<Private *>(vfs->pAppData); }

    static int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        Private *d = of(vfs);
        auto *mine = reinterpret_cast<File *>(file);
        mine->base.pMethods = nullptr;
        mine->real = reinterpret_cast<sqlite3_file *>(mine + 1);
        if (d->readOnly && (flags & SQLITE_OPEN_MAIN_DB) != 0)
            flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
        const int opened = d->real->xOpen(d->real, name, mine->real, flags, outFlags);
        if (opened != SQLITE_OK)
            return opened;
        mine->plan = &d->plan;
        mine->count = &d->count;
        mine->open = &d->open;
        mine->undo = new QList<Undo>;
        mine->base.pMethods = &methods;
        d->open.append(mine);
        return SQLITE_OK;
    }

    static int deleteFile(sqlite3_vfs *vfs, const char *name, int)
    {
        Private *d = of(vfs);
        if (const int error = account(d->plan, d->count, d->open, SQLITE_IOERR_DELETE, false, false);
            error != SQLITE_OK)
            return error;
        return d->real->xDelete(d->real, name, 0);
    }

    static int accessFile(sqlite3_vfs *vfs, const char *name, int flags, int *result)
    {
        return of(vfs)->real->xAccess(of(vfs)->real, name, flags, result);
    }

    static int fullPathname(sqlite3_vfs *vfs, const char *name, int size, char *out)
    {
        return of(vfs)->real->xFullPathname(of(vfs)->real, name, size, out);
    }

    static int randomness(sqlite3_vfs *vfs, int size, char *out)
    {
        return of(vfs)->real->xRandomness(of(vfs)->real, size, out);
    }

    static int sleep(sqlite3_vfs *vfs, int microseconds) { return of(vfs)->real->xSleep(of(vfs)->real, microseconds); }

    static int currentTime(sqlite3_vfs *vfs, double *time) { return of(vfs)->real->xCurrentTime(of(vfs)->real, time); }

    static int lastError(sqlite3_vfs *vfs, int size, char *out)
    {
        return of(vfs)->real->xGetLastError(of(vfs)->real, size, out);
    }
};

FaultyVfs::FaultyVfs()
    : d(std::make_unique<Private>())
{
    d->real = sqlite3_vfs_find(nullptr);
    d->vfs.iVersion = 1;
    d->vfs.szOsFile = int(sizeof(File)) + d->real->szOsFile;
    d->vfs.mxPathname = d->real->mxPathname;
    d->vfs.zName = "faulty";
    d->vfs.pAppData = d.get();
    d->vfs.xOpen = Private::openFile;
    d->vfs.xDelete = Private::deleteFile;
    d->vfs.xAccess = Private::accessFile;
    d->vfs.xFullPathname = Private::fullPathname;
    d->vfs.xRandomness = Private::randomness;
    d->vfs.xSleep = Private::sleep;
    d->vfs.xCurrentTime = Private::currentTime;
    d->vfs.xGetLastError = Private::lastError;
    if (sqlite3_vfs_register(&d->vfs, 1) != SQLITE_OK)
        qFatal("no file layer");
}

FaultyVfs::~FaultyVfs()
{
    sqlite3_vfs_unregister(&d->vfs);
    sqlite3_vfs_register(d->real, 1);
}

void FaultyVfs::set(const Plan &plan)
{
    d->plan = plan;
    d->count = 0;
}

void FaultyVfs::setReadOnlyFiles(bool readOnly)
{
    d->readOnly = readOnly;
}

qint64 FaultyVfs::operations() const
{
    return d->count;
}

} // namespace packwarden::test
