// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QImage>
#include <QSet>

class QWidget;

namespace packwarden::tour {

/// The pictures of the manual in the language of this run: which it shows, and whether they still look like the window.
class ManualPictures final
{
public:
    /// Unit of difference(): levels of grey, 0 to 255, in the mean over the picture.
    static constexpr double mostDifference = 5; // the same screen: 1; the two pages that are most alike: 8

    /// The pages are in `pages`, the pictures in its folder pictures/. What is taken goes to `taken`.
    ManualPictures(const QDir &pages, const QDir &taken);

    bool shows(const QString &name) const { return m_names.contains(name); }
    /// Those that no screen was taken for yet.
    QStringList missing() const;
    /// Keeps the widget as it looks now, a window in the size of the manual. How far that is from the manual's picture;
    /// 255 where the manual has none.
    double take(QWidget &widget, const QString &name);

private:
    QDir m_pages;
    QDir m_taken;
    QSet<QString> m_names;
    QSet<QString> m_seen;
};

} // namespace packwarden::tour
