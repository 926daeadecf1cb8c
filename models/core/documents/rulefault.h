// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QString>

namespace packwarden {

/// Why a charter or policy cannot hold, as checkCharter and checkPolicy say it. A pack sends code and detail alone, so
/// the detail is the one form of it: written and read here.
struct RuleFault
{
    enum class What {
        Seats, ///< of a capability: they cannot all be filled, or are too few
        MandatorySeats, ///< likewise, in the charter
        Position, ///< of a role: the charter does not have it
        Issuers, ///< of a role: one is no party
        Basis, ///< of a grant: its clause is in no contract
        Dates, ///< of a grant or a position: the end is before the beginning
        Group, ///< of a grant: there is no such group of packs
        Root, ///< of a position: no certificate that answers for itself
        Party, ///< of a position: none, or one root for two
        Signatory, ///< of a position: no role of it, or none that anyone issues
        Rights, ///< to a capability: of a role that there is not
        Successor, ///< of a seat
        SoftLimits, ///< of a parameter: beyond the charter's range
        Grant, ///< itself: of a role or capability that there is not, or that the charter does not let it hold
    };
    What what = What::Grant;
    QString subject; ///< "set-soc-max", "technician", "technician/set-soc-max"

    /// "seats of set-soc-max"; of a grant "technician/set-soc-max".
    QString text() const;
    /// None for a detail that says something else.
    static std::optional<RuleFault> in(const QString &detail);
    Error error(Code code = Code::Malformed) const;
    /// Of a grant: its two halves.
    QString role() const { return subject.section(u'/', 0, 0); }
    QString capability() const { return subject.section(u'/', 1); }
    bool operator==(const RuleFault &) const = default;
};

} // namespace packwarden
