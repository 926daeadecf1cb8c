// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/signoffreason.h"

#include "widgets/kit/parts.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace packwarden {

SignoffReason::SignoffReason(Kind kind, const QString &sentence, const OtherParts &others, QWidget *parent)
    : QDialog(parent)
    , m_reason(new QLineEdit(this))
    , m_parts(new PartsBox(others, kind == Kind::Reject ? PartsBox::Act::Reject : PartsBox::Act::Withdraw, this))
{
    const bool reject = kind == Kind::Reject;
    setObjectName(QStringLiteral("signoffReason"));
    setWindowTitle(reject ? tr("Reject") : tr("Withdraw"));
    setMinimumWidth(64 * grid);
    auto *what = makeLabel(sentence, "heading", this);
    what->setWordWrap(true);
    auto *hint = makeLabel(reject
            ? tr("Your rejection is signed and travels in the file; everybody who opens it reads why. Packs are not "
                 "told.")
            : tr("The withdrawal is signed. It takes effect on a pack once it is brought there; until then a pack "
                 "that has all signatures would still apply the document."),
        "muted", this);
    hint->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("rejectReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why; the author reads it"));
    m_reason->setMaxLength(1000);
    m_reason->setVisible(reject);
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);
    cancel->setObjectName(QStringLiteral("reasonCancel"));
    cancel->setDefault(true);
    auto *confirm = makeButton(reject ? tr("Sign the rejection") : tr("Sign the withdrawal"), "sign", "primary", this);
    confirm->setObjectName(QStringLiteral("reasonConfirm"));
    confirm->setEnabled(!reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(confirm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(12);
    column->addWidget(what);
    column->addWidget(hint);
    column->addWidget(m_reason);
    column->addWidget(m_parts);
    column->addLayout(buttons);
    connect(m_reason, &QLineEdit::textChanged, confirm,
        [confirm](const QString &text) { confirm->setEnabled(!text.trimmed().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(confirm, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT said(m_reason->text().trimmed());
    });
    (reject ? static_cast<QWidget *>(m_reason) : cancel)->setFocus();
}

} // namespace packwarden
