// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <signoffjudgement.h>

#include <QFrame>

class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace packwarden {

class Chip;
class LimitScale;
class SeatCards;

/// One document: the sentence, the scale, reason, seats, what a pack would say, the receipt, and what comes next. It
/// shows only what was parsed from the signed bytes.
class SignoffView final : public QFrame
{
    Q_OBJECT
public:
    explicit SignoffView(QWidget *parent = nullptr);

    struct Can
    {
        bool sign = false;
        bool deliver = false;
        QString why; ///< what is missing for signing, in words
        bool signIsNext = false; ///< else delivering is
    };
    void showDocument(const SignoffJudgement &judgement, const TrustSnapshot &trust, const Can &can);
    void showNothing();
    /// Bytes of a delivery under way; total 0: none is.
    void setProgress(qint64 done, qint64 total);

Q_SIGNALS:
    void signClicked();
    void deliverClicked();
    void saveCopyClicked();
    void newRequestClicked();
    void openClicked();

private:
    void makeBody();

    QWidget *m_empty;
    QWidget *m_body;
    QLabel *m_title;
    Chip *m_layer;
    Chip *m_state;
    QLabel *m_fingerprint;
    QLabel *m_subtitle;
    LimitScale *m_scale;
    QWidget *m_scaleCard;
    QLabel *m_consequence;
    QLabel *m_reason;
    QLabel *m_values;
    SeatCards *m_seats;
    QLabel *m_verdictShape;
    QLabel *m_verdict;
    QFrame *m_receiptCard;
    QLabel *m_receipt;
    QLabel *m_next;
    QProgressBar *m_progress;
    QPushButton *m_sign;
    QPushButton *m_deliver;
    QPushButton *m_save;
};

} // namespace packwarden
