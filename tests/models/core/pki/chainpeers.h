// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/models/core/pki/chaincases.h"

namespace packwarden::test {

/// What a program that knows nothing of core says about a chain.
struct PeerVerdict
{
    bool ran = false;
    bool good = false;
    QString words;
};

/// Writes the case as PEM files into the folder: leaf.pem, between.pem, chain.pem, roots.pem, lists.pem.
bool writeCase(const ChainCase &chain, const QString &folder);

/// openssl verify -x509_strict -crl_check_all, at most two certificates between leaf and root's place, 128 bits.
PeerVerdict askOpenssl(const ChainCase &chain, const QString &folder);
/// certtool --verify with --load-crl, at GnuTLS's profile of 128 bits.
PeerVerdict askCerttool(const ChainCase &chain, const QString &folder);

} // namespace packwarden::test
