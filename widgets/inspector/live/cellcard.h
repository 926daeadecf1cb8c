// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/inspector/live/cellvalues.h"

#include <QFrame>

class QLabel;

namespace packwarden {

/// One cell in detail, beside the map.
class CellCard final : public QFrame
{
    Q_OBJECT
public:
    explicit CellCard(QWidget *parent = nullptr);
    /// What the map shows, by which cells have their rank.
    void setQuantity(const QString &name);
    /// values: those of the map; cell: from 1; ageNow: monotonic milliseconds, none for an instant of the past.
    void tell(int cell, const PackTelemetry &shown, const CellValues &values, std::optional<double> meanMillivolts,
        std::optional<qint64> ageNow);

private:
    QLabel *m_title;
    QList<QLabel *> m_values;
};

} // namespace packwarden
