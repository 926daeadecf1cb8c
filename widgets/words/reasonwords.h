// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/foreignfile.h"
#include "models/core/pki/tokenreason.h"
#include "models/exchange/exchangereason.h"
#include "models/keys/listreason.h"
#include "models/signoffs/deliveryreason.h"
#include "models/signoffs/rollout.h"
#include "models/signoffs/signoffacts.h"
#include "models/support/storereason.h"
#include "models/trust/trustlack.h"
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
    static std::optional<Sentence> words(TokenReason reason);
    static std::optional<Sentence> words(DeliveryReason reason);
    static std::optional<Sentence> words(Kept reason);
    static std::optional<Sentence> words(Rollout::Anomaly reason);
    static std::optional<Sentence> words(ListReason reason);
    static std::optional<Sentence> words(TrustLack reason);
    static std::optional<Sentence> words(ForeignFile reason);
    static std::optional<Sentence> words(ExchangeReason reason);
    static std::optional<Sentence> words(StoreReason reason);

    /// Of the first of these kinds that the reason is of.
    template <typename First, typename... Others> static std::optional<Sentence> firstOf(const Error &error)
    {
        if (const auto *reason = error.as<First>())
            return words(*reason);
        if constexpr (sizeof...(Others) > 0)
            return firstOf<Others...>(error);
        else
            return std::nullopt;
    }
};

} // namespace packwarden
