// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/drafts/newrequestdialog.h"

#include "models/core/base/clock.h"
#include "models/drafts/unitslip.h"
#include "models/trust/trustbook.h"
#include "widgets/drafts/draftwords.h"
#include "widgets/drafts/evidencefield.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/values/limitscale.h"
#include "widgets/values/numberedit.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QFormLayout>
#include <QLineEdit>

namespace packwarden {

NewRequestDialog::NewRequestDialog(
    const TrustBook &trust, const Clock &clock, const QByteArray &authorLeafSha256, FileChooser &files, QWidget *parent)
    : QDialog(parent)
    , m_draft(trust, clock)
    , m_trust(trust)
    , m_clock(clock)
    , m_author(authorLeafSha256)
    , m_kept(makeLabel({}, "muted", this))
    , m_startOver(makeButton(tr("Start over"), nullptr, "link", this))
    , m_pack(new Chooser(this))
    , m_parameter(new Chooser(this))
    , m_value(new NumberEdit(this))
    , m_reason(new QLineEdit(this))
    , m_evidence(new EvidenceField(m_draft, files, this))
    , m_period(new Chooser(this))
    , m_until(new DateField(this))
    , m_scale(new LimitScale(LimitScale::Extent::Zoomed, this))
    , m_layer(new Chip(this))
    , m_seats(makeLabel({}, nullptr, this))
    , m_hint(makeLabel({}, "muted", this))
    , m_next(makeButton(tr("Continue to signing\u2026"), "sign", "primary", this))
{
    setWindowTitle(tr("New request"));
    setMinimumWidth(80 * grid);
    m_pack->setObjectName(QStringLiteral("draftPack"));
    m_pack->setAccessibleName(tr("Pack"));
    m_parameter->setObjectName(QStringLiteral("draftParameter"));
    m_parameter->setAccessibleName(tr("Parameter"));
    m_reason->setObjectName(QStringLiteral("draftReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why this is wanted; every signer reads it"));
    m_reason->setMaxLength(1000);
    m_seats->setObjectName(QStringLiteral("draftSeats"));
    m_seats->setWordWrap(true);
    m_next->setObjectName(QStringLiteral("draftNext"));
    m_next->setDefault(true);
    m_value->setJudge([this](Milli typed) -> std::optional<QString> {
        m_draft.setText(m_value->text());
        if (const auto &problem = m_draft.problem())
            return draftwords::refusal(*problem) + slipHint(typed);
        return std::nullopt;
    });

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->setVerticalSpacing(grid);
    form->addRow(makeLabel(tr("Pack"), "muted"), m_pack);
    auto *parameterRow = new QHBoxLayout;
    parameterRow->setSpacing(grid);
    parameterRow->addWidget(m_parameter, 1);
    parameterRow->addWidget(m_layer);
    form->addRow(makeLabel(tr("Parameter"), "muted"), parameterRow);
    form->addRow(makeLabel(tr("New value"), "muted"), m_value);
    form->addRow(makeLabel(tr("Period"), "muted"), makePeriod());
    form->addRow(makeLabel(tr("Reason"), "muted"), m_reason);
    form->addRow(makeLabel(tr("Evidence"), "muted"), m_evidence);
    auto *scaleCard = makeCard(this);
    scaleCard->setProperty("surface", QStringLiteral("raised"));
    auto *scaleBox = new QVBoxLayout(scaleCard);
    scaleBox->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    scaleBox->addWidget(m_scale);
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(tr("Ask for another value"), "heading"));
    column->addLayout(makeKeptLine());
    column->addLayout(form);
    column->addWidget(scaleCard);
    column->addWidget(m_seats);
    column->addLayout(buttons);

    for (int row = 0; row < form->rowCount(); ++row)
        form->itemAt(row, QFormLayout::LabelRole)->widget()->setFixedHeight(m_reason->sizeHint().height());
    fillPacks();
    connect(m_pack, &QComboBox::activated, this, &NewRequestDialog::fillParameters);
    connect(m_parameter, &QComboBox::activated, this, &NewRequestDialog::parameterChosen);
    connect(m_value, &NumberEdit::changed, this, &NewRequestDialog::refresh);
    connect(m_reason, &QLineEdit::textChanged, this, &NewRequestDialog::refresh);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &NewRequestDialog::submit);
    fillParameters();
    m_value->setFocus();
}

QLayout *NewRequestDialog::makePeriod()
{
    m_period->setObjectName(QStringLiteral("draftPeriod"));
    m_period->setAccessibleName(tr("Period"));
    m_period->addItem(tr("For good"));
    m_period->addItem(tr("For a time, until the end of"));
    m_until->setObjectName(QStringLiteral("draftUntil"));
    m_until->setAccessibleName(tr("Last day"));
    m_until->setToolTip(tr("At the end of this day the pack goes back to the value that it had before."));
    const QDate today = QDateTime::fromSecsSinceEpoch(m_clock.now()).date();
    m_until->setMinimumDate(today);
    m_until->setDate(today.addDays(14));
    m_until->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(grid);
    row->addWidget(m_period);
    row->addWidget(m_until);
    row->addStretch(1);
    connect(m_period, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_until->setVisible(index == 1);
        refresh();
    });
    connect(m_until, &QDateEdit::dateChanged, this, &NewRequestDialog::refresh);
    return row;
}

