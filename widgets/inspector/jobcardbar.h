// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/packs/jobcard.h"

#include <QWidget>

class QDialog;
class QLabel;
class QPushButton;

namespace packwarden {

/// The job card of the inspector: one click takes the signed state of the pack and begins to record; the next one asks
/// what was done, takes the state again, and has the report made. A job that was left open is offered: go on with it,
/// close it, or drop it.
class JobCardBar final : public QWidget
{
    Q_OBJECT
public:
    enum class State { None, Opening, Open, Closing, Found };

    explicit JobCardBar(QWidget *parent = nullptr);
    /// serial: of the pack that the card is about; openedAt: Unix seconds.
    void setState(State state, const QString &serial = {}, qint64 openedAt = 0);
    State state() const { return m_state; }
    /// What was typed before.
    void setWords(const QString &words) { m_words = words; }
    void setOrder(const JobOrder &order) { m_order = order; }

Q_SIGNALS:
    void openWanted();
    void goOnWanted();
    void dropWanted();
    /// As they are typed.
    void wordsChanged(const QString &words);
    void orderChanged(const packwarden::JobOrder &order);
    /// words: what was done, as typed.
    void closeWanted(const QString &words);

private:
    void askForWords();
    void askToDrop();
    QDialog *makeDialog(const char *name, const QString &title);

    State m_state = State::None;
    QLabel *m_text;
    QPushButton *m_goOn;
    QPushButton *m_button;
    QPushButton *m_drop;
    QString m_serial;
    QString m_time; ///< when the job was opened, in words
    QString m_words;
    JobOrder m_order;
};

} // namespace packwarden
