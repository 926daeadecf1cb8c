// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/conform/kit/bsp.h"

#include <optional>

namespace packwarden::conform {

/// 34 in the programming session, which must be open; "" where the pack took it, else its refusal in hexadecimal.
QByteArray announce(Bsp &bsp, quint32 length);
/// 10 02, 34, 36 ..., 37; false where one of them was refused.
bool upload(Bsp &bsp, const QByteArray &document);
/// What applies an upload: 31 01 0201.
QByteArray applyRequest(int kind, const QByteArray &document);
/// upload(), then 31 01 0201: its final answer.
QByteArray deliver(Bsp &bsp, int kind, const QByteArray &document);
/// 31 03 0201: the word of the refusal; empty if there is none to be read.
QString refusalReason(Bsp &bsp);
/// 10 02, 35, 36 ..., 37.
std::optional<QByteArray> readDocument(Bsp &bsp, int kind, int index);

/// Four bytes, big-endian.
QByteArray longWord(quint32 value);

} // namespace packwarden::conform
