// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/matrix/problemlist.h"

#include "models/permissions/permissionsmodel.h"
#include "widgets/kit/parts.h"
#include "widgets/permissions/matrix/permissionwords.h"

#include <QHBoxLayout>
#include <QListWidget>

#include <algorithm>

namespace packwarden {

ProblemList::ProblemList(PolicyDraft &draft, const PermissionsModel &model, QWidget *parent)
    : QFrame(parent)
    , m_draft(draft)
    , m_model(model)
    , m_list(new QListWidget(this))
    , m_fix(makeButton(tr("Take back"), nullptr, nullptr, this))
{
    setProperty("surface", QStringLiteral("card"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, grid, 12, grid);
    m_list->setObjectName(QStringLiteral("policyProblems"));
    m_list->setAccessibleName(tr("Problems"));
    m_list->setWordWrap(true);
    m_fix->setObjectName(QStringLiteral("fixProblem"));
    row->addWidget(m_list, 1);
    row->addWidget(m_fix, 0, Qt::AlignTop);
    connect(m_list, &QListWidget::itemActivated, this, &ProblemList::jump);
    connect(m_list, &QListWidget::itemClicked, this, &ProblemList::jump);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProblemList::offerFix);
    connect(m_fix, &QPushButton::clicked, this, &ProblemList::fix);
}

const PolicyProblem *ProblemList::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_model.problems().size() ? &m_model.problems().at(row) : nullptr;
}

void ProblemList::refresh()
{
    const int row = m_list->currentRow();
    m_list->clear();
    m_errors = 0;
    for (const PolicyProblem &problem : m_model.problems()) {
        m_errors += problem.blocks ? 1 : 0;
        m_list->addItem(shapeOf(problem.blocks ? Status::Alarm : Status::Warning) + u' '
            + PermissionWords::problem(problem, m_draft.policy()));
    }
    m_warnings = int(m_model.problems().size()) - m_errors;
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    if (m_model.problems().isEmpty()) {
        m_list->addItem(m_draft.frame().silicon.isEmpty()
                ? tr("No pack is known here yet, whose limits the rules must keep. Connect one.")
                : shapeOf(Status::Good) + u' ' + tr("Nothing is wrong with these rules."));
        m_list->item(0)->setFlags(Qt::ItemIsEnabled);
    }
    setFixedHeight((m_model.problems().isEmpty() ? 7 : 14) * grid);
    offerFix();
}

void ProblemList::jump()
{
    if (const PolicyProblem *problem = current())
        Q_EMIT chosen(*problem);
}

void ProblemList::offerFix()
{
    const PolicyProblem *problem = current();
    m_fix->setText(problem ? PermissionWords::fix(*problem) : tr("Take back"));
    m_fix->setEnabled(problem && m_draft.fixed(*problem));
    m_fix->setToolTip(m_fix->isEnabled() ? tr("Mend the chosen problem by one edit, which Undo takes back")
            : problem                    ? tr("Only a person can say how this is to be mended")
                                         : tr("Choose a problem"));
}

void ProblemList::fix()
{
    const PolicyProblem *problem = current();
    if (!problem)
        return;
    if (const auto mended = m_draft.fixed(*problem))
        m_draft.replace(*mended, m_fix->text());
}

} // namespace packwarden
