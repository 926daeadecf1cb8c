// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verifier.h"

#include <QObject>

namespace packwarden {

class Clock;
class TrustBook;

/// A change request before it is signed: which packs, which parameter, what was typed. The text is judged as a whole by
/// the strict grammar, then by the pack's own rules; it is never changed, clamped or guessed.
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

    const QList<PackSerial> &packs() const { return m_packs; }
    const ParameterId &parameter() const { return m_parameter; }
    const QString &text() const { return m_text; } ///< exactly as typed
    const QString &reason() const { return m_reason; }

    /// The parameters that all chosen packs have, as the first of them holds them.
    QList<ParameterInfo> parameters() const;
    /// The chosen parameter as the pack holds it; none while nothing is chosen.
    std::optional<ParameterInfo> info(const PackSerial &serial) const;
    /// Parsed, whether or not it may be; none while the text is no quantity.
    std::optional<Milli> value() const { return m_value; }
    /// Why this cannot be drafted: NotAQuantity (detail as in milli.h), UnknownParameter, PackUnreachable, or the
    /// reason for which the pack would refuse the value, with the pack's serial in problemPack().
    const std::optional<Error> &problem() const { return m_problem; }
    const PackSerial &problemPack() const { return m_problemPack; }
    bool beyondSoftLimit() const { return m_beyondSoftLimit; }
    bool beyondStep() const { return m_beyondStep; }
    int layer() const; ///< of the chosen parameter, 0 while none is chosen
    /// Who must sign, once there is a value that the packs would take.
    const QList<SeatFinding> &seats() const { return m_seats; }

    /// The request with from and revision as last read from each pack. Refuses what problem() refuses, and an empty
    /// reason (Malformed "reason").
    Result<ChangeRequest> build(const QByteArray &authorLeafSha256) const;

Q_SIGNALS:
    void changed();

private:
    void judge();
    void judgeText();
    std::optional<Error> judgeOn(const PackState &state);
    ParameterChange changeOf(const ParameterInfo &info) const;

    const TrustBook &m_trust;
    const Clock &m_clock;
    QList<PackSerial> m_packs;
    ParameterId m_parameter;
    QString m_text;
    QString m_reason;
    qint64 m_lifetime = 30LL * 24 * 3600;
    std::optional<Milli> m_value;
    std::optional<Error> m_problem;
    PackSerial m_problemPack;
    bool m_beyondSoftLimit = false;
    bool m_beyondStep = false;
    QList<SeatFinding> m_seats;
};

} // namespace packwarden
