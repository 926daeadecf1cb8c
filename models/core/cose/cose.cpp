// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cose/cose.h"

#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "models/core/cbor/cborhead.h"

#include <QCborArray>

#include <algorithm>

namespace packwarden {

namespace {

// Labels of RFC 9052 and RFC 9360.
constexpr qint64 labelAlgorithm = 1;
constexpr qint64 labelContentType = 3;
constexpr qint64 labelX5chain = 33;
constexpr qint64 labelX5t = 34;
constexpr qint64 algorithmRs256 = -257; // RFC 8812
constexpr qint64 hashSha256 = -16; // RFC 9054
constexpr auto tagSign = QCborTag(98);
constexpr auto tagSign1 = QCborTag(18);

QCborValue chainToCbor(const QList<QByteArray> &chain)
{
    if (chain.size() == 1)
        return chain.constFirst();
    QCborArray array;
    for (const QByteArray &der : chain)
        array.append(der);
    return array;
}

Result<QList<QByteArray>> readUnprotected(const QCborValue &value)
{
    const QCborMap map = value.toMap();
    const QCborValue x5chain = map.value(labelX5chain);
    QList<QByteArray> chain;
    if (x5chain.isByteArray())
        chain.append(x5chain.toByteArray());
    else if (x5chain.isArray() && x5chain.toArray().size() > 1) {
        for (const QCborValue &der : x5chain.toArray()) {
            if (!der.isByteArray())
                return {Code::Malformed, QStringLiteral("x5chain")};
            chain.append(der.toByteArray());
        }
    }
    if (!value.isMap() || map.size() != 1 || chain.isEmpty())
        return {Code::Malformed, QStringLiteral("x5chain")};
    if (chain.size() > CoseSign::maxChain)
        return {Code::TooLarge, QStringLiteral("x5chain")};
    return chain;
}

QCborMap x5tTo(const QByteArray &leafSha256)
{
    return {{labelX5t, QCborArray{hashSha256, leafSha256}}};
}

/// Takes label 34 out of the map; empty if it is not [-16, 32 bytes].
QByteArray takeX5t(QCborMap &map)
{
    const QCborArray x5t = map.take(labelX5t).toArray();
    if (x5t.size() != 2 || x5t.at(0).toInteger() != hashSha256 || x5t.at(1).toByteArray().size() != 32)
        return {};
    return x5t.at(1).toByteArray();
}

Result<> readSignerHeader(CoseSignature &signature)
{
    auto decoded = cbor::decode(signature.protectedHeader);
    if (!decoded.ok())
        return decoded.error();
    QCborMap map = decoded->toMap();
    const QCborValue algorithm = map.take(labelAlgorithm);
    if (!decoded->isMap() || !algorithm.isInteger())
        return {Code::Malformed, QStringLiteral("signer header")};
    if (algorithm.toInteger() != algorithmRs256)
        return {Code::Algorithm, QString::number(algorithm.toInteger())};
    signature.leafSha256 = takeX5t(map);
    cbor::MapReader reader(map);
    signature.at = reader.integer(QLatin1String("at"));
    const QString meaning = reader.text(QLatin1String("meaning"));
    const QCborArray log = reader.array(QLatin1String("log"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest;
    if (signature.leafSha256.isEmpty() || (meaning != QLatin1String("author") && meaning != QLatin1String("approve")))
        return {Code::Malformed, QStringLiteral("signer header")};
    signature.meaning = meaning == QLatin1String("author") ? Meaning::Author : Meaning::Approve;
    signature.log = {log.at(0).toByteArray(), log.at(1).toInteger(-1), log.at(2).toByteArray()};
    if (log.size() != 3 || signature.log.logId.size() != 16 || signature.log.count < 0
        || signature.log.hash.size() != 32)
        return {Code::Malformed, QStringLiteral("log")};
    return Result<>::success();
}

/// {3: content type}; media types are ASCII.
QByteArray bodyHeader(const QByteArray &contentType)
{
    QByteArray bytes(3 * cbor::longestHead + contentType.size(), Qt::Uninitialized);
    const char *end
        = cbor::putString(cbor::putHead(cbor::putHead(bytes.data(), 5, 1), 0, labelContentType), 3, contentType);
    bytes.truncate(end - bytes.constData());
    return bytes;
}

/// A media type is ASCII (RFC 6838, 4.2); what is not would come back as other bytes. Empty: none.
QByteArray contentTypeIn(const QCborValue &value)
{
    const QString text = value.toString();
    const QByteArray ascii = text.toLatin1();
    const bool same = std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
    return same ? ascii : QByteArray();
}

/// A fixed string as the protected header of the body: {3: content type} and nothing else.
Result<QByteArray> readBodyHeader(const QByteArray &header)
{
    auto decoded = cbor::decode(header);
    if (!decoded.ok())
        return decoded.error();
    const QCborMap map = decoded->toMap();
    const QByteArray type = contentTypeIn(map.value(labelContentType));
    if (!decoded->isMap() || map.size() != 1 || type.isEmpty())
        return {Code::Malformed, QStringLiteral("content type")};
    return type;
}

/// Sig_structure (RFC 9052, 4.4): a name and byte strings, written once into the bytes that are hashed.
QByteArray sigStructure(const char *context, std::initializer_list<QByteArrayView> parts)
{
    const QByteArrayView name(context);
    qsizetype most = (2 + qsizetype(parts.size())) * cbor::longestHead + name.size();
    for (const QByteArrayView part : parts)
        most += part.size();
    QByteArray bytes(most, Qt::Uninitialized);
    char *end = cbor::putHead(bytes.data(), 4, 1 + parts.size());
    end = cbor::putString(end, 3, name);
    for (const QByteArrayView part : parts)
        end = cbor::putString(end, 2, part);
    bytes.truncate(end - bytes.constData());
    return bytes;
}

bool verifiesUnder(const QList<QByteArray> &chain, const QByteArray &leafSha256, const QByteArray &toBeSigned,
    const QByteArray &signature)
{
    if (chain.isEmpty() || sha256(chain.constFirst()) != leafSha256)
        return false;
    const auto leaf = Certificate::fromDer(chain.constFirst());
    return leaf.ok() && verifyRs256(*leaf, toBeSigned, signature);
}

QList<QByteArray> chainOf(const SigningKey &key)
{
    QList<QByteArray> chain;
    for (const Certificate &certificate : key.chain())
        chain.append(certificate.der);
    return chain;
}

} // namespace

Result<CoseSign> CoseSign::decode(const QByteArray &bytes)
{
    if (bytes.size() > maxBytes)
        return {Code::TooLarge, QString::number(bytes.size())};
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    if (decoded->tag() != tagSign || !decoded->taggedValue().isArray())
        return {Code::UnknownType, QStringLiteral("no COSE_Sign")};
    const QCborArray parts = decoded->taggedValue().toArray();
    if (parts.size() != 4 || !parts.at(0).isByteArray() || !parts.at(1).isMap() || !parts.at(1).toMap().isEmpty()
        || !parts.at(2).isByteArray() || !parts.at(3).isArray())
        return {Code::Malformed, QStringLiteral("COSE_Sign")};
    auto type = readBodyHeader(parts.at(0).toByteArray());
    if (!type.ok())
        return type.error();
    CoseSign document;
    document.contentType = *type;
    document.payload = parts.at(2).toByteArray();
    const QCborArray signatures = parts.at(3).toArray();
    if (signatures.size() > maxSignatures)
        return {Code::TooLarge, QStringLiteral("signatures")};
    for (const QCborValue &item : signatures) {
        const QCborArray fields = item.toArray();
        if (fields.size() != 3 || !fields.at(0).isByteArray() || !fields.at(2).isByteArray())
            return {Code::Malformed, QStringLiteral("COSE_Signature")};
        CoseSignature signature;
        signature.protectedHeader = fields.at(0).toByteArray();
        signature.signature = fields.at(2).toByteArray();
        auto chain = readUnprotected(fields.at(1));
        if (!chain.ok())
            return chain.error();
        signature.chain = *chain;
        if (auto header = readSignerHeader(signature); !header.ok())
            return header.error();
        document.signatures.append(signature);
    }
    return document;
}

QByteArray CoseSign::encode() const
{
    QCborArray list;
    for (const CoseSignature &signature : signatures) {
        list.append(QCborArray{
            signature.protectedHeader, QCborMap{{labelX5chain, chainToCbor(signature.chain)}}, signature.signature});
    }
    return cbor::encode(QCborValue(tagSign, QCborArray{bodyHeader(contentType), QCborMap(), payload, list}));
}

QByteArray CoseSign::toBeSigned(const CoseSignature &signature) const
{
    return sigStructure("Signature", {bodyHeader(contentType), signature.protectedHeader, QByteArrayView(), payload});
}

bool CoseSign::verifies(const CoseSignature &signature) const
{
    return verifiesUnder(signature.chain, signature.leafSha256, toBeSigned(signature), signature.signature);
}

bool CoseSign::verifies(const CoseSignature &signature, const Certificate &leaf) const
{
    return !signature.chain.isEmpty() && signature.chain.constFirst() == leaf.der && signature.leafSha256 == leaf.sha256
        && verifyRs256(leaf, toBeSigned(signature), signature.signature);
}

Result<CoseSignature> CoseSign::addSignature(const SigningKey &key, Meaning meaning, qint64 at, const LogHead &log)
{
    if (signatures.size() >= maxSignatures)
        return {Code::TooLarge, QStringLiteral("signatures")};
    CoseSignature signature;
    signature.leafSha256 = key.leaf().sha256;
    signature.at = at;
    signature.meaning = meaning;
    signature.log = log;
    signature.chain = chainOf(key);
    // Nobody could read it again.
    if (signature.chain.size() > maxChain)
        return {Code::TooLarge, QStringLiteral("x5chain")};
    QCborMap header = x5tTo(signature.leafSha256);
    header.insert(labelAlgorithm, algorithmRs256);
    header.insert(QStringLiteral("at"), at);
    header.insert(
        QStringLiteral("meaning"), meaning == Meaning::Author ? QStringLiteral("author") : QStringLiteral("approve"));
    header.insert(QStringLiteral("log"), QCborArray{log.logId, log.count, log.hash});
    signature.protectedHeader = cbor::encode(header);
    auto bytes = key.sign(toBeSigned(signature));
    if (!bytes.ok())
        return bytes.error();
    signature.signature = *bytes;
    signatures.append(signature);
    return signature;
}

Result<CoseSign1> CoseSign1::decode(const QByteArray &bytes)
{
    if (bytes.size() > CoseSign::maxBytes)
        return {Code::TooLarge, QString::number(bytes.size())};
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    if (decoded->tag() != tagSign1 || !decoded->taggedValue().isArray())
        return {Code::UnknownType, QStringLiteral("no COSE_Sign1")};
    const QCborArray parts = decoded->taggedValue().toArray();
    if (parts.size() != 4 || !parts.at(0).isByteArray() || !parts.at(2).isByteArray() || !parts.at(3).isByteArray())
        return {Code::Malformed, QStringLiteral("COSE_Sign1")};
    auto chain = readUnprotected(parts.at(1));
    if (!chain.ok())
        return chain.error();
    CoseSign1 document;
    document.protectedHeader = parts.at(0).toByteArray();
    document.payload = parts.at(2).toByteArray();
    document.signature = parts.at(3).toByteArray();
    document.chain = *chain;
    auto header = cbor::decode(document.protectedHeader);
    if (!header.ok())
        return header.error();
    QCborMap map = header->toMap();
    const QCborValue algorithm = map.take(labelAlgorithm);
    if (!algorithm.isInteger())
        return {Code::Malformed, QStringLiteral("signer header")};
    if (algorithm.toInteger() != algorithmRs256)
        return {Code::Algorithm, QString::number(algorithm.toInteger())};
    document.contentType = contentTypeIn(map.take(labelContentType));
    document.leafSha256 = takeX5t(map);
    cbor::MapReader reader(map);
    document.at = reader.integer(QLatin1String("at"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    if (document.contentType.isEmpty() || document.leafSha256.isEmpty())
        return {Code::Malformed, QStringLiteral("signer header")};
    return document;
}

QByteArray CoseSign1::encode() const
{
    return cbor::encode(QCborValue(
        tagSign1, QCborArray{protectedHeader, QCborMap{{labelX5chain, chainToCbor(chain)}}, payload, signature}));
}

QByteArray CoseSign1::toBeSigned() const
{
    return sigStructure("Signature1", {protectedHeader, QByteArrayView(), payload});
}

bool CoseSign1::verifies() const
{
    return verifiesUnder(chain, leafSha256, toBeSigned(), signature);
}

Result<CoseSign1> CoseSign1::make(
    const QByteArray &contentType, const QByteArray &payload, const SigningKey &key, qint64 at)
{
    CoseSign1 document;
    document.contentType = contentType;
    document.payload = payload;
    document.leafSha256 = key.leaf().sha256;
    document.at = at;
    document.chain = chainOf(key);
    if (document.chain.size() > CoseSign::maxChain)
        return {Code::TooLarge, QStringLiteral("x5chain")};
    QCborMap header = x5tTo(document.leafSha256);
    header.insert(labelAlgorithm, algorithmRs256);
    header.insert(labelContentType, QString::fromLatin1(contentType));
    header.insert(QStringLiteral("at"), at);
    document.protectedHeader = cbor::encode(header);
    auto bytes = key.sign(document.toBeSigned());
    if (!bytes.ok())
        return bytes.error();
    document.signature = *bytes;
    return document;
}

} // namespace packwarden
