// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keys/companyfounding.h"
#include "models/workspace/auditedaction.h"

#include <QDialog>
#include <QThreadPool>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace packwarden {

class FileChooser;
class Workspace;

/// Makes the first keys of a company: its root and one person's. Recorded before they are made.
class CompanyDialog final : public QDialog
{
    Q_OBJECT
public:
    CompanyDialog(Workspace &workspace, FileChooser &files, QWidget *parent = nullptr);
    ~CompanyDialog() override;

private:
    QLineEdit *addField(QFormLayout &form, const QString &title, const char *name, bool secret);
    QString whatIsMissing() const; ///< a sentence; empty: nothing
    void refresh();
    void make();
    void showFailure(const Error &error);
    void onMade(AuditedAction action, const Result<FoundedCompany> &made);

    Workspace &m_workspace;
    QLineEdit *m_company;
    QLineEdit *m_name;
    QComboBox *m_role;
    QLineEdit *m_folder;
    QLineEdit *m_rootSecret;
    QLineEdit *m_rootRepeated;
    QLineEdit *m_secret;
    QLineEdit *m_repeated;
    QLabel *m_missing;
    QLabel *m_result;
    QPushButton *m_make;
    QThreadPool m_worker;
    bool m_busy = false;
    bool m_done = false;
};

} // namespace packwarden
