// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Kinds of documents on the wire: the first byte of routine 0201's record, and the top byte of an upload address.
namespace packwarden::documentkind {

inline constexpr int request = 1;
inline constexpr int policy = 2; ///< only read, so far
inline constexpr int charter = 3; ///< only read, so far
inline constexpr int crl = 4; ///< encoded entry; read by index
inline constexpr int withdrawal = 8;
inline constexpr int receipt = 9; ///< only read, index 0 is the newest
inline constexpr int silicon = 10; ///< only read
inline constexpr int foundation = 11; ///< only read

} // namespace packwarden::documentkind
