// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/matrix/matrixlayout.h"

#include "models/permissions/permissionsmodel.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QSettings>

#include <algorithm>

namespace packwarden {

namespace {

constexpr int narrowest = 24;
constexpr int widest = 600;
const QString orderKey = QStringLiteral("permissions/order");
const QString widthsKey = QStringLiteral("permissions/widths");
const QString hiddenKey = QStringLiteral("permissions/hidden");
const QString frozenKey = QStringLiteral("permissions/frozen");

template <typename Ids> QStringList texts(const Ids &ids)
{
    QStringList list;
    for (const RoleId &id : ids)
        list << id.text();
    return list;
}

QList<RoleId> ids(const QStringList &texts)
{
    QList<RoleId> list;
    for (const QString &text : texts) {
        if (const auto id = RoleId::parse(text); id.ok() && !list.contains(*id))
            list.append(*id);
    }
    return list;
}

QSet<RoleId> setOf(const QList<RoleId> &list)
{
    return {list.begin(), list.end()};
}

} // namespace

MatrixLayout::MatrixLayout(const PermissionsModel &model, QHeaderView &head, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_head(head)
{
    head.setSectionsMovable(true);
    head.setMinimumSectionSize(narrowest);
    connect(&head, &QHeaderView::sectionMoved, this, &MatrixLayout::takeOrder);
    connect(&head, &QHeaderView::sectionResized, this, [this](int section, int, int now) { takeWidth(section, now); });
    connect(&head, &QHeaderView::sectionHandleDoubleClicked, this, [this](int section) {
        m_widths.remove(m_model.roleAt(section));
        Q_EMIT changed();
    });
}

void MatrixLayout::setHidden(const RoleId &role, bool hidden)
{
    if (hidden)
        m_hidden.insert(role);
    else
        m_hidden.remove(role);
    Q_EMIT changed();
}

void MatrixLayout::setFrozen(const RoleId &role, bool frozen)
{
    if (frozen)
        m_frozen.insert(role);
    else
        m_frozen.remove(role);
    Q_EMIT changed();
}

int MatrixLayout::hiddenCount() const
{
    int count = 0;
    for (int column = 1; column < m_model.takesColumn(); ++column)
        count += isHidden(m_model.roleAt(column)) ? 1 : 0;
    return count;
}

void MatrixLayout::showAll()
{
    m_hidden.clear();
    Q_EMIT changed();
}

void MatrixLayout::reset()
{
    m_order.clear();
    m_widths.clear();
    m_hidden.clear();
    m_frozen.clear();
    Q_EMIT changed();
}

/// The chosen order; roles that it does not know stand behind the one that the model has before them.
QList<RoleId> MatrixLayout::order() const
{
    QList<RoleId> there;
    for (int column = 1; column < m_model.takesColumn(); ++column)
        there.append(m_model.roleAt(column));
    QList<RoleId> order = m_order;
    order.removeIf([&](const RoleId &role) { return !there.contains(role); });
    for (qsizetype i = 0; i < there.size(); ++i) {
        if (!order.contains(there.at(i)))
            order.insert(i == 0 ? 0 : order.indexOf(there.at(i - 1)) + 1, there.at(i));
    }
    std::stable_partition(order.begin(), order.end(), [this](const RoleId &role) { return isFrozen(role); });
    return order;
}

void MatrixLayout::arrange()
{
    const QScopedValueRollback own(m_isArranging, true);
    QHash<RoleId, int> columns;
    for (int column = 1; column < m_model.takesColumn(); ++column)
        columns.insert(m_model.roleAt(column), column);
    int place = 1;
    for (const RoleId &role : order()) {
        const int now = m_head.visualIndex(columns.value(role));
        if (now >= 0 && now != place)
            m_head.moveSection(now, place);
        ++place;
    }
}

void MatrixLayout::takeOrder()
{
    if (m_isArranging)
        return;
    m_order.clear();
    for (int place = 0; place < m_head.count(); ++place) {
        const RoleId role = m_model.roleAt(m_head.logicalIndex(place));
        if (!role.isEmpty())
            m_order.append(role);
    }
    // Frozen columns stay at the left, wherever they are dropped.
    Q_EMIT changed();
}

void MatrixLayout::takeWidth(int section, int width)
{
    // A column that is hidden, or shown again, is resized by the head itself.
    if (m_isSpreading || m_isArranging || width <= 0 || m_head.isSectionHidden(section))
        return;
    m_widths.insert(m_model.roleAt(section), width);
    Q_EMIT changed();
}

void MatrixLayout::remember(QSettings &settings) const
{
    QStringList widths;
    for (auto it = m_widths.begin(); it != m_widths.end(); ++it)
        widths << QStringLiteral("%1 %2").arg(it.key().text()).arg(*it);
    widths.sort();
    settings.setValue(orderKey, texts(m_order));
    settings.setValue(widthsKey, widths);
    settings.setValue(hiddenKey, texts(m_hidden));
    settings.setValue(frozenKey, texts(m_frozen));
}

void MatrixLayout::recall(const QSettings &settings)
{
    m_order = ids(settings.value(orderKey).toStringList());
    m_hidden = setOf(ids(settings.value(hiddenKey).toStringList()));
    m_frozen = setOf(ids(settings.value(frozenKey).toStringList()));
    m_widths.clear();
    for (const QString &text : settings.value(widthsKey).toStringList()) {
        const auto role = RoleId::parse(text.section(u' ', 0, 0));
        const int width = text.section(u' ', 1).toInt();
        if (role.ok() && width >= narrowest && width <= widest)
            m_widths.insert(*role, width);
    }
    Q_EMIT changed();
}

} // namespace packwarden
