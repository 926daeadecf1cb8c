// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/command.h"
#include "models/drafts/charterdraft.h"
#include "models/drafts/requestparts.h"

#include <QStringList>

namespace packwarden {

/// The words of the dialogs in which commands and changes of the charter are drafted.
namespace draftwords {

/// Why nothing can be drafted for a pack; the general sentence where a draft has no better one. A draft asks no pack:
/// one that is out of its reach was not read here yet.
QString refusal(const Error &error);

/// "Lock against theft"
QString command(CommandKind kind);
/// What it is for, and what it needs, in a sentence or two.
QString purpose(CommandKind kind);
/// What follows for people and vans, a line each. packs: how many it names.
QStringList consequences(const Command &command, int packs);
/// Why such a command cannot be drafted; the general sentence where the kind has no better one.
QString refusal(CommandKind kind, const Error &error);

/// Packs that start from the same: how many, on which hardware, from which values, and the serials of a few.
QString kind(const requestparts::Kind &kind);

/// "Transfer ownership"
QString amendment(Amendment kind);
QString purpose(Amendment kind);
QString refusal(Amendment kind, const Error &error);
/// What follows for people, a line each.
QStringList effects(const QList<CharterDraft::Effect> &effects, Amendment kind, const Charter &charter);

/// "the owner, asset manager and the platform, engineer"; a seat that several may fill says so.
QString signers(const QList<SeatFinding> &seats, const Charter &charter);

} // namespace draftwords

} // namespace packwarden
