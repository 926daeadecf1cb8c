// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/demo/demokeys.h"
#include "hw/sim/demo/demorules.h"
#include "models/core/documents/documentfile.h"

namespace packwarden {
class Clock;
}

namespace packwarden::sim {

/// Charter and policy of the demo, signed: drafted by the manufacturer's engineer, approved by every party's signatory.
struct DemoDocuments
{
    DemoRules rules;
    DocumentFile charter;
    DocumentFile policy;
    QList<CrlEntry> lists; ///< of the roots that the charter pins and their authorities

    /// lists: of all issuers. KeyUnusable, Malformed.
    static Result<DemoDocuments> make(
        const DemoWorld &world, const DemoKeys &keys, const QList<CrlEntry> &lists, qint64 now);
};

/// Makes a pack the way a factory does, from blank to sealed by signed documents, in folder/<serial>; the folder
/// appears whole or not at all. The pack makes its key itself, so this takes a second. The pack's reason with the
/// step's name; KeyUnusable, FileUnwritable.
Result<> makeDemoPack(const QString &folder, const DemoWorld &world, const DemoWorld::Pack &pack, const DemoKeys &keys,
    const DemoDocuments &documents, const Clock &clock, const std::function<Result<pki::PrivateKey>()> &makeKey);

} // namespace packwarden::sim
