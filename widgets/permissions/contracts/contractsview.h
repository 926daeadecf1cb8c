// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rules/contractbook.h"
#include "widgets/style/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace packwarden {

class FileChooser;
class MessageBar;
class PolicyDraft;

/// The contracts that the rights of the draft rest on: parties, dates, agreed sentences, and what each clause grants.
/// Edited as part of the draft, with its undo. Texts of contracts that are added here travel with the proposal.
class ContractsView final : public QWidget
{
    Q_OBJECT
public:
    ContractsView(PolicyDraft &draft, FileChooser &files, QWidget *parent = nullptr);

    /// After each edit. now: Unix seconds, by which rights have lapsed or soon will.
    void refresh(qint64 now);
    /// By file name as it travels: "LEASE-2026-014.txt". Of contracts that the draft still has.
    QMap<QString, QByteArray> texts() const;
    /// Those of a draft that was kept.
    void addTexts(const QMap<QString, QByteArray> &named);

Q_SIGNALS:
    void message(packwarden::Status status, const QString &text);
    /// Where the right stands in the matrix.
    void grantWanted(const packwarden::CapabilityId &capability, const packwarden::RoleId &role);

private:
    void fill(const ContractEntry &contract);
    QString dates(const ContractEntry &contract, Status &status) const;
    QString rights(const QList<Grant> &grants) const;
    QString current(int *clause = nullptr) const;
    void refreshButtons();
    void add();
    void addClause();
    void changeDates();
    void remove();
    void compareText();
    void edited(QTreeWidgetItem *item, int column);
    void activated(QTreeWidgetItem *item);
    void copy();
    void take(const Result<Policy> &after, const QString &what);

    PolicyDraft &m_draft;
    FileChooser &m_files;
    qint64 m_now = 0;
    QMap<QString, QByteArray> m_texts; ///< by contract id
    QTreeWidget *m_tree;
    QLabel *m_empty;
    QPushButton *m_add;
    QPushButton *m_clause;
    QPushButton *m_dates;
    QPushButton *m_compare;
    QPushButton *m_remove;
};

} // namespace packwarden
