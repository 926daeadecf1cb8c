// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/support/windowworld.h"
#include "widgets/fleet/fleetpage.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/roomfilter.h"
#include "widgets/permissions/permissionspage.h"
#include "widgets/style/theme.h"
#include "widgets/window/shell.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace packwarden;
using namespace packwarden::test;

/// What every window has: the usual keys, recent files, tables as files, room for what it shows.
class FileActsTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    TestWorld m_world;
    PackState m_pack = m_world.pack();
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<WindowWorld> m_shown;

    MainWindow &window() { return m_shown->window; }
    void press(const QKeySequence &key)
    {
        int found = 0;
        for (QShortcut *shortcut : window().findChildren<QShortcut *>()) {
            if (shortcut->key() == key) {
                ++found;
                Q_EMIT shortcut->activated();
            }
        }
        QCOMPARE(found, 1); // two would be ambiguous, and do nothing
    }
    QString said() { return window().findChild<MessageBar *>(QStringLiteral("windowMessage"))->text(); }
    QAction *act(const char *name)
    {
        auto *menu = window().findChild<QMenu *>(QStringLiteral("fileMenu"));
        Q_EMIT menu->aboutToShow();
        return menu->findChild<QAction *>(QLatin1String(name));
    }
    static QStringList linesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly)
            ? QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts)
            : QStringList();
    }

