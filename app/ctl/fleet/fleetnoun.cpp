// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/fleet/fleetnoun.h"

#include "app/ctl/fleet/fleetverbs.h"

namespace packwarden::ctl {

namespace {

using Count = Argument::Count;
using taken::Need;

} // namespace

Noun fleetNoun()
{
    return {"fleet", "All packs that this console knows: lists, groups, and what came of roll-outs.",
        {
            {"list", "List the packs that are known, with what they say now where there is a bus.", {},
                taken::bus(Need::No)
                    + QList<Taken>{option::where, option::group, option::view, {option::csv, Need::No, "As CSV."}},
                "fleet list --where \"owner:leasing days>3\"", {}, makeFleetList},
            {"groups", "List the groups of packs.", {}, {}, "fleet groups", {}, makeFleetGroups},
            {"group", "Show a group, make one, or change it.",
                {{"NAME", Count::One, "Name of the group."},
                    {"SERIAL", Count::Any, "Packs to put into it, or with --remove to take out of it."}},
                {option::rule, option::inside, option::remove, {option::name, Need::No, "Its new name."}},
                "fleet group Berlin --rule \"owner:leasing serial>=SDB-0100 serial<SDB-0200\"", {}, makeFleetGroup},
            {"ungroup", "Remove a group. Its packs stay known; groups inside it move up.",
                {{"NAME", Count::One, "Name of the group."}}, {}, "fleet ungroup Berlin", {}, makeFleetUngroup},
            {"rollouts", "List the roll-outs that were begun here, or show one with its result for each pack.",
                {{"NUMBER", Count::Optional, "Number of the roll-out."}}, {}, "fleet rollouts 7", {},
                makeFleetRollouts},
        }};
}

} // namespace packwarden::ctl
