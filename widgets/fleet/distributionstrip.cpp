// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/fleet/distributionstrip.h"

#include "models/fleet/fleetmodel.h"
#include "widgets/fleet/fleettable.h"
#include "widgets/style/theme.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

namespace packwarden {

namespace {

constexpr int soonMilliseconds = 250;
constexpr int stripHeight = 5 * grid;

bool hasNumbers(int column)
{
    return (column >= FleetModel::SocColumn && column <= FleetModel::PolicyColumn)
        || column == FleetModel::ListsBehindColumn;
}

} // namespace

DistributionStrip::DistributionStrip(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(stripHeight);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &DistributionStrip::count);
}

void DistributionStrip::setTable(QTableView &table)
{
    m_table = &table;
    setAccessibleName(tr("How values lie"));
    const QHeaderView *header = table.horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, qOverload<>(&QWidget::update));
    connect(header, &QHeaderView::sectionMoved, this, qOverload<>(&QWidget::update));
    connect(header, &QHeaderView::geometriesChanged, this, qOverload<>(&QWidget::update));
    connect(table.model(), &QAbstractItemModel::dataChanged, this, &DistributionStrip::refreshSoon);
    connect(&table, &QObject::destroyed, this, [this] { m_table = nullptr; });
}

void DistributionStrip::refreshSoon()
{
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

void DistributionStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    count();
}

void DistributionStrip::count()
{
    m_counted.clear();
    if (!m_table)
        return;
    const QAbstractItemModel &rows = *m_table->model();
    for (int column = 0; column < rows.columnCount(); ++column) {
        if (!hasNumbers(column) || m_table->isColumnHidden(column))
            continue;
        QList<qint64> numbers;
        int unknown = 0;
        for (int row = 0; row < rows.rowCount(); ++row) {
            const QVariant value = rows.index(row, column).data(FleetModel::ValueRole);
            if (value.isValid())
                numbers.append(value.toLongLong());
            else
                ++unknown;
        }
        m_counted.insert(column, Distribution::of(numbers, unknown));
    }
    update();
}

const Distribution *DistributionStrip::of(int column) const
{
    const auto found = m_counted.constFind(column);
    return found == m_counted.constEnd() ? nullptr : &*found;
}

QRect DistributionStrip::place(int column) const
{
    const QHeaderView *header = m_table->horizontalHeader();
    return {header->sectionViewportPosition(column), 0, header->sectionSize(column), height()};
}

QString DistributionStrip::words(int column) const
{
    const Distribution *counted = of(column);
    const QString title = m_table->model()->headerData(column, Qt::Horizontal).toString();
    if (!counted || counted->known == 0)
        return tr("%1: not known of any pack on show").arg(title);
    const QString lie = tr("%1: from %2 to %3, half are at most %4")
                            .arg(title, fleetValue(column, counted->least), fleetValue(column, counted->most),
                                fleetValue(column, counted->median));
    return counted->unknown > 0 ? lie + u'\n' + tr("Not known of %n pack(s).", nullptr, counted->unknown) : lie;
}

void DistributionStrip::paintEvent(QPaintEvent *)
{
    if (!m_table)
        return;
    QPainter painter(this);
    const Tones &tones = tonesOf(palette());
    for (auto it = m_counted.cbegin(); it != m_counted.cend(); ++it) {
        const QRect room = place(it.key()).adjusted(grid / 2, grid / 2, -grid / 2, -1);
        if (room.right() < 0 || room.left() > width() || room.width() < grid)
            continue;
        painter.fillRect(QRect(room.left(), room.bottom(), room.width(), 1), tones.line);
        const Distribution &counted = it.value();
        // All the same: one bar of the same width, in the middle.
        const bool isOne = counted.counts.size() == 1;
        const qsizetype bars = Distribution::parts;
        for (qsizetype bar = 0; bar < bars; ++bar) {
            const int left = room.left() + int(room.width() * bar / bars);
            const int right = room.left() + int(room.width() * (bar + 1) / bars);
            const int count = !isOne ? counted.counts.value(bar) : bar == bars / 2 ? counted.known : 0;
            // One pack among thousands is still to be seen.
            const int high = count == 0 ? 0 : std::max(2, room.height() * count / counted.highest);
            painter.fillRect(QRect(left, room.bottom() - high, std::max(1, right - left - 1), high), tones.accent);
        }
    }
}

bool DistributionStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_table)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (auto it = m_counted.cbegin(); it != m_counted.cend(); ++it) {
        if (place(it.key()).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), words(it.key()), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace packwarden
