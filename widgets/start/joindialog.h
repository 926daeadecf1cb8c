// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace packwarden {

class FileChooser;

/// The charter and policy that a partner sent: read, their fingerprints shown to be compared by voice, and only then
/// taken for what a pack's rules must be.
class JoinDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit JoinDialog(FileChooser &files, QWidget *parent = nullptr);

Q_SIGNALS:
    void compared(const QString &charterFingerprint, const QString &policyFingerprint);

private:
    QLineEdit *addFile(QFormLayout &form, const QString &title, const char *name, const QString &filter);
    void read();
    void showError(const Error &error);

    FileChooser &m_files;
    QLineEdit *m_charter;
    QLineEdit *m_policy;
    QLabel *m_parties;
    QLabel *m_charterPrint;
    QLabel *m_policyPrint;
    QCheckBox *m_compared;
    QLabel *m_error;
    QPushButton *m_trust;
    bool m_read = false;
};

} // namespace packwarden
