// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/exchangedialog.h"

#include "models/support/lookalike.h"
#include "widgets/kit/parts.h"
#include "widgets/words/format.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QUrl>

namespace packwarden {

namespace {

using Reach = ExchangeState::Reach;

} // namespace

ExchangeDialog::ExchangeDialog(const ExchangeState &state, QWidget *parent)
    : QDialog(parent)
    , m_address(new QLineEdit(this))
    , m_state(makeLabel({}, nullptr, this))
    , m_members(makeLabel({}, "muted", this))
    , m_error(makeLabel({}, "alarm", this))
    , m_use(makeButton(tr("Use this exchange"), nullptr, "primary", this))
    , m_leave(makeButton(tr("Use none"), nullptr, nullptr, this))
    , m_fetch(makeButton(tr("Fetch now"), nullptr, nullptr, this))
{
    setObjectName(QStringLiteral("exchangeDialog"));
    setWindowTitle(tr("Exchange"));
    setMinimumWidth(76 * grid);
    m_address->setObjectName(QStringLiteral("exchangeAddress"));
    m_address->setAccessibleName(tr("Address of the exchange"));
    m_address->setPlaceholderText(QStringLiteral("postgresql://LOGIN@HOST/DATABASE"));
    m_address->setText(state.address);
    m_state->setObjectName(QStringLiteral("exchangeState"));
    m_members->setObjectName(QStringLiteral("exchangeMembers"));
    m_error->setObjectName(QStringLiteral("exchangeError"));
    m_use->setObjectName(QStringLiteral("exchangeUse"));
    m_leave->setObjectName(QStringLiteral("exchangeLeave"));
    m_fetch->setObjectName(QStringLiteral("exchangeFetch"));
    m_use->setDefault(true);
    auto *about
        = makeLabel(tr("A PostgreSQL database that your companies share. Documents that others publish there appear "
                       "in Sign-offs, and signatures that you add to them go there by themselves. Nothing in it is "
                       "trusted: every signature is checked here. The password is read from ~/.pgpass."),
            "muted", this);
    for (QLabel *label : {about, m_state, m_members, m_error})
        label->setWordWrap(true);
    auto *close = makeButton(tr("Close"), nullptr, nullptr, this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_leave);
    buttons->addWidget(m_fetch);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_use);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(tr("Exchange"), "heading"));
    column->addWidget(about);
    column->addWidget(m_address);
    column->addWidget(m_error);
    column->addWidget(m_state);
    column->addWidget(m_members);
    column->addLayout(buttons);
    connect(m_use, &QPushButton::clicked, this, &ExchangeDialog::use);
    connect(m_leave, &QPushButton::clicked, this, [this] {
        m_address->clear();
        Q_EMIT addressChosen({});
    });
    connect(m_fetch, &QPushButton::clicked, this, &ExchangeDialog::fetchWanted);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_address, &QLineEdit::textEdited, m_error, &QLabel::hide);
    m_error->hide();
    setState(state);
    m_address->setFocus();
}

void ExchangeDialog::use()
{
    const QString text = m_address->text().trimmed();
    const auto address = ExchangeAddress::parse(text);
    if (!address.ok()) {
        const bool hasPassword
            = text.contains(QLatin1String("password=")) || QUrl(text).userInfo(QUrl::FullyEncoded).contains(u':');
        m_error->setText(hasPassword
                ? tr("Leave the password out of the address. Put it into the file .pgpass in your home folder.")
                : tr("Write it like postgresql://LOGIN@HOST/DATABASE. The server must prove its name, so other values "
                     "of "
                     "sslmode than verify-full are refused."));
        m_error->show();
        m_address->setFocus();
        return;
    }
    Q_EMIT addressChosen(address->text());
}

void ExchangeDialog::setState(const ExchangeState &state)
{
    m_leave->setEnabled(state.reach != Reach::Off);
    m_fetch->setEnabled(state.reach == Reach::Online || state.reach == Reach::Offline);
    QStringList lines;
    switch (state.reach) {
    case Reach::Off:
        lines.append(tr("No exchange is used. Documents go as files."));
        break;
    case Reach::Connecting:
        lines.append(tr("Connecting\u2026"));
        break;
    case Reach::Online:
        lines.append(state.status.party.isEmpty()
                ? tr("Connected since %1, but this login belongs to no member: its owner adds you.")
                      .arg(format::dateTime(state.since))
                : tr("Connected since %1 as %2.")
                      .arg(format::dateTime(state.since), lookalike::visible(state.status.party)));
        lines.append(state.status.isEncrypted ? tr("The connection is encrypted, and the server proved its name.")
                                              : tr("The server is on this computer; nothing is encrypted."));
        break;
    case Reach::Offline:
        lines.append(tr("Out of reach since %1. It is tried again by itself; you can go on working.")
                         .arg(format::dateTime(state.since)));
        if (!state.why.detail.isEmpty())
            lines.append(tr("The server's words: %1").arg(lookalike::visible(state.why.detail.section(u'\n', 0, 0))));
        break;
    }
    if (state.waiting > 0)
        lines.append(tr("%n document(s) wait to go there.", nullptr, int(state.waiting)));
    m_state->setText(lines.join(u'\n'));
    QStringList members;
    for (const Exchange::Member &member : state.status.members)
        members.append(lookalike::visible(member.party));
    members.removeDuplicates();
    m_members->setVisible(state.reach == Reach::Online && !members.isEmpty());
    m_members->setText(tr("Members: %1").arg(QLocale().createSeparatedList(members)));
}

QString ExchangeDialog::brief(const ExchangeState &state)
{
    switch (state.reach) {
    case Reach::Off:
        return {};
    case Reach::Connecting:
        return tr("Exchange\u2026");
    case Reach::Online:
        return state.waiting > 0 ? tr("Exchange: %n waiting", nullptr, int(state.waiting)) : tr("Exchange");
    case Reach::Offline:
        return state.waiting > 0 ? tr("Exchange offline, %n waiting", nullptr, int(state.waiting))
                                 : tr("Exchange offline");
    }
    return {};
}

} // namespace packwarden
