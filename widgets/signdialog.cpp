// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signdialog.h"

#include "limitscale.h"
#include "names.h"
#include "parameterview.h"
#include "parts.h"
#include "sentences.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QTimer>

namespace packwarden {

SignDialog::SignDialog(const SignoffJudgement &judgement, const TrustSnapshot &trust, const Identity &signer,
    Meaning meaning, QWidget *parent)
    : QDialog(parent)
    , m_checked(new QCheckBox(this))
    , m_sign(makeButton(
          meaning == Meaning::Author ? tr("Sign as author") : tr("Approve and sign"), "sign", "primary", this))
{
    setObjectName(QStringLiteral("signDialog"));
    setWindowTitle(tr("Sign"));
    setMinimumWidth(82 * grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(12);
    auto *who = makeLabel(tr("You sign as %1, %2.").arg(Names::role(signer.role), signer.partyName), "muted", this);
    if (judgement.request) {
        auto *title = makeLabel(Sentences::request(*judgement.request), "heading", this);
        title->setWordWrap(true);
        column->addWidget(title);
        column->addWidget(who);
        for (const PackChanges &pack : judgement.request->packs.mid(0, 3))
            column->addWidget(makeChange(pack, trust));
        auto *form = new QFormLayout;
        form->setHorizontalSpacing(2 * grid);
        auto *reason = makeLabel(judgement.request->head.reason, nullptr, this);
        reason->setWordWrap(true);
        form->addRow(makeLabel(tr("Reason"), "muted"), reason);
        form->addRow(
            makeLabel(tr("Expires"), "muted"), makeLabel(Sentences::dateTime(judgement.request->head.expires)));
        auto *fingerprint = makeLabel(judgement.fingerprint, nullptr, this);
        fingerprint->setFont(QFont(QStringLiteral("DejaVu Sans Mono")));
        fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
        fingerprint->setAccessibleName(tr("Fingerprint"));
        form->addRow(makeLabel(tr("Fingerprint"), "muted"), fingerprint);
        column->addLayout(form);
    }
    m_checked->setText(tr("I have checked the value and what follows from it."));
    m_checked->setObjectName(QStringLiteral("signChecked"));
    m_checked->setAccessibleName(m_checked->text());
    column->addWidget(m_checked);

    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);
    cancel->setObjectName(QStringLiteral("signCancel"));
    cancel->setDefault(true);
    cancel->setAutoDefault(true);
    m_sign->setObjectName(QStringLiteral("signConfirm"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_sign);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_sign, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_checked, &QCheckBox::toggled, this, &SignDialog::refresh);
    refresh();
    cancel->setFocus();
}

QWidget *SignDialog::makeChange(const PackChanges &pack, const TrustSnapshot &trust)
{
    auto *card = makeCard(this);
    card->setProperty("surface", QStringLiteral("raised"));
    auto *box = new QVBoxLayout(card);
    box->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    box->addWidget(makeLabel(pack.serial.text(), "muted"));
    const auto known = trust.packs.constFind(pack.serial);
    for (const ParameterChange &change : pack.changes) {
        if (known != trust.packs.cend()) {
            for (const ParameterInfo &info : known->facts.parameters) {
                if (info.definition.id != change.parameter)
                    continue;
                auto *scale = new LimitScale(LimitScale::Extent::Zoomed);
                LimitScaleValues values = scaleOf(info, change.to);
                // What is signed names its own starting point; that is what is shown.
                values.now = change.from;
                scale->setValues(values);
                box->addWidget(scale);
            }
        } else {
            box->addWidget(makeLabel(Sentences::change(change)));
        }
        auto *consequence = makeLabel(Sentences::consequence(change));
        consequence->setWordWrap(true);
        box->addWidget(consequence);
    }
    return card;
}

void SignDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_guarded = true;
    refresh();
    QTimer::singleShot(guardMilliseconds, this, [this] {
        m_guarded = false;
        refresh();
    });
}

void SignDialog::refresh()
{
    m_sign->setEnabled(!m_guarded && m_checked->isChecked());
}

} // namespace packwarden
