// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/tokenreason.h"
#include "widgets/words/sentences.h"

namespace packwarden {

/// What a typed reason says, where it says more than its code: one sentence for each value of each kind of reason.
/// Sentences asks it first.
class ReasonWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::ReasonWords)
public:
    /// Nothing for an error whose reason is none of these.
    static std::optional<Sentence> of(const Error &error);

private:
    static Sentence ofToken(TokenReason reason);
};

} // namespace packwarden
