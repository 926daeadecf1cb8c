// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/security/repositorymap.h"

#include "widgets/style/theme.h"
#include "widgets/words/trustwords.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace packwarden {

namespace {

using L1 = QLatin1String;

struct Kind
{
    const char *word;
    const char *title;
    const char *rest;
};

/// From what nothing can change to what documents change.
constexpr Kind kinds[] = {
    {"write-once-read-many", QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "Written once"),
        QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "it may be read without a key")},
    {"write-once-read-never", QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "Written once"),
        QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "it cannot be read")},
    {"write-until-protected", QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "Until it is protected"),
        QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "sealed for good then")},
    {"rewritable", QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "Rewritable"),
        QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "by verified documents alone")},
};
constexpr int columnCount = int(std::size(kinds));
constexpr int headHeight = 5 * grid;
constexpr int boxHeight = 4 * grid + 6;
constexpr int gap = 6;
constexpr int hashShown = 8; ///< characters of a hash in a box

QString slotName(const QString &word)
{
    static const QHash<QString, const char *> names = {
        {QStringLiteral("board"), QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "Board: cells, sensors, node")},
        {QStringLiteral("identity"), QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "Identity")},
        {QStringLiteral("manufacturer-root"), QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "Manufacturer's root")},
        {QStringLiteral("device-key"), QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "The pack's own key")},
        {QStringLiteral("silicon"), QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "Silicon limits")},
        {QStringLiteral("datasheet"), QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "Data sheet")},
        {QStringLiteral("foundation"), QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "Foundation")},
        {QStringLiteral("device-chain"), QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "The pack's certificate")},
        {QStringLiteral("state"), QT_TRANSLATE_NOOP("packwarden::RepositoryMap", "Rules, values, locks, lists")},
    };
    const auto it = names.constFind(word);
    return it == names.cend() ? word : RepositoryMap::tr(*it);
}

bool isEmpty(const RepositorySlot &slot)
{
    return slot.state == L1("empty");
}

bool isProtected(const RepositorySlot &slot)
{
    return slot.state == L1("protected");
}

QString stateOf(const RepositorySlot &slot)
{
    return isProtected(slot)          ? RepositoryMap::tr("protected")
        : isEmpty(slot)               ? RepositoryMap::tr("empty")
        : slot.state == L1("written") ? RepositoryMap::tr("written")
                                      : slot.state;
}

QString sizeOf(const RepositorySlot &slot)
{
    return slot.size > 0 ? QLocale().formattedDataSize(slot.size, 1, QLocale::DataSizeSIFormat) : QString();
}

QString inWords(const RepositorySlot &slot)
{
    QStringList all{slotName(slot.name), stateOf(slot)};
    if (slot.size > 0)
        all << sizeOf(slot);
    if (!slot.sha256.isEmpty())
        all << QStringLiteral("SHA-256 %1").arg(QString::fromLatin1(slot.sha256.toHex()));
    else if (slot.kind == L1("write-once-read-never"))
        all << RepositoryMap::tr("it cannot be read");
    return all.join(QStringLiteral(" \u00B7 "));
}

} // namespace

RepositoryMap::RepositoryMap(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Key repository"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSlots({});
}

void RepositoryMap::setSlots(const QList<RepositorySlot> &slotList)
{
    QList<QList<RepositorySlot>> columns(columnCount);
    for (const RepositorySlot &slot : slotList) {
        // A kind of which this console does not know is shown behind the others, not hidden.
        int column = columnCount - 1;
        for (int i = 0; i < columnCount; ++i) {
            if (slot.kind == L1(kinds[i].word))
                column = i;
        }
        columns[column].append(slot);
    }
    m_columns = columns;
    if (!at(m_chosen))
        m_chosen = {};
    setAccessibleDescription(describe());
    updateGeometry();
    update();
    Q_EMIT chosenChanged();
}

int RepositoryMap::count() const
{
    int all = 0;
    for (const auto &column : m_columns)
        all += int(column.size());
    return all;
}

QString RepositoryMap::chosenInWords() const
{
    const RepositorySlot *slot = at(m_chosen);
    return slot ? inWords(*slot) : QString();
}

QString RepositoryMap::describe() const
{
    QStringList all;
    for (int i = 0; i < m_columns.size(); ++i) {
        QStringList boxes;
        for (const RepositorySlot &slot : m_columns.at(i))
            boxes << QStringLiteral("%1: %2").arg(slotName(slot.name), stateOf(slot));
        if (!boxes.isEmpty())
            all << QStringLiteral("%1, %2: %3.")
                       .arg(tr(kinds[i].title), tr(kinds[i].rest), boxes.join(QStringLiteral("; ")));
    }
    return all.isEmpty() ? tr("Not read yet.") : all.join(u' ');
}

QSize RepositoryMap::sizeHint() const
{
    qsizetype rows = 1;
    for (const auto &column : m_columns)
        rows = std::max(rows, column.size());
    return {columnCount * 20 * grid, headHeight + int(rows) * (boxHeight + gap)};
}

QRectF RepositoryMap::rectOf(const Place &place) const
{
    const qreal each = (width() - qreal(columnCount - 1) * 2 * gap) / columnCount;
    return {place.column * (each + 2 * gap) + 1, headHeight + qreal(place.row) * (boxHeight + gap) + 1, each - 2,
        boxHeight - 2.0};
}

