// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <array>
#include <memory>

typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;

namespace packwarden {

/// SHA-256 of many short pieces: what OpenSSL fetches and allocates for each is kept, which halves the time. For one
/// thread.
class Digest final
{
public:
    Digest();
    ~Digest();
    Digest(const Digest &) = delete;
    Digest &operator=(const Digest &) = delete;

    /// 32 bytes, good until the next; empty if the library fails.
    QByteArrayView sha256(QByteArrayView bytes);

private:
    struct Deleter
    {
        void operator()(EVP_MD_CTX *context) const;
        void operator()(EVP_MD *digest) const;
    };
    std::unique_ptr<EVP_MD, Deleter> m_digest;
    std::unique_ptr<EVP_MD_CTX, Deleter> m_context;
    std::array<char, 32> m_hash{};
};

} // namespace packwarden
