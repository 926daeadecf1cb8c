// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/kit/papertable.h"
#include "widgets/window/commandpalette.h"

#include <QObject>

#include <functional>

class QAbstractItemView;
class QAction;
class QMenu;

namespace packwarden {

class Clock;
class FileChooser;
class PermissionsPage;
class WindowPages;

/// What every window has: open, recent files, new, find, print, quit; and the table of the open page as a file. By the
/// usual keys, in the menu and in the palette.
class FileActs final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostRecent = 8;

    /// settingsFile: where recent files are kept. page: the one that is open. All must outlive it.
    FileActs(QWidget &window, WindowPages &pages, FileChooser &files, const Clock &clock, const QString &settingsFile,
        std::function<QWidget *()> page);

    void fill(QMenu &menu);
    /// What can be done with the table that is seen; each time it opens.
    void fillTable(QMenu &menu);
    QList<PaletteCommand> commands();
    /// A file that was opened, however it came.
    void remember(const QString &path);
    /// Newest first; those that are still there.
    QStringList recent() const;

private:
    enum class Sheet { Csv, Pdf, Paper };
    QAction *addAct(
        QMenu &menu, const QString &text, const QKeySequence &key, const char *name, const std::function<void()> &run);
    QList<QAction *> addTableActs(QMenu &menu);
    void open();
    void find();
    void save(Sheet as);
    QAbstractItemView *table() const;
    papertable::Paper sheet() const;

    QWidget &m_window;
    WindowPages &m_pages;
    FileChooser &m_files;
    const Clock &m_clock;
    QString m_settingsFile;
    std::function<QWidget *()> m_page;
};

} // namespace packwarden
