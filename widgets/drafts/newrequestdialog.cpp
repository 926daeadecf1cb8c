// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/drafts/newrequestdialog.h"

#include "models/core/base/clock.h"
#include "models/drafts/unitslip.h"
#include "models/trust/trustbook.h"
#include "widgets/drafts/draftwords.h"
#include "widgets/drafts/evidencefield.h"
#include "widgets/drafts/oddpacks.h"
#include "widgets/drafts/packchooser.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/values/limitscale.h"
#include "widgets/values/numberedit.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QJsonArray>
#include <QLineEdit>

#include <algorithm>

namespace packwarden {

namespace {

const QLatin1String idPrefix("draft");
const QLatin1String packsKey("packs");
const QLatin1String parameterKey("parameter");
const QLatin1String valueKey("value");
const QLatin1String untilKey("until"); ///< the last day; absent: permanently
const QLatin1String reasonKey("reason");
const QLatin1String evidenceKey("evidence"); ///< base64 by name

} // namespace

NewRequestDialog::NewRequestDialog(const TrustBook &trust, FleetModel &fleet, const Clock &clock,
    const QByteArray &authorLeafSha256, FileChooser &files, QWidget *parent)
    : DraftForm(idPrefix, tr("New request"), parent)
    , m_draft(trust, clock)
    , m_trust(trust)
    , m_clock(clock)
    , m_author(authorLeafSha256)
    , m_keeper(new DraftKeeper(*this, this))
    , m_packs(new PackChooser(fleet, idPrefix, rows()))
    , m_parameter(new Chooser(rows()))
    , m_value(new NumberEdit(rows()))
    , m_period(new Chooser(rows()))
    , m_until(new DateField(rows()))
    , m_odd(new OddPacks(this))
    , m_scale(new LimitScale(LimitScale::Extent::Zoomed, this))
    , m_layer(new Chip(rows()))
    , m_seats(makeLabel({}, nullptr, this))
{
    setMinimumWidth(80 * grid);
    m_seats->setObjectName(QStringLiteral("draftSeats"));
    m_seats->setWordWrap(true);
    addRow(tr("Packs"), m_packs);
    addRow(tr("Parameter"), makeParameter());
    addRow(tr("New value"), m_value);
    addRow(tr("Period"), makePeriod());
    addReason();
    m_evidence = new EvidenceField(m_draft, files, rows());
    addRow(tr("Evidence"), m_evidence);
    auto *content = new QVBoxLayout;
    content->setSpacing(2 * grid);
    content->addWidget(m_keeper);
    content->addWidget(rows());
    content->addWidget(m_odd);
    content->addWidget(makeScale());
    content->addWidget(m_seats);
    assemble(tr("Ask for another value"), content);

    connect(m_packs, &PackChooser::chosenChanged, this, [this] { m_draft.setPacks(m_packs->chosen()); });
    connect(m_odd, &OddPacks::keepOnly, m_packs, &PackChooser::choose);
    connect(m_parameter, &QComboBox::activated, this, [this] {
        const auto chosen = ParameterId::parse(m_parameter->currentData().toString());
        chooseParameter(chosen.ok() ? *chosen : ParameterId());
    });
    connect(m_value, &NumberEdit::textChanged, &m_draft, &RequestDraft::setText);
    connect(&m_draft, &RequestDraft::changed, this, &NewRequestDialog::showDraft);
    m_draft.setPacks(m_packs->chosen());
    m_value->setFocus();
}

NewRequestDialog::~NewRequestDialog()
{
    m_draft.disconnect(this);
    m_keeper->keep();
}

QWidget *NewRequestDialog::makeParameter()
{
    name(m_parameter, QStringLiteral("draftParameter"), tr("Parameter"));
    auto *holder = new QWidget(rows());
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid);
    row->addWidget(m_parameter, 1);
    row->addWidget(m_layer);
    return holder;
}

QWidget *NewRequestDialog::makePeriod()
{
    name(m_period, QStringLiteral("draftPeriod"), tr("Period"));
    m_period->addItem(tr("For good"));
    m_period->addItem(tr("For a time, until the end of"));
    name(m_until, QStringLiteral("draftUntil"), tr("Last day"));
    m_until->setToolTip(tr("At the end of this day the pack goes back to the value that it had before."));
    const QDate today = QDateTime::fromSecsSinceEpoch(m_clock.now()).date();
    m_until->setMinimumDate(today);
    m_until->setDate(today.addDays(14));
    m_until->hide();
    auto *holder = new QWidget(rows());
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid);
    row->addWidget(m_period);
    row->addWidget(m_until);
    row->addStretch(1);
    connect(m_period, &QComboBox::currentIndexChanged, this, &NewRequestDialog::periodChosen);
    connect(m_until, &QDateEdit::dateChanged, this, &NewRequestDialog::periodChosen);
    return holder;
}

