// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/rollout.h"
#include "models/signoffs/signoffcontext.h"

#include <QFrame>

class QFormLayout;
class QLabel;
class QVBoxLayout;
class QProgressBar;
class QPushButton;

namespace packwarden {

class Chip;
class LimitScale;
class SeatCards;
class SignoffPacks;

/// One document of any kind: the sentence, the scales or the rules that differ, reason, consequences, history, packs,
/// seats, what a pack would say, the receipt, and what comes next. What it says the document says was parsed from the
/// signed bytes.
class SignoffView final : public QFrame
{
    Q_OBJECT
public:
    explicit SignoffView(QWidget *parent = nullptr);

    struct Can
    {
        bool sign = false;
        bool deliver = false;
        bool ask = false; ///< refused by the rehearsal here, which the pack may be asked about all the same
        bool reject = false;
        bool withdraw = false;
        bool delivering = false; ///< this document is under way
        int waiting = 0; ///< packs whose delivery has not begun
        bool acceptRules = false; ///< nothing is trusted here, so nothing else can be done
        QString why; ///< what is missing for signing, in words
    };
    struct Shown
    {
        const SignoffJudgement &judgement;
        const DocumentFile &file;
        const SignoffContext &context;
        const TrustSnapshot &trust;
        QMap<PackSerial, Rollout::Entry> progress;
    };
    void showDocument(const Shown &shown, const Can &can);
    void showNothing();
    /// names: of the files that are being read.
    void showReading(const QStringList &names);
    /// The packs that are ticked; all where there is no choice.
    QList<PackSerial> chosenPacks() const;
    /// Is there an exchange to publish to?
    void setExchange(bool used);

Q_SIGNALS:
    void signClicked();
    void deliverClicked();
    void askPackClicked();
    void cancelRestClicked();
    void acceptRulesClicked();
    void rejectClicked();
    void withdrawClicked();
    void saveCopyClicked();
    void publishClicked();
    void newRequestClicked();
    void openClicked();

private:
    static QLabel *makeWrapped(const char *name);
    static QString authorWords(const SignoffJudgement &judgement, const DocumentFile &file);
    void makeBody();
    QWidget *makeBottom();
    void showContent(const Shown &shown);
    void showScales(const SignoffJudgement &judgement, const TrustSnapshot &trust);
    void showRules(const SignoffJudgement &judgement, const TrustSnapshot &trust);
    void addScale(const SignoffJudgement &judgement, const PackChanges &pack, const ParameterChange &change,
        const TrustSnapshot &trust, bool named);
    void showState(const Shown &shown, const Can &can);
    void setRow(QLabel *value, const QString &text);

    QWidget *m_empty;
    QLabel *m_reading;
    QWidget *m_body;
    QLabel *m_title;
    Chip *m_layer;
    Chip *m_state;
    QLabel *m_fingerprint;
    QLabel *m_subtitle;
    QWidget *m_scaleCard;
    QVBoxLayout *m_scales;
    QFormLayout *m_form;
    QLabel *m_values;
    QLabel *m_reason;
    QLabel *m_consequence;
    QLabel *m_period;
    QLabel *m_history;
    QLabel *m_withdrawal;
    QPushButton *m_evidenceFold;
    QLabel *m_evidence;
    QLabel *m_packsHead;
    SignoffPacks *m_packs;
    QLabel *m_seatsHead;
    SeatCards *m_seats;
    QLabel *m_verdictShape;
    QLabel *m_verdict;
    QFrame *m_receiptCard;
    QLabel *m_receipt;
    QLabel *m_next;
    QProgressBar *m_progress;
    QPushButton *m_accept;
    QPushButton *m_sign;
    QPushButton *m_deliver;
    QPushButton *m_ask;
    QPushButton *m_cancelRest;
    QPushButton *m_reject;
    QPushButton *m_withdraw;
    QPushButton *m_save;
    QPushButton *m_publish;
    QList<PackSerial> m_all;
};

} // namespace packwarden
