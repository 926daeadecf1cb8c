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
    m_question.kind = kind;
    judge();
}

void CommandDraft::setPacks(const QList<PackSerial> &packs)
{
    m_question.packs = packs;
    m_answer = {};
    judge();
}

void CommandDraft::setPart(const QString &slot, const QString &id)
{
    m_question.slot = slot;
    m_question.component = id;
    judge();
}

void CommandDraft::setLimit(const ParameterId &parameter, const QString &text)
{
    m_question.parameter = parameter;
    m_question.text = text;
    judge();
}

std::optional<ParameterInfo> CommandDraft::info() const
{
    const ParameterInfo *found = parameterIn(parameters(), m_question.parameter);
    return found ? std::optional(*found) : std::nullopt;
}

void CommandDraft::judge()
{
    const qint64 now = m_clock.now();
    m_isJudging = m_question.packs.size() > judgedAtOnce;
    if (!m_isJudging) {
        m_job.cancel();
        m_answer = ask(m_trust.snapshot(), m_question, now, [] { return true; });
        Q_EMIT changed();
        return;
    }
    m_answer.problem.reset();
    m_answer.problemPack = {};
    m_answer.seats.clear();
    m_answer.layer = 0;
    m_answer.limit.reset();
    m_job.start([trust = m_trust.snapshot(), question = m_question, now](
                    const StillAsked &stillAsked) { return ask(trust, question, now, stillAsked); },
        [this](const Answer &answer) {
            m_answer = answer;
            m_isJudging = false;
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

CommandDraft::Answer CommandDraft::ask(
    const TrustSnapshot &trust, const Question &question, qint64 now, const StillAsked &stillAsked)
{
    Answer answer;
    answer.command.kind = question.kind;
    answer.parameters = commonParameters(trust.packs, question.packs, stillAsked);
    answer.problem = question.packs.isEmpty() ? Error{Code::PackUnreachable, {}} : readText(answer, question);
    for (const PackSerial &serial : question.packs) {
        if (!stillAsked())
            break;
        const auto state = trust.stateOf(serial, now);
        if (state.ok())
            notice(answer, *state, serial == question.packs.constFirst());
        else
            answer.slotNames.clear();
        if (answer.problem)
            continue;
        answer.problem = judgeOn(answer, state, now);
        if (answer.problem)
            answer.problemPack = serial;
    }
    if (answer.problem)
        answer.seats.clear();
    return answer;
}

void CommandDraft::notice(Answer &answer, const PackState &state, bool isFirst)
{
    if (state.lock.locked)
        answer.locked.append(state.serial);
    if (!isFirst) {
        answer.slotNames.removeIf([&](const QString &slot) { return !state.components.contains(slot); });
        return;
    }
    answer.slotNames = state.components.keys();
    for (auto it = state.components.begin(); it != state.components.end(); ++it)
        answer.parts.insert(it.key(), it->id);
}

std::optional<Error> CommandDraft::readText(Answer &answer, const Question &question)
{
    if (question.kind == CommandKind::ReplaceComponent) {
        const QString &component = question.component;
        answer.command.slot = question.slot;
        answer.command.component = component;
        if (question.slot.isEmpty())
            return draftError(DraftProblem::UnknownSlot);
        // As it stands on the part, or not at all: nothing is trimmed.
        const bool plain = std::all_of(component.begin(), component.end(),
            [](QChar sign) { return sign.unicode() > 0x20 && sign.unicode() < 0x7f; });
        if (component.isEmpty() || component.size() > maxPartId || !plain)
            return draftError(DraftProblem::ComponentId);
    }
    if (question.kind == CommandKind::Tighten) {
        const ParameterInfo *chosen = parameterIn(answer.parameters, question.parameter);
        if (!chosen)
            return Error{Code::UnknownParameter, question.parameter.text()};
        const auto value = parseQuantity(question.text, chosen->definition.silicon.min.value < 0);
        if (!value.ok())
            return value.error();
        answer.command.parameter = question.parameter;
        answer.command.to = *value;
        answer.limit = *value;
    }
    return std::nullopt;
}

std::optional<Error> CommandDraft::judgeOn(Answer &answer, const Result<PackState> &state, qint64 now)
{
    if (!state.ok())
        return state.error();
    const auto target = aimCommand(answer.command, *state);
    if (!target.ok())
        return target.error();
    answer.command.packs.append(*target);
    Command asked = answer.command;
    asked.head.created = now;
    asked.head.expires = asked.head.created + lifetime;
    const CommandJudgement judgement = judgeCommand(asked, *state);
    answer.layer = std::max(answer.layer, judgement.layer);
    // Each pack checks its own; the one that asks for most is shown.
    if (judgement.seats.size() > answer.seats.size())
        answer.seats = judgement.seats;
    return judgement.refusal;
}

Result<Command> CommandDraft::build(const QByteArray &authorLeafSha256) const
{
    const Answer answer
        = m_isJudging ? ask(m_trust.snapshot(), m_question, m_clock.now(), [] { return true; }) : m_answer;
    if (answer.problem)
        return *answer.problem;
    Command command = answer.command;
    command.head.reason = m_reason.trimmed();
    if (command.head.reason.isEmpty())
        return draftError(DraftProblem::NoReason);
    command.head.id = randomBytes(16);
    command.head.created = m_clock.now();
    command.head.expires = command.head.created + lifetime;
    command.head.author = authorLeafSha256;
    command.head.title = QStringLiteral("%1, %2").arg(commandName(kind()),
        packs().size() == 1 ? packs().constFirst().text() : QStringLiteral("%1 packs").arg(packs().size()));
    return command;
}

} // namespace packwarden
