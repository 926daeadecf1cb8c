// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/rightsdialog.h"

#include "models/core/base/wholefile.h"
#include "models/support/csvtable.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/words/sentences.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace packwarden {

RightsDialog::RightsDialog(const RightsWords::Table &table, FileChooser &files, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("rightsDialog"));
    setWindowTitle(table.title);
    auto *list = new QTableWidget(int(table.rows.size()), int(table.heads.size()), this);
    list->setObjectName(QStringLiteral("rightsTable"));
    list->setAccessibleName(table.title);
    list->setHorizontalHeaderLabels(table.heads);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setTabKeyNavigation(false);
    list->setShowGrid(false);
    list->verticalHeader()->hide();
    for (int row = 0; row < table.rows.size(); ++row) {
        for (int column = 0; column < table.heads.size(); ++column)
            list->setItem(row, column, new QTableWidgetItem(table.rows.at(row).value(column)));
    }
    list->resizeColumnsToContents();
    // As wide as its words, within what a screen has.
    const int words = list->horizontalHeader()->length() + 8 * grid;
    list->horizontalHeader()->setStretchLastSection(true);
    list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *note = makeLabel(
        table.rows.isEmpty() ? tr("None.") : tr("%n row(s)", nullptr, int(table.rows.size())), "muted", this);
    note->setObjectName(QStringLiteral("rightsCount"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *save = buttons->addButton(tr("Save as CSV…"), QDialogButtonBox::ActionRole);
    save->setObjectName(QStringLiteral("saveRights"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, [this, table, &files, note] {
        files.save(this, tr("Save as CSV"), QStringLiteral("rights.csv"), [table, note](const QString &path) {
            CsvTable csv(table.heads);
            for (const QStringList &row : table.rows)
                csv.add(row);
            const auto written = wholefile::write(path, csv.bytes());
            note->setText(written.ok() ? tr("Saved as %1.").arg(path) : Sentences::of(written.error()).text());
        });
    });
    auto *column = new QVBoxLayout(this);
    column->setSpacing(grid);
    auto *title = makeLabel(table.title, "title", this);
    title->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(list, 1);
    column->addWidget(note);
    column->addWidget(buttons);
    resize(std::clamp(words, 56 * grid, 120 * grid), 60 * grid);
    list->setFocus();
}

} // namespace packwarden
