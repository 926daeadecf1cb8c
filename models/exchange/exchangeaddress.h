// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

namespace packwarden {

/// Where an exchange is, as people type it: "postgresql://LOGIN@HOST[:PORT]/DATABASE[?sslrootcert=FILE]", or
/// "postgresql:///DATABASE?host=/FOLDER&user=LOGIN" for a socket of this machine. A password never stands in it: libpq
/// takes it from ~/.pgpass. Where a standby may take over, all of its servers are named: "?host=a.example,b.example";
/// the one that can be written to is used.
struct ExchangeAddress
{
    QString host; ///< name, address or folder of a socket, or several with commas; empty: libpq's own socket
    int port = 0; ///< 0: 5432
    QString database;
    QString login; ///< empty: as the operating system names the user
    QString rootCertificate; ///< file with the certificates that the server's one must lead to; empty: libpq's own file

    bool operator==(const ExchangeAddress &) const = default;

    /// Malformed, with a sentence for the command line in the detail: no such address, a password in it, an option that
    /// there is not. Weaker encryption than verify-full cannot be asked for.
    static Result<ExchangeAddress> parse(const QString &text);
    /// As it is typed; parses to the same.
    QString text() const;
    /// On this machine: by a socket, or by the loopback. Then nothing is encrypted. Of several servers, each of them.
    bool isLocal() const;
    bool hasSeveral() const { return host.contains(u','); }
};

} // namespace packwarden
