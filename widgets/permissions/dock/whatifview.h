// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/answers/permissionanswers.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;

namespace packwarden {

class Chip;
class DockLines;

/// Somebody, on a pack, at a moment: allowed or not, and what each rule says. Asks; whoever owns it answers.
class WhatIfView final : public QWidget
{
    Q_OBJECT
public:
    explicit WhatIfView(QWidget *parent = nullptr);

    /// People, roles and packs to choose from; what was chosen stays as long as it is there.
    void setGround(const PermissionGround &ground);
    /// What it is about. A role that differs from the one before chooses the first who holds it.
    void setCell(const CapabilityId &capability, const RoleId &role);
    void tell(const WhatIfTold &told);
    PackSerial pack() const;

Q_SIGNALS:
    void asked(const packwarden::WhatIfAsked &asked);
    void packChosen();

private:
    void fillPeople();
    void choosePerson();
    void ask();

    PermissionGround m_ground;
    CapabilityId m_capability;
    RoleId m_role;
    QComboBox *m_who;
    QComboBox *m_pack;
    QComboBox *m_when;
    QDateEdit *m_day;
    QLabel *m_purposeLabel;
    QComboBox *m_purpose;
    QCheckBox *m_unsaved;
    QLabel *m_what;
    Chip *m_verdict;
    QLabel *m_consequence;
    QLabel *m_other;
    DockLines *m_votes;
    QLabel *m_judgedOn;
};

} // namespace packwarden
