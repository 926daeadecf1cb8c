// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/certificate.h"

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

private:
    QString m_folder;
};

/// Every certificate that this store has come across: given out from here, in documents and pinned rules, beside lists,
/// pinned roots.
QList<Certificate> knownCertificates(Workspace &workspace);

} // namespace packwarden
