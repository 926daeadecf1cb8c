// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/csr.h"
#include "models/core/rules/rules.h"

namespace packwarden {

namespace auditaction {
inline constexpr char makeKey[] = "keys.new";
inline constexpr char askForCertificate[] = "keys.request";
inline constexpr char installCertificate[] = "keys.install";
inline constexpr char issueCertificate[] = "keys.issue";
inline constexpr char renewCertificate[] = "keys.renew";
inline constexpr char rememberCertificate[] = "keys.remember";
} // namespace auditaction

constexpr qint64 rootLifetime = 15LL * 365 * 24 * 3600; ///< seconds
constexpr qint64 authorityLifetime = 5LL * 365 * 24 * 3600;
constexpr qint64 leafLifetime = 365LL * 24 * 3600;

/// What a certificate must fit to be worth issuing: the rules that packs will judge it by.
struct IssuingRules
{
    Charter charter;
    Policy policy;
    QList<CrlEntry> lists;
    qint64 now = 0;
};

/// The pinned root that answers for an issuer (itself, or the one that issued this authority). KeyUnusable for
/// one that is no authority, UnknownIssuer, CertificateRevoked, CertificateNotYetValid, CertificateExpired.
Result<Certificate> answeringRoot(const Certificate &issuer, const IssuingRules &rules);

/// May this issuer certify this name under charter and policy, so that packs will take it? An empty name: an issuing
/// authority, which any root in force may have. A pack: the manufacturer alone. RoleNotIssuable, also where the
/// position has ended; the errors of answeringRoot.
Result<> checkIssuable(const pki::LeafName &name, const Certificate &issuer, const IssuingRules &rules);

/// From now until the wanted end (0: as long as usual), cut to the issuer's own end where none was wanted.
pki::Validity issuingValidity(const Certificate &issuer, bool authority, qint64 now, qint64 wantedSeconds = 0);

} // namespace packwarden
