// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/kit/fittedtext.h"

#include <QStyledItemDelegate>

namespace packwarden {

class PermissionsModel;
class SpokenMatrix;

/// Paints the bands, cells and sentences of the matrix.
class MatrixDelegate final : public QStyledItemDelegate
{
public:
    /// bandShift: how far left of the first cell a band's heading begins, so that it goes on from the names.
    MatrixDelegate(const SpokenMatrix &spoken, const PermissionsModel &model, QObject *parent = nullptr);
    void setBandShift(int shift) { m_bandShift = shift; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QString displayText(const QVariant &value, const QLocale &locale) const override;

private:
    const SpokenMatrix &m_spoken;
    const PermissionsModel &m_model;
    mutable FittedText m_text;
    int m_bandShift = 0;
};

} // namespace packwarden
