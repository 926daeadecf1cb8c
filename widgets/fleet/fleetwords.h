// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/fleet/fleetmodel.h"
#include "models/signoffs/rollout.h"
#include "models/trust/startoutlook.h"
#include "widgets/style/theme.h"

#include <QCoreApplication>

namespace packwarden {

/// What the fleet's values mean, in words.
class FleetWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::FleetWords)
public:
    /// "Tomorrow: 2 packs could not start (...). Of 1 nobody here can say."
    static QString tomorrow(const QList<StartOutlook> &packs);
    static Status tomorrowStatus(const QList<StartOutlook> &packs);
    /// "10,000 packs: 9,210 start tomorrow, 31 with faults, 588 neither heard nor read for 3 days"
    static QString totals(const FleetModel::Totals &totals);
    static QString outlook(const StartOutlook &outlook);
    /// What was judged, for the tooltip.
    static QString outlookBasis(const StartOutlook &outlook);
    static Status outlookStatus(const StartOutlook &outlook);
    static QString lock(const QString &word);
    static Status lockStatus(const QString &word);
    static QString entry(const Rollout::Entry &entry);
    static Status entryStatus(const Rollout::Entry &entry);
    static QString stage(const Rollout &rollout, qint64 now);
};

} // namespace packwarden
