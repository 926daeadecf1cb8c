// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/memory/packcontents.h"
#include "models/core/documents/provisioning.h"

namespace packwarden::sim {

/// What a kind of pack is, with its silicon limits.
struct DataSheet
{
    PackConfiguration configuration; ///< without node
    QString partNumber;
    SiliconLimits silicon;

    /// What the cells' maker says of them: as much as chemistry bounds.
    CellDataSheet cellData() const;
    /// By hardware name ("nmc-96s2p"). Malformed; for a kind that there is not, with those that there are.
    static Result<DataSheet> load(const QString &hardware);
    /// The names of all kinds.
    static QStringList kinds();
};

} // namespace packwarden::sim
