// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/verifier.h"

#include <QMap>
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
    /// The end of a temporary change, Unix seconds; none: for good.
    void setPeriodEnd(std::optional<qint64> end);
    /// A file that the request names by its hash and that travels beside it. Malformed: the name is empty, too long or
    /// taken by another file; TooLarge: all of them would not fit into a document file.
    Result<> addEvidence(const QString &name, const QByteArray &bytes);
    void removeEvidence(const QString &name);

    const QList<PackSerial> &packs() const { return m_packs; }
    const ParameterId &parameter() const { return m_parameter; }
    const QString &text() const { return m_text; } ///< exactly as typed
    const QString &reason() const { return m_reason; }
    std::optional<qint64> periodEnd() const { return m_periodEnd; }
    const QMap<QString, QByteArray> &evidence() const { return m_evidence; }

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

    /// The request with from and revision as last read from each pack. Refuses what problem() refuses, an empty reason
    /// (Malformed "reason"), and a period that is over (Expired). It can be delivered no longer than its period lasts.
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
    std::optional<qint64> m_periodEnd;
    QMap<QString, QByteArray> m_evidence;
    std::optional<Milli> m_value;
    std::optional<Error> m_problem;
    PackSerial m_problemPack;
    bool m_beyondSoftLimit = false;
    bool m_beyondStep = false;
    QList<SeatFinding> m_seats;
};

} // namespace packwarden
