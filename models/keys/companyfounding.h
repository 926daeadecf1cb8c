// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/certificate.h"

#include <QString>

namespace packwarden {

/// The first keys of a company: its root, which certifies itself, and the key of its first person under that root. Each
/// goes into a file of its own with a passphrase of its own, since the root belongs into a safe and the other one on a
/// desk.
struct CompanyFounding
{
    QString company; ///< "Leasing Ltd"
    QString name; ///< of the person, as people say it
    QString role; ///< id: "asset-manager"
    QString folder; ///< for the files
    QString rootPassphrase;
    QString passphrase;
};

struct FoundedCompany
{
    Certificate root;
    Certificate leaf;
    QString rootKeyFile; ///< root.p12
    QString rootCertificateFile; ///< root.pem: what partners get
    QString keyFile; ///< <person>.p12
};

/// The id of a person from company and name: lower-case letters, digits and "-" on both sides of a "."; empty where
/// nothing of either is left.
QString personIdOf(const QString &company, const QString &name);

/// Makes two keys and the files; for a worker thread, seconds. Files that exist are never written over. Malformed for
/// names or a role that no certificate can carry, FileUnwritable, KeyUnusable.
Result<FoundedCompany> foundCompany(const CompanyFounding &founding, qint64 now);

} // namespace packwarden
