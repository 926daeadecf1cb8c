// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signindialog.h"

#include "filechooser.h"
#include "parts.h"
#include "sentences.h"

#include <QFormLayout>
#include <QLineEdit>

namespace packwarden {

SignInDialog::SignInDialog(FileChooser &files, const QString &keyFile, QWidget *parent)
    : QDialog(parent)
    , m_files(files)
    , m_keyFile(new QLineEdit(keyFile, this))
    , m_passphrase(new QLineEdit(this))
    , m_error(makeLabel({}, "alarm", this))
    , m_signIn(makeButton(tr("Sign in"), "key", "primary", this))
{
    setWindowTitle(tr("Sign in"));
    setMinimumWidth(60 * grid);
    m_keyFile->setObjectName(QStringLiteral("keyFile"));
    m_keyFile->setAccessibleName(tr("Key file"));
    m_keyFile->setPlaceholderText(tr("A .p12 file of your own"));
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_signIn->setObjectName(QStringLiteral("signIn"));
    m_signIn->setDefault(true);
    m_error->setObjectName(QStringLiteral("signInError"));
    m_error->setWordWrap(true);
    m_error->setMinimumHeight(4 * grid);
    auto *choose = makeButton(tr("Choose\u2026"), "open", nullptr, this);
    choose->setObjectName(QStringLiteral("chooseKeyFile"));
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);

    auto *fileRow = new QHBoxLayout;
    fileRow->addWidget(m_keyFile, 1);
    fileRow->addWidget(choose);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->setVerticalSpacing(grid);
    form->addRow(makeLabel(tr("Key file"), "muted"), fileRow);
    form->addRow(makeLabel(tr("Passphrase"), "muted"), m_passphrase);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_signIn);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(tr("Sign in with your key"), "heading"));
    auto *hint = makeLabel(tr("The key stays in this program until you lock it. The live view needs no key."), "muted");
    hint->setWordWrap(true);
    column->addWidget(hint);
    column->addLayout(form);
    column->addWidget(m_error);
    column->addLayout(buttons);

    connect(choose, &QPushButton::clicked, this, [this] {
        m_files.open(this, tr("Choose your key file"), {tr("Key files (*.p12 *.pfx)")}, [this](const QString &path) {
            m_keyFile->setText(path);
            m_passphrase->setFocus();
        });
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_signIn, &QPushButton::clicked, this, &SignInDialog::submit);
    connect(m_keyFile, &QLineEdit::textChanged, this, &SignInDialog::refresh);
    connect(m_passphrase, &QLineEdit::textChanged, this, &SignInDialog::refresh);
    refresh();
    (keyFile.isEmpty() ? m_keyFile : m_passphrase)->setFocus();
}

void SignInDialog::refresh()
{
    m_signIn->setEnabled(!m_waiting && !m_keyFile->text().isEmpty() && !m_passphrase->text().isEmpty());
}

void SignInDialog::submit()
{
    m_waiting = true;
    m_error->clear();
    refresh();
    Q_EMIT signInWanted(m_keyFile->text(), m_passphrase->text());
}

void SignInDialog::showError(const Error &error)
{
    m_waiting = false;
    m_error->setText(shapeOf(Status::Alarm) + u' ' + Sentences::of(error).text());
    m_passphrase->selectAll();
    m_passphrase->setFocus();
    refresh();
}

} // namespace packwarden
