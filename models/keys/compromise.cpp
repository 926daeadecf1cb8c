// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/compromise.h"

#include "models/core/documents/documentfile.h"
#include "models/core/documents/request.h"
#include "models/keys/issuedbook.h"
#include "models/workspace/workspace.h"

#include <algorithm>

namespace packwarden {

namespace {

/// The root above a certificate, as far as it is known; the certificate itself where nothing is above it.
Certificate rootAbove(Certificate certificate, const QList<Certificate> &known)
{
    for (int depth = 0; depth < 3 && certificate.issuerDer != certificate.subjectDer; ++depth) {
        const auto issuer = std::find_if(known.begin(), known.end(),
            [&](const Certificate &candidate) { return candidate.isAuthority && isIssuedBy(certificate, candidate); });
        if (issuer == known.end())
            break;
        certificate = *issuer;
    }
    return certificate;
}

Result<Compromise> sort(const QList<Certificate> &fallen, const Certificate &issuer, const QString &what)
{
    Compromise result;
    for (const Certificate &certificate : fallen)
        (isIssuedBy(certificate, issuer) ? result.revocable : result.elsewhere).append(certificate);
    if (result.revocable.isEmpty())
        return {Code::UnknownIssuer, what};
    return result;
}

} // namespace

Result<Compromise> compromiseOf(const QString &person, const Certificate &issuer, const QList<Certificate> &known)
{
    const QList<Certificate> all = known.contains(issuer) ? known : known + QList<Certificate>{issuer};
    // The same id under another root is another person.
    const Certificate root = rootAbove(issuer, all);
    QList<Certificate> his;
    for (const Certificate &certificate : known) {
        if (!person.isEmpty() && certificate.person == person && rootAbove(certificate, all) == root)
            his.append(certificate);
    }
    return sort(his, issuer, person);
}

Result<Compromise> compromiseOf(
    const Certificate &certificate, const Certificate &issuer, const QList<Certificate> &known)
{
    if (!certificate.isAuthority) {
        QList<Certificate> same{certificate};
        for (const Certificate &other : known) {
            if (other.spkiSha256 == certificate.spkiSha256 && other != certificate)
                same.append(other);
        }
        return sort(same, issuer, certificate.commonName);
    }
    auto result = sort({certificate}, issuer, certificate.commonName);
    if (result.ok()) {
        for (const Certificate &other : known) {
            if (isIssuedBy(other, certificate))
                result->voided.append(other);
        }
    }
    return result;
}

QStringList rolesLeftEmpty(
    const QList<Certificate> &revoked, const QList<Certificate> &known, const QList<CrlEntry> &lists, qint64 now)
{
    const auto isGood = [&](const Certificate &holder) {
        return !revoked.contains(holder) && now >= holder.notBefore && now <= holder.notAfter
            && std::none_of(lists.begin(), lists.end(), [&](const CrlEntry &entry) {
                   return entry.crl.issuerDer == holder.issuerDer
                       && entry.crl.revokedSerials.contains(holder.serialNumber);
               });
    };
    QStringList empty;
    for (const Certificate &certificate : revoked) {
        const bool held = std::any_of(known.begin(), known.end(),
            [&](const Certificate &holder) { return holder.role == certificate.role && isGood(holder); });
        if (!certificate.role.isEmpty() && !held && !empty.contains(certificate.role))
            empty.append(certificate.role);
    }
    return empty;
}

QList<PendingDocument> pendingSignedBy(Workspace &workspace, const QList<Certificate> &certificates, qint64 now)
{
    QList<PendingDocument> pending;
    for (const QString &path : workspace.requestFiles()) {
        const auto file = DocumentFile::read(path);
        if (!file.ok())
            continue;
        const auto request = ChangeRequest::decode(file->document.payload);
        if (request.ok() && request->head.expires <= now)
            continue;
        PendingDocument document{path, file->fingerprint(), {}, {}, 0};
        if (request.ok()) {
            document.title = request->head.title;
            document.expires = request->head.expires;
        }
        for (const CoseSignature &signature : file->document.signatures) {
            const auto leaf = Certificate::fromDer(signature.chain.value(0));
            if (leaf.ok() && certificates.contains(*leaf) && !document.signers.contains(leaf->commonName))
                document.signers.append(leaf->commonName);
        }
        if (!document.signers.isEmpty())
            pending.append(document);
    }
    return pending;
}

} // namespace packwarden
