// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keydialog.h"

#include <csr.h>
#include <reach.h>

#include <QThreadPool>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace packwarden {

class FileChooser;
class KeysFilter;
class KeysModel;
class MessageBar;
class Workspace;

/// Parties, people and their keys: what they are good for, what is wrong with their names, how far a revocation has
/// come; issue, renew, revoke.
class KeysPage final : public QWidget
{
    Q_OBJECT
public:
    KeysPage(Workspace &workspace, KeysModel &keys, KeyOffice &office, FileChooser &files, QWidget *parent = nullptr);

    /// Certifies what a request file asks for; asks first.
    void issueFrom(const QString &path);

private:
    void makeTree();
    QWidget *makeDetail();
    void refresh();
    void showDetail();
    void judgeReach(const Certificate &certificate, bool revoked);
    void compareFingerprint();
    Certificate chosen() const;
    void renew();
    void revoke(bool compromised);
    void ask(
        const KeyTask &task, const std::function<void(const KeyOffice::IssuerKey &, qint64, const QString &)> &action);

    Workspace &m_workspace;
    KeysModel &m_keys;
    KeyOffice &m_office;
    FileChooser &m_files;
    QThreadPool m_worker;
    quint64 m_question = 0;
    KeysFilter *m_filter;
    QLineEdit *m_search;
    QPushButton *m_issue;
    QPushButton *m_renew;
    QPushButton *m_revoke;
    QPushButton *m_compromised;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    QTreeView *m_tree;
    QLabel *m_name;
    QLabel *m_facts;
    QLabel *m_warning;
    QLabel *m_reach;
    QLabel *m_fingerprint;
    QLineEdit *m_compare;
    QLabel *m_compared;
};

} // namespace packwarden
