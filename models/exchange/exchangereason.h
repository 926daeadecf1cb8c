// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace packwarden {

/// Why there is no talk with an exchange, where its database does not say it itself.
enum class ExchangeReason {
    NoExchange, ///< ExchangeRefused: the database has none of its tables
    NoDriver, ///< ExchangeUnavailable: this machine cannot talk to PostgreSQL
    NoDocument, ///< FileUnreadable: of this id
    NoEnd, ///< UnexpectedAnswer: it always has more news, and they are the same
};

} // namespace packwarden
