// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/openssl.h"
#include "models/core/pki/pki.h"

/// Private to core's sources: how certificates, requests and key files are put together.
namespace packwarden::pki::build {

struct Extension
{
    int nid;
    QByteArray value; ///< in OpenSSL's text form; an OID for the policies
};

EVP_PKEY *nativeOf(const PrivateKey &key);
/// KeyUnusable with OpenSSL's newest words.
Error failed(const char *what);
bool setName(X509_NAME *name, const Subject &subject);
/// The subject alternative names in OpenSSL's text form; NotAnIdentifier.
Result<QByteArray> namesOf(const LeafName &name);
Result<QList<Extension>> leafExtensions(const LeafName &name);
QList<Extension> authorityExtensions(const char *basicConstraints);
/// issuer null: self-signed. KeyUnusable, also where no random serial number could be had.
Result<Certificate> issue(const Certificate *issuer, const PrivateKey &issuerKey, EVP_PKEY *subjectKey,
    const Subject &subject, Validity validity, const QList<Extension> &extensions);

} // namespace packwarden::pki::build
