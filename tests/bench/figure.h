// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace packwarden::bench {

/// What the processor has spent on this thread so far: what else the machine does is not counted.
double processorSeconds();

/// The same of all threads of this process.
double processSeconds();

/// Ends the program with these words where it does not hold: what is measured then would be something else.
void must(bool good, const char *what);
void must(bool good, const QString &what);

/// The value that this part of all does not pass. Ends the program where there are none.
double percentile(std::vector<double> values, double part);

/// Seconds of the processor for one call of each, in turns: the median of many batches, each long enough for the clock.
struct Pair
{
    double mine = 0;
    double floor = 0;
};
Pair inTurns(const std::function<void()> &mine, const std::function<void()> &floor);

/// One JSON line on standard output. against: what ratio compares with, measured in the same run; ratio: how many times
/// as long as that it takes. goal: the ratio hoped for, 0: none.
void print(const char *name, double value, const char *unit, const char *against, double ratio, double goal = 0);

} // namespace packwarden::bench
