// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policydraft.h"

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace packwarden {

class DateField;

/// The conditions and the contract basis of one grant: from and until, packs of a group, states, purposes. What the
/// rules know is chosen, never typed. accept() makes no edit itself; the caller takes grant().
class ConditionsDialog final : public QDialog
{
    Q_OBJECT
public:
    ConditionsDialog(const Grant &grant, const Policy &policy, const QString &what, QWidget *parent = nullptr);
    Grant grant() const;

private:
    Grant m_grant;
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
