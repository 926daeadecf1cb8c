// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/values/limitscale.h"

namespace packwarden {

/// All limits of one value on one axis, a row each as the rules are nested: silicon, charter, soft limit, each with its
/// two numbers. The value in force goes through all of them; the default and what is proposed have their marks.
class NestedLimits final : public QWidget
{
    Q_OBJECT
public:
    explicit NestedLimits(QWidget *parent = nullptr);

    void setValues(const LimitScaleValues &values, Milli byDefault);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// The numbers of the rows as they are painted, for whoever checks that none covers another.
    struct Text
    {
        QRectF place;
        QString text;
    };
    QList<Text> texts() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row
    {
        QString name;
        Range range;
    };
    QList<Row> rows() const;
    double nameWidth() const;
    double x(Milli value) const;
    QString number(Milli value, bool withUnit) const;
    int numbersBelow() const;
    int rowHeight() const;
    void paintBar(QPainter &painter, const QRectF &bar, int row) const;
    void paintMarks(QPainter &painter) const;

    LimitScaleValues m_values;
    Milli m_default;
};

} // namespace packwarden
