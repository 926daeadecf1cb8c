// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/pack/packnouns.h"

#include "app/ctl/pack/packverbs.h"

namespace packwarden::ctl {

namespace {

using Count = Argument::Count;
using taken::Dash;
using taken::Need;

const Argument serial{"SERIAL", Count::One, "Serial of the pack."};

} // namespace

Noun packNoun()
{
    return {"pack", "Packs on a bus: what they say, and what one key may do with them.",
        {
            {"list", "List the packs on the bus.", {}, taken::bus(), "pack list --bus socketcan:can0", {},
                makePackList},
            {"show", "Show who a pack is, and its rules, clock and life cycle.", {serial}, taken::bus(),
                "pack show SDB-DEMO-0001 --bus socketcan:can0", {}, makePackShow},
            {"parameters", "Show all parameters of a pack with their limits.", {serial}, taken::bus(),
                "pack parameters SDB-DEMO-0001 --bus socketcan:can0", {}, makePackShow},
            {"read", "Read data identifiers of a pack, as hexadecimal.",
                {serial, {"DID", Count::Some, "Data identifier, four hex digits."}}, taken::bus(),
                "pack read SDB-DEMO-0001 F18C 0107 --bus socketcan:can0", {}, makePackRead},
            {"watch", "Show what a pack broadcasts, twice a second.", {serial},
                taken::bus() + QList<Taken>{option::seconds},
                "pack watch SDB-DEMO-0001 --seconds 60 --bus socketcan:can0", {}, makePackWatch},
            {"cells", "Show voltage, resistance and balancing of every cell.", {serial},
                taken::bus() + QList<Taken>{option::csv, option::interval, option::seconds},
                "pack cells SDB-DEMO-0001 --csv --interval 10 --seconds 600 --bus socketcan:can0", {}, makePackCells},
            {"faults", "Show the faults that a pack keeps.", {serial}, taken::bus(),
                "pack faults SDB-DEMO-0001 --bus socketcan:can0", {}, makePackFaults},
            {"repository", "Show the slots of a pack's memory.", {serial}, taken::bus(),
                "pack repository SDB-DEMO-0001 --bus socketcan:can0", {}, makePackRepository},
            {"statement", "Get a pack's signed statement of its state, check it and write it.", {serial},
                taken::bus() + taken::newFile("File to write the statement to."),
                "pack statement SDB-DEMO-0001 -o state.cose --bus socketcan:can0", {}, makePackStatement},
            {"verify", "Check statements in files: both ends of a job card, for example. Needs no bus.",
                {{"FILE", Count::Some, "File that \"pack statement\" or a job card wrote."}}, {},
                "pack verify 20261130-074501-job-SDB-DEMO-0001-after.cose", {}, makePackVerify},
            {"set", "Set a parameter of layer 1 or 2, which one key may set.",
                {serial, {"PARAMETER=VALUE", Count::One, "Parameter and value, in the parameter's unit."}},
                taken::bus() + taken::key(),
                "pack set SDB-DEMO-0001 service.interval=400 --key me.p12 --bus socketcan:can0", {}, makePackAction},
            {"activate", "Activate a pack for a purpose.", {serial},
                taken::bus() + taken::key() + QList<Taken>{option::purpose},
                "pack activate SDB-DEMO-0001 --purpose charge --key me.p12 --bus socketcan:can0", {}, makePackAction},
            {"deactivate", "Deactivate a pack.", {serial}, taken::bus() + taken::key(),
                "pack deactivate SDB-DEMO-0001 --key me.p12 --bus socketcan:can0", {}, makePackAction},
            {"clear-faults", "Clear the faults that a pack keeps.", {serial}, taken::bus() + taken::key(),
                "pack clear-faults SDB-DEMO-0001 --key me.p12 --bus socketcan:can0", {}, makePackAction},
            {"settle", "List packs that contradict what is pinned of them, or decide about one.",
                {{"SERIAL", Count::Optional, "The pack to decide about."}}, {option::keep, option::forget},
                "pack settle SDB-DEMO-0001 --keep", {}, makePackSettle},
        }};
}

Noun timeNoun()
{
    return {"time", "The clock of a pack that has lost the time.",
        {
            {"", "Bring a pack the time, or write it down for two parties to sign.", {serial},
                taken::bus() + taken::key()
                    + taken::newFile("File to write the time to, for another party to sign.", Need::No, Dash::No),
                "time SDB-DEMO-0001 --key me.p12 --bus socketcan:can0", {}, makeTimeSet},
            {"sign", "Sign the time in a file, as the second party.",
                {{"FILE", Count::One, "File that \"time SERIAL -o FILE\" wrote; it is rewritten."}}, taken::key(),
                "time sign now.pwtime --key me.p12", {}, makeTimeOfTwo},
            {"deliver", "Bring a pack the time that two parties have signed.",
                {{"FILE", Count::One, "File with both signatures."}}, taken::bus(),
                "time deliver now.pwtime --bus socketcan:can0", {}, makeTimeOfTwo},
        }};
}

Noun recordNoun()
{
    return {"record", "Recordings of a bus, as candump -L writes them.",
        {
            {"start", "Record a bus without taking part, until it is ended.", {},
                QList<Taken>{{option::bus, Need::Yes}}
                    + taken::output("File to write; an existing one is refused.", Need::Yes, Dash::Allowed)
                    + QList<Taken>{option::seconds, option::trigger},
                "record start --bus socketcan:can0 --trigger 18FF07xx -o odd.log", {}, makeRecordStart},
            {"replay", "Show what was said in a recording: packs, requests and answers.",
                {{"FILE", Count::One, "Recording.", Dash::Allowed}}, {}, "record replay odd.log", {}, makeRecordReplay},
        }};
}

} // namespace packwarden::ctl
