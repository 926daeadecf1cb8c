// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/fleet/fleettable.h"

#include "models/fleet/fleetmodel.h"
#include "models/fleet/todaymodel.h"
#include "models/support/csvtable.h"
#include "widgets/fleet/fleetwords.h"
#include "widgets/words/names.h"
#include "widgets/words/packwords.h"
#include "widgets/words/sentences.h"
#include "widgets/words/trustwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHeaderView>

namespace packwarden {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::FleetPage)
};

QString unitOf(int column)
{
    switch (column) {
    case FleetModel::SocColumn:
    case FleetModel::SohColumn:
        return QStringLiteral("%");
    case FleetModel::MinCellColumn:
    case FleetModel::MaxCellColumn:
        return QStringLiteral("V");
    case FleetModel::TemperatureColumn:
        return QStringLiteral("\u00B0C");
    case FleetModel::SpreadColumn:
        return QStringLiteral("mV");
    default:
        return {};
    }
}

QString words(int column, const QVariant &value, Status &status)
{
    const QString none = QStringLiteral("\u2013");
    switch (column) {
    case FleetModel::TomorrowColumn: {
        const auto outlook = value.value<StartOutlook>();
        status = FleetWords::outlookStatus(outlook);
        return FleetWords::outlook(outlook);
    }
    case FleetModel::AgeColumn:
        return value.toLongLong() < 0 ? Words::tr("not heard") : Sentences::age(value.toLongLong());
    case FleetModel::ListsBehindColumn:
        if (!value.isValid())
            return Words::tr("never read");
        if (value.toInt() > 0)
            status = Status::Warning;
        return value.toInt() == 0 ? Words::tr("nothing") : Words::tr("%n list(s)", nullptr, value.toInt());
    default:
        break;
    }
    if (!value.isValid() || value.toString().isEmpty())
        return none;
    switch (column) {
    case FleetModel::StateColumn:
        status = value.toString() == QLatin1String("fault") ? Status::Alarm : Status::Neutral;
        return Names::packState(value.toString());
    case FleetModel::LockColumn:
        status = FleetWords::lockStatus(value.toString());
        return FleetWords::lock(value.toString());
    case FleetModel::FaultsColumn:
        status = value.toInt() > 0 ? Status::Alarm : Status::Neutral;
        return value.toInt() == 0 ? Words::tr("none") : QString::number(value.toInt());
    case FleetModel::SerialColumn:
        return Names::pack(value.toString());
    case FleetModel::SohColumn:
        status = value.toInt() < TodayModel::wornMilliPercent ? Status::Warning : Status::Neutral;
        return QStringLiteral("%1 %2").arg(
            QLocale().toString(double(value.toLongLong()) / 1000, 'f', 0), unitOf(column));
    case FleetModel::SpreadColumn:
        return QStringLiteral("%1 mV").arg(value.toLongLong());
    case FleetModel::SocColumn:
    case FleetModel::TemperatureColumn:
        return QStringLiteral("%1 %2").arg(
            QLocale().toString(double(value.toLongLong()) / 1000, 'f', 1), unitOf(column));
    case FleetModel::MinCellColumn:
    case FleetModel::MaxCellColumn:
        return QStringLiteral("%1 %2").arg(
            QLocale().toString(double(value.toLongLong()) / 1000, 'f', 3), unitOf(column));
    default:
        return value.toString();
    }
}

/// Of a pack that is not heard here: who met it last, and when.
QString elsewhere(const QModelIndex &index)
{
    const qint64 at = index.data(FleetModel::ElsewhereAtRole).toLongLong();
    if (index.column() != FleetModel::AgeColumn || at <= 0 || index.data(FleetModel::ValueRole).toLongLong() >= 0)
        return {};
    return Words::tr("%1, %2", "party that met a pack, and when")
        .arg(index.data(FleetModel::ElsewhereRole).toString(),
            QLocale().toString(QDateTime::fromSecsSinceEpoch(at), QLocale::ShortFormat));
}

/// What the state of a pack is worth that has proved nothing stands beside it.
QString withProof(const QString &state, const QModelIndex &index)
{
    const bool isSaid = index.column() == FleetModel::StateColumn && index.data(FleetModel::OnBusRole).toBool()
        && !index.data(FleetModel::ProvedRole).toBool();
    return isSaid ? Words::tr("%1 · %2", "state of a pack, not proved").arg(state, TrustWords::unproved()) : state;
}

