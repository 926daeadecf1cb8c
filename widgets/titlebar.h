// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <identity.h>
#include <linkvalues.h>

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace packwarden {

class Chip;

/// Above every page: its title, whether the bus is simulated, how the bus is and how old its data are, who is signed
/// in, and the button to sign in or lock.
class TitleBar final : public QFrame
{
    Q_OBJECT
public:
    explicit TitleBar(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    /// ageMilliseconds: since anything was heard; negative: never.
    void setBus(const BusState &state, qint64 ageMilliseconds);
    /// None: nobody is signed in.
    void setIdentity(const std::optional<Identity> &identity);
    void setBusy(bool opening);

Q_SIGNALS:
    void signInClicked();
    void lockClicked();

private:
    QLabel *m_title;
    Chip *m_simulated;
    Chip *m_bus;
    Chip *m_identity;
    QPushButton *m_key;
    bool m_signedIn = false;
};

} // namespace packwarden
