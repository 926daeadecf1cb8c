// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "nrc.h"

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

} // namespace packwarden::sim
