// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace packwarden {

/// DID 0115: the pack at an instant at which a guard of layer 1 began to hold something back. Oldest first;
/// thousandths.
struct PreventedInstant
{
    static constexpr int kept = 8;

    QString guard; ///< as counted in DID 0105
    qint64 at = 0; ///< Unix seconds
    qint64 wanted = 0; ///< mA; positive: charging
    qint64 given = 0; ///< mA
    qint64 voltage = 0; ///< mV
    qint64 soc = 0; ///< thousandths of a percent
    qint64 coldest = 0; ///< thousandths of a degree
    qint64 speed = 0; ///< of the vehicle, as it said: m/h, positive: forward; 0 where it said nothing
    bool operator==(const PreventedInstant &) const = default;

    static QByteArray encodeList(const QList<PreventedInstant> &instants);
    /// NotCanonical, Malformed.
    static Result<QList<PreventedInstant>> decodeList(const QByteArray &bytes);
};

} // namespace packwarden
