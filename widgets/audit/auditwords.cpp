// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/audit/auditwords.h"

#include "models/core/cbor/cbor.h"
#include "models/support/lookalike.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QCborArray>
#include <QDateTime>
#include <QHash>
#include <QLocale>

namespace packwarden {

namespace {

constexpr int shownBytes = 64;

QString valueText(const QString &key, const QCborValue &value)
{
    if (value.isByteArray()) {
        const QByteArray bytes = value.toByteArray();
        return bytes.size() <= shownBytes ? QString::fromLatin1(bytes.toHex())
                                          : QString::fromLatin1(bytes.left(shownBytes).toHex()) + QChar(0x2026)
                + AuditWords::tr(" (%n byte(s))", nullptr, int(bytes.size()));
    }
    if (value.isString())
        return lookalike::visible(value.toString());
    if (value.isBool())
        return value.toBool() ? AuditWords::tr("yes") : AuditWords::tr("no");
    if (value.isInteger()) {
        static const QStringList times
            = {QStringLiteral("until"), QStringLiteral("from"), QStringLiteral("at"), QStringLiteral("expires")};
        return times.contains(key) ? format::dateTime(value.toInteger()) : QString::number(value.toInteger());
    }
    if (value.isArray()) {
        QStringList parts;
        for (const QCborValue &each : value.toArray())
            parts.append(valueText(key, each));
        return parts.join(QStringLiteral(", "));
    }
    return lookalike::visible(value.toDiagnosticNotation(QCborValue::Compact));
}

} // namespace

QString AuditWords::field(const QString &key)
{
    static const QHash<QString, const char *> names = {
        {QStringLiteral("id"), QT_TR_NOOP("Joins begun and outcome")},
        {QStringLiteral("detail"), QT_TR_NOOP("Reason in detail")},
        {QStringLiteral("pack"), QT_TR_NOOP("Pack")},
        {QStringLiteral("document"), QT_TR_NOOP("Document (SHA-256)")},
        {QStringLiteral("payload"), QT_TR_NOOP("Payload (SHA-256)")},
        {QStringLiteral("leaf"), QT_TR_NOOP("Certificate (SHA-256)")},
        {QStringLiteral("certificate"), QT_TR_NOOP("Certificate (SHA-256)")},
        {QStringLiteral("key"), QT_TR_NOOP("Key (SHA-256)")},
        {QStringLiteral("list"), QT_TR_NOOP("List (SHA-256)")},
        {QStringLiteral("charter"), QT_TR_NOOP("Charter")},
        {QStringLiteral("policy"), QT_TR_NOOP("Policy")},
        {QStringLiteral("issuer"), QT_TR_NOOP("Issuer")},
        {QStringLiteral("person"), QT_TR_NOOP("Person")},
        {QStringLiteral("role"), QT_TR_NOOP("Role")},
        {QStringLiteral("party"), QT_TR_NOOP("Party")},
        {QStringLiteral("number"), QT_TR_NOOP("Number")},
        {QStringLiteral("revoked"), QT_TR_NOOP("Revoked serial numbers")},
        {QStringLiteral("compromised"), QT_TR_NOOP("As compromised")},
        {QStringLiteral("until"), QT_TR_NOOP("Until")},
        {QStringLiteral("count"), QT_TR_NOOP("How often")},
        {QStringLiteral("meaning"), QT_TR_NOOP("Signed as")},
        {QStringLiteral("title"), QT_TR_NOOP("Title")},
        {QStringLiteral("reason"), QT_TR_NOOP("Reason")},
        {QStringLiteral("receipt"), QT_TR_NOOP("Receipt")},
        {QStringLiteral("what"), QT_TR_NOOP("What contradicts")},
        {QStringLiteral("known"), QT_TR_NOOP("Known")},
        {QStringLiteral("shown"), QT_TR_NOOP("Shown")},
        {QStringLiteral("decision"), QT_TR_NOOP("Decision")},
        {QStringLiteral("compared"), QT_TR_NOOP("Fingerprints were compared")},
        {QStringLiteral("unproved"), QT_TR_NOOP("Could not be proved")},
        {QStringLiteral("begun"), QT_TR_NOOP("Begun by record")},
    };
    const char *word = names.value(key, nullptr);
    return word ? tr(word) : lookalike::visible(key);
}

QString AuditWords::begun(const AuditRecord &end)
{
    return end.seq > 0 ? tr("begun, ended later") : tr("begun, no end recorded");
}

QString AuditWords::detail(const AuditRecord &record, const AuditRecord &otherHalf)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines.append(tr("%1: %2", "field, value").arg(name, value));
    };
    add(tr("Record"), QString::number(record.seq));
    const auto time = [](const AuditRecord &at) {
        return QLocale().toString(
            QDateTime::fromMSecsSinceEpoch(at.timeUs / 1000), QStringLiteral("d MMM yyyy HH:mm:ss.zzz"));
    };
    const auto half = [&] {
        return tr("%1, record %2").arg(time(otherHalf)).arg(otherHalf.seq);
    };
    const bool isBegun = record.outcome == QLatin1String(auditoutcome::begun);
    add(isBegun || otherHalf.seq == 0 ? tr("Time") : tr("Ended"), time(record));
    if (otherHalf.seq > 0)
        add(isBegun ? tr("Ended") : tr("Begun"), half());
    add(tr("Person"), lookalike::visible(record.actor.person));
    add(tr("Action"), Names::auditAction(record.action));
    add(tr("Subject"), lookalike::visible(record.subject));
    add(tr("Outcome"), isBegun ? begun(otherHalf) : Names::auditOutcome(record.outcome));
    if (const auto code = codeFromName(record.outcome))
        add(tr("In words"), Sentences::of({*code, {}}).text());
    if (const auto map = cbor::decode(record.detail); map.ok() && map->isMap()) {
        const QCborMap fields = map->toMap();
        for (auto it = fields.begin(); it != fields.end(); ++it)
            add(field(it.key().toString()), valueText(it.key().toString(), it.value()));
    }
    add(tr("Hash"), QString::fromLatin1(record.hash.toHex()));
    add(tr("Hash of the record before"), QString::fromLatin1(record.prev.toHex()));
    return lines.join(u'\n');
}

