// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/packquery.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace packwarden {

class Chooser;
class FleetModel;

/// Groups of packs: their names, what they are a part of, the rule and the packs that were put in by hand. Says at once
/// how many packs belong to what stands there, and what is wrong with it. The model must outlive it.
class GroupsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// chosen: packs that may be put into a group. group: to begin with, or empty.
    GroupsDialog(FleetModel &fleet, const QList<PackSerial> &chosen, const QString &group, QWidget *parent = nullptr);

private:
    void fillTree(const QString &chosen);
    void showGroup(const QString &name);
    void fillParents();
    void judge();
    PackGroup typed() const;
    void save();
    void remove();
    void take(bool in);

    FleetModel &m_fleet;
    const QList<PackSerial> m_chosen;
    QString m_former; ///< the name of the group that is shown; empty: a new one
    QList<PackSerial> m_packs; ///< by hand, as it would be kept
    QTreeWidget *m_tree;
    QPushButton *m_new;
    QPushButton *m_remove;
    QLineEdit *m_name;
    Chooser *m_inside;
    QLineEdit *m_rule;
    QLabel *m_byHand;
    QPushButton *m_putIn;
    QPushButton *m_takeOut;
    QLabel *m_verdict;
    QPushButton *m_save;
    QPushButton *m_close;
};

} // namespace packwarden
