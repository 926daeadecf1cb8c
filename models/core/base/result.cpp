// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/result.h"

#include <array>

namespace packwarden {

namespace {

// In the order of Code.
constexpr std::array names = {"malformed", "not-canonical", "too-large", "unknown-type", "algorithm",
    "signature-invalid", "unknown-issuer", "certificate-not-yet-valid", "certificate-expired", "certificate-revoked",
    "crl-stale", "role-not-issuable", "time-uncertain", "withdrawn", "not-yet-valid", "expired", "wrong-pack",
    "wrong-hardware", "wrong-state", "theft-locked", "wrong-charter", "version-rollback", "version-jump", "stale-base",
    "above-silicon-limit", "prohibited", "outside-charter", "laxer-than-charter", "outside-policy", "step-too-large",
    "cross-rule", "too-complex", "signer-not-authorised", "author-is-approver", "signer-repeated", "below-quorum",
    "would-lock-out", "not-an-identifier", "not-a-quantity", "unknown-parameter", "file-unreadable", "file-unwritable",
    "wrong-passphrase", "key-unusable", "not-signed-in", "different-document", "bus-unavailable", "pack-unreachable",
    "transfer-failed", "negative-response", "unexpected-answer", "receipt-invalid", "trust-contradicted",
    "fingerprint-needed", "exchange-unavailable", "exchange-refused", "audit-damaged", "audit-unwritable", "cancelled",
    "internal"};
static_assert(names.size() == static_cast<size_t>(Code::Internal) + 1);

} // namespace

QLatin1String codeName(Code code)
{
    return QLatin1String(names.at(static_cast<size_t>(code)));
}

std::optional<Code> codeFromName(const QString &name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1String(names[i]))
            return static_cast<Code>(i);
    }
    return std::nullopt;
}

Error Error::at(const QString &place) const
{
    return {code, detail.isEmpty() ? place : QStringLiteral("%1: %2").arg(place, detail), reason};
}

} // namespace packwarden
