// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/pki.h"

namespace packwarden::pki {

/// What the holder of a key asks an issuer for: PKCS#10 (RFC 2986). A person's or a pack's leaf is asked for by the
/// URNs of the subject alternative name, an issuing authority by basic constraints; any other wish is not heard. Read
/// ones prove that whoever made them holds the key.
struct SigningRequest
{
    QByteArray der;
    QByteArray spkiSha256; ///< of the key, as in Certificate
    Subject subject;
    LeafName name; ///< empty for an authority; never marked as issuer-generated
    bool isAuthority = false;
    bool operator==(const SigningRequest &other) const { return der == other.der; }
    QByteArray toPem() const;
};

/// The request as DER; NotAnIdentifier, KeyUnusable.
Result<QByteArray> makeSigningRequest(const PrivateKey &key, const Subject &subject, const LeafName &name);
Result<QByteArray> makeAuthorityRequest(const PrivateKey &key, const Subject &subject);

/// DER or PEM. Checks the proof of possession. TooLarge, Malformed, NotCanonical and Algorithm (as for certificates),
/// SignatureInvalid.
Result<SigningRequest> readSigningRequest(const QByteArray &bytes);

/// Certifies what was asked for: a leaf, or (by a root alone) an issuing authority. The proof is checked again.
/// KeyUnusable unless the issuer is an authority that may issue this and the key is the issuer's; CertificateExpired
/// where the validity is empty or leaves the issuer's.
Result<Certificate> issueFromRequest(
    const Certificate &issuer, const PrivateKey &issuerKey, const SigningRequest &request, Validity validity);
/// The same person, role and key, newly dated. The former certificate must be a leaf of this issuer.
Result<Certificate> renewLeaf(
    const Certificate &issuer, const PrivateKey &issuerKey, const Certificate &former, Validity validity);

} // namespace packwarden::pki
