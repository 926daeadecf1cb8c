// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/describe.h"
#include "models/core/base/milli.h"
#include "models/core/pack/statement.h"

namespace packwarden::ctl::describe {

namespace {

QString text(Milli quantity)
{
    return formatQuantity(quantity);
}

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QString range(const Range &range)
{
    return QStringLiteral("%1..%2").arg(text(range.min), text(range.max));
}

} // namespace

QJsonObject facts(const PackFacts &facts)
{
    const PackConfiguration &configuration = facts.configuration;
    return {{QStringLiteral("serial"), facts.serial.text()}, {QStringLiteral("node"), facts.node},
        {QStringLiteral("hardware"), facts.hardware}, {QStringLiteral("software"), facts.software},
        {QStringLiteral("chemistry"), configuration.chemistry}, {QStringLiteral("cells"), configuration.cells},
        {QStringLiteral("parallel"), configuration.parallel}, {QStringLiteral("modules"), configuration.modules},
        {QStringLiteral("capacity"), configuration.capacity},
        {QStringLiteral("lifeCycle"), lifeCycleName(facts.lifeCycle.state)},
        {QStringLiteral("clock"), time(facts.lifeCycle.now)},
        {QStringLiteral("clockUncertain"), facts.lifeCycle.clockUncertain},
        {QStringLiteral("policyVersion"), facts.policy.version}, {QStringLiteral("policy"), text(facts.policy.sha256)},
        {QStringLiteral("charterVersion"), facts.charter.version},
        {QStringLiteral("charter"), text(facts.charter.sha256)}};
}

QStringList factsLines(const PackFacts &facts)
{
    const PackConfiguration &configuration = facts.configuration;
    return {QStringLiteral("%1  node 0x%2").arg(facts.serial.text(), QString::number(facts.node, 16)),
        QStringLiteral("  hardware    %1, software %2").arg(facts.hardware, facts.software),
        QStringLiteral("  cells       %1 %2s%3p in %4 modules, %5 Ah")
            .arg(configuration.chemistry)
            .arg(configuration.cells)
            .arg(configuration.parallel)
            .arg(configuration.modules)
            .arg(text(Milli{configuration.capacity})),
        QStringLiteral("  life cycle  %1").arg(lifeCycleName(facts.lifeCycle.state)),
        QStringLiteral("  clock       %1%2")
            .arg(
                time(facts.lifeCycle.now), facts.lifeCycle.clockUncertain ? QStringLiteral(" (uncertain)") : QString()),
        QStringLiteral("  policy      version %1, since %2").arg(facts.policy.version).arg(time(facts.policy.since)),
        QStringLiteral("  charter     version %1, since %2").arg(facts.charter.version).arg(time(facts.charter.since))};
}

QJsonObject statement(const Statement &statement)
{
    QJsonArray values;
    for (auto it = statement.values.begin(); it != statement.values.end(); ++it)
        values.append(QJsonObject{{QStringLiteral("parameter"), it.key().text()},
            {QStringLiteral("value"), text(it->inForce(statement.at))}, {QStringLiteral("revision"), it->revision}});
    return {{QStringLiteral("serial"), statement.serial.text()}, {QStringLiteral("at"), time(statement.at)},
        {QStringLiteral("lifeCycle"), lifeCycleName(statement.lifeCycle.state)},
        {QStringLiteral("policyVersion"), statement.policy.version},
        {QStringLiteral("charterVersion"), statement.charter.version},
        {QStringLiteral("theftLocked"), statement.lock.locked}, {QStringLiteral("records"), statement.logCount},
        {QStringLiteral("values"), values}};
}

QStringList statementLines(const Statement &statement)
{
    QStringList lines{QStringLiteral("%1 says of itself, signed at %2: life cycle %3, charter %4, policy %5")
                          .arg(statement.serial.text(), time(statement.at), lifeCycleName(statement.lifeCycle.state))
                          .arg(statement.charter.version)
                          .arg(statement.policy.version)};
    for (auto it = statement.values.begin(); it != statement.values.end(); ++it)
        lines << QStringLiteral("  %1  %2  (revision %3)")
                     .arg(it.key().text(), text(it->inForce(statement.at)))
                     .arg(it->revision);
    return lines;
}

QJsonArray parameters(const QList<ParameterInfo> &table, qint64 now)
{
    QJsonArray array;
    for (const ParameterInfo &info : table) {
        array.append(QJsonObject{{QStringLiteral("parameter"), info.definition.id.text()},
            {QStringLiteral("value"), text(info.stored.inForce(now))}, {QStringLiteral("unit"), info.definition.unit},
            {QStringLiteral("revision"), info.stored.revision}, {QStringLiteral("layer"), info.definition.layer},
            {QStringLiteral("default"), text(info.definition.defaultValue)},
            {QStringLiteral("soft"), QJsonArray{text(info.soft.min), text(info.soft.max)}},
            {QStringLiteral("charter"), QJsonArray{text(info.charter.min), text(info.charter.max)}},
            {QStringLiteral("silicon"),
                QJsonArray{text(info.definition.silicon.min), text(info.definition.silicon.max)}},
            {QStringLiteral("step"), text(info.step)}});
    }
    return array;
}

QStringList parameterLines(const QList<ParameterInfo> &table, qint64 now)
{
    QStringList lines{QStringLiteral("%1 %2 %3 %4 %5 %6 %7")
                          .arg(QStringLiteral("parameter"), -26)
                          .arg(QStringLiteral("value"), 12)
                          .arg(QStringLiteral("soft"), 14)
                          .arg(QStringLiteral("charter"), 14)
                          .arg(QStringLiteral("silicon"), 14)
                          .arg(QStringLiteral("layer"), 6)
                          .arg(QStringLiteral("rev"), 4)};
    for (const ParameterInfo &info : table) {
        lines.append(QStringLiteral("%1 %2 %3 %4 %5 %6 %7")
                         .arg(info.definition.id.text(), -26)
                         .arg(text(info.stored.inForce(now)) + u' ' + info.definition.unit, 12)
                         .arg(range(info.soft), 14)
                         .arg(range(info.charter), 14)
                         .arg(range(info.definition.silicon), 14)
                         .arg(info.definition.layer, 6)
                         .arg(info.stored.revision, 4));
    }
    return lines;
}

QJsonObject telemetry(const PackTelemetry &pack, qint64 microseconds)
{
    static const QJsonObject units{{QStringLiteral("soc"), QStringLiteral("%")},
        {QStringLiteral("voltage"), QStringLiteral("V")}, {QStringLiteral("current"), QStringLiteral("A")},
        {QStringLiteral("minCellVoltage"), QStringLiteral("V")},
        {QStringLiteral("maxCellVoltage"), QStringLiteral("V")}, {QStringLiteral("time"), QStringLiteral("s")}};
    const auto known = [](bool is, const QJsonValue &value) {
        return is ? value : QJsonValue();
    };
    const auto figure = [&](PackFigure which, const QJsonValue &value) {
        return known(pack.knows(which), value);
    };
    return {{QStringLiteral("time"), double(microseconds) / 1e6},
        {QStringLiteral("serial"), known(!pack.serial.isEmpty(), pack.serial)}, {QStringLiteral("node"), pack.node},
        {QStringLiteral("state"), figure(PackFigure::State, pack.state)},
        {QStringLiteral("soc"), figure(PackFigure::Charge, text(Milli{pack.socMilliPercent}))},
        {QStringLiteral("voltage"), figure(PackFigure::Voltage, text(Milli{pack.packMillivolts}))},
        {QStringLiteral("current"), figure(PackFigure::Current, text(Milli{pack.packMilliamps}))},
        {QStringLiteral("minCell"), figure(PackFigure::LowestCell, pack.minCell)},
        {QStringLiteral("minCellVoltage"), figure(PackFigure::LowestCell, text(Milli{pack.minCellMillivolts}))},
        {QStringLiteral("maxCell"), figure(PackFigure::HighestCell, pack.maxCell)},
        {QStringLiteral("maxCellVoltage"), figure(PackFigure::HighestCell, text(Milli{pack.maxCellMillivolts}))},
        {QStringLiteral("cells"), known(!pack.cells.isEmpty(), pack.cells.size())},
        {QStringLiteral("faults"), figure(PackFigure::FaultCount, pack.activeFaults)},
        {QStringLiteral("lifeCycle"), figure(PackFigure::LifeCycle, pack.lifeCycle)},
        {QStringLiteral("lock"), figure(PackFigure::Lock, pack.lock)},
        {QStringLiteral("policyVersion"), figure(PackFigure::PolicyVersion, pack.policyVersion)},
        {QStringLiteral("refusedRequests"), figure(PackFigure::RefusedRequests, pack.refusedRequests)},
        {QStringLiteral("lostFrames"), pack.lostFrames}, {QStringLiteral("units"), units}};
}

QString telemetryLine(const PackTelemetry &pack)
{
    const QString unknown = QStringLiteral("-");
    const auto number = [&](PackFigure figure, int thousandths, int decimals, int width) {
        return (pack.knows(figure) ? QString::number(thousandths / 1000.0, 'f', decimals) : unknown)
            .rightJustified(width);
    };
    const QString who = pack.serial.isEmpty() ? QStringLiteral("node:%1").arg(pack.node, 0, 16) : pack.serial;
    const QString state = pack.knows(PackFigure::State) ? pack.state : unknown;
    return QStringLiteral("%1  %2  %3 %  %4 V  %5 A  cells %6 .. %7 V  faults %8  lock %9")
        .arg(who.leftJustified(14), state.leftJustified(11), number(PackFigure::Charge, pack.socMilliPercent, 1, 5),
            number(PackFigure::Voltage, pack.packMillivolts, 2, 7),
            number(PackFigure::Current, pack.packMilliamps, 2, 8),
            number(PackFigure::LowestCell, pack.minCellMillivolts, 3, 5),
            number(PackFigure::HighestCell, pack.maxCellMillivolts, 3, 5),
            pack.knows(PackFigure::FaultCount) ? QString::number(pack.activeFaults) : unknown,
            pack.knows(PackFigure::Lock) ? pack.lock : unknown);
}

} // namespace packwarden::ctl::describe
