// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "models/core/cose/cose.h"

namespace packwarden::rulebytes {

/// SHA-256 of what a COSE_Sign document says, whatever signatures stand around it: what `previous` names. Of no bytes
/// for what is no document.
inline QByteArray payloadHash(const QByteArray &document)
{
    const auto decoded = CoseSign::decode(document);
    return sha256(decoded.ok() ? decoded->payload : QByteArray());
}

/// What names a pair of rules: the payload is what was agreed, whatever signatures stand around it.
inline QByteArray keyOf(const QByteArray &charterDocument, const QByteArray &policyDocument)
{
    return payloadHash(charterDocument) + payloadHash(policyDocument);
}

/// SiliconLimits or Foundation as a pack gives them. NotCanonical, Malformed.
template <typename T> Result<T> decode(const QByteArray &bytes)
{
    const auto value = cbor::decode(bytes);
    if (!value.ok())
        return value.error();
    return T::fromCbor(*value);
}

} // namespace packwarden::rulebytes
