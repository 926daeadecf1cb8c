// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QCoreApplication>

namespace packwarden {

class FleetModel;

/// Words of a search over the fleet, wherever packs are looked for.
class PackWords
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::FleetWords)
public:
    /// Does the row say this word, as people read it? For FleetModel::ask.
    static bool says(const FleetModel &fleet, int row, const QString &word);
    /// Why this is no search, no rule and no group; other errors as always.
    static QString problem(const Error &error);
};

} // namespace packwarden
