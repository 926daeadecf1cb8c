// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"
#include "models/core/base/result.h"

#include <QByteArray>
#include <QList>

namespace packwarden {

class SqliteFile;

/// Earlier signed statements of packs, in fleet.db: so many that what a pack held on a past day can be proved. Of a
/// stretch in which a pack's rules and values stayed the same its first and its last statement are kept, as between two
/// statements that say the same nothing can have changed. A store keeps at most mostOfPack of one pack and mostOfAll of
/// all packs: the oldest go first.
namespace pastwords {

constexpr int mostOfPack = 64;
constexpr qint64 mostOfAll = 100'000;

/// A statement is about to take the place of the one that was kept so far. Inside a transaction. FileUnwritable.
Result<> keepBefore(SqliteFile &file, const PackSerial &serial, const QByteArray &before, const QByteArray &now);
/// Nothing of this pack is kept any more. Inside a transaction. FileUnwritable.
Result<> forget(SqliteFile &file, const PackSerial &serial);
/// Encoded, oldest first; without the newest one, which is kept beside what is known of the pack. None where the file
/// cannot be read, or is of an earlier version. They are to be verified.
QList<QByteArray> of(const QString &store, const PackSerial &serial);

} // namespace pastwords

} // namespace packwarden
