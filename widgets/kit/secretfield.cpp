// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/secretfield.h"

#include "widgets/style/icons.h"

#include <QAction>

namespace packwarden {

SecretField::SecretField(QWidget *parent)
    : QLineEdit(parent)
    , m_eye(addAction(icon(QStringLiteral("eye")), TrailingPosition))
{
    m_eye->setObjectName(QStringLiteral("showSecret"));
    m_eye->setCheckable(true);
    connect(m_eye, &QAction::toggled, this, &SecretField::show);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            m_eye->setChecked(false);
    });
    show(false);
}

void SecretField::show(bool shown)
{
    setEchoMode(shown ? Normal : Password);
    m_eye->setIcon(icon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    m_eye->setText(shown ? tr("Hide what is typed") : tr("Show what is typed"));
}

} // namespace packwarden
