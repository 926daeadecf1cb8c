// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/drafts/newcommanddialog.h"

#include "models/core/base/clock.h"
#include "models/trust/trustbook.h"
#include "widgets/drafts/draftwords.h"
#include "widgets/drafts/packchooser.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/values/limitscale.h"
#include "widgets/values/numberedit.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>

#include <algorithm>

namespace packwarden {

namespace {

const QLatin1String idPrefix("command");

} // namespace

NewCommandDialog::NewCommandDialog(
    const TrustBook &trust, FleetModel &fleet, const Clock &clock, const QByteArray &authorLeafSha256, QWidget *parent)
    : DraftForm(idPrefix, tr("New command"), parent)
    , m_draft(trust, clock)
    , m_trust(trust)
    , m_clock(clock)
    , m_author(authorLeafSha256)
    , m_kind(new Chooser(rows()))
    , m_purpose(makeLabel({}, "muted", rows()))
    , m_packs(new PackChooser(fleet, idPrefix, rows()))
    , m_slot(new Chooser(rows()))
    , m_part(new QLineEdit(rows()))
    , m_parameter(new Chooser(rows()))
    , m_value(new NumberEdit(rows()))
    , m_consequence(makeLabel({}, nullptr, this))
    , m_scale(new LimitScale(LimitScale::Extent::Zoomed, this))
    , m_layer(new Chip(this))
    , m_seats(makeLabel({}, nullptr, this))
{
    setObjectName(QStringLiteral("newCommandDialog"));
    setFixedWidth(80 * grid); // words that wrap must not make the window wander
    nameParts();
    addRow(tr("What"), m_kind);
    addRow({}, m_purpose);
    addRow(tr("Packs"), m_packs);
    addRow(tr("Slot"), m_slot);
    addRow(tr("New part"), m_part);
    addRow(tr("Limit"), m_parameter);
    addRow(tr("New value"), m_value);
    addReason();
    m_final = new QCheckBox(tr("I know that this cannot be undone"), rows());
    name(m_final, QStringLiteral("commandFinal"), m_final->text());
    addRow({}, m_final);
    auto *content = new QVBoxLayout;
    content->setSpacing(2 * grid);
    content->addWidget(rows());
    content->addWidget(makeConsequence());
    content->addStretch();
    assemble(tr("Have something happen to packs"), content);

    for (const CommandKind kind : CommandDraft::kinds())
        m_kind->addItem(draftwords::command(kind), int(kind));
    connect(m_kind, &QComboBox::activated, this, &NewCommandDialog::showKind);
    connect(m_packs, &PackChooser::chosenChanged, this, [this] { m_draft.setPacks(m_packs->chosen()); });
    connect(m_slot, &QComboBox::activated, this, &NewCommandDialog::tellPart);
    connect(m_part, &QLineEdit::textChanged, this, &NewCommandDialog::tellPart);
    connect(m_parameter, &QComboBox::activated, this, [this] {
        m_value->clear();
        tellLimit();
    });
    connect(m_value, &NumberEdit::textChanged, this, &NewCommandDialog::tellLimit);
    connect(m_final, &QCheckBox::toggled, this, &NewCommandDialog::showMissing);
    connect(&m_draft, &CommandDraft::changed, this, &NewCommandDialog::showDraft);
    m_draft.setPacks(m_packs->chosen());
    showKind();
}

void NewCommandDialog::nameParts()
{
    name(m_kind, QStringLiteral("commandKind"), tr("What"));
    name(m_slot, QStringLiteral("commandSlot"), tr("Slot"));
    name(m_part, QStringLiteral("commandPart"), tr("New part"), 64);
    name(m_parameter, QStringLiteral("commandParameter"), tr("Limit"));
    m_value->setFieldName(tr("New value"));
    m_part->setPlaceholderText(tr("Its id, as it stands on the label"));
    m_purpose->setObjectName(QStringLiteral("commandPurpose"));
    m_purpose->setWordWrap(true);
}

QWidget *NewCommandDialog::makeConsequence()
{
    auto *card = makeCard(this);
    card->setProperty("surface", QStringLiteral("raised"));
    m_consequence->setObjectName(QStringLiteral("commandConsequence"));
    m_consequence->setWordWrap(true);
    m_seats->setObjectName(QStringLiteral("commandSeats"));
    m_seats->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("What follows"), "section"), 1);
    head->addWidget(m_layer);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(2 * grid, grid, 2 * grid, grid + 4);
    column->setSpacing(grid);
    column->addLayout(head);
    column->addWidget(m_consequence);
    column->addWidget(m_scale);
    column->addWidget(makeLabel(tr("Who must sign"), "section"));
    column->addWidget(m_seats);
    return card;
}

void NewCommandDialog::choose(CommandKind kind, const QList<PackSerial> &packs)
{
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    if (!packs.isEmpty())
        m_packs->choose(packs);
    showKind();
    if (!m_draft.packs().isEmpty())
        Q_EMIT statementsWanted(m_draft.packs());
}

