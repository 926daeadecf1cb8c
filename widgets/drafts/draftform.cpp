// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/drafts/draftform.h"

#include "widgets/kit/parts.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLineEdit>

namespace packwarden {

DraftForm::DraftForm(const QString &id, const QString &title, QWidget *parent)
    : FittedDialog(parent)
    , m_id(id)
    , m_rows(new QWidget(this))
    , m_grid(new QGridLayout(m_rows))
{
    setWindowTitle(title);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    m_grid->setHorizontalSpacing(2 * grid);
    m_grid->setVerticalSpacing(grid);
}

void DraftForm::name(QWidget *widget, const QString &id, const QString &words, int longest)
{
    widget->setObjectName(id);
    widget->setAccessibleName(words);
    if (auto *edit = qobject_cast<QLineEdit *>(widget); edit && longest > 0)
        edit->setMaxLength(longest);
}

void DraftForm::addRow(const QString &name, QWidget *field)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(field, row, 1);
    if (name.isEmpty())
        return;
    auto *label = makeLabel(name, "muted");
    label->setFixedHeight(QLineEdit(m_rows).sizeHint().height());
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_labels.insert(field, label);
}

void DraftForm::showRow(QWidget *field, bool shown)
{
    field->setVisible(shown);
    if (QWidget *label = m_labels.value(field))
        label->setVisible(shown);
}

void DraftForm::addReason()
{
    m_reason = new QLineEdit(m_rows);
    name(m_reason, m_id + QStringLiteral("Reason"), tr("Reason"), 1000);
    m_reason->setPlaceholderText(tr("Why this is wanted; every signer reads it"));
    addRow(tr("Reason"), m_reason);
    connect(m_reason, &QLineEdit::textChanged, this, &DraftForm::reasonTyped);
}

void DraftForm::assemble(const QString &heading, QLayout *content)
{
    m_hint = makeLabel({}, "muted", this);
    m_hint->setObjectName(m_id + QStringLiteral("Hint"));
    m_hint->setWordWrap(true);
    m_next = makeButton(tr("Continue to signing…"), "sign", "primary", this);
    m_next->setObjectName(m_id + QStringLiteral("Next"));
    m_next->setDefault(true);
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);
    cancel->setObjectName(m_id + QStringLiteral("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(heading, "heading"));
    column->addLayout(content, 1);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &DraftForm::submit);
}

void DraftForm::showMissing()
{
    const QString what = missing();
    m_hint->setText(what);
    m_next->setEnabled(what.isEmpty());
}

void DraftForm::say(const QString &text)
{
    m_hint->setText(text);
}

void DraftForm::submit()
{
    if (const auto taken = take(); taken.ok())
        accept();
    else
        say(refusal(taken.error()));
}

} // namespace packwarden
