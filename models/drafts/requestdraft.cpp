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
    m_packs = packs;
    judge();
}

void RequestDraft::setParameter(const ParameterId &parameter)
{
    m_parameter = parameter;
    judge();
}

void RequestDraft::setText(const QString &text)
{
    m_text = text;
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

QList<ParameterInfo> RequestDraft::parameters() const
{
    QList<ParameterInfo> common;
    const auto first = m_packs.isEmpty() ? nullptr : m_trust.pack(m_packs.constFirst());
    if (!first)
        return common;
    for (const ParameterInfo &info : first->facts.parameters) {
        const bool everywhere = std::all_of(m_packs.begin(), m_packs.end(), [&](const PackSerial &serial) {
            const auto known = m_trust.pack(serial);
            return known
                && std::any_of(known->facts.parameters.begin(), known->facts.parameters.end(),
                    [&](const ParameterInfo &other) { return other.definition.id == info.definition.id; });
        });
        if (everywhere)
            common.append(info);
    }
    return common;
}

std::optional<ParameterInfo> RequestDraft::info(const PackSerial &serial) const
{
    if (const auto known = m_trust.pack(serial)) {
        for (const ParameterInfo &info : known->facts.parameters) {
            if (info.definition.id == m_parameter)
                return info;
        }
    }
    return std::nullopt;
}

int RequestDraft::layer() const
{
    const auto chosen = m_packs.isEmpty() ? std::nullopt : info(m_packs.constFirst());
    return chosen ? chosen->definition.layer : 0;
}

ParameterChange RequestDraft::changeOf(const ParameterInfo &info) const
{
    return {info.definition.id, info.definition.unit, info.stored.inForce(m_clock.now()), info.stored.revision,
        m_value.value_or(Milli{})};
}

void RequestDraft::judge()
{
    m_value.reset();
    m_problem.reset();
    m_problemPack = {};
    m_seats.clear();
    m_beyondSoftLimit = false;
    m_beyondStep = false;
    judgeText();
    Q_EMIT changed();
}

void RequestDraft::judgeText()
{
    bool allowNegative = false;
    for (const PackSerial &serial : m_packs) {
        const auto row = info(serial);
        if (!m_trust.pack(serial) || !row) {
            m_problem = Error{m_trust.pack(serial) ? Code::UnknownParameter : Code::PackUnreachable,
                m_trust.pack(serial) ? m_parameter.text() : serial.text()};
            m_problemPack = serial;
            return;
        }
        allowNegative = allowNegative || row->definition.silicon.min.value < 0;
    }
    if (m_packs.isEmpty()) {
        m_problem = Error{Code::PackUnreachable, {}};
        return;
    }
    const auto parsed = parseQuantity(m_text, allowNegative);
    if (!parsed.ok()) {
        m_problem = parsed.error();
        return;
    }
    m_value = *parsed;
    const auto unchanged = [this](const PackSerial &serial) {
        return changeOf(*info(serial)).from == *m_value;
    };
    if (std::all_of(m_packs.begin(), m_packs.end(), unchanged)) {
        m_problem = draftError(m_packs.size() == 1 ? DraftProblem::Unchanged : DraftProblem::UnchangedEverywhere);
        return;
    }
    for (const PackSerial &serial : m_packs) {
        const auto state = m_trust.snapshot().stateOf(serial, m_clock.now());
        const std::optional<Error> refusal = state.ok() ? judgeOn(*state) : std::optional(state.error());
        if (refusal) {
            m_problem = refusal;
            m_problemPack = serial;
            m_seats.clear();
            return;
        }
    }
}

std::optional<Error> RequestDraft::judgeOn(const PackState &state)
{
    const ValueJudgement judgement = judgeValue(m_parameter, *m_value, state);
    if (judgement.refusal)
        return judgement.refusal;
    m_beyondSoftLimit = m_beyondSoftLimit || judgement.beyondSoftLimit;
    m_beyondStep = m_beyondStep || judgement.beyondStep;
    // The pack that asks for most decides what is shown; each pack checks its own.
    const auto seats = seatsNeeded({changeOf(*info(state.serial))}, state);
    if (seats.size() > m_seats.size())
        m_seats = seats;
    return std::nullopt;
}

Result<ChangeRequest> RequestDraft::build(const QByteArray &authorLeafSha256) const
{
    if (m_problem)
        return *m_problem;
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
    request.head.title = QStringLiteral("%1, %2").arg(m_parameter.text(),
        m_packs.size() == 1 ? m_packs.constFirst().text() : QStringLiteral("%1 packs").arg(m_packs.size()));
    request.head.reason = m_reason.trimmed();
    for (auto it = m_evidence.begin(); it != m_evidence.end(); ++it)
        request.head.evidence.append({it.key(), sha256(*it)});
    request.head.checks = {QStringLiteral("silicon"), QStringLiteral("charter"), QStringLiteral("cross-rules")};
    for (const PackSerial &serial : m_packs) {
        const auto known = m_trust.pack(serial);
        request.packs.append({serial, known->facts.hardware, {changeOf(*info(serial))}});
    }
    return request;
}

} // namespace packwarden
