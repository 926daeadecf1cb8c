// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/rules/rulesnouns.h"

#include "app/ctl/rules/rulecommands.h"

namespace packwarden::ctl {

namespace {

using Count = Argument::Count;
using taken::Dash;
using taken::Need;

const Argument mayNameFile{"FILE", Count::Optional,
    "Signed file, or JSON as \"policy export\" writes it; else what is pinned.", Dash::Allowed};
const Argument first{"A", Count::Optional, "File to compare with; else what is pinned.", Dash::Allowed};
const Argument second{"B", Count::One, "File that may differ.", Dash::Allowed};

/// What every change of rules takes.
QList<Taken> drafted()
{
    return taken::key() + QList<Taken>{{option::reason, Need::Yes}}
    + taken::newFile("File to write, or a folder to put it into.") + QList<Taken>{option::crl};
}

Verb change(const char *name, const char *summary, const QList<Taken> &more, const char *example)
{
    return {name, summary, {{"JSON", Count::Any, "The new policy that goes with it, and other new rules."}},
        more + drafted(), example, {}, makeCharterAmend};
}

const Taken root{option::rootCertificate, Need::Yes};
const Taken party{option::party, Need::Yes};

} // namespace

Noun policyNoun()
{
    return {"policy", "Who may do what: the policy that packs hold and this store has pinned.",
        {
            {"pull", "Learn charter and policy from a pack; the first time by compared fingerprints.",
                {{"SERIAL", Count::One, "Serial of the pack."}},
                taken::bus() + QList<Taken>{option::fingerprint}
                    + taken::newFile("Also write the policy to this file, or into this folder.", Need::No, Dash::No),
                "policy pull SDB-DEMO-0001 --bus socketcan:can0", {}, makePolicyPull},
            {"show", "Show roles, what they may do, and who signs.",
                {{"FILE", Count::Optional, "Signed policy or charter; else what is pinned.", Dash::Allowed}}, {},
                "policy show", {}, makePolicyShow},
            {"check", "Would a pack take this policy? Errors and warnings.", {mayNameFile}, {},
                "policy check changed.json", {OutOfReach}, makeRuleLook},
            {"diff", "Show how two policies differ.", {first, second}, {}, "policy diff changed.json", {},
                makeRuleLook},
            {"export", "Write a policy as JSON, to be edited.", {mayNameFile},
                taken::newFile("JSON file to write; else the terminal shows it.", Need::No),
                "policy export -o policy.json", {}, makeRuleLook},
            {"import", "Draft the next version of the policy from edited JSON, and sign it as its author.",
                {{"JSON", Count::One, "JSON as \"policy export\" writes it.", Dash::Allowed}}, drafted(),
                "policy import policy.json --reason \"New shop\" -o policy.pwpol --key me.p12", {}, makePolicyImport},
        }};
}

Noun charterNoun()
{
    return {"charter", "Who the parties are and what binds them all; changes become files for the request verbs.",
        {
            {"show", "Show the charter as JSON.", {mayNameFile},
                taken::newFile("JSON file to write; else the terminal shows it.", Need::No), "charter show", {},
                makeRuleLook},
            {"check", "Would a pack take this charter? Errors and warnings.", {mayNameFile}, {},
                "charter check changed.json", {OutOfReach}, makeRuleLook},
            {"diff", "Show how two charters differ.", {first, second}, {}, "charter diff changed.json", {},
                makeRuleLook},
            {"amend", "Draft the next version of the charter from edited JSON.",
                {{"JSON", Count::Some, "The new charter, and the new policy if that changes."}}, drafted(),
                "charter amend charter.json --reason \"Wider limits\" -o charter.pwchr --key me.p12", {},
                makeCharterAmend},
            change("admit-party", "Give a new party a position.",
                {{option::position, Need::Yes}, party, root, option::name, {option::signatory, Need::Yes}},
                "charter admit-party --position insurer --party acme --root-certificate acme.pem --signatory "
                "acme.signer --crl acme.crl --reason \"Insurance\" -o charter.pwchr --key me.p12"),
            change("remove-party", "End the position of a party.", {{option::position, Need::Yes}},
                "charter remove-party --position insurer --reason \"Contract ended\" -o charter.pwchr --key me.p12"),
            change("rotate-root", "Replace the root certificate of a party.", {{option::position, Need::Yes}, root},
                "charter rotate-root --position operator --root-certificate new.pem --reason \"New key\" "
                "-o charter.pwchr --key me.p12"),
            change("handover", "Give the packs another operator.",
                {{option::position, Need::No, "Position in the charter; else operator."}, party, root, option::name},
                "charter handover --party other --root-certificate other.pem --reason \"New operator\" "
                "-o charter.pwchr --key me.p12"),
            change("transfer-ownership", "Sell the packs to another owner.",
                {{option::position, Need::No, "Position in the charter; else owner."}, party, root, option::name},
                "charter transfer-ownership --party buyer --root-certificate buyer.pem --crl buyer.crl "
                "--reason \"Sold\" -o sale.pwchr --key me.p12"),
        }};
}

Noun trustNoun()
{
    const Taken compared{option::fingerprint, Need::No, "Fingerprint of the invitation, which you compared."};
    const Taken meant{option::fingerprint, Need::No, "Fingerprint of the charter that you mean."};
    return {"trust", "Whose rules this store goes by: invite partners, join them, forget the rules.",
        {
            {"show", "Show the fingerprints of what is pinned.", {}, {}, "trust show", {}, makeTrustShow},
            {"invite", "Write a file by which a partner can join, with or without a bus.", {},
                taken::newFile("Invitation to write (.pwinv)."), "trust invite -o partners.pwinv", {}, makeTrustInvite},
            {"join", "Pin the rules of an invitation whose fingerprint you compared with a partner.",
                {{"FILE", Count::One, "Invitation (.pwinv).", Dash::Allowed}}, {compared},
                "trust join partners.pwinv --fingerprint \"0011 2233\"", {}, makeTrustJoin},
            {"forget", "Forget the pinned rules; documents, keys and the audit stay.", {}, {meant},
                "trust forget --fingerprint \"0011 2233\"", {}, makeTrustForget},
        }};
}

} // namespace packwarden::ctl
