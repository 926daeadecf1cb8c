// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/tour/sidesteps.h"

#include "models/workspace/workspace.h"
#include "widgets/inspector/jobcardbar.h"
#include "widgets/window/mainwindow.h"

#include <QDialog>
#include <QDir>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace packwarden::tour {

namespace {

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

bool isJob(Person &person, JobCardBar::State state)
{
    const auto *bar = person.window().findChild<JobCardBar *>();
    return bar && bar->state() == state;
}

QStringList reports(Person &person)
{
    return QDir(person.console()->workspace().folder() + q("/recordings")).entryList({q("*-job-*.pdf")}, QDir::Files);
}

} // namespace

bool SideSteps::opensAJob(Person &technician)
{
    technician.click("jobCard");
    const bool open = until([&] { return isJob(technician, JobCardBar::State::Open); });
    m_stage.openTab(technician, said("packwarden::InspectorPage", "Live"));
    m_stage.picture(technician.window(), q("job-open"));
    return m_stage.step(q("Service: opens a job card; the pack signs how it was found"), open);
}

bool SideSteps::finishesTheJob(Person &technician, const QString &serial)
{
    const bool found = until([&] { return isJob(technician, JobCardBar::State::Found); });
    m_stage.openTab(technician, said("packwarden::InspectorPage", "Live"));
    m_stage.picture(technician.window(), q("job-found"));
    if (!m_stage.step(q("Service: the job of before is still open at ") + serial, found))
        return false;
    technician.click("jobCard");
    if (!until([&] { return technician.find<QDialog>("jobCloseDialog") != nullptr; }))
        return m_stage.step(q("Service: is asked what was done"), false);
    technician.type(
        technician.find<QPlainTextEdit>("jobWords"), q("Max SoC raised to 95 % as agreed. Cells are even."));
    m_stage.picture(*technician.find<QDialog>("jobCloseDialog"), q("job-close"));
    technician.click("jobClose");
    const bool closed
        = until([&] { return isJob(technician, JobCardBar::State::None) && reports(technician).size() == 1; });
    return m_stage.step(q("Service: closes it with words; the report lies beside both signed states"), closed);
}

bool SideSteps::leaves(Person &person, const char *dialog)
{
    QTest::keyClick(person.find<QDialog>(dialog), Qt::Key_Escape);
    return until([&] { return person.find<QDialog>(dialog) == nullptr; });
}

bool SideSteps::draftsByMenu(Person &person, int downwards, const char *dialog, const QString &name)
{
    auto *menu = person.window().findChild<QMenu *>(q("newMenu"));
    auto *button = person.find<QPushButton>("newOther");
    if (!menu || !button)
        return false;
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    for (int i = 0; i < downwards; ++i)
        QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    if (!until([&] { return person.find<QDialog>(dialog) != nullptr; }))
        return false;
    m_stage.picture(*person.find<QDialog>(dialog), name);
    return leaves(person, dialog);
}

bool SideSteps::looksAtDrafts(Person &person)
{
    const auto *menu = person.window().findChild<QMenu *>(q("newMenu"));
    const int last = menu ? int(menu->actions().size()) - 1 : 0; // a separator is passed over
    return m_stage.step(person.name() + q(": can have packs theft-locked, and more"),
               draftsByMenu(person, 1, "newCommandDialog", q("new-command")))
        && m_stage.step(person.name() + q(": can have parties come and go"),
            draftsByMenu(person, last, "newAmendmentDialog", q("new-amendment")));
}

bool SideSteps::mayAskThePack(Person &person)
{
    person.click("askPack");
    const bool asked = until([&] { return person.find<QDialog>("askPackDialog") != nullptr; });
    if (asked)
        m_stage.picture(*person.find<QDialog>("askPackDialog"), q("ask-pack"));
    return m_stage.step(q("Service: could ask the pack itself, and is told what comes of it"),
        asked && leaves(person, "askPackDialog"));
}

bool SideSteps::comparesADraft(Person &person)
{
    auto *cells = person.find<QTableView>("matrixCells");
    const auto *changes = person.find<QListWidget>("policyChanges");
    const auto *problems = person.window().findChild<QListWidget *>(q("policyProblems"));
    if (!cells || !changes || !problems)
        return m_stage.step(q("Service: has a draft beside what the packs hold"), false);
    // Takes parts away from the innermost layer outwards, until the rules say that they are needed.
    const auto listed = [problems] {
        return problems->count() > 0 && problems->item(0)->flags().testFlag(Qt::ItemIsSelectable);
    };
    constexpr int enough = 3;
    cells->setFocus();
    for (int row = cells->model()->rowCount() - 1; row >= 0 && !(listed() && changes->count() >= enough); --row) {
        for (int column = 0; column < cells->model()->columnCount(); ++column) {
            cells->setCurrentIndex(cells->model()->index(row, column));
            QTest::keyClick(cells, Qt::Key_0);
        }
    }
    m_stage.picture(person.window(), q("permissions-compared"));
    const bool shown = changes->count() > 0 && listed();
    constexpr int most = 100;
    for (int i = 0; i < most && changes->count() > 0; ++i)
        QTest::keyClick(&person.window(), Qt::Key_Z, Qt::ControlModifier);
    return m_stage.step(q("Service: a draft of the policy is compared with the packs, its problems are listed"), shown);
}

} // namespace packwarden::tour
