// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/packs/historybook.h"

#include "models/core/base/clock.h"
#include "models/packs/packsmodel.h"

namespace packwarden {

HistoryBook::HistoryBook(const PacksModel &packs, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_packs(packs)
    , m_clock(clock)
{
    connect(&packs, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        // Ages go on by themselves: nothing was heard.
        if (from.column() == PacksModel::AgeColumn)
            return;
        for (int row = from.row(); row <= to.row(); ++row)
            hear(row);
    });
}

const TelemetryHistory *HistoryBook::of(const QString &key) const
{
    const auto found = m_histories.find(key);
    return found == m_histories.end() ? nullptr : &found->second;
}

void HistoryBook::hear(int row)
{
    const PackTelemetry telemetry = m_packs.telemetry(row);
    if (telemetry.heardAt == 0)
        return;
    const QString key = m_packs.index(row, 0).data(PacksModel::KeyRole).toString();
    // It has told its name meanwhile.
    const QString nameless = PacksModel::keyOfNode(telemetry.node, m_packs.bus(row));
    if (key != nameless && !m_histories.contains(key)) {
        if (auto before = m_histories.extract(nameless); !before.empty()) {
            before.key() = key;
            m_histories.insert(std::move(before));
            if (m_kept == nameless)
                m_kept = key;
        }
    }
    if (!m_histories.contains(key))
        makeRoom();
    const qint64 age = m_clock.monotonicMilliseconds() - telemetry.heardAt;
    m_histories[key].append(telemetry, m_clock.nowMicroseconds() / 1000 - age);
}

void HistoryBook::makeRoom()
{
    while (int(m_histories.size()) >= mostPacks) {
        auto oldest = m_histories.end();
        for (auto it = m_histories.begin(); it != m_histories.end(); ++it) {
            if (it->first == m_kept)
                continue;
            if (oldest == m_histories.end() || it->second.lastAt() < oldest->second.lastAt())
                oldest = it;
        }
        m_histories.erase(oldest);
    }
}

} // namespace packwarden
