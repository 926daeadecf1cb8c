// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"

#include <QJsonArray>
#include <QJsonObject>

namespace packwarden {

/// The lines of exports and proofs (FORMATS.md, "Audit"): one JSON object each, binary values in hex where people
/// compare them and in base64 elsewhere. Internal to both.
namespace auditlines {

QString hex(const QByteArray &bytes);
QString base64(const QByteArray &bytes);
QByteArray line(const QByteArray &json);
QByteArray line(const QJsonObject &object);
QJsonObject objectOf(const AuditRecord &record);

/// Takes the fields of a line; what is missing, of another type or left over makes it no line of ours.
class Line final
{
public:
    explicit Line(const QByteArray &bytes);
    explicit Line(const QJsonObject &object);

    bool has(const char *key) const;
    QString text(const char *key);
    qint64 integer(const char *key);
    QByteArray hexBytes(const char *key);
    QByteArray base64Bytes(const char *key);
    QList<QByteArray> hexList(const char *key);
    QJsonObject object(const char *key);
    bool isWhole() const { return m_good && m_object.isEmpty(); }

private:
    QJsonValue take(const char *key) { return m_object.take(QLatin1String(key)); }
    static QByteArray hexOf(const QString &written, bool &good);

    QJsonObject m_object;
    bool m_good;
};

AuditRecord recordOf(Line &line);

} // namespace auditlines

} // namespace packwarden
