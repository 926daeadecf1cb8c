// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#ifdef PACKWARDEN_BREAKABLE
#include <QByteArray>
#endif

/// Private to the sources of core, hw and hw/sim: the one way to switch a rule off, for the tests that must notice it.
/// The product is compiled without PACKWARDEN_BREAKABLE; there no rule can be broken, and no trace of this is left.
namespace packwarden {

#ifdef PACKWARDEN_BREAKABLE
/// What --break names; defined by the test programs (tests/models/core/judge/broken/main.cpp).
extern QByteArray brokenRule;
inline bool broken(const char *rule)
{
    return brokenRule == rule;
}
#else
constexpr bool broken(const char *)
{
    return false;
}
#endif

} // namespace packwarden
