// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/ownvalueattempts.h"

#include "models/audit/auditstore.h"
#include "models/signoffs/signoffjudgement.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <algorithm>

namespace packwarden::ownvalue {

namespace {

constexpr int attemptsLookedAt = 100; ///< for one document, by anyone

int failuresSoFar(Workspace &workspace, const SignoffJudgement &judgement)
{
    const AuditActor me = workspace.session().actor();
    AuditFilter filter;
    filter.action = QLatin1String(action);
    filter.subject = judgement.fingerprint;
    const QList<AuditRecord> records = workspace.audit().page(filter, 0, attemptsLookedAt);
    return int(
        std::count_if(records.begin(), records.end(), [&](const AuditRecord &record) { return record.actor == me; }));
}

} // namespace

Result<Comparison> compare(
    Workspace &workspace, const SignoffJudgement &judgement, const QSet<ParameterId> &wanted, const Values &values)
{
    if (!std::all_of(wanted.begin(), wanted.end(), [&](const ParameterId &id) { return values.contains(id); }))
        return Comparison::Missing;
    const int failures = failuresSoFar(workspace, judgement);
    if (failures >= attempts)
        return Comparison::Spent;
    if (agree(judgement, wanted, values))
        return Comparison::Agrees;
    const auto recorded = workspace.audit().append(workspace.session().actor(),
        {QLatin1String(action), judgement.fingerprint, QLatin1String(auditoutcome::conflict),
            {{QLatin1String("payload"), judgement.payloadSha256}, {QLatin1String("attempt"), failures + 1}}});
    if (!recorded.ok())
        return recorded.error();
    return failures + 1 < attempts ? Comparison::Differs : Comparison::DiffersAgain;
}

} // namespace packwarden::ownvalue
