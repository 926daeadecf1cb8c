// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/roomycolumns.h"

#include "widgets/style/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>

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

void RoomyColumns::fit()
{
    if (!m_view.isVisible())
        return;
    release();
    const QScopedValueRollback fits(m_fits, true);
    int room = std::max(0, m_view.viewport()->width() - m_header.length());
    for (int column = 0; column < m_header.count(); ++column) {
        if (!m_header.isSectionHidden(column) && stretches(column))
            room += std::max(0, m_header.sectionSize(column) - wanted(column));
    }
    for (int place = 0; place < m_header.count() && room > 0; ++place) {
        const int column = m_header.logicalIndex(place);
        const int width = m_header.sectionSize(column);
        if (m_header.isSectionHidden(column) || stretches(column) || m_byHand.contains(column))
            continue;
        const int more = std::min(room, wanted(column) - width);
        if (more <= 0)
            continue;
        m_given.insert(column, width);
        m_header.resizeSection(column, width + more);
        room -= more;
    }
}

} // namespace packwarden
