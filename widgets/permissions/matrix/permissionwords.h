// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policydraft.h"

#include <QCoreApplication>

namespace packwarden {

/// The words of the matrix: cells, rows, problems.
class PermissionWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::PermissionWords)
public:
    static QString symbol(CellState state); ///< "●"
    static QString barred(); ///< the symbol of a cell that the charter bars
    static QString state(CellState state); ///< "alone"
    static QString band(int layer); ///< "3 · Financial harm control"
    /// "Read cells in detail"
    static QString capability(const CapabilityId &id);
    static QString role(const Policy &policy, const RoleId &id);
    /// What it takes: "Leasing and Cell data", "any one key", "nobody".
    static QString takes(const Policy &policy, const PolicyFrame &frame, const CapabilityId &capability);
    static QString problem(const PolicyProblem &problem, const Policy &policy);
    /// What its remedy does: "Take back", "Drop the second".
    static QString fix(const PolicyProblem &problem);
    /// Why a cell cannot have this state.
    static QString refused(CellState state);
    /// "from 1 Dec 2026, 3 times"; empty without conditions.
    static QString conditions(const Grant &grant);
    /// The conditions of all grants of a cell: "from 1 Dec 2026; or until 3 Jan 2027".
    static QString conditions(const QList<Grant> &grants);
    /// What an edit of several cells did and did not do; empty where all were edited.
    static QString left(const PolicyDraft::BlockEdit &edit, CellState state);
};

} // namespace packwarden
