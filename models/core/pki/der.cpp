// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/der.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace packwarden::der {

namespace {

constexpr int maxDepth = 24; ///< a certificate needs about twelve

enum Tag : uchar {
    Boolean = 0x01,
    Integer = 0x02,
    BitString = 0x03,
    OctetString = 0x04,
    Null = 0x05,
    ObjectIdentifier = 0x06,
    Enumerated = 0x0a,
    Utf8String = 0x0c,
    NumericString = 0x12,
    PrintableString = 0x13,
    TeletexString = 0x14,
    Ia5String = 0x16,
    UtcTime = 0x17,
    GeneralizedTime = 0x18,
    VisibleString = 0x1a,
    UniversalString = 0x1c,
    BmpString = 0x1e,
    Sequence = 0x30,
    Set = 0x31,
};

struct Value
{
    uchar tag = 0;
    QByteArrayView content;
    QByteArrayView whole;
};

uchar octet(QByteArrayView bytes, qsizetype at)
{
    return uchar(bytes.at(at));
}

/// Takes the first value off. Nothing for a tag of several octets, a length that is indefinite or not the shortest, and
/// for what is cut short.
std::optional<Value> take(QByteArrayView &rest)
{
    constexpr uchar longTag = 0x1f;
    if (rest.size() < 2 || (octet(rest, 0) & longTag) == longTag)
        return std::nullopt;
    qsizetype head = 2;
    qsizetype size = octet(rest, 1);
    if (size >= 0x80) {
        const qsizetype octets = size & 0x7f;
        if (octets < 1 || octets > 3 || rest.size() < 2 + octets)
            return std::nullopt;
        size = 0;
        for (qsizetype i = 0; i < octets; ++i)
            size = size << 8 | octet(rest, 2 + i);
        if (size < 0x80 || octet(rest, 2) == 0)
            return std::nullopt;
        head += octets;
    }
    if (rest.size() - head < size)
        return std::nullopt;
    const Value value{octet(rest, 0), rest.sliced(head, size), rest.first(head + size)};
    rest = rest.sliced(head + size);
    return value;
}

bool isShortInteger(QByteArrayView content)
{
    if (content.isEmpty())
        return false;
    if (content.size() == 1)
        return true;
    const bool negative = (octet(content, 1) & 0x80) != 0;
    return octet(content, 0) != (negative ? 0xff : 0x00);
}

bool isBitString(QByteArrayView content)
{
    if (content.isEmpty() || octet(content, 0) > 7)
        return false;
    const int unused = octet(content, 0);
    return content.size() == 1 ? unused == 0 : (octet(content, content.size() - 1) & ((1 << unused) - 1)) == 0;
}

bool isObjectIdentifier(QByteArrayView content)
{
    if (content.isEmpty() || (octet(content, content.size() - 1) & 0x80) != 0)
        return false;
    bool first = true;
    for (qsizetype i = 0; i < content.size(); ++i) {
        if (first && octet(content, i) == 0x80)
            return false;
        first = (octet(content, i) & 0x80) == 0;
    }
    return true;
}

/// YYMMDDhhmmssZ or YYYYMMDDhhmmssZ (RFC 5280, 4.1.2.5).
bool isTime(QByteArrayView content, qsizetype digits)
{
    return content.size() == digits + 1 && content.back() == 'Z'
        && std::all_of(content.begin(), content.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
}

bool check(const Value &value, int depth);

std::optional<std::vector<Value>> checkParts(QByteArrayView rest, int depth)
{
    std::vector<Value> parts;
    while (!rest.isEmpty()) {
        const auto part = take(rest);
        if (!part || !check(*part, depth + 1))
            return std::nullopt;
        parts.push_back(*part);
    }
    return parts;
}

/// X.690, 11.6.
bool isInOrder(const std::vector<Value> &parts)
{
    return std::is_sorted(parts.begin(), parts.end(), [](const Value &a, const Value &b) {
        return std::lexicographical_compare(a.whole.begin(), a.whole.end(), b.whole.begin(), b.whole.end(),
            [](char x, char y) { return uchar(x) < uchar(y); });
    });
}

/// What has the form of an Extension (RFC 5280, 4.1) holds a value of its own; that of another sequence stays as it is.
bool checkExtension(const std::vector<Value> &parts, int depth)
{
    const bool critical = parts.size() == 3 && parts.at(1).tag == Boolean;
    if (parts.empty() || parts.front().tag != ObjectIdentifier || parts.back().tag != OctetString
        || (parts.size() != 2 && !critical))
        return true;
    QByteArrayView rest = parts.back().content;
    const auto value = take(rest);
    if (!value || !rest.isEmpty() || !check(*value, depth + 1))
        return false;
    // A list of named bits ends with the last that is set (X.690, 11.2.2).
    static constexpr char keyUsage[] = "\x55\x1d\x0f";
    if (parts.front().content != QByteArrayView(keyUsage) || value->tag != BitString || value->content.size() < 2)
        return true;
    return (octet(value->content, value->content.size() - 1) >> octet(value->content, 0) & 1) == 1;
}

bool check(const Value &value, int depth)
{
    if (depth > maxDepth)
        return false;
    switch (value.tag) {
    case Boolean:
        return value.content.size() == 1 && octet(value.content, 0) == 0xff;
    case Integer:
    case Enumerated:
        return isShortInteger(value.content);
    case BitString:
        return isBitString(value.content);
    case Null:
        return value.content.isEmpty();
    case ObjectIdentifier:
        return isObjectIdentifier(value.content);
    case UtcTime:
        return isTime(value.content, 12);
    case GeneralizedTime:
        return isTime(value.content, 14);
    case OctetString:
    case Utf8String:
    case NumericString:
    case PrintableString:
    case TeletexString:
    case Ia5String:
    case VisibleString:
    case UniversalString:
    case BmpString:
        return true;
    case Sequence: {
        const auto parts = checkParts(value.content, depth);
        return parts && checkExtension(*parts, depth);
    }
    case Set: {
        const auto parts = checkParts(value.content, depth);
        return parts && isInOrder(*parts);
    }
    default:
        break;
    }
    constexpr uchar classMask = 0xc0;
    constexpr uchar ofContext = 0x80;
    constexpr uchar constructed = 0x20;
    if ((value.tag & classMask) != ofContext)
        return false;
    return (value.tag & constructed) == 0 || checkParts(value.content, depth).has_value();
}

QByteArray wrapped(uchar tag, const QByteArray &content)
{
    QByteArray bytes(1, char(tag));
    const qsizetype size = content.size();
    if (size < 0x80) {
        bytes += char(size);
    } else if (size < 0x100) {
        bytes += char(0x81);
        bytes += char(size);
    } else {
        bytes += char(0x82);
        bytes += char(size >> 8);
        bytes += char(size & 0xff);
    }
    return bytes + content;
}

QByteArray positive(const QByteArray &number)
{
    const bool high = !number.isEmpty() && (uchar(number.front()) & 0x80) != 0;
    return wrapped(Integer, high ? '\0' + number : number);
}

} // namespace

bool isCanonical(QByteArrayView bytes)
{
    const auto value = take(bytes);
    return value && bytes.isEmpty() && check(*value, 0);
}

QByteArray rsaKeyInfo(const QByteArray &modulus, const QByteArray &exponent)
{
    static const QByteArray rsaEncryption = QByteArray::fromHex("300d06092a864886f70d0101010500");
    const QByteArray key = wrapped(Sequence, positive(modulus) + positive(exponent));
    return wrapped(Sequence, rsaEncryption + wrapped(BitString, '\0' + key));
}

} // namespace packwarden::der
