// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/matrix/matrixdelegate.h"

#include "models/permissions/permissionsmodel.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/permissions/matrix/spokenmatrix.h"
#include "widgets/style/theme.h"

#include <QPainter>

#include <algorithm>

namespace packwarden {

namespace {

constexpr int bandStripe = 4;
constexpr int symbolPixels = 16;

void paintMarks(QPainter *painter, const QRect &rect, const QModelIndex &index, const Tones &tones)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (index.data(PermissionsModel::ChangedRole).toBool()) {
        const QPointF corner = rect.topRight() + QPoint(1, 0);
        painter->setBrush(tones.accent);
        painter->drawPolygon(QPolygonF{corner, corner - QPointF(9, 0), corner + QPointF(0, 9)});
    }
    if (const int problem = index.data(PermissionsModel::ProblemRole).toInt(); problem > 0) {
        const QPointF corner = rect.bottomLeft() + QPoint(1, 0);
        painter->setBrush(problem > 1 ? tones.alarm : tones.warning);
        painter->drawPolygon(QPolygonF{corner, corner + QPointF(9, 0), corner - QPointF(0, 9)});
    }
}

void paintCell(QPainter *painter, FittedText &text, const QStyleOptionViewItem &option, const QModelIndex &index,
    const Tones &tones)
{
    const auto state = CellState(index.data(PermissionsModel::StateRole).toInt());
    QFont font = option.font;
    const bool isBarred = index.data(PermissionsModel::BarredRole).toBool();
    const bool quiet = state == CellState::None || state == CellState::Prohibited;
    if (!quiet)
        font.setPixelSize(symbolPixels);
    painter->setFont(font);
    painter->setPen(quiet ? tones.muted : tones.text);
    if (isBarred)
        painter->fillRect(option.rect.adjusted(1, 0, 0, -1), QBrush(tones.line, Qt::BDiagPattern));
    text.draw(
        *painter, option.rect, isBarred ? PermissionWords::barred() : PermissionWords::symbol(state), Qt::AlignCenter);
    if (index.data(PermissionsModel::ConditionsRole).toBool()) {
        painter->setPen(tones.muted);
        font.setPixelSize(10);
        painter->setFont(font);
        text.draw(*painter, option.rect.adjusted(0, 0, -4, -2), QStringLiteral("…"), Qt::AlignRight | Qt::AlignBottom);
    }
    paintMarks(painter, option.rect, index, tones);
    if (option.state & (QStyle::State_HasFocus | QStyle::State_Selected)) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(tones.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
}

} // namespace

MatrixDelegate::MatrixDelegate(const SpokenMatrix &spoken, const PermissionsModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_spoken(spoken)
    , m_model(model)
{
}

QString MatrixDelegate::displayText(const QVariant &value, const QLocale &) const
{
    return value.toString();
}

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tones &tones = tonesOf(option.palette);
    const int band = index.data(PermissionsModel::BandRole).toInt();
    const int layerOfRow = index.data(PermissionsModel::LayerRole).toInt();
    const QColor violet = tones.layer.at(size_t(std::clamp(layerOfRow, 1, 4)) - 1);
    const bool isName = index.column() == PermissionsModel::capabilityColumn;
    const bool isTakes = index.column() == m_model.takesColumn();
    painter->save();
    if (band > 0) {
        QColor soft = violet;
        soft.setAlphaF(tones.dark ? 0.22 : 0.14);
        painter->fillRect(option.rect, soft);
    } else if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, tones.accentSoft);
    }
    if (isName) {
        const bool prohibited = layerOfRow == PermissionsModel::prohibitedBand;
        painter->fillRect(
            QRect(option.rect.topLeft(), QSize(bandStripe, option.rect.height())), prohibited ? tones.muted : violet);
    }
    const QRect &rect = option.rect;
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, tones.line);
    if (!isName && band == 0)
        painter->fillRect(rect.left(), rect.top(), 1, rect.height(), tones.line);
    QFont font = option.font;
    font.setBold(band > 0);
    painter->setPen(tones.text);
    painter->setFont(font);
    const QRect inside = option.rect.adjusted(10, 0, -4, -1);
    if (band > 0) {
        // The heading goes on from the names over the roles.
        painter->setClipRect(option.rect);
        const int left = isName ? inside.left() : 10 - m_bandShift;
        if (!isTakes)
            painter->drawText(QRect(left, option.rect.top(), 1000, option.rect.height()),
                Qt::AlignVCenter | Qt::AlignLeft, m_spoken.words(index));
    } else if (isName || isTakes) {
        const bool changed = index.data(PermissionsModel::ChangedRole).toBool();
        font.setBold(isTakes && changed);
        painter->setFont(font);
        if (isTakes && changed)
            painter->setPen(tones.accent);
        m_text.draw(*painter, inside, m_spoken.words(index), Qt::AlignVCenter | Qt::AlignLeft);
    } else {
        paintCell(painter, m_text, option, index, tones);
    }
    painter->restore();
}

} // namespace packwarden
