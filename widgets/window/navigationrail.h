// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace packwarden {

/// The pages at the left edge: icon above word, one checked; Ctrl+1, Ctrl+2, ... choose by keyboard.
class NavigationRail final : public QFrame
{
    Q_OBJECT
public:
    explicit NavigationRail(QWidget *parent = nullptr);
    /// Below those that are there; Ctrl and page + 1 chooses it.
    void addPage(int page, const QString &title, const QString &iconName, const QString &objectName);
    void setCurrent(int page);

Q_SIGNALS:
    void pageChosen(int page);
    void themeToggled();

private:
    QVBoxLayout *m_column;
    QButtonGroup *m_buttons;
    QToolButton *m_theme;
};

} // namespace packwarden
