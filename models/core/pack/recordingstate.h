// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

namespace packwarden {

/// Whether the bus is being recorded, and what has come of it so far.
struct RecordingState
{
    /// A longer file is not read. What this project records ends at 4 GiB.
    static constexpr qint64 maxBytes = qint64(64) << 30;

    bool recording = false;
    QString file; ///< of this recording, or of the last one
    qint64 frames = 0;
    /// Until it ends by itself, because of its limit or the disk; told once that is near, before that -1.
    qint64 bytesLeft = -1;
    bool operator==(const RecordingState &) const = default;
};

} // namespace packwarden
