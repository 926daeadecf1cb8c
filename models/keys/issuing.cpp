// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/issuing.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr qint64 clockTolerance
    = 300; ///< a certificate is not to be "not yet valid" at a pack whose clock lags a little

} // namespace

Result<Certificate> answeringRoot(const Certificate &issuer, const IssuingRules &rules)
{
    if (!issuer.isAuthority)
        return {Code::KeyUnusable, issuer.commonName};
    const QList<Certificate> roots = rules.charter.roots();
    const auto root = std::find_if(roots.begin(), roots.end(),
        [&](const Certificate &candidate) { return candidate == issuer || isIssuedBy(issuer, candidate); });
    if (root == roots.end())
        return {Code::UnknownIssuer, issuer.commonName};
    for (const CrlEntry &entry : rules.lists) {
        if (isListOf(entry.crl, *root) && entry.crl.revokedSerials.contains(issuer.serialNumber))
            return {Code::CertificateRevoked, issuer.commonName};
    }
    if (rules.now < issuer.notBefore)
        return {Code::CertificateNotYetValid, issuer.commonName};
    if (rules.now > issuer.notAfter)
        return {Code::CertificateExpired, issuer.commonName};
    return *root;
}

Result<> checkIssuable(const pki::LeafName &name, const Certificate &issuer, const IssuingRules &rules)
{
    const auto root = answeringRoot(issuer, rules);
    if (!root.ok())
        return root.error();
    const QList<PositionId> positions = rules.charter.positionsOfRoot(root->sha256);
    const auto inForce = [&](const PositionId &position) {
        return rules.charter.inForce(position, rules.now);
    };
    const QString what = name.packSerial.isEmpty() ? name.role : name.packSerial;
    const Error refused{Code::RoleNotIssuable, QStringLiteral("%1: %2").arg(issuer.commonName, what)};
    bool issuable = false;
    if (!name.packSerial.isEmpty()) {
        const PositionId manufacturer = PositionId::fromTrusted(QStringLiteral("manufacturer"));
        issuable = positions.contains(manufacturer) && inForce(manufacturer);
    } else if (name == pki::LeafName{}) {
        issuable = std::any_of(positions.begin(), positions.end(), inForce);
    } else {
        const auto role = RoleId::parse(name.role);
        if (!role.ok() || !rules.policy.role(*role))
            return refused;
        issuable = std::any_of(positions.begin(), positions.end(), [&](const PositionId &position) {
            return inForce(position) && rules.charter.mayIssue.value(*role).contains(position)
                && rules.policy.issuers.value(*role).contains(position);
        });
    }
    return issuable ? Result<>::success() : Result<>(refused);
}

pki::Validity issuingValidity(const Certificate &issuer, bool authority, qint64 now, qint64 wantedSeconds)
{
    const qint64 from = std::max(now - clockTolerance, issuer.notBefore);
    if (wantedSeconds > 0)
        return {from, now + wantedSeconds};
    return {from, std::min(now + (authority ? authorityLifetime : leafLifetime), issuer.notAfter)};
}

} // namespace packwarden
