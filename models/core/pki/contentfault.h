// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QString>

#include <optional>

namespace packwarden {

/// Why a revocation list cannot be used, or a name not be certified. A pack sends code and detail alone, so the detail
/// is the one form of it: written and read here.
struct ContentFault
{
    enum class What {
        RevocationList, ///< "CRL: no nextUpdate"
        Name, ///< of a certificate or of a request for one: "subject: no common name"
    };
    What what = What::RevocationList;
    QString cause; ///< in English, as CauseWords knows it

    QString text() const;
    /// None for a detail that says something else.
    static std::optional<ContentFault> in(const QString &detail);
    Error error(Code code = Code::Malformed) const { return {code, text()}; }
    bool operator==(const ContentFault &) const = default;
};

} // namespace packwarden
