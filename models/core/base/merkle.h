// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/digest.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace packwarden {

/// Merkle trees over a growing list of entries, as RFC 9162 (2.1) defines them with SHA-256: the hash of a leaf is
/// SHA-256(00 || entry), of a node SHA-256(01 || left || right), of no leaves SHA-256 of nothing. Hashes have 32 bytes.
namespace merkle {

constexpr int hashSize = 32;
/// Of the subtrees that are worth keeping: each is over 256 of those one step below, so few have to be kept, and few
/// are worked out anew.
constexpr int step = 8;
constexpr qint64 perStep = qint64(1) << step;

QByteArray nodeHash(QByteArrayView left, QByteArrayView right);

/// The hash over the leaves from at * 256^steps on, 256^steps of them, all of which are there; of steps 0 the hash of
/// that leaf. Empty where it cannot be had.
using Subtree = std::function<QByteArray(int steps, qint64 at)>;

/// The hash of the tree of so many leaves (MTH). Empty where a subtree cannot be had.
QByteArray root(qint64 size, const Subtree &subtree);
/// The hashes that lead from a leaf (from 0 on) to that root, from below (PATH). Empty where a subtree cannot be had,
/// and where the tree has that one leaf alone.
QList<QByteArray> path(qint64 leaf, qint64 size, const Subtree &subtree);
/// Is this the leaf's place in the tree of that root? (2.1.3.2) For any input.
bool leads(const QByteArray &leafHash, qint64 leaf, qint64 size, const QList<QByteArray> &path, const QByteArray &root);

/// The tree of leaves as they come. Keeps one hash for each doubling.
class Growing final
{
public:
    void add(QByteArrayView leafHash);
    qint64 size() const { return m_size; }
    /// Of all so far.
    QByteArray root() const;
    /// The hash of the subtree that the last leaf completed and that is over 256^steps leaves; empty if it did not.
    QByteArray completed(int steps) const;

private:
    struct Peak
    {
        qint64 leaves = 0;
        QByteArray hash;
    };
    QByteArrayView node(QByteArrayView left, QByteArrayView right);

    Digest m_digest;
    QList<Peak> m_peaks; ///< largest first
    QList<Peak> m_completed; ///< by the last leaf
    qint64 m_size = 0;
};

} // namespace merkle

} // namespace packwarden
