// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace packwarden {

/// Of ISO 14229-1:2020: "ReadDataByIdentifier" of 22; empty for what is none.
QString udsServiceName(quint8 service);
/// "requestOutOfRange" of 31; empty for what is none.
QString udsNegativeName(quint8 code);
/// A message as a line: service, sub-function or identifiers, refusal; then its bytes, the first ones of a long one.
QString describeUds(const QByteArray &message);

} // namespace packwarden