QWidget *NewRequestDialog::makeScale()
{
    auto *card = makeCard(this);
    card->setProperty("surface", QStringLiteral("raised"));
    auto *box = new QVBoxLayout(card);
    box->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    box->addWidget(m_scale);
    return card;
}

void NewRequestDialog::periodChosen()
{
    const bool ends = m_period->currentIndex() == 1;
    m_until->setVisible(ends);
    m_draft.setPeriodEnd(
        ends ? std::optional(m_until->date().addDays(1).startOfDay().toSecsSinceEpoch()) : std::nullopt);
}

void NewRequestDialog::choose(const QString &serial, const ParameterId &parameter)
{
    m_isChosen = !parameter.isEmpty();
    m_wanted = parameter;
    if (const auto pack = PackSerial::parse(serial); pack.ok())
        m_packs->choose({*pack});
    fillParameters();
}

/// Keeps what is chosen, where the packs have it.
void NewRequestDialog::fillParameters()
{
    QStringList ids;
    for (const ParameterInfo &info : m_draft.parameters())
        ids << info.definition.id.text();
    QStringList shown;
    for (int i = 0; i < m_parameter->count(); ++i)
        shown << m_parameter->itemData(i).toString();
    if (ids != shown) {
        m_parameter->clear();
        for (const ParameterInfo &info : m_draft.parameters()) {
            const QString words = Names::parameter(info.definition.id);
            m_parameter->addItem(words.left(1).toUpper() + words.mid(1), info.definition.id.text());
        }
    }
    if (ids.isEmpty())
        return;
    const ParameterId wanted = m_wanted.isEmpty() ? m_draft.parameter() : std::exchange(m_wanted, {});
    m_parameter->setCurrentIndex(std::max(0, int(ids.indexOf(wanted.text()))));
    const auto chosen = ParameterId::parse(m_parameter->currentData().toString());
    if (chosen.ok() && *chosen != m_draft.parameter())
        chooseParameter(*chosen);
}

void NewRequestDialog::chooseParameter(const ParameterId &parameter)
{
    m_value->clear();
    m_draft.setParameter(parameter);
}

void NewRequestDialog::showDraft()
{
    fillParameters();
    const auto info = m_draft.packs().isEmpty() ? std::nullopt : m_draft.info(m_draft.packs().constFirst());
    m_layer->setVisible(info.has_value());
    if (info)
        m_layer->setLayer(info->definition.layer);
    m_odd->setKinds(m_draft.kinds());
    showValue(info);
    const QString seats = seatWords();
    m_seats->setText(m_draft.text().isEmpty() ? tr("Type a value to see who must sign.") : seats);
    setTone(m_seats, seats.isEmpty() ? "muted" : "");
    showMissing();
    m_keeper->noteChange();
}

void NewRequestDialog::showValue(const std::optional<ParameterInfo> &info)
{
    const auto &problem = m_draft.problem();
    m_value->setReason(problem && !m_draft.text().isEmpty() ? draftwords::refusal(*problem) + slipHint() : QString());
    if (!info)
        return;
    m_value->setUnit(info->definition.unit);
    m_scale->setValues(scaleOf(*info, m_clock.now(), problem ? std::nullopt : m_draft.value()));
}

QString NewRequestDialog::seatWords() const
{
    if (!m_draft.value() || m_draft.problem())
        return {};
    QStringList names;
    for (const SeatFinding &seat : m_draft.seats()) {
        QStringList candidates;
        for (const Seat &candidate : seat.candidates)
            candidates << Names::seat(candidate, &m_trust.charter());
        names << candidates.join(tr(" or "));
    }
    QString seats = tr("Layer %1: needs the signatures of %2.").arg(m_draft.layer()).arg(names.join(tr(" and ")));
    if (m_draft.beyondSoftLimit() || m_draft.beyondStep())
        seats += u' ' + tr("It passes a soft limit or step, so one more must sign.");
    return seats;
}

