// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace packwarden {

/// Of ISO 14229-1:2020: "ReadDataByIdentifier" of 22; empty for what is none.
QString udsServiceName(quint8 service);
/// "requestOutOfRange" of 31; empty for what is none.
QString udsNegativeName(quint8 code);
/// Is this a negative response that refuses? One with code 78 says only that the answer comes later.
bool isUdsRefusal(const QByteArray &message);
/// Does this say that the answer comes later?
bool isUdsPending(const QByteArray &message);
/// A message as a line: service, what became of it ("refused: requestOutOfRange", "pending"), its bytes, of a long one
/// the first ones.
QString describeUds(const QByteArray &message);

} // namespace packwarden
