// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace packwarden {

/// The job card of the inspector: one click takes the signed state of the pack and begins to record; the next one asks
/// what was done, takes the state again, and has the report made.
class JobCardBar final : public QWidget
{
    Q_OBJECT
public:
    enum class State { None, Opening, Open, Closing };

    explicit JobCardBar(QWidget *parent = nullptr);
    /// serial: of the pack that the card is about.
    void setState(State state, const QString &serial = {});
    State state() const { return m_state; }

Q_SIGNALS:
    void openWanted();
    /// words: what was done, as typed.
    void closeWanted(const QString &words);

private:
    void askForWords();

    State m_state = State::None;
    QLabel *m_text;
    QPushButton *m_button;
    QString m_serial;
};

} // namespace packwarden
