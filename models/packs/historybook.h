// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/packs/telemetryhistory.h"

#include <QObject>

#include <map>

namespace packwarden {

class Clock;
class PacksModel;

/// The past of every pack that is heard, whichever is on show. A pack that tells its serial number later keeps what was
/// heard of its node. Where there are too many packs, the one that was silent longest is forgotten first.
class HistoryBook final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostPacks = 32;

    /// Packs and clock must outlive it.
    HistoryBook(const PacksModel &packs, const Clock &clock, QObject *parent = nullptr);

    /// By the key of PacksModel; null: never heard. That of the kept key stays valid as long as the book.
    const TelemetryHistory *of(const QString &key) const;
    /// Is on show, and not forgotten.
    void keep(const QString &key) { m_kept = key; }

private:
    void hear(int row);
    void makeRoom();

    const PacksModel &m_packs;
    const Clock &m_clock;
    std::map<QString, TelemetryHistory> m_histories;
    QString m_kept;
};

} // namespace packwarden
