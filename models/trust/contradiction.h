// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"

#include <QCborArray>
#include <QList>

#include <optional>

namespace packwarden {

struct KnownPack;
struct PackFacts;
struct PackRules;
struct Receipt;
struct Statement;

/// What a pack shows and what is pinned or was proved of it cannot both be true. If the pack signed it, it is kept
/// until a person decides; if not, it is a Doubt.
struct Contradiction
{
    enum class Kind {
        Silicon, ///< the silicon limits, which are written once
        Foundation, ///< the foundation, which is written once
        Hardware, ///< the kind of pack
        Rules, ///< charter or policy went back to an older version
        Log, ///< the pack's own audit is shorter than it was, or another one
        Place, ///< it is heard at two places at the same time; always a Doubt
    };
    Kind kind = Kind::Silicon;
    QString known; ///< a fingerprint, a kind of pack, a version, a number of records
    QString shown;
    qint64 at = 0; ///< Unix seconds of this console, when it was first seen
    bool operator==(const Contradiction &) const = default;

    QCborArray toCbor() const; ///< [kind, known, shown, at]
    static std::optional<Contradiction> fromCbor(const QCborValue &value);
};

/// What was said in a pack's name, unsigned, against what is known of it. Anybody on a bus can say that, so it changes
/// nothing and stops nothing: it is a reason to ask the pack for its signed word, which decides. Not kept over a
/// restart.
struct Doubt
{
    static constexpr qint64 lasts = 600; ///< seconds after it was said last
    static constexpr qint64 askAgain = 60; ///< seconds between two questions for the pack's word
    static constexpr qint64 recordAgain = 3600; ///< seconds between two records about one pack
    QList<Contradiction> shown; ///< one of a kind
    qint64 at = 0; ///< Unix seconds, when it was said last
    qint64 asked = 0; ///< when the pack's word was asked for
    qint64 recorded = 0;
    bool refuted = false; ///< the pack's own word says otherwise: another node answers in its name
    bool operator==(const Doubt &) const = default;
};

/// The stable words "silicon", "foundation", "hardware", "rules", "log", "place", for files, the audit and the command
/// line.
QLatin1String contradictionName(Contradiction::Kind kind);

/// What an answer says against what is known of the pack; empty: nothing. at is left to the caller. Of a pack of which
/// nothing is pinned nothing can be contradicted.
namespace contradictions {

/// Hardware and parameter table against the pinned limits, versions against what the pack proved.
QList<Contradiction> in(const PackFacts &facts, const KnownPack &known);
QList<Contradiction> in(const PackRules &rules, const KnownPack &known);
/// Both are verified words of the pack's own key.
QList<Contradiction> in(const Statement &statement, const KnownPack &known);
QList<Contradiction> in(const Receipt &receipt, const KnownPack &known);

} // namespace contradictions

} // namespace packwarden
