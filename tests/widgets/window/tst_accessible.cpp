// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/documentfile.h"
#include "models/workspace/session.h"
#include "tests/widgets/support/windowworld.h"
#include "widgets/drafts/newrequestdialog.h"
#include "widgets/signoffs/signoffspage.h"
#include "widgets/start/signindialog.h"
#include "widgets/style/theme.h"
#include "widgets/window/shell.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QScopeGuard>
#include <QTabBar>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cmath>

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

    /// By relative luminance, as WCAG 2.1 defines both.
    static double contrast(const QColor &one, const QColor &other)
    {
        const auto luminance = [](const QColor &colour) {
            const auto part = [](float value) {
                return value <= 0.04045F ? double(value) / 12.92 : std::pow((double(value) + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
        };
        const auto [dark, bright] = std::minmax({luminance(one), luminance(other)});
        return (bright + 0.05) / (dark + 0.05);
    }

    static QString nameOf(const QWidget *widget)
    {
        return QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
    }

    /// Where the focus goes as the key is pressed again and again, until it is where it began. What is wrong on the
    /// way: a widget that keeps the focus, a circle that leaves others out, a stop without a name.
    static QStringList wrongOnTheWay(QWidget &top, Qt::Key key)
    {
        top.activateWindow();
        if (!QTest::qWaitForWindowActive(&top))
            return {QStringLiteral("no active window")};
        if (!top.focusWidget() || !top.focusWidget()->isVisible())
            QTest::keyClick(&top, key);
        QWidget *const first = top.focusWidget();
        if (!first)
            return {QStringLiteral("nothing takes the focus")};
        QStringList wrong;
        const QList<QWidget *> all = top.findChildren<QWidget *>();
        const auto stops = std::count_if(all.begin(), all.end(), [](const QWidget *widget) {
            return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
        });
        if (stops == 1)
            return {}; // a field whose arrow keys move through a list beside it
        QList<QWidget *> way{first};
        for (;;) {
            QWidget *now = top.focusWidget();
            QTest::keyClick(now, key);
            QWidget *next = top.focusWidget();
            if (next == now) {
                wrong << nameOf(now) + QStringLiteral(" keeps the focus");
                break;
            }
            QAccessibleInterface *speaker = QAccessible::queryAccessibleInterface(next);
            if (!speaker || speaker->text(QAccessible::Name).trimmed().isEmpty())
                wrong << nameOf(next) + QStringLiteral(" has no name");
            if (next == first)
                break;
            if (way.contains(next)) {
                wrong << nameOf(next) + QStringLiteral(" comes again before ") + nameOf(first);
                break;
            }
            way << next;
        }
        if (way.size() < 2)
            wrong << QStringLiteral("only one stop");
        return wrong;
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
            test::finishEvents();
            QVERIFY2(nameless(world.window).isEmpty(),
                qPrintable(it.value() + QStringLiteral(": ") + nameless(world.window).join(QStringLiteral(", "))));
        }
        for (const QLabel *label : world.window.findChildren<QLabel *>()) {
            if (!label->objectName().startsWith(QLatin1String("qt_")))
                QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName() + label->text()));
        }
    }

    void wordsStandOutFromTheirGround_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::addColumn<QColor>("window"); // of the desktop
        QTest::addColumn<QColor>("text");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << ThemeMode::Light << QColor(Qt::white) << QColor(Qt::black) << 4.5;
        QTest::newRow("dark") << ThemeMode::Dark << QColor(Qt::white) << QColor(Qt::black) << 4.5;
        QTest::newRow("a soft desktop") << ThemeMode::System << QColor(0xef, 0xef, 0xef) << QColor(Qt::black) << 4.5;
        QTest::newRow("high contrast") << ThemeMode::System << QColor(Qt::white) << QColor(Qt::black) << 7.0;
        QTest::newRow("high contrast, dark") << ThemeMode::System << QColor(Qt::black) << QColor(Qt::white) << 7.0;
    }
    /// WCAG 2.1, 1.4.3 and, where the desktop asks for the highest contrast, 1.4.6. Focus and lines: 3 to 1 (1.4.11).
    void wordsStandOutFromTheirGround()
    {
        QFETCH(const ThemeMode, mode);
        QFETCH(const QColor, window);
        QFETCH(const QColor, text);
        QFETCH(const double, least);
        QPalette desktop;
        desktop.setColor(QPalette::Window, window);
        desktop.setColor(QPalette::WindowText, text);
        const auto restore = qScopeGuard([] { applyTheme(*qApp, ThemeMode::Light, QPalette()); });
        applyTheme(*qApp, mode, desktop);
        const Tones &tones = tonesOf(QApplication::palette());
        QCOMPARE(tones.panel, QApplication::palette().color(QPalette::Base));
        const std::pair<QColor, QColor> pairs[] = {{tones.text, tones.panel}, {tones.text, tones.window},
            {tones.text, tones.accentSoft}, {tones.muted, tones.panel}, {tones.muted, tones.window},
            {tones.accentText, tones.accent}, {tones.accent, tones.panel}, {tones.good, tones.panel},
            {tones.warning, tones.panel}, {tones.alarm, tones.panel}, {tones.information, tones.panel},
            {tones.good, tones.goodSoft}, {tones.warning, tones.warningSoft}, {tones.alarm, tones.alarmSoft},
            {tones.information, tones.informationSoft}, {tones.layerText[0], tones.layer[0]},
            {tones.layerText[1], tones.layer[1]}, {tones.layerText[2], tones.layer[2]},
            {tones.layerText[3], tones.layer[3]}};
        for (const auto &[words, ground] : pairs)
            QVERIFY2(contrast(words, ground) >= least,
                qPrintable(
                    QStringLiteral("%1 on %2: %3").arg(words.name(), ground.name()).arg(contrast(words, ground))));
        QVERIFY(contrast(tones.accent, tones.window) >= 3); // what has the focus has a frame of it
        if (least > 4.5)
            QVERIFY(contrast(tones.line, tones.panel) >= 3);
    }

    /// The rail is a list of pages, of which the one on show is chosen; a screen reader can choose another.
    void theRailIsAListOfPages()
    {
        Desk desk(*m_world, m_pack);
        WindowWorld world(desk.workspace());
        world.window.show();
        const auto *today = world.window.findChild<QWidget *>(QStringLiteral("railToday"));
        auto *list = QAccessible::queryAccessibleInterface(today->parentWidget());
        QCOMPARE(int(list->role()), int(QAccessible::PageTabList));
        QVERIFY(!list->text(QAccessible::Name).isEmpty());
        const auto pageOf = [&](const char *name) {
            return QAccessible::queryAccessibleInterface(world.window.findChild<QWidget *>(QString::fromLatin1(name)));
        };
        QCOMPARE(int(pageOf("railToday")->role()), int(QAccessible::PageTab));
        QVERIFY(pageOf("railToday")->state().selected && !pageOf("railFleet")->state().selected);
        QVERIFY(!pageOf("railFleet")->state().checkable);
        QVERIFY(pageOf("railFleet")->text(QAccessible::Accelerator).contains(u'2'));
        pageOf("railFleet")->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(pageOf("railFleet")->state().selected && !pageOf("railToday")->state().selected);
        QCOMPARE(pageOf("railFleet")->text(QAccessible::Name), world.window.pageTitles().value(WindowPages::Fleet));
        QCOMPARE(int(pageOf("themeButton")->role()), int(QAccessible::Button));
    }

    /// Tab and Shift+Tab lead round every page, with a document on show and a cell chosen.
    void everyPageIsWalkedByKeyboard()
    {
        Desk desk(*m_world, m_pack);
        WindowWorld world(desk.workspace());
        world.window.show();
        world.hear(m_pack, desk.clock().monotonicMilliseconds());
        QVERIFY(desk.signIn(QStringLiteral("courier.fleet-manager")));
        DocumentFile file;
        file.document = m_world->sign(
            m_world->request(m_pack, QStringLiteral("soc.max"), 85000), QStringLiteral("power.power-operator"), {});
        QFile out(desk.path("a.pwreq"));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0 && out.flush());
        world.window.openFile(out.fileName());
        QTRY_VERIFY(world.window.signoffs().reader().reading().isEmpty());
        const QMap<int, QString> pages = world.window.pageTitles();
        for (auto it = pages.cbegin(); it != pages.cend(); ++it) {
            world.window.openPage(MainWindow::Page(it.key()));
            test::finishEvents();
            QList<QTabBar *> bars;
            for (QTabBar *bar : world.window.findChildren<QTabBar *>()) {
                if (bar->isVisible())
                    bars << bar;
            }
            const int tabs = bars.isEmpty() ? 1 : bars.constFirst()->count();
            for (int tab = 0; tab < tabs; ++tab) {
                if (!bars.isEmpty())
                    bars.constFirst()->setCurrentIndex(tab);
                for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
                    const QStringList wrong = wrongOnTheWay(world.window, key);
                    QVERIFY2(wrong.isEmpty(),
                        qPrintable(QStringLiteral("%1, tab %2, %3: %4")
                                       .arg(it.value())
                                       .arg(tab)
                                       .arg(key == Qt::Key_Tab ? QStringLiteral("forwards") : QStringLiteral("back"),
                                           wrong.join(QStringLiteral(", ")))));
                }
            }
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
            for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
                const QStringList wrong = wrongOnTheWay(*dialog, key);
                QVERIFY2(wrong.isEmpty(),
                    qPrintable(dialog->windowTitle() + QStringLiteral(": ") + wrong.join(QStringLiteral(", "))));
            }
            dialog->reject();
            test::finishEvents();
        }
        NewRequestDialog draft(desk.workspace().trust(), world.fleet, desk.clock(), {}, world.files);
        draft.show();
        QCOMPARE(nameless(draft).join(QStringLiteral(", ")), QString());
    }
};

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
