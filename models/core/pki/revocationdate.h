// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/certificate.h"

#include <optional>

namespace packwarden {

/// When the list says that this certificate was revoked (RFC 5280, 5.1.2.6), Unix seconds; nothing: it does not name
/// it. Issuers may write the date of the list there, as this program does: it was revoked then at the latest.
/// serialNumber: as Certificate::serialNumber. Whether the list counts is not asked.
std::optional<qint64> revocationDate(const Crl &list, const QByteArray &serialNumber);

} // namespace packwarden
