// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/exchange/exchangestate.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace packwarden {

/// The exchange of this console: its address, how it is, and the buttons to use or leave it.
class ExchangeDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ExchangeDialog(const ExchangeState &state, QWidget *parent = nullptr);

    void setState(const ExchangeState &state);
    /// One line for a chip: "Exchange offline, 3 waiting". Empty where none is used.
    static QString brief(const ExchangeState &state);

Q_SIGNALS:
    /// An address that can be used; empty: none from now on.
    void addressChosen(const QString &address);
    void fetchWanted();

private:
    void use();

    QLineEdit *m_address;
    QLabel *m_state;
    QLabel *m_members;
    QLabel *m_error;
    QPushButton *m_use;
    QPushButton *m_leave;
    QPushButton *m_fetch;
};

} // namespace packwarden
