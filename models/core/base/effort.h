// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace packwarden {

/// The work that one verdict may cost. Counted in looks at an edge of a graph and never in time, so that a document
/// gets the same verdict on a slow machine as on a fast one.
class Effort final
{
public:
    /// A document by people costs some thousands. All of these take about a tenth of a second.
    static constexpr qint64 perVerdict = 16'000'000;
    /// One verification of a signature takes as long as this.
    static constexpr qint64 perSignature = 20'000;

    explicit Effort(qint64 limit = perVerdict)
        : m_limit(limit)
    {
    }
    /// False: all is spent, and whoever asks has to stop.
    bool spend(qint64 steps)
    {
        m_spent += steps;
        return !isExhausted();
    }
    bool isExhausted() const { return m_spent > m_limit; }
    qint64 spent() const { return m_spent; }

private:
    qint64 m_limit = 0;
    qint64 m_spent = 0;
};

} // namespace packwarden
