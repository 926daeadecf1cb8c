// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/kit/fittedtext.h"

#include <QHeaderView>

namespace packwarden {

/// The head of the matrix in two levels: companies, each with how many of its keys are known and who issues
/// them, and below them their roles. A click on a company of several roles folds them into one column, and opens them
/// again; a click on a role selects its column, and dragging moves it. Its model is a SpokenMatrix.
class MatrixHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit MatrixHeader(QWidget *parent = nullptr);

    /// What the column needs so that no word of its head is cut.
    int widthFor(int section) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    /// The company of that section, of which several roles could be folded or are.
    void foldClicked(int section);

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QVariant head(int section, int role) const;
    int partyHeight() const;
    int shownBeside(int section, int step) const;
    QString partyText(int section, int columns) const;
    bool canFold(const QPoint &at) const;
    QFont smallFont() const;

    mutable FittedText m_text;
    int m_pressed = -1;
};

} // namespace packwarden
