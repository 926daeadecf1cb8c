// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policyroles.h"
#include "widgets/kit/fitteddialog.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace packwarden {

class PolicyDraft;

/// The name of a role, its company, and which companies may issue its keys: for a role that comes new, for a copy, and
/// for one that is there, whose company stays. Says at once what is wrong, and what follows for the charter.
class RoleDialog final : public FittedDialog
{
    Q_OBJECT
public:
    enum class Act { Add, Copy, Edit };
    /// role: the one that is copied or edited; of Add, the one whose company is offered first, or none.
    RoleDialog(const PolicyDraft &draft, Act act, const RoleId &role, QWidget *parent = nullptr);

    /// For Edit: title and issuers count.
    policyroles::NewRole role() const;

private:
    void fillCompanies(const PositionId &chosen);
    void fillIssuers();
    void judge();
    QString problem() const;
    QString consequence() const;

    const PolicyDraft &m_draft;
    Act m_act;
    RoleId m_role;
    QLineEdit *m_title;
    QComboBox *m_company;
    QList<QCheckBox *> m_issuers;
    QLabel *m_problem;
    QLabel *m_follows;
    QPushButton *m_ok;
};

} // namespace packwarden
