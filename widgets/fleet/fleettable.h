// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/packquery.h"

#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

class QHeaderView;

namespace packwarden {

/// By a search, and by what is asked for: all, on the bus, needing attention, the packs of a group. Over a FleetModel.
class FleetFilter final : public QSortFilterProxyModel
{
public:
    enum Which { All, OnBus, Attention };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// search: a PackQuery; words are looked for in what people read, too. group: empty for none. Where one of them is
    /// none, the errors of PackQuery, and what was shown stays.
    Result<> set(const QString &search, Which which, const QString &group, const QList<PackGroup> &groups);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    PackQuery m_query;
    Which m_which = All;
};

/// Turns the model's values into words, and a status into a shape with a word.
class FleetDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

/// A value of a column as the table shows it.
QString fleetValue(int column, const QVariant &value);

/// The rows and columns that a view shows, in their order, as RFC 4180 has them; UTF-8. Texts that a spreadsheet would
/// take for a formula begin with an apostrophe.
QByteArray fleetCsv(const QAbstractItemModel &rows, const QHeaderView &columns);

} // namespace packwarden
