// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packanswers.h"

#include <QList>
#include <QWidget>

namespace packwarden {

/// The key repository of a pack as a map: a column for each of the four kinds of memory, a box for each slot, with what
/// became of it. One slot is chosen, by mouse or arrow keys, and told in full.
class RepositoryMap final : public QWidget
{
    Q_OBJECT
public:
    explicit RepositoryMap(QWidget *parent = nullptr);

    void setSlots(const QList<RepositorySlot> &slotList);
    int count() const;
    /// The chosen slot in full; empty while there is none.
    QString chosenInWords() const;
    /// All slots in words, kind by kind; also the accessible description.
    QString describe() const;
    /// What an unproved pack shows has no green.
    void setProved(bool proved);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Place
    {
        int column = 0;
        int row = 0;
    };
    QRectF rectOf(const Place &place) const;
    const RepositorySlot *at(const Place &place) const;
    const RepositorySlot *at(const QPointF &point, Place *place) const;
    void choose(const Place &place);
    void paintSlot(QPainter &painter, const RepositorySlot &slot, const QRectF &rect, bool chosen) const;

    QList<QList<RepositorySlot>> m_columns; ///< by kind, in the order of the kinds
    Place m_chosen;
    bool m_proved = false;
};

} // namespace packwarden
