// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/places.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pki/chainmemo.h"

#include <QMultiHash>

#include <optional>

/// Private to core's sources: what the entries of one file are worth, at a cost that is bounded.
namespace packwarden::filebounds {

constexpr int maxLooks = 2048; ///< at entries of one file, each of which costs a signature or two

// Ranks after those who lead to a root.
constexpr int superseded = 1; ///< a list whose issuer signed a newer one
constexpr int stranger = 2; ///< verifies, but leads to no root
constexpr int junk = 3;
constexpr int outsized = 4; ///< a signature that would use up the bytes of others
constexpr int unseen = 5;

/// Looks at the entries of one file, as often as it may.
class Looker final
{
public:
    explicit Looker(const QList<Certificate> &roots)
        : m_roots(roots)
    {
    }

    bool mayLook() { return m_looks-- > 0; }

    /// The certificates of a chain if each comes from the next; dates and lists are not asked.
    std::optional<QList<Certificate>> linked(const QList<QByteArray> &chain)
    {
        QList<Certificate> certificates;
        for (const QByteArray &der : chain) {
            const auto certificate = m_memo.certificate(der);
            if (!certificate.ok() || (!certificates.isEmpty() && !isIssuedBy(certificates.constLast(), *certificate)))
                return std::nullopt;
            certificates.append(*certificate);
        }
        return certificates.isEmpty() ? std::nullopt : std::optional(certificates);
    }

    /// The root in which a chain ends. Empty: in none.
    QByteArray rootOf(const QList<QByteArray> &chain)
    {
        const auto certificates = linked(chain);
        return certificates ? rootAbove(certificates->constLast()).sha256 : QByteArray();
    }

    /// The root that is this certificate or issued it; empty DER: none.
    const Certificate &rootAbove(const Certificate &certificate)
    {
        const auto known = m_above.constFind(certificate.sha256);
        const int index = known != m_above.constEnd() ? *known : findAbove(certificate);
        m_above.insert(certificate.sha256, index);
        static const Certificate none;
        return index < 0 ? none : m_roots.at(index);
    }

    ChainMemo &memo() { return m_memo; }
    const QList<Certificate> &roots() const { return m_roots; }

private:
    int findAbove(const Certificate &certificate) const
    {
        for (int i = 0; i < m_roots.size(); ++i) {
            if (m_roots.at(i) == certificate || isIssuedBy(certificate, m_roots.at(i)))
                return i;
        }
        return -1;
    }

    const QList<Certificate> &m_roots;
    ChainMemo m_memo;
    QHash<QByteArray, int> m_above;
    int m_looks = maxLooks;
};

struct SeenList
{
    CrlEntry entry;
    Certificate issuer;
    QByteArray root; ///< empty: it leads to none
};

struct Lists
{
    QList<QByteArray> bytes;
    QList<SeenList> seen;
    QList<places::Standing> standings;
};

/// Name to SHA-256 of what the payload names as its evidence; empty for a payload that cannot be read.
QMultiHash<QString, QByteArray> evidenceOf(const QByteArray &payload);

/// The newest list of each issuer leads; of two with one number the smaller bytes.
Lists lookAtLists(QList<QByteArray> entries, Looker &looker);

} // namespace packwarden::filebounds
