// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <result.h>

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace packwarden {

class FileChooser;

/// Asks for a key file and its passphrase. Stays open until the key was opened, with what went wrong said in it.
class SignInDialog final : public QDialog
{
    Q_OBJECT
public:
    SignInDialog(FileChooser &files, const QString &keyFile, QWidget *parent = nullptr);
    void showError(const Error &error);

Q_SIGNALS:
    void signInWanted(const QString &keyFile, const QString &passphrase);

private:
    void refresh();
    void submit();

    FileChooser &m_files;
    QLineEdit *m_keyFile;
    QLineEdit *m_passphrase;
    QLabel *m_error;
    QPushButton *m_signIn;
    bool m_waiting = false;
};

} // namespace packwarden
