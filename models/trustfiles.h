// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "trustbook.h"

namespace packwarden::trustfiles {

/// The files of a trust book: deterministic CBOR, written whole. They repeat what packs and files said; the truth is in
/// the signed documents inside them.

QByteArray encode(const PinnedRules &pinned);
Result<PinnedRules> decodePinned(const QByteArray &bytes);
QByteArray encode(const QSet<QByteArray> &former);
Result<QSet<QByteArray>> decodeFormer(const QByteArray &bytes);
QByteArray encode(const QList<CrlEntry> &lists);
Result<QList<CrlEntry>> decodeLists(const QByteArray &bytes);
QByteArray encode(const KnownPack &pack);
Result<KnownPack> decodePack(const QByteArray &bytes);

} // namespace packwarden::trustfiles
