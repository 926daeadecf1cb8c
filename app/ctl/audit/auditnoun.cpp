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
            {"list", "List the records, oldest first.", {},
                {{option::action}, {option::outcome}, {option::person, Need::No, "Id of the person who acted."},
                    {option::pack, Need::No, "Pack that a record is about."}, {option::since},
                    {option::until, Need::No, "Only what was before, ISO 8601."}},
                "audit list --outcome refused --since 2026-06-01", {}, makeAuditList},
            {"verify", "Check every record, and what others hold of this audit; or proofs of single records.",
                {{"FILE", Count::Any,
                    "Documents and exports that may hold heads of this audit; or proofs, which are checked alone."}},
                {}, "audit verify change.pwreq", {}, makeAuditVerify},
            {"export", "Write the whole audit as a file that anyone can verify.", {},
                taken::newFile("File to write.", Need::Yes, Dash::No) + taken::key(Need::No),
                "audit export -o audit.jsonl", {}, makeAuditExport},
            {"prove", "Write one record as a file that anyone can verify without the others.",
                {{"NUMBER", Count::One, "Number of the record."}},
                taken::newFile("File to write.", Need::Yes, Dash::No) + taken::key(Need::No),
                "audit prove 1204 -o record.json", {}, makeAuditProve},
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
