// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/permissionspage.h"

#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/support/csvtable.h"
#include "models/workspace/workspace.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/permissions/matrix/matrixlayout.h"
#include "widgets/permissions/matrix/matrixview.h"
#include "widgets/permissions/rightswords.h"
#include "widgets/words/format.h"

#include <QMenu>

/// The matrix and what differs, as files for spreadsheets and on paper.
namespace packwarden {

void PermissionsPage::addSheets(QMenu &menu)
{
    const auto act = [&](const QString &text, const char *name, auto slot) {
        menu.addAction(text, this, slot)->setObjectName(QLatin1String(name));
    };
    act(tr("Matrix as CSV…"), "matrixCsv", [this] { saveSheet(Sheet::Matrix, false); });
    act(tr("Matrix as PDF…"), "matrixPdf", [this] { saveSheet(Sheet::Matrix, true); });
    act(tr("Differences as CSV…"), "differencesCsv", [this] { saveSheet(Sheet::Differences, false); });
    act(tr("Differences as PDF…"), "differencesPdf", [this] { saveSheet(Sheet::Differences, true); });
    menu.addSeparator();
    act(tr("Print the matrix…"), "printMatrix", [this] { papertable::print(sheet(Sheet::Matrix), this); });
    act(tr("Print the differences…"), "printDifferences",
        [this] { papertable::print(sheet(Sheet::Differences), this); });
}

/// The columns in the order in which they are seen, without the hidden ones.
papertable::Paper PermissionsPage::sheet(Sheet which) const
{
    const RightsWords::Table table = which == Sheet::Matrix
        ? RightsWords::matrix(m_draft, m_view->shownRoles())
        : RightsWords::differences(
            m_draft, m_compared ? differences(*m_compared, m_draft.policy()) : m_draft.changes());
    return {table.title,
        tr("Charter %1. Made on %2.")
            .arg(m_draft.frame().charter.version)
            .arg(format::dateTime(m_workspace.clock().now())),
        table.heads, table.rows};
}

void PermissionsPage::saveSheet(Sheet which, bool isPdf)
{
    const QString name = (which == Sheet::Matrix ? QStringLiteral("policy-%1.") : QStringLiteral("differences-%1."))
                             .arg(m_draft.base().version)
        + (isPdf ? QStringLiteral("pdf") : QStringLiteral("csv"));
    m_files.save(this, isPdf ? tr("Save as PDF") : tr("Save as CSV"), name, [this, which, isPdf](const QString &path) {
        const papertable::Paper paper = sheet(which);
        CsvTable csv(paper.heads);
        for (const QStringList &row : paper.rows)
            csv.add(row);
        const auto written = isPdf ? papertable::writePdf(paper, path) : wholefile::write(path, csv.bytes());
        if (!written.ok())
            return say(written.error());
        m_message->say(Status::Good, tr("Saved as %1.").arg(path));
    });
}

void PermissionsPage::remember(QSettings &settings) const
{
    m_view->columns().remember(settings);
}

void PermissionsPage::recall(const QSettings &settings)
{
    m_view->columns().recall(settings);
}

} // namespace packwarden
