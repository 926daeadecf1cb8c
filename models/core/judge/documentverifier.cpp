// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/verifier.h"

namespace packwarden {

Verdict verifyDocument(const CoseSign &document, const QList<QByteArray> &lists, const PackState &state)
{
    const QByteArray bytes = document.encode();
    if (document.contentType == contenttype::request)
        return verifyRequest(bytes, state);
    if (document.contentType == contenttype::policy)
        return verifyPolicy(bytes, state);
    if (document.contentType == contenttype::charter)
        return verifyCharter(CharterUpload{bytes, lists}.encode(), state);
    if (document.contentType == contenttype::command)
        return verifyCommand(bytes, state);
    if (document.contentType == contenttype::provision)
        return verifyProvision(bytes, state);
    Verdict verdict;
    verdict.payloadSha256 = sha256(document.payload);
    verdict.refusal = Error{Code::UnknownType, QString::fromLatin1(document.contentType.left(100))};
    return verdict;
}

} // namespace packwarden
