// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/workspace/tokenfinder.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace packwarden {

class FileChooser;
class KeyChoice;
class KeyMemory;
class PathField;

/// Asks for a key file and its passphrase, or for a token and its PIN. Stays open until the key was opened, with what
/// went wrong said in it.
class SignInDialog final : public QDialog
{
    Q_OBJECT
public:
    /// key: the file or token that is chosen at first; may be empty.
    SignInDialog(FileChooser &files, const QString &key, const KeyMemory &memory, QWidget *parent = nullptr);
    ~SignInDialog() override;
    void showError(const Error &error);
    /// It worked: the key that was chosen is the one of its file or token from now on.
    void keepChoice();

Q_SIGNALS:
    /// key: a file's path or a token's URI. which: of several keys, as pki::readKey has it; else empty.
    void signInWanted(const QString &key, const QString &secret, const QString &which);

private:
    void makeRows(QFormLayout &form);
    void showSource();
    void searchTokens();
    void showTokens(const QList<TokenInfo> &tokens);
    void say(const QString &text);
    void refresh();
    void submit();
    bool isToken() const;
    QString key() const;
    void lookForKeys();
    void showChoice();

    TokenFinder m_finder;
    QRadioButton *m_fileSource;
    QRadioButton *m_tokenSource;
    QFormLayout *m_form;
    QWidget *m_tokenRow;
    PathField *m_keyFile;
    QComboBox *m_tokens;
    PathField *m_module;
    KeyChoice *m_choice;
    QLabel *m_secretLabel;
    QLineEdit *m_passphrase;
    QLabel *m_error;
    QPushButton *m_search;
    QPushButton *m_signIn;
    QString m_wantedToken; ///< the token of the last time, chosen when it is found
    bool m_waiting = false;
};

} // namespace packwarden
