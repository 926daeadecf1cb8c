// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/values/numberedit.h"

#include "widgets/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

namespace packwarden {

NumberEdit::NumberEdit(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_unit(new QLabel(this))
    , m_reason(new QLabel(this))
{
    setObjectName(QStringLiteral("numberEdit"));
    m_field->setObjectName(QStringLiteral("number"));
    m_field->setMaximumWidth(20 * grid);
    m_unit->setTextFormat(Qt::PlainText);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setObjectName(QStringLiteral("numberReason"));
    m_reason->setProperty("tone", QStringLiteral("alarm"));
    m_reason->setWordWrap(true);
    m_reason->setMinimumHeight(34);
    m_reason->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_field);
    row->addWidget(m_unit);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_reason);
    setFocusProxy(m_field);
    setFieldName(tr("New value"));
    connect(m_field, &QLineEdit::textChanged, this, &NumberEdit::textChanged);
}

void NumberEdit::setCompact()
{
    m_reason->setMinimumHeight(0);
    m_isCompact = true;
    m_reason->setVisible(!m_reason->text().isEmpty());
}

void NumberEdit::setUnit(const QString &unit)
{
    m_unit->setText(unit);
}

void NumberEdit::setFieldName(const QString &name)
{
    m_field->setAccessibleName(name);
}

QString NumberEdit::text() const
{
    return m_field->text();
}

void NumberEdit::setText(const QString &text)
{
    m_field->setText(text);
}

void NumberEdit::clear()
{
    m_field->clear();
}

QString NumberEdit::reason() const
{
    return m_reason->text();
}

void NumberEdit::setReason(const QString &reason)
{
    m_reason->setText(reason.isEmpty() ? QString() : shapeOf(Status::Alarm) + u' ' + reason);
    m_reason->setVisible(!m_isCompact || !reason.isEmpty());
    m_field->setAccessibleDescription(reason);
    const bool wrong = !reason.isEmpty();
    if (m_field->property("wrong").toBool() == wrong)
        return;
    m_field->setProperty("wrong", wrong);
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
}

} // namespace packwarden
