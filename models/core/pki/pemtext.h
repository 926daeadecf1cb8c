// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

/// Private to core's sources: PEM as it comes (RFC 7468, and the forms of before).
namespace packwarden::pki::pem {

struct Block
{
    QByteArray label; ///< "CERTIFICATE"
    QByteArray text; ///< all of it with its first and last line, one LF at the end of each
    QByteArray der; ///< empty where the base64 is damaged, or the END line is missing
    bool encrypted = false; ///< has the headers of RFC 1421, and der is not plain
};

/// The text in UTF-8 with LF at the ends of lines and without a byte order mark, whatever it came in: UTF-16 and UTF-32
/// in both orders also without a mark, CRLF, CR. Bytes that are no text stay as they are.
QByteArray plainText(const QByteArray &bytes);
/// All blocks in their order, at most so many.
QList<Block> blocks(const QByteArray &plainText, int most);
/// What nothing but base64 is; empty for everything else.
QByteArray bareBase64(const QByteArray &plainText);
/// The PEM that is in base64 as a whole; empty for everything else.
QByteArray base64OfPem(const QByteArray &plainText);

} // namespace packwarden::pki::pem
