// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QList>

namespace packwarden {

class SqliteFile;

/// The shape of fleet.db. It is local: nothing in it is signed as a whole, and no other program reads it.
namespace fleetschema {

inline constexpr qint64 applicationId = 0x5057464c; ///< "PWFL"
inline constexpr int version = 3; ///< 1: without groups, views and roll-outs; 2: without past words

/// What SQLite keeps of a table or an index: its name, and its CREATE statement word by word.
struct Object
{
    QByteArray name;
    QByteArray sql;
    int since = 1; ///< version
};
/// Tables before what hangs on them.
const QList<Object> &objects();

/// What a file is, before anything of it is used.
enum class State {
    Empty, ///< no object in it yet
    Ours,
    Older, ///< ours, of an earlier version: upgrade() it
    Newer, ///< of a later version of this program
    Damaged, ///< it cannot be read, or holds what is not ours
    Busy, ///< another program held a lock for longer than is waited
};
struct Finding
{
    State state = State::Damaged;
    QString detail;
};
/// Reads nothing but SQLite's own header and list of objects.
Finding inspect(SqliteFile &file);
/// Inside a transaction. FileUnwritable.
Result<> create(SqliteFile &file);
/// Adds what an earlier version had not; nothing else of it changes. Inside a transaction. FileUnwritable.
Result<> upgrade(SqliteFile &file);

} // namespace fleetschema

} // namespace packwarden
