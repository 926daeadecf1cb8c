// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QtGlobal>

namespace packwarden::test {

/// Which of very many like things are tried: one of each so many, which a printed seed chooses and PACKWARDEN_SEED
/// repeats; all of them where PACKWARDEN_LONG is set (./test --long).
class Sample final
{
public:
    explicit Sample(int oneOf)
        : m_oneOf(qEnvironmentVariableIsEmpty("PACKWARDEN_LONG") ? quint32(oneOf) : 1)
    {
        bool given = false;
        m_seed = qEnvironmentVariable("PACKWARDEN_SEED").toUInt(&given);
        if (!given)
            m_seed = QRandomGenerator::global()->generate();
        qInfo("one of %u, PACKWARDEN_SEED=%u", m_oneOf, m_seed);
    }

    int oneOf() const { return int(m_oneOf); }
    /// Exactly one of index n * oneOf and those up to the next such.
    bool takes(qint64 index) const
    {
        if (m_oneOf == 1)
            return true;
        QRandomGenerator random(m_seed ^ quint32(index / m_oneOf));
        return index % m_oneOf == random.bounded(m_oneOf);
    }

private:
    quint32 m_oneOf;
    quint32 m_seed = 0;
};

} // namespace packwarden::test
