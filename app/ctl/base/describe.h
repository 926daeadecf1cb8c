// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "models/core/pack/packstate.h"

#include <QJsonArray>
#include <QJsonObject>

namespace packwarden {

struct Policy;
struct SignoffActs;
struct SignoffJudgement;
struct Charter;
struct Statement;

/// Values as JSON and as lines for a terminal.
namespace ctl::describe {

QString stateName(const SignoffJudgement &judgement);
QJsonObject judgement(const SignoffJudgement &judgement);
QStringList judgementLines(const SignoffJudgement &judgement);
/// What comes next for a document in this file: "next: packwardenctl request deliver FILE --bus PLUGIN:DEVICE"; empty
/// where there is nothing to do, or where it is in no file.
QString nextStep(const SignoffActs &acts, const QString &path);

QJsonObject facts(const PackFacts &facts);
QStringList factsLines(const PackFacts &facts);
/// What a pack signed of its state.
QJsonObject statement(const Statement &statement);
QStringList statementLines(const Statement &statement);
QJsonArray parameters(const QList<ParameterInfo> &table, qint64 now);
QStringList parameterLines(const QList<ParameterInfo> &table, qint64 now);
/// What was not heard yet is null. microseconds: when it was heard, Unix time.
QJsonObject telemetry(const PackTelemetry &pack, qint64 microseconds);
/// The same in columns, "-" for what was not heard yet.
QString telemetryLine(const PackTelemetry &pack);

/// All cells of a pack at an instant, Unix time. What was not heard is null, "-", or an empty field.
QJsonObject cells(const PackTelemetry &pack, qint64 microseconds);
QByteArray cellsText(const PackTelemetry &pack, qint64 microseconds);
/// One row for each cell: time (ISO 8601, UTC), serial, cell, voltage, resistance, balancing (0 or 1).
QByteArray cellsCsv(const PackTelemetry &pack, qint64 microseconds);
QByteArray cellsCsvHead();

/// "1A0700  active  Insulation resistance too low: 80 kOhm, below 100 kOhm". heard: as it is broadcast; null: not.
QString faultLine(const PackFault &fault, const FaultReading *heard);
QJsonObject fault(const PackFault &fault, const FaultReading *heard);

QJsonObject policy(const Policy &policy);
QStringList policyLines(const Policy &policy, const Charter &charter);

/// UTC, ISO 8601.
QString time(qint64 seconds);

} // namespace ctl::describe

} // namespace packwarden