QString AuditWords::verdict(const AuditVerdict &verdict)
{
    if (!verdict.intact()) {
        if (verdict.problem->code == Code::Cancelled)
            return tr("Stopped. Nothing is said about this audit; %n record(s) were looked at.", nullptr,
                int(verdict.checked));
        // What is wrong with the file as a whole is at no record.
        if (verdict.problem->code == Code::AuditDamaged && verdict.badRecord == 0 && verdict.checked > 0)
            return tr("Damaged (%1), though all %n record(s) follow from one another. Nothing more is written here.",
                nullptr, int(verdict.checked))
                .arg(verdict.problem->detail);
        return verdict.problem->code == Code::AuditDamaged
            ? tr("Damaged at record %1 (%2). The %n record(s) before it are intact. Nothing more is written here.",
                nullptr, int(verdict.checked))
                  .arg(verdict.badRecord)
                  .arg(verdict.problem->detail)
            : Sentences::of(*verdict.problem).text();
    }
    const QString records = verdict.lacksCheckpoints()
        ? tr("Checkpoints are damaged or missing, though all %n record(s) follow from one another. Export this audit, "
             "and compare it with what others hold.",
            nullptr, int(verdict.checked))
        : tr("Intact: all %n record(s) follow from one another.", nullptr, int(verdict.checked));
    QStringList text{records, anchors(verdict),
        tr("Whether records were removed from its end, after the last one that others hold, cannot be seen here.")};
    for (const AuditFlag &each : verdict.flags)
        text.append(flag(each));
    return text.join(u' ');
}

QString AuditWords::exported(const QString &name, const auditexport::Reading &reading, bool ours)
{
    const AuditVerdict &said = reading.verdict;
    const QString whose = ours
        ? tr("%1 is an export of this console's audit.").arg(name)
        : tr("%1 is an export of another audit, %2.").arg(name, QString::fromLatin1(reading.logId.toHex()));
    if (said.intact())
        return whose + u' ' + verdict(said);
    return whose + u' '
        + (said.problem->code == Code::AuditDamaged ? tr(
               "It is damaged at record %1 (%2). The %n record(s) before it are intact.", nullptr, int(said.checked))
                                                          .arg(said.badRecord)
                                                          .arg(said.problem->detail)
                                                    : Sentences::of(*said.problem).text());
}

QString AuditWords::proof(const QString &name, const AuditInclusion &proof, const AuditInclusion::Signer &signer)
{
    const AuditRecord &record = proof.record;
    const QString what
        = tr("%1 proves record %2 of audit %3: %4, %5, by %6 on %7. It is one of the %8 records that %9 "
             "signed for.")
              .arg(name, QString::number(record.seq), QString::fromLatin1(proof.logId.toHex()),
                  Names::auditAction(record.action), Names::auditOutcome(record.outcome),
                  record.actor.person.isEmpty() ? tr("no person") : lookalike::visible(record.actor.person),
                  format::dateTime(record.timeUs / 1'000'000), QString::number(proof.records),
                  lookalike::visible(signer.name));
    if (signer.problem)
        return what + u' ' + tr("That key is not trusted here: %1").arg(Sentences::of(*signer.problem).text());
    return signer.isJudged ? what
                           : what + u' ' + tr("Whether that key is good cannot be judged here: no rules are trusted.");
}

QString AuditWords::anchors(const AuditVerdict &verdict)
{
    if (verdict.witnessed == 0)
        return tr("None of them is witnessed by others yet.");
    QStringList by;
    for (const AuditAnchor &anchor : verdict.anchors) {
        if (anchor.proved && anchor.count == verdict.witnessed && !by.contains(anchor.by))
            by.append(anchor.by);
    }
    QString text = tr("Anchored up to record %1 by %2.").arg(verdict.witnessed).arg(by.join(QStringLiteral(", ")));
    if (verdict.notWitnessed() > 0)
        text += u' ' + tr("%n record(s) after it are not yet witnessed.", nullptr, int(verdict.notWitnessed()));
    return text;
}

QString AuditWords::flag(const AuditFlag &flag)
{
    switch (flag.kind) {
    case AuditFlag::Kind::Disputed:
        return tr("Another copy of this audit has a different record %1 (%2).").arg(flag.record).arg(flag.detail);
    case AuditFlag::Kind::Conflict:
        return tr("Another audit was seen with two histories; record %1 keeps the evidence.").arg(flag.record);
    case AuditFlag::Kind::CheckpointInvalid:
        return tr("The checkpoint of record %1 is none (%2).").arg(flag.record).arg(flag.detail);
    case AuditFlag::Kind::CheckpointUntrusted:
        return tr("The checkpoint of record %1 does not count (%2).").arg(flag.record).arg(flag.detail);
    case AuditFlag::Kind::CheckpointUnchecked:
        return tr(
            "Whether the key of the checkpoint of record %1 was revoked cannot be told: the revocation list here is "
            "too old (%2). Import a newer list, then verify again.")
            .arg(flag.record)
            .arg(flag.detail);
    case AuditFlag::Kind::CheckpointMissing:
        return tr("No checkpoint covers record %1.").arg(flag.record);
    }
    return {};
}

} // namespace packwarden
