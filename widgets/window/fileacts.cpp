// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/fileacts.h"

#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/menutext.h"
#include "widgets/kit/tablesheet.h"
#include "widgets/permissions/permissionspage.h"
#include "widgets/window/windowpages.h"
#include "widgets/words/format.h"
#include "widgets/words/sentences.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QShortcut>
#include <QTableView>
#include <QTreeView>

namespace packwarden {

namespace {
const QString recentKey = QStringLiteral("files/recent");
} // namespace

FileActs::FileActs(QWidget &window, WindowPages &pages, FileChooser &files, const Clock &clock,
    const QString &settingsFile, std::function<QWidget *()> page)
    : QObject(&window)
    , m_window(window)
    , m_pages(pages)
    , m_files(files)
    , m_clock(clock)
    , m_settingsFile(settingsFile)
    , m_page(std::move(page))
{
    const auto add = [this](const QKeySequence &key, auto act) {
        auto *shortcut = new QShortcut(key, &m_window);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(QKeySequence::Open, [this] { open(); });
    add(QKeySequence::New, [this] { m_pages.draftRequest(m_pages.chosenPack()); });
    add(QKeySequence::Find, [this] { find(); });
    add(QKeySequence::Print, [this] { save(Sheet::Paper); });
    // Not in every desktop's list of standard keys.
    add(QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { m_window.close(); });
}

void FileActs::open()
{
    m_files.open(&m_window, tr("Open a document"), {}, [this](const QString &path) { m_pages.openFile(path); });
}

/// The field of the open page that filters; where it has none, what finds everything.
void FileActs::find()
{
    for (QLineEdit *field : m_page()->findChildren<QLineEdit *>()) {
        const QString name = field->objectName();
        if (field->isVisible() && field->isEnabled()
            && (name.endsWith(QLatin1String("Search")) || name.endsWith(QLatin1String("Filter")))) {
            field->setFocus(Qt::ShortcutFocusReason);
            field->selectAll();
            return;
        }
    }
    m_pages.openFinder();
}

/// The largest that is seen.
QAbstractItemView *FileActs::table() const
{
    QAbstractItemView *largest = nullptr;
    const auto area = [](const QWidget *view) {
        return view->width() * view->height();
    };
    for (QAbstractItemView *view : m_page()->findChildren<QAbstractItemView *>()) {
        const bool fits = qobject_cast<QTableView *>(view) || qobject_cast<QTreeView *>(view);
        if (fits && view->isVisible() && (!largest || area(view) > area(largest)))
            largest = view;
    }
    return largest;
}

papertable::Paper FileActs::sheet() const
{
    if (const auto *permissions = qobject_cast<PermissionsPage *>(m_page()))
        return permissions->matrixSheet();
    const QAbstractItemView *view = table();
    return view ? tablesheet::of(*view, m_pages.pageTitles().value(m_pages.openedPage()),
               tr("Made on %1.").arg(format::dateTime(m_clock.now())))
                : papertable::Paper();
}

void FileActs::save(Sheet as)
{
    const papertable::Paper paper = sheet();
    if (paper.heads.isEmpty())
        return m_pages.inform(Status::Information, tr("This page has no table."));
    if (as == Sheet::Paper)
        return papertable::print(paper, &m_window);
    const bool isPdf = as == Sheet::Pdf;
    const QString name = paper.title.toLower().replace(u' ', u'-').remove(u',');
    m_files.save(&m_window, isPdf ? tr("Save the table as PDF") : tr("Save the table as CSV"),
        name + (isPdf ? QStringLiteral(".pdf") : QStringLiteral(".csv")), [this, paper, isPdf](const QString &path) {
            const auto written
                = isPdf ? papertable::writePdf(paper, path) : wholefile::write(path, tablesheet::csv(paper));
            if (written.ok())
                m_pages.informOfFile(tr("Saved as %1.").arg(path), path);
            else
                m_pages.inform(Status::Alarm, Sentences::of(written.error()).text());
        });
}

void FileActs::remember(const QString &path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    QStringList all = recent();
    all.removeAll(whole);
    all.prepend(whole);
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    settings.setValue(recentKey, QStringList(all.mid(0, mostRecent)));
}

QStringList FileActs::recent() const
{
    QStringList there;
    const QSettings settings(m_settingsFile, QSettings::IniFormat);
    for (const QString &path : settings.value(recentKey).toStringList()) {
        if (QFileInfo(path).isFile())
            there << path;
    }
    return there;
}

QAction *FileActs::addAct(
    QMenu &menu, const QString &text, const QKeySequence &key, const char *name, const std::function<void()> &run)
{
    QAction *action = menu.addAction(text, this, run);
    action->setObjectName(QLatin1String(name));
    // Only shown: the window has the key itself.
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setShortcutVisibleInContextMenu(true);
    return action;
}

QList<QAction *> FileActs::addTableActs(QMenu &menu)
{
    return {addAct(menu, tr("Save the table as CSV\u2026"), {}, "fileCsv", [this] { save(Sheet::Csv); }),
        addAct(menu, tr("Save the table as PDF\u2026"), {}, "filePdf", [this] { save(Sheet::Pdf); }),
        addAct(menu, tr("Print the table\u2026"), QKeySequence::Print, "filePrint", [this] { save(Sheet::Paper); })};
}

void FileActs::fillTable(QMenu &menu)
{
    const QList<QAction *> acts = addTableActs(menu);
    QAction *none = menu.addAction(tr("No table is shown here now."));
    none->setEnabled(false);
    connect(&menu, &QMenu::aboutToShow, this, [this, acts, none] {
        const bool has = !sheet().heads.isEmpty();
        for (QAction *act : acts)
            act->setEnabled(has);
        none->setVisible(!has);
    });
}

void FileActs::fill(QMenu &menu)
{
    addAct(menu, tr("Open\u2026"), QKeySequence::Open, "fileOpen", [this] { open(); });
    QMenu *recentMenu = menu.addMenu(tr("Recent files"));
    recentMenu->setObjectName(QStringLiteral("recentFiles"));
    for (const QString &path : recent())
        recentMenu->addAction(menuText(QFileInfo(path).fileName()), this, [this, path] { m_pages.openFile(path); })
            ->setToolTip(path);
    recentMenu->setToolTipsVisible(true);
    recentMenu->setEnabled(!recentMenu->isEmpty());
    menu.addSeparator();
    addTableActs(menu);
    menu.addSeparator();
    addAct(menu, tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), "fileQuit", [this] { m_window.close(); });
}

QList<PaletteCommand> FileActs::commands()
{
    const auto key = [](const QKeySequence &sequence) {
        return sequence.toString(QKeySequence::NativeText);
    };
    QList<PaletteCommand> all{
        {tr("Open\u2026"), tr("Action"), key(QKeySequence::Open),
            [this] {
                open();
            }},
        {tr("Save the table as CSV\u2026"), tr("Action"), {},
            [this] {
                save(Sheet::Csv);
            }},
        {tr("Save the table as PDF\u2026"), tr("Action"), {},
            [this] {
                save(Sheet::Pdf);
            }},
        {tr("Print the table\u2026"), tr("Action"), key(QKeySequence::Print),
            [this] {
                save(Sheet::Paper);
            }},
        {tr("Quit"), tr("Action"), QStringLiteral("Ctrl+Q"),
            [this] {
                m_window.close();
            }},
    };
    for (const QString &path : recent())
        all.append({QFileInfo(path).fileName(), tr("Recent file"), QFileInfo(path).path(), [this, path] {
                        m_pages.openFile(path);
                    }});
    return all;
}

} // namespace packwarden
