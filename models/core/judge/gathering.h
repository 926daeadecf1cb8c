// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/access.h"
#include "models/core/judge/verifier.h"

namespace packwarden {

/// What people could do together if each of them signed now: asked by consoles before anybody does. Seats, grants,
/// floors and the author's part are judged by the code that judges documents; only chains and values are not looked at
/// here (judgeActor and judgeValue are). Pure.

/// How a pack is asked for a capability.
enum class Asking {
    Session, ///< with one key, over an authenticated session
    Request, ///< by a change request
    Command, ///< by a command of its own kind
    Rules, ///< by a policy or a charter
};
Asking askingFor(const CapabilityId &capability, const PackState &state);

/// Who writes the document: it is not approved by its author alone.
enum class Writer {
    OneOfThem, ///< whether or not he fills a seat too
    OneSeated, ///< one who fills a seat, so that nobody is there for writing alone
    SomebodyElse,
};

struct Gathering
{
    std::optional<Error> refusal; ///< none: these are enough
    QList<SeatFinding> seats; ///< filledBy: who of them, -1: missing
    int author = -1; ///< who of them writes the document; -1: no document, or somebody else
    bool isEnough() const { return !refusal.has_value(); }
};

/// Are these enough for the capability, within soft limits and steps or beyond them? The reasons of the verifiers and
/// of access.h; Malformed where the pack has no such capability. At most CoseSign::maxSignatures people are looked at.
Gathering gather(const CapabilityId &capability, const QList<Actor> &people, const PackState &state,
    Writer writer = Writer::OneOfThem, bool beyond = false);

/// Somebody whom a party could certify for a role: the actor that judgeActor would make of a good chain under this
/// root. RoleNotIssuable, SignerNotAuthorised as there.
Result<Actor> supposedActor(
    const QByteArray &rootSha256, const RoleId &role, const QString &person, const PackState &state);

/// The same pack as far as its rules alone decide: in service, unlocked, with a sure clock and whole, nothing used up.
PackState underRulesAlone(const PackState &state);

} // namespace packwarden
