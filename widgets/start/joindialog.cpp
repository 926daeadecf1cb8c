// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/start/joindialog.h"

#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/start/ruleparties.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace packwarden {

JoinDialog::JoinDialog(FileChooser &files, QWidget *parent)
    : FittedDialog(parent)
    , m_files(files)
    , m_form(new QFormLayout)
    , m_compared(new QCheckBox(this))
    , m_error(makeLabel({}, "alarm", this))
    , m_trust(makeButton({}, "verify", "primary", this))
{
    setObjectName(QStringLiteral("joinDialog"));
    setWindowTitle(tr("Join by invitation"));
    setMinimumWidth(76 * grid);
    m_compared->setObjectName(QStringLiteral("joinCompared"));
    m_error->setObjectName(QStringLiteral("joinError"));
    m_error->setWordWrap(true);
    m_trust->setObjectName(QStringLiteral("joinTrust"));
    m_form->setHorizontalSpacing(2 * grid);
    m_form->setVerticalSpacing(grid);
    m_file = addFile(*m_form, tr("Invitation"), "joinInvitation", tr("Invitations (*.pwinv)"));
    m_form->addRow(makeLabel(tr("Or the rules as two files:"), "muted"));
    m_charter = addFile(*m_form, tr("Charter"), "joinCharter", tr("Charters (*.pwchr)"));
    m_policy = addFile(*m_form, tr("Policy"), "joinPolicy", tr("Policies (*.pwpol)"));
    m_parties = addLine(*m_form, tr("Parties"), "joinParties");
    m_packs = addLine(*m_form, tr("Packs"), "joinPacks");
    m_print = addLine(*m_form, tr("Fingerprint"), "joinPrint");
    m_policyPrint = addLine(*m_form, tr("Policy's fingerprint"), "joinPolicyPrint");
    for (QLabel *print : {m_print, m_policyPrint})
        setTone(print, "section");
    auto *hint = makeLabel(tr("A file can be forged on its way; the fingerprint cannot. Ask a partner whom you know to "
                              "read theirs to you."),
        "muted");
    hint->setWordWrap(true);
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_trust);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(tr("Join by invitation"), "heading"));
    column->addWidget(hint);
    column->addLayout(m_form);
    column->addWidget(m_compared);
    column->addWidget(m_error);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_compared, &QCheckBox::toggled, m_trust, &QWidget::setEnabled);
    connect(m_trust, &QPushButton::clicked, this, &JoinDialog::accepted);
    read();
}

QLineEdit *JoinDialog::addFile(QFormLayout &form, const QString &title, const char *name, const QString &filter)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(title);
    auto *choose = makeButton(tr("Choose\u2026"), "open", nullptr, this);
    choose->setObjectName(QLatin1String(name) + QStringLiteral("Choose"));
    choose->setAccessibleName(tr("Choose the file: %1").arg(title));
    auto *row = new QHBoxLayout;
    row->addWidget(edit, 1);
    row->addWidget(choose);
    form.addRow(makeLabel(title, "muted"), row);
    connect(choose, &QPushButton::clicked, this, [this, edit, title, filter] {
        m_files.open(this, title, {filter}, [edit](const QString &path) { edit->setText(path); });
    });
    connect(edit, &QLineEdit::textChanged, this, [this] {
        m_given.clear();
        read();
    });
    return edit;
}

QLabel *JoinDialog::addLine(QFormLayout &form, const QString &title, const char *name)
{
    auto *label = makeLabel({}, nullptr, this);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form.addRow(makeLabel(title, "muted"), label);
    return label;
}

void JoinDialog::openInvitation(const QString &path)
{
    m_file->setText(path);
}

void JoinDialog::openInvitation(const QByteArray &bytes, const QString &name)
{
    const QSignalBlocker quiet(m_file);
    m_file->setText(name);
    m_given = bytes;
    read();
}

void JoinDialog::read()
{
    m_invitation.reset();
    m_two.reset();
    // What was compared was something else.
    m_compared->setChecked(false);
    m_compared->setEnabled(false);
    m_trust->setEnabled(false);
    m_error->clear();
    for (QLabel *label : {m_parties, m_packs, m_print, m_policyPrint})
        label->setText(QStringLiteral("\u2013"));
    const bool two = m_file->text().isEmpty() && !(m_charter->text().isEmpty() && m_policy->text().isEmpty());
    m_trust->setText(two ? tr("Expect these rules") : tr("Accept these rules"));
    m_compared->setText(tr("I compared the fingerprint with a partner by voice"));
    for (QLabel *label : {m_packs, m_policyPrint}) {
        const bool shown = label == (two ? m_policyPrint : m_packs);
        label->setVisible(shown);
        m_form->labelForField(label)->setVisible(shown);
    }
    if (!m_given.isEmpty())
        readInvitation(m_given);
    else if (!m_file->text().isEmpty())
        readInvitation(wholefile::read(m_file->text(), Invitation::maxBytes));
    else if (!m_charter->text().isEmpty() && !m_policy->text().isEmpty())
        readTwo();
}

void JoinDialog::readInvitation(const Result<QByteArray> &bytes)
{
    const auto read = bytes.ok() ? Invitation::decode(*bytes) : Result<Invitation>(bytes.error());
    if (!read.ok())
        return showError(read.error());
    const auto agreed = read->check();
    // Whose signatures cannot be proved here is what the comparison is for.
    if (!agreed.ok() && agreed.code() != Code::FingerprintNeeded)
        return showError(agreed.error());
    m_invitation = *read;
    QStringList packs;
    for (const KnownPack &pack : read->packs)
        packs.append(pack.facts.serial.text());
    constexpr int named = 4;
    m_packs->setText(packs.size() > named ? tr("%1 and %n more", nullptr, int(packs.size()) - named)
                                                .arg(packs.mid(0, named).join(QStringLiteral(", ")))
                                          : packs.join(QStringLiteral(", ")));
    showRules(read->rules, read->fingerprint());
}

void JoinDialog::readTwo()
{
    QByteArray charterDocument;
    QByteArray policyDocument;
    for (const auto &[edit, document] :
        {std::pair(m_charter, &charterDocument), std::pair(m_policy, &policyDocument)}) {
        const auto file = DocumentFile::read(edit->text());
        if (!file.ok())
            return showError(file.error());
        *document = file->document.encode();
    }
    const auto rules = PinnedRules::fromDocuments(charterDocument, policyDocument);
    if (!rules.ok())
        return showError(rules.error());
    m_two = *rules;
    m_policyPrint->setText(rules->policyFingerprint());
    m_compared->setText(tr("I compared both fingerprints with a partner by voice"));
    showRules(*rules, rules->charterFingerprint());
}

void JoinDialog::showRules(const PinnedRules &rules, const QString &fingerprint)
{
    m_parties->setText(partiesOf(rules));
    m_print->setText(fingerprint);
    m_compared->setEnabled(true);
}

void JoinDialog::accepted()
{
    if (m_two) {
        Q_EMIT compared(*m_two);
        return accept();
    }
    if (!m_invitation || !m_taker)
        return;
    if (const auto taken = m_taker(*m_invitation); !taken.ok())
        return showError(taken.error());
    accept();
}

void JoinDialog::showError(const Error &error)
{
    m_error->setText(shapeOf(Status::Alarm) + u' ' + Sentences::of(error).text());
}

} // namespace packwarden
