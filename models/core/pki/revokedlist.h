// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/openssl.h"

#include <QList>

/// Private to core's sources: what a revocation list says, and why one cannot be used (RFC 5280, 5).
namespace packwarden::ssl {

/// Why a list that parses is none that packs take: "no nextUpdate", "the number has 20 octets, more than 8 are not
/// read". Empty if it is complete, numbered and of version 2.
QString listFault(const X509_CRL *crl);
/// The number of a list without a fault.
qint64 listNumber(const X509_CRL *crl);
/// The serials that are revoked, each once and in the order of the list. An entry with the reason removeFromCRL takes
/// a certificate back (5.3.1); the path validation does not count it either.
QList<QByteArray> revokedSerials(X509_CRL *crl);

} // namespace packwarden::ssl
