// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/exchange/exchangenoun.h"

#include "app/ctl/exchange/exchangeverbs.h"

namespace packwarden::ctl {

namespace {

using Count = Argument::Count;
using taken::Need;

} // namespace

Noun exchangeNoun()
{
    const Taken where{option::exchange, Need::Yes};
    const QList<ExitCode> exits{OutOfReach};
    return {"exchange",
        "A PostgreSQL that companies share, instead of files from hand to hand. Nothing in it is trusted.",
        {
            {"init", "Make a database an exchange, and logins its members; by the owner of the database.", {},
                {where, {option::member}},
                "exchange init --exchange postgresql://postgres@db.example/packwarden --member leasing=leasing", exits,
                makeExchangeInit},
            {"status", "Show what an exchange is, who you are there, and who its members are.", {}, {where},
                "exchange status --exchange postgresql://leasing@db.example/packwarden", exits, makeExchangeStatus},
            {"publish", "Give documents and revocation lists to the other members.",
                {{"FILE", Count::Some, "Document, or revocation list."}}, {where, {option::to}},
                "exchange publish change.pwreq --exchange postgresql://leasing@db.example/packwarden", exits,
                makeExchangePublish},
            {"fetch", "Take in what is new there since the last time.", {}, {where},
                "exchange fetch --exchange postgresql://leasing@db.example/packwarden", exits, makeExchangeFetch},
            {"watch", "Fetch, and again whenever something is new.", {}, {where, {option::seconds}},
                "exchange watch --exchange postgresql://leasing@db.example/packwarden", exits, makeExchangeWatch},
        }};
}

} // namespace packwarden::ctl
