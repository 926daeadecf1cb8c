// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <linkvalues.h>

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace packwarden {

class FileChooser;

/// The charter and policy that a partner sent: read, their fingerprints shown to be compared by voice, and only then
/// offered for trust.
class JoinDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit JoinDialog(FileChooser &files, QWidget *parent = nullptr);
    void showError(const Error &error);

Q_SIGNALS:
    /// What was compared; whoever hears it pins it and then closes the dialog, or shows why not.
    void trustWanted(const packwarden::PackRules &rules);

private:
    QLineEdit *addFile(QFormLayout &form, const QString &title, const char *name, const QString &filter);
    void read();

    FileChooser &m_files;
    QLineEdit *m_charter;
    QLineEdit *m_policy;
    QLabel *m_parties;
    QLabel *m_charterPrint;
    QLabel *m_policyPrint;
    QCheckBox *m_compared;
    QLabel *m_error;
    QPushButton *m_trust;
    PackRules m_rules;
    bool m_read = false;
};

} // namespace packwarden
