// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <signoffjudgement.h>

#include <QWidget>

namespace packwarden {

/// The seats of a document, a card each: by whom it was filled and when, or who is still missing. Signatures that were
/// found but do not count are named below, with the reason.
class SeatCards final : public QWidget
{
    Q_OBJECT
public:
    explicit SeatCards(QWidget *parent = nullptr);
    void set(const SignoffJudgement &judgement, const Charter &charter);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Card
    {
        bool filled = false;
        QString party;
        QString who;
    };
    QList<Card> m_cards;
    QStringList m_notes;
};

} // namespace packwarden
