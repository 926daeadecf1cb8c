// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"

/// Kinds of documents on the wire: the first byte of routine 0201's record, and the top byte of an upload address.
namespace packwarden::documentkind {

inline constexpr int request = 1;
inline constexpr int policy = 2;
inline constexpr int charter = 3; ///< up as CharterUpload (document and lists), down as the document alone
inline constexpr int crl = 4; ///< encoded entry; read by index
inline constexpr int provision = 5; ///< only before the seal
inline constexpr int command = 6;
inline constexpr int time = 7;
inline constexpr int withdrawal = 8;
inline constexpr int receipt = 9; ///< only read, index 0 is the newest
inline constexpr int silicon = 10; ///< only read
inline constexpr int foundation = 11; ///< only read

/// The kind of what several sign, by its content type; 0: none of those.
inline int ofContentType(const QByteArray &contentType)
{
    for (const auto &[type, kind] : {std::pair(contenttype::request, request), std::pair(contenttype::policy, policy),
             std::pair(contenttype::charter, charter), std::pair(contenttype::command, command),
             std::pair(contenttype::provision, provision)}) {
        if (contentType == type)
            return kind;
    }
    return 0;
}

/// Does the pack prove by a receipt that it applied one?
constexpr bool hasReceipt(int kind)
{
    return kind == request || kind == policy || kind == charter || kind == command;
}

} // namespace packwarden::documentkind
