// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/rulechange.h"
#include "models/core/pki/csr.h"
#include "models/keys/revocationscope.h"
#include "models/support/latestjob.h"
#include "models/trust/startoutlook.h"
#include "widgets/keys/keydialog.h"

#include <QPersistentModelIndex>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace packwarden {

class FileChooser;
class KeyDetail;
class KeyMaker;
class KeysFilter;
class KeysModel;
class MessageBar;
class Workspace;

/// Parties, people and their keys, with the one that is chosen in full; issue, renew some or many, revoke.
class KeysPage final : public QWidget
{
    Q_OBJECT
public:
    KeysPage(Workspace &workspace, KeysModel &keys, KeyOffice &office, FileChooser &files, QWidget *parent = nullptr);

    /// Certifies what a request file asks for; asks first.
    void issueFrom(const QString &path);

Q_SIGNALS:
    /// Nothing is trusted here yet.
    void rulesWanted();
    /// A revocation list in a file.
    void listWanted(const QString &path);
    /// A change of the parties in the charter.
    void amendmentWanted(packwarden::Amendment kind);

private:
    void makeTree();
    QPushButton *makeCharterButton();
    QPushButton *makeOwnButton();
    void openNewKey();
    void openInstall();
    void rememberFrom(const QString &path);
    void showMenu(const QPoint &at);
    QString layoutFile() const;
    QString rememberedIssuer() const;
    void rememberIssuer(const QString &locator);
    /// Who was selected, by certificate: a reset of the model keeps it.
    void keepSelection();
    void selectAgain();
    void refresh();
    void selectionChanged();
    /// Which keys end soon: a button selects them.
    void showEnding();
    /// What can be renewed or revoked of the selection.
    QList<Certificate> selected() const;
    void renew();
    void revoke(bool compromised);
    void askToRevoke(const RevocationScope &scope, bool compromised, const LostStarts &lost);
    void ask(
        const KeyTask &task, const std::function<void(const KeyOffice::IssuerKey &, qint64, const QString &)> &action);

    Workspace &m_workspace;
    KeysModel &m_keys;
    KeyOffice &m_office;
    KeyMaker *m_maker;
    FileChooser &m_files;
    LatestJob m_lost; ///< what a revocation would stop
    KeysFilter *m_filter;
    QLineEdit *m_search;
    QPushButton *m_issue;
    QPushButton *m_renew;
    QPushButton *m_revoke;
    QPushButton *m_compromised;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    QTreeView *m_tree;
    QPushButton *m_endingButton;
    QList<QPersistentModelIndex> m_ending;
    KeyDetail *m_detail;
    QList<QByteArray> m_kept; ///< SHA-256 of the certificates selected before the reset; the current one first
};

} // namespace packwarden
