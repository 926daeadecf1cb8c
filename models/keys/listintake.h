// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/certificate.h"

#include <QStringList>

namespace packwarden {

class Workspace;

/// A revocation list that came as a file, as certificate software gives it out.
namespace listintake {

struct Taken
{
    QString issuer; ///< common name
    qint64 number = 0;
    qint64 before = 0; ///< number of the issuer's newest list here until now; 0: there was none
    QStringList revoked; ///< whom it revokes and that one did not: common names, serial numbers in hex where unknown
    bool operator==(const Taken &) const = default;
};

/// By its name.
bool isListFile(const QString &path);
/// Takes a list in (DER, or PEM of RFC 7468) like one from a pack: it must be signed by a pinned root or an authority
/// that is known here, and newer than what is known. Recorded, taken or refused. The errors of wholefile and Crl;
/// UnknownIssuer; those of TrustBook::checkList.
Result<Taken> take(Workspace &workspace, const QString &path);

} // namespace listintake

} // namespace packwarden
