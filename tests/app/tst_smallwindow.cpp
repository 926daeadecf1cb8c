// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"
#include "tests/widgets/support/windowworld.h"
#include "widgets/style/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace packwarden;
using namespace packwarden::test;

/// A screen of 1024x600, and one of 1366x768 at 125 %: every page in both languages fits, and none of its words is cut.
/// PACKWARDEN_PICTURES=FOLDER keeps pictures.
class TestSmallWindow final : public QObject
{
    Q_OBJECT

    static constexpr QSize smallest{1000, 600};
    static constexpr int patience = 150; ///< milliseconds for what pages work out and lay out
    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;

    static QString pathOf(const QWidget *widget)
    {
        QStringList path;
        for (; widget && !widget->isWindow(); widget = widget->parentWidget())
            path.prepend(QStringLiteral("%1 %2").arg(
                QString::fromLatin1(widget->metaObject()->className()).section(u':', -1), widget->objectName()));
        return path.mid(std::max<qsizetype>(0, path.size() - 4)).join(QStringLiteral(" > "));
    }

    /// What keeps the window from being smaller: the deepest widgets that want more than there is.
    static QStringList whoWants(const QWidget &in, int width)
    {
        QStringList found;
        for (const QWidget *child : in.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (child->isWindow() || child->isHidden() || child->minimumSizeHint().width() <= width)
                continue;
            const QStringList deeper = whoWants(*child, width);
            found += deeper.isEmpty()
                ? QStringList{QStringLiteral("%1: %2").arg(pathOf(child)).arg(child->minimumSizeHint().width())}
                : deeper;
        }
        return found;
    }

    /// Words on one line that are wider than their place.
    static QStringList cutWords(const QWidget &in)
    {
        QStringList found;
        for (const QLabel *label : in.findChildren<QLabel *>()) {
            if (label->isVisible() && !label->wordWrap() && !label->text().isEmpty() && label->pixmap().isNull()
                && label->sizeHint().width() > label->width() + 1)
                found.append(QStringLiteral("%1: \"%2\" %3 of %4")
                                 .arg(pathOf(label), label->text())
                                 .arg(label->width())
                                 .arg(label->sizeHint().width()));
            if (label->isVisible() && label->wordWrap() && label->hasHeightForWidth()
                && label->heightForWidth(label->width()) > label->height() + 1)
                found.append(QStringLiteral("%1: \"%2\" %3 high of %4")
                                 .arg(pathOf(label), label->text())
                                 .arg(label->height())
                                 .arg(label->heightForWidth(label->width())));
        }
        for (const QAbstractButton *button : in.findChildren<QAbstractButton *>()) {
            if (button->isVisible() && !button->text().isEmpty()
                && button->minimumSizeHint().width() > button->width() + 1)
                found.append(QStringLiteral("%1: \"%2\" %3 of %4")
                                 .arg(pathOf(button), button->text())
                                 .arg(button->width())
                                 .arg(button->minimumSizeHint().width()));
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

    void everyPageFits_data()
    {
        QTest::addColumn<QString>("language");
        // A language that was installed stays, so the own one is first.
        QTest::newRow("English") << QStringLiteral("en_GB");
        QTest::newRow("German") << QStringLiteral("de_DE");
    }

    void everyPageFits()
    {
        QFETCH(const QString, language);
        QLocale::setDefault(QLocale(language));
        installLanguage(*qApp, QLocale(language));
        Desk desk(*m_world, m_pack);
        QVERIFY(desk.workspace().trust().learn(rulesOf(*m_world, m_world->pack(QStringLiteral("SDB-TEST-0002")))).ok());
        WindowWorld world(desk.workspace());
        world.window.show();
        world.hear(m_pack, desk.clock().monotonicMilliseconds());
        QVERIFY(desk.signIn(QStringLiteral("courier.fleet-manager")));
        DocumentFile file;
        file.document = m_world->sign(m_world->request(m_pack, QStringLiteral("soc.max"), 85000),
            QStringLiteral("courier.fleet-manager"), {QStringLiteral("leasing.asset-manager")});
        QFile out(desk.path("a.pwreq"));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.encode()) > 0 && out.flush());
        world.window.openFile(out.fileName());
        const QString pictures = qEnvironmentVariable("PACKWARDEN_PICTURES");
        const QMap<int, QString> pages = world.window.pageTitles();
        QStringList wrong;
        const auto look = [&](const QString &name, const QString &picture) {
            world.hear(m_pack, desk.clock().monotonicMilliseconds());
            QTest::qWait(patience);
            world.window.resize(smallest);
            QTest::qWait(patience);
            if (!pictures.isEmpty())
                QVERIFY(world.window.grab().save(
                    QStringLiteral("%1/small-%2-%3.png").arg(pictures, language.left(2), picture)));
            if (world.window.size() != smallest)
                wrong.append(QStringLiteral("%1 wants %2x%3: %4")
                                 .arg(name)
                                 .arg(world.window.width())
                                 .arg(world.window.height())
                                 .arg(whoWants(world.window, smallest.width() - 110).join(QStringLiteral("\n    "))));
            for (const QString &words : cutWords(world.window))
                wrong.append(name + QStringLiteral(": ") + words);
        };
        for (auto page = pages.cbegin(); page != pages.cend(); ++page) {
            world.window.openPage(MainWindow::Page(page.key()));
            const QString number = QString::number(page.key());
            look(page.value(), number);
            QWidget *shown = world.window.findChild<QStackedWidget *>()->currentWidget();
            if (auto *tabs = shown->findChild<QTabWidget *>(QStringLiteral("inspectorTabs"))) {
                for (int tab = 1; tab < tabs->count(); ++tab) {
                    tabs->setCurrentIndex(tab);
                    look(page.value() + u' ' + tabs->tabText(tab), QStringLiteral("%1-%2").arg(number).arg(tab));
                }
            }
            if (auto *contracts = shown->findChild<QPushButton *>(QStringLiteral("showContracts"))) {
                contracts->click();
                look(page.value() + u' ' + contracts->text(), number + QStringLiteral("-contracts"));
            }
            if (auto *table = shown->findChild<QTableView *>(QStringLiteral("fleetTable"))) {
                table->selectAll();
                shown->findChild<QPushButton *>(QStringLiteral("fleetRollOut"))->click();
                look(page.value() + QStringLiteral(", roll-out"), number + QStringLiteral("-rollout"));
            }
            if (auto *tree = shown->findChild<QTreeView *>(QStringLiteral("keysTree"))) {
                tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(1, 0)));
                look(page.value() + QStringLiteral(", one chosen"), number + QStringLiteral("-chosen"));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }
};

QTEST_MAIN(TestSmallWindow)
#include "tst_smallwindow.moc"
