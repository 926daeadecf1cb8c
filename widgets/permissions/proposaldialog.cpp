// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/proposaldialog.h"

#include "widgets/kit/parts.h"
#include "widgets/words/rulewords.h"
#include "widgets/words/sentences.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace packwarden {

ProposalDialog::ProposalDialog(const QList<RuleDifference> &changes, bool isCharter, QWidget *parent)
    : QDialog(parent)
    , m_next(makeLabel({}, "muted", this))
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
    connect(buttons, &QDialogButtonBox::accepted, this, &ProposalDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(grid);
    column->addWidget(makeLabel(tr("%n change(s)", nullptr, int(changes.size())), "title", this));
    column->addWidget(list);
    column->addWidget(makeLabel(tr("Reason"), "section", this));
    column->addWidget(m_reason);
    const QString next
        = tr("The document goes to Sign-offs. It changes nothing until all seats have signed it and packs "
             "have taken it.");
    m_next->setText(isCharter
            ? tr("Roles come or go, so the document changes the charter with the policy: the companies that sign for "
                 "the charter sign it, too.")
                + u' ' + next
            : next);
    m_next->setObjectName(QStringLiteral("proposalNext"));
    m_next->setWordWrap(true);
    column->addWidget(m_next);
    column->addWidget(buttons);
    m_reason->setFocus();
}

void ProposalDialog::take()
{
    const auto taken = m_taker ? m_taker() : Result<>::success();
    if (taken.ok())
        return accept();
    m_next->setText(Sentences::of(taken.error()).text());
    setTone(m_next, "warning");
}

QString ProposalDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

} // namespace packwarden