void NewCommandDialog::showKind()
{
    const auto kind = CommandKind(m_kind->currentData().toInt());
    m_purpose->setText(draftwords::purpose(kind));
    showRow(m_slot, kind == CommandKind::ReplaceComponent);
    showRow(m_part, kind == CommandKind::ReplaceComponent);
    showRow(m_parameter, kind == CommandKind::Tighten);
    showRow(m_value, kind == CommandKind::Tighten);
    showRow(m_final, kind == CommandKind::Decommission);
    m_final->setChecked(false);
    // A stolen van is not the time to look for words.
    if (kind == CommandKind::TheftLock && reason()->text().isEmpty())
        reason()->setText(tr("Reported stolen."));
    else if (kind != CommandKind::TheftLock && reason()->text() == tr("Reported stolen."))
        reason()->clear();
    m_draft.setKind(kind);
}

void NewCommandDialog::reasonTyped(const QString &text)
{
    m_draft.setReason(text);
    showMissing();
}

void NewCommandDialog::tellPart()
{
    m_draft.setPart(m_slot->currentData().toString(), m_part->text());
}

void NewCommandDialog::tellLimit()
{
    const auto id = ParameterId::parse(m_parameter->currentData().toString());
    m_draft.setLimit(id.ok() ? *id : ParameterId(), m_value->text());
}

/// What is chosen stays chosen, where the packs have it.
void NewCommandDialog::fillSlots()
{
    QStringList shown;
    for (int i = 0; i < m_slot->count(); ++i)
        shown << m_slot->itemText(i);
    QStringList wanted;
    for (const QString &one : m_draft.slotNames()) {
        const QString part = m_draft.partIn(one);
        wanted << (part.isEmpty() ? one : tr("%1, now %2").arg(one, part));
    }
    if (wanted == shown)
        return;
    const QVariant before = m_slot->currentData();
    m_slot->clear();
    for (qsizetype i = 0; i < wanted.size(); ++i)
        m_slot->addItem(wanted.at(i), m_draft.slotNames().at(i));
    m_slot->setCurrentIndex(std::max(0, m_slot->findData(before)));
    tellPart();
}

void NewCommandDialog::fillParameters()
{
    QStringList shown;
    for (int i = 0; i < m_parameter->count(); ++i)
        shown << m_parameter->itemData(i).toString();
    QStringList wanted;
    for (const ParameterInfo &info : m_draft.parameters())
        wanted << info.definition.id.text();
    if (wanted == shown)
        return;
    const QVariant before = m_parameter->currentData();
    m_parameter->clear();
    for (const ParameterInfo &info : m_draft.parameters()) {
        const QString words = Names::parameter(info.definition.id);
        m_parameter->addItem(words.left(1).toUpper() + words.mid(1), info.definition.id.text());
    }
    m_parameter->setCurrentIndex(std::max(0, m_parameter->findData(before)));
    tellLimit();
}

void NewCommandDialog::showDraft()
{
    fillSlots();
    fillParameters();
    showLimit();
    Command shown;
    shown.kind = m_draft.kind();
    const int packs = std::max(1, int(m_draft.packs().size()));
    m_consequence->setText(draftwords::consequences(shown, packs).join(u'\n'));
    m_layer->setVisible(m_draft.layer() > 0);
    if (m_draft.layer() > 0)
        m_layer->setLayer(m_draft.layer());
    m_seats->setText(m_draft.seats().isEmpty() ? tr("Shown as soon as the pack would take it.")
                                               : draftwords::signers(m_draft.seats(), m_trust.charter()));
    setTone(m_seats, m_draft.seats().isEmpty() ? "muted" : "");
    showMissing();
}

void NewCommandDialog::showLimit()
{
    const auto &problem = m_draft.problem();
    const auto info = m_draft.kind() == CommandKind::Tighten ? m_draft.info() : std::nullopt;
    m_scale->setVisible(info.has_value());
    const bool isRefused = info && problem && !m_value->text().isEmpty();
    m_value->setReason(isRefused ? refusal(*problem) : QString());
    if (!info)
        return;
    m_value->setUnit(info->definition.unit);
    m_scale->setValues(scaleOf(*info, m_clock.now(), problem ? std::nullopt : m_draft.limit()));
}

QString NewCommandDialog::missing() const
{
    const auto &problem = m_draft.problem();
    if (m_packs->isEmpty())
        return tr("No pack is known here yet: connect to one first.");
    if (m_draft.packs().isEmpty())
        return tr("Tick at least one pack.");
    if (m_draft.kind() == CommandKind::Tighten && m_value->text().isEmpty())
        return tr("Type the new value.");
    if (m_draft.isJudging())
        return tr("Asking %n pack(s)…", nullptr, int(m_draft.packs().size()));
    if (problem && !m_value->reason().isEmpty())
        return tr("The value cannot be asked for; see the reason below it.");
    if (problem) {
        const QString why = refusal(*problem);
        return m_draft.packs().size() > 1 && !m_draft.problemPack().isEmpty()
            ? QStringLiteral("%1: %2").arg(m_draft.problemPack().text(), why)
            : why;
    }
    if (reason()->text().trimmed().isEmpty())
        return tr("Give a reason.");
    if (m_draft.kind() == CommandKind::Decommission && !m_final->isChecked())
        return tr("Confirm that it cannot be undone.");
    return {};
}

Result<> NewCommandDialog::take()
{
    const auto command = m_draft.build(m_author);
    if (!command.ok())
        return command.error();
    return m_taker ? m_taker(*command) : Result<>::success();
}

QString NewCommandDialog::refusal(const Error &error) const
{
    return draftwords::refusal(m_draft.kind(), error);
}

} // namespace packwarden
