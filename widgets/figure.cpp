// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figure.h"

#include "parts.h"

#include <QHBoxLayout>

namespace packwarden {

Figure::Figure(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_number(makeLabel(QStringLiteral("\u2013"), "figure", this))
    , m_unit(makeLabel({}, "muted", this))
    , m_caption(makeLabel(name, "muted", this))
{
    auto *top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_number, 0, Qt::AlignBottom);
    top->addWidget(m_unit, 0, Qt::AlignBottom);
    m_unit->setContentsMargins(0, 0, 0, 3);
    top->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_caption);
    m_caption->setObjectName(QStringLiteral("figureCaption"));
    setAccessibleName(name);
}

void Figure::set(const QString &number, const QString &unit, const QString &caption)
{
    m_number->setText(number);
    m_unit->setText(unit);
    m_caption->setText(caption.isEmpty() ? m_name : caption);
    setAccessibleDescription(text());
}

void Figure::setStale(bool stale)
{
    setEnabled(!stale);
}

QString Figure::text() const
{
    return m_number->text() + u' ' + m_unit->text() + QStringLiteral(", ") + m_caption->text();
}

} // namespace packwarden
