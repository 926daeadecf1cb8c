// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/provision/provisionnoun.h"

#include "app/ctl/provision/provisionother.h"

namespace packwarden::ctl {

namespace {

using Count = Argument::Count;
using taken::Need;

const Argument serial{"SERIAL", Count::One, "Serial of the pack."};

/// A step that two people approve in one file: the first writes it, the second enters the same again.
Verb step(const char *name, const char *summary, const QList<Argument> &more, const QList<Taken> &options,
    const char *example)
{
    return {name, summary, QList<Argument>{serial} + more,
        options + taken::key() + taken::output("File of the step; one that exists is approved if it says the same.")
            + taken::bus(Need::No) + QList<Taken>{option::reason},
        example, {NotComplete}, makeProvisionStep};
}

} // namespace

Noun provisionNoun()
{
    return {"provision", "Making packs, step by step, on a production line.",
        {
            {"datasheet", "Sign a data sheet of cells.", {{"JSON", Count::One, "The data sheet as JSON."}},
                taken::key() + taken::newFile("Signed data sheet to write."),
                "provision datasheet sheet.json -o sheet.cose --key me.p12", {}, makeDataSheetSign},
            {"identify", "Burn who a blank pack is, and take its certificate request.", {serial},
                QList<Taken>{{option::node, Need::Yes}, {option::hardware, Need::Yes}, option::partNumber,
                    {option::rootCertificate, Need::Yes, "Root certificate of the manufacturer."}}
                    + taken::newFile("Certificate request to write.") + taken::bus(),
                "provision identify SDB-0100 --node 20 --hardware nmc-96s2p --part-number P-1 --root-certificate "
                "root.pem -o pack.csr --bus socketcan:can0",
                {}, makeIdentify},
            {"lists", "Bring a pack the lists by which it judges who provisions it.",
                {serial, {"LIST[,AUTHORITY]", Count::Some, "List of a root, or of an authority with its certificate."}},
                taken::bus(), "provision lists SDB-0100 root.crl --bus socketcan:can0", {}, makeFirstLists},
            step("pair", "Tell a pack its parts.", {}, {{option::set, Need::Yes, "SLOT=ID of a part; once for each."}},
                "provision pair SDB-0100 --set cpu=CPU-1 -o pair.pwprov --key me.p12 --bus socketcan:can0"),
            step("limits", "Burn the silicon limits.", {{"JSON", Count::One, "The limits as JSON."}},
                {{option::datasheet, Need::Yes}},
                "provision limits SDB-0100 silicon.json --datasheet sheet.cose -o limits.pwprov --key me.p12"),
            step("foundation", "Burn the foundation.", {{"JSON", Count::One, "The foundation as JSON."}}, {},
                "provision foundation SDB-0100 foundation.json -o foundation.pwprov --key me.p12"),
            step("device-certificate", "Give a pack its own certificate.",
                {{"PEM", Count::One, "Certificate of the pack, with what is above it."}}, {},
                "provision device-certificate SDB-0100 device.pem -o device.pwprov --key me.p12"),
            {"first-charter", "Bring a pack the charter that all parties signed.",
                {serial, {"FILE", Count::One, "Signed charter."}}, taken::bus() + taken::key(Need::No),
                "provision first-charter SDB-0100 charter.pwchr --bus socketcan:can0", {}, makeFirstCharter},
            step("protect", "Protect the memory of a pack.", {}, {},
                "provision protect SDB-0100 -o protect.pwprov --key me.p12 --bus socketcan:can0"),
            step("seal", "Seal a pack for ever.", {}, {},
                "provision seal SDB-0100 -o seal.pwprov --key me.p12 --bus socketcan:can0"),
        }};
}

} // namespace packwarden::ctl
