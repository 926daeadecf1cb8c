// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/keys/keydialog.h"

#include "widgets/kit/keychoice.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/pathfield.h"
#include "widgets/kit/secretfield.h"
#include "widgets/words/filewords.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QTimer>

namespace packwarden {

namespace {
constexpr int guardMilliseconds = 300;
} // namespace

KeyDialog::KeyDialog(const KeyTask &task, FileChooser &files, const KeyMemory &memory, QWidget *parent)
    : QDialog(parent)
    , m_key(new PathField(QStringLiteral("issuingKey"), tr("Issuing key"), FileWords::keyFilters(), files, this,
          PathField::For::Opening, tr("Choose the issuing key")))
    , m_secret(new SecretField(this))
    , m_choice(new KeyChoice(memory, this))
    , m_target(new QLineEdit(task.target, this))
    , m_first(new QCheckBox(tr("This issuer has never made a list before"), this))
    , m_error(makeLabel({}, "alarm", this))
    , m_do(makeButton(task.verb, nullptr, "primary", this))
    , m_form(new QFormLayout)
{
    setWindowTitle(task.title);
    setMinimumWidth(68 * grid);
    m_key->line().setPlaceholderText(tr("A .p12 file, or a token's pkcs11: address"));
    m_secret->setObjectName(QStringLiteral("issuingSecret"));
    m_secret->setAccessibleName(tr("Passphrase or PIN"));
    m_target->setObjectName(QStringLiteral("keyTarget"));
    m_target->setAccessibleName(tr("Written to"));
    m_first->setObjectName(QStringLiteral("firstList"));
    m_first->setToolTip(tr("Otherwise its newest list must be known here: a list that starts again would forget "
                           "revocations."));
    m_error->setObjectName(QStringLiteral("keyError"));
    m_error->setWordWrap(true);
    m_do->setObjectName(QStringLiteral("keyConfirm"));
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);
    cancel->setObjectName(QStringLiteral("keyCancel"));
    auto *consequence = makeLabel(task.consequence, nullptr, this);
    consequence->setObjectName(QStringLiteral("keyConsequence"));
    consequence->setWordWrap(true);
    auto *warning = makeLabel(shapeOf(Status::Warning) + u' ' + task.warning, "warning", this);
    warning->setObjectName(QStringLiteral("keyWarning"));
    warning->setWordWrap(true);
    warning->setVisible(!task.warning.isEmpty());

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_do);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(task.title, "heading"));
    column->addWidget(consequence);
    column->addWidget(warning);
    column->addLayout(makeForm(task));
    if (task.kind == KeyTask::Kind::Issue || task.kind == KeyTask::Kind::Renew)
        column->addLayout(makeLife());
    column->addWidget(m_error);
    column->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_do, &QPushButton::clicked, this, &KeyDialog::submit);
    connect(m_key, &PathField::changed, this, [this] {
        m_choice->lookAt(m_key->path());
        showChoice();
        refresh();
    });
    connect(m_key, &PathField::chosen, m_secret, qOverload<>(&QWidget::setFocus));
    connect(m_choice, &QComboBox::currentIndexChanged, this, &KeyDialog::refresh);
    connect(m_secret, &QLineEdit::textChanged, this, &KeyDialog::refresh);
    // As at sign-in: Enter after the passphrase goes on. Anywhere else it neither confirms nor discards what was typed.
    connect(m_secret, &QLineEdit::returnPressed, m_do, &QPushButton::click);
    m_shown.start();
    QTimer::singleShot(guardMilliseconds, this, &KeyDialog::refresh);
    refresh();
    m_key->setPath(task.issuer);
    (task.issuer.isEmpty() ? &m_key->line() : m_secret)->setFocus();
}

QLayout *KeyDialog::makeLife()
{
    constexpr int longest = 5 * 365;
    m_days = new QSpinBox(this);
    m_days->setObjectName(QStringLiteral("keyDays"));
    m_days->setAccessibleName(tr("Valid for"));
    m_days->setRange(0, longest);
    m_days->setSpecialValueText(tr("as long as usual"));
    m_days->setSuffix(tr(" days"));
    m_days->setToolTip(tr("A person has a year as a rule; nothing outlives its issuer."));
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * grid);
    row->addWidget(makeLabel(tr("Valid for"), "muted"));
    row->addWidget(m_days);
    row->addStretch();
    return row;
}

QLayout *KeyDialog::makeForm(const KeyTask &task)
{
    const bool list = task.kind == KeyTask::Kind::Revoke || task.kind == KeyTask::Kind::Compromised;
    m_form->setHorizontalSpacing(2 * grid);
    m_form->setVerticalSpacing(grid);
    m_form->addRow(makeLabel(tr("Issuing key"), "muted"), m_key);
    m_form->addRow(makeLabel(tr("Passphrase or PIN"), "muted"), m_secret);
    m_form->addRow(makeLabel(tr("Key"), "muted"), m_choice);
    m_form->setRowVisible(m_choice, false);
    m_form->addRow(makeLabel(list ? tr("List file") : tr("Folder"), "muted"), m_target);
    if (list)
        m_form->addRow(QString(), m_first);
    else
        m_first->hide();
    return m_form;
}

void KeyDialog::showChoice()
{
    m_form->setRowVisible(m_choice, m_choice->count() > 0);
    adjustSize();
}

void KeyDialog::keepChoice()
{
    m_choice->keep();
}

void KeyDialog::refresh()
{
    m_do->setEnabled(!m_waiting && m_shown.elapsed() >= guardMilliseconds && !m_key->path().isEmpty()
        && !m_secret->text().isEmpty() && !m_choice->isOpen());
}

void KeyDialog::submit()
{
    m_waiting = true;
    setTone(m_error, "muted");
    m_error->setText(tr("Opening the key and making the files\u2026"));
    refresh();
    const KeyOffice::IssuerKey key{m_key->path(), m_secret->text(), m_choice->which()};
    m_secret->clear();
    constexpr qint64 day = 24 * 3600;
    Q_EMIT confirmed(key, m_days ? m_days->value() * day : m_first->isChecked() ? 1 : 0, m_target->text());
}

void KeyDialog::showError(const Error &error)
{
    m_waiting = false;
    setTone(m_error, "alarm");
    m_error->setText(shapeOf(Status::Alarm) + u' ' + Sentences::of(error).text());
    m_choice->offer(error);
    showChoice();
    m_secret->setFocus();
    refresh();
}

} // namespace packwarden
