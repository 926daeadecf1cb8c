// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"

#include <QCborValue>
#include <QRandomGenerator>

namespace packwarden::test {

/// Random edits, the same ones for the same seed.
class Mutator final
{
public:
    explicit Mutator(quint32 seed)
        : m_random(seed)
    {
    }
    int below(int count) { return int(m_random.bounded(count)); }

    /// One to three bytes or pieces of them changed, taken away, added, copied.
    QByteArray bytes(QByteArray bytes);
    /// One value of a tree changed by as little as possible: a number by one or by a day, a letter, a byte; an entry
    /// taken away, doubled, exchanged with its neighbour. The encoder keeps it canonical.
    QCborValue tree(const QCborValue &value);
    /// Signatures of a document swapped, doubled, taken away, mixed with those of another, chains exchanged.
    void signatures(CoseSign &document, const CoseSign &other);

private:
    QCborValue scalar(const QCborValue &value);

    QRandomGenerator m_random;
};

} // namespace packwarden::test
