// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"

#include <QFrame>

class QPushButton;
class QVBoxLayout;

namespace packwarden {

/// The worst faults of a pack as it tells them on the bus.
class FaultsCard final : public QFrame
{
    Q_OBJECT
public:
    explicit FaultsCard(QWidget *parent = nullptr);
    /// proved: see InspectorPage::setProved; now: monotonic milliseconds.
    void tell(const PackTelemetry &telemetry, bool proved, qint64 now);

Q_SIGNALS:
    void faultsWanted();

private:
    static QString wordForNoFault(const PackTelemetry &telemetry, bool proved, qint64 now);

    QVBoxLayout *m_rows;
    QList<FaultReading> m_shown;
    QString m_shownNoFault; ///< what stood there instead of faults
    QPushButton *m_more;
};

} // namespace packwarden
