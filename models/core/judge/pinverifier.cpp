// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/judgement.h"
#include "models/core/judge/verifier.h"
#include "models/core/rules/seating.h"

#include <algorithm>

namespace packwarden {

namespace {

/// Judges what was signed long ago, by the rules that it brings itself: at the time of each signature, or of the lists
/// if they are newer, so that certificates which ran out since do no harm and those revoked do.
class OldDocument final
{
public:
    OldDocument(const CoseSign &document, const DocumentHead &head, const PackState &state)
        : m_state(state)
    {
        m_state.now = head.created;
        m_state.clockUncertain = true;
        for (const CoseSignature &signature : document.signatures) {
            PackState then = m_state;
            then.now = signature.at;
            const auto read = judgement::readSignature(document, signature, then.memo.get());
            // Once for the time, once for the chain.
            for (int i = 0; i < 2; ++i) {
                if (!judgement::mayBeJudged(read, then, m_effort)) {
                    m_problem = Error{Code::TooComplex, QStringLiteral("lists")};
                    return;
                }
            }
            m_signatures.append(judgement::judgeSignature(read, INT32_MAX, then));
        }
        const auto author = judgement::findAuthor(head, m_signatures);
        if (author.ok())
            m_author = *author;
        else
            m_problem = author.error();
    }

    void require(QList<SeatFinding> seats)
    {
        if (m_problem || seats.isEmpty())
            return;
        const auto floor = seats.constFirst().byRole ? FoundationFloor::Exempt : FoundationFloor::Counts;
        m_problem = fillSeats(seats, m_signatures, m_author, m_state, m_effort, floor);
    }
    std::optional<Error> problem() const { return m_problem; }

private:
    PackState m_state;
    QList<SignatureFinding> m_signatures;
    Author m_author;
    Effort m_effort;
    std::optional<Error> m_problem;
};

SeatFinding seatOf(const Seat &seat, Amendment kind)
{
    SeatFinding finding;
    finding.capability = CapabilityId::fromTrusted(amendmentName(kind));
    finding.candidates = {seat};
    finding.byRole = true;
    return finding;
}

Result<> checkCharterSeats(const CoseSign &document, const CharterChange &change, const PackState &state)
{
    OldDocument judged(document, change.head, state);
    if (change.amendment == Amendment::First) {
        for (auto it = change.charter.positions.begin(); it != change.charter.positions.end(); ++it)
            judged.require({seatOf({it.key(), it->signatory}, change.amendment)});
    } else {
        QList<SeatFinding> seats;
        const QString kind = amendmentName(change.amendment);
        for (const Seat &seat : state.foundation.amendments.value(kind))
            seats.append(seatOf(seating::fillerOf(seat, change.charter, change.head.created), change.amendment));
        if (seats.isEmpty())
            return {Code::OutsideCharter, kind};
        judged.require(seats);
    }
    const auto problem = judged.problem();
    return problem ? Result<>(*problem) : Result<>::success();
}

/// The policy that came with the charter, or a later one for it with its seats for policy.
Result<> checkPolicyBeside(const QByteArray &bytes, const CharterChange &charter, PackState state)
{
    const auto document = CoseSign::decode(bytes);
    const auto change = document.ok() ? policyIn(*document) : Result<PolicyChange>(document.error());
    if (!change.ok())
        return change.error();
    if (change->policy == charter.policy.policy)
        return Result<>::success();
    if (change->policy.charterSha256 != charter.charter.bodySha256() || document->contentType != contenttype::policy)
        return {Code::WrongCharter, QString::number(change->policy.version)};
    if (change->policy.version <= charter.policy.policy.version)
        return {Code::VersionRollback, QString::number(change->policy.version)};
    state.policy = change->policy;
    if (auto sound = checkPolicy(state.policy, state.charter, state.foundation, state.silicon); !sound.ok())
        return sound;
    const auto capability = CapabilityId::fromTrusted(QStringLiteral("change-policy"));
    const auto seats = requiredSeats(capability, state.silicon.layers.value(capability, 4), false, false, state);
    if (!seats.ok())
        return seats.error();
    OldDocument judged(*document, change->head, state);
    judged.require(*seats);
    const auto problem = judged.problem();
    return problem ? Result<>(*problem) : Result<>::success();
}

} // namespace

Result<> verifyPinned(const QByteArray &charterDocument, const QByteArray &policyDocument, const QList<CrlEntry> &lists,
    const SiliconLimits &silicon, const Foundation &foundation)
{
    const auto document = CoseSign::decode(charterDocument);
    if (!document.ok())
        return document.error();
    if (document->contentType != contenttype::charter)
        return {Code::UnknownType, QString::fromLatin1(document->contentType.left(100))};
    const auto change = CharterChange::decode(document->payload);
    if (!change.ok())
        return change.error();
    PackState state;
    state.silicon = silicon;
    state.foundation = foundation;
    state.charter = change->charter;
    state.policy = change->policy.policy;
    state.crls = lists;
    state = state.remembering();
    if (auto sound = checkCharter(state.charter, state.policy, foundation); !sound.ok())
        return sound;
    if (auto sound = checkPolicy(state.policy, state.charter, foundation, silicon); !sound.ok())
        return sound;
    if (auto signedByAll = checkCharterSeats(*document, *change, state); !signedByAll.ok())
        return signedByAll;
    return checkPolicyBeside(policyDocument, *change, state);
}

} // namespace packwarden
