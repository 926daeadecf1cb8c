// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/navigationrail.h"

#include "widgets/style/icons.h"
#include "widgets/style/theme.h"

#include <QButtonGroup>
#include <QToolButton>
#include <QVBoxLayout>

namespace packwarden {

namespace {

QToolButton *makeRailButton(const QString &title, const QString &iconName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(title);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(22, 22));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setFixedSize(10 * grid, 7 * grid);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

NavigationRail::NavigationRail(QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
    , m_buttons(new QButtonGroup(this))
    , m_theme(makeRailButton(tr("Theme"), QStringLiteral("theme"), this))
{
    setProperty("surface", QStringLiteral("rail"));
    setAccessibleName(tr("Pages"));
    m_column->setContentsMargins(6, grid, 6, grid);
    m_column->setSpacing(4);
    m_column->addStretch();
    m_theme->setObjectName(QStringLiteral("themeButton"));
    m_theme->setToolTip(tr("Light or dark"));
    m_column->addWidget(m_theme);
    connect(m_theme, &QToolButton::clicked, this, &NavigationRail::themeToggled);
    connect(m_buttons, &QButtonGroup::idClicked, this, &NavigationRail::pageChosen);
}

void NavigationRail::addPage(int page, const QString &title, const QString &iconName, const QString &objectName)
{
    auto *button = makeRailButton(title, iconName, this);
    button->setObjectName(objectName);
    button->setCheckable(true);
    button->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + page)));
    button->setToolTip(title + QStringLiteral(" (") + button->shortcut().toString(QKeySequence::NativeText) + u')');
    m_buttons->addButton(button, page);
    m_column->insertWidget(m_column->indexOf(m_theme) - 1, button);
}

void NavigationRail::setCurrent(int page)
{
    if (auto *button = m_buttons->button(page))
        button->setChecked(true);
}

} // namespace packwarden
