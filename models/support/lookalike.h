// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace packwarden {

/// Names that people may take for one another, or that hide something. They are shown as they are, and flagged.
namespace lookalike {

enum Flag {
    Hidden = 1, ///< direction marks, characters without a width, control characters, line breaks
    MixedScripts = 2, ///< letters of several alphabets in one word
    Combining = 4, ///< marks that stay apart even in composed form
};
Q_DECLARE_FLAGS(Flags, Flag)

Flags flagsOf(const QString &name);
/// Two names with one skeleton can be taken for one another: compatibility forms, case, marks, blanks, invisible
/// characters and letters of other alphabets with a Latin twin are the same in it. Compare it only, never show it.
QString skeleton(const QString &name);
/// The name with what cannot be seen written out: U+202E becomes "[U+202E]". One line.
QString visible(const QString &name);

} // namespace lookalike

} // namespace packwarden

Q_DECLARE_OPERATORS_FOR_FLAGS(packwarden::lookalike::Flags)
