// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"
#include "tests/widgets/support/windowworld.h"
#include "widgets/kit/elidedlabel.h"
#include "widgets/kit/parts.h"
#include "widgets/style/theme.h"
#include "widgets/window/shell.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSet>
#include <QStackedWidget>
#include <QStyleOptionComboBox>
#include <QTableView>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>
#include <QTreeView>

using namespace packwarden;
using namespace packwarden::test;

namespace {

/// A language that is 40 % longer than English and has accents everywhere, made of the source texts as they are asked
/// for. A text that stays plain English on the screen was never given to tr().
class LongWords final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        static const QString plain = QStringLiteral("aeiouyAEIOUYcn");
        static const QString marked
            = QStringLiteral("\u00E4\u00EB\u00EF\u00F6\u00FC\u00FF\u00C4\u00CB\u00CF\u00D6\u00DC"
                             "\u0178\u00E7\u00F1");
        const QString text = QString::fromUtf8(source);
        QString longer;
        for (int i = 0; i < text.size(); ++i) {
            const qsizetype at = plain.indexOf(text.at(i));
            const bool place
                = i > 0 && (text.at(i - 1) == u'%' || (text.at(i - 1) == u'L' && i > 1 && text.at(i - 2) == u'%'));
            longer += at < 0 || place ? text.at(i) : marked.at(at);
            if (at >= 0 && at < 12 && !place) // a vowel, twice
                longer += marked.at(at);
        }
        return longer;
    }
};

} // namespace

/// A screen of 1024x600, and one of 1366x768 at 125 %: every page in every language fits, and none of its words is cut;
/// the same with text at 125 %, on a screen of 2560x1440, where nothing is cut while room is free, with words 40 %
/// longer than English on one of 1366x768, and with the window from right to left. PACKWARDEN_PICTURES=FOLDER keeps
/// pictures.
class TestSmallWindow final : public QObject
{
    Q_OBJECT

