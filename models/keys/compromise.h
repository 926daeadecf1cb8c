// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/certificate.h"

#include <QStringList>

namespace packwarden {

class Workspace;

/// What falls with a compromised person or certificate.
struct Compromise
{
    QList<Certificate> revocable; ///< by the issuer who asks
    QList<Certificate> elsewhere; ///< of other issuers of the same party, who have to revoke them
    QList<Certificate> voided; ///< of a compromised authority: they fall with it
    QList<Certificate> all() const { return revocable + elsewhere + voided; }
};

/// who: a person's id under the issuer's root: all his leaves. Known certificates are searched; UnknownIssuer if none
/// is his.
Result<Compromise> compromiseOf(const QString &person, const Certificate &issuer, const QList<Certificate> &known);
/// A leaf: every certificate of its key. An authority: itself, and everything it issued. UnknownIssuer where the asking
/// issuer issued none of it.
Result<Compromise> compromiseOf(
    const Certificate &certificate, const Certificate &issuer, const QList<Certificate> &known);

/// The roles that no certificate known here would hold any more. Whoever revokes is told: until a new holder is
/// certified, the seats of such a role stay empty. Not refused, as a lost key must not stay good for want of a
/// successor.
QStringList rolesLeftEmpty(
    const QList<Certificate> &revoked, const QList<Certificate> &known, const QList<CrlEntry> &lists, qint64 now);

/// A document under way that carries a signature of one of these.
struct PendingDocument
{
    QString path;
    QString fingerprint;
    QString title;
    QStringList signers; ///< common names
    qint64 expires = 0;
};
QList<PendingDocument> pendingSignedBy(Workspace &workspace, const QList<Certificate> &certificates, qint64 now);

} // namespace packwarden