private Q_SLOTS:
    void init()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_desk = std::make_unique<Desk>(m_world, m_pack);
        m_shown = std::make_unique<WindowWorld>(m_desk->workspace());
        m_shown->hear(m_pack, m_desk->clock().monotonicMilliseconds());
        window().show();
    }
    void cleanup()
    {
        m_shown.reset();
        m_desk.reset();
    }

    void theUsualKeysDoTheUsual()
    {
        const QString path = m_desk->path("odd.pwreq");
        QFile odd(path);
        QVERIFY(odd.open(QIODevice::WriteOnly));
        odd.write("odd");
        odd.close();
        m_shown->files.path = path;
        window().openPage(WindowPages::Today);
        press(QKeySequence::Open);
        QCOMPARE(window().openedPage(), WindowPages::Signoffs);
        // It is offered again, newest first, for as long as it is there.
        auto *recent = window().findChild<QMenu *>(QStringLiteral("recentFiles"));
        QVERIFY(act("fileOpen"));
        recent = window().findChild<QMenu *>(QStringLiteral("recentFiles"));
        QCOMPARE(recent->actions().size(), 1);
        QCOMPARE(recent->actions().first()->text(), QStringLiteral("odd.pwreq"));
        window().openPage(WindowPages::Today);
        recent->actions().first()->trigger();
        QCOMPARE(window().openedPage(), WindowPages::Signoffs);
        QVERIFY(QFile::remove(path));
        QVERIFY(act("fileOpen"));
        for (QMenu *menu : window().findChildren<QMenu *>(QStringLiteral("recentFiles")))
            QVERIFY(menu->isEmpty() || menu == recent);
        // The filter of the page that is open.
        for (const auto &[page, name] :
            {std::pair(WindowPages::Fleet, "fleetSearch"), {WindowPages::Permissions, "permissionsFilter"},
                {WindowPages::Keys, "keysSearch"}, {WindowPages::Audit, "auditSearch"}}) {
            window().openPage(page);
            press(QKeySequence::Find);
            auto *field = window().findChild<QLineEdit *>(QLatin1String(name));
            QVERIFY(field);
            QCOMPARE(window().focusWidget(), field);
        }
        press(QKeySequence(Qt::CTRL | Qt::Key_Q));
        QVERIFY(!window().isVisible());
    }

    /// What people and files are called may have an "&": it is shown, and underlines no letter.
    void menusShowNamesAsTheyAre()
    {
        const QString path = m_desk->path("R&D.pwreq");
        QFile odd(path);
        QVERIFY(odd.open(QIODevice::WriteOnly));
        odd.write("odd");
        odd.close();
        window().openFile(path);
        QVERIFY(act("fileOpen"));
        const auto texts = [this](const char *name) {
            QStringList all;
            for (const QMenu *menu : window().findChildren<QMenu *>(QLatin1String(name))) {
                for (const QAction *action : menu->actions())
                    all << action->text();
            }
            return all;
        };
        QVERIFY2(
            texts("recentFiles").contains(QStringLiteral("R&&D.pwreq")), qPrintable(texts("recentFiles").join(u' ')));
        window().shell().setDemoPeople({{QStringLiteral("rd"), QStringLiteral("Research & Development")}});
        QCOMPARE(texts("openAsMenu"), QStringList{QStringLiteral("Research && Development")});
        PackView view;
        view.name = QStringLiteral("Bikes & vans");
        window().openPage(WindowPages::Fleet);
        QVERIFY(m_shown->fleet.book().keep(view).ok());
        Q_EMIT window().findChild<QMenu *>(QStringLiteral("fleetViewsMenu"))->aboutToShow();
        QVERIFY(texts("fleetViewsMenu").contains(QStringLiteral("Bikes && vans")));
    }

    void tablesGoToFiles_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<int>("least"); // rows
        QTest::addColumn<QString>("word");
        QTest::newRow("fleet") << int(WindowPages::Fleet) << 1 << QStringLiteral("SDB-TEST-0001");
        QTest::newRow("permissions") << int(WindowPages::Permissions) << 6 << QStringLiteral("Set max SoC");
        QTest::newRow("keys") << int(WindowPages::Keys) << 6 << QStringLiteral("leasing");
        QTest::newRow("audit") << int(WindowPages::Audit) << 1 << QStringLiteral("20");
    }
    void tablesGoToFiles()
    {
        QFETCH(int, page);
        QFETCH(int, least);
        QFETCH(QString, word);
        window().openPage(WindowPages::Page(page));
        finishEvents();
        m_shown->files.path = m_desk->path("table.csv");
        act("fileCsv")->trigger();
        const QStringList lines = linesOf(m_shown->files.path);
        QVERIFY2(lines.size() > least, qPrintable(lines.join(u'\n') + said()));
        QVERIFY2(lines.join(u'\n').contains(word), qPrintable(lines.join(u'\n')));
        QVERIFY(!lines.filter(QRegularExpression(QStringLiteral("[✔▲✖●]"))).size());
        QVERIFY2(said().contains(m_shown->files.path), qPrintable(said()));
        const QString pictures = qEnvironmentVariable("PACKWARDEN_PICTURES");
        m_shown->files.path = pictures.isEmpty()
            ? m_desk->path("table.pdf")
            : QStringLiteral("%1/table-%2.pdf").arg(pictures, QLatin1String(QTest::currentDataTag()));
        act("filePdf")->trigger();
        QFile pdf(m_shown->files.path);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF-"));
    }

    /// What else is in a menu within a menu stands beside the title, where there are tables.
    void tablesHaveAButton()
    {
        auto *button = window().findChild<QToolButton *>(QStringLiteral("tableButton"));
        auto *menu = window().findChild<QMenu *>(QStringLiteral("tableMenu"));
        QVERIFY(button && menu && button->menu() == menu);
        window().openPage(MainWindow::Today);
        QVERIFY(!button->isVisible());
        window().openPage(MainWindow::Audit);
        QVERIFY(button->isVisible() && !button->accessibleName().isEmpty());
        Q_EMIT menu->aboutToShow();
        auto *csv = menu->findChild<QAction *>(QStringLiteral("fileCsv"));
        QVERIFY(csv->isEnabled() && menu->findChild<QAction *>(QStringLiteral("filePdf"))->isEnabled());
        m_shown->files.path = m_desk->path("audit.csv");
        csv->trigger();
        QVERIFY(!linesOf(m_shown->files.path).isEmpty());
        const auto *message = window().findChild<MessageBar *>(QStringLiteral("windowMessage"));
        QVERIFY(message->findChild<QPushButton *>(QStringLiteral("messageFolder"))->isVisible());
        // The twin: a table that is not seen is none.
        window().openPage(MainWindow::Keys);
        for (QAbstractItemView *view : window().findChildren<QAbstractItemView *>())
            view->hide();
        Q_EMIT menu->aboutToShow();
        QVERIFY(!csv->isEnabled());
    }

    void aPageWithoutATableSaysSo()
    {
        window().openPage(WindowPages::Inspector);
        finishEvents();
        m_shown->files.path = m_desk->path("table.csv");
        act("fileCsv")->trigger();
        QVERIFY(!QFile::exists(m_shown->files.path));
        QVERIFY2(said().contains(QStringLiteral("no table")), qPrintable(said()));
    }

    void messagesMoveNothing_data()
    {
        QTest::addColumn<int>("page");
        for (int page = WindowPages::Today; page <= WindowPages::Audit; ++page)
            QTest::addRow("%d", page) << page;
    }
    void messagesMoveNothing()
    {
        QFETCH(int, page);
        window().openPage(WindowPages::Page(page));
        finishEvents();
        const auto tops = [&] {
            QList<QPoint> points;
            for (const QWidget *button : window().findChildren<QPushButton *>()) {
                if (button->isVisible() && button->mapTo(&window(), QPoint()).y() < window().height() / 3)
                    points << button->mapTo(&window(), QPoint());
            }
            return points;
        };
        const QList<QPoint> before = tops();
        window().inform(Status::Warning, QStringLiteral("Something happened meanwhile."));
        finishEvents();
        QCOMPARE(tops(), before);
    }

    void listsShowAllTheirRows_data()
    {
        QTest::addColumn<int>("rows");
        for (const int rows : {1, 2, 5, 8, 10})
            QTest::addRow("%d", rows) << rows;
    }
    void listsShowAllTheirRows()
    {
        QFETCH(int, rows);
        QComboBox box(&window());
        for (int row = 0; row < rows; ++row)
            box.addItem(QStringLiteral("Choice %1").arg(row));
        box.show();
        box.showPopup();
        finishEvents();
        const QAbstractItemView *view = box.view();
        QVERIFY(view->isVisible());
        QCOMPARE(view->verticalScrollBar()->maximum(), 0);
        const QRect last = view->visualRect(box.model()->index(rows - 1, 0));
        QVERIFY2(last.top() >= 0 && last.bottom() < view->viewport()->height(),
            qPrintable(QStringLiteral("%1 of %2").arg(last.bottom()).arg(view->viewport()->height())));
        box.hidePopup();
    }

    void dialogsGrowWithTheirWords()
    {
        QDialog dialog(&window());
        auto *words = makeLabel(QStringLiteral("Short."), nullptr, &dialog);
        words->setWordWrap(true);
        auto *field = new QLineEdit(&dialog);
        auto *column = new QVBoxLayout(&dialog);
        column->addWidget(field);
        column->addWidget(words);
        column->addWidget(new QDialogButtonBox(QDialogButtonBox::Ok, &dialog));
        dialog.setFixedWidth(300);
        dialog.show();
        finishEvents();
        const int before = dialog.height();
        const int fieldBefore = field->height();
        words->setText(QStringLiteral("The passphrase does not open this key. ").repeated(6));
        QTRY_VERIFY(dialog.height() > before);
        QVERIFY(words->height() >= words->heightForWidth(words->width()));
        QCOMPARE(field->height(), fieldBefore);
    }

    void workBeginsWhereTheWorkIs()
    {
        window().hide();
        window().openPage(WindowPages::Fleet);
        if (QWidget *focus = window().focusWidget())
            focus->clearFocus();
        window().show();
        finishEvents();
        const QWidget *focus = window().focusWidget();
        QVERIFY(focus);
        QVERIFY2(qobject_cast<const QAbstractItemView *>(focus), qPrintable(focus->objectName()));
    }
};

QTEST_MAIN(FileActsTest)
#include "tst_fileacts.moc"
