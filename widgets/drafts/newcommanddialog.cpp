// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/drafts/newcommanddialog.h"

#include "models/core/base/clock.h"
#include "models/trust/trustbook.h"
#include "widgets/drafts/draftwords.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/filefield.h"
#include "widgets/kit/parts.h"
#include "widgets/values/limitscale.h"
#include "widgets/values/numberedit.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>

namespace packwarden {

NewCommandDialog::NewCommandDialog(
    const TrustBook &trust, const Clock &clock, const QByteArray &authorLeafSha256, QWidget *parent)
    : FittedDialog(parent)
    , m_draft(trust, clock)
    , m_trust(trust)
    , m_clock(clock)
    , m_author(authorLeafSha256)
    , m_form(new QGridLayout)
    , m_kind(new Chooser(this))
    , m_packs(new QListWidget(this))
    , m_slot(new Chooser(this))
    , m_part(new QLineEdit(this))
    , m_parameter(new Chooser(this))
    , m_value(new NumberEdit(this))
    , m_scale(new LimitScale(LimitScale::Extent::Zoomed, this))
    , m_reason(new QLineEdit(this))
    , m_final(new QCheckBox(tr("I know that this cannot be undone"), this))
    , m_purpose(makeLabel({}, "muted", this))
    , m_consequence(makeLabel({}, nullptr, this))
    , m_layer(new Chip(this))
    , m_seats(makeLabel({}, nullptr, this))
    , m_hint(makeLabel({}, "muted", this))
    , m_next(makeButton(tr("Continue to signing\u2026"), "sign", "primary", this))
{
    setObjectName(QStringLiteral("newCommandDialog"));
    setWindowTitle(tr("New command"));
    setFixedWidth(80 * grid); // words that wrap must not make the window wander
    m_next->setObjectName(QStringLiteral("commandNext"));
    m_next->setDefault(true);
    auto *cancel = makeButton(tr("Cancel"), nullptr, nullptr, this);
    cancel->setObjectName(QStringLiteral("commandCancel"));
    m_hint->setObjectName(QStringLiteral("commandHint"));
    m_hint->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(tr("Have something happen to packs"), "heading"));
    column->addWidget(makeForm());
    column->addWidget(makeConsequence());
    column->addStretch();
    column->addLayout(buttons);

    m_value->setJudge([this](Milli) -> std::optional<QString> {
        const auto id = ParameterId::parse(m_parameter->currentData().toString());
        m_draft.setLimit(id.ok() ? *id : ParameterId(), m_value->text());
        if (const auto &problem = m_draft.problem())
            return draftwords::refusal(CommandKind::Tighten, *problem);
        return std::nullopt;
    });
    fillKinds();
    fillPacks();
    connect(m_kind, &QComboBox::activated, this, &NewCommandDialog::showKind);
    connect(m_packs, &QListWidget::itemChanged, this, [this] {
        if (!m_filling)
            fillForKind();
    });
    connect(m_slot, &QComboBox::activated, this, &NewCommandDialog::refresh);
    connect(m_parameter, &QComboBox::activated, this, [this] {
        m_value->clear();
        showParameter();
    });
    for (QLineEdit *edit : {m_part, m_reason})
        connect(edit, &QLineEdit::textChanged, this, &NewCommandDialog::refresh);
    connect(m_value, &NumberEdit::changed, this, &NewCommandDialog::refresh);
    connect(m_final, &QCheckBox::toggled, this, &NewCommandDialog::refresh);
    connect(&trust, &TrustBook::changed, this, &NewCommandDialog::fillForKind);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &NewCommandDialog::submit);
    showKind();
}

void NewCommandDialog::addRow(const QString &name, QWidget *field)
{
    const int row = m_form->rowCount();
    m_form->addWidget(field, row, 1);
    if (name.isEmpty())
        return;
    auto *label = makeLabel(name, "muted");
    label->setFixedHeight(m_reason->sizeHint().height());
    m_form->addWidget(label, row, 0, Qt::AlignTop);
    m_labels.insert(field, label);
}

void NewCommandDialog::showRow(QWidget *field, bool shown)
{
    field->setVisible(shown);
    if (QWidget *label = m_labels.value(field))
        label->setVisible(shown);
}

