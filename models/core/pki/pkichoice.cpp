// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/pkifile.h"

#include "models/core/pki/keybags.h"
#include "models/core/pki/keykind.h"
#include "models/core/pki/openssl.h"
#include "models/core/pki/x509build.h"

#include <openssl/err.h>

#include <algorithm>

namespace packwarden::pki {

namespace {

using What = FileNote::What;

Error notWanted(const PkiFile &file, FileKind wanted, const QString &path)
{
    if (file.odd)
        return file.odd->error(Code::Malformed, path);
    return FileNote{What::NotWanted, {}, file.kind, wanted}.error(Code::Malformed, path);
}

bool isSelfSigned(const Certificate &certificate)
{
    return certificate.issuerDer == certificate.subjectDer;
}

QString namesOf(const QList<Certificate> &certificates)
{
    QStringList names;
    for (const Certificate &certificate : certificates)
        names.append(certificate.commonName);
    return names.join(QStringLiteral("; "));
}

/// Those that Packwarden can use; why not, of the first that it cannot.
struct Sorted
{
    QList<Certificate> good;
    std::optional<Error> problem;
};

Sorted sorted(const QList<QByteArray> &all)
{
    Sorted sorted;
    for (const QByteArray &der : all) {
        const auto certificate = Certificate::fromDer(der);
        if (certificate.ok() && !sorted.good.contains(*certificate))
            sorted.good.append(*certificate);
        if (!certificate.ok() && !sorted.problem)
            sorted.problem = explained(certificate.error(), der);
    }
    return sorted;
}

bool lastsLonger(const Certificate &a, const Certificate &b)
{
    return std::tie(a.notAfter, a.notBefore, a.sha256) > std::tie(b.notAfter, b.notBefore, b.sha256);
}

bool isOf(const QByteArray &der, EVP_PKEY *key)
{
    const auto x509 = ssl::parseCertificate(der);
    const bool same = x509 && EVP_PKEY_eq(X509_get0_pubkey(x509.get()), key) == 1;
    ERR_clear_error();
    return same;
}

/// The one that issued no other. Where there is a holder's certificate, authorities only go with it.
Result<Certificate> meant(const Sorted &all, const QString &path)
{
    const bool hasLeaf = std::any_of(
        all.good.begin(), all.good.end(), [](const Certificate &certificate) { return !certificate.isAuthority; });
    // What cannot be used may be the one that is meant.
    if (!hasLeaf && all.problem)
        return all.problem->at(path);
    QList<Certificate> found;
    for (const Certificate &certificate : all.good) {
        const bool issued = std::any_of(all.good.begin(), all.good.end(),
            [&](const Certificate &other) { return other != certificate && isIssuedBy(other, certificate); });
        if (hasLeaf ? !certificate.isAuthority : !issued)
            found.append(certificate);
    }
    // Each of two that certify each other issued the other.
    if (found.size() == 1)
        return found.constFirst();
    return FileNote{What::SeveralHolders, namesOf(found.isEmpty() ? all.good : found)}.error(Code::Malformed, path);
}

Result<PkiFile> readWith(const QString &path, FileKind wanted, QList<QByteArray> PkiFile::*items)
{
    auto file = PkiFile::read(path);
    if (file.ok() && wanted == FileKind::Certificates && !file->keyStore.isEmpty()) {
        file->certificates += openCertificates(file->keyStore);
        if (file->certificates.isEmpty())
            return FileNote{What::Passphrase, {}}.error(Code::Malformed, path);
    }
    if (file.ok() && (file->odd || ((*file).*items).isEmpty()))
        return notWanted(*file, wanted, path);
    return file;
}

} // namespace

QList<Certificate> chainAbove(const Certificate &leaf, const QList<Certificate> &candidates, int most)
{
    QList<Certificate> chain{leaf};
    while (chain.size() < most && !isSelfSigned(chain.constLast())) {
        std::optional<Certificate> best;
        for (const Certificate &candidate : candidates) {
            if (!candidate.isAuthority || chain.contains(candidate) || !isIssuedBy(chain.constLast(), candidate))
                continue;
            // Of one key certified by itself and by another the latter leads further up.
            if (!best || isSelfSigned(*best) > isSelfSigned(candidate)
                || (isSelfSigned(*best) == isSelfSigned(candidate) && lastsLonger(candidate, *best)))
                best = candidate;
        }
        if (!best)
            break;
        chain.append(*best);
    }
    return chain;
}

QList<Certificate> chainOf(const PrivateKey &key, const QList<Certificate> &candidates)
{
    std::optional<Certificate> leaf;
    for (const Certificate &candidate : candidates) {
        if ((!leaf || lastsLonger(candidate, *leaf)) && isOf(candidate.der, build::nativeOf(key)))
            leaf = candidate;
    }
    return leaf ? chainAbove(*leaf, candidates) : QList<Certificate>();
}

Result<SigningRequest> readRequestFile(const QString &path)
{
    const auto file = readWith(path, FileKind::Request, &PkiFile::requests);
    if (!file.ok())
        return file.error();
    if (file->requests.size() > 1)
        return FileNote{What::SeveralRequests, QString::number(file->requests.size())}.error(Code::Malformed, path);
    auto request = readSigningRequest(file->requests.constFirst());
    return request.ok() ? request : Result<SigningRequest>(request.error().at(path));
}

Result<Certificate> readCertificateFile(const QString &path)
{
    const auto file = readWith(path, FileKind::Certificates, &PkiFile::certificates);
    return file.ok() ? meant(sorted(file->certificates), path) : Result<Certificate>(file.error());
}

Result<QList<Certificate>> readCertificatesFile(const QString &path)
{
    const auto file = readWith(path, FileKind::Certificates, &PkiFile::certificates);
    if (!file.ok())
        return file.error();
    const Sorted all = sorted(file->certificates);
    return all.good.isEmpty() ? Result<QList<Certificate>>(all.problem->at(path)) : all.good;
}

Result<QList<Certificate>> readChainFile(const QString &path)
{
    const auto file = readWith(path, FileKind::Certificates, &PkiFile::certificates);
    if (!file.ok())
        return file.error();
    const Sorted all = sorted(file->certificates);
    const auto leaf = meant(all, path);
    if (!leaf.ok())
        return leaf.error();
    QList<Certificate> chain = chainAbove(*leaf, all.good);
    while (chain.size() > 1 && isSelfSigned(chain.constLast()))
        chain.removeLast();
    return chain;
}

Result<Certificate> readRootFile(const QString &path)
{
    const auto file = readWith(path, FileKind::Certificates, &PkiFile::certificates);
    if (!file.ok())
        return file.error();
    const Sorted all = sorted(file->certificates);
    QList<Certificate> roots;
    for (const Certificate &certificate : all.good) {
        if (certificate.isAuthority && isSelfSigned(certificate) && isIssuedBy(certificate, certificate))
            roots.append(certificate);
    }
    if (roots.size() > 1)
        return FileNote{What::SeveralRoots, namesOf(roots)}.error(Code::Malformed, path);
    if (roots.isEmpty() && all.problem)
        return all.problem->at(path);
    if (roots.isEmpty())
        return FileNote{What::NoRoot, all.good.constFirst().commonName}.error(Code::Malformed, path);
    return roots.constFirst();
}

Result<QList<Certificate>> readChainFile(const QString &path, const PrivateKey &key)
{
    const auto file = readWith(path, FileKind::Certificates, &PkiFile::certificates);
    if (!file.ok())
        return file.error();
    const Sorted all = sorted(file->certificates);
    const QList<Certificate> chain = chainOf(key, all.good);
    if (!chain.isEmpty())
        return chain;
    for (const QByteArray &der : file->certificates) {
        if (isOf(der, build::nativeOf(key)))
            return explained(Certificate::fromDer(der).error(), der).at(path);
    }
    if (all.good.isEmpty())
        return all.problem->at(path);
    return FileNote{What::ForeignCertificates, namesOf(all.good)}.error(Code::KeyUnusable, path);
}

Result<QList<CrlEntry>> readListFile(const QString &path)
{
    const auto file = readWith(path, FileKind::List, &PkiFile::lists);
    if (!file.ok())
        return file.error();
    const Sorted authorities = sorted(file->certificates);
    QList<CrlEntry> lists;
    for (const QByteArray &der : file->lists) {
        const auto crl = Crl::fromDer(der);
        if (!crl.ok() && crl.code() == Code::TooLarge)
            return FileNote{What::ListSize, QString::number(der.size())}.error(Code::TooLarge, path);
        const auto native = crl.ok() || crl.code() != Code::Algorithm ? ssl::X509CrlPtr() : ssl::parseCrl(der);
        if (native) {
            const X509_ALGOR *algorithm = nullptr;
            X509_CRL_get0_signature(native.get(), nullptr, &algorithm);
            return FileNote{What::ListSignature, nameOf(algorithm)}.error(Code::Algorithm, path);
        }
        if (!crl.ok())
            return crl.error().at(path);
        CrlEntry entry{*crl, {}};
        for (const Certificate &authority : authorities.good) {
            if (!isSelfSigned(authority) && isListOf(*crl, authority))
                entry.authorityDer = authority.der;
        }
        lists.append(entry);
    }
    return lists;
}

} // namespace packwarden::pki
