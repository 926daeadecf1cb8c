// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policydraft.h"
#include "widgets/kit/fitteddialog.h"

class QCheckBox;
class QComboBox;

namespace packwarden {

class DateField;

/// The conditions and the contract basis of grants: from and until, packs of a group, states, purposes. What the
/// rules know is chosen, never typed. Where several grants differ, the field says so, and stays as each is until it is
/// changed. accept() makes no edit itself; the caller asks edited() for each grant.
class ConditionsDialog final : public FittedDialog
{
    Q_OBJECT
public:
    /// grants: at least one.
    ConditionsDialog(const QList<Grant> &grants, const Policy &policy, const QString &what, QWidget *parent = nullptr);
    Grant edited(const Grant &grant) const;

private:
    void fillBasis(const QList<Grant> &grants, const Policy &policy);
    void fillGroups(const QList<Grant> &grants, const Policy &policy);

    QComboBox *m_basis;
    QCheckBox *m_hasFrom;
    DateField *m_from;
    QCheckBox *m_hasUntil;
    DateField *m_until;
    QComboBox *m_group;
    QList<QCheckBox *> m_states;
    QList<QCheckBox *> m_purposes;
};

} // namespace packwarden