    static constexpr QSize smallest{1000, 600};
    static constexpr QSize usual{1366, 740};
    static constexpr QSize large{2560, 1400};
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
            // Qt's icons in a field have a name and draw none.
            if (button->isVisible() && !button->text().isEmpty() && !button->inherits("QLineEditIconButton")
                && button->minimumSizeHint().width() > button->width() + 1)
                found.append(QStringLiteral("%1: \"%2\" %3 of %4")
                                 .arg(pathOf(button), button->text())
                                 .arg(button->width())
                                 .arg(button->minimumSizeHint().width()));
        }
        return found;
    }

    /// Widgets that stand partly outside of what holds them, but for what a view scrolls.
    static QStringList outside(const QWidget &in)
    {
        QStringList found;
        for (const QWidget *widget : in.findChildren<QWidget *>()) {
            const QWidget *parent = widget->parentWidget();
            if (!widget->isVisible() || widget->isWindow() || !parent
                || widget->objectName().startsWith(QLatin1String("qt_"))
                || parent->objectName() == QLatin1String("qt_scrollarea_viewport") || widget->visibleRegion().isEmpty()
                || parent->rect().contains(widget->geometry()))
                continue;
            const QRect at = widget->geometry();
            found.append(QStringLiteral("%1: %2,%3 %4x%5 in %6x%7")
                             .arg(pathOf(widget))
                             .arg(at.x())
                             .arg(at.y())
                             .arg(at.width())
                             .arg(at.height())
                             .arg(parent->width())
                             .arg(parent->height()));
        }
        return found;
    }

    /// What shows less than its words while there is room beside it.
    static QStringList cutThoughRoomIsFree(const QWidget &in)
    {
        QStringList found;
        const auto add = [&found](const QWidget *widget, const QString &words, int width, int wanted) {
            found.append(QStringLiteral("%1: \"%2\" %3 of %4").arg(pathOf(widget), words).arg(width).arg(wanted));
        };
        for (const QAbstractItemView *view : in.findChildren<QAbstractItemView *>()) {
            const auto *table = qobject_cast<const QTableView *>(view);
            const auto *tree = qobject_cast<const QTreeView *>(view);
            const QHeaderView *head = table ? table->horizontalHeader() : tree ? tree->header() : nullptr;
            if (!view->isVisible() || !head || !view->model() || view->textElideMode() == Qt::ElideNone)
                continue;
            // Behind the last column, or in those that stretch.
            int room = std::max(0, view->viewport()->width() - head->length());
            QMap<int, int> wanted;
            for (int column = 0; column < head->count(); ++column) {
                if (head->isSectionHidden(column) || head->sectionSize(column) == 0)
                    continue;
                wanted[column]
                    = std::max(view->sizeHintForColumn(column), head->isVisible() ? head->sectionSizeHint(column) : 0);
                if (head->sectionResizeMode(column) == QHeaderView::Stretch
                    || (head->stretchLastSection() && head->visualIndex(column) == head->count() - 1))
                    room += std::max(0, head->sectionSize(column) - wanted[column]);
            }
            for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
                const int width = head->sectionSize(it.key());
                if (it.value() > width + 1 && room >= it.value() - width)
                    add(view, view->model()->headerData(it.key(), Qt::Horizontal).toString(), width, it.value());
            }
        }
        for (const ElidedLabel *label : in.findChildren<ElidedLabel *>()) {
            if (label->isVisible() && label->sizeHint().width() > label->width() + 1)
                add(label, label->text(), label->width(), label->sizeHint().width());
        }
        for (const Chip *chip : in.findChildren<Chip *>()) {
            if (chip->isVisible() && chip->sizeHint().width() > chip->width() + 1)
                add(chip, chip->accessibleName(), chip->width(), chip->sizeHint().width());
        }
        for (const QComboBox *box : in.findChildren<QComboBox *>()) {
            QStyleOptionComboBox option;
            option.initFrom(box);
            const int width
                = box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box).width();
            if (box->isVisible() && !box->isEditable()
                && box->fontMetrics().horizontalAdvance(box->currentText()) > width + 1)
                add(box, box->currentText(), width, box->fontMetrics().horizontalAdvance(box->currentText()));
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
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("longer");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("text"); // %
        QTest::newRow("English") << QStringLiteral("en_GB") << smallest << false << Qt::LeftToRight << 100;
        QTest::newRow("German") << QStringLiteral("de_DE") << smallest << false << Qt::LeftToRight << 100;
        QTest::newRow("Spanish") << QStringLiteral("es_ES") << smallest << false << Qt::LeftToRight << 100;
        QTest::newRow("French") << QStringLiteral("fr_FR") << smallest << false << Qt::LeftToRight << 100;
        QTest::newRow("40 % longer") << QStringLiteral("en_GB") << usual << true << Qt::LeftToRight << 100;
        QTest::newRow("right to left") << QStringLiteral("en_GB") << smallest << false << Qt::RightToLeft << 100;
        for (const char *language : {"en_GB", "de_DE"}) {
            QTest::addRow("%s, text at 125 %%", language)
                << QString::fromLatin1(language) << usual << false << Qt::LeftToRight << 125;
            QTest::addRow("%s, a large screen", language)
                << QString::fromLatin1(language) << large << false << Qt::LeftToRight << 100;
        }
    }

    void everyPageFits()
    {
        QFETCH(const QString, language);
        QLocale::setDefault(QLocale(language));
        QFETCH(const QSize, size);
        QFETCH(const bool, longer);
        QFETCH(const Qt::LayoutDirection, direction);
        QFETCH(const int, text);
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        QFont font = QApplication::font();
        font.setPixelSize(font.pixelSize() * text / 100);
        QApplication::setFont(font);
        installLanguage(*qApp, QLocale(language));
        LongWords words; // gone with the row
        if (longer)
            QVERIFY(QCoreApplication::installTranslator(&words));
        QApplication::setLayoutDirection(direction);
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
            world.window.resize(size);
            QTest::qWait(patience);
            if (!pictures.isEmpty())
                QVERIFY(world.window.grab().save(
                    QStringLiteral("%1/small-%2-%3.png")
                        .arg(pictures, QString::fromLatin1(QTest::currentDataTag()).left(7).remove(u' '), picture)));
            if (world.window.size() != size)
                wrong.append(QStringLiteral("%1 wants %2x%3: %4")
                                 .arg(name)
                                 .arg(world.window.width())
                                 .arg(world.window.height())
                                 .arg(whoWants(world.window, size.width() - 110).join(QStringLiteral("\n    "))));
            for (const QString &cut : cutWords(world.window))
                wrong.append(name + QStringLiteral(": ") + cut);
            for (const QString &widget : outside(world.window))
                wrong.append(name + QStringLiteral(", outside: ") + widget);
            if (size == large) {
                for (const QString &cut : cutThoughRoomIsFree(world.window))
                    wrong.append(name + QStringLiteral(", though room is free: ") + cut);
            }
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
        Shell &shell = world.window.shell();
        for (const auto &open : QList<std::function<void()>>{[&] { shell.openSettings(); }, [&] { shell.openAbout(); },
                 [&] { shell.openBus(); }, [&] { shell.openJoin(); }, [&] { shell.openCompany(); },
                 [&] {
                     world.window.signIn();
                 }}) {
            open();
            QTest::qWait(patience);
            for (QDialog *dialog : world.window.findChildren<QDialog *>()) {
                if (!dialog->isVisible())
                    continue;
                for (const QString &cut : cutWords(*dialog) + outside(*dialog) + cutThoughRoomIsFree(*dialog))
                    wrong.append(dialog->windowTitle() + QStringLiteral(": ") + cut);
                dialog->reject();
            }
        }
        // Each is told once, with the first page that shows it: a message of QVERIFY2 ends after a thousand characters.
        QSet<QString> told;
        for (const QString &line : wrong) {
            if (const QString what = line.section(QStringLiteral(": "), 1); !told.contains(what)) {
                told.insert(what);
                qWarning("%s", qPrintable(line));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1 are cut, outside or too wide").arg(told.size())));
    }
};

QTEST_MAIN(TestSmallWindow)
#include "tst_smallwindow.moc"
