// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/fleet/distribution.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QTableView;

namespace packwarden {

/// Over each column of a fleet table that has numbers, how the values of the rows on show lie. Counted only while it is
/// visible, and not more often than people can read.
class DistributionStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit DistributionStrip(QWidget *parent = nullptr);

    /// The table stands below it, with the same left edge, over a FleetModel.
    void setTable(QTableView &table);
    void refreshSoon();
    const Distribution *of(int column) const; ///< null: not counted

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void count();
    QRect place(int column) const;
    QString words(int column) const;

    QTableView *m_table = nullptr;
    QHash<int, Distribution> m_counted; ///< by column
    QTimer m_soon;
};

} // namespace packwarden
