// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/verifier.h"

#include <QObject>

namespace packwarden {

class Clock;
class TrustBook;

/// A command before it is signed: what is to happen to which packs. Judged by the pack's own code on what is known of
/// each pack; what was typed is never changed, clamped or guessed.
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

    CommandKind kind() const { return m_kind; }
    const QList<PackSerial> &packs() const { return m_packs; }
    /// The slots that all chosen packs have.
    QStringList slotNames() const;
    /// What is paired in a slot of the first pack; empty: nothing is known.
    QString partIn(const QString &slot) const;
    /// The parameters that all chosen packs have, as the first of them holds them.
    QList<ParameterInfo> parameters() const;
    std::optional<ParameterInfo> info() const; ///< of the chosen parameter
    /// Of these packs, each that is locked.
    QList<PackSerial> locked() const;

    /// Why this cannot be drafted: the pack's own reason, NotAQuantity, PackUnreachable, a DraftProblem. Of
    /// problemPack(), if set.
    const std::optional<Error> &problem() const { return m_problem; }
    const PackSerial &problemPack() const { return m_problemPack; }
    /// Who must sign, by the pack that asks for most; empty while there is a problem.
    const QList<SeatFinding> &seats() const { return m_seats; }
    int layer() const { return m_layer; } ///< 0 while nothing can be said

    /// The command with the revisions last read from each pack. What problem() refuses; DraftProblem::NoReason.
    Result<Command> build(const QByteArray &authorLeafSha256) const;

Q_SIGNALS:
    void changed();

private:
    void judge();
    std::optional<Error> judgeText();
    std::optional<Error> judgeOn(const PackSerial &serial);

    const TrustBook &m_trust;
    const Clock &m_clock;
    CommandKind m_kind = CommandKind::TheftLock;
    QList<PackSerial> m_packs;
    QString m_reason;
    QString m_slot;
    QString m_component;
    ParameterId m_parameter;
    QString m_text;
    Command m_command; ///< as far as it could be made
    std::optional<Error> m_problem;
    PackSerial m_problemPack;
    QList<SeatFinding> m_seats;
    int m_layer = 0;
};

/// The pack as the command names it, by its state: with the revision that the command starts from. An unlock learns
/// which lock it ends. NotLocked, SeveralLocks, UnknownSlot of DraftProblem; UnknownParameter.
Result<PackTarget> aimCommand(Command &command, const PackState &state);

} // namespace packwarden
