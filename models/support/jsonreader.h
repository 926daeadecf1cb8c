// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/support/jsontext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

namespace packwarden {

/// Reads a JSON object whose keys must all be known; the twin of cbor::MapReader. The first error sticks. Details say
/// where and why: "line 158: grants[3].until: ...". Converters give a Result whose detail is what belongs behind the
/// path of their value: ": the cause", or that of a reader of their own.
class JsonReader final
{
public:
    /// A value inside of another.
    explicit JsonReader(const QJsonValue &value)
        : m_object(value.toObject())
    {
        if (!value.isObject())
            m_error = mismatch(value, QJsonValue::Object);
    }
    /// Of a whole file. The errors of JsonText::read.
    static Result<JsonReader> parse(const QByteArray &json)
    {
        auto text = JsonText::read(json);
        if (!text.ok())
            return text.error();
        JsonReader reader(text->object);
        reader.m_text = std::move(text).value();
        return reader;
    }

    static QString cause(const QString &why) { return QStringLiteral(": ") + why; }
    /// ": a number, not a text".
    static QString mismatch(const QJsonValue &value, QJsonValue::Type wanted)
    {
        return cause(value.isUndefined() ? QStringLiteral("missing")
                                         : QStringLiteral("%1, not %2").arg(typeName(value.type()), typeName(wanted)));
    }

    bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }
    QJsonValue take(const char *key)
    {
        if (!has(key))
            fail(key, QStringLiteral("missing"));
        return m_object.take(QLatin1String(key));
    }
    QString text(const char *key)
    {
        const QJsonValue value = take(key);
        if (!value.isString())
            failAt(key, mismatch(value, QJsonValue::String));
        return value.toString();
    }
    qint64 integer(const char *key, qint64 min, qint64 max)
    {
        const QJsonValue value = take(key);
        const qint64 n = value.toInteger(min - 1);
        if (!value.isDouble())
            failAt(key, mismatch(value, QJsonValue::Double));
        else if (n < min || n > max)
            fail(key, QStringLiteral("not a whole number from %1 to %2").arg(min).arg(max));
        return n;
    }
    template <typename T> T one(const char *key, Result<T> (*convert)(const QJsonValue &))
    {
        const auto read = convert(take(key));
        if (!read.ok()) {
            failAt(key, read.error().detail);
            return {};
        }
        return *read;
    }
    template <typename T, typename Convert> QList<T> list(const char *key, Convert convert)
    {
        QList<T> result;
        const QJsonValue value = take(key);
        if (!value.isArray())
            failAt(key, mismatch(value, QJsonValue::Array));
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (const Result<T> read = convert(items.at(i)); read.ok())
                result.append(*read);
            else
                failAt(QStringLiteral("%1[%2]").arg(QLatin1String(key)).arg(i), read.error().detail);
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
                failAt(within(key, it.key()), cause(QStringLiteral("no valid name")));
        }
        return result;
    }
    /// By numbers, which must be written in the one usual way: "14", not "014".
    template <typename T, typename Convert> QMap<int, T> numbered(const char *key, int min, int max, Convert convert)
    {
        QMap<int, T> result;
        const QMap<QString, T> texts = named<T>(key, convert);
        for (auto it = texts.begin(); it != texts.end(); ++it) {
            const int number = it.key().toInt();
            if (number >= min && number <= max && QString::number(number) == it.key())
                result.insert(number, *it);
            else
                failAt(within(key, it.key()),
                    cause(QStringLiteral("the key is not a whole number from %1 to %2").arg(min).arg(max)));
        }
        return result;
    }
    template <typename T, typename Convert> QMap<QString, T> named(const char *key, Convert convert)
    {
        QMap<QString, T> result;
        const QJsonValue value = take(key);
        if (!value.isObject())
            failAt(key, mismatch(value, QJsonValue::Object));
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (const Result<T> read = convert(QJsonValue(it.value())); read.ok())
                result.insert(it.key(), *read);
            else
                failAt(within(key, it.key()), read.error().detail);
        }
        return result;
    }
    void fail(const QString &path, const QString &why) { failAt(path, cause(why)); }
    void fail(const char *key, const QString &why) { fail(QString(QLatin1String(key)), why); }
    /// Malformed with the path, or success.
    Result<> finish()
    {
        if (m_error.isEmpty() && !m_object.isEmpty())
            fail(m_object.constBegin().key(), QStringLiteral("unknown key"));
        if (m_error.isEmpty())
            return Result<>::success();
        if (!m_text)
            return {Code::Malformed, m_error};
        return {Code::Malformed, located(m_path, m_error), TextReason::Unreadable};
    }
    /// The detail of an error at this path of a whole file, with its line.
    QString located(const QString &path, const QString &detail) const
    {
        return (m_text ? m_text->place(path) : QString()) + detail;
    }

private:
    static QString typeName(QJsonValue::Type type)
    {
        switch (type) {
        case QJsonValue::Bool:
            return QStringLiteral("true or false");
        case QJsonValue::Double:
            return QStringLiteral("a number");
        case QJsonValue::String:
            return QStringLiteral("a text");
        case QJsonValue::Array:
            return QStringLiteral("an array");
        case QJsonValue::Object:
            return QStringLiteral("an object");
        default:
            return QStringLiteral("null");
        }
    }
    static QString within(const char *key, const QString &name)
    {
        return QStringLiteral("%1.%2").arg(QLatin1String(key), name);
    }
    void failAt(const char *key, const QString &detail) { failAt(QString(QLatin1String(key)), detail); }
    /// detail: what stands behind the path, ".until: no such day" or ": missing".
    void failAt(const QString &path, const QString &detail)
    {
        if (!m_error.isEmpty())
            return;
        m_path = path + detail.left(detail.indexOf(QLatin1String(": ")));
        m_error = (m_text ? QString() : QStringLiteral(".")) + path + detail;
    }

    QJsonObject m_object;
    std::optional<JsonText> m_text; ///< of a whole file
    QString m_path;
    QString m_error;
};

} // namespace packwarden
