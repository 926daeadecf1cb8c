// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/documentcontent.h"

namespace packwarden {

namespace {

template <typename T>
Result<DocumentContent> readAs(const QByteArray &payload, std::optional<T> DocumentContent::*member)
{
    auto decoded = T::decode(payload);
    if (!decoded.ok())
        return decoded.error();
    DocumentContent content;
    content.*member = *decoded;
    return content;
}

} // namespace

Result<DocumentContent> DocumentContent::read(const CoseSign &document)
{
    if (document.contentType == contenttype::request)
        return readAs(document.payload, &DocumentContent::request);
    if (document.contentType == contenttype::command)
        return readAs(document.payload, &DocumentContent::command);
    if (document.contentType == contenttype::policy)
        return readAs(document.payload, &DocumentContent::policy);
    if (document.contentType == contenttype::charter)
        return readAs(document.payload, &DocumentContent::charter);
    return {Code::UnknownType, QString::fromLatin1(document.contentType.left(100))};
}

const DocumentHead &DocumentContent::head() const
{
    if (request)
        return request->head;
    if (command)
        return command->head;
    return policy ? policy->head : charter->head;
}

QList<PackSerial> DocumentContent::packs() const
{
    QList<PackSerial> serials;
    if (request) {
        for (const PackChanges &pack : request->packs)
            serials.append(pack.serial);
    } else if (command) {
        for (const PackTarget &pack : command->packs)
            serials.append(pack.serial);
    }
    return serials;
}

} // namespace packwarden
