// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/certificate.h"

#include <QStringList>

namespace packwarden {

class Workspace;

/// Revocation lists that came as a file, as certificate software gives them out.
namespace listintake {

struct Taken
{
    QString issuer; ///< common name
    qint64 number = 0;
    qint64 before = 0; ///< number of the issuer's newest list here until now; 0: there was none
    QStringList revoked; ///< whom it revokes and that one did not: common names, serial numbers in hex where unknown
    bool operator==(const Taken &) const = default;
};

/// Takes the lists of a file in (see pki::readListFile) like those from a pack: each must be signed by a pinned root or
/// an authority that is known here, and be newer than what is known. Each is recorded, taken or refused. At least one
/// is taken, or the first one's error is given: those of readListFile; UnknownIssuer; those of TrustBook::checkList.
Result<QList<Taken>> take(Workspace &workspace, const QString &path);
/// The same for one list that is in no file. name: for the record, where nobody known here signed it.
Result<Taken> take(Workspace &workspace, const Crl &list, const QString &name);

} // namespace listintake

} // namespace packwarden
