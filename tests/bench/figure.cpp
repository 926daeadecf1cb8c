// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/figure.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <vector>

namespace packwarden::bench {

double processorSeconds()
{
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

double processSeconds()
{
    std::timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

void must(bool good, const char *what)
{
    if (!good)
        qFatal("%s", what);
}

void must(bool good, const QString &what)
{
    must(good, qPrintable(what));
}

double percentile(std::vector<double> values, double part)
{
    must(!values.empty(), "no values");
    std::sort(values.begin(), values.end());
    return values[size_t(double(values.size() - 1) * part)];
}

namespace {

constexpr int batches = 31;
constexpr qint64 batchNanoseconds = 20'000'000;

double timeOf(const std::function<void()> &call, int times)
{
    const double start = processorSeconds();
    for (int i = 0; i < times; ++i)
        call();
    return (processorSeconds() - start) / times;
}

int timesFor(const std::function<void()> &call)
{
    return std::max(1, int(double(batchNanoseconds) / 1e9 / std::max(timeOf(call, 3), 1e-9)));
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + qsizetype(values.size() / 2), values.end());
    return values[values.size() / 2];
}

QJsonValue rounded(double value)
{
    return std::stod(QByteArray::number(value, 'g', 4).toStdString());
}

} // namespace

Pair inTurns(const std::function<void()> &mine, const std::function<void()> &floor)
{
    const int timesMine = timesFor(mine);
    const int timesFloor = timesFor(floor);
    std::vector<double> valuesMine;
    std::vector<double> valuesFloor;
    for (int i = 0; i < batches; ++i) {
        valuesMine.push_back(timeOf(mine, timesMine));
        valuesFloor.push_back(timeOf(floor, timesFloor));
    }
    return {median(valuesMine), median(valuesFloor)};
}

void print(const char *name, double value, const char *unit, const char *against, double ratio, double goal)
{
    QJsonObject line{{QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("value"), rounded(value)},
        {QStringLiteral("unit"), QLatin1String(unit)}, {QStringLiteral("against"), QLatin1String(against)},
        {QStringLiteral("ratio"), rounded(ratio)}};
    if (goal > 0)
        line.insert(QStringLiteral("goal"), goal);
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace packwarden::bench
