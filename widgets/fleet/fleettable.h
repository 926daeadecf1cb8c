// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

class QHeaderView;

namespace packwarden {

/// By text, and by what is asked for: all, on the bus, needing attention. Over a FleetModel.
class FleetFilter final : public QSortFilterProxyModel
{
public:
    enum Which { All, OnBus, Attention };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    void set(const QString &text, Which which);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
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

/// The rows and columns that a view shows, in their order, as RFC 4180 has them; UTF-8. Texts that a spreadsheet would
/// take for a formula begin with an apostrophe.
QByteArray fleetCsv(const QAbstractItemModel &rows, const QHeaderView &columns);

} // namespace packwarden
