// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditfilter.h"

#include <algorithm>
#include <utility>

namespace packwarden::auditfilter {

namespace {

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

} // namespace

TextSearch::TextSearch(const QString &text)
    : m_wanted(text.toUtf8())
{
    std::transform(m_wanted.begin(), m_wanted.end(), m_wanted.begin(), folded);
}

void TextSearch::begin()
{
    m_row.resize(0);
    m_isFirst = true;
}

void TextSearch::add(QByteArrayView utf8)
{
    if (!std::exchange(m_isFirst, false))
        m_row.append(' ');
    const qsizetype before = m_row.size();
    m_row.resize(before + utf8.size());
    std::transform(utf8.begin(), utf8.end(), m_row.begin() + before, folded);
}

QByteArray actOf(const QByteArray &detail)
{
    // "id", and the head of eight bytes (RFC 8949, 3.1).
    constexpr int actBytes = 12;
    const QByteArray act = detail.mid(1, actBytes);
    return act.size() == actBytes && act.startsWith(QByteArray::fromHex("62696448")) ? act : QByteArray();
}

QString where(const AuditFilter &filter, QVariantList &values, AuditRows rows, const auditindex::Narrowing &narrowing)
{
    QStringList terms;
    if (narrowing.isNothing)
        terms.append(QStringLiteral("0"));
    if (!narrowing.subjects.isEmpty()) {
        const QStringList places(narrowing.subjects.size(), QStringLiteral("?"));
        terms.append(QStringLiteral("seq IN (SELECT seq FROM records WHERE subject IN (%1))").arg(places.join(u',')));
        for (const QString &subject : narrowing.subjects)
            values.append(subject);
    }
    if (narrowing.byPack != auditindex::Narrowing::ByPack::No) {
        terms.append(narrowing.byPack == auditindex::Narrowing::ByPack::Few
                ? QStringLiteral("seq IN (SELECT seq FROM packs WHERE pack = ?)")
                : QStringLiteral("EXISTS (SELECT 1 FROM packs WHERE pack = ? AND packs.seq = records.seq)"));
        values.append(filter.pack);
    }
    if (!filter.action.isEmpty()) {
        terms.append(QStringLiteral("action = ?"));
        values.append(filter.action);
    }
    if (!filter.subject.isEmpty()) {
        terms.append(QStringLiteral("subject = ?"));
        values.append(filter.subject);
    }
    if (filter.outcome == QLatin1String(AuditFilter::refusedOutcomes)) {
        // What is none of these words, as ranges of the index: unlike something is looked for in every record, and so
        // is this or that where the newest are to come first.
        QStringList words{QLatin1String(auditoutcome::done), QLatin1String(auditoutcome::begun),
            QLatin1String(auditoutcome::conflict)};
        words.sort();
        const QString in = QStringLiteral("SELECT seq FROM records WHERE ");
        QStringList ranges{in + QStringLiteral("outcome < ?")};
        values.append(words.constFirst());
        for (qsizetype i = 1; i < words.size(); ++i) {
            ranges.append(in + QStringLiteral("outcome > ? AND outcome < ?"));
            values << words.at(i - 1) << words.at(i);
        }
        ranges.append(in + QStringLiteral("outcome > ?"));
        values.append(words.constLast());
        terms.append(QStringLiteral("seq IN (%1)").arg(ranges.join(QStringLiteral(" UNION ALL "))));
    } else if (!filter.outcome.isEmpty()) {
        terms.append(QStringLiteral("outcome = ?"));
        values.append(filter.outcome);
    }
    if (!filter.person.isEmpty()) {
        terms.append(QStringLiteral("actor = ?"));
        values.append(filter.person);
    }
    if (!filter.pack.isEmpty()) {
        // A serial is plain ASCII, so it stands in the CBOR as it is.
        terms.append(QStringLiteral("(subject = ? OR instr(detail, ?) > 0)"));
        values.append(filter.pack);
        values.append(filter.pack.toUtf8());
    }
    if (filter.fromUs > 0) {
        terms.append(QStringLiteral("time_us >= ?"));
        values.append(filter.fromUs);
    }
    if (filter.untilUs > 0) {
        terms.append(QStringLiteral("time_us < ?"));
        values.append(filter.untilUs);
    }
    if (!filter.text.isEmpty()) {
        terms.append(QStringLiteral(
            "instr(lower(actor || ' ' || party || ' ' || role || ' ' || action || ' ' || subject || ' ' || outcome), "
            "lower(?)) > 0"));
        values.append(filter.text);
    }
    if (rows == AuditRows::Acts) {
        // Its end has the same person, or else who looks for this one would find neither.
        QString ended = QStringLiteral("SELECT 1 FROM records AS ended WHERE ended.subject = records.subject AND "
                                       "ended.action = records.action AND ended.seq > records.seq AND ended.outcome <> "
                                       "'%1' AND ended.actor = records.actor AND ended.party = records.party AND "
                                       "ended.role = records.role AND substr(records.detail, 2, 4) = x'62696448' AND "
                                       "substr(ended.detail, 2, 12) = substr(records.detail, 2, 12)")
                            .arg(QLatin1String(auditoutcome::begun));
        if (filter.untilUs > 0) {
            ended += QStringLiteral(" AND ended.time_us < ?");
            values.append(filter.untilUs);
        }
        terms.append(
            QStringLiteral("(outcome <> '%1' OR NOT EXISTS (%2))").arg(QLatin1String(auditoutcome::begun), ended));
    }
    return terms.isEmpty() ? QString() : QStringLiteral(" WHERE ") + terms.join(QStringLiteral(" AND "));
}

} // namespace packwarden::auditfilter
