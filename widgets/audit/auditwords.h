// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditexport.h"
#include "models/audit/auditinclusion.h"

#include <QCoreApplication>

namespace packwarden {

/// What the audit holds, in words. Everything is plain text.
class AuditWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::AuditWords)
public:
    /// "Damaged at record 7 ...", or what was proved and by whom.
    static QString verdict(const AuditVerdict &verdict);
    /// The verdict about an export: whose audit, and whether its own chain holds. ours: of this console.
    static QString exported(const QString &name, const auditexport::Reading &reading, bool ours);
    static QString proof(const QString &name, const AuditInclusion &proof, const AuditInclusion::Signer &signer);
    /// The fields of a record, one a line: "Issuer: Courier".
    /// otherHalf: AuditModel::OtherHalfRole.
    static QString detail(const AuditRecord &record, const AuditRecord &otherHalf);
    /// The outcome of what was begun. end: number 0: none is recorded.
    static QString begun(const AuditRecord &end);

private:
    static QString anchors(const AuditVerdict &verdict);
    static QString flag(const AuditFlag &flag);
    static QString field(const QString &key);
};

} // namespace packwarden
