// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/support/damagedfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace packwarden::damagedfile {

namespace {

/// The journal goes along, and first: without it a database may be half a transaction.
constexpr std::array tails{"-journal", "-wal", "-shm", ""};

/// A link that leads nowhere takes its place, too.
bool isFree(const QString &path)
{
    return std::none_of(tails.begin(), tails.end(), [&](const char *tail) {
        const QFileInfo info(path + QLatin1String(tail));
        return info.exists() || info.isSymLink();
    });
}

} // namespace

Result<QString> setAside(const QString &path)
{
    QString kept;
    int number = 0;
    do
        kept = QStringLiteral("%1.damaged-%2").arg(path).arg(++number);
    while (!isFree(kept));
    for (const char *tail : tails) {
        const QString from = path + QLatin1String(tail);
        if (QFile::exists(from) && !QFile::rename(from, kept + QLatin1String(tail)))
            return {Code::FileUnwritable, kept};
    }
    return kept;
}

} // namespace packwarden::damagedfile
