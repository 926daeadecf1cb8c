// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keys/keyoffice.h"

#include <QDialog>
#include <QElapsedTimer>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace packwarden {

class FileChooser;
class KeyChoice;
class KeyMemory;
class PathField;

/// What is about to be done with an issuing key.
struct KeyTask
{
    enum class Kind { Issue, Renew, Revoke, Compromised };
    Kind kind = Kind::Issue;
    QString title;
    QString consequence; ///< what will happen, in words
    QString warning;
    QString verb;
    QString target; ///< a folder for certificates, a file for a list
    QString issuer = {}; ///< the issuing key that did it last
};

/// Says what will happen and asks for the issuing key that does it. Cancel is the default button, and nothing is taken
/// for consent in the first moments. Stays open until it is done, with what went wrong said in it.
class KeyDialog final : public QDialog
{
    Q_OBJECT
public:
    KeyDialog(const KeyTask &task, FileChooser &files, const KeyMemory &memory, QWidget *parent = nullptr);
    void showError(const Error &error);
    /// It worked: the key that was chosen is the one of its file or token from now on.
    void keepChoice();

Q_SIGNALS:
    /// number: of an issuer's first list (0: it is known); of certificates, how many seconds they are valid (0: as long
    /// as usual).
    void confirmed(const packwarden::KeyOffice::IssuerKey &key, qint64 number, const QString &target);

private:
    QLayout *makeForm(const KeyTask &task);
    QLayout *makeLife();
    void showChoice();
    void refresh();
    void submit();

    PathField *m_key;
    QLineEdit *m_secret;
    KeyChoice *m_choice;
    QLineEdit *m_target;
    QCheckBox *m_first;
    QSpinBox *m_days = nullptr; ///< of certificates alone
    QLabel *m_error;
    QPushButton *m_do;
    QFormLayout *m_form;
    QElapsedTimer m_shown;
    bool m_waiting = false;
};

} // namespace packwarden
