// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/hw/isotp/isotpbench.h"

namespace packwarden::test {

/// What is done to a channel and what comes of it. A name begins with the number of a case, such as R01.
struct IsoTpRow
{
    QByteArray name;
    QStringList steps;
    QStringList expected;
};

QList<IsoTpRow> receptionRows();
QList<IsoTpRow> transmissionRows();
QList<IsoTpRow> flexibleDataRateRows();

/// The steps of a classic message of the pattern, as a peer would send it.
QStringList transfer(int length, int firstFrame = 0);

} // namespace packwarden::test
