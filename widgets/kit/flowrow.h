// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLayout>

namespace packwarden {

/// A row that goes on in another line where the window is too narrow for all of it, so that no window is kept wide by a
/// row of buttons. What may grow (QSizePolicy) takes what is left of its line, up to its maximum; then what follows
/// stands at the right, as it does in a line where nothing may grow and fromRight is set.
class FlowRow final : public QLayout
{
    Q_OBJECT
public:
    explicit FlowRow(int spacing, bool fromRight = false, QWidget *parent = nullptr);
    ~FlowRow() override;

    void addItem(QLayoutItem *item) override;
    /// Where one line is too short for all, the next one begins with what is added from here on.
    void breakHere() { m_break = m_items.size(); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override; ///< in one line
    QSize minimumSize() const override; ///< of the widest alone
    void setGeometry(const QRect &rect) override;

private:
    using Line = QList<QLayoutItem *>;
    QList<Line> lines(int width) const;
    QList<Line> linesOf(const QList<QLayoutItem *> &items, int width) const;
    static int heightOf(const Line &line);
    void place(const Line &line, const QRect &rect) const;

    QList<QLayoutItem *> m_items;
    qsizetype m_break = 0;
    bool m_fromRight;
};

} // namespace packwarden
