// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/asof/asofnoun.h"

#include "app/ctl/asof/asofverbs.h"

namespace packwarden::ctl {

namespace {

using Count = Argument::Count;

const Argument day{"DATE", Count::One, "Day (its end, UTC) or moment, ISO 8601; not in the future."};
const Argument serial{"SERIAL", Count::One, "Serial of the pack."};

} // namespace

Noun asOfNoun()
{
    const QList<ExitCode> exits{NotComplete};
    return {"as-of",
        "What was in force on a day that is past, with what proves it. Exit code 3: this store cannot tell.",
        {
            {"matrix", "Show the charter and policy that a pack held.", {day, serial}, {},
                "as-of 2026-05-31 matrix SDB-DEMO-0001", exits, makeAsOf},
            {"values", "Show the values that a pack held.", {day, serial}, {}, "as-of 2026-05-31 values SDB-DEMO-0001",
                exits, makeAsOf},
            {"keys", "Show which of the keys known here were valid or revoked.", {day}, {}, "as-of 2026-05-31 keys",
                exits, makeAsOf},
            {"who", "Show who, of the keys known here, could have done something on a pack.",
                {day, serial, {"CAPABILITY", Count::One, "What was to be done, such as set-soc-max."}}, {},
                "as-of 2026-05-31 who SDB-DEMO-0001 set-soc-max", exits, makeAsOf},
            {"timeline", "List what is known to have happened to a pack until then, from all logs.", {day, serial}, {},
                "as-of 2026-05-31 timeline SDB-DEMO-0001", {}, makeAsOf},
        },
        true};
}

} // namespace packwarden::ctl
