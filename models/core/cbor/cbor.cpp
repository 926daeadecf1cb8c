// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cbor/cbor.h"

#include "models/core/cbor/cborhead.h"

#include <QCborArray>

#include <algorithm>

namespace packwarden::cbor {

namespace {

enum Major { Unsigned = 0, Negative = 1, Bytes = 2, Text = 3, Array = 4, Map = 5, Tag = 6, Simple = 7 };

constexpr quint64 int64Max = quint64(INT64_MAX);

/// Walks one item over the bytes and stops at the first deviation.
class Checker final
{
public:
    explicit Checker(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    Result<> run()
    {
        if (item(1) && m_at != m_bytes.size())
            fail(Code::Malformed, "bytes after the item");
        return m_error ? Result<>(*m_error) : Result<>::success();
    }

private:
    bool fail(Code code, const char *what)
    {
        if (!m_error)
            m_error = Error{code, QStringLiteral("%1 at byte %2").arg(QLatin1String(what)).arg(m_at)};
        return false;
    }

    bool head(int &major, quint64 &argument)
    {
        if (m_at >= m_bytes.size())
            return fail(Code::Malformed, "end of data");
        const auto first = quint8(m_bytes.at(m_at));
        major = first >> 5;
        const int low = first & 0x1f;
        if (major == Simple && low != 20 && low != 21 && low != 22)
            return fail(Code::Malformed, "a float or unknown simple value");
        if (low == 31)
            return fail(major == Bytes || major == Text || major == Array || major == Map ? Code::NotCanonical
                                                                                          : Code::Malformed,
                "indefinite length");
        if (low > 27)
            return fail(Code::Malformed, "reserved head");
        ++m_at;
        if (low < 24) {
            argument = quint64(low);
            return true;
        }
        const int size = 1 << (low - 24);
        if (m_bytes.size() - m_at < size)
            return fail(Code::Malformed, "end of data");
        argument = 0;
        for (int i = 0; i < size; ++i)
            argument = argument << 8 | quint8(m_bytes.at(m_at++));
        const bool shortest = size == 1 ? argument >= 24 : argument >> (size * 4) != 0;
        return shortest || fail(Code::NotCanonical, "a longer head than needed");
    }

    bool string(int major, quint64 length)
    {
        if (length > quint64(m_bytes.size() - m_at))
            return fail(Code::Malformed, "end of data");
        if (major == Text) {
            // A decoder drops a leading byte order mark, so the same text would have two encodings.
            if (QByteArrayView(m_bytes).sliced(m_at, qsizetype(length)).startsWith("\xef\xbb\xbf"))
                return fail(Code::Malformed, "a byte order mark");
            if (const auto text = QByteArrayView(m_bytes).sliced(m_at, qsizetype(length));
                !text.isValidUtf8() || text.contains('\0'))
                return fail(Code::Malformed, "text that is not UTF-8");
        }
        m_at += qsizetype(length);
        return true;
    }

    bool item(int depth)
    {
        if (depth > maxDepth)
            return fail(Code::Malformed, "nesting too deep");
        if (++m_elements > maxElements)
            return fail(Code::TooLarge, "too many elements");
        int major = 0;
        quint64 argument = 0;
        if (!head(major, argument))
            return false;
        switch (major) {
        case Unsigned:
        case Negative:
            return argument <= int64Max || fail(Code::Malformed, "integer beyond int64");
        case Bytes:
        case Text:
            return string(major, argument);
        case Array:
            // Each element takes a byte at least, so a huge count ends at the end of the data, without allocating.
            for (quint64 i = 0; i < argument; ++i) {
                if (!item(depth + 1))
                    return false;
            }
            return true;
        case Map:
            return map(argument, depth);
        case Tag:
            if (argument != 18 && argument != 98)
                return fail(Code::Malformed, "unknown tag");
            return item(depth + 1);
        default:
            return true;
        }
    }

    bool map(quint64 pairs, int depth)
    {
        if (pairs > quint64(maxPairs))
            return fail(Code::TooLarge, "too many pairs");
        QByteArrayView previous;
        for (quint64 i = 0; i < pairs; ++i) {
            const qsizetype start = m_at;
            if (m_at < m_bytes.size()) {
                const int major = quint8(m_bytes.at(m_at)) >> 5;
                if (major != Unsigned && major != Negative && major != Text)
                    return fail(Code::Malformed, "a key that is neither text nor integer");
            }
            if (!item(depth + 1))
                return false;
            const auto key = QByteArrayView(m_bytes).sliced(start, m_at - start);
            if (i > 0) {
                const int order = compare(previous, key);
                if (order == 0)
                    return fail(Code::Malformed, "duplicate key");
                if (order > 0)
                    return fail(Code::NotCanonical, "keys out of order");
            }
            previous = key;
            if (!item(depth + 1))
                return false;
        }
        return true;
    }

    static int compare(QByteArrayView a, QByteArrayView b)
    {
        const int common = std::memcmp(a.data(), b.data(), size_t(std::min(a.size(), b.size())));
        return common != 0 ? common : int(a.size() > b.size()) - int(a.size() < b.size());
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    int m_elements = 0;
    std::optional<Error> m_error;
};

void writeHead(QByteArray &out, int major, quint64 argument)
{
    char head[longestHead];
    out.append(head, putHead(head, major, argument) - head);
}

void write(QByteArray &out, const QCborValue &value)
{
    switch (value.type()) {
    case QCborValue::Integer: {
        const qint64 n = value.toInteger();
        n >= 0 ? writeHead(out, Unsigned, quint64(n)) : writeHead(out, Negative, quint64(-(n + 1)));
        return;
    }
    case QCborValue::ByteArray: {
        const QByteArray bytes = value.toByteArray();
        writeHead(out, Bytes, quint64(bytes.size()));
        out += bytes;
        return;
    }
    case QCborValue::String: {
        const QByteArray bytes = value.toString().toUtf8();
        writeHead(out, Text, quint64(bytes.size()));
        out += bytes;
        return;
    }
    case QCborValue::Array: {
        const QCborArray array = value.toArray();
        writeHead(out, Array, quint64(array.size()));
        for (const QCborValue &element : array)
            write(out, element);
        return;
    }
    case QCborValue::Map: {
        QList<std::pair<QByteArray, QByteArray>> pairs;
        const QCborMap map = value.toMap();
        for (auto it = map.begin(); it != map.end(); ++it)
            pairs.emplaceBack(encode(it.key()), encode(it.value()));
        std::sort(pairs.begin(), pairs.end());
        writeHead(out, Map, quint64(pairs.size()));
        for (const auto &[key, content] : pairs)
            out += key + content;
        return;
    }
    case QCborValue::True:
    case QCborValue::False:
        out += char(value.isTrue() ? 0xf5 : 0xf4);
        return;
    case QCborValue::Tag:
        writeHead(out, Tag, quint64(value.tag()));
        write(out, value.taggedValue());
        return;
    default:
        Q_ASSERT(value.isNull() || value.isUndefined());
        out += char(0xf6);
        return;
    }
}

} // namespace

Result<> checkCanonical(const QByteArray &bytes)
{
    return Checker(bytes).run();
}

Result<QCborValue> decode(const QByteArray &bytes)
{
    if (auto check = checkCanonical(bytes); !check.ok())
        return check.error();
    QCborParserError error;
    QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError)
        return {Code::Malformed, error.errorString()};
    return value;
}

QByteArray encode(const QCborValue &value)
{
    QByteArray out;
    write(out, value);
    return out;
}

MapReader::MapReader(const QCborValue &value)
    : m_map(value.toMap())
{
    if (!value.isMap())
        fail(QStringLiteral("not a map"));
}

void MapReader::fail(const QString &detail)
{
    if (m_error.isEmpty())
        m_error = detail;
}

QCborValue MapReader::take(QLatin1String key, QCborValue::Type type)
{
    QCborValue value = m_map.take(key);
    if (value.type() != type) {
        fail(key);
        return {};
    }
    return value;
}

QByteArray MapReader::bytes(QLatin1String key, int exactSize)
{
    const QByteArray value = take(key, QCborValue::ByteArray).toByteArray();
    if (exactSize >= 0 && value.size() != exactSize)
        fail(key);
    return value;
}

QString MapReader::text(QLatin1String key, int maxLength)
{
    const QString value = take(key, QCborValue::String).toString();
    if (value.size() > maxLength)
        fail(key);
    return value;
}

qint64 MapReader::integer(QLatin1String key, qint64 min, qint64 max)
{
    const qint64 value = take(key, QCborValue::Integer).toInteger();
    if (value < min || value > max)
        fail(key);
    return value;
}

bool MapReader::boolean(QLatin1String key)
{
    const QCborValue value = m_map.take(key);
    if (!value.isBool())
        fail(key);
    return value.toBool();
}

QCborMap MapReader::map(QLatin1String key)
{
    return take(key, QCborValue::Map).toMap();
}

QCborArray MapReader::array(QLatin1String key)
{
    return take(key, QCborValue::Array).toArray();
}

QCborValue MapReader::optional(QLatin1String key)
{
    const QCborValue value = m_map.take(key);
    return value.isNull() ? QCborValue(QCborValue::Undefined) : value;
}

Result<> MapReader::finish()
{
    if (m_error.isEmpty() && !m_map.isEmpty())
        m_error = QStringLiteral("unknown key ") + m_map.constBegin().key().toString();
    return m_error.isEmpty() ? Result<>::success() : Result<>(Code::Malformed, m_error);
}

} // namespace packwarden::cbor
