// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/digest.h"

#include <openssl/evp.h>

namespace packwarden {

void Digest::Deleter::operator()(EVP_MD_CTX *context) const
{
    EVP_MD_CTX_free(context);
}

void Digest::Deleter::operator()(EVP_MD *digest) const
{
    EVP_MD_free(digest);
}

Digest::Digest()
    : m_digest(EVP_MD_fetch(nullptr, "SHA256", nullptr))
    , m_context(EVP_MD_CTX_new())
{
}

Digest::~Digest() = default;

QByteArrayView Digest::sha256(QByteArrayView bytes)
{
    unsigned int size = 0;
    auto *out = reinterpret_cast<unsigned char *>(m_hash.data());
    const bool good = m_digest && m_context && EVP_DigestInit_ex2(m_context.get(), m_digest.get(), nullptr) == 1
        && EVP_DigestUpdate(m_context.get(), bytes.data(), size_t(bytes.size())) == 1
        && EVP_DigestFinal_ex(m_context.get(), out, &size) == 1;
    return good ? QByteArrayView(m_hash.data(), qsizetype(size)) : QByteArrayView();
}

} // namespace packwarden
