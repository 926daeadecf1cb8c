// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/permissionsfilter.h"
#include "models/permissions/permissionsmodel.h"
#include "models/permissions/policykeeper.h"
#include "widgets/kit/papertable.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QMenu;
class QPushButton;
class QSettings;
class QStackedWidget;

namespace packwarden {

class Chip;
class ContractsView;
class FileChooser;
class MatrixView;
class OnionFilter;
class MessageBar;
class PermissionDock;
class ProblemList;
class RoleActs;
class Workspace;

/// Who may turn which key: the pinned policy as a matrix, edited as a draft, with the reasons for the chosen cell at
/// the right and what is wrong below. Proposing makes a policy document that the parties sign; nothing takes effect
/// here.
class PermissionsPage final : public QWidget
{
    Q_OBJECT
public:
    PermissionsPage(Workspace &workspace, FileChooser &files, QWidget *parent = nullptr);
    ~PermissionsPage() override;

    PolicyDraft &draft() { return m_draft; }
    /// Rules as JSON, or a policy document: taken into the draft as one edit.
    void openFile(const QString &path);
    /// The matrix as it is shown, for spreadsheets and for paper.
    papertable::Paper matrixSheet() const { return sheet(Sheet::Matrix); }
    /// The columns of the matrix as a person laid them out.
    void remember(QSettings &settings) const;
    void recall(const QSettings &settings);

Q_SIGNALS:
    /// A document over the draft was written to the requests folder; its author is to sign it.
    void proposed(const QString &path);
    void signInWanted();
    void rulesWanted();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class Sheet { Matrix, Differences };
    QWidget *makeFilters();
    QWidget *makeMatrix();
    void connectAll();
    void follow();
    void restore();
    void update();
    void updateDock();
    void updateProblems();
    void updateFilters();
    void jump(const PolicyProblem &problem);
    void showCell(const CapabilityId &capability, const RoleId &role);
    void openTemplate(const QString &name);
    void openTutorial();
    void compareWith(int what);
    void editConditions();
    void propose();
    void exportJson();
    papertable::Paper sheet(Sheet which) const;
    void saveSheet(Sheet which, bool isPdf);
    void addSheets(QMenu &menu);
    void say(const Error &error);

    Workspace &m_workspace;
    FileChooser &m_files;
    PolicyDraft m_draft;
    PolicyKeeper m_keeper;
    PermissionsModel m_model;
    PermissionsFilter m_filter;
    PolicyFrame m_shown;
    std::optional<Policy> m_compared; ///< of a file; none: what packs hold
    QList<PositionId> m_positions; ///< that can be filtered by
    QStackedWidget *m_stack;
    MatrixView *m_view;
    MessageBar *m_message;
    QLabel *m_title;
    QLabel *m_subtitle;
    Chip *m_errors;
    Chip *m_warnings;
    QPushButton *m_undo;
    QPushButton *m_redo;
    QPushButton *m_propose;
    OnionFilter *m_onion;
    QComboBox *m_party;
    QLineEdit *m_text;
    QCheckBox *m_onlyChanged;
    QCheckBox *m_onlyProblems;
    QCheckBox *m_folded;
    QComboBox *m_compare;
    QListWidget *m_changes;
    PermissionDock *m_dock;
    ProblemList *m_problems;
    RoleActs *m_roles;
    QStackedWidget *m_middle; ///< matrix or contracts
    ContractsView *m_contracts;
    QPushButton *m_showMatrix;
    QPushButton *m_showContracts;
};

} // namespace packwarden
