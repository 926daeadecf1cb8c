// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditverdict.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace packwarden::ctl {

/// What came of verifying an audit, for --json, in lines, and as what the command fails with; nothing: it is in order.
QJsonObject describeVerdict(const AuditVerdict &verdict);
QStringList verdictLines(const AuditVerdict &verdict);
std::optional<Error> problemOf(const AuditVerdict &verdict);

} // namespace packwarden::ctl
