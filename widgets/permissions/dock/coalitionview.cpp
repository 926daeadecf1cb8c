// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/dock/coalitionview.h"

#include "models/support/lookalike.h"
#include "widgets/kit/parts.h"
#include "widgets/permissions/dock/dockwords.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/words/names.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>

#include <algorithm>

namespace packwarden {

namespace {

enum Column { LayerColumn, WhatColumn, FewestColumn, WhoColumn, KeyColumn, LaptopColumn, CompanyColumn, ColumnCount };

} // namespace

CoalitionView::CoalitionView(bool hasUnsaved, QWidget *parent)
    : QDialog(parent)
    , m_summary(makeLabel(tr("Working it out…"), "title", this))
    , m_unsaved(new QCheckBox(tr("With my unsaved edits"), this))
    , m_table(new QTableWidget(0, ColumnCount, this))
{
    setObjectName(QStringLiteral("coalitionView"));
    setWindowTitle(tr("What one company opens"));
    resize(112 * grid, 76 * grid);
    m_summary->setObjectName(QStringLiteral("coalitionSummary"));
    m_summary->setWordWrap(true);
    m_unsaved->setObjectName(QStringLiteral("coalitionUnsaved"));
    m_unsaved->setAccessibleName(m_unsaved->text());
    m_unsaved->setEnabled(hasUnsaved);
    m_unsaved->setChecked(hasUnsaved);
    m_table->setObjectName(QStringLiteral("coalitionTable"));
    m_table->setAccessibleName(tr("How few can do what harms"));
    m_table->setHorizontalHeaderLabels({tr("Layer"), tr("What"), tr("Fewest"), tr("For example"), tr("One key"),
        tr("One laptop"), tr("One company alone")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(3 * grid + 4);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *note = makeLabel(
        tr("Layers 3 and 4, by the rules alone: every company is taken to certify as many people as it likes. Where "
           "the author may not approve, one more person writes the document. A laptop: all keys of one person known "
           "here."),
        "muted", this);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_unsaved, &QCheckBox::toggled, this, &CoalitionView::wanted);
    connect(m_table, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        const QString id = m_table->item(item->row(), WhatColumn)->data(Qt::UserRole).toString();
        if (const auto capability = CapabilityId::parse(id); capability.ok())
            Q_EMIT chosen(*capability);
    });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    column->addWidget(m_summary);
    column->addWidget(note);
    column->addWidget(m_unsaved);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
}

bool CoalitionView::isUnsaved() const
{
    return m_unsaved->isChecked();
}

void CoalitionView::tell(const QList<Coalition> &table, const PolicyFrame &frame)
{
    int opened = 0;
    m_table->setRowCount(int(table.size()));
    for (int row = 0; row < table.size(); ++row) {
        const Coalition &each = table.at(row);
        const bool isOpen = !each.oneCompany.isEmpty();
        const auto put = [&](int column, const QString &text) {
            auto *item = new QTableWidgetItem(text);
            item->setToolTip(QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped()));
            item->setData(Qt::UserRole, each.capability.text());
            m_table->setItem(row, column, item);
        };
        QStringList roles;
        for (const RoleId &role : each.oneKey)
            roles << Names::role(role);
        put(LayerColumn, QString::number(each.layer));
        put(WhatColumn, PermissionWords::capability(each.capability));
        put(FewestColumn, DockWords::howFew(each));
        put(WhoColumn, each.parties.isEmpty() ? tr("–") : DockWords::companies(each.parties, frame));
        put(KeyColumn, roles.isEmpty() ? tr("no") : shapeOf(Status::Warning) + u' ' + roles.join(tr(", ")));
        put(LaptopColumn,
            each.oneLaptop.isEmpty()
                ? tr("no")
                : shapeOf(Status::Warning) + u' ' + lookalike::visible(each.oneLaptop.join(tr(", "))));
        put(CompanyColumn,
            isOpen ? shapeOf(Status::Warning) + u' ' + DockWords::companies(each.oneCompany, frame) : tr("no"));
        opened += isOpen ? 1 : 0;
        for (int column : {KeyColumn, LaptopColumn, CompanyColumn}) {
            if (m_table->item(row, column)->text() != tr("no"))
                m_table->item(row, column)->setForeground(statusColour(tonesOf(palette()), Status::Warning));
        }
    }
    for (int column = 0; column < CompanyColumn; ++column)
        m_table->resizeColumnToContents(column);
    m_table->setColumnWidth(WhoColumn, std::min(m_table->columnWidth(WhoColumn), 30 * grid));
    for (int column = 0; column < CompanyColumn; ++column)
        m_table->setColumnWidth(column, m_table->columnWidth(column) + 2 * grid);
    if (!m_table->currentItem() && m_table->rowCount() > 0)
        m_table->setCurrentCell(0, WhatColumn);
    m_summary->setText(table.isEmpty() ? tr("No pack is known here yet, whose rules could be judged. Connect one.")
            : opened == 0
            ? tr("No company opens any of these %n right(s) alone.", nullptr, int(table.size()))
            : tr("%1 of %n right(s) can be opened by one company alone.", nullptr, int(table.size())).arg(opened));
}

} // namespace packwarden
