// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/parameterview.h"

#include "models/packs/parametersmodel.h"
#include "widgets/kit/parts.h"
#include "widgets/values/limitscale.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QGridLayout>

namespace packwarden {

ParameterView::ParameterView(const ParametersModel &model, QWidget *parent)
    : QScrollArea(parent)
    , m_model(model)
{
    setWidgetResizable(true);
    setAccessibleName(tr("Parameters"));
    setObjectName(QStringLiteral("parameterView"));
    connect(&model, &QAbstractItemModel::modelReset, this, &ParameterView::fill);
    connect(&model, &QAbstractItemModel::dataChanged, this, &ParameterView::fill);
    fill();
}

void ParameterView::fill()
{
    QList<ParameterId> ids;
    for (const ParameterInfo &info : m_model.parameters())
        ids.append(info.definition.id);
    if (ids != m_shown || !m_body) {
        m_shown = ids;
        m_rows.clear();
        m_body = new QWidget;
        m_body->setObjectName(QStringLiteral("parameterBody"));
        m_grid = new QGridLayout(m_body);
        m_grid->setContentsMargins(2 * grid, grid, 2 * grid, grid);
        m_grid->setHorizontalSpacing(2 * grid);
        m_grid->setVerticalSpacing(6);
        m_grid->setColumnStretch(3, 1);
        if (ids.isEmpty()) {
            m_grid->addWidget(
                makeLabel(tr("The pack's parameters show here as soon as it has answered."), "muted"), 0, 0);
        } else {
            const QStringList heads
                = {tr("Parameter"), tr("Layer"), tr("Now"), tr("Between silicon, charter and soft limit")};
            for (int column = 0; column < heads.size(); ++column) {
                auto *head = makeLabel(heads.at(column), "muted");
                head->setAlignment(column == 2 ? Qt::AlignRight : Qt::AlignLeft);
                m_grid->addWidget(head, 0, column);
            }
            for (const ParameterInfo &info : m_model.parameters())
                addRow(info);
        }
        m_grid->setRowStretch(m_grid->rowCount(), 1);
        setWidget(m_body);
        if (!ids.contains(m_chosen) && !ids.isEmpty())
            choose(ids.constFirst());
    }
    for (const ParameterInfo &info : m_model.parameters()) {
        const Row row = m_rows.value(info.definition.id);
        row.value->setText(Sentences::quantity(scaleOf(info, m_model.now()).now, info.definition.unit));
        row.scale->setValues(scaleOf(info, m_model.now()));
    }
}

void ParameterView::addRow(const ParameterInfo &info)
{
    const int row = m_grid->rowCount();
    const QString name = Names::parameter(info.definition.id);
    auto *badge = new Chip;
    badge->setLayer(info.definition.layer);
    Row widgets;
    widgets.name = makeButton(name.left(1).toUpper() + name.mid(1), nullptr, "row");
    widgets.name->setObjectName(QStringLiteral("choose.") + info.definition.id.text());
    widgets.name->setToolTip(info.definition.id.text());
    widgets.name->setCheckable(true);
    widgets.name->setAutoExclusive(true);
    widgets.name->setChecked(info.definition.id == m_chosen);
    connect(widgets.name, &QPushButton::toggled, this, [this, id = info.definition.id](bool on) {
        if (!on || m_chosen == id)
            return;
        m_chosen = id;
        Q_EMIT chosenChanged(id);
    });
    widgets.value = makeLabel({}, "section");
    widgets.value->setObjectName(QStringLiteral("value.") + info.definition.id.text());
    widgets.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    widgets.scale = new LimitScale(LimitScale::Extent::Whole);
    auto *change = makeButton(tr("Change\u2026"), nullptr, "link");
    change->setObjectName(QStringLiteral("change.") + info.definition.id.text());
    change->setAccessibleName(tr("Ask for another %1").arg(name));
    connect(change, &QPushButton::clicked, this, [this, id = info.definition.id] { Q_EMIT changeWanted(id); });
    m_grid->addWidget(widgets.name, row, 0);
    m_grid->addWidget(badge, row, 1);
    m_grid->addWidget(widgets.value, row, 2);
    m_grid->addWidget(widgets.scale, row, 3);
    m_grid->addWidget(change, row, 4);
    m_rows.insert(info.definition.id, widgets);
}

void ParameterView::choose(const ParameterId &parameter)
{
    if (QPushButton *name = m_rows.value(parameter).name)
        name->setChecked(true);
}

} // namespace packwarden
