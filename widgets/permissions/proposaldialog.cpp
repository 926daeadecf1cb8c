// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/proposaldialog.h"

#include "widgets/kit/parts.h"
#include "widgets/words/rulewords.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace packwarden {

ProposalDialog::ProposalDialog(const QList<RuleDifference> &changes, QWidget *parent)
    : QDialog(parent)
    , m_reason(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("proposalDialog"));
    setWindowTitle(tr("Propose a policy"));
    setMinimumWidth(64 * grid);
    QStringList lines;
    for (const RuleDifference &one : changes)
        lines << RuleWords::difference(one);
    auto *list = new QPlainTextEdit(lines.join(u'\n'), this);
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    list->setAccessibleName(tr("What changes"));
    list->setFixedHeight(18 * grid);
    m_reason->setObjectName(QStringLiteral("proposalReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why? Everybody who signs reads this."));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(9 * grid);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *ok = buttons->button(QDialogButtonBox::Ok);
    ok->setText(tr("Make the document"));
    ok->setEnabled(false);
    connect(m_reason, &QPlainTextEdit::textChanged, ok, [this, ok] { ok->setEnabled(!reason().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(grid);
    column->addWidget(makeLabel(tr("%n change(s)", nullptr, int(changes.size())), "title", this));
    column->addWidget(list);
    column->addWidget(makeLabel(tr("Reason"), "section", this));
    column->addWidget(m_reason);
    auto *next = makeLabel(tr("The document goes to Sign-offs. It changes nothing until all seats have signed it and "
                              "packs have taken it."),
        "muted", this);
    next->setWordWrap(true);
    column->addWidget(next);
    column->addWidget(buttons);
    m_reason->setFocus();
}

QString ProposalDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

} // namespace packwarden