const RepositorySlot *RepositoryMap::at(const Place &place) const
{
    const bool inside = place.column >= 0 && place.column < m_columns.size() && place.row >= 0
        && place.row < m_columns.at(place.column).size();
    return inside ? &m_columns.at(place.column).at(place.row) : nullptr;
}

const RepositorySlot *RepositoryMap::at(const QPointF &point, Place *place) const
{
    for (int column = 0; column < m_columns.size(); ++column) {
        for (int row = 0; row < m_columns.at(column).size(); ++row) {
            if (rectOf({column, row}).contains(point)) {
                *place = {column, row};
                return at(*place);
            }
        }
    }
    return nullptr;
}

void RepositoryMap::choose(const Place &place)
{
    if (!at(place))
        return;
    m_chosen = place;
    setAccessibleDescription(chosenInWords() + QStringLiteral(". ") + describe());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
    Q_EMIT chosenChanged();
}

void RepositoryMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    QFont bold = font();
    bold.setBold(true);
    for (int column = 0; column < columnCount; ++column) {
        const QRectF first = rectOf({column, 0});
        const int line = fontMetrics().lineSpacing();
        painter.setPen(tones.text);
        painter.setFont(bold);
        painter.drawText(QRectF(first.left(), 0, first.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(bold).elidedText(tr(kinds[column].title), Qt::ElideRight, int(first.width())));
        painter.setPen(tones.muted);
        painter.setFont(font());
        painter.drawText(QRectF(first.left(), line + 1, first.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(tr(kinds[column].rest), Qt::ElideRight, int(first.width())));
        if (m_columns.at(column).isEmpty())
            painter.drawText(
                first, Qt::AlignLeft | Qt::AlignVCenter, count() == 0 ? tr("not read yet") : tr("no slot"));
        for (int row = 0; row < m_columns.at(column).size(); ++row) {
            const bool chosen = m_chosen.column == column && m_chosen.row == row;
            paintSlot(painter, m_columns.at(column).at(row), rectOf({column, row}), chosen);
        }
    }
}

void RepositoryMap::setProved(bool proved)
{
    m_proved = proved;
    update();
}

void RepositoryMap::paintSlot(QPainter &painter, const RepositorySlot &slot, const QRectF &rect, bool chosen) const
{
    const Tones &tones = tonesOf(palette());
    const bool empty = isEmpty(slot);
    QPen edge(chosen ? tones.accent : tones.line, chosen ? 2 : 1);
    if (empty && !chosen)
        edge.setStyle(Qt::DashLine);
    painter.setPen(edge);
    painter.setBrush(empty ? tones.panel : isProtected(slot) && m_proved ? tones.goodSoft : tones.accentSoft);
    painter.drawRoundedRect(rect, 5, 5);
    if (chosen && hasFocus()) {
        painter.setPen(QPen(tones.accent, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), 3, 3);
    }
    const QRectF inside = rect.adjusted(10, 3, -10, -3);
    const qreal line = inside.height() / 2;
    const QRectF upper(inside.left(), inside.top(), inside.width(), line);
    const QRectF lower(inside.left(), inside.top() + line, inside.width(), line);
    painter.setPen(empty ? tones.muted : tones.text);
    painter.setFont(font());
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
        fontMetrics().elidedText(slotName(slot.name), Qt::ElideRight, int(upper.width())));
    // The mark and the word say it; the colour of the box only repeats it.
    const QString mark = isProtected(slot) ? shapeOf(TrustWords::earned(Status::Good, m_proved)) + u' '
        : empty                            ? QStringLiteral("\u25CB ")
                                           : QStringLiteral("\u25A0 ");
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    painter.setPen(tones.muted);
    painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, mark + stateOf(slot));
    QStringList more;
    if (!slot.sha256.isEmpty())
        more << QString::fromLatin1(slot.sha256.toHex().left(hashShown)) + QChar(0x2026);
    if (slot.size > 0)
        more << sizeOf(slot);
    painter.drawText(lower, Qt::AlignRight | Qt::AlignVCenter, more.join(QStringLiteral("  ")));
}

void RepositoryMap::mousePressEvent(QMouseEvent *event)
{
    Place place;
    if (at(event->position(), &place))
        choose(place);
}

void RepositoryMap::keyPressEvent(QKeyEvent *event)
{
    Place place = m_chosen;
    const int sideways = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    switch (event->key()) {
    case Qt::Key_Up:
        --place.row;
        break;
    case Qt::Key_Down:
        ++place.row;
        break;
    case Qt::Key_Home:
        place = {};
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        // The next column that has a slot; in a shorter one its last.
        do
            place.column += sideways;
        while (place.column >= 0 && place.column < m_columns.size() && m_columns.at(place.column).isEmpty());
        if (place.column >= 0 && place.column < m_columns.size())
            place.row = std::min(place.row, int(m_columns.at(place.column).size()) - 1);
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    choose(place);
}

void RepositoryMap::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void RepositoryMap::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool RepositoryMap::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        Place place;
        if (const RepositorySlot *slot = at(QPointF(help->pos()), &place))
            QToolTip::showText(help->globalPos(), inWords(*slot).toHtmlEscaped(), this, rectOf(place).toRect());
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace packwarden
