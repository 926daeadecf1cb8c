// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/documentfile.h"

#include "models/core/base/ids.h"
#include "models/core/base/wholefile.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/foreignfile.h"
#include "models/core/documents/looker.h"

#include <QCborArray>

#include <algorithm>

namespace packwarden {

namespace {

using L1 = QLatin1String;

void sortUnique(QList<QByteArray> &list)
{
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

QCborArray toArray(QList<QByteArray> list)
{
    sortUnique(list);
    QCborArray array;
    for (const QByteArray &item : list)
        array.append(item);
    return array;
}

QList<QByteArray> readList(cbor::MapReader &reader, L1 key)
{
    QList<QByteArray> list;
    for (const QCborValue &item : reader.array(key)) {
        if (!item.isByteArray())
            reader.fail(key);
        list.append(item.toByteArray());
    }
    return list;
}

/// Does the chain start with the leaf that the header names, and does each certificate come from the next?
bool linksUp(const CoseSignature &signature)
{
    QList<Certificate> chain;
    for (const QByteArray &der : signature.chain) {
        const auto certificate = Certificate::fromDer(der);
        if (!certificate.ok() || (!chain.isEmpty() && !isIssuedBy(chain.constLast(), *certificate)))
            return false;
        chain.append(*certificate);
    }
    return !chain.isEmpty() && chain.constFirst().sha256 == signature.leafSha256;
}

QByteArray chainBytes(const CoseSignature &signature)
{
    QCborArray array;
    for (const QByteArray &der : signature.chain)
        array.append(der);
    return cbor::encode(array);
}

/// One order for the signatures, whoever merges; of twins that differ in their chains the smallest good chain stays.
void normalise(QList<CoseSignature> &signatures)
{
    const auto twins = [](const CoseSignature &a, const CoseSignature &b) {
        return a.protectedHeader == b.protectedHeader && a.signature == b.signature;
    };
    std::sort(signatures.begin(), signatures.end(), [](const CoseSignature &a, const CoseSignature &b) {
        return std::tie(a.protectedHeader, a.signature) < std::tie(b.protectedHeader, b.signature);
    });
    QList<CoseSignature> kept;
    for (const CoseSignature &signature : signatures) {
        if (kept.isEmpty() || !twins(kept.constLast(), signature))
            kept.append(signature);
        else if (std::pair(!linksUp(signature), chainBytes(signature))
            < std::pair(!linksUp(kept.constLast()), chainBytes(kept.constLast())))
            kept.last() = signature;
    }
    signatures = kept;
}

} // namespace

Result<DocumentFile> DocumentFile::decode(const QByteArray &bytes)
{
    if (bytes.size() > maxBytes)
        return {Code::TooLarge, QString::number(bytes.size())};
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    cbor::MapReader reader(*decoded);
    if (reader.integer(L1("packwarden")) != 1)
        return {Code::UnknownType, QStringLiteral("no Packwarden file"), ForeignFile::NoDocument};
    const QCborValue content = reader.optional(L1("document"));
    DocumentFile file;
    file.crls = readList(reader, L1("crls"));
    file.withdrawals = readList(reader, L1("withdrawals"));
    file.rejections = readList(reader, L1("rejections"));
    file.receipts = readList(reader, L1("receipts"));
    file.statements = readList(reader, L1("statements"));
    const QCborMap attachments = reader.map(L1("attachments"));
    for (auto it = attachments.begin(); it != attachments.end(); ++it) {
        if (!it.key().isString() || !it.value().isByteArray())
            reader.fail(QStringLiteral("attachments"));
        file.attachments.insert(it.key().toString(), it.value().toByteArray());
    }
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    auto document = CoseSign::decode(cbor::encode(content));
    if (!document.ok())
        return document.error();
    file.document = *document;
    for (const QByteArray &entry : file.crls) {
        if (auto crl = decodeCrlEntry(entry); !crl.ok())
            return crl.error();
    }
    return file;
}

QByteArray DocumentFile::encode() const
{
    CoseSign sorted = document;
    normalise(sorted.signatures);
    const auto tagged = cbor::decode(sorted.encode());
    Q_ASSERT(tagged.ok());
    QCborMap files;
    for (auto it = attachments.begin(); it != attachments.end(); ++it)
        files.insert(it.key(), it.value());
    return cbor::encode(QCborMap{{L1("packwarden"), 1}, {L1("document"), *tagged}, {L1("crls"), toArray(crls)},
        {L1("withdrawals"), toArray(withdrawals)}, {L1("rejections"), toArray(rejections)},
        {L1("receipts"), toArray(receipts)}, {L1("statements"), toArray(statements)}, {L1("attachments"), files}});
}

Result<DocumentFile> DocumentFile::read(const QString &path)
{
    const auto bytes = wholefile::read(path, maxBytes);
    if (!bytes.ok())
        return bytes.error();
    return decode(*bytes);
}

Result<QByteArray> DocumentFile::readableBytes() const
{
    const QByteArray bytes = encode();
    const auto readBack = decode(bytes);
    if (!readBack.ok())
        return readBack.error();
    if (readBack->encode() != bytes)
        return {Code::NotCanonical, QStringLiteral("document")};
    return bytes;
}

Result<DocumentFile> DocumentFile::united(const DocumentFile &a, const DocumentFile &b)
{
    if (a.document.payload != b.document.payload || a.document.contentType != b.document.contentType)
        return {Code::DifferentDocument, b.fingerprint()};
    DocumentFile merged = a;
    merged.document.signatures += b.document.signatures;
    const std::pair<QList<QByteArray> *, const QList<QByteArray> *> lists[]
        = {{&merged.crls, &b.crls}, {&merged.withdrawals, &b.withdrawals}, {&merged.rejections, &b.rejections},
            {&merged.receipts, &b.receipts}, {&merged.statements, &b.statements}};
    for (const auto &[mine, theirs] : lists) {
        *mine += *theirs;
        sortUnique(*mine);
    }
    const auto evidence = filebounds::evidenceOf(a.document.payload);
    for (auto it = b.attachments.begin(); it != b.attachments.end(); ++it) {
        // Of two under one name that stays which the document names with its hash.
        const auto worth = [&](const QByteArray &bytes) {
            return std::pair(!evidence.contains(it.key(), sha256(bytes)), bytes);
        };
        const auto mine = merged.attachments.constFind(it.key());
        if (mine == merged.attachments.constEnd() || (it.value() != *mine && worth(it.value()) < worth(*mine)))
            merged.attachments.insert(it.key(), it.value());
    }
    return merged;
}

Result<DocumentFile> DocumentFile::merge(const DocumentFile &a, const DocumentFile &b)
{
    auto merged = united(a, b);
    if (!merged.ok())
        return merged;
    normalise(merged->document.signatures);
    if (merged->document.signatures.size() > CoseSign::maxSignatures)
        return {Code::TooLarge, QStringLiteral("signatures")};
    return merged;
}

QByteArray DocumentFile::payloadSha256() const
{
    return sha256(document.payload);
}

QString DocumentFile::fingerprint() const
{
    return fingerprintText(payloadSha256());
}

QByteArray encodeCrlEntry(const CrlEntry &entry)
{
    return cbor::encode(
        QCborArray{entry.crl.der, entry.authorityDer.isEmpty() ? QCborValue(nullptr) : QCborValue(entry.authorityDer)});
}

Result<CrlEntry> decodeCrlEntry(const QByteArray &bytes)
{
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    const QCborArray pair = decoded->toArray();
    if (pair.size() != 2 || !pair.at(0).isByteArray() || !(pair.at(1).isByteArray() || pair.at(1).isNull()))
        return {Code::Malformed, QStringLiteral("CRL entry")};
    auto crl = Crl::fromDer(pair.at(0).toByteArray());
    if (!crl.ok())
        return crl.error();
    return CrlEntry{*crl, pair.at(1).toByteArray()};
}

} // namespace packwarden
