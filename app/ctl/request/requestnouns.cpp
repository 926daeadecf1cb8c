// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/request/requestnouns.h"

#include "app/ctl/request/requestcommands.h"

namespace packwarden::ctl {

namespace {

using Count = Argument::Count;
using taken::Dash;
using taken::Need;

const Argument file{"FILE", Count::Some, "Documents: request, command, policy or charter.", Dash::Allowed};
const Argument rewritten{"FILE", Count::Some, "Documents, such as the parts of one request; they are rewritten."};

/// What every document that is drafted takes.
QList<Taken> drafted()
{
    return taken::key() + QList<Taken>{{option::reason, Need::Yes}}
    + taken::newFile("File to write, or a folder to put it into.") + taken::bus(Need::No)
        + QList<Taken>{option::evidence, option::crl};
}

/// A command is a file; its packs are named by --pack or as arguments.
Verb command(const char *name, const char *summary, const QList<Taken> &more, const char *example)
{
    return {name, summary, {{"SERIAL", Count::Any, "Packs, like --pack."}},
        QList<Taken>{option::pack, option::group} + more + drafted(), example, {}, makeCommandNew};
}

} // namespace

Noun requestNoun()
{
    return {"request", "Changes of values, and what is done with every document that people sign.",
        {
            {"new", "Draft a change of values, and sign it as its author.",
                {{"SERIAL|PARAMETER=VALUE", Count::Any, "More of --pack and --set."}},
                QList<Taken>{option::pack, option::group, option::set, option::until} + drafted(),
                "request new --pack SDB-DEMO-0001 --set soc.max=90 --reason \"Longer routes\" -o change.pwreq "
                "--key me.p12",
                {}, makeRequestNew},
            {"show", "Show a document: what it changes, who has signed, what a pack would say.", {file}, {},
                "request show change.pwreq", {}, makeRequestFile},
            {"verify", "The same, with an exit code: is it complete and would a pack take it?", {file}, {},
                "request verify change.pwreq", {NotComplete}, makeRequestFile},
            {"sign", "Sign documents.", {rewritten, {"PARAMETER=VALUE", Count::Any, "More of --own-value."}},
                taken::key() + QList<Taken>{option::meaning, option::ownValue, option::crl},
                "request sign change.pwreq --key me.p12", {}, makeRequestFile},
            {"reject", "Say that you will not sign a document.", {rewritten},
                taken::key() + QList<Taken>{{option::reason, Need::Yes}},
                "request reject change.pwreq --reason \"Too high in winter\" --key me.p12", {}, makeRequestFile},
            {"withdraw", "Take back a document that you wrote or signed.", {rewritten}, taken::key(),
                "request withdraw change.pwreq --key me.p12", {}, makeRequestFile},
            {"merge", "Put the signatures of several copies into one file.",
                {{"FILE", Count::Some, "Copies of one document."}},
                taken::newFile("File to write, or a folder to put it into."),
                "request merge ours.pwreq theirs.pwreq -o change.pwreq", {}, makeRequestFile},
            {"deliver", "Bring documents to their packs, with the lists and withdrawals that go with them.",
                {{"FILE", Count::Some,
                     "Documents, such as the parts of one request; the receipts are written into them."},
                    {"SERIAL", Count::Any, "Only to these packs."}},
                taken::bus() + taken::key(Need::No)
                    + QList<Taken>{{option::pack, Need::No, "Only to this pack."},
                        {option::group, Need::No, "Only to the packs of a group, and of those inside it."},
                        option::stages, option::soak, option::resume},
                "request deliver change.pwreq --bus socketcan:can0", {}, makeRequestDeliver},
        }};
}

Noun commandNoun()
{
    return {"command", "Commands to packs, each as a file that the request verbs then serve.",
        {
            command("theft-lock", "Lock packs against theft.", {},
                "command theft-lock --pack SDB-DEMO-0001 --reason \"Stolen\" -o lock.pwcmd --key me.p12"),
            command("theft-unlock", "End a theft lock.", {},
                "command theft-unlock --pack SDB-DEMO-0001 --reason \"Found\" -o unlock.pwcmd --key me.p12"),
            command("replace-component", "Accept a new part in a slot of a pack.",
                {{option::slot, Need::Yes}, {option::component, Need::Yes}},
                "command replace-component --pack SDB-DEMO-0001 --slot cpu --component CPU-2 --reason \"Repaired\" "
                "-o part.pwcmd --key me.p12"),
            command("tighten", "Make a silicon limit narrower for ever.", {{option::set, Need::Yes, "The new limit."}},
                "command tighten --pack SDB-DEMO-0001 --set cell.voltage.max=4.15 --reason \"Recall\" -o tighten.pwcmd "
                "--key me.p12"),
            command("routine", "Run a routine; no catalogue defines one yet.", {},
                "command routine --pack SDB-DEMO-0001 --reason \"Test\" -o routine.pwcmd --key me.p12"),
            command("decommission", "Take packs out of service for ever.", {},
                "command decommission --pack SDB-DEMO-0001 --reason \"Worn out\" -o end.pwcmd --key me.p12"),
        }};
}

} // namespace packwarden::ctl
