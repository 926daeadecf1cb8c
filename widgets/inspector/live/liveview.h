// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/packs/historybook.h"
#include "widgets/inspector/live/cellvalues.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSettings;
class QSplitter;

namespace packwarden {

class CellCard;
class CellMap;
class ElidedLabel;
class FaultsCard;
class ParametersModel;
class TrendCard;
class TrendPlot;

/// What a pack is doing right now: its cells by five quantities, the chosen one in detail, its faults and limits, and
/// the last hour as a trend, as tall as the splitter says or in a window of its own. While the trend's cursor stands at
/// an instant, cells and figures are those of that instant. Quantity, scale, span,
/// figure and cells are remembered here, the splitter by the window.
class LiveView final : public QWidget
{
    Q_OBJECT
public:
    LiveView(const ParametersModel &parameters, HistoryBook &histories, QWidget *parent = nullptr);

    /// key: of PacksModel; now: monotonic milliseconds.
    void setTelemetry(const QString &key, const PackTelemetry &telemetry, qint64 now);
    /// The pack as it was at the cursor of the trend; none: now.
    const std::optional<PackTelemetry> &then() const { return m_then; }
    /// Unix milliseconds of then().
    qint64 thenAt() const { return m_thenAt; }
    /// The cell that stands out: by its resistance, or else by its voltage. 0: none does.
    static int weakestCell(const PackTelemetry &telemetry);
    /// Of the pack on show; see InspectorPage::setProved.
    void setProved(bool proved);
    CellMap *cells() const { return m_cells; }
    TrendPlot *trend() const;
    void remember(QSettings &settings) const;
    void recall(const QSettings &settings);

Q_SIGNALS:
    void faultsWanted();
    /// then() is another one.
    void instantChanged();

private:
    QWidget *makeCells();
    QWidget *makePack();
    void chooseQuantity(int index);
    void updateScale();
    void chooseWeakest();
    void showInstant();
    void showMap();
    void readLimits();
    void showCell();
    void showPack();

    const ParametersModel &m_parameters;
    HistoryBook &m_histories;
    bool m_proved = false;
    PackTelemetry m_telemetry;
    qint64 m_now = 0;
    QString m_key;
    std::optional<PackTelemetry> m_then;
    qint64 m_thenAt = 0;
    CellLimits m_limits;
    QSplitter *m_split;
    CellMap *m_cells;
    QComboBox *m_quantity;
    QComboBox *m_scale;
    ElidedLabel *m_summary;
    QList<QLabel *> m_packValues;
    CellCard *m_cell;
    FaultsCard *m_faults;
    TrendCard *m_trend;
};

} // namespace packwarden
