// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/command.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace packwarden {

struct DeliveryResult;
class Chooser;
class DistributionStrip;
class FleetFilter;
class FleetModel;
struct PackView;
class PacksModel;
class RolloutPanel;
class SignoffsModel;
class Workspace;

/// Every pack that is heard or known; the chosen ones are opened in the inspector or get a document.
class FleetPage final : public QWidget
{
    Q_OBJECT
public:
    FleetPage(Workspace &workspace, FleetModel &fleet, PacksModel &packs, SignoffsModel &documents,
        QWidget *parent = nullptr);

    RolloutPanel &rollout() { return *m_rollout; }
    QList<PackSerial> chosen() const;
    /// The pack that other pages show.
    void choose(const QString &serial);

Q_SIGNALS:
    void inspectorWanted(const QString &serial);
    /// Something is to happen to the chosen packs.
    void commandWanted(packwarden::CommandKind kind, const QList<packwarden::PackSerial> &packs);
    /// The list as it is shown is to be kept in a file.
    void csvWanted(const QByteArray &csv);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeTable();
    void refresh();
    void refreshTotals();
    void openChosen();
    void makeCommands();
    void makeColumns();
    void makeViews();
    void fillGroups();
    void filter();
    QString group() const; ///< that is on show; empty: none
    void editGroups();
    void nameView();
    void complain(const Error &error);
    void showView(const PackView &view);
    PackView view(const QString &name) const; ///< as the page stands
    void toggleRollout(bool open);

    FleetModel &m_fleet;
    FleetFilter *m_filter;
    QLineEdit *m_search;
    Chooser *m_which;
    QLabel *m_tomorrow;
    QLabel *m_totals;
    QLabel *m_count;
    QLabel *m_problem; ///< with the search
    QPushButton *m_views;
    QMenu *m_viewsMenu;
    DistributionStrip *m_distribution;
    QPushButton *m_columns;
    QPushButton *m_inspect;
    QPushButton *m_lock;
    QPushButton *m_more;
    QMenu *m_commands;
    QPushButton *m_rollOut;
    QStackedWidget *m_stack;
    QTableView *m_table;
    QLabel *m_empty;
    RolloutPanel *m_rollout;
    QTimer m_soon; ///< until the totals are counted: pages of packs come one after the other
};

} // namespace packwarden
