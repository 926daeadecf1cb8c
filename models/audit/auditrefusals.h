// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"

#include <optional>

namespace packwarden {

/// Counts refusals that repeat one of the last minute. The first of a kind (who, what, on what, why) is recorded at
/// once; the rest is one record at the end of the minute. Only a killed process loses a count, never a kind.
class AuditRefusals final
{
public:
    static constexpr qint64 minute = 60'000; ///< milliseconds

    struct Summary
    {
        AuditActor actor;
        AuditEntry entry;
    };

    /// Is it counted, and so not recorded? now: monotonic milliseconds; timeUs: Unix time, microseconds.
    bool repeats(const AuditActor &actor, const AuditEntry &entry, qint64 now, qint64 timeUs);
    /// It was recorded, so its minute begins.
    void recorded(const AuditActor &actor, const AuditEntry &entry, qint64 seq, qint64 now);
    /// Whose minute is over, or all; they are forgotten.
    QList<Summary> take(qint64 now, bool all);
    bool isEmpty() const { return m_kinds.isEmpty(); }

private:
    struct Kind
    {
        AuditActor actor;
        AuditEntry entry; ///< without detail
        qint64 seq = 0;
        qint64 since = 0;
        qint64 more = 0;
        qint64 lastUs = 0;
    };
    Kind *find(const AuditActor &actor, const AuditEntry &entry);

    QList<Kind> m_kinds;
};

} // namespace packwarden
