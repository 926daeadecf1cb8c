// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/certificate.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <memory>
#include <optional>

namespace packwarden {

/// What was found about certificates and chains before, for whoever judges many documents by the same roots and lists.
/// Belongs to the caller, who puts it into the state or the anchors that he judges by; without one nothing is kept.
/// Kept is what was good, under everything that the finding rests on, and apart from it which lists were not an
/// issuer's; full, each starts over. For one thread: values
/// that carry it stay there.
class ChainMemo final
{
public:
    static constexpr int maxCertificates = 256;
    static constexpr int maxLists = 256;
    static constexpr int maxForeignLists = 1024;
    static constexpr int maxPaths = 512;

    /// As Certificate::fromDer.
    Result<Certificate> certificate(const QByteArray &der);
    /// The same without a copy: null for what is no certificate. Valid until the next call.
    const Certificate *find(const QByteArray &der);
    /// The certificates among these, each once, in their order.
    QList<Certificate> distinct(const QList<QByteArray> &ders);
    /// As isListOf.
    bool isListOf(const Crl &crl, const Certificate &issuer);

    /// A chain that was good: leaf, what came with it, all roots and lists, purpose and grace. It stays good between
    /// the nearest dates of all of these before and after the time it was judged at, and is not known outside.
    std::optional<Certificate> rootOf(const Certificate &leaf, const QList<Certificate> &intermediates,
        const TrustAnchors &anchors, ChainPurpose purpose, qint64 at, qint64 crlGrace);
    void keep(const Certificate &leaf, const QList<Certificate> &intermediates, const TrustAnchors &anchors,
        ChainPurpose purpose, qint64 at, qint64 crlGrace, const Certificate &root);

private:
    struct Path
    {
        qint64 after = 0; ///< good strictly between these
        qint64 before = 0;
        Certificate root;
    };
    /// Bytes that no other question has. Takes the anchors as the present ones if they are new.
    QByteArray keyOf(const Certificate &leaf, const QList<Certificate> &intermediates, const TrustAnchors &anchors,
        ChainPurpose purpose, qint64 crlGrace);

    /// The end of a certificate is its signature: random enough, and shorter to hash than all of it.
    struct Der
    {
        QByteArray bytes;
        bool operator==(const Der &) const = default;
        friend size_t qHash(const Der &der, size_t seed = 0)
        {
            constexpr qsizetype tail = 32;
            const qsizetype size = std::min(der.bytes.size(), tail);
            return qHashBits(der.bytes.constData() + der.bytes.size() - size, size_t(size), seed);
        }
    };

    QHash<Der, Certificate> m_certificates;
    QList<QByteArray> m_asked; ///< by distinct, the last time
    QList<Certificate> m_distinct;
    QSet<QByteArray> m_lists; ///< SHA-256 of list and of issuer who signed it
    QSet<QByteArray> m_foreignLists; ///< of list and of one who bears the issuer's name and did not sign it
    QHash<QByteArray, Path> m_paths;
    QList<QByteArray> m_anchors; ///< DER of roots and lists that m_paths is about
    qsizetype m_roots = 0; ///< how many of them are roots
};

/// A memo that values carry along without being any different for it.
struct MemoHandle
{
    std::shared_ptr<ChainMemo> memo;
    ChainMemo *get() const { return memo.get(); }
    bool operator==(const MemoHandle &) const { return true; }
};

} // namespace packwarden
