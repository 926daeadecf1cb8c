// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/askpackdialog.h"

#include "widgets/kit/parts.h"
#include "widgets/signoffs/signoffcontents.h"
#include "widgets/signoffs/signoffwords.h"

#include <QBoxLayout>

namespace packwarden {

AskPackDialog::AskPackDialog(const SignoffJudgement &judgement, const TrustSnapshot &trust, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("askPackDialog"));
    setWindowTitle(tr("Ask the pack"));
    setFixedWidth(68 * grid);
    auto *what = makeLabel(signoffcontents::sentence(judgement, trust), "heading", this);
    what->setWordWrap(true);
    Status status = Status::Neutral;
    auto *rehearsal = makeLabel({}, nullptr, this);
    rehearsal->setObjectName(QStringLiteral("askPackRehearsal"));
    rehearsal->setWordWrap(true);
    const QString words = signoffwords::rehearsal(judgement, trust.pinned.charter, status);
    rehearsal->setText(shapeOf(status) + u' ' + words);
    auto *hint
        = makeLabel(tr("The rehearsal here knows only what was read of the pack. The pack judges by what it holds: "
                       "it most likely refuses, says why, and nothing changes. If it finds all in order, it "
                       "applies the document. Its answer is recorded either way."),
            "muted", this);
    hint->setWordWrap(true);
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);
    cancel->setObjectName(QStringLiteral("askPackCancel"));
    cancel->setDefault(true);
    auto *confirm = makeButton(tr("Deliver for its verdict"), "deliver", nullptr, this);
    confirm->setObjectName(QStringLiteral("askPackConfirm"));
    confirm->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(confirm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(12);
    column->addWidget(what);
    column->addWidget(rehearsal);
    column->addWidget(hint);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(confirm, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setFocus();
}

} // namespace packwarden
