// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/exchange/exchangestate.h"

#include <QJsonObject>

namespace packwarden {

/// How a courier without a window is, for whoever looks after it. Format: models/core/FORMATS.md, "Status of a
/// courier".
struct CourierStatus
{
    struct Bus
    {
        QString device;
        QString condition; ///< "connected", "silent", ...
        QString detail; ///< the back end's words
        int packs = 0; ///< that are heard
        bool operator==(const Bus &) const = default;
    };
    struct Trouble
    {
        QString serial;
        QString reason; ///< a codeName; "waiting", "busy"
        QString detail;
        bool operator==(const Trouble &) const = default;
    };
    struct Counts ///< since the start
    {
        qint64 visits = 0; ///< that ended well
        qint64 visitsFailed = 0;
        qint64 lists = 0; ///< that packs took
        qint64 withdrawals = 0;
        qint64 locks = 0;
        qint64 documents = 0; ///< applied, and proved by a receipt
        qint64 refused = 0; ///< of all these: by packs, or on the way
        qint64 fetched = 0; ///< documents and lists that came from the exchange
        qint64 published = 0; ///< documents that went there
        qint64 told = 0; ///< words of packs that went there
        bool operator==(const Counts &) const = default;
    };
    static constexpr int version = 1;
    static constexpr int maxTroubles = 100; ///< that are named
    static constexpr int maxBytes = 1 << 20;

    bool isRunning = false; ///< false: it ended by itself, in order
    qint64 pid = 0;
    qint64 started = 0; ///< Unix seconds
    qint64 written = 0;
    QList<Bus> buses;
    ExchangeState exchange;
    int documents = 0; ///< in the store
    int here = 0; ///< packs on the buses that told their serials
    int upToDate = 0; ///< of those: nothing is known to be missing
    QList<Trouble> troubles;
    Counts counts;

    QJsonObject toJson() const;
    /// Malformed.
    static Result<QJsonObject> readJson(const QByteArray &bytes);
    /// Text format 0.0.4 of Prometheus.
    QByteArray toPrometheus() const;
};

} // namespace packwarden
