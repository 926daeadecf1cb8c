// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/ids.h"
#include "models/core/pack/faults.h"

#include <QMetaType>

namespace packwarden {

/// What a pack remembers of one fault: how often and when, and the whole pack at the instant at which it last came.
struct FaultDetail
{
    PackSerial serial;
    quint32 code = 0; ///< diagnostic trouble code, 24 bits
    int count = 0;
    qint64 first = 0; ///< Unix seconds
    qint64 last = 0;
    FreezeFrame frame;
    std::optional<Error> error; ///< why it could not be read; then nothing of the above is
    bool operator==(const FaultDetail &) const = default;
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::FaultDetail)
