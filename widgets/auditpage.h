// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <auditverdict.h>

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace packwarden {

class AuditModel;
class AuditStore;
class AuditVerifier;
class MessageBar;

/// Every security action recorded here, newest first; searched in the store, verified link by link on demand.
class AuditPage final : public QWidget
{
    Q_OBJECT
public:
    AuditPage(AuditStore &store, AuditModel &model, AuditVerifier &verifier, QWidget *parent = nullptr);

private:
    void showRecord();
    void showVerdict(const AuditVerdict &verdict);
    void showAccess();
    static QStringList anchorsOf(const AuditVerdict &verdict);
    static QString sentenceOf(const AuditFlag &flag);

    AuditStore &m_store;
    AuditModel &m_model;
    AuditVerifier &m_verifier;
    QLineEdit *m_search;
    QPushButton *m_verify;
    QProgressBar *m_progress;
    MessageBar *m_verdict;
    QTableView *m_table;
    QPlainTextEdit *m_detail;
};

} // namespace packwarden
