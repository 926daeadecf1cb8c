// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "revocation.h"

namespace packwarden {

namespace {

/// Clocks differ a little: a list is not to be "not yet valid" at a pack because of that.
constexpr qint64 clockTolerance = 300;

} // namespace

bool isSameIssuer(const CrlEntry &a, const CrlEntry &b)
{
    return a.crl.issuerDer == b.crl.issuerDer && a.authorityDer == b.authorityDer;
}

Result<CrlEntry> nextList(const Certificate &issuer, const pki::PrivateKey &key, const QList<Certificate> &revoked,
    const QList<CrlEntry> &held, qint64 now)
{
    if (!issuer.isAuthority)
        return {Code::KeyUnusable, issuer.commonName};
    const bool isRoot = issuer.issuerDer == issuer.subjectDer;
    CrlEntry next;
    next.authorityDer = isRoot ? QByteArray() : issuer.der;
    next.crl.issuerDer = issuer.subjectDer;
    qint64 number = 1;
    QList<QByteArray> serials;
    for (const CrlEntry &entry : held) {
        if (isSameIssuer(entry, next) && entry.crl.number >= number) {
            number = entry.crl.number + 1;
            serials = entry.crl.revokedSerials;
        }
    }
    for (const Certificate &certificate : revoked) {
        if (!isIssuedBy(certificate, issuer))
            return {Code::UnknownIssuer, certificate.commonName};
        if (!serials.contains(certificate.serialNumber))
            serials.append(certificate.serialNumber);
    }
    const auto crl = pki::issueCrl(issuer, key, number, {now - clockTolerance, now + listLifetime}, serials);
    if (!crl.ok())
        return crl.error();
    next.crl = *crl;
    return next;
}

} // namespace packwarden
