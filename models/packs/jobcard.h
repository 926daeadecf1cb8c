// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "models/core/pack/statement.h"
#include "models/packs/shophead.h"

#include <QStringList>

namespace packwarden {

/// For whom the job is, as typed; each may be empty.
struct JobOrder
{
    QString customer;
    QString vehicle; ///< plate, VIN, name
    QString number; ///< of the order
    bool operator==(const JobOrder &) const = default;
    static constexpr int longest = 120; ///< characters of each
};

/// One job at one pack: how it was found, what was done in the words of who did it, and how it was left. The pack
/// signed both ends; what was heard beside is what the console saw, and signed by nobody.
struct JobCard
{
    struct End
    {
        Statement statement; ///< verified
        QByteArray signedBytes; ///< COSE_Sign1 that it was read from
        PackTelemetry heard;
    };
    ShopHead shop;
    QString opener; ///< who was signed in when it was opened; may be empty
    QString openerParty;
    QString person; ///< and when it was closed
    QString party;
    JobOrder order;
    QString words; ///< what was done
    QStringList recordings; ///< file names
    End before;
    End after;

    /// Values of the pack that differ between the two ends.
    QList<ParameterId> changedValues() const
    {
        QList<ParameterId> changed;
        for (auto it = after.statement.values.begin(); it != after.statement.values.end(); ++it) {
            const auto held = before.statement.values.constFind(it.key());
            if (held == before.statement.values.end() || *held != *it)
                changed.append(it.key());
        }
        return changed;
    }
};

} // namespace packwarden
