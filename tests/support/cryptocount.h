// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace packwarden::test {

/// How much of what takes a processor's time this program has asked OpenSSL for so far, on any thread. The functions
/// that are counted stand in this program before those of the library, and call them.
struct CryptoCount
{
    int parsed = 0; ///< certificates and revocation lists (d2i_X509, d2i_X509_CRL)
    int verified = 0; ///< signatures (EVP_DigestVerify)

    static CryptoCount now();
    int since(const CryptoCount &before) const { return parsed - before.parsed + verified - before.verified; }
};

} // namespace packwarden::test
