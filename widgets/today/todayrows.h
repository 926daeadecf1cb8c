// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/rules/rules.h"
#include "widgets/style/theme.h"

#include <QIdentityProxyModel>
#include <QStyledItemDelegate>

namespace packwarden {

/// The words of a row for those who hear it. The charter must outlive it.
class SpokenToday final : public QIdentityProxyModel
{
    Q_OBJECT
public:
    SpokenToday(const Charter &charter, QObject *parent);
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const Charter &m_charter;
};

/// Paints a row: its mark, two lines of words, and its button. The charter must outlive it.
class TodayDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int verbWidth = 13 * grid;

    TodayDelegate(const Charter &charter, QObject *parent);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Charter &m_charter;
};

} // namespace packwarden
