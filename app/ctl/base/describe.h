// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "models/core/pack/packstate.h"

#include <QJsonArray>
#include <QJsonObject>

namespace packwarden {

struct AuditRecord;
struct Policy;
struct SignoffJudgement;
struct Charter;

/// Values as JSON and as lines for a terminal.
namespace ctl::describe {

QString stateName(const SignoffJudgement &judgement);
QJsonObject judgement(const SignoffJudgement &judgement);
QStringList judgementLines(const SignoffJudgement &judgement);

QJsonObject facts(const PackFacts &facts);
QStringList factsLines(const PackFacts &facts);
QJsonArray parameters(const QList<ParameterInfo> &table, qint64 now);
QStringList parameterLines(const QList<ParameterInfo> &table, qint64 now);
QJsonObject telemetry(const PackTelemetry &pack);
QString telemetryLine(const PackTelemetry &pack);

QJsonObject policy(const Policy &policy);
QStringList policyLines(const Policy &policy, const Charter &charter);

QJsonObject record(const AuditRecord &record);
QString recordLine(const AuditRecord &record);

/// UTC, ISO 8601.
QString time(qint64 seconds);

} // namespace ctl::describe

} // namespace packwarden
