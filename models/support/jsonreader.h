// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace packwarden {

/// Reads a JSON object whose keys must all be known; the twin of cbor::MapReader. The first error sticks.
class JsonReader final
{
public:
    explicit JsonReader(const QJsonValue &value)
        : m_object(value.toObject())
    {
        if (!value.isObject())
            fail("object");
    }
    /// Malformed with the place of a syntax error.
    static Result<JsonReader> parse(const QByteArray &json)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        if (error.error != QJsonParseError::NoError || !document.isObject())
            return {Code::Malformed, QStringLiteral("JSON at byte %1").arg(error.offset)};
        return JsonReader(document.object());
    }

    bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }
    QJsonValue take(const char *key)
    {
        if (!has(key))
            fail(key);
        return m_object.take(QLatin1String(key));
    }
    QString text(const char *key)
    {
        const QJsonValue value = take(key);
        if (!value.isString())
            fail(key);
        return value.toString();
    }
    qint64 integer(const char *key, qint64 min, qint64 max)
    {
        const qint64 n = take(key).toInteger(min - 1);
        if (n < min || n > max)
            fail(key);
        return n;
    }
    template <typename T, typename Convert> QList<T> list(const char *key, Convert convert)
    {
        QList<T> result;
        const QJsonValue value = take(key);
        if (!value.isArray())
            fail(key);
        for (const QJsonValue &item : value.toArray()) {
            if (const std::optional<T> one = convert(item))
                result.append(*one);
            else
                failAt(key, QString::number(result.size()));
        }
        return result;
    }
    template <typename Id, typename T, typename Convert> QMap<Id, T> map(const char *key, Convert convert)
    {
        QMap<Id, T> result;
        const QMap<QString, T> texts = named<T>(key, convert);
        for (auto it = texts.begin(); it != texts.end(); ++it) {
            if (const auto id = Id::parse(it.key()); id.ok())
                result.insert(*id, *it);
            else
                failAt(key, it.key());
        }
        return result;
    }
    template <typename T, typename Convert> QMap<QString, T> named(const char *key, Convert convert)
    {
        QMap<QString, T> result;
        const QJsonValue value = take(key);
        if (!value.isObject())
            fail(key);
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (const std::optional<T> one = convert(QJsonValue(it.value())))
                result.insert(it.key(), *one);
            else
                failAt(key, it.key());
        }
        return result;
    }
    void fail(const char *key) { failAt(key, {}); }
    /// Malformed with the path, or success.
    Result<> finish()
    {
        if (m_error.isEmpty() && !m_object.isEmpty())
            m_error = m_object.constBegin().key();
        return m_error.isEmpty() ? Result<>::success() : Result<>(Code::Malformed, m_error);
    }

private:
    void failAt(const char *key, const QString &place)
    {
        if (m_error.isEmpty())
            m_error = place.isEmpty() ? QString(QLatin1String(key))
                                      : QStringLiteral("%1: %2").arg(QLatin1String(key), place);
    }

    QJsonObject m_object;
    QString m_error;
};

} // namespace packwarden
