// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/requestdraft.h"

#include "models/core/base/clock.h"
#include "models/core/documents/documentfile.h"
#include "models/drafts/draftproblem.h"
#include "models/trust/trustbook.h"

#include <algorithm>

namespace packwarden {

RequestDraft::RequestDraft(const TrustBook &trust, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_trust(trust)
    , m_clock(clock)
{
    connect(&trust, &TrustBook::changed, this, &RequestDraft::judge);
    judge();
}

void RequestDraft::setPacks(const QList<PackSerial> &packs)
{
    m_question.packs = packs;
    m_answer.parameters.clear();
    m_answer.kinds.clear();
    judge();
}

void RequestDraft::setParameter(const ParameterId &parameter)
{
    m_question.parameter = parameter;
    m_answer.kinds.clear();
    judge();
}

void RequestDraft::setText(const QString &text)
{
    if (text == m_question.text)
        return;
    m_question.text = text;
    judge();
}

void RequestDraft::setReason(const QString &reason)
{
    m_reason = reason;
    Q_EMIT changed();
}

void RequestDraft::setLifetime(qint64 seconds)
{
    m_lifetime = std::clamp<qint64>(seconds, 60, DocumentHead::maxLifetime);
    Q_EMIT changed();
}

void RequestDraft::setPeriodEnd(std::optional<qint64> end)
{
    m_periodEnd = end;
    Q_EMIT changed();
}

Result<> RequestDraft::addEvidence(const QString &name, const QByteArray &bytes)
{
    const auto held = m_evidence.constFind(name);
    if (name.isEmpty() || name.size() > 255 || (held != m_evidence.cend() && *held != bytes))
        return {Code::Malformed, name};
    qsizetype total = bytes.size();
    for (const QByteArray &file : m_evidence)
        total += file.size();
    // The rest of a document file is for the document, its signatures and lists.
    if (total > DocumentFile::maxBytes / 2)
        return {Code::TooLarge, name};
    m_evidence.insert(name, bytes);
    Q_EMIT changed();
    return Result<>::success();
}

void RequestDraft::removeEvidence(const QString &name)
{
    m_evidence.remove(name);
    Q_EMIT changed();
}

std::optional<ParameterInfo> RequestDraft::info(const PackSerial &serial) const
{
    const auto known = m_trust.pack(serial);
    const ParameterInfo *found = known ? parameterIn(known->facts.parameters, m_question.parameter) : nullptr;
    return found ? std::optional(*found) : std::nullopt;
}

int RequestDraft::layer() const
{
    const auto chosen = packs().isEmpty() ? std::nullopt : info(packs().constFirst());
    return chosen ? chosen->definition.layer : 0;
}

void RequestDraft::judge()
{
    const qint64 now = m_clock.now();
    m_isJudging = m_question.packs.size() > judgedAtOnce;
    if (!m_isJudging) {
        m_job.cancel();
        m_answer = ask(m_trust.snapshot(), m_question, now, [] { return true; });
        Q_EMIT changed();
        return;
    }
    m_answer = {m_answer.parameters, {}, {}, {}, false, false, {}, m_answer.kinds, {}};
    m_job.start([trust = m_trust.snapshot(), question = m_question, now](
                    const StillAsked &stillAsked) { return ask(trust, question, now, stillAsked); },
        [this](const Answer &answer) {
            m_answer = answer;
            m_isJudging = false;
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

RequestDraft::Answer RequestDraft::ask(
    const TrustSnapshot &trust, const Question &question, qint64 now, const StillAsked &stillAsked)
{
    Answer answer;
    answer.parameters = commonParameters(trust.packs, question.packs, stillAsked);
    judgeText(answer, trust, question, now, stillAsked);
    if (answer.problem) {
        answer.seats.clear();
        answer.changes.clear();
    }
    return answer;
}

void RequestDraft::judgeText(
    Answer &answer, const TrustSnapshot &trust, const Question &question, qint64 now, const StillAsked &stillAsked)
{
    bool allowNegative = false;
    for (const PackSerial &serial : question.packs) {
        const auto known = trust.packs.find(serial);
        const ParameterInfo *row = known ? parameterIn(known->facts.parameters, question.parameter) : nullptr;
        if (!row) {
            answer.problem = known ? Error{Code::UnknownParameter, question.parameter.text()}
                                   : Error{Code::PackUnreachable, serial.text()};
            answer.problemPack = serial;
            return;
        }
        allowNegative = allowNegative || row->definition.silicon.min.value < 0;
        answer.changes.append({serial, known->facts.hardware,
            {{question.parameter, row->definition.unit, row->stored.inForce(now), row->stored.revision, Milli{}}}});
    }
    if (question.packs.isEmpty()) {
        answer.problem = Error{Code::PackUnreachable, {}};
        return;
    }
    answer.kinds = requestparts::kindsOf(answer.changes);
    const auto parsed = parseQuantity(question.text, allowNegative);
    if (!parsed.ok()) {
        answer.problem = parsed.error();
        return;
    }
    answer.value = *parsed;
    const bool isUnchanged = std::all_of(answer.changes.begin(), answer.changes.end(),
        [&](const PackChanges &pack) { return pack.changes.constFirst().from == *parsed; });
    if (isUnchanged) {
        answer.problem
            = draftError(question.packs.size() == 1 ? DraftProblem::Unchanged : DraftProblem::UnchangedEverywhere);
        return;
    }
    for (PackChanges &pack : answer.changes) {
        pack.changes.first().to = *parsed;
        if (!stillAsked() || !judgeOn(answer, pack, trust, now))
            return;
    }
}

bool RequestDraft::judgeOn(Answer &answer, PackChanges &pack, const TrustSnapshot &trust, qint64 now)
{
    const auto state = trust.stateOf(pack.serial, now);
    const ParameterChange &change = pack.changes.constFirst();
    const ValueJudgement judgement
        = state.ok() ? judgeValue(change.parameter, change.to, *state) : ValueJudgement{state.error(), false, false};
    if (judgement.refusal) {
        answer.problem = judgement.refusal;
        answer.problemPack = pack.serial;
        return false;
    }
    answer.beyondSoftLimit = answer.beyondSoftLimit || judgement.beyondSoftLimit;
    answer.beyondStep = answer.beyondStep || judgement.beyondStep;
    // The pack that asks for most decides what is shown; each pack checks its own.
    const auto seats = seatsNeeded(pack.changes, *state);
    if (seats.size() > answer.seats.size())
        answer.seats = seats;
    return true;
}

Result<ChangeRequest> RequestDraft::build(const QByteArray &authorLeafSha256) const
{
    const Answer answer
        = m_isJudging ? ask(m_trust.snapshot(), m_question, m_clock.now(), [] { return true; }) : m_answer;
    if (answer.problem)
        return *answer.problem;
    if (m_reason.trimmed().isEmpty())
        return draftError(DraftProblem::NoReason);
    if (m_periodEnd && *m_periodEnd <= m_clock.now())
        return {Code::Expired, QString::number(*m_periodEnd)};
    ChangeRequest request;
    request.head.id = randomBytes(16);
    request.head.created = m_clock.now();
    request.periodEnd = m_periodEnd;
    request.head.expires = std::min(request.head.created + m_lifetime, m_periodEnd.value_or(INT64_MAX));
    request.head.author = authorLeafSha256;
    // No value in the title: in layer 4 it stays masked until the technical seat entered its own.
    request.head.title = QStringLiteral("%1, %2").arg(parameter().text(),
        packs().size() == 1 ? packs().constFirst().text() : QStringLiteral("%1 packs").arg(packs().size()));
    request.head.reason = m_reason.trimmed();
    for (auto it = m_evidence.begin(); it != m_evidence.end(); ++it)
        request.head.evidence.append({it.key(), sha256(*it)});
    request.head.checks = {QStringLiteral("silicon"), QStringLiteral("charter"), QStringLiteral("cross-rules")};
    request.packs = answer.changes;
    return request;
}

} // namespace packwarden
