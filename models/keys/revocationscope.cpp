// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/revocationscope.h"

#include <algorithm>

namespace packwarden {

namespace {

const Certificate *issuerOf(const Certificate &certificate, const QList<Certificate> &known)
{
    const auto issuer = std::find_if(known.begin(), known.end(),
        [&](const Certificate &candidate) { return candidate.isAuthority && isIssuedBy(certificate, candidate); });
    return issuer == known.end() ? nullptr : &*issuer;
}

/// The name of the root above it, as far up as issuers are known here: people are the same under one root alone.
QByteArray rootNameOf(const Certificate &certificate, const QList<Certificate> &known)
{
    const Certificate *top = &certificate;
    for (int step = 0; step < CoseSign::maxChain && top->issuerDer != top->subjectDer; ++step) {
        const Certificate *above = issuerOf(*top, known);
        if (!above)
            return top->issuerDer;
        top = above;
    }
    return top->subjectDer;
}

bool isRevoked(const Certificate &certificate, const QList<Certificate> &known, const QList<CrlEntry> &lists)
{
    const Certificate *issuer = issuerOf(certificate, known);
    if (!issuer)
        return false;
    return std::any_of(lists.begin(), lists.end(), [&](const CrlEntry &entry) {
        return entry.crl.revokedSerials.contains(certificate.serialNumber) && isListOf(entry.crl, *issuer);
    });
}

} // namespace

RevocationScope revocationScope(
    const Certificate &chosen, const QList<Certificate> &known, const QList<CrlEntry> &lists, qint64 now)
{
    RevocationScope scope{{chosen}, {}};
    const QByteArray root = rootNameOf(chosen, known);
    for (const Certificate &other : known) {
        const bool sameKey = other.spkiSha256 == chosen.spkiSha256;
        const bool samePerson
            = !chosen.person.isEmpty() && other.person == chosen.person && rootNameOf(other, known) == root;
        if (other == chosen || other.isAuthority || (!sameKey && !samePerson) || other.notAfter < now
            || isRevoked(other, known, lists))
            continue;
        const bool sameIssuer = other.issuerDer == chosen.issuerDer;
        if (sameIssuer && (sameKey || other.role == chosen.role))
            scope.revoked.append(other);
        else
            scope.staying.append(other);
    }
    return scope;
}

} // namespace packwarden
