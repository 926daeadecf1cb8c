// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

namespace packwarden {

/// A passphrase or PIN: hidden, with a button in the field that shows it while it is pressed down. Clearing the field
/// hides what is typed next.
class SecretField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SecretField(QWidget *parent = nullptr);

private:
    void show(bool shown);

    QAction *m_eye;
};

} // namespace packwarden
