// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/audit/auditverbs.h"
#include "app/ctl/audit/describeverdict.h"
#include "models/audit/auditexport.h"
#include "models/audit/auditstore.h"
#include "models/workspace/auditcheckpoints.h"
#include "models/workspace/auditedaction.h"
#include "models/workspace/auditverifier.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <algorithm>

namespace packwarden::ctl {

namespace {

/// Writes the whole audit as a file that anybody can verify.
class AuditExport final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        // With a key, the export ends in a checkpoint of the person who made it.
        if (options().keyLocator().isEmpty()) {
            if (workspace())
                write();
            return;
        }
        if (!workspace())
            return;
        connect(&workspace()->checkpoints(), &AuditCheckpoints::settled, this, &AuditExport::write,
            Qt::SingleShotConnection);
        withIdentity([] {});
    }

private:
    void write()
    {
        const auto written = auditexport::write(workspace()->audit().path(), options().output);
        if (!written.ok()) {
            fail(written.error());
            return;
        }
        out().text(QStringLiteral("%1: %2 records, %3 checkpoints")
                       .arg(options().output)
                       .arg(written->head.count)
                       .arg(written->checkpoints));
        done({{QStringLiteral("file"), options().output}, {QStringLiteral("records"), written->head.count},
            {QStringLiteral("checkpoints"), written->checkpoints},
            {QStringLiteral("log"), QString::fromLatin1(written->head.logId.toHex())},
            {QStringLiteral("hash"), QString::fromLatin1(written->head.hash.toHex())}});
    }
};

/// After damage: moves the store aside and begins a new one that points at its last head.
class AuditRestart final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QString path = options().store + QStringLiteral("/audit.db");
        if (auto opened = AuditStore::open(path, clock());
            opened.ok() && (*opened)->access() != AuditStore::Access::Damaged && !problemOf(verifyAudit(path))) {
            fail({Code::WrongState, QStringLiteral("the audit is intact")});
            return;
        }
        const auto anew = AuditStore::startAnew(path, clock());
        if (!anew.ok()) {
            fail(anew.error());
            return;
        }
        out().text(QStringLiteral("begun anew; the old audit is kept beside it"));
        done({{QStringLiteral("log"), QString::fromLatin1((*anew)->head().logId.toHex())}});
    }
};

/// Where the records follow from one another and only heads told by one person's key say otherwise: a person decides
/// that this key told something false. What it told stays named as a dispute.
class AuditSettle final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!workspace())
            return;
        const QString &name = options().arguments.constFirst();
        const AuditVerdict verdict = verifyAudit(workspace()->audit().path(), workspace()->auditProof()());
        const auto accuser = std::find_if(verdict.accusers.begin(), verdict.accusers.end(),
            [&](const AuditAccuser &each) { return each.by == name; });
        if (accuser == verdict.accusers.end()) {
            fail({Code::WrongState, QStringLiteral("%1 names no head that this audit does not have").arg(name)});
            return;
        }
        AuditedAction action(*workspace(), auditaction::settleHead, name,
            {{QLatin1String("leaf"), accuser->leafSha256}, {QLatin1String("count"), accuser->count}});
        const auto recorded = action.finish(Result<>::success());
        if (!recorded.ok()) {
            fail(recorded.error());
            return;
        }
        out().text(
            QStringLiteral("what %1 tells of this audit is a dispute from now on, no proof of damage; revoke the "
                           "key if it told something false")
                .arg(name));
        done({{QStringLiteral("by"), name}, {QStringLiteral("count"), accuser->count}});
    }
};

} // namespace

std::unique_ptr<Command> makeAuditExport(const Options &options, const Clock &clock)
{
    return std::make_unique<AuditExport>(options, clock);
}

std::unique_ptr<Command> makeAuditRestart(const Options &options, const Clock &clock)
{
    return std::make_unique<AuditRestart>(options, clock);
}

std::unique_ptr<Command> makeAuditSettle(const Options &options, const Clock &clock)
{
    return std::make_unique<AuditSettle>(options, clock);
}

} // namespace packwarden::ctl
