// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowworld.h"

#include <newrequestdialog.h>
#include <session.h>
#include <shell.h>
#include <signindialog.h>
#include <theme.h>

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QTimer>

using namespace packwarden;
using namespace packwarden::test;

/// Walks all pages and the dialogs around them as a screen reader does.
class TestAccessible final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;

    /// What can be used by keyboard or pressed, and has no name to say.
    static QStringList nameless(const QWidget &root)
    {
        QStringList found;
        for (QWidget *widget : root.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            const QByteArray type = widget->metaObject()->className();
            // Qt's own inner parts speak through their owners.
            if (type.startsWith("QComboBoxPrivate") || type.startsWith("QComboBoxList") || type == "QHeaderView"
                || type == "QTableCornerButton" || type == "QTabBar" || type == "QTabWidget"
                || type == "QSplitterHandle" || (widget->parentWidget() && widget->parentWidget()->inherits("QTabBar"))
                || (widget->parentWidget() && widget->parentWidget()->inherits("QAbstractSpinBox")))
                continue;
            const bool button = widget->inherits("QAbstractButton");
            if (!button && !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QAccessibleInterface *speaker = QAccessible::queryAccessibleInterface(widget);
            if (!speaker || speaker->text(QAccessible::Name).trimmed().isEmpty())
                found << QString::fromLatin1(type) + u' ' + widget->objectName();
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_world = std::make_unique<TestWorld>();
        m_pack = m_world->pack();
    }

    void everyPageSpeaks()
    {
        Desk desk(*m_world, m_pack);
        WindowWorld world(desk.workspace());
        world.window.show();
        world.hear(m_pack, desk.clock().monotonicMilliseconds());
        QVERIFY(desk.signIn(QStringLiteral("courier.fleet-manager")));
        const QMap<int, QString> pages = world.window.pageTitles();
        QCOMPARE(pages.size(), 7);
        for (auto it = pages.cbegin(); it != pages.cend(); ++it) {
            world.window.openPage(MainWindow::Page(it.key()));
            QTest::qWait(50);
            QVERIFY2(nameless(world.window).isEmpty(),
                qPrintable(it.value() + QStringLiteral(": ") + nameless(world.window).join(QStringLiteral(", "))));
        }
        for (const QLabel *label : world.window.findChildren<QLabel *>()) {
            if (!label->objectName().startsWith(QLatin1String("qt_")))
                QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName() + label->text()));
        }
    }

    void everyDialogOfTheShellSpeaks()
    {
        Desk desk(*m_world, m_pack);
        WindowWorld world(desk.workspace());
        world.window.show();
        Shell &shell = world.window.shell();
        const QList<std::function<void()>> openers
            = {[&] { shell.openPalette(); }, [&] { shell.openSettings(); }, [&] { shell.openAbout(); },
                [&] { shell.openBus(); }, [&] { shell.openJoin(); }, [&] { shell.openCompany(); },
                [&] {
                    world.window.signIn();
                }};
        for (const auto &open : openers) {
            open();
            QDialog *dialog = nullptr;
            for (QDialog *each : world.window.findChildren<QDialog *>())
                dialog = each->isVisible() ? each : dialog;
            QVERIFY(dialog);
            QVERIFY(!dialog->windowTitle().isEmpty());
            QVERIFY2(nameless(*dialog).isEmpty(),
                qPrintable(
                    dialog->windowTitle() + QStringLiteral(": ") + nameless(*dialog).join(QStringLiteral(", "))));
            dialog->reject();
            QTest::qWait(10);
        }
        NewRequestDialog draft(desk.workspace().trust(), desk.clock(), {}, world.files);
        draft.show();
        QCOMPARE(nameless(draft).join(QStringLiteral(", ")), QString());
    }
};

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
