// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/verifier.h"
#include "models/drafts/draftpacks.h"
#include "models/support/latestjob.h"

namespace packwarden {

class Clock;
class TrustBook;
struct TrustSnapshot;

/// A command before it is signed: what is to happen to which packs. Judged by the pack's own code on what is known of
/// each pack, once for each change; what was typed is never changed, clamped or guessed. What is asked of more packs
/// than judgedAtOnce is answered by a worker: changed() comes at once, and again when it is.
class CommandDraft final : public QObject
{
    Q_OBJECT
public:
    CommandDraft(const TrustBook &trust, const Clock &clock, QObject *parent = nullptr);

    /// Those that a pack knows what to do with; there is no catalogue of routines yet.
    static QList<CommandKind> kinds();

    void setKind(CommandKind kind);
    void setPacks(const QList<PackSerial> &packs);
    void setReason(const QString &reason) { m_reason = reason; }
    void setPart(const QString &slot, const QString &id); ///< replace-component
    void setLimit(const ParameterId &parameter, const QString &text); ///< tighten

    CommandKind kind() const { return m_question.kind; }
    const QList<PackSerial> &packs() const { return m_question.packs; }
    /// True from a change until the packs were asked about it; there is no problem and no seat meanwhile.
    bool isJudging() const { return m_isJudging; }
    /// What all chosen packs have; nothing while they are being read. Slots: their names.
    const QStringList &slotNames() const { return m_answer.slotNames; }
    /// What is paired in a slot of the first pack; empty: nothing is known.
    QString partIn(const QString &slot) const { return m_answer.parts.value(slot); }
    /// As the first pack holds them.
    const QList<ParameterInfo> &parameters() const { return m_answer.parameters; }
    std::optional<ParameterInfo> info() const; ///< of the chosen parameter
    std::optional<Milli> limit() const { return m_answer.limit; } ///< tighten: what was typed; none: it is no quantity
    /// Of these packs, each that is locked.
    const QList<PackSerial> &locked() const { return m_answer.locked; }

    /// Why this cannot be drafted: the pack's own reason, NotAQuantity, PackUnreachable, a DraftProblem. Of
    /// problemPack(), if set.
    const std::optional<Error> &problem() const { return m_answer.problem; }
    const PackSerial &problemPack() const { return m_answer.problemPack; }
    /// Who must sign, by the pack that asks for most; empty while there is a problem.
    const QList<SeatFinding> &seats() const { return m_answer.seats; }
    int layer() const { return m_answer.layer; } ///< 0 while nothing can be said

    /// The command with the revisions last read from each pack. What problem() refuses; DraftProblem::NoReason. Asks
    /// the packs here and now where a worker has not answered yet.
    Result<Command> build(const QByteArray &authorLeafSha256) const;

Q_SIGNALS:
    void changed();

private:
    struct Question
    {
        CommandKind kind = CommandKind::TheftLock;
        QList<PackSerial> packs;
        QString slot;
        QString component;
        ParameterId parameter;
        QString text;
    };
    /// What the packs say.
    struct Answer
    {
        QStringList slotNames;
        QMap<QString, QString> parts; ///< of the first pack, by slot
        QList<ParameterInfo> parameters;
        QList<PackSerial> locked;
        std::optional<Milli> limit;
        Command command; ///< as far as it could be made
        std::optional<Error> problem;
        PackSerial problemPack;
        QList<SeatFinding> seats;
        int layer = 0;
    };
    static Answer ask(const TrustSnapshot &trust, const Question &question, qint64 now, const StillAsked &stillAsked);
    static std::optional<Error> readText(Answer &answer, const Question &question);
    static std::optional<Error> judgeOn(Answer &answer, const Result<PackState> &state, qint64 now);
    static void notice(Answer &answer, const PackState &state, bool isFirst);
    void judge();

    const TrustBook &m_trust;
    const Clock &m_clock;
    Question m_question;
    QString m_reason;
    Answer m_answer;
    bool m_isJudging = false;
    LatestJob m_job;
};

/// The pack as the command names it, by its state: with the revision that the command starts from. An unlock learns
/// which lock it ends. NotLocked, SeveralLocks, UnknownSlot of DraftProblem; UnknownParameter.
Result<PackTarget> aimCommand(Command &command, const PackState &state);

} // namespace packwarden
