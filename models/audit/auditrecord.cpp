// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditrecord.h"

#include <algorithm>

namespace packwarden {

bool auditaction::usesKey(QAnyStringView action)
{
    for (const char *one : {signIn, signRequest, withdrawRequest, rejectRequest, askRight, answerRight}) {
        if (action == QAnyStringView(one))
            return true;
    }
    return false;
}

bool auditoutcome::isRefusal(const QString &outcome)
{
    return codeFromName(outcome).has_value();
}

QByteArray AuditRecord::computeHash(const QByteArray &logId) const
{
    const RecordBytes bytes(*this);
    return AuditHasher(logId).hash(bytes.view()).toByteArray();
}

RecordBytes::RecordBytes(const AuditRecord &record)
    : m_record(record)
    , m_texts{record.actor.person.toUtf8(), record.actor.party.toUtf8(), record.actor.role.toUtf8(),
          record.action.toUtf8(), record.subject.toUtf8(), record.outcome.toUtf8()}
{
}

AuditRowView RecordBytes::view() const
{
    AuditRowView row;
    row.seq = m_record.seq;
    row.timeUs = m_record.timeUs;
    std::copy(m_texts.begin(), m_texts.end(), row.texts.begin());
    row.detail = m_record.detail;
    row.prev = m_record.prev;
    row.hash = m_record.hash;
    return row;
}

} // namespace packwarden
