// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/fleetdb.h"

#include <QStringList>

#include <atomic>

namespace packwarden {

/// What a store knows of packs.
struct OpenedFleet
{
    std::shared_ptr<FleetDb> database;
    QStringList problems; ///< paths of what could not be read, and stays where it is
};

/// How far taking over an older store came, for whoever waits for it. Any thread.
struct TakeoverProgress
{
    std::atomic<int> done = 0;
    std::atomic<bool> cancelled = false; ///< set by who waits
};

/// Packs that an older version kept in files of their own, trust/<serial>.pack, and that fleet.db does not have yet.
int olderPacks(const QString &store);

/// Opens <store>/fleet.db, makes it if it is missing, and takes over what an older version kept in a file a pack: each
/// file goes after its pack is written, so that a kill at any moment leaves a pack in one of both places, and the next
/// start goes on. A damaged fleet.db is set aside as fleet.db.damaged-<number>, and packs are learnt anew. Where the
/// store cannot be written, all is in memory alone. Any thread, but one at a time for a store. FileUnreadable: of a
/// newer version, or in use. FileUnwritable: no room; Cancelled. Then nothing is lost.
Result<OpenedFleet> openFleet(const QString &store, TakeoverProgress *progress = nullptr);

} // namespace packwarden
