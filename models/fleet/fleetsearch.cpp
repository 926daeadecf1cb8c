// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What searches and groups ask of the rows of a fleet model.

#include "models/core/base/clock.h"
#include "models/fleet/fleetmodel.h"
#include "models/packs/packsmodel.h"
#include "models/workspace/workspace.h"

namespace packwarden {

namespace {

using Figure = PackQuery::Column;

constexpr qint64 oneDay = qint64(24) * 3600;

/// -1: a query has another way to it, or none.
int columnOf(Figure column)
{
    switch (column) {
    case Figure::Serial:
        return FleetModel::SerialColumn;
    case Figure::Owner:
        return FleetModel::OwnerColumn;
    case Figure::State:
        return FleetModel::StateColumn;
    case Figure::Charge:
        return FleetModel::SocColumn;
    case Figure::Health:
        return FleetModel::SohColumn;
    case Figure::LowestCell:
        return FleetModel::MinCellColumn;
    case Figure::HighestCell:
        return FleetModel::MaxCellColumn;
    case Figure::Apart:
        return FleetModel::SpreadColumn;
    case Figure::Hottest:
        return FleetModel::TemperatureColumn;
    case Figure::Faults:
        return FleetModel::FaultsColumn;
    case Figure::Policy:
        return FleetModel::PolicyColumn;
    case Figure::Lock:
        return FleetModel::LockColumn;
    case Figure::Behind:
        return FleetModel::ListsBehindColumn;
    case Figure::Tomorrow:
        return FleetModel::TomorrowColumn;
    case Figure::Hardware:
    case Figure::Days:
    case Figure::Bus:
    case Figure::Attention:
        break;
    }
    return -1;
}

/// The model's values of these are milli-units already; of the others, whole ones.
bool isInThousandths(Figure column)
{
    return column == Figure::Charge || column == Figure::Health || column == Figure::LowestCell
        || column == Figure::HighestCell || column == Figure::Hottest;
}

} // namespace

QString FleetModel::nameOf(int column)
{
    for (int i = 0; i < PackQuery::columnCount; ++i) {
        if (columnOf(Figure(i)) == column)
            return PackQuery::nameOf(Figure(i));
    }
    return column == BusColumn ? QStringLiteral("heard-on") : QStringLiteral("age");
}

std::optional<QString> FleetModel::word(int row, Figure column) const
{
    const Row &one = m_rows.at(row);
    switch (column) {
    case Figure::Hardware:
        return one.hardware.isEmpty() ? std::nullopt : std::optional(one.hardware);
    case Figure::Bus:
        return index(row, 0).data(OnBusRole).toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    case Figure::Attention:
        return index(row, 0).data(AttentionRole).toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    case Figure::Tomorrow:
        switch (answerOf(one)) {
        case StartOutlook::Answer::Able:
            return QStringLiteral("starts");
        case StartOutlook::Answer::Unable:
            return QStringLiteral("stops");
        case StartOutlook::Answer::Faulted:
            return QStringLiteral("fault");
        case StartOutlook::Answer::Unknown:
            return {};
        }
        return {};
    default:
        break;
    }
    const QString text = value(one, columnOf(column)).toString();
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

std::optional<qint64> FleetModel::thousandths(int row, Figure column) const
{
    const Row &one = m_rows.at(row);
    if (column == Figure::Days) {
        if (m_heard.contains(one.key))
            return 0;
        return one.readAt == 0 ? std::nullopt : std::optional(1000 * (m_workspace.clock().now() - one.readAt) / oneDay);
    }
    const QVariant number = value(one, columnOf(column));
    if (!number.isValid())
        return {};
    return number.toLongLong() * (isInThousandths(column) ? 1 : 1000);
}

PackQuery::Truth FleetModel::ask(int row, const PackQuery &query, const Says &says) const
{
    class Asked final : public PackQuery::Pack
    {
    public:
        Asked(const FleetModel &fleet, int row, const Says &says)
            : m_fleet(fleet)
            , m_row(row)
            , m_says(says)
        {
        }
        std::optional<QString> word(Figure column) const override { return m_fleet.word(m_row, column); }
        std::optional<qint64> thousandths(Figure column) const override { return m_fleet.thousandths(m_row, column); }
        bool says(const QString &word) const override
        {
            for (const Figure column : {Figure::Serial, Figure::Owner, Figure::Hardware, Figure::State}) {
                const auto text = m_fleet.word(m_row, column);
                if (text && text->contains(word, Qt::CaseInsensitive))
                    return true;
            }
            return m_says && m_says(m_row, word);
        }

    private:
        const FleetModel &m_fleet;
        int m_row;
        const Says &m_says;
    };
    return query.ask(Asked(*this, row, says));
}

QList<PackSerial> FleetModel::matching(const PackQuery &query)
{
    while (canFetchMore())
        fetchMore();
    QList<PackSerial> all;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (ask(row, query) != PackQuery::Truth::Yes)
            continue;
        if (const auto serial = PackSerial::parse(m_rows.at(row).key); serial.ok())
            all.append(*serial);
    }
    return all;
}

} // namespace packwarden
