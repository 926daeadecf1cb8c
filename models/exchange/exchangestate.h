// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/exchange/exchange.h"

namespace packwarden {

/// How a console stands to its exchange.
struct ExchangeState
{
    enum class Reach { Off, Connecting, Online, Offline };

    Reach reach = Reach::Off;
    QString address;
    Exchange::Status status; ///< as it was when the connection was made
    qint64 since = 0; ///< Unix seconds: of this reach
    Error why; ///< Offline
    qsizetype waiting = 0; ///< documents that are to go there
};

} // namespace packwarden