QString NewRequestDialog::slipHint() const
{
    const auto info = m_draft.packs().isEmpty() ? std::nullopt : m_draft.info(m_draft.packs().constFirst());
    const auto known = info ? m_trust.pack(m_draft.packs().constFirst()) : nullptr;
    const QList<UnitSlip> slips = known && m_draft.value()
        ? unitSlips(*m_draft.value(), *info, known->facts.configuration.cells)
        : QList<UnitSlip>();
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

QString NewRequestDialog::missing() const
{
    if (m_packs->isEmpty())
        return tr("No pack is known here yet: connect to one first.");
    if (m_draft.packs().isEmpty())
        return tr("Tick at least one pack.");
    if (m_draft.isJudging())
        return tr("Asking %n pack(s)…", nullptr, int(m_draft.packs().size()));
    const auto &problem = m_draft.problem();
    if (problem && m_draft.text().isEmpty())
        return problem->code == Code::NotAQuantity ? tr("Type the new value.") : draftwords::refusal(*problem);
    if (problem)
        return tr("The value cannot be asked for; see the reason below it.");
    if (m_draft.reason().trimmed().isEmpty())
        return tr("Give a reason.");
    return {};
}

Result<> NewRequestDialog::take()
{
    const auto request = m_draft.build(m_author);
    if (!request.ok())
        return request.error();
    auto taken = m_taker ? m_taker(*request, m_draft.evidence()) : Result<>::success();
    if (taken.ok())
        m_keeper->end();
    return taken;
}

QString NewRequestDialog::refusal(const Error &error) const
{
    return draftwords::refusal(error);
}

void NewRequestDialog::keepIn(const KeptDrafts &drafts)
{
    const QString prefix = QLatin1String(KeptDrafts::request);
    m_keeper->begin(drafts, m_isChosen ? keptName() : prefix);
}

QString NewRequestDialog::keptName() const
{
    return QLatin1String(KeptDrafts::request) + m_draft.parameter().text();
}

QJsonObject NewRequestDialog::content() const
{
    if (m_draft.text().isEmpty() && m_draft.reason().isEmpty() && m_draft.evidence().isEmpty())
        return {};
    QJsonObject content = blank();
    content.insert(valueKey, m_draft.text());
    content.insert(reasonKey, m_draft.reason());
    if (m_period->currentIndex() == 1)
        content.insert(untilKey, m_until->date().toString(Qt::ISODate));
    QJsonObject files;
    for (auto it = m_draft.evidence().begin(); it != m_draft.evidence().end(); ++it)
        files.insert(it.key(), QString::fromLatin1(it->toBase64()));
    if (!files.isEmpty())
        content.insert(evidenceKey, files);
    return content;
}

QJsonObject NewRequestDialog::blank() const
{
    QJsonArray packs;
    for (const PackSerial &serial : m_draft.packs())
        packs.append(serial.text());
    return {{packsKey, packs}, {parameterKey, m_draft.parameter().text()}};
}

bool NewRequestDialog::fill(const QJsonObject &content)
{
    QList<PackSerial> packs;
    for (const QJsonValue &pack : content.value(packsKey).toArray()) {
        const auto serial = PackSerial::parse(pack.toString());
        if (!serial.ok() || !m_trust.pack(*serial))
            return false;
        packs.append(*serial);
    }
    const auto parameter = ParameterId::parse(content.value(parameterKey).toString());
    const auto first = packs.isEmpty() ? nullptr : m_trust.pack(packs.constFirst());
    if (!first || !parameter.ok() || !parameterIn(first->facts.parameters, *parameter))
        return false;
    m_wanted = *parameter;
    m_packs->choose(packs);
    fillParameters();
    m_value->setText(content.value(valueKey).toString());
    reason()->setText(content.value(reasonKey).toString());
    const QDate until = QDate::fromString(content.value(untilKey).toString(), Qt::ISODate);
    if (until >= m_until->minimumDate())
        m_until->setDate(until);
    m_period->setCurrentIndex(until.isValid() ? 1 : 0);
    const QStringList held = m_draft.evidence().keys();
    for (const QString &name : held)
        m_draft.removeEvidence(name);
    const QJsonObject files = content.value(evidenceKey).toObject();
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (const auto added = m_draft.addEvidence(it.key(), QByteArray::fromBase64(it->toString().toLatin1()));
            !added.ok())
            say(Sentences::of(added.error()).text());
    }
    m_evidence->list();
    return true;
}

} // namespace packwarden
