// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/contracts/contractdialog.h"

#include "models/core/base/wholefile.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/filefield.h"
#include "widgets/kit/lastday.h"
#include "widgets/kit/parts.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace packwarden {

namespace {

constexpr qint64 longestText = 1024 * 1024;

QDate dayOf(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds).date();
}

} // namespace

ContractDialog::ContractDialog(const Policy &policy, FileChooser &files, QWidget *parent)
    : QDialog(parent)
    , m_policy(policy)
    , m_id(new QLineEdit(this))
    , m_file(new FileField(QStringLiteral("contractText"), tr("Text of the contract"),
          {tr("Texts (*.txt *.pdf *.md)"), tr("All files (*)")}, files, this))
    , m_sentences(new QPlainTextEdit(this))
    , m_missing(makeLabel({}, "muted", this))
{
    setObjectName(QStringLiteral("contractDialog"));
    setWindowTitle(tr("Add a contract"));
    setMinimumWidth(60 * grid);
    m_id->setObjectName(QStringLiteral("contractId"));
    m_id->setAccessibleName(tr("Name of the contract"));
    m_id->setPlaceholderText(tr("for example LEASE-2026-014"));
    m_sentences->setObjectName(QStringLiteral("contractSentences"));
    m_sentences->setAccessibleName(tr("Agreed sentences, one a line"));
    m_sentences->setPlaceholderText(tr("May clear service faults after a repair."));
    m_sentences->setTabChangesFocus(true);
    m_sentences->setFixedHeight(12 * grid);
    m_missing->setObjectName(QStringLiteral("contractMissing"));
    m_missing->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("Add it to the draft"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(grid);
    form->addRow(tr("Name"), m_id);
    form->addRow(tr("Text"), m_file);
    form->addRow(tr("Clauses"), m_sentences);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(grid);
    auto *about = makeLabel(tr("One agreed sentence a line; each becomes a clause that rights can rest on. The policy "
                               "keeps the sentences and the fingerprint of the text; the text travels beside it."),
        "muted", this);
    about->setWordWrap(true);
    column->addWidget(about);
    column->addLayout(form);
    column->addWidget(m_missing);
    column->addWidget(buttons);
    connect(m_id, &QLineEdit::textChanged, this, &ContractDialog::check);
    connect(m_sentences, &QPlainTextEdit::textChanged, this, &ContractDialog::check);
    connect(m_file, &FileField::chosen, this, &ContractDialog::read);
    m_id->setFocus();
    check();
}

QString ContractDialog::id() const
{
    return m_id->text().trimmed();
}

void ContractDialog::read(const QString &path)
{
    const auto bytes = wholefile::read(path, longestText);
    if (bytes.ok() && bytes->isEmpty())
        m_file->say(tr("There is nothing in this file."), "alarm");
    else if (!bytes.ok())
        m_file->say(Sentences::of(bytes.error()).text(), "alarm");
    m_text = bytes.ok() ? *bytes : QByteArray();
    if (!m_text.isEmpty()) {
        m_file->say(tr("%1, fingerprint %2")
                        .arg(QFileInfo(path).fileName(), QString::fromLatin1(sha256(m_text).left(8).toHex(' '))));
        if (m_id->text().isEmpty())
            m_id->setText(QFileInfo(path).completeBaseName());
    }
    check();
}

Result<Policy> ContractDialog::policy() const
{
    if (m_policy.contracts.contains(id()))
        return {Code::WrongState, id(), ContractFault::NameTaken};
    if (m_text.isEmpty())
        return {Code::Malformed, {}, ContractFault::Text};
    auto after = contractedit::setText(m_policy, id(), sha256(m_text));
    int number = 0;
    for (const QString &line : m_sentences->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        if (!after.ok() || line.trimmed().isEmpty())
            continue;
        after = contractedit::setClause(*after, id(), ++number, line);
    }
    if (after.ok() && number == 0)
        return {Code::Malformed, {}, ContractFault::Sentence};
    return after;
}

QString ContractDialog::missing(ContractFault fault)
{
    switch (fault) {
    case ContractFault::NameTaken:
        return tr("There is a contract of this name already.");
    case ContractFault::Name:
        return tr("A name has letters, digits, and - _ . between them; 64 characters at most.");
    case ContractFault::Text:
        return tr("Choose the file with the text, or drop it here.");
    case ContractFault::Sentence:
        return tr("Write at least one sentence, of 1000 characters at most.");
    case ContractFault::Clause:
    case ContractFault::Dates:
    case ContractFault::RightsRest:
        break; // of what a new contract does not have yet
    }
    return {};
}

void ContractDialog::check()
{
    const auto made = policy();
    m_ok->setEnabled(made.ok());
    const auto *fault = made.ok() ? nullptr : made.error().as<ContractFault>();
    m_missing->setText(fault ? missing(*fault) : QString());
}

ContractDatesDialog::ContractDatesDialog(const ContractEntry &contract, QWidget *parent)
    : QDialog(parent)
    , m_contract(contract)
    , m_hasFrom(new QCheckBox(tr("From"), this))
    , m_from(new QDateEdit(this))
    , m_hasUntil(new QCheckBox(tr("Until"), this))
    , m_until(new QDateEdit(this))
{
    setObjectName(QStringLiteral("contractDates"));
    setWindowTitle(tr("Dates of %1").arg(contract.id));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(grid);
    const auto add = [&](QCheckBox *has, QDateEdit *edit, qint64 seconds, const QDate &day, const char *name) {
        has->setObjectName(QLatin1String("has") + QLatin1String(name));
        edit->setObjectName(QLatin1String(name));
        edit->setAccessibleName(has->text());
        edit->setCalendarPopup(true);
        edit->setDate(day);
        has->setChecked(seconds > 0);
        edit->setEnabled(seconds > 0);
        connect(has, &QCheckBox::toggled, edit, &QWidget::setEnabled);
        form->addRow(has, edit);
    };
    const QDate today = QDate::currentDate();
    add(m_hasFrom, m_from, contract.from, contract.from > 0 ? dayOf(contract.from) : today, "contractFrom");
    add(m_hasUntil, m_until, contract.until,
        contract.until > 0 ? lastday::of(contract.until) : today.addDays(lastday::presetDays), "contractUntil");
    m_until->setToolTip(tr("All of this day counts."));
    const auto check = [this] {
        m_ok->setEnabled(until() == 0 || until() > from());
    };
    for (QCheckBox *box : {m_hasFrom, m_hasUntil})
        connect(box, &QCheckBox::toggled, this, check);
    for (QDateEdit *edit : {m_from, m_until})
        connect(edit, &QDateEdit::dateChanged, this, check);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(grid);
    auto *about
        = makeLabel(tr("The same for all %n right(s) that rest on it.", nullptr, contract.grants), "muted", this);
    about->setWordWrap(true);
    column->addWidget(about);
    column->addLayout(form);
    column->addWidget(buttons);
}

qint64 ContractDatesDialog::from() const
{
    if (!m_hasFrom->isChecked())
        return 0;
    // A day that was not changed keeps its second.
    return m_contract.from > 0 && dayOf(m_contract.from) == m_from->date()
        ? m_contract.from
        : m_from->date().startOfDay().toSecsSinceEpoch();
}

qint64 ContractDatesDialog::until() const
{
    if (!m_hasUntil->isChecked())
        return 0;
    return m_contract.until > 0 && lastday::of(m_contract.until) == m_until->date() ? m_contract.until
                                                                                    : lastday::end(m_until->date());
}

} // namespace packwarden
