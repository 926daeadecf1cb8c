// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/rules/rules.h"

#include <optional>

namespace packwarden {

class TrustBook;

namespace ctl {

/// Rules that an argument names: a .pwpol or .pwchr file, JSON as `policy export` and `charter show -o` write it, or
/// "held" for what the store has pinned. JSON takes version and charter of what is pinned, plus one.
struct RuleSource
{
    std::optional<Policy> policy;
    std::optional<Charter> charter;

    static Result<RuleSource> read(const QString &argument, const TrustBook &trust);
};

/// Lists from files, "LIST" of a root or "LIST,AUTHORITY" with the certificate of the authority that signed it. A name
/// with a comma in it is taken as one where there is such a file.
Result<QList<CrlEntry>> readLists(const QStringList &arguments);

} // namespace ctl

} // namespace packwarden
