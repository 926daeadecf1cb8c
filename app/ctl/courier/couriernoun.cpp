// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/courier/couriernoun.h"

#include "app/ctl/courier/courierverbs.h"

namespace packwarden::ctl {

namespace {

using taken::Need;

} // namespace

Noun courierNoun()
{
    Verb run{"run", "Bring to every pack on the buses what is due, and take along what packs say, until it is ended.",
        {},
        {{option::bus, Need::Yes,
             "CAN interface, such as socketcan:can0, with ?OPTION&OPTION: fd, bitrate=250000, databitrate=2000000; may "
             "be given several times."},
            {option::exchange}, {option::metrics}, {option::seconds}},
        "courier run --store /var/lib/packwarden-courier --bus socketcan:can0 "
        "--exchange postgresql://depot@db.example/packwarden",
        {OutOfReach}, makeCourierRun};
    run.isService = true;
    return {"courier", "A service that visits the packs of a depot, with neither a window nor a key.",
        {run,
            {"status", "Show how the courier of this store is, by the file that it writes.", {}, {},
                "courier status --store /var/lib/packwarden-courier", {OutOfReach}, makeCourierStatus}}};
}

} // namespace packwarden::ctl
