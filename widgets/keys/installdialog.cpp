// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/keys/installdialog.h"

#include "models/support/lookalike.h"
#include "widgets/keys/keyswords.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/pathfield.h"
#include "widgets/kit/secretfield.h"
#include "widgets/words/filewords.h"
#include "widgets/words/format.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLineEdit>

namespace packwarden {

InstallDialog::InstallDialog(KeyMaker &maker, FileChooser &files, QWidget *parent)
    : FittedDialog(parent)
    , m_maker(maker)
    , m_certificate(new PathField(
          QStringLiteral("installCertificate"), tr("Certificate"), FileWords::certificateFilters(), files, this))
    , m_key(new PathField(QStringLiteral("installKey"), tr("Key file"), FileWords::keyFilters(), files, this))
    , m_secret(new SecretField(this))
    , m_result(makeLabel({}, nullptr, this))
    , m_install(makeButton(tr("Install"), "key", "primary", this))
{
    setObjectName(QStringLiteral("installDialog"));
    setWindowTitle(tr("Install a certificate"));
    setMinimumWidth(68 * grid);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->setVerticalSpacing(grid);
    form->addRow(makeLabel(tr("Certificate"), "muted"), m_certificate);
    form->addRow(makeLabel(tr("Key file"), "muted"), m_key);
    m_secret->setObjectName(QStringLiteral("installSecret"));
    m_secret->setAccessibleName(tr("Passphrase"));
    form->addRow(makeLabel(tr("Passphrase"), "muted"), m_secret);
    auto *hint = makeLabel(tr("The file that the issuer sent back, and the key that it is for. What the key file had "
                              "before is replaced by the new certificate."),
        "muted");
    hint->setWordWrap(true);
    m_result->setObjectName(QStringLiteral("installResult"));
    m_result->setWordWrap(true);
    m_install->setObjectName(QStringLiteral("installNow"));
    auto *close = makeButton(tr("Close"), nullptr, nullptr, this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_install);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(tr("Install a certificate"), "heading"));
    column->addWidget(hint);
    column->addLayout(form);
    column->addWidget(m_result);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_install, &QPushButton::clicked, this, &InstallDialog::install);
    connect(m_certificate, &PathField::changed, this, &InstallDialog::refresh);
    connect(m_key, &PathField::changed, this, &InstallDialog::refresh);
    connect(m_secret, &QLineEdit::textChanged, this, &InstallDialog::refresh);
    connect(m_secret, &QLineEdit::returnPressed, m_install, &QPushButton::click);
    connect(&maker, &KeyMaker::installed, this, [this](const QString &, const Certificate &leaf) {
        if (!std::exchange(m_busy, false))
            return;
        m_secret->clear();
        m_result->setText(tr("%1 Installed: %2, %3, until %4. You can sign in with this key now.")
                              .arg(shapeOf(Status::Good), lookalike::visible(leaf.commonName),
                                  leaf.role.isEmpty() ? tr("issuing authority") : KeysWords::role(leaf.role),
                                  format::dateTime(leaf.notAfter)));
        refresh();
    });
    connect(&maker, &KeyMaker::failed, this, [this](const Error &error) {
        if (!std::exchange(m_busy, false))
            return;
        m_result->setText(shapeOf(Status::Alarm) + u' ' + Sentences::of(error).text());
        refresh();
    });
    refresh();
}

void InstallDialog::refresh()
{
    m_install->setEnabled(
        !m_busy && !m_certificate->path().isEmpty() && !m_key->path().isEmpty() && !m_secret->text().isEmpty());
}

void InstallDialog::install()
{
    if (!m_install->isEnabled())
        return;
    m_busy = true;
    m_result->setText(tr("Opening the key\u2026"));
    refresh();
    m_maker.install(m_key->path(), m_secret->text(), m_certificate->path());
}

} // namespace packwarden
