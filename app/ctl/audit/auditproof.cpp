// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/audit/auditproof.h"

#include "app/ctl/audit/auditverbs.h"
#include "app/ctl/base/files.h"
#include "models/audit/auditstore.h"
#include "models/core/base/wholefile.h"
#include "models/workspace/auditcheckpoints.h"
#include "models/workspace/workspace.h"

#include <QDateTime>

namespace packwarden::ctl {

namespace {

QString timeOf(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds).toUTC().toString(Qt::ISODateWithMs);
}

/// One record, with what shows to anybody that it is in this audit.
class AuditProve final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        bool good = false;
        m_seq = options().arguments.constFirst().toLongLong(&good);
        if (!good || m_seq < 1) {
            fail({Code::Malformed, QStringLiteral("record %1").arg(options().arguments.constFirst())});
            return;
        }
        if (!workspace())
            return;
        if (options().keyLocator().isEmpty()) {
            write();
            return;
        }
        // With a key a checkpoint is made first, which has every record.
        connect(&workspace()->checkpoints(), &AuditCheckpoints::settled, this, &AuditProve::write,
            Qt::SingleShotConnection);
        withIdentity([] {});
    }

private:
    void write()
    {
        const auto proof = workspace()->audit().inclusion(m_seq);
        if (!proof.ok()) {
            const bool hasKey = !options().keyLocator().isEmpty();
            const QString more = hasKey || proof.code() != Code::WrongState
                ? QString()
                : QStringLiteral("; with --key FILE a new one is made first");
            fail({proof.code(), proof.error().detail + more});
            return;
        }
        const auto signer = proof->verify(workspace()->auditProof()().judge);
        if (!signer.ok()) {
            fail(signer.error());
            return;
        }
        if (auto written = wholefile::write(options().output, proof->encode()); !written.ok()) {
            fail(written.error());
            return;
        }
        out().text(QStringLiteral("%1: %2").arg(options().output, proofLine(*proof, *signer)));
        QJsonObject result = proofObject(*proof, *signer);
        result.insert(QStringLiteral("file"), options().output);
        done(result);
    }

    qint64 m_seq = 0;
};

} // namespace

QString proofLine(const AuditInclusion &proof, const AuditInclusion::Signer &signer)
{
    const AuditRecord &record = proof.record;
    QString trust = QStringLiteral("whose key is not judged here");
    if (signer.problem)
        trust = QStringLiteral("WHOSE KEY IS NOT TRUSTED HERE (%1)").arg(codeName(signer.problem->code));
    else if (signer.isJudged)
        trust = QStringLiteral("whose key is trusted here");
    return QStringLiteral("record %1 of audit %2: %3 by %4, %5, at %6; one of the %7 records that %8 signed at %9, %10 "
                          "(certificate %11)")
        .arg(record.seq)
        .arg(QString::fromLatin1(proof.logId.toHex()), record.action,
            record.actor.person.isEmpty() ? QStringLiteral("no person signed in") : record.actor.person, record.outcome,
            timeOf(record.timeUs / 1000))
        .arg(proof.records)
        .arg(signer.name, timeOf(signer.at * 1000), trust, QString::fromLatin1(signer.leafSha256.toHex()));
}

QJsonObject proofObject(const AuditInclusion &proof, const AuditInclusion::Signer &signer)
{
    QJsonObject object{{QStringLiteral("log"), QString::fromLatin1(proof.logId.toHex())},
        {QStringLiteral("record"), proof.record.seq}, {QStringLiteral("records"), proof.records},
        {QStringLiteral("action"), proof.record.action}, {QStringLiteral("person"), proof.record.actor.person},
        {QStringLiteral("subject"), proof.record.subject}, {QStringLiteral("outcome"), proof.record.outcome},
        {QStringLiteral("time"), timeOf(proof.record.timeUs / 1000)},
        {QStringLiteral("hash"), QString::fromLatin1(proof.record.hash.toHex())}, {QStringLiteral("by"), signer.name},
        {QStringLiteral("certificate"), QString::fromLatin1(signer.leafSha256.toHex())},
        {QStringLiteral("signed"), timeOf(signer.at * 1000)}};
    if (signer.isJudged)
        object.insert(QStringLiteral("trusted"), !signer.problem);
    return object;
}

std::unique_ptr<Command> makeAuditProve(const Options &options, const Clock &clock)
{
    return std::make_unique<AuditProve>(options, clock);
}

} // namespace packwarden::ctl
