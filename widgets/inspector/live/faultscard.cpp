// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/live/faultscard.h"

#include "models/packs/faultsmodel.h"
#include "widgets/inspector/live/facts.h"
#include "widgets/kit/parts.h"
#include "widgets/words/faultwords.h"
#include "widgets/words/trustwords.h"

#include <QBoxLayout>

#include <algorithm>

namespace packwarden {

namespace {
constexpr qint64 staleMilliseconds = 3000; ///< not heard for so long: what is known is old
constexpr int mostFaults = 2;
} // namespace

FaultsCard::FaultsCard(QWidget *parent)
    : QFrame(parent)
    , m_rows(new QVBoxLayout)
    , m_shown({{}}) // unlike anything, so that the first look fills the card
    , m_more(makeButton({}, nullptr, "link", this))
{
    setProperty("surface", QStringLiteral("card"));
    auto *column = livefacts::inside(this);
    column->addWidget(makeLabel(tr("Faults"), "section"));
    m_rows->setSpacing(4);
    column->addLayout(m_rows);
    m_more->setObjectName(QStringLiteral("liveFaults"));
    m_more->setProperty("flush", true);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, &FaultsCard::faultsWanted);
    tell({}, false, 0);
}

void FaultsCard::tell(const PackTelemetry &telemetry, bool proved, qint64 now)
{
    const int others = std::max(telemetry.activeFaults, int(telemetry.faults.size()));
    m_more->setText(others > mostFaults ? tr("%n more, and the memory\u2026", nullptr, others - mostFaults)
                                        : tr("Fault memory\u2026"));
    const QString noFault = wordForNoFault(telemetry, proved, now);
    if (telemetry.faults == m_shown && noFault == m_shownNoFault)
        return;
    m_shown = telemetry.faults;
    m_shownNoFault = noFault;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    // The worst first.
    const QList<FaultReading> faults = worstFirst(m_shown);
    const auto line = [this](const QString &text, const char *tone) {
        auto *label = makeLabel(text, tone, this);
        label->setWordWrap(true);
        m_rows->addWidget(label);
    };
    for (const FaultReading &fault : faults.mid(0, mostFaults)) {
        const Status status = FaultWords::status(fault.severity);
        line(shapeOf(status) + u' ' + FaultWords::name(fault.id), status == Status::Alarm ? "alarm" : "warning");
        const QString measured = FaultWords::measured(fault.id.code, fault.quantity, fault.value, fault.threshold);
        line(measured.isEmpty() ? FaultWords::severity(fault.severity)
                                : measured + QStringLiteral(" \u00B7 ") + FaultWords::severity(fault.severity),
            "muted");
    }
    if (faults.isEmpty())
        line(noFault, nullptr);
}

/// "None" is good news only of a pack that says so now.
QString FaultsCard::wordForNoFault(const PackTelemetry &telemetry, bool proved, qint64 now)
{
    if (telemetry.heardAt == 0 || !telemetry.knows(PackFigure::FaultCount))
        return tr("Nothing heard yet.");
    if (telemetry.activeFaults > 0)
        return shapeOf(Status::Warning) + u' '
            + tr("%n fault(s); the pack has not told yet which.", nullptr, telemetry.activeFaults);
    if (now - telemetry.heardAt > staleMilliseconds)
        return tr("None when it was last heard.");
    return shapeOf(TrustWords::earned(Status::Good, proved)) + u' ' + tr("None now.");
}

} // namespace packwarden
