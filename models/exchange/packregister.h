// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"

#include <memory>
#include <optional>

namespace packwarden {

class SqliteFile;

/// What an exchange said of packs: who heard each of them last, and when. In <store>/register.db, one row a pack; a
/// memory alone, which is made anew from the exchange where it is lost. What the packs themselves said is in the trust
/// book. For one thread.
class PackRegister final
{
public:
    struct Line
    {
        qint64 counter = -1; ///< the pack's own, of the newest word that verified
        QString by; ///< party that gave it to the exchange
        qint64 seen = 0; ///< when, by the clock of the exchange; Unix seconds
        bool operator==(const Line &) const = default;
    };

    /// A file that cannot be read is made anew; where none can be written, it is kept in memory.
    explicit PackRegister(const QString &path);
    ~PackRegister();

    std::optional<Line> find(const PackSerial &serial) const;
    /// FileUnwritable.
    Result<> keep(const PackSerial &serial, const Line &line);
    /// Which exchange this is of; another one than before, and nothing is known any more.
    void belongTo(const QString &exchange);

private:
    bool prepare(const QString &path);

    std::unique_ptr<SqliteFile> m_file;
};

} // namespace packwarden
