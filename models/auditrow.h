// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <memory>

typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;

namespace packwarden {

/// One row of an audit as it lies in the file, texts as UTF-8. It owns nothing: good as long as what it was made of.
struct AuditRowView
{
    enum Text { Person, Party, Role, Action, Subject, Outcome, TextCount };
    qint64 seq = 0;
    qint64 timeUs = 0;
    std::array<QByteArrayView, TextCount> texts;
    QByteArrayView detail;
    QByteArrayView prev;
    QByteArrayView hash;
    /// Every column has the type it was written with, and every text is UTF-8: nothing hides behind a conversion.
    bool typed = true;

    QByteArrayView text(Text which) const { return texts[which]; }
};

/// Computes what the hashes of a log must be. Keeps its buffer and its digest, as a million of them take half as long
/// so. For one thread.
class AuditHasher final
{
public:
    explicit AuditHasher(const QByteArray &logId);
    ~AuditHasher();
    AuditHasher(const AuditHasher &) = delete;
    AuditHasher &operator=(const AuditHasher &) = delete;

    /// SHA-256 of the row in deterministic CBOR; good until the next.
    QByteArrayView hash(const AuditRowView &row);

private:
    struct Deleter
    {
        void operator()(EVP_MD_CTX *context) const;
        void operator()(EVP_MD *digest) const;
    };
    const QByteArray m_logId;
    std::unique_ptr<EVP_MD, Deleter> m_digest;
    std::unique_ptr<EVP_MD_CTX, Deleter> m_context;
    QByteArray m_bytes;
    std::array<char, 32> m_hash{};
};

} // namespace packwarden
