// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/documentfile.h"

namespace packwarden {

/// A file travels through many hands, and anybody can add to it. Places in it are few: who leads to no pinned root
/// never takes one that somebody needs, and no party takes those of another.
///
/// As long as there is room nothing goes. Then those stay first that lead to a root; of them each root's first, then
/// each root's second, and so on; at last the others. Which these are does not depend on the order of merging. A file
/// that is too large as a whole keeps nothing else than those, and the attachments that its document names.
namespace filebounds {

constexpr int maxLists = 64;
constexpr int maxVoices = 64; ///< withdrawals; and as many rejections
constexpr int maxWords = 2048; ///< receipts; and as many statements

/// Is there nothing that bounded() would take away?
bool isBounded(const DocumentFile &file);

/// The file within these bounds; a file that is within them stays as it is. roots: those pinned; those that the charter
/// in the file names are added. Signatures fit a document's 16 and its bytes; of twins that differ in their chains one
/// stays that leads to a root.
DocumentFile bounded(const DocumentFile &file, const QList<Certificate> &roots);

/// The union of two files, bounded. Commutative and idempotent; associative unless bytes or time run out for one.
/// DifferentDocument; TooLarge where no root is known and more signatures verify than a document holds.
Result<DocumentFile> merge(const DocumentFile &a, const DocumentFile &b, const QList<Certificate> &roots);

/// Of encoded entries the newest list of each issuer under these roots, at most so many; what leads to none is left
/// out. The time that it takes is bounded.
QList<CrlEntry> newestLists(const QList<QByteArray> &entries, const QList<Certificate> &roots, int most = maxLists);

} // namespace filebounds

} // namespace packwarden
