// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "titlebar.h"

#include "icons.h"
#include "names.h"
#include "parts.h"
#include "sentences.h"

#include <QHBoxLayout>

namespace packwarden {

TitleBar::TitleBar(QWidget *parent)
    : QFrame(parent)
    , m_title(makeLabel({}, "title", this))
    , m_simulated(new Chip(this))
    , m_bus(new Chip(this))
    , m_identity(new Chip(this))
    , m_key(makeButton(tr("Sign in\u2026"), "key", nullptr, this))
{
    setProperty("surface", QStringLiteral("bar"));
    setFixedHeight(6 * grid);
    m_simulated->set(Status::Warning, tr("Simulated bus"));
    m_simulated->setToolTip(tr("No real battery is on this bus."));
    m_simulated->hide();
    m_bus->setObjectName(QStringLiteral("busChip"));
    m_identity->setObjectName(QStringLiteral("identityChip"));
    m_key->setObjectName(QStringLiteral("signInButton"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * grid, 0, 2 * grid, 0);
    row->setSpacing(grid);
    row->addWidget(m_title);
    row->addStretch();
    row->addWidget(m_simulated);
    row->addWidget(m_bus);
    row->addWidget(m_identity);
    row->addWidget(m_key);
    setIdentity(std::nullopt);
    setBus({}, -1);
    connect(m_key, &QPushButton::clicked, this, [this] {
        if (m_signedIn)
            Q_EMIT lockClicked();
        else
            Q_EMIT signInClicked();
    });
}

void TitleBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void TitleBar::setBus(const BusState &state, qint64 ageMilliseconds)
{
    m_simulated->setVisible(state.simulated);
    QString quiet = state.interfaceName.section(u'/', -1);
    if (ageMilliseconds >= 0)
        quiet += QStringLiteral(" \u00B7 ") + Sentences::age(ageMilliseconds);
    m_bus->set(Sentences::busStatus(state), Sentences::bus(state), quiet);
    m_bus->setToolTip(state.interfaceName + (state.detail.isEmpty() ? QString() : u'\n' + state.detail));
}

void TitleBar::setIdentity(const std::optional<Identity> &identity)
{
    m_signedIn = identity.has_value();
    if (identity) {
        m_identity->set(Status::Information, identity->name,
            QStringLiteral("%1 \u00B7 %2").arg(identity->partyName, tr("key file")));
        m_identity->setToolTip(tr("%1 in the role %2").arg(identity->person, Names::role(identity->role)));
    } else {
        m_identity->set(Status::Waiting, tr("Nobody signed in"));
        m_identity->setToolTip({});
    }
    m_key->setText(m_signedIn ? tr("Lock") : tr("Sign in\u2026"));
    m_key->setIcon(icon(m_signedIn ? QStringLiteral("lock") : QStringLiteral("key")));
    m_key->setEnabled(true);
}

void TitleBar::setBusy(bool opening)
{
    m_key->setEnabled(!opening);
}

} // namespace packwarden
