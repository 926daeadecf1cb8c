// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/uds/nrc.h"
#include "models/core/base/result.h"

#include <QByteArray>

namespace packwarden::sim {

/// What a service answers: a negative response code, or the bytes of the positive response.
/// nrc::responsePending: the request is worked on, and the final answer follows.
struct UdsReply
{
    quint8 negative = nrc::none;
    QByteArray positive;
    bool operator==(const UdsReply &) const = default;
};

/// For what a document or an action was refused: NRC 0x31 where a value is the cause, else 0x22; 0x72 if the memory
/// failed.
quint8 negativeResponse(Code code);

} // namespace packwarden::sim
