// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/navigationrail.h"

#include "widgets/style/icons.h"
#include "widgets/style/theme.h"

#include <QAccessibleWidget>
#include <QButtonGroup>
#include <QToolButton>
#include <QVBoxLayout>

namespace packwarden {

namespace {

/// One that chooses a page.
class PageButton final : public QToolButton
{
    using QToolButton::QToolButton;
};

template <typename Button> Button *makeRailButton(const QString &title, const QString &iconName, QWidget *parent)
{
    auto *button = new Button(parent);
    button->setText(title);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(22, 22));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    // The rail is as wide as its longest word.
    button->setFixedHeight(7 * grid);
    button->setMinimumWidth(10 * grid);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// To a screen reader the rail is a list of pages of which one is chosen, not a column of check boxes.
class SpokenPage final : public QAccessibleWidget
{
public:
    explicit SpokenPage(QToolButton *button)
        : QAccessibleWidget(button, QAccessible::PageTab)
    {
    }
    QString text(QAccessible::Text which) const override
    {
        if (which == QAccessible::Name)
            return button().text();
        if (which == QAccessible::Accelerator)
            return button().shortcut().toString(QKeySequence::NativeText);
        return QAccessibleWidget::text(which);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.selectable = true;
        state.selected = button().isChecked();
        return state;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            button().click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    QToolButton &button() const { return static_cast<QToolButton &>(*object()); }
};

QAccessibleInterface *spokenRail(const QString &kind, QObject *object)
{
    if (auto *rail = qobject_cast<NavigationRail *>(object);
        rail && kind == QLatin1String("packwarden::NavigationRail"))
        return new QAccessibleWidget(rail, QAccessible::PageTabList);
    auto *button = dynamic_cast<PageButton *>(object);
    return button && kind == QLatin1String("QToolButton") ? new SpokenPage(button) : nullptr;
}

} // namespace

NavigationRail::NavigationRail(QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
    , m_buttons(new QButtonGroup(this))
    , m_theme(makeRailButton<QToolButton>(tr("Theme"), QStringLiteral("theme"), this))
{
    [[maybe_unused]] static const bool speaks = [] {
        QAccessible::installFactory(spokenRail);
        return true;
    }();
    setProperty("surface", QStringLiteral("rail"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
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
    auto *button = makeRailButton<PageButton>(title, iconName, this);
    button->setObjectName(objectName);
    button->setCheckable(true);
    button->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + page)));
    button->setToolTip(title + QStringLiteral(" (") + button->shortcut().toString(QKeySequence::NativeText) + u')');
    m_buttons->addButton(button, page);
    m_column->insertWidget(m_column->indexOf(m_theme) - 1, button);
    // As they stand. By the second call alone nothing moves: the chain is a ring, in which the theme follows already.
    setTabOrder(m_theme, button);
    setTabOrder(button, m_theme);
}

void NavigationRail::setCurrent(int page)
{
    auto *button = m_buttons->button(page);
    if (!button || button->isChecked())
        return;
    button->setChecked(true);
    QAccessible::State changed;
    changed.selected = true;
    QAccessibleStateChangeEvent event(button, changed);
    QAccessible::updateAccessibility(&event);
}

} // namespace packwarden
