// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/revocation.h"

#include "models/keys/listreason.h"

#include <algorithm>

namespace packwarden {

namespace {

/// Clocks differ a little: a list is not to be "not yet valid" at a pack because of that.
constexpr qint64 clockTolerance = 300;

} // namespace

bool isSameIssuer(const CrlEntry &a, const CrlEntry &b)
{
    return a.crl.issuerDer == b.crl.issuerDer && a.authorityDer == b.authorityDer;
}

Result<CrlEntry> nextList(const Certificate &issuer, const pki::PrivateKey &key, const ListPlan &plan)
{
    if (!issuer.isAuthority)
        return {Code::KeyUnusable, issuer.commonName};
    const bool isRoot = issuer.issuerDer == issuer.subjectDer;
    CrlEntry next;
    next.authorityDer = isRoot ? QByteArray() : issuer.der;
    next.crl.issuerDer = issuer.subjectDer;
    QList<Crl> known;
    for (const CrlEntry &entry : plan.held) {
        // The name alone could be borrowed.
        if (isSameIssuer(entry, next) && isListOf(entry.crl, issuer))
            known.append(entry.crl);
    }
    if (plan.previous && !isListOf(*plan.previous, issuer))
        return {Code::UnknownIssuer, QStringLiteral("the previous list"), ListReason::OtherIssuer};
    if (plan.previous)
        known.append(*plan.previous);
    qint64 newest = 0;
    QList<QByteArray> serials;
    for (const Crl &crl : known) {
        if (crl.number >= newest) {
            newest = crl.number;
            serials = crl.revokedSerials;
        }
    }
    if (known.isEmpty() && plan.number == 0)
        return {Code::VersionRollback, QStringLiteral("%1: no list of it is known here").arg(issuer.commonName),
            ListReason::NoneKnown};
    if (plan.number != 0 && plan.number <= newest)
        return {
            Code::VersionRollback, QStringLiteral("%1 after %2").arg(plan.number).arg(newest), ListReason::NotNewer};
    for (const Certificate &certificate : plan.revoked) {
        if (!isIssuedBy(certificate, issuer))
            return {Code::UnknownIssuer, certificate.commonName};
        if (!serials.contains(certificate.serialNumber))
            serials.append(certificate.serialNumber);
    }
    const auto crl = pki::issueCrl(
        issuer, key, std::max(plan.number, newest + 1), {plan.now - clockTolerance, plan.now + listLifetime}, serials);
    if (!crl.ok())
        return crl.error();
    next.crl = *crl;
    return next;
}

} // namespace packwarden
