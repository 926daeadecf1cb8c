// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"

class QSqlQuery;

namespace packwarden::auditrows {

/// The present row of a query over auditschema::columns. Internal to the store and its verification.
AuditRecord read(const QSqlQuery &query);
/// Binds the columns of auditschema::columns in their order.
void bind(QSqlQuery &query, const AuditRecord &record);

} // namespace packwarden::auditrows
