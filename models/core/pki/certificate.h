// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace packwarden {

namespace pki {

/// Marks a leaf whose key its issuer generated: it fills no seat in layers 3 and 4.
inline constexpr char issuerGeneratedKeyOid[] = "2.25.186450219832177312461948103219871435217";

} // namespace pki

class ChainMemo;
/// OpenSSL's own form of a certificate or list, parsed once. Private to core's sources.
struct ParsedCertificate;
struct ParsedCrl;

/// An X.509 certificate as a value: its DER and the facts read from it (RFC 5280). Times are Unix seconds, UTC.
struct Certificate
{
    QByteArray der;
    QByteArray sha256; ///< of der: "the leaf" in documents, "the root" in charters
    QByteArray spkiSha256; ///< of the SubjectPublicKeyInfo, made of modulus and exponent: the key, however certified
    QByteArray serialNumber; ///< the octets of the INTEGER (X.690, 8.3), which tell -5 from 5 and 251
    QByteArray subjectDer;
    QByteArray issuerDer;
    QString commonName;
    QString organisation; ///< shown only; never decides
    QString person; ///< from urn:packwarden:person:ID; empty if none
    QString role; ///< from urn:packwarden:role:ID; empty if none
    QString packSerial; ///< from urn:packwarden:pack:SERIAL; empty if none
    qint64 notBefore = 0;
    qint64 notAfter = 0;
    bool isAuthority = false;
    bool issuerGeneratedKey = false; ///< carries the policy OID pki::issuerGeneratedKeyOid
    std::shared_ptr<const ParsedCertificate> parsed; ///< of exactly this DER
    bool operator==(const Certificate &other) const { return der == other.der; }

    /// Malformed for what is no certificate, has trailing bytes, is not of version 3, or names a person and a pack at
    /// once; NotCanonical for any other encoding than DER (X.690), so that one key has one hash; Algorithm unless RSA
    /// 3072..4096 with e = 65537 and sha256WithRSAEncryption.
    static Result<Certificate> fromDer(const QByteArray &der);
    /// The first certificate of a PEM text.
    static Result<Certificate> fromPem(const QByteArray &pem);
    QByteArray toPem() const;
};

/// A certificate revocation list as a value.
struct Crl
{
    QByteArray der;
    QByteArray issuerDer;
    qint64 number = 0;
    qint64 thisUpdate = 0;
    qint64 nextUpdate = 0;
    QList<QByteArray> revokedSerials; ///< each once, as Certificate::serialNumber
    std::shared_ptr<const ParsedCrl> parsed; ///< of exactly this DER
    bool operator==(const Crl &other) const { return der == other.der; }

    /// TooLarge, Malformed ("CRL: no nextUpdate"), NotCanonical (not DER), Algorithm.
    static Result<Crl> fromDer(const QByteArray &der);
};

/// A serial number in hexadecimal: "fb", "00", "-05".
QString serialText(const QByteArray &serial);

enum class ChainPurpose { Person, Device };

/// A list as it is delivered: the CRL and the authority that signed it (empty where a pinned root did).
struct CrlEntry
{
    Crl crl;
    QByteArray authorityDer;
    bool operator==(const CrlEntry &) const = default;
};

/// What a chain is judged by. Roots are pinned; nothing else is trusted.
struct TrustAnchors
{
    QList<Certificate> roots;
    QList<CrlEntry> crls;
    std::shared_ptr<ChainMemo> memo = {}; ///< the caller's; may be null
};

/// Path validation by OpenSSL with X509_STRICT and CRL checks for every certificate of the path (RFC 5280, 6).
/// crlGrace: seconds past nextUpdate for which a list still counts. Returns the root in which the path ends.
/// Errors: UnknownIssuer, SignatureInvalid, CertificateNotYetValid, CertificateExpired, CertificateRevoked, CrlStale,
/// Malformed (wrong extensions for the purpose).
Result<Certificate> validateChain(const Certificate &leaf, const QList<Certificate> &intermediates,
    const TrustAnchors &anchors, ChainPurpose purpose, qint64 at, qint64 crlGrace);

/// Names match and the signature verifies. Decides no trust.
bool isIssuedBy(const Certificate &certificate, const Certificate &issuer);

/// Was the list signed by this certificate, which may sign lists? Decides no trust.
bool isListOf(const Crl &crl, const Certificate &issuer);

/// RS256 (RSASSA-PKCS1-v1_5 with SHA-256, RFC 8812).
bool verifyRs256(const Certificate &signer, const QByteArray &bytes, const QByteArray &signature);

} // namespace packwarden
