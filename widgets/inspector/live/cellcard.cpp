// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/live/cellcard.h"

#include "widgets/inspector/live/facts.h"
#include "widgets/kit/figure.h"
#include "widgets/kit/parts.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QGridLayout>

#include <cmath>

namespace packwarden {

using livefacts::decimal;
using livefacts::none;

CellCard::CellCard(QWidget *parent)
    : QFrame(parent)
    , m_title(makeLabel(tr("No cell chosen"), "section", this))
{
    setProperty("surface", QStringLiteral("card"));
    auto *column = livefacts::inside(this);
    m_title->setObjectName(QStringLiteral("cellTitle"));
    column->addWidget(m_title);
    column->addLayout(livefacts::make({tr("Voltage"), tr("From the mean"), tr("Rank"), tr("Temperature"),
                                          tr("Resistance"), tr("Balancing"), tr("Age of reading")},
        m_values));
}

void CellCard::setQuantity(const QString &name)
{
    m_values[2]->setToolTip(tr("By what the map shows: %1").arg(name));
}

void CellCard::tell(int cell, const PackTelemetry &shown, const CellValues &values,
    std::optional<double> meanMillivolts, std::optional<qint64> ageNow)
{
    if (cell < 1 || cell > shown.cells.size())
        return;
    const CellReading &reading = shown.cells.at(cell - 1);
    const int module = CellValues::moduleOf(cell, shown);
    int position = 1;
    for (int each = cell - 1; each >= 1 && CellValues::moduleOf(each, shown) == module; --each)
        ++position;
    m_title->setText(tr("Cell %1 \u00B7 module %2, position %3").arg(cell).arg(module).arg(position));
    const double mean = meanMillivolts.value_or(reading.millivolts);
    const int deviation = int(std::lround(reading.millivolts - mean));
    setLiveText(
        *m_values[0], reading.valid ? tr("%1 V").arg(decimal(reading.millivolts / 1000.0, 3)) : tr("no reading"));
    setLiveText(*m_values[1],
        reading.valid ? tr("%1 mV").arg((deviation < 0 ? QString() : QStringLiteral("+")) + decimal(deviation, 0))
                      : none());
    const auto rank = values.rank(cell);
    setLiveText(*m_values[2], rank ? tr("%1 of %2, lowest first").arg(*rank).arg(values.knownCount()) : none());
    const auto celsius = CellValues::milliCelsius(cell, shown);
    setLiveText(*m_values[3], celsius ? tr("%1 °C, of the module").arg(decimal(*celsius / 1000.0, 1)) : none());
    double ohms = 0;
    int known = 0;
    for (const CellReading &each : std::as_const(shown.cells)) {
        ohms += each.microohms;
        known += each.microohms > 0 ? 1 : 0;
    }
    setLiveText(*m_values[4],
        reading.microohms > 0
            ? tr("%1 m\u03A9 (mean %2)").arg(decimal(reading.microohms / 1000.0, 2), decimal(ohms / known / 1000.0, 2))
            : none());
    setLiveText(*m_values[5], reading.balancing ? tr("yes") : tr("no"));
    setLiveText(*m_values[6], reading.heardAt > 0 && ageNow ? Sentences::age(*ageNow - reading.heardAt) : none());
}

} // namespace packwarden
