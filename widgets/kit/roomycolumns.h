// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemView>
#include <QMap>
#include <QSet>
#include <QTimer>

class QHeaderView;

namespace packwarden {

/// Gives columns whose words are cut the room that is free beside them: behind the last column, or in those that
/// stretch. What was given is taken back where the view becomes narrow; a column that a person sized keeps its width.
class RoomyColumns final : public QObject
{
    Q_OBJECT
public:
    /// Of a view that has its model; it belongs to the view.
    RoomyColumns(QAbstractItemView &view, QHeaderView &header);

    /// This column is never narrower than its words in sight: where there is no room, the view scrolls.
    void keepWhole(int column);
    /// Columns that are wider than their words give up the rest, too: for rows that always say the same.
    void shareSpare() { m_shares = true; }
    void fit();
    /// Takes back what was given: the widths that are to be remembered.
    void release();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int wanted(int column) const;
    void give(int column, int width);
    bool stretches(int column) const;

    QAbstractItemView &m_view;
    QHeaderView &m_header;
    QTimer m_soon;
    QMap<int, int> m_given; ///< widths before, by column
    QSet<int> m_byHand;
    QSet<int> m_whole;
    bool m_shares = false;
    bool m_fits = false; ///< what changes now is not by hand
};

} // namespace packwarden
