// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/trustsnapshot.h"

namespace packwarden::trustfiles {

/// The files of a trust book: deterministic CBOR, written whole. They repeat what packs and files said; the truth is in
/// the signed documents inside them.

QByteArray encode(const PinnedRules &pinned);
Result<PinnedRules> decodePinned(const QByteArray &bytes);
QByteArray encode(const QSet<QByteArray> &former);
Result<QSet<QByteArray>> decodeFormer(const QByteArray &bytes);
QByteArray encode(const QList<CrlEntry> &lists);
Result<QList<CrlEntry>> decodeLists(const QByteArray &bytes);
/// With the hashes of limits and foundation that are pinned, and contradictions that wait for a person. A file that
/// names no hashes is from before they were pinned: they are taken from the limits and the foundation that it holds.
QByteArray encode(const KnownPack &pack);
Result<KnownPack> decodePack(const QByteArray &bytes);

} // namespace packwarden::trustfiles
