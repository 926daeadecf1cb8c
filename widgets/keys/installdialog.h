// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keys/keymaker.h"
#include "widgets/kit/fitteddialog.h"

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace packwarden {

class FileChooser;

/// Puts the certificate that an issuer sent beside its key. What was typed stays when something goes wrong.
class InstallDialog final : public FittedDialog
{
    Q_OBJECT
public:
    InstallDialog(KeyMaker &maker, FileChooser &files, QWidget *parent = nullptr);

private:
    QLineEdit *addFile(
        QFormLayout &form, const QString &title, const char *name, const QStringList &filters, FileChooser &files);
    void refresh();
    void install();

    KeyMaker &m_maker;
    QLineEdit *m_key = nullptr;
    QLineEdit *m_secret;
    QLineEdit *m_certificate = nullptr;
    QLabel *m_result;
    QPushButton *m_install;
    bool m_busy = false;
};

} // namespace packwarden
