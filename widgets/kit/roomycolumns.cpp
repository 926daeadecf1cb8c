// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/roomycolumns.h"

#include "widgets/style/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace packwarden {

namespace {
constexpr int soon = 50; ///< milliseconds; rows come many at a time
constexpr int widest = 64 * grid; ///< a SHA-256
} // namespace

RoomyColumns::RoomyColumns(QAbstractItemView &view, QHeaderView &header)
    : QObject(&view)
    , m_view(view)
    , m_header(header)
{
    m_header.setResizeContentsPrecision(0); // rows in sight alone are measured
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    connect(&m_soon, &QTimer::timeout, this, &RoomyColumns::fit);
    view.viewport()->installEventFilter(this);
    const auto later = [this] {
        m_soon.start();
    };
    connect(view.model(), &QAbstractItemModel::rowsInserted, this, later);
    connect(view.model(), &QAbstractItemModel::modelReset, this, later);
    connect(&header, &QHeaderView::sectionCountChanged, this, later);
    connect(&header, &QHeaderView::sectionResized, this, [this](int column, int, int) {
        if (m_fits || stretches(column))
            return;
        m_given.remove(column);
        if (m_view.isVisible())
            m_byHand.insert(column);
    });
}

bool RoomyColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        m_soon.start();
    return QObject::eventFilter(watched, event);
}

bool RoomyColumns::stretches(int column) const
{
    return m_header.sectionResizeMode(column) == QHeaderView::Stretch
        || (m_header.stretchLastSection() && m_header.visualIndex(column) == m_header.count() - 1);
}

int RoomyColumns::wanted(int column) const
{
    return std::min(
        widest, std::max(m_view.sizeHintForColumn(column), m_header.isHidden() ? 0 : m_header.sectionSizeHint(column)));
}

void RoomyColumns::release()
{
    const QScopedValueRollback fits(m_fits, true);
    for (auto it = m_given.cbegin(); it != m_given.cend(); ++it)
        m_header.resizeSection(it.key(), it.value());
    m_given.clear();
}

void RoomyColumns::keepWhole(int column)
{
    m_whole.insert(column);
    // What a row says changes while it is there. The column only grows by that: nothing moves back and forth.
    connect(m_view.model(), &QAbstractItemModel::dataChanged, this,
        [this, column](const QModelIndex &first, const QModelIndex &last) {
            if (first.column() <= column && column <= last.column() && !m_soon.isActive()
                && wanted(column) > m_header.sectionSize(column))
                m_soon.start();
        });
}

void RoomyColumns::give(int column, int width)
{
    if (!m_given.contains(column))
        m_given.insert(column, m_header.sectionSize(column));
    m_header.resizeSection(column, width);
}

void RoomyColumns::fit()
{
    if (!m_view.isVisible())
        return;
    release();
    const QScopedValueRollback fits(m_fits, true);
    int room = m_view.viewport()->width() - m_header.length();
    QList<int> cut; // as they stand beside each other
    QList<std::pair<int, int>> spare; // column and pixels that its words do not need
    for (int place = 0; place < m_header.count(); ++place) {
        const int column = m_header.logicalIndex(place);
        if (m_header.isSectionHidden(column) || m_byHand.contains(column))
            continue;
        const int more = wanted(column) - m_header.sectionSize(column);
        if (stretches(column)) {
            room += std::max(0, -more);
        } else if (more > 0 && m_whole.contains(column)) {
            give(column, m_header.sectionSize(column) + more);
            room -= more;
        } else if (more > 0) {
            cut.append(column);
        } else if (more < 0 && m_shares) {
            spare.append({column, -more});
        }
    }
    int missing = -room;
    for (const int column : std::as_const(cut))
        missing += wanted(column) - m_header.sectionSize(column);
    for (const auto &[column, pixels] : std::as_const(spare)) {
        const int less = std::clamp(missing, 0, pixels);
        if (less > 0)
            give(column, m_header.sectionSize(column) - less);
        missing -= less;
        room += less;
    }
    for (const int column : std::as_const(cut)) {
        const int more = std::min(room, wanted(column) - m_header.sectionSize(column));
        if (more <= 0)
            break;
        give(column, m_header.sectionSize(column) + more);
        room -= more;
    }
}

} // namespace packwarden
