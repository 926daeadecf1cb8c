// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/listintake.h"

#include "models/core/base/clock.h"
#include "models/core/pki/pkifile.h"
#include "models/keys/issuedbook.h"
#include "models/keys/listreason.h"
#include "models/keys/revocation.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditedaction.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>

#include <algorithm>

namespace packwarden::listintake {

namespace {

struct Named
{
    CrlEntry entry;
    QString issuer;
};

/// With the certificate of who signed it.
Result<Named> withIssuer(const Crl &crl, const TrustBook &trust, const QList<Certificate> &known)
{
    for (const Certificate &root : trust.charter().roots()) {
        if (isListOf(crl, root))
            return Named{{crl, {}}, root.commonName};
    }
    for (const Certificate &authority : known) {
        if (authority.isAuthority && isListOf(crl, authority))
            return Named{{crl, authority.der}, authority.commonName};
    }
    return {Code::UnknownIssuer, QStringLiteral("no root or authority known here signed the list"),
        ListReason::UnknownSigner};
}

Result<Taken> takeOne(Workspace &workspace, const Result<Crl> &crl, const QString &fileName)
{
    TrustBook &trust = workspace.trust();
    const QList<Certificate> known = knownCertificates(workspace);
    const auto named = crl.ok() ? withIssuer(*crl, trust, known) : Result<Named>(crl.error());
    const auto good = named.ok() ? trust.checkList(named->entry) : Result<>(named.error());
    QCborMap detail;
    if (crl.ok()) {
        detail.insert(QLatin1String("number"), crl->number);
        detail.insert(QLatin1String("list"), sha256(crl->der));
    }
    if (!good.ok()) {
        AuditedAction action(workspace, auditaction::takeList, named.ok() ? named->issuer : fileName, detail);
        if (auto recorded = action.finish(good); !recorded.ok())
            return recorded.error();
        return good.error();
    }
    Taken taken;
    taken.issuer = named->issuer;
    taken.number = crl->number;
    QList<QByteArray> before;
    for (const CrlEntry &entry : trust.snapshot().newestLists(workspace.clock().now())) {
        if (isSameIssuer(entry, named->entry)) {
            taken.before = entry.crl.number;
            before = entry.crl.revokedSerials;
        }
    }
    for (const QByteArray &serial : crl->revokedSerials) {
        if (before.contains(serial))
            continue;
        const auto whose = std::find_if(known.begin(), known.end(), [&](const Certificate &certificate) {
            return certificate.serialNumber == serial && certificate.issuerDer == crl->issuerDer;
        });
        taken.revoked.append(whose == known.end() ? QString::fromLatin1(serial.toHex()) : whose->commonName);
    }
    AuditedAction action(workspace, auditaction::takeList, taken.issuer, detail);
    if (auto recorded = action.finish(Result<>::success()); !recorded.ok())
        return recorded.error();
    if (auto learnt = trust.learn(named->entry); !learnt.ok())
        return learnt.error();
    return taken;
}

} // namespace

Result<QList<Taken>> take(Workspace &workspace, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const auto lists = pki::readListFile(path);
    QList<Taken> all;
    std::optional<Error> problem;
    if (!lists.ok())
        problem = takeOne(workspace, lists.error(), name).error();
    else {
        for (const CrlEntry &entry : *lists) {
            if (const auto taken = takeOne(workspace, entry.crl, name); taken.ok())
                all.append(*taken);
            else if (!problem)
                problem = taken.error();
        }
    }
    return all.isEmpty() ? Result<QList<Taken>>(*problem) : all;
}

Result<Taken> take(Workspace &workspace, const Crl &list, const QString &name)
{
    return takeOne(workspace, list, name);
}

} // namespace packwarden::listintake
