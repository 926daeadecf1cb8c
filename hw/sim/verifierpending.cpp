// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifier.h"

// Until core judges these: refused, whatever it is.
namespace packwarden {

__attribute__((weak)) Verdict verifyPolicy(const QByteArray &, const PackState &)
{
    Verdict verdict;
    verdict.refusal = Error{Code::UnknownType, {}};
    return verdict;
}

__attribute__((weak)) Verdict verifyCharter(const QByteArray &, const PackState &)
{
    Verdict verdict;
    verdict.refusal = Error{Code::UnknownType, {}};
    return verdict;
}

__attribute__((weak)) Result<> checkReachable(const Policy &, const Charter &, const Foundation &, qint64)
{
    return {Code::WouldLockOut, {}};
}

} // namespace packwarden
