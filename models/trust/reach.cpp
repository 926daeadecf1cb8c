// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/reach.h"

#include <algorithm>

namespace packwarden {

namespace {

/// The issuers above a certificate, nearest first.
QList<Certificate> issuersOf(Certificate certificate, const QList<Certificate> &known)
{
    QList<Certificate> issuers;
    while (issuers.size() < 2 && certificate.issuerDer != certificate.subjectDer) {
        const auto issuer = std::find_if(known.begin(), known.end(),
            [&](const Certificate &candidate) { return candidate.isAuthority && isIssuedBy(certificate, candidate); });
        if (issuer == known.end())
            break;
        certificate = *issuer;
        issuers.append(certificate);
    }
    return issuers;
}

/// Does a list say that this is revoked? number: of the issuer's list, if there is one.
bool isRevoked(const Certificate &certificate, const Certificate &issuer, const QList<CrlEntry> &lists,
    std::optional<qint64> *number = nullptr)
{
    bool revoked = false;
    for (const CrlEntry &entry : lists) {
        if (!isListOf(entry.crl, issuer))
            continue;
        if (number)
            *number = entry.crl.number;
        revoked = revoked || entry.crl.revokedSerials.contains(certificate.serialNumber);
    }
    return revoked;
}

} // namespace

QList<PackReach> reachOf(
    const Certificate &certificate, const TrustSnapshot &trust, const QList<Certificate> &known, qint64 now)
{
    const QList<Certificate> issuers = issuersOf(certificate, known);
    const ChainPurpose purpose = certificate.packSerial.isEmpty() ? ChainPurpose::Person : ChainPurpose::Device;
    QHash<qint64, PackReach> judged; // once for all packs that hold the same lists
    const auto judge = [&](qint64 holding) {
        PackReach reach;
        const auto held = trust.packs.held(holding);
        const QList<CrlEntry> lists = held ? held->lists : QList<CrlEntry>();
        QList<Certificate> path{certificate};
        path += issuers;
        for (qsizetype i = 0; i + 1 < path.size(); ++i) {
            if (isRevoked(path.at(i), path.at(i + 1), lists, i == 0 ? &reach.number : nullptr))
                reach.knows = true;
        }
        const auto root = validateChain(certificate, issuers, {trust.pinned.charter.roots(), lists}, purpose, now,
            trust.pinned.charter.crlGrace.value(1));
        // An authority is no leaf: whether it is revoked is all there is to say.
        if (certificate.isAuthority ? reach.knows : !root.ok())
            reach.refusal
                = certificate.isAuthority ? Error{Code::CertificateRevoked, certificate.commonName} : root.error();
        return reach;
    };
    QList<PackReach> all;
    for (const PackLine &line : trust.packs.lines()) {
        auto reach = judged.constFind(line.holding);
        if (reach == judged.constEnd())
            reach = judged.insert(line.holding, judge(line.holding));
        all.append(*reach);
        all.last().serial = line.serial;
        all.last().readAt = line.readAt;
    }
    return all;
}

} // namespace packwarden
