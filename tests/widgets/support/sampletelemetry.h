// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "tests/support/everyfigure.h"

namespace packwarden::test {

/// A pack of eight modules of twelve cells at rest: cell 38 is low, 71 high, 59 has no reading, 27 is balancing.
inline PackTelemetry sampleTelemetry(qint64 heardAt)
{
    PackTelemetry t;
    t.node = 0x10;
    t.serial = QStringLiteral("SDB-TEST-0001");
    t.packMillivolts = 352600;
    t.packMilliamps = 18200;
    t.socMilliPercent = 71400;
    t.sohMilliPercent = 96000;
    t.state = QStringLiteral("charging");
    t.contactorsClosed = true;
    t.chargeLimitMilliamps = 20000;
    t.dischargeLimitMilliamps = 180000;
    t.modules = 8;
    t.temperaturesMilliCelsius = {24500, 25100, 24900, 31200, 25600, 24400, 18900, 22100};
    t.lifeCycle = QStringLiteral("in service");
    t.lock = QStringLiteral("active");
    t.policyVersion = 1;
    t.heardAt = heardAt;
    t.known = everyFigure;
    for (int i = 1; i <= 96; ++i)
        t.cells.append({3672 + (i * 37) % 13 - 6, true, i == 27, 0, heardAt});
    t.cells[37].millivolts = 3641;
    t.cells[70].millivolts = 3684;
    t.cells[58].valid = false;
    t.minCell = 38;
    t.minCellMillivolts = 3641;
    t.maxCell = 71;
    t.maxCellMillivolts = 3684;
    return t;
}

} // namespace packwarden::test
