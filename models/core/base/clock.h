// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

namespace packwarden {

/// The injected clock: wall time for documents, monotonic time for ages and timeouts.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual qint64 now() const = 0; ///< Unix seconds
    virtual qint64 nowMicroseconds() const = 0; ///< Unix time
    virtual qint64 monotonicMilliseconds() const = 0;
};

class SystemClock final : public Clock
{
public:
    qint64 now() const override { return QDateTime::currentSecsSinceEpoch(); }
    qint64 nowMicroseconds() const override;
    qint64 monotonicMilliseconds() const override;
};

} // namespace packwarden