QWidget *NewCommandDialog::makeForm()
{
    const auto name = [](QWidget *widget, const char *id, const QString &words) {
        widget->setObjectName(QString::fromLatin1(id));
        widget->setAccessibleName(words);
    };
    name(m_kind, "commandKind", tr("What"));
    name(m_packs, "commandPacks", tr("Packs"));
    name(m_slot, "commandSlot", tr("Slot"));
    name(m_part, "commandPart", tr("New part"));
    name(m_parameter, "commandParameter", tr("Limit"));
    name(m_reason, "commandReason", tr("Reason"));
    name(m_final, "commandFinal", m_final->text());
    m_value->setFieldName(tr("New value"));
    m_packs->setSelectionMode(QAbstractItemView::NoSelection);
    m_packs->setUniformItemSizes(true);
    m_part->setPlaceholderText(tr("Its id, as it stands on the label"));
    m_part->setMaxLength(64);
    m_reason->setPlaceholderText(tr("Why this is wanted; every signer reads it"));
    m_reason->setMaxLength(1000);
    m_purpose->setObjectName(QStringLiteral("commandPurpose"));
    m_purpose->setWordWrap(true);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setColumnStretch(1, 1);
    m_form->setHorizontalSpacing(2 * grid);
    m_form->setVerticalSpacing(grid);
    addRow(tr("What"), m_kind);
    addRow({}, m_purpose);
    addRow(tr("Packs"), framed(m_packs));
    addRow(tr("Slot"), m_slot);
    addRow(tr("New part"), m_part);
    addRow(tr("Limit"), m_parameter);
    addRow(tr("New value"), m_value);
    addRow(tr("Reason"), m_reason);
    addRow({}, m_final);
    auto *holder = new QWidget(this);
    holder->setLayout(m_form);
    return holder;
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

void NewCommandDialog::fillKinds()
{
    for (const CommandKind kind : CommandDraft::kinds())
        m_kind->addItem(draftwords::command(kind), int(kind));
}

void NewCommandDialog::fillPacks()
{
    m_filling = true;
    for (const PackLine &line : m_trust.snapshot().packs.lines()) {
        const PackSerial &serial = line.serial;
        auto *item = new QListWidgetItem(serial.text(), m_packs);
        if (line.isLocked && !line.isContradicted)
            item->setText(tr("%1 \u00B7 theft-locked").arg(serial.text()));
        item->setData(Qt::UserRole, serial.text());
        item->setSizeHint({0, 28});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(Qt::Unchecked);
    }
    if (m_packs->count() == 1)
        m_packs->item(0)->setCheckState(Qt::Checked);
    m_packs->setFixedHeight(std::clamp(m_packs->count(), 1, 4) * 28 + 12);
    m_filling = false;
}

void NewCommandDialog::choose(CommandKind kind, const QList<PackSerial> &packs)
{
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    m_filling = true;
    for (int row = 0; row < m_packs->count(); ++row) {
        QListWidgetItem *item = m_packs->item(row);
        const bool chosen = std::any_of(packs.begin(), packs.end(),
            [&](const PackSerial &serial) { return serial.text() == item->data(Qt::UserRole).toString(); });
        if (!packs.isEmpty())
            item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
        if (chosen)
            m_packs->scrollToItem(item);
    }
    m_filling = false;
    showKind();
    if (!m_draft.packs().isEmpty())
        Q_EMIT statementsWanted(m_draft.packs());
}

void NewCommandDialog::showKind()
{
    const auto kind = CommandKind(m_kind->currentData().toInt());
    m_draft.setKind(kind);
    m_purpose->setText(draftwords::purpose(kind));
    showRow(m_slot, kind == CommandKind::ReplaceComponent);
    showRow(m_part, kind == CommandKind::ReplaceComponent);
    showRow(m_parameter, kind == CommandKind::Tighten);
    showRow(m_value, kind == CommandKind::Tighten);
    showRow(m_final, kind == CommandKind::Decommission);
    m_final->setChecked(false);
    // A stolen van is not the time to look for words.
    if (kind == CommandKind::TheftLock && m_reason->text().isEmpty())
        m_reason->setText(tr("Reported stolen."));
    else if (kind != CommandKind::TheftLock && m_reason->text() == tr("Reported stolen."))
        m_reason->clear();
    fillForKind();
}

void NewCommandDialog::fillForKind()
{
    QList<PackSerial> packs;
    for (int row = 0; row < m_packs->count(); ++row) {
        const auto serial = PackSerial::parse(m_packs->item(row)->data(Qt::UserRole).toString());
        if (serial.ok() && m_packs->item(row)->checkState() == Qt::Checked)
            packs.append(*serial);
    }
    m_draft.setPacks(packs);
    const QVariant slot = m_slot->currentData();
    m_slot->clear();
    for (const QString &one : m_draft.slotNames()) {
        const QString part = m_draft.partIn(one);
        m_slot->addItem(part.isEmpty() ? one : tr("%1, now %2").arg(one, part), one);
    }
    m_slot->setCurrentIndex(std::max(0, m_slot->findData(slot)));
    const QVariant parameter = m_parameter->currentData();
    m_parameter->clear();
    for (const ParameterInfo &info : m_draft.parameters()) {
        const QString words = Names::parameter(info.definition.id);
        m_parameter->addItem(words.left(1).toUpper() + words.mid(1), info.definition.id.text());
    }
    m_parameter->setCurrentIndex(std::max(0, m_parameter->findData(parameter)));
    showParameter();
}

void NewCommandDialog::showParameter()
{
    const QString chosen = m_parameter->currentData().toString();
    for (const ParameterInfo &info : m_draft.parameters()) {
        if (info.definition.id.text() != chosen)
            continue;
        m_value->setUnit(info.definition.unit);
        m_value->setAllowNegative(info.definition.silicon.min.value < 0);
    }
    refresh();
}

QString NewCommandDialog::reasonMissing() const
{
    const auto &problem = m_draft.problem();
    if (m_trust.packs().isEmpty())
        return tr("No pack is known here yet: connect to one first.");
    if (m_draft.packs().isEmpty())
        return tr("Tick at least one pack.");
    const bool typed = m_draft.kind() != CommandKind::Tighten || !m_value->text().isEmpty();
    if (!typed)
        return tr("Type the new value.");
    if (problem && problem->code != Code::NotAQuantity && m_value->reason().isEmpty()) {
        const QString why = draftwords::refusal(m_draft.kind(), *problem);
        return m_draft.packs().size() > 1 && !m_draft.problemPack().isEmpty()
            ? QStringLiteral("%1: %2").arg(m_draft.problemPack().text(), why)
            : why;
    }
    if (problem)
        return tr("The value cannot be asked for; see the reason below it.");
    if (m_reason->text().trimmed().isEmpty())
        return tr("Give a reason.");
    if (m_draft.kind() == CommandKind::Decommission && !m_final->isChecked())
        return tr("Confirm that it cannot be undone.");
    return {};
}

void NewCommandDialog::refresh()
{
    const CommandKind kind = m_draft.kind();
    if (kind == CommandKind::ReplaceComponent)
        m_draft.setPart(m_slot->currentData().toString(), m_part->text());
    if (kind == CommandKind::Tighten) {
        const auto id = ParameterId::parse(m_parameter->currentData().toString());
        m_draft.setLimit(id.ok() ? *id : ParameterId(), m_value->text());
    }
    const auto info = kind == CommandKind::Tighten ? m_draft.info() : std::nullopt;
    m_scale->setVisible(info.has_value());
    if (info)
        m_scale->setValues(scaleOf(*info, m_clock.now(), m_value->value()));
    m_draft.setReason(m_reason->text());
    Command shown;
    shown.kind = kind;
    const int packs = std::max(1, int(m_draft.packs().size()));
    m_consequence->setText(draftwords::consequences(shown, packs).join(u'\n'));
    const QString missing = reasonMissing();
    m_layer->setVisible(m_draft.layer() > 0);
    if (m_draft.layer() > 0)
        m_layer->setLayer(m_draft.layer());
    m_seats->setText(m_draft.seats().isEmpty() ? tr("Shown as soon as the pack would take it.")
                                               : draftwords::signers(m_draft.seats(), m_trust.charter()));
    setTone(m_seats, m_draft.seats().isEmpty() ? "muted" : "");
    m_hint->setText(missing);
    m_next->setEnabled(missing.isEmpty());
}

void NewCommandDialog::submit()
{
    const auto command = m_draft.build(m_author);
    if (!command.ok()) {
        m_hint->setText(draftwords::refusal(m_draft.kind(), command.error()));
        return;
    }
    if (m_taker) {
        if (const auto taken = m_taker(*command); !taken.ok()) {
            m_hint->setText(Sentences::of(taken.error()).text());
            return;
        }
    }
    accept();
}

} // namespace packwarden
