// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/rightdialogs.h"

#include "widgets/kit/parts.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"

#include <QBoxLayout>
#include <QPlainTextEdit>

namespace packwarden {

namespace {

QLabel *paragraph(const QString &text, const char *tone, const char *name, QWidget *parent)
{
    auto *label = makeLabel(text, tone, parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPlainTextEdit *reasonField(const QString &hint, QWidget *parent)
{
    auto *field = new QPlainTextEdit(parent);
    field->setObjectName(QStringLiteral("rightReason"));
    field->setAccessibleName(RightWords::tr("Reason"));
    field->setPlaceholderText(hint);
    field->setTabChangesFocus(true);
    field->setFixedHeight(10 * grid);
    return field;
}

QVBoxLayout *columnOf(QDialog *dialog)
{
    dialog->setFixedWidth(64 * grid);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(12);
    return column;
}

} // namespace

QString RightWords::outlook(const RightOutlook &outlook, const Charter &charter, const Policy &policy)
{
    QStringList holders;
    for (const RoleId &role : outlook.holders)
        holders << PermissionWords::role(policy, role);
    QStringList parties;
    for (const PositionId &position : outlook.askable)
        parties << Names::party(position, &charter);
    const QString whom = parties.join(tr(" or "));
    switch (outlook.way) {
    case RightOutlook::Way::HasIt:
        return tr("Your role holds this right already.");
    case RightOutlook::Way::OtherRole:
        return outlook.clause > 0
            ? tr("By %1, clause %2, it belongs to %3. %4 can give a person that role.")
                  .arg(outlook.contract)
                  .arg(outlook.clause)
                  .arg(holders.join(tr(" or ")), whom)
            : tr("It belongs to %1. %2 can give a person that role.").arg(holders.join(tr(" or ")), whom);
    case RightOutlook::Way::Policy:
        return tr("No role has it yet. The charter allows it to yours: %1 can grant it by another policy.").arg(whom);
    case RightOutlook::Way::Charter:
        return tr("The charter does not let your role have it. %1 can agree on another charter.").arg(whom);
    default:
        return tr("This right cannot be given: the pack itself rules it out.");
    }
}

QString RightWords::reply(const RightReply &reply)
{
    const QString what = Names::capability(reply.request.capability);
    QString text = reply.answer.granted
        ? tr("%1 of %2 says yes to “%3”. The right itself comes with a certificate or a policy.")
              .arg(reply.by.name, reply.by.partyName, what)
        : tr("%1 of %2 says no to “%3”.").arg(reply.by.name, reply.by.partyName, what);
    if (!reply.answer.reason.isEmpty())
        text += u' ' + tr("Reason: %1").arg(reply.answer.reason);
    if (!reply.mayAnswer)
        text += u' ' + tr("They are not among those who can give it, by the rules known here.");
    return text;
}

AskRightDialog::AskRightDialog(const RightOutlook &outlook, const CapabilityId &capability, const Charter &charter,
    const Policy &policy, QWidget *parent)
    : QDialog(parent)
    , m_reason(reasonField(tr("Why do you need it, and for how long?"), this))
{
    setObjectName(QStringLiteral("askRightDialog"));
    setWindowTitle(tr("Ask for a right"));
    auto *column = columnOf(this);
    column->addWidget(paragraph(Names::capability(capability), "heading", "askRightWhat", this));
    column->addWidget(paragraph(RightWords::outlook(outlook, charter, policy), nullptr, "askRightOutlook", this));
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);
    auto *sign = makeButton(tr("Sign the request"), "sign", "primary", this);
    sign->setObjectName(QStringLiteral("askRightSign"));
    sign->setEnabled(false);
    const bool canAsk = !outlook.askable.isEmpty() && outlook.way != RightOutlook::Way::HasIt;
    m_reason->setEnabled(canAsk);
    connect(m_reason, &QPlainTextEdit::textChanged, sign,
        [this, sign, canAsk] { sign->setEnabled(canAsk && !reason().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(sign, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(m_reason);
    column->addWidget(paragraph(tr("It becomes a signed file. Send it to them; their answer is a file, too. Both are "
                                   "kept in the audit of either side."),
        "muted", "askRightHint", this));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(sign);
    column->addLayout(buttons);
    m_reason->setFocus();
}

QString AskRightDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

AnswerRightDialog::AnswerRightDialog(
    const RightQuestion &question, const Charter &charter, const Policy &policy, const QString &whyNot, QWidget *parent)
    : QDialog(parent)
    , m_reason(reasonField(tr("Why? They read this."), this))
{
    setObjectName(QStringLiteral("answerRightDialog"));
    setWindowTitle(tr("A person asks for a right"));
    auto *column = columnOf(this);
    column->addWidget(paragraph(Names::capability(question.request.capability), "heading", "answerRightWhat", this));
    QString who = tr("%1, %2 of %3, asked at %4")
                      .arg(question.by.name, PermissionWords::role(policy, question.by.role), question.by.partyName,
                          format::dateTime(question.by.at));
    if (!question.request.serial.isEmpty())
        who += u' ' + tr("for %1").arg(question.request.serial);
    column->addWidget(paragraph(who, "muted", "answerRightWho", this));
    column->addWidget(paragraph(question.request.reason, nullptr, "answerRightReason", this));
    column->addWidget(
        paragraph(RightWords::outlook(question.outlook, charter, policy), "muted", "answerRightOutlook", this));
    column->addWidget(m_reason);
    if (!whyNot.isEmpty())
        column->addWidget(paragraph(whyNot, "warning", "answerRightWhyNot", this));
    auto *close = makeButton(tr("Close"), nullptr, nullptr, this);
    auto *no = makeButton(tr("Sign a no"), nullptr, nullptr, this);
    auto *yes = makeButton(tr("Sign a yes"), "sign", nullptr, this);
    no->setObjectName(QStringLiteral("answerRightNo"));
    yes->setObjectName(QStringLiteral("answerRightYes"));
    close->setObjectName(QStringLiteral("answerRightClose"));
    m_reason->setEnabled(whyNot.isEmpty());
    for (QPushButton *button : {no, yes}) {
        button->setAutoDefault(false);
        button->setEnabled(false);
        connect(m_reason, &QPlainTextEdit::textChanged, button,
            [this, button, whyNot] { button->setEnabled(whyNot.isEmpty() && !reason().isEmpty()); });
    }
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(no, &QPushButton::clicked, this, &QDialog::accept);
    connect(yes, &QPushButton::clicked, this, [this] {
        m_granted = true;
        accept();
    });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(close);
    buttons->addStretch();
    buttons->addWidget(no);
    buttons->addWidget(yes);
    column->addLayout(buttons);
    m_reason->setFocus();
}

QString AnswerRightDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

} // namespace packwarden
