// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/start/joindialog.h"

#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/trust/trustbook.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>

namespace packwarden {

JoinDialog::JoinDialog(FileChooser &files, QWidget *parent)
    : QDialog(parent)
    , m_files(files)
    , m_parties(makeLabel({}, nullptr, this))
    , m_charterPrint(makeLabel({}, "section", this))
    , m_policyPrint(makeLabel({}, "section", this))
    , m_compared(new QCheckBox(tr("I compared both fingerprints with a partner by voice"), this))
    , m_error(makeLabel({}, "alarm", this))
    , m_trust(makeButton(tr("Expect these rules"), "verify", "primary", this))
{
    setObjectName(QStringLiteral("joinDialog"));
    setWindowTitle(tr("Join by invitation"));
    setMinimumWidth(76 * grid);
    m_parties->setObjectName(QStringLiteral("joinParties"));
    m_parties->setWordWrap(true);
    m_charterPrint->setObjectName(QStringLiteral("joinCharterPrint"));
    m_policyPrint->setObjectName(QStringLiteral("joinPolicyPrint"));
    for (QLabel *print : {m_charterPrint, m_policyPrint})
        print->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_compared->setObjectName(QStringLiteral("joinCompared"));
    m_error->setObjectName(QStringLiteral("joinError"));
    m_error->setWordWrap(true);
    m_trust->setObjectName(QStringLiteral("joinTrust"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->setVerticalSpacing(grid);
    m_charter = addFile(*form, tr("Charter"), "joinCharter", tr("Charters (*.pwchr)"));
    m_policy = addFile(*form, tr("Policy"), "joinPolicy", tr("Policies (*.pwpol)"));
    form->addRow(makeLabel(tr("Parties"), "muted"), m_parties);
    form->addRow(makeLabel(tr("Charter says"), "muted"), m_charterPrint);
    form->addRow(makeLabel(tr("Policy says"), "muted"), m_policyPrint);
    auto *hint = makeLabel(tr("A file can be forged on its way; the fingerprint cannot. Have somebody you know read "
                              "theirs to you."),
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
    column->addLayout(form);
    column->addWidget(m_compared);
    column->addWidget(m_error);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_compared, &QCheckBox::toggled, this, [this](bool on) { m_trust->setEnabled(on && m_read); });
    connect(m_trust, &QPushButton::clicked, this,
        [this] { Q_EMIT compared(m_charterPrint->text(), m_policyPrint->text()); });
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
    connect(edit, &QLineEdit::textChanged, this, &JoinDialog::read);
    return edit;
}

void JoinDialog::read()
{
    m_read = false;
    // What was compared was something else.
    m_compared->setChecked(false);
    m_compared->setEnabled(false);
    m_trust->setEnabled(false);
    m_error->clear();
    for (QLabel *label : {m_parties, m_charterPrint, m_policyPrint})
        label->setText(QStringLiteral("\u2013"));
    if (m_charter->text().isEmpty() || m_policy->text().isEmpty())
        return;
    QByteArray charterDocument;
    QByteArray policyDocument;
    for (const auto &[edit, document] :
        {std::pair(m_charter, &charterDocument), std::pair(m_policy, &policyDocument)}) {
        const auto bytes = wholefile::read(edit->text(), DocumentFile::maxBytes);
        const auto file = bytes.ok() ? DocumentFile::decode(*bytes) : Result<DocumentFile>(bytes.error());
        if (!file.ok())
            return showError(file.error());
        *document = file->document.encode();
    }
    const auto pinned = PinnedRules::fromDocuments(charterDocument, policyDocument);
    if (!pinned.ok())
        return showError(pinned.error());
    QStringList parties;
    for (auto it = pinned->charter.positions.cbegin(); it != pinned->charter.positions.cend(); ++it)
        parties.append(
            QStringLiteral("%1 (%2)").arg(Names::party(it.key(), &pinned->charter), Names::position(it.key())));
    m_parties->setText(parties.join(QStringLiteral(", ")));
    m_charterPrint->setText(pinned->charterFingerprint());
    m_policyPrint->setText(pinned->policyFingerprint());
    m_read = true;
    m_compared->setEnabled(true);
}

void JoinDialog::showError(const Error &error)
{
    m_error->setText(shapeOf(Status::Alarm) + u' ' + Sentences::of(error).text());
}

} // namespace packwarden