QString NewRequestDialog::slipHint(Milli typed) const
{
    const PackSerial serial = m_draft.packs().isEmpty() ? PackSerial() : m_draft.packs().constFirst();
    const auto info = m_draft.info(serial);
    const auto known = m_trust.pack(serial);
    const QList<UnitSlip> slips
        = info && known ? unitSlips(typed, *info, known->facts.configuration.cells) : QList<UnitSlip>();
    if (slips.isEmpty())
        return {};
    const QString meant = Sentences::quantity(slips.constFirst().meant, info->definition.unit);
    const QString ask = u' ' + tr("Did you mean %1?").arg(meant);
    switch (slips.constFirst().kind) {
    case UnitSlip::Kind::PerCell:
        return ask + u' ' + tr("The value is for one cell, not for the pack.");
    case UnitSlip::Kind::PerPack:
        return ask + u' ' + tr("The value is for the pack, not for one cell.");
    case UnitSlip::Kind::Fahrenheit:
        return ask + u' ' + tr("The unit is degrees Celsius.");
    case UnitSlip::Kind::Tenth:
    case UnitSlip::Kind::Tenfold:
        return ask;
    default:
        return ask + u' ' + tr("The unit is %1.").arg(info->definition.unit);
    }
}

void NewRequestDialog::choose(const QString &serial, const ParameterId &parameter)
{
    m_isChosen = !parameter.isEmpty();
    if (const int index = m_pack->findText(serial); index >= 0)
        m_pack->setCurrentIndex(index);
    fillParameters();
    if (const int index = m_parameter->findData(parameter.text()); index >= 0)
        m_parameter->setCurrentIndex(index);
    parameterChosen();
}

void NewRequestDialog::fillPacks()
{
    const QList<PackLine> packs = m_trust.snapshot().packs.lines();
    for (const PackLine &line : packs)
        m_pack->addItem(line.serial.text(), QStringList{line.serial.text()});
    if (packs.size() < 2)
        return;
    // Packs of one kind can be asked for together; each still names its own value and revision.
    QMap<QString, QStringList> kinds;
    for (const PackLine &line : packs)
        kinds[line.hardware].append(line.serial.text());
    for (auto it = kinds.begin(); it != kinds.end(); ++it) {
        if (it->size() > 1)
            m_pack->addItem(tr("All %n packs of kind %1", nullptr, int(it->size())).arg(it.key()), *it);
    }
}

void NewRequestDialog::fillParameters()
{
    QList<PackSerial> packs;
    for (const QString &text : m_pack->currentData().toStringList()) {
        if (const auto serial = PackSerial::parse(text); serial.ok())
            packs.append(*serial);
    }
    const QString before = m_parameter->currentData().toString();
    m_draft.setPacks(packs);
    m_parameter->clear();
    for (const ParameterInfo &info : m_draft.parameters()) {
        const QString name = Names::parameter(info.definition.id);
        m_parameter->addItem(name.left(1).toUpper() + name.mid(1), info.definition.id.text());
    }
    m_parameter->setCurrentIndex(std::max(0, m_parameter->findData(before)));
    parameterChosen();
}

void NewRequestDialog::parameterChosen()
{
    const auto id = ParameterId::parse(m_parameter->currentData().toString());
    m_draft.setParameter(id.ok() ? *id : ParameterId());
    m_value->clear();
    if (!m_draft.packs().isEmpty()) {
        if (const auto info = m_draft.info(m_draft.packs().constFirst())) {
            m_value->setUnit(info->definition.unit);
            m_value->setAllowNegative(info->definition.silicon.min.value < 0);
            m_layer->setLayer(info->definition.layer);
        }
    }
    refresh();
}

void NewRequestDialog::refresh()
{
    m_draft.setText(m_value->text());
    m_draft.setReason(m_reason->text());
    m_draft.setPeriodEnd(m_period->currentIndex() == 1
            ? std::optional(m_until->date().addDays(1).startOfDay().toSecsSinceEpoch())
            : std::nullopt);
    const auto info = m_draft.packs().isEmpty() ? std::nullopt : m_draft.info(m_draft.packs().constFirst());
    m_layer->setVisible(info.has_value());
    if (info)
        m_scale->setValues(scaleOf(*info, m_clock.now(), m_value->value()));
    QString seats;
    if (m_value->value()) {
        QStringList names;
        for (const SeatFinding &seat : m_draft.seats()) {
            QStringList candidates;
            for (const Seat &candidate : seat.candidates)
                candidates << Names::seat(candidate, &m_trust.charter());
            names << candidates.join(tr(" or "));
        }
        seats = tr("Layer %1: needs the signatures of %2.").arg(m_draft.layer()).arg(names.join(tr(" and ")));
        if (m_draft.beyondSoftLimit() || m_draft.beyondStep())
            seats += u' ' + tr("It passes a soft limit or step, so one more must sign.");
    }
    m_seats->setText(m_value->text().isEmpty() ? tr("Type a value to see who must sign.") : seats);
    setTone(m_seats, seats.isEmpty() ? "muted" : "");
    const bool valueOk = m_value->value().has_value();
    m_next->setEnabled(info && valueOk && !m_reason->text().trimmed().isEmpty());
    m_hint->setText(!info                                     ? tr("No pack is known here yet: connect to one first.")
            : valueOk && m_reason->text().trimmed().isEmpty() ? tr("Give a reason.")
                                                              : QString());
}

void NewRequestDialog::submit()
{
    const auto request = m_draft.build(m_author);
    const auto taken = !request.ok() ? Result<>(request.error())
        : m_taker                    ? m_taker(*request, m_draft.evidence())
                                     : Result<>::success();
    if (!taken.ok()) {
        m_hint->setText(Sentences::of(taken.error()).text());
        m_hint->setWordWrap(true);
        return;
    }
    if (m_drafts && !m_keptAs.isEmpty())
        m_drafts->drop(m_keptAs);
    m_drafts.reset();
    accept();
}

} // namespace packwarden
