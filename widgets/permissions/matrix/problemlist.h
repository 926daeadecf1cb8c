// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rules/policyproblems.h"

#include <QFrame>

class QListWidget;
class QPushButton;

namespace packwarden {

class PermissionsModel;
class PolicyDraft;

/// What is wrong with the draft: each problem in a sentence, a click goes where it is, and a button mends it where it
/// can be said how. Draft and model must outlive it.
class ProblemList final : public QFrame
{
    Q_OBJECT
public:
    ProblemList(PolicyDraft &draft, const PermissionsModel &model, QWidget *parent = nullptr);

    /// After each edit.
    void refresh();
    int errors() const { return m_errors; }
    int warnings() const { return m_warnings; }

Q_SIGNALS:
    void chosen(const packwarden::PolicyProblem &problem);

private:
    void jump();
    void offerFix();
    void fix();
    const PolicyProblem *current() const;

    PolicyDraft &m_draft;
    const PermissionsModel &m_model;
    QListWidget *m_list;
    QPushButton *m_fix;
    int m_errors = 0;
    int m_warnings = 0;
};

} // namespace packwarden
