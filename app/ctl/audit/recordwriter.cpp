// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/audit/recordwriter.h"

#include "models/core/base/printable.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace packwarden::ctl {

namespace {

constexpr int seqWidth = 6;
constexpr qint64 perMinute = 60'000; ///< milliseconds

bool isPlain(QByteArrayView utf8)
{
    return std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

void addDigits(QByteArray &to, qint64 number, int digits)
{
    const QByteArray text = QByteArray::number(number);
    to.append(std::max<qsizetype>(0, digits - text.size()), '0').append(text);
}

} // namespace

void RecordWriter::add(const AuditRowView &row)
{
    if (m_json)
        addJson(row);
    else
        addText(row);
    m_lines += '\n';
}

QByteArray RecordWriter::take()
{
    QByteArray lines;
    lines.reserve(m_lines.capacity());
    std::swap(lines, m_lines);
    return lines;
}

/// ISO 8601 with milliseconds, UTC.
void RecordWriter::addTime(qint64 timeUs)
{
    const qint64 milliseconds = timeUs / 1000;
    if (const qint64 minute = milliseconds / perMinute; minute != m_minute) {
        m_minute = minute;
        m_minuteText = QDateTime::fromMSecsSinceEpoch(minute * perMinute)
                           .toUTC()
                           .toString(QStringLiteral("yyyy-MM-ddTHH:mm:"))
                           .toLatin1();
    }
    const qint64 rest = std::max<qint64>(0, milliseconds % perMinute);
    m_lines += m_minuteText;
    addDigits(m_lines, rest / 1000, 2);
    m_lines += '.';
    addDigits(m_lines, rest % 1000, 3);
    m_lines += 'Z';
}

void RecordWriter::addPrintable(QByteArrayView utf8)
{
    if (isPlain(utf8))
        m_lines += utf8;
    else
        m_lines += printable(QString::fromUtf8(utf8)).toUtf8();
}

void RecordWriter::addText(const AuditRowView &row)
{
    const QByteArray seq = QByteArray::number(row.seq);
    m_lines.append(std::max<qsizetype>(0, seqWidth - seq.size()), ' ').append(seq).append("  ");
    addTime(row.timeUs);
    m_lines += "  ";
    if (row.text(AuditRowView::Person).isEmpty()) {
        m_lines += '-';
    } else {
        addPrintable(row.text(AuditRowView::Person));
        m_lines += " (";
        addPrintable(row.text(AuditRowView::Party));
        m_lines += ')';
    }
    for (const auto which : {AuditRowView::Action, AuditRowView::Subject, AuditRowView::Outcome}) {
        m_lines += "  ";
        addPrintable(row.text(which));
    }
}

void RecordWriter::addQuoted(const char *key, QByteArrayView utf8)
{
    m_lines.append('"').append(key).append("\":");
    if (isPlain(utf8) && !utf8.contains('"') && !utf8.contains('\\')) {
        m_lines.append('"').append(utf8).append("\",");
        return;
    }
    const QByteArray list = QJsonDocument(QJsonArray{QString::fromUtf8(utf8)}).toJson(QJsonDocument::Compact);
    m_lines.append(printableJson(list.mid(1, list.size() - 2))).append(',');
}

/// In the order of their names, as all JSON of this program.
void RecordWriter::addJson(const AuditRowView &row)
{
    m_lines += '{';
    addQuoted("action", row.text(AuditRowView::Action));
    m_lines.append("\"hash\":\"").append(row.hash.toByteArray().toHex()).append("\",");
    addQuoted("outcome", row.text(AuditRowView::Outcome));
    addQuoted("party", row.text(AuditRowView::Party));
    addQuoted("person", row.text(AuditRowView::Person));
    addQuoted("role", row.text(AuditRowView::Role));
    m_lines.append("\"seq\":").append(QByteArray::number(row.seq)).append(',');
    addQuoted("subject", row.text(AuditRowView::Subject));
    m_lines += "\"time\":\"";
    addTime(row.timeUs);
    m_lines += "\"}";
}

} // namespace packwarden::ctl
