// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/request.h"

#include <optional>

namespace packwarden {

/// A request over more packs than one document holds, as numbered parts. Each part is a request like any other, judged,
/// signed and delivered by itself: no pack and no older console knows of parts. They say that they belong together by
/// what everybody signs anyway (FORMATS.md, "Parts of a request"). Pure.
namespace requestparts {

/// Bytes of a payload; the rest of CoseSign::maxBytes is for the signatures of those who must sign, with their chains.
inline constexpr qsizetype maxPayload = qsizetype(80) * 1024;
inline constexpr int maxParts = 255;

/// One request where it fits, else parts in the order of its packs, as few as there may be. TooLarge: more than
/// maxParts, or one pack alone does not fit.
Result<QList<ChangeRequest>> split(const ChangeRequest &whole);

struct Part
{
    int number = 1; ///< from 1
    int of = 1;
    QByteArray together; ///< the same for all parts of one request by one author
    bool operator==(const Part &) const = default;
};
/// Nothing: it is whole.
std::optional<Part> partOf(const DocumentHead &head);

/// Packs that start from the same values on the same hardware.
struct Kind
{
    QString hardware;
    QList<ParameterChange> changes; ///< without revisions
    QList<PackSerial> packs;
};
/// The most frequent first, then in the order of their first packs: who signs sees which packs are odd.
QList<Kind> kindsOf(const QList<PackChanges> &packs);

} // namespace requestparts

} // namespace packwarden
