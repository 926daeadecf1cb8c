// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"

#include <QStringList>

#include <functional>

namespace packwarden::test::vandal {

/// As somebody with the file and SQLite would: the triggers go, the statements run, the triggers come back.
bool run(const QString &path, const QStringList &statements);

/// What an earlier version left behind: a store of this version of the schema, without what came later.
bool makeOlder(const QString &path, int version);

/// A better one: changes the records as he likes, then numbers and hashes all of them anew.
bool rewrite(const QString &path, const std::function<void(QList<AuditRecord> &)> &change);

} // namespace packwarden::test::vandal
