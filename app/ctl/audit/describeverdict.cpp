// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/audit/describeverdict.h"

#include <QJsonArray>

namespace packwarden::ctl {

namespace {

QString upTo(const AuditAnchor &anchor)
{
    return QStringLiteral("%1 by %2 (%3%4)")
        .arg(anchor.count)
        .arg(anchor.by, anchor.carrier, anchor.proved ? QString() : QStringLiteral(", unsigned"));
}

} // namespace

QJsonObject describeVerdict(const AuditVerdict &verdict)
{
    QJsonArray anchors;
    for (const AuditAnchor &anchor : verdict.anchors)
        anchors.append(QJsonObject{{QStringLiteral("upTo"), anchor.count}, {QStringLiteral("by"), anchor.by},
            {QStringLiteral("carrier"), anchor.carrier}, {QStringLiteral("proved"), anchor.proved}});
    QJsonArray flags;
    for (const AuditFlag &flag : verdict.flags)
        flags.append(QJsonObject{{QStringLiteral("kind"), QString(flagName(flag.kind))},
            {QStringLiteral("record"), flag.record}, {QStringLiteral("detail"), flag.detail}});
    QJsonObject result{{QStringLiteral("checked"), verdict.checked}, {QStringLiteral("witnessed"), verdict.witnessed},
        {QStringLiteral("notWitnessed"), verdict.notWitnessed()},
        {QStringLiteral("checkpointed"), verdict.checkpointed}, {QStringLiteral("anchors"), anchors},
        {QStringLiteral("flags"), flags}};
    if (verdict.problem)
        result.insert(QStringLiteral("record"), verdict.badRecord);
    return result;
}

QStringList verdictLines(const AuditVerdict &verdict)
{
    QStringList lines;
    if (verdict.problem && verdict.problem->code != Code::AuditDamaged) {
        lines.append(QStringLiteral("not verified: %1").arg(verdict.problem->detail));
    } else if (verdict.problem) {
        // What is wrong with the file as a whole is at no record.
        const QString where
            = verdict.badRecord > 0 ? QStringLiteral(" at record %1").arg(verdict.badRecord) : QString();
        lines.append(QStringLiteral("DAMAGED%1 (%2); %3 records%4 verify")
                         .arg(where, verdict.problem->detail)
                         .arg(verdict.checked)
                         .arg(where.isEmpty() ? QString() : QStringLiteral(" before it")));
    } else {
        QStringList by;
        for (const AuditAnchor &anchor : verdict.anchors)
            by.append(upTo(anchor));
        lines.append(QStringLiteral("%1: %2 records; %3; %4 not yet witnessed; under checkpoints up to %5")
                         .arg(verdict.lacksCheckpoints()
                                 ? QStringLiteral("CHECKPOINTS DAMAGED OR MISSING, records follow from one another")
                                 : QStringLiteral("intact"))
                         .arg(verdict.checked)
                         .arg(by.isEmpty() ? QStringLiteral("not anchored")
                                           : QStringLiteral("anchored up to %1").arg(by.join(QStringLiteral(", "))))
                         .arg(verdict.notWitnessed())
                         .arg(verdict.checkpointed));
        lines.append(QStringLiteral("not shown by this: whether records were removed from the end, after the last "
                                    "one that others hold"));
    }
    for (const AuditAccuser &accuser : verdict.accusers)
        lines.append(QStringLiteral("by the word of %1: a head of %2 records. If that is false: audit settle %1")
                         .arg(accuser.by)
                         .arg(accuser.count));
    for (const AuditFlag &flag : verdict.flags)
        lines.append(QStringLiteral("%1: record %2 %3").arg(flagName(flag.kind)).arg(flag.record).arg(flag.detail));
    return lines;
}

/// Why a verification does not end well.
std::optional<Error> problemOf(const AuditVerdict &verdict)
{
    if (verdict.problem)
        return verdict.problem;
    if (verdict.isDisputed())
        return Error{Code::AuditDamaged, QStringLiteral("disputed")};
    if (verdict.lacksCheckpoints())
        return Error{Code::AuditDamaged, QStringLiteral("checkpoints")};
    return std::nullopt;
}

} // namespace packwarden::ctl
