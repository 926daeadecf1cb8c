// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keys/keymaker.h"
#include "widgets/kit/fitteddialog.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace packwarden {

class FileChooser;
class PathField;

/// Puts the certificate that an issuer sent beside its key. What was typed stays when something goes wrong.
class InstallDialog final : public FittedDialog
{
    Q_OBJECT
public:
    InstallDialog(KeyMaker &maker, FileChooser &files, QWidget *parent = nullptr);

private:
    void refresh();
    void install();

    KeyMaker &m_maker;
    PathField *m_certificate;
    PathField *m_key;
    QLineEdit *m_secret;
    QLabel *m_result;
    QPushButton *m_install;
    bool m_busy = false;
};

} // namespace packwarden