/// Thousandths of a figure as a spreadsheet reads a number; its unit stands in the head. Empty: not known, or none.
QString plainNumber(int column, const QVariant &value)
{
    const auto decimals = [&](int digits) {
        return QLocale::c().toString(double(value.toLongLong()) / 1000, 'f', digits);
    };
    if (unitOf(column).isEmpty() || !value.isValid())
        return {};
    switch (column) {
    case FleetModel::SpreadColumn:
        return QString::number(value.toLongLong());
    case FleetModel::MinCellColumn:
    case FleetModel::MaxCellColumn:
        return decimals(3);
    default:
        return decimals(1);
    }
}

} // namespace

Result<> FleetFilter::set(const QString &search, Which which, const QString &group, const QList<PackGroup> &groups)
{
    auto query = PackQuery::parse(search, groups);
    if (query.ok() && !group.isEmpty()) {
        const auto members = PackQuery::ofGroup(group, groups);
        query
            = members.ok() ? Result<PackQuery>(PackQuery::both(*members, *query)) : Result<PackQuery>(members.error());
    }
    if (!query.ok())
        return query.error();
    m_query = *query;
    m_which = which;
    invalidateFilter();
    return Result<>::success();
}

bool FleetFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return static_cast<const FleetModel *>(sourceModel())->isBefore(left.row(), right.row(), left.column());
}

bool FleetFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto index = [&](int column) {
        return sourceModel()->index(row, column, parent);
    };
    if (m_which == OnBus && !index(0).data(FleetModel::OnBusRole).toBool())
        return false;
    if (m_which == Attention && !index(0).data(FleetModel::AttentionRole).toBool())
        return false;
    const auto &fleet = *static_cast<const FleetModel *>(sourceModel());
    const auto says = [&](int, const QString &word) {
        return PackWords::says(fleet, row, word);
    };
    return fleet.ask(row, m_query, says) == PackQuery::Truth::Yes;
}

void FleetDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->features |= QStyleOptionViewItem::HasDisplay;
    const QVariant value = index.data(FleetModel::ValueRole);
    Status status = Status::Neutral;
    option->text = words(index.column(), value, status);
    if (const QString met = elsewhere(index); !met.isEmpty())
        option->text = met;
    option->text = withProof(option->text, index);
    status = TrustWords::earned(status, index.data(FleetModel::ProvedRole).toBool());
    // What a pack said last is told as that once it is not heard any more.
    const bool old = !index.data(FleetModel::OnBusRole).toBool();
    if (old && index.column() == FleetModel::StateColumn && value.isValid())
        option->text = Words::tr("last: %1", "state of a pack that is not heard").arg(option->text);
    const Tones &tones = tonesOf(option->palette);
    QColor colour = tones.text;
    if (status != Status::Neutral) {
        option->text = shapeOf(status) + u' ' + option->text;
        colour = statusColour(tones, status);
    } else if (old && index.column() != FleetModel::SerialColumn)
        colour = tones.muted;
    option->palette.setColor(QPalette::Text, colour);
    option->palette.setColor(QPalette::HighlightedText, colour);
}

QString fleetValue(int column, const QVariant &value)
{
    Status status = Status::Neutral;
    return words(column, value, status);
}

QByteArray fleetCsv(const QAbstractItemModel &rows, const QHeaderView &columns)
{
    QList<int> shown;
    for (int place = 0; place < columns.count(); ++place) {
        if (const int column = columns.logicalIndex(place); !columns.isSectionHidden(column))
            shown.append(column);
    }
    QStringList cells;
    for (const int column : std::as_const(shown)) {
        const QString head = rows.headerData(column, Qt::Horizontal).toString();
        cells.append(unitOf(column).isEmpty() ? head : QStringLiteral("%1 (%2)").arg(head, unitOf(column)));
    }
    CsvTable table(cells);
    for (int row = 0; row < rows.rowCount(); ++row) {
        cells.clear();
        for (const int column : std::as_const(shown)) {
            Status status = Status::Neutral;
            const QModelIndex index = rows.index(row, column);
            const QVariant value = index.data(FleetModel::ValueRole);
            const QString met = elsewhere(index);
            if (!met.isEmpty())
                cells.append(met);
            else if (!unitOf(column).isEmpty())
                cells.append(plainNumber(column, value));
            else
                cells.append(withProof(words(column, value, status), index));
        }
        table.add(cells);
    }
    return table.bytes();
}

} // namespace packwarden
