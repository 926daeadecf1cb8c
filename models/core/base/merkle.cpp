// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/merkle.h"

#include <algorithm>
#include <bit>

namespace packwarden::merkle {

namespace {

constexpr char nodePrefix = '\x01';

QByteArray sha256Of(QByteArrayView bytes)
{
    return Digest().sha256(bytes).toByteArray();
}

/// The largest power of two below n, which is above 1.
qint64 splitOf(qint64 n)
{
    return qint64(std::bit_floor(quint64(n - 1)));
}

/// The tree over the leaves from first on. Known subtrees begin at a multiple of their size, as all of RFC 9162 do.
QByteArray over(qint64 first, qint64 count, const Subtree &subtree)
{
    if (std::has_single_bit(quint64(count))) {
        if (const int bits = std::countr_zero(quint64(count)); bits % step == 0)
            return subtree(bits / step, first / count);
    }
    const qint64 split = splitOf(count);
    const QByteArray left = over(first, split, subtree);
    const QByteArray right = left.isEmpty() ? left : over(first + split, count - split, subtree);
    return right.isEmpty() ? right : nodeHash(left, right);
}

} // namespace

QByteArray nodeHash(QByteArrayView left, QByteArrayView right)
{
    QByteArray bytes(1, nodePrefix);
    bytes.append(left).append(right);
    return sha256Of(bytes);
}

QByteArray root(qint64 size, const Subtree &subtree)
{
    return size < 1 ? sha256Of({}) : over(0, size, subtree);
}

QList<QByteArray> path(qint64 leaf, qint64 size, const Subtree &subtree)
{
    QList<QByteArray> path;
    if (leaf < 0 || leaf >= size)
        return path;
    qint64 first = 0;
    qint64 count = size;
    while (count > 1) {
        const qint64 split = splitOf(count);
        const bool isLeft = leaf - first < split;
        const QByteArray other = isLeft ? over(first + split, count - split, subtree) : over(first, split, subtree);
        if (other.isEmpty())
            return {};
        path.prepend(other);
        first += isLeft ? 0 : split;
        count = isLeft ? split : count - split;
    }
    return path;
}

bool leads(const QByteArray &leafHash, qint64 leaf, qint64 size, const QList<QByteArray> &path, const QByteArray &root)
{
    if (leaf < 0 || leaf >= size || leafHash.size() != hashSize)
        return false;
    qint64 at = leaf;
    qint64 last = size - 1;
    QByteArray hash = leafHash;
    for (const QByteArray &other : path) {
        if (last == 0 || other.size() != hashSize)
            return false;
        if ((at & 1) != 0 || at == last) {
            hash = nodeHash(other, hash);
            while ((at & 1) == 0 && at != 0) {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = nodeHash(hash, other);
        }
        at >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

QByteArrayView Growing::node(QByteArrayView left, QByteArrayView right)
{
    std::array<char, 1 + 2 * hashSize> bytes;
    bytes[0] = nodePrefix;
    std::copy(left.begin(), left.end(), bytes.begin() + 1);
    std::copy(right.begin(), right.end(), bytes.begin() + 1 + hashSize);
    return m_digest.sha256({bytes.data(), qsizetype(bytes.size())});
}

void Growing::add(QByteArrayView leafHash)
{
    Q_ASSERT(leafHash.size() == hashSize);
    Peak peak{1, leafHash.toByteArray()};
    m_completed.clear();
    m_completed.append(peak);
    while (!m_peaks.isEmpty() && m_peaks.constLast().leaves == peak.leaves) {
        peak = {2 * peak.leaves, node(m_peaks.constLast().hash, peak.hash).toByteArray()};
        m_peaks.removeLast();
        m_completed.append(peak);
    }
    m_peaks.append(peak);
    ++m_size;
}

QByteArray Growing::root() const
{
    if (m_peaks.isEmpty())
        return sha256Of({});
    QByteArray hash = m_peaks.constLast().hash;
    for (qsizetype i = m_peaks.size() - 2; i >= 0; --i)
        hash = nodeHash(m_peaks.at(i).hash, hash);
    return hash;
}

QByteArray Growing::completed(int steps) const
{
    return m_completed.value(qsizetype(steps) * step).hash;
}

} // namespace packwarden::merkle
