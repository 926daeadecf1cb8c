// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace packwarden {

/// How many frames are missing between two rolling counters of so many bits. The same counter again is a frame that was
/// repeated on its way, not one whole turn lost.
constexpr qint64 framesMissed(qint64 before, qint64 now, int bits)
{
    const qint64 period = qint64(1) << bits;
    const qint64 gap = (now - before - 1 + period) % period;
    return gap == period - 1 ? 0 : gap;
}

} // namespace packwarden
