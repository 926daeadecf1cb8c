// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"

#include <QRegularExpression>

#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

namespace packwarden {

namespace {

constexpr int maxLength = 64;

template <typename Tag> constexpr bool isSerial = std::is_same_v<Tag, PackSerialTag>;

bool allowed(QChar c, bool serial)
{
    const bool digit = c >= u'0' && c <= u'9';
    if (serial)
        return digit || (c >= u'A' && c <= u'Z') || c == u'-';
    return digit || (c >= u'a' && c <= u'z') || c == u'-' || c == u'.';
}

} // namespace

template <typename Tag> Result<Identifier<Tag>> Identifier<Tag>::parse(const QString &text)
{
    if (text.isEmpty() || text.size() > maxLength || text.front() == u'-' || text.front() == u'.')
        return {Code::NotAnIdentifier, text.left(maxLength)};
    for (QChar c : text) {
        if (!allowed(c, isSerial<Tag>))
            return {Code::NotAnIdentifier, text.left(maxLength)};
    }
    Identifier id;
    id.m_text = text;
    return id;
}

template <typename Tag> Identifier<Tag> Identifier<Tag>::fromTrusted(const QString &text)
{
    auto id = parse(text);
    Q_ASSERT_X(id.ok(), "Identifier::fromTrusted", qUtf8Printable(text));
    return id.ok() ? *id : Identifier();
}

template class Identifier<PackSerialTag>;
template class Identifier<RoleTag>;
template class Identifier<CapabilityTag>;
template class Identifier<ParameterTag>;
template class Identifier<PositionTag>;

QByteArray sha256(const QByteArray &bytes)
{
    // Not by Qt, whose own code takes four times as long where the processor has instructions for it.
    QByteArray digest(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    SHA256(reinterpret_cast<const unsigned char *>(bytes.constData()), size_t(bytes.size()),
        reinterpret_cast<unsigned char *>(digest.data()));
    return digest;
}

Result<QByteArray> tryRandomBytes(int count)
{
    // Not by QCA, which asks a generator that failed again and again, for ever.
    QByteArray bytes(count, '\0');
    const bool good = RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), count) == 1;
    ERR_clear_error();
    if (!good)
        return {Code::KeyUnusable, QStringLiteral("random generator")};
    return bytes;
}

QByteArray randomBytes(int count)
{
    const auto bytes = tryRandomBytes(count);
    // Better no program than a predictable one.
    if (!bytes.ok())
        qFatal("The random generator failed");
    return *bytes;
}

QString fingerprintText(const QByteArray &hash)
{
    return QString::fromLatin1(hash.left(16).toHex())
        .replace(QRegularExpression(QStringLiteral("(....)(?=.)")), QStringLiteral("\\1 "));
}

} // namespace packwarden
