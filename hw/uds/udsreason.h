// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace packwarden {

/// Reasons of errors of the diagnostic client.

/// Of NegativeResponse (ISO 14229-1): which service was declined, and the code.
struct NegativeAnswer
{
    quint8 service = 0;
    quint8 code = 0;
    bool operator==(const NegativeAnswer &) const = default;
};

/// 35 31: there is no document of this index.
inline constexpr NegativeAnswer noSuchDocument{0x35, 0x31};
/// 29 22: the pack cannot judge certificates now.
inline constexpr NegativeAnswer cannotJudge{0x29, 0x22};

/// Of PackUnreachable.
enum class NoAnswer {
    InTime, ///< P2 or P2* ran out
};

} // namespace packwarden
