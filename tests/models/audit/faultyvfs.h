// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <memory>

namespace packwarden::test {

/// The file layer of SQLite (sqlite3_vfs) with faults at will, in front of the real one, for every connection of the
/// process while it lives. Writes, truncations, syncs and deletions are counted from 1; nothing is really synced, so
/// that thousands of crashes take seconds.
class FaultyVfs final
{
public:
    enum class Fault {
        None,
        Exit, ///< the process ends there (137), as by SIGKILL
        PowerCut, ///< likewise, and of what no file was synced with since, a part chosen by the seed is lost
        InputOutput, ///< SQLITE_IOERR_...
        Full, ///< SQLITE_FULL for writes
    };
    struct Plan
    {
        Fault fault = Fault::None;
        qint64 at = 0; ///< the k-th operation
        bool persistent = false; ///< and all after it
        bool syncsOnly = false; ///< count and fail syncs alone
        quint32 seed = 1;
        const char *whileExists = nullptr; ///< fail only while this file is there
    };

    FaultyVfs();
    ~FaultyVfs();
    FaultyVfs(const FaultyVfs &) = delete;
    FaultyVfs &operator=(const FaultyVfs &) = delete;

    /// Counts from the start again.
    void set(const Plan &plan);
    void setReadOnlyFiles(bool readOnly); ///< databases open as on a read-only medium
    qint64 operations() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace packwarden::test
