// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/trustsnapshot.h"

#include <QStringList>

namespace packwarden {

class Workspace;

/// The certificates that were given out from this store: <store>/issued/<serial number>.pem. Without them nobody could
/// say what there is to revoke.
class IssuedBook final
{
public:
    explicit IssuedBook(const QString &storeFolder);

    /// FileUnwritable.
    Result<> keep(const Certificate &certificate) const;
    QList<Certificate> all() const;
    /// Are there more than so many?
    bool hasMoreThan(int count) const;

private:
    QString m_folder;
};

/// What the certificates that a store knows are found in. A value, for any thread.
struct CertificateSources
{
    QString folder; ///< of the store
    TrustSnapshot trust;
    QStringList requestFiles;
    qint64 now = 0;

    static CertificateSources of(Workspace &workspace);
};

/// Every certificate that this store has come across: given out from here, in documents and pinned rules, beside lists,
/// pinned roots. Reads them all: for a worker where there may be thousands.
QList<Certificate> knownCertificates(const CertificateSources &sources);
QList<Certificate> knownCertificates(Workspace &workspace);

} // namespace packwarden
