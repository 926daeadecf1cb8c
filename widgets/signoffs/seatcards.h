// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/signoffjudgement.h"

#include <QWidget>

namespace packwarden {

/// The seats of a document by company, a card each: by whom it was filled and when, or who is still missing; one card
/// where several rules ask for the same seat. Signatures that were
/// found but do not count are named below, with the reason.
class SeatCards final : public QWidget
{
    Q_OBJECT
public:
    explicit SeatCards(QWidget *parent = nullptr);
    /// document: whose signatures are told of while none could be judged.
    void set(const SignoffJudgement &judgement, const Charter &charter, const CoseSign &document);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Card
    {
        bool filled = false;
        QString party;
        QString who;
        QList<Seat> candidates;
        int filledBy = -1;
        int rules = 1; ///< that ask for this very seat
    };
    int columns() const;
    int rows() const;
    void paintCard(QPainter &painter, const Card &card, const QRect &box) const;
    QList<Card> m_cards;
    QStringList m_notes;
};

} // namespace packwarden
