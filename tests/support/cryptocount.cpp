// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/cryptocount.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <atomic>

#include <dlfcn.h>

namespace {

std::atomic<int> parsedSoFar = 0;
std::atomic<int> verifiedSoFar = 0;

/// The function of this name in the library.
template <typename Function> Function *original(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" X509 *d2i_X509(X509 **into, const unsigned char **bytes, long size)
{
    static auto *const real = original<X509 *(X509 **, const unsigned char **, long)>("d2i_X509");
    ++parsedSoFar;
    return real(into, bytes, size);
}

extern "C" X509_CRL *d2i_X509_CRL(X509_CRL **into, const unsigned char **bytes, long size)
{
    static auto *const real = original<X509_CRL *(X509_CRL **, const unsigned char **, long)>("d2i_X509_CRL");
    ++parsedSoFar;
    return real(into, bytes, size);
}

extern "C" int EVP_DigestVerify(
    EVP_MD_CTX *context, const unsigned char *signature, size_t signatureSize, const unsigned char *bytes, size_t size)
{
    using Verify = int(EVP_MD_CTX *, const unsigned char *, size_t, const unsigned char *, size_t);
    static auto *const real = original<Verify>("EVP_DigestVerify");
    ++verifiedSoFar;
    return real(context, signature, signatureSize, bytes, size);
}

namespace packwarden::test {

CryptoCount CryptoCount::now()
{
    return {parsedSoFar, verifiedSoFar};
}

} // namespace packwarden::test
