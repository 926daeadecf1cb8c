// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/verifier.h"
#include "models/drafts/draftpacks.h"
#include "models/drafts/requestparts.h"
#include "models/support/latestjob.h"

#include <QMap>

namespace packwarden {

class Clock;
class TrustBook;
struct TrustSnapshot;

/// A change request before it is signed: which packs, which parameter, what was typed. The text is read once and judged
/// as a whole by the strict grammar, then once by each pack's own rules; it is never changed, clamped or guessed. What
/// is asked of more packs than judgedAtOnce is answered by a worker: changed() comes at once, and again when it is.
class RequestDraft final : public QObject
{
    Q_OBJECT
public:
    RequestDraft(const TrustBook &trust, const Clock &clock, QObject *parent = nullptr);

    void setPacks(const QList<PackSerial> &packs);
    void setParameter(const ParameterId &parameter);
    void setText(const QString &text);
    void setReason(const QString &reason);
    /// Seconds that the request may be delivered; at most DocumentHead::maxLifetime.
    void setLifetime(qint64 seconds);
    /// The end of a temporary change, Unix seconds; none: for good.
    void setPeriodEnd(std::optional<qint64> end);
    /// A file that the request names by its hash and that travels beside it. Malformed: the name is empty, too long or
    /// taken by another file; TooLarge: all of them would not fit into a document file.
    Result<> addEvidence(const QString &name, const QByteArray &bytes);
    void removeEvidence(const QString &name);

    const QList<PackSerial> &packs() const { return m_question.packs; }
    const ParameterId &parameter() const { return m_question.parameter; }
    const QString &text() const { return m_question.text; } ///< exactly as typed
    const QString &reason() const { return m_reason; }
    std::optional<qint64> periodEnd() const { return m_periodEnd; }
    const QMap<QString, QByteArray> &evidence() const { return m_evidence; }

    /// True from a change until the packs were asked about it; there is no problem and no seat meanwhile.
    bool isJudging() const { return m_isJudging; }
    /// The parameters that all chosen packs have, as the first of them holds them; none while they are being read.
    const QList<ParameterInfo> &parameters() const { return m_answer.parameters; }
    /// The chosen parameter as the pack holds it; none while nothing is chosen.
    std::optional<ParameterInfo> info(const PackSerial &serial) const;
    /// Parsed, whether or not it may be; none while the text is no quantity.
    std::optional<Milli> value() const { return m_answer.value; }
    /// Why this cannot be drafted: NotAQuantity (detail as in milli.h), UnknownParameter, PackUnreachable, or the
    /// reason for which the pack would refuse the value, with the pack's serial in problemPack().
    const std::optional<Error> &problem() const { return m_answer.problem; }
    const PackSerial &problemPack() const { return m_answer.problemPack; }
    bool beyondSoftLimit() const { return m_answer.beyondSoftLimit; }
    bool beyondStep() const { return m_answer.beyondStep; }
    /// The chosen packs by what they start from, once a parameter is chosen that all of them have; the text need not be
    /// a value yet. More than one: some are odd, and signers should know before they sign.
    const QList<requestparts::Kind> &kinds() const { return m_answer.kinds; }
    int layer() const; ///< of the chosen parameter, 0 while none is chosen
    /// Who must sign, once there is a value that the packs would take.
    const QList<SeatFinding> &seats() const { return m_answer.seats; }

    /// The request with from and revision as last read from each pack. Refuses what problem() refuses, an empty reason
    /// (NoReason), and a period that is over (Expired). It can be delivered no longer than its period lasts. Asks the
    /// packs here and now where a worker has not answered yet.
    Result<ChangeRequest> build(const QByteArray &authorLeafSha256) const;

Q_SIGNALS:
    void changed();

private:
    struct Question
    {
        QList<PackSerial> packs;
        ParameterId parameter;
        QString text;
    };
    /// What the packs say.
    struct Answer
    {
        QList<ParameterInfo> parameters;
        std::optional<Milli> value;
        std::optional<Error> problem;
        PackSerial problemPack;
        bool beyondSoftLimit = false;
        bool beyondStep = false;
        QList<SeatFinding> seats;
        QList<requestparts::Kind> kinds;
        QList<PackChanges> changes; ///< as the request has them; empty while there is a problem
    };
    static Answer ask(const TrustSnapshot &trust, const Question &question, qint64 now, const StillAsked &stillAsked);
    static void judgeText(
        Answer &answer, const TrustSnapshot &trust, const Question &question, qint64 now, const StillAsked &stillAsked);
    static bool judgeOn(Answer &answer, PackChanges &pack, const TrustSnapshot &trust, qint64 now);
    void judge();

    const TrustBook &m_trust;
    const Clock &m_clock;
    Question m_question;
    QString m_reason;
    qint64 m_lifetime = 30LL * 24 * 3600;
    std::optional<qint64> m_periodEnd;
    QMap<QString, QByteArray> m_evidence;
    Answer m_answer;
    bool m_isJudging = false;
    LatestJob m_job;
};

} // namespace packwarden
