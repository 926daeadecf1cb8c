// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/issuedbook.h"

#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/support/storemodes.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

#include <QDirIterator>

namespace packwarden {

namespace {

constexpr qint64 maxCertificateFile = 64 * 1024;

void add(QList<Certificate> &all, const QByteArray &der)
{
    if (auto certificate = Certificate::fromDer(der); certificate.ok() && !all.contains(*certificate))
        all.append(*certificate);
}

} // namespace

IssuedBook::IssuedBook(const QString &storeFolder)
    : m_folder(storeFolder + QStringLiteral("/issued"))
{
}

Result<> IssuedBook::keep(const Certificate &certificate) const
{
    if (!storemodes::makeFolder(m_folder))
        return {Code::FileUnwritable, m_folder};
    return wholefile::write(
        QStringLiteral("%1/%2.pem").arg(m_folder, serialText(certificate.serialNumber)), certificate.toPem());
}

QList<Certificate> IssuedBook::all() const
{
    QList<Certificate> found;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({QStringLiteral("*.pem")}, QDir::Files, QDir::Name)) {
        const auto text = wholefile::read(folder.filePath(name), maxCertificateFile);
        if (auto read = text.ok() ? Certificate::fromPem(*text) : Result<Certificate>(text.error()); read.ok())
            found.append(*read);
    }
    return found;
}

bool IssuedBook::hasMoreThan(int count) const
{
    QDirIterator files(m_folder, {QStringLiteral("*.pem")}, QDir::Files);
    for (; count >= 0 && files.hasNext(); --count)
        files.next();
    return count < 0;
}

CertificateSources CertificateSources::of(Workspace &workspace)
{
    return {workspace.folder(), workspace.trust().snapshot(), workspace.requestFiles(), workspace.clock().now()};
}

QList<Certificate> knownCertificates(Workspace &workspace)
{
    return knownCertificates(CertificateSources::of(workspace));
}

QList<Certificate> knownCertificates(const CertificateSources &sources)
{
    QList<Certificate> all = IssuedBook(sources.folder).all();
    const TrustSnapshot &trust = sources.trust;
    for (const Certificate &root : trust.pinned.charter.roots())
        add(all, root.der);
    for (const CrlEntry &entry : trust.newestLists(sources.now))
        add(all, entry.authorityDer);
    // Whoever signed the rules that are pinned, and whoever signs what is worked on.
    const auto addSigners = [&all](const CoseSign &document) {
        for (const CoseSignature &signature : document.signatures) {
            for (const QByteArray &der : signature.chain)
                add(all, der);
        }
    };
    for (const QByteArray &bytes : {trust.pinned.charterDocument, trust.pinned.policyDocument}) {
        if (const auto document = CoseSign::decode(bytes); document.ok())
            addSigners(*document);
    }
    for (const QString &path : sources.requestFiles) {
        const auto file = DocumentFile::read(path);
        if (file.ok())
            addSigners(file->document);
    }
    return all;
}

} // namespace packwarden
