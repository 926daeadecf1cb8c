// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/audit/auditnoun.h"

#include "app/ctl/audit/auditverbs.h"

namespace packwarden::ctl {

namespace {

using Count = Argument::Count;
using taken::Dash;
using taken::Need;

} // namespace

Noun auditNoun()
{
    return {"audit", "What was done and refused here, and whether the record of it is whole.",
        {
            {"list", "List all records, oldest first.", {}, {}, "audit list", {}, makeAuditList},
            {"verify", "Check every record, and what others hold of this audit.",
                {{"FILE", Count::Any, "Documents and exports that may hold heads of this audit."}}, {},
                "audit verify change.pwreq", {}, makeAuditVerify},
            {"export", "Write the whole audit as a file that anyone can verify.", {},
                taken::newFile("File to write.", Need::Yes, Dash::No) + taken::key(Need::No),
                "audit export -o audit.jsonl", {}, makeAuditExport},
            {"witnesses", "Show what this store knows of other audits.",
                {{"SERIAL", Count::Any, "Packs to ask first for the heads that they keep."}}, taken::bus(Need::No),
                "audit witnesses SDB-DEMO-0001 --bus socketcan:can0", {}, makeAuditWitnesses},
            {"settle", "Treat what one key told of this audit as a dispute.",
                {{"NAME", Count::One, "Name as audit verify tells it."}}, {}, "audit settle ada", {}, makeAuditSettle},
            {"restart", "After damage: keep the old audit aside and begin a new one.", {}, {}, "audit restart", {},
                makeAuditRestart},
        }};
}

} // namespace packwarden::ctl
