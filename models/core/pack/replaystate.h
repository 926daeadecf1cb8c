// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/logkind.h"

#include <QStringList>

#include <optional>

namespace packwarden {

/// What there is to tell of a recording that is played as a bus.
struct ReplayState
{
    bool hasEnded = false; ///< it was played to its end
    std::optional<LogKind> notALog; ///< it has no frames, because it is this
    QString played; ///< the interface, where there are several in it
    QStringList leftOut; ///< the others
    qint64 pauseShortened = 0; ///< seconds that the last long pause was cut by
    qint64 clockSetBack = 0; ///< seconds, the largest step back
    bool operator==(const ReplayState &) const = default;
};

} // namespace packwarden
