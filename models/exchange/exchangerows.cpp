// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/exchangerows.h"

#include "models/core/base/digest.h"
#include "models/core/cbor/cbor.h"

#include <QCborArray>
#include <QCborValue>

#include <algorithm>
#include <array>

namespace packwarden {

namespace {

using Kind = ExchangePart::Kind;

constexpr int signaturesAt = 3; ///< COSE_Sign: [protected, unprotected, payload, signatures]
constexpr std::array words{std::pair(Kind::Signature, "signature"), std::pair(Kind::Withdrawal, "withdrawal"),
    std::pair(Kind::Rejection, "rejection"), std::pair(Kind::Receipt, "receipt"),
    std::pair(Kind::Statement, "statement"), std::pair(Kind::List, "list"), std::pair(Kind::Attachment, "attachment")};

QByteArray withSignatures(QCborArray document, const QCborArray &signatures)
{
    document[signaturesAt] = signatures;
    return cbor::encode(QCborValue(QCborTag(98), document));
}

/// Of the lists that a file has, all but signatures and attachments.
QList<QByteArray> *listFor(DocumentFile &file, Kind kind)
{
    switch (kind) {
    case Kind::Withdrawal:
        return &file.withdrawals;
    case Kind::Rejection:
        return &file.rejections;
    case Kind::Receipt:
        return &file.receipts;
    case Kind::Statement:
        return &file.statements;
    case Kind::List:
        return &file.crls;
    case Kind::Signature:
    case Kind::Attachment:
        break;
    }
    return nullptr;
}

/// A list that cannot be read would spoil the file that holds it.
bool isReadable(const ExchangePart &part)
{
    return part.kind != Kind::List || decodeCrlEntry(part.content).ok();
}

} // namespace

QByteArray ExchangePart::sha256() const
{
    return packwarden::sha256(content);
}

QLatin1String ExchangePart::word(Kind kind)
{
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto &each) { return each.first == kind; });
    return QLatin1String(found->second);
}

std::optional<ExchangePart::Kind> ExchangePart::kindOf(const QString &word)
{
    const auto found = std::find_if(
        words.begin(), words.end(), [&](const auto &each) { return word == QLatin1String(each.second); });
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

QByteArray ExchangeRows::id() const
{
    return sha256(document);
}

ExchangeRows ExchangeRows::of(const DocumentFile &file)
{
    ExchangeRows rows;
    const QCborArray whole = cbor::decode(file.document.encode())->taggedValue().toArray();
    rows.document = withSignatures(whole, {});
    for (const QCborValue signature : whole[signaturesAt].toArray())
        rows.parts.append({Kind::Signature, {}, cbor::encode(signature)});
    DocumentFile copy = file;
    for (const auto &[kind, word] : words) {
        if (const QList<QByteArray> *list = listFor(copy, kind)) {
            for (const QByteArray &content : *list)
                rows.parts.append({kind, {}, content});
        }
    }
    for (auto it = file.attachments.begin(); it != file.attachments.end(); ++it)
        rows.parts.append({Kind::Attachment, it.key(), it.value()});
    return rows;
}

Result<QList<DocumentFile>> ExchangeRows::files(int *leftOut) const
{
    int odd = 0;
    const auto tagged = cbor::decode(document);
    if (!tagged.ok())
        return tagged.error();
    const QCborArray whole = tagged->taggedValue().toArray();
    const auto plain = CoseSign::decode(document);
    if (!plain.ok())
        return plain.error();
    if (!plain->signatures.isEmpty())
        return {Code::Malformed, QStringLiteral("signatures")};

    DocumentFile first;
    first.document = *plain;
    QList<CoseSignature> signatures;
    qint64 bytes = document.size();
    for (const ExchangePart &part : parts) {
        if (bytes + part.content.size() > DocumentFile::maxBytes || !isReadable(part)) {
            ++odd;
            continue;
        }
        bytes += part.content.size();
        if (QList<QByteArray> *list = listFor(first, part.kind)) {
            list->append(part.content);
            continue;
        }
        if (part.kind == Kind::Attachment) {
            // Of two under one name, that stays which the rule of merging names.
            DocumentFile other;
            other.document = *plain;
            other.attachments.insert(part.name, part.content);
            if (auto merged = DocumentFile::merge(first, other); merged.ok())
                first = *merged;
            continue;
        }
        const auto value = cbor::decode(part.content);
        const auto one
            = value.ok() ? CoseSign::decode(withSignatures(whole, {*value})) : Result<CoseSign>(value.error());
        if (!one.ok() || one->signatures.size() != 1) {
            ++odd;
            continue;
        }
        signatures.append(one->signatures.constFirst());
    }
    QList<DocumentFile> made;
    for (qsizetype at = 0; at == 0 || at < signatures.size(); at += CoseSign::maxSignatures) {
        DocumentFile next = at == 0 ? first : DocumentFile{};
        next.document = *plain;
        next.document.signatures = signatures.mid(at, CoseSign::maxSignatures);
        made.append(next);
    }
    if (leftOut)
        *leftOut = odd;
    return made;
}

} // namespace packwarden
