// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditrefusals.h"

#include <algorithm>

namespace packwarden {

namespace {

/// The outcome of something begun belongs to it alone, and a head is evidence.
bool mayCoalesce(const AuditEntry &entry)
{
    return auditoutcome::isRefusal(entry.outcome) && !entry.detail.contains(QLatin1String("id"))
        && entry.action != QLatin1String(auditaction::witnessHead);
}

} // namespace

AuditRefusals::Kind *AuditRefusals::find(const AuditActor &actor, const AuditEntry &entry)
{
    const auto same = std::find_if(m_kinds.begin(), m_kinds.end(), [&](const Kind &kind) {
        return kind.actor == actor && kind.entry.action == entry.action && kind.entry.subject == entry.subject
            && kind.entry.outcome == entry.outcome;
    });
    return same == m_kinds.end() ? nullptr : &*same;
}

bool AuditRefusals::repeats(const AuditActor &actor, const AuditEntry &entry, qint64 now, qint64 timeUs)
{
    Kind *kind = mayCoalesce(entry) ? find(actor, entry) : nullptr;
    if (!kind || now - kind->since >= minute)
        return false;
    ++kind->more;
    kind->lastUs = timeUs;
    return true;
}

void AuditRefusals::recorded(const AuditActor &actor, const AuditEntry &entry, qint64 seq, qint64 now)
{
    if (mayCoalesce(entry))
        m_kinds.append({actor, {entry.action, entry.subject, entry.outcome, {}}, seq, now, 0, 0});
}

QList<AuditRefusals::Summary> AuditRefusals::take(qint64 now, bool all)
{
    QList<Summary> due;
    QList<Kind> rest;
    for (const Kind &kind : std::as_const(m_kinds)) {
        if (!all && now - kind.since < minute) {
            rest.append(kind);
            continue;
        }
        if (kind.more == 0)
            continue;
        AuditEntry entry = kind.entry;
        entry.detail = {{QLatin1String("repeats"), kind.seq}, {QLatin1String("times"), kind.more},
            {QLatin1String("last"), kind.lastUs}};
        due.append({kind.actor, entry});
    }
    m_kinds = rest;
    return due;
}

} // namespace packwarden
