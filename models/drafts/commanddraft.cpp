// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/commanddraft.h"

#include "models/core/base/clock.h"
#include "models/core/judge/commandcheck.h"
#include "models/drafts/draftproblem.h"
#include "models/trust/trustbook.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr qint64 lifetime = 30LL * 24 * 3600;
constexpr qsizetype maxPartId = 64;

} // namespace

Result<PackTarget> aimCommand(Command &command, const PackState &state)
{
    PackTarget target{state.serial, 0};
    switch (command.kind) {
    case CommandKind::TheftUnlock:
        if (!state.lock.locked)
            return draftError(DraftProblem::NotLocked);
        // One unlock names one lock: packs that different documents locked need one each.
        if (!command.lock.isEmpty() && command.lock != state.lock.document)
            return draftError(DraftProblem::SeveralLocks);
        command.lock = state.lock.document;
        target.revision = state.lock.revision;
        break;
    case CommandKind::TheftLock:
        target.revision = state.lock.revision;
        break;
    case CommandKind::ReplaceComponent:
        if (!state.components.contains(command.slot))
            return draftError(DraftProblem::UnknownSlot);
        target.revision = state.components.value(command.slot).revision;
        break;
    case CommandKind::Tighten:
        if (!state.silicon.parameter(command.parameter))
            return {Code::UnknownParameter, command.parameter.text()};
        target.revision = state.values.value(command.parameter).revision;
        break;
    case CommandKind::Routine:
    case CommandKind::Decommission:
        target.revision = state.lifeCycleRevision;
        break;
    }
    return target;
}

CommandDraft::CommandDraft(const TrustBook &trust, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_trust(trust)
    , m_clock(clock)
{
    connect(&trust, &TrustBook::changed, this, &CommandDraft::judge);
    judge();
}

QList<CommandKind> CommandDraft::kinds()
{
    return {CommandKind::TheftLock, CommandKind::TheftUnlock, CommandKind::Tighten, CommandKind::ReplaceComponent,
        CommandKind::Decommission};
}

void CommandDraft::setKind(CommandKind kind)
{
    m_kind = kind;
    judge();
}

void CommandDraft::setPacks(const QList<PackSerial> &packs)
{
    m_packs = packs;
    judge();
}

void CommandDraft::setPart(const QString &slot, const QString &id)
{
    m_slot = slot;
    m_component = id;
    judge();
}

void CommandDraft::setLimit(const ParameterId &parameter, const QString &text)
{
    m_parameter = parameter;
    m_text = text;
    judge();
}

QStringList CommandDraft::slotNames() const
{
    QStringList common;
    for (const PackSerial &serial : m_packs) {
        const auto state = m_trust.snapshot().stateOf(serial, m_clock.now());
        if (!state.ok())
            return {};
        const QStringList here = state->components.keys();
        if (serial == m_packs.constFirst())
            common = here;
        else
            common.removeIf([&](const QString &slot) { return !here.contains(slot); });
    }
    return common;
}

QString CommandDraft::partIn(const QString &slot) const
{
    const auto state = m_packs.isEmpty() ? Result<PackState>(Error{Code::PackUnreachable, {}})
                                         : m_trust.snapshot().stateOf(m_packs.constFirst(), m_clock.now());
    return state.ok() ? state->components.value(slot).id : QString();
}

QList<ParameterInfo> CommandDraft::parameters() const
{
    QList<ParameterInfo> common;
    for (const PackSerial &serial : m_packs) {
        const auto known = m_trust.pack(serial);
        if (!known)
            return {};
        const QList<ParameterInfo> &here = known->facts.parameters;
        if (serial == m_packs.constFirst())
            common = here;
        common.removeIf([&](const ParameterInfo &one) {
            return std::none_of(here.begin(), here.end(),
                [&](const ParameterInfo &other) { return other.definition.id == one.definition.id; });
        });
    }
    return common;
}

std::optional<ParameterInfo> CommandDraft::info() const
{
    for (const ParameterInfo &one : parameters()) {
        if (one.definition.id == m_parameter)
            return one;
    }
    return std::nullopt;
}

QList<PackSerial> CommandDraft::locked() const
{
    QList<PackSerial> all;
    for (const PackSerial &serial : m_packs) {
        const auto state = m_trust.snapshot().stateOf(serial, m_clock.now());
        if (state.ok() && state->lock.locked)
            all.append(serial);
    }
    return all;
}

void CommandDraft::judge()
{
    m_problem.reset();
    m_problemPack = {};
    m_seats.clear();
    m_layer = 0;
    m_command = {};
    m_command.kind = m_kind;
    m_problem = m_packs.isEmpty() ? Error{Code::PackUnreachable, {}} : judgeText();
    for (const PackSerial &serial : std::as_const(m_packs)) {
        if (m_problem)
            break;
        m_problem = judgeOn(serial);
        if (m_problem)
            m_problemPack = serial;
    }
    if (m_problem)
        m_seats.clear();
    Q_EMIT changed();
}

std::optional<Error> CommandDraft::judgeText()
{
    if (m_kind == CommandKind::ReplaceComponent) {
        m_command.slot = m_slot;
        m_command.component = m_component;
        if (m_slot.isEmpty())
            return draftError(DraftProblem::UnknownSlot);
        // As it stands on the part, or not at all: nothing is trimmed.
        const bool plain = std::all_of(m_component.begin(), m_component.end(),
            [](QChar sign) { return sign.unicode() > 0x20 && sign.unicode() < 0x7f; });
        if (m_component.isEmpty() || m_component.size() > maxPartId || !plain)
            return draftError(DraftProblem::ComponentId);
    }
    if (m_kind == CommandKind::Tighten) {
        const auto chosen = info();
        if (!chosen)
            return Error{Code::UnknownParameter, m_parameter.text()};
        const auto value = parseQuantity(m_text, chosen->definition.silicon.min.value < 0);
        if (!value.ok())
            return value.error();
        m_command.parameter = m_parameter;
        m_command.to = *value;
    }
    return std::nullopt;
}

std::optional<Error> CommandDraft::judgeOn(const PackSerial &serial)
{
    const auto state = m_trust.snapshot().stateOf(serial, m_clock.now());
    if (!state.ok())
        return state.error();
    const auto target = aimCommand(m_command, *state);
    if (!target.ok())
        return target.error();
    m_command.packs.append(*target);
    Command asked = m_command;
    asked.head.created = m_clock.now();
    asked.head.expires = asked.head.created + lifetime;
    const CommandJudgement judgement = judgeCommand(asked, *state);
    m_layer = std::max(m_layer, judgement.layer);
    // Each pack checks its own; the one that asks for most is shown.
    if (judgement.seats.size() > m_seats.size())
        m_seats = judgement.seats;
    return judgement.refusal;
}

Result<Command> CommandDraft::build(const QByteArray &authorLeafSha256) const
{
    if (m_problem)
        return *m_problem;
    Command command = m_command;
    command.head.reason = m_reason.trimmed();
    if (command.head.reason.isEmpty())
        return draftError(DraftProblem::NoReason);
    command.head.id = randomBytes(16);
    command.head.created = m_clock.now();
    command.head.expires = command.head.created + lifetime;
    command.head.author = authorLeafSha256;
    command.head.title = QStringLiteral("%1, %2").arg(commandName(m_kind),
        m_packs.size() == 1 ? m_packs.constFirst().text() : QStringLiteral("%1 packs").arg(m_packs.size()));
    return command;
}

} // namespace packwarden
