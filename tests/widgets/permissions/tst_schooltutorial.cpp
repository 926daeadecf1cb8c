// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/parts.h"
#include "widgets/permissions/matrix/matrixview.h"
#include "widgets/permissions/matrix/problemlist.h"
#include "widgets/permissions/schooltutorial.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QListWidget>
#include <QTableView>
#include <QTest>
#include <QUndoStack>

using namespace packwarden;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The five steps, by the keyboard alone. PACKWARDEN_PICTURES=FOLDER keeps pictures.
class SchoolTutorialTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<SchoolTutorial> m_tutorial;

    template <typename T> T *child(const char *name) { return m_tutorial->findChild<T *>(s(name)); }
    QTableView &cells() { return child<MatrixView>("schoolMatrix")->cells(); }
    CellState state(const char *door, const char *role)
    {
        return m_tutorial->draft().state(CapabilityId::fromTrusted(s(door)), RoleId::fromTrusted(s(role)));
    }
    /// Chooses a cell by what its row and column are about.
    void choose(const char *door, const char *role)
    {
        const QAbstractItemModel &model = *cells().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex index = model.index(row, column);
                if (index.data(PermissionsModel::CapabilityRole).toString() == s(door)
                    && index.data(PermissionsModel::RoleIdRole).toString() == s(role)) {
                    cells().setFocus();
                    cells().setCurrentIndex(index);
                    return;
                }
            }
        }
        QFAIL("no such cell");
    }
    int problems()
    {
        const auto *list = m_tutorial->findChild<ProblemList *>();
        return list->errors() + list->warnings();
    }
    void press(Qt::Key key) { QTest::keyClick(&cells(), key); }
    void upToTheIssuer()
    {
        choose("open-gym", "teacher");
        press(Qt::Key_A);
        choose("open-safe", "secretary");
        press(Qt::Key_M);
        choose("open-safe", "principal");
        press(Qt::Key_M);
    }
    void mendTheIssuer()
    {
        auto *list = m_tutorial->findChild<QListWidget *>();
        QVERIFY(list);
        list->setFocus();
        list->setCurrentRow(0);
        auto *fix = child<QPushButton>("fixProblem");
        QVERIFY(fix && fix->isEnabled());
        QTest::keyClick(fix, Qt::Key_Space);
    }
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("PACKWARDEN_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            applyTheme(*qApp, mode, QPalette());
            test::finishEvents();
            QVERIFY(m_tutorial->grab().save(
                folder + u'/' + s(name) + (mode == ThemeMode::Dark ? s("-dark.png") : s(".png"))));
        }
    }

private Q_SLOTS:
    void init()
    {
        applyTheme(*qApp, ThemeMode::Light, QPalette());
        m_tutorial = std::make_unique<SchoolTutorial>();
        m_tutorial->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_tutorial.get()));
    }
    void cleanup() { m_tutorial.reset(); }

    void beginsWithoutAProblem()
    {
        QCOMPARE(m_tutorial->step(), 0);
        QCOMPARE(problems(), 0);
        QVERIFY(!child<QLabel>("lessonEnd")->isVisible());
        QVERIFY(child<QLabel>("lesson1")->text().contains(s("Choose any cell")));
        // What comes later is only named.
        QVERIFY(!child<QLabel>("lesson3")->text().contains(s("school trip")));
        QCOMPARE(child<QLabel>("lesson4")->text(), s("4  Who hands out keys?"));
        picture("school-begin");
    }

    void isLearntByTheKeyboard()
    {
        choose("open-tool-shed", "groundskeeper");
        QCOMPARE(m_tutorial->step(), 1);
        choose("open-gym", "teacher");
        QCOMPARE(m_tutorial->step(), 1);
        press(Qt::Key_Space);
        QCOMPARE(m_tutorial->step(), 2);
        choose("open-safe", "secretary");
        press(Qt::Key_M);
        QCOMPARE(m_tutorial->step(), 2); // one key is not two
        choose("open-safe", "principal");
        press(Qt::Key_M);
        QCOMPARE(m_tutorial->step(), 3);
        QCOMPARE(problems(), 1);
        picture("school-issuer");
        mendTheIssuer();
        QCOMPARE(m_tutorial->step(), 4);
        QCOMPARE(problems(), 0);
        choose("lock-fire-exit", "principal");
        press(Qt::Key_A);
        QCOMPARE(m_tutorial->step(), SchoolTutorial::steps);
        QCOMPARE(state("lock-fire-exit", "principal"), CellState::Prohibited);
        QVERIFY(child<QLabel>("lessonEnd")->isVisible());
        picture("school-end");
    }

    /// None of the other ways to write into a cell does a step.
    void otherEditsAreNoSteps_data()
    {
        QTest::addColumn<QString>("door");
        QTest::addColumn<QString>("role");
        QTest::addColumn<int>("key");
        QTest::newRow("another's key for the gym") << s("open-gym") << s("secretary") << int(Qt::Key_A);
        QTest::newRow("the teacher's key for the records") << s("open-records") << s("teacher") << int(Qt::Key_A);
        QTest::newRow("the teacher's key for the safe") << s("open-safe") << s("teacher") << int(Qt::Key_A);
        QTest::newRow("nothing") << s("open-gym") << s("teacher") << int(Qt::Key_0);
    }
    void otherEditsAreNoSteps()
    {
        QFETCH(QString, door);
        QFETCH(QString, role);
        QFETCH(int, key);
        choose(qPrintable(door), qPrintable(role));
        press(Qt::Key(key));
        QCOMPARE(m_tutorial->step(), 1);
    }

    void undoTakesStepsBack()
    {
        upToTheIssuer();
        QCOMPARE(m_tutorial->step(), 3);
        auto *undo = child<QPushButton>("schoolUndo");
        QTest::keyClick(undo, Qt::Key_Space);
        QCOMPARE(m_tutorial->step(), 2);
        QTest::keyClick(undo, Qt::Key_Space);
        QTest::keyClick(undo, Qt::Key_Space);
        QCOMPARE(m_tutorial->step(), 1);
        QVERIFY(!undo->isEnabled());
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(child<QPushButton>("schoolRedo"), Qt::Key_Space);
        QCOMPARE(m_tutorial->step(), 3);
    }

    void startsAgain()
    {
        upToTheIssuer();
        mendTheIssuer();
        QTest::keyClick(child<QPushButton>("schoolAgain"), Qt::Key_Space);
        QCOMPARE(m_tutorial->step(), 0);
        QCOMPARE(state("open-gym", "teacher"), CellState::None);
        QCOMPARE(m_tutorial->draft().undoStack().count(), 0);
    }
};

QTEST_MAIN(SchoolTutorialTest)
#include "tst_schooltutorial.moc"
