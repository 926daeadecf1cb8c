// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/support/storemodes.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <sys/stat.h>

namespace packwarden::storemodes {

namespace {

constexpr mode_t forFolders = 0700;
constexpr mode_t forFiles = 0600;
constexpr mode_t ofOthers = 0077;

/// What programs of this project put into a store.
bool isOwn(const QString &name)
{
    static const QStringList folders{QStringLiteral("requests"), QStringLiteral("trust"), QStringLiteral("jobs"),
        QStringLiteral("issued"), QStringLiteral("recordings"), QStringLiteral("company"), QStringLiteral("demo"),
        QStringLiteral("drafts")};
    return folders.contains(name) || name.startsWith(QLatin1String("audit.db"))
        || name.startsWith(QLatin1String("fleet.db")) || name.startsWith(QLatin1String("layout.ini"))
        || (name.startsWith(QLatin1String("list-")) && name.endsWith(QLatin1String(".crl")));
}

/// Nothing for a link and for what is gone.
std::optional<mode_t> modeOf(const QString &path)
{
    struct stat found = {};
    if (::lstat(QFile::encodeName(path).constData(), &found) != 0 || S_ISLNK(found.st_mode))
        return std::nullopt;
    return found.st_mode;
}

/// False if others may still get at it.
bool restrict(const QString &path)
{
    const auto mode = modeOf(path);
    if (!mode || (*mode & ofOthers) == 0)
        return true;
    const QByteArray name = QFile::encodeName(path);
    return ::chmod(name.constData(), S_ISDIR(*mode) ? forFolders : forFiles) == 0 && (*modeOf(path) & ofOthers) == 0;
}

} // namespace

bool makeFolder(const QString &path)
{
    const QDir folder(path);
    if (!folder.exists() && QDir().mkpath(QFileInfo(folder.absolutePath()).path()))
        ::mkdir(QFile::encodeName(folder.absolutePath()).constData(), forFolders);
    return folder.exists();
}

QStringList close(const QString &store)
{
    QStringList open;
    const auto take = [&open](const QString &path) {
        if (!restrict(path))
            open.append(path);
    };
    const QDir folder(store);
    constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    const QStringList names = folder.entryList(everything);
    const bool isStore = std::all_of(names.begin(), names.end(), [](const QString &name) { return isOwn(name); });
    const auto mode = modeOf(store);
    // A folder that all may write to is no store, whatever lies in it.
    const bool isShared = mode && (*mode & (S_ISVTX | S_IWOTH)) != 0;
    if (isStore && !isShared)
        take(store);
    else if (mode && (*mode & ofOthers) != 0)
        open.append(store);
    for (const QString &name : names) {
        if (!isOwn(name) || !modeOf(folder.filePath(name)))
            continue;
        take(folder.filePath(name));
        QDirIterator all(folder.filePath(name), everything, QDirIterator::Subdirectories);
        while (all.hasNext())
            take(all.next());
    }
    return open;
}

} // namespace packwarden::storemodes
