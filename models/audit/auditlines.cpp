// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditlines.h"

#include <QJsonDocument>
#include <QVariant>

namespace packwarden::auditlines {

using L1 = QLatin1String;

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray line(const QByteArray &json)
{
    return json + '\n';
}

QByteArray line(const QJsonObject &object)
{
    return line(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const AuditRecord &record)
{
    return {{L1("seq"), record.seq}, {L1("time_us"), record.timeUs}, {L1("actor"), record.actor.person},
        {L1("party"), record.actor.party}, {L1("role"), record.actor.role}, {L1("action"), record.action},
        {L1("subject"), record.subject}, {L1("outcome"), record.outcome}, {L1("detail"), base64(record.detail)},
        {L1("prev"), hex(record.prev)}, {L1("hash"), hex(record.hash)}};
}

Line::Line(const QByteArray &bytes)
    : m_object(QJsonDocument::fromJson(bytes).object())
    , m_good(!m_object.isEmpty() && bytes.endsWith('\n'))
{
}

Line::Line(const QJsonObject &object)
    : m_object(object)
    , m_good(!object.isEmpty())
{
}

bool Line::has(const char *key) const
{
    return m_object.contains(L1(key));
}

QString Line::text(const char *key)
{
    const QJsonValue value = take(key);
    m_good = m_good && value.isString();
    return value.toString();
}

qint64 Line::integer(const char *key)
{
    const QJsonValue value = take(key);
    const QVariant variant = value.toVariant();
    m_good = m_good && value.isDouble() && variant.metaType().id() == QMetaType::LongLong;
    return variant.toLongLong();
}

QByteArray Line::hexOf(const QString &written, bool &good)
{
    QByteArray bytes = QByteArray::fromHex(written.toLatin1());
    good = good && bytes.toHex() == written.toLatin1();
    return bytes;
}

QByteArray Line::hexBytes(const char *key)
{
    return hexOf(text(key), m_good);
}

QByteArray Line::base64Bytes(const char *key)
{
    const QByteArray written = text(key).toLatin1();
    QByteArray bytes = QByteArray::fromBase64(written);
    m_good = m_good && bytes.toBase64() == written;
    return bytes;
}

QList<QByteArray> Line::hexList(const char *key)
{
    const QJsonValue value = take(key);
    m_good = m_good && value.isArray();
    QList<QByteArray> list;
    for (const QJsonValue each : value.toArray()) {
        m_good = m_good && each.isString();
        list.append(hexOf(each.toString(), m_good));
    }
    return list;
}

QJsonObject Line::object(const char *key)
{
    const QJsonValue value = take(key);
    m_good = m_good && value.isObject();
    return value.toObject();
}

AuditRecord recordOf(Line &line)
{
    AuditRecord record;
    record.seq = line.integer("seq");
    record.timeUs = line.integer("time_us");
    record.actor = {line.text("actor"), line.text("party"), line.text("role")};
    record.action = line.text("action");
    record.subject = line.text("subject");
    record.outcome = line.text("outcome");
    record.detail = line.base64Bytes("detail");
    record.prev = line.hexBytes("prev");
    record.hash = line.hexBytes("hash");
    return record;
}

} // namespace packwarden::auditlines
