// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"

#include <QCoreApplication>

namespace packwarden {

/// What is told of a recording that is played, in words.
class RecordingWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::RecordingWords)
public:
    /// "a log of Vector (BLF); convert it with python-can: can_logconvert IN.blf OUT.log"
    static QString kind(LogKind kind);
    /// The detail of a bus: of a recording in words, of an interface the backend's own text.
    static QString detail(const BusState &state);
};

} // namespace packwarden
