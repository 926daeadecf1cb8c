// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/start/invitedialog.h"

#include "models/core/base/wholefile.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/start/ruleparties.h"
#include "widgets/words/sentences.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QFormLayout>

namespace packwarden {

InviteDialog::InviteDialog(const Result<Invitation> &invitation, FileChooser &files, QWidget *parent)
    : FittedDialog(parent)
    , m_invitation(invitation)
    , m_files(files)
    , m_result(makeLabel({}, nullptr, this))
{
    setObjectName(QStringLiteral("inviteDialog"));
    setWindowTitle(tr("Invite a partner"));
    setMinimumWidth(76 * grid);
    m_result->setObjectName(QStringLiteral("inviteResult"));
    m_result->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(tr("Invite a partner"), "heading"));
    auto *close = makeButton(tr("Close"), nullptr, nullptr, this);
    auto *save = makeButton(tr("Save the invitation\u2026"), "save", "primary", this);
    save->setObjectName(QStringLiteral("inviteSave"));
    save->setEnabled(invitation.ok());
    if (invitation.ok()) {
        auto *hint = makeLabel(tr("One file with the charter, the policy and what is known of the packs. With it a "
                                  "partner can read and sign without a bus. Send it by any way, and read the "
                                  "fingerprint to the partner by voice; it is the same each time you open this."),
            "muted");
        hint->setWordWrap(true);
        column->addWidget(hint);
        auto *form = new QFormLayout;
        form->setHorizontalSpacing(2 * grid);
        form->setVerticalSpacing(grid);
        auto *parties = makeLabel(partiesOf(invitation->rules));
        parties->setWordWrap(true);
        form->addRow(makeLabel(tr("Parties"), "muted"), parties);
        form->addRow(makeLabel(tr("Packs"), "muted"),
            makeLabel(tr("%n pack(s) that hold these rules", nullptr, int(invitation->packs.size()))));
        auto *print = makeLabel(invitation->fingerprint(), "section");
        print->setObjectName(QStringLiteral("invitePrint"));
        print->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *copy = makeButton(tr("Copy"), nullptr, "link");
        copy->setAccessibleName(tr("Copy fingerprint"));
        connect(copy, &QPushButton::clicked, this, [print] { QApplication::clipboard()->setText(print->text()); });
        auto *row = new QHBoxLayout;
        row->addWidget(print);
        row->addWidget(copy);
        row->addStretch();
        form->addRow(makeLabel(tr("Fingerprint"), "muted"), row);
        column->addLayout(form);
    } else {
        m_result->setText(invitation.code() == Code::UnknownIssuer
                ? tr("This console trusts no rules yet, so there is nothing to invite to.")
                : tr("No pack with these rules is known here yet, and a partner needs its limits. Connect to one "
                     "first."));
    }
    column->addWidget(m_result);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(save);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(save, &QPushButton::clicked, this, &InviteDialog::save);
}

void InviteDialog::save()
{
    const QString name = QStringLiteral("charter-%1.%2")
                             .arg(m_invitation->rules.charter.version)
                             .arg(QLatin1String(Invitation::ending));
    m_files.save(this, tr("Save the invitation"), name, [this](const QString &path) {
        const auto written = wholefile::write(path, m_invitation->encode());
        m_result->setText(written.ok() ? shapeOf(Status::Good) + u' '
                    + tr("Saved as %1. The partner opens it with Packwarden.").arg(QDir::toNativeSeparators(path))
                                       : shapeOf(Status::Alarm) + u' ' + Sentences::of(written.error()).text());
    });
}

} // namespace packwarden
