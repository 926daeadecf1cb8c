// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policydraft.h"

#include <QCoreApplication>
#include <QStringList>

namespace packwarden {

/// The matrix as tables of words: for lists on the screen, for spreadsheets and for paper.
class RightsWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::RightsWords)
public:
    struct Table
    {
        QString title;
        QStringList heads;
        QList<QStringList> rows;
    };
    /// All that a role may do: layer, capability, how, conditions, what it takes.
    static Table rightsOf(const PolicyDraft &draft, const RoleId &role);
    /// All who may do this: company, role, how, conditions.
    static Table holdersOf(const PolicyDraft &draft, const CapabilityId &capability);
    /// Every capability with every role, in the order given.
    static Table matrix(const PolicyDraft &draft, const QList<RoleId> &roles);
    /// What differs: kind, what, before, after.
    static Table differences(const PolicyDraft &draft, const QList<RuleDifference> &differences);

private:
    static QString cell(const PolicyDraft &draft, const CapabilityId &capability, const RoleId &role);
};

} // namespace packwarden
